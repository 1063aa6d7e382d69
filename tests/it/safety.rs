//! Reports from the browser to the release, at the real router and the real command line.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::{Extension, Router};
use chrono::NaiveDate;
use miteinander::city::City;
use miteinander::domain::report::{Band, Category, DayType, IsoWeek, Report, ReportSource};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Subject, TrailFilter};
use miteinander::gate::{Gate, Rates};
use miteinander::reports::{Counts, Door, Reports};
use miteinander::safety::Draft;
use miteinander::safety::challenge::is_solved;
use miteinander::{api, pages};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tower::ServiceExt;

use crate::cli::Desk;
use crate::fixture::{Database, Kept, begun, both_stores, place};
use crate::server::{IMPATIENT, Serving, read};
use crate::staff::Office;

/// Puzzles of tests are soon solved.
const BITS: u32 = 4;

/// A square in the west of the city of tests, and one nowhere in it.
pub(crate) const HERE: &str = "CRS3035RES500mN2863500E4262000";
pub(crate) const NOWHERE: &str = "CRS3035RES500mN3000000E4262000";

/// A city that takes reports.
pub(crate) struct Slot {
    pub(crate) router: Router,
    pub(crate) city: Arc<City>,
    pub(crate) reports: Reports,
    pub(crate) door: Arc<Door>,
    _taking_in: JoinHandle<()>,
}

impl Slot {
    pub(crate) async fn open(kept: &Kept) -> Self {
        Self::around(kept, begun(kept, [place(1, 9.19, 48.9)]).await).await
    }

    /// The slot of a city.
    pub(crate) async fn around(kept: &Kept, city: Arc<City>) -> Self {
        let reports = kept.open_reports().await;
        let (intake, taking_in) = reports.intake();
        let door: Arc<Door> = Arc::new(reports.door(intake, BITS).await.unwrap());
        let paths = api::router(Arc::clone(&city)).merge(pages::router(Arc::clone(&city)));
        let router = api::within_limits(
            paths,
            Arc::clone(&city),
            Gate::new([].into_iter().collect(), Rates::DEFAULT),
        );
        Self {
            router: router.layer(Extension(Arc::clone(&door))),
            door,
            city,
            reports,
            _taking_in: taking_in,
        }
    }

    pub(crate) async fn send(
        &self,
        request: Request<Body>,
    ) -> (StatusCode, Vec<(String, String)>, Vec<u8>) {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let text = |value: &header::HeaderValue| value.to_str().unwrap().to_owned();
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)));
        let headers = headers.collect();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX)
            .await
            .unwrap();
        (status, headers, body.to_vec())
    }

    pub(crate) async fn get(&self, path: &str) -> (StatusCode, Vec<(String, String)>, Vec<u8>) {
        let request = Request::get(path)
            .header(header::HOST, "x")
            .body(Body::empty());
        self.send(request.unwrap()).await
    }

    /// A puzzle and its solution.
    pub(crate) async fn solved(&self) -> (String, u64) {
        let (_, _, body) = self.get("/api/safety/puzzle").await;
        let told: Value = serde_json::from_slice(&body).unwrap();
        let puzzle = told["puzzle"].as_str().unwrap().to_owned();
        let bits = u32::try_from(told["bits"].as_u64().unwrap()).unwrap();
        let number = (0..1_000_000)
            .find(|number| is_solved(&puzzle, *number, bits))
            .unwrap();
        (puzzle, number)
    }

    pub(crate) async fn report(&self, report: &Value) -> (StatusCode, String) {
        let (puzzle, number) = self.solved().await;
        let sent = json!({ "report": report, "puzzle": puzzle, "number": number });
        self.post(&sent, "same-origin").await
    }

    pub(crate) async fn post(&self, sent: &Value, site: &str) -> (StatusCode, String) {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/api/safety/reports")
            .header(header::HOST, "x")
            .header(header::CONTENT_TYPE, "application/json")
            .header("sec-fetch-site", site)
            .body(Body::from(sent.to_string()));
        let (status, headers, body) = self.send(request.unwrap()).await;
        if status == StatusCode::NO_CONTENT {
            assert!(headers.contains(&("cache-control".into(), "no-store".into())));
            assert!(
                !headers
                    .iter()
                    .any(|(name, _)| name == "set-cookie" || name == "location")
            );
        }
        (status, String::from_utf8(body).unwrap())
    }

    pub(crate) async fn kept(&self) -> Vec<Report> {
        self.reports.all().await.unwrap()
    }
}

