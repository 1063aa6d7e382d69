//! The city after a change of a few places and events, made from the city before: what stays is shared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::change::CityChange;
use crate::domain::place::Status;
use crate::domain::{Place, PlaceId};
use crate::snapshot::events::Holding;
use crate::snapshot::traits::Traits;
use crate::snapshot::{Located, Revision, Snapshot, extent};

/// A change of more than this share of all places is as quickly read anew.
const LARGE_SHARE: usize = 4;

/// So many places may change, however small the city is; and so many texts of hours may be kept that no place has.
const SPARE: usize = 1_000;

impl Snapshot {
    /// The city after `change`, which was made for this one and which the write `revision` stored: it answers as
    /// if it had been read from the store. None where that is to be done: when more than a few places and
    /// events change.
    #[must_use]
    pub fn after(&self, change: &CityChange, revision: Revision) -> Option<Self> {
        if !self.can_follow(change) {
            return None;
        }
        let mut next = Self {
            revision,
            ..self.clone()
        };
        // Of two versions of one place the later counts.
        let places = change.places.iter().map(|own| (own.place.id, &own.place));
        let places: BTreeMap<PlaceId, &Place> = places.collect();
        next.put_places(&places);
        let moved: BTreeSet<u32> = places
            .iter()
            .filter(|(id, place)| {
                self.place(**id)
                    .is_none_or(|old| old.place.shape != place.shape)
            })
            .filter_map(|(id, _)| next.places.slot_of(*id))
            .collect();
        next.move_places(self, &moved);
        let holding = Holding::of(&next.frame, &next.places);
        next.events = self.events.after(change, &holding);
        let renamed = places
            .iter()
            .filter(|(id, place)| self.is_called_otherwise(**id, place));
        next.spots = self
            .spots
            .after(renamed.map(|(id, _)| (*id, self.place(*id).map(|own| &own.place))));
        Some(next)
    }

    fn can_follow(&self, change: &CityChange) -> bool {
        let is_about_more = change.settings.is_some()
            || change.districts.is_some()
            || change.forget_places
            || change.map.is_some()
            || !change.surveys.is_empty()
            // What must not be kept is not kept here either.
            || !change.refuges.is_empty()
            || !change.places_removed.is_empty();
        let count = self.places.len() as usize;
        !is_about_more
            && !self.frame.is_centred_on_places
            && change.places.len() <= (count / LARGE_SHARE).max(SPARE)
            && self.hours.len() <= count + SPARE
    }

    /// Puts places in, each at the slot it has or at a new one.
    fn put_places(&mut self, places: &BTreeMap<PlaceId, &Place>) {
        let mut new = BTreeMap::new();
        for (&id, &place) in places {
            let located = self.located(place.clone());
            self.osm_places += usize::from(located.is_osm());
            let Some(slot) = self.places.slot_of(id) else {
                new.insert(id, located);
                continue;
            };
            let old = self.places.replace(slot, located);
            old.rendering.retire(&self.renderings);
            self.osm_places -= usize::from(old.is_osm());
            self.place_index.take(slot, &old.place.shape);
            self.index(slot);
        }
        let first = self.places.len();
        self.places.add(new);
        for slot in first..self.places.len() {
            self.index(slot);
        }
    }

    fn located(&mut self, place: Place) -> Located {
        let hours = place.opening_hours.as_deref().map(|text| {
            let known = self.hours.known_entry(text);
            known.unwrap_or_else(|| Arc::make_mut(&mut self.hours).entry(text))
        });
        Located::new(place, &self.frame, hours)
    }

    fn index(&mut self, slot: u32) {
        let located = self.places.at(slot);
        let traits = Traits::of(located);
        self.place_index.put(slot, &located.place.shape, traits);
    }

    /// Works out what follows from where places lie that are new or lie elsewhere than in `before`.
    fn move_places(&mut self, before: &Self, moved: &BTreeSet<u32>) {
        if moved.is_empty() {
            return;
        }
        if let Some((network, doors)) = self.frame.network().zip(self.doors.as_deref()) {
            self.doors = Some(Arc::new(doors.after(network, &self.places, moved)));
        }
        let left = moved.iter().filter(|slot| **slot < before.places.len());
        let mut left = left.map(|slot| &before.places.at(*slot).place.shape);
        let shrinks = |extent| left.any(|shape| extent::is_at_edge(extent, shape));
        if before.extent.is_some_and(shrinks) {
            let places = self.places.iter().map(|own| &own.place);
            self.extent = extent::rect_around(&self.frame.districts, places);
        } else {
            let places = moved.iter().map(|slot| &self.places.at(*slot).place);
            let more = extent::rect_around(&[], places);
            self.extent = before.extent.into_iter().chain(more).reduce(extent::union);
        }
    }

    /// Whether people look a place up by other names than before, or find it elsewhere.
    fn is_called_otherwise(&self, id: PlaceId, place: &Place) -> bool {
        let names = |place: &Place| {
            let facts = &place.facts;
            let is_shown = place.lifecycle.status != Status::Closed;
            let estimated = facts.estimated.iter().any(|field| field.as_str() == "name");
            let label = place.shape.label();
            is_shown.then(|| (place.name.clone(), estimated, facts.address.clone(), label))
        };
        self.place(id).and_then(|old| names(&old.place)) != names(place)
    }
}
