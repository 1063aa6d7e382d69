//! Answers that take the processor for a while: a few at a time, and none that the caller has already.

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use tokio::sync::Semaphore;

use crate::api::answer::{Key, entity_tag, is_known, tagged};
use crate::api::problem::Problem;
use crate::error::Error;
use crate::snapshot::Snapshot;

/// So many answers are worked out at once: searches gain nothing from more than there are processors.
const AT_ONCE: usize = 2;

/// So long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

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
    let key = Key {
        path_and_query: &task.path_and_query,
        moment: task.moment,
        ..Key::default()
    };
    let tag = entity_tag(snapshot, &key);
    if is_known(headers, &tag) {
        return Ok(tagged(tag, headers, task.media_type, Vec::new));
    }
    let bytes = in_turn(work).await?;
    Ok(tagged(tag, headers, task.media_type, || bytes))
}

/// The answer that `work` gives to something that was sent: it is for whoever sent it.
pub async fn worked_for_sender(
    work: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let bytes = in_turn(work).await?;
    let headers = [
        (axum::http::header::CONTENT_TYPE, crate::api::answer::JSON),
        (axum::http::header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}

/// Does some work where it holds up nobody, when its turn comes.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire()).await;
    let Ok(Ok(turn)) = turn else {
        return Err(Problem::busy_working());
    };
    // Work that has begun goes on when the caller leaves: its turn ends with it and not before.
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.map_err(Error::from)?
}
