//! What was published in former years makes curve and pace; and where somebody has to look again.

use axum::http::{Method, StatusCode};
use miteinander::city::{City, Clock};
use miteinander::domain::staff::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    LIST, PROGRESS, all_met, auditor, city_places, door, numbers, peopled_office, planner,
};
use crate::audits::{Worker, address, audit, public, report};
use crate::fixture::{Kept, both_stores, place_id};
use crate::staff::Office;

fn noon(day: &str) -> chrono::DateTime<chrono::Utc> {
    format!("{day}T12:00:00Z").parse().unwrap()
}

/// The same city, reopened on another day.
async fn on(kept: &Kept, day: &str) -> Office {
    let city = City::open(kept.open().await, Clock::Stopped(noon(day))).await;
    Office::around(city.unwrap())
}

async fn publish(kept: &Kept, day: &str, (id, place): (u128, u128), sheet: &Value) {
    let office = on(kept, day).await;
    let mut own = audit(place, sheet);
    own["audited_on"] = json!(day);
    auditor(&office).await.publish(id, &own).await;
}

async fn again(worker: &Worker<'_>, id: u128, sheet: &Value, day: &str, place: u128) {
    let own = address(id);
    let begun = worker.post(&own, "correct", &json!({})).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.json);
    let mut body = audit(place, sheet);
    body["audited_on"] = json!(day);
    let sent = worker.put(&own, Some(&begun.version), &body).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.json);
    for what in ["complete", "publish"] {
        let done = worker.step(&own, what).await;
        assert_eq!(done.status, StatusCode::OK, "{what}: {}", done.json);
    }
}

/// What was told on a day of that day.
async fn told_on(kept: &Kept, day: &str) -> [i64; 4] {
    let office = on(kept, day).await;
    let progress = public(&office, PROGRESS).await;
    *history(&progress).last().unwrap()
}

/// Year, audited, minimum, standard.
fn history(progress: &Value) -> Vec<[i64; 4]> {
    let rows = progress["history"].as_array().unwrap().iter();
    rows.map(|own| numbers(own, ["year", "audited", "minimum", "standard"]))
        .collect()
}

