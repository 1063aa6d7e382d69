//! Tiles of the base map: made anew, and from the shelf over HTTP.

use std::path::Path;
use std::sync::Arc;

use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::domain::tile::{LAST_ZOOM, TileId};
use miteinander::domain::trail::Author;
use miteinander::domain::{CitySettings, LocalPlane, Location};
use miteinander::export::tile::base_tile;
use miteinander::import::osm::{Options, read};
use miteinander::snapshot::{MapLayers, Revision};
use miteinander::store::Store;

use crate::http;
use crate::table::{Sample, Table};

pub fn measure(table: &mut Table) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/osm/liechtenstein.osm.pbf");
    if !path.exists() {
        println!("skipped: no liechtenstein.osm.pbf to draw");
        return;
    }
    let map = read(&path, &Options::default()).unwrap().map;
    let plane = LocalPlane::around(Location::from_lon_lat(9.52, 47.14).unwrap());
    let layers = MapLayers::build(Revision(1), map, plane);
    let bounds = layers.bounds().unwrap().to_array();
    let mut tiles = Vec::new();
    for z in 6..=LAST_ZOOM {
        let (west, north) = tile_at(z, bounds[0], bounds[3]);
        let (east, south) = tile_at(z, bounds[2], bounds[1]);
        for x in west..=east {
            tiles.extend((north..=south).filter_map(|y| TileId::new(z, x, y).ok()));
        }
    }
    tiles.retain(|tile| layers.ground().has_things_in(*tile));
    let count = tiles.len();
    let addresses: Vec<String> = tiles.iter().map(|tile| address(*tile)).collect();
    let made = Sample::of(tiles, |tile| base_tile(&layers, tile).unwrap());
    table.row(
        &format!("base tile of liechtenstein made anew, all {count} of zoom 6 to 14"),
        &made.to_string(),
        "p99 <= 15 ms",
    );
    measure_known(table, &path, addresses);
}

/// As a browser asks, which takes gzip.
fn address(tile: TileId) -> String {
    let (z, x, y) = (tile.z(), tile.x(), tile.y());
    format!("/api/tiles/base/{z}/{x}/{y}.mvt accept-encoding: gzip")
}

/// Tiles that were asked for before, over HTTP.
fn measure_known(table: &mut Table, path: &Path, mut addresses: Vec<String>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut change = CityChange::by(Author::import("bench"));
    change.settings = Some(CitySettings::named("Liechtenstein").unwrap());
    change.map = Some(Arc::new(read(path, &Options::default()).unwrap().map));
    runtime.block_on(async {
        let store = Store::open_folder(folder.path()).await.unwrap();
        let city = City::begin(store, change, Clock::System).await.unwrap();
        let own = http::listen(http::served(city)).await;
        // Boxes of things meet more tiles than the things themselves: those are 204, and no tiles.
        let mut shown = Vec::new();
        for address in addresses.drain(..) {
            if !http::fetch(own, &address).await.is_empty() {
                shown.push(address);
            }
        }
        http::compare(table, "base tile that is known", own, shown, ">= 0.8").await;
    });
}

/// The column and row of the tile at a zoom that a longitude and latitude lie in.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a tile of the world"
)]
fn tile_at(z: u8, lon: f64, lat: f64) -> (u32, u32) {
    let count = f64::from(1_u32 << z);
    let x = (lon + 180.0) / 360.0 * count;
    let y = (1.0 - lat.to_radians().tan().asinh() / std::f64::consts::PI) / 2.0 * count;
    (x as u32, y as u32)
}
