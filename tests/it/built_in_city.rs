//! The city that comes with the program: is it valid, does it agree with itself and with what is known of it?

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use geo::{Contains, Distance, Euclidean, LineString};
use miteinander::coverage::{Failing, HistoryPoint, Level, Missing, count, indicator};
use miteinander::domain::event::EventOrigin;
use miteinander::domain::level_history::YearQuarter;
use miteinander::domain::place::{Cost, Origin, Status};
use miteinander::domain::{Class, LocalPlane, Location, Place, shape};
use miteinander::export::geojson::{Way, place_collection};
use miteinander::import::folder::CityFolder;
use miteinander::import::places;
use miteinander::snapshot::{CityData, Located, PlaceFilter, Revision, Snapshot, agreement};
use miteinander::walk::{BarrierLine, DETOUR, Engine, Profile};

use crate::fixture::settings;
use crate::random::{Dice, countable};

const WAY: Way = Way {
    distance_m: 12.3,
    walk_s: Some(20.0),
    engine: Engine::BarrierLine,
};

pub(crate) fn built_in() -> Snapshot {
    let change = CityFolder::BuiltIn.read().unwrap();
    let districts = change.districts.unwrap();
    Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        events: change
            .events
            .into_iter()
            .map(|change| change.event)
            .collect(),
        map_revision: Some(Revision(1)),
        map: change.map.map(|map| (*map).clone()),
        residents_revision: Some(Revision(1)),
        residents: change.residents.map(|own| (*own).clone()),
        revision: Revision(1),
        lineage: "test".into(),
        settings: change.settings.unwrap(),
        districts: districts.districts,
        quarters: districts.quarters,
        places: change
            .places
            .into_iter()
            .map(|change| change.place)
            .collect(),
    })
}

#[test]
fn it_agrees_with_itself() {
    let findings = agreement::findings(&built_in(), "2026-11-22".parse().unwrap());
    assert_eq!(findings.faults, Vec::<String>::new());
    assert!(
        findings
            .to_string()
            .starts_with("Ludwigsburg: 12 districts, 46 places, 22 events\n")
    );
}

#[test]
fn its_population_sums_to_that_of_the_city() {
    let city = built_in();
    let counts = city
        .districts()
        .iter()
        .map(|own| own.population.unwrap().count);
    assert_eq!(counts.sum::<u32>(), 94_083);
    let estimated: BTreeSet<_> = city
        .districts()
        .iter()
        .filter(|own| own.population.unwrap().estimated)
        .map(|own| own.id.as_str())
        .collect();
    assert_eq!(estimated, ["mitte", "nord", "ost", "sued", "west"].into());
}

#[test]
fn every_place_lies_in_the_district_it_names_and_none_is_without() {
    let city = built_in();
    for own in city.places() {
        let named = own.place.facts.named_district.as_ref().unwrap();
        let district = city.district_of(own).map(|own| own.id.as_str());
        assert_eq!(district, Some(named.as_str()), "{}", own.place.name);
    }
    let ids: BTreeSet<_> = city
        .places()
        .map(|own| own.place.id.0.get_version_num())
        .collect();
    assert_eq!(ids, [4].into(), "ids are random");
}

#[test]
fn every_text_of_opening_hours_is_understood() {
    let city = built_in();
    for own in city.places() {
        if let Some(hours) = city.hours_of(own) {
            assert!(hours.is_understood(), "{}: {}", own.place.name, hours.raw());
        }
    }
}

#[test]
fn districts_that_are_neighbours_touch() {
    const NEIGHBOURS: &[(&str, &[&str])] = &[
        ("mitte", &["west", "nord", "ost", "sued"]),
        ("nord", &["eglosheim", "hoheneck", "ost"]),
        (
            "ost",
            &[
                "hoheneck",
                "neckarweihingen",
                "ossweil",
                "sued",
                "gruenbuehl",
            ],
        ),
        ("sued", &["west", "gruenbuehl"]),
        ("west", &["eglosheim", "pflugfelden"]),
        ("eglosheim", &["hoheneck"]),
        ("gruenbuehl", &["ossweil"]),
        ("hoheneck", &["neckarweihingen"]),
        ("neckarweihingen", &["ossweil", "poppenweiler"]),
        ("ossweil", &["poppenweiler"]),
    ];
    let city = built_in();
    let plane = LocalPlane::around(city.settings().center().unwrap().unwrap());
    let ground: BTreeMap<_, _> = city
        .districts()
        .iter()
        .map(|own| (own.id.as_str(), plane.project_all(&own.area)))
        .collect();
    for (one, others) in NEIGHBOURS {
        for other in *others {
            let gap_m = Euclidean.distance(&ground[one], &ground[other]);
            assert!(gap_m < 1.0, "{gap_m} m between {one} and {other}");
        }
    }
    let apart_m = Euclidean.distance(&ground["pflugfelden"], &ground["poppenweiler"]);
    assert!(apart_m > 3_000.0, "not everything touches everything");
}

