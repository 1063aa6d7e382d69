mod after;
mod against_scan;
mod agreement;
mod coverage;
mod look_alikes;
mod safety_ground;
mod safety_squares;

use std::sync::LazyLock;

use super::*;
use crate::barrier_free::Sheet;
use crate::barrier_free::tests::{all_met, amount, draft};
use crate::domain::audit::life::AuditRevision;
use crate::domain::audit::{AuditId, Auditor, Depth, Source, Unit};
use crate::domain::random::Dice;
use crate::domain::{Boundary, LocalPlane, Location, Shape, shape};

fn settings() -> CitySettings {
    CitySettings::from_toml(
        "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\ncenter = [9.2, 48.9]\n\
         [holidays]\npublic = [{ name = \"Neujahr\", on = \"01-01\" }]\n",
    )
    .unwrap()
}

/// A city of which only the settings are known.
pub(in crate::snapshot) fn empty_city(settings: CitySettings) -> CityData {
    CityData {
        settings,
        ..data(Vec::new(), Vec::new())
    }
}

fn data(districts: Vec<District>, places: Vec<Place>) -> CityData {
    CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        events: Vec::new(),
        map_revision: None,
        map: None,
        residents_revision: None,
        residents: None,
        revision: Revision(1),
        lineage: "test".into(),
        settings: settings(),
        districts,
        quarters: Vec::new(),
        places,
    }
}

/// Sheets from which different ratings follow.
static SHEETS: LazyLock<Vec<serde_json::Value>> = LazyLock::new(|| {
    let catalogue = draft();
    let doors = [90.0, 84.0, 78.0].map(|width| {
        let mut sheet = all_met(&catalogue);
        let width = amount(width, Unit::Centimetres);
        sheet.set("C18", "width_cm", Some(&width)).unwrap();
        sheet.to_json()
    });
    let nothing = Sheet::empty(&catalogue).to_json();
    doors.into_iter().chain([nothing]).collect()
});

/// What is published of a place: nothing, one audit, or several of which the newest counts.
fn audits_of(dice: &mut Dice, place: PlaceId) -> Vec<PublishedAudit> {
    let count = dice.below(3);
    let audits = (0..count).map(|_| PublishedAudit {
        id: AuditId(dice.place_id().0),
        revision: AuditRevision::FIRST,
        place,
        criteria: dice
            .pick(&["lb-draft-1", "lb-draft-1", "gone"])
            .parse()
            .unwrap(),
        depth: dice.pick(Depth::ALL),
        source: dice.pick(&[Source::Audit, Source::Audit, Source::SelfDeclared]),
        auditors: dice.pick(&[&[Auditor::City][..], &[]]).to_vec(),
        audited_on: dice.day(),
        published_on: dice.day(),
        sheet: SHEETS[dice.below(4) as usize].clone(),
        change_reports: dice.below(2),
    });
    audits.collect()
}

fn snapshot(districts: Vec<District>, places: Vec<Place>) -> Snapshot {
    Snapshot::build(data(districts, places))
}

fn at(lon: f64, lat: f64) -> Location {
    Location::from_lon_lat(lon, lat).unwrap()
}

fn place_at(number: u128, shape: Shape) -> Place {
    let id = PlaceId(uuid::Uuid::from_u128(number));
    Place {
        id,
        shape,
        lifecycle: crate::domain::place::Lifecycle::default(),
        ..Dice(1).place(100)
    }
}

fn area(text: &str) -> geo::MultiPolygon<f64> {
    shape::geojson::read_area(serde_json::from_str(text).unwrap())
        .unwrap()
        .area
}

fn rectangle(west: f64, south: f64, east: f64, north: f64) -> geo::MultiPolygon<f64> {
    let rect = geo::Rect::new(
        geo::coord! { x: west, y: south },
        geo::coord! { x: east, y: north },
    );
    shape::check_area(rect.to_polygon().into()).unwrap().area
}

fn district(id: &str, area: geo::MultiPolygon<f64>) -> District {
    District {
        id: id.parse().unwrap(),
        name: id.parse().unwrap(),
        area,
        population: None,
        boundary: Boundary::Official,
    }
}

fn ids(page: &Page<'_>) -> Vec<u128> {
    page.places
        .iter()
        .map(|own| own.place.id.0.as_u128())
        .collect()
}

