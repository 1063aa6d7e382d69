//! What was measured on ways, for everybody.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::api::answer::{GEOJSON, Key, revisioned};
use crate::api::problem::Problem;
use crate::city::City;
use crate::export::measured_ways::measured_features;
use crate::query::Params;

/// `GET /api/ways/measured`
pub async fn measured(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path(),
        ..Key::default()
    };
    let answer = || measured_features(&snapshot);
    Ok(revisioned(&snapshot, &key, &headers, GEOJSON, answer))
}
