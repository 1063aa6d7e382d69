//! Work that takes the processor for a while: a little at a time, where it holds up nobody.

use std::time::Duration;

use tokio::sync::{AcquireError, Semaphore};
use tokio::task::JoinError;

/// So much is worked out at once, pages and answers together: searches gain nothing from more than there are processors.
const AT_ONCE: usize = 2;

/// So long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Of what takes seconds, one at a time, so that everything else always finds a turn.
static LONG_TURNS: Semaphore = Semaphore::const_new(AT_ONCE - 1);

/// Does some work in its turn; none when there is no turn in time.
///
/// # Errors
/// When the work was broken off.
pub async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<Option<T>, JoinError> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire()).await;
    match turn {
        Ok(Ok(turn)) => done(turn, work).await.map(Some),
        _ => Ok(None),
    }
}

/// The same for work that may take seconds.
///
/// # Errors
/// When the work was broken off.
pub async fn in_long_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<Option<T>, JoinError> {
    let both = async {
        let long = LONG_TURNS.acquire().await?;
        Ok::<_, AcquireError>((long, TURNS.acquire().await?))
    };
    match tokio::time::timeout(PATIENCE, both).await {
        Ok(Ok(turns)) => done(turns, work).await.map(Some),
        _ => Ok(None),
    }
}

/// Work that has begun goes on when whoever asked leaves: its turn ends with it and not before.
async fn done<T: Send + 'static>(
    turn: impl Send + 'static,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JoinError> {
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await
}
