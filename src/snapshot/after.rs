//! The city after a change of a few places and events, made from the city before: what stays is shared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::change::Edits;
use crate::domain::place::Status;
use crate::domain::{Place, PlaceId};
use crate::snapshot::events::Holding;
use crate::snapshot::measured::{MeasuredFates, MeasuredWays};
use crate::snapshot::traits::Traits;
use crate::snapshot::{Located, Revision, Snapshot, extent};

/// A change of more than this share of all places is as quickly read anew.
const LARGE_SHARE: usize = 4;

/// So many places may change, however small the city is; and so many slots may have lost their places, and so many
/// texts of hours theirs, however few places there are.
const SPARE: usize = 1_000;

/// What becomes of places: each as it is afterwards, or none where it is taken away.
pub(super) type Fates = BTreeMap<PlaceId, Option<Place>>;

impl Snapshot {
    /// The city after `edits`, which were made for this one and led to `revision`: it answers as if it had been read
    /// from the store. None where that is to be done, because too many places change or have changed.
    #[must_use]
    pub fn after(&self, edits: Edits, revision: Revision) -> Option<Self> {
        if !self.can_follow(&edits) {
            return None;
        }
        let Edits {
            mut audits,
            mut places,
            events,
            measured_ways,
        } = edits;
        // What goes takes its audits with it.
        let gone = places.iter().filter(|(_, fate)| fate.is_none());
        audits.extend(gone.map(|(id, _)| (*id, Vec::new())));
        let own = Self {
            findings: self.findings.after(audits.clone(), &self.frame.criteria),
            ..self.with_measured_ways(measured_ways)
        };
        // A place that is seen differently is put in anew, also where it has not changed itself.
        for id in audits.into_keys() {
            if let Some(located) = self.place(id) {
                places
                    .entry(id)
                    .or_insert_with(|| Some(located.place.clone()));
            }
        }
        let ids: Vec<PlaceId> = places.keys().copied().collect();
        let mut next = Self {
            revision,
            ..own.with_places(places)
        };
        let holding = Holding::of(&next.frame, &next.places);
        next.events = self.events.after(&ids, events, &holding);
        let before = ids.iter().map(|id| (*id, self.known(*id)));
        let renamed = before.filter(|(id, before)| names(*before) != names(next.known(*id)));
        next.spots = self.spots.after(renamed);
        Some(next)
    }

    /// The same with other measurements of ways. Doors stay where they are: one gets in from a way, whatever it is like.
    fn with_measured_ways(&self, fates: MeasuredFates) -> Self {
        if fates.is_empty() {
            return self.clone();
        }
        self.with_measured(self.measured.after(fates, self.frame.map.as_deref()))
    }

    pub(super) fn with_measured(&self, measured: MeasuredWays) -> Self {
        Self {
            measured,
            // Who needs wheels may come onto other ways now.
            squares: Arc::new(self.squares.anew()),
            coverage: Arc::default(),
            ..self.clone()
        }
    }

    /// The same with other places; events and names to look up stay as they are.
    pub(super) fn with_places(&self, places: Fates) -> Self {
        let mut next = Self {
            coverage: Arc::default(),
            ..self.clone()
        };
        next.take_out(&places);
        let ids: Vec<PlaceId> = places.keys().copied().collect();
        next.put_in(places);
        next.follow_moves(self, &ids);
        next
    }

    fn can_follow(&self, edits: &Edits) -> bool {
        let changed = edits.places.len().max(edits.audits.len());
        let count = self.places.iter().len();
        let slots = self.places.slot_count() as usize;
        !self.frame.is_centred_on_places
            && changed <= (count / LARGE_SHARE).max(SPARE)
            && slots <= 2 * count + SPARE
            && self.hours.len() <= count + SPARE
    }

    fn known(&self, id: PlaceId) -> Option<&Place> {
        self.place(id).map(|own| &own.place)
    }

    /// Takes places out that are taken away.
    fn take_out(&mut self, fates: &Fates) {
        let gone = fates.iter().filter(|(_, fate)| fate.is_none());
        let gone: BTreeSet<u32> = gone
            .filter_map(|(id, _)| self.places.slot_of(*id))
            .collect();
        for &slot in &gone {
            let old = self.places.at(slot);
            self.osm_places -= usize::from(old.is_osm());
            old.rendering.retire(&self.renderings);
            self.place_index.take(slot, &old.place.shape);
        }
        self.places.remove(&gone);
    }

    /// Puts places in, each at the slot it has or at a new one.
    fn put_in(&mut self, fates: Fates) {
        let mut new = BTreeMap::new();
        for (id, place) in fates {
            let Some(place) = place else { continue };
            let located = self.located(place);
            self.osm_places += usize::from(located.is_osm());
            let Some(slot) = self.places.slot_of(id) else {
                new.insert(id, located);
                continue;
            };
            let old = self.places.replace(slot, located);
            self.osm_places -= usize::from(old.is_osm());
            old.rendering.retire(&self.renderings);
            self.place_index.take(slot, &old.place.shape);
            self.index(slot);
        }
        let first = self.places.slot_count();
        self.places.add(new);
        for slot in first..self.places.slot_count() {
            self.index(slot);
        }
    }

    fn located(&mut self, place: Place) -> Located {
        let hours = place.opening_hours.as_deref().map(|text| {
            let known = self.hours.known_entry(text);
            known.unwrap_or_else(|| Arc::make_mut(&mut self.hours).entry(text))
        });
        let audits = self.findings.of(place.id);
        Located::new(place, &self.frame, audits, hours)
    }

    fn index(&mut self, slot: u32) {
        let located = self.places.at(slot);
        let traits = Traits::of(located);
        self.place_index.put(slot, &located.place.shape, traits);
    }

    /// Works out what follows from where places lie that are new, gone, or lie elsewhere than in `before`.
    fn follow_moves(&mut self, before: &Self, changed: &[PlaceId]) {
        let (mut left, mut come) = (Vec::new(), Vec::new());
        for &id in changed {
            let (old, new) = (before.known(id), self.known(id));
            if old.map(|own| &own.shape) != new.map(|own| &own.shape) {
                left.extend(old);
                come.extend(new);
            }
        }
        let old_slots = left.iter().filter_map(|own| before.places.slot_of(own.id));
        let new_slots = come.iter().filter_map(|own| self.places.slot_of(own.id));
        let slots: BTreeSet<u32> = old_slots.chain(new_slots).collect();
        if slots.is_empty() {
            return;
        }
        let network = self.frame.network().zip(self.doors.as_deref());
        let doors = network.map(|(network, doors)| doors.after(network, &self.places, &slots));
        let shrinks = |extent| {
            left.iter()
                .any(|place| extent::is_at_edge(extent, &place.shape))
        };
        self.extent = if before.extent.is_some_and(shrinks) {
            let places = self.places.iter().map(|own| &own.place);
            extent::rect_around(&self.frame.districts, places)
        } else {
            let more = extent::rect_around(&[], come.into_iter());
            before.extent.into_iter().chain(more).reduce(extent::union)
        };
        self.doors = doors.map(Arc::new);
    }
}

/// What people look a place up by, and where they find it; none where they do not.
fn names(place: Option<&Place>) -> Option<impl PartialEq> {
    let place = place.filter(|place| place.lifecycle.status != Status::Closed)?;
    let facts = &place.facts;
    let is_estimated = facts.estimated.iter().any(|field| field.as_str() == "name");
    Some((
        &place.name,
        is_estimated,
        &facts.address,
        place.shape.label(),
    ))
}