#[test]
fn the_neckar_parts_the_districts_on_its_banks() {
    let neckar = line("barriers.geojson", "neckar");
    let city = built_in();
    // Crossings of the river on the straight way between two markers: odd means opposite banks.
    let is_parted = |one: &str, other: &str| {
        let label = |id: &str| city.district(&id.parse().unwrap()).unwrap().label().point();
        let way = geo::Line::new(label(one), label(other));
        let crossed = neckar
            .lines()
            .filter(|piece| geo::Intersects::intersects(piece, &way));
        crossed.count() % 2 == 1
    };
    for (one, other) in [
        ("hoheneck", "neckarweihingen"),
        ("ossweil", "poppenweiler"),
        ("ost", "neckarweihingen"),
        ("mitte", "poppenweiler"),
    ] {
        assert!(is_parted(one, other), "{one} and {other}");
    }
    for (one, other) in [
        ("hoheneck", "ost"),
        ("neckarweihingen", "poppenweiler"),
        ("west", "ossweil"),
    ] {
        assert!(!is_parted(one, other), "{one} and {other}");
    }
    let hoheneck = &city.district(&"hoheneck".parse().unwrap()).unwrap().area;
    let river_in_hoheneck = neckar.coords().filter(|corner| hoheneck.contains(*corner));
    assert_eq!(river_in_hoheneck.count(), 0, "the river is its border");
}

/// A line of a file of the built-in city.
fn line(file: &str, id: &str) -> LineString<f64> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/ludwigsburg");
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let geojson::GeoJson::FeatureCollection(all) = text.parse().unwrap() else {
        panic!("{file} is no collection");
    };
    let is_it = |feature: &geojson::Feature| {
        feature.id == Some(geojson::feature::Id::String(id.to_owned()))
    };
    let feature = all.features.into_iter().find(is_it).unwrap();
    feature.geometry.unwrap().try_into().unwrap()
}

/// What the program writes about these places, read as a city's own file.
fn exported_and_imported(places: Vec<Place>) -> (Vec<Place>, Vec<Place>) {
    let city = Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        events: Vec::new(),
        map_revision: None,
        residents_revision: None,
        residents: None,
        map: None,
        revision: Revision(1),
        lineage: "test".into(),
        settings: settings(),
        districts: Dice(1).districts(3, 3),
        quarters: Vec::new(),
        places,
    });
    let head = serde_json::json!({ "type": "FeatureCollection" });
    let all = city.places().map(|own| (own, Some(WAY)));
    let text = place_collection(&city, &head, all);
    let read = places::read("export", &text, Origin::Local, &[], uuid::Uuid::new_v4);
    let written = city.places().map(|own| own.place.clone());
    let as_local = |place| Place {
        origin: Origin::Local,
        ..place
    };
    (written.map(as_local).collect(), read.unwrap())
}

#[test]
fn what_is_exported_is_imported_again_the_same() {
    let change = CityFolder::BuiltIn.read().unwrap();
    let (written, read) = exported_and_imported(
        change
            .places
            .into_iter()
            .map(|change| change.place)
            .collect(),
    );
    assert_eq!(read, written);
    let mut dice = Dice(77);
    let (written, read) =
        exported_and_imported((0..50).map(|number| dice.place(number * 2)).collect());
    for (read, written) in read.iter().zip(&written) {
        assert_eq!(read, written);
    }
    assert_eq!(read.len(), 50);
}

