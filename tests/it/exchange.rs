//! What audits found, for OpenStreetMap and from files: by the commands alone, on both databases.

use std::process::Command;

use miteinander::city::{City, Clock};
use miteinander::domain::audit::life::State;
use miteinander::domain::place::Origin;
use miteinander::domain::staff::Role;
use miteinander::import::folder::CityFolder;
use miteinander::store::Store;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::audits::{Worker, all_met, audit};
use crate::cli::Desk;
use crate::fixture::{Kept, begun, both_stores, place, place_id, wednesday_afternoon};
use crate::pbf_writer::Pbf;
use crate::staff::Office;

/// Three libraries that OpenStreetMap knows.
async fn office(kept: &Kept) -> Office {
    let places = (1..=4).map(|number| {
        let mut own = place(number, 9.19, 48.9);
        own.origin = Origin::Osm;
        own.facts.osm_id = format!("node/{number}").parse().ok();
        own
    });
    Office::around(begun(kept, places).await)
}

/// Runs a command on the city; what it printed.
fn run(kept: &Kept, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(arguments)
        .args(kept.arguments())
        .env_remove("MITEINANDER_DATA")
        .env_remove("MITEINANDER_DATABASE")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(text(&output.stderr))
    }
}

/// An extract: the first is older than the audit, the second edited on its day, the third has no version.
fn extract() -> Vec<u8> {
    let library = |name: &'static str| {
        [
            ("amenity", "library"),
            ("name", name),
            ("wheelchair", "no"),
            ("note", "<\"&\">"),
        ]
    };
    let second = |day: &str| {
        let moment = format!("{day}T12:00:00Z").parse::<chrono::DateTime<chrono::Utc>>();
        moment.unwrap().timestamp().cast_unsigned()
    };
    let mut pbf = Pbf::new();
    pbf.edited_node(1, (9.19, 48.9), &library("Eins"), (3, second("2026-03-01")));
    pbf.edited_node(2, (9.19, 48.9), &library("Zwei"), (5, second("2026-03-04")));
    pbf.node(3, (9.19, 48.9), &library("Drei"));
    pbf.bytes()
}

/// A folder with the city that comes with the program.
fn desk_with_the_sample() -> Desk {
    let desk = Desk::empty();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open_folder(&desk.data()).await.unwrap();
        let first = CityFolder::BuiltIn.read().unwrap();
        let city = City::begin(store, first, Clock::System).await.unwrap();
        city.store().close().await;
    });
    desk
}

#[test]
fn what_is_made_up_is_called_so_in_tables_and_is_no_place_info() {
    let desk = desk_with_the_sample();
    let infos: Value = serde_json::from_str(&desk.run(&["export", "a11yjson"]).out).unwrap();
    assert_eq!(infos, json!([]));
    let table = desk.run(&["export", "audits"]).out;
    let rows: Vec<_> = table.lines().collect();
    assert!(rows[0].ends_with(";made_up"), "{}", rows[0]);
    assert!(rows.len() > 40 && rows[1..].iter().all(|row| row.ends_with(";yes")));
}

#[test]
fn an_extract_of_another_city_does_not_take_audits_of_the_sample_away_without_a_word() {
    let desk = desk_with_the_sample();
    let file = desk.file("other.osm.pbf", &extract());
    let dry = desk.run(&["import", "osm", &file, "--dry-run"]);
    assert_eq!(dry.code, Some(0), "{}", dry.err);
    let first = CityFolder::BuiltIn
        .read()
        .unwrap()
        .places
        .remove(0)
        .place
        .id;
    let info =
        json!({ "properties": { "originalId": first, "accessibility": { "isWellLit": true } } });
    let audit = desk.file("place.json", info.to_string().as_bytes());
    let taken = desk.run(&["import", "audits", &audit, "--on", "2026-03-03"]);
    assert_eq!(taken.code, Some(0), "{}", taken.err);
    let refused = desk.run(&["import", "osm", &file]);
    assert_eq!(refused.code, Some(1), "{}", refused.out);
    assert!(
        refused.err.contains("has audits (1) of your own"),
        "{}",
        refused.err
    );
    assert!(refused.err.contains("--replace-city"), "{}", refused.err);
    let meant = desk.run(&["import", "osm", &file, "--replace-city"]);
    assert_eq!(meant.code, Some(0), "{}", meant.err);
}

