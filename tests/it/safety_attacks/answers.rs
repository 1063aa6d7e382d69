//! What everybody may ask: the same bytes whether a report is there or not.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, Uri, header};
use axum::routing::get;
use miteinander::auth::Who;
use miteinander::auth::access::TABLE;
use miteinander::domain::released::ReleaseText;
use miteinander::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, Period, Product, Report, ReportSource,
};
use miteinander::reports::Reports;
use serde_json::json;
use sqlx::Row;

use super::{broken, held};
use crate::fixture::{Database, Kept, both_stores};
use crate::random::Dice;
use crate::safety::{Slot, dark};

pub(super) const PAIRS: &str = "| public answers of two databases that differ in one report: bytes, tags, sizes, order, 404 (A5, A6), other words (HEAD, ranges, conditions, languages, queries) | 1000 | 0 | 50 % | no byte differs | 98.0 % of 200 |";
pub(super) const LOCKED: &str = "| public answers while the reports are locked: does any wait for them (timing)? | 64 | 0 | 50 % | none waits | - |";
pub(super) const IDS: &str = "| asking for a report by its own id and by one made up (A7, A26) | 600 | 0 | 50 % | the same refusal | - |";
pub(super) const FOREIGN: &str = "| forms of other sites, photos, hidden fields (A10, A11, A16) | 14 | 0 | 0 | all refused, nothing kept | - |";

/// An answer, byte by byte.
type Answer = (StatusCode, Vec<(String, String)>, Vec<u8>);

/// A report as dice have it: every field is another.
pub(super) fn report(slot: &Slot, dice: &mut Dice) -> Report {
    let snapshot = slot.city.snapshot();
    let cells = snapshot.safety_ground().cells().map(|(cell, _)| cell);
    let cells = cells.collect::<Vec<_>>();
    Report {
        area: Area::Cell(dice.pick(&cells)),
        category: dice.pick(Category::ALL),
        band: dice.pick(Band::ALL),
        day: dice.pick(DayType::ALL),
        week: IsoWeek::of(snapshot.date_at(slot.city.now())).back(dice.below(60)),
        factors: Factors::default(),
        wish: None,
        avoids: dice.chance(50).then_some(true),
        source: ReportSource::Web,
    }
}

/// A release, so that there is something to ask about.
async fn publish(slot: &Slot) {
    let text = ReleaseText {
        product: Product::Cells,
        period: Period::Year(2024),
        content: "{\"id\":\"cells-2024\"}".into(),
    };
    slot.city.publish_release(text).await.unwrap();
}

/// Every path that everybody may read, with something in place of what varies.
fn paths() -> Vec<String> {
    let lines = TABLE
        .iter()
        .filter(|(method, _, who)| *method == "GET" && *who == Who::Everyone);
    let paths = lines.map(|(_, path, _)| {
        let given = [
            ("{slug}", "x"),
            ("{id}", "cells-2024"),
            ("{district}", "west"),
            ("{collection}", "places"),
            ("{feature}", "x"),
            ("{version}", "1"),
            ("{name}", "x"),
            ("{file}", "x.ics"),
            ("{z}/{x}/{y}", "14/8610/5660.mvt"),
        ];
        given.iter().fold((*path).to_owned(), |path, (hole, with)| {
            path.replace(hole, with)
        })
    });
    // A new puzzle each time: random, and of nothing else.
    paths.filter(|path| path != "/api/safety/puzzle").collect()
}