pub(crate) fn dark(more: &Value) -> Value {
    let mut report =
        json!({ "cell_500": HERE, "category": "dark", "band": "night", "daytype": "fr_sa" });
    for (name, value) in more.as_object().into_iter().flatten() {
        report[name] = value.clone();
    }
    report
}

both_stores! {
    async fn a_report_is_kept_and_its_answer_leads_nowhere(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let told = dark(&json!({ "factors": ["hedges"], "wish": "light", "avoid": true }));
        assert_eq!(slot.report(&told).await, (StatusCode::NO_CONTENT, String::new()));
        let all = slot.kept().await;
        // The week of the day on which the clock of these tests stands still.
        let week = IsoWeek::of(NaiveDate::from_ymd_opt(2026, 3, 4).unwrap());
        assert_eq!((all.len(), all[0].category, all[0].week), (1, Category::Dark, week));
    }

    async fn nothing_that_is_public_differs_by_a_report(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let paths = [
            "/", "/liste", "/stadtteile", "/api", "/api/collections", "/api/collections/places/items",
            "/api/collections/districts/items", "/api/safety/releases", "/api/coverage", "/api/changes.atom",
            "/health/ready", "/api/places/near?lon=9.19&lat=48.9", "/planung", "/api/safety/releases/cells-2025",
            "/sicherheit", "/sicherheit/transparenz", "/stadtteile/west",
        ];
        let mut before = Vec::new();
        for path in paths {
            before.push(slot.get(path).await);
        }
        for _ in 0..3 {
            assert_eq!(slot.report(&dark(&json!({}))).await.0, StatusCode::NO_CONTENT);
        }
        assert_eq!(slot.kept().await.len(), 3);
        for (path, before) in paths.into_iter().zip(before) {
            let after = slot.get(path).await;
            assert!(after == before, "{path} differs");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_asked_for_is_refused_by_name_and_nothing_is_kept() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    for (field, report) in [
        ("text", dark(&json!({ "text": "Es war Herr M." }))),
        ("lat", dark(&json!({ "lat": 48.9 }))),
        ("iso_week", dark(&json!({ "iso_week": "2026-W01" }))),
        ("source", dark(&json!({ "source": "paper" }))),
        ("cell_500", dark(&json!({ "cell_500": NOWHERE }))),
        ("cell_500", dark(&json!({ "cell_500": "9.19,48.9" }))),
        ("category", dark(&json!({ "category": "hate" }))),
        ("category", dark(&json!({ "category": "violence" }))),
        ("band", dark(&json!({ "band": "23:10" }))),
        ("factors", dark(&json!({ "factors": ["people"] }))),
        ("wish", dark(&json!({ "wish": "\u{202e}" }))),
    ] {
        let (status, told) = slot.report(&report).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{field}");
        assert!(told.contains(field), "{field}: {told}");
        assert!(!told.contains("Herr M."), "what was typed is not said back");
    }
    assert!(slot.kept().await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_puzzle_is_used_once_and_one_of_another_site_not_at_all() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let (puzzle, number) = slot.solved().await;
    let sent = json!({ "report": dark(&json!({})), "puzzle": puzzle, "number": number });
    assert_eq!(
        slot.post(&sent, "cross-site").await.0,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        slot.post(&sent, "same-origin").await.0,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        slot.post(&sent, "same-origin").await.0,
        StatusCode::BAD_REQUEST
    );
    let wrong = json!({ "report": dark(&json!({})), "puzzle": "1.2.3", "number": number });
    assert_eq!(
        slot.post(&wrong, "same-origin").await.0,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(slot.kept().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_flood_from_a_hundred_networks_five_reports_of_each_are_taken() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let serving = Serving::start(IMPATIENT, slot.router.clone()).await;
    let mut taken = 0;
    for network in 0..100_u8 {
        for _ in 0..8 {
            let (puzzle, number) = slot.solved().await;
            let body = json!({ "report": dark(&json!({})), "puzzle": puzzle, "number": number })
                .to_string();
            let request = format!(
                "POST /api/safety/reports HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\n\
                 content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            let answer = read(serving.send_from([127, 0, network, 1], &request).await).await;
            taken += u32::from(answer.starts_with("HTTP/1.1 204"));
            assert!(
                answer.starts_with("HTTP/1.1 204") || answer.starts_with("HTTP/1.1 429"),
                "{answer}"
            );
        }
    }
    assert_eq!(taken, 500);
    assert_eq!(slot.kept().await.len(), 500);
    assert_eq!(slot.city.snapshot().revision().0, 1);
}

/// The clock of the command line.
fn release(desk: &Desk, period: &str, day: &str) -> (bool, String) {
    let moment = format!("{day}T12:00:00Z");
    let ended = desk.run(&["release", "--period", period, "--stop-clock-at", &moment]);
    (ended.code == Some(0), ended.out + &ended.err)
}

#[test]
fn a_period_is_released_once_thirty_days_after_its_end_and_never_again() {
    let desk = Desk::with_city();
    let (done, told) = release(&desk, "2025-Q4", "2026-02-02");
    assert!(!done && told.contains("2026-02-03"), "{told}");
    let (done, told) = release(&desk, "2025-Q4", "2026-02-03");
    assert!(
        done && told.contains("districts-2025-Q4") && told.contains("sha256"),
        "{told}"
    );
    let (done, told) = release(&desk, "2025-Q4", "2026-02-04");
    assert!(!done && told.contains("once"), "{told}");
    let (done, told) = release(&desk, "2025", "2026-02-03");
    assert!(
        done && told.contains("cells-2025") && !told.contains("city-2025"),
        "nobody was asked what was done to them: {told}"
    );
}

#[test]
fn a_release_that_was_begun_is_published_as_it_was_drawn() {
    let desk = Desk::with_city();
    let begun = |desk: &Desk| {
        let (done, told) = release(desk, "2025", "2026-03-01");
        assert!(done, "{told}");
        told
    };
    let names = ["city.sqlite", "city.sqlite-wal"].map(|name| desk.data().join(name));
    let before = names.clone().map(|name| std::fs::read(name).ok());
    let first = begun(&desk);
    // As after a crash between drawing and publishing, or with the city's database of yesterday restored.
    let _ = std::fs::remove_file(desk.data().join("city.sqlite-shm"));
    for (name, bytes) in names.iter().zip(before) {
        match bytes {
            Some(bytes) => std::fs::write(name, bytes).unwrap(),
            None => drop(std::fs::remove_file(name)),
        }
    }
    assert_eq!(begun(&desk), first);
}

#[test]
fn with_the_reports_of_before_the_release_restored_it_is_not_made_again() {
    let desk = Desk::with_city();
    let file = desk.data().join("reports.sqlite");
    let (done, _) = release(&desk, "2025-Q3", "2026-03-01");
    assert!(done);
    let before = std::fs::read(&file).unwrap();
    assert!(release(&desk, "2025", "2026-03-01").0);
    std::fs::write(&file, before).unwrap();
    let (done, told) = release(&desk, "2025", "2026-03-01");
    assert!(!done && told.contains("once"), "{told}");
}

both_stores! {
    async fn who_looks_at_counts_says_what_for_and_is_written_down(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
        let patrol = office.cookies(&[Role::Patrol]).await;
        let refused = office.get("/api/staff/safety/counts", &patrol).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let seen = office.get("/api/staff/safety/counts?purpose=presence", &patrol).await;
        assert_eq!((seen.status, seen.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
        let filter = TrailFilter::about(Subject::alone("safety-counts"), 9);
        let entries = slot.city.store().trail(&filter).await.unwrap();
        assert_eq!((entries.len(), &*entries[0].detail), (1, "presence"));
    }

    async fn sensitive_counts_are_for_prevention_and_no_counts_for_admins(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
        for (role, counts, sensitive) in [
            (Role::Patrol, StatusCode::OK, StatusCode::FORBIDDEN),
            (Role::Prevention, StatusCode::OK, StatusCode::OK),
            (Role::Admin, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
            (Role::Planner, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ] {
            let cookies = office.cookies(&[role]).await;
            let status = async |path: &str| office.get(&format!("/api/staff/safety/{path}?purpose=council"), &cookies).await.status;
            assert_eq!((status("counts").await, status("sensitive").await), (counts, sensitive), "{role}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_filtered_each_row_is_one_of_the_whole_table() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let (intake, task) = slot.reports.intake();
    let told: Draft = serde_json::from_value(dark(&json!({}))).unwrap();
    for week in 0..12 {
        let week = IsoWeek::of(NaiveDate::from_ymd_opt(2026, 2, 4).unwrap()).back(week);
        let snapshot = slot.city.snapshot();
        let report = told
            .report(snapshot.safety_ground(), false, (week, ReportSource::Web))
            .unwrap();
        intake.put(report).await.unwrap();
    }
    drop(intake);
    task.await.unwrap();
    let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
    let cookies = office.cookies(&[Role::Patrol]).await;
    let rows = async |more: &str| {
        let answer = office
            .get(
                &format!("/api/staff/safety/counts?purpose=presence{more}"),
                &cookies,
            )
            .await;
        let told: Value = serde_json::from_str(&answer.text).unwrap();
        told["rows"].as_array().unwrap().clone()
    };
    let whole = rows("").await;
    assert_eq!((whole.len(), &whole[0]["area"]), (1, &json!("west")));
    for filter in [
        "",
        "&district=west",
        "&band=night",
        "&daytype=fr_sa",
        "&group=dark_or_neglected",
        "&district=west&band=night",
    ] {
        assert_eq!(rows(filter).await, whole, "{filter}");
    }
    for filter in ["&district=ost", "&band=morning", "&group=unsafe"] {
        assert!(rows(filter).await.is_empty(), "{filter}");
    }
}

/// Puts reports of so many weeks before the day of these tests in, and waits until they are kept.
async fn told_before(slot: &Slot, weeks: std::ops::Range<u32>, category: Category) {
    let (intake, task) = slot.reports.intake();
    for week in weeks {
        let report = Report {
            area: miteinander::domain::report::Area::Cell(HERE.parse().unwrap()),
            category,
            band: Band::Night,
            day: DayType::WeekendNight,
            week: IsoWeek::of(NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()).back(week),
            factors: [].into_iter().collect(),
            wish: None,
            avoids: None,
            source: ReportSource::Web,
        };
        intake.put(report).await.unwrap();
    }
    drop(intake);
    task.await.unwrap();
}

const DESK: &str = "/verwaltung/meldungen";

async fn looks(slot: &Slot, what: &'static str) -> Vec<String> {
    let filter = TrailFilter::about(Subject::alone(what), 9);
    let entries = slot.city.store().trail(&filter).await.unwrap();
    entries.iter().map(|own| own.detail.to_string()).collect()
}

both_stores! {
    async fn at_the_desk_nothing_is_counted_before_it_is_said_what_for(kept: &Kept) {
        let slot = Slot::open(kept).await;
        told_before(&slot, 1..17, Category::Dark).await;
        let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
        let patrol = office.cookies(&[Role::Patrol]).await;
        let asked = office.get(DESK, &patrol).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert!(asked.text.contains("<form") && !asked.text.contains("data-band"));
        let wrong = office.get(&format!("{DESK}?purpose=curiosity"), &patrol).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        assert!(wrong.text.contains("Diesen Zweck gibt es nicht.") && !wrong.text.contains("data-band"));
        assert!(looks(&slot, "safety-counts").await.is_empty());
        let seen = office.get(&format!("{DESK}?purpose=measures"), &patrol).await;
        assert_eq!((seen.status, seen.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
        assert!(seen.text.contains("data-area=\"west\"") && seen.text.contains("data-band=\"night\""));
        assert!(seen.text.contains("10 bis 19 Angaben"), "twelve reports of twelve weeks");
        assert_eq!(looks(&slot, "safety-counts").await, ["measures"]);
        assert!(looks(&slot, "safety-sensitive-counts").await.is_empty());
        for word in ["csv", "download"] {
            assert!(!seen.text.contains(word), "{word}");
        }
    }

    async fn what_was_done_to_people_is_told_to_prevention_alone(kept: &Kept) {
        let slot = Slot::open(kept).await;
        // The half-year before March 2026 ends with the year.
        told_before(&slot, 10..18, Category::Harassed).await;
        let office = Office::around(Arc::clone(&slot.city)).with(Counts::new(slot.reports.clone()));
        let seen = async |role: Role| {
            let cookies = office.cookies(&[role]).await;
            office.get(&format!("{DESK}?purpose=council"), &cookies).await
        };
        let patrol = seen(Role::Patrol).await;
        assert!(!patrol.text.contains("data-group=\"sensitive\"") && !patrol.text.contains("Halbjahr"));
        let prevention = seen(Role::Prevention).await;
        assert!(prevention.text.contains("2. Halbjahr 2025"));
        assert!(prevention.text.contains("data-group=\"sensitive\">5 bis 9 Angaben"), "{}", prevention.text);
        assert_eq!(looks(&slot, "safety-sensitive-counts").await, ["council"]);
        for role in [Role::Admin, Role::Planner, Role::Editor, Role::Auditor] {
            assert_eq!(seen(role).await.status, StatusCode::FORBIDDEN, "{role}");
        }
    }
}
