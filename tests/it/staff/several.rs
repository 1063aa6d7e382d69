//! The same for several places at once: opened again, chosen twice, confirmed where there is none.

use axum::http::{Method, header};
use miteinander::domain::Place;
use miteinander::domain::place::{Lifecycle, Status};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Subject, TrailFilter};
use serde_json::{Value, json};

use super::Office;
use crate::fixture::{Database, Kept, begun, both_stores, place, place_id};

const EDITOR: &[Role] = &[Role::Editor];

impl Office {
    fn place(&self, number: u128) -> Place {
        let snapshot = self.city.snapshot();
        snapshot.place(place_id(number)).unwrap().place.clone()
    }

    /// What the box of a place in the table says when it is ticked.
    fn ticked(&self, number: u128) -> String {
        let place = self.place(number);
        format!("{} {}", place.id, place.version())
    }
}

fn closed(number: u128) -> Place {
    let mut place = place(number, 9.19, 48.9);
    let day = "2026-02-01".parse().ok();
    place.lifecycle = Lifecycle::new(Status::Closed, None, day).unwrap();
    place.facts.status_reason = "Einsparung".parse().ok();
    place
}

both_stores! {
    async fn a_place_that_is_ticked_twice_is_changed_once(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(EDITOR).await;
        let (one, two) = (office.ticked(1), office.ticked(2));
        let form = [("place", &*one), ("place", &*two), ("place", &*one), ("set", "cost:free")];
        let done = office.post("/verwaltung/orte", &cookies, &form).await;
        assert_eq!(done.status, 303, "{}", done.text);
        let about = Subject::described::<Place>(place_id(1));
        let told = office.city.store().trail(&TrailFilter::about(about, 9)).await.unwrap();
        assert_eq!(told.len(), 2, "added and changed");
        let seen = office.ticked(1);
        let form = [("place", &*seen), ("place", &*seen)];
        assert_eq!(office.post("/verwaltung/orte/pruefen", &cookies, &form).await.status, 303);
    }
}

#[tokio::test]
async fn who_opens_closed_places_again_takes_their_end_and_its_reason_away() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::around(begun(&kept, [closed(1), closed(2), closed(3)]).await);
    let cookies = office.cookies(EDITOR).await;
    let (one, two) = (office.ticked(1), office.ticked(2));
    let form = [
        ("place", &*one),
        ("place", &*two),
        ("set", "status:active"),
        ("status_reason", ""),
        ("valid_from", ""),
        ("valid_to", ""),
    ];
    let done = office.post("/verwaltung/orte", &cookies, &form).await;
    assert_eq!(done.status, 303, "{}", done.text);
    for number in [1, 2] {
        let place = office.place(number);
        assert_eq!(place.lifecycle, Lifecycle::default());
        assert_eq!(place.facts.status_reason, None);
    }
    // An end to come may be said at once.
    let three = office.ticked(3);
    let form = [
        ("place", &*three),
        ("set", "status:active"),
        ("valid_to", "2026-12-31"),
    ];
    let done = office.post("/verwaltung/orte", &cookies, &form).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(
        office.place(3).lifecycle.valid_to(),
        "2026-12-31".parse().ok()
    );
}

#[tokio::test]
async fn a_place_that_opens_again_does_not_keep_an_end_that_is_over() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::around(begun(&kept, [closed(1)]).await);
    let cookies = office.cookies(EDITOR).await;
    let address = format!("/api/staff/places/{}", place_id(1));
    let version = format!("\"{}\"", office.place(1).version());
    let opened = json!({ "properties": { "status": "active" } });
    let answer = office
        .api(Method::PATCH, &address, &cookies, &version, &opened)
        .await;
    assert_eq!(answer.status, 400, "{}", answer.text);
    let problem: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(problem["errors"][0]["field"], "valid_to", "{problem}");
    // Today is still to be lived through.
    for end in [json!("2026-03-04"), Value::Null] {
        let opened = json!({ "properties": { "status": "active", "valid_to": end } });
        let read = office.get(&address, &cookies).await;
        let version = read.header(header::ETAG).to_owned();
        let answer = office
            .api(Method::PATCH, &address, &cookies, &version, &opened)
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
}

#[tokio::test]
async fn a_place_that_is_not_there_is_not_confirmed_but_missing() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let confirm = |number| format!("/api/staff/places/{}/confirm", place_id(number));
    let version = format!("\"{}\"", office.place(1).version());
    for (number, status) in [(99, 404), (2, 412), (1, 200)] {
        let answer = office
            .api(
                Method::POST,
                &confirm(number),
                &cookies,
                &version,
                &json!({}),
            )
            .await;
        assert_eq!(answer.status, status, "{}", answer.text);
    }
}
