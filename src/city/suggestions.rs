//! Taking in what residents say is missing or wrong.

mod queue;
mod reports;

use std::sync::{Arc, MutexGuard, PoisonError};

use chrono::TimeDelta;
use uuid::Uuid;

pub use queue::{MOST_AT_ONCE, QueuePage};

pub(super) use queue::Counted;

use super::City;
use crate::domain::Catalogue;
use crate::domain::allowance::{Allowance, Rate};
use crate::domain::suggestion::{Decision, Said, Suggestion, SuggestionId};
use crate::error::Error;

/// More suggestions than this never wait: somebody has to decide on some first.
pub const MOST_OPEN: u32 = 5_000;

/// So many suggestions are taken in an hour, from the whole city together.
pub const MOST_AN_HOUR: u32 = 60;

pub(super) const RATE: Rate = Rate::an_hour(MOST_AN_HOUR);

/// What became of a suggestion on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is on disk; or it says what nobody may see and was dropped, which nobody is told.
    Thanks,
    /// Too many came in this hour: the next one may come after a while.
    TooMany(TimeDelta),
    /// Too many are waiting.
    Full,
}

impl City {
    /// Puts what somebody said into the queue, with the day and nothing more. It is on disk when this returns.
    ///
    /// # Errors
    /// What the store says; nothing is kept then.
    pub async fn suggest(self: &Arc<Self>, said: Said) -> Result<Taken, Error> {
        let now = self.now();
        // A word that is dropped uses up as much as one that is kept, and is answered alike.
        if let Err(wait) = self.allowance().take(RATE, now) {
            return Ok(Taken::TooMany(wait));
        }
        if said.withheld(Catalogue::shipped()).is_some() {
            return Ok(Taken::Thanks);
        }
        let today = self.snapshot().date_at(now);
        let suggestion = Suggestion::new(SuggestionId(Uuid::new_v4()), today, said);
        let city = Arc::clone(self);
        // In a task of its own: it finishes even when the caller hangs up.
        let is_put = tokio::spawn(async move {
            let put = city.store.put_suggestion(&suggestion, MOST_OPEN).await;
            city.forget_figures();
            put
        });
        Ok(if is_put.await?? {
            Taken::Thanks
        } else {
            Taken::Full
        })
    }

    /// The suggestion with this id, as long as nobody has decided on it; none where it says what nobody may see.
    ///
    /// # Errors
    /// What the store says.
    pub async fn open_suggestion(&self, id: SuggestionId) -> Result<Option<Suggestion>, Error> {
        let found = self.store.suggestion(id).await?;
        let is_shown = |own: &Suggestion| own.state == Decision::Open && own.withheld.is_none();
        Ok(found.filter(is_shown))
    }

    fn allowance(&self) -> MutexGuard<'_, Allowance> {
        // Counting goes on where a panic left it.
        self.suggesting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
