//! Entering, changing, confirming and taking back, through the pages and through the API.

use axum::http::{Method, header};
use miteinander::city::{City, Clock};
use miteinander::domain::PlaceId;
use miteinander::domain::staff::Role;
use miteinander::import::folder::CityFolder;
use serde_json::{Value, json};

use super::{Answer, Office};
use crate::fixture::{Database, Kept, both_stores, place_id, wednesday_afternoon};

const EDITOR: &[Role] = &[Role::Editor];

/// What the form on a page would send as it stands.
pub(super) fn form_of(page: &str) -> Vec<(String, String)> {
    let form = page.split("id=\"place-form\"").nth(1).unwrap();
    let form = form.split("</form>").next().unwrap();
    let mut fields = Vec::new();
    for tag in form.split('<') {
        let attribute = |name: &str| {
            let value = tag.split(&format!(" {name}=\"")).nth(1)?;
            Some(unescaped(value.split('"').next().unwrap()))
        };
        let Some(name) = attribute("name").filter(|name| name != "do" && name != "confirmed")
        else {
            continue;
        };
        if tag.starts_with("input") {
            let is_box = attribute("type").as_deref() == Some("checkbox");
            if !is_box || tag.contains(" checked") {
                fields.push((name, attribute("value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            fields.push((name, unescaped(tag.split_once('>').unwrap().1)));
        } else if tag.starts_with("select") {
            let options = form.split(&format!("<{tag}")).nth(1).unwrap();
            let options = options.split("</select>").next().unwrap();
            let chosen = options
                .split("<option")
                .find(|own| own.contains(" selected"));
            let value = chosen.and_then(|own| own.split("value=\"").nth(1));
            let value = value.map_or(String::new(), |own| {
                unescaped(own.split('"').next().unwrap())
            });
            fields.push((name, value));
        }
    }
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

pub(super) fn put(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    form.retain(|(own, _)| own != name);
    form.push((name.to_owned(), value.to_owned()));
}

impl Office {
    pub(super) async fn send_form(
        &self,
        address: &str,
        cookies: &str,
        form: &[(String, String)],
    ) -> Answer {
        let pairs: Vec<_> = form
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.post(address, cookies, &pairs).await
    }

    pub(super) async fn api(
        &self,
        method: Method,
        address: &str,
        cookies: &str,
        version: &str,
        body: &Value,
    ) -> Answer {
        use axum::body::Body;
        use axum::http::Request;
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::HOST, super::HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/merge-patch+json")
            .header(header::COOKIE, cookies);
        let request = match version {
            "" => request,
            version => request.header(header::IF_MATCH, version),
        };
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    fn hours_of(&self, id: PlaceId) -> Option<String> {
        let snapshot = self.city.snapshot();
        let place = &snapshot.place(id).unwrap().place;
        place.opening_hours.as_ref().map(ToString::to_string)
    }
}

both_stores! {
    async fn of_two_editors_at_once_nobody_loses_and_the_second_sees_what_the_first_did(kept: &Kept) {
        let office = Office::open(kept).await;
        let (one, other) = (office.cookies(EDITOR).await, office.cookies(EDITOR).await);
        let address = format!("/verwaltung/orte/{}", place_id(1));
        let mut moving = form_of(&office.get(&address, &one).await.text);
        let mut timing = form_of(&office.get(&address, &other).await.text);
        put(&mut moving, "lon", "9.195");
        put(&mut timing, "opening_hours", "Mo-Fr 10:00-17:00");
        assert_eq!(office.send_form(&address, &other, &timing).await.status, 303);
        let second = office.send_form(&address, &one, &moving).await;
        assert_eq!(second.status, 409);
        assert!(second.text.contains("Inzwischen hat jemand anderes"));
        assert!(second.text.contains("Mo-Fr 10:00-17:00"));
        let merged = form_of(&second.text);
        assert!(merged.contains(&("lon".to_owned(), "9.195".to_owned())));
        assert_eq!(office.send_form(&address, &one, &merged).await.status, 303);
        let snapshot = office.city.snapshot();
        let place = &snapshot.place(place_id(1)).unwrap().place;
        assert!((place.shape.label().lon() - 9.195).abs() < 1e-9);
        assert_eq!(office.hours_of(place_id(1)).as_deref(), Some("Mo-Fr 10:00-17:00"));
    }

    async fn an_edit_through_the_api_needs_the_version_it_was_made_for(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(EDITOR).await;
        let address = format!("/api/staff/places/{}", place_id(2));
        let read = office.get(&address, &cookies).await;
        let version = read.header(header::ETAG).to_owned();
        let patch = json!({ "properties": { "seats": 20, "amenities": { "wifi": "yes" } } });
        let without = office.api(Method::PATCH, &address, &cookies, "", &patch).await;
        assert_eq!(without.status, 428);
        let done = office.api(Method::PATCH, &address, &cookies, &version, &patch).await;
        assert_eq!(done.status, 200, "{}", done.text);
        let body: Value = serde_json::from_str(&done.text).unwrap();
        assert_eq!(body["properties"]["seats"], 20);
        assert_eq!(body["properties"]["amenities"]["wifi"], "yes");
        let again = office.api(Method::PATCH, &address, &cookies, &version, &patch).await;
        assert_eq!(again.status, 412);
        let other = json!({ "properties": { "seats": null } });
        let version = done.header(header::ETAG).to_owned();
        let done = office.api(Method::PATCH, &address, &cookies, &version, &other).await;
        let body: Value = serde_json::from_str(&done.text).unwrap();
        assert!(body["properties"]["seats"].is_null());
        assert_eq!(body["properties"]["amenities"]["wifi"], "yes");
    }

    async fn what_was_done_is_told_by_role_and_taken_back(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(EDITOR).await;
        let address = format!("/verwaltung/orte/{}", place_id(3));
        let mut form = form_of(&office.get(&address, &cookies).await.text);
        put(&mut form, "opening_hours", "24/7");
        office.send_form(&address, &cookies, &form).await;
        let history = office.get(&format!("/api/staff/places/{}/history", place_id(3)), &cookies).await;
        let history: Value = serde_json::from_str(&history.text).unwrap();
        let step = &history["steps"][0];
        assert_eq!((&step["by"], &step["action"]), (&json!("editor"), &json!("changed")));
        assert_eq!(step["changes"][0]["member"], "opening_hours");
        let page = office.get(&format!("{address}/verlauf"), &cookies).await;
        assert!(page.text.contains("Redaktion") && page.text.contains("Öffnungszeiten"));
        let back = format!("{address}/verlauf/{}", step["number"]);
        assert_eq!(office.post(&back, &cookies, &[]).await.status, 303);
        assert_eq!(office.hours_of(place_id(3)), None);
        // Taking it back once more finds that it is not as the entry left it.
        assert_eq!(office.post(&back, &cookies, &[]).await.status, 409);
    }

    async fn a_place_is_entered_found_by_residents_and_taken_away_again(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(EDITOR).await;
        let mut form = form_of(&office.get("/verwaltung/orte/neu", &cookies).await.text);
        for (name, value) in [("name", "Linde am Bach"), ("kind", "square"), ("lon", "9.19"), ("lat", "48.9"), ("status", "active")] {
            put(&mut form, name, value);
        }
        put(&mut form, "confirmed", "yes");
        let done = office.send_form("/verwaltung/orte/neu", &cookies, &form).await;
        assert_eq!(done.status, 303, "{}", done.text);
        let found = office.get("/api/collections/places/items?q=linde", "").await;
        let found: Value = serde_json::from_str(&found.text).unwrap();
        assert_eq!(found["numberMatched"], 1);
        let own = &found["features"][0]["properties"];
        assert_eq!((&own["verified_by_role"], &own["last_verified_at"]), (&json!("editor"), &json!("2026-03-04")));
        let id = found["features"][0]["id"].as_str().unwrap();
        let history = office.get(&format!("/api/staff/places/{id}/history"), &cookies).await;
        let history: Value = serde_json::from_str(&history.text).unwrap();
        let number = &history["steps"][0]["number"];
        let undone = office.api(Method::POST, &format!("/api/staff/trail/{number}/undo"), &cookies, "", &json!({})).await;
        assert_eq!(undone.status, 200, "{}", undone.text);
        let found = office.get("/api/collections/places/items?q=linde", "").await;
        assert!(found.text.contains("\"numberMatched\":0"), "{}", found.text);
    }

    async fn a_table_of_all_places_that_comes_back_changes_nothing(kept: &Kept) {
        let first = CityFolder::BuiltIn.read().unwrap();
        let city = City::begin(kept.open().await, first, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let office = Office::around(city);
        let cookies = office.cookies(EDITOR).await;
        let before = office.city.snapshot().revision();
        let table = office.get("/api/staff/places.csv", &cookies).await;
        assert!(table.text.starts_with("\u{feff}id;name;"));
        let told = office.ask(Method::PUT, "/api/staff/places.csv", &cookies, "text/csv", table.text.clone()).await;
        let told: Value = serde_json::from_str(&told.text).unwrap();
        assert_eq!((told["added"].as_array().unwrap().len(), told["changed"].as_array().unwrap().len()), (0, 0), "{told}");
        assert_eq!(told["unchanged"], 46);
        assert_eq!(office.city.snapshot().revision(), before);
    }
}

#[tokio::test]
async fn every_fault_stands_at_its_field_and_nothing_typed_is_lost() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let mut form = form_of(&office.get("/verwaltung/orte/neu", &cookies).await.text);
    for (name, value) in [
        ("name", "Frauenhaus Nord"),
        ("lon", "48.9"),
        ("lat", "9.19"),
        ("seats", "viele"),
        ("status", "closed"),
        ("opening_hours", "immer mal"),
        ("geometry", ""),
    ] {
        put(&mut form, name, value);
    }
    let answer = office
        .send_form("/verwaltung/orte/neu", &cookies, &form)
        .await;
    assert_eq!(answer.status, 400);
    for said in [
        "Schutz-Einrichtungen werden hier nie eingetragen",
        "id=\"kind-fault\"",
        "Bitte eine ganze Zahl",
        "immer mal",
    ] {
        assert!(answer.text.contains(said), "{said}");
    }
    let api = json!({ "geometry": { "type": "Point", "coordinates": [9.19, 48.9] }, "properties": { "name": "A", "kind": "sauna", "seats": "x" } });
    let answer = office
        .api(Method::POST, "/api/staff/places", &cookies, "", &api)
        .await;
    let problem: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(answer.status, 400);
    let fields: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["kind", "seats"]);
}

#[tokio::test]
async fn who_closes_a_place_says_when_and_why() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let address = format!("/verwaltung/orte/{}", place_id(1));
    let mut form = form_of(&office.get(&address, &cookies).await.text);
    put(&mut form, "status", "closed");
    let answer = office.send_form(&address, &cookies, &form).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text.contains("valid_to-fault") && answer.text.contains("status_reason-fault"));
    put(&mut form, "valid_to", "2026-02-28");
    put(&mut form, "status_reason", "Einsparung");
    assert_eq!(
        office.send_form(&address, &cookies, &form).await.status,
        303
    );
}

#[tokio::test]
async fn many_places_are_changed_together_or_not_at_all() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let chosen = |number: u128| {
        let snapshot = office.city.snapshot();
        let place = &snapshot.place(place_id(number)).unwrap().place;
        format!("{} {}", place.id, place.version())
    };
    let (one, two) = (chosen(1), chosen(2));
    let both = [("place", &*one), ("place", &*two), ("set", "cost:free")];
    assert_eq!(
        office
            .post("/verwaltung/orte", &cookies, &both)
            .await
            .status,
        303
    );
    // The first is another now than it was seen.
    let three = chosen(3);
    let mixed = [("place", &*one), ("place", &*three), ("set", "cost:fee")];
    let answer = office.post("/verwaltung/orte", &cookies, &mixed).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("inzwischen von jemand anderem"));
    let snapshot = office.city.snapshot();
    let costs: Vec<_> = (1..=3)
        .map(|number| snapshot.place(place_id(number)).unwrap().place.facts.cost)
        .collect();
    assert_eq!(costs.iter().filter(|cost| cost.is_some()).count(), 2);
    let closing = [("place", &*three), ("set", "status:closed")];
    assert_eq!(
        office
            .post("/verwaltung/orte", &cookies, &closing)
            .await
            .status,
        409
    );
}

#[tokio::test]
async fn what_nobody_has_ever_checked_is_confirmed_with_one_click() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let list = office.get("/verwaltung/orte/pruefen", &cookies).await;
    assert!(list.text.contains("Bei 3 Orten hat noch niemand bestätigt"));
    let place = office.city.snapshot();
    let place = &place.place(place_id(1)).unwrap().place;
    let seen = format!("{} {}", place.id, place.version());
    let answer = office
        .post("/verwaltung/orte/pruefen", &cookies, &[("place", &seen)])
        .await;
    assert_eq!(
        answer.header(header::LOCATION),
        "/verwaltung/orte/pruefen?done=staff-done-places"
    );
    let list = office.get("/verwaltung/orte/pruefen", &cookies).await;
    assert!(list.text.contains("Bei 2 Orten hat noch niemand bestätigt"));
}

