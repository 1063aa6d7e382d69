//! What everybody is told of audits, and what is counted with it.

use axum::http::StatusCode;
use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, CriteriaText, PlaceChange, PlaceRemoval};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::Author;
use serde_json::{Value, json};

use super::{AUDITS, Worker, address, all_met, audit, public};
use crate::coverage::{counted_room, peopled};
use crate::fixture::{both_stores, place_id, wednesday_afternoon};
use crate::staff::Office;

/// Somebody who audits.
async fn auditor(office: &Office) -> Worker<'_> {
    Worker {
        office,
        cookies: office.cookies(&[Role::Auditor]).await,
    }
}

/// A sheet on which the door is as wide as this.
fn door(width_cm: u32) -> Value {
    let mut sheet = all_met();
    sheet["readings"]["C18"]["width_cm"] = json!(width_cm);
    sheet
}

async fn found(office: &Office, address: &str) -> Vec<String> {
    let all = public(office, address).await;
    let features = all["features"].as_array().unwrap().iter();
    features
        .map(|own| own["id"].as_str().unwrap().to_owned())
        .collect()
}

fn ids(numbers: &[u128]) -> Vec<String> {
    numbers
        .iter()
        .map(|own| place_id(*own).to_string())
        .collect()
}

both_stores! {
    async fn a_filter_finds_what_was_audited_and_never_what_nobody_has_checked(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        own.publish(1, &audit(1, &door(90))).await;
        own.publish(2, &audit(2, &door(84))).await;
        let items = |filter: &str| format!("/api/collections/places/items?{filter}");
        assert_eq!(found(&office, &items("usable_for=wheelchair")).await, ids(&[1, 2]));
        assert_eq!(found(&office, &items("fully_usable_for=wheelchair")).await, ids(&[1]));
        assert_eq!(found(&office, &items("usable_for=wheelchair,hoh&fully_usable_for=hoh")).await, ids(&[1, 2]));
        let near = "/api/places/near?lon=9.19&lat=48.9&fully_usable_for=wheelchair";
        assert_eq!(found(&office, near).await, ids(&[1]));
        let place = public(&office, &format!("/api/collections/places/items/{}", place_id(3))).await;
        let accessibility = &place["properties"]["accessibility"];
        assert_eq!((&accessibility["wheelchair"], &accessibility["audit"]), (&json!("not_checked"), &Value::Null));
        let place = public(&office, &format!("/api/collections/places/items/{}", place_id(2))).await;
        let accessibility = &place["properties"]["accessibility"];
        assert_eq!((&accessibility["wheelchair"], &accessibility["blind"]), (&json!("partial"), &json!("full")));
        assert_eq!((&accessibility["holds_until"], &accessibility["facts"]["door_cm"]), (&json!("2029-03-04"), &json!(84.0)));
        let wrong = office.get(&items("usable_for=everybody"), "").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    }

    async fn an_audit_that_knows_too_little_is_unknown_and_not_unchecked(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        own.publish(1, &audit(1, &json!({ "readings": { "C14": { "steps": 0 } } }))).await;
        let place = public(&office, &format!("/api/collections/places/items/{}", place_id(1))).await;
        assert_eq!(place["properties"]["accessibility"]["wheelchair"], "unknown");
        assert!(found(&office, "/api/collections/places/items?usable_for=wheelchair").await.is_empty());
    }

    async fn what_those_who_run_a_place_say_is_told_apart_and_finds_nothing(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        let mut declared = audit(1, &all_met());
        declared["source"] = json!("self_declared");
        own.publish(1, &declared).await;
        let all = public(&office, "/api/collections/audits/items?source=self_declared").await;
        let properties = &all["features"][0]["properties"];
        assert_eq!(properties["ratings"]["wheelchair"]["rating"], "partial");
        assert_eq!(properties["ratings"]["wheelchair"]["reason"], "self_declared_only");
        assert!(found(&office, "/api/collections/places/items?usable_for=wheelchair").await.is_empty());
        assert!(found(&office, "/api/collections/audits/items?source=audit").await.is_empty());
    }

    async fn the_collection_is_asked_by_place_need_and_rating_and_read_page_by_page(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        for (number, width) in [(1, 90), (2, 84), (3, 78)] {
            own.publish(number, &audit(number, &door(width))).await;
        }
        let audit_id = |number: u128| uuid::Uuid::from_u128(number).to_string();
        let items = |filter: &str| format!("/api/collections/audits/items?{filter}");
        let of_place = items(&format!("place={}", place_id(2)));
        assert_eq!(found(&office, &of_place).await, [audit_id(2)]);
        let rated = items("need=wheelchair,walking&rating=partial,full");
        assert_eq!(found(&office, &rated).await, [audit_id(1), audit_id(2)]);
        let first = public(&office, &items("limit=2")).await;
        assert_eq!((&first["numberMatched"], &first["numberReturned"]), (&json!(3), &json!(2)));
        assert_eq!(found(&office, &items(&format!("limit=2&after={}", audit_id(2)))).await, [audit_id(3)]);
        let alone = office.get(&items("rating=full"), "").await;
        assert_eq!(alone.status, StatusCode::BAD_REQUEST);
        let one = public(&office, &format!("/api/collections/audits/items/{}", audit_id(3))).await;
        assert_eq!(one["properties"]["verdicts"]["C18"], "not_met");
        let unknown = format!("/api/collections/audits/items/{}", audit_id(9));
        assert_eq!(office.get(&unknown, "").await.status, StatusCode::NOT_FOUND);
    }

    async fn other_programs_read_the_raw_measurements_and_a11yjson(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        let mut sheet = json!({ "readings": { "C18": { "width_cm": 84.5 }, "C06": { "tactile_route": false } } });
        sheet["estimated"] = json!({ "C18": ["width_cm"] });
        own.publish(1, &audit(1, &sheet)).await;
        let table = office.get("/api/audits.csv", "").await.text;
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 3, "{table}");
        assert!(lines[1].ends_with(";C06;tactile_route;no;;;"), "{table}");
        assert!(lines[2].ends_with(";C18;width_cm;84,5;cm;yes;"), "{table}");
        let none = office.get("/api/audits.csv?need=wheelchair&rating=full", "").await.text;
        assert_eq!(none.lines().count(), 1, "{none}");
        let info = public(&office, &format!("/api/places/{}/a11yjson", place_id(1))).await;
        let door = &info["properties"]["accessibility"]["entrances"][0]["properties"]["door"];
        assert_eq!(door["width"], json!({ "value": 84.5, "unit": "cm", "operator": "~" }), "{info}");
        let unchecked = public(&office, &format!("/api/places/{}/a11yjson", place_id(2))).await;
        assert_eq!(unchecked["properties"]["accessibility"], json!({}));
    }

    async fn another_program_on_the_same_store_follows_what_is_published(kept: &Kept) {
        let office = Office::open(kept).await;
        let replica = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let own = auditor(&office).await;
        own.publish(1, &audit(1, &door(84))).await;
        replica.refresh().await.unwrap();
        let other = Office::around(replica.clone());
        assert_eq!(found(&other, "/api/collections/places/items?usable_for=wheelchair").await, ids(&[1]));
        let anew = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let anew = Office::around(anew);
        let items = "/api/collections/audits/items";
        assert_eq!(public(&other, items).await, public(&anew, items).await);
        own.post(&address(1), "withdraw", &json!({ "reason": "falsche Tür gemessen" })).await;
        replica.refresh().await.unwrap();
        assert!(found(&other, items).await.is_empty());
    }

    async fn whoever_keeps_a_copy_hears_of_a_published_audit(kept: &Kept) {
        let office = Office::open(kept).await;
        let before = office.city.snapshot().revision().0;
        auditor(&office).await.publish(1, &audit(1, &door(84))).await;
        let changed = format!("/api/collections/places/items?since={before}");
        assert_eq!(found(&office, &changed).await, ids(&[1]));
    }

    async fn an_edited_place_keeps_what_its_audit_says(kept: &Kept) {
        let office = Office::open(kept).await;
        auditor(&office).await.publish(1, &audit(1, &door(84))).await;
        let snapshot = office.city.snapshot();
        let before = &snapshot.place(place_id(1)).unwrap().place;
        let mut after = before.clone();
        after.name = "Anders".parse().unwrap();
        let change = CityChange {
            places: PlaceChange::between(before, after).into_iter().collect(),
            ..CityChange::by(Author::import("places"))
        };
        office.city.apply(change, snapshot.revision()).await.unwrap();
        assert_eq!(found(&office, "/api/collections/places/items?usable_for=wheelchair").await, ids(&[1]));
    }

    async fn a_room_found_fully_usable_lets_a_district_reach_the_third_level(kept: &Kept) {
        let city = peopled(kept).await;
        let mut room = counted_room(1);
        room.facts.floor_area_m2 = Some(500);
        let mut park = counted_room(3);
        (park.kind, park.opening_hours) = ("park".parse().unwrap(), "24/7".parse().ok());
        let snapshot = city.snapshot();
        let before = &snapshot.place(place_id(1)).unwrap().place;
        let change = CityChange {
            places: PlaceChange::between(before, room).into_iter().chain([PlaceChange::added(park)]).collect(),
            ..CityChange::by(Author::import("places"))
        };
        city.apply(change, snapshot.revision()).await.unwrap();
        let office = Office::around(city);
        let wheelchair_room = || async {
            let told = public(&office, "/api/coverage").await;
            let west = told["districts"].as_array().unwrap().iter().find(|own| own["id"] == "west").unwrap().clone();
            let reasons = west["reasons"].as_array().unwrap().iter();
            let reason = reasons.clone().find(|own| own["need"] == "wheelchair_room").unwrap()["holds"].clone();
            let others = reasons.filter(|own| own["need"] != "wheelchair_room" && own["level"] == "3");
            (reason, others.map(|own| own["holds"].clone()).collect::<Vec<_>>())
        };
        assert_eq!(wheelchair_room().await.0, "unknown");
        auditor(&office).await.publish(1, &audit(1, &door(90))).await;
        let (reason, others) = wheelchair_room().await;
        assert_eq!(reason, "yes");
        assert!(others.iter().all(|own| own == "yes"), "{others:?}");
        let counted = public(&office, "/api/coverage?profile=adult&usable_for=wheelchair").await;
        assert_eq!(counted["asked"]["places"], 1);
        assert_eq!(counted["asked"]["usable_for"], json!(["wheelchair"]));
        assert!(counted["provenance"]["link"].as_str().unwrap().contains("usable_for=wheelchair"));
    }

    async fn a_city_keeps_its_own_criteria_and_every_program_knows_them(kept: &Kept) {
        let office = Office::open(kept).await;
        let shipped = include_str!("../../../geodata/catalogue/criteria/lb-draft-1.toml");
        let content = shipped
            .replace("version = \"lb-draft-1\"", "version = \"ort-2\"")
            .replace("since = 2025-01-01", "since = 2026-01-01");
        let own = CriteriaText { version: "ort-2".parse().unwrap(), content: content.into() };
        let file = |own: &CriteriaText| vec![("ort-2.toml".to_owned(), own.clone())];
        let revision = office.city.keep_criteria(file(&own)).await.unwrap();
        assert_eq!(office.city.keep_criteria(file(&own)).await.unwrap(), revision, "kept once");
        let sent = auditor(&office).await;
        let begun = sent.put(&address(1), None, &audit(1, &door(84))).await;
        assert_eq!(begun.json["criteria"], "ort-2", "{}", begun.json);
        let mut old = audit(2, &door(84));
        old["criteria"] = json!("lb-draft-1");
        sent.publish(2, &old).await;
        for what in ["complete", "publish"] {
            sent.step(&address(1), what).await;
        }
        let anew = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let anew = Office::around(anew);
        assert_eq!(found(&anew, "/api/collections/places/items?usable_for=wheelchair").await, ids(&[1, 2]));
    }

    async fn a_place_of_refuge_takes_its_audits_with_it(kept: &Kept) {
        let office = Office::open(kept).await;
        let own = auditor(&office).await;
        own.publish(1, &audit(1, &door(84))).await;
        own.put(&address(2), None, &audit(1, &door(90))).await;
        let change = CityChange {
            refuges: vec![place_id(1)],
            ..CityChange::by(Author::import("osm"))
        };
        office.city.apply(change, office.city.snapshot().revision()).await.unwrap();
        assert_eq!(own.get(AUDITS).await.json, json!({ "audits": [] }));
        assert!(found(&office, "/api/collections/audits/items").await.is_empty());
        assert_eq!(own.get(&address(1)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }

    async fn a_place_with_audits_is_not_taken_away(kept: &Kept) {
        let office = Office::open(kept).await;
        auditor(&office).await.publish(1, &audit(1, &door(84))).await;
        let snapshot = office.city.snapshot();
        let place = snapshot.place(place_id(1)).unwrap().place.clone();
        let change = CityChange {
            places_removed: vec![PlaceRemoval { place, undoes: None }],
            ..CityChange::by(Author::import("places"))
        };
        let refused = office.city.apply(change, snapshot.revision()).await.unwrap_err();
        assert!(refused.to_string().contains("has audits"), "{refused}");
        assert_eq!(found(&office, "/api/collections/audits/items").await.len(), 1);
    }
}
