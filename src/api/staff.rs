//! What the people of the city ask of the API; the guard stands before every path here.

mod account;
mod audits;
mod counselling;
mod criteria;
mod measures;
mod places;
mod problems;
mod safety;
mod scenarios;
mod suggestions;
mod surveys;
mod trail;
mod ways;
mod webhooks;

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, IF_MATCH};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::auth::Paths;
use crate::domain::Invalid;
use crate::domain::place::Version;
use crate::editing::NotWritten;
use crate::query::Params;

pub(super) use crate::query::TRAIL_PARAMS;
pub(super) use audits::{DIFFERENCES_PARAMS, PHOTO_PARAMS, STAFF_AUDIT_PARAMS};
pub(super) use places::TABLE_PARAMS;
pub(super) use safety::{COUNTS_PARAMS, SENSITIVE_PARAMS};
pub(super) use suggestions::PAGE_PARAMS;

/// Adds the paths of the staff.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .post("/api/staff/places", places::add)
        .get("/api/staff/places.csv", places::table)
        .put("/api/staff/places.csv", places::take_table)
        .get("/api/staff/places/{id}", places::show)
        .patch("/api/staff/places/{id}", places::change)
        .post("/api/staff/places/{id}/confirm", places::confirm)
        .get("/api/staff/places/{id}/history", places::history)
        .post("/api/staff/trail/{number}/undo", trail::take_back)
        .get("/api/staff/trail", trail::list)
        .get("/api/staff/trail.csv", trail::table)
        .get("/api/staff/suggestions", suggestions::list)
        .get("/api/staff/suggestions/figures", suggestions::figures)
        .post("/api/staff/suggestions/reject", suggestions::reject_several)
        .post("/api/staff/suggestions/{id}/reject", suggestions::reject)
        .post("/api/staff/suggestions/{id}/accept", suggestions::accept)
        .get("/api/staff/surveys/{district}", surveys::show)
        .put("/api/staff/surveys/{district}", surveys::confirm)
        .delete("/api/staff/surveys/{district}", surveys::withdraw)
        .get("/api/staff/scenarios", scenarios::list)
        .post("/api/staff/scenarios", scenarios::add)
        .get("/api/staff/scenarios/{id}", scenarios::show)
        .put("/api/staff/scenarios/{id}", scenarios::change)
        .delete("/api/staff/scenarios/{id}", scenarios::remove)
        .get("/api/staff/scenarios/{id}/result", scenarios::result)
        .get("/api/staff/account", account::show)
        .get("/api/staff/audits", audits::list)
        .get("/api/staff/audits/{id}", audits::show)
        .put("/api/staff/audits/{id}", audits::save)
        .post("/api/staff/audits/{id}/move", audits::take_further)
        .post("/api/staff/audits/{id}/correct", audits::correct)
        .post("/api/staff/audits/{id}/withdraw", audits::withdraw)
        .get("/api/staff/audits/{id}/differences", audits::differences)
        .put(
            "/api/staff/audits/{id}/measures/{measure}",
            audits::put_measure,
        )
        .post("/api/staff/audits/{id}/photos", audits::add_photo)
        .get("/api/staff/audits/{id}/photos/{photo}", audits::show_photo)
        .delete(
            "/api/staff/audits/{id}/photos/{photo}",
            audits::remove_photo,
        )
        .get("/api/staff/criteria", criteria::list)
        .get("/api/staff/criteria/{version}/effects", criteria::effects)
        .get("/api/staff/ways", ways::list)
        .get("/api/staff/ways/{id}", ways::show)
        .put("/api/staff/ways/{id}", ways::save)
        .delete("/api/staff/ways/{id}", ways::withdraw)
        .get("/api/staff/measures", measures::list)
        .get("/api/staff/measures.csv", measures::table)
        .post("/api/staff/retrofit", measures::retrofit)
        .get("/api/staff/re-audits", measures::due)
        .get("/api/staff/re-audits.csv", measures::due_table)
        .get("/api/staff/safety/counts", safety::counts)
        .get("/api/staff/safety/sensitive", safety::sensitive)
        .get("/api/staff/counselling", counselling::list)
        .get("/api/staff/counselling/{id}", counselling::show)
        .put("/api/staff/counselling/{id}", counselling::save)
        .delete("/api/staff/counselling/{id}", counselling::withdraw)
        .get("/api/staff/webhooks", webhooks::list)
        .post("/api/staff/webhooks", webhooks::add)
        .get("/api/staff/webhooks/{id}", webhooks::show)
        .delete("/api/staff/webhooks/{id}", webhooks::remove)
        .post("/api/staff/webhooks/{id}/pause", webhooks::pause)
        .post("/api/staff/webhooks/{id}/resume", webhooks::resume)
        .post("/api/staff/webhooks/{id}/ping", webhooks::ping)
}

/// The version in `If-Match`, where somebody says which one they have seen.
///
/// # Errors
/// When it is no version.
fn seen_if_any(parts: &Parts) -> Result<Option<Version>, Problem> {
    let is_said = parts.headers.contains_key(IF_MATCH);
    is_said.then(|| seen(parts)).transpose()
}

/// The version that a change was made for, as `If-Match` names it.
///
/// # Errors
/// When it is missing or no version.
fn seen(parts: &Parts) -> Result<Version, Problem> {
    let named = parts
        .headers
        .get(IF_MATCH)
        .map(|value| value.to_str().unwrap_or_default());
    let named = named.ok_or_else(Problem::precondition_required)?;
    let version = named
        .trim()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match version.map(str::parse) {
        Some(Ok(version)) => Ok(version),
        // Another tag is not the one of the place as it is, whatever it is.
        _ => Err(Problem::outdated_version()),
    }
}

/// The problem that an edit ran into.
impl From<NotWritten> for Problem {
    fn from(hindrance: NotWritten) -> Self {
        match hindrance {
            NotWritten::Rules(broken) => Self::broken_rules(broken),
            NotWritten::Meanwhile(now) => Self::changed_meanwhile(&now),
            NotWritten::AnotherSurvey => Self::another_survey(),
            NotWritten::AnotherMeasurement => Self::another_measurement(),
            NotWritten::AnotherState => Self::another_state(),
            NotWritten::Unknown => Self::unknown_feature("places", "with this id"),
            NotWritten::NotUndone(refused) => Self::not_undone(&refused),
            NotWritten::Several(_) => Self::outdated_version(),
            NotWritten::Failed(error) => error.into(),
        }
    }
}

/// A path that takes no parameters has none.
pub(super) fn nothing_asked(parts: &Parts) -> Result<(), Problem> {
    let query = parts.uri.query().unwrap_or_default();
    Params::parse(query, &[])?;
    Ok(())
}

/// The body of a request as JSON.
pub(super) fn json_of<T: DeserializeOwned>(
    headers: &HeaderMap,
    bytes: &[u8],
) -> Result<T, Problem> {
    let kind = headers.get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::unsupported("application/json"));
    }
    let read = serde_json::from_slice(bytes);
    read.map_err(|error| Invalid::new("body", error.to_string()).into())
}
