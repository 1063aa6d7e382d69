//! The questions a snapshot answers about places.

use crate::domain::{Bbox, Location, PlaceId};
use crate::snapshot::filter::Sieve;
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
            Some(after) => {
                slots.partition_point(|&slot| self.places[slot as usize].place.id <= after)
            }
        };
        let end = slots.len().min(begin.saturating_add(limit));
        let places: Vec<_> = slots[begin..end]
            .iter()
            .map(|&slot| &self.places[slot as usize])
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
        self.place_index
            .nearest(location, limit, within_m, |slot, traits| {
                sieve.passes(slot, traits)
            })
            .into_iter()
            .map(|(slot, distance_m)| Near {
                located: &self.places[slot as usize],
                distance_m,
            })
            .collect()
    }

    /// Positions of the places that pass, in the order of their ids.
    fn slots_passing(&self, within: &Within, filter: &PlaceFilter) -> Vec<u32> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        let passes = |slot: &u32| sieve.passes(*slot, &self.traits[*slot as usize]);
        let shape = |slot: u32| &self.places[slot as usize].place.shape;
        let mut slots: Vec<u32> = match within {
            Within::Everywhere => return self.all_slots().filter(passes).collect(),
            Within::District(id) => {
                let Some(wanted) = self.district_slot(id) else {
                    return Vec::new();
                };
                let inside = |slot: &u32| self.traits[*slot as usize].district == Some(wanted);
                return self.all_slots().filter(inside).filter(passes).collect();
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
        slots.sort_unstable();
        // A shape on the antimeridian is found from both sides of it.
        slots.dedup();
        slots
    }

    fn all_slots(&self) -> impl Iterator<Item = u32> {
        0..u32::try_from(self.places.len()).expect("the index numbers places with 32 bits")
    }
}
