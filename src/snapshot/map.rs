//! The drawn city with what is computed from it once per import.

use geo::BoundingRect;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::domain::barrier::Barriers;
use crate::domain::ground::Drawn;
use crate::domain::tile::{TileId, world};
use crate::domain::{Bbox, CityMap, LocalPlane};
use crate::snapshot::Revision;
use crate::snapshot::tile_shelf::TileShelf;
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
    /// Boxes of the drawn things on the world's square, with their positions.
    drawn: RTree<DrawnBox>,
    tiles: TileShelf,
}

type DrawnBox = GeomWithData<Rectangle<[f64; 2]>, u32>;

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
            drawn: RTree::bulk_load(boxes(&map.ground)),
            tiles: TileShelf::default(),
            map,
            walks,
        }
    }

    /// What a tile and a share of its side around it may show at its zoom, in the order of the import.
    #[must_use]
    pub fn drawn_in(&self, tile: TileId, share: f64) -> Vec<&Drawn> {
        let [west, north, east, south] = tile.around(share);
        let frame = AABB::from_corners([west, north], [east, south]);
        let found = self.drawn.locate_in_envelope_intersecting(frame);
        let mut positions: Vec<u32> = found.map(|own| own.data).collect();
        positions.sort_unstable();
        let things = positions
            .into_iter()
            .map(|at| &self.map.ground[at as usize]);
        things.filter(|own| own.from_zoom <= tile.z()).collect()
    }

    /// Whether anything at all is drawn in a tile, at whatever zoom.
    #[must_use]
    pub fn draws_in(&self, tile: TileId) -> bool {
        let [west, north, east, south] = tile.around(0.0);
        let frame = AABB::from_corners([west, north], [east, south]);
        let mut found = self.drawn.locate_in_envelope_intersecting(frame);
        found.next().is_some()
    }

    /// The box around everything that is drawn.
    #[must_use]
    pub fn bounds(&self) -> Option<Bbox> {
        let things = self.map.ground.iter();
        let corners = things
            .flat_map(|own| own.outline.corners())
            .map(geo::Coord::from);
        let rect = geo::MultiPoint::from_iter(corners.map(geo::Point::from)).bounding_rect()?;
        Some(Bbox::around(rect))
    }

    /// Tiles that were made of this map.
    #[must_use]
    pub fn tiles(&self) -> &TileShelf {
        &self.tiles
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

/// The boxes of drawn things; what has no corners is nowhere.
fn boxes(ground: &[Drawn]) -> Vec<DrawnBox> {
    let positions = 0_u32..;
    let boxed = positions.zip(ground).filter_map(|(position, own)| {
        let corners = own.outline.corners().map(world);
        let (low, high) = corners.fold(None, |ends, (x, y)| {
            let (low, high) = ends.unwrap_or(([x, y], [x, y]));
            Some((
                [x.min(low[0]), y.min(low[1])],
                [x.max(high[0]), y.max(high[1])],
            ))
        })?;
        Some(DrawnBox::new(Rectangle::from_corners(low, high), position))
    });
    boxed.collect()
}
