//! The drawn city with what is computed from it once per import.

use crate::domain::barrier::Barriers;
use crate::domain::{CityMap, LocalPlane};
use crate::snapshot::Revision;
use crate::walk::{BarrierLine, Network};

/// The engines that know how far it is on foot.
pub struct Walks {
    /// The network of ways, where one is imported.
    pub network: Option<Network>,
    /// Straight lines round the barriers, if any are known.
    pub line: BarrierLine,
}

impl Walks {
    /// The engines of a city that nothing is drawn of.
    #[must_use]
    pub fn without_map(plane: LocalPlane) -> Self {
        Self {
            network: None,
            line: BarrierLine::build(plane, &Barriers::default()),
        }
    }
}

/// The drawn city, ready to be asked.
pub struct MapLayers {
    revision: Revision,
    map: CityMap,
    walks: Walks,
}

impl MapLayers {
    /// Prepares a drawn city that the write `revision` brought.
    #[must_use]
    pub fn build(revision: Revision, map: CityMap, plane: LocalPlane) -> Self {
        let walks = Walks {
            network: Network::build(plane, &map.walkways),
            line: BarrierLine::build(plane, &map.barriers),
        };
        Self {
            revision,
            map,
            walks,
        }
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

    /// What knows how far it is on foot.
    #[must_use]
    pub fn walks(&self) -> &Walks {
        &self.walks
    }
}
