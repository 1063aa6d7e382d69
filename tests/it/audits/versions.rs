//! Versions of the criteria side by side, for everybody and for the people of the city.

use axum::http::StatusCode;
use miteinander::domain::change::CriteriaText;
use miteinander::domain::staff::Role;
use serde_json::json;

use super::{Worker, all_met, audit};
use crate::fixture::both_stores;
use crate::staff::Office;

const SHIPPED: &str = include_str!("../../../geodata/catalogue/criteria/lb-draft-1.toml");

/// A later version that asks for wider ways.
fn stricter() -> CriteriaText {
    let content = SHIPPED
        .replace("version = \"lb-draft-1\"", "version = \"ort-2\"")
        .replace("since = 2025-01-01", "since = 2027-01-01")
        .replacen("width_cm = \">= 150\"", "width_cm = \">= 180\"", 1);
    CriteriaText {
        version: "ort-2".parse().unwrap(),
        content: content.into(),
    }
}

async fn keep(office: &Office, own: CriteriaText) -> Result<(), String> {
    let kept = office
        .city
        .keep_criteria(vec![("criteria/ort-2.toml".to_owned(), own)])
        .await;
    kept.map(drop).map_err(|error| error.to_string())
}

async fn publish(office: &Office, number: u128, version: &str) {
    let own = Worker {
        office,
        cookies: office.cookies(&[Role::Auditor]).await,
    };
    let mut body = audit(number, &all_met());
    body["criteria"] = json!(version);
    own.publish(number, &body).await;
}

both_stores! {
    async fn the_criteria_are_there_for_everybody_to_read_with_where_they_come_from(kept: &Kept) {
        let office = Office::open(kept).await;
        for path in ["/barrierefreiheit/kriterien", "/barrierefreiheit/kriterien/lb-draft-1"] {
            let page = office.get(path, "").await;
            assert_eq!(page.status, StatusCode::OK);
            for said in [
                "57 Kriterien, davon 30 für die Kurzprüfung", "mindestens 150\u{a0}cm", "höchstens 3\u{a0}%", "sperrt aus",
                "aus dem Gedächtnis", "Die DIN-Normen sind kostenpflichtig und wurden nicht gelesen.", "Alle Fassungen",
            ] {
                assert!(page.text.contains(said), "{path}: {said}");
            }
            assert_eq!(page.text.matches("<tr id=\"C").count(), 57);
        }
        let plain = office.get("/barrierefreiheit/kriterien?lang=de-simple", "").await.text;
        assert!(plain.contains("mindestens 150 Zentimeter"));
        let unknown = office.get("/barrierefreiheit/kriterien/nie", "").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert!(unknown.text.contains("Diese Fassung gibt es nicht"));
    }

    async fn a_new_version_lists_the_audits_it_would_rate_differently(kept: &Kept) {
        let office = Office::open(kept).await;
        publish(&office, 1, "lb-draft-1").await;
        keep(&office, stricter()).await.unwrap();
        let planner = office.cookies(&[Role::Planner]).await;
        let told = office.get("/api/staff/criteria/ort-2/effects", &planner).await;
        let told: serde_json::Value = serde_json::from_str(&told.text).unwrap();
        assert_eq!((&told["compared"], &told["unknown"]), (&json!(1), &json!(0)));
        let rerated = &told["audits"][0]["rerated"];
        assert_eq!(rerated[0], json!({ "need": "wheelchair", "before": "full", "after": "partial" }));
        let own = office.get("/api/staff/criteria/lb-draft-1/effects", &planner).await;
        let own: serde_json::Value = serde_json::from_str(&own.text).unwrap();
        assert_eq!(own["audits"], json!([]), "nothing changes under its own version");
        let versions = office.get("/api/staff/criteria", &planner).await;
        let versions: serde_json::Value = serde_json::from_str(&versions.text).unwrap();
        let counts: Vec<_> = versions["versions"].as_array().unwrap().iter().map(|own| own["audits"].clone()).collect();
        assert_eq!(counts, [json!(1), json!(0)]);
        let page = office.get("/verwaltung/kriterien?fassung=ort-2", &planner).await;
        assert!(page.text.contains("1 veröffentlichte Prüfungen sind mit einer anderen Fassung gemacht. Davon würden 1 anders bewertet."));
        assert_eq!(office.get("/verwaltung/kriterien?fassung=nie", &planner).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(office.get("/api/staff/criteria/nie/effects", &planner).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.get("/api/staff/criteria", "").await.status, StatusCode::UNAUTHORIZED);
    }

    async fn what_audits_were_made_with_is_never_replaced_under_the_same_name(kept: &Kept) {
        let office = Office::open(kept).await;
        keep(&office, stricter()).await.unwrap();
        let other = CriteriaText {
            content: stricter().content.replacen(">= 180", ">= 170", 1).into(),
            ..stricter()
        };
        keep(&office, other.clone()).await.expect("nobody has used it yet");
        publish(&office, 1, "ort-2").await;
        keep(&office, other).await.expect("it says the same");
        let refused = keep(&office, stricter()).await.unwrap_err();
        assert_eq!(
            refused,
            "criteria/ort-2.toml: audits were made with ort-2, which says something else: \
             give what is new another version and a later since"
        );
        let shipped = CriteriaText { version: "lb-draft-1".parse().unwrap(), content: SHIPPED.into() };
        keep(&office, shipped).await.expect("it says what came with the program");
    }
}