/// A ring of land around a lake, with an island in it: one multipolygon with a hole.
const RING_AND_ISLAND: &str = r#"{"type":"MultiPolygon","coordinates":[
    [[[9.20,48.90],[9.24,48.90],[9.24,48.94],[9.20,48.94],[9.20,48.90]],
     [[9.21,48.91],[9.21,48.93],[9.23,48.93],[9.23,48.91],[9.21,48.91]]],
    [[[9.219,48.919],[9.221,48.919],[9.221,48.921],[9.219,48.921],[9.219,48.919]]]]}"#;

#[test]
fn inside_an_area_the_distance_is_nought_and_in_its_hole_it_is_not() {
    let city = snapshot(
        Vec::new(),
        vec![place_at(1, Shape::Area(area(RING_AND_ISLAND)))],
    );
    let distance_m =
        |lon, lat| city.near(at(lon, lat), &PlaceFilter::default(), 1e9, 1)[0].distance_m;
    assert!(distance_m(9.205, 48.92) == 0.0, "on the ring");
    assert!(distance_m(9.22, 48.92) == 0.0, "on the island");
    assert!(distance_m(9.20, 48.92) == 0.0, "on its outer edge");
    // From 9.215° E the ring's inner edge lies 0.005° of longitude to the west, the island 0.004° to the east.
    let lake = distance_m(9.215, 48.92);
    assert!((lake - 0.004 * 73_098.0).abs() < 1.0, "{lake} m");
    assert!(distance_m(9.19, 48.92) > 700.0, "outside");
}

#[test]
fn a_box_finds_what_it_touches_and_not_what_it_lies_in_the_hole_of() {
    let line = "[[9.10,48.80],[9.12,48.82]]";
    let line: Vec<(f64, f64)> = serde_json::from_str::<Vec<[f64; 2]>>(line)
        .unwrap()
        .iter()
        .map(|c| (c[0], c[1]))
        .collect();
    let city = snapshot(
        Vec::new(),
        vec![
            place_at(1, Shape::Area(area(RING_AND_ISLAND))),
            place_at(2, Shape::Line(geo::MultiLineString::new(vec![line.into()]))),
            place_at(3, Shape::Point(at(9.3, 48.8))),
        ],
    );
    let found = |text: &str| {
        ids(&city.find(
            &Within::Box(text.parse().unwrap()),
            &PlaceFilter::default(),
            None,
            10,
        ))
    };
    assert_eq!(found("9,48,10,49"), [1, 2, 3]);
    assert_eq!(
        found("9.2015,48.915,9.2025,48.916"),
        [1],
        "a box inside the area"
    );
    assert_eq!(
        found("9.212,48.912,9.214,48.914"),
        [0; 0],
        "a box in the hole"
    );
    assert_eq!(
        found("9.212,48.912,9.2195,48.9195"),
        [1],
        "a box from the hole to the island"
    );
    assert_eq!(
        found("9.109,48.809,9.111,48.811"),
        [2],
        "a line through a box that holds no corner of it"
    );
    assert_eq!(
        found("9.1,48.811,9.109,48.82"),
        [0; 0],
        "the box of the line, but not the line"
    );
    assert_eq!(
        found("9.3,48.8,9.3,48.8"),
        [3],
        "a box without width on the point"
    );
    assert_eq!(found("9.24,48.94,9.25,48.95"), [1], "only the corner");
}

#[test]
fn a_box_over_the_antimeridian_finds_both_sides_and_each_place_once() {
    let points = [(1, 179.5), (2, -179.5), (3, 180.0), (4, -180.0), (5, 0.0)];
    let mut places: Vec<_> = points
        .map(|(number, lon)| place_at(number, Shape::Point(at(lon, -17.0))))
        .into();
    places.push(place_at(
        6,
        Shape::Area(rectangle(-180.0, -18.0, 180.0, -17.5)),
    ));
    let city = snapshot(Vec::new(), places);
    let found = |text: &str| {
        ids(&city.find(
            &Within::Box(text.parse().unwrap()),
            &PlaceFilter::default(),
            None,
            10,
        ))
    };
    assert_eq!(found("179,-20,-179,-10"), [1, 2, 3, 4, 6]);
    assert_eq!(found("179.9,-17.1,-179.9,-16.9"), [3, 4]);
    assert_eq!(found("-179,-20,179,-10"), [5, 6]);
}

