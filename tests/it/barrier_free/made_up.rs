//! What came with a sample city is made up: it is counted as such, marked, and never called checked.

use std::sync::Arc;

use miteinander::city::{City, Clock};
use miteinander::domain::audit::life::{AuditRevision, State};
use miteinander::domain::audit::{Audit, AuditDraft, AuditId, Depth, Source};
use miteinander::domain::change::{AuditChange, CityChange};
use miteinander::domain::staff::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{COUNTS, LIST, PROGRESS, all_met, auditor, city_places, door, numbers};
use crate::audits::{audit, public};
use crate::fixture::{Kept, beginning, both_stores, place_id, wednesday_afternoon};
use crate::staff::Office;

/// An audit that nobody made, of a place, as a folder of a city brings it.
fn made_up(place: u128) -> AuditChange {
    let day = "2026-03-04".parse().unwrap();
    let draft = AuditDraft {
        place: place_id(place),
        criteria: "lb-draft-1".parse().unwrap(),
        depth: Depth::Full,
        source: Source::Audit,
        auditors: Vec::new(),
        planned_on: None,
        audited_on: Some(day),
        sheet: all_met(),
    };
    let after = Audit {
        id: AuditId(Uuid::from_u128(1000 + place)),
        draft,
        state: State::Published,
        revision: AuditRevision::FIRST,
        withdrawn: None,
        by: Role::Auditor,
        at: wednesday_afternoon(),
        version: 1,
    };
    AuditChange { after, day }
}

async fn sample_city(kept: &Kept) -> Office {
    let first = CityChange {
        audits: vec![made_up(1), made_up(2)],
        ..beginning(city_places())
    };
    let clock = Clock::Stopped(wednesday_afternoon());
    let city: Arc<City> = City::begin(kept.open().await, first, clock).await.unwrap();
    Office::around(city)
}

fn marks(list: &Value) -> Vec<(&Value, &Value)> {
    let rows = list["listed"].as_array().unwrap().iter();
    let audited = rows.filter(|own| !own["audit"].is_null());
    let mut marks: Vec<_> = audited
        .map(|own| (&own["place"], &own["audit"]["is_made_up"]))
        .collect();
    marks.sort_by_key(|(place, _)| place.to_string());
    marks
}

both_stores! {
    async fn what_is_made_up_is_counted_as_such_and_marked_and_never_called_checked(kept: &Kept) {
        let office = sample_city(kept).await;
        let city = public(&office, PROGRESS).await["city"].clone();
        assert_eq!((numbers(&city, COUNTS), numbers(&city, ["made_up"])), ([4, 2, 2, 2], [2]));
        for path in ["", "/vorlage"] {
            let page = office.get(&format!("/planung/barrierefrei{path}"), "").await.text;
            assert!(page.contains("2 Orte mit Beispieldaten. Ihre Ergebnisse sind erfunden."), "{page}");
            assert!(page.contains("sind geprüft oder nur ein Beispiel") && !page.contains("sind geprüft<"), "{page}");
            assert!(!page.contains(">Geprüft<"), "{page}");
        }
        let page = office.get("/planung/barrierefrei/liste", "").await.text;
        assert_eq!(page.matches("Beispiel, erfunden").count(), 2, "{page}");
        let found = office.get("/liste?need=wheelchair", "").await.text;
        assert!(found.contains("noch nicht oder nicht genug geprüft: 6 von 6 Orten"), "{found}");
        let table = office.get("/api/barrier-free/list.csv", "").await.text;
        assert!(table.lines().next().unwrap().contains(";audited_on;made_up;"), "{table}");
        assert_eq!(table.matches(";2026-03-04;yes;").count(), 2, "{table}");
    }

    async fn what_somebody_measured_earlier_counts_before_what_is_made_up(kept: &Kept) {
        let office = sample_city(kept).await;
        let mut own = audit(1, &door(78));
        own["audited_on"] = json!("2025-05-06");
        auditor(&office).await.publish(1, &own).await;
        let anew = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        for office in [office, Office::around(anew)] {
            let city = public(&office, PROGRESS).await["city"].clone();
            assert_eq!((numbers(&city, COUNTS), numbers(&city, ["made_up"])), ([4, 2, 1, 1], [1]));
            let list = public(&office, LIST).await;
            let expected = [(json!(place_id(1).to_string()), json!(false)), (json!(place_id(2).to_string()), json!(true))];
            assert_eq!(marks(&list), expected.each_ref().map(|(place, mark)| (place, mark)));
        }
    }
}
