//! The planner's view of barriers: the way to 2040, the list behind it, measures by rank, retrofits, and where to look again; at
//! the real router and on both databases.

mod made_up;
mod measures;
mod past;

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use miteinander::city::{City, Clock};
use miteinander::domain::Place;
use miteinander::domain::change::CityChange;
use miteinander::domain::place::OperatorType;
use miteinander::domain::staff::Role;
use serde_json::{Value, json};

use crate::audits::{Worker, all_met, audit, public};
use crate::coverage::{LIVING, counted_room, residents};
use crate::fixture::{Kept, beginning, both_stores, place, place_id, wednesday_afternoon};
use crate::staff::Office;

const PROGRESS: &str = "/api/barrier-free";
const LIST: &str = "/api/barrier-free/list";

/// A place that the city runs: in the west where nothing else is said.
fn municipal(number: u128, lon: f64) -> Place {
    let mut own = place(number, lon, 48.9);
    own.facts.operator_type = Some(OperatorType::Municipal);
    own
}

/// A place that somebody else runs, and that can never count.
fn private(number: u128) -> Place {
    let mut own = place(number, 9.19, 48.9);
    own.facts.operator_type = Some(OperatorType::Commercial);
    own.facts.cost = Some(miteinander::domain::place::Cost::Fee);
    own
}

/// Somebody who audits, and publishes what they found.
async fn auditor(office: &Office) -> Worker<'_> {
    Worker {
        office,
        cookies: office.cookies(&[Role::Auditor]).await,
    }
}

async fn planner(office: &Office) -> Worker<'_> {
    Worker {
        office,
        cookies: office.cookies(&[Role::Planner]).await,
    }
}

/// A sheet on which the door is as wide as this.
fn door(width_cm: u32) -> Value {
    let mut sheet = all_met();
    sheet["readings"]["C18"]["width_cm"] = json!(width_cm);
    sheet
}

fn numbers<const N: usize>(row: &Value, names: [&str; N]) -> [i64; N] {
    names.map(|name| {
        row[name]
            .as_i64()
            .unwrap_or_else(|| panic!("{name} of {row}"))
    })
}

/// All, audited, minimum, standard.
const COUNTS: [&str; 4] = ["all", "audited", "minimum", "standard"];

/// Two places of the city in the west, one in the east, one counted room, a place that is on no list, one of which nobody knows.
fn city_places() -> Vec<Place> {
    vec![
        municipal(1, 9.18),
        municipal(2, 9.16),
        municipal(3, 9.22),
        counted_room(4),
        private(5),
        place(6, 9.19, 48.9),
    ]
}

/// A city with residents that is open at a moment.
async fn peopled_office(kept: &Kept, places: Vec<Place>, at: DateTime<Utc>) -> Office {
    let first = CityChange {
        residents: Some(Arc::new(residents(LIVING))),
        ..beginning(places)
    };
    let city = City::begin(kept.open().await, first, Clock::Stopped(at)).await;
    Office::around(city.unwrap())
}

async fn office(kept: &Kept) -> Office {
    peopled_office(kept, city_places(), wednesday_afternoon()).await
}

/// The sheet that tests in the browser send, too.
#[test]
fn the_sheet_of_the_browser_tests_is_the_one_on_which_everything_is_met() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/web/e2e/all-met.json");
    let text = serde_json::to_string_pretty(&all_met()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
}

