//! What is measured on ways: from the auditor to what wheelchairs reach, on both databases.

mod page;
mod real;

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Author, TrailFilter};
use miteinander::domain::walkway::{Walkway, Walkways, WayFacts};
use miteinander::domain::{CityMap, Corner, Trace};
use miteinander::snapshot::CityData;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::audits::{Worker, public};
use crate::coverage::peopled;
use crate::fixture::{both_stores, stored, wednesday_afternoon};
use crate::staff::Office;

pub(crate) const WAYS: &str = "/api/staff/ways";

pub(crate) fn address(number: u128) -> String {
    format!("{WAYS}/{}", Uuid::from_u128(number))
}

/// A street from the far west to the border and on, cut by junctions at 9.17° and 9.19°, and a path off to the north.
fn drawn() -> CityMap {
    let corner = |lon: i32, lat: i32| Corner { lon, lat };
    let nodes = [
        (91_500_000, 489_000_000),
        (91_700_000, 489_000_000),
        (91_900_000, 489_000_000),
        (92_500_000, 489_000_000),
        (91_700_000, 489_050_000),
        (91_900_000, 489_050_000),
    ];
    let way = |nodes: &[u32], off_street| Walkway {
        nodes: nodes.to_vec(),
        name: Some("Weststraße".into()),
        facts: WayFacts {
            off_street,
            ..WayFacts::default()
        },
    };
    let nodes = nodes.map(|(lon, lat): (i32, i32)| corner(lon / 10, lat / 10));
    CityMap {
        walkways: Walkways {
            nodes: Trace(nodes.to_vec()),
            ways: vec![
                way(&[0, 1, 2, 3], false),
                way(&[1, 4], true),
                way(&[2, 5], true),
            ],
            signals: Vec::new(),
        },
        ..CityMap::default()
    }
}

/// A city with people, places, and a street.
async fn paved(kept: &crate::fixture::Kept) -> Arc<City> {
    let city = peopled(kept).await;
    draw(&city, drawn()).await;
    city
}

async fn draw(city: &Arc<City>, map: CityMap) {
    let change = CityChange {
        map: Some(Arc::new(map)),
        ..CityChange::by(Author::import("osm"))
    };
    let now = city.snapshot().revision();
    city.apply(change, now).await.unwrap();
}

async fn worker<'a>(office: &'a Office, roles: &[Role]) -> Worker<'a> {
    Worker {
        office,
        cookies: office.cookies(roles).await,
    }
}

/// The middle stretch of the street is fine, or has a kerb.
fn measured(kerb_mm: u32) -> Value {
    json!({
        "location": [9.18, 48.9], "sort": "street", "measured_on": "2026-03-02",
        "readings": { "kerb_mm": kerb_mm, "surface": "smooth", "smoothness": "good", "width_cm": 180, "incline_per_mille": 20 },
    })
}

/// How many thousandths of persons reach a place in a wheelchair: proven, likely, possibly.
async fn reached(office: &Office) -> [u64; 3] {
    let asked = public(office, "/api/coverage?profile=wheelchair&minutes=15").await;
    let sure = &asked["city"]["asked"]["sure"];
    let milli = |persons: f64| format!("{:.0}", persons * 1000.0).parse().unwrap();
    ["proven", "likely", "possible"].map(|name| milli(sure[name].as_f64().unwrap()))
}

