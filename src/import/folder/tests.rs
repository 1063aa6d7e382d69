use std::fs;

use super::*;

const SETTINGS_TEXT: &str = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n";
const SQUARE: &str =
    r#"{"type":"Polygon","coordinates":[[[9,48],[9.1,48],[9.1,48.1],[9,48.1],[9,48]]]}"#;

fn features(list: &[(&str, &str)]) -> String {
    let feature = |(properties, geometry): &(&str, &str)| {
        format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
    };
    let list: Vec<_> = list.iter().map(feature).collect();
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        list.join(",")
    )
}

/// A folder with these files, and the smallest good ones beside them.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let districts = features(&[(r#"{"id":"a","name":"A"}"#, SQUARE)]);
    for (name, text) in [
        ("city.toml", SETTINGS_TEXT),
        ("districts.geojson", &*districts),
    ]
    .iter()
    .chain(files)
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn read(folder: &tempfile::TempDir) -> Result<CityChange, Refused> {
    CityFolder::from(folder.path()).read()
}

/// File, feature and field of every complaint.
fn complaints(folder: &tempfile::TempDir) -> Vec<(String, String, String)> {
    let refused = read(folder).unwrap_err();
    let parts = |own: Complaint| (own.file, own.feature, own.field);
    refused.0.into_iter().map(parts).collect()
}

#[test]
fn a_city_needs_only_its_settings_and_its_districts() {
    let change = read(&folder(&[])).unwrap();
    assert_eq!(change.settings.unwrap().name, "X");
    assert_eq!(change.districts.unwrap().districts.len(), 1);
    assert!(change.places.is_empty());
}

