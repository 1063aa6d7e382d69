//! Questions to a snapshot in process, and how they and their cost grow with the city.

use std::time::Instant;

use chrono::{DateTime, Utc};
use miteinander::domain::audit::life::AuditRevision;
use miteinander::domain::audit::{AuditId, Auditor, Depth, PublishedAudit, Source};
use miteinander::domain::place::Status;
use miteinander::domain::{Location, Need, Topic};
use miteinander::export::geojson::place_collection;
use miteinander::snapshot::{CityData, Known, PlaceFilter, Snapshot};
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

/// A city in which every place is audited: two of three are usable in a wheelchair, one of these with limits.
fn audited(mut data: CityData) -> CityData {
    let sheets = [90, 84, 78].map(sheet);
    let day = "2026-03-02".parse().expect("it is a date");
    let all = data.places.iter().enumerate();
    data.audits = all
        .map(|(at, place)| PublishedAudit {
            id: AuditId(place.id.0),
            revision: AuditRevision::FIRST,
            place: place.id,
            criteria: "lb-draft-1".parse().expect("it is a version"),
            depth: Depth::Full,
            source: Source::Audit,
            auditors: vec![Auditor::City],
            audited_on: day,
            published_on: day,
            sheet: sheets[at % sheets.len()].clone(),
            change_reports: 0,
        })
        .collect();
    data
}

/// What touches a wheelchair at a place with a door as wide as this, all else as good as can be.
fn sheet(door_cm: u32) -> serde_json::Value {
    serde_json::json!({
        "conditions": { "ramp_exists": false, "main_room_needs_lift": false, "stairs_used": false, "counter_exists": false,
            "rows_of_seats": false, "bell_needed": false, "glass_exists": false },
        "readings": {
            "C01": { "width_cm": 150 }, "C02": { "slope_pct": 0 }, "C03": { "cross_pct": 0 },
            "C04": { "surface": "firm_even" }, "C05": { "kerb_type": "none_needed" },
            "C08": { "spaces": 1, "width_cm": 350, "length_cm": 500, "distance_m": 10 },
            "C14": { "steps": 0, "max_step_cm": 0 }, "C18": { "width_cm": door_cm },
            "C19": { "w_cm": 150, "d_cm": 150 }, "C20": { "automatic": true },
            "C23": { "corridor_cm": 150, "passage_cm": 90 }, "C24": { "w_cm": 150, "d_cm": 150 },
            "C25": { "step_free": true, "max_threshold_cm": 0 },
            "C32": { "knee_h_cm": 67, "knee_d_cm": 30, "top_cm": 80 },
            "C39": { "wc": true, "distance_m": 10 },
            "C40": { "w_cm": 150, "d_cm": 150, "side_left_cm": 90, "side_right_cm": 90, "door_cm": 90, "opens_out": true },
            "C41": { "seat_cm": 47, "rails_both_foldable": true }, "C43": { "alarm": true },
        },
    })
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
    let inspected = Snapshot::build(audited(city(100_000)));
    let by_need = PlaceFilter {
        usable_for: vec![Need::Wheelchair],
        ..loose.clone()
    };
    table.row(
        "the same where all are audited; usable in a wheelchair (2 of 3 pass)",
        &format!(
            "{}; {}",
            near(&inspected, &loose),
            near(&inspected, &by_need)
        ),
        "second <= 1.3 x first",
    );
    drop(inspected);
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
