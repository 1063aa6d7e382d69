//! Scenarios of planners: kept on both databases, changed only by who has seen them, worked out for the city as it is.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Action, TrailFilter};
use serde_json::{Value, json};

use super::peopled;
use crate::fixture::{adding, both_stores, place, place_id};
use crate::staff::{Answer, HOST, Office};

const PATH: &str = "/api/staff/scenarios";

/// A request of a browser with a version in `If-Match`.
async fn send(
    office: &Office,
    (method, address): (Method, &str),
    cookies: &str,
    version: Option<&str>,
    body: &Value,
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(address)
        .header(header::HOST, HOST)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::COOKIE, cookies);
    if let Some(version) = version {
        request = request.header(header::IF_MATCH, version);
    }
    office
        .send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

fn draft(name: &str) -> Value {
    json!({ "name": name, "note": "Was, wenn das Haus schließt?", "changes": [{ "close": place_id(1).to_string() }] })
}

both_stores! {
    async fn a_scenario_is_changed_only_by_who_has_seen_it(kept: &Kept) {
        let office = Office::around(peopled(kept).await);
        let cookies = office.cookies(&[Role::Planner]).await;
        let added = send(&office, (Method::POST, PATH), &cookies, None, &draft("Ohne Bibliothek")).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
        assert_eq!(added.header(header::ETAG), "\"1\"");
        let address = added.header(header::LOCATION).to_owned();
        let own = address.as_str();
        let blind = send(&office, (Method::PUT, own), &cookies, None, &draft("x")).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let changed = send(&office, (Method::PUT, own), &cookies, Some("\"1\""), &draft("Ohne Haus")).await;
        assert_eq!((changed.status, changed.header(header::ETAG)), (StatusCode::OK, "\"2\""));
        let late = send(&office, (Method::PUT, own), &cookies, Some("\"1\""), &draft("y")).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        let list: Value = serde_json::from_str(&office.get(PATH, &cookies).await.text).unwrap();
        assert_eq!(list["scenarios"][0]["name"], "Ohne Haus");
        assert_eq!(list["scenarios"].as_array().unwrap().len(), 1);
        let gone = send(&office, (Method::DELETE, own), &cookies, Some("\"2\""), &Value::Null).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.text);
        assert_eq!(office.get(own, &cookies).await.status, StatusCode::NOT_FOUND);
        let entries = office.city.store().trail(&TrailFilter::default()).await.unwrap();
        let about = entries.iter().filter(|own| own.subject.as_str().starts_with("scenario/"));
        let told: Vec<_> = about.map(|own| (own.action, &*own.detail, own.revision)).collect();
        assert_eq!(told, [
            (Action::Removed, "Ohne Haus", None),
            (Action::Changed, "Ohne Haus", None),
            (Action::Added, "Ohne Bibliothek", None),
        ]);
        assert_eq!(office.city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }

    async fn a_result_is_that_of_the_city_now_and_says_if_it_has_changed(kept: &Kept) {
        let city = peopled(kept).await;
        let office = Office::around(city.clone());
        let cookies = office.cookies(&[Role::Planner]).await;
        let added = send(&office, (Method::POST, PATH), &cookies, None, &draft("Ohne Bibliothek")).await;
        let result = format!("{}/result?profile=adult&minutes=5&counted=true", added.header(header::LOCATION));
        let told: Value = serde_json::from_str(&office.get(&result, &cookies).await.text).unwrap();
        assert_eq!((&told["losing"], &told["data_changed"]), (&json!(700), &json!(false)));
        city.apply(adding([place(3, 9.22, 48.9)]), city.snapshot().revision()).await.unwrap();
        let told: Value = serde_json::from_str(&office.get(&result, &cookies).await.text).unwrap();
        assert_eq!((&told["losing"], &told["data_changed"]), (&json!(700), &json!(true)));
        assert_ne!(told["provenance"]["revision"], told["made_for"]);
    }

    async fn what_breaks_a_rule_is_not_kept(kept: &Kept) {
        let office = Office::around(peopled(kept).await);
        let cookies = office.cookies(&[Role::Planner]).await;
        for (wrong, field) in [
            (json!({ "name": "", "changes": draft("x")["changes"] }), "name"),
            (json!({ "name": "x", "changes": [] }), "changes"),
            (json!({ "name": "x", "note": "Frau Müller anrufen", "changes": draft("x")["changes"] }), "note"),
            (json!({ "name": "x" }), "body"),
        ] {
            let refused = send(&office, (Method::POST, PATH), &cookies, None, &wrong).await;
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
            let problem: Value = serde_json::from_str(&refused.text).unwrap();
            assert_eq!(problem["field"], field);
        }
        let editor = office.cookies(&[Role::Editor]).await;
        assert_eq!(office.get(PATH, &editor).await.status, StatusCode::FORBIDDEN);
    }
}
