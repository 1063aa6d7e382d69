//! What was measured on ways, for everybody.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::api::answer::GEOJSON;
use crate::api::coverage::work::{Task, worked};
use crate::api::items::after;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::measured_way::MeasuredWayId;
use crate::export::geojson::json;
use crate::export::measured_ways::measured_features;
use crate::query::{Param, Params, Schema};

/// The most measurements of a page, and how many there are if nobody says.
const MOST: u32 = 1_000;

/// How measurements are paged.
pub const MEASURED_WAYS_PARAMS: &[Param] = &[
    Param::optional(
        "limit",
        Schema::Count(1, MOST, MOST),
        "At most so many measurements; more than 1000 means 1000.",
    ),
    after(Schema::Uuid),
];

/// Which page is asked for: after which measurement it begins, and how many there are on it.
pub(super) fn page_of(query: Option<&str>) -> Result<(Option<MeasuredWayId>, usize), Invalid> {
    let mut params = Params::parse(query.unwrap_or_default(), &[MEASURED_WAYS_PARAMS])?;
    let limit = params.count("limit", MOST, MOST)?;
    Ok((params.take::<MeasuredWayId>("after")?, limit))
}

/// `GET /api/ways/measured`
pub async fn measured(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (after, limit) = page_of(uri.query())?;
    let snapshot = city.snapshot();
    let task = Task {
        path_and_query: uri.to_string(),
        moment: None,
        media_type: GEOJSON,
    };
    let own = Arc::clone(&snapshot);
    worked(&snapshot, task, &headers, move || {
        Ok(json(&measured_features(&own, after, limit)))
    })
    .await
}
