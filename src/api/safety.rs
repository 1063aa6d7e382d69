//! Reports of how safe people feel: taken in without a trace of who sends them, and what was released of them.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::api::answer::{JSON, tagged, text_tag};
use crate::api::problem::Problem;
use crate::api::staff::{json_of, nothing_asked};
use crate::auth::origin::{self, Origin};
use crate::city::City;
use crate::domain::report::{IsoWeek, ReportSource};
use crate::gate::{Class, Client};
use crate::query::Base;
use crate::reports::Door;
use crate::safety::Draft;
use crate::snapshot::{Released, Snapshot};

/// What nobody may keep: neither a browser nor anything on the way.
const NO_STORE: [(axum::http::HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

/// What a browser sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    report: Draft,
    /// The puzzle it was given.
    puzzle: String,
    /// The number that solves it.
    number: u64,
}

/// `GET /api/safety/puzzle`
pub async fn puzzle(
    State(city): State<Arc<City>>,
    door: Option<Extension<Arc<Door>>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let Extension(door) = door.ok_or_else(Problem::takes_no_reports)?;
    let told = json!({ "puzzle": door.puzzle(seconds(&city)), "bits": door.bits() });
    Ok((NO_STORE, Json(told)).into_response())
}

/// `POST /api/safety/reports`
pub async fn report(
    State(city): State<Arc<City>>,
    door: Option<Extension<Arc<Door>>>,
    client: Client,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let Extension(door) = door.ok_or_else(Problem::takes_no_reports)?;
    if origin::of(&parts.headers, &Base::of(&parts)?) == Origin::Elsewhere {
        return Err(Problem::foreign_site());
    }
    let sent: Sent = json_of(&parts.headers, &body)?;
    let snapshot = city.snapshot();
    let week = IsoWeek::of(snapshot.date_at(city.now()));
    let takes_sensitive = snapshot.settings().safety.sensitive;
    let how = (week, ReportSource::Web);
    let report = sent
        .report
        .report(snapshot.safety_ground(), takes_sensitive, how)?;
    door.check(&sent.puzzle, sent.number, seconds(&city))
        .map_err(Problem::unsolved)?;
    // Late: who mistypes must not use up what the neighbours may send. But before the puzzle is remembered: a flood from one
    // network must not fill the room for puzzles that everybody needs.
    client
        .take(Class::Report)
        .map_err(Problem::too_many_reports)?;
    door.solve(&sent.puzzle, sent.number, seconds(&city))
        .map_err(Problem::unsolved)?;
    door.put(report).await.map_err(Problem::reports_full)?;
    Ok((StatusCode::NO_CONTENT, NO_STORE).into_response())
}

/// The time of puzzles. The city's clock may be stopped in tests; puzzles then hold for ever.
fn seconds(city: &City) -> u64 {
    u64::try_from(city.now().timestamp()).unwrap_or_default()
}

/// A release in the list of all of them.
#[derive(Serialize)]
struct Listed<'a> {
    id: String,
    product: &'a str,
    period: String,
    sha256: String,
    link: String,
}

impl<'a> Listed<'a> {
    fn of(own: &'a Released) -> Self {
        let text = &own.text;
        Self {
            id: text.id(),
            product: text.product.as_str(),
            period: text.period.to_string(),
            sha256: text.checksum(),
            link: format!("/api/safety/releases/{}", text.id()),
        }
    }
}

/// `GET /api/safety/releases`
pub async fn releases(
    State(city): State<Arc<City>>,
    headers: HeaderMap,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let text = list(&city.snapshot());
    Ok(tagged(text_tag(&text), &headers, JSON, || {
        text.clone().into_bytes()
    }))
}

fn list(snapshot: &Snapshot) -> String {
    let all: Vec<_> = snapshot.releases().iter().map(Listed::of).collect();
    json!({ "releases": all }).to_string()
}

/// `GET /api/safety/releases/{id}`: the file, byte for byte. Its tag is made of it alone, so it changes with nothing.
pub async fn release(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    crate::query::Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let found = snapshot
        .release(&id)
        .ok_or_else(|| Problem::unknown_feature("releases", &id))?;
    let content = &found.text.content;
    Ok(tagged(text_tag(content), &headers, JSON, || {
        content.as_bytes().to_vec()
    }))
}
