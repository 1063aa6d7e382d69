//! Lines of help, for those who prevent.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{json_of, nothing_asked, seen_if_any};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::counselling::{HelpLine, HelpLineId};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::editing::{self, NotWritten};
use crate::export::counselling::{staff_help_line, staff_help_lines};

/// `GET /api/staff/counselling`: all of them, those too that come with the program and are not shown.
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    Ok(axum::Json(staff_help_lines(&city.snapshot())).into_response())
}

/// `GET /api/staff/counselling/{id}`: one, with its version in `ETag`.
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    told(&city, known(&id)?)
}

/// `PUT /api/staff/counselling/{id}`: a new one, or in place of the one that `If-Match` names. Sent twice it changes nothing.
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
    let line: HelpLine = json_of(&parts.headers, &body)?;
    let is_new = city.snapshot().help_line(id).is_none();
    let written = editing::keep_help_line(&city, actor, (id, seen), line).await;
    written.map_err(|why| problem(why, id, seen))?;
    let mut answer = told(&city, id)?;
    if is_new {
        *answer.status_mut() = StatusCode::CREATED;
    }
    Ok(answer)
}

/// `DELETE /api/staff/counselling/{id}`: shows it no more, if it is as `If-Match` says.
pub(in crate::api) async fn withdraw(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let id = known(&id)?;
    let seen = seen_if_any(&parts)?;
    let written = editing::withdraw_help_line(&city, actor, (id, seen)).await;
    written.map_err(|why| problem(why, id, seen))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn told(city: &City, id: HelpLineId) -> Result<Response, Problem> {
    let snapshot = city.snapshot();
    let own = snapshot.help_line(id).ok_or_else(|| none(id))?;
    let tag = format!("\"{}\"", own.line.version());
    let tag = HeaderValue::from_str(&tag).expect("digits and quotes are a header value");
    let mut answer = axum::Json(staff_help_line(id, &own.line, true)).into_response();
    answer.headers_mut().insert(ETAG, tag);
    Ok(answer)
}

fn problem(why: NotWritten, id: HelpLineId, seen: Option<Version>) -> Problem {
    match why {
        // There is one, and nobody said that they had seen it.
        NotWritten::AnotherState if seen.is_none() => Problem::precondition_required(),
        NotWritten::Unknown => none(id),
        hindrance => hindrance.into(),
    }
}

fn known(id: &str) -> Result<HelpLineId, Problem> {
    let known = id.parse().ok();
    known.ok_or_else(|| Problem::unknown_feature("counselling", id))
}

fn none(id: HelpLineId) -> Problem {
    Problem::unknown_feature("counselling", &id.to_string())
}
