//! Coverage through the API and at the terminal: the same numbers everywhere, on both databases.

mod questions;
pub(crate) mod real;
mod scenarios;

use std::process::Command;
use std::sync::Arc;

use axum::http::{Method, StatusCode, header};
use miteinander::city::City;
use miteinander::domain::Fact;
use miteinander::domain::Place;
use miteinander::domain::change::CityChange;
use miteinander::domain::grid::GridCell;
use miteinander::domain::place::{Access, Audience, Cost, Restriction, Toilets};
use miteinander::domain::residents::{Ages, Count, ResidentCell, ResidentSource, Residents};
use miteinander::domain::trail::Author;
use serde_json::Value;

use crate::fixture::{Database, Kept, at, begun, both_stores, place};
use crate::staff::{Answer, Office};

/// A library in the west that counts.
pub(super) fn counted_room(number: u128) -> Place {
    let mut own = place(number, 9.18, 48.9);
    own.opening_hours = "Mo-Sa 10:00-20:00".parse().ok();
    own.last_verified_at = "2026-01-15".parse().ok();
    own.facts.access = Some(Access::Public);
    own.facts.cost = Some(Cost::Free);
    own.facts.consumption_required = Fact::No;
    own.facts.audience = Some(Audience {
        restriction: Restriction::None,
        min_age: None,
        max_age: None,
    });
    own.facts.seats = Some(30);
    own.facts.toilets = Some(Toilets::Wheelchair);
    own
}

/// In the west 300 people live far from the library and 700 beside it, in the east 1,000 beyond the border.
pub(crate) const LIVING: [(f64, u32); 3] = [(9.16, 3_000), (9.18, 7_000), (9.22, 1_000)];

pub(crate) fn residents(squares: [(f64, u32); 3]) -> Residents {
    let mut cells = squares.map(|(lon, people)| ResidentCell {
        cell: GridCell::at(at(lon, 48.9)).unwrap(),
        count: Count::Given(people),
        ages: Ages::default(),
        is_coarse: false,
    });
    cells.sort_unstable_by_key(|own| own.cell);
    Residents {
        source: ResidentSource::Census,
        year: Some(2022),
        attribution: "Statistische Ämter".parse().ok(),
        cells: cells.into(),
    }
}

/// A city of two districts with a counted room, one of which little is known, and its residents.
pub(crate) async fn peopled(kept: &Kept) -> Arc<City> {
    peopled_by(kept, LIVING).await
}

/// The same with so many in each square, in proportion.
pub(super) async fn peopled_by(kept: &Kept, squares: [(f64, u32); 3]) -> Arc<City> {
    let city = begun(kept, [counted_room(1), place(2, 9.181, 48.9)]).await;
    people(&city, squares).await;
    city
}

/// Lets so many live in each square.
async fn people(city: &Arc<City>, squares: [(f64, u32); 3]) {
    let change = CityChange {
        residents: Some(Arc::new(residents(squares))),
        ..CityChange::by(Author::import("population"))
    };
    city.apply(change, city.snapshot().revision())
        .await
        .unwrap();
}

pub(super) async fn asked(office: &Office, address: &str) -> Value {
    let answer = office.get(address, "").await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

pub(super) async fn posted(office: &Office, address: &str, body: &Value) -> Answer {
    let json = "application/json";
    office
        .ask(Method::POST, address, "", json, body.to_string())
        .await
}

/// What the command prints about a city that is kept somewhere.
fn printed(kept: &Kept, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .arg("coverage")
        .args(arguments)
        .args(kept.arguments())
        .env_remove("MITEINANDER_DATA")
        .env_remove("MITEINANDER_DATABASE")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The district of a report.
fn row<'a>(report: &'a Value, id: &str) -> &'a Value {
    let mut all = report["districts"].as_array().unwrap().iter();
    all.find(|own| own["id"] == id).unwrap()
}

const ASKED: &str = "profile=adult&minutes=5&date=2026-03-04";

/// A number of the report as a table writes it.
fn digits(value: &Value, mark: &str) -> String {
    match value {
        Value::Null => String::new(),
        own => own.to_string().replace('.', mark),
    }
}

/// Every number of a kind of reach, under the name that the table gives it.
fn reach_numbers(own: &Value, kind: &str) -> Vec<(String, Value)> {
    let names = [
        "covered",
        "beyond",
        "unreached",
        "by_line",
        "percent",
        "median_min",
        "p90_min",
    ];
    let numbers = names
        .iter()
        .map(|name| (format!("{kind}_{name}"), own[kind][name].clone()));
    numbers.collect()
}

/// A share as the terminal shows it: a span where something is to be found out.
fn told_share(own: &Value) -> String {
    match (&own["percent"], &own["at_most"]["percent"]) {
        (Value::Null, _) => "?".to_owned(),
        (least, Value::Null) => digits(least, "."),
        (least, most) => format!("{}-{}", digits(least, "."), digits(most, ".")),
    }
}

