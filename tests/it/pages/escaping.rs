//! Whatever is stored or asked is shown as text. A city in which every text is an attack is walked page by page.

use std::collections::{BTreeSet, VecDeque};

use chrono::NaiveDate;
use miteinander::domain::event::{EventFacts, Venue};
use miteinander::domain::place::{Address, Lifecycle, Status};
use miteinander::domain::{CitySettings, District};

use super::*;

/// An element, the end of an attribute of either sort, of a script and of a comment, and a character that is escaped.
const ATTACK: &str =
    r#"<img src=x onerror=alert(1)>"'--></script><script>alert(2)</script>&lt;b&gt;"#;

fn attack<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
    ATTACK.parse().unwrap()
}

/// Settings whose every text is one.
fn settings() -> CitySettings {
    let attack = format!("\"{}\"", ATTACK.replace('"', "\\\""));
    let each = |names: &[&str]| {
        let lines = names.iter().map(|name| format!("{name} = {attack}\n"));
        lines.collect::<String>()
    };
    let text = [
        "id = \"x\"\ntimezone = \"Europe/Berlin\"\nsample = true\n".to_owned(),
        each(&["name"]),
        "[contact]\n".to_owned(),
        each(&[
            "publisher",
            "represented_by",
            "address",
            "data_protection_authority",
        ]),
        "[sources]\n".to_owned(),
        each(&[
            "licence",
            "attribution_de",
            "attribution_en",
            "population_de",
            "population_en",
            "positions_de",
            "positions_en",
        ]),
        "[boundaries]\n".to_owned(),
        each(&["label_de", "label_en"]),
        "[holidays]\npublic = [".to_owned(),
        format!("{{ name = {attack}, on = \"11-23\" }}]\n"),
    ];
    CitySettings::from_toml(&text.concat()).unwrap()
}

/// A few places, districts and events of the built-in city, every text of which is one.
fn city() -> CityChange {
    let mut change = CityFolder::BuiltIn.read().unwrap();
    change.settings = Some(settings());
    change.places.truncate(6);
    change.audits.clear();
    for (number, place) in change
        .places
        .iter_mut()
        .map(|own| &mut own.place)
        .enumerate()
    {
        place.name = attack();
        place.opening_hours = format!("Mo-Fr 10:00-18:00 \"{}\"", ATTACK.replace('"', ""))
            .parse()
            .ok();
        let facts = &mut *place.facts;
        facts.address = Some(Box::new(Address {
            street: Some(attack()),
            housenumber: Some(attack()),
            postcode: Some(attack()),
            city: Some(attack()),
        }));
        facts.cost_text = Some(attack());
        facts.languages = vec![attack()];
        facts.opening_hours_source = Some(attack());
        facts.operator = Some(attack());
        facts.source = Some(attack());
        facts.licence = Some(attack());
        facts.status_reason = Some(attack());
        facts.osm_wheelchair = Some(attack());
        facts.note_de = Some(attack());
        facts.note_en = Some(attack());
        facts.name_easy = Some(attack());
        if number == 0 {
            let since = NaiveDate::from_ymd_opt(2026, 1, 1);
            place.lifecycle = Lifecycle::new(Status::TemporarilyClosed, since, None).unwrap();
        }
    }
    let held_at = change.places[1].place.id;
    let districts = change.districts.as_mut().unwrap();
    for District { name, .. } in &mut districts.districts {
        *name = attack();
    }
    for quarter in &mut districts.quarters {
        quarter.name = attack();
    }
    change.events.truncate(8);
    for event in change.events.iter_mut().map(|own| &mut own.event) {
        event.title = attack();
        event.venue = Venue {
            place: Some(held_at),
            spot: Some(attack()),
            location: None,
        };
        *event.facts = EventFacts {
            summary: Some(attack()),
            languages: vec![attack()],
            cost_text: Some(attack()),
            organiser: Some(attack()),
            ..(*event.facts).clone()
        };
        for own in &mut event.schedule.changes {
            own.title = Some(attack());
        }
    }
    change
}

/// Every element of a page with its attributes, as a browser reads it.
fn elements(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let name: String = rest
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if name.is_empty() {
            continue;
        }
        rest = &rest[name.len()..];
        let (mut attributes, mut quote, mut end) = (vec![String::new()], None, rest.len());
        for (at, letter) in rest.char_indices() {
            match (quote, letter) {
                (Some(open), _) if open == letter => {
                    quote = None;
                    attributes.push(String::new());
                }
                (None, '"' | '\'') => quote = Some(letter),
                (None, '>') => {
                    end = at;
                    break;
                }
                (None, ' ' | '\n' | '/') => attributes.push(String::new()),
                _ => attributes.last_mut().unwrap().push(letter),
            }
        }
        rest = &rest[end..];
        attributes.retain(|own| !own.is_empty());
        found.push((name.to_ascii_lowercase(), attributes));
    }
    found
}

/// Fails if an attack came through as anything but text.
fn assert_harmless(address: &str, text: &str) {
    for (element, attributes) in elements(text) {
        assert!(
            !["iframe", "object", "embed", "style"].contains(&&*element),
            "{address}: <{element} {attributes:?}>"
        );
        for attribute in &attributes {
            let name = attribute.split('=').next().unwrap_or_default();
            let is_plain = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(&byte));
            assert!(
                is_plain && !name.starts_with("on"),
                "{address}: <{element} {attribute}>"
            );
        }
        let is_ours =
            |own: &String| own == "type=application/ld+json" || own.starts_with("src=/assets/");
        let is_ours = attributes.iter().any(is_ours);
        assert!(
            !["script", "img"].contains(&&*element) || is_ours,
            "{address}: <{element} {attributes:?}>"
        );
    }
    for script in text.split("<script type=\"application/ld+json\">").skip(1) {
        let data = script.split("</script>").next().unwrap();
        serde_json::from_str::<serde_json::Value>(data).expect("data is whole");
    }
}

