//! The areas that are released, fixed before anything is counted: they follow from where people live, never from reports.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::DistrictId;
use crate::domain::report::{Area, SafetyCell, ZoneId};

/// Squares with fewer residents are merged with a neighbour (R9).
pub const LEAST_RESIDENTS: u32 = 50;

/// What is known of a square of 500 m, whoever reports there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The district most of it lies in.
    pub district: DistrictId,
    /// Its residents; unknown counts as too few, for nobody may be found there.
    pub residents: Option<u32>,
    /// Whether one facility whose visitors must not be pointed at dominates it (R10).
    pub is_dominated: bool,
}

/// Every square and zone that may be reported on, and the area in which each is released.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    cells: BTreeMap<SafetyCell, Released>,
    zones: BTreeMap<ZoneId, SafetyCell>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Released {
    district: DistrictId,
    /// The first square of the merged area it is part of; none where it is told in the district's value alone.
    merged: Option<SafetyCell>,
}

impl Ground {
    /// Merges squares where too few people live, or where one facility dominates, with neighbours until nobody can be pointed
    /// at: of the same district where there are any. What has no neighbour at all is told in the value of its district alone.
    #[must_use]
    pub fn new(spots: &BTreeMap<SafetyCell, Spot>, zones: BTreeMap<ZoneId, SafetyCell>) -> Self {
        let mut merging = Merging::new(spots);
        while merging.step() {}
        let cells = spots.iter().map(|(cell, spot)| {
            let released = Released {
                district: spot.district.clone(),
                merged: merging.name_of(*cell),
            };
            (*cell, released)
        });
        let is_known = |(_, cell): &(ZoneId, SafetyCell)| spots.contains_key(cell);
        Self {
            cells: cells.collect(),
            zones: zones.into_iter().filter(is_known).collect(),
        }
    }

    /// The square in which an area is counted; none for one that nobody may report on.
    #[must_use]
    pub fn cell_of(&self, area: &Area) -> Option<SafetyCell> {
        match area {
            Area::Cell(cell) => self.cells.contains_key(cell).then_some(*cell),
            Area::Zone(zone) => self.zones.get(zone).copied(),
        }
    }

    /// The district in whose value an area is counted.
    #[must_use]
    pub fn district_of(&self, area: &Area) -> Option<&DistrictId> {
        let cell = self.cell_of(area)?;
        self.cells.get(&cell).map(|own| &own.district)
    }

    /// The merged area in which an area is counted, by the name of its first square.
    #[must_use]
    pub fn merged_of(&self, area: &Area) -> Option<SafetyCell> {
        let cell = self.cell_of(area)?;
        self.cells.get(&cell)?.merged
    }

    /// Every square that may be reported on, in order.
    pub fn cells(&self) -> impl Iterator<Item = SafetyCell> {
        self.cells.keys().copied()
    }

    /// Every district, once.
    #[must_use]
    pub fn districts(&self) -> BTreeSet<&DistrictId> {
        self.cells.values().map(|own| &own.district).collect()
    }

    /// Every merged area with the squares it is made of.
    #[must_use]
    pub fn merged(&self) -> BTreeMap<SafetyCell, Vec<SafetyCell>> {
        let mut all: BTreeMap<SafetyCell, Vec<SafetyCell>> = BTreeMap::new();
        for (cell, own) in &self.cells {
            if let Some(name) = own.merged {
                all.entry(name).or_default().push(*cell);
            }
        }
        all
    }
}

/// Squares on their way to areas.
struct Merging<'a> {
    spots: &'a BTreeMap<SafetyCell, Spot>,
    /// The area of each square, by the name of its first one.
    names: BTreeMap<SafetyCell, SafetyCell>,
    areas: BTreeMap<SafetyCell, Vec<SafetyCell>>,
    /// Areas that are too small and have no neighbour.
    lonely: BTreeSet<SafetyCell>,
}

impl<'a> Merging<'a> {
    fn new(spots: &'a BTreeMap<SafetyCell, Spot>) -> Self {
        Self {
            spots,
            names: spots.keys().map(|cell| (*cell, *cell)).collect(),
            areas: spots.keys().map(|cell| (*cell, vec![*cell])).collect(),
            lonely: BTreeSet::new(),
        }
    }

    fn name_of(&self, cell: SafetyCell) -> Option<SafetyCell> {
        let name = self.names.get(&cell)?;
        (!self.lonely.contains(name)).then_some(*name)
    }

    fn residents(&self, area: &[SafetyCell]) -> u32 {
        let each = area.iter().filter_map(|cell| self.spots.get(cell));
        each.map(|spot| spot.residents.unwrap_or(0)).sum()
    }

    fn is_too_small(&self, area: &[SafetyCell]) -> bool {
        let is_dominated =
            |cell: &SafetyCell| self.spots.get(cell).is_some_and(|own| own.is_dominated);
        // Beside the facility at least as many squares lie in it that are free of any.
        let dominated = area.iter().filter(|cell| is_dominated(cell)).count();
        2 * dominated > area.len() || self.residents(area) < LEAST_RESIDENTS
    }

