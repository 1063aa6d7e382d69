//! Real cities by the commands of the README alone. Skipped where their data are not at hand.

use std::path::PathBuf;

use serde_json::Value;

use crate::cli::Desk;
use crate::coverage::assert_terminal_agrees;
use crate::pages::Site;
use crate::pages::planning::assert_page_agrees;
use crate::postgres::say;

pub(crate) fn shared(name: &str) -> Option<String> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")).join(name);
    if !path.exists() {
        say(&format!("skipped: {name} is not at hand"));
        return None;
    }
    Some(path.display().to_string())
}

pub(crate) fn done(desk: &Desk, arguments: &[&str]) -> String {
    let ended = desk.run(arguments);
    assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
    ended.out
}

/// The page, the dossiers, the API and the terminal say the same of the city on the desk.
fn assert_all_agree(desk: &Desk) {
    let query = "profile=older&minutes=15";
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let report: Value = runtime.block_on(async {
        let site = Site::in_folder(&desk.data()).await;
        let told = site.get(&format!("/api/coverage?{query}")).await;
        let report: Value = serde_json::from_str(&told.text).unwrap();
        for path in ["/planung", "/planung/dossier"] {
            let page = site.get(&format!("{path}?{query}")).await;
            assert_page_agrees(&page.text, &report);
        }
        for own in report["districts"].as_array().unwrap() {
            let id = own["id"].as_str().unwrap();
            let page = site.get(&format!("/planung/{id}/dossier?{query}")).await;
            for kind in ["rooms", "outdoors", "asked"] {
                let covered = format!("<data value=\"{}\">", own[kind]["covered"]);
                assert!(page.text.contains(&covered), "{id} {kind} {covered}");
            }
        }
        site.city.store().close().await;
        report
    });
    assert_terminal_agrees(&done(desk, &["coverage"]), &report);
}

#[test]
fn liechtenstein_has_eleven_districts_and_an_estimate_of_who_lives_where() {
    let Some(file) = shared("osm/liechtenstein.osm.pbf") else {
        return;
    };
    let desk = Desk::empty();
    done(&desk, &["import", "osm", &file]);
    let report: Value =
        serde_json::from_str(&done(&desk, &["coverage", "--format", "json"])).unwrap();
    let districts = report["districts"].as_array().unwrap();
    assert_eq!(districts.len(), 11);
    // Nobody has confirmed anything: nothing counts, and nothing is said to be missing.
    assert!(districts.iter().all(|own| own["level"] == "U"));
    assert_eq!(report["city"]["at_least"][0]["districts"], 0);
    assert_eq!(report["provenance"]["engine"], "network");
    assert_eq!(report["provenance"]["residents"]["source"], "estimated");
    for own in districts {
        let asked = &own["asked"];
        let number = |name: &str| asked[name].as_f64().unwrap();
        assert!((number("covered") + number("beyond") - number("persons")).abs() < 0.0005);
    }
    assert_all_agree(&desk);
}

#[test]
fn kaiserslautern_tells_who_reaches_what_by_its_census() {
    let (Some(file), Some(census)) = (
        shared("osm/kaiserslautern.osm.pbf"),
        shared("population/zensus2011-1km-kaiserslautern.csv"),
    ) else {
        return;
    };
    let desk = Desk::empty();
    done(&desk, &["import", "osm", &file]);
    done(&desk, &["import", "population", &census]);
    let report: Value = serde_json::from_str(&done(
        &desk,
        &["coverage", "--format", "json", "--profile", "wheelchair"],
    ))
    .unwrap();
    assert_eq!(report["provenance"]["residents"]["source"], "census");
    let asked = &report["city"]["asked"];
    let sure = |name: &str| asked["sure"][name].as_f64().unwrap();
    assert!(
        sure("proven") <= sure("likely") && sure("likely") <= sure("possible"),
        "{asked}"
    );
    assert!(asked["covered"].as_f64().unwrap() > 0.0, "{asked}");
    // Without districts the places are told of by themselves.
    let elsewhere = report["city"]["elsewhere"]["to_do"].as_array().unwrap();
    assert!(!elsewhere.is_empty());
    assert_all_agree(&desk);
}