both_stores! {
    async fn the_list_has_what_the_city_runs_and_what_counts_and_tells_what_nobody_knows(kept: &Kept) {
        let office = office(kept).await;
        let list = public(&office, LIST).await;
        let ids = |name: &str| {
            let rows = list[name].as_array().unwrap().iter();
            let mut ids: Vec<_> = rows.map(|own| own["place"].as_str().unwrap().to_owned()).collect();
            ids.sort_unstable();
            ids
        };
        let expected = |numbers: &[u128]| numbers.iter().map(|own| place_id(*own).to_string()).collect::<Vec<_>>();
        assert_eq!(ids("listed"), expected(&[1, 2, 3, 4]));
        assert_eq!(ids("undecided"), expected(&[6]));
        let counted = list["listed"].as_array().unwrap().iter();
        let counted: Vec<_> = counted.filter(|own| own["counted"] == "yes").collect();
        assert_eq!((&counted[0]["municipal"], &counted[0]["standard"]), (&json!("unknown"), &json!("not_audited")));
        let progress = public(&office, PROGRESS).await;
        assert_eq!(numbers(&progress["city"], COUNTS), [4, 0, 0, 0]);
        assert_eq!((&progress["undecided"], &progress["recorded_since"]), (&json!(1), &Value::Null));
        assert_eq!(progress["outlook"]["warnings"], json!(["easy_first", "no_year", "short_record"]));
        let table = office.get("/api/barrier-free/list.csv", "").await.text;
        assert_eq!(table.lines().count(), 6, "{table}");
        assert!(table.contains(";unknown;unknown;"), "{table}");
    }

    async fn publishing_an_audit_that_meets_the_standard_moves_the_curve_by_one(kept: &Kept) {
        let office = office(kept).await;
        let own = auditor(&office).await;
        let before = public(&office, PROGRESS).await;
        own.publish(1, &audit(1, &all_met())).await;
        own.publish(2, &audit(2, &door(78))).await;
        let mut quick = audit(3, &all_met());
        quick["depth"] = json!("quick");
        own.publish(3, &quick).await;
        let after = public(&office, PROGRESS).await;
        assert_eq!(numbers(&before["city"], COUNTS), [4, 0, 0, 0]);
        assert_eq!(numbers(&after["city"], COUNTS), [4, 3, 2, 1]);
        assert_eq!(numbers(&after["city"], ["not_audited", "quick"]), [1, 1]);
        assert_eq!((&after["city"]["share_total"], &after["city"]["quality"]), (&json!(25), &json!(33.3)));
        let [east, west] = [0, 1].map(|at| numbers(&after["districts"][at], COUNTS));
        assert_eq!((east, west), ([1, 1, 1, 0], [3, 2, 1, 1]));
        let today = |of: &Value| {
            let last = of["history"].as_array().unwrap().last().unwrap().clone();
            numbers(&last, ["audited", "minimum", "standard"])
        };
        assert_eq!((today(&before), today(&after)), ([0, 0, 0], [3, 2, 1]));
        let wheelchair = &after["needs"][0];
        assert_eq!(numbers(wheelchair, ["full", "partial", "none", "unknown", "not_audited"]), [1, 1, 1, 0, 1]);
        let obstacle = &after["obstacles"][0];
        assert_eq!((&obstacle["criterion"], &obstacle["opens"]), (&json!("C18"), &json!(1)));
    }

    async fn what_those_who_run_a_place_say_is_no_audit_on_the_way(kept: &Kept) {
        let office = office(kept).await;
        let own = auditor(&office).await;
        let mut declared = audit(1, &all_met());
        declared["source"] = json!("self_declared");
        own.publish(1, &declared).await;
        let progress = public(&office, PROGRESS).await;
        assert_eq!(numbers(&progress["city"], COUNTS), [4, 0, 0, 0]);
    }

    async fn an_answer_is_not_sent_twice_until_something_was_published(kept: &Kept) {
        let office = office(kept).await;
        let first = office.get(PROGRESS, "").await;
        let tag = first.header(axum::http::header::ETAG).to_owned();
        let again = || {
            let request = axum::http::Request::get(PROGRESS).header("if-none-match", &tag);
            office.send(request.body(axum::body::Body::empty()).unwrap())
        };
        assert_eq!(again().await.status, StatusCode::NOT_MODIFIED);
        auditor(&office).await.publish(1, &audit(1, &all_met())).await;
        assert_eq!(again().await.status, StatusCode::OK);
        let wrong = office.get("/api/barrier-free?year=2030", "").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    }

    async fn the_pages_say_what_the_api_says(kept: &Kept) {
        let office = office(kept).await;
        let own = auditor(&office).await;
        own.publish(1, &audit(1, &all_met())).await;
        own.publish(2, &audit(2, &door(78))).await;
        for language in ["", "?lang=en", "?lang=de-simple"] {
            for path in ["", "/liste", "/vorlage"] {
                let address = format!("/planung/barrierefrei{path}{language}");
                let page = office.get(&address, "").await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                assert!(!page.text.contains("barriers-standard<"), "{address}");
            }
        }
        let page = office.get("/planung/barrierefrei", "").await.text;
        assert!(page.contains("Standard erfüllt: 1 von 4 Orten. Noch nicht geprüft: 2."), "{page}");
        let city = page.split("data-district=\"city\"").nth(1).unwrap();
        assert!(city.contains("data-cell=\"standard\"><data value=\"1\">1</data>"), "{city}");
        let sheet = office.get("/planung/barrierefrei/vorlage", "").await.text;
        assert!(sheet.contains("Eingangstür: lichte Breite") && sheet.contains("class=\"fan\""), "{sheet}");
        let wrong = office.get("/planung/barrierefrei?minutes=5", "").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    }
}