#[test]
fn the_population_of_its_own_file_stands_before_that_of_the_outline() {
    let districts = features(&[(r#"{"id":"a","name":"A","population":5}"#, SQUARE)]);
    let figures = "district_id,year,population,estimated\na,2024,7,false\n";
    let folder = folder(&[
        ("districts.geojson", &districts),
        ("population.csv", figures),
    ]);
    let districts = read(&folder).unwrap().districts.unwrap().districts;
    assert_eq!(districts[0].population.unwrap().count, 7);
}

#[test]
fn everything_that_is_wrong_in_any_file_is_told_at_once() {
    let bow_tie =
        r#"{"type":"Polygon","coordinates":[[[9,48],[9.1,48.1],[9.1,48],[9,48.1],[9,48]]]}"#;
    let districts = features(&[
        (r#"{"id":"a","name":"A"}"#, SQUARE),
        (r#"{"id":"b","name":"B"}"#, bow_tie),
    ]);
    let quarters = features(&[(r#"{"id":"q","name":"Q"}"#, SQUARE)]);
    let point = r#"{"type":"Point","coordinates":[9.05,98]}"#;
    let places = features(&[(r#"{"name":"Treff","kind":"sauna"}"#, point)]);
    let folder = folder(&[
        ("city.toml", "id = \"x\"\n"),
        ("districts.geojson", &districts),
        ("quarters.geojson", &quarters),
        ("population.csv", "district_id,population\nz,many\n"),
        ("places.geojson", &places),
    ]);
    let told = complaints(&folder);
    let expected = [
        ("city.toml", "", ""),
        ("districts.geojson", "feature 2 (B)", "geometry"),
        ("quarters.geojson", "feature 1 (Q)", "district"),
        ("population.csv", "row 1", "population"),
        ("places.geojson", "feature 1 (Treff)", "kind"),
        ("places.geojson", "feature 1 (Treff)", "geometry"),
    ];
    for (file, feature, field) in expected {
        let is_told = told
            .iter()
            .any(|own| own.0.ends_with(file) && own.1 == feature && own.2 == field);
        assert!(is_told, "{file}, {feature}, {field} is missing in {told:?}");
    }
    assert_eq!(told.len(), expected.len(), "{told:?}");
}

#[test]
fn a_missing_file_is_named_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let refused = read(&folder).unwrap_err().to_string();
    for name in ["city.toml", "districts.geojson"] {
        let path = folder.path().join(name).display().to_string();
        assert!(refused.contains(&path), "{refused}");
    }
}

#[test]
fn a_population_of_a_district_that_is_not_there_is_refused() {
    let folder = folder(&[("population.csv", "district_id,population\nz,7\n")]);
    assert_eq!(
        complaints(&folder),
        [("population.csv".into(), "z".into(), "district_id".into())]
    );
}

#[test]
fn a_quarter_that_stands_twice_or_in_no_district_is_refused() {
    let complaint = |quarters: &[(&str, &str)]| {
        let told = complaints(&folder(&[("quarters.geojson", &features(quarters))]));
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].clone()
    };
    let twice = complaint(&[
        (r#"{"id":"q","name":"Q","district":"a"}"#, SQUARE),
        (r#"{"id":"q","name":"R","district":"a"}"#, SQUARE),
    ]);
    assert_eq!((&*twice.1, &*twice.2), ("feature 2 (R)", "id"));
    let nowhere = complaint(&[(r#"{"id":"s","name":"S","district":"z"}"#, SQUARE)]);
    assert_eq!((&*nowhere.1, &*nowhere.2), ("s", "district"));
}

#[test]
fn a_calendar_keeps_its_good_events_and_the_folder_is_read() {
    let point = r#"{"type":"Point","coordinates":[9.05,48.05]}"#;
    let places = features(&[(r#"{"name":"Treff","kind":"library"}"#, point)]);
    let event = |lines: &str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let calendar = format!(
        "BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n",
        event("UID:1\nSUMMARY:Spiele\nDTSTART:20261124T180000\nLOCATION:Treff"),
        event("UID:2\nSUMMARY:Nie\nDTSTART:gestern")
    );
    let folder = folder(&[("places.geojson", &places), ("events.ics", &calendar)]);
    let change = read(&folder).unwrap();
    assert_eq!(change.events.len(), 1);
    let event = &change.events[0].event;
    assert_eq!(event.venue.place, Some(change.places[0].place.id));
    assert_eq!(
        (event.source.as_str(), event.origin),
        ("events", EventOrigin::Calendar)
    );
    let told = CityFolder::from(folder.path())
        .calendar_complaints()
        .unwrap();
    assert_eq!((told.len(), told[0].field.as_str()), (1, "DTSTART"));
    let none = self::folder(&[("events.ics", "hello")]);
    assert_eq!(
        complaints(&none),
        [("events.ics".into(), String::new(), String::new())]
    );
}

#[test]
fn the_city_that_came_with_the_program_is_labelled_as_a_sample() {
    let change = CityFolder::BuiltIn.read().unwrap();
    assert!(change.settings.unwrap().sample);
    assert!(
        change
            .places
            .iter()
            .all(|change| change.place.origin == Origin::Sample)
    );
    assert_eq!(change.author, Author::built_in());
}

/// The criteria that came with the program, under another name and from another day on.
fn criteria(version: &str, since: &str) -> String {
    include_str!("../../../geodata/catalogue/criteria/lb-draft-1.toml")
        .replacen("lb-draft-1", version, 1)
        .replacen("2025-01-01", since, 1)
}

fn with_criteria(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("criteria")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("criteria").join(name), text).unwrap();
    }
    folder
}

#[test]
fn the_built_in_city_and_one_without_criteria_of_its_own_use_those_of_the_program() {
    let plain = folder(&[]);
    for own in [CityFolder::BuiltIn, CityFolder::from(plain.path())] {
        let all = own.criteria().unwrap();
        let names: Vec<_> = all
            .iter()
            .map(|own| own.version.as_str().to_owned())
            .collect();
        assert_eq!(names, ["lb-draft-1"]);
    }
}

#[test]
fn a_city_has_versions_of_its_own_beside_and_in_place_of_those_of_the_program() {
    let folder = with_criteria(&[
        ("city-2.toml", &criteria("city-2", "2026-07-01")),
        ("draft.toml", &criteria("lb-draft-1", "2024-01-01")),
        ("README.md", "not one of them"),
    ]);
    let all = CityFolder::from(folder.path()).criteria().unwrap();
    let own = all
        .iter()
        .map(|own| (own.version.to_string(), own.since.to_string()));
    let expected = [("lb-draft-1", "2024-01-01"), ("city-2", "2026-07-01")];
    assert!(own.eq(expected.map(|(version, since)| (version.to_owned(), since.to_owned()))));
}

#[test]
fn broken_criteria_are_refused_with_file_line_and_rule() {
    let broken =
        criteria("city-2", "2026-07-01").replacen("width_cm = \">= 150\"", "width_cm = \"150\"", 1);
    let line = broken
        .lines()
        .position(|line| line.contains("\"150\""))
        .unwrap()
        + 1;
    let folder = with_criteria(&[("b.toml", &broken), ("a.toml", "version = ")]);
    let refused = CityFolder::from(folder.path()).criteria().unwrap_err();
    let said: Vec<_> = refused.0.iter().map(ToString::to_string).collect();
    assert!(said[0].contains("a.toml, line 1, catalogue: "), "{said:?}");
    let expected = format!("b.toml, line {line}, C01.standard.width_cm: must be written as");
    assert!(said[1].contains(&expected), "{said:?}");
}

/// The complaint about one audit of a folder, if there is any.
fn about_an_audit(changed: &serde_json::Value) -> Option<String> {
    let mut audit = serde_json::json!({
        "id": "5a0d1701-0000-4000-8000-000000000001", "place": "64b03e8f-a7ba-46f1-b022-b9c1362f38e1", "criteria": "lb-draft-1",
        "depth": "full", "source": "audit", "auditors": ["city"], "audited_on": "2026-06-10",
        "published_on": "2026-06-24", "sheet": {},
    });
    let members = changed.as_object().unwrap().clone();
    audit.as_object_mut().unwrap().extend(members);
    let audits = serde_json::json!({ "audits": [audit] }).to_string();
    let entry: super::audits::File = serde_json::from_str(&audits).unwrap();
    let today = "2026-11-28".parse().unwrap();
    let entry = entry.audits.into_iter().next().unwrap();
    entry.checked(today).err().map(|own| own.field.into_owned())
}

#[test]
fn an_audit_of_a_folder_says_who_was_there_or_that_it_is_made_up_and_lies_in_the_past() {
    let about = |changed: serde_json::Value| about_an_audit(&changed);
    assert_eq!(about(serde_json::json!({})), None);
    let made_up = serde_json::json!({ "auditors": [], "made_up": true });
    assert_eq!(about(made_up), None);
    for (changed, field) in [
        (serde_json::json!({ "auditors": [] }), "auditors"),
        (serde_json::json!({ "made_up": true }), "made_up"),
        (
            serde_json::json!({ "published_on": "2026-06-09" }),
            "published_on",
        ),
        (
            serde_json::json!({ "published_on": "2026-11-29" }),
            "published_on",
        ),
        (
            serde_json::json!({ "audited_on": "2999-01-01", "published_on": "2999-01-02" }),
            "published_on",
        ),
    ] {
        assert_eq!(about(changed).as_deref(), Some(field));
    }
}
