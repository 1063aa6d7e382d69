//! The page of everything that is on, and the part of a place's page, without script.

use super::*;

/// On a Sunday at three in the afternoon.
async fn agenda(site: &Site, query: &str) -> String {
    let page = site.get(&format!("/termine{query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{query}");
    page.text
}

/// The titles of the page in order.
fn titles(text: &str) -> Vec<&str> {
    let parts = text.split("<h5>").skip(1);
    parts.filter_map(|rest| rest.split('<').next()).collect()
}

/// The part of the page under a heading of the third level.
fn part<'a>(text: &'a str, title: &str) -> &'a str {
    let begin = text
        .find(&format!(">{title}</h3>"))
        .unwrap_or_else(|| panic!("no {title}"));
    let rest = &text[begin + 1..];
    &rest[..rest.find("<section").unwrap_or(rest.len())]
}

#[tokio::test]
async fn what_goes_on_now_stands_first_and_the_weeks_after_follow() {
    let site = Site::open().await;
    let page = agenda(&site, "").await;
    let today = part(&page, "Heute");
    assert!(
        today.contains("Sonntagscafé (Beispiel)") && today.contains("14:00–17:00"),
        "{today}"
    );
    assert!(today.contains("datetime=\"2026-11-22T14:00:00+01:00\""));
    assert!(
        !page.contains(">Diese Woche</h3>"),
        "on a Sunday nothing is left of the week"
    );
    let next = part(&page, "Nächste Woche");
    assert!(next.contains("<h4>morgen, Montag, 23.11.</h4>"), "{next}");
    assert!(next.contains("Dienstag, 24.11."));
    assert!(part(&page, "Danach").contains("Repair-Café (Beispiel)"));
    let later = part(&page, "Später");
    assert_eq!(titles(later).len(), 3, "{:?}", titles(later));
    assert!(later.contains("Ufer aufräumen (Beispiel)") && later.contains("Samstag, 20.3."));
}

#[tokio::test]
async fn a_moved_date_stands_where_it_is_now_and_a_cancelled_one_says_so() {
    let site = Site::open().await;
    let page = agenda(&site, "").await;
    let friday = page
        .split("<h4>Freitag, 27.11.</h4>")
        .nth(1)
        .unwrap()
        .split("<h4>")
        .next()
        .unwrap();
    assert!(
        friday.contains("Spieletreff (Beispiel)")
            && friday.contains("Verschoben, geplant war: 26.11.2026, 14:30"),
        "{friday}"
    );
    let wednesday = page
        .split("<h4>Mittwoch, 25.11.</h4>")
        .nth(1)
        .unwrap()
        .split("<h4>")
        .next()
        .unwrap();
    let lunch = wednesday
        .split("<li")
        .find(|own| own.contains("Mittagstisch (Beispiel)"))
        .unwrap();
    assert!(
        lunch.starts_with(" class=\"cancelled\"") && lunch.contains("Fällt aus"),
        "{lunch}"
    );
    let fair = page.split("<h4>Samstag, 28.11.</h4>").nth(1).unwrap();
    assert!(fair.contains("bis 29.11."));
}

#[tokio::test]
async fn every_filter_narrows_and_stays_chosen() {
    let site = Site::open().await;
    let all = titles(&agenda(&site, "").await).len();
    for (query, only) in [
        ("?topics=repair_make", "Repair-Café"),
        ("?engagement=true&effort=permanent", "Begleitung im Alltag"),
        (
            "?engagement=true&demand=moderate",
            "Repair-Café: Menschen mit Werkzeug gesucht",
        ),
        ("?language=uk", "Sprachcafé"),
        ("?district=hoheneck&free=true", "Singen für alle"),
    ] {
        let page = agenda(&site, query).await;
        let found = titles(&page);
        assert!(!found.is_empty() && found.len() < all, "{query}: {found:?}");
        assert!(
            found.iter().any(|title| title.starts_with(only)),
            "{query}: {found:?}"
        );
        let (name, value) = query
            .rsplit(['?', '&'])
            .next()
            .unwrap()
            .split_once('=')
            .unwrap();
        let is_kept = page.contains(&format!("value=\"{value}\" selected"))
            || page.contains(&format!("name=\"{name}\" value=\"true\" checked"));
        assert!(is_kept, "{query}");
        assert!(
            page.contains(&format!(
                "href=\"/api/events.ics{}\"",
                query.replace('&', "&amp;")
            )),
            "{query}: the calendar is of the same selection"
        );
    }
    let page = agenda(&site, "?topics=self_help").await;
    assert!(page.contains("Das heißt nicht, dass nichts stattfindet."));
    // A form sends what nobody chose as well.
    assert_eq!(
        titles(
            &agenda(
                &site,
                "?topics=&district=&place=&language=&effort=&demand=&lang="
            )
            .await
        )
        .len(),
        all
    );
    assert_eq!(
        titles(&agenda(&site, "?topics=cook_eat&topics=repair_make").await).len(),
        titles(&agenda(&site, "?topics=cook_eat,repair_make").await).len()
    );
}