both_stores! {
    async fn each_year_tells_what_was_published_by_its_end_whatever_came_after(kept: &Kept) {
        peopled_office(kept, city_places(), noon("2022-01-01")).await;
        publish(kept, "2022-05-01", (1, 1), &all_met()).await;
        let mut told = vec![told_on(kept, "2022-12-31").await];
        publish(kept, "2023-06-01", (2, 2), &door(78)).await;
        told.push(told_on(kept, "2023-12-31").await);
        publish(kept, "2024-03-01", (3, 3), &all_met()).await;
        told.push(told_on(kept, "2024-12-31").await);
        // The second place is better after another audit; the first is taken back, the third corrected.
        publish(kept, "2025-06-01", (4, 2), &all_met()).await;
        let office = on(kept, "2025-07-01").await;
        let auditor_of = auditor(&office).await;
        auditor_of.post(&address(1), "withdraw", &json!({ "reason": "falscher Eingang gemessen" })).await;
        let office = on(kept, "2025-08-01").await;
        again(&auditor(&office).await, 3, &door(84), "2024-03-01", 3).await;
        told.push(told_on(kept, "2025-12-31").await);
        told.push(told_on(kept, "2026-11-28").await);
        let office = on(kept, "2026-11-28").await;
        let progress = public(&office, PROGRESS).await;
        // Nothing that is told of the past was told otherwise then.
        assert_eq!(history(&progress), told);
        assert_eq!(history(&progress), [
            [2022, 1, 1, 1],
            [2023, 2, 1, 1],
            [2024, 3, 2, 2],
            [2025, 2, 2, 1],
            [2026, 2, 2, 1],
        ]);
        assert_eq!(progress["recorded_since"], "2022-05-01");
        let outlook = &progress["outlook"];
        // Only the second place newly reached it in 2023 to 2025 and meets it still.
        assert_eq!((&outlook["pace_years"], &outlook["newly_reached"]), (&json!([2023, 2025]), &json!(1)));
        assert_eq!(outlook["rate_per_year"]["value"], 0.333);
        let warnings = outlook["warnings"].as_array().unwrap();
        assert!(!warnings.contains(&json!("short_record")), "{warnings:?}");
        assert_eq!(progress["ahead"][0]["year"], 2026);
    }

    async fn what_the_first_audit_finds_is_told_apart_from_what_became_better(kept: &Kept) {
        peopled_office(kept, city_places(), noon("2022-01-01")).await;
        // On no list, so it begins no record of the list.
        publish(kept, "2022-02-01", (5, 5), &all_met()).await;
        publish(kept, "2023-05-01", (1, 1), &all_met()).await;
        publish(kept, "2023-06-01", (2, 2), &door(78)).await;
        publish(kept, "2024-06-01", (3, 2), &all_met()).await;
        let office = on(kept, "2026-11-28").await;
        let outlook = public(&office, PROGRESS).await["outlook"].clone();
        assert_eq!(numbers(&outlook, ["newly_reached", "first_found"]), [2, 1]);
        let warnings = outlook["warnings"].as_array().unwrap();
        for own in ["first_found", "short_record"] {
            assert!(warnings.contains(&json!(own)), "{own}: {warnings:?}");
        }
        let page = office.get("/planung/barrierefrei", "").await;
        assert!(page.text.contains("Davon schon bei der ersten Prüfung: 1."), "{}", page.text);
    }

    async fn a_place_is_looked_at_again_after_three_years_or_a_measure_and_nothing_of_it_is_stored(kept: &Kept) {
        peopled_office(kept, city_places(), noon("2022-01-01")).await;
        publish(kept, "2022-05-01", (1, 1), &all_met()).await;
        publish(kept, "2025-02-01", (2, 2), &door(78)).await;
        publish(kept, "2025-02-01", (3, 3), &door(78)).await;
        let office = on(kept, "2025-04-01").await;
        let own = planner(&office).await;
        for (audit, measure, status) in [(2, 21, "implemented"), (3, 31, "decided")] {
            let measure = format!("{}/measures/{}", address(audit), Uuid::from_u128(measure));
            let body = json!({ "criteria": ["C18"], "description": "Tür verbreitern", "cost_class": "B" });
            let sent = own.put(&measure, None, &body).await;
            assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.json);
            let mut next = body.clone();
            next["status"] = json!(status);
            let sent = own.put(&measure, Some(&sent.version), &next).await;
            assert_eq!(sent.status, StatusCode::OK, "{}", sent.json);
        }
        // Since when somebody has to look again stays: what is carried out is not written over.
        let done = format!("{}/measures/{}", address(2), Uuid::from_u128(21));
        let rewritten = json!({ "criteria": ["C18"], "description": "Tür verbreitert", "cost_class": "B", "status": "implemented" });
        let refused = own.put(&done, Some("\"2\""), &rewritten).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.json);
        let list = own.get("/api/staff/re-audits").await.json;
        let rows = |list: &Value| {
            let rows = list["due"].as_array().unwrap().iter();
            rows.map(|own| (own["place"].clone(), own["reasons"].clone())).collect::<Vec<_>>()
        };
        let place = |number: u128| json!(place_id(number).to_string());
        assert_eq!(rows(&list), [(place(2), json!(["measure_implemented"]))]);
        assert_eq!(list["open"][0]["place"], place(3));
        let office = on(kept, "2025-05-02").await;
        let own = auditor(&office).await;
        let list = own.get("/api/staff/re-audits").await.json;
        assert_eq!(rows(&list), [(place(1), json!(["expired"])), (place(2), json!(["measure_implemented"]))]);
        let page = office.get("/verwaltung/nachpruefung", &own.cookies).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("36 Monate sind vorbei.") && page.text.contains("Ort 2"), "{}", page.text);
        assert!(page.text.contains("/verwaltung/begehungen?q=Ort"), "{}", page.text);
        // Looked at again, nothing is due.
        publish(kept, "2025-06-01", (5, 2), &all_met()).await;
        let office = on(kept, "2025-06-02").await;
        let list = auditor(&office).await.get("/api/staff/re-audits").await.json;
        assert_eq!(rows(&list), [(place(1), json!(["expired"]))]);
        let table = office.send_as(&planner(&office).await.cookies, "/api/staff/re-audits.csv").await;
        assert!(table.contains(";expired;"), "{table}");
    }

    async fn one_report_makes_an_audit_doubtful_and_only_two_make_another_one_due(kept: &Kept) {
        peopled_office(kept, city_places(), noon("2022-01-01")).await;
        publish(kept, "2024-05-01", (1, 1), &all_met()).await;
        let office = on(kept, "2024-07-01").await;
        let editor = office.cookies(&[Role::Editor]).await;
        let counted = async |office: &Office| {
            let progress = public(office, PROGRESS).await;
            let list = public(office, LIST).await;
            let rows = list["listed"].as_array().unwrap().iter();
            let due = rows.filter(|own| own["audit"]["re_audit_due"] == true).count();
            (numbers(&progress["city"], ["re_audit_due", "expired", "reported"]), due)
        };
        let told = ["Meldungen über Änderungen angenommen", "älter als 36 Monate"];
        for (number, expected) in [(1, ([0, 0, 0], 0)), (2, ([1, 0, 1], 1))] {
            let own = report(&office, number, "2024-06-01").await;
            let done = office.ask(Method::POST, &format!("{own}/accept"), &editor, "application/json", "").await;
            assert_eq!(done.status, StatusCode::OK);
            assert_eq!(counted(&office).await, expected, "{number}");
            let page = office.get("/planung/barrierefrei", "").await.text;
            assert_eq!(told.map(|own| page.contains(own)), [number == 2, false], "{page}");
        }
        // Both reasons hold at once, and it is still one place.
        let later = on(kept, "2027-05-02").await;
        assert_eq!(counted(&later).await, ([1, 1, 1], 1));
    }
}

impl Office {
    async fn send_as(&self, cookies: &str, address: &str) -> String {
        let answer = self
            .ask(
                Method::GET,
                address,
                cookies,
                "text/plain",
                axum::body::Body::empty(),
            )
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        answer.text
    }
}
