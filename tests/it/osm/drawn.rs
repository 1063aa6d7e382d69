//! Small maps drawn by hand: every trap of real extracts, one at a time.

use geo::{Area, Contains, point};
use miteinander::domain::words::Words;
use miteinander::domain::{Amenity, Fact, Shape};
use miteinander::import::osm::{Extract, Finding, OsmId, Outline};

use super::{assert_sound, place, read_bytes};
use crate::pbf_writer::{Pbf, Sort};

/// A map with a square of nodes: `id` to `id + 3`, counter-clockwise from the south-west.
fn square(map: &mut Pbf, id: i64, (west, south): (f64, f64), side: f64) {
    let (east, north) = (west + side, south + side);
    for (number, corner) in (id..).zip([(west, south), (east, south), (east, north), (west, north)])
    {
        map.node(number, corner, &[]);
    }
}

fn sound(map: &Pbf) -> Extract {
    let extract = read_bytes(&map.bytes()).expect("the file is whole");
    assert_sound(&extract);
    extract
}

fn ids(extract: &Extract) -> Vec<String> {
    extract
        .objects
        .iter()
        .map(|object| object.id.to_string())
        .collect()
}

const PARK: (&str, &str) = ("leisure", "park");

#[test]
fn a_park_is_an_area_and_a_library_a_point() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.01);
    map.node(
        5,
        (9.005, 48.005),
        &[
            ("amenity", "library"),
            ("name", "Bücherei"),
            ("toilets", "yes"),
        ],
    );
    map.node(6, (9.006, 48.005), &[("amenity", "bench")]);
    map.way(1, &[1, 2, 3, 4, 1], &[PARK, ("lit", "no")]);
    let extract = sound(&map);
    assert_eq!(ids(&extract), ["node/5", "way/1"]);
    let park = place(&extract.objects[1]);
    let Shape::Area(area) = &park.shape else {
        panic!("{park:?}")
    };
    assert!((area.unsigned_area() - 0.0001).abs() < 1e-9);
    assert_eq!(park.name.as_str(), "Park");
    assert_eq!(
        park.facts
            .estimated
            .iter()
            .map(Words::as_str)
            .collect::<Vec<_>>(),
        ["name"]
    );
    assert_eq!(park.facts.amenities.fact(Amenity::LitAfterDark), Fact::No);
    assert_eq!(park.facts.amenities.fact(Amenity::Shade), Fact::Unknown);
    assert_eq!(
        park.last_verified_at, None,
        "version and timestamp are no verification"
    );
    assert_eq!(place(&extract.objects[0]).name.as_str(), "Bücherei");
}

#[test]
fn a_multipolygon_has_its_hole_and_takes_the_place_of_its_outer_way() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.04);
    square(&mut map, 11, (9.01, 48.01), 0.01);
    map.way(1, &[1, 2, 3, 4, 1], &[PARK]);
    map.way(2, &[11, 12, 13, 14, 11], &[]);
    map.relation(
        1,
        &[(Sort::Way, 1, "outer"), (Sort::Way, 2, "inner")],
        &[("type", "multipolygon"), PARK],
    );
    let extract = sound(&map);
    assert_eq!(ids(&extract), ["relation/1"]);
    assert_eq!(extract.report.count(Finding::SameAsRelation), 1);
    let Shape::Area(area) = &extract.objects[0].shape else {
        panic!()
    };
    assert!(area.contains(&point!(x: 9.03, y: 48.03)));
    assert!(!area.contains(&point!(x: 9.015, y: 48.015)));
}

#[test]
fn a_relation_with_missing_members_is_survived() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.01);
    map.way(1, &[1, 2, 3, 4, 1], &[]);
    map.way(2, &[1, 2, 3], &[]);
    let multipolygon = [("type", "multipolygon"), PARK];
    map.relation(
        1,
        &[(Sort::Way, 1, "outer"), (Sort::Way, 99, "inner")],
        &multipolygon,
    );
    map.relation(
        2,
        &[(Sort::Way, 2, "outer"), (Sort::Way, 98, "outer")],
        &multipolygon,
    );
    map.relation(3, &[(Sort::Way, 97, "outer")], &multipolygon);
    map.relation(4, &[(Sort::Node, 1, "")], &[("type", "site"), PARK]);
    map.relation(5, &[(Sort::Way, 1, "")], &[("type", "site"), PARK]);
    let extract = sound(&map);
    assert_eq!(ids(&extract), ["relation/1"]);
    for (finding, count) in [
        (Finding::MissingMembers, 1),
        (Finding::NotClosed, 1),
        (Finding::NoGeometry, 2),
        (Finding::OtherRelation, 1),
    ] {
        assert_eq!(extract.report.count(finding), count, "{finding:?}");
    }
}

#[test]
fn a_way_with_missing_nodes_keeps_what_can_be_kept() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.01);
    map.way(1, &[1, 2, 99, 3, 4], &[("route", "foot")]);
    map.way(2, &[1, 2, 99, 4, 1], &[PARK]);
    map.way(3, &[1, 2, 3, 4], &[PARK]);
    map.way(4, &[98, 99], &[PARK]);
    map.way(5, &[], &[PARK]);
    map.way(6, &[1, 1, 1], &[("route", "foot")]);
    let extract = sound(&map);
    assert_eq!(ids(&extract), ["way/1"]);
    let Shape::Line(line) = &extract.objects[0].shape else {
        panic!()
    };
    assert_eq!(line.0.len(), 2);
    assert_eq!(extract.report.count(Finding::MissingNodes), 1);
    assert_eq!(extract.report.count(Finding::NotClosed), 2);
    assert_eq!(extract.report.count(Finding::NoGeometry), 3);
}