both_stores! {
    async fn audits_suggest_tags_and_nothing_over_a_newer_edit(kept: &Kept) {
        let office = office(kept).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        let mut sheet = all_met();
        sheet["readings"]["C39"]["distance_m"] = json!(0);
        for number in 1..=4 {
            auditor.publish(number, &audit(number, &sheet)).await;
        }
        let folder = TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("now.osm.pbf"), extract()).unwrap();
        let (from, to) = (path("now.osm.pbf"), path("audits.osc"));
        let said = run(kept, &["export", "osm-changes", "--extract", &from, "--output", &to, "--json"]).unwrap();
        let said: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(said, json!({ "suggested": 1, "left_out": { "edited_since": 1, "no_version": 1, "not_in_extract": 1 } }));
        let text = std::fs::read_to_string(&to).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let nodes: Vec<_> = document.descendants().filter(|own| own.has_tag_name("node")).collect();
        assert_eq!(nodes.len(), 1);
        let attribute = |name| nodes[0].attribute(name).unwrap();
        assert_eq!((attribute("id"), attribute("version"), attribute("lat"), attribute("lon")), ("1", "3", "48.9", "9.19"));
        let tags = nodes[0].children().filter(|own| own.has_tag_name("tag"));
        let tags: Vec<_> = tags.map(|own| (own.attribute("k").unwrap(), own.attribute("v").unwrap())).collect();
        // Everything is sent back, and what was audited stands in it.
        assert_eq!(tags[..4], [("amenity", "library"), ("name", "Eins"), ("wheelchair", "yes"), ("note", "<\"&\">")]);
        assert!(tags.contains(&("toilets:wheelchair", "yes")), "{tags:?}");
        assert!(tags.iter().any(|(key, value)| *key == "door:width" && value.parse::<f64>().unwrap() >= 0.9));
        let other = run(kept, &["export", "osm-changes", "--extract", &to, "--output", &path("x.osc")]);
        assert!(other.unwrap_err().contains("audits.osc"));
    }

    async fn what_is_exported_comes_back_as_an_audit_in_progress_and_only_once(kept: &Kept) {
        let office = office(kept).await;
        let auditor = Worker { office: &office, cookies: office.cookies(&[Role::Auditor]).await };
        auditor.publish(1, &audit(1, &all_met())).await;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("places.json").display().to_string();
        run(kept, &["export", "a11yjson", "--output", &file]).unwrap();
        let table = run(kept, &["export", "audits"]).unwrap();
        assert!(table.lines().count() > 57, "{table}");
        let import = ["import", "audits", &file, "--on", "2026-03-03", "--source", "audit", "--json"];
        let dry: Vec<&str> = import.into_iter().chain(["--dry-run"]).collect();
        for arguments in [&dry[..], &import[..]] {
            let said: Value = serde_json::from_str(&run(kept, arguments).unwrap()).unwrap();
            assert_eq!(said["added"], json!([place_id(1)]), "{said}");
        }
        let again: Value = serde_json::from_str(&run(kept, &import).unwrap()).unwrap();
        assert_eq!((&again["added"], &again["known"]), (&json!([]), &json!([place_id(1)])));
        let clock = Clock::Stopped(wednesday_afternoon());
        let city = City::open(kept.open().await, clock).await.unwrap();
        let audits = city.store().audits(Some(place_id(1))).await.unwrap();
        let new: Vec<_> = audits.iter().filter(|own| own.state == State::InProgress).collect();
        assert_eq!(new.len(), 1);
        assert_eq!(new[0].draft.sheet["readings"]["C14"]["steps"], 0);
        assert_eq!(city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }

    async fn a_file_with_an_unknown_place_or_a_day_to_come_is_refused_whole(kept: &Kept) {
        let _office = office(kept).await;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("places.json");
        let info = |id: &str| json!({ "properties": { "originalId": id, "accessibility": { "isWellLit": true } } });
        let both = json!([info(&place_id(1).to_string()), info(&place_id(77).to_string())]);
        std::fs::write(&file, both.to_string()).unwrap();
        let name = file.display().to_string();
        let refused = run(kept, &["import", "audits", &name, "--on", "2026-03-03"]).unwrap_err();
        assert_eq!(refused.lines().filter(|line| line.contains(&name)).count(), 1, "{refused}");
        assert!(refused.contains(&format!("{name}, 2")) && refused.contains("place of the city"), "{refused}");
        let late = run(kept, &["import", "audits", &name, "--on", "2999-01-01"]).unwrap_err();
        assert!(late.contains("after today"), "{late}");
        let clock = Clock::Stopped(wednesday_afternoon());
        let city = City::open(kept.open().await, clock).await.unwrap();
        assert!(city.store().audits(None).await.unwrap().is_empty());
    }

    async fn a_file_with_two_entries_of_one_place_is_refused_whole(kept: &Kept) {
        let _office = office(kept).await;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("places.json");
        let info = |number, lit| {
            let id = place_id(number).to_string();
            json!({ "properties": { "originalId": id, "accessibility": { "isWellLit": lit } } })
        };
        let name = file.display().to_string();
        let import = ["import", "audits", &name, "--on", "2026-03-03", "--json"];
        std::fs::write(&file, json!([info(1, true), info(2, true), info(1, false)]).to_string()).unwrap();
        let refused = run(kept, &import).unwrap_err();
        assert!(refused.contains(&format!("{name}, 3")) && refused.contains("entry 1"), "{refused}");
        let clock = Clock::Stopped(wednesday_afternoon());
        let city = City::open(kept.open().await, clock).await.unwrap();
        assert!(city.store().audits(None).await.unwrap().is_empty());
        // Without it both come in at once, and each is told in the trail.
        std::fs::write(&file, json!([info(1, true), info(2, true)]).to_string()).unwrap();
        let said: Value = serde_json::from_str(&run(kept, &import).unwrap()).unwrap();
        assert_eq!(said["added"], json!([place_id(1), place_id(2)]));
        assert_eq!(city.store().audits(None).await.unwrap().len(), 2);
        assert_eq!(city.store().check_trail(None).await.unwrap().fault_count(), 0);
    }
}
