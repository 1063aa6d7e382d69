//! What is open now, this evening and on Sunday.

use super::*;

/// Names of the list that are not always open.
async fn with_hours(site: &Site, open_at: &str) -> Vec<String> {
    let page = site.get(&format!("/?open_at={open_at}")).await.text;
    let always = site.get("/?open_at=2026-11-24T03:00").await.text;
    let always = values(&always, "data-name");
    let names = values(&page, "data-name").into_iter();
    names
        .filter(|name| !always.contains(name))
        .map(ToOwned::to_owned)
        .collect()
}

const CONNECT: &str = "Café Connect";
const YOUTH: &str = "Jugendtreff LBC im alten Stadtbad";
const LIBRARY: &str = "Stadtteilbibliothek Schlösslesfeld";
const CENTRE: &str = "Stadtteilzentrum Eglosheim (Café KarMa)";

#[tokio::test]
async fn this_evening_is_an_hour_from_six_on_or_what_is_left() {
    let site = Site::open_at("2026-11-24T15:00:00+01:00").await;
    assert_eq!(with_hours(&site, "now").await, [YOUTH, LIBRARY, CENTRE]);
    assert_eq!(with_hours(&site, "evening").await, [CONNECT, YOUTH]);
    assert_eq!(with_hours(&site, "now,evening").await, [YOUTH]);
    // Half an hour before they close it is too late to go there.
    let site = Site::open_at("2026-11-24T19:30:00+01:00").await;
    assert_eq!(with_hours(&site, "now").await, [CONNECT, YOUTH]);
    assert_eq!(with_hours(&site, "evening").await, Vec::<String>::new());
}

#[tokio::test]
async fn the_list_says_the_hours_of_the_day_that_was_asked_for() {
    let site = Site::open_at("2026-11-24T15:00:00+01:00").await;
    let evening = site.get("/?open_at=evening").await.text;
    assert!(evening.contains("<span>Heute: 16:00–20:00</span>"));
    let sunday = site.get("/?open_at=sunday&lang=de-simple").await.text;
    let said = "<span>Sonntag 29. November 2026: den ganzen Tag</span>";
    assert!(sunday.contains(said));
    let now = site.get("/?open_at=now").await.text;
    assert!(!now.contains("<span>Heute: "));
}

#[tokio::test]
async fn each_time_is_taken_away_by_itself() {
    let site = Site::open().await;
    let page = site
        .get("/?open_at=now&open_at=sunday&free=true")
        .await
        .text;
    assert!(page.contains("href=\"/?open_at=now&amp;free=true\""));
    assert!(page.contains("href=\"/?open_at=sunday&amp;free=true\""));
    for pick in ["now", "sunday"] {
        let box_of = format!("name=\"open_at\" value=\"{pick}\" checked");
        assert!(page.contains(&box_of), "{pick}");
    }
    assert!(!page.contains("name=\"open_at\" value=\"evening\" checked"));
}
