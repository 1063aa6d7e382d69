//! The places of a snapshot: each keeps its slot as long as the city is not read anew, and stands in one order by id.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::PlaceId;
use crate::snapshot::Located;
use crate::snapshot::pieces::Pieces;
use crate::snapshot::traits::Traits;

/// Every place at its slot. A copy shares what does not change.
#[derive(Clone)]
pub(super) struct PlaceTable {
    located: Pieces<Located>,
    /// What filters ask, by the same slots.
    traits: Pieces<Traits>,
    /// All slots by the ids of their places.
    order: Arc<[u32]>,
    /// The slots below this one are in the order of ids themselves.
    in_order: u32,
}

impl PlaceTable {
    /// A table of places that come by id.
    pub(super) fn build(places: impl Iterator<Item = Located>) -> Self {
        let located: Pieces<Located> = places.collect();
        let slots = 0..located.len();
        Self {
            traits: slots
                .clone()
                .map(|slot| Traits::of(&located[slot]))
                .collect(),
            order: slots.collect(),
            in_order: located.len(),
            located,
        }
    }

    /// How many slots there are, also those of places that are gone.
    pub(super) fn slot_count(&self) -> u32 {
        self.located.len()
    }

    /// All places by id.
    pub(super) fn iter(&self) -> Places<'_> {
        let slots = self.order.iter();
        Places { table: self, slots }
    }

    pub(super) fn at(&self, slot: u32) -> &Located {
        &self.located[slot]
    }

    pub(super) fn traits(&self, slot: u32) -> &Traits {
        &self.traits[slot]
    }

    /// The slots of all places by id.
    pub(super) fn slots(&self) -> impl Iterator<Item = u32> {
        self.order.iter().copied()
    }

    pub(super) fn slot_of(&self, id: PlaceId) -> Option<u32> {
        let found = self
            .order
            .binary_search_by_key(&id, |slot| self.at(*slot).place.id);
        found.ok().map(|position| self.order[position])
    }

    /// Which of two places has the smaller id.
    pub(super) fn compare(&self, a: u32, b: u32) -> Ordering {
        if a < self.in_order && b < self.in_order {
            return a.cmp(&b);
        }
        self.at(a).place.id.cmp(&self.at(b).place.id)
    }

    /// The places whose ids begin with these 32 bits, by id.
    pub(super) fn beginning_with(&self, first: u32) -> Vec<&Located> {
        let beginning = |slot: &u32| self.at(*slot).place.id.0.as_fields().0;
        let begin = self.order.partition_point(|slot| beginning(slot) < first);
        let count = self.order[begin..].partition_point(|slot| beginning(slot) == first);
        let slots = &self.order[begin..begin + count];
        slots.iter().map(|slot| self.at(*slot)).collect()
    }

    /// Puts another version of a place at its slot, and returns the one that was there.
    pub(super) fn replace(&mut self, slot: u32, located: Located) -> Located {
        *self.traits.entry_mut(slot) = Traits::of(&located);
        std::mem::replace(self.located.entry_mut(slot), located)
    }

    /// Takes places out; nothing leads to their slots any more.
    pub(super) fn remove(&mut self, slots: &BTreeSet<u32>) {
        if !slots.is_empty() {
            let left = self.order.iter().filter(|slot| !slots.contains(slot));
            self.order = left.copied().collect();
        }
    }

    /// Adds places that are new, each at a new slot.
    pub(super) fn add(&mut self, places: BTreeMap<PlaceId, Located>) {
        if places.is_empty() {
            return;
        }
        let first = self.slot_count();
        self.traits.extend(places.values().map(Traits::of));
        self.located.extend(places.into_values());
        let mut new = (first..self.slot_count()).peekable();
        let mut order = Vec::with_capacity(self.slot_count() as usize);
        for &slot in &*self.order {
            while let Some(new) = new.next_if(|new| self.compare(*new, slot).is_lt()) {
                order.push(new);
            }
            order.push(slot);
        }
        order.extend(new);
        self.order = order.into();
    }
}

/// All places of a city by id, closed ones too.
#[derive(Clone)]
pub struct Places<'a> {
    table: &'a PlaceTable,
    slots: std::slice::Iter<'a, u32>,
}

impl<'a> Iterator for Places<'a> {
    type Item = &'a Located;

    fn next(&mut self) -> Option<&'a Located> {
        self.slots.next().map(|slot| self.table.at(*slot))
    }

    fn nth(&mut self, count: usize) -> Option<&'a Located> {
        self.slots.nth(count).map(|slot| self.table.at(*slot))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.slots.size_hint()
    }
}

impl ExactSizeIterator for Places<'_> {}