/// The same questions in other words.
fn questions() -> Vec<Request<Body>> {
    let ask = |method: Method, path: &str, headers: &[(&str, &str)]| {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "x");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    };
    let mut all: Vec<_> = paths()
        .iter()
        .map(|path| ask(Method::GET, path, &[]))
        .collect();
    let releases = [
        "/api/safety/releases",
        "/api/safety/releases/cells-2024",
        "/api/safety/releases/cells-2026",
    ];
    for path in releases {
        all.push(ask(Method::HEAD, path, &[]));
        for headers in [
            [("range", "bytes=0-9")],
            [("if-none-match", "*")],
            [("if-none-match", "W/\"1\"")],
            [("if-modified-since", "Sat, 01 Jan 2000 00:00:00 GMT")],
            [("accept", "text/csv")],
            [("accept-language", "en")],
            [("accept-encoding", "gzip")],
            [("cache-control", "no-cache")],
        ] {
            all.push(ask(Method::GET, path, &headers));
        }
        for query in [
            "?",
            "?bbox=9,48,10,49",
            "?limit=1",
            "?cell=x",
            "?fresh=1",
            "?%00",
        ] {
            all.push(ask(Method::GET, &format!("{path}{query}"), &[]));
        }
    }
    for path in [
        "/api/safety/releases/districts-2026-Q1",
        "/api/safety/releases/cells-2026",
        "/api/safety/releases/..%2freports",
        "/api/safety/releases/CELLS-2024",
        "/api/safety",
        "/api/safety/reports",
        "/api/safety/counts",
        "/api/collections/safety-cells/items?bbox=9,48,10,49",
        "/api/collections/reports/items",
        "/api/tiles/safety/14/8610/5660.mvt",
        "/metrics",
        "/reports.sqlite",
        "/api/staff/safety/counts?purpose=presence",
    ] {
        all.push(ask(Method::GET, path, &[]));
    }
    all
}

/// Asks one question anew.
async fn asked(slot: &Slot, question: &Request<Body>) -> Answer {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = question.method().clone();
    *request.uri_mut() = question.uri().clone();
    *request.headers_mut() = question.headers().clone();
    slot.send(request).await
}

async fn all_answers(slot: &Slot, questions: &[Request<Body>]) -> Vec<Answer> {
    let mut all = Vec::new();
    for question in questions {
        all.push(asked(slot, question).await);
    }
    all
}

/// Adds reports one by one: each database and the next are a pair. In how many pairs a public answer differed.
async fn differing(slot: &Slot, questions: &[Request<Body>], pairs: usize) -> usize {
    let mut before = all_answers(slot, questions).await;
    let mut dice = Dice(11);
    let mut differ = 0;
    for pair in 0..pairs {
        slot.door.put(report(slot, &mut dice)).await.unwrap();
        // All of them now and then, and some in turn each time.
        let is_whole = pair % 250 == 0 || questions.len() < 16;
        let mut is_other = false;
        for (number, question) in questions.iter().enumerate() {
            if is_whole || number % 16 == pair % 16 {
                let after = asked(slot, question).await;
                is_other |= after != before[number];
                before[number] = after;
            }
        }
        differ += usize::from(is_other);
    }
    assert_eq!(slot.kept().await.len(), pairs);
    differ
}