#[tokio::test]
async fn an_old_table_does_not_undo_what_somebody_did_since() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let table = office.get("/api/staff/places.csv", &cookies).await.text;
    let address = format!("/verwaltung/orte/{}", place_id(1));
    let mut form = form_of(&office.get(&address, &cookies).await.text);
    put(&mut form, "opening_hours", "24/7");
    office.send_form(&address, &cookies, &form).await;
    let told = office
        .ask(
            Method::PUT,
            "/api/staff/places.csv",
            &cookies,
            "text/csv",
            table,
        )
        .await;
    let told: Value = serde_json::from_str(&told.text).unwrap();
    assert_eq!(told["changed_since"], json!(["Ort 1"]));
    assert_eq!(office.hours_of(place_id(1)).as_deref(), Some("24/7"));
}

#[tokio::test]
async fn a_trial_of_a_table_stores_nothing_and_a_wrong_one_is_refused_whole() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let cookies = office.cookies(EDITOR).await;
    let boundary = "grenze";
    let send = async |text: &str, what: &str| {
        let body = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\n{text}\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\n{what}\r\n--{boundary}--\r\n"
        );
        let kind = format!("multipart/form-data; boundary={boundary}");
        office
            .ask(
                Method::POST,
                "/verwaltung/orte/tabelle",
                &cookies,
                &kind,
                body,
            )
            .await
    };
    let good = "name;kind;lon;lat\nLinde;square;9.19;48.9\n";
    let trial = send(good, "try").await;
    assert!(trial.text.contains("Noch ist nichts gespeichert") && trial.text.contains("Linde"));
    assert_eq!(office.city.snapshot().places().len(), 3);
    let wrong = send(
        "name;kind;lon;lat\nLinde;square;9.19;48.9\nX;sauna;9;48\n",
        "store",
    )
    .await;
    assert_eq!(wrong.status, 400);
    assert_eq!(office.city.snapshot().places().len(), 3);
    assert_eq!(send(good, "store").await.status, 200);
    assert_eq!(office.city.snapshot().places().len(), 4);
}
