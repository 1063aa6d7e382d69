//! The events of a city with what is worked out about them once.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::{Event, Location, PlaceId};
use crate::snapshot::Located;
use crate::snapshot::events::HeldEvent;

/// All events by id, with their indexes.
pub(in crate::snapshot) struct EventTable {
    pub(super) events: Vec<HeldEvent>,
    by_place: HashMap<PlaceId, Vec<u32>>,
    /// By their last instant, so that what is over is not looked at.
    by_last: Vec<(DateTime<Utc>, u32)>,
}

impl EventTable {
    /// Sorts, locates and indexes events; a whole day is one in the time zone `city`.
    pub(in crate::snapshot) fn build(
        mut events: Vec<Event>,
        places: &[Located],
        district_at: impl Fn(Location) -> Option<u16>,
        city: Tz,
    ) -> Self {
        events.sort_unstable_by_key(|event| event.id);
        let held = events.into_iter().map(|event| {
            let place = event.venue.place.and_then(|id| {
                let slot = places.binary_search_by_key(&id, |own| own.place.id).ok()?;
                u32::try_from(slot).ok()
            });
            let (first, last) = event.span(city);
            HeldEvent {
                place,
                district: match place {
                    Some(slot) => places[slot as usize].district,
                    None => event.venue.location.and_then(&district_at),
                },
                first,
                last,
                event,
            }
        });
        let events: Vec<_> = held.collect();
        let mut by_place: HashMap<PlaceId, Vec<u32>> = HashMap::new();
        let mut by_last = Vec::with_capacity(events.len());
        for (slot, held) in (0..).zip(&events) {
            if let Some(place) = held.event.venue.place {
                by_place.entry(place).or_default().push(slot);
            }
            by_last.push((held.last.unwrap_or(DateTime::<Utc>::MAX_UTC), slot));
        }
        by_last.sort_unstable();
        Self {
            events,
            by_place,
            by_last,
        }
    }

    /// Events that may pass: those of a place, or those that are not over at `from`.
    pub(super) fn candidates(
        &self,
        place: Option<PlaceId>,
        from: Option<DateTime<Utc>>,
    ) -> Vec<u32> {
        if let Some(place) = place {
            return self.by_place.get(&place).cloned().unwrap_or_default();
        }
        let begin = from.map_or(0, |from| {
            self.by_last.partition_point(|(last, _)| *last < from)
        });
        let rest = self.by_last[begin..].iter();
        let mut slots: Vec<_> = rest.map(|(_, slot)| *slot).collect();
        slots.sort_unstable();
        slots
    }
}
