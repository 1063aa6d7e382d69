//! Who is logged in: what a page that is kept on a device asks before it sends anything.

use axum::extract::Extension;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::nothing_asked;
use crate::api::problem::Problem;
use crate::domain::account::Session;

/// `GET /api/staff/account`
pub(in crate::api) async fn show(
    Extension(session): Extension<Session>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let own = &session.account;
    let told = json!({ "id": own.id, "name": own.name.as_str(), "roles": own.roles });
    Ok(axum::Json(told).into_response())
}
