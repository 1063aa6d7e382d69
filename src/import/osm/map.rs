//! The drawn city of an extract: ground, ways for walking, addresses.

mod addresses;
mod crossable;
mod elements;
mod ground;
mod homes;
mod kinds;
mod spread;
mod streets;
mod walkways;
mod way_facts;

use super::blocks::Blocks;
use super::error::OsmError;
use super::report::AddressReport;
use super::settlements::Settlement;
use crate::domain::CityMap;
use crate::domain::barrier::Barriers;
use elements::Elements;

/// What an extract draws beside places and districts, the settlements it has figures of, and what became of addresses.
type Drawing = (CityMap, Vec<Settlement>, AddressReport);

/// Reads what an extract draws.
pub(super) fn read(blocks: &Blocks) -> Result<Drawing, OsmError> {
    let elements = Elements::read(blocks)?;
    let (streets, report) = streets::of(&elements);
    let map = CityMap {
        ground: ground::of(&elements),
        walkways: walkways::of(&elements),
        streets,
        barriers: Barriers::default(),
        homes: homes::of(&elements),
    };
    let settlements = elements.points.iter();
    let settlements =
        settlements.filter_map(|own| Settlement::of(&own.tags, own.corner.location()?));
    let settlements = settlements.collect();
    Ok((map, settlements, report))
}
