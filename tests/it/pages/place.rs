//! A place's own page: its hours on odd days, and what it says to programs that read pages.

use axum::http::header::HOST;
use miteinander::api::PublicUrl;
use miteinander::domain::place::Cost;
use serde_json::{Value, json};

use super::*;
use crate::fixture::{adding, place};

/// The built-in city's holidays with places of other hours: an ordinary week, one that knows holidays, and a night.
async fn places_at(moment: &str) -> Site {
    let texts = [
        ("Werktags", "Mo-Fr 10:00-18:00"),
        ("Mit Feiertagen", "Mo-Fr 10:00-18:00; PH off"),
        ("Nachts", "Sa 22:00-04:00"),
        ("Immer", "24/7"),
        ("Unklar", "Mo-Fr 10:00-18:00; Sa \"vielleicht\""),
        ("Irgendwann", "irgendwann"),
    ];
    let places = texts.iter().zip(1..).map(|((name, hours), number)| {
        let mut own = place(number, 9.19, 48.9);
        own.name = name.parse().unwrap();
        own.opening_hours = hours.parse().ok();
        own
    });
    let first = CityChange {
        places: adding(places).places,
        // What is on in the built-in city, and was audited, is so at its own places.
        events: Vec::new(),
        audits: Vec::new(),
        ..CityFolder::BuiltIn.read().unwrap()
    };
    Site::begin(first, moment).await
}

