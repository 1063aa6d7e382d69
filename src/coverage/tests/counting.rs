//! What counts, and why the rest does not.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::coverage::{AgeGroup, Counting, Failing, HoursFigures, Missing, Verdict, count};
use crate::domain::calendar::Calendar;
use crate::domain::hours::Hours;
use crate::domain::place::{Access, Audience, Cost, Lifecycle, Restriction, Status, Toilets};
use crate::domain::random::{Dice, countable};
use crate::domain::{Amenity, CitySettings, Class, CoverageRules, Fact, Location, Place, Shape};

fn day() -> NaiveDate {
    "2026-11-27".parse().unwrap()
}

fn calendar() -> Arc<Calendar> {
    let text = "id = \"x\"\nname = \"X\"\ntimezone = \"Europe/Berlin\"\n[holidays]\n\
        public = [{ name = \"Weihnachten\", on = \"12-25\" }]\nschool = []\n";
    let settings = CitySettings::from_toml(text).unwrap();
    Arc::new(settings.calendar(Location::from_lon_lat(9.19, 48.89).unwrap()))
}

fn counted(place: &Place) -> Counting {
    let (rules, calendar) = (CoverageRules::default(), calendar());
    let hours = place.opening_hours.as_deref();
    let hours = hours.map(|text| Hours::parse(text, &calendar));
    let figures = hours
        .as_ref()
        .map(|own| HoursFigures::new(own, &calendar, day(), &rules));
    count(place, figures.as_ref(), &rules, day())
}

fn room(change: impl FnOnce(&mut Place)) -> Counting {
    let mut place = countable("library");
    change(&mut place);
    counted(&place)
}

fn outdoor(change: impl FnOnce(&mut Place)) -> Counting {
    let mut place = countable("square");
    change(&mut place);
    counted(&place)
}

fn open(hours: &str) -> Counting {
    room(|place| place.opening_hours = hours.parse().ok())
}

#[test]
fn a_place_that_offers_what_the_rules_ask_counts() {
    assert_eq!(room(|_| ()).verdict(), Verdict::Counts);
    assert_eq!(outdoor(|_| ()).verdict(), Verdict::Counts);
    assert!(room(|_| ()).is_counted(Class::Room));
    assert!(!room(|_| ()).is_counted(Class::Outdoor));
}

#[test]
fn each_condition_alone_keeps_a_room_from_counting_and_says_so() {
    type Case = (fn(&mut Place), Failing);
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let cases: [Case; 8] = [
        (
            |own| own.lifecycle.status = Status::Relocated,
            Failing::NotInUse(Status::Relocated),
        ),
        (
            |own| own.facts.access = Some(Access::Registration),
            Failing::Access(Access::Registration),
        ),
        (|own| own.facts.cost = Some(Cost::Fee), Failing::Fee),
        (
            |own| own.facts.consumption_required = Fact::Yes,
            Failing::MustBuy,
        ),
        (
            |own| own.facts.audience = Audience::new(Restriction::Gender, None, None).ok(),
            Failing::Limited(Restriction::Gender),
        ),
        (
            |own| own.facts.toilets = Some(Toilets::None),
            Failing::NoToilet,
        ),
        (
            |own| (own.facts.seats, own.facts.floor_area_m2) = (Some(14), Some(39)),
            Failing::TooSmall {
                seats: 14,
                needed_seats: 15,
                area_m2: 39,
                needed_m2: 40,
            },
        ),
        (
            |own| {
                own.lifecycle =
                    Lifecycle::new(Status::Active, "2026-11-28".parse().ok(), None).unwrap();
            },
            Failing::NotYet(day("2026-11-28")),
        ),
    ];
    for (change, failing) in cases {
        let found = room(change);
        assert_eq!(
            (&found.failing[..], &found.missing[..]),
            (&[failing][..], &[][..])
        );
        assert_eq!(found.verdict(), Verdict::DoesNot);
    }
}

#[test]
fn what_was_confirmed_too_long_ago_must_be_looked_at_again_like_what_never_was() {
    let seen = |day: &str| room(|own| own.last_verified_at = day.parse().ok());
    assert_eq!(seen("2024-11-27").verdict(), Verdict::Counts);
    let outdated = seen("2024-11-26");
    assert_eq!(outdated, room(|own| own.last_verified_at = None));
    assert_eq!(outdated.missing, [Missing::LastVerified]);
    assert_eq!(outdated.verdict(), Verdict::Unknown);
    // A known failing still wins.
    let fee = room(|own| {
        own.last_verified_at = "2016-01-01".parse().ok();
        own.facts.cost = Some(Cost::Fee);
    });
    assert_eq!(fee.verdict(), Verdict::DoesNot);
}

