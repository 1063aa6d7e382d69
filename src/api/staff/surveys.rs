//! Surveys of districts for programs of the city.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{json_of, nothing_asked};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::note::Note;
use crate::domain::staff::Actor;
use crate::domain::survey::Survey;
use crate::domain::{DistrictId, Invalid};
use crate::editing::{self, NotWritten};

/// A survey with what follows from the day it is.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    survey: &'a Survey,
    /// The first day on which it says nothing any more.
    expires_on: NaiveDate,
    is_current: bool,
}

/// `GET /api/staff/surveys/{district}`
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
    Ok(axum::Json(told).into_response())
}

/// What is confirmed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmed {
    complete_since: String,
    #[serde(default)]
    note: Option<String>,
}

/// `PUT /api/staff/surveys/{district}`
pub(in crate::api) async fn confirm(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(district): Path<String>,
    parts: Parts,
    bytes: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let district = known(&district)?;
    let said: Confirmed = json_of(&parts.headers, &bytes)?;
    let since = said.complete_since.parse::<NaiveDate>().ok();
    let rule = "must be a date such as 2026-01-31";
    let since = since.ok_or_else(|| Invalid::new("complete_since", rule))?;
    let note = said.note.as_deref().map(str::parse::<Note>).transpose();
    let note = note.map_err(|invalid| Invalid::new("note", invalid.reason))?;
    let written = editing::confirm_survey(&city, actor, district.clone(), since, note).await;
    answer(written.map(|revision| revision.0), &district)
}

/// `DELETE /api/staff/surveys/{district}`
pub(in crate::api) async fn withdraw(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(district): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let district = known(&district)?;
    let written = editing::withdraw_survey(&city, actor, district.clone()).await;
    answer(written.map(|revision| revision.0), &district)
}

fn answer(written: Result<i64, NotWritten>, district: &DistrictId) -> Result<Response, Problem> {
    match written {
        Ok(revision) => Ok(axum::Json(json!({ "revision": revision })).into_response()),
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
