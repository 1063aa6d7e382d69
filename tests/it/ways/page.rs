//! The page for those who measure, without script.

use axum::http::{StatusCode, header};
use miteinander::domain::staff::Role;
use uuid::Uuid;

use super::paved;
use crate::fixture::both_stores;
use crate::staff::Office;

const PAGE: &str = "/verwaltung/wege";

/// A form as an auditor fills it in.
fn filled<'a>(id: &'a str, kerb_cm: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("id", id),
        ("lat", "48,9"),
        ("lon", "9,18"),
        ("sort", "street"),
        ("measured_on", "2026-03-02"),
        ("kerb_cm", kerb_cm),
        ("width_cm", "180"),
        ("incline_percent", "2"),
        ("surface", "smooth"),
        ("smoothness", "good"),
        ("steps", ""),
        ("handrail", ""),
    ]
}

/// The version that a page says its form was made for.
fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

both_stores! {
    async fn a_way_is_measured_corrected_and_withdrawn_without_script(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let cookies = office.cookies(&[Role::Auditor]).await;
        let empty = office.get(&format!("{PAGE}?lon=9.18&lat=48.9"), &cookies).await;
        assert!(empty.text.contains("value=\"9.18\""), "{}", empty.text);
        assert!(empty.text.contains("Noch hat niemand einen Weg gemessen"));
        let id = Uuid::from_u128(5).to_string();
        let sent = office.post(PAGE, &cookies, &filled(&id, "1,5")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert_eq!(sent.header(header::LOCATION), format!("{PAGE}/{id}?done=staff-done-way"));
        let own = format!("{PAGE}/{id}");
        let page = office.get(&own, &cookies).await;
        assert!(page.text.contains("value=\"1,5\"") && page.text.contains("Rollstuhl: wahrscheinlich → sicher"), "{}", page.text);
        let mut corrected = filled(&id, "12");
        let version = seen(&page.text);
        corrected.extend([("seen", &*version), ("do", "save")]);
        assert_eq!(office.post(&own, &cookies, &corrected).await.status, StatusCode::SEE_OTHER);
        // Whoever saw the old one does not overwrite the new one.
        let late = office.post(&own, &cookies, &corrected[..].iter().map(|(name, value)| {
            (*name, if *name == "kerb_cm" { "3" } else { value })
        }).collect::<Vec<_>>()).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        // What the other one wrote stands beside what was typed, where they differ.
        assert!(late.text.contains("value=\"3\"") && late.text.contains("Jetzt gespeichert: 12"), "{}", late.text);
        assert_eq!(late.text.matches("data-kept").count(), 1, "{}", late.text);
        // Withdrawing sends no fields: the form shows what is kept.
        let late = office.post(&own, &cookies, &[("seen", &version), ("do", "withdraw")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("value=\"12\"") && !late.text.contains("data-kept"), "{}", late.text);
        let page = office.get(&own, &cookies).await;
        assert!(page.text.contains("Rollstuhl: wahrscheinlich → geht nicht"), "{}", page.text);
        let list = office.get(PAGE, &cookies).await;
        assert!(list.text.contains("Weststraße (Straße)"), "{}", list.text);
        let version = seen(&page.text);
        let gone = office.post(&own, &cookies, &[("seen", &version), ("do", "withdraw")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get(&own, &cookies).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_was_typed_comes_back_with_what_is_wrong_with_it(kept: &Kept) {
        let office = Office::around(paved(kept).await);
        let cookies = office.cookies(&[Role::Auditor]).await;
        let id = Uuid::from_u128(6).to_string();
        for (name, value, said) in [
            ("kerb_cm", "hoch", "Der Bordstein muss eine Zahl"),
            ("kerb_cm", "51", "Der Bordstein muss eine Zahl"),
            ("lat", "49", "kein Weg dieser Art"),
            ("lon", "9,17", "mehrere Wege dieser Art"),
            ("lon", "", "Bitte geben Sie eine Stelle an"),
            ("sort", "", "Bitte wählen Sie die Art"),
            ("measured_on", "2026-03-05", "nicht in der Zukunft"),
            ("handrail", "yes", "Ein Handlauf gehört zu Stufen"),
        ] {
            let mut form = filled(&id, "2");
            for own in &mut form {
                if own.0 == name {
                    own.1 = value;
                }
            }
            let told = office.post(PAGE, &cookies, &form).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}={value}");
            assert!(told.text.contains(said) && told.text.contains("value=\"180\""), "{name}={value}: {}", told.text);
        }
        assert_eq!(office.city.snapshot().measured_way_count(), 0);
    }
}
