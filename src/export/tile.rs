//! The drawn city as vector tiles (Mapbox Vector Tile 2.1) in the Shortbread schema.
//!
//! A thing is simplified as a whole before it is cut, so that it meets itself at the border of two tiles.

mod clip;

use geo::{Area, LineString, MultiPolygon, Polygon, Simplify};
use mvt::{GeomEncoder, GeomType};

use crate::domain::Corner;
use crate::domain::ground::{Course, Drawn, Layer, Outline};
use crate::domain::tile::TileId;
use crate::snapshot::MapLayers;

/// Units along the side of a tile.
const EXTENT: u32 = 4096;

/// What is drawn beyond the border, in units: as wide as the widest street and half a label.
pub(crate) const BUFFER: f64 = 64.0;

/// Corners that change a line by less than this are left out below the last zoom, in units (a quarter pixel).
const TOLERANCE: f64 = 2.0;

/// Ground smaller than this is not seen, in square units (two pixels of 16 by 16 units).
const SMALLEST_AREA: f64 = 512.0;

/// The layers of a tile from bottom to top.
const ORDER: &[Layer] = &[
    Layer::Land,
    Layer::WaterPolygons,
    Layer::WaterLines,
    Layer::Sites,
    Layer::Buildings,
    Layer::StreetPolygons,
    Layer::Streets,
    Layer::Railways,
    Layer::PlaceLabels,
];

/// The tile of the drawn city, not compressed; empty where nothing is drawn.
///
/// # Errors
/// What the encoder says; none of its errors is known to happen.
pub fn base_tile(map: &MapLayers, id: TileId) -> Result<Vec<u8>, mvt::Error> {
    let mut things: Vec<&Drawn> = map.drawn_in(id, BUFFER / f64::from(EXTENT));
    things.sort_by_key(|own| ORDER.iter().position(|layer| *layer == own.layer));
    let mut tile = mvt::Tile::new(EXTENT);
    for run in things.chunk_by(|a, b| a.layer.tile_name() == b.layer.tile_name()) {
        let mut layer = tile.create_layer(run[0].layer.tile_name());
        for own in run {
            layer = put(layer, own, id)?;
        }
        if layer.num_features() > 0 {
            tile.add_layer(layer)?;
        }
    }
    put_labels(&mut tile, &things, id)?;
    tile.to_bytes()
}

/// Names of streets stand in a layer of their own, where the schema has them.
fn put_labels(tile: &mut mvt::Tile, things: &[&Drawn], id: TileId) -> Result<(), mvt::Error> {
    let mut layer = tile.create_layer("street_labels");
    let is_named = |own: &&&Drawn| own.layer == Layer::Streets && own.name.is_some();
    for own in things
        .iter()
        .filter(is_named)
        .filter(|own| id.z() >= own.from_zoom.max(12))
    {
        layer = put(layer, own, id)?;
    }
    if layer.num_features() > 0 {
        tile.add_layer(layer)?;
    }
    Ok(())
}

/// Adds a thing to a layer if anything of it is left in the tile.
fn put(layer: mvt::Layer, own: &Drawn, id: TileId) -> Result<mvt::Layer, mvt::Error> {
    let geometry = match &own.outline {
        Outline::Point(corner) => point(*corner, id)?,
        Outline::Line(trace) => lines(&trace.0, id)?,
        Outline::Area(polygons) => areas(polygons, id)?,
    };
    let Some(geometry) = geometry else {
        return Ok(layer);
    };
    let mut feature = layer.into_feature(geometry);
    feature.add_tag_string("kind", &own.kind);
    for (key, value) in [("name", &own.name), ("ref", &own.reference)] {
        if let Some(value) = value {
            feature.add_tag_string(key, value);
        }
    }
    match own.course {
        Course::Ground => {}
        Course::Bridge => feature.add_tag_bool("bridge", true),
        Course::Tunnel => feature.add_tag_bool("tunnel", true),
    }
    if own.layer == Layer::Railways {
        feature.add_tag_bool("rail", true);
    }
    Ok(feature.into_layer())
}

fn units(corner: Corner, id: TileId) -> geo::Coord<f64> {
    let (x, y) = id.within(corner);
    geo::Coord {
        x: x * f64::from(EXTENT),
        y: y * f64::from(EXTENT),
    }
}

type Geometry = Result<Option<mvt::GeomData>, mvt::Error>;

fn point(corner: Corner, id: TileId) -> Geometry {
    let at = units(corner, id);
    // A label belongs to one tile: a second one beyond the border would be drawn twice.
    if !(0.0..f64::from(EXTENT)).contains(&at.x) || !(0.0..f64::from(EXTENT)).contains(&at.y) {
        return Ok(None);
    }
    let encoder = GeomEncoder::<i32>::new(GeomType::Point);
    encoder.point(whole(at.x), whole(at.y))?.encode().map(Some)
}

fn lines(corners: &[Corner], id: TileId) -> Geometry {
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

fn areas(polygons: &[Vec<crate::domain::Trace>], id: TileId) -> Geometry {
    let ring = |trace: &crate::domain::Trace| -> LineString<f64> {
        trace.0.iter().map(|corner| units(*corner, id)).collect()
    };
    let polygon = |rings: &Vec<crate::domain::Trace>| {
        let mut rings = rings.iter().map(ring);
        Polygon::new(
            rings.next().unwrap_or_else(|| LineString::new(Vec::new())),
            rings.collect(),
        )
    };
    let ground: MultiPolygon<f64> = polygons.iter().map(polygon).collect();
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
