//! Audits for programs of the city: sent from the spot, taken further, compared, withdrawn.

mod measures;
mod photos;
mod sent;

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

pub(super) use measures::put as put_measure;
pub use photos::PHOTO_PARAMS;
pub(super) use photos::{add as add_photo, remove as remove_photo, show as show_photo};

use super::{json_of, nothing_asked};
use crate::api::coverage::work::worked_for_sender;
use crate::api::problem::Problem;
use crate::barrier_free::priority::{Unblocked, unblocked};
use crate::city::{City, Judged, NotKept};
use crate::domain::audit::life::{Move, State as AuditState};
use crate::domain::audit::measure::KeptMeasure;
use crate::domain::audit::photo::Photo;
use crate::domain::audit::{Audit, AuditId, PublishedAudit, Rating};
use crate::domain::note::Note;
use crate::domain::staff::{Actor, Roles};
use crate::domain::{Invalid, Need, PlaceId};
use crate::export::geojson::json as bytes;
use crate::query::{Param, Params, Schema};

/// The most audits of an answer, and how many there are if nobody says.
const MOST: u32 = 1_000;

/// Which audits are asked for.
pub const STAFF_AUDIT_PARAMS: &[Param] = &[
    Param::optional("place", Schema::Uuid, "Only of this place."),
    Param::optional("state", Schema::ListOf(states), "Any of these states."),
    Param::optional(
        "limit",
        Schema::Count(1, MOST, MOST),
        "At most so many audits, the last written first; more than 1000 means 1000.",
    ),
];

/// With which other audit one is compared.
pub const DIFFERENCES_PARAMS: &[Param] = &[Param::required(
    "with",
    Schema::Uuid,
    "The other audit, of the same place.",
)];

fn states() -> Vec<&'static str> {
    AuditState::ALL.iter().map(|own| own.as_str()).collect()
}

/// An audit with what may be done with it next.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    audit: &'a Audit,
    moves: Vec<Move>,
    /// What would follow for each need if it were published as it is; none where the criteria are unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    ratings: Option<Vec<NeedRated>>,
}

#[derive(Serialize)]
struct NeedRated {
    need: Need,
    rating: Rating,
    incomplete: bool,
}

/// The same with everything that belongs to it.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    told: Told<'a>,
    revisions: Vec<PublishedAudit>,
    measures: Vec<MeasureToTell>,
    photos: Vec<Photo>,
}

/// A measure with whom it lets in.
#[derive(Serialize)]
struct MeasureToTell {
    #[serde(flatten)]
    kept: KeptMeasure,
    unblocked: Vec<Unblocked>,
}

impl<'a> Told<'a> {
    fn of(city: &City, audit: &'a Audit, actor: Actor) -> Self {
        let roles: Roles = [actor.role].into_iter().collect();
        let moves = audit.state.moves(&roles);
        let rated = Judged::of(&city.snapshot(), &audit.draft).map(|judged| {
            let ratings = judged.ratings();
            let all = ratings.iter().map(|(need, own)| NeedRated {
                need,
                rating: own.rating,
                incomplete: own.is_incomplete,
            });
            all.collect()
        });
        Self {
            moves: moves.filter(|_| audit.withdrawn.is_none()).collect(),
            ratings: rated,
            audit,
        }
    }
}

/// `GET /api/staff/audits`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    parts: Parts,
) -> Result<Response, Problem> {
    let query = parts.uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[STAFF_AUDIT_PARAMS])?;
    let place = params.take::<PlaceId>("place")?;
    let states = params.list::<AuditState>("state")?;
    let limit = params.count("limit", MOST, MOST)?;
    // One more than is told says whether there are more.
    let mut audits = city.store().audits_in(place, &states, limit + 1).await?;
    let has_more = audits.len() > limit;
    audits.truncate(limit);
    worked_for_sender(move || {
        let told = audits.iter().map(|own| Told::of(&city, own, actor));
        let told: Vec<_> = told.collect();
        let mut all = json!({ "audits": told });
        if has_more {
            all["more"] = true.into();
        }
        Ok(bytes(&all))
    })
    .await
}

/// `GET /api/staff/audits/{id}`
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let audit = city.store().audit(id).await?;
    let audit = audit.ok_or_else(|| unknown(id))?;
    let judged = Judged::of(&city.snapshot(), &audit.draft);
    let measures = city.store().measures(id).await?.into_iter();
    let measures = measures.map(|kept| MeasureToTell {
        unblocked: judged.as_ref().map_or_else(Vec::new, |own| {
            unblocked(
                own.sheet.catalogue(),
                &own.verdicts,
                own.basis,
                kept.measure.criteria.iter(),
            )
        }),
        kept,
    });
    let whole = Whole {
        measures: measures.collect(),
        revisions: city.store().audit_revisions(id).await?,
        photos: city.store().photos(id).await?,
        told: Told::of(&city, &audit, actor),
    };
    Ok(tagged(audit.version, axum::Json(whole).into_response()))
}

