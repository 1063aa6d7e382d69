//! Every question against a linear scan over all places of random cities.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use proptest::prelude::*;

use super::*;
use crate::domain::audit::Rating;
use crate::domain::calendar::Calendar;
use crate::domain::hours::Answer;
use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::{Catalogue, Class, Fact, Need, Topic, folding, slow};

/// The same filter, worked out for one place from its own values alone.
fn passes(city: &Snapshot, filter: &PlaceFilter, place: &Place) -> bool {
    static CALENDAR: LazyLock<Arc<Calendar>> =
        LazyLock::new(|| Arc::new(settings().calendar(at(9.2, 48.9))));
    let facts = &place.facts;
    let district = scanned_district(city, place.shape.label());
    let is_open_on = |day: NaiveDate, is_met: &dyn Fn(&Hours) -> bool| {
        let in_use = matches!(place.lifecycle.status, Status::Active | Status::Relocated)
            && place
                .lifecycle
                .valid_from()
                .is_none_or(|first| first <= day)
            && place.lifecycle.valid_to().is_none_or(|last| last >= day);
        let hours = place
            .opening_hours
            .as_deref()
            .map(|text| Hours::parse(text, &CALENDAR));
        in_use && hours.is_some_and(|hours| is_met(&hours))
    };
    let is_open = |instant| {
        is_open_on(city.date_at(instant), &|hours| {
            hours.answer(instant) == Answer::Open
        })
    };
    let is_open_during = |part: &DayPart| {
        is_open_on(part.date, &|hours| {
            has_open_run(hours, part.date, part.from_min..part.to_min, part.least_min)
        })
    };
    let audited = city.place(place.id).and_then(Located::audited);
    let rating = |need| audited.map(|own| own.rating(need));
    let wc = |need| match need {
        WcNeed::Any => matches!(
            facts.toilets,
            Some(Toilets::Yes | Toilets::Wheelchair | Toilets::ChangingPlace)
        ),
        WcNeed::Wheelchair => matches!(
            facts.toilets,
            Some(Toilets::Wheelchair | Toilets::ChangingPlace)
        ),
    };
    let meets = |span: Span| {
        let (first, last) = (place.lifecycle.valid_from(), place.lifecycle.valid_to());
        let early = NaiveDate::MIN;
        let late = NaiveDate::MAX;
        first.unwrap_or(early).max(span.from.unwrap_or(early))
            <= last.unwrap_or(late).min(span.to.unwrap_or(late))
    };
    (filter.kinds.is_empty() || filter.kinds.contains(&place.kind))
        && filter
            .class
            .is_none_or(|class| class == place.kind.kind().cls)
        && (filter.topics.is_empty()
            || filter
                .topics
                .iter()
                .any(|topic| facts.topics.iter().any(|own| own == topic)))
        && (!filter.free || matches!(facts.cost, Some(Cost::Free | Cost::Donation)))
        && (!filter.no_consumption || facts.consumption_required == Fact::No)
        && filter.wc.is_none_or(wc)
        && (filter.status.is_empty() || filter.status.contains(&place.lifecycle.status))
        && filter.span.is_none_or(meets)
        && filter
            .district
            .as_ref()
            .is_none_or(|wanted| district.is_some_and(|own| own.id == *wanted))
        && filter
            .text
            .as_deref()
            .is_none_or(|text| has_words(text, place, district))
        && filter.usable_for.iter().all(|need| {
            rating(*need).is_some_and(|own| matches!(own, Rating::Full | Rating::Partial))
        })
        && filter
            .fully_usable_for
            .iter()
            .all(|need| rating(*need) == Some(Rating::Full))
        && filter.open_at.is_none_or(is_open)
        && filter.open_during.iter().all(is_open_during)
}

/// Whether so many minutes of a day follow each other that are all open, asked one by one.
fn has_open_run(hours: &Hours, date: NaiveDate, within: std::ops::Range<u16>, least: u16) -> bool {
    let mut run = 0;
    within.into_iter().any(|minute| {
        let wall = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
        let instant = settings().timezone.from_local_datetime(&wall).earliest();
        let is_open = instant.is_some_and(|at| hours.answer(at.to_utc()) == Answer::Open);
        run = if is_open { run + 1 } else { 0 };
        run >= least
    })
}

fn has_words(text: &str, place: &Place, district: Option<&District>) -> bool {
    let kind = place.kind.kind();
    let names = [
        &*place.name,
        &kind.de,
        &kind.en,
        district.map_or("", |own| &own.name),
    ];
    let names: Vec<_> = names
        .into_iter()
        .chain(kind.de_all.iter().map(String::as_str))
        .map(folding::fold)
        .collect();
    folding::fold(text)
        .split_whitespace()
        .all(|word| names.iter().any(|name| name.contains(word)))
}

