//! Asking around the square of a new report, until it is found.

use miteinander::domain::report::{Area, Report, SafetyCell};

use super::answers::{naive, report};
use super::{broken, held};
use crate::fixture::{Database, Kept};
use crate::random::Dice;
use crate::safety::Slot;

pub(super) const TRILATERATION: &str = "| places near, in boxes and districts around the square of a new report (trilateration) | 108 | 0 | 50 % | no byte differs | 100.0 % of 27 |";

/// The squares that somebody is looked for in, one after the other.
fn hiding_places(slot: &Slot) -> Vec<SafetyCell> {
    let snapshot = slot.city.snapshot();
    let cells = snapshot.safety_ground().cells().map(|(cell, _)| cell);
    cells.step_by(5).take(27).collect()
}

async fn put(slot: &Slot, cell: SafetyCell) {
    let area = Area::Cell(cell);
    let told = Report {
        area,
        ..report(slot, &mut Dice(2))
    };
    slot.door.put(told).await.unwrap();
}

/// Of how many questions about the surroundings of a new report the answers differ.
async fn located(slot: &Slot, cell: SafetyCell, around: &[String]) -> usize {
    let mut before = Vec::new();
    for path in around {
        before.push(slot.get(path).await);
    }
    put(slot, cell).await;
    let mut differ = 0;
    for (path, before) in around.iter().zip(before) {
        differ += usize::from(slot.get(path).await != before);
    }
    differ
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_near_a_report_tells_where_it_is() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let (mut tries, mut differ) = (0, 0);
    for cell in hiding_places(&slot) {
        let middle = cell.hectares().nth(12).unwrap().middle().unwrap();
        let (lon, lat) = (middle.lon(), middle.lat());
        let (west, south, east, north) = (lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01);
        let around = [
            format!("/api/places/near?lon={lon:.5}&lat={lat:.5}"),
            format!("/api/collections/places/items?bbox={west:.4},{south:.4},{east:.4},{north:.4}"),
            format!("/api/districts/at?lon={lon:.5}&lat={lat:.5}"),
            "/api/coverage".to_owned(),
        ];
        tries += around.len();
        differ += located(&slot, cell, &around).await;
    }
    held(TRILATERATION, tries, differ);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_naive_program_tells_where_it_is() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let mut slot = Slot::open(&kept).await;
    slot.router = slot.router.merge(naive(slot.reports.clone()));
    let cells = hiding_places(&slot);
    let mut found = 0;
    for cell in &cells {
        // Five that everybody may know of, and then hers.
        for _ in 0..5 {
            put(&slot, *cell).await;
        }
        found += located(&slot, *cell, &[format!("/naive?{cell}")]).await;
    }
    broken(TRILATERATION, cells.len(), found);
}
