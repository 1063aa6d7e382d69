//! The residents of the built-in city are made up by one rule, and the file is what the rule makes.
//!
//! In each district its official figure is divided among the squares of 100 m whose middle lies in it, by whole persons: most
//! near the settlement centre, half as many at 400 m, a fifth at 800 m, nobody beyond 1,500 m, in the river, on the railway or
//! on the motorway.

use std::path::Path;

use geo::{Contains, Distance, Euclidean, LineString, MapCoords};
use miteinander::domain::barrier::{Barrier, BarrierKind};
use miteinander::domain::grid::{GridCell, grid_metres};
use miteinander::domain::residents::apportion;
use miteinander::domain::{CityMap, District};
use miteinander::import::folder::CityFolder;

const FILE: &str = "geodata/ludwigsburg/residents.csv";

/// Where half as many live as in the centre, in metres.
const HALF_M: f64 = 400.0;

/// Where nobody lives any more, in metres.
const EDGE_M: f64 = 1500.0;

/// How far from the middle of a barrier somebody may live, in metres.
fn clearance_m(kind: BarrierKind) -> f64 {
    match kind {
        BarrierKind::River | BarrierKind::Motorway => 100.0,
        BarrierKind::Railway => 70.0,
        BarrierKind::MainRoad => 20.0,
    }
}

/// Lines on the grid, and how far from them somebody may live.
fn barriers(map: &CityMap) -> Vec<(LineString<f64>, f64)> {
    let lines = |own: &Barrier| {
        let clearance_m = clearance_m(own.kind);
        let lines = own.lines.iter().map(move |line| {
            let line: LineString<f64> = line.0.iter().map(|own| geo::Coord::from(*own)).collect();
            (line.map_coords(grid_metres), clearance_m)
        });
        lines.collect::<Vec<_>>()
    };
    map.barriers.lines.iter().flat_map(lines).collect()
}

/// The settlement centres in the city's file, by district.
fn centre(district: &District) -> geo::Point<f64> {
    let text =
        std::fs::read_to_string(in_project("geodata/ludwigsburg/districts.geojson")).unwrap();
    let all: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut features = all["features"].as_array().unwrap().iter();
    let own = features
        .find(|own| own["properties"]["id"] == district.id.as_str())
        .unwrap();
    let degrees = |slot: usize| own["properties"]["centre"][slot].as_f64().unwrap();
    geo::Point::from(grid_metres(geo::coord! { x: degrees(0), y: degrees(1) }))
}

fn in_project(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The squares of a district where somebody may live, and how much they weigh.
fn squares(district: &District, barriers: &[(LineString<f64>, f64)]) -> Vec<(GridCell, u64)> {
    let centre = centre(district);
    let reach = geo::coord! { x: EDGE_M, y: EDGE_M };
    let low = GridCell::at_metres(centre.0 - reach).unwrap();
    let high = GridCell::at_metres(centre.0 + reach).unwrap();
    let cells = (low.row..=high.row)
        .flat_map(|row| (low.column..=high.column).map(move |column| GridCell { row, column }));
    let weighed = cells.filter_map(|cell| {
        let middle = geo::Point::from(cell.rect_m().center());
        let away_m = Euclidean.distance(middle, centre);
        let is_free = |(line, clearance_m): &(LineString<f64>, f64)| {
            Euclidean.distance(&middle, line) >= *clearance_m
        };
        let is_home = away_m < EDGE_M
            && district.area.contains(&cell.middle().unwrap().point())
            && barriers.iter().all(is_free);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most a thousand"
        )]
        let weight = (1000.0 / (1.0 + (away_m / HALF_M).powi(2))).round() as u64;
        is_home.then_some((cell, weight))
    });
    weighed.collect()
}

fn made_up() -> String {
    let city = CityFolder::BuiltIn.read().unwrap();
    let barriers = barriers(&city.map.unwrap());
    let mut rows = Vec::new();
    for district in city.districts.unwrap().districts {
        let squares = squares(&district, &barriers);
        let weights: Vec<u64> = squares.iter().map(|(_, weight)| *weight).collect();
        let people = apportion(district.population.unwrap().count.into(), &weights).unwrap();
        rows.extend(
            squares
                .into_iter()
                .zip(people)
                .map(|((cell, _), people)| (cell, people)),
        );
    }
    rows.retain(|(_, people)| *people > 0);
    rows.sort_unstable();
    let line = |(cell, people): &(GridCell, u64)| {
        let middle = cell.rect_m().center();
        format!("{cell};{};{};{people}\n", middle.x, middle.y)
    };
    let header = "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n".to_owned();
    header + &rows.iter().map(line).collect::<String>()
}

#[test]
fn the_file_is_what_the_rule_makes() {
    let (file, made_up) = (in_project(FILE), made_up());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&file, &made_up).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == made_up,
        "{FILE} is stale: run `UPDATE_SNAPSHOTS=1 cargo test synthetic_residents`"
    );
}