fn scanned_district(city: &Snapshot, location: Location) -> Option<&District> {
    let point = location.point();
    let mut containing: Vec<_> = city
        .districts()
        .iter()
        .filter(|own| geo::Intersects::intersects(&own.area, &point))
        .collect();
    containing.sort_by(|a, b| a.id.cmp(&b.id));
    containing.first().copied()
}

fn random_city(dice: &mut Dice, count: usize) -> Snapshot {
    let (columns, rows) = (1 + dice.below(4), 1 + dice.below(3));
    let districts = if dice.chance(10) {
        Vec::new()
    } else {
        dice.districts(columns, rows)
    };
    let places: Vec<_> = (0..count).map(|_| dice.place(40)).collect();
    let ids: Vec<_> = places.iter().map(|own| own.id).collect();
    Snapshot::build(CityData {
        audits: ids.into_iter().flat_map(|id| audits_of(dice, id)).collect(),
        ..data(districts, places)
    })
}

pub(super) fn random_filter(dice: &mut Dice, city: &Snapshot) -> PlaceFilter {
    let mut filter = PlaceFilter::default();
    let kinds: Vec<_> = Catalogue::shipped().kinds().map(|(id, _)| id).collect();
    let half_kinds = |dice: &mut Dice| kinds.iter().copied().filter(|_| dice.chance(50)).collect();
    // Two or three at a time, so that something is left over.
    for _ in 0..dice.below(4) {
        match dice.below(14) {
            0 => filter.kinds = half_kinds(dice),
            1 => filter.class = Some(dice.pick(&[Class::Room, Class::Outdoor])),
            2 => filter.topics = (0..3).map(|_| dice.pick(Topic::ALL)).collect(),
            3 => {
                let week = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_500);
                filter.open_at = Some(week + TimeDelta::seconds(dice.below(604_800).into()));
            }
            4 => {
                // Ten o'clock until an hour before midnight: no minute of it is skipped or lived twice.
                let from_min = u16::try_from(600 + dice.below(700)).unwrap();
                filter.open_during.push(DayPart {
                    date: dice.day(),
                    from_min,
                    to_min: from_min + u16::try_from(1 + dice.below(140)).unwrap(),
                    least_min: u16::try_from(1 + dice.below(90)).unwrap(),
                });
            }
            11 => filter.free = true,
            12 => filter.usable_for = (0..2).map(|_| dice.pick(Need::ALL)).collect(),
            13 => filter.fully_usable_for = vec![dice.pick(Need::ALL)],
            5 => filter.no_consumption = true,
            6 => filter.wc = Some(dice.pick(&[WcNeed::Any, WcNeed::Wheelchair])),
            7 => filter.status = (0..2).map(|_| dice.pick(Status::ALL)).collect(),
            8 => {
                let (a, b) = (dice.day(), dice.day());
                filter.span = Some(Span {
                    from: dice.pick_unless(30, &[a.min(b)]),
                    to: dice.pick_unless(30, &[a.max(b)]),
                });
            }
            9 => {
                let ids: Vec<_> = city
                    .districts()
                    .iter()
                    .map(|own| own.id.as_str())
                    .chain(["nowhere"])
                    .collect();
                filter.district = Some(dice.pick(&ids).parse().unwrap());
            }
            _ => {
                filter.text = Some(
                    dice.pick(&[
                        "t",
                        "Bibliothek",
                        "PARK",
                        "ae",
                        "x 7",
                        "z ß",
                        "日",
                        "",
                        "!?",
                    ])
                    .into(),
                );
            }
        }
    }
    filter
}

pub(super) fn random_within(dice: &mut Dice, city: &Snapshot) -> Within {
    match dice.below(5) {
        0 => Within::Everywhere,
        1 => {
            let (a, b) = (dice.location().point().0, dice.location().point().0);
            Within::Box(Bbox::around(geo::Rect::new(a, b)))
        }
        2 => {
            let ids: Vec<_> = city
                .districts()
                .iter()
                .map(|own| own.id.as_str())
                .chain(["nowhere"])
                .collect();
            Within::District(dice.pick(&ids).parse().unwrap())
        }
        3 => {
            let parts = 1 + dice.below(2);
            Within::Area(dice.area(parts))
        }
        _ => Within::Distance(dice.location(), dice.between(0.0, 5_000.0)),
    }
}

fn is_within(city: &Snapshot, ground: &Within, place: &Place) -> bool {
    let flat_map = LocalPlane::around(at(9.2, 48.9));
    match ground {
        Within::Everywhere => true,
        Within::Box(bbox) => place.shape.touches_box(*bbox),
        Within::Area(area) => place.shape.touches_area(area),
        Within::District(id) => {
            scanned_district(city, place.shape.label()).is_some_and(|own| own.id == *id)
        }
        Within::Distance(location, limit_m) => {
            slow::distance_m(&flat_map, *location, &place.shape) <= *limit_m
        }
    }
}