fn assert_table_agrees(csv: &str, report: &Value) {
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    let columns: Vec<&str> = lines.next().unwrap().split(';').collect();
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(';').collect()).collect();
    let cell = |line: &[&str], name: &str| {
        let column = columns.iter().position(|own| *own == name).unwrap();
        line[column].to_owned()
    };
    for line in lines.iter().filter(|line| !line[0].is_empty()) {
        let own = row(report, line[0]);
        let count = |list: &str| own[list].as_array().unwrap().len();
        let mut numbers = vec![
            ("residents".to_owned(), own["residents"]["persons"].clone()),
            (
                "residents_official".to_owned(),
                own["residents"]["official"].clone(),
            ),
            ("floor_m2".to_owned(), own["floor_m2"].clone()),
            (
                "floor_m2_per_1000".to_owned(),
                own["floor_m2_per_1000"].clone(),
            ),
            (
                "seat_hours_per_resident".to_owned(),
                own["seat_hours_per_resident"].clone(),
            ),
            (
                "seat_hours_by_distance".to_owned(),
                own["seat_hours_by_distance"].clone(),
            ),
            ("to_do".to_owned(), count("to_do").into()),
            ("rejected".to_owned(), count("rejected").into()),
            (
                "single_points_of_failure".to_owned(),
                count("hinges").into(),
            ),
            ("minutes".to_owned(), report["asked"]["minutes"].clone()),
            (
                "revision".to_owned(),
                report["provenance"]["revision"].clone(),
            ),
        ];
        for kind in ["rooms", "outdoors", "asked"] {
            numbers.extend(reach_numbers(own, kind));
        }
        for kind in ["rooms", "outdoors"] {
            let most = &own[kind]["at_most"];
            let known = if most.is_null() { &own[kind] } else { most };
            let covered = known["covered"].clone();
            numbers.push((format!("{kind}_covered_at_most"), covered));
            numbers.push((format!("{kind}_percent_at_most"), known["percent"].clone()));
        }
        for (name, number) in numbers {
            assert_eq!(
                cell(line, &name),
                digits(&number, ","),
                "{name} of {}",
                line[0]
            );
        }
        assert_eq!(cell(line, "level"), own["level"].as_str().unwrap());
        assert_eq!(
            cell(line, "link"),
            report["provenance"]["link"].as_str().unwrap()
        );
    }
    let city = lines.last().unwrap();
    assert_eq!(
        cell(city, "residents"),
        digits(&report["city"]["persons"], ",")
    );
    let fairness = ["min_max_ratio", "p90_to_p10", "mean_min", "gini"]
        .map(|name| (name.to_owned(), report["city"]["fairness"][name].clone()));
    let of_city = reach_numbers(&report["city"], "asked").into_iter();
    for (name, number) in of_city.chain(fairness) {
        assert_eq!(
            cell(city, &name),
            digits(&number, ","),
            "{name} of the city"
        );
    }
    assert_eq!(
        lines.len(),
        report["districts"].as_array().unwrap().len() + 1
    );
}

pub(crate) fn assert_terminal_agrees(shown: &str, report: &Value) {
    let unknown = |value: &Value| match value {
        Value::Null => "?".to_owned(),
        own => digits(own, "."),
    };
    for own in report["districts"].as_array().unwrap() {
        let name = own["name"].as_str().unwrap();
        let line = shown.lines().find(|line| line.starts_with(name)).unwrap();
        let words: Vec<&str> = line[name.len()..]
            .split_whitespace()
            .filter(|own| *own != "%")
            .collect();
        let reach = ["rooms", "outdoors", "asked"].map(|kind| told_share(&own[kind]));
        let counted = |cls: &str| {
            let counted = own["counted"].as_array().unwrap().iter();
            counted.filter(|own| own["cls"] == cls).count().to_string()
        };
        let expected = [
            unknown(&own["residents"]["persons"]),
            counted("room"),
            counted("outdoor"),
            own["to_do"].as_array().unwrap().len().to_string(),
            reach[0].clone(),
            reach[1].clone(),
            reach[2].clone(),
            unknown(&own["asked"]["median_min"]),
            unknown(&own["asked"]["p90_min"]),
        ];
        assert_eq!(
            words[0].trim_end_matches('!'),
            own["level"].as_str().unwrap()
        );
        assert_eq!(words[1..], expected, "{line}");
    }
    let fair = &report["city"]["fairness"];
    let expected = format!(
        "least / most: {}, P90 / P10: {}, mean: {} min, Gini: {}",
        unknown(&fair["min_max_ratio"]),
        unknown(&fair["p90_to_p10"]),
        unknown(&fair["mean_min"]),
        unknown(&fair["gini"])
    );
    assert!(shown.contains(&expected), "{expected}: {shown}");
    let link = report["provenance"]["link"].as_str().unwrap();
    assert!(shown.trim_end().ends_with(link), "{shown}");
}

