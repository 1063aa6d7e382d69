//! The events of a city with what is worked out about them once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::{Event, EventId, PlaceId};
use crate::snapshot::events::HeldEvent;
use crate::snapshot::frame::Frame;
use crate::snapshot::places::PlaceTable;

/// All events by id, with their indexes. A copy shares what does not change.
#[derive(Clone)]
pub(in crate::snapshot) struct EventTable {
    pub(super) all: Vec<Arc<HeldEvent>>,
    indexes: Arc<Indexes>,
}

struct Indexes {
    by_place: HashMap<PlaceId, Vec<u32>>,
    /// By their last instant, so that what is over is not looked at.
    by_last: Vec<(DateTime<Utc>, u32)>,
}

/// What says where events are held: the places and districts of a city.
pub(in crate::snapshot) struct Holding<'a> {
    frame: &'a Frame,
    places: &'a PlaceTable,
}

impl<'a> Holding<'a> {
    pub(in crate::snapshot) fn of(frame: &'a Frame, places: &'a PlaceTable) -> Self {
        Self { frame, places }
    }

    /// An event with its place and district; a whole day is one in the time zone of the city.
    fn hold(&self, event: Event) -> Arc<HeldEvent> {
        let (first, last) = event.span(self.frame.settings.timezone);
        let (place, district) = self.whereabouts(&event);
        Arc::new(HeldEvent {
            event,
            place,
            district,
            first,
            last,
        })
    }

    /// The slots of an event's place and district.
    fn whereabouts(&self, event: &Event) -> (Option<u32>, Option<u16>) {
        let venue = &event.venue;
        if let Some(slot) = venue.place.and_then(|id| self.places.slot_of(id)) {
            return (Some(slot), self.places.at(slot).district);
        }
        let district = |location| self.frame.district_at(location);
        (None, venue.location.and_then(district))
    }
}

impl EventTable {
    /// Sorts, locates and indexes events.
    pub(in crate::snapshot) fn build(mut events: Vec<Event>, holding: &Holding<'_>) -> Self {
        events.sort_unstable_by_key(|event| event.id);
        let held = events.into_iter().map(|event| holding.hold(event));
        Self::of(held.collect())
    }

    fn of(all: Vec<Arc<HeldEvent>>) -> Self {
        let mut by_place: HashMap<PlaceId, Vec<u32>> = HashMap::new();
        let mut by_last = Vec::with_capacity(all.len());
        for (slot, held) in (0..).zip(&all) {
            if let Some(place) = held.event.venue.place {
                by_place.entry(place).or_default().push(slot);
            }
            by_last.push((held.last.unwrap_or(DateTime::<Utc>::MAX_UTC), slot));
        }
        by_last.sort_unstable();
        let indexes = Arc::new(Indexes { by_place, by_last });
        Self { all, indexes }
    }

    /// The events after some have changed, or the places of some have, which `holding` has already.
    pub(in crate::snapshot) fn after(
        &self,
        places: &[PlaceId],
        changed: BTreeMap<EventId, Option<Event>>,
        holding: &Holding<'_>,
    ) -> Self {
        let mut table = self.clone();
        for place in places {
            table.hold_anew(*place, holding);
        }
        if changed.is_empty() {
            return table;
        }
        let kept = table.all.into_iter();
        let mut events: BTreeMap<EventId, Arc<HeldEvent>> = kept
            .filter(|held| !changed.contains_key(&held.event.id))
            .map(|held| (held.event.id, held))
            .collect();
        for (id, event) in changed {
            if let Some(event) = event {
                events.insert(id, holding.hold(event));
            }
        }
        Self::of(events.into_values().collect())
    }

    /// Finds the events at a place that is new or lies elsewhere.
    fn hold_anew(&mut self, place: PlaceId, holding: &Holding<'_>) {
        for &slot in self.indexes.by_place.get(&place).into_iter().flatten() {
            let held = &mut self.all[slot as usize];
            let (place, district) = holding.whereabouts(&held.event);
            if (place, district) != (held.place, held.district) {
                *held = Arc::new(HeldEvent {
                    place,
                    district,
                    ..HeldEvent::clone(held)
                });
            }
        }
    }

    /// Events that may pass: those of a place, or those that are not over at `from`.
    pub(super) fn candidates(
        &self,
        place: Option<PlaceId>,
        from: Option<DateTime<Utc>>,
    ) -> Vec<u32> {
        let Indexes { by_place, by_last } = &*self.indexes;
        if let Some(place) = place {
            return by_place.get(&place).cloned().unwrap_or_default();
        }
        let begin = from.map_or(0, |from| by_last.partition_point(|(last, _)| *last < from));
        let mut slots: Vec<_> = by_last[begin..].iter().map(|(_, slot)| *slot).collect();
        slots.sort_unstable();
        slots
    }
}
