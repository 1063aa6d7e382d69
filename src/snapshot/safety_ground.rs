//! The areas on which one may report how safe one feels, and in which reports are released: they follow from districts and
//! from where people live, never from reports.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::DistrictId;
use crate::domain::grid::{GridCell, GridWindow};
use crate::domain::report::SafetyCell;
use crate::domain::residents::PER_PERSON;
use crate::safety::{Ground, Spot};
use crate::snapshot::Snapshot;
use crate::snapshot::frame::Frame;

impl Snapshot {
    /// The squares of 500 m that may be reported on, and the areas they are released in. None belongs to a city without
    /// districts: there nobody may report anything.
    #[must_use]
    pub fn safety_ground(&self) -> &Ground {
        self.frame.safety_ground.get_or_init(|| ground(&self.frame))
    }
}

fn ground(frame: &Frame) -> Ground {
    let quiet: BTreeSet<SafetyCell> = frame.settings.safety.quiet().collect();
    let residents = residents(frame);
    let spots = districts(frame).into_iter().map(|(cell, district)| {
        let spot = Spot {
            district,
            residents: residents
                .as_ref()
                .map(|own| own.get(&cell).copied().unwrap_or(0)),
            is_dominated: quiet.contains(&cell),
        };
        (cell, spot)
    });
    Ground::new(&spots.collect(), BTreeMap::new())
}

/// The district of every square: the one in which most of its hectares have their middle.
fn districts(frame: &Frame) -> BTreeMap<SafetyCell, DistrictId> {
    let mut hectares: BTreeMap<SafetyCell, BTreeMap<u16, u32>> = BTreeMap::new();
    for (cell, slot) in hectares_of(frame) {
        *hectares
            .entry(SafetyCell::of(cell))
            .or_default()
            .entry(slot)
            .or_default() += 1;
    }
    let most = hectares.into_iter().filter_map(|(cell, slots)| {
        let (slot, _) = slots
            .into_iter()
            .max_by_key(|(slot, count)| (*count, std::cmp::Reverse(*slot)))?;
        let district = frame.districts.get(usize::from(slot))?;
        Some((cell, district.id.clone()))
    });
    most.collect()
}

/// Every hectare whose middle lies in a district, with the district's slot.
fn hectares_of(frame: &Frame) -> impl Iterator<Item = (GridCell, u16)> {
    (0_u16..)
        .zip(&frame.districts)
        .flat_map(move |(slot, district)| {
            let window = GridWindow::around(district.bbox(), 0.0);
            let cells: Vec<_> = window.iter().flat_map(GridWindow::cells).collect();
            let is_inside = move |cell: &GridCell| {
                cell.middle().and_then(|own| frame.district_at(own)) == Some(slot)
            };
            cells
                .into_iter()
                .filter(is_inside)
                .map(move |cell| (cell, slot))
        })
}

/// Who lives in each square, in whole persons; none where nobody knows.
fn residents(frame: &Frame) -> Option<BTreeMap<SafetyCell, u32>> {
    let placed = frame.dwelt.placed()?;
    let mut all: BTreeMap<SafetyCell, u64> = BTreeMap::new();
    for own in &placed.inhabited {
        *all.entry(SafetyCell::of(own.cell)).or_default() += u64::from(own.milli_persons);
    }
    let persons = |milli: u64| u32::try_from(milli / u64::from(PER_PERSON)).unwrap_or(u32::MAX);
    Some(
        all.into_iter()
            .map(|(cell, milli)| (cell, persons(milli)))
            .collect(),
    )
}
