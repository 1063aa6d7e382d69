//! Is the program alive, and can it serve?

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde_json::json;

use crate::api::problem::Problem;
use crate::city::City;

/// `GET /health/live`: the program runs.
pub async fn live() -> impl IntoResponse {
    (
        [(header::CACHE_CONTROL, NO_STORE)],
        Json(json!({ "status": "live" })),
    )
}

/// `GET /health/ready`: the store answers, and which revision is served.
pub async fn ready(State(city): State<Arc<City>>) -> Result<impl IntoResponse, Problem> {
    city.store()
        .revision()
        .await
        .map_err(|error| Problem::not_ready(&error))?;
    let body = json!({ "status": "ready", "revision": city.snapshot().revision().0 });
    Ok(([(header::CACHE_CONTROL, NO_STORE)], Json(body)))
}

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
