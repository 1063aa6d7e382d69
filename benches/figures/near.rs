//! Questions to a snapshot in process, and how they and their cost grow with the city.

use std::time::Instant;

use chrono::{DateTime, Utc};
use miteinander::domain::Topic;
use miteinander::domain::place::Status;
use miteinander::export::geojson::place_collection;
use miteinander::snapshot::{PlaceFilter, Snapshot};
use miteinander::store::Store;

use crate::memory;
use crate::synthetic::{Dice, city};
use crate::table::{Sample, Table};

const ASKED: usize = 20_000;
const FAR_M: f64 = 100_000.0;

fn monday_noon() -> DateTime<Utc> {
    "2026-03-02T11:00:00Z".parse().unwrap()
}

/// Open, free, without having to buy something, for one of four topics: about one place in twenty passes.
fn filter() -> PlaceFilter {
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
    let mut dice = Dice(7);
    let asked: Vec<_> = (0..ASKED).map(|_| dice.location()).collect();
    Sample::of(asked, |location| {
        snapshot.near(location, filter, FAR_M, 20).len()
    })
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

/// The cost of a city of a thousand to a million places. Each is measured in a process of its own, so that
/// its memory is its own.
pub fn measure_growth(table: &mut Table) {
    match std::env::var("MITEINANDER_BENCH_PLACES") {
        Ok(count) => grow(count.parse().unwrap(), table),
        Err(_) => {
            for count in [1_000, 10_000, 100_000, 1_000_000] {
                let own = std::env::current_exe().unwrap();
                let output = std::process::Command::new(own)
                    .args(["growth"])
                    .env("MITEINANDER_BENCH_PLACES", count.to_string())
                    .output()
                    .unwrap();
                let text = String::from_utf8_lossy(&output.stdout).into_owned();
                let rows = text.lines().skip(2).map(|row| {
                    row.trim_matches(['|', ' '])
                        .split(" | ")
                        .map(str::to_owned)
                        .collect::<Vec<_>>()
                });
                for cells in rows.filter(|cells| cells.len() >= 2) {
                    table.row(
                        &cells[0],
                        &cells[1],
                        cells.get(2).map_or("", String::as_str),
                    );
                }
            }
        }
    }
}

fn grow(count: usize, table: &mut Table) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    fill(&runtime, folder.path(), count);
    let (snapshot, loaded, opened) = runtime.block_on(async {
        let begin = Instant::now();
        let store = Store::open_folder(folder.path()).await.unwrap();
        let data = store.load(None).await.unwrap().unwrap();
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

/// Writes a synthetic city in another process, whose memory is not ours.
fn fill(runtime: &tokio::runtime::Runtime, folder: &std::path::Path, count: usize) {
    if std::env::var_os("MITEINANDER_BENCH_FILL").is_none() {
        let own = std::env::current_exe().unwrap();
        let mut command = std::process::Command::new(own);
        command
            .args(["growth"])
            .env("MITEINANDER_BENCH_FILL", folder)
            .env("MITEINANDER_BENCH_PLACES", count.to_string());
        assert!(command.output().unwrap().status.success());
        return;
    }
    crate::load::store_city(
        runtime,
        std::path::Path::new(&std::env::var_os("MITEINANDER_BENCH_FILL").unwrap()),
        city(count),
    );
    std::process::exit(0);
}
