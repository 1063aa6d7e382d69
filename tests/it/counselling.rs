//! Lines of help and focus areas of prevention: kept with the city, on both databases, through the desk, the API and the public
//! pages.

mod page;
mod prevention;

use axum::http::{Method, StatusCode};
use miteinander::city::{City, Clock};
use miteinander::domain::counselling::HELP_LINE;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Action, Subject, TrailFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::audits::{Worker, public};
use crate::fixture::{both_stores, wednesday_afternoon};
use crate::staff::Office;

const LINES: &str = "/api/staff/counselling";

/// The line that comes with the program for women who suffer violence.
const WOMEN: &str = "5b0c4b7e-0f0a-4f0e-9c55-7d1d1a6c0116";

fn address(number: u128) -> String {
    format!("{LINES}/{}", Uuid::from_u128(number))
}

async fn worker(office: &Office) -> Worker<'_> {
    Worker {
        office,
        cookies: office.cookies(&[Role::Prevention]).await,
    }
}

/// A line of the city's own.
fn line() -> Value {
    json!({
        "name": "Beratungsstelle Teststadt", "scope": "local", "needs": ["addiction", "crisis"],
        "phone": "07141 910 2345", "free": "yes", "hours": "Mo-Fr 09:00-17:00",
        "languages": ["de", "tr"], "languages_complete": true, "source": "von der Stelle selbst",
        "checked": { "on": "2026-03-01", "by": "Gleichstellungsstelle" },
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut line = line();
    line[name] = value;
    line
}

/// The names that everybody is told, in their order.
async fn names(office: &Office, query: &str) -> Vec<String> {
    let told = public(office, &format!("/api/counselling{query}")).await;
    let lines = told["lines"].as_array().unwrap().iter();
    lines
        .map(|own| own["name"].as_str().unwrap().to_owned())
        .collect()
}

both_stores! {
    async fn a_line_is_kept_told_changed_and_withdrawn_and_the_trail_says_so(kept: &Kept) {
        let office = Office::open(kept).await;
        let prevention = worker(&office).await;
        let shipped = names(&office, "").await;
        assert!(shipped.len() >= 6 && shipped[0].contains("Gewalt gegen Frauen"), "{shipped:?}");
        let own = address(1);
        let sent = prevention.put(&own, None, &line()).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
        // Sent twice it changes nothing.
        assert_eq!(prevention.put(&own, None, &line()).await.status, StatusCode::OK);
        assert_eq!(names(&office, "").await.last().unwrap(), "Beratungsstelle Teststadt");
        let told = public(&office, "/api/counselling?need=addiction&language=tr").await;
        let lines = told["lines"].as_array().unwrap();
        assert_eq!((lines.len(), &lines[0]["speaks"], &lines[0]["tel"]), (1, &json!("yes"), &json!("tel:071419102345")));
        // Whoever has not seen it does not overwrite it, and whoever saw an older one neither.
        let renamed = with("name", json!("Suchtberatung"));
        assert_eq!(prevention.put(&own, None, &renamed).await.status, StatusCode::PRECONDITION_REQUIRED);
        let changed = prevention.put(&own, Some(&sent.version), &renamed).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.json);
        assert_eq!(prevention.put(&own, Some(&sent.version), &line()).await.status, StatusCode::PRECONDITION_FAILED);
        // Another program on the same database says the same.
        let other = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let other = Office::around(other);
        assert_eq!(names(&other, "").await, names(&office, "").await);
        let gone = prevention.send((Method::DELETE, &own), Some(&changed.version), &json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.json);
        assert_eq!(names(&office, "").await, shipped);
        other.city.refresh().await.unwrap();
        assert_eq!(names(&other, "").await, shipped);
        let subject = Subject::of(HELP_LINE, Uuid::from_u128(1));
        let entries = office.city.store().trail(&TrailFilter::about(subject, 9)).await.unwrap();
        let actions: Vec<_> = entries.iter().map(|own| own.action).collect();
        assert_eq!(actions, [Action::Removed, Action::Changed, Action::Added]);
        assert_eq!(entries[1].before.as_ref().unwrap()["name"], "Beratungsstelle Teststadt");
        assert_eq!(entries[0].author.shown(), "prevention");
    }

    async fn a_line_that_comes_with_the_program_is_changed_hidden_and_shown_again(kept: &Kept) {
        let office = Office::open(kept).await;
        let prevention = worker(&office).await;
        let shipped = names(&office, "").await;
        let own = format!("{LINES}/{WOMEN}");
        let first = prevention.get(&own).await;
        let mut changed = first.json.clone();
        changed.as_object_mut().unwrap().retain(|name, _| !["id", "is_shown"].contains(&name.as_str()));
        changed["remark"] = json!("Auch nachts");
        let sent = prevention.put(&own, Some(&first.version), &changed).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.json);
        // It stays where it was in the list, and national.
        assert_eq!(names(&office, "").await, shipped);
        let gone = prevention.send((Method::DELETE, &own), Some(&sent.version), &json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert_eq!(names(&office, "").await, shipped[1..]);
        let all = prevention.get(LINES).await.json;
        let all = all["lines"].as_array().unwrap();
        let hidden: Vec<_> = all.iter().filter(|own| own["is_shown"] == json!(false)).collect();
        assert_eq!((hidden.len(), &hidden[0]["id"]), (1, &json!(WOMEN)));
        // It can be shown again; nothing else may call itself national.
        assert_eq!(prevention.put(&own, None, &changed).await.status, StatusCode::CREATED);
        assert_eq!(names(&office, "").await, shipped);
        let told = prevention.put(&address(9), None, &with("scope", json!("national"))).await;
        assert_eq!((told.status, told.field()), (StatusCode::BAD_REQUEST, "scope"));
    }

    async fn an_address_is_told_only_with_a_consent_and_never_who_gave_it(kept: &Kept) {
        let office = Office::open(kept).await;
        let prevention = worker(&office).await;
        let consent = json!({ "by": "Beratungsstelle Teststadt", "on": "2026-02-01" });
        for (address_told, field) in [
            (json!("Weg 1"), "body"),
            (json!({ "postal": "Weg 1" }), "body"),
            (json!({ "postal": "Weg 1", "consent": { "by": "Frau Müller", "on": "2026-02-01" } }), "body"),
            (json!({ "postal": "Weg 1", "consent": { "by": "Verein", "on": "2026-03-05" } }), "address"),
            (json!({ "postal": "Am Frauenhaus 1", "consent": consent }), "name"),
        ] {
            let told = prevention.put(&address(1), None, &with("address", address_told.clone())).await;
            assert_eq!((told.status, told.field()), (StatusCode::BAD_REQUEST, field), "{address_told}");
        }
        let own = with("address", json!({ "postal": "Weg 1, 71638 Teststadt", "consent": consent }));
        assert_eq!(prevention.put(&address(1), None, &own).await.status, StatusCode::CREATED);
        let told = public(&office, "/api/counselling?need=addiction").await;
        assert_eq!(told["lines"][0]["address"], json!({ "postal": "Weg 1, 71638 Teststadt" }));
        assert_eq!(prevention.get(&address(1)).await.json["address"]["consent"]["by"], "Beratungsstelle Teststadt");
    }

    async fn what_breaks_a_rule_is_refused_with_its_field(kept: &Kept) {
        let office = Office::open(kept).await;
        let prevention = worker(&office).await;
        for (name, value, field) in [
            ("phone", json!("0900 123456"), "body"),
            ("fax", json!("07141 1"), "body"),
            ("needs", json!([]), "needs"),
            ("needs", json!(["shopping"]), "body"),
            ("languages", json!(["xx"]), "body"),
            ("foreign_languages", json!(3), "foreign_languages"),
            ("hours", json!("immer mal"), "hours"),
            ("remark", json!("Frau Müller fragen"), "body"),
            ("name", json!("Frauenhaus Nord"), "name"),
            ("web", json!("https://frauenhaus.example.org"), "name"),
            ("checked", json!({ "on": "2026-03-05", "by": "Amt" }), "checked"),
        ] {
            let told = prevention.put(&address(1), None, &with(name, value.clone())).await;
            assert_eq!((told.status, told.field()), (StatusCode::BAD_REQUEST, field), "{name} = {value}: {}", told.json);
        }
        assert_eq!(office.city.snapshot().help_lines().iter().filter(|own| !own.is_as_shipped).count(), 0);
        for (address, field) in [("?need=shopping", "need"), ("?language=xx", "language"), ("?near=1", "near")] {
            let told = office.get(&format!("/api/counselling{address}"), "").await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{address}");
            assert!(told.text.contains(&format!("\"field\":\"{field}\"")), "{}", told.text);
        }
    }
}
