//! Work that takes the processor for a while: a little at a time, where it holds up nobody.

use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinError;

/// So much is worked out at once, pages and answers together: searches gain nothing from more than there are processors.
const AT_ONCE: usize = 2;

/// So long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Does some work in its turn; none when there is no turn in time.
///
/// # Errors
/// When the work was broken off.
pub async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<Option<T>, JoinError> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire()).await;
    let Ok(Ok(turn)) = turn else {
        return Ok(None);
    };
    // Work that has begun goes on when whoever asked leaves: its turn ends with it and not before.
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    Ok(Some(done.await?))
}
