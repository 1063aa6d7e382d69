//! What may be the same thing as a suggestion, and what is doubtful about one.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::suggestion::{Doubt, Said, Suggestion, SuggestionId};
use crate::snapshot::look_alikes::are_alike;

/// So many metres east of the middle.
fn east(metres: f64) -> Location {
    let plane = LocalPlane::around(super::at(9.19, 48.9));
    let degrees = plane.unproject(geo::Coord { x: metres, y: 0.0 });
    super::at(degrees.x, degrees.y)
}

/// A city of these places, by name and metres to the east.
fn city(places: &[(&str, f64)]) -> Snapshot {
    let places = (1..).zip(places).map(|(number, (name, metres))| Place {
        name: name.parse().unwrap(),
        ..place_at(number, Shape::Point(east(*metres)))
    });
    snapshot(Vec::new(), places.collect())
}

fn said(name: &str, location: Option<Location>) -> Said {
    Said {
        name: name.parse().ok(),
        location,
        ..Said::default()
    }
}

/// The id of the place that was put in first.
fn first_of(city: &Snapshot) -> PlaceId {
    city.places().next().unwrap().place.id
}

fn names(found: &[LookAlike<&Located>]) -> Vec<String> {
    found
        .iter()
        .map(|own| own.found.place.name.to_string())
        .collect()
}

#[test]
fn what_is_near_or_called_alike_may_be_the_same() {
    let city = city(&[
        ("Ganz woanders", 350.0),
        ("Linde am Bach", 320.0),
        ("Die Linde am Bach", 250.0),
        ("Bücherei", 99.0),
        ("Bücherschrank", 101.0),
    ]);
    let found = city.look_alikes(&said("Linde am Bach", Some(east(0.0))));
    assert_eq!(names(&found), ["Die Linde am Bach", "Bücherei"]);
    assert!((found[0].distance_m.unwrap() - 250.0).abs() < 1.0);
    assert!(found[0].is_called_alike && !found[1].is_called_alike);
}

#[test]
fn without_a_spot_only_the_very_name_is_alike() {
    let city = city(&[("Linde am Bach", 0.0), ("Die Linde am Bach", 5.0)]);
    let found = city.look_alikes(&said("LINDE AM BACH", None));
    assert_eq!(names(&found), ["Linde am Bach"]);
    assert_eq!(found[0].distance_m, None);
}

#[test]
fn the_place_it_is_about_is_no_duplicate_of_itself() {
    let city = city(&[("Linde", 0.0), ("Linde", 20.0)]);
    let about = first_of(&city);
    let own = Said {
        about: Some(about),
        ..said("Linde", None)
    };
    let found = city.look_alikes(&own);
    assert_eq!(found.len(), 1);
    assert_ne!(found[0].found.place.id, about);
    assert_eq!(city.spot_of(&own).unwrap().source, SpotSource::Place);
}

#[test]
fn names_are_alike_with_typos_and_with_words_more() {
    for (a, b) in [
        ("stadtbibliothek", "stadtbibliothek ludwigsburg"),
        ("jugendhaus sued", "jugendhaus suet"),
        ("markt platz", "marktplatz"),
        ("cafe mia", "cafe mia"),
    ] {
        assert!(are_alike(a, b) && are_alike(b, a), "{a} {b}");
    }
    for (a, b) in [
        ("jugendhaus", "gemeindehaus"),
        ("spielplatz nord", "spielplatz sued"),
        ("", "x"),
    ] {
        assert!(!are_alike(a, b) && !are_alike(b, a), "{a} {b}");
    }
}

#[test]
fn suggestions_about_one_place_spot_or_name_are_found_together() {
    let city = city(&[("Linde", 0.0)]);
    let place = first_of(&city);
    let suggestion = |number, said| {
        Suggestion::new(
            SuggestionId(Uuid::from_u128(number)),
            NaiveDate::default(),
            said,
        )
    };
    let about = |id| Said {
        about: Some(id),
        is_gone: true,
        ..Said::default()
    };
    let all = [
        suggestion(1, said("Neue Linde", Some(east(80.0)))),
        suggestion(2, said("Bank", Some(east(150.0)))),
        suggestion(3, said("Neue Linde", Some(east(400.0)))),
        suggestion(4, said("Neue Linde", None)),
        suggestion(5, about(place)),
        suggestion(6, about(PlaceId(Uuid::from_u128(99)))),
        suggestion(7, about(place)),
    ];
    let alike = |number: usize| -> Vec<u128> {
        let found = city.suggestions_alike(&all[number - 1], &all);
        found.iter().map(|own| own.found.id.0.as_u128()).collect()
    };
    assert_eq!(alike(1), [4, 2, 5, 7]);
    assert_eq!(alike(5), [1, 7]);
    assert_eq!(alike(6), [] as [u128; 0]);
}

#[test]
fn a_house_number_without_a_place_could_be_a_dwelling() {
    let city = city(&[("Bücherei", 0.0)]);
    let at_number = |location| Said {
        address: "Gasse 3".parse().ok(),
        ..said("Treff", location)
    };
    assert_eq!(city.doubts_about(&at_number(Some(east(20.0)))), []);
    assert_eq!(
        city.doubts_about(&at_number(Some(east(30.0)))),
        [Doubt::HouseNumber]
    );
    assert_eq!(city.doubts_about(&at_number(None)), [Doubt::HouseNumber]);
    let described = Said {
        address: "hinter der Schule".parse().ok(),
        ..said("Treff", None)
    };
    assert_eq!(city.doubts_about(&described), []);
    let about = Said {
        about: Some(first_of(&city)),
        ..at_number(None)
    };
    assert_eq!(city.doubts_about(&about), []);
}
