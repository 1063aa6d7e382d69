//! The drawn city with what is computed from it once per import.

use std::sync::Arc;

use geo::BoundingRect;

use crate::domain::ground::Drawn;
use crate::domain::{Bbox, CityMap, LocalPlane};
use crate::gazetteer::Gazetteer;
use crate::snapshot::ground::Ground;
use crate::snapshot::tile_shelf::TileShelf;
use crate::snapshot::{Revision, spots};
pub use crate::walk::Walks;
use crate::walk::{BarrierLine, Network};

/// The drawn city, ready to be asked.
pub struct MapLayers {
    revision: Revision,
    fingerprint: u64,
    map: CityMap,
    walks: Walks,
    ground: Ground,
    bounds: Option<Bbox>,
    tiles: TileShelf,
    /// Streets with their houses, settlements, postcodes.
    gazetteer: Gazetteer,
}

impl MapLayers {
    /// Prepares a drawn city that the write `revision` brought.
    #[must_use]
    pub fn build(revision: Revision, mut map: CityMap, plane: LocalPlane) -> Self {
        let walks = Walks {
            network: Network::build(plane, &map.walkways),
            line: Arc::new(BarrierLine::build(plane, &map.barriers)),
        };
        Self {
            revision,
            fingerprint: map.fingerprint(),
            gazetteer: spots::gazetteer_of(&map),
            bounds: bounds(&map.ground),
            // What is prepared for drawing takes the place of what was imported.
            ground: Ground::build(std::mem::take(&mut map.ground)),
            tiles: TileShelf::default(),
            map,
            walks,
        }
    }

    /// What is drawn.
    #[must_use]
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The box around everything that is drawn.
    #[must_use]
    pub fn bounds(&self) -> Option<Bbox> {
        self.bounds
    }

    /// Tiles that were made of this map.
    #[must_use]
    pub fn tiles(&self) -> &TileShelf {
        &self.tiles
    }

    /// The number of the whole drawing (see [`CityMap::fingerprint`]): tiles are named by it.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The write that brought the map: tiles and routes stay as they are until another one does.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The rest of the drawn city as it was imported: all but its ground.
    #[must_use]
    pub fn map(&self) -> &CityMap {
        &self.map
    }

    /// What knows how far it is on foot.
    #[must_use]
    pub fn walks(&self) -> &Walks {
        &self.walks
    }

    /// Where streets, house numbers and settlements are.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}

fn bounds(drawn: &[Drawn]) -> Option<Bbox> {
    let corners = drawn.iter().flat_map(|own| own.outline.corners());
    let all: geo::MultiPoint<f64> = corners
        .map(|corner| geo::Point::from(geo::Coord::from(corner)))
        .collect();
    all.bounding_rect().map(Bbox::around)
}
