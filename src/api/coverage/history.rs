//! How far the districts had come at the end of every quarter.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::NaiveTime;

use super::work::{Task, worked};
use crate::api::answer::JSON;
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::level_history::YearQuarter;
use crate::export::coverage::HistoryReport;
use crate::export::geojson::json;
use crate::query::{Param, Params, Schema};

/// How far back.
pub const HISTORY_PARAMS: &[Param] = &[Param::optional(
    "quarters",
    Schema::Count(1, MOST_QUARTERS, USUAL_QUARTERS),
    "At most so many quarters, the last being the one that is over; more than 80 means 80.",
)];

const MOST_QUARTERS: u32 = 80;
const USUAL_QUARTERS: u32 = 40;

/// `GET /api/coverage/history`
pub async fn history(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[HISTORY_PARAMS])?;
    let most = params.count("quarters", USUAL_QUARTERS, MOST_QUARTERS)?;
    let kept = city.store().level_history().await?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let task = Task {
        // What was written down at the end of a quarter is no write to the city.
        path_and_query: format!("{uri} {}", kept.len()),
        moment: Some(today.and_time(NaiveTime::MIN).and_utc()),
        media_type: JSON,
    };
    let own = Arc::clone(&snapshot);
    worked(&snapshot, task, &headers, move || {
        let last = YearQuarter::of(today).before();
        let points = own.coverage(today).history(last, most, &kept);
        let link = format!("/api/coverage/history?quarters={most}");
        Ok(json(&HistoryReport::new(&own, &points, today, &link)))
    })
    .await
}
