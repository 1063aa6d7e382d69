//! Admins keep webhooks, on a page and through the API.

use axum::http::{Method, StatusCode};
use miteinander::domain::trail::{About, TrailFilter};
use serde_json::json;

use super::*;
use crate::fixture::Database;
use crate::staff::{Answer, Office};

const PAGE: &str = "/verwaltung/webhooks";
const API: &str = "/api/staff/webhooks";

struct Desk {
    office: Office,
    admin: String,
    _kept: Kept,
}

impl Desk {
    async fn open(reach: Option<Reach>) -> Self {
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let office = Office::open(&kept).await;
        let office = match reach {
            Some(reach) => {
                let webhooks = telling(&office.city, reach);
                office.with(webhooks)
            }
            None => office,
        };
        let admin = office.cookies(&[Role::Admin]).await;
        Self {
            office,
            admin,
            _kept: kept,
        }
    }

    async fn api(&self, method: Method, path: &str, body: Value) -> Answer {
        let kind = "application/json";
        self.office
            .ask(method, path, &self.admin, kind, body.to_string())
            .await
    }
}

fn parsed(answer: &Answer) -> Value {
    serde_json::from_str(&answer.text).unwrap_or_else(|error| panic!("{error}: {}", answer.text))
}

#[tokio::test]
async fn an_admin_adds_tries_stops_and_removes_a_webhook_on_a_page() {
    let desk = Desk::open(Some(Reach::Any)).await;
    let receiver = Receiver::start().await;
    let form = [
        ("url", &*receiver.url),
        ("kind", "place.changed"),
        ("kind", "event.added"),
        ("district", "ost"),
    ];
    let made = desk.office.post(PAGE, &desk.admin, &form).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let secret = made
        .text
        .split("<code>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    assert_eq!(secret.len(), 64);
    let page = desk.office.get(PAGE, &desk.admin).await;
    for said in [
        &*receiver.url,
        "Ort geändert, Termin neu",
        "OST",
        "Läuft.",
        "noch nie",
    ] {
        assert!(page.text.contains(said), "{said} in {}", page.text);
    }
    assert!(!page.text.contains(secret));
    let id = desk.office.city.store().webhooks().await.unwrap()[0].id;
    let path = format!("{PAGE}/{id}");
    let tried = desk.office.post(&path, &desk.admin, &[("do", "try")]).await;
    assert!(
        tried.text.contains("Die Probe ist angekommen"),
        "{}",
        tried.text
    );
    receiver.fails(1);
    let tried = desk.office.post(&path, &desk.admin, &[("do", "try")]).await;
    assert!(
        tried.text.contains("nicht angekommen: Antwort 500"),
        "{}",
        tried.text
    );
    for (what, said) in [("pause", "Angehalten."), ("go-on", "Läuft.")] {
        assert_eq!(
            desk.office
                .post(&path, &desk.admin, &[("do", what)])
                .await
                .status,
            303
        );
        assert!(desk.office.get(PAGE, &desk.admin).await.text.contains(said));
    }
    assert_eq!(
        desk.office
            .post(&path, &desk.admin, &[("do", "dance")])
            .await
            .status,
        400
    );
    assert_eq!(
        desk.office
            .post(&path, &desk.admin, &[("do", "remove")])
            .await
            .status,
        303
    );
    assert_eq!(
        desk.office
            .post(&path, &desk.admin, &[("do", "pause")])
            .await
            .status,
        404
    );
    assert!(
        desk.office
            .get(PAGE, &desk.admin)
            .await
            .text
            .contains("Noch keine.")
    );
    // The trail tells who did what, and not the address, which may hold a secret of the receiver.
    let filter = TrailFilter {
        about: Some(About::Beginning("webhook/".into())),
        ..TrailFilter::newest(9)
    };
    let told = desk.office.city.store().trail(&filter).await.unwrap();
    let actions: Vec<_> = told.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["removed", "changed", "changed", "added"]);
    assert!(
        told.iter()
            .all(|entry| entry.author.role() == Some(Role::Admin))
    );
    assert!(!serde_json::to_string(&told).unwrap().contains("127.0.0.1"));
}

#[tokio::test]
async fn the_page_tells_since_when_and_why_nobody_answers_and_that_it_was_given_up() {
    let desk = Desk::open(Some(Reach::Any)).await;
    let receiver = Receiver::start().await;
    let webhooks = telling(&desk.office.city, Reach::Any);
    let webhook = receiver.listens(&webhooks).await;
    receiver.fails(1000);
    seat(&desk.office.city, 1, 1).await;
    webhooks.round(at(0)).await.unwrap();
    let page = desk.office.get(PAGE, &desk.admin).await.text;
    assert!(
        page.contains("Antwort 500") && page.contains("Versuche: 1"),
        "{page}"
    );
    assert!(
        page.contains("Noch nicht durchgesehene Einträge des Protokolls: 1."),
        "{page}"
    );
    let mut moment = at(0);
    while let WebhookState::Active = now(&desk.office.city, &webhook).await.state {
        webhooks.round(moment).await.unwrap();
        moment = now(&desk.office.city, &webhook)
            .await
            .trouble
            .unwrap()
            .next_at;
    }
    let page = desk.office.get(PAGE, &desk.admin).await.text;
    assert!(
        page.contains("Aufgegeben") && page.contains("4.10.2024"),
        "{page}"
    );
}

