//! Who lives where: squares of the grid with the people in them.

use crate::domain::Location;
use crate::domain::grid::GridCell;

/// Thousandths of a person. Shares of people are whole numbers, so that sums never depend on their order and parts always
/// make the whole.
pub type MilliPersons = u64;

/// The people who live in one square, scaled so that each district sums to its official figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inhabited {
    /// The square.
    pub cell: GridCell,
    /// Its middle, where its people are taken to live.
    pub location: Location,
    /// The slot of the district it lies in, in the order of district ids; none outside all districts.
    pub district: Option<u16>,
    /// How many live there, in thousandths.
    pub milli_persons: u32,
}
