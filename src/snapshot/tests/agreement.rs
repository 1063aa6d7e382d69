//! The check that a city agrees with itself finds what does not.

use chrono::{Months, NaiveDate};

use super::*;
use crate::domain::staff::Role;
use crate::domain::survey::Survey;
use crate::snapshot::agreement::findings;

/// Four cells that fill a square, with a place in the first.
fn whole_city() -> (Vec<District>, Vec<Place>) {
    let districts = vec![
        district("a", rectangle(9.1, 48.8, 9.2, 48.9)),
        district("b", rectangle(9.2, 48.8, 9.3, 48.9)),
        district("c", rectangle(9.1, 48.9, 9.2, 49.0)),
        district("d", rectangle(9.2, 48.9, 9.3, 49.0)),
    ];
    let mut place = place_at(1, Shape::Point(at(9.15, 48.85)));
    place.facts.named_district = Some("a".parse().unwrap());
    place.facts.relocated_to = None;
    (districts, vec![place])
}

fn faults(districts: Vec<District>, places: Vec<Place>) -> Vec<String> {
    findings(&snapshot(districts, places), NaiveDate::default()).faults
}

#[test]
fn a_city_that_fits_together_has_no_faults() {
    let (districts, places) = whole_city();
    assert_eq!(faults(districts, places), Vec::<String>::new());
    assert_eq!(faults(Vec::new(), Vec::new()), Vec::<String>::new());
}

#[test]
fn districts_that_overlap_are_found() {
    let (mut districts, places) = whole_city();
    // 20 m further east: an overlap of about 20 m by 11 km.
    districts[0] = district("a", rectangle(9.1, 48.8, 9.2003, 48.9));
    let faults = faults(districts, places);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].starts_with("a and b overlap by 24"), "{faults:?}");
}

#[test]
fn a_hole_between_districts_is_found() {
    let (mut districts, places) = whole_city();
    districts[0].area = area(
        r#"{"type":"Polygon","coordinates":[[[9.1,48.8],[9.2,48.8],[9.2,48.84],[9.1995,48.85],[9.2,48.86],[9.2,48.9],[9.1,48.9],[9.1,48.8]]]}"#,
    );
    let faults = faults(districts, places);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("holes of 4"), "{faults:?}");
}

#[test]
fn a_place_outside_the_district_it_names_is_found() {
    let (districts, mut places) = whole_city();
    places[0].shape = Shape::Point(at(9.25, 48.85));
    assert!(
        faults(districts.clone(), places.clone())[0].ends_with("said to be in a, but lies in b")
    );
    places[0].shape = Shape::Point(at(9.0, 48.85));
    assert!(faults(districts, places)[0].ends_with("said to be in a, but lies in no district"));
}

#[test]
fn a_move_to_nowhere_and_a_quarter_of_nowhere_are_found() {
    let (districts, mut places) = whole_city();
    places[0].facts.relocated_to = Some(PlaceId(uuid::Uuid::nil()));
    let quarter = |id: &str, of: &str, area| Quarter {
        id: id.parse().unwrap(),
        name: id.parse().unwrap(),
        district: of.parse().unwrap(),
        area,
    };
    let city = Snapshot::build(CityData {
        quarters: vec![
            quarter("good", "a", rectangle(9.12, 48.82, 9.13, 48.83)),
            quarter("lost", "z", rectangle(9.12, 48.82, 9.13, 48.83)),
            quarter("wide", "a", rectangle(9.19, 48.82, 9.21, 48.83)),
        ],
        ..data(districts, places)
    });
    let faults = findings(&city, NaiveDate::default()).faults;
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults[0].contains("lost: there is no district z"));
    assert!(faults[1].contains("wide reaches out of a"));
    assert!(faults[2].contains("which is no place here"));
}

#[test]
fn a_district_whose_survey_nobody_confirmed_or_that_has_expired_is_missing_one() {
    let today: NaiveDate = "2026-03-04".parse().unwrap();
    let survey = |id: &str, months| Survey {
        district: id.parse().unwrap(),
        complete_since: today - Months::new(months),
        confirmed_by_role: Role::Planner,
        note: None,
    };
    let (districts, _) = whole_city();
    let city = Snapshot::build(CityData {
        surveys: vec![survey("a", 23), survey("b", 24), survey("gone", 1)],
        ..data(districts, Vec::new())
    });
    let missing = findings(&city, today).missing;
    let missing: Vec<_> = missing
        .iter()
        .filter(|own| own.contains("survey"))
        .collect();
    assert_eq!(
        missing,
        [
            "b: survey, the one of 2024-03-04 has expired",
            "c: survey",
            "d: survey"
        ]
    );
    assert!(
        city.survey(&"a".parse().unwrap())
            .unwrap()
            .is_current(today)
    );
    assert!(city.survey(&"c".parse().unwrap()).is_none());
}
