//! When something is open within reach.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use super::Asked;
use super::work::{Task, worked};
use crate::api::answer::JSON;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::DistrictId;
use crate::export::coverage::WeekReport;
use crate::export::geojson::json;
use crate::query::{COVERAGE_PARAMS, Param, Schema};

/// Whose week is asked for.
pub const WEEK_PARAMS: &[Param] = &[Param::optional(
    "district",
    Schema::DistrictId,
    "Only this district; all of them if left out.",
)];

/// `GET /api/coverage/week`
pub async fn week(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut asked = Asked::read(&city, &uri, &[COVERAGE_PARAMS, WEEK_PARAMS])?;
    let only = asked.params.take::<DistrictId>("district")?;
    if let Some(id) = &only
        && asked.snapshot.district(id).is_none()
    {
        return Err(Problem::unknown_feature("districts", id.as_str()));
    }
    let mut link = asked.link("/api/coverage/week");
    if let Some(id) = &only {
        link.push_str("&district=");
        link.push_str(id.as_str());
    }
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