/// `PUT /api/staff/audits/{id}`: a new audit, or in place of the version that `If-Match` names. Sent twice it changes nothing.
pub(in crate::api) async fn save(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let sent = sent::read(&parts, &body)?;
    let saved = city.save_audit(actor, (id, seen(&parts)?), sent).await;
    let saved = saved.map_err(|why| problem(why, id))?;
    let mut answer = told(&city, &saved.audit, actor);
    if saved.is_new {
        *answer.status_mut() = StatusCode::CREATED;
    }
    Ok(answer)
}

/// What is to be done with an audit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(rename = "move")]
    what: Move,
}

/// `POST /api/staff/audits/{id}/move`
pub(in crate::api) async fn take_further(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let asked: Asked = json_of(&parts.headers, &body)?;
    let moved = city
        .move_audit(actor, (id, seen(&parts)?), asked.what)
        .await;
    let audit = moved.map_err(|why| problem(why, id))?;
    Ok(told(&city, &audit, actor))
}

/// `POST /api/staff/audits/{id}/correct`
pub(in crate::api) async fn correct(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let corrected = city.correct_audit(actor, (id, seen(&parts)?)).await;
    let audit = corrected.map_err(|why| problem(why, id))?;
    Ok(told(&city, &audit, actor))
}

/// Why an audit is withdrawn.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Withdrawn {
    reason: String,
}

/// `POST /api/staff/audits/{id}/withdraw`
pub(in crate::api) async fn withdraw(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let said: Withdrawn = json_of(&parts.headers, &body)?;
    let reason = said.reason.parse::<Note>();
    let reason = reason.map_err(|invalid| Invalid::new("reason", invalid.reason))?;
    let done = city
        .withdraw_audit(actor, (id, seen(&parts)?), reason)
        .await;
    let audit = done.map_err(|why| problem(why, id))?;
    Ok(told(&city, &audit, actor))
}

/// `GET /api/staff/audits/{id}/differences`: what another audit of the same place says differently.
pub(in crate::api) async fn differences(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    let query = parts.uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[DIFFERENCES_PARAMS])?;
    let id = known(&id)?;
    let with = params.take::<AuditId>("with")?;
    let with = with.ok_or_else(|| Invalid::new("with", "must be the id of another audit"))?;
    let found = city.audits_compared(id, with).await;
    let differences = found.map_err(|why| problem(why, id))?;
    let told = json!({ "one": id, "other": with, "differences": differences });
    Ok(axum::Json(told).into_response())
}

fn told(city: &City, audit: &Audit, actor: Actor) -> Response {
    let told = axum::Json(Told::of(city, audit, actor)).into_response();
    tagged(audit.version, told)
}

fn tagged(version: i64, mut answer: Response) -> Response {
    let tag = format!("\"{version}\"");
    let tag = HeaderValue::from_str(&tag).expect("digits and quotes are a header value");
    answer.headers_mut().insert(ETAG, tag);
    answer
}

/// The version in `If-Match`, where somebody says which they have seen.
fn seen(parts: &Parts) -> Result<Option<i64>, Problem> {
    let Some(named) = parts.headers.get(IF_MATCH) else {
        return Ok(None);
    };
    let named = named.to_str().unwrap_or_default().trim();
    let version = named
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let version = version.and_then(|digits| digits.parse().ok());
    // Another tag is that of no version.
    version.map(Some).ok_or_else(Problem::outdated_audit)
}

fn known(id: &str) -> Result<AuditId, Problem> {
    let known = id.parse().ok();
    known.ok_or_else(|| Problem::unknown_feature("audits", id))
}

fn unknown(id: AuditId) -> Problem {
    Problem::unknown_feature("audits", &id.to_string())
}

fn problem(why: NotKept, id: AuditId) -> Problem {
    match why {
        NotKept::Rule(invalid) => invalid.into(),
        NotKept::Unknown => unknown(id),
        NotKept::Meanwhile { is_said: true } => Problem::outdated_audit(),
        NotKept::Meanwhile { is_said: false } => Problem::precondition_required(),
        NotKept::Failed(error) => error.into(),
    }
}
