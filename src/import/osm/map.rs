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
use crate::domain::CityMap;
use crate::domain::barrier::Barriers;
use elements::Elements;

/// Reads what an extract draws beside places and districts, and says how many addresses came through.
pub(super) fn read(blocks: &Blocks) -> Result<(CityMap, AddressReport), OsmError> {
    let elements = Elements::read(blocks)?;
    let (streets, report) = streets::of(&elements);
    let map = CityMap {
        ground: ground::of(&elements),
        walkways: walkways::of(&elements),
        streets,
        barriers: Barriers::default(),
        homes: homes::of(&elements),
    };
    Ok((map, report))
}
