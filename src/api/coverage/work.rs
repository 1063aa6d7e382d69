//! Answers that take the processor for a while: a few at a time, and none that the caller has already.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use crate::api::answer::{Key, entity_tag, is_known, tagged};
use crate::api::problem::Problem;
use crate::error::Error;
use crate::gate::{in_long_turn, in_turn};
use crate::snapshot::Snapshot;

/// What an answer is, besides its content.
pub struct Task {
    /// The path with its query string.
    pub path_and_query: String,
    /// The moment that the answer depends on.
    pub moment: Option<DateTime<Utc>>,
    pub media_type: &'static str,
}

/// The answer that `work` gives about `snapshot`, or 304 when the caller has it already.
pub async fn worked(
    snapshot: &Arc<Snapshot>,
    task: Task,
    headers: &HeaderMap,
    work: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    if let Some(known) = known(snapshot, &task, headers) {
        return Ok(known);
    }
    let bytes = done(work).await?;
    let tag = tag(snapshot, &task);
    Ok(tagged(tag, headers, task.media_type, || bytes))
}

/// 304 when the caller has the answer already: before anything is read for it.
pub fn known(snapshot: &Snapshot, task: &Task, headers: &HeaderMap) -> Option<Response> {
    let tag = tag(snapshot, task);
    is_known(headers, &tag).then(|| tagged(tag, headers, task.media_type, Vec::new))
}

fn tag(snapshot: &Snapshot, task: &Task) -> HeaderValue {
    let key = Key {
        path_and_query: &task.path_and_query,
        moment: task.moment,
        ..Key::default()
    };
    entity_tag(snapshot, &key)
}

/// The answer that `work` gives to something that was sent: it is for whoever sent it.
pub async fn worked_for_sender(
    work: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    Ok(for_sender(done(work).await?))
}

/// The same where the work may take seconds.
pub async fn worked_long_for_sender(
    work: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let done = in_long_turn(work).await.map_err(Error::from)?;
    let done = done.unwrap_or_else(|| Err(Problem::busy_working()));
    Ok(for_sender(done?))
}

fn for_sender(bytes: Vec<u8>) -> Response {
    let headers = [
        (axum::http::header::CONTENT_TYPE, crate::api::answer::JSON),
        (axum::http::header::CACHE_CONTROL, "no-store"),
    ];
    (headers, bytes).into_response()
}

/// Does some work in its turn.
async fn done<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let done = in_turn(work).await.map_err(Error::from)?;
    done.unwrap_or_else(|| Err(Problem::busy_working()))
}
