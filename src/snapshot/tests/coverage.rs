//! Coverage from the snapshot: it is what residents are told, and scenarios are cities.

use std::collections::BTreeMap;

use super::*;
use crate::coverage::{Change, HOURS, Plan, ordinary_monday};
use crate::domain::barrier::{Barrier, BarrierKind, Barriers, Crossing};
use crate::domain::change::Edits;
use crate::domain::grid::GridCell;
use crate::domain::place::{Facts, Lifecycle};
use crate::domain::random::countable;
use crate::domain::residents::Inhabited;
use crate::domain::walkway::Walkways;
use crate::domain::{CityMap, Class, Corner, Fact, Trace};
use crate::walk::Profile;

fn today() -> chrono::NaiveDate {
    "2026-11-27".parse().unwrap()
}

/// A river that winds through the ground of random cities, with two bridges.
fn river() -> Barriers {
    let corner = |lon, lat| Corner { lon, lat };
    let crossing = |lon| Crossing {
        barrier: 0,
        name: None,
        corner: corner(lon, 48_896_000),
        pedestrian: Fact::Yes,
        signalled: false,
    };
    Barriers {
        lines: vec![Barrier {
            id: "river".into(),
            name: None,
            kind: BarrierKind::River,
            lines: vec![Trace(vec![
                corner(9_100_000, 48_896_000),
                corner(9_300_000, 48_896_000),
            ])],
        }],
        crossings: vec![crossing(9_180_000), crossing(9_220_000)],
    }
}

/// Somewhere in the town that the network is drawn of, or anywhere.
fn somewhere(dice: &mut Dice) -> Location {
    if dice.chance(30) {
        return dice.location();
    }
    at(dice.between(9.185, 9.199), dice.between(48.885, 48.899))
}

/// A city of some districts with places and people, and with a network in a part of it or none at all.
fn city(dice: &mut Dice, places: Vec<Place>) -> Snapshot {
    let map = CityMap {
        walkways: if dice.chance(70) {
            dice.town(Corner::from(at(9.185, 48.885)), 16)
        } else {
            Walkways::default()
        },
        barriers: river(),
        ..CityMap::default()
    };
    let city = Snapshot::build(CityData {
        map_revision: Some(Revision(1)),
        map: Some(map),
        ..data(dice.districts(3, 2), places)
    });
    let squares = (0..25).map(|row| {
        let location = somewhere(dice);
        Inhabited {
            cell: GridCell { row, column: 0 },
            location,
            district: city.frame.district_at(location),
            milli_persons: dice.below(50_000),
        }
    });
    let squares = squares.collect();
    city.with_inhabited(squares)
}

fn any_places(dice: &mut Dice, count: u32) -> Vec<Place> {
    let one = |_| {
        let place = dice.place(30);
        Place {
            lifecycle: Lifecycle::default(),
            shape: if dice.chance(60) {
                Shape::Point(somewhere(dice))
            } else {
                place.shape.clone()
            },
            ..place
        }
    };
    (0..count).map(one).collect()
}

/// Rooms and places that count, where chance puts them.
fn countable_places(dice: &mut Dice, count: u32) -> Vec<Place> {
    let one = |_| Place {
        id: dice.place_id(),
        shape: Shape::Point(somewhere(dice)),
        ..countable(dice.pick(&["library", "square"]))
    };
    (0..count).map(one).collect()
}

fn question(profile: Profile) -> CoverageQuestion {
    CoverageQuestion {
        profile,
        minutes: 15,
        filter: PlaceFilter::default(),
        only_counted: false,
    }
}

#[test]
fn the_time_from_a_square_is_the_one_a_resident_is_told_there() {
    let (mut by_network, mut by_line, mut unknown) = (0, 0, 0);
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let places = any_places(&mut dice, 12);
        let city = city(&mut dice, places);
        // Who needs wheels is told of in three numbers.
        let profile = dice.pick(&[Profile::Adult, Profile::Older, Profile::Child]);
        let asked = CoverageQuestion {
            filter: PlaceFilter {
                class: Some(Class::Outdoor),
                ..PlaceFilter::default()
            },
            ..question(profile)
        };
        let found = city.coverage(today()).reach(&asked);
        for (square, own) in city.inhabited().iter().enumerate() {
            let told = city.near_on_foot(own.location, &asked.filter, profile, 1e9, 99);
            let told = told.first().filter(|first| first.walk_s.is_some());
            let seconds = found.times.seconds(square);
            let Some(told) = told else {
                assert_eq!(seconds, None, "seed {seed}");
                unknown += 1;
                continue;
            };
            let (told_s, seconds) = (told.walk_s.unwrap(), seconds.unwrap());
            if told.engine == crate::walk::Engine::Network {
                assert_eq!(told_s.to_bits(), seconds.to_bits(), "seed {seed}");
                by_network += 1;
            } else {
                // Half a decimetre, at the pace of a child.
                assert!(
                    (told_s - seconds).abs() < 0.1,
                    "seed {seed}: {told_s} {seconds}"
                );
                by_line += 1;
            }
        }
    }
    assert!(
        by_network > 300 && by_line > 50,
        "{by_network} {by_line} {unknown}"
    );
}