#[test]
fn a_room_that_is_closed_for_good_counts_until_its_last_day() {
    let until = |last: Option<&str>| {
        room(|own| {
            let last = last.and_then(|own| own.parse().ok());
            own.lifecycle = Lifecycle::new(Status::Closed, None, last).unwrap();
        })
    };
    let closed = Failing::NotInUse(Status::Closed);
    assert_eq!(until(Some("2026-11-27")).verdict(), Verdict::Counts);
    let last = "2026-11-26".parse().unwrap();
    assert_eq!(
        until(Some("2026-11-26")).failing,
        [closed, Failing::NoLonger(last)]
    );
    assert_eq!(until(None).failing, [closed]);
}

#[test]
fn each_fact_that_is_not_known_leaves_it_open_and_is_named() {
    type Case = (fn(&mut Place), Missing);
    let cases: [Case; 7] = [
        (|own| own.last_verified_at = None, Missing::LastVerified),
        (|own| own.facts.access = None, Missing::Access),
        (|own| own.facts.cost = None, Missing::Cost),
        (
            |own| own.facts.consumption_required = Fact::Unknown,
            Missing::ConsumptionRequired,
        ),
        (|own| own.facts.audience = None, Missing::Audience),
        (|own| own.opening_hours = None, Missing::OpeningHours),
        (
            |own| own.opening_hours = "siehe Aushang".parse().ok(),
            Missing::OpeningHours,
        ),
    ];
    for (change, missing) in cases {
        for found in [room(change), outdoor(change)] {
            assert_eq!(
                (&found.failing[..], &found.missing[..]),
                (&[][..], &[missing][..])
            );
            assert_eq!(found.verdict(), Verdict::Unknown);
        }
    }
    assert_eq!(
        room(|own| own.facts.toilets = None).missing,
        [Missing::Toilets]
    );
    let backrest = |own: &mut Place| {
        own.facts
            .amenities
            .set(Amenity::SeatsWithBackrest, Fact::Unknown);
    };
    assert_eq!(outdoor(backrest).missing, [Missing::Backrest]);
}

#[test]
fn a_known_failing_beats_what_is_not_known() {
    let found = room(|own| {
        own.facts.cost = Some(Cost::Fee);
        own.facts.seats = None;
        own.facts.floor_area_m2 = None;
    });
    assert_eq!(found.verdict(), Verdict::DoesNot);
    assert_eq!(found.missing, [Missing::Seats]);
}

#[test]
fn seats_or_floor_is_enough_and_one_unknown_leaves_it_open() {
    let size = |seats, floor| {
        room(|own| (own.facts.seats, own.facts.floor_area_m2) = (seats, floor)).verdict()
    };
    assert_eq!(size(Some(15), None), Verdict::Counts);
    assert_eq!(size(None, Some(40)), Verdict::Counts);
    assert_eq!(size(Some(14), None), Verdict::Unknown);
    assert_eq!(size(None, None), Verdict::Unknown);
    assert_eq!(size(Some(14), Some(39)), Verdict::DoesNot);
}

#[test]
fn hours_are_those_of_a_regular_week() {
    let short = |minutes| Failing::TooFewHours {
        minutes,
        needed_minutes: 600,
    };
    assert_eq!(open("Mo-We 17:00-20:20").verdict(), Verdict::Counts);
    assert_eq!(open("Mo-We 17:00-20:19").failing, [short(597)]);
    assert_eq!(
        open("Mo,Tu 15:00-20:00").failing,
        [Failing::TooFewDays { days: 2, needed: 3 }]
    );
    assert_eq!(
        open("Mo-Fr 10:00-17:00").failing,
        [Failing::NeitherEveningNorWeekend]
    );
    assert_eq!(open("Mo-Fr 10:00-17:01").verdict(), Verdict::Counts);
    assert_eq!(
        open("Mo-Th 10:00-13:00; Sa 10:00-13:00").verdict(),
        Verdict::Counts
    );
    // What happens every other week is not regular.
    assert_eq!(
        open("Mo-We 10:00-14:00; week 2-52/2 Sa 10:00-14:00").failing,
        [Failing::NeitherEveningNorWeekend]
    );
    // An open end may be long enough.
    assert_eq!(open("Mo-We 15:00-18:00+").missing, [Missing::OpeningHours]);
    // By appointment is not walking in.
    let found = open("Mo-Fr 10:00-20:00 \"nach Vereinbarung\"");
    assert_ne!(found.verdict(), Verdict::Counts);
}

