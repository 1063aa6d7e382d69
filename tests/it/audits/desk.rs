//! Audits at the desk, without script: planned, taken further, measured against, compared, withdrawn. And the sheet that
//! holds nothing of anybody.

use axum::http::StatusCode;
use miteinander::domain::staff::Role;
use serde_json::{Value, json};

use super::{AUDITS, Worker, address, all_met, audit};
use crate::fixture::{Database, Kept, both_stores, place_id};
use crate::staff::{Answer, Office};

const DESK: &str = "/verwaltung/begehungen";

/// Somebody with a browser that runs no script.
struct Browser<'a> {
    office: &'a Office,
    cookies: String,
}

impl Browser<'_> {
    async fn page(&self, address: &str) -> String {
        self.office.get(address, &self.cookies).await.text
    }

    async fn send(&self, address: &str, form: &[(&str, &str)]) -> Answer {
        self.office.post(address, &self.cookies, form).await
    }

    /// Sends the step `what` for the version that stands on the page of an audit.
    async fn step(&self, address: &str, what: &str, more: &[(&str, &str)]) -> Answer {
        let page = self.page(address).await;
        let version = version_on(&page);
        let form: Vec<_> = [("version", version.as_str()), ("do", what)]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        self.send(address, &form).await
    }
}

async fn browser<'a>(office: &'a Office, roles: &[Role]) -> Browser<'a> {
    Browser {
        office,
        cookies: office.cookies(roles).await,
    }
}

async fn worker<'a>(office: &'a Office, roles: &[Role]) -> Worker<'a> {
    Worker {
        office,
        cookies: office.cookies(roles).await,
    }
}

