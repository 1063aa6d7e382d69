//! Outlines in the units of a tile: cut at the buffer and rounded.

use geo::{Coord, LineString};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{IntOverlayOptions, Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::i_float::int::point::IntPoint;
use mvt::{GeomEncoder, GeomType};

use super::{BUFFER, EXTENT, clip};
use crate::domain::tile::{TileId, WORLD, WorldSpot};
use crate::snapshot::Path;

/// Ground smaller than this is not seen below the last zoom, in square units (two pixels of 16 by 16 units).
const SMALLEST_AREA: f64 = 512.0;

/// What is left of a thing in a tile; none where nothing is.
pub(super) type Geometry = Result<Option<mvt::GeomData>, mvt::Error>;

/// Where a spot lies in a tile, in units.
fn units(spot: WorldSpot, id: TileId) -> Coord<f64> {
    let (x, y) = id.within(spot);
    Coord {
        x: x * f64::from(EXTENT),
        y: y * f64::from(EXTENT),
    }
}

/// What is seen of a path, in units.
fn seen(path: &Path, id: TileId) -> LineString<f64> {
    path.seen_at(id.z()).map(|spot| units(spot, id)).collect()
}

/// A point, unless it lies in another tile.
pub(super) fn point(spot: WorldSpot, id: TileId) -> Geometry {
    let at = units(spot, id);
    // A label belongs to one tile: a second one beyond the border would be drawn twice.
    if !(0.0..f64::from(EXTENT)).contains(&at.x) || !(0.0..f64::from(EXTENT)).contains(&at.y) {
        return Ok(None);
    }
    let encoder = GeomEncoder::<i32>::new(GeomType::Point);
    encoder.point(whole(at.x), whole(at.y))?.encode().map(Some)
}

/// The pieces of a line.
pub(super) fn lines(path: &Path, id: TileId) -> Geometry {
    let line = seen(path, id);
    let mut encoder = GeomEncoder::<i32>::new(GeomType::Linestring);
    let mut is_empty = true;
    for piece in clip::line(&line, clip::frame(BUFFER)) {
        let corners = rounded(&piece);
        if corners.len() > 1 {
            is_empty = false;
            for at in corners {
                encoder.add_point(at.x, at.y)?;
            }
            encoder.complete_geom()?;
        }
    }
    if is_empty {
        Ok(None)
    } else {
        encoder.encode().map(Some)
    }
}

/// Cuts areas; what one of them took from the allocator serves the next.
pub(super) struct Areas {
    overlay: Overlay,
}

impl Default for Areas {
    fn default() -> Self {
        let overlay = Overlay::new_custom(
            64,
            IntOverlayOptions::ogc(),
            i_overlay::core::solver::Solver::default(),
        );
        Self { overlay }
    }
}

impl Areas {
    /// What of an area of `size` square steps of the world is seen in a tile.
    pub(super) fn cut(&mut self, polygons: &[Vec<Path>], size: f64, id: TileId) -> Geometry {
        let steps_per_unit = WORLD / f64::from(1_u32 << id.z()) / f64::from(EXTENT);
        if !id.is_last() && size < SMALLEST_AREA * steps_per_unit * steps_per_unit {
            return Ok(None);
        }
        let mut encoder = GeomEncoder::<i32>::new(GeomType::Polygon);
        let mut is_empty = true;
        for polygon in polygons {
            let rings: Vec<_> = polygon.iter().filter_map(|ring| near(ring, id)).collect();
            for shape in self.inside(&rings) {
                is_empty = false;
                ring_into(&mut encoder, &shape)?;
            }
        }
        if is_empty {
            Ok(None)
        } else {
            encoder.encode().map(Some)
        }
    }

    /// The part of a polygon inside the buffer, valid in whole units: rounding may have let it touch or cross itself.
    fn inside(&mut self, rings: &[Vec<IntPoint>]) -> Vec<Vec<Vec<IntPoint>>> {
        if let [ring] = rings
            && clip::is_simple_and_inside(ring)
        {
            return vec![vec![ring.clone()]];
        }
        if rings.is_empty() {
            return Vec::new();
        }
        self.overlay.clear();
        for ring in rings {
            self.overlay.add_contour(ring, ShapeType::Subject);
        }
        let frame =
            clip::corners(clip::frame(BUFFER)).map(|at| IntPoint::new(whole(at.x), whole(at.y)));
        self.overlay.add_contour(&frame, ShapeType::Clip);
        self.overlay
            .overlay(OverlayRule::Intersect, FillRule::EvenOdd)
    }
}

/// A ring in whole units, roughly cut around the tile so that far away corners cost nothing; none where nothing of it
/// is near.
fn near(ring: &Path, id: TileId) -> Option<Vec<IntPoint>> {
    // Twice the buffer: where it is cut here does not matter, the overlay cuts again nearer in.
    let line = clip::ring(seen(ring, id).0, clip::frame(2.0 * BUFFER));
    let mut corners = rounded(&LineString::new(line));
    if corners.first() == corners.last() {
        corners.pop();
    }
    (corners.len() > 2).then_some(corners)
}

/// Adds a polygon, wound as the standard asks: the area of an outer ring is positive where y points down.
fn ring_into(encoder: &mut GeomEncoder<i32>, polygon: &[Vec<IntPoint>]) -> Result<(), mvt::Error> {
    for (number, ring) in polygon.iter().enumerate() {
        let is_outer = number == 0;
        let is_positive = clip::twice_area(ring) > 0;
        let mut forward = ring.iter();
        let mut backward = ring.iter().rev();
        let corners: &mut dyn Iterator<Item = &IntPoint> = if is_positive == is_outer {
            &mut forward
        } else {
            &mut backward
        };
        for at in corners {
            encoder.add_point(at.x, at.y)?;
        }
        encoder.complete_geom()?;
    }
    Ok(())
}

fn rounded(line: &LineString<f64>) -> Vec<IntPoint> {
    let whole = |at: &Coord<f64>| IntPoint::new(whole(at.x), whole(at.y));
    let mut corners: Vec<_> = line.0.iter().map(whole).collect();
    corners.dedup();
    corners
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clipped to the tile and its buffer"
)]
fn whole(units: f64) -> i32 {
    units.round() as i32
}
