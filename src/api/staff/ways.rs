//! What is measured on ways, for auditors: written down, corrected, withdrawn.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use super::{json_of, nothing_asked, seen_if_any};
use crate::api::coverage::work::worked_for_sender;
use crate::api::problem::Problem;
use crate::api::ways::page_of;
use crate::city::City;
use crate::domain::measured_way::{MeasuredWayId, WayReadings, WaySort};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::{Invalid, Location};
use crate::editing::{self, NotWritten, SentWay};
use crate::export::geojson::json;
use crate::export::measured_ways::{measured_feature, measured_features};

/// What somebody sends to write a measurement down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    location: [f64; 2],
    sort: WaySort,
    readings: WayReadings,
    #[serde(default)]
    estimated: bool,
    #[serde(default)]
    measured_on: Option<String>,
}

impl Sent {
    fn read(self) -> Result<SentWay, Invalid> {
        let [lon, lat] = self.location;
        let day = |text: String| {
            let day = text.parse::<NaiveDate>().ok().filter(|_| text.len() == 10);
            let rule = "must be a date such as 2026-01-31";
            day.ok_or_else(|| Invalid::new("measured_on", rule))
        };
        let location = Location::from_lon_lat(lon, lat);
        Ok(SentWay {
            location: location.map_err(|invalid| Invalid::new("location", invalid.reason))?,
            sort: self.sort,
            readings: self.readings,
            is_estimated: self.estimated,
            measured_on: self.measured_on.map(day).transpose()?,
        })
    }
}

/// `GET /api/staff/ways`: page by page.
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let (after, limit) = page_of(parts.uri.query())?;
    let snapshot = city.snapshot();
    worked_for_sender(move || Ok(json(&measured_features(&snapshot, after, limit)))).await
}

/// `GET /api/staff/ways/{id}`: one, with its version in `ETag`.
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    told(&city, known(&id)?)
}

/// `PUT /api/staff/ways/{id}`: a new one, or in place of the one that `If-Match` names. Sent twice it changes nothing.
pub(in crate::api) async fn save(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let seen = seen_if_any(&parts)?;
    let sent: Sent = json_of(&parts.headers, &body)?;
    let is_new = city.snapshot().measured_way(id).is_none();
    let written = editing::measure_way(&city, actor, (id, seen), sent.read()?).await;
    written.map_err(|why| problem(why, id, seen))?;
    let mut answer = told(&city, id)?;
    if is_new {
        *answer.status_mut() = StatusCode::CREATED;
    }
    Ok(answer)
}

/// `DELETE /api/staff/ways/{id}`: withdraws it, if it is as `If-Match` says.
pub(in crate::api) async fn withdraw(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let seen = seen_if_any(&parts)?;
    let written = editing::withdraw_way(&city, actor, (id, seen)).await;
    written.map_err(|why| problem(why, id, seen))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn told(city: &City, id: MeasuredWayId) -> Result<Response, Problem> {
    let snapshot = city.snapshot();
    let (own, stretch) = snapshot.measured_way(id).ok_or_else(|| none(id))?;
    let tag = format!("\"{}\"", own.version());
    let tag = HeaderValue::from_str(&tag).expect("digits and quotes are a header value");
    let mut answer = axum::Json(measured_feature(&snapshot, own, stretch)).into_response();
    answer.headers_mut().insert(ETAG, tag);
    Ok(answer)
}

fn problem(why: NotWritten, id: MeasuredWayId, seen: Option<Version>) -> Problem {
    match why {
        // There is one, and nobody said that they had seen it.
        NotWritten::AnotherMeasurement if seen.is_none() => Problem::precondition_required(),
        NotWritten::Unknown => none(id),
        hindrance => hindrance.into(),
    }
}

fn known(id: &str) -> Result<MeasuredWayId, Problem> {
    let known = id.parse().ok();
    known.ok_or_else(|| Problem::unknown_feature("ways", id))
}

fn none(id: MeasuredWayId) -> Problem {
    Problem::unknown_feature("ways", &id.to_string())
}
