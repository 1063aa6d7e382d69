//! The queue of suggestions at the desk and through the API: what an editor sees, decides, and cannot do.

use axum::http::{Method, header};
use miteinander::domain::Fact;
use miteinander::domain::place::Status;
use miteinander::domain::staff::Role;
use miteinander::domain::suggestion::{Decision, Ground, Said, Suggestion, SuggestionId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::places::{form_of, put};
use super::{Answer, Office};
use crate::fixture::{Database, Kept, at, both_stores, place_id};

const LIST: &str = "/verwaltung/vorschlaege";
const JSON: &str = "application/json";

/// A city with three libraries at one spot, an editor's cookies, and these suggestions, numbered from 1.
async fn office(kept: &Kept, said: impl IntoIterator<Item = Said>) -> (Office, String) {
    let office = Office::open(kept).await;
    for (number, said) in (1..).zip(said) {
        let own = Suggestion::new(id(number), "2026-02-22".parse().unwrap(), said);
        assert!(
            office
                .city
                .store()
                .put_suggestion(&own, 1000)
                .await
                .unwrap()
        );
    }
    let cookies = office.cookies(&[Role::Editor]).await;
    (office, cookies)
}

fn id(number: u128) -> SuggestionId {
    SuggestionId(Uuid::from_u128(number))
}

fn missing(name: &str) -> Said {
    Said {
        name: name.parse().ok(),
        address: "hinter der Schule".parse().ok(),
        ..Said::default()
    }
}

impl Office {
    async fn suggestion(&self, number: u128) -> Suggestion {
        self.city
            .store()
            .suggestion(id(number))
            .await
            .unwrap()
            .unwrap()
    }

    async fn ask_json(&self, path: &str, cookies: &str, body: Value) -> (u16, Value) {
        let answer = self
            .ask(Method::POST, path, cookies, JSON, body.to_string())
            .await;
        (
            answer.status.as_u16(),
            serde_json::from_str(&answer.text).unwrap(),
        )
    }
}

fn has_all(answer: &Answer, parts: &[&str]) {
    for part in parts {
        assert!(
            answer.text.contains(part),
            "no {part:?} in\n{}",
            answer.text
        );
    }
}

async fn on_sqlite() -> Kept {
    Kept::new(Database::Sqlite).await.unwrap()
}

#[tokio::test]
async fn an_editor_sees_what_waits_how_long_and_what_it_may_mean() {
    let kept = on_sqlite().await;
    let near = Said {
        location: Some(at(9.19, 48.9)),
        ..missing("Lesecafé")
    };
    let about = Said {
        about: Some(place_id(2)),
        is_gone: true,
        ..Said::default()
    };
    let (office, cookies) = office(&kept, [near, about, missing("Linde <b>")]).await;
    let list = office.get(LIST, &cookies).await;
    assert_eq!(list.status, 200);
    has_all(
        &list,
        &[
            "Offen (3)",
            "Lesecafé",
            "3 ähnliche Orte",
            "Ort 2",
            "Ort gibt es nicht mehr",
            "wartet seit 10 Tagen",
            "Linde &lt;b&gt;",
            " · WEST",
        ],
    );
    assert!(!list.text.contains("<b>"));
    let filtered = office
        .get(&format!("{LIST}?matter=gone&district=west"), &cookies)
        .await;
    assert!(filtered.text.contains("Ort 2") && !filtered.text.contains("Lesecafé"));
    for wrong in [
        "state=done",
        "kind=sauna",
        "district=A B",
        "after=x",
        "colour=red",
    ] {
        let answer = office
            .get(&format!("{LIST}?{}", wrong.replace(' ', "%20")), &cookies)
            .await;
        assert_eq!(answer.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn what_is_said_stands_beside_what_is_known_with_the_differences_marked() {
    let kept = on_sqlite().await;
    let said = Said {
        about: Some(place_id(1)),
        name: "Ort 1".parse().ok(),
        opening_hours: "Mo bis Fr".parse().ok(),
        free: Fact::Yes,
        ..Said::default()
    };
    let (office, cookies) = office(&kept, [said]).await;
    let page = office.get(&format!("{LIST}/{}", id(1)), &cookies).await;
    assert_eq!(page.status, 200);
    has_all(
        &page,
        &[
            "<th scope=\"row\">Name des Ortes</th><td>Ort 1</td><td class=\"said\">Ort 1</td></tr>",
            "<tr class=\"differs\"><th scope=\"row\">Öffnungszeiten</th><td>nicht bekannt</td><td class=\"said\">Mo bis Fr <span class=\"badge\">anders</span></td></tr>",
            "<td>nicht bekannt</td><td class=\"said\">ja ",
            &format!("/verwaltung/orte/{}?vorschlag={}", place_id(1), id(1)),
        ],
    );
}

#[tokio::test]
async fn a_missing_place_leads_to_the_form_for_a_new_one_and_to_those_it_may_be() {
    let kept = on_sqlite().await;
    let said = Said {
        location: Some(at(9.19, 48.9)),
        address: "Gasse 3".parse().ok(),
        remark: "2. OG links".parse().ok(),
        ..missing("Ort 2")
    };
    let (office, cookies) = office(&kept, [said, missing("Ort 2")]).await;
    let page = office.get(&format!("{LIST}/{}", id(1)), &cookies).await;
    has_all(
        &page,
        &[
            &format!("/verwaltung/orte/neu?vorschlag={}", id(1)),
            &format!("/verwaltung/orte/{}?vorschlag={}", place_id(2), id(1)),
            "ähnlicher Name",
            "direkt hier",
            "Könnte eine Wohnung sein",
            "Ähnliche offene Hinweise",
            &format!("{LIST}/{}\"", id(2)),
            "data-here=\"9.190000,48.900000\"",
        ],
    );
}

#[tokio::test]
async fn a_rejection_needs_a_reason_by_which_nobody_can_be_found() {
    let kept = on_sqlite().await;
    let (office, cookies) = office(&kept, [missing("Linde")]).await;
    let path = format!("{LIST}/{}", id(1));
    for (form, wrong) in [
        (&[("do", "reject")][..], "Bitte wählen Sie einen Grund."),
        (
            &[("do", "reject"), ("ground", "other"), ("text", " ")],
            "Bitte schreiben Sie den Grund",
        ),
        (
            &[
                ("do", "reject"),
                ("ground", "known"),
                ("text", "Ruf 07141 910 0"),
            ],
            "Telefonnummern aus dem Text",
        ),
        (
            &[
                ("do", "reject"),
                ("ground", "known"),
                ("text", "das Frauenhaus"),
            ],
            "der Menschen schützt",
        ),
        (
            &[
                ("do", "reject"),
                ("ground", "known"),
                ("text", "sagt Frau Müller"),
            ],
            "niemanden mit Namen",
        ),
    ] {
        let answer = office.post(&path, &cookies, form).await;
        assert_eq!(answer.status, 400);
        has_all(&answer, &["role=\"alert\"", wrong]);
        assert_eq!(office.suggestion(1).await.state, Decision::Open, "{wrong}");
    }
    let form = [("do", "reject"), ("ground", "known"), ("text", "Bücherei")];
    let answer = office.post(&path, &cookies, &form).await;
    assert_eq!(answer.status, 303);
    assert_eq!(
        answer.header(header::LOCATION),
        format!("{LIST}?done=staff-done-rejected")
    );
    let own = office.suggestion(1).await;
    assert_eq!(
        (own.state, own.ground, own.decided_by, own.reason.as_deref()),
        (
            Decision::Rejected,
            Some(Ground::Known),
            Some(Role::Editor),
            Some("Bücherei")
        )
    );
    let rejected = office
        .get(&format!("{LIST}?state=rejected"), &cookies)
        .await;
    has_all(
        &rejected,
        &["Abgelehnt am 4.3.2026 (Redaktion): Ist schon bekannt – Bücherei"],
    );
    let late = office.post(&path, &cookies, &form).await;
    assert_eq!(late.status, 409);
    has_all(&late, &["Inzwischen hat schon jemand entschieden."]);
}

#[tokio::test]
async fn several_are_rejected_at_once_and_what_was_typed_is_not_lost() {
    let kept = on_sqlite().await;
    let (office, cookies) = office(
        &kept,
        (1..=3).map(|number| missing(&format!("Bank {number}"))),
    )
    .await;
    let several = format!("{LIST}/ablehnen");
    let [first, second] = [1, 2].map(|number| id(number).to_string());
    let form = [
        ("id", &*first),
        ("id", &*second),
        ("ground", ""),
        ("text", "zu viele"),
    ];
    let answer = office.post(&several, &cookies, &form).await;
    assert_eq!(answer.status, 400);
    has_all(
        &answer,
        &["zu viele</textarea>", "Bitte wählen Sie einen Grund."],
    );
    assert_eq!(answer.text.matches(" checked").count(), 2);
    let nothing = office
        .post(&several, &cookies, &[("ground", "unclear"), ("text", "")])
        .await;
    has_all(&nothing, &["mindestens einen Hinweis"]);
    let form = [
        ("id", &*first),
        ("id", &*second),
        ("ground", "unclear"),
        ("text", ""),
    ];
    let answer = office
        .post(&format!("{several}?matter=missing"), &cookies, &form)
        .await;
    assert_eq!(
        answer.header(header::LOCATION),
        format!("{LIST}?matter=missing&done=staff-done-rejected")
    );
    let again = office.post(&several, &cookies, &form).await;
    assert_eq!(
        again.header(header::LOCATION),
        format!("{LIST}?done=staff-done-rejected-some")
    );
    for (number, state) in [
        (1, Decision::Rejected),
        (2, Decision::Rejected),
        (3, Decision::Open),
    ] {
        assert_eq!(office.suggestion(number).await.state, state);
    }
}

#[tokio::test]
async fn what_nobody_should_keep_is_taken_away_and_what_is_withheld_is_shown_to_nobody() {
    let kept = on_sqlite().await;
    let home = Said {
        remark: "Kommt zu mir nach Hause".parse().ok(),
        ..missing("Geheimnis")
    };
    let (office, cookies) = office(&kept, [home, missing("Linde")]).await;
    for address in [LIST.to_owned(), format!("{LIST}/{}", id(1))] {
        let page = office.get(&address, &cookies).await;
        assert!(!page.text.contains("Geheimnis") && !page.text.contains("nach Hause"));
        has_all(&page, &["Zurückgehaltener Hinweis"]);
        assert!(!page.text.contains(&format!("vorschlag={}", id(1))));
    }
    let path = format!("{LIST}/{}", id(2));
    let without = office
        .post(&path, &cookies, &[("do", "remove"), ("text", "")])
        .await;
    assert_eq!(without.status, 400);
    let form = [("do", "remove"), ("text", "nennt eine Person")];
    let done = office.post(&path, &cookies, &form).await;
    assert_eq!(
        done.header(header::LOCATION),
        format!("{LIST}?done=staff-done-content-removed")
    );
    let page = office.get(&path, &cookies).await;
    assert_eq!(page.status, 200);
    assert!(!page.text.contains("Linde"));
    has_all(
        &page,
        &["Inhalt gelöscht am 4.3.2026 (Redaktion) – nennt eine Person"],
    );
    assert_eq!(office.post(&path, &cookies, &form).await.status, 409);
}

#[tokio::test]
async fn programs_read_the_queue_page_by_page_and_decide_on_it() {
    let kept = on_sqlite().await;
    let said = Said {
        location: Some(at(9.19, 48.9)),
        address: "Gasse 3".parse().ok(),
        ..missing("Lesecafé")
    };
    let (office, cookies) = office(&kept, [said, missing("Linde"), missing("Bank")]).await;
    let get = async |address: String| -> Value {
        let answer = office.get(&address, &cookies).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
        assert!(
            answer
                .headers
                .get(header::ACCESS_CONTROL_ALLOW_ORIGIN)
                .is_none()
        );
        serde_json::from_str(&answer.text).unwrap()
    };
    let api = "/api/staff/suggestions";
    let first = get(format!("{api}?limit=2")).await;
    let own = &first["suggestions"][0];
    assert_eq!(own["name"], "Lesecafé");
    assert_eq!(
        (&own["district"], &own["matter"]),
        (&json!("west"), &json!("missing"))
    );
    assert_eq!(own["look_alikes"].as_array().unwrap().len(), 3);
    assert_eq!(own["look_alikes"][0]["distance_m"], 0.0);
    assert_eq!(own.get("remark"), None);
    let next = first["next"].as_str().unwrap();
    let second = get(format!("{api}?limit=2&after={next}")).await;
    assert_eq!(second["suggestions"].as_array().unwrap().len(), 1);
    assert_eq!(second.get("next"), None);

    let one = format!("{api}/{}/reject", id(1));
    let reason = json!({"ground": "not_so", "text": "geschlossen"});
    let (status, own) = office.ask_json(&one, &cookies, reason.clone()).await;
    assert_eq!(
        (status, &own["state"], &own["ground"]),
        (200, &json!("rejected"), &json!("not_so"))
    );
    let (status, problem) = office.ask_json(&one, &cookies, reason.clone()).await;
    assert_eq!(
        (status, &problem["type"]),
        (409, &json!("/problems/conflict"))
    );
    let unknown = format!("{api}/{}/reject", id(99));
    assert_eq!(office.ask_json(&unknown, &cookies, reason).await.0, 404);

    let several = json!({"ids": [id(1).to_string(), id(2).to_string()], "ground": "unclear"});
    let (status, done) = office
        .ask_json(&format!("{api}/reject"), &cookies, several)
        .await;
    assert_eq!(status, 200);
    assert_eq!(
        done,
        json!({"rejected": [id(2).to_string()], "not_open": [id(1).to_string()]})
    );
    let figures = get(format!("{api}/figures")).await;
    assert_eq!(
        figures["states"],
        json!({"open": 1, "accepted": 0, "rejected": 2, "removed": 0})
    );
    assert_eq!(figures["median_days"], 10);
}

#[tokio::test]
async fn a_body_that_is_wrong_is_told_by_its_field() {
    let kept = on_sqlite().await;
    let (office, cookies) = office(&kept, [missing("Linde")]).await;
    let api = "/api/staff/suggestions/reject";
    let own = id(1).to_string();
    let many = vec![own.clone(); 501];
    for (body, field) in [
        (json!({"ids": [own], "ground": "boring"}), "ground"),
        (json!({"ids": [own], "ground": "other"}), "text"),
        (
            json!({"ids": [own], "ground": "known", "text": "a@b.de"}),
            "text",
        ),
        (json!({"ids": [], "ground": "known"}), "ids"),
        (json!({"ids": many, "ground": "known"}), "ids"),
        (json!({"ids": ["7"], "ground": "known"}), "ids"),
        (
            json!({"ids": [own], "ground": "known", "colour": "red"}),
            "body",
        ),
        (json!([1]), "body"),
    ] {
        let (status, problem) = office.ask_json(api, &cookies, body.clone()).await;
        assert_eq!((status, &problem["field"]), (400, &json!(field)), "{body}");
    }
    let form = office
        .ask(Method::POST, api, &cookies, "text/plain", "{}")
        .await;
    assert_eq!(form.status, 415);
    assert_eq!(office.suggestion(1).await.state, Decision::Open);
}

both_stores! {
    async fn a_suggestion_becomes_a_place_that_residents_find(kept: &Kept) {
        let said = Said {
            kind: "square".parse().ok(),
            location: Some(at(9.18, 48.9)),
            address: "Gasse 3".parse().ok(),
            free: Fact::Yes,
            remark: "mit <Bank>".parse().ok(),
            ..missing("Linde am Bach")
        };
        let (office, cookies) = office(kept, [said]).await;
        let address = format!("/verwaltung/orte/neu?vorschlag={}", id(1));
        let page = office.get(&address, &cookies).await;
        has_all(&page, &["Ausgefüllt mit dem", "mit &lt;Bank&gt;", &format!("{LIST}/{}", id(1))]);
        let form = form_of(&page.text);
        let value = |name: &str| form.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        assert_eq!((value("name"), value("kind"), value("cost")), (Some("Linde am Bach"), Some("square"), Some("free")));
        assert_eq!((value("street"), value("housenumber"), value("lon")), (Some("Gasse"), Some("3"), Some("9.18")));
        let saved = office.send_form("/verwaltung/orte/neu", &cookies, &form).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let own = office.suggestion(1).await;
        let place = own.place.unwrap();
        assert_eq!((own.state, own.decided_by), (Decision::Accepted, Some(Role::Editor)));
        assert!(saved.header(header::LOCATION).contains(&place.to_string()));
        let found = office.get("/liste?q=linde", "").await;
        assert!(found.text.contains("Linde am Bach"));
        // Sent once more, as by a second editor, it makes no second place.
        let again = office.send_form("/verwaltung/orte/neu", &cookies, &form).await;
        assert_eq!(again.status, 409);
        has_all(&again, &["Über den Hinweis hat inzwischen jemand entschieden", "value=\"Linde am Bach\""]);
        assert!(!again.text.contains("name=\"suggestion\""));
        assert_eq!(office.city.snapshot().places().count(), 4);
        let late = office.get(&address, &cookies).await;
        has_all(&late, &["Über den Hinweis hat inzwischen jemand entschieden"]);
        let accepted = office.get(&format!("{LIST}?state=accepted"), &cookies).await;
        has_all(&accepted, &["Übernommen am 4.3.2026 (Redaktion): <a href=\"/orte/linde-am-bach-"]);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_place_is_filled_into_its_form_and_nothing_else_changes() {
    let kept = on_sqlite().await;
    let said = Said {
        about: Some(place_id(1)),
        opening_hours: "24/7".parse().ok(),
        ..Said::default()
    };
    let gone = Said {
        about: Some(place_id(2)),
        is_gone: true,
        ..Said::default()
    };
    let (office, cookies) = office(&kept, [said, gone]).await;
    for (number, place) in [(1, place_id(1)), (2, place_id(2))] {
        let path = format!("/verwaltung/orte/{place}");
        let page = office
            .get(&format!("{path}?vorschlag={}", id(number)), &cookies)
            .await;
        let mut form = form_of(&page.text);
        if number == 2 {
            put(&mut form, "status_reason", "abgerissen");
        }
        let saved = office.send_form(&path, &cookies, &form).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let own = office.suggestion(number).await;
        assert_eq!((own.state, own.place), (Decision::Accepted, Some(place)));
    }
    let snapshot = office.city.snapshot();
    let first = &snapshot.place(place_id(1)).unwrap().place;
    assert_eq!(first.opening_hours.as_deref(), Some("24/7"));
    assert_eq!(first.name.as_str(), "Ort 1");
    let second = &snapshot.place(place_id(2)).unwrap().place;
    assert_eq!(second.lifecycle.status, Status::Closed);
    assert_eq!(second.lifecycle.valid_to(), "2026-03-04".parse().ok());
}
