//! Taking back what an entry of the trail did to a place or an event.

use std::sync::Arc;

use super::NotWritten;
use crate::city::City;
use crate::domain::change::CityChange;
use crate::domain::staff::Actor;
use crate::domain::trail::{Author, Page, Subject, TrailEntry, TrailFilter, undo};
use crate::domain::{Event, Place, PlaceId};
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

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
    let entry = city.store().trail_entry(number).await?;
    let entry = entry.ok_or(NotWritten::Unknown)?;
    let later = TrailFilter {
        page: Page::After(number),
        ..TrailFilter::about(entry.subject.clone(), 1)
    };
    let is_last = city.store().trail(&later).await?.is_empty();
    let (author, at) = (Author::staff(actor), city.now());
    let make = move |snapshot: &Snapshot| -> Result<CityChange, NotWritten> {
        if let Some(id) = entry.subject.id_of::<Event>() {
            let now = snapshot.event(id).map(|own| &own.event);
            let is_there = |place| snapshot.place(place).is_some();
            return Ok(undo::event(&author, &entry, is_last, (now, at), is_there)?);
        }
        let id = entry.subject.id_of::<Place>();
        let now = id.and_then(|id| snapshot.place(id)).map(|own| &own.place);
        let is_here = |place: Option<PlaceId>| place.is_some() && place == id;
        let mut events = snapshot.events();
        let has_events = events.any(|own| is_here(own.event.venue.place));
        Ok(undo::place(&author, &entry, is_last, now, has_events)?)
    };
    city.act(make).await
}
