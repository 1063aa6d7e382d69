//! Scenarios of planners through the API: kept, changed, and worked out for the city as it is now.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{ETAG, IF_MATCH, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{json_of, nothing_asked};
use crate::api::coverage::{Asked, consequence_of};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::scenario::{MOST_SCENARIOS, PlannedChange, Scenario, ScenarioDraft, ScenarioId};
use crate::domain::staff::Actor;
use crate::query::{AT, COVERAGE_PARAMS};
use crate::store::Hand;

/// What somebody sends to keep one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    name: String,
    #[serde(default)]
    note: Option<String>,
    changes: Vec<PlannedChange>,
}

/// A scenario, and whether the city has changed since it was written.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    scenario: &'a Scenario,
    revision: i64,
    data_changed: bool,
}

impl<'a> Told<'a> {
    fn of(city: &City, scenario: &'a Scenario) -> Self {
        let revision = city.snapshot().revision().0;
        Self {
            revision,
            data_changed: revision != scenario.made_for,
            scenario,
        }
    }
}

/// `GET /api/staff/scenarios`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let scenarios = city.store().scenarios().await?;
    let told: Vec<_> = scenarios.iter().map(|own| Told::of(&city, own)).collect();
    Ok(axum::Json(json!({ "scenarios": told })).into_response())
}

/// `POST /api/staff/scenarios`
pub(in crate::api) async fn add(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let kept = city.keep_scenario(actor, draft(&parts, &body)?).await?;
    let scenario = kept.ok_or_else(|| Problem::too_many_scenarios(MOST_SCENARIOS))?;
    let mut answer = told(&city, &scenario);
    *answer.status_mut() = StatusCode::CREATED;
    let place = format!("/api/staff/scenarios/{}", scenario.id);
    let place = HeaderValue::from_str(&place).expect("a UUID is a header value");
    answer.headers_mut().insert(LOCATION, place);
    Ok(answer)
}

/// `GET /api/staff/scenarios/{id}`
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let scenario = found(&city, &id).await?;
    Ok(told(&city, &scenario))
}

/// `PUT /api/staff/scenarios/{id}`
pub(in crate::api) async fn change(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let before = seen(&city, &id, &parts).await?;
    let after = Scenario {
        draft: draft(&parts, &body)?,
        made_for: city.snapshot().revision().0,
        by: actor.role,
        at: city.now(),
        version: before.version + 1,
        ..before
    };
    let is_written = city
        .store()
        .change_scenario(&after, &Hand::of(actor, city.now()))
        .await?;
    is_written
        .then(|| told(&city, &after))
        .ok_or_else(Problem::outdated_scenario)
}

/// `DELETE /api/staff/scenarios/{id}`
pub(in crate::api) async fn remove(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let before = seen(&city, &id, &parts).await?;
    let is_gone = city
        .store()
        .remove_scenario(&before, &Hand::of(actor, city.now()))
        .await?;
    is_gone
        .then(|| StatusCode::NO_CONTENT.into_response())
        .ok_or_else(Problem::outdated_scenario)
}

/// `GET /api/staff/scenarios/{id}/result`: what follows from it for the city as it is now. Whether that has changed since the
/// scenario was written, its revision and that of the answer say.
pub(in crate::api) async fn result(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    let asked = Asked::read(&city, &parts.uri, &[COVERAGE_PARAMS, AT])?;
    let scenario = found(&city, &id).await?;
    consequence_of(
        asked,
        scenario.draft.changes,
        false,
        Some(scenario.made_for),
    )
    .await
}

fn draft(parts: &Parts, body: &[u8]) -> Result<ScenarioDraft, Problem> {
    let sent: Sent = json_of(&parts.headers, body)?;
    Ok(ScenarioDraft::new(
        &sent.name,
        sent.note.as_deref(),
        sent.changes,
    )?)
}

fn told(city: &City, scenario: &Scenario) -> Response {
    let tag = format!("\"{}\"", scenario.version);
    let tag = HeaderValue::from_str(&tag).expect("digits and quotes are a header value");
    let mut answer = axum::Json(Told::of(city, scenario)).into_response();
    answer.headers_mut().insert(ETAG, tag);
    answer
}

async fn found(city: &City, id: &str) -> Result<Scenario, Problem> {
    let unknown = || Problem::unknown_feature("scenarios", id);
    let Ok(own) = id.parse::<ScenarioId>() else {
        return Err(unknown());
    };
    city.store().scenario(own).await?.ok_or_else(unknown)
}

/// The scenario as whoever changes it has seen it.
async fn seen(city: &City, id: &str, parts: &Parts) -> Result<Scenario, Problem> {
    let named = parts.headers.get(IF_MATCH);
    let named = named.ok_or_else(Problem::precondition_required)?;
    let scenario = found(city, id).await?;
    let own = format!("\"{}\"", scenario.version);
    if named.as_bytes() == own.as_bytes() {
        Ok(scenario)
    } else {
        Err(Problem::outdated_scenario())
    }
}
