//! Measurements in a real city. Skipped where its extract is not at hand.

use miteinander::city::{City, Clock};
use miteinander::domain::measured_way::WaySort;
use miteinander::domain::staff::Role;
use miteinander::snapshot::Stretch;
use miteinander::store::Store;
use serde_json::{Value, json};

use super::{address, reached, worker};
use crate::audits::public;
use crate::cli::Desk;
use crate::coverage::real::{done, shared};
use crate::fixture::wednesday_afternoon;
use crate::staff::Office;

/// The ways whose missing facts keep most people from getting there for certain.
async fn missing(office: &Office) -> Vec<Value> {
    let path = "/api/coverage/missing?profile=wheelchair&minutes=15";
    let told = public(office, path).await;
    told["ways"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_kaiserslautern_what_is_proven_moves_when_the_ways_that_are_asked_for_are_measured() {
    let (Some(file), Some(census)) = (
        shared("osm/kaiserslautern.osm.pbf"),
        shared("population/zensus2011-1km-kaiserslautern.csv"),
    ) else {
        return;
    };
    let desk = Desk::empty();
    done(&desk, &["import", "osm", &file]);
    done(&desk, &["import", "population", &census]);
    let store = Store::open_folder(&desk.data()).await.unwrap();
    let clock = Clock::Stopped(wednesday_afternoon());
    let office = Office::around(City::open(store, clock).await.unwrap());
    let auditor = worker(&office, &[Role::Auditor]).await;
    let drawn = reached(&office).await;
    let asked = missing(&office).await;
    assert!(!asked.is_empty());
    let mut kept = Vec::new();
    for (number, own) in (0_u128..).zip(&asked) {
        let at: [f64; 2] = serde_json::from_value(own["location"].clone()).unwrap();
        let spot = at.try_into().unwrap();
        let snapshot = office.city.snapshot();
        let is_one =
            |sort: &&WaySort| matches!(snapshot.stretch_at(spot, **sort), Stretch::Edge(_));
        let Some(sort) = WaySort::ALL.iter().find(is_one) else {
            continue;
        };
        let body = json!({ "location": at, "sort": sort, "readings": {
            "kerb_mm": 0, "surface": "smooth", "smoothness": "good", "width_cm": 180, "incline_per_mille": 20, "steps": 0,
        } });
        let sent = auditor.put(&address(number), None, &body).await;
        assert!(sent.status.is_success(), "{}", sent.json);
        kept.push((number, sent.version));
    }
    let measured = reached(&office).await;
    println!(
        "proven, likely, possible: {drawn:?} before, {measured:?} after {} ways",
        kept.len()
    );
    assert!(measured[0] > drawn[0], "{drawn:?} {measured:?}");
    assert!(
        measured[0] <= measured[1] && measured[1] <= measured[2],
        "{measured:?}"
    );
    for (number, version) in kept {
        let own = address(number);
        auditor
            .send(
                (axum::http::Method::DELETE, &own),
                Some(&version),
                &Value::Null,
            )
            .await;
    }
    assert_eq!(reached(&office).await, drawn);
}