    /// Merges the area with the fewest residents that is too small. Says whether there was one.
    fn step(&mut self) -> bool {
        let small = self
            .areas
            .iter()
            .filter(|(name, area)| !self.lonely.contains(name) && self.is_too_small(area));
        let Some((name, area)) = small.min_by_key(|(name, area)| (self.residents(area), **name))
        else {
            return false;
        };
        let name = *name;
        match self.neighbour(name, area) {
            Some(other) => self.unite(name, other),
            None => {
                self.lonely.insert(name);
            }
        }
        true
    }

    /// The neighbour to merge with: of the same district before others, with the fewest residents.
    fn neighbour(&self, name: SafetyCell, area: &[SafetyCell]) -> Option<SafetyCell> {
        let district = |cell: &SafetyCell| self.spots.get(cell).map(|own| &own.district);
        let around = area.iter().flat_map(|cell| cell.neighbours());
        let others: BTreeSet<SafetyCell> = around
            .filter_map(|cell| self.names.get(&cell).copied())
            .filter(|other| *other != name)
            .collect();
        others.into_iter().min_by_key(|other| {
            let cells = self.areas.get(other).map_or(&[][..], Vec::as_slice);
            (
                district(other) != district(&name),
                self.residents(cells),
                *other,
            )
        })
    }

    fn unite(&mut self, one: SafetyCell, other: SafetyCell) {
        let mut cells = self.areas.remove(&one).unwrap_or_default();
        cells.extend(self.areas.remove(&other).unwrap_or_default());
        cells.sort_unstable();
        let Some(first) = cells.first().copied() else {
            return;
        };
        for cell in &cells {
            self.names.insert(*cell, first);
        }
        // Whoever had no neighbour has one now.
        self.lonely.remove(&other);
        self.areas.insert(first, cells);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spots() -> impl Strategy<Value = BTreeMap<SafetyCell, Spot>> {
        let one = (
            0_u32..6,
            0_u32..6,
            0_u8..3,
            prop::option::of(0_u32..200),
            prop::bool::weighted(0.2),
        );
        prop::collection::vec(one, 1..36).prop_map(|all| {
            let spots = all
                .into_iter()
                .map(|(row, column, district, residents, is_dominated)| {
                    let district = format!("d{district}").parse().unwrap();
                    (
                        SafetyCell { row, column },
                        Spot {
                            district,
                            residents,
                            is_dominated,
                        },
                    )
                });
            spots.collect()
        })
    }

    proptest! {
        #[test]
        fn nobody_is_alone_in_a_released_area(spots in spots()) {
            let ground = Ground::new(&spots, BTreeMap::new());
            for (name, cells) in ground.merged() {
                prop_assert_eq!(name, cells[0]);
                let residents: u32 = cells.iter().map(|cell| spots[cell].residents.unwrap_or(0)).sum();
                prop_assert!(residents >= LEAST_RESIDENTS);
                let dominated = cells.iter().filter(|cell| spots[*cell].is_dominated).count();
                prop_assert!(2 * dominated <= cells.len());
            }
        }

        #[test]
        fn every_square_is_in_one_area_and_in_its_district(spots in spots()) {
            let ground = Ground::new(&spots, BTreeMap::new());
            let mut seen = BTreeSet::new();
            for (name, cells) in ground.merged() {
                for cell in cells {
                    prop_assert!(seen.insert(cell));
                    prop_assert_eq!(ground.merged_of(&Area::Cell(cell)), Some(name));
                }
            }
            for (cell, spot) in &spots {
                prop_assert_eq!(ground.district_of(&Area::Cell(*cell)), Some(&spot.district));
            }
        }

        #[test]
        fn a_released_area_hangs_together(spots in spots()) {
            for cells in Ground::new(&spots, BTreeMap::new()).merged().into_values() {
                let all: BTreeSet<_> = cells.iter().copied().collect();
                let mut seen = BTreeSet::from([cells[0]]);
                let mut open = vec![cells[0]];
                while let Some(cell) = open.pop() {
                    open.extend(cell.neighbours().filter(|next| all.contains(next) && seen.insert(*next)));
                }
                prop_assert_eq!(seen, all);
            }
        }
    }

    #[test]
    fn a_farm_is_merged_and_a_lonely_one_is_told_in_its_district_alone() {
        let spot = |residents| Spot {
            district: "nord".parse().unwrap(),
            residents,
            is_dominated: false,
        };
        let cell = |row, column| SafetyCell { row, column };
        let spots = BTreeMap::from([
            (cell(0, 0), spot(Some(3))),
            (cell(0, 1), spot(Some(400))),
            (cell(9, 9), spot(Some(3))),
        ]);
        let ground = Ground::new(&spots, BTreeMap::new());
        assert_eq!(ground.merged_of(&Area::Cell(cell(0, 1))), Some(cell(0, 0)));
        assert_eq!(ground.merged_of(&Area::Cell(cell(9, 9))), None);
        assert!(ground.district_of(&Area::Cell(cell(9, 9))).is_some());
        assert_eq!(ground.district_of(&Area::Cell(cell(5, 5))), None);
    }
}
