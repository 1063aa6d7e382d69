//! The drawn city with what is computed from it once per import.

use crate::domain::{CityMap, LocalPlane};
use crate::snapshot::Revision;

/// The drawn city, ready to be asked.
pub struct MapLayers {
    revision: Revision,
    map: CityMap,
}

impl MapLayers {
    /// Prepares a drawn city that the write `revision` brought.
    #[must_use]
    pub fn build(revision: Revision, map: CityMap, _plane: LocalPlane) -> Self {
        Self { revision, map }
    }

    /// The write that brought the map: tiles and routes stay as they are until another one does.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The drawn city as it was imported.
    #[must_use]
    pub fn map(&self) -> &CityMap {
        &self.map
    }
}
