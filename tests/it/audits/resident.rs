//! What residents read of audits on pages, and what they may say about them.

use axum::http::{Method, StatusCode};
use miteinander::city::{City, Clock};
use miteinander::domain::staff::Role;
use miteinander::domain::suggestion::{Decision, Said, Suggestion, SuggestionId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Worker, all_met, audit, public};
use crate::fixture::{both_stores, place_id, wednesday_afternoon};
use crate::staff::Office;

const JSON: &str = "application/json";

async fn publish(office: &Office, number: u128, body: &Value) {
    let own = Worker {
        office,
        cookies: office.cookies(&[Role::Auditor]).await,
    };
    own.publish(number, body).await;
}

fn with(criterion: &str, reading: &str, value: Value) -> Value {
    let mut sheet = all_met();
    sheet["readings"][criterion][reading] = value;
    sheet
}

/// The page of a place, by its number.
async fn page(office: &Office, number: u128, query: &str) -> String {
    let own = format!("/orte/ort-{number}-00000000{query}");
    let answer = office.get(&own, "").await;
    assert_eq!(answer.status, StatusCode::OK, "{own}");
    answer.text
}

async fn list(office: &Office, query: &str) -> String {
    let answer = office.get(&format!("/liste?{query}"), "").await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text);
    answer.text
}

fn has_all(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
}

/// A report that the barriers of place 1 have changed, on a day.
pub(crate) async fn report(office: &Office, number: u128, day: &str) -> String {
    let id = SuggestionId(Uuid::from_u128(number));
    let said = Said {
        about: Some(place_id(1)),
        barriers_changed: true,
        ..Said::default()
    };
    let own = Suggestion::new(id, day.parse().unwrap(), said);
    let store = office.city.store();
    assert!(store.put_suggestion(&own, 1000).await.unwrap());
    format!("/api/staff/suggestions/{}", id.0)
}

async fn audited(office: &Office) -> Value {
    let all = public(office, "/api/collections/audits/items").await;
    all["features"][0]["properties"].clone()
}