both_stores! {
    async fn api_table_and_terminal_tell_the_same_numbers(kept: &Kept) {
        let office = Office::around(peopled(kept).await);
        let report = asked(&office, &format!("/api/coverage?{ASKED}")).await;
        let west = row(&report, "west");
        assert_eq!(west["rooms"]["covered"], 700);
        assert_eq!(west["rooms"]["beyond"], 300);
        assert_eq!(west["rooms"]["percent"], 70);
        assert_eq!(west["counted"][0]["name"], "Ort 1");
        assert_eq!(west["to_do"][0]["name"], "Ort 2");
        assert_eq!(report["provenance"]["engine"], "line");
        assert_eq!(report["provenance"]["residents"]["year"], 2022);
        // 60 hours of 30 seats for the 700 who get there in time.
        assert_eq!(west["seat_hours_per_resident"], 1.8);
        let flags = ["--profile", "adult", "--minutes", "5", "--date", "2026-03-04"];
        let with = |format: &'static str| [&flags[..], &["--format", format]].concat();
        let json: Value = serde_json::from_str(&printed(kept, &with("json"))).unwrap();
        assert_eq!(json, report);
        let csv = office.get(&format!("/api/coverage.csv?{ASKED}"), "").await;
        assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
        assert_eq!(printed(kept, &with("csv")), csv.text);
        assert_table_agrees(&csv.text, &report);
        let features = asked(&office, &format!("/api/coverage.geojson?{ASKED}")).await;
        let geojson: Value = serde_json::from_str(&printed(kept, &with("geojson"))).unwrap();
        assert_eq!(geojson, features);
        assert_eq!(features["features"][1]["properties"], *west);
        assert_terminal_agrees(&printed(kept, &with("table")), &report);
    }
}

#[tokio::test]
async fn what_must_be_found_out_about_a_place_makes_a_span_and_no_gap() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    // A room of which little is known, where the 300 live who are far from the other.
    let city = begun(&kept, [counted_room(1), place(2, 9.161, 48.9)]).await;
    people(&city, LIVING).await;
    let office = Office::around(city);
    let report = asked(&office, &format!("/api/coverage?{ASKED}")).await;
    let west = row(&report, "west");
    assert_eq!(west["rooms"]["percent"], 70);
    assert_eq!(
        west["rooms"]["at_most"],
        serde_json::json!({ "covered": 1000, "percent": 100 })
    );
    assert_eq!(report["city"]["rooms"]["at_most"]["percent"], 50);
    assert_eq!(row(&report, "ost")["rooms"]["at_most"], Value::Null);
    let in_reach = west["reasons"].as_array().unwrap().iter();
    let in_reach = in_reach
        .into_iter()
        .find(|own| own["need"] == "room_in_reach");
    assert_eq!(in_reach.unwrap()["holds"], "unknown");
    let csv = office.get(&format!("/api/coverage.csv?{ASKED}"), "").await;
    assert_table_agrees(&csv.text, &report);
    let shown = printed(
        &kept,
        &[
            "--profile",
            "adult",
            "--minutes",
            "5",
            "--date",
            "2026-03-04",
        ],
    );
    assert!(shown.contains("70-100 %"), "{shown}");
    assert_terminal_agrees(&shown, &report);
    let page = office.get("/planung?profile=adult&minutes=5", "").await;
    assert!(page.text.contains(r#"<data value="100">"#), "{}", page.text);
}

#[tokio::test]
async fn where_nobody_is_known_to_live_shares_are_unknown_and_not_zero() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::around(begun(&kept, [counted_room(1)]).await);
    let report = asked(&office, &format!("/api/coverage?{ASKED}")).await;
    let west = row(&report, "west");
    assert_eq!(west["residents"]["persons"], Value::Null);
    assert_eq!(west["residents"]["official"], 1000);
    assert_eq!(west["asked"]["percent"], Value::Null);
    assert_eq!(west["asked"]["median_min"], Value::Null);
    assert_eq!(west["seat_hours_per_resident"], Value::Null);
    assert_eq!(report["provenance"]["residents"], Value::Null);
    let csv = office.get(&format!("/api/coverage.csv?{ASKED}"), "").await;
    assert_table_agrees_on_nothing(&csv.text);
    let shown = printed(&kept, &["--date", "2026-03-04"]);
    assert!(shown.contains("Nobody knows who lives where"), "{shown}");
}

/// No share, no persons within reach: cells are empty.
fn assert_table_agrees_on_nothing(csv: &str) {
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    let columns: Vec<&str> = lines.next().unwrap().split(';').collect();
    for line in lines {
        let cells = columns.iter().zip(line.split(';'));
        for (name, cell) in
            cells.filter(|(name, _)| name.ends_with("_percent") || name.ends_with("_covered"))
        {
            assert_eq!(cell, "", "{name}");
        }
    }
}
