//! Questions to a snapshot in process, and how they and their cost grow with the city.

use std::time::Instant;

use chrono::{DateTime, Utc};
use miteinander::domain::place::Status;
use miteinander::domain::{Location, Topic};
use miteinander::export::geojson::place_collection;
use miteinander::snapshot::{Known, PlaceFilter, Snapshot};
use miteinander::store::Store;

use crate::synthetic::{Dice, city};
use crate::table::{Sample, Table};
use crate::{apart, memory};

const ASKED: usize = 20_000;
pub const FAR_M: f64 = 100_000.0;

fn monday_noon() -> DateTime<Utc> {
    "2026-03-02T11:00:00Z".parse().unwrap()
}

/// Open, free, without having to buy something, for one of four topics: about one place in twenty passes.
pub fn filter() -> PlaceFilter {
    PlaceFilter {
        open_at: Some(monday_noon()),
        free: true,
        no_consumption: true,
        topics: [
            Topic::TalkCoffee,
            Topic::PlayGames,
            Topic::ReadQuiet,
            Topic::JustBeThere,
        ]
        .into_iter()
        .collect(),
        status: vec![Status::Active],
        ..PlaceFilter::default()
    }
}

fn near(snapshot: &Snapshot, filter: &PlaceFilter) -> Sample {
    asked(|location| snapshot.near(location, filter, FAR_M, 20).len())
}

/// Times `ask` at many locations where people are.
pub fn asked(ask: impl FnMut(Location) -> usize) -> Sample {
    let mut dice = Dice(7);
    let locations: Vec<_> = (0..ASKED).map(|_| dice.location()).collect();
    Sample::of(locations, ask)
}

pub fn measure(table: &mut Table) {
    let snapshot = Snapshot::build(city(100_000));
    let loose = PlaceFilter {
        status: vec![Status::Active],
        free: true,
        ..PlaceFilter::default()
    };
    table.row(
        "nearest 20 of 100,000, free and in use",
        &near(&snapshot, &loose).to_string(),
        "p99 <= 100 µs",
    );
    let now = PlaceFilter {
        open_at: Some(monday_noon()),
        ..loose
    };
    table.row(
        "nearest 20 of 100,000, free and open now",
        &near(&snapshot, &now).to_string(),
        "p99 <= 100 µs",
    );
    table.row(
        "nearest 20 of 100,000, five filters (1 in 20 passes)",
        &near(&snapshot, &filter()).to_string(),
        "p99 <= 100 µs",
    );
    let features = Sample::of(0..200, |_| {
        let places = snapshot.places().take(4000).map(|own| (own, None));
        place_collection(
            &snapshot,
            &serde_json::json!({ "type": "FeatureCollection" }),
            places,
        )
        .len()
    });
    table.row("4,000 places as GeoJSON", &features.to_string(), "<= 5 ms");
}

/// The cost of a city of a thousand to a million places.
pub fn measure_growth(table: &mut Table) {
    apart::measure("growth", &[1_000, 10_000, 100_000, 1_000_000], table, grow);
}

fn grow(count: usize, table: &mut Table) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    apart::fill("growth", &runtime, folder.path(), count);
    let (snapshot, loaded, opened) = runtime.block_on(async {
        let begin = Instant::now();
        let store = Store::open_folder(folder.path()).await.unwrap();
        let data = store.load(Known::default()).await.unwrap().unwrap();
        let loaded = begin.elapsed();
        (Snapshot::build(data), loaded, begin.elapsed())
    });
    let memory = memory::in_words(memory::peak_mb(std::process::id()));
    let near = near(&snapshot, &filter());
    let is_largest = count == 1_000_000;
    let target = if is_largest {
        "start <= 5 s, p99 <= 200 µs, <= 1 GB"
    } else {
        ""
    };
    table.row(
        &format!("{count} places: start, near with filters, peak memory"),
        &format!("{opened:.2?} ({loaded:.2?} of it reading); {near}; {memory}"),
        target,
    );
}
