//! The drawn city as vector tiles (Mapbox Vector Tile 2.1) in the Shortbread schema (version 1.0).
//!
//! Things come simplified as a whole (see [`crate::snapshot::Ground`]) and are cut here, so that each meets itself at
//! the border of two tiles.

mod clip;
mod geometry;
mod labels;

use mvt::Feature;

use crate::domain::ground::{Course, Layer};
use crate::domain::tile::TileId;
use crate::snapshot::{Form, MapLayers, Thing};
use geometry::{Areas, Geometry};

/// Units along the side of a tile.
const EXTENT: u32 = 4096;

/// What is drawn beyond the border, in units: as wide as the widest street and half a label.
const BUFFER: f64 = 64.0;

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
    let mut things = map.ground().things_in(id, BUFFER / f64::from(EXTENT));
    let mut areas = Areas::default();
    things.sort_by_key(|own| ORDER.iter().position(|layer| *layer == own.layer));
    let mut tile = mvt::Tile::new(EXTENT);
    for run in things.chunk_by(|a, b| a.layer.tile_name() == b.layer.tile_name()) {
        let mut layer = tile.create_layer(run[0].layer.tile_name());
        for own in run {
            layer = put(layer, shape(own, id, &mut areas)?, |feature| {
                describe(feature, own);
            });
        }
        add(&mut tile, layer)?;
    }
    labels::put(&mut tile, &things, id)?;
    tile.to_bytes()
}

/// Adds a thing to a layer if anything of it is left in the tile.
fn put(
    layer: mvt::Layer,
    geometry: Option<mvt::GeomData>,
    describe: impl FnOnce(&mut Feature),
) -> mvt::Layer {
    let Some(geometry) = geometry else {
        return layer;
    };
    let mut feature = layer.into_feature(geometry);
    describe(&mut feature);
    feature.into_layer()
}

/// Adds a layer to a tile unless it is empty.
fn add(tile: &mut mvt::Tile, layer: mvt::Layer) -> Result<(), mvt::Error> {
    if layer.num_features() > 0 {
        tile.add_layer(layer)?;
    }
    Ok(())
}

fn shape(own: &Thing, id: TileId, areas: &mut Areas) -> Geometry {
    match &own.outline {
        Form::Spot(spot) => geometry::point(*spot, id),
        Form::Line(path) => geometry::lines(path, id),
        Form::Area { polygons, size, .. } => areas.cut(polygons, *size, id),
    }
}

/// Buildings are only drawn; of everything else the schema wants to know more.
fn describe(feature: &mut Feature, own: &Thing) {
    if own.layer == Layer::Buildings {
        return;
    }
    feature.add_tag_string("kind", &own.kind);
    // Names stand in the layers of labels; only settlements have no other.
    if let (Layer::PlaceLabels, Some(name)) = (own.layer, &own.name) {
        feature.add_tag_string("name", name);
    }
    match own.course {
        Course::Ground => {}
        Course::Bridge => feature.add_tag_bool("bridge", true),
        Course::Tunnel => feature.add_tag_bool("tunnel", true),
    }
    match own.layer {
        Layer::Railways => {
            feature.add_tag_bool("rail", true);
            if own.is_minor {
                feature.add_tag_string("service", "siding");
            }
        }
        Layer::Streets if own.is_minor => feature.add_tag_bool("link", true),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
