//! Names in layers of their own, where the schema has them.

use super::geometry::{self, Geometry};
use super::{add, put as put_feature};
use crate::domain::ground::Layer;
use crate::domain::tile::{TileId, WORLD};
use crate::snapshot::{Form, Thing};

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
pub(super) fn put(tile: &mut mvt::Tile, things: &[&Thing], id: TileId) -> Result<(), mvt::Error> {
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
fn spot(own: &Thing, id: TileId) -> Geometry {
    match &own.outline {
        Form::Line(path) => geometry::lines(path, id),
        Form::Spot(spot) => geometry::point(*spot, id),
        Form::Area { label, .. } => match label {
            Some(spot) => geometry::point(*spot, id),
            None => Ok(None),
        },
    }
}

fn describe(feature: &mut mvt::Feature, own: &Thing) {
    feature.add_tag_string("kind", &own.kind);
    for (key, value) in [("name", &own.name), ("ref", &own.reference)] {
        if let Some(value) = value {
            feature.add_tag_string(key, value);
        }
    }
    if let Form::Area { size, .. } = own.outline {
        let metres_per_step = ROUND_THE_EARTH_M / WORLD;
        let area_m2 = size * metres_per_step * metres_per_step;
        feature.add_tag_double("way_area", area_m2.round());
    }
}