/// A naive program: the exact number of reports there are by now, of the city or of a square, from five on.
pub(super) fn naive(reports: Reports) -> Router {
    let counted = get(async move |uri: Uri| {
        let wanted = uri.query().unwrap_or_default();
        let all = reports.all().await.unwrap();
        let is_wanted = |own: &&Report| match &own.area {
            Area::Cell(cell) => wanted.is_empty() || cell.to_string() == wanted,
            Area::Zone(_) => false,
        };
        let count = all.iter().filter(is_wanted).count();
        if count >= 5 {
            count.to_string()
        } else {
            String::new()
        }
    });
    Router::new().route("/naive", counted)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_public_byte_differs_between_a_thousand_pairs_of_databases() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    publish(&slot).await;
    held(PAIRS, 1000, differing(&slot, &questions(), 1000).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_pairs_break_a_naive_program() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let mut slot = Slot::open(&kept).await;
    slot.router = slot.router.merge(naive(slot.reports.clone()));
    let question = Request::get("/naive").header(header::HOST, "x");
    let question = question.body(Body::empty()).unwrap();
    broken(PAIRS, 200, differing(&slot, &[question], 200).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_on_a_server() {
    if let Some(kept) = Kept::new(Database::Postgres).await {
        let slot = Slot::open(&kept).await;
        publish(&slot).await;
        assert_eq!(differing(&slot, &questions(), 60).await, 0);
    }
}

both_stores! {
    async fn while_the_reports_are_locked_every_public_answer_comes_all_the_same(kept: &Kept) {
        let slot = Slot::open(kept).await;
        publish(&slot).await;
        slot.door.put(report(&slot, &mut Dice(1))).await.unwrap();
        let questions = questions();
        let before = all_answers(&slot, &questions[..64]).await;
        // Whoever asked the reports now would wait until the end of this test, and fail.
        let answers = match &slot.reports {
            Reports::Sqlite(pool) => {
                let held = pool.acquire().await.unwrap();
                let answers = all_answers(&slot, &questions[..64]).await;
                drop(held);
                answers
            }
            Reports::Postgres(pool) => {
                let mut held = pool.begin().await.unwrap();
                for table in ["lock table report in access exclusive mode", "lock table release in access exclusive mode"] {
                    sqlx::query(table).execute(&mut *held).await.unwrap();
                }
                let answers = all_answers(&slot, &questions[..64]).await;
                held.rollback().await.unwrap();
                answers
            }
        };
        let differ = before.iter().zip(&answers).filter(|(one, other)| one != other);
        held(LOCKED, answers.len(), differ.count());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_id_of_a_report_leads_nowhere() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let mut dice = Dice(7);
    for _ in 0..100 {
        slot.door.put(report(&slot, &mut dice)).await.unwrap();
    }
    let Reports::Sqlite(pool) = &slot.reports else {
        panic!("a file")
    };
    let rows = sqlx::query("select id from report")
        .fetch_all(pool)
        .await
        .unwrap();
    let (mut tries, mut told_apart) = (0, 0);
    for row in rows {
        let own: String = row.get(0);
        let other = uuid::Uuid::new_v4().simple().to_string();
        assert_eq!(own.as_bytes()[12], b'4', "random, and nothing of a moment");
        for path in [
            "/api/safety/reports/",
            "/api/safety/releases/",
            "/api/collections/places/items/",
            "/api/collections/safety/items/",
            "/orte/",
            "/api/safety/reports?id=",
        ] {
            // Apart from the words that are said back.
            let said = |answer: Answer, id: &str| {
                let text = String::from_utf8_lossy(&answer.2).replace(id, "ID");
                let headers = answer
                    .1
                    .into_iter()
                    .map(|(name, value)| (name, value.replace(id, "ID")));
                let headers =
                    headers.filter(|(name, _)| name != "etag" && name != "content-length");
                (answer.0, headers.collect::<Vec<_>>(), text)
            };
            let (one, two) = (
                slot.get(&format!("{path}{own}")).await,
                slot.get(&format!("{path}{other}")).await,
            );
            assert!(!one.0.is_success(), "{path}");
            tries += 1;
            told_apart += usize::from(said(one, &own) != said(two, &other));
        }
    }
    held(IDS, tries, told_apart);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms_of_other_sites_photos_and_hidden_fields_are_refused_and_nothing_is_kept() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let (mut tries, mut taken) = (0, 0);
    let (puzzle, number) = slot.solved().await;
    let whole = json!({ "report": dark(&json!({})), "puzzle": puzzle, "number": number });
    let kinds = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "image/jpeg",
        "",
    ];
    for kind in kinds {
        for site in ["cross-site", "same-origin"] {
            let request = Request::post("/api/safety/reports")
                .header(header::HOST, "x")
                .header(header::CONTENT_TYPE, kind)
                .header("sec-fetch-site", site)
                .body(Body::from(whole.to_string()));
            let (status, ..) = slot.send(request.unwrap()).await;
            tries += 1;
            taken += usize::from(status.is_success());
        }
    }
    for more in [
        json!({ "photo": "data:image/jpeg;base64,/9j/4AAQSkZJRg==" }),
        json!({ "factors": vec!["hedges"; 200] }),
        json!({ "wish": "light\u{200b}Herr M." }),
        json!({ "cell_500": "CRS3035RES500mN2863500E4262000#23:10" }),
    ] {
        tries += 1;
        taken += usize::from(slot.report(&dark(&more)).await.0.is_success());
    }
    assert!(slot.kept().await.is_empty());
    held(FOREIGN, tries, taken);
}
