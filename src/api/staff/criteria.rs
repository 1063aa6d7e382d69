//! Versions of the criteria for programs of the city, and what another version would change.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::nothing_asked;
use crate::api::coverage::work::worked_for_sender;
use crate::api::problem::Problem;
use crate::city::City;
use crate::export::criteria;
use crate::export::geojson::json as bytes;

/// `GET /api/staff/criteria`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let versions = criteria::versions(&snapshot, today);
    let told = json!({ "revision": snapshot.revision().0, "versions": versions });
    Ok(axum::Json(told).into_response())
}

/// `GET /api/staff/criteria/{version}/effects`
pub(in crate::api) async fn effects(
    State(city): State<Arc<City>>,
    Path(version): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let snapshot = city.snapshot();
    worked_for_sender(move || {
        let effects = criteria::effects(&snapshot, &version);
        let effects = effects.map_err(|_unknown| Problem::unknown_feature("criteria", &version))?;
        Ok(bytes(&effects))
    })
    .await
}
