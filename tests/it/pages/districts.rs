//! The pages of districts: what is there, what is known, and that what is missing may only be missing here.

use miteinander::domain::place::{Lifecycle, Status};

use super::*;
use crate::fixture::{beginning, place};

#[tokio::test]
async fn a_district_tells_its_places_quarters_population_and_boundary() {
    let site = Site::open().await;
    let page = site.get("/stadtteile/ost").await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text;
    assert!(page.contains("<h1>Stadtteil Ost</h1>"));
    assert!(page.contains("Noch nicht vollständig erfasst."));
    assert!(page.contains("(2022, geschätzt)"));
    assert!(page.contains("Schlösslesfeld"));
    assert!(page.contains("<dd>Demo-Grenze, nicht amtlich</dd>"));
    let list = site.get("/liste?district=ost").await.text;
    let mut listed = values(&list, "data-slug");
    let mut told: Vec<_> = values(&page, "href")
        .into_iter()
        .filter_map(|href| href.strip_prefix("/orte/"))
        .collect();
    listed.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, listed, "the same places as the list");
    let links = values(&page, "href");
    assert!(links.contains(&"/?district=ost") && links.contains(&"/termine?district=ost"));
    let events = site.get("/termine?district=ost").await;
    assert_eq!(events.status, StatusCode::OK);
}

#[tokio::test]
async fn every_district_has_a_page_in_every_language_and_the_overview_leads_there() {
    let site = Site::open().await;
    let snapshot = site.city.snapshot();
    for language in ["de", "de-simple", "en"] {
        let overview = site.get(&format!("/stadtteile?lang={language}")).await;
        assert_eq!(overview.status, StatusCode::OK);
        let links = values(&overview.text, "href");
        assert_eq!(untranslated(&overview.text), Vec::<&str>::new());
        for district in snapshot.districts() {
            let suffix = if language == "de" {
                String::new()
            } else {
                format!("?lang={language}")
            };
            let address = format!("/stadtteile/{}{suffix}", district.id);
            assert!(links.contains(&address.as_str()), "{address}");
            let page = site.get(&address).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(untranslated(&page.text), Vec::<&str>::new(), "{address}");
        }
    }
}

#[tokio::test]
async fn a_district_without_places_is_never_said_to_be_empty() {
    let site = Site::begin(beginning([]), "2026-03-04T15:00:00+01:00").await;
    let id = site.city.snapshot().districts()[0].id.clone();
    let page = site.get(&format!("/stadtteile/{id}")).await.text;
    assert!(page.contains("Noch nicht vollständig erfasst."));
    assert!(page.contains("Was hier fehlt, kann es trotzdem geben."));
    assert_eq!(page.matches("Noch keiner bekannt.").count(), 2);
    let overview = site.get("/stadtteile").await.text;
    assert!(overview.contains("Noch nicht vollständig erfasst."));
    assert_eq!(overview.matches("<dd>Noch keiner bekannt.</dd>").count(), 4);
}

#[tokio::test]
async fn a_district_counts_what_is_known_of_its_places_and_leaves_out_the_closed() {
    let mut told = place(1, 9.19, 48.9);
    told.opening_hours = "24/7".parse().ok();
    let untold = place(2, 9.19, 48.9);
    let mut closed = place(3, 9.19, 48.9);
    closed.lifecycle = Lifecycle::new(Status::Closed, None, None).unwrap();
    let first = beginning([told, untold, closed]);
    let site = Site::begin(first, "2026-03-04T15:00:00+01:00").await;
    let snapshot = site.city.snapshot();
    let district = snapshot
        .district_of(snapshot.places().next().unwrap())
        .unwrap();
    let page = site.get(&format!("/stadtteile/{}", district.id)).await.text;
    assert!(page.contains("<th scope=\"row\">Öffnungszeiten</th><td>1</td><td>1</td>"));
    assert!(page.contains("<th scope=\"row\">Kosten</th><td>0</td><td>2</td>"));
}

#[tokio::test]
async fn a_place_leads_to_its_district_and_every_page_to_all_of_them() {
    let site = Site::open().await;
    let list = site.get("/liste?q=schloesslesfeld").await.text;
    let slug = values(&list, "data-slug")[0];
    let page = site.get(&format!("/orte/{slug}?lang=de-simple")).await.text;
    let links = values(&page, "href");
    assert!(links.contains(&"/stadtteile/ost?lang=de-simple"));
    assert!(links.contains(&"/stadtteile?lang=de-simple"));
}

#[tokio::test]
async fn a_district_nobody_knows_is_a_page_that_says_so() {
    let site = Site::open().await;
    for id in ["nirgendwo", "A B", "%C3%A4", "..%2Fost"] {
        let page = site
            .get(&format!("/stadtteile/{}", id.replace(' ', "%20")))
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
        assert!(page.text.contains("Diesen Stadtteil gibt es nicht"), "{id}");
    }
    let refused = site.get("/stadtteile?farbe=rot").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text.contains("Der Filter „farbe“"));
}