#[test]
fn who_is_within_reach_on_wheels_is_who_possibly_gets_there() {
    let mut reached = 0;
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let places = any_places(&mut dice, 12);
        let city = city(&mut dice, places);
        let asked = question(dice.pick(&[Profile::Walker, Profile::Wheelchair]));
        let coverage = city.coverage(today());
        let Some(sure) = coverage.sureness(&asked) else {
            continue;
        };
        let covered = coverage.reach(&asked).covered;
        assert_eq!(covered.city().covered, sure.city.possible, "seed {seed}");
        let proven_first = sure.city.proven <= sure.city.likely;
        assert!(proven_first && sure.city.likely <= sure.city.possible);
        let found = coverage.gaps(&asked).gaps;
        let gaps: u64 = found.gaps.iter().map(|own| own.milli_persons).sum();
        let all: u64 = city
            .inhabited()
            .iter()
            .map(|own| u64::from(own.milli_persons))
            .sum();
        assert_eq!(found.covered + gaps + found.remainder, all);
        reached += usize::from(covered.city().covered > 0);
    }
    assert!(reached > 10, "{reached}");
}

#[test]
fn a_scenario_is_the_city_as_it_would_be_after_the_same_edit() {
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let places = countable_places(&mut dice, 6);
        let city = city(&mut dice, places);
        let first = city.places().next().unwrap().place.clone();
        let target = dice.location();
        let changes = [
            Change::Move(first.id, target),
            Change::Hours(first.id, "Mo-Fr 09:00-21:00".parse().unwrap()),
        ];
        let moved = Place {
            shape: Shape::Point(target),
            opening_hours: "Mo-Fr 09:00-21:00".parse().ok(),
            ..first.clone()
        };
        let edits = Edits {
            places: BTreeMap::from([(first.id, Some(moved))]),
            ..Edits::default()
        };
        let real = city.after(edits, Revision(2)).unwrap();
        let coverage = city.coverage(today());
        let scenario = coverage.scenario(&changes).unwrap();
        let (imagined, real) = (scenario.coverage(), real.coverage(today()));
        assert_eq!(imagined.levels().districts, real.levels().districts);
        let asked = question(Profile::Older);
        assert_eq!(imagined.reach(&asked).times, real.reach(&asked).times);
    }
}

#[test]
fn what_is_taken_away_and_put_back_changes_nothing() {
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let places = countable_places(&mut dice, 6);
        let city = city(&mut dice, places);
        let coverage = city.coverage(today());
        let own = &city.places().nth(2).unwrap().place;
        let home = own.shape.label();
        let changes = [
            Change::Close(own.id),
            Change::Move(own.id, dice.location()),
            Change::Reopen(own.id),
            Change::Move(own.id, home),
        ];
        let scenario = coverage.scenario(&changes).unwrap();
        let asked = question(Profile::Older);
        assert_eq!(
            coverage.what_if(&scenario, &asked),
            crate::coverage::Consequence::default()
        );
    }
}

#[test]
fn losses_and_gains_are_the_difference_between_before_and_after() {
    let mut lost = 0;
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let places = countable_places(&mut dice, 5);
        let city = city(&mut dice, places);
        let coverage = city.coverage(today());
        let gone = city.places().next().unwrap().place.id;
        let plan = Plan {
            name: "Neuer Treff".parse().unwrap(),
            kind: "library".parse().unwrap(),
            location: dice.location(),
            hours: None,
            facts: Facts::default(),
        };
        let changes = [Change::Close(gone), Change::Open(Box::new(plan))];
        let scenario = coverage.scenario(&changes).unwrap();
        let asked = CoverageQuestion {
            only_counted: true,
            ..question(Profile::Older)
        };
        let found = coverage.what_if(&scenario, &asked);
        let before = coverage.reach(&asked).covered;
        let after = scenario.coverage().reach(&asked).covered;
        let sum = |own: &crate::coverage::Covered| own.city().covered + own.elsewhere.covered;
        assert_eq!(sum(&before) + found.gaining - found.losing, sum(&after));
        let by_district: u64 = found.districts.iter().map(|own| own.losing).sum();
        assert_eq!(by_district, found.losing);
        for slot in 0..before.districts.len() {
            let change = found
                .districts
                .iter()
                .find(|own| own.slot.map(usize::from) == Some(slot));
            let (losing, gaining) = change.map_or((0, 0), |own| (own.losing, own.gaining));
            let [was, becomes] = [&before, &after].map(|own| own.districts[slot].covered);
            assert_eq!(was + gaining - losing, becomes, "seed {seed}");
        }
        lost += usize::from(found.losing > 0);
    }
    assert!(lost > 10, "{lost}");
}

