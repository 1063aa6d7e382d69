//! Taking back what an entry of the trail did to a place or an event.

use std::sync::Arc;

use super::NotWritten;
use crate::city::{City, UndoFailure};
use crate::domain::staff::Actor;
use crate::domain::trail::{Author, Subject, TrailEntry, TrailFilter};
use crate::error::Error;
use crate::snapshot::Revision;

/// So many entries about one subject are read at most.
const MOST_ENTRIES: u32 = 1000;

/// The entries about one subject, the newest first.
///
/// # Errors
/// What the store says.
pub async fn entries_about(city: &City, subject: &Subject) -> Result<Vec<TrailEntry>, Error> {
    let filter = TrailFilter::about(subject.clone(), MOST_ENTRIES);
    city.store().trail(&filter).await
}

/// Takes back what the entry `number` did.
///
/// # Errors
/// Why nothing is written.
pub async fn take_back(
    city: &Arc<City>,
    actor: Actor,
    number: i64,
) -> Result<Revision, NotWritten> {
    match city.undo(number, Author::staff(actor)).await {
        Ok(revision) => Ok(revision),
        Err(UndoFailure::Refused(refused)) => Err(NotWritten::NotUndone(refused)),
        Err(UndoFailure::NoEntry(_)) => Err(NotWritten::Unknown),
        Err(UndoFailure::City(error)) => Err(NotWritten::Failed(error)),
    }
}
