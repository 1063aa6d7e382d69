//! The planner's pages: they say what the API says, say unknown where nothing is known, and work without script.

use serde_json::Value;

use super::*;
use crate::fixture::beginning;

async fn api(site: &Site, address: &str) -> Value {
    let answer = site.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

/// The part of the page between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from}"))
        .1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

/// The machine's numbers in one cell of a row.
fn cell<'a>(page: &'a str, district: &str, name: &str) -> Vec<&'a str> {
    let row = between(page, &format!("<tr data-district=\"{district}\">"), "</tr>");
    let cell = between(row, &format!("<td data-cell=\"{name}\">"), "</td>");
    values(cell, "<data value").into_iter().collect()
}

fn told(value: &Value) -> Vec<String> {
    let most = value["at_most"].get("percent");
    let figures = [
        Some(&value["percent"]),
        most,
        Some(&value["covered"]),
        Some(&value["persons"]),
    ];
    figures.iter().flatten().map(ToString::to_string).collect()
}

/// Every figure of the page's table is that of the report.
pub(crate) fn assert_page_agrees(page: &str, report: &Value) {
    for own in report["districts"].as_array().unwrap() {
        let id = own["id"].as_str().unwrap();
        for name in ["rooms", "outdoors", "asked"] {
            assert_eq!(cell(page, id, name), told(&own[name]), "{id} {name}");
        }
        let times = [&own["asked"]["median_min"], &own["asked"]["p90_min"]];
        let times = times.iter().filter(|own| !own.is_null());
        let times: Vec<String> = times.map(ToString::to_string).collect();
        assert_eq!(cell(page, id, "times"), times, "{id}");
        let row = between(page, &format!("<tr data-district=\"{id}\">"), "</tr>");
        let level = own["level"].as_str().unwrap();
        assert!(row.contains(&format!("data-level=\"{level}\"")), "{id}");
    }
    for name in ["rooms", "outdoors", "asked"] {
        assert_eq!(cell(page, "city", name), told(&report["city"][name]));
    }
}

