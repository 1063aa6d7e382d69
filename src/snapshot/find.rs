//! The questions a snapshot answers about places.

use crate::domain::{Bbox, Location, PlaceId};
use crate::snapshot::filter::Sieve;
use crate::snapshot::traits::Traits;
use crate::snapshot::{Near, Page, PlaceFilter, Snapshot, Within};

impl Snapshot {
    /// The places within some ground that pass `filter`: a page of at most `limit` by id, after the place `after`.
    #[must_use]
    pub fn find(
        &self,
        within: &Within,
        filter: &PlaceFilter,
        after: Option<PlaceId>,
        limit: usize,
    ) -> Page<'_> {
        let slots = self.slots_passing(within, filter);
        let begin = match after {
            None => 0,
            Some(after) => slots.partition_point(|&slot| self.places.at(slot).place.id <= after),
        };
        let end = slots.len().min(begin.saturating_add(limit));
        let places: Vec<_> = slots[begin..end]
            .iter()
            .map(|&slot| self.places.at(slot))
            .collect();
        Page {
            matched: slots.len(),
            next: places
                .last()
                .filter(|_| end < slots.len())
                .map(|last| last.place.id),
            places,
        }
    }

    /// The `limit` places nearest to `location` that pass `filter` and are at most `within_m` metres away.
    #[must_use]
    pub fn near(
        &self,
        location: Location,
        filter: &PlaceFilter,
        within_m: f64,
        limit: usize,
    ) -> Vec<Near<'_>> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        let passes = |slot: u32, traits: &Traits| sieve.passes(slot, traits);
        self.nearest(location, limit, within_m, passes)
            .into_iter()
            .map(|(slot, distance_m)| Near {
                located: self.places.at(slot),
                distance_m,
            })
            .collect()
    }

    /// The slots of the `limit` nearest places that pass, with their distance; of equally near ones by id.
    pub(super) fn nearest(
        &self,
        location: Location,
        limit: usize,
        within_m: f64,
        passes: impl Fn(u32, &Traits) -> bool,
    ) -> Vec<(u32, f64)> {
        let by_id = |a, b| self.places.compare(a, b);
        self.place_index
            .nearest(location, limit, within_m, passes, by_id)
    }

    /// Slots of the places that pass, in the order of their ids.
    fn slots_passing(&self, within: &Within, filter: &PlaceFilter) -> Vec<u32> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        let passes = |slot: &u32| sieve.passes(*slot, self.places.traits(*slot));
        let shape = |slot: u32| &self.places.at(slot).place.shape;
        let mut slots: Vec<u32> = match within {
            Within::Everywhere => return self.places.slots().filter(passes).collect(),
            Within::District(id) => {
                let Some(wanted) = self.district_slot(id) else {
                    return Vec::new();
                };
                let inside = |slot: &u32| self.places.traits(*slot).district == Some(wanted);
                let slots = self.places.slots();
                return slots.filter(inside).filter(passes).collect();
            }
            Within::Box(bbox) => {
                let candidates = self.place_index.candidates_in(*bbox);
                candidates
                    .filter(passes)
                    .filter(|&slot| shape(slot).touches_box(*bbox))
                    .collect()
            }
            Within::Area(area) => {
                let Some(around) = geo::BoundingRect::bounding_rect(area) else {
                    return Vec::new();
                };
                let candidates = self.place_index.candidates_in(Bbox::around(around));
                candidates
                    .filter(passes)
                    .filter(|&slot| shape(slot).touches_area(area))
                    .collect()
            }
            Within::Distance(location, limit_m) => {
                let near = self.place_index.within(*location, *limit_m);
                near.map(|(slot, _)| slot).filter(passes).collect()
            }
        };
        slots.sort_unstable_by(|a, b| self.places.compare(*a, *b));
        // A shape on the antimeridian is found from both sides of it.
        slots.dedup();
        slots
    }
}
