//! Levels: what a district has come to, and what it hangs on.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::coverage::{
    Counting, DistrictFacts, Failing, Judged, Level, Merits, Missing, Need, Standing, Verdict,
    first_quarter, indicator, reconstructed,
};
use crate::domain::level_history::YearQuarter;
use crate::domain::place::{Lifecycle, Status};
use crate::domain::staff::Role;
use crate::domain::survey::Survey;
use crate::domain::{Class, CoverageRules, PlaceId};

const GOOD: Merits = Merits {
    floor_area_m2: Some(100),
    wheelchair_full: Fact::Yes,
    wheelchair_wc: Fact::Yes,
    evening: Fact::Yes,
    weekend: Fact::Yes,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A counted place at a spot, in district 0.
fn standing(number: u128, class: Class, x: i32) -> Standing {
    let walks = walks(None, &Barriers::default());
    Standing {
        id: PlaceId(uuid::Uuid::from_u128(number)),
        district: Some(0),
        counting: Counting {
            class,
            ages: None,
            failing: Vec::new(),
            missing: Vec::new(),
        },
        goal: Arc::new(Goal::at(&walks, Shape::Point(location(x, 0)))),
        merits: GOOD,
        lifecycle: Lifecycle::default(),
        last_verified_at: Some(day("2026-01-01")),
    }
}

fn both() -> Vec<Standing> {
    vec![standing(1, Class::Room, 0), standing(2, Class::Outdoor, 0)]
}

/// So many persons living so far east.
fn living(homes: &[(i32, u32)]) -> Vec<Inhabited> {
    let one = |(row, (x, persons)): (u32, &(i32, u32))| Inhabited {
        cell: GridCell { row, column: 0 },
        location: location(*x, 0),
        district: Some(0),
        milli_persons: persons * 1_000,
    };
    (0..).zip(homes).map(one).collect()
}

fn surveyed(since: &str) -> DistrictFacts {
    DistrictFacts {
        survey: Some(Survey {
            district: "ost".parse().unwrap(),
            complete_since: day(since),
            confirmed_by_role: Role::Planner,
            note: None,
        }),
        population: None,
    }
}

fn with_city<R>(
    homes: &[(i32, u32)],
    facts: DistrictFacts,
    ask: impl FnOnce(Judged<'_>) -> R,
) -> R {
    let walks = walks(None, &Barriers::default());
    let inhabited = living(homes);
    with_field(&walks, &inhabited, |field| {
        ask(Judged {
            field,
            inhabited: &inhabited,
            districts: &[facts],
            rules: &CoverageRules::default(),
        })
    })
}

fn level(homes: &[(i32, u32)], facts: DistrictFacts, standings: &[Standing]) -> Level {
    let today = day("2026-11-27");
    with_city(homes, facts, |city| {
        city.levels(standings, today).districts[0].level
    })
}

fn holds(homes: &[(i32, u32)], standings: &[Standing], need: Need) -> Fact {
    holds_where(surveyed("2026-01-01"), homes, standings, need)
}

fn holds_where(
    facts: DistrictFacts,
    homes: &[(i32, u32)],
    standings: &[Standing],
    need: Need,
) -> Fact {
    let today = day("2026-11-27");
    with_city(homes, facts, |city| {
        let found = city.levels(standings, today);
        let mut all = found.districts[0].requirements.iter();
        all.find(|own| own.need == need).unwrap().holds
    })
}

/// Near by, and 10 km away.
const NEAR: (i32, u32) = (100, 80);
const FAR: (i32, u32) = (136_000, 20);

#[test]
fn a_district_without_records_is_never_zero() {
    let homes = [NEAR];
    assert_eq!(
        level(&homes, DistrictFacts::default(), &[]),
        Level::NotSurveyed
    );
    assert_eq!(level(&homes, surveyed("2026-01-01"), &[]), Level::Missing);
    assert_eq!(
        level(&homes, surveyed("2024-11-27"), &[]),
        Level::NotSurveyed,
        "expired"
    );
    assert_eq!(
        level(&homes, surveyed("2026-11-28"), &[]),
        Level::NotSurveyed,
        "not yet"
    );
}

#[test]
fn a_room_without_a_place_outdoors_is_not_enough_and_neither_is_the_other_way_round() {
    for one in both() {
        let one = [one];
        assert_eq!(
            level(&[NEAR], DistrictFacts::default(), &one),
            Level::NotSurveyed
        );
        assert_eq!(level(&[NEAR], surveyed("2026-01-01"), &one), Level::Missing);
    }
    assert!(level(&[NEAR], DistrictFacts::default(), &both()) >= Level::Present);
}

#[test]
fn what_must_be_found_out_first_is_not_missing_even_in_a_surveyed_district() {
    let mut open = both();
    open[0].counting.missing.push(Missing::Seats);
    assert_eq!(
        level(&[NEAR], surveyed("2026-01-01"), &open),
        Level::NotSurveyed
    );
    open[0].counting.failing.push(Failing::Fee);
    assert_eq!(
        level(&[NEAR], surveyed("2026-01-01"), &open),
        Level::Missing
    );
}

#[test]
fn four_of_five_residents_are_near_enough_and_one_fewer_is_not() {
    assert_eq!(
        level(&[NEAR, FAR], DistrictFacts::default(), &both()),
        Level::GoodForAll
    );
    let one_fewer = [(100, 79), (136_000, 21)];
    assert_eq!(
        level(&one_fewer, DistrictFacts::default(), &both()),
        Level::Present
    );
}

#[test]
fn where_nobody_knows_the_residents_reach_is_not_known() {
    for homes in [&[][..], &[(100, 0)]] {
        assert_eq!(
            level(homes, DistrictFacts::default(), &both()),
            Level::Present
        );
        assert_eq!(holds(homes, &both(), Need::RoomInReach), Fact::Unknown);
        assert_eq!(holds(homes, &both(), Need::FloorArea), Fact::Unknown);
    }
}

#[test]
fn nothing_in_reach_is_nought_of_all_and_no_error() {
    let found = with_city(&[NEAR, FAR], DistrictFacts::default(), |city| {
        city.levels(&[], day("2026-11-27"))
    });
    let share = found.rooms.city();
    assert_eq!((share.covered, share.persons), (0, 100_000));
    assert_eq!(holds(&[NEAR], &[], Need::RoomInReach), Fact::No);
}

#[test]
fn what_a_room_that_perhaps_counts_would_give_is_not_known_and_not_missing() {
    let mut open = both();
    open[0].counting.missing.push(Missing::Seats);
    let needs = [
        Need::RoomInReach,
        Need::WheelchairRoom,
        Need::EveningRoom,
        Need::WeekendRoom,
        Need::FloorArea,
    ];
    for need in needs {
        assert_eq!(holds(&[NEAR], &open, need), Fact::Unknown, "{need:?}");
    }
    // Where it would help nobody in time, it is known that they are not near one.
    let far = [(136_000, 80)];
    assert_eq!(holds(&far, &open, Need::RoomInReach), Fact::No);
    open[0].counting.failing.push(Failing::Fee);
    for need in needs {
        assert_eq!(holds(&[NEAR], &open, need), Fact::No, "{need:?}");
    }
}

#[test]
fn where_not_everything_is_recorded_nothing_is_missing() {
    for need in Need::ALL {
        let unsurveyed = holds_where(DistrictFacts::default(), &[NEAR], &[], *need);
        assert_eq!(unsurveyed, Fact::Unknown, "{need:?}");
        let surveyed = holds(&[NEAR], &[], *need);
        assert_eq!(surveyed, Fact::No, "{need:?}");
        let had = holds_where(
            DistrictFacts::default(),
            &[NEAR],
            &both(),
            Need::CountedRoom,
        );
        assert_eq!(had, Fact::Yes);
    }
}

#[test]
fn level_three_needs_each_of_its_merits_known() {
    type Case = (fn(&mut Merits, Fact), Need);
    let cases: [Case; 4] = [
        (|own, fact| own.wheelchair_full = fact, Need::WheelchairRoom),
        (|own, fact| own.wheelchair_wc = fact, Need::WheelchairRoom),
        (|own, fact| own.evening = fact, Need::EveningRoom),
        (|own, fact| own.weekend = fact, Need::WeekendRoom),
    ];
    for (set, need) in cases {
        for fact in [Fact::No, Fact::Unknown] {
            let mut standings = both();
            set(&mut standings[0].merits, fact);
            assert_eq!(
                level(&[NEAR], DistrictFacts::default(), &standings),
                Level::Reachable
            );
            assert_eq!(holds(&[NEAR], &standings, need), fact);
        }
    }
    // Ten square metres for each 1,000 of 10,001 residents are a square metre more than a hundred.
    let many = [(100, 10_001)];
    assert_eq!(holds(&many, &both(), Need::FloorArea), Fact::No);
    assert_eq!(holds(&[(100, 10_000)], &both(), Need::FloorArea), Fact::Yes);
    let mut more = both();
    more.push(standing(3, Class::Room, 0));
    more[2].merits.floor_area_m2 = None;
    assert_eq!(holds(&many, &more, Need::FloorArea), Fact::Unknown);
}

#[test]
fn a_level_hangs_on_a_room_without_which_it_falls() {
    let today = day("2026-11-27");
    let hinges = |homes: &[(i32, u32)], standings: &[Standing]| {
        with_city(homes, DistrictFacts::default(), |city| {
            let levels = city.levels(standings, today);
            let found = city.hinges(standings, &levels, 0, today);
            found.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>()
        })
    };
    assert_eq!(hinges(&[NEAR], &both()), [1]);
    let mut two = both();
    two.push(standing(3, Class::Room, 100));
    assert_eq!(hinges(&[NEAR], &two), Vec::<u128>::new());
    // The other room is too far from most.
    two[2] = standing(3, Class::Room, 136_000);
    assert_eq!(hinges(&[NEAR, FAR], &two), [1]);
    assert_eq!(hinges(&[NEAR], &[]), Vec::<u128>::new());
}

#[test]
fn a_room_beyond_the_border_serves_but_is_none_of_ours() {
    let mut standings = both();
    standings.push(standing(3, Class::Room, 100));
    standings[0] = standing(1, Class::Room, 136_000);
    standings[2].district = None;
    let found = level(&[NEAR], DistrictFacts::default(), &standings);
    assert!(found >= Level::Reachable, "{found}");
    standings.remove(0);
    assert_eq!(
        level(&[NEAR], surveyed("2026-01-01"), &standings),
        Level::Missing
    );
}

#[test]
fn the_indicator_counts_districts_and_the_residents_in_them() {
    let levels = with_city(&[NEAR, FAR], DistrictFacts::default(), |city| {
        city.levels(&both(), day("2026-11-27"))
    });
    let sums = indicator(&levels);
    assert_eq!((sums.districts, sums.at_least), (1, [1, 1, 1]));
    assert_eq!(sums.persons_at_least, [100_000; 3]);
}

#[test]
fn a_closure_shows_in_the_quarter_after_it_and_an_opening_in_its_own() {
    let mut standings = both();
    let (first, last) = (Some(day("2019-02-03")), Some(day("2020-12-31")));
    standings[0].lifecycle = Lifecycle::new(Status::Closed, first, last).unwrap();
    standings[0]
        .counting
        .failing
        .push(Failing::NotInUse(Status::Closed));
    standings[0].last_verified_at = Some(day("2020-06-01"));
    assert_eq!(first_quarter(&standings).unwrap().to_string(), "2019-Q1");
    let quarter = |text: &str| text.parse::<YearQuarter>().unwrap();
    let points = with_city(&[NEAR], DistrictFacts::default(), |city| {
        reconstructed(city, &standings, quarter("2018-Q4"), quarter("2021-Q1"))
    });
    let told = |text: &str| {
        let point = points
            .iter()
            .find(|own| own.quarter == quarter(text))
            .unwrap();
        let own = &point.districts[0];
        (
            own.level,
            own.rooms_in_use,
            point.opened.len(),
            point.closed.len(),
        )
    };
    assert_eq!(points.len(), 10);
    assert_eq!(told("2018-Q4"), (Level::NotSurveyed, 0, 0, 0));
    assert_eq!(told("2019-Q1"), (Level::GoodForAll, 1, 1, 0));
    assert_eq!(told("2020-Q4"), (Level::GoodForAll, 1, 0, 1));
    assert_eq!(told("2021-Q1"), (Level::NotSurveyed, 0, 0, 0));
}

#[test]
fn what_was_last_seen_too_long_before_a_quarter_does_not_count_in_it() {
    let mut own = standing(1, Class::Room, 0);
    own.last_verified_at = Some(day("2020-06-01"));
    let rules = CoverageRules::default();
    assert_eq!(
        own.on(day("2022-06-01"), &rules).counting.verdict(),
        Verdict::Counts
    );
    let later = own.on(day("2022-06-02"), &rules);
    assert_eq!(
        later.counting.failing,
        [Failing::Outdated(day("2020-06-01"))]
    );
}