#[test]
fn a_point_on_a_border_belongs_to_one_district_in_whichever_order_they_come() {
    let cells = [
        ("d", rectangle(9.1, 48.8, 9.2, 48.9)),
        ("b", rectangle(9.2, 48.8, 9.3, 48.9)),
        ("c", rectangle(9.1, 48.9, 9.2, 49.0)),
        ("a", rectangle(9.2, 48.9, 9.3, 49.0)),
    ];
    let names = |order: &[usize]| {
        let districts = order
            .iter()
            .map(|&slot| district(cells[slot].0, cells[slot].1.clone()));
        let city = snapshot(districts.collect(), Vec::new());
        let borders = [
            (9.2, 48.85),
            (9.15, 48.9),
            (9.2, 48.95),
            (9.25, 48.9),
            (9.2, 48.9), // shared
            (9.1, 48.85),
            (9.3, 49.0),
            (9.2, 48.8), // outer
        ];
        borders.map(|(lon, lat)| city.district_at(at(lon, lat)).unwrap().id.to_string())
    };
    let expected = ["b", "c", "a", "a", "a", "d", "a", "b"];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        assert_eq!(names(&order), expected);
    }
}

#[test]
fn a_place_near_a_border_is_marked_and_belongs_to_one_side() {
    let districts = vec![
        district("east", rectangle(9.2, 48.8, 9.3, 48.9)),
        district("west", rectangle(9.1, 48.8, 9.2, 48.9)),
    ];
    // At 48.85° N a ten-thousandth of a degree of longitude is 7.3 m.
    let lons = [9.1997, 9.1996, 9.2003, 9.2004, 9.2, 9.09];
    let places = (1..)
        .zip(lons)
        .map(|(number, lon)| place_at(number, Shape::Point(at(lon, 48.85))));
    let city = snapshot(districts, places.collect());
    let told: Vec<_> = city
        .places()
        .map(|own| {
            (
                own.near_border,
                city.district_of(own).map_or("none", |own| own.id.as_str()),
            )
        })
        .collect();
    let expected = [
        (true, "west"),
        (false, "west"),
        (true, "east"),
        (false, "east"),
        (true, "east"),
        (false, "none"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_short_id_finds_its_place_and_nothing_else_does() {
    let mut dice = Dice(8);
    let places: Vec<_> = (0..50).map(|_| dice.place(100)).collect();
    let city = snapshot(Vec::new(), places.clone());
    for place in &places {
        let found = city.places_by_short_id(&place.id.short());
        assert_eq!(found[0].place.id, place.id);
        assert_eq!(city.place(place.id).unwrap().place, *place);
    }
    let low = snapshot(
        Vec::new(),
        vec![place_at(0x0abc_def0 << 96, Shape::Point(at(9.2, 48.9)))],
    );
    assert!(!low.places_by_short_id("0abcdef0").is_empty());
    for wrong in [
        "",
        "+abcdef0",
        "abcdef0",
        "00abcdef0",
        "0abcdef1",
        "0abcdefg",
        "äabcdef",
    ] {
        assert!(low.places_by_short_id(wrong).is_empty(), "{wrong}");
    }
    assert!(low.place(PlaceId(uuid::Uuid::nil())).is_none());
}

#[test]
fn the_box_of_a_city_holds_all_districts_and_all_places() {
    assert!(snapshot(Vec::new(), Vec::new()).bbox().is_none());
    let city = snapshot(
        vec![district("a", rectangle(9.1, 48.8, 9.2, 48.9))],
        vec![
            place_at(1, Shape::Point(at(9.3, 48.85))),
            place_at(2, Shape::Area(rectangle(9.15, 48.7, 9.16, 48.75))),
        ],
    );
    assert_eq!(city.bbox(), "9.1,48.7,9.3,48.9".parse().ok());
}

#[test]
fn an_hour_asked_for_twice_is_answered_alike_and_another_hour_by_itself() {
    let mut place = place_at(1, Shape::Point(at(9.2, 48.9)));
    place.opening_hours = "Mo-Fr 10:00-18:00".parse().ok();
    let city = snapshot(Vec::new(), vec![place]);
    let is_open = |time: &str| {
        let filter = PlaceFilter {
            open_at: Some(time.parse().unwrap()),
            ..PlaceFilter::default()
        };
        city.find(&Within::Everywhere, &filter, None, 10).matched == 1
    };
    for _ in 0..2 {
        assert!(is_open("2026-03-04T09:00:00Z"), "Wednesday at ten");
        assert!(is_open("2026-03-04T16:59:59.999Z"), "the last second");
        assert!(!is_open("2026-03-04T17:00:00Z"), "closing time");
        assert!(!is_open("2026-03-04T08:59:59.999Z"), "before it opens");
        assert!(!is_open("2026-03-07T11:00:00Z"), "Saturday");
    }
}