proptest! {
    // Each case asks several questions.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_question_finds_what_a_linear_scan_finds(seed: u64, count in 0..80usize, limit in 1..9usize) {
        let mut dice = Dice(seed);
        let city = random_city(&mut dice, count);
        for _ in 0..8 {
            let (within, filter) = (random_within(&mut dice, &city), random_filter(&mut dice, &city));
            let fits = |place: &&Located| is_within(&city, &within, &place.place) && passes(&city, &filter, &place.place);
            let expected: Vec<_> = city.places().filter(fits).map(|own| own.place.id).collect();
            let mut paged = Vec::new();
            let mut after = None;
            loop {
                let page = city.find(&within, &filter, after, limit);
                prop_assert_eq!(page.matched, expected.len(), "{:?} {:?}", within, filter);
                prop_assert!(page.places.len() <= limit);
                paged.extend(page.places.iter().map(|own| own.place.id));
                after = page.next;
                if after.is_none() { break; }
                prop_assert_eq!(page.places.len(), limit, "only the last page is short");
            }
            prop_assert_eq!(&paged, &expected, "{:?} {:?}", within, filter);
        }
    }

    #[test]
    fn the_nearest_are_those_a_linear_scan_finds(seed: u64, count in 0..80usize, limit in 0..30usize) {
        let mut dice = Dice(seed);
        let city = random_city(&mut dice, count);
        let plane = LocalPlane::around(at(9.2, 48.9));
        for _ in 0..8 {
            let (location, filter) = (dice.location(), random_filter(&mut dice, &city));
            let within_m = dice.pick(&[0.0, 800.0, 3_000.0, 1e9]);
            let slow_m = |place: &Place| slow::distance_m(&plane, location, &place.shape);
            let fits = city.places().filter(|own| passes(&city, &filter, &own.place));
            let mut expected: Vec<_> = fits.map(|own| slow_m(&own.place)).filter(|metres| *metres <= within_m).collect();
            expected.sort_by(f64::total_cmp);
            expected.truncate(limit);
            let near = city.near(location, &filter, within_m, limit);
            prop_assert_eq!(near.len(), expected.len(), "{:?}", filter);
            let mut seen = std::collections::HashSet::new();
            for (near, wanted_m) in near.iter().zip(expected) {
                prop_assert!((near.distance_m - wanted_m).abs() < 1e-6);
                prop_assert!((near.distance_m - slow_m(&near.located.place)).abs() < 1e-6);
                prop_assert!(passes(&city, &filter, &near.located.place));
                prop_assert!(seen.insert(near.located.place.id), "a place comes once");
            }
        }
    }

    #[test]
    fn a_place_that_goes_after_a_page_was_read_shifts_no_other(seed: u64, count in 1..40usize) {
        // Keyset paging: the next page begins after an id, wherever that now is.
        let mut dice = Dice(seed);
        let mut places: Vec<_> = (0..count).map(|_| dice.place(100)).collect();
        places.sort_by_key(|place| place.id);
        let city = snapshot(Vec::new(), places.clone());
        let filter = PlaceFilter::default();
        let first = city.find(&Within::Everywhere, &filter, None, 3);
        if let Some(after) = first.next {
            let without = snapshot(Vec::new(), places.iter().filter(|own| own.id != after).cloned().collect());
            let second = without.find(&Within::Everywhere, &filter, Some(after), count);
            let expected: Vec<_> = places.iter().map(|own| own.id).filter(|id| *id > after).collect();
            prop_assert_eq!(second.places.iter().map(|own| own.place.id).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn districts_in_any_order_give_the_same_answers(seed: u64) {
        let mut dice = Dice(seed);
        let districts = dice.districts(3, 3);
        let mut turned = districts.clone();
        turned.reverse();
        let (one, other) = (snapshot(districts.clone(), Vec::new()), snapshot(turned, Vec::new()));
        let corners = districts.iter().flat_map(|own| geo::CoordsIter::coords_iter(&own.area));
        let mut locations: Vec<_> = corners.map(|corner| at(corner.x, corner.y)).collect();
        locations.extend((0..50).map(|_| dice.location()));
        for location in locations {
            let id = |city: &Snapshot| city.district_at(location).map(|own| own.id.clone());
            prop_assert_eq!(id(&one), id(&other));
            prop_assert_eq!(id(&one), scanned_district(&one, location).map(|own| own.id.clone()));
        }
    }

    #[test]
    fn districts_that_share_their_corners_leave_no_location_between_them(seed: u64) {
        let mut dice = Dice(seed);
        let districts = dice.districts(4, 4);
        prop_assume!(districts.len() == 16);
        let city = snapshot(districts, Vec::new());
        for _ in 0..100 {
            // The middle of the ground, which bent outer borders do not reach.
            let location = at(dice.between(9.17, 9.23), dice.between(48.88, 48.91));
            prop_assert!(city.district_at(location).is_some(), "{:?}", location);
        }
    }
}
