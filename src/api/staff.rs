//! What the people of the city may ask and do by program: behind the guard, never kept by a cache.

pub mod suggestions;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::answer::JSON;
use crate::api::problem::Problem;
use crate::domain::Invalid;
use crate::export::geojson::json;

/// An answer that is no part of the city at a revision.
fn plain<T: Serialize>(value: &T) -> Response {
    ([(header::CONTENT_TYPE, JSON)], json(value)).into_response()
}

/// The body of a request as JSON.
///
/// # Errors
/// When it is called something else, is no JSON, or has other members than are asked for.
fn body<T: DeserializeOwned>(headers: &HeaderMap, bytes: &[u8]) -> Result<T, Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    if kind.is_none_or(|kind| !kind.trim().eq_ignore_ascii_case(JSON)) {
        return Err(Invalid::new("Content-Type", "must be application/json").into());
    }
    let read = serde_json::from_slice(bytes);
    read.map_err(|error| Invalid::new("body", error.to_string()).into())
}
