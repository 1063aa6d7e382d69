//! Reports that somebody of the city enters for those who told them.

use std::sync::Arc;

use axum::http::StatusCode;
use miteinander::domain::report::{IsoWeek, ReportSource};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::TrailFilter;

use crate::fixture::{Database, Kept, both_stores};
use crate::safety::{HERE, Slot};
use crate::staff::Office;

const PATH: &str = "/verwaltung/meldungen/erfassen";

const SHEET: [(&str, &str); 5] = [
    ("source", "paper"),
    ("cell_500", HERE),
    ("category", "neglected"),
    ("band", "evening"),
    ("daytype", "mo_th"),
];

fn office(slot: &Slot) -> Office {
    Office::around(Arc::clone(&slot.city)).with(Arc::clone(&slot.door))
}

both_stores! {
    async fn a_stack_of_sheets_is_entered_without_a_word_in_the_trail(kept: &Kept) {
        let slot = Slot::open(kept).await;
        let office = office(&slot);
        let cookies = office.cookies(&[Role::Patrol]).await;
        let before = slot.city.store().trail(&TrailFilter::newest(100)).await.unwrap().len();
        for source in ["paper", "kiosk", "event"] {
            let sheet = SHEET.map(|(name, value)| (name, if name == "source" { source } else { value }));
            let told = office.post(PATH, &cookies, &sheet).await;
            assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
            // The next one of the same stack, and nothing of this one in any address.
            let next = told.headers["location"].to_str().unwrap();
            assert_eq!(next, format!("{PATH}?source={source}&done=staff-done-entered"));
            let page = office.get(next, &cookies).await;
            assert!(page.text.contains(&format!("value=\"{source}\" checked")));
            assert!(!page.text.contains("value=\"neglected\" checked"));
        }
        let all = slot.kept().await;
        let sources: std::collections::HashSet<_> = all.iter().map(|own| own.source).collect();
        assert_eq!(sources, [ReportSource::Paper, ReportSource::Kiosk, ReportSource::Event].into());
        let week = IsoWeek::of(slot.city.snapshot().date_at(slot.city.now()));
        assert!(all.iter().all(|own| own.week == week));
        let after = slot.city.store().trail(&TrailFilter::newest(100)).await.unwrap().len();
        assert_eq!(after, before);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_that_is_not_whole_comes_back_with_what_was_entered() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let office = office(&slot);
    let cookies = office.cookies(&[Role::Prevention]).await;
    for (missing, field) in [(0, "source"), (1, "cell_500"), (3, "band")] {
        let mut sheet = SHEET.to_vec();
        sheet.remove(missing);
        let told = office.post(PATH, &cookies, &sheet).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST);
        assert!(told.text.contains(&format!("href=\"#{field}\"")), "{field}");
        assert!(told.text.contains("value=\"neglected\" checked"), "{field}");
    }
    let mut more = SHEET.to_vec();
    more.push(("name", "Erika"));
    assert_eq!(
        office.post(PATH, &cookies, &more).await.status,
        StatusCode::BAD_REQUEST
    );
    let web = SHEET.map(|(name, value)| (name, if name == "source" { "web" } else { value }));
    assert_eq!(
        office.post(PATH, &cookies, &web).await.status,
        StatusCode::BAD_REQUEST
    );
    assert!(slot.kept().await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_enters_two_hundred_a_day_and_another_one_still_may() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let slot = Slot::open(&kept).await;
    let office = office(&slot);
    let cookies = office.cookies(&[Role::Patrol]).await;
    for _ in 0..200 {
        assert_eq!(
            office.post(PATH, &cookies, &SHEET).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let told = office.post(PATH, &cookies, &SHEET).await;
    assert_eq!(told.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(told.text.contains("value=\"neglected\" checked"));
    let other = office.cookies(&[Role::Patrol]).await;
    assert_eq!(
        office.post(PATH, &other, &SHEET).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(slot.kept().await.len(), 201);
}