#[test]
fn outdoors_is_open_by_daylight_all_year_and_large_enough() {
    let open = |hours: &str| outdoor(|own| own.opening_hours = hours.parse().ok());
    assert_eq!(open("sunrise-sunset").verdict(), Verdict::Counts);
    assert_eq!(open("Mo-Su 04:00-22:00").verdict(), Verdict::Counts);
    assert_eq!(open("Mo-Su 08:00-18:00").failing, [Failing::NotAllDaylight]);
    assert_eq!(
        open("Apr-Oct 00:00-24:00").failing,
        [Failing::NotAllDaylight]
    );
    assert_eq!(open("Mo-Sa 00:00-24:00").failing, [Failing::NotAllDaylight]);
    let few = outdoor(|own| own.facts.seats = Some(3));
    assert_eq!(
        few.failing,
        [Failing::TooFewSeats {
            seats: 3,
            needed: 4
        }]
    );
    let small = outdoor(|own| own.facts.floor_area_m2 = Some(199));
    assert_eq!(
        small.failing,
        [Failing::TooLittleGround {
            area_m2: 199,
            needed_m2: 200
        }]
    );
    let mut playground = countable("playground");
    playground.facts.floor_area_m2 = Some(499);
    assert_eq!(
        counted(&playground).failing,
        [Failing::TooLittleGround {
            area_m2: 499,
            needed_m2: 500
        }]
    );
}

#[test]
fn ground_that_is_drawn_needs_no_written_area() {
    let side = |degrees: f64| {
        outdoor(|own| {
            own.facts.floor_area_m2 = None;
            let rect = geo::Rect::new((9.19, 48.89), (9.19 + degrees, 48.89 + degrees));
            own.shape = Shape::Area(
                crate::domain::shape::check_area(rect.to_polygon().into())
                    .unwrap()
                    .area,
            );
        })
    };
    assert_eq!(side(0.001).verdict(), Verdict::Counts);
    assert!(matches!(
        side(0.0001).failing[..],
        [Failing::TooLittleGround {
            area_m2: 75..=90,
            ..
        }]
    ));
    let point = outdoor(|own| own.facts.floor_area_m2 = None);
    assert_eq!(point.missing, [Missing::Area]);
}

#[test]
fn a_place_for_some_ages_stands_in_a_list_of_its_own() {
    let ages =
        |min, max| room(|own| own.facts.audience = Audience::new(Restriction::Age, min, max).ok());
    assert_eq!(
        ages(Some(10), Some(27)).verdict(),
        Verdict::ForAges(AgeGroup::Young)
    );
    assert_eq!(
        ages(Some(60), None).verdict(),
        Verdict::ForAges(AgeGroup::Old)
    );
    assert_eq!(
        ages(Some(18), None).verdict(),
        Verdict::ForAges(AgeGroup::Other)
    );
    assert_eq!(ages(None, None).missing, [Missing::Audience]);
    assert!(!ages(Some(60), None).is_counted(Class::Room));
}

#[test]
fn some_kinds_count_only_when_a_person_has_confirmed_them_and_some_never() {
    let by = |role: &str| {
        let mut place = countable("culture_centre");
        place.facts.verified_by_role = role.parse().ok();
        counted(&place)
    };
    assert_eq!(by("planner").verdict(), Verdict::Counts);
    assert_eq!(by("import").missing, [Missing::VerifiedByRole]);
    let mut paid_park = countable("fee_attraction");
    paid_park.facts.cost = Some(Cost::Fee);
    let found = counted(&paid_park);
    assert_eq!(found.failing, [Failing::Kind, Failing::Fee]);
}

#[test]
fn of_what_nobody_knows_anything_nothing_counts_and_nothing_fails_but_its_state() {
    for seed in 0..400 {
        let mut place = Dice(seed).place(100);
        place.lifecycle = Lifecycle::default();
        place.facts.consumption_required = Fact::Unknown;
        let found = counted(&place);
        let is_kind = |own: &Failing| matches!(own, Failing::Kind);
        assert!(found.failing.iter().all(is_kind), "{:?}", found.failing);
        assert!(!found.missing.is_empty());
    }
}
