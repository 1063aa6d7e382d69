//! What OpenStreetMap draws of a city beside its places: the ground, the ways people walk on, the addresses.
//!
//! It is imported as one whole, kept compactly and never edited: only another import replaces it.

use serde::{Deserialize, Serialize};

pub use crate::domain::address::{House, Street};
pub use crate::domain::barrier::Barriers;
pub use crate::domain::ground::Drawn;
pub use crate::domain::residents::Homes;
pub use crate::domain::walkway::Walkways;

/// The drawn city, as an import brings it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CityMap {
    /// Everything that is drawn under the places: streets, water, buildings, names.
    pub ground: Vec<Drawn>,
    /// The ways that may be walked, joined at common nodes.
    pub walkways: Walkways,
    /// Streets with their house numbers.
    pub streets: Vec<Street>,
    /// What nobody walks across where no ways are known.
    pub barriers: Barriers,
    /// Where there are homes, in the order of squares.
    pub homes: Vec<Homes>,
}

impl CityMap {
    /// A number that two drawings share only if they are the same, within one version of the program.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        postcard::to_allocvec(self)
            .unwrap_or_default()
            .hash(&mut hasher);
        hasher.finish()
    }

    /// Whether nothing is drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ground.is_empty()
            && self.walkways.ways.is_empty()
            && self.streets.is_empty()
            && self.barriers.lines.is_empty()
            && self.homes.is_empty()
    }
}
