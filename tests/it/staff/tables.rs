//! Tables that come back from a spreadsheet after the city has moved on, or without saying what they were made from.

use axum::http::Method;
use miteinander::domain::change::{CityChange, PlaceRemoval};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::Author;
use serde_json::{Value, json};

use super::{Answer, Office};
use crate::fixture::{Database, Kept, both_stores, place, place_id};

const TABLE: &str = "/api/staff/places.csv";

impl Office {
    async fn put_table(&self, cookies: &str, text: &str) -> Answer {
        let body = text.to_owned();
        self.ask(Method::PUT, TABLE, cookies, "text/csv", body)
            .await
    }
}

both_stores! {
    async fn an_old_table_does_not_bring_back_what_was_taken_away(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Editor]).await;
        let table = office.get(TABLE, &cookies).await.text;
        let places_removed = vec![PlaceRemoval { place: place(2, 9.19, 48.9), undoes: None }];
        let refuges = vec![place_id(3)];
        let change = CityChange { places_removed, refuges, ..CityChange::by(Author::command_line()) };
        let gone = office.city.apply(change, office.city.snapshot().revision()).await.unwrap();
        let told = office.put_table(&cookies, &table).await;
        let told: Value = serde_json::from_str(&told.text).unwrap();
        assert_eq!((&told["changed_since"], &told["added"]), (&json!(["Ort 2", "Ort 3"]), &json!([])), "{told}");
        assert_eq!(office.city.snapshot().revision(), gone);
        // An id that somebody chose for a new place says no version.
        let new = format!("id;name;kind;lon;lat\n{};Linde;square;9.19;48.9\n", place_id(9));
        assert_eq!(office.put_table(&cookies, &new).await.status, 200);
        assert!(office.city.snapshot().place(place_id(9)).is_some());
    }
}

#[tokio::test]
async fn a_table_that_does_not_say_what_it_was_made_from_changes_no_known_place() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(&[Role::Editor]).await;
    let before = office.city.snapshot().revision();
    let (one, two) = (place_id(1), place_id(2));
    let feature = json!({
        "type": "Feature", "id": one, "geometry": { "type": "Point", "coordinates": [9.19, 48.9] },
        "properties": { "name": "Anders", "kind": "park" },
    });
    let files = [
        format!("id;seats\n{one};12\n{two};13\n"),
        format!("id;seats;version\n{one};12;\n"),
        json!({ "type": "FeatureCollection", "features": [feature] }).to_string(),
    ];
    for file in files {
        let refused = office.put_table(&cookies, &file).await;
        assert_eq!(refused.status, 400, "{file}: {}", refused.text);
        let problem: Value = serde_json::from_str(&refused.text).unwrap();
        let errors = problem["errors"].as_array().unwrap();
        assert_eq!(
            (errors.len(), &errors[0]["field"]),
            (1, &json!("version")),
            "{problem}"
        );
    }
    assert_eq!(office.city.snapshot().revision(), before);
}
