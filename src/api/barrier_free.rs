//! How far the city is on the way to 2040, and the list of places that is counted by.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::api::answer::JSON;
use crate::api::coverage::CSV;
use crate::api::coverage::work::{Task, known, worked};
use crate::api::items::start_of;
use crate::api::problem::Problem;
use crate::auth::Paths;
use crate::city::City;
use crate::export::barrier_free::{ListReport, PROGRESS, ProgressReport, list_csv};
use crate::export::geojson::json;
use crate::query::Params;

/// Adds the paths of progress.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .get(PROGRESS, progress)
        .get("/api/barrier-free/list", list)
        .get("/api/barrier-free/list.csv", table)
}

/// `GET /api/barrier-free`
async fn progress(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let task = Task {
        path_and_query: uri.to_string(),
        moment: Some(start_of(today)),
        media_type: JSON,
    };
    if let Some(known) = known(&snapshot, &task, &headers) {
        return Ok(known);
    }
    let courses = city.audit_courses(&snapshot).await?;
    let own = Arc::clone(&snapshot);
    worked(&snapshot, task, &headers, move || {
        let coverage = own.coverage(today);
        Ok(json(&ProgressReport::new(
            &own, &coverage, &courses, PROGRESS,
        )))
    })
    .await
}

/// `GET /api/barrier-free/list`
async fn list(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    listed(&city, &uri, &headers, JSON, json).await
}

/// `GET /api/barrier-free/list.csv`
async fn table(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    listed(&city, &uri, &headers, CSV, list_csv).await
}

async fn listed(
    city: &City,
    uri: &Uri,
    headers: &HeaderMap,
    media_type: &'static str,
    write: fn(&ListReport) -> Vec<u8>,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let task = Task {
        path_and_query: uri.to_string(),
        moment: Some(start_of(today)),
        media_type,
    };
    let own = Arc::clone(&snapshot);
    worked(&snapshot, task, headers, move || {
        let coverage = own.coverage(today);
        Ok(write(&ListReport::new(&own, &coverage, LIST)))
    })
    .await
}

const LIST: &str = "/api/barrier-free/list";