#[tokio::test]
async fn every_figure_of_the_table_is_that_of_the_api() {
    let site = Site::open().await;
    let query = "profile=walker&minutes=12&cls=room&date=2026-11-22";
    let page = site.get(&format!("/planung?{query}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let report = api(&site, &format!("/api/coverage?{query}")).await;
    assert_eq!(report["districts"].as_array().unwrap().len(), 12);
    assert_page_agrees(&page.text, &report);
    let link = report["provenance"]["link"].as_str().unwrap();
    assert!(page.text.contains(&link.replace('&', "&amp;")), "{link}");
}

#[tokio::test]
async fn the_dossier_of_the_city_says_what_the_page_says_and_where_to_find_it() {
    let site = Site::open().await;
    let query = "minutes=12&date=2026-11-22";
    let page = site.get(&format!("/planung/dossier?{query}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let report = api(&site, &format!("/api/coverage?{query}")).await;
    assert_page_agrees(&page.text, &report);
    let lists = between(&page.text, "id=\"plan-to-do\"", "</section>");
    for own in report["districts"].as_array().unwrap() {
        for place in own["to_do"].as_array().unwrap() {
            let name = place["name"].as_str().unwrap();
            assert!(lists.contains(name), "{name}");
        }
    }
    assert!(
        page.text
            .contains("/planung/dossier?minutes=12&amp;date=2026-11-22")
    );
}

#[tokio::test]
async fn the_gaps_of_the_page_are_those_of_the_api() {
    let site = Site::open().await;
    let page = site.get("/planung").await.text;
    let gaps = api(&site, "/api/coverage/gaps").await;
    let gaps = gaps["features"].as_array().unwrap();
    assert_eq!(values(&page, "data-gap").len(), gaps.len());
    assert_eq!(page.matches("<path class=\"gap\"").count(), gaps.len());
    for own in gaps {
        let item = between(&page, &format!("data-gap=\"{}\">", own["id"]), "</li>");
        let persons = own["properties"]["persons"].to_string();
        assert_eq!(values(item, "<data value")[0], persons);
    }
}

#[tokio::test]
async fn where_nobody_knows_who_lives_where_shares_are_unknown_and_never_zero() {
    let site = Site::begin(beginning([]), "2026-03-04T15:00:00+01:00").await;
    let page = site.get("/planung").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("noch nicht genug bekannt"));
    let id = site.city.snapshot().districts()[0].id.to_string();
    assert_eq!(cell(&page.text, &id, "rooms"), Vec::<&str>::new());
    let row = between(&page.text, &format!("<tr data-district=\"{id}\">"), "</tr>");
    assert!(row.contains("unbekannt"));
    let own = site.get(&format!("/planung/{id}")).await;
    assert!(own.text.contains("Darum gibt es kein Bild."));
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    let site = Site::begin(beginning([]), "2026-03-04T15:00:00+01:00").await;
    let id = site.city.snapshot().districts()[0].id.clone();
    let pages = [
        "",
        "/szenario",
        &format!("/{id}"),
        &format!("/{id}/dossier"),
    ];
    for language in ["de", "de-simple", "en"] {
        for page in pages {
            let address = format!("/planung{page}?lang={language}");
            let answer = site.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert_eq!(untranslated(&answer.text), Vec::<&str>::new(), "{address}");
        }
    }
}

#[tokio::test]
async fn an_hour_of_the_week_asks_for_what_is_open_then() {
    let site = Site::open().await;
    let page = site.get("/planung?day=su&hour=3").await.text;
    assert!(page.contains("Sonntag um 3:30 Uhr"));
    let link = values(&page, "href");
    let link = link.iter().find(|own| own.starts_with("/api/coverage?"));
    let report = api(&site, &link.unwrap().replace("&amp;", "&")).await;
    assert_eq!(cell(&page, "city", "asked"), told(&report["city"]["asked"]));
    let any_time = site.get("/planung").await.text;
    assert_ne!(
        cell(&page, "city", "asked"),
        cell(&any_time, "city", "asked")
    );
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_name() {
    let site = Site::open().await;
    for (query, name) in [
        ("hour=24", "hour"),
        ("day=x", "day"),
        ("minutes=0", "minutes"),
        ("colour=red", "colour"),
        ("date=gestern", "date"),
    ] {
        let page = site.get(&format!("/planung?{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(&format!("„{name}“")), "{query}");
    }
    let nowhere = site.get("/planung/nirgendwo/dossier").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_change_that_is_filled_in_becomes_a_link_that_gives_the_same_again() {
    let site = Site::open().await;
    let filled = "/planung/szenario?what=open&new_kind=neighbourhood_centre&where=9.19,48.92&add=b&minutes=10";
    let answer = site.get(filled).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let link = answer.headers[header::LOCATION].to_str().unwrap();
    assert!(
        link.starts_with("/planung/szenario?minutes=10&b="),
        "{link}"
    );
    let page = site.get(link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("<h2 id=\"scenario-b\">"));
    assert_eq!(
        page.text.matches("class=\"mark-spot\"").count(),
        4,
        "two maps with their legends"
    );
}

#[tokio::test]
async fn a_change_that_is_not_filled_in_says_what_is_missing() {
    let site = Site::open().await;
    for (query, said) in [
        ("what=close", "Bitte wählen Sie einen Ort."),
        ("what=open&where=9.19,48.92", "Bitte wählen Sie eine Art."),
        (
            "what=open&new_kind=library&where=zzzzqqqq",
            "Diese Stelle ist nicht bekannt.",
        ),
        ("what=burn", "Bitte wählen Sie: Was ändert sich?"),
    ] {
        let page = site.get(&format!("/planung/szenario?{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(page.text.contains(said), "{query}");
    }
    let wrong = site.get("/planung/szenario?a=%5B%5D").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_would_follow_is_what_the_api_says() {
    let site = Site::open().await;
    let change = r#"[{"open":{"kind":"neighbourhood_centre","lon":9.2286,"lat":48.9106}}]"#;
    let encoded: String = form_urlencoded::byte_serialize(change.as_bytes()).collect();
    let page = site
        .get(&format!("/planung/szenario?minutes=10&a={encoded}"))
        .await;
    let body = format!(r#"{{"changes":{change}}}"#);
    let request = Request::post("/api/coverage/what-if?minutes=10")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body))
        .unwrap();
    let answer = site.app.clone().oneshot(request).await.unwrap();
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let report: Value = serde_json::from_slice(&bytes).unwrap();
    for figure in ["losing", "gaining"] {
        let cell = between(&page.text, &format!("data-figure=\"{figure}\">"), "</dd>");
        match &report[figure] {
            Value::Null => assert!(cell.contains("weniger als 10"), "{cell}"),
            told => assert_eq!(values(cell, "<data value"), [told.to_string()], "{figure}"),
        }
    }
}