impl Site {
    /// The page of the place with a name, in a language.
    async fn place(&self, name: &str, language: &str) -> String {
        let list = self.get("/liste").await.text;
        let slugs = values(&list, "data-slug").into_iter();
        let named = slugs.zip(values(&list, "data-name"));
        let slug = named
            .filter(|(_, own)| *own == name)
            .map(|(slug, _)| slug)
            .next_back();
        let slug = slug.unwrap();
        let page = self.get(&format!("/orte/{slug}?lang={language}")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.text
    }
}

/// The text of the page without its tags, each element apart from the next.
fn said(page: &str) -> String {
    let texts = page.split('<').filter_map(|part| part.split_once('>'));
    let texts = texts.map(|(_, text)| text.trim());
    let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

fn assert_says(page: &str, expected: &str) {
    let said = said(page);
    assert!(said.contains(expected), "{expected:?} is not in: {said}");
}

#[tokio::test]
async fn on_epiphany_a_week_that_knows_holidays_is_closed_and_another_is_doubted() {
    let site = places_at("2027-01-06T12:00:00+01:00").await;
    let knows = site.place("Mit Feiertagen", "de").await;
    assert_says(&knows, "Geschlossen, öffnet morgen 10:00");
    assert_says(
        &knows,
        "Mittwoch (heute) 6.1. · Heilige Drei Könige geschlossen",
    );
    assert_says(&knows, "Donnerstag 7.1. 10:00–18:00");
    let week = site.place("Werktags", "de").await;
    assert_says(&week, "Offen bis 18:00 Feiertag: Zeiten vielleicht anders");
    let row = "Heilige Drei Könige 10:00–18:00 Feiertag: Zeiten vielleicht anders";
    assert_says(&week, row);
    let always = site.place("Immer", "de").await;
    assert_says(&always, "Heilige Drei Könige ganztägig Donnerstag");
    // The list doubts what the page doubts.
    let list = site.get("/liste").await.text;
    assert_eq!(
        list.matches("Feiertag: Zeiten vielleicht anders").count(),
        2
    );
}

#[tokio::test]
async fn corpus_christi_is_named_the_week_before_and_in_plain_german() {
    let site = places_at("2027-05-24T12:00:00+02:00").await;
    let page = site.place("Mit Feiertagen", "de-simple").await;
    assert_says(&page, "Donnerstag 27.5. · Fronleichnam zu");
    assert_says(&page, "Freitag 28.5. 10:00 bis 18:00 Uhr");
    let site = places_at("2027-05-27T12:00:00+02:00").await;
    let page = site.place("Mit Feiertagen", "de-simple").await;
    assert_says(&page, "Jetzt zu. Offen ab morgen 10:00 Uhr");
    let page = site.place("Werktags", "de-simple").await;
    assert_says(
        &page,
        "Offen bis 18:00 Uhr Feier-Tag: Vielleicht ist es anders.",
    );
}

#[tokio::test]
async fn in_both_nights_of_the_clock_change_the_end_is_what_the_clocks_will_show() {
    for (moment, expected) in [
        // The night to summer time: two o'clock is three.
        ("2026-03-29T01:30:00+01:00", "Offen bis 4:00"),
        ("2026-03-29T03:30:00+02:00", "Offen bis 4:00"),
        ("2026-03-29T04:00:00+02:00", "Geschlossen, öffnet Sa 22:00"),
        // The night to winter time: half past two comes twice.
        ("2026-10-25T02:30:00+02:00", "Offen bis 4:00"),
        ("2026-10-25T02:30:00+01:00", "Offen bis 4:00"),
        ("2026-10-25T04:00:00+01:00", "Geschlossen, öffnet Sa 22:00"),
    ] {
        let site = places_at(moment).await;
        let page = site.place("Nachts", "de").await;
        assert_says(&page, expected);
    }
    let site = places_at("2026-10-24T12:00:00+02:00").await;
    let page = site.place("Nachts", "de").await;
    assert_says(
        &page,
        "Samstag (heute) 24.10. 22:00–4:00 Sonntag 25.10. geschlossen",
    );
}

/// What a page says in the terms of schema.org.
fn schema(page: &str) -> Value {
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[tokio::test]
async fn schema_org_gets_the_hours_of_each_day_that_is_clear_and_no_other() {
    let site = places_at("2027-01-06T12:00:00+01:00").await;
    let hours = |page: String| schema(&page)["openingHoursSpecification"].clone();
    let knows = hours(site.place("Mit Feiertagen", "de").await);
    let day = |number: usize| {
        let day = &knows[number];
        let texts = ["validFrom", "dayOfWeek", "opens", "closes"];
        texts.map(|member| day[member].as_str().unwrap().to_owned())
    };
    let wednesday = [
        "2027-01-06",
        "https://schema.org/Wednesday",
        "00:00",
        "00:00",
    ];
    assert_eq!(day(0), wednesday, "closed on the holiday");
    let thursday = [
        "2027-01-07",
        "https://schema.org/Thursday",
        "10:00",
        "18:00",
    ];
    assert_eq!(day(1), thursday);
    assert_eq!(knows.as_array().unwrap().len(), 7);
    // The holiday is doubtful and left out; so is the Saturday nobody knows.
    let week = hours(site.place("Werktags", "de").await);
    assert_eq!(week[0]["validFrom"], "2027-01-07");
    assert_eq!(week.as_array().unwrap().len(), 6);
    let unclear = hours(site.place("Unklar", "de").await);
    assert_eq!(unclear.as_array().unwrap().len(), 5);
    let night = hours(site.place("Nachts", "de").await);
    let saturday = &night[3];
    assert_eq!(
        (&saturday["opens"], &saturday["closes"]),
        (&json!("22:00"), &json!("04:00"))
    );
    let always = hours(site.place("Immer", "de").await);
    assert_eq!(
        (&always[0]["opens"], &always[0]["closes"]),
        (&json!("00:00"), &json!("23:59"))
    );
    assert_eq!(hours(site.place("Irgendwann", "de").await), Value::Null);
}

#[tokio::test]
async fn schema_org_gets_only_what_is_known() {
    let mut known = place(1, 9.19, 48.9);
    known.kind = "library".parse().unwrap();
    known.facts.cost = Some(Cost::Donation);
    let mut unknown = place(2, 9.19, 48.9);
    unknown.name = "Stille Halle".parse().unwrap();
    let site = Site::begin(
        crate::fixture::beginning([known, unknown]),
        "2026-03-04T15:00:00+01:00",
    )
    .await;
    let said = schema(&site.place("Ort 1", "de").await);
    assert_eq!(said["@type"], "Library");
    assert_eq!(said["isAccessibleForFree"], true);
    let said = schema(&site.place("Stille Halle", "de").await);
    let members: Vec<_> = said
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "@context",
        "@id",
        "@type",
        "containedInPlace",
        "geo",
        "name",
        "url",
    ];
    assert_eq!(members, expected);
}

#[tokio::test]
async fn a_name_cannot_end_the_data_it_stands_in() {
    let mut odd = place(1, 9.19, 48.9);
    odd.name = "</script><script>alert(1)</script>".parse().unwrap();
    let first = crate::fixture::beginning([odd]);
    let site = Site::begin(first, "2026-03-04T15:00:00+01:00").await;
    let slug = values(&site.get("/liste").await.text, "data-slug")[0].to_owned();
    let page = site.get(&format!("/orte/{slug}")).await.text;
    assert_eq!(schema(&page)["name"], "</script><script>alert(1)</script>");
    assert!(!page.contains("<script>alert"));
}

#[tokio::test]
async fn a_page_names_its_address_as_the_public_knows_it_in_every_language() {
    let site = Site::open().await;
    let slug = values(&site.get("/liste?q=Marktplatz").await.text, "data-slug")[0].to_owned();
    let ask = |app: Router| {
        let request = Request::get(format!("/orte/{slug}?need=blind&lang=en"));
        let request = request.header(HOST, "orte.example.org");
        app.oneshot(request.body(Body::empty()).unwrap())
    };
    let text = async |app: Router| {
        let answer = ask(app).await.unwrap();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    };
    let page = text(site.app.clone()).await;
    let own = format!("http://orte.example.org/orte/{slug}");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{own}?lang=en\">")));
    assert!(page.contains(&format!(
        "<meta property=\"og:url\" content=\"{own}?lang=en\">"
    )));
    for (tag, address) in [
        ("de", own.clone()),
        ("de-simple", format!("{own}?lang=de-simple")),
        ("en", format!("{own}?lang=en")),
        ("x-default", own.clone()),
    ] {
        let link = format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">");
        assert!(page.contains(&link), "{link}");
    }
    assert!(
        page.contains(&format!(">{own}?lang=en</a>")),
        "to copy by hand"
    );
    let public: PublicUrl = "https://treff.example.org".parse().unwrap();
    let behind = site.app.clone().layer(axum::Extension(public));
    let page = text(behind).await;
    let own = format!("https://treff.example.org/orte/{slug}?lang=en");
    assert_eq!(schema(&page)["@id"], own);
}