#[test]
fn a_plan_is_taken_to_be_as_the_rules_ask_unless_it_says_otherwise() {
    let city = city(&mut Dice(1), Vec::new());
    let coverage = city.coverage(today());
    let counts = |hours: Option<&str>| {
        let plan = Plan {
            name: "Neuer Treff".parse().unwrap(),
            kind: "library".parse().unwrap(),
            location: at(9.2, 48.9),
            hours: hours.and_then(|text| text.parse().ok()),
            facts: Facts::default(),
        };
        let scenario = coverage.scenario(&[Change::Open(Box::new(plan))]).unwrap();
        let coverage = scenario.coverage();
        coverage.standings()[0].is_counted(Class::Room)
    };
    assert!(counts(None));
    assert!(counts(Some("Mo-Th 15:00-20:00")));
    assert!(!counts(Some("Mo 15:00-20:00")));
}

#[test]
fn a_change_of_what_nobody_knows_is_refused_with_its_field() {
    let city = city(&mut Dice(1), Vec::new());
    let coverage = city.coverage(today());
    let nobody = PlaceId(uuid::Uuid::from_u128(7));
    let refused = |change| coverage.scenario(&[change]).err().map(|own| own.field);
    assert_eq!(refused(Change::Close(nobody)).as_deref(), Some("place"));
    let hours = "siehe Aushang".parse().unwrap();
    assert_eq!(
        refused(Change::Hours(nobody, hours)).as_deref(),
        Some("opening_hours")
    );
}

#[test]
fn each_hour_of_the_week_is_what_the_question_of_that_hour_says() {
    let mut open = 0;
    for seed in 0..6 {
        let mut dice = Dice(seed);
        let places = any_places(&mut dice, 12);
        let city = city(&mut dice, places);
        let coverage = city.coverage(today());
        let asked = question(Profile::Adult);
        let week = coverage.week(&asked);
        let monday = ordinary_monday(city.calendar(), today());
        for hour in (0..HOURS).step_by(5) {
            let wall = monday.and_time(chrono::NaiveTime::MIN)
                + chrono::TimeDelta::minutes(i64::try_from(hour).unwrap() * 60 + 30);
            let at_that_time = CoverageQuestion {
                filter: PlaceFilter {
                    open_at: Some(city.calendar().instant(wall).to_utc()),
                    ..PlaceFilter::default()
                },
                ..asked.clone()
            };
            let found = coverage.reach(&at_that_time).covered;
            let any_time = coverage.reach(&asked).covered;
            for (slot, share) in found.districts.iter().enumerate() {
                let own = week.hours[slot][hour];
                assert_eq!(own.surely, share.covered, "seed {seed}, hour {hour}");
                assert!(own.surely <= own.perhaps);
                assert!(own.perhaps <= any_time.districts[slot].covered);
                assert_eq!(week.persons[slot], share.persons);
                open += usize::from(own.surely > 0);
            }
        }
    }
    assert!(open > 20, "{open}");
}

#[test]
fn what_must_be_found_out_is_told_by_district() {
    let mut library = countable("library");
    library.facts.seats = None;
    library.facts.floor_area_m2 = None;
    library.shape = Shape::Point(at(9.2, 48.9));
    let west = district("west", rectangle(9.1, 48.8, 9.15, 49.0));
    let east = district("east", rectangle(9.15, 48.8, 9.3, 49.0));
    let city = snapshot(vec![west, east], vec![library]);
    let coverage = city.coverage(today());
    let to_do = |id: &str| coverage.to_do(&id.parse().unwrap()).len();
    assert_eq!((to_do("east"), to_do("west"), to_do("nowhere")), (1, 0, 0));
    let found = &coverage.to_do(&"east".parse().unwrap())[0].counting.missing;
    assert_eq!(found[..], [crate::coverage::Missing::Seats]);
}
