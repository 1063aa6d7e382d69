//! What is taken back is about the place one stands before, and leaves nothing pointing nowhere.

use axum::http::{Method, header};
use miteinander::domain::Place;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Subject, TrailFilter};
use serde_json::json;

use super::Office;
use crate::fixture::{Database, Kept, begun, both_stores, place, place_id};

both_stores! {
    async fn at_one_place_nothing_is_taken_back_that_is_about_another(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Editor]).await;
        let address = format!("/api/staff/places/{}", place_id(2));
        let version = office.get(&address, &cookies).await.header(header::ETAG).to_owned();
        let patch = json!({ "properties": { "seats": 20 } });
        office.api(Method::PATCH, &address, &cookies, &version, &patch).await;
        let about = Subject::described::<Place>(place_id(2));
        let number = office.city.store().trail(&TrailFilter::about(about, 1)).await.unwrap()[0].number;
        let seats = || office.city.snapshot().place(place_id(2)).unwrap().place.facts.seats;
        let back = |place, number| format!("/verwaltung/orte/{}/verlauf/{number}", place_id(place));
        for number in [number, 999] {
            assert_eq!(office.post(&back(1, number), &cookies, &[]).await.status, 404);
        }
        assert_eq!(seats(), Some(20));
        assert_eq!(office.post(&back(2, number), &cookies, &[]).await.status, 303);
        assert_eq!(seats(), None);
    }
}

#[tokio::test]
async fn a_place_that_points_to_one_that_is_gone_can_still_be_changed() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let mut moved = place(1, 9.19, 48.9);
    moved.facts.relocated_to = Some(place_id(99));
    let office = Office::around(begun(&kept, [moved, place(2, 9.19, 48.9)]).await);
    let cookies = office.cookies(&[Role::Editor]).await;
    let change = async |number, said| {
        let address = format!("/api/staff/places/{}", place_id(number));
        let read = office.get(&address, &cookies).await;
        let version = read.header(header::ETAG).to_owned();
        let patch = json!({ "properties": said });
        let done = office.api(Method::PATCH, &address, &cookies, &version, &patch);
        done.await.status
    };
    assert_eq!(change(1, json!({ "seats": 20 })).await, 200);
    // Nobody points there anew.
    let nowhere = json!({ "relocated_to": place_id(99) });
    assert_eq!(change(2, nowhere).await, 400);
}
