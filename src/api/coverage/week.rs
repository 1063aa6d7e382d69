//! When something is open within reach.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::work::{Task, worked};
use super::{Asked, DISTRICT_PARAMS};
use crate::api::answer::JSON;
use crate::api::problem::Problem;
use crate::city::City;
use crate::export::coverage::WeekReport;
use crate::export::geojson::json;
use crate::query::COVERAGE_PARAMS;

/// `GET /api/coverage/week`
pub async fn week(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut asked = Asked::read(&city, &uri, &[COVERAGE_PARAMS, DISTRICT_PARAMS])?;
    let only = asked.only_district()?;
    let link = asked.link_of("/api/coverage/week", only.as_ref());
    let task = Task {
        path_and_query: uri.to_string(),
        moment: Some(asked.query.moment(&asked.snapshot, asked.now)),
        media_type: JSON,
    };
    let snapshot = Arc::clone(&asked.snapshot);
    worked(&snapshot, task, &headers, move || {
        let city = &*asked.snapshot;
        let coverage = city.coverage(asked.query.day(city, asked.now));
        let question = asked.query.question(city, asked.now);
        Ok(json(&WeekReport::new(
            city,
            &coverage,
            &question,
            only.as_ref(),
            &link,
        )))
    })
    .await
}
