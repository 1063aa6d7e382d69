//! The queue of suggestions as somebody of the city works through it.

use std::sync::{Arc, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::city::City;
use crate::domain::suggestion::figures::Figures;
use crate::domain::suggestion::{
    Decision, QueueFilter, QueuePosition, Rejection, Removal, Suggestion, SuggestionId,
};
use crate::error::Error;
use crate::snapshot::Snapshot;

/// The most suggestions of a page, and the most that are rejected at once.
pub const MOST_AT_ONCE: u32 = 500;

/// Another program may have decided meanwhile: figures are counted anew after so long.
const FIGURES_HOLD: TimeDelta = TimeDelta::minutes(1);

/// What was counted, and when.
pub(in crate::city) type Counted = Option<(DateTime<Utc>, Arc<Figures>)>;

/// A page of the queue.
#[derive(Clone, Debug, Default)]
pub struct QueuePage {
    /// Its suggestions, in order.
    pub suggestions: Vec<Suggestion>,
    /// Where the next page goes on, if there is one.
    pub next: Option<QueuePosition>,
}

impl City {
    /// The suggestions that `filter` asks for after `after`, at most `limit`: of those that are open the oldest first, of the
    /// others those decided last.
    ///
    /// # Errors
    /// What the store says.
    pub async fn queue(
        &self,
        snapshot: &Snapshot,
        filter: &QueueFilter,
        after: Option<QueuePosition>,
        limit: u32,
    ) -> Result<QueuePage, Error> {
        let limit = limit.clamp(1, MOST_AT_ONCE);
        let (mut page, mut after) = (QueuePage::default(), after);
        loop {
            let read = self
                .store
                .suggestions_in(filter.state, after.as_ref(), limit)
                .await?;
            let Some(last) = read.last() else {
                return Ok(page);
            };
            after = Some(QueuePosition::of(last));
            for own in read.into_iter().filter(|own| passes(snapshot, filter, own)) {
                if page.suggestions.len() == limit as usize {
                    page.next = page.suggestions.last().map(QueuePosition::of);
                    return Ok(page);
                }
                page.suggestions.push(own);
            }
        }
    }

    /// Every suggestion that waits for a decision, the oldest first.
    ///
    /// # Errors
    /// What the store says.
    pub async fn open_suggestions(&self) -> Result<Vec<Suggestion>, Error> {
        let most = super::MOST_OPEN;
        self.store.suggestions_in(Decision::Open, None, most).await
    }

    /// Rejects those of `ids` that are still open, and returns them.
    ///
    /// # Errors
    /// What the store says; nothing is rejected then.
    pub async fn reject(
        &self,
        ids: &[SuggestionId],
        rejection: &Rejection,
    ) -> Result<Vec<SuggestionId>, Error> {
        let rejected = self
            .store
            .reject_suggestions(ids, rejection, self.now())
            .await;
        self.forget_figures();
        rejected
    }

    /// Takes the content of a suggestion away for good; false when there is none to take.
    ///
    /// # Errors
    /// What the store says.
    pub async fn remove_suggestion(
        &self,
        id: SuggestionId,
        removal: &Removal,
    ) -> Result<bool, Error> {
        let removed = self.store.remove_suggestion(id, removal, self.now()).await;
        self.forget_figures();
        removed
    }

    /// How the city deals with suggestions, at most a minute old.
    ///
    /// # Errors
    /// What the store says.
    pub async fn suggestion_figures(&self) -> Result<Arc<Figures>, Error> {
        let now = self.now();
        let known = self.figures().clone();
        if let Some((_, figures)) = known.filter(|(at, _)| (now - *at).abs() < FIGURES_HOLD) {
            return Ok(figures);
        }
        let tallies = self.store.suggestion_tallies().await?;
        let figures = Arc::new(Figures::of(&tallies, self.snapshot().date_at(now)));
        *self.figures() = Some((now, Arc::clone(&figures)));
        Ok(figures)
    }

    /// What was counted holds no longer.
    pub(in crate::city) fn forget_figures(&self) {
        *self.figures() = None;
    }

    fn figures(&self) -> std::sync::MutexGuard<'_, Counted> {
        let counted = self.counted_suggestions.lock();
        counted.unwrap_or_else(PoisonError::into_inner)
    }
}

fn passes(snapshot: &Snapshot, filter: &QueueFilter, own: &Suggestion) -> bool {
    let said = &own.said;
    let is_matter = filter
        .matter
        .is_none_or(|matter| own.withheld.is_none() && said.matter() == matter);
    let is_kind = filter
        .kind
        .is_none_or(|kind| snapshot.kind_of_said(said) == Some(kind));
    // The spot is looked for last: it may have to be looked up by its address.
    let is_there = |wanted: &_| snapshot.district_of_said(said).map(|own| &own.id) == Some(wanted);
    is_matter && is_kind && filter.district.as_ref().is_none_or(is_there)
}