#[test]
fn its_calendar_is_read_without_a_complaint_and_says_that_it_is_a_sample() {
    assert_eq!(CityFolder::BuiltIn.calendar_complaints().unwrap(), []);
    let city = built_in();
    let mut without_place = Vec::new();
    for held in city.events() {
        let event = &held.event;
        assert!(event.title.ends_with("(Beispiel)"), "{}", event.title);
        assert!(
            event
                .facts
                .summary
                .as_ref()
                .unwrap()
                .starts_with("Beispiel"),
            "{}",
            event.title
        );
        assert_eq!(event.origin, EventOrigin::Sample);
        assert!(
            !event.facts.topics.is_empty() && event.facts.cost.is_some(),
            "{}",
            event.title
        );
        if city.place_of(held).is_none() {
            without_place.push(event.venue.spot.as_deref().unwrap_or_default());
        }
        assert!(city.district_of_event(held).is_some(), "{}", event.title);
    }
    assert_eq!(
        without_place,
        ["Neckarufer Hoheneck, an der Fußgängerbrücke"]
    );
    let engagement = city.events().filter(|own| own.event.engagement.is_some());
    let known = engagement.filter_map(|own| {
        let own = own.event.engagement?;
        Some((own.effort?.as_str(), own.demand?.as_str()))
    });
    let known: BTreeSet<_> = known.collect();
    for expected in [("one_off", "easy"), ("permanent", "demanding")] {
        assert!(known.contains(&expected), "{known:?}");
    }
}

#[test]
fn every_shape_of_it_is_kept_as_it_is() {
    for own in built_in().districts() {
        assert_eq!(shape::check_area(own.area.clone()).unwrap().area, own.area);
    }
}

const HOHENECK: [f64; 2] = [9.2064, 48.9097];
const NECKARWEIHINGEN: [f64; 2] = [9.2236, 48.9097];

fn at([lon, lat]: [f64; 2]) -> Location {
    Location::from_lon_lat(lon, lat).unwrap()
}

#[test]
fn without_the_bridge_for_walkers_the_way_over_the_neckar_is_the_way_round() {
    let city = built_in();
    let seconds =
        |line: &BarrierLine| line.seconds(at(HOHENECK), at(NECKARWEIHINGEN), Profile::Older);
    let with = seconds(&city.walks().line).unwrap();
    let mut barriers = city.map().unwrap().map().barriers.clone();
    let is_bridge = |name: &str| name.starts_with("Fußgängerbrücke Hoheneck");
    barriers
        .crossings
        .retain(|own| !own.name.as_deref().is_some_and(is_bridge));
    let plane = LocalPlane::around(at(HOHENECK));
    let without = seconds(&BarrierLine::build(plane, &barriers)).unwrap();
    // The next bridge is near, but it is a way round.
    assert!(
        without > with + 10.0,
        "{with} s with it, {without} s without it"
    );
    barriers.crossings.clear();
    assert_eq!(seconds(&BarrierLine::build(plane, &barriers)), None);
}

#[test]
fn places_within_a_walk_are_fewer_than_within_a_circle_and_more_with_time_and_speed() {
    let city = built_in();
    let filter = PlaceFilter::default();
    let count = |from: Location, minutes: f64, profile: Profile| {
        let near = city.near_on_foot(from, &filter, profile, 1e5, 1_000);
        near.iter()
            .filter(|own| own.walk_s.is_some_and(|seconds| seconds <= minutes * 60.0))
            .count()
    };
    for district in city.districts() {
        let rect = geo::BoundingRect::bounding_rect(&district.area).unwrap();
        let from = at([rect.center().x, rect.center().y]);
        for minutes in [5.0, 10.0, 15.0] {
            let reach_m = minutes * 60.0 * Profile::Older.metres_per_second() / DETOUR;
            let circle = city.near(from, &filter, reach_m, 1_000).len();
            let here = count(from, minutes, Profile::Older);
            assert!(
                here <= circle,
                "{}: {here} in {minutes} min, {circle} in the circle",
                district.name
            );
            assert!(here <= count(from, minutes + 5.0, Profile::Older));
            assert!(here <= count(from, minutes, Profile::Adult));
        }
    }
}

/// The levels that section A.3 of the specification predicts for what is recorded: nothing is surveyed and nothing wholly
/// known, so nothing may be said to be missing. The figures are places of which something must be found out, rooms first.
const EXPECTED: &[(&str, Level, usize, usize)] = &[
    ("eglosheim", Level::NotSurveyed, 0, 2),
    ("gruenbuehl", Level::NotSurveyed, 1, 2),
    ("hoheneck", Level::NotSurveyed, 1, 1),
    ("mitte", Level::NotSurveyed, 5, 6),
    ("neckarweihingen", Level::NotSurveyed, 3, 0),
    ("nord", Level::NotSurveyed, 0, 1),
    ("ossweil", Level::NotSurveyed, 2, 0),
    ("ost", Level::NotSurveyed, 2, 3),
    ("pflugfelden", Level::NotSurveyed, 0, 2),
    ("poppenweiler", Level::NotSurveyed, 1, 1),
    ("sued", Level::NotSurveyed, 1, 1),
    ("west", Level::NotSurveyed, 1, 1),
];

