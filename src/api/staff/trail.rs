//! The audit trail through the API.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::json;

use super::nothing_asked;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::staff::Actor;
use crate::domain::trail::TrailFilter;
use crate::editing;
use crate::export::trail::{trail_header, trail_rows};
use crate::query::trail_filter;

/// Entries on one page, unless the caller says otherwise.
const USUAL: u32 = 100;

/// Entries on one page at most.
const MOST: u32 = 1000;

/// `GET /api/staff/trail`: entries from the newest back, or from a number on.
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let mut filter = filter(&parts)?;
    filter.limit = Some(filter.limit.unwrap_or(USUAL).min(MOST));
    let entries = city.store().trail(&filter).await?;
    Ok(axum::Json(json!({ "entries": entries })).into_response())
}

/// `GET /api/staff/trail.csv`: the same as a table, all of it unless a limit is given.
pub(in crate::api) async fn table(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let filter = filter(&parts)?;
    let pages = city.store().trail_pages(filter);
    let rows = pages.map_ok(|entries| trail_rows(&entries));
    let head = stream::once(async { Ok(trail_header()) });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"protokoll.csv\"",
        ),
    ];
    Ok((headers, Body::from_stream(head.chain(rows))).into_response())
}

/// `POST /api/staff/trail/{number}/undo`: takes back what an entry did to a place or an event.
pub(in crate::api) async fn take_back(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(number): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let unknown = |_| Problem::unknown_feature("trail", &number);
    let number: i64 = number.parse().map_err(unknown)?;
    let revision = editing::take_back(&city, actor, number).await?;
    Ok(axum::Json(json!({ "revision": revision.0 })).into_response())
}

fn filter(parts: &Parts) -> Result<TrailFilter, Problem> {
    Ok(trail_filter(parts.uri.query().unwrap_or_default())?)
}
