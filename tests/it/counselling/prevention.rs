//! Focus areas of prevention: at the desk and for everybody, and the one figure for the whole city.

use axum::http::{StatusCode, header};
use miteinander::city::{City, Clock};
use miteinander::domain::change::CityChange;
use miteinander::domain::prevention::FOCUS_AREA;
use miteinander::domain::released::ReleaseText;
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Action, Author, Subject, TrailFilter};
use miteinander::import::folder::CityFolder;
use uuid::Uuid;

use crate::fixture::{Database, Kept, both_stores};
use crate::staff::Office;

const DESK: &str = "/verwaltung/praevention";

fn filled(id: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("id", id),
        ("title", "Hell nach Hause"),
        ("about", "Wege sollen abends hell sein."),
        ("district", "ost"),
        ("zone", "am Bahnhof"),
        ("since", "2026-02-01"),
        ("state", "running"),
        ("office", "Kriminalprävention"),
        ("what", "Lampen"),
        ("measure_state", "done"),
        ("measure_on", "2026-02-20"),
        ("result", "heller"),
        ("what", "Rundgang"),
        ("measure_state", "planned"),
        ("measure_on", "2027-03-01"),
        ("result", ""),
        ("what", ""),
        ("measure_state", "planned"),
        ("measure_on", ""),
        ("result", ""),
    ]
}

fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

