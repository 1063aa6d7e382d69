//! What can be asked, what is refused, and what is not sent twice.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use miteinander::city::City;
use serde_json::{Value, json};

use super::{asked, peopled, peopled_by, posted};
use crate::fixture::{Database, Kept, place_id};
use crate::staff::{HOST, Office};

async fn office() -> (Office, Kept) {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let city = peopled(&kept).await;
    (Office::around(city), kept)
}

#[tokio::test]
async fn what_is_not_known_is_refused_by_name() {
    let (office, _kept) = office().await;
    for (address, field) in [
        ("/api/coverage?minute=5", "minute"),
        ("/api/coverage?minutes=0", "minutes"),
        ("/api/coverage.csv?f=csv", "f"),
        ("/api/coverage.geojson?cls=amenity", "cls"),
        ("/api/coverage/week?at=now", "at"),
        ("/api/coverage/history?minutes=5", "minutes"),
        ("/api/coverage/gaps?date=yesterday", "date"),
        ("/api/coverage/missing", "profile"),
    ] {
        let answer = office.get(address, "").await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address}");
        let problem: Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!(problem["field"], field, "{address}: {}", answer.text);
        assert_eq!(problem["type"], "/problems/invalid-value");
    }
    let nowhere = office.get("/api/coverage/week?district=mars", "").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_the_caller_has_is_not_worked_out_again() {
    let (office, _kept) = office().await;
    for path in [
        "/api/coverage",
        "/api/coverage.csv",
        "/api/coverage/week?district=west",
        "/api/coverage/history",
        "/api/coverage/gaps",
    ] {
        let first = office.get(path, "").await;
        assert_eq!(first.status, StatusCode::OK, "{path}: {}", first.text);
        let request = Request::builder()
            .uri(path)
            .header(header::HOST, HOST)
            .header(header::IF_NONE_MATCH, first.header(header::ETAG));
        let again = office.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
    }
}

#[tokio::test]
async fn the_link_of_an_answer_gives_it_again() {
    let (office, _kept) = office().await;
    let address = "/api/coverage?at=2026-03-04T18:30&kind=library&counted=true";
    let first = asked(&office, address).await;
    let link = first["provenance"]["link"].as_str().unwrap();
    assert!(
        link.contains("minutes=15") && link.contains("date=2026-03-04"),
        "{link}"
    );
    assert_eq!(asked(&office, link).await, first);
}

#[tokio::test]
async fn the_week_says_when_something_is_surely_and_perhaps_open() {
    let (office, _kept) = office().await;
    let week = asked(
        &office,
        "/api/coverage/week?district=west&profile=adult&minutes=5",
    )
    .await;
    let west = &week["districts"][0];
    assert_eq!(week["districts"].as_array().unwrap().len(), 1);
    // Monday at 12, and Sunday at 12, when only the place without hours may be open.
    assert_eq!(west["surely"][12], 700);
    assert_eq!(west["surely"][6 * 24 + 12], 0);
    assert_eq!(west["perhaps"][6 * 24 + 12], 700);
    assert_eq!(west["surely_percent"].as_array().unwrap().len(), 168);
}

#[tokio::test]
async fn covered_gaps_and_remainder_are_all_residents() {
    let (office, _kept) = office().await;
    let gaps = asked(&office, "/api/coverage/gaps?profile=adult&minutes=5").await;
    let features = gaps["features"].as_array().unwrap();
    let persons: Vec<f64> = features
        .iter()
        .map(|own| own["properties"]["persons"].as_f64().unwrap())
        .collect();
    assert_eq!(persons, [1000.0, 300.0]);
    let whole = persons.iter().sum::<f64>() + gaps["covered"].as_f64().unwrap();
    let all = whole + gaps["remainder"].as_f64().unwrap();
    assert!((all - 2000.0).abs() < 0.0005, "{gaps}");
    let first = &features[0]["properties"];
    assert_eq!(
        (&first["district"], &first["nearest"]["name"]),
        (&json!("ost"), &json!("Ort 2"))
    );
}

fn revision(city: &City) -> i64 {
    city.snapshot().revision().0
}

