//! Surveys of districts for programs of the city.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{json_of, nothing_asked, seen_if_any};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::note::Note;
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::survey::Survey;
use crate::domain::{DistrictId, Invalid};
use crate::editing::{self, NotWritten};
use crate::snapshot::Revision;

/// A survey with what follows from the day it is.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    survey: &'a Survey,
    /// The first day on which it says nothing any more.
    expires_on: NaiveDate,
    is_current: bool,
}

/// `GET /api/staff/surveys/{district}`: a survey with its version in `ETag`.
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(district): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let (district, snapshot) = (known(&district)?, city.snapshot());
    let survey = snapshot.survey(&district).ok_or_else(|| none(&district))?;
    let today = snapshot.date_at(city.now());
    let told = Told {
        survey,
        expires_on: survey.expires_on(),
        is_current: survey.is_current(today),
    };
    let tag = format!("\"{}\"", survey.version());
    Ok(([(header::ETAG, tag)], axum::Json(told)).into_response())
}

/// What is confirmed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmed {
    complete_since: String,
    #[serde(default)]
    note: Option<String>,
}

/// `PUT /api/staff/surveys/{district}`: in place of the survey that `If-Match` names, or of none without it.
pub(in crate::api) async fn confirm(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(district): Path<String>,
    parts: Parts,
    bytes: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let district = known(&district)?;
    let seen = seen_if_any(&parts)?;
    let said: Confirmed = json_of(&parts.headers, &bytes)?;
    let since = said.complete_since.parse::<NaiveDate>().ok();
    let rule = "must be a date such as 2026-01-31";
    let since = since.ok_or_else(|| Invalid::new("complete_since", rule))?;
    let note = said.note.as_deref().map(str::parse::<Note>).transpose();
    let note = note.map_err(|invalid| Invalid::new("note", invalid.reason))?;
    let written =
        editing::confirm_survey(&city, actor, (district.clone(), seen), since, note).await;
    answer(written, &district, seen)
}

/// `DELETE /api/staff/surveys/{district}`: if it is as `If-Match` says.
pub(in crate::api) async fn withdraw(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(district): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let district = known(&district)?;
    let seen = seen_if_any(&parts)?;
    let written = editing::withdraw_survey(&city, actor, (district.clone(), seen)).await;
    answer(written, &district, seen)
}

fn answer(
    written: Result<Revision, NotWritten>,
    district: &DistrictId,
    seen: Option<Version>,
) -> Result<Response, Problem> {
    match written {
        Ok(revision) => Ok(axum::Json(json!({ "revision": revision.0 })).into_response()),
        // There is one, and nobody said that they had seen it.
        Err(NotWritten::AnotherSurvey) if seen.is_none() => Err(Problem::precondition_required()),
        Err(NotWritten::Unknown) => Err(none(district)),
        Err(hindrance) => Err(hindrance.into()),
    }
}

fn known(id: &str) -> Result<DistrictId, Problem> {
    let known = id.parse().ok();
    known.ok_or_else(|| Problem::unknown_feature("surveys", id))
}

fn none(district: &DistrictId) -> Problem {
    Problem::unknown_feature("surveys", district.as_str())
}