#[tokio::test]
async fn a_wrong_filter_is_one_sentence() {
    let site = Site::open().await;
    for (query, said) in [
        ("?topics=coffee", "Es müssen Themen aus der Auswahl sein"),
        (
            "?district=nirgends",
            "Es muss ein Stadtteil dieser Stadt sein.",
        ),
        (
            "?place=7",
            "Es muss die Nummer eines Ortes dieser Stadt sein.",
        ),
        (
            "?place=7e57ab1e-0000-4000-8000-000000000001",
            "Es muss die Nummer eines Ortes dieser Stadt sein.",
        ),
        ("?effort=viel", "Es muss einmalig (one_off)"),
        ("?demand=hoch", "Es muss leicht (easy)"),
        (
            "?language=Deutsch",
            "Es muss die Abkürzung einer Sprache sein",
        ),
        ("?kind=park", "Diesen Filter gibt es nicht."),
        (
            "?free=true&free=true",
            "Dieser Filter darf nur einmal vorkommen.",
        ),
        (
            "?effort=viel&lang=en",
            "It must be one_off, occasional, regular or permanent.",
        ),
    ] {
        let page = site.get(&format!("/termine{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(said), "{query}");
        assert!(
            page.text.contains("action=\"/termine\""),
            "the form is there to ask again"
        );
    }
    let page = site
        .get("/termine?topics=%3Cscript%3Ealert(1)%3C/script%3E")
        .await;
    assert!(!page.text.contains("<script>"));
}

#[tokio::test]
async fn the_page_speaks_three_languages_and_keeps_the_filters_between_them() {
    let site = Site::open().await;
    let page = agenda(&site, "?topics=cook_eat&lang=en").await;
    assert!(page.contains("<html lang=\"en\"") && page.contains(">Next week</h3>"));
    assert!(
        page.contains("href=\"/termine?topics=cook_eat\"")
            && page.contains("href=\"/termine?topics=cook_eat&amp;lang=de-simple\"")
    );
    assert!(
        agenda(&site, "?lang=de-simple")
            .await
            .contains("Was möchten Sie machen?")
    );
    // From every page one comes there, in the same language.
    assert!(
        site.get("/?lang=en")
            .await
            .text
            .contains("href=\"/termine?lang=en\"")
    );
}

#[tokio::test]
async fn a_place_says_what_is_held_there_and_its_hours_stay_as_they_are() {
    let site = Site::open().await;
    let snapshot = site.city.snapshot();
    let place = |name: &str| {
        let own = snapshot
            .places()
            .find(|own| own.place.name.as_str() == name)
            .unwrap();
        (
            miteinander::export::geojson::PlaceUrl(own).to_string(),
            own.place.id,
        )
    };
    let (url, id) = place("Seniorenbüro und Begegnungsstätte");
    let page = site.get(&url).await.text;
    let section = page
        .split("Was hier stattfindet")
        .nth(1)
        .unwrap()
        .split("</section>")
        .next()
        .unwrap();
    assert!(
        section.contains("Freitag, 27.11.")
            && section.contains("14:30–17:00")
            && section.contains("Spieletreff (Beispiel)"),
        "{section}"
    );
    assert!(section.contains(&format!("href=\"/termine?place={id}\"")));
    assert!(section.contains(&format!("href=\"/api/events.ics?place={id}\"")));
    assert!(section.contains("/api/events/") && section.contains(".ics\" download"));
    // The panel beside the list says the same.
    assert!(
        site.get(&format!("{url}?fragment=panel"))
            .await
            .text
            .contains("Was hier stattfindet")
    );
    // A place with offers only in spring says that nothing is entered for now.
    let (url, _) = place("Bärenwiese mit Spielplatz");
    assert!(
        site.get(&url)
            .await
            .text
            .contains("In den nächsten zwei Wochen ist hier nichts eingetragen.")
    );
    // Where nobody has entered anything nothing is said.
    let (url, _) = place("Marktplatz");
    assert!(!site.get(&url).await.text.contains("Was hier stattfindet"));
}

#[tokio::test]
async fn the_page_keeps_to_the_strict_policy() {
    let site = Site::open().await;
    for address in ["/termine", "/termine?engagement=true", "/termine?topics=x"] {
        let answer = site.get(address).await;
        assert!(
            answer.headers[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'")
        );
        for inline in [" style=\"", " onclick=\"", "<style", "src=\"http"] {
            assert!(!answer.text.contains(inline), "{address}: {inline}");
        }
    }
}
