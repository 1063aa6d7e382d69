//! Who lives where: squares of the grid with the people in them.

mod apportion;
mod homes;
mod placing;

use serde::{Deserialize, Serialize};

pub use apportion::apportion;
pub use homes::Homes;
pub use placing::{DistrictResidents, PlacedResidents, place};

use crate::domain::Location;
use crate::domain::choice::choice;
use crate::domain::grid::GridCell;
use crate::domain::words::Name;

/// Thousandths of a person. Shares of people are whole numbers, so that sums never depend on their order and parts always
/// make the whole.
pub type MilliPersons = u64;

/// Thousandths in a person.
pub const PER_PERSON: u32 = 1000;

/// More people than this do not live in a square of any width: the number is a mistake.
pub const MOST_PERSONS: u32 = 4_000_000;

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

choice! {
    /// Where it is known from who lives where.
    ResidentSource: "source" {
        /// The grid of the census.
        Census = "census",
        /// The city's own statistics.
        CityStatistics = "city_statistics",
        /// The floor area of residential buildings on the map.
        Estimated = "estimated",
        /// Made up for a sample city; only the sums of districts are real.
        Synthetic = "synthetic",
    }
}

impl ResidentSource {
    /// Whether its squares count people. Where they do not, they only say how the people of a district are spread over it,
    /// and how many there are is known from the district's own figure or not at all.
    #[must_use]
    pub const fn counts_persons(self) -> bool {
        !matches!(self, Self::Estimated)
    }
}

/// Who lives where in a city and around it, as it is stored: before it is scaled to official figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Residents {
    /// Where it is known from.
    pub source: ResidentSource,
    /// The year it is true for, if that is known.
    pub year: Option<i32>,
    /// Who asks to be named for it.
    pub attribution: Option<Name>,
    /// The squares that something is said of, in order, each once. Squares that are not here are empty.
    pub cells: Vec<ResidentCell>,
}

/// What is known of one square.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResidentCell {
    /// The square.
    pub cell: GridCell,
    /// How many live there.
    pub count: Count,
    /// How many of them are young or old.
    pub ages: Ages,
    /// Whether only a larger square was known, whose people were spread over this one and others.
    pub is_coarse: bool,
}

/// How many live in a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Count {
    /// Thousandths of a person; square metres of floor where the source [does not count](ResidentSource::counts_persons).
    Given(u32),
    /// The source keeps it to itself, because it is too small or too little known.
    Withheld,
}

/// How many people of an age live in a square, in thousandths; none where it is not known. A person may be in two groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// Younger than 10.
    pub under_10: Option<u32>,
    /// Younger than 18.
    pub under_18: Option<u32>,
    /// 65 and older.
    pub over_64: Option<u32>,
    /// 80 and older.
    pub over_79: Option<u32>,
}

impl Ages {
    /// The same groups, each changed by `change`.
    #[must_use]
    pub fn map(self, change: impl Fn(u32) -> u32) -> Self {
        Self {
            under_10: self.under_10.map(&change),
            under_18: self.under_18.map(&change),
            over_64: self.over_64.map(&change),
            over_79: self.over_79.map(&change),
        }
    }
}

#[cfg(test)]
mod tests;
