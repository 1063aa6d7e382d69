//! Names in layers of their own, where the schema has them.

use geo::{Area, InteriorPoint};

use super::geometry::{self, Geometry, ground};
use super::{add, put as put_feature};
use crate::domain::ground::{Drawn, Layer, Outline};
use crate::domain::tile::{TileId, world};
use crate::domain::{Corner, Trace};

/// Layers of things with names, the layer of those names, and the first zoom it is filled at.
const LAYERS: [(Layer, &str, u8); 4] = [
    (Layer::WaterPolygons, "water_polygons_labels", 10),
    (Layer::WaterLines, "water_lines_labels", 12),
    (Layer::StreetPolygons, "streets_polygons_labels", 14),
    (Layer::Streets, "street_labels", 12),
];

/// Metres around the earth in web Mercator, which the schema measures areas in.
const ROUND_THE_EARTH_M: f64 = 40_075_016.686;

/// Adds the layers of names to a tile.
pub(super) fn put(tile: &mut mvt::Tile, things: &[&Drawn], id: TileId) -> Result<(), mvt::Error> {
    for (layer, name, from_zoom) in LAYERS {
        if id.z() < from_zoom {
            continue;
        }
        let mut labels = tile.create_layer(name);
        for own in things.iter().filter(|own| own.layer == layer) {
            if own.name.is_none() && own.reference.is_none() {
                continue;
            }
            labels = put_feature(labels, spot(own, id)?, |feature| describe(feature, own));
        }
        add(tile, labels)?;
    }
    Ok(())
}

/// Lines are named along their course, areas at a spot inside.
fn spot(own: &Drawn, id: TileId) -> Geometry {
    match &own.outline {
        Outline::Line(trace) => geometry::lines(&trace.0, id),
        Outline::Point(corner) => geometry::point(*corner, id),
        Outline::Area(polygons) => match inside(polygons) {
            Some(corner) => geometry::point(corner, id),
            None => Ok(None),
        },
    }
}

/// A spot inside of an area, the same in every tile.
fn inside(polygons: &[Vec<Trace>]) -> Option<Corner> {
    let spot = ground(polygons, Into::into).interior_point()?;
    crate::domain::Location::from_lon_lat(spot.x(), spot.y())
        .ok()
        .map(Into::into)
}

fn describe(feature: &mut mvt::Feature, own: &Drawn) {
    feature.add_tag_string("kind", &own.kind);
    for (key, value) in [("name", &own.name), ("ref", &own.reference)] {
        if let Some(value) = value {
            feature.add_tag_string(key, value);
        }
    }
    if let Outline::Area(polygons) = &own.outline {
        let square = ground(polygons, |corner| {
            let (x, y) = world(corner);
            geo::Coord { x, y }
        });
        let area_m2 = square.unsigned_area() * ROUND_THE_EARTH_M * ROUND_THE_EARTH_M;
        feature.add_tag_double("way_area", area_m2.round());
    }
}