fn version_on(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn page_of(api: &str) -> String {
    api.replace(AUDITS, DESK)
}

both_stores! {
    async fn an_audit_is_planned_at_the_desk_and_taken_to_the_public_step_by_step(kept: &Kept) {
        let office = Office::open(kept).await;
        let (planner, auditor) = (browser(&office, &[Role::Planner]).await, browser(&office, &[Role::Auditor]).await);
        let place = place_id(1).to_string();
        let id = uuid::Uuid::from_u128(77).to_string();
        let plan = |day| [("id", id.as_str()), ("place", &place), ("depth", "quick"), ("planned_on", day), ("auditors", "city")];
        let entered = planner.send(DESK, &plan("2026-03-10")).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        // Sent twice it is one; and another under the same identity is none.
        assert_eq!(planner.send(DESK, &plan("2026-03-10")).await.status, StatusCode::SEE_OTHER);
        let other = planner.send(DESK, &plan("2026-03-11")).await;
        assert_eq!(other.status, StatusCode::CONFLICT);
        assert!(other.text.contains("Dieses Formular wurde schon abgeschickt"));
        assert_eq!(office.city.store().audits(None).await.unwrap().len(), 1);
        let location = entered.header(axum::http::header::LOCATION);
        let own = location.split('?').next().unwrap().to_owned();
        assert!(planner.page(&own).await.contains("Terminiert"));
        assert!(planner.page(DESK).await.contains("geplant für 10.3.2026"));
        // On the spot.
        let api = own.replace(DESK, AUDITS);
        let hand = worker(&office, &[Role::Auditor]).await;
        hand.put(&api, Some("\"1\""), &audit(1, &all_met())).await;
        let refused = planner.step(&own, "complete", &[]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.text.contains("passt nicht zum Stand der Begehung oder zu Ihrer Rolle"));
        for what in ["complete", "reopen", "complete", "publish", "correct"] {
            let done = auditor.step(&own, what, &[]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{what}: {}", done.text);
        }
        let page = auditor.page(&own).await;
        assert!(page.contains("Fassung 1: begangen am 4.3.2026"));
        assert!(page.contains("Veröffentlicht, Fassung 1") && page.contains("In Arbeit, Fassung 2"));
        assert_eq!(planner.step(&own, "correct", &[]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn whoever_was_slower_sees_the_audit_as_it_is_and_nothing_is_written(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = browser(&office, &[Role::Auditor]).await;
        let hand = worker(&office, &[Role::Auditor]).await;
        hand.put(&address(1), None, &audit(1, &all_met())).await;
        let own = page_of(&address(1));
        let late = auditor.send(&own, &[("version", "7"), ("do", "complete")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("Inzwischen hat jemand anders diese Begehung geändert."));
        assert_eq!(hand.get(&address(1)).await.json["state"], "in_progress");
    }

    async fn two_audits_of_a_place_tell_of_each_other_and_where_they_differ(kept: &Kept) {
        let office = Office::open(kept).await;
        let hand = worker(&office, &[Role::Auditor]).await;
        let sheet = |width: u32| json!({ "readings": { "C18": { "width_cm": width } } });
        hand.put(&address(1), None, &audit(1, &sheet(84))).await;
        assert!(!hand_page(&office, 1).await.contains("noch eine Begehung dieses Ortes"));
        hand.put(&address(2), None, &audit(1, &sheet(95))).await;
        hand.put(&address(3), None, &audit(2, &sheet(95))).await;
        for number in [1, 2] {
            assert!(hand_page(&office, number).await.contains("noch eine Begehung dieses Ortes"), "{number}");
        }
        let auditor = browser(&office, &[Role::Planner]).await;
        let with = |number: u128| format!("{}/unterschiede?mit={}", page_of(&address(1)), uuid::Uuid::from_u128(number));
        let told = auditor.page(&with(2)).await;
        assert!(told.contains("C18 Eingangstür: lichte Breite") && told.contains("84\u{a0}cm") && told.contains("95\u{a0}cm"));
        let elsewhere = office.get(&with(3), &auditor.cookies).await;
        assert_eq!(elsewhere.status, StatusCode::BAD_REQUEST);
        let nobody = office.get(&with(9), &auditor.cookies).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    }

    async fn auditors_propose_measures_and_planners_decide_them(kept: &Kept) {
        let office = Office::open(kept).await;
        let (planner, auditor) = (browser(&office, &[Role::Planner]).await, browser(&office, &[Role::Auditor]).await);
        let hand = worker(&office, &[Role::Auditor]).await;
        let mut sheet = all_met();
        sheet["readings"]["C18"]["width_cm"] = json!(78);
        hand.put(&address(1), None, &audit(1, &sheet)).await;
        let own = page_of(&address(1));
        let measures = format!("{own}/massnahmen");
        let new = uuid::Uuid::from_u128(78).to_string();
        let none = auditor.send(&measures, &[("id", &new), ("description", "Tür verbreitern")]).await;
        assert_eq!(none.status, StatusCode::BAD_REQUEST);
        assert!(none.text.contains("mindestens ein Kriterium") && none.text.contains("Tür verbreitern"));
        assert!(none.text.contains(&format!("name=\"id\" value=\"{new}\"")));
        let form = [("id", new.as_str()), ("criteria", "C18"), ("description", "Tür verbreitern"), ("cost_class", "B"), ("target_year", "2028"), ("owner", "Hochbauamt")];
        for _ in 0..2 {
            assert_eq!(auditor.send(&measures, &form).await.status, StatusCode::SEE_OTHER);
        }
        let audit = address(1).rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(office.city.store().measures(audit).await.unwrap().len(), 1, "sent twice it is one");
        let page = auditor.page(&own).await;
        assert!(page.contains("vorgeschlagen") && page.contains("Hochbauamt") && page.contains("bis 2028"));
        assert!(page.contains("Damit besser:") && page.contains("nicht nutzbar → gut nutzbar"));
        let (_, id) = page.split_once("/massnahmen/").unwrap();
        let id: String = id.chars().take(36).collect();
        let one = format!("{measures}/{id}");
        let decided = |status: &'static str| {
            let mut form: Vec<_> = form.to_vec();
            form.extend([("version", "1"), ("status", status)]);
            form
        };
        let refused = auditor.send(&one, &decided("decided")).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert_eq!(planner.send(&one, &decided("decided")).await.status, StatusCode::SEE_OTHER);
        assert!(planner.page(&own).await.contains("beschlossen"));
        let late = planner.send(&one, &decided("funded")).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        // What somebody else decided stands beside what was typed.
        assert!(late.text.contains("diese Maßnahme anders da") && late.text.contains("Jetzt gespeichert: beschlossen"), "{}", late.text);
        assert_eq!(late.text.matches("data-kept").count(), 1, "{}", late.text);
    }

    async fn what_is_withdrawn_says_why_and_takes_no_further_step(kept: &Kept) {
        let office = Office::open(kept).await;
        let auditor = browser(&office, &[Role::Auditor]).await;
        let hand = worker(&office, &[Role::Auditor]).await;
        hand.put(&address(1), None, &audit(1, &all_met())).await;
        let own = page_of(&address(1));
        let named = auditor.step(&own, "withdraw", &[("reason", "Herr Müller wollte es")]).await;
        assert_eq!(named.status, StatusCode::BAD_REQUEST);
        assert!(named.text.contains("Herr Müller wollte es"));
        assert_eq!(auditor.step(&own, "withdraw", &[("reason", "Doppelt angelegt")]).await.status, StatusCode::SEE_OTHER);
        let page = auditor.page(&own).await;
        assert!(page.contains("Zurückgezogen") && page.contains("Doppelt angelegt"));
        assert!(!page.contains("name=\"do\""));
    }
}

async fn hand_page(office: &Office, number: u128) -> String {
    let auditor = browser(office, &[Role::Auditor]).await;
    auditor.page(&page_of(&address(number))).await
}

/// The data that a page carries for its script.
pub(super) fn data_of(page: &str) -> Value {
    let (_, rest) = page
        .split_once("<script id=\"onsite-data\" type=\"application/json\">")
        .unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(json).unwrap()
}

#[tokio::test]
async fn the_sheet_tells_every_criterion_and_place_and_nothing_of_who_asks() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let anybody = office.get("/vor-ort", "").await;
    assert_eq!(anybody.status, StatusCode::OK);
    let cookies = office.cookies(&[Role::Auditor]).await;
    assert_eq!(office.get("/vor-ort", &cookies).await.text, anybody.text);
    let data = data_of(&anybody.text);
    let catalogue = &data["catalogues"][0];
    let criteria = catalogue["criteria"].as_array().unwrap();
    let core = criteria.iter().filter(|own| own["core"] == true);
    assert_eq!((criteria.len(), core.count()), (57, 30));
    assert_eq!(data["places"].as_array().unwrap().len(), 3);
    assert_eq!(data["current"], catalogue["version"]);
    let c14 = criteria.iter().find(|own| own["id"] == "C14").unwrap();
    let steps = json!([[{ "reading": "max_step_cm", "low": 0, "high": 2000 }, { "reading": "steps", "low": 0, "high": 0 }]]);
    assert_eq!(c14["standard"], steps);
    assert!(
        c14["hint"]
            .as_str()
            .unwrap()
            .contains("höchste Stufe oder Schwelle messen")
    );
    let plain = office.get("/vor-ort?lang=de-simple", "").await.text;
    let plain = data_of(&plain);
    assert_eq!(
        plain["catalogues"][0]["criteria"][0]["name"],
        "Ist der Weg breit genug?"
    );
    assert_eq!(
        office.get("/vor-ort?ort=1", "").await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn who_has_to_log_in_first_is_led_on_to_the_sheet() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let path = "/verwaltung/begehungen/vor-ort";
    let door = office.get(path, "").await;
    let door = door.header(axum::http::header::LOCATION);
    assert!(door.contains("/anmelden?weiter="), "{door}");
    let cookies = office.cookies(&[Role::Auditor]).await;
    let led = office.get(path, &cookies).await;
    assert_eq!(led.header(axum::http::header::LOCATION), "/vor-ort");
    let account = office.get("/api/staff/account", &cookies).await;
    let account: Value = serde_json::from_str(&account.text).unwrap();
    assert_eq!(account["roles"], json!(["auditor"]));
}