#[test]
fn the_levels_of_its_districts_are_those_that_its_records_allow() {
    let city = built_in();
    let coverage = city.coverage("2026-11-27".parse().unwrap());
    let levels = coverage.levels();
    let found: Vec<_> = city
        .districts()
        .iter()
        .zip(&levels.districts)
        .map(|(district, own)| {
            let to_do = coverage.to_do(&district.id);
            let rooms = to_do
                .iter()
                .filter(|own| own.counting.class == Class::Room)
                .count();
            (district.id.as_str(), own.level, rooms, to_do.len() - rooms)
        })
        .collect();
    assert_eq!(found, EXPECTED);
    let sums = indicator(levels);
    assert_eq!((sums.districts, sums.at_least), (12, [0, 0, 0]));
    assert_eq!(sums.persons, 94_083_000);
}

/// What keeps some of its places from counting, as their records say.
#[test]
fn its_places_are_rejected_for_the_reasons_on_record() {
    let city = built_in();
    let coverage = city.coverage("2026-11-27".parse().unwrap());
    let counting = |name: &str| {
        let is_named = |own: &&Located| own.place.name.as_str().starts_with(name);
        let id = city.places().find(is_named).unwrap().place.id;
        let own = coverage
            .standings()
            .iter()
            .find(|own| own.id == id)
            .unwrap();
        own.counting.clone()
    };
    let failing = |name: &str| counting(name).failing;
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(
        failing("Stadtteilzentrum Eglosheim"),
        [Failing::NeitherEveningNorWeekend]
    );
    assert_eq!(failing("MundArtWeg"), [Failing::Kind]);
    assert_eq!(failing("Jugendtreff LBC"), []);
    assert_eq!(
        failing("Begegnungsstätte Oststraße"),
        [
            Failing::NotInUse(Status::Closed),
            Failing::NoLonger(day("2020-12-31"))
        ]
    );
    assert_eq!(failing("Stadtteilbibliothek Schlösslesfeld"), []);
    assert_eq!(
        failing("Stadtteilbibliothek West"),
        [Failing::NotInUse(Status::Relocated)]
    );
    assert_eq!(failing("Favoritepark"), []);
    // Last seen in 2016 and 2023: somebody must look again.
    for name in ["Stadtteilzentrum Eglosheim", "Jugendtreff LBC"] {
        assert_eq!(counting(name).missing.first(), Some(&Missing::LastVerified));
    }
}

#[test]
fn the_rooms_of_the_two_eastern_villages_count_on_conditions_only() {
    let city = built_in();
    let coverage = city.coverage("2026-11-27".parse().unwrap());
    for id in ["poppenweiler", "neckarweihingen"] {
        let to_do = coverage.to_do(&id.parse().unwrap());
        let mut rooms = to_do.iter().filter(|own| own.counting.class == Class::Room);
        assert!(rooms.all(|own| own.counting.missing.contains(&Missing::VerifiedByRole)));
    }
}

#[test]
fn a_park_that_costs_something_is_rejected_with_both_reasons() {
    let mut paid = countable("fee_attraction");
    paid.facts.cost = Some(Cost::Fee);
    let city = built_in();
    let rules = &city.settings().coverage;
    let found = count(&paid, None, rules, "2026-11-27".parse().unwrap());
    assert_eq!(found.failing, [Failing::Kind, Failing::Fee]);
}

#[test]
fn the_closures_of_2020_show_in_its_history() {
    let city = built_in();
    let coverage = city.coverage("2026-11-27".parse().unwrap());
    let points = coverage.history("2026-Q3".parse().unwrap(), 40, &[]);
    let point = |quarter: &str| {
        let quarter: YearQuarter = quarter.parse().unwrap();
        points.iter().find(|own| own.quarter == quarter).unwrap()
    };
    let (before, after) = (point("2020-Q4"), point("2021-Q1"));
    assert_eq!((before.closed.len(), after.closed.len()), (2, 0));
    let rooms = |point: &HistoryPoint, id: &str| {
        let slot = city
            .districts()
            .iter()
            .position(|own| own.id.as_str() == id)
            .unwrap();
        point.districts[slot].rooms_in_use
    };
    for id in ["west", "ost"] {
        assert_eq!(rooms(before, id), rooms(after, id) + 1, "{id}");
    }
    assert_eq!(rooms(before, "mitte"), rooms(after, "mitte"));
    assert_eq!(points.last().unwrap().quarter.to_string(), "2026-Q3");
    assert!(
        points
            .iter()
            .flat_map(|own| &own.districts)
            .all(|own| !own.is_kept)
    );
}
