//! The drawn city of an extract: ground, ways for walking, addresses.

mod addresses;
mod elements;
mod ground;
mod kinds;
mod walkways;
mod way_facts;

use super::blocks::Blocks;
use super::error::OsmError;
use crate::domain::CityMap;
use crate::domain::barrier::Barriers;
use elements::Elements;

/// Reads what an extract draws beside places and districts.
pub(super) fn read(blocks: &Blocks) -> Result<CityMap, OsmError> {
    let elements = Elements::read(blocks)?;
    Ok(CityMap {
        ground: ground::of(&elements),
        walkways: walkways::of(&elements),
        addresses: addresses::of(&elements),
        barriers: Barriers::default(),
    })
}
