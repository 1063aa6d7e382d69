//! Outlines in the units of a tile: simplified as a whole, cut at the buffer, rounded.

use geo::{Area, LineString, MultiPolygon, Polygon, Simplify};
use mvt::{GeomEncoder, GeomType};

use super::{BUFFER, EXTENT, clip};
use crate::domain::tile::TileId;
use crate::domain::{Corner, Trace};

/// Corners that change a line by less than this are left out below the last zoom, in units (a quarter pixel).
const TOLERANCE: f64 = 2.0;

/// Ground smaller than this is not seen, in square units (two pixels of 16 by 16 units).
const SMALLEST_AREA: f64 = 512.0;

/// Where a corner lies in a tile, in units.
fn units(corner: Corner, id: TileId) -> geo::Coord<f64> {
    let (x, y) = id.within(corner);
    geo::Coord {
        x: x * f64::from(EXTENT),
        y: y * f64::from(EXTENT),
    }
}

/// What is left of a thing in a tile; none where nothing is.
pub(super) type Geometry = Result<Option<mvt::GeomData>, mvt::Error>;

/// A point, unless it lies in another tile.
pub(super) fn point(corner: Corner, id: TileId) -> Geometry {
    let at = units(corner, id);
    // A label belongs to one tile: a second one beyond the border would be drawn twice.
    if !(0.0..f64::from(EXTENT)).contains(&at.x) || !(0.0..f64::from(EXTENT)).contains(&at.y) {
        return Ok(None);
    }
    let encoder = GeomEncoder::<i32>::new(GeomType::Point);
    encoder.point(whole(at.x), whole(at.y))?.encode().map(Some)
}

/// The pieces of a line.
pub(super) fn lines(corners: &[Corner], id: TileId) -> Geometry {
    let line: LineString<f64> = corners.iter().map(|corner| units(*corner, id)).collect();
    let line = if id.is_last() {
        line
    } else {
        line.simplify(TOLERANCE)
    };
    let mut encoder = GeomEncoder::<i32>::new(GeomType::Linestring);
    let mut is_empty = true;
    for piece in clip::line(&line, f64::from(EXTENT), BUFFER) {
        let corners = rounded(&piece);
        if corners.len() > 1 {
            is_empty = false;
            for (x, y) in corners {
                encoder.add_point(x, y)?;
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

/// The parts of an area.
pub(super) fn areas(polygons: &[Vec<Trace>], id: TileId) -> Geometry {
    let ground = ground(polygons, |corner| units(corner, id));
    if !id.is_last() && ground.unsigned_area() < SMALLEST_AREA {
        return Ok(None);
    }
    let ground = if id.is_last() {
        ground
    } else {
        ground.simplify(TOLERANCE)
    };
    let ground = clip::area(ground, f64::from(EXTENT), BUFFER);
    let mut encoder = GeomEncoder::<i32>::new(GeomType::Polygon);
    let mut is_empty = true;
    for polygon in &ground {
        let Some(outer) = wound(polygon.exterior(), true) else {
            continue;
        };
        is_empty = false;
        let holes = polygon
            .interiors()
            .iter()
            .filter_map(|hole| wound(hole, false));
        for ring in std::iter::once(outer).chain(holes) {
            for (x, y) in ring {
                encoder.add_point(x, y)?;
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

/// Polygons with every corner put through `at`.
pub(super) fn ground(
    polygons: &[Vec<Trace>],
    at: impl Fn(Corner) -> geo::Coord<f64>,
) -> MultiPolygon<f64> {
    let ring =
        |trace: &Trace| -> LineString<f64> { trace.0.iter().map(|corner| at(*corner)).collect() };
    let polygon = |rings: &Vec<Trace>| {
        let mut rings = rings.iter().map(ring);
        Polygon::new(
            rings.next().unwrap_or_else(|| LineString::new(Vec::new())),
            rings.collect(),
        )
    };
    polygons.iter().map(polygon).collect()
}

/// A ring in whole units without its last corner, wound as the standard asks: the area of an outer ring is positive
/// where y points down. None where nothing is left of it.
fn wound(ring: &LineString<f64>, outer: bool) -> Option<Vec<(i32, i32)>> {
    let mut corners = rounded(ring);
    if corners.first() == corners.last() {
        corners.pop();
    }
    let area = twice_area(&corners);
    if corners.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != outer {
        corners.reverse();
    }
    Some(corners)
}

fn twice_area(corners: &[(i32, i32)]) -> i64 {
    let next = corners.iter().cycle().skip(1);
    let cross = |(a, b): (&(i32, i32), &(i32, i32))| {
        i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)
    };
    corners.iter().zip(next).map(cross).sum()
}

fn rounded(line: &LineString<f64>) -> Vec<(i32, i32)> {
    let mut corners: Vec<_> = line.0.iter().map(|at| (whole(at.x), whole(at.y))).collect();
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
