//! What somebody needs: nothing is checked yet, OpenStreetMap's words stand apart, and no place is hidden.

use miteinander::domain::Place;
use miteinander::domain::place::{Origin, OsmAccess, OsmTag, Toilets};

use super::*;
use crate::fixture::{beginning, place};

/// A hall that OpenStreetMap says a lot about, and one of the city that nobody says anything about.
fn two_halls() -> Vec<Place> {
    let mut told = place(1, 9.19, 48.9);
    told.name = "Halle aus der Karte".parse().unwrap();
    told.origin = Origin::Osm;
    told.facts.osm_wheelchair = "limited".parse().ok();
    told.facts.toilets = Some(Toilets::Wheelchair);
    let tags = [
        (OsmTag::ToiletsWheelchair, "yes"),
        (OsmTag::HearingLoop, "no"),
        (OsmTag::TactilePaving, "contrasted"),
    ];
    told.facts.osm_access = OsmAccess::of(tags.map(|(tag, value)| (tag, value.parse().unwrap())));
    let mut untold = place(2, 9.19, 48.9);
    untold.name = "Stille Halle".parse().unwrap();
    vec![told, untold]
}

async fn halls() -> Site {
    Site::begin(beginning(two_halls()), "2026-03-04T15:00:00+01:00").await
}

/// The entry of the list that begins with a name.
fn entry<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("data-name=\"{name}\"")).unwrap();
    rest.split_once("<li data-slug")
        .map_or(rest, |(entry, _)| entry)
}

#[tokio::test]
async fn every_place_says_for_each_need_that_it_is_not_checked_and_none_is_hidden() {
    let site = halls().await;
    let all = site.get("/liste").await.text;
    assert!(!all.contains("noch nicht geprüft"));
    let page = site.get("/liste?need=wheelchair&need=hoh").await.text;
    assert_eq!(values(&page, "data-slug").len(), 2);
    let silent = entry(&page, "Stille Halle");
    assert_eq!(silent.matches("noch nicht geprüft").count(), 2);
    assert!(!silent.contains("OpenStreetMap"));
    let told = entry(&page, "Halle aus der Karte");
    assert_eq!(told.matches("noch nicht geprüft</span>").count(), 2);
    assert!(told.contains(
        "Angabe aus OpenStreetMap, nicht geprüft: Rollstuhl: mit Einschränkungen, WC für Rollstuhl: ja"
    ));
    assert!(told.contains("Angabe aus OpenStreetMap, nicht geprüft: Höranlage: nein"));
    assert!(
        !told.contains("Leitstreifen"),
        "nobody asked about blindness"
    );
}

#[tokio::test]
async fn the_page_of_a_place_tells_all_seven_needs_and_the_chosen_ones_first() {
    let site = halls().await;
    let list = site
        .get("/liste?need=cognitive,blind&lang=de-simple")
        .await
        .text;
    let links = values(entry(&list, "Halle aus der Karte"), "href");
    let address = links.into_iter().find(|href| href.starts_with("/orte/"));
    let address = address.unwrap().replace("&amp;", "&");
    assert!(address.ends_with("?need=blind,cognitive&lang=de-simple"));
    let page = site.get(&address).await.text;
    assert_eq!(page.matches("Noch nicht geprüft</span>").count(), 7);
    let at = |text: &str| page.find(text).unwrap();
    assert!(at("class=\"chosen\">blind</dt>") < at(">Rollstuhl</dt>"));
    // A value without words of its own is said as it stands.
    assert!(page.contains("Streifen am Boden zum Fühlen: contrasted"));
    assert!(values(&page, "href").contains(&"/?need=blind,cognitive&amp;lang=de-simple"));
}

#[tokio::test]
async fn a_toilet_for_wheelchairs_that_only_openstreetmap_knows_says_so() {
    let site = halls().await;
    let page = site.get("/liste").await.text;
    let said = "Barrierefreies WC (Angabe aus OpenStreetMap, nicht geprüft)";
    assert!(entry(&page, "Halle aus der Karte").contains(said));
}

#[tokio::test]
async fn a_need_nobody_knows_is_refused_on_every_page() {
    let site = halls().await;
    let slug = values(&site.get("/liste").await.text, "data-slug")[0].to_owned();
    for address in [
        "/?need=wings".to_owned(),
        format!("/orte/{slug}?need=wings"),
    ] {
        let page = site.get(&address).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        let said = "Es müssen Bedarfe aus der Auswahl sein, mit Komma getrennt.";
        assert!(page.text.contains(said), "{address}");
    }
}