both_stores! {
    async fn a_place_tells_facts_before_ratings_and_everything_that_was_measured(kept: &Kept) {
        let office = Office::open(kept).await;
        let mut sheet = with("C18", "width_cm", json!(84.5));
        sheet["readings"]["C14"] = json!({ "steps": 1, "max_step_cm": 6, "mobile_ramp": false });
        sheet["estimated"] = json!({ "C18": ["width_cm"] });
        sheet["equivalents"] = json!({ "C06": { "reason": "Personal holt ab", "decided_by": "Bauamt" } });
        sheet["readings"]["C06"]["tactile_route"] = json!(false);
        publish(&office, 1, &audit(1, &sheet)).await;
        let page = page(&office, 1, "?need=hoh").await;
        has_all(&page, &[
            "<dd>1 Stufe, bis 6\u{a0}cm hoch, keine Rampe zum Anlegen</dd>",
            "<dd>84,5\u{a0}cm (geschätzt) breit</dd>",
            "Es geht nur mit Einschränkung: Stufenfreier Eingang",
            "gut nutzbar",
            "Geprüft am", "4.3.2026", "Stadt. Dabei: eine Person mit eigener Erfahrung",
            "/barrierefreiheit/kriterien/lb-draft-1",
            "auf andere Weise erfüllt", "Personal holt ab (entschieden von: Bauamt)",
            "Am Eingang", "<strong>84,5\u{a0}cm</strong> (geschätzt)",
            "/a11yjson",
        ]);
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
        assert!(at("1 Stufe, bis") < at("Für wen ist der Ort nutzbar?"));
        assert!(at("class=\"chosen\">schwerhörig</dt>") < at(">Rollstuhl</dt>"));
        assert!(at("Für wen ist der Ort nutzbar?") < at("Alles, was geprüft ist"));
    }

    async fn a_quick_check_says_so_and_never_promises_more_than_it_saw(kept: &Kept) {
        let office = Office::open(kept).await;
        let mut quick = audit(1, &all_met());
        quick["depth"] = json!("quick");
        publish(&office, 1, &quick).await;
        let page = page(&office, 1, "").await;
        has_all(&page, &["<strong>Kurzprüfung</strong>", "Geprüft sind nur die 30 wichtigsten Kriterien"]);
        assert!(!page.contains("gut nutzbar"));
        has_all(&list(&office, "need=wheelchair").await, &["mit Einschränkungen nutzbar", "Kurzprüfung"]);
    }

    async fn what_nobody_has_checked_is_an_answer_of_its_own_wherever_it_is_asked(kept: &Kept) {
        let office = Office::open(kept).await;
        publish(&office, 1, &audit(1, &with("C18", "width_cm", json!(78)))).await;
        publish(&office, 2, &audit(2, &json!({ "readings": { "C14": { "steps": 0 } } }))).await;
        let found = list(&office, "need=wheelchair").await;
        has_all(&found, &["nicht nutzbar</span>", "noch nicht genug geprüft</span>", "noch nicht geprüft</span>"]);
        has_all(&found, &["Rollstuhl – noch nicht oder nicht genug geprüft: 2 von 3 Orten"]);
        has_all(&page(&office, 3, "").await, &["Hier hat noch niemand die Barrierefreiheit geprüft."]);
        assert!(!page(&office, 3, "").await.contains("rating none"));
        // A door that is too narrow is a reason, and said by its name.
        has_all(&page(&office, 1, "").await, &["Ein Hindernis sperrt aus: "]);
    }

    async fn the_filter_shows_what_was_checked_and_usable_and_says_what_it_leaves_out(kept: &Kept) {
        let office = Office::open(kept).await;
        publish(&office, 1, &audit(1, &with("C18", "width_cm", json!(84)))).await;
        publish(&office, 2, &audit(2, &with("C18", "width_cm", json!(78)))).await;
        let found = list(&office, "need=wheelchair&usable=true").await;
        assert_eq!(found.matches("<li data-slug").count(), 1);
        has_all(&found, &["1 von 3 Orten", "Nur geprüft nutzbar", "href=\"/?need=wheelchair\""]);
        let nothing = list(&office, "need=wheelchair&usable=true&q=nirgends").await;
        has_all(&nothing, &["Kein geprüfter Ort ist hier für alle gewählten Bedarfe nutzbar."]);
        // Without a need there is nothing to be usable for: no place is left out, and none is said to be.
        let all = list(&office, "usable=true").await;
        assert_eq!(all.matches("<li data-slug").count(), 3);
        assert!(!all.contains("Nur geprüft nutzbar"));
        let wrong = office.get("/liste?usable=maybe", "").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        has_all(&list(&office, "usable_for=blind").await, &["Geprüft nutzbar: blind"]);
    }

    async fn what_those_who_run_a_place_say_stands_in_a_box_of_its_own(kept: &Kept) {
        let office = Office::open(kept).await;
        let mut declared = audit(1, &all_met());
        declared["source"] = json!("self_declared");
        publish(&office, 1, &declared).await;
        let page = page(&office, 1, "").await;
        has_all(&page, &["Angabe der Betreiber, nicht geprüft", "Hier hat noch niemand die Barrierefreiheit geprüft."]);
        assert_eq!(page.matches("noch nicht geprüft</span>").count(), 7);
        has_all(&list(&office, "need=deaf").await, &["3 von 3 Orten"]);
    }

    async fn accepted_reports_of_a_change_make_an_audit_doubtful_and_two_make_it_due(kept: &Kept) {
        let office = Office::open(kept).await;
        publish(&office, 1, &audit(1, &all_met())).await;
        let editor = office.cookies(&[Role::Editor]).await;
        let accept = async |own: &str| {
            office.ask(Method::POST, &format!("{own}/accept"), &editor, JSON, "").await
        };
        // The audit was on 4 March; what came before it says nothing about it.
        let [early, first, second] = [(1, "2026-03-04"), (2, "2026-03-05"), (3, "2026-03-06")];
        let early = report(&office, early.0, early.1).await;
        let first = report(&office, first.0, first.1).await;
        assert_eq!(audited(&office).await["is_stale"], false, "nobody has decided");
        assert_eq!(accept(&early).await.status, StatusCode::OK);
        assert_eq!(audited(&office).await["is_stale"], false, "it came before");
        let before = office.city.snapshot().revision();
        assert_eq!(accept(&first).await.status, StatusCode::OK);
        assert!(office.city.snapshot().revision() > before);
        let told = audited(&office).await;
        assert_eq!((&told["is_stale"], &told["change_reports"]), (&json!(true), &json!(1)));
        assert_eq!(told["re_audit_due"], json!([]));
        let place = public(&office, &format!("/api/collections/places/items/{}", place_id(1))).await;
        assert_eq!(place["properties"]["accessibility"]["change_reports"], 1);
        assert_eq!(accept(&first).await.status, StatusCode::CONFLICT);
        has_all(&page(&office, 1, "").await, &["Änderung gemeldet: bitte nachfragen"]);
        let second = report(&office, second.0, second.1).await;
        assert_eq!(accept(&second).await.status, StatusCode::OK);
        assert_eq!(audited(&office).await["re_audit_due"], json!(["reported"]));
        let anew = City::open(kept.open().await, Clock::Stopped(wednesday_afternoon())).await.unwrap();
        let anew = Office::around(anew);
        assert_eq!(audited(&anew).await["change_reports"], 2);
    }

    async fn only_a_report_of_changed_barriers_is_accepted_as_it_is(kept: &Kept) {
        let office = Office::open(kept).await;
        let id = SuggestionId(Uuid::from_u128(9));
        let said = Said { about: Some(place_id(1)), remark: "schön".parse().ok(), ..Said::default() };
        let own = Suggestion::new(id, "2026-03-01".parse().unwrap(), said);
        assert!(office.city.store().put_suggestion(&own, 1000).await.unwrap());
        let editor = office.cookies(&[Role::Editor]).await;
        let path = format!("/api/staff/suggestions/{}/accept", id.0);
        let refused = office.ask(Method::POST, &path, &editor, JSON, "").await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let stored = office.city.store().suggestion(id).await.unwrap().unwrap();
        assert_eq!(stored.state, Decision::Open);
    }

    async fn a_report_that_says_more_is_not_accepted_as_it_is_so_that_the_rest_is_read(kept: &Kept) {
        let office = Office::open(kept).await;
        let editor = office.cookies(&[Role::Editor]).await;
        let report = Said { about: Some(place_id(1)), barriers_changed: true, remark: "Rampe weg".parse().ok(), ..Said::default() };
        let all = [
            (11, report.clone(), true),
            (12, Said { opening_hours: "Mo-Fr 10-17".parse().ok(), ..report.clone() }, false),
            (13, Said { name: "Anderer Name".parse().ok(), ..report.clone() }, false),
            (14, Said { is_gone: true, ..report }, false),
        ];
        for (number, said, is_accepted) in all {
            let id = SuggestionId(Uuid::from_u128(number));
            let own = Suggestion::new(id, "2026-03-01".parse().unwrap(), said);
            assert!(office.city.store().put_suggestion(&own, 1000).await.unwrap());
            let path = format!("/verwaltung/vorschlaege/{}", id.0);
            let page = office.get(&path, &editor).await.text;
            assert_eq!(page.contains("value=\"accept\""), is_accepted, "{number}: {page}");
            assert_eq!(page.contains("bliebe sonst ungelesen"), !is_accepted, "{number}");
            let api = format!("/api/staff/suggestions/{}/accept", id.0);
            let done = office.ask(Method::POST, &api, &editor, JSON, "").await;
            let expected = if is_accepted { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            assert_eq!(done.status, expected, "{number}");
            let stored = office.city.store().suggestion(id).await.unwrap().unwrap();
            assert_eq!(stored.state == Decision::Open, !is_accepted, "{number}");
        }
    }
}
