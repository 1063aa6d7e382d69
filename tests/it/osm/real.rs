//! Real extracts, with the traps they are known for. Skipped where they are not at hand.

use std::io::{self, Write};
use std::path::PathBuf;

use geo::Contains;
use miteinander::import::osm::{Districts, Extract, Finding, Options, read};

use super::{assert_sound, place};

/// Every extract, with its number of districts.
const EXTRACTS: [(&str, usize); 12] = [
    ("faurndau-goeppingen", 0),
    ("frankfurt-hbf", 0),
    ("heidelberg-network", 0),
    ("helsinki-centre", 0),
    ("herrenberg-minimal", 0),
    ("kaiserslautern", 0),
    ("liechtenstein", 11),
    ("milan-network", 0),
    ("monaco", 6),
    ("munich-centre", 5),
    ("north-bayreuth", 1),
    ("porto-alegre-network", 0),
];

fn path(name: &str) -> Option<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/osm");
    let path = PathBuf::from(folder).join(format!("{name}.osm.pbf"));
    if path.exists() {
        return Some(path);
    }
    // The test harness would swallow a macro's output of a test that passes.
    writeln!(
        io::stderr(),
        "skipped: the extract {name}.osm.pbf is not at hand"
    )
    .ok();
    None
}

/// The content of an extract, or nothing, with the reason printed.
pub(super) fn bytes(name: &str) -> Option<Vec<u8>> {
    path(name).map(|path| std::fs::read(path).expect("the extract is readable"))
}

pub(crate) fn extract(name: &str) -> Option<(Extract, Districts)> {
    let extract = read(&path(name)?, &Options::default()).expect("the extract is whole");
    let districts = extract.districts(None);
    Some((extract, districts))
}

#[test]
fn every_extract_is_survived_with_its_districts() {
    for (name, count) in EXTRACTS {
        let Some((extract, districts)) = extract(name) else {
            continue;
        };
        assert_sound(&extract);
        assert_eq!(districts.districts.len(), count, "{name}");
        assert!(!extract.objects.is_empty(), "{name}");
        let summary = format!("{}{}", extract.report, districts.report);
        assert!(
            summary.contains("places: ") && summary.contains("districts: "),
            "{summary}"
        );
        assert!(summary.lines().count() < 60, "{summary}");
    }
}

#[test]
fn a_second_read_gives_the_same() {
    for name in ["monaco", "munich-centre"] {
        let Some(first) = extract(name) else { continue };
        assert_eq!(Some(first), extract(name), "{name}");
    }
}

#[test]
fn liechtenstein_has_its_eleven_municipalities_with_their_exclaves() {
    let Some((extract, districts)) = extract("liechtenstein") else {
        return;
    };
    assert_eq!(
        (districts.report.level, districts.report.city.as_deref()),
        (Some(8), Some("Liechtenstein"))
    );
    let ids: Vec<&str> = districts
        .districts
        .iter()
        .map(|district| district.id.as_str())
        .collect();
    assert!(
        ids.contains(&"vaduz") && ids.contains(&"schellenberg"),
        "{ids:?}"
    );
    let vaduz = districts
        .districts
        .iter()
        .find(|district| district.id.as_str() == "vaduz")
        .unwrap();
    assert!(
        vaduz.area.0.len() > 1,
        "Vaduz has exclaves in the mountains"
    );
    for object in extract
        .objects
        .iter()
        .filter(|object| object.kind.as_str() == "library")
    {
        let at = object.shape.label().point();
        let around = districts
            .districts
            .iter()
            .filter(|district| district.area.contains(&at));
        assert_eq!(around.count(), 1, "{}", object.id);
    }
}

#[test]
fn districts_that_the_extract_cuts_are_named() {
    let Some((_, monaco)) = extract("monaco") else {
        return;
    };
    assert_eq!(monaco.report.level, Some(10));
    assert_eq!(monaco.report.not_closed.len(), 3, "{}", monaco.report);
    assert_eq!(monaco.report.city.as_deref(), Some("Monaco"));
    let Some((_, munich)) = extract("munich-centre") else {
        return;
    };
    assert_eq!(
        (munich.report.level, munich.report.not_closed.len()),
        (Some(10), 11)
    );
    assert_eq!(munich.report.city.as_deref(), Some("München"));
}

#[test]
fn an_extract_without_boundaries_says_so() {
    let Some((extract, districts)) = extract("kaiserslautern") else {
        return;
    };
    assert_eq!(districts.report.level, None);
    assert!(
        districts
            .report
            .to_string()
            .contains("places stand without a district")
    );
    assert_eq!(districts.report.city.as_deref(), Some("Kaiserslautern"));
    // Versions of -1 and timestamps of 1969 are no verification.
    assert!(
        extract
            .objects
            .iter()
            .all(|object| place(object).last_verified_at.is_none())
    );
}

#[test]
fn relations_that_the_extract_cuts_are_reported() {
    let Some((extract, _)) = extract("liechtenstein") else {
        return;
    };
    assert!(extract.report.count(Finding::MissingMembers) > 10);
    assert!(extract.report.count(Finding::NoGeometry) > 0);
    assert!(
        extract
            .report
            .to_string()
            .contains("some of its members are not in the file")
    );
}
