//! The public page and the desk, without script.

use axum::http::{StatusCode, header};
use miteinander::domain::staff::Role;
use uuid::Uuid;

use super::WOMEN;
use crate::fixture::{Database, Kept, both_stores};
use crate::staff::Office;

const DESK: &str = "/verwaltung/beratung";

/// A form as somebody fills it in.
fn filled(id: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("id", id),
        ("name", "Suchtberatung Teststadt"),
        ("needs", "addiction"),
        ("needs", "crisis"),
        ("phone", "07141 910 2345"),
        ("hours", "Mo-Fr 09:00-17:00"),
        ("free", "yes"),
        ("languages", "tr"),
        ("languages", "de"),
        ("source", "von der Stelle selbst"),
    ]
}

fn with<'a>(
    form: &[(&'static str, &'a str)],
    more: &[(&'static str, &'a str)],
) -> Vec<(&'static str, &'a str)> {
    let names: Vec<_> = more.iter().map(|(name, _)| *name).collect();
    let kept = form.iter().filter(|(name, _)| !names.contains(name));
    kept.chain(more).copied().collect()
}

/// The version that a page says its form was made for.
fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

both_stores! {
    async fn a_line_is_entered_changed_and_withdrawn_without_script(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        let home = office.get("/verwaltung", &cookies).await;
        assert!(home.text.contains("bitte prüfen, ob noch alles stimmt"), "{}", home.text);
        let id = Uuid::from_u128(5).to_string();
        let sent = office.post(DESK, &cookies, &filled(&id)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let own = format!("{DESK}/{id}");
        assert_eq!(sent.header(header::LOCATION), format!("{own}?done=staff-done-kept"));
        let page = office.get(&own, &cookies).await;
        let version = seen(&page.text);
        assert!(page.text.contains("eingetragen"), "{}", page.text);
        let list = office.get(DESK, &cookies).await;
        assert!(list.text.contains("Suchtberatung Teststadt") && list.text.contains("mitgeliefert"));
        let public = office.get("/beratung?need=addiction", "").await;
        assert!(public.text.contains("href=\"tel:071419102345\""), "{}", public.text);
        // Wednesday, 15:00.
        assert!(public.text.contains("Jetzt erreichbar bis 17:00"), "{}", public.text);
        assert!(public.text.contains("Angaben nicht geprüft"), "{}", public.text);
        let changed = with(&filled(&id), &[("seen", &version), ("do", "save"), ("phone", "07141 910 0")]);
        assert_eq!(office.post(&own, &cookies, &changed).await.status, StatusCode::SEE_OTHER);
        // Whoever saw the old one sees what is kept beside what was typed.
        let late = with(&changed, &[("phone", "07141 911 1")]);
        let late = office.post(&own, &cookies, &late).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("value=\"07141 911 1\"") && late.text.contains("Jetzt gespeichert: 07141 910 0"), "{}", late.text);
        assert_eq!(late.text.matches("data-kept").count(), 1, "{}", late.text);
        let version = seen(&office.get(&own, &cookies).await.text);
        let gone = office.post(&own, &cookies, &[("seen", &version), ("do", "withdraw")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get(&own, &cookies).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_comes_with_the_program_is_hidden_and_shown_again_at_the_desk(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        let own = format!("{DESK}/{WOMEN}");
        let version = seen(&office.get(&own, &cookies).await.text);
        let gone = office.post(&own, &cookies, &[("seen", &version), ("do", "withdraw")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert!(!office.get("/beratung", "").await.text.contains("„Gewalt gegen Frauen“"));
        let page = office.get(&own, &cookies).await;
        assert!(page.text.contains("Zurzeit steht sie nicht auf der Seite") && page.text.contains("Wieder zeigen"), "{}", page.text);
        let form = with(&filled(WOMEN), &[("seen", ""), ("do", "save"), ("name", "Hilfetelefon „Gewalt gegen Frauen“")]);
        let again = office.post(&own, &cookies, &form).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
        assert!(office.get("/beratung", "").await.text.contains("„Gewalt gegen Frauen“"));
    }

    async fn what_was_typed_comes_back_with_what_is_wrong_with_it(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        let id = Uuid::from_u128(6).to_string();
        for (name, value, said) in [
            ("name", "", "Name der Stelle: Bitte"),
            ("name", "Frauenhaus Nord", "Schutz-Einrichtungen werden hier nie eingetragen"),
            ("phone", "0900 1234", "Telefon: Bitte"),
            ("phone", "", "Ohne Telefon braucht die Stelle"),
            ("hours", "immer mal", "Zeiten: Bitte"),
            ("needs", "shopping", "Wofür ist die Stelle da?"),
            ("web", "example.org", "Eigene Seite: Die Adresse"),
            ("email", "rat", "E-Mail: Bitte"),
            ("postal", "Weg 1", "Adresse: Sie braucht"),
            ("consent_by", "Frau Müller", "Adresse: Sie braucht"),
            ("remark", "Tel. 07141 910123", "Bemerkung: Höchstens"),
            ("checked_by", "Amt", "Zuletzt geprüft: Es braucht"),
            ("foreign_languages", "viele", "Zahl der Fremdsprachen"),
        ] {
            let told = office.post(DESK, &cookies, &with(&filled(&id), &[(name, value)])).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}={value}");
            assert!(told.text.contains(said) && told.text.contains("value=\"von der Stelle selbst\""), "{name}={value}: {}", told.text);
        }
        assert!(office.city.snapshot().help_lines().iter().all(|own| own.is_as_shipped));
    }

    async fn the_gaps_tell_what_is_unclear_from_what_is_missing(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        let id = Uuid::from_u128(5).to_string();
        let form = with(&filled(&id), &[("languages_complete", "yes"), ("needs", "addiction")]);
        assert_eq!(office.post(DESK, &cookies, &form).await.status, StatusCode::SEE_OTHER);
        let page = office.get("/verwaltung/beratung/luecken", &cookies).await;
        assert_eq!(page.status, StatusCode::OK);
        let (_, addiction) = page.text.split_once("<section id=\"addiction\">").unwrap();
        let (addiction, _) = addiction.split_once("</section>").unwrap();
        for said in ["ja", "Suchtberatung Teststadt", "fehlt", "nein"] {
            assert!(addiction.contains(said), "{said}: {addiction}");
        }
        let (_, elders) = page.text.split_once("<section id=\"older_people\">").unwrap();
        assert!(elders.split_once("</section>").unwrap().0.contains("nichts eingetragen"));
        assert!(page.text.contains("vielleicht: "), "{}", page.text);
        for role in [Role::Admin, Role::Editor, Role::Planner, Role::Patrol] {
            let others = office.cookies(&[role]).await;
            assert_eq!(office.get("/verwaltung/beratung/luecken", &others).await.status, StatusCode::FORBIDDEN);
        }
    }
}

#[tokio::test]
async fn the_page_is_quiet_begins_with_danger_and_tells_what_is_unknown() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let page = office.get("/beratung", "").await;
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    assert!(page.header(header::SET_COOKIE).is_empty());
    let order = [
        "tel:110",
        "tel:112",
        "nicht schuld",
        "name=\"need\"",
        "href=\"tel:116016\"",
    ];
    let found: Vec<_> = order
        .iter()
        .map(|own| page.text.find(own).unwrap_or_else(|| panic!("{own}")))
        .collect();
    assert!(found.is_sorted(), "{found:?}");
    let title = page
        .text
        .split("<title>")
        .nth(1)
        .unwrap()
        .split("</title>")
        .next()
        .unwrap();
    assert!(
        !title.contains("Hilfe") && !title.contains("Beratung"),
        "{title}"
    );
    // The hours of the line about sexual abuse are not known, and of no line is it known whether the room has steps.
    let (_, line) = page
        .text
        .split_once("Hilfe-Telefon Sexueller Missbrauch")
        .unwrap();
    assert!(
        line.split_once("</article>")
            .unwrap()
            .0
            .contains("Zeiten unbekannt")
    );
    assert!(!page.text.contains("Beratungsraum ohne Stufen"));
    assert!(page.text.contains("Stand: 20.11.2023") && page.text.contains("länger nicht geprüft"));
    for (language, said) in [
        ("en", "What happened is not your fault"),
        ("de-simple", "Sie haben keine Schuld"),
    ] {
        let page = office
            .get(&format!("/beratung?need=crisis&lang={language}"), "")
            .await;
        assert!(
            page.text.contains(said) && page.text.contains("tel:08001110111"),
            "{language}"
        );
    }
    let turkish = office.get("/beratung?need=crisis&language=tr", "").await;
    assert!(
        turkish
            .text
            .contains("Ob dort jemand Türkisch spricht, wissen wir nicht"),
        "{}",
        turkish.text
    );
    for wrong in ["?need=shopping", "?language=xx", "?near=9.2,48.9"] {
        let page = office.get(&format!("/beratung{wrong}"), "").await;
        assert_eq!(
            (page.status, page.header(header::CACHE_CONTROL)),
            (StatusCode::BAD_REQUEST, "no-store"),
            "{wrong}"
        );
    }
}