both_stores! {
    async fn a_stretch_measured_fine_lets_more_get_there_for_certain_and_measured_bad_fewer(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let auditor = worker(&office, &[Role::Auditor]).await;
        let drawn = reached(&office).await;
        assert_eq!(drawn[0], 0);
        assert!(drawn[1] > 0 && drawn[1] <= drawn[2], "{drawn:?}");
        let own = address(1);
        let sent = auditor.put(&own, None, &measured(0)).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
        let properties = &sent.json["properties"];
        assert_eq!(properties["matched"], "way");
        assert_eq!(properties["stretch"]["wheelchair"], json!(["likely", "proven"]));
        let fine = reached(&office).await;
        assert!(fine[0] > drawn[0], "{drawn:?} {fine:?}");
        assert_eq!(fine[1..], drawn[1..]);
        let bad = auditor.put(&own, Some(&sent.version), &measured(120)).await;
        assert_eq!(bad.json["properties"]["stretch"]["wheelchair"], json!(["likely", "barred"]));
        let barred = reached(&office).await;
        assert!(barred[0] < fine[0] && barred[2] < drawn[2], "{drawn:?} {barred:?}");
        let gone = auditor.send((Method::DELETE, &own), Some(&bad.version), &Value::Null).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert_eq!(reached(&office).await, drawn);
        assert_eq!(auditor.get(&own).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_measurement_sent_twice_is_kept_once_and_nobody_overwrites_what_they_have_not_seen(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        let first = auditor.put(&own, None, &measured(0)).await;
        let revision = office.city.snapshot().revision();
        let again = auditor.put(&own, None, &measured(0)).await;
        assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::OK));
        assert_eq!((&first.version, office.city.snapshot().revision()), (&again.version, revision));
        let blind = auditor.put(&own, None, &measured(30)).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let seen = auditor.put(&own, Some(&first.version), &measured(30)).await;
        assert_eq!(seen.status, StatusCode::OK);
        let late = auditor.put(&own, Some(&first.version), &measured(60)).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        let late = auditor.send((Method::DELETE, &own), Some(&first.version), &Value::Null).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    }

    async fn the_trail_tells_every_state_of_a_measurement_and_by_whom(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let auditor = worker(&office, &[Role::Auditor]).await;
        let own = address(1);
        let sent = auditor.put(&own, None, &measured(0)).await;
        let bad = auditor.put(&own, Some(&sent.version), &measured(120)).await;
        auditor.send((Method::DELETE, &own), Some(&bad.version), &Value::Null).await;
        let entries = office.city.store().trail(&TrailFilter::newest(3)).await.unwrap();
        let told: Vec<_> = entries.iter().map(|own| {
            let kerb = |members: &Option<miteinander::domain::members::Members>| {
                members.as_ref().and_then(|own| own.get("kerb_mm").cloned())
            };
            (own.action.as_str(), own.subject.to_string(), kerb(&own.before), kerb(&own.after))
        }).collect();
        let subject = format!("way/{}", Uuid::from_u128(1));
        assert_eq!(told, [
            ("removed", subject.clone(), Some(json!(120)), None),
            ("changed", subject.clone(), Some(json!(0)), Some(json!(120))),
            ("added", subject, None, None),
        ]);
        assert!(entries.iter().all(|own| own.author.role() == Some(Role::Auditor) && own.revision.is_some()));
        assert_eq!(office.city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }

    async fn what_breaks_a_rule_is_refused_by_its_field(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let auditor = worker(&office, &[Role::Auditor]).await;
        let with = |member: &str, value: Value| {
            let mut body = measured(0);
            body[member] = value;
            body
        };
        for (body, field) in [
            (with("location", json!([9.18, 48.91])), "location"),
            (with("location", json!([9.17, 48.9])), "location"),
            (with("location", json!([999, 48.9])), "location"),
            (with("sort", json!("steps")), "location"),
            (with("readings", json!({})), "readings"),
            (with("readings", json!({ "kerb_mm": 501 })), "kerb_mm"),
            (with("readings", json!({ "handrail": true })), "handrail"),
            (with("measured_on", json!("2026-03-05")), "measured_on"),
            (with("measured_on", json!("gestern")), "measured_on"),
            (with("readings", json!({ "gradient": 3 })), "body"),
            (with("sort", json!("river")), "body"),
        ] {
            let told = auditor.put(&address(1), None, &body).await;
            assert_eq!((told.status, told.field()), (StatusCode::BAD_REQUEST, field), "{body}");
        }
        assert_eq!(office.city.snapshot().measured_way_count(), 0);
    }

    async fn another_program_follows_measurements_without_reading_the_city_anew(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let clock = Clock::Stopped(wednesday_afternoon());
        let replica = Office::around(City::open(kept.open().await, clock).await.unwrap());
        let auditor = worker(&office, &[Role::Auditor]).await;
        let known = replica.city.snapshot();
        let sent = auditor.put(&address(1), None, &measured(0)).await;
        let since = office.city.store().edits_since(known.lineage(), known.revision()).await.unwrap();
        let (edits, _) = since.expect("a measurement is a small change");
        assert_eq!(edits.measured_ways.len(), 1);
        replica.city.refresh().await.unwrap();
        assert_eq!(reached(&replica).await, reached(&office).await);
        auditor.send((Method::DELETE, &address(1)), Some(&sent.version), &Value::Null).await;
        replica.city.refresh().await.unwrap();
        assert_eq!(replica.city.snapshot().measured_way_count(), 0);
        assert_eq!(reached(&replica).await, reached(&office).await);
    }

    async fn a_new_drawing_keeps_what_was_measured_and_says_where_nothing_matches(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let auditor = worker(&office, &[Role::Auditor]).await;
        auditor.put(&address(1), None, &measured(0)).await;
        let fine = reached(&office).await;
        let before = stored(office.city.store()).await;
        // The same streets drawn by other objects: one way for each stretch.
        let mut other = drawn();
        let first = other.walkways.ways.remove(0);
        for nodes in first.nodes.windows(2) {
            let nodes = nodes.to_vec();
            other.walkways.ways.push(Walkway { nodes, ..first.clone() });
        }
        draw(&office.city, other).await;
        assert_eq!(reached(&office).await, fine);
        let mut moved = drawn();
        for corner in &mut moved.walkways.nodes.0 {
            corner.lat += 3_000;
        }
        draw(&office.city, moved).await;
        let told = auditor.get(&address(1)).await;
        assert_eq!(told.json["properties"]["matched"], "nothing");
        assert!(told.json["properties"].get("stretch").is_none());
        let ways = |data: CityData| data.measured_ways;
        assert_eq!(ways(before), ways(stored(office.city.store()).await));
        // What stays where it was may still be put right.
        let right = auditor.put(&address(1), Some(&told.version), &measured(20)).await;
        assert_eq!(right.status, StatusCode::OK, "{}", right.json);
        draw(&office.city, drawn()).await;
        assert_eq!(reached(&office).await, fine);
    }

    async fn everybody_sees_what_was_measured_and_only_auditors_write_it(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let planner = worker(&office, &[Role::Planner]).await;
        let refused = planner.put(&address(1), None, &measured(0)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let auditor = worker(&office, &[Role::Auditor]).await;
        auditor.put(&address(1), None, &measured(0)).await;
        let all = public(&office, "/api/ways/measured").await;
        assert_eq!(all["revision"], office.city.snapshot().revision().0);
        assert_eq!(all["features"][0]["properties"]["by"], "auditor");
        assert_eq!(planner.get(WAYS).await.json, all);
        assert_eq!((&all["matched"], &all["next"]), (&json!(1), &Value::Null));
        let wrong = office.get("/api/ways/measured?after=x", "").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        let again = public(&office, "/api/ways/measured?limit=1").await;
        let last = again["features"][0]["id"].as_str().unwrap();
        let rest = public(&office, &format!("/api/ways/measured?limit=1&after={last}")).await;
        assert_eq!((&rest["features"], &rest["matched"]), (&json!([]), &json!(1)));
    }
}