#[tokio::test]
async fn a_what_if_tells_who_loses_and_stores_nothing() {
    let (office, _kept) = office().await;
    let before = revision(&office.city);
    let address = "/api/coverage/what-if?profile=adult&minutes=5&counted=true";
    let close = json!({ "close": place_id(1).to_string() });
    let answer = posted(&office, address, &json!({ "changes": [close] })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(
        (&told["losing"], &told["gaining"]),
        (&json!(700), &json!(0))
    );
    assert_eq!(told["percent"], json!([35, 0]));
    assert_eq!(told["cut_off"], 2000);
    assert_eq!(told["gaps"], Value::Null);
    let with_gaps = json!({ "changes": [close], "gaps": true });
    let answer = posted(&office, address, &with_gaps).await;
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    let parts = |own: &Value| match own["type"].as_str() {
        Some("Polygon") => 1,
        _ => own["coordinates"].as_array().unwrap().len(),
    };
    assert_eq!(parts(&told["gaps"][0]) + 1, parts(&told["gaps"][1]));
    let reopen = json!({ "reopen": place_id(1).to_string() });
    let nothing = posted(&office, address, &json!({ "changes": [close, reopen] })).await;
    let nothing: Value = serde_json::from_str(&nothing.text).unwrap();
    assert_eq!(
        (&nothing["losing"], &nothing["districts"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(revision(&office.city), before);
    for wrong in [
        json!({ "changes": [] }),
        json!({ "changes": [{ "close": place_id(9).to_string() }] }),
        json!({ "changes": [{ "burn": place_id(1).to_string() }] }),
        json!({ "changes": [close], "save": true }),
    ] {
        let refused = posted(&office, address, &wrong).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn few_people_are_not_told_by_a_scenario() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    // Five of the thousand people of the west.
    let squares = [(9.16, 50), (9.18, 9_950), (9.22, 1_000)];
    let office = Office::around(peopled_by(&kept, squares).await);
    let address = "/api/coverage/what-if?profile=adult&minutes=5";
    let open = |lon: f64| json!({ "changes": [{ "open": { "kind": "library", "lon": lon, "lat": 48.9 } }] });
    for (lon, gaining) in [(9.16, Value::Null), (9.22, json!(1000)), (9.05, json!(0))] {
        let answer = posted(&office, address, &open(lon)).await;
        let told: Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!(told["gaining"], gaining, "{lon}: {}", answer.text);
    }
    let sites = json!({ "p": 1, "candidates": [{ "lon": 9.16, "lat": 48.9 }] });
    let answer = posted(
        &office,
        "/api/coverage/siting?profile=adult&minutes=5",
        &sites,
    )
    .await;
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(
        (&told["sites"], &told["covered_after"]),
        (&json!([]), &told["covered_before"])
    );
}

#[tokio::test]
async fn the_best_sites_are_found_among_those_that_were_sent() {
    let (office, _kept) = office().await;
    let sent = json!({ "p": 1, "candidates": [
        { "lon": 9.16, "lat": 48.9, "name": "am Rand" },
        { "lon": 9.22, "lat": 48.9, "name": "im Osten" },
        { "lon": 9.18, "lat": 48.9 },
    ] });
    let address = "/api/coverage/siting?profile=adult&minutes=5";
    let answer = posted(&office, address, &sent).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(told["sites"][0]["name"], "im Osten");
    assert_eq!(told["sites"][0]["added"], 1000);
    assert_eq!(
        (&told["is_proven"], &told["bound"]),
        (&json!(true), &json!(1700))
    );
    for wrong in [
        json!({ "p": 0, "candidates": sent["candidates"] }),
        json!({ "p": 1, "candidates": "everywhere" }),
        json!({ "p": 1, "candidates": [] }),
        // No ways are imported here.
        json!({ "p": 1, "candidates": "nodes" }),
    ] {
        let refused = posted(&office, address, &wrong).await;
        assert_eq!(
            refused.status,
            StatusCode::BAD_REQUEST,
            "{wrong}: {}",
            refused.text
        );
    }
}

#[tokio::test]
async fn who_counts_more_is_reached_first_and_told_in_persons() {
    let (office, _kept) = office().await;
    let address = "/api/coverage/siting?profile=adult&minutes=5&counted=true";
    let spots = [
        json!({ "lon": 9.16, "lat": 48.9 }),
        json!({ "lon": 9.22, "lat": 48.9 }),
    ];
    let best = async |need: Value| {
        let sent = json!({ "p": 1, "candidates": spots, "need": need });
        let answer = posted(&office, address, &sent).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        serde_json::from_str::<Value>(&answer.text).unwrap()
    };
    let plain = best(json!({})).await;
    assert_eq!(plain["sites"][0]["number"], 1);
    assert_eq!(plain["is_weighted"], false);
    let west = best(json!({ "west": 9 })).await;
    assert_eq!(west["sites"][0]["number"], 0);
    // Persons, not persons times nine.
    assert_eq!(west["sites"][0]["added"], 300);
    assert_eq!(
        (&west["bound"], &west["is_weighted"]),
        (&Value::Null, &json!(true))
    );
    for wrong in [json!({ "nowhere": 1 }), json!({ "west": 101 })] {
        let sent = json!({ "p": 1, "candidates": spots, "need": wrong });
        let refused = posted(&office, address, &sent).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
        assert!(refused.text.contains("need"), "{}", refused.text);
    }
}

#[tokio::test]
async fn the_best_further_hours_are_those_in_which_nothing_is_open() {
    let (office, _kept) = office().await;
    // Monday at 12, when the library is open, and at 21 and 22, when it is not.
    let sent = json!({ "p": 2, "hours": [12, 21, 22] });
    let address = "/api/coverage/siting/hours?profile=adult&minutes=5&counted=true";
    let answer = posted(&office, address, &sent).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    let hours = told["hours"].as_array().unwrap();
    let hours: Vec<_> = hours
        .iter()
        .map(|own| (own["hour"].as_i64(), own["added"].as_i64()))
        .collect();
    assert_eq!(hours, [(Some(21), Some(700)), (Some(22), Some(700))]);
    assert_eq!(
        (&told["covered_before"], &told["whole"]),
        (&json!(700), &json!(6000))
    );
    assert_eq!(told["is_proven"], true);
    for wrong in [
        json!({ "p": 1, "hours": [168] }),
        json!({ "p": 11, "hours": [1] }),
        json!({ "p": 1, "hours": [] }),
    ] {
        let refused = posted(&office, address, &wrong).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn a_question_that_is_too_long_is_refused_unread() {
    let (office, _kept) = office().await;
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/coverage/what-if")
        .header(header::HOST, HOST)
        .header(header::CONTENT_TYPE, "application/json");
    let body = Body::from(vec![b' '; (256 << 10) + 1]);
    let answer = office.send(request.body(body).unwrap()).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}
