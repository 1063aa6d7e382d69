//! Places through the API: enter, read with their version, change, confirm, as a table.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{nothing_asked, seen};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::staff::Actor;
use crate::domain::trail::{Subject, history as steps_of};
use crate::domain::{Invalid, Place, PlaceId};
use crate::editing::{self, Edit, NotTaken};
use crate::export::geojson::PlaceFeature;
use crate::export::table::places_csv;
use crate::import::record::{self, Record};
use crate::query::{Param, Params, Schema};
use crate::snapshot::Snapshot;

/// `POST /api/staff/places`: enters a place, told as a GeoJSON feature.
pub(in crate::api) async fn add(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = whole(request, &city).await?;
    nothing_asked(&parts)?;
    let edit = edit(actor, &parts, &body)?;
    let id = editing::add(&city, edit).await?;
    let snapshot = city.snapshot();
    let mut answer = feature(&snapshot, id)?;
    *answer.status_mut() = StatusCode::CREATED;
    let location = HeaderValue::try_from(format!("/api/staff/places/{id}"));
    if let Ok(location) = location {
        answer.headers_mut().insert(header::LOCATION, location);
    }
    Ok(answer)
}

/// `GET /api/staff/places/{id}`: a place with its version in `ETag`.
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    feature(&city.snapshot(), known(&id)?)
}

/// `PATCH /api/staff/places/{id}`: changes what the body names, if the place is as `If-Match` says.
pub(in crate::api) async fn change(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let id = known(&id)?;
    let (parts, body) = whole(request, &city).await?;
    nothing_asked(&parts)?;
    let (seen, edit) = (seen(&parts)?, edit(actor, &parts, &body)?);
    editing::change(&city, id, seen, edit).await?;
    feature(&city.snapshot(), id)
}

/// `POST /api/staff/places/{id}/confirm`: says that everything known of a place is still right.
pub(in crate::api) async fn confirm(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    if city.snapshot().place(id).is_none() {
        return Err(Problem::unknown_feature("places", &id.to_string()));
    }
    let seen = seen(&parts)?;
    let nothing = Record::saying_nothing();
    editing::bulk(&city, actor, vec![(id, seen)], nothing).await?;
    feature(&city.snapshot(), id)
}

/// `GET /api/staff/places/{id}/history`: every change of a place, the newest first.
pub(in crate::api) async fn history(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let subject = Subject::described::<Place>(known(&id)?);
    let entries = editing::entries_about(&city, &subject).await?;
    let steps = steps_of(&subject, &entries);
    Ok(axum::Json(json!({ "subject": subject, "steps": steps })).into_response())
}

/// `GET /api/staff/places.csv`: all places as a table.
pub(in crate::api) async fn table(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let snapshot = city.snapshot();
    let writing =
        tokio::task::spawn_blocking(move || places_csv(snapshot.places().map(|own| &own.place)));
    let bytes = writing.await.map_err(crate::error::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"orte.csv\"",
        ),
    ];
    Ok((headers, bytes).into_response())
}

/// What bringing a table in may be told.
pub(in crate::api) const TABLE_PARAMS: &[Param] = &[Param::optional(
    "dry_run",
    Schema::Flag,
    "Only say what would happen.",
)];

/// `PUT /api/staff/places.csv`: brings a table in, whole or not at all; with `dry_run=true` it is only said what would
/// happen.
pub(in crate::api) async fn take_table(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = whole(request, &city).await?;
    let query = parts.uri.query().unwrap_or_default();
    let is_trial = Params::parse(query, &[TABLE_PARAMS])?.flag("dry_run")?;
    let bytes = body.to_vec();
    match editing::take_table(&city, actor, "places.csv", bytes, is_trial).await {
        Ok(told) => Ok(axum::Json(told).into_response()),
        Err(NotTaken::Refused(complaints)) => Err(Problem::refused_file(complaints)),
        Err(NotTaken::Failed(error)) => Err(error.into()),
    }
}

/// The parts and the whole body of a request.
async fn whole(request: Request, city: &Arc<City>) -> Result<(Parts, Bytes), Problem> {
    use axum::extract::FromRequest;
    let (mut parts, body) = request.into_parts();
    let copy = Parts::from_request_parts(&mut parts, city)
        .await
        .unwrap_or_else(|never| match never {});
    let request = Request::from_parts(parts, body);
    match Bytes::from_request(request, city).await {
        Ok(bytes) => Ok((copy, bytes)),
        Err(rejection) => Err(Problem::of_body(rejection.status())),
    }
}

/// What the body, a GeoJSON feature or the part of one that changes, says about a place.
fn edit(actor: Actor, parts: &Parts, body: &Bytes) -> Result<Edit, Problem> {
    let kind = parts.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if ![
        "application/json",
        "application/geo+json",
        "application/merge-patch+json",
    ]
    .contains(&kind)
    {
        return Err(Problem::unsupported(
            "application/geo+json or application/merge-patch+json",
        ));
    }
    let text = std::str::from_utf8(body)
        .map_err(|error| Invalid::new("body", format!("must be UTF-8: {error}")))?;
    Ok(Edit {
        actor,
        said: record::of_patch(text)?,
        is_confirmed: false,
        suggestion: None,
    })
}

fn known(id: &str) -> Result<PlaceId, Problem> {
    match id.parse() {
        Ok(id) => Ok(id),
        Err(_) => Err(Problem::unknown_feature("places", id)),
    }
}

fn feature(snapshot: &Snapshot, id: PlaceId) -> Result<Response, Problem> {
    let located = snapshot
        .place(id)
        .ok_or_else(|| Problem::unknown_feature("places", &id.to_string()))?;
    let body = serde_json::to_vec(&PlaceFeature::new(snapshot, located)).unwrap_or_default();
    let headers = [(header::CONTENT_TYPE, "application/geo+json")];
    let mut answer = (headers, body).into_response();
    answer
        .headers_mut()
        .insert(header::ETAG, tag(&located.place));
    Ok(answer)
}

/// The version of a place as a strong tag.
pub(in crate::api) fn tag(place: &Place) -> HeaderValue {
    HeaderValue::try_from(format!("\"{}\"", place.version()))
        .expect("hexadecimal digits and quotes are a header value")
}