/// The addresses of the site that a page leads to.
fn links(text: &str) -> Vec<String> {
    let own = values(text, "href")
        .into_iter()
        .filter(|own| own.starts_with('/') && !own.starts_with("/assets/"));
    let plain = own.map(|own| own.replace("&amp;", "&"));
    plain
        .map(|own| own.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn no_page_shows_a_stored_text_as_anything_but_text() {
    let site = Site::begin(city(), "2026-11-23T11:00:00+01:00").await;
    let mut waiting: VecDeque<String> = [
        "/",
        "/?lang=en",
        "/?lang=de-simple",
        "/liste",
        "/api/events.ics",
    ]
    .map(ToOwned::to_owned)
    .into();
    for own in site.city.snapshot().places() {
        let short = own.place.id.short();
        let way = format!("/weg/x-{short}?lon=9.19&lat=48.9");
        waiting.extend([way, format!("/orte/x-{short}?fragment=panel")]);
    }
    let (mut seen, mut shown, mut pages) = (BTreeSet::new(), 0, 0);
    while let Some(address) = waiting.pop_front() {
        let path = address.split('?').next().unwrap_or_default().to_owned();
        // Each page once in each language; filters make the same page of other places.
        let language = address.split("lang=").nth(1).unwrap_or_default().to_owned();
        if !seen.insert((path, language, address.contains("fragment"))) {
            continue;
        }
        let page = site.get(&address).await;
        assert!(!page.status.is_server_error(), "{address}");
        let kind = page
            .headers
            .get(header::CONTENT_TYPE)
            .map(|own| own.to_str().unwrap());
        if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        assert_harmless(&address, &page.text);
        shown += usize::from(page.text.contains("&lt;img src=x onerror=alert(1)&gt;"));
        pages += 1;
        waiting.extend(links(&page.text));
    }
    assert!(pages > 60 && shown > 50, "{shown} of {pages} pages");
}

#[tokio::test]
async fn no_answer_repeats_what_was_asked_as_anything_but_text() {
    let site = Site::begin(city(), "2026-11-23T11:00:00+01:00").await;
    let attack: String = form_urlencoded::byte_serialize(ATTACK.as_bytes()).collect();
    let mut shown = 0;
    for address in [
        format!("/?q={attack}"),
        format!("/?kind={attack}"),
        format!("/?{attack}=1"),
        format!("/?lang={attack}"),
        format!("/?near={attack}"),
        format!("/liste?q={attack}"),
        format!("/liste?open_at={attack}"),
        format!("/orte/{attack}"),
        format!("/orte/x?{attack}=1"),
        format!("/weg/{attack}?near={attack}"),
        format!("/stadtteile/{attack}"),
        format!("/termine?district={attack}"),
        format!("/termine?{attack}=1"),
        format!("/vorschlagen?ort={attack}"),
        format!("/vorschlagen?{attack}=1"),
        format!("/anmelden?weiter=/verwaltung?{attack}"),
        format!("/hilfe?{attack}"),
    ] {
        let page = site.get(&address).await;
        assert!(
            page.status.is_client_error() || page.status.is_success(),
            "{address}"
        );
        assert!(
            page.headers[header::CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with("text/html")
        );
        assert_harmless(&address, &page.text);
        shown += usize::from(page.text.contains("&lt;img src=x"));
    }
    assert!(shown > 8, "{shown}");
    let form = [
        "name", "address", "hours", "remark", "kind", "free", "lon", "lat", "website",
    ];
    let form = form.map(|field| format!("{field}={attack}")).join("&");
    let request = Request::post("/vorschlagen")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form));
    let answer = site.app.clone().oneshot(request.unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let text = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let text = String::from_utf8_lossy(&text);
    assert_harmless("POST /vorschlagen", &text);
    assert!(text.contains("&lt;img src=x"), "what was typed comes back");
}

#[tokio::test]
async fn what_is_no_page_says_so_and_no_browser_takes_it_for_one() {
    let site = Site::begin(city(), "2026-11-23T11:00:00+01:00").await;
    for (address, kind) in [
        ("/api/collections/places/items", "application/geo+json"),
        ("/api/collections/events/items", "application/geo+json"),
        ("/api/addresses?q=img", "application/geo+json"),
        ("/api/events.ics", "text/calendar"),
        (
            "/api/%3Cimg%20src=x%20onerror=alert(1)%3E",
            "application/problem+json",
        ),
        (
            "/api/collections/%3Cimg%20src=x%20onerror=alert(1)%3E",
            "application/problem+json",
        ),
    ] {
        let answer = site.get(address).await;
        let found = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
        assert!(found.starts_with(kind), "{address}: {found}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        assert!(
            policy.starts_with("default-src 'none'"),
            "{address}: {policy}"
        );
    }
}

#[test]
fn the_reader_of_these_tests_finds_an_attack() {
    for found in [
        ATTACK,
        "<p title=\"a\"onerror=\"b\">",
        "<a href='x' onclick='y'>",
        "<p x\"><script>alert(2)</script>",
        "<script type=\"application/ld+json\">{\"a\":\"</script>\"}</script>",
        "<P ONERROR=1>",
    ] {
        let text = found.to_owned();
        let caught =
            std::panic::catch_unwind(|| assert_harmless("test", &text.to_ascii_lowercase()));
        assert!(caught.is_err(), "{found}");
    }
    assert_harmless(
        "test",
        "<p title=\"&lt;img onerror=x&gt;\">onerror=alert(1) &lt;script&gt;</p>",
    );
}
