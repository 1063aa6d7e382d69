//! What everybody sees of how safe people feel, and how it comes about.

use axum::http::StatusCode;
use miteinander::domain::CitySettings;
use miteinander::domain::report::Product;
use miteinander::gate::{Gate, Rates};
use miteinander::import::folder::CityFolder;
use miteinander::safety::{Group, ReleaseFile};

use super::{Answer, Site, values};

const PAGE: &str = "/sicherheit";
const NOW: &str = "2026-11-22T15:00:00+01:00";

/// Area, group and class.
type Told = (String, String, String);

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).map_or(rest, |(own, _)| own)
}

/// What the maps of a section say.
fn mapped(section: &str) -> Vec<Told> {
    let mut told = Vec::new();
    for map in section.split("data-map=\"").skip(1) {
        let (group, rest) = map.split_once('"').unwrap();
        let picture = rest.split("</svg>").next().unwrap();
        let areas = values(picture, "data-area");
        let classes = values(picture, "data-class");
        assert_eq!(areas.len(), classes.len());
        told.extend(
            areas
                .iter()
                .zip(classes)
                .map(|(area, class)| ((*area).to_owned(), group.to_owned(), class.to_owned())),
        );
    }
    told.sort();
    told
}

/// What the list beside the maps says: rows or cards with classes, and names of which nothing can be shown.
fn listed(section: &str, groups: &[Group]) -> Vec<Told> {
    let list = section.split("</figure>").nth(1).unwrap();
    let mut told = Vec::new();
    for entry in list.split("data-area=\"").skip(1) {
        let (area, rest) = entry.split_once('"').unwrap();
        let (own, classes) = (values(rest, "data-group"), values(rest, "data-class"));
        for group in groups {
            let at = own.iter().position(|own| *own == group.as_str());
            let class = at.map_or("none", |at| classes[at]);
            told.push((area.to_owned(), group.to_string(), class.to_owned()));
        }
    }
    told.sort();
    told
}

/// What a release says.
fn released(file: &ReleaseFile) -> Vec<Told> {
    let class = |shown: Option<miteinander::safety::Class>| match shown {
        None => "none".to_owned(),
        Some(own) => match own.to {
            Some(to) => format!("{}-{to}", own.from),
            None => format!("{}+", own.from),
        },
    };
    let areas = file.areas.iter();
    let mut told: Vec<Told> = areas
        .flat_map(|area| {
            let groups = area.groups.iter();
            groups.map(|(group, shown)| (area.area.clone(), group.to_string(), class(*shown)))
        })
        .collect();
    told.sort();
    told
}

fn file(site: &Site, id: &str) -> ReleaseFile {
    let snapshot = site.city.snapshot();
    serde_json::from_str(&snapshot.release(id).unwrap().text.content).unwrap()
}