#[test]
fn a_route_is_one_line_through_its_ways() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.01);
    map.way(1, &[1, 2], &[]);
    map.way(2, &[3, 2], &[]);
    map.relation(
        1,
        &[(Sort::Way, 1, ""), (Sort::Way, 2, "")],
        &[("type", "route"), ("route", "hiking")],
    );
    let extract = sound(&map);
    let Shape::Line(line) = &extract.objects[0].shape else {
        panic!()
    };
    assert_eq!((line.0.len(), line.0[0].0.len()), (1, 3));
}

#[test]
fn stray_nodes_and_nodes_off_the_earth_blow_nothing_up() {
    let mut map = Pbf::new();
    let library = [("amenity", "library")];
    for id in 1..10 {
        map.node(
            id,
            (9.0 + f64::from(i32::try_from(id).unwrap()) / 100.0, 48.0),
            &library,
        );
    }
    map.node(90, (-179.9, -89.9), &library);
    map.node(91, (181.0, 48.0), &library);
    map.node(92, (9.0, 900.0), &library);
    let extract = sound(&map);
    assert_eq!(extract.objects.len(), 10);
    assert_eq!(extract.report.nodes_off_earth, 2);
    assert_eq!(
        extract.report.findings[&Finding::FarAway].examples,
        [OsmId::Node(90)]
    );
}

#[test]
fn a_shelter_is_dropped_and_nothing_said_about_it_but_the_count() {
    let mut map = Pbf::new();
    map.node(
        4711,
        (9.123_456, 48.654_321),
        &[
            ("amenity", "community_centre"),
            ("name", "Frauenhaus Musterstadt"),
        ],
    );
    map.node(
        4712,
        (9.1, 48.6),
        &[("amenity", "community_centre"), ("name", "Frauen\0haus")],
    );
    map.node(1, (9.0, 48.0), &[("amenity", "library")]);
    let extract = sound(&map);
    assert_eq!(ids(&extract), ["node/1"]);
    assert_eq!(extract.report.shelters, 2);
    let everything = format!("{extract:?}{}", extract.report);
    for trace in ["4711", "4712", "Frauen", "9.123", "48.654"] {
        assert!(!everything.contains(trace), "{trace}");
    }
}

#[test]
fn values_that_do_not_fit_are_cut_or_dropped_and_counted() {
    let mut map = Pbf::new();
    let long = "ä".repeat(300);
    let endless = "x".repeat(5_000);
    map.node(
        1,
        (9.0, 48.0),
        &[
            ("amenity", "library"),
            ("name", &long),
            ("operator", "Stadt\u{7}Amt"),
        ],
    );
    map.node(
        2,
        (9.0, 48.0),
        &[
            ("amenity", "library"),
            ("description", &endless),
            ("note", "a\0b"),
        ],
    );
    map.node(
        3,
        (9.0, 48.0),
        &[
            ("leisure", "playground"),
            ("min_age", "12"),
            ("max_age", "6"),
        ],
    );
    let extract = sound(&map);
    assert_eq!(place(&extract.objects[0]).name.as_str(), "ä".repeat(200));
    assert_eq!(
        place(&extract.objects[0]).facts.operator.as_deref(),
        Some("Stadt Amt")
    );
    assert_eq!(place(&extract.objects[2]).facts.audience, None);
    assert_eq!(
        extract.report.findings[&Finding::UnusableValue].examples,
        [OsmId::Node(1), OsmId::Node(3)]
    );
    assert_eq!(extract.report.tags_dropped, 2);
    assert_eq!(extract.objects[1].tags.len(), 1);
}

#[test]
fn boundaries_become_districts_and_open_ones_are_named() {
    let mut map = Pbf::new();
    square(&mut map, 1, (9.0, 48.0), 0.01);
    square(&mut map, 11, (9.01, 48.0), 0.01);
    map.way(1, &[1, 2, 3], &[]);
    map.way(2, &[1, 4, 3], &[]);
    map.way(3, &[12, 13, 14], &[]);
    let named = |name| {
        [
            ("type", "boundary"),
            ("boundary", "administrative"),
            ("admin_level", "9"),
            ("name", name),
        ]
    };
    map.relation(
        1,
        &[
            (Sort::Way, 1, "outer"),
            (Sort::Way, 2, "outer"),
            (Sort::Node, 1, "label"),
        ],
        &named("Ost"),
    );
    map.relation(
        2,
        &[(Sort::Way, 3, "outer"), (Sort::Way, 99, "outer")],
        &named("West"),
    );
    map.relation(3, &[(Sort::Way, 3, "")], &named("Süd"));
    map.relation(
        4,
        &[(Sort::Way, 1, "outer")],
        &[("type", "boundary"), ("boundary", "administrative")],
    );
    let extract = sound(&map);
    assert!(matches!(extract.boundaries[0].outline, Outline::Closed(_)));
    assert_eq!(extract.report.count(Finding::UnnamedBoundary), 1);
    let found = extract.districts(None);
    assert_eq!(found.districts.len(), 1);
    assert_eq!(found.districts[0].id.as_str(), "ost");
    assert_eq!(
        found.report.not_closed,
        ["West (relation/2)", "Süd (relation/3)"]
    );
    assert!(found.report.to_string().contains("West (relation/2)"));
}

#[test]
fn an_object_that_comes_twice_counts_as_it_came_last() {
    let mut map = Pbf::new();
    map.node(1, (9.0, 48.0), &[("amenity", "library"), ("name", "alt")]);
    map.node(1, (9.0, 48.0), &[("amenity", "library"), ("name", "neu")]);
    let extract = sound(&map);
    assert_eq!(extract.objects.len(), 1);
    assert_eq!(place(&extract.objects[0]).name.as_str(), "neu");
}
