//! Taking reports in: durable reports a second, beside what the same disk does when it is asked to keep one page after the
//! other. `MITEINANDER_BENCH_POSTGRES` names a server to measure as well.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::{Extension, Router};
use chrono::NaiveDate;
use miteinander::api;
use miteinander::city::{City, Clock};
use miteinander::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, Report, ReportSource, SafetyCell,
};
use miteinander::gate::{Gate, Proxies, Rates};
use miteinander::reports::{Door, Reports};
use miteinander::safety::challenge::is_solved;
use miteinander::store::Store;
use serde_json::json;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::synthetic::city;
use crate::table::Table;

/// Reports that are put in, and by how many who wait for their answer each.
const REPORTS: u32 = 20_000;
const AT_ONCE: u32 = 512;

/// Reports with their puzzles at the router, and one after the other.
const ASKED: u32 = 10_000;
const ALONE: u32 = 200;

/// Puzzles are solved beforehand.
const BITS: u32 = 1;

pub fn measure(table: &mut Table) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let disk = synced(folder.path());
    let reports = runtime
        .block_on(Reports::open_folder(folder.path()))
        .unwrap();
    let rate = runtime.block_on(put_in(&reports));
    let alone = runtime.block_on(alone(&reports));
    let again = synced(folder.path());
    table.row(
        "reports kept on the disk a second, 512 senders at once, embedded database; the disk's own fdatasync before and after",
        &format!("{rate:.0}/s; {disk:.0}/s and {again:.0}/s"),
        ">= 1,000/s",
    );
    table.row(
        "the same, one sender who waits for each",
        &format!("{alone:.0}/s"),
        "",
    );
    let asked = runtime.block_on(at_the_router(folder.path(), &reports));
    table.row(
        "the same at the router, puzzles solved beforehand: request to answer",
        &format!("{asked:.0}/s"),
        ">= 1,000/s",
    );
    if let Ok(address) = std::env::var("MITEINANDER_BENCH_POSTGRES") {
        let reports = runtime.block_on(Reports::open_address(&address)).unwrap();
        let rate = runtime.block_on(put_in(&reports));
        table.row(
            "the same on PostgreSQL",
            &format!("{rate:.0}/s"),
            ">= 1,000/s",
        );
    }
}

/// How often a second this disk keeps one page after the other.
fn synced(folder: &std::path::Path) -> f64 {
    let mut file = tempfile::tempfile_in(folder).unwrap();
    let (begin, mut count) = (Instant::now(), 0_u32);
    while begin.elapsed() < Duration::from_secs(2) {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    f64::from(count) / begin.elapsed().as_secs_f64()
}

fn report(number: u32) -> Report {
    let row = 5_700 + number % 20;
    Report {
        area: Area::Cell(SafetyCell { row, column: 8_500 }),
        category: Category::ALL[number as usize % 5],
        band: Band::Night,
        day: DayType::WeekendNight,
        week: IsoWeek::of(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()),
        factors: Factors::default(),
        wish: None,
        avoids: Some(true),
        source: ReportSource::Web,
    }
}

/// Reports a second by many at once; each waits until its own is kept.
async fn put_in(reports: &Reports) -> f64 {
    let (intake, task) = reports.intake();
    let begin = Instant::now();
    let senders = (0..AT_ONCE).map(|sender| {
        let intake = intake.clone();
        tokio::spawn(async move {
            for number in (sender..REPORTS).step_by(AT_ONCE as usize) {
                intake.put(report(number)).await.unwrap();
            }
        })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.unwrap();
    }
    let rate = f64::from(REPORTS) / begin.elapsed().as_secs_f64();
    drop(intake);
    task.await.unwrap();
    rate
}

async fn alone(reports: &Reports) -> f64 {
    let (intake, task) = reports.intake();
    let begin = Instant::now();
    for number in 0..ALONE {
        intake.put(report(number)).await.unwrap();
    }
    let rate = f64::from(ALONE) / begin.elapsed().as_secs_f64();
    drop(intake);
    task.await.unwrap();
    rate
}

/// Reports a second at the router, with everything a request goes through.
async fn at_the_router(folder: &std::path::Path, reports: &Reports) -> f64 {
    let town = folder.join("city");
    let city = tokio::task::spawn_blocking(move || {
        crate::load::store_city(&Runtime::new().unwrap(), &town, city(1_000));
        town
    });
    let store = Store::open_folder(&city.await.unwrap()).await.unwrap();
    let city = City::open(store, Clock::System).await.unwrap();
    let snapshot = city.snapshot();
    let (cell, _) = snapshot.safety_ground().cells().next().unwrap();
    let cell = cell.to_string();
    let (intake, _task) = reports.intake();
    let door = Arc::new(reports.door(intake, BITS).await.unwrap());
    let now_s = u64::try_from(city.now().timestamp()).unwrap();
    let bodies: Vec<String> = (0..ASKED).map(|_| body(&door, &cell, now_s)).collect();
    let gate = Gate::new(Proxies::NONE, Rates::DEFAULT);
    let app = api::within_limits(api::router(Arc::clone(&city)), Arc::clone(&city), gate);
    let app = app.layer(Extension(door));
    let begin = Instant::now();
    let senders = bodies
        .chunks(bodies.len().div_ceil(AT_ONCE as usize))
        .map(|own| {
            let (app, own) = (app.clone(), own.to_vec());
            tokio::spawn(async move {
                for body in own {
                    asked(&app, body).await;
                }
            })
        });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.unwrap();
    }
    f64::from(ASKED) / begin.elapsed().as_secs_f64()
}

/// A report with a solved puzzle.
fn body(door: &Door, cell: &str, now_s: u64) -> String {
    let puzzle = door.puzzle(now_s);
    let number = (0..u64::MAX).find(|number| is_solved(&puzzle, *number, BITS));
    let report =
        json!({ "cell_500": cell, "category": "dark", "band": "night", "daytype": "fr_sa" });
    json!({ "report": report, "puzzle": puzzle, "number": number }).to_string()
}

async fn asked(app: &Router, body: String) {
    let request = Request::post("/api/safety/reports")
        .header(header::HOST, "bench")
        .header(header::CONTENT_TYPE, "application/json")
        .header("sec-fetch-site", "same-origin");
    let answer = app.clone().oneshot(request.body(Body::from(body)).unwrap());
    assert_eq!(answer.await.unwrap().status(), StatusCode::NO_CONTENT);
}
