//! Addresses of real cities. Extracts that are not at hand are skipped, with the reason printed.

use miteinander::domain::Location;
use miteinander::gazetteer::{AskedNumber, Quality, SpotKind};
use miteinander::import::folder::CityFolder;
use miteinander::import::osm::AddressReport;
use miteinander::snapshot::{CityData, NamedSpot, Revision, Snapshot};

use crate::fixture::settings;
use crate::osm::real;
use crate::random::Dice;

/// The city that an import of an extract makes, and what was said about its addresses.
fn city(name: &str) -> Option<(Snapshot, AddressReport)> {
    let (extract, districts) = real::extract(name)?;
    let report = extract.report.addresses.clone();
    let snapshot = Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        events: Vec::new(),
        map_revision: Some(Revision(1)),
        residents_revision: None,
        residents: None,
        map: Some(extract.map),
        revision: Revision(1),
        lineage: "test".into(),
        settings: settings(),
        districts: districts.districts,
        quarters: Vec::new(),
        places: Vec::new(),
    });
    Some((snapshot, report))
}

fn built_in() -> Snapshot {
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
        events: Vec::new(),
        map_revision: None,
        residents_revision: None,
        residents: None,
        map: None,
        revision: Revision(1),
        lineage: "test".into(),
        settings: change.settings.unwrap(),
        districts: districts.districts,
        quarters: districts.quarters,
        places: change.places.into_iter().map(|own| own.place).collect(),
    })
}

fn first(city: &Snapshot, text: &str) -> NamedSpot {
    let found = city.find_spots(text, None, 5).into_iter().next();
    found.unwrap_or_else(|| panic!("nothing was found for {text}"))
}

#[test]
fn nearly_every_house_number_comes_through_and_the_rest_is_accounted_for() {
    for (name, houses, streets) in [
        ("kaiserslautern", 11_114, 583),
        ("liechtenstein", 3_205, 1_079),
    ] {
        let Some((city, report)) = city(name) else {
            continue;
        };
        assert_eq!(
            (report.houses, report.streets),
            (houses, streets),
            "{report}"
        );
        let lost = report.without_street + report.without_geometry + report.unreadable;
        let (_, kept) = city.map().unwrap().gazetteer().counts();
        assert_eq!(kept, houses);
        // A list such as 5;7 is one object with two numbers.
        assert!(
            report.objects <= houses + report.repeated + lost,
            "{report}"
        );
        assert!(
            report.objects - lost - report.repeated <= houses,
            "{report}"
        );
    }
}

#[test]
fn a_street_has_its_spot_on_one_of_its_ways() {
    let Some((city, _)) = city("kaiserslautern") else {
        return;
    };
    let ways = &city.map().unwrap().map().walkways;
    for name in ["Eisenbahnstraße", "Königstraße", "Mainzer Straße"] {
        let spot = first(&city, name);
        assert_eq!(
            (spot.name.as_str(), spot.kind, spot.quality),
            (name, SpotKind::Street, Quality::Exact)
        );
        let own = ways
            .ways
            .iter()
            .filter(|way| way.name.as_deref() == Some(name));
        let corners = own.flat_map(|way| way.nodes.windows(2));
        let at = |node: u32| geo::Coord::from(ways.nodes.0[node as usize]);
        let point: geo::Point<f64> = (spot.location.lon(), spot.location.lat()).into();
        let gap = |pair: &[u32]| {
            let line = geo::Line::new(at(pair[0]), at(pair[1]));
            geo::Distance::distance(&geo::Euclidean, &line, &point)
        };
        let nearest = corners.map(gap).fold(f64::INFINITY, f64::min);
        // Both are rounded to a millionth of a degree.
        assert!(nearest < 3e-6, "{name}: {nearest}");
    }
}

#[test]
fn what_people_type_in_kaiserslautern_is_found() {
    let Some((city, _)) = city("kaiserslautern") else {
        return;
    };
    for text in [
        "Königstr. 5",
        "koenigstrasse 5",
        "Konigstr 5",
        "5 Königstraße",
        "67655 Kaiserslautern, Königstraße 5",
        "Kaiserslautern Königstraße 5 67655",
    ] {
        let spot = first(&city, text);
        assert_eq!(
            (spot.name.as_str(), spot.kind),
            ("Königstraße 5", SpotKind::House),
            "{text}"
        );
        assert_eq!(
            (spot.quality, &spot.number),
            (Quality::Exact, &AskedNumber::Met),
            "{text}"
        );
    }
    for (text, name) in [
        ("Köngistraße 5", "Königstraße 5"),
        ("Eisenbanstr", "Eisenbahnstraße"),
        ("Richard Wagner Strase", "Richard-Wagner-Straße"),
    ] {
        let spot = first(&city, text);
        assert_eq!(
            (spot.name.as_str(), spot.quality),
            (name, Quality::Similar),
            "{text}"
        );
    }
    assert_eq!(first(&city, "67655").name, "67655 Kaiserslautern");
    let nearest = first(&city, "Königstraße 9999");
    assert_eq!(nearest.number, AskedNumber::Nearest("9999".into()));
}

