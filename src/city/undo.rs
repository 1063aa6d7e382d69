//! Taking back what an entry of the trail did.

use std::sync::Arc;

use super::City;
use crate::domain::change::CityChange;
use crate::domain::trail::undo::{self, UndoRefused};
use crate::domain::trail::{Author, TrailEntry, TrailFilter};
use crate::domain::{Event, Place, PlaceId};
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

/// Why nothing was taken back.
#[derive(Debug, thiserror::Error)]
pub enum UndoFailure {
    /// It cannot be.
    #[error(transparent)]
    Refused(#[from] UndoRefused),
    /// There is no such entry.
    #[error("the trail has no entry {0}")]
    NoEntry(i64),
    /// The store says why.
    #[error(transparent)]
    City(#[from] Error),
}

impl City {
    /// Takes back what the entry with this number did, in the name of `author`, and returns the new revision.
    ///
    /// # Errors
    /// Why it cannot be taken back, or what the store says; nothing is written then.
    pub async fn undo(
        self: &Arc<Self>,
        number: i64,
        author: Author,
    ) -> Result<Revision, UndoFailure> {
        // Read before the entries: of the city at this revision, no later entry can be missing.
        let seen = self.store.revision().await?;
        let entry = self.store.trail_entry(number).await?;
        let entry = entry.ok_or(UndoFailure::NoEntry(number))?;
        let newest = TrailFilter::about(entry.subject.clone(), 1);
        let newest = self.store.trail(&newest).await?;
        let is_last = newest.first().is_none_or(|newest| newest.number == number);
        let at = self.now();
        self.act(move |snapshot| {
            let is_last = is_last && snapshot.revision() == seen;
            Ok(change(snapshot, &author, &entry, is_last, at)?)
        })
        .await
    }
}

/// The change that takes `entry` back from the city of `snapshot`.
fn change(
    snapshot: &Snapshot,
    author: &Author,
    entry: &TrailEntry,
    is_last: bool,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<CityChange, UndoRefused> {
    let has_place = |place| snapshot.place(place).is_some();
    if let Some(id) = entry.subject.id_of::<Event>() {
        let now = snapshot.event(id).map(|held| &held.event);
        return undo::event(author, entry, is_last, (now, at), has_place);
    }
    let id = entry.subject.id_of::<Place>();
    let now = id.and_then(|id| snapshot.place(id)).map(|own| &own.place);
    let is_in_use = id.is_some_and(|id| is_in_use(snapshot, id));
    undo::place(author, entry, is_last, now, is_in_use, has_place)
}

/// Whether something is held at a place, or another one points there.
fn is_in_use(snapshot: &Snapshot, id: PlaceId) -> bool {
    let (mut events, mut places) = (snapshot.events(), snapshot.places());
    events.any(|held| held.event.venue.place == Some(id))
        || places.any(|own| own.place.facts.relocated_to == Some(id))
}
