//! Where people live who do not get to a place in time: neighbouring squares of the grid, taken together.
//!
//! Squares with fewer than ten people are never shown by themselves (domain A.5): they are part of what surrounds them,
//! and people of whom there are fewer than ten together are counted, not shown.

pub mod outline;

use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;

use crate::domain::Location;
use crate::domain::grid::GridCell;
use crate::domain::residents::{Inhabited, MilliPersons};

/// Fewer people than this are not shown by themselves.
const FEWEST: MilliPersons = 10_000;

/// What is known of each square's way to the nearest place.
#[derive(Clone, Copy, Debug)]
pub struct Ways<'a> {
    /// How long the way from each square is, in the unit of the limit; `u32::MAX` where no way leads to any place.
    pub times: &'a [u32],
    /// Which place is the nearest, in the numbering of the asker.
    pub nearest: &'a [Option<u32>],
    /// Longer ways are gaps.
    pub limit: u32,
}

/// Squares side by side or corner to corner whose people do not get to a place in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// How many live there.
    pub milli_persons: MilliPersons,
    /// How many live in each district, and outside all districts, where most do first.
    pub districts: Vec<(Option<u16>, MilliPersons)>,
    /// The middle of the square where most of them live.
    pub location: Location,
    /// What the squares cover, in WGS 84.
    pub area: MultiPolygon<f64>,
    /// The nearest place of all and how long the shortest way there is; none where no way leads to any.
    pub nearest: Option<(u32, u32)>,
}

/// Everybody, parted into those who get to a place in time and those who do not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// The gaps, those with most people first.
    pub gaps: Vec<Gap>,
    /// Those who get to a place in time.
    pub covered: MilliPersons,
    /// Those who do not and are too few together to be shown.
    pub remainder: MilliPersons,
}

/// The gaps of `residents`; `corners` says where a square begins and ends: south-west, south-east, north-east,
/// north-west.
///
/// Covered, gaps and remainder together are all residents, to the thousandth.
#[must_use]
pub fn gaps(
    residents: &[Inhabited],
    ways: Ways<'_>,
    corners: impl Fn(GridCell) -> [Location; 4],
) -> Gaps {
    let mut found = Gaps::default();
    let mut beyond: BTreeMap<GridCell, Vec<usize>> = BTreeMap::new();
    for (slot, own) in residents.iter().enumerate() {
        if ways.times[slot] <= ways.limit {
            found.covered += MilliPersons::from(own.milli_persons);
        } else if own.milli_persons > 0 {
            beyond.entry(own.cell).or_default().push(slot);
        }
    }
    while let Some((&first, _)) = beyond.first_key_value() {
        let cluster = cluster(&mut beyond, first);
        let slots: Vec<usize> = cluster.values().flatten().copied().collect();
        let persons = slots
            .iter()
            .map(|slot| MilliPersons::from(residents[*slot].milli_persons));
        let persons: MilliPersons = persons.sum();
        if persons < FEWEST {
            found.remainder += persons;
        } else {
            let cells = cluster.into_keys().collect();
            found.gaps.extend(gap(
                residents,
                ways,
                &slots,
                outline::area(&cells, &corners),
            ));
        }
    }
    found
        .gaps
        .sort_by_key(|gap| std::cmp::Reverse(gap.milli_persons));
    found
}

/// Takes the squares out that hang together with `first`.
fn cluster(
    beyond: &mut BTreeMap<GridCell, Vec<usize>>,
    first: GridCell,
) -> BTreeMap<GridCell, Vec<usize>> {
    let mut cluster = BTreeMap::new();
    let mut open = vec![first];
    while let Some(cell) = open.pop() {
        if let Some(slots) = beyond.remove(&cell) {
            cluster.insert(cell, slots);
            open.extend(cell.neighbours());
        }
    }
    cluster
}

fn gap(
    residents: &[Inhabited],
    ways: Ways<'_>,
    slots: &[usize],
    area: MultiPolygon<f64>,
) -> Option<Gap> {
    let mut districts: BTreeMap<Option<u16>, MilliPersons> = BTreeMap::new();
    for &slot in slots {
        let own = &residents[slot];
        *districts.entry(own.district).or_default() += MilliPersons::from(own.milli_persons);
    }
    let mut districts: Vec<(Option<u16>, MilliPersons)> = districts.into_iter().collect();
    districts.sort_by_key(|(_, persons)| std::cmp::Reverse(*persons));
    let fullest = slots
        .iter()
        .max_by_key(|slot| residents[**slot].milli_persons)?;
    let reached = slots.iter().filter(|slot| ways.times[**slot] != u32::MAX);
    let nearest = reached.filter_map(|slot| Some((ways.times[*slot], ways.nearest[*slot]?)));
    Some(Gap {
        milli_persons: districts.iter().map(|(_, persons)| persons).sum(),
        districts,
        location: residents[*fullest].location,
        area,
        nearest: nearest.min().map(|(time, place)| (place, time)),
    })
}

/// The squares of a gap.
pub(crate) type Cells = BTreeSet<GridCell>;

#[cfg(test)]
mod tests;