#[test]
fn the_built_in_city_is_found_by_districts_quarters_places_and_their_addresses() {
    let city = built_in();
    for (text, name, kind) in [
        ("Oßweil", "Oßweil", SpotKind::District),
        ("ossweil", "Oßweil", SpotKind::District),
        ("Schlösslesfeld", "Schlösslesfeld", SpotKind::Quarter),
        ("Karl-Massa-Str. 3", "Karl-Massa-Straße 3", SpotKind::House),
        (
            "Weichselstraße 10, Grünbühl-Sonnenberg",
            "Weichselstraße 10",
            SpotKind::House,
        ),
        ("Marktplatz", "Marktplatz", SpotKind::Place),
    ] {
        let spot = first(&city, text);
        assert_eq!(
            (spot.name.as_str(), spot.kind, spot.quality),
            (name, kind, Quality::Exact),
            "{text}"
        );
    }
}

#[test]
fn the_example_beside_the_field_is_found() {
    let kaiserslautern = city("kaiserslautern").map(|(city, _)| city);
    for city in [Some(built_in()), kaiserslautern].into_iter().flatten() {
        let example = city.example_spot().unwrap();
        assert_eq!(first(&city, &example).quality, Quality::Exact, "{example}");
    }
}

/// What is shown may be asked again: the address of a page and a list without script rest on it.
#[test]
fn every_label_finds_its_own_spot_first() {
    let mut dice = Dice(7);
    let cities = ["kaiserslautern", "liechtenstein", "faurndau-goeppingen"];
    let real = cities
        .into_iter()
        .filter_map(|name| Some((name, city(name)?.0)));
    for (name, city) in std::iter::once(("built-in", built_in())).chain(real) {
        let mut asked = 0;
        for spot in some_spots(&city, &mut dice) {
            let again = city.find_spots(&spot.label(), Some(spot.location), 1);
            let again = again
                .first()
                .unwrap_or_else(|| panic!("{name}: {} is lost", spot.label()));
            assert_eq!(
                (&again.name, again.location),
                (&spot.name, spot.location),
                "{name}: {}",
                spot.label()
            );
            assert_eq!(again.quality, Quality::Exact, "{name}: {}", spot.label());
            asked += 1;
        }
        assert!(asked > 50, "{name}: {asked}");
    }
}

/// Spots that are found by the names of streets, houses, districts and places.
fn some_spots(city: &Snapshot, dice: &mut Dice) -> Vec<NamedSpot> {
    let mut names: Vec<String> = Vec::new();
    let streets = city.map().map_or(&[][..], |map| &map.map().streets);
    for street in streets {
        let count = u32::try_from(street.houses.len()).unwrap();
        let house = street.houses.get(dice.below(count.max(1)) as usize);
        names.push(street.name.to_string());
        names.extend(house.map(|house| format!("{} {}", street.name, house.number)));
    }
    names.extend(city.districts().iter().map(|own| own.name.to_string()));
    names.extend(city.quarters().iter().map(|own| own.name.to_string()));
    names.extend(city.places().map(|own| own.place.name.to_string()));
    let spots = names.iter().flat_map(|name| city.find_spots(name, None, 3));
    spots
        .filter(|spot| spot.quality == Quality::Exact)
        .collect()
}

#[test]
fn nothing_that_is_typed_takes_a_city_apart() {
    let Some((city, _)) = city("kaiserslautern") else {
        return;
    };
    let somewhere = Location::from_lon_lat(7.769, 49.4433).ok();
    for text in [
        "a".repeat(5_000),
        "strasse ".repeat(1_000),
        "1".repeat(5_000),
        "🙂".repeat(5_000),
        "\u{0}\u{202e}\u{feff}".repeat(1_000),
        "ſtraße İstanbul ﬁ ǅ".to_owned(),
    ] {
        assert!(city.find_spots(&text, somewhere, 50).len() <= 50);
    }
}