fn section<'a>(page: &'a Answer, id: &str) -> &'a str {
    between(&page.text, &format!("<section id=\"{id}\""), "</section>")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_maps_the_lists_and_the_newest_releases_say_the_same() {
    let site = Site::open().await;
    let page = site.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK);
    for (id, name, product) in [
        ("districts", "districts-2026-Q3", Product::Districts),
        ("squares", "cells-2025", Product::Cells),
    ] {
        let expected = released(&file(&site, name));
        assert!(expected.iter().any(|(_, _, class)| class != "none"));
        let section = section(&page, id);
        assert_eq!(mapped(section), expected, "{name}");
        assert_eq!(listed(section, product.groups()), expected, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_period_is_chosen_by_a_link_and_one_that_was_not_released_is_refused() {
    let site = Site::open().await;
    let page = site.get("/sicherheit?lang=en&quarter=2025-Q4").await;
    assert_eq!(
        mapped(section(&page, "districts")),
        released(&file(&site, "districts-2025-Q4"))
    );
    assert!(
        page.text
            .contains("/sicherheit?lang=en&amp;quarter=2026-Q1\"")
    );
    assert!(
        page.text.contains("href=\"/sicherheit?quarter=2025-Q4\""),
        "the language switch keeps it"
    );
    for (query, rule) in [
        ("quarter=2020-Q1", "Quartal"),
        ("quarter=2025", "Quartal"),
        ("year=2026", "Jahr"),
        ("year=2025&year=2025", "nur einmal"),
        ("sort=unsafe", "gibt es nicht"),
    ] {
        let refused = site.get(&format!("{PAGE}?{query}")).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(refused.text.contains(rule), "{query}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn good_stands_beside_bad_areas_follow_the_alphabet_and_nothing_is_told_per_head() {
    let site = Site::open().await;
    let page = site.get(PAGE).await;
    let table = between(section(&page, "districts"), "<tbody>", "</tbody>");
    let links = values(table, "href").into_iter();
    let names: Vec<_> = links
        .filter_map(|own| own.strip_prefix("/stadtteile/").map(str::to_owned))
        .collect();
    let snapshot = site.city.snapshot();
    let mut by_name: Vec<_> = snapshot.districts().iter().collect();
    by_name.sort_by_key(|own| miteinander::domain::folding::fold(&own.name));
    assert_eq!(
        names,
        by_name
            .iter()
            .map(|own| own.id.to_string())
            .collect::<Vec<_>>()
    );
    for row in table.split("<tr").skip(1) {
        assert_eq!(
            values(row, "data-group"),
            ["feel_good", "unsafe", "dark_or_neglected"]
        );
    }
    let cards = section(&page, "squares").split("<li data-area").skip(1);
    for card in cards.filter(|own| own.contains("<dl")) {
        assert_eq!(values(card, "data-group"), ["feel_good", "unsafe"]);
    }
    // The sentence stands on top and with each picture; and somewhere is said that nobody gave these answers.
    assert_eq!(
        page.text
            .matches("Meldungen zeigen Wahrnehmung, nicht Kriminalität.")
            .count(),
        3
    );
    assert!(page.text.contains("Diese Angaben hat niemand gemacht."));
    for word in ["pro Kopf", "je 1 000", "Rang", "am unsichersten", "Hotspot"] {
        assert!(!page.text.contains(word), "{word}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_nought_too_small_or_left_out_reads_the_same() {
    let site = Site::open().await;
    let page = site.get(PAGE).await;
    let lists = page
        .text
        .split("</figure>")
        .skip(1)
        .map(|own| own.split("<figure").next().unwrap());
    let hidden = lists.flat_map(|own| own.split("data-class=\"none\">").skip(1));
    let told = hidden.map(|own| {
        own.split("</td>")
            .next()
            .unwrap()
            .split("</dd>")
            .next()
            .unwrap()
    });
    let told: Vec<_> = told.map(|own| own.rsplit('>').next().unwrap()).collect();
    assert!(told.len() > 10);
    assert!(
        told.iter()
            .all(|own| *own == "keine oder zu wenige Angaben"),
        "{told:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_district_has_a_card_with_its_newest_classes() {
    let site = Site::open().await;
    let page = site.get("/stadtteile/mitte").await;
    let card = between(&page.text, "<section class=\"safety-card\"", "</section>");
    let expected = released(&file(&site, "districts-2026-Q3"));
    let expected: Vec<_> = expected
        .iter()
        .filter(|(area, ..)| area == "mitte")
        .collect();
    let (groups, classes) = (values(card, "data-group"), values(card, "data-class"));
    assert_eq!(groups.len(), 3);
    for (_, group, class) in expected {
        let at = groups.iter().position(|own| own == group).unwrap();
        assert_eq!(classes[at], class, "{group}");
    }
    assert!(card.contains("Wahrnehmung") && card.contains("href=\"/sicherheit\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_city_that_has_released_nothing_says_so() {
    let mut change = CityFolder::BuiltIn.read().unwrap();
    change.releases.clear();
    let site = Site::begin(change, NOW).await;
    let page = site.get(PAGE).await;
    assert_eq!(page.text.matches("Noch nichts veröffentlicht.").count(), 2);
    assert!(!page.text.contains("<figure"));
    let page = site.get("/stadtteile/mitte").await;
    assert!(!page.text.contains("safety-card"));
    let page = site.get("/sicherheit/transparenz").await;
    assert!(page.text.contains("Noch nichts veröffentlicht."));
}

/// The row or line of the transparency page that is about something.
fn parameter(page: &str, mark: &str) -> String {
    let own = between(
        page,
        mark,
        if mark.starts_with("data-product") {
            "</tr>"
        } else {
            "</"
        },
    );
    let mut text = String::new();
    for part in own
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
    {
        text = text + part + " ";
    }
    text
}

fn says(page: &Answer, mark: &str, parts: &[&str]) {
    let own = parameter(&page.text, mark);
    for part in parts {
        assert!(own.contains(part), "{mark}: {part} is not in {own}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_transparency_page_says_what_the_program_reckons_with() {
    let site = Site::open().await;
    let page = site.get("/sicherheit/transparenz").await;
    let says = |mark: &str, parts: &[&str]| says(&page, mark, parts);
    says(
        "data-product=\"districts\"",
        &["0,5", "10", "10 bis 19 Angaben", "50 Angaben oder mehr"],
    );
    says("data-parameter=\"sum\"", &["Epsilon 1:", "74 von 100"]);
    says("data-parameter=\"months\"", &["24 Monaten"]);
    says("data-parameter=\"wait\"", &["30 Tage"]);
    says("data-parameter=\"a-day\"", &["höchstens 5 Meldungen"]);
    says("data-parameter=\"a-week\"", &["höchstens 3 Meldungen"]);
    says("data-parameter=\"residents\"", &["weniger als 50 Menschen"]);
    assert_eq!(page.text.matches("data-taken=\"true\"").count(), 6);
    assert_eq!(page.text.matches("data-taken=\"false\"").count(), 2);
    for own in site.city.snapshot().releases() {
        let row = between(
            &page.text,
            &format!("data-release=\"{}\"", own.text.id()),
            "</tr>",
        );
        assert!(row.contains(&own.text.checksum()) && row.contains("Beispieldaten"));
    }
    assert!(page.text.contains("Artikel 11"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_parameters_make_another_transparency_page() {
    let mut change = CityFolder::BuiltIn.read().unwrap();
    let toml = include_str!("../../../geodata/ludwigsburg/city.toml");
    let more = "
        [safety]
        sensitive = true
        epsilon = { districts = 1, city = 0.75 }
        [contact]
        data_protection = 'Datenschutz im Rathaus, datenschutz@example.org'
    ";
    change.settings = Some(CitySettings::from_toml(&format!("{toml}{more}")).unwrap());
    let rates = Rates {
        reports: Rates::DEFAULT
            .reports
            .map(|own| miteinander::domain::allowance::Rate { times: 7, ..own }),
        ..Rates::DEFAULT
    };
    let site = Site::begin(change, NOW).await;
    let site = site.behind(Gate::new([].into_iter().collect(), rates));
    let page = site.get("/sicherheit/transparenz").await;
    let says = |mark: &str, parts: &[&str]| says(&page, mark, parts);
    says(
        "data-product=\"districts\"",
        &[" 1 ", " 5 ", "5 bis 9 Angaben"],
    );
    says("data-product=\"cells\"", &["0,5", "10 bis 19 Angaben"]);
    says("data-product=\"city\"", &["0,75"]);
    says("data-parameter=\"sum\"", &["Epsilon 1,75:"]);
    says("data-parameter=\"a-day\"", &["höchstens 7 Meldungen"]);
    assert_eq!(page.text.matches("data-taken=\"true\"").count(), 8);
    assert!(page.text.contains("Datenschutz im Rathaus"));
}

const CELLS: &str = "/api/collections/safety-cells/items";

async fn features(site: &Site, query: &str) -> Vec<serde_json::Value> {
    let answer = site.get(&format!("{CELLS}?limit=1000{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    let all: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    let features = all["features"].as_array().unwrap().clone();
    assert_eq!(all["numberMatched"], features.len(), "{query}");
    features
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_collection_has_every_area_of_the_newest_releases_and_a_box_gives_whole_ones() {
    let site = Site::open().await;
    let all = features(&site, "").await;
    for (product, id) in [("districts", "districts-2026-Q3"), ("cells", "cells-2025")] {
        let of_product = features(&site, &format!("&product={product}")).await;
        let file = file(&site, id);
        assert_eq!(of_product.len(), file.areas.len());
        for area in &file.areas {
            let name = format!("{product}-{}", area.area);
            let own = of_product
                .iter()
                .find(|own| own["id"] == name.as_str())
                .unwrap();
            assert_eq!(
                own["properties"]["groups"],
                serde_json::json!(area.groups),
                "{name}"
            );
            assert_eq!(own["properties"]["is_sample"], true);
        }
    }
    // A box within one square: whole areas, the same as without it, and few.
    let within = features(&site, "&bbox=9.1905,48.8970,9.1906,48.8971").await;
    assert!(
        within.len() == 2 && within.iter().all(|own| all.contains(own)),
        "{within:?}"
    );
    let alone = site.get(&format!("{CELLS}/districts-nord")).await;
    let alone: serde_json::Value = serde_json::from_str(&alone.text).unwrap();
    let listed = all
        .iter()
        .find(|own| own["id"] == "districts-nord")
        .unwrap();
    assert_eq!(
        (&alone["geometry"], &alone["properties"]),
        (&listed["geometry"], &listed["properties"])
    );
    assert_eq!(
        site.get(&format!("{CELLS}/districts-nirgends"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    for wrong in ["product=city", "group=unsafe", "period=2025"] {
        assert_eq!(
            site.get(&format!("{CELLS}?{wrong}")).await.status,
            StatusCode::BAD_REQUEST,
            "{wrong}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_collection_is_read_page_by_page_without_a_gap() {
    let site = Site::open().await;
    let all = features(&site, "").await;
    let (mut seen, mut next) = (Vec::new(), Some(format!("{CELLS}?limit=50")));
    while let Some(address) = next {
        let page: serde_json::Value = serde_json::from_str(&site.get(&address).await.text).unwrap();
        seen.extend(page["features"].as_array().unwrap().clone());
        let mut links = page["links"].as_array().unwrap().iter();
        let link = links.find(|own| own["rel"] == "next");
        next = link.map(|own| own["href"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen, all);
}