#[tokio::test]
async fn an_address_of_the_house_or_one_that_is_none_is_refused_in_words_and_nothing_typed_is_lost()
{
    let desk = Desk::open(Some(Reach::Public)).await;
    for url in [
        "",
        "example.org",
        "http://example.org/",
        "http://127.0.0.1:9/",
        "http://localhost/",
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://0x7f.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://user:secret@example.org/",
        &format!("https://example.org/{}", "a".repeat(3000)),
    ] {
        let answer = desk
            .office
            .post(PAGE, &desk.admin, &[("url", url), ("kind", "place.closed")])
            .await;
        assert_eq!(answer.status, 400, "{url}");
        assert!(
            answer.text.contains("url-fault")
                && answer.text.contains("value=\"place.closed\" checked"),
            "{url}"
        );
        let answer = desk.api(Method::POST, API, json!({ "url": url })).await;
        assert_eq!(
            (answer.status.as_u16(), &parsed(&answer)["field"]),
            (400, &json!("url")),
            "{url}"
        );
    }
    let answer = desk
        .api(
            Method::POST,
            API,
            json!({ "url": "https://hooks.example.org/" }),
        )
        .await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn the_api_does_the_same_and_shows_the_secret_once() {
    let desk = Desk::open(Some(Reach::Any)).await;
    let receiver = Receiver::start().await;
    let new = json!({ "url": receiver.url, "kinds": ["place.added"], "districts": ["west"] });
    let made = desk.api(Method::POST, API, new).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let told = parsed(&made);
    let path = made.header(axum::http::header::LOCATION).to_owned();
    let secret = told["secret"].as_str().unwrap();
    for answer in [
        desk.api(Method::GET, API, json!(null)).await,
        desk.api(Method::GET, &path, json!(null)).await,
    ] {
        assert_eq!(answer.status, 200);
        assert!(
            answer.text.contains(&receiver.url) && !answer.text.contains(secret),
            "{}",
            answer.text
        );
    }
    let ping = desk
        .api(Method::POST, &format!("{path}/ping"), json!(null))
        .await;
    assert_eq!(parsed(&ping), json!({ "heard": true }));
    assert!(receiver.heard()[0].is_signed_with(&Secret(secret.into())));
    let paused = desk
        .api(Method::POST, &format!("{path}/pause"), json!(null))
        .await;
    assert_eq!(parsed(&paused)["state"], "paused");
    let resumed = desk
        .api(Method::POST, &format!("{path}/resume"), json!(null))
        .await;
    assert_eq!(parsed(&resumed)["state"], "active");
    assert_eq!(
        desk.api(Method::DELETE, &path, json!(null)).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        desk.api(Method::DELETE, &path, json!(null)).await.status,
        StatusCode::NOT_FOUND
    );
    for (body, field) in [
        (json!({ "url": receiver.url, "kinds": ["place"] }), "kinds"),
        (
            json!({ "url": receiver.url, "districts": ["nord"] }),
            "districts",
        ),
        (
            json!({ "url": receiver.url, "districts": ["A B"] }),
            "districts",
        ),
        (json!({ "url": receiver.url, "secret": "mine" }), "body"),
        (json!({}), "body"),
    ] {
        let answer = desk.api(Method::POST, API, body.clone()).await;
        assert_eq!(
            (answer.status.as_u16(), &parsed(&answer)["field"]),
            (400, &json!(field)),
            "{body}"
        );
    }
}

#[tokio::test]
async fn there_is_an_end_to_how_many_and_a_server_that_tells_nobody_says_so() {
    let desk = Desk::open(Some(Reach::Any)).await;
    let new = json!({ "url": "https://hooks.example.org/" });
    for _ in 0..50 {
        assert_eq!(desk.api(Method::POST, API, new.clone()).await.status, 201);
    }
    assert_eq!(desk.api(Method::POST, API, new.clone()).await.status, 409);
    let form = [("url", "https://hooks.example.org/")];
    assert_eq!(desk.office.post(PAGE, &desk.admin, &form).await.status, 409);
    let silent = Desk::open(None).await;
    assert_eq!(silent.api(Method::POST, API, new).await.status, 409);
    assert_eq!(
        silent.office.post(PAGE, &silent.admin, &form).await.status,
        409
    );
}

#[tokio::test]
async fn a_webhook_is_added_from_json_alone() {
    let desk = Desk::open(Some(Reach::Any)).await;
    let body = json!({ "url": "https://example.org/" }).to_string();
    for kind in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let answer = desk
            .office
            .ask(Method::POST, API, &desk.admin, kind, body.clone())
            .await;
        assert_eq!(
            answer.status,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "{kind}: {}",
            answer.text
        );
    }
}
