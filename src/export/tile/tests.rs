use geo::{Area, Geometry, Validation};
use mvt_reader::Reader;
use proptest::prelude::*;

use super::*;
use crate::domain::ground::{Course, Drawn, Outline};
use crate::domain::{CityMap, Corner, LocalPlane, Location, Trace};
use crate::snapshot::Revision;

/// The corner of four tiles at zoom 14: the middle of the world.
const TILES: [(u32, u32); 4] = [(8191, 8191), (8192, 8191), (8191, 8192), (8192, 8192)];

/// A hundred metres at the equator, in millionths of a degree.
const STEP: i32 = 898;

fn corner(east: i32, north: i32) -> Corner {
    Corner {
        lon: east * STEP,
        lat: north * STEP,
    }
}

fn drawn(layer: Layer, name: Option<&str>, outline: Outline) -> Drawn {
    Drawn {
        layer,
        kind: "residential".into(),
        name: name.map(Into::into),
        reference: None,
        course: Course::Ground,
        is_minor: false,
        from_zoom: 0,
        outline,
    }
}

fn map(ground: Vec<Drawn>) -> MapLayers {
    let city = CityMap {
        ground,
        ..CityMap::default()
    };
    MapLayers::build(Revision(1), city, LocalPlane::around(Location::default()))
}

fn reader(map: &MapLayers, z: u8, (x, y): (u32, u32)) -> Reader {
    let tile = base_tile(map, TileId::new(z, x, y).unwrap()).unwrap();
    Reader::new(tile).unwrap()
}

fn geometries(reader: &Reader, layer: &str) -> Vec<Geometry<f64>> {
    let names = reader.get_layer_names().unwrap();
    let Some(position) = names.iter().position(|name| name == layer) else {
        return Vec::new();
    };
    let features = reader.get_features(position).unwrap();
    let wide = |geometry| {
        geo::MapCoords::map_coords(&geometry, |at: geo::Coord<f32>| geo::Coord {
            x: f64::from(at.x),
            y: f64::from(at.y),
        })
    };
    features
        .into_iter()
        .map(|own| wide(own.get_geometry().clone()))
        .collect()
}

/// A square around the middle of the world with a hole in its middle.
fn square(half: i32, hole: i32) -> Outline {
    let ring = |half: i32| {
        Trace(vec![
            corner(-half, -half),
            corner(half, -half),
            corner(half, half),
            corner(-half, half),
            corner(-half, -half),
        ])
    };
    Outline::Area(vec![vec![ring(half), ring(hole)]])
}

#[test]
fn a_square_over_four_tiles_is_whole_without_a_gap_or_an_overlap() {
    let map = map(vec![drawn(Layer::Land, None, square(10, 3))]);
    let mut area = 0.0;
    for tile in TILES {
        for geometry in geometries(&reader(&map, 14, tile), "land") {
            assert!(geometry.is_valid(), "{geometry:?}");
            area += inside_the_tile(&geometry).unsigned_area();
        }
    }
    let units_per_step = f64::from(STEP) / 360e6 * f64::from(1 << 14) * f64::from(EXTENT);
    let expected = (20.0 * 20.0 - 6.0 * 6.0) * units_per_step * units_per_step;
    assert!((area / expected - 1.0).abs() < 0.001, "{area} {expected}");
}

fn inside_the_tile(geometry: &Geometry<f64>) -> geo::MultiPolygon<f64> {
    use geo::BooleanOps;
    let tile = geo::Rect::new((0.0, 0.0), (f64::from(EXTENT), f64::from(EXTENT))).to_polygon();
    match geometry {
        Geometry::Polygon(polygon) => polygon.intersection(&tile),
        Geometry::MultiPolygon(polygons) => {
            polygons.intersection(&geo::MultiPolygon::new(vec![tile]))
        }
        other => panic!("no area: {other:?}"),
    }
}

#[test]
fn a_named_street_is_drawn_where_streets_are_and_named_where_names_are() {
    let line = Outline::Line(Trace(vec![corner(1, -1), corner(5, -5)]));
    let map = map(vec![drawn(Layer::Streets, Some("Hauptstraße"), line)]);
    let reader = reader(&map, 14, (8192, 8192));
    assert_eq!(
        reader.get_layer_names().unwrap(),
        ["streets", "street_labels"]
    );
    let tags = |layer| {
        let features = reader.get_features(layer).unwrap();
        features[0].properties.clone().unwrap()
    };
    assert!(!tags(0).contains_key("name"));
    assert_eq!(
        tags(1).get("name"),
        Some(&mvt_reader::feature::Value::String(
            "Hauptstraße".to_owned()
        ))
    );
}

#[test]
fn a_settlement_on_a_border_is_named_in_one_tile() {
    let map = map(vec![drawn(
        Layer::PlaceLabels,
        Some("Mitte"),
        Outline::Point(corner(0, 0)),
    )]);
    let named = TILES.map(|tile| geometries(&reader(&map, 14, tile), "place_labels").len());
    assert_eq!(named.iter().sum::<usize>(), 1);
}

#[test]
fn a_thing_is_not_drawn_before_its_zoom() {
    let mut lake = drawn(Layer::WaterPolygons, None, square(10, 3));
    lake.from_zoom = 13;
    let map = map(vec![lake]);
    assert!(
        base_tile(&map, TileId::new(12, 2048, 2048).unwrap())
            .unwrap()
            .is_empty()
    );
    assert!(
        !base_tile(&map, TileId::new(13, 4096, 4096).unwrap())
            .unwrap()
            .is_empty()
    );
}

proptest! {
    /// Both tiles show the strip along their border; what each shows there must be the same line.
    #[test]
    fn a_line_over_a_border_is_the_same_in_both_tiles(
        steps in proptest::collection::vec((-12..12_i32, -12..-1_i32), 2..9),
        z in 12..=14_u8,
    ) {
        let line = Outline::Line(Trace(steps.iter().map(|(east, north)| corner(*east, *north)).collect()));
        let map = map(vec![drawn(Layer::Streets, None, line)]);
        let half = 1_u32 << (z - 1);
        let strip = |tile, shift: f64| {
            let mut inside = Vec::new();
            for geometry in geometries(&reader(&map, z, tile), "streets") {
                let lines = match geometry {
                    Geometry::LineString(line) => vec![line],
                    Geometry::MultiLineString(lines) => lines.0,
                    other => panic!("no line: {other:?}"),
                };
                for segment in lines.iter().flat_map(|line| line.lines().collect::<Vec<_>>()) {
                    inside.extend(crossing(segment, shift));
                }
            }
            inside.sort_by(f64::total_cmp);
            inside
        };
        let west = strip((half - 1, half), f64::from(EXTENT));
        let east = strip((half, half), 0.0);
        prop_assert_eq!(west.len(), east.len());
        for (a, b) in west.iter().zip(&east) {
            prop_assert!((a - b).abs() < 2.0, "{} {}", a, b);
        }
    }
}

/// Where a segment crosses the meridian at `x`, if it properly does.
fn crossing(segment: geo::Line<f64>, x: f64) -> Option<f64> {
    let (from, to) = (segment.start.x - x, segment.end.x - x);
    ((from < 0.0 && to >= 0.0) || (from >= 0.0 && to < 0.0))
        .then(|| segment.start.y + segment.delta().y * from / (from - to))
}
