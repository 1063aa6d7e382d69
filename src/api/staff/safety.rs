//! Counts of reports for those who keep order and those who prevent. Each look is written down, with what it is for.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::json;

use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::report::{Area, Band, DayType, Look, Purpose};
use crate::domain::staff::Actor;
use crate::domain::{DistrictId, Invalid};
use crate::query::{Param, Params, Schema};
use crate::reports::Counts;
use crate::safety::Group;
use crate::safety::aggregate::{HalfYear, LEAST, LEAST_SENSITIVE};
use crate::snapshot::Snapshot;
use crate::store::Hand;

/// What is asked of the table. Whatever is left out, nothing is counted anew: the rest of the same rows is told.
pub const COUNTS_PARAMS: &[Param] = &[
    PURPOSE,
    Param::optional(
        "district",
        Schema::DistrictId,
        "Only rows of this district.",
    ),
    Param::optional(
        "band",
        Schema::OneOf(bands),
        "Only rows of this part of the day.",
    ),
    Param::optional(
        "daytype",
        Schema::OneOf(days),
        "Only rows of this kind of day.",
    ),
    Param::optional("group", Schema::OneOf(groups), "Only rows of this group."),
];

/// What is asked of sensitive counts.
pub const SENSITIVE_PARAMS: &[Param] = &[PURPOSE];

const PURPOSE: Param = Param::required(
    "purpose",
    Schema::OneOf(purposes),
    "What for: it is written down with the role.",
);

fn purposes() -> Vec<&'static str> {
    Purpose::ALL.iter().map(|own| own.as_str()).collect()
}

fn bands() -> Vec<&'static str> {
    Band::ALL.iter().map(|own| own.as_str()).collect()
}

fn days() -> Vec<&'static str> {
    DayType::ALL.iter().map(|own| own.as_str()).collect()
}

fn groups() -> Vec<&'static str> {
    Group::ALL.iter().map(|own| own.as_str()).collect()
}

/// `GET /api/staff/safety/counts`
pub(in crate::api) async fn counts(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    counts: Option<Extension<Counts>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let mut params = Params::parse(parts.uri.query().unwrap_or_default(), &[COUNTS_PARAMS])?;
    let purpose = purpose(&mut params)?;
    let district = params.take::<DistrictId>("district")?;
    let band = params.take::<Band>("band")?;
    let day = params.take::<DayType>("daytype")?;
    let group = params.take::<Group>("group")?;
    let Extension(counts) = counts.ok_or_else(Problem::takes_no_reports)?;
    note(&city, actor, Look::Counts, purpose).await?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let (window, rows) = counts
        .table(today, |area| district_of(&snapshot, area))
        .await?;
    let is_wanted = |row: &&crate::safety::aggregate::Row<String>| {
        district.as_ref().is_none_or(|own| own.as_str() == row.area)
            && band.is_none_or(|own| own == row.band)
            && day.is_none_or(|own| own == row.daytype)
            && group.is_none_or(|own| own == row.group)
    };
    let rows: Vec<_> = rows.iter().filter(is_wanted).collect();
    let (first, last) = window.ends();
    Ok(kept_by_nobody(&json!({
        "from_week": first.to_string(), "to_week": last.to_string(), "least": LEAST, "rows": rows,
    })))
}

/// `GET /api/staff/safety/sensitive`: the half-year before this one.
pub(in crate::api) async fn sensitive(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    counts: Option<Extension<Counts>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let mut params = Params::parse(parts.uri.query().unwrap_or_default(), &[SENSITIVE_PARAMS])?;
    let purpose = purpose(&mut params)?;
    let Extension(counts) = counts.ok_or_else(Problem::takes_no_reports)?;
    note(&city, actor, Look::Sensitive, purpose).await?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let half_year = HalfYear::before(today);
    let found = counts
        .sensitive(half_year, |area| district_of(&snapshot, area))
        .await?;
    Ok(kept_by_nobody(&json!({
        "year": half_year.year, "half": half_year.half(), "least": LEAST_SENSITIVE, "districts": found,
    })))
}

fn purpose(params: &mut Params) -> Result<Purpose, Problem> {
    let missing = || Invalid::new("purpose", "must be given");
    Ok(params.take::<Purpose>("purpose")?.ok_or_else(missing)?)
}

fn district_of(snapshot: &Snapshot, area: &Area) -> Option<String> {
    snapshot
        .safety_ground()
        .district_of(area)
        .map(ToString::to_string)
}

/// Before anything is shown.
async fn note(city: &City, actor: Actor, what: Look, purpose: Purpose) -> Result<(), Problem> {
    let by = Hand::of(actor, city.now());
    Ok(city
        .store()
        .note_view(&by, what.as_str(), purpose.as_str())
        .await?)
}

fn kept_by_nobody(body: &serde_json::Value) -> Response {
    ([(CACHE_CONTROL, "no-store")], Json(body)).into_response()
}