both_stores! {
    async fn a_focus_area_is_entered_told_changed_and_taken_away(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        assert!(office.get("/praevention", "").await.text.contains("Noch ist kein Thema eingetragen"));
        let id = Uuid::from_u128(5).to_string();
        let sent = office.post(DESK, &cookies, &filled(&id)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let own = format!("{DESK}/{id}");
        assert_eq!(sent.header(header::LOCATION), format!("{own}?done=staff-done-kept"));
        let public = office.get("/praevention", "").await.text;
        for said in ["Hell nach Hause", "OST", "am Bahnhof", "Lampen", "abgeschlossen, 20.2.2026", "Ergebnis:", "geplant, 1.3.2027", "Zuständig: Kriminalprävention"] {
            assert!(public.contains(said), "{said}: {public}");
        }
        assert!(!public.contains("Beispieldaten"), "{public}");
        let snapshot = office.city.snapshot();
        let of = |district: &str| snapshot.focus_areas_of(&district.parse().unwrap()).count();
        assert_eq!((of("ost"), of("west")), (1, 0));
        let version = seen(&office.get(&own, &cookies).await.text);
        let mut changed = filled(&id);
        changed.extend([("seen", &*version), ("do", "save")]);
        changed[1].1 = "Hell heim";
        assert_eq!(office.post(&own, &cookies, &changed).await.status, StatusCode::SEE_OTHER);
        let late = office.post(&own, &cookies, &{
            let mut late = changed.clone();
            late[1].1 = "Heller heim";
            late
        }).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("value=\"Heller heim\"") && late.text.contains("Jetzt gespeichert: Hell heim"), "{}", late.text);
        let late = office.post(&own, &cookies, &[("seen", &version), ("do", "remove")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        let version = seen(&office.get(&own, &cookies).await.text);
        let gone = office.post(&own, &cookies, &[("seen", &version), ("do", "remove")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert!(office.city.snapshot().focus_areas().is_empty());
        let entries = TrailFilter::about(Subject::of(FOCUS_AREA, &id), 9);
        let entries = office.city.store().trail(&entries).await.unwrap();
        let actions: Vec<_> = entries.iter().map(|own| own.action).collect();
        assert_eq!(actions, [Action::Removed, Action::Changed, Action::Added]);
    }

    async fn a_focus_area_names_no_person_no_refuge_and_no_day_to_come(kept: &Kept) {
        let office = Office::open(kept).await;
        let cookies = office.cookies(&[Role::Prevention]).await;
        let id = Uuid::from_u128(6).to_string();
        for (name, value, said) in [
            ("title", "", "Titel: 1 bis 100"),
            ("title", "Rund ums Frauenhaus", "Titel: 1 bis 100"),
            ("zone", "hinter dem Frauenhaus", "Gebiet: Höchstens"),
            ("about", "Frau Müller weiß mehr", "Worum es geht: 1 bis 500"),
            ("office", "Herr Maier", "Zuständig: Bitte nennen Sie ein Amt"),
            ("district", "mars", "Stadtteil: Bitte"),
            ("since", "2026-03-05", "Nur Geplantes darf in der Zukunft liegen"),
            ("state", "", "Stand: Bitte"),
        ] {
            let mut form = filled(&id);
            for own in &mut form {
                if own.0 == name {
                    own.1 = value;
                }
            }
            let told = office.post(DESK, &cookies, &form).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}={value}");
            assert!(told.text.contains(said) && told.text.contains("value=\"Lampen\""), "{name}={value}: {}", told.text);
        }
        let mut form = filled(&id);
        form[8].1 = "Lampen, sagt Frau Müller";
        let told = office.post(DESK, &cookies, &form).await;
        assert!(told.text.contains("Maßnahmen: Jede braucht"), "{}", told.text);
        assert!(office.city.snapshot().focus_areas().is_empty());
    }
}

/// A release about the whole city.
fn release(period: &str, class: &str) -> ReleaseText {
    let content = format!(
        r#"{{"id":"city-{period}","product":"city","period":"{period}","released_on":"2026-02-10","epsilon":0.5,"threshold":10,
            "classes":[{{"from":10,"to":19}},{{"from":20,"to":49}},{{"from":50,"to":null}}],"visible_percent":null,
            "areas":[{{"area":"city","groups":{{"sensitive":{class}}}}}]}}"#
    );
    ReleaseText {
        product: "city".parse().unwrap(),
        period: period.parse().unwrap(),
        content: content.into(),
    }
}

#[tokio::test]
async fn what_people_experienced_is_one_class_of_the_newest_year_or_too_few() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let said = async || office.get("/praevention", "").await.text;
    assert!(
        said()
            .await
            .contains("Danach fragt diese Stadt nicht: Es gibt keine Angaben dazu.")
    );
    for (period, class, told) in [
        ("2023", r#"{"from":20,"to":49}"#, "20 bis 49"),
        ("2024", "null", "keine oder zu wenige Angaben"),
        ("2025", r#"{"from":50,"to":null}"#, "50 und mehr"),
    ] {
        let change = CityChange {
            releases: vec![release(period, class)],
            ..CityChange::by(Author::command_line())
        };
        let now = office.city.snapshot().revision();
        office.city.apply(change, now).await.unwrap();
        let page = said().await;
        assert!(
            page.contains(told) && page.contains(period),
            "{period}: {page}"
        );
        assert!(page.contains("Meldungen zeigen, was Menschen wahrnehmen"));
    }
}

#[tokio::test]
async fn the_topics_of_the_built_in_city_are_labelled_as_made_up() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let change = CityFolder::BuiltIn.read().unwrap();
    // After the days on which the topics are said to run.
    let clock = Clock::Stopped("2026-11-28T12:00:00Z".parse().unwrap());
    let city = City::begin(kept.open().await, change, clock).await.unwrap();
    let office = Office::around(city);
    let snapshot = office.city.snapshot();
    assert!(snapshot.focus_areas().len() >= 3);
    assert!(snapshot.focus_areas().iter().all(|(_, own)| own.is_made_up));
    assert!(snapshot.focus_areas_of(&"mitte".parse().unwrap()).count() >= 2);
    let page = office.get("/praevention", "").await.text;
    assert_eq!(
        page.matches(">Beispieldaten</span>").count(),
        snapshot.focus_areas().len()
    );
    // What is worked on in a district stands on its card beside what people said there.
    let card = office.get("/stadtteile/mitte", "").await.text;
    let mitte = "mitte".parse().unwrap();
    let (id, own) = snapshot.focus_areas_of(&mitte).next().unwrap();
    assert!(
        card.contains(&format!("/praevention#{id}")),
        "{}",
        own.title.as_str()
    );
    // No made-up number stands on the page for people in need.
    assert!(snapshot.help_lines().iter().all(|own| own.is_as_shipped));
}
