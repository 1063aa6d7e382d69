use geo::polygon;

use super::*;
use crate::import::osm::{Object, OsmId, Report};

/// A square boundary; `side` in degrees.
fn boundary(number: i64, level: u8, name: &str, west: f64, side: f64) -> Boundary {
    let (east, north) = (west + side, 48.0 + side);
    let square =
        polygon![(x: west, y: 48.0), (x: east, y: 48.0), (x: east, y: north), (x: west, y: north)];
    Boundary {
        id: OsmId::Relation(number),
        level,
        name: name.parse().unwrap(),
        outline: Outline::Closed(square.into()),
        tags: [("population".to_owned(), "1234".to_owned())].into(),
    }
}

fn open(number: i64, level: u8, name: &str) -> Boundary {
    Boundary {
        outline: Outline::Open,
        ..boundary(number, level, name, 9.0, 0.1)
    }
}

fn extract(boundaries: Vec<Boundary>) -> Extract {
    Extract {
        map: crate::domain::CityMap::default(),
        settlements: Vec::new(),
        boundaries,
        objects: Vec::new(),
        shelters: crate::import::osm::Shelters::default(),
        report: Report::default(),
    }
}

fn place_in(city: &str) -> Object {
    Object {
        id: OsmId::Node(1),
        kind: "library".parse().unwrap(),
        shape: Shape::Point(Location::from_lon_lat(9.0, 48.0).unwrap()),
        tags: [("addr:city".to_owned(), city.to_owned())].into(),
    }
}

#[test]
fn the_level_with_most_closed_boundaries_is_found() {
    let extract = extract(vec![
        boundary(1, 2, "Land", 8.0, 3.0),
        boundary(2, 6, "Kreis", 8.5, 2.0),
        boundary(3, 8, "Ost", 9.0, 0.1),
        boundary(4, 8, "West", 9.1, 0.1),
        open(5, 8, "Süd"),
        boundary(6, 10, "Mitte", 9.0, 0.05),
    ]);
    let found = extract.districts(None);
    assert_eq!(found.report.level, Some(8));
    let names: Vec<&str> = found
        .districts
        .iter()
        .map(|district| &*district.name)
        .collect();
    assert_eq!(names, ["Ost", "West"]);
    assert_eq!(found.report.not_closed, ["Süd (relation/5)"]);
    assert_eq!(found.report.city.as_deref(), Some("Kreis"));
    assert_eq!(
        found.districts[0].population.map(|people| people.count),
        Some(1234)
    );
    assert_eq!(extract.districts(Some(10)).districts.len(), 1);
    assert_eq!(extract.districts(Some(4)).districts, []);
}

#[test]
fn a_country_alone_is_no_district() {
    let found = extract(vec![boundary(1, 2, "Land", 8.0, 3.0), open(2, 9, "Nord")]).districts(None);
    assert_eq!((found.report.level, found.districts.len()), (None, 0));
    assert_eq!(found.report.not_closed, ["Nord (relation/2)"]);
    assert!(found.report.to_string().contains("none"));
}

#[test]
fn a_boundary_inside_another_of_its_level_is_left_out() {
    let twins = vec![
        boundary(1, 9, "Mitte", 9.0, 0.1),
        boundary(2, 9, "Mitte", 9.0, 0.1),
        boundary(3, 9, "Mitte", 9.2, 0.1),
    ];
    let found = extract(twins).districts(None);
    let ids: Vec<&str> = found
        .districts
        .iter()
        .map(|district| district.id.as_str())
        .collect();
    assert_eq!(ids, ["mitte", "mitte-2"]);
    assert_eq!(found.report.overlapping, ["Mitte (relation/2)"]);
}

#[test]
fn the_city_is_what_most_places_say_where_no_boundary_encloses_its_parts() {
    let mut extract = extract(vec![
        open(1, 6, "Musterstadt"),
        open(2, 6, "Landkreis Musterstadt"),
        boundary(3, 9, "Ost", 9.0, 0.1),
    ]);
    assert_eq!(extract.districts(None).report.city, None);
    extract.objects = vec![
        place_in("Nachbarort"),
        place_in("Musterstadt"),
        place_in("Musterstadt"),
    ];
    assert_eq!(
        extract.districts(None).report.city.as_deref(),
        Some("Musterstadt")
    );
}

#[test]
fn one_municipality_is_its_own_city() {
    let found =
        extract(vec![open(1, 6, "Kreis"), boundary(2, 8, "Dorf", 9.0, 0.1)]).districts(None);
    assert_eq!(found.report.city.as_deref(), Some("Dorf"));
}

#[test]
fn a_population_that_is_no_number_is_unknown() {
    let mut dorf = boundary(1, 8, "Dorf", 9.0, 0.1);
    dorf.tags = [("population".to_owned(), "about 900".to_owned())].into();
    assert_eq!(settlements::population(&dorf.tags), None);
    dorf.tags = [
        ("population".to_owned(), "900".to_owned()),
        ("population:date".to_owned(), "2019-12-31".to_owned()),
    ]
    .into();
    let population = settlements::population(&dorf.tags).unwrap();
    assert_eq!((population.count, population.year), (900, Some(2019)));
}

#[test]
fn a_boundary_without_a_figure_takes_that_of_the_settlement_of_its_name_as_an_estimate() {
    let settlement = |name: &str, lon, count| Settlement {
        name: name.parse().unwrap(),
        location: Location::from_lon_lat(lon, 48.05).unwrap(),
        population: Population {
            count,
            year: Some(2020),
            estimated: false,
        },
    };
    let mut boundaries = vec![
        boundary(1, 8, "A", 9.0, 0.1),
        boundary(2, 8, "B", 9.1, 0.1),
        boundary(3, 8, "C", 9.2, 0.1),
        boundary(4, 8, "D", 9.3, 0.1),
    ];
    boundaries[1..].iter_mut().for_each(|own| own.tags.clear());
    let mut extract = extract(boundaries);
    extract.settlements = vec![
        settlement("A", 9.05, 7),
        settlement("B", 9.15, 8),
        settlement("B", 9.05, 9),
        settlement("Dorf", 9.25, 10),
        settlement("D", 9.34, 11),
        settlement("D", 9.36, 12),
    ];
    let figures = extract.districts(Some(8)).districts.into_iter();
    let figures: Vec<_> = figures
        .map(|own| {
            own.population
                .map(|figure| (figure.count, figure.estimated))
        })
        .collect();
    // C has no settlement of its name, D has two.
    assert_eq!(figures, [Some((1234, false)), Some((8, true)), None, None]);
}
