//! One person who reports again and again (A12, A13): the caps hold, and what they leave is not hidden.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use super::membership::{CHANCE, guessed_right, one_square, published};
use super::table::{Bound, Row};
use super::world::{Dice, YEAR, report};
use crate::domain::report::{Area, Category, IsoWeek, Report};
use crate::safety::release::tests::week;
use crate::safety::winsor::{Cap, MOST_A_WEEK};

const TRIES: u32 = 1_000;

/// For so many days one person reports once a day.
const DAYS: u64 = 60;

/// One report a day of one category and square, within one quarter.
fn daily() -> Vec<Report> {
    let first = NaiveDate::from_ymd_opt(YEAR, 10, 1).unwrap();
    (0..DAYS)
        .map(|day| report(0, IsoWeek::of(first + Days::new(day))))
        .collect()
}

/// A hundred in one night, or three.
fn in_a_night(count: u32) -> Vec<Report> {
    (0..count).map(|_| report(0, week(YEAR, 45))).collect()
}

fn others() -> Vec<Report> {
    (0..9).map(|n| report(0, week(YEAR, 46 + n / 3))).collect()
}

fn counted(reports: &[Report]) -> u32 {
    let mut cap = Cap::default();
    u32::try_from(reports.iter().filter(|own| cap.lets_through(own)).count()).unwrap()
}

/// Whether one can tell what a person did, by what is released.
fn told_apart(does: &[Report], does_not: &[Report]) -> f64 {
    let ground = one_square();
    let with: Vec<_> = others().into_iter().chain(does.iter().cloned()).collect();
    let without: Vec<_> = others()
        .into_iter()
        .chain(does_not.iter().cloned())
        .collect();
    // The same noise for both, so that chance tells nothing.
    guessed_right(TRIES, |is_member, n| {
        let reports = if is_member { &with } else { &without };
        published(reports, &ground, &mut Dice((n / 2).into()))
    })
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        Row {
            attack: "did he send a hundred in a night, or three (A12)?",
            tries: TRIES,
            success: told_apart(&in_a_night(100), &in_a_night(MOST_A_WEEK)),
            blind: 0.5,
            bound: Bound::Share {
                most: 0.5,
                chance: CHANCE,
            },
            exact: Some(guessed_right(400, |is_member, _| {
                in_a_night(if is_member { 100 } else { 3 }).len()
            })),
            anew: None,
        },
        Row {
            attack: "does one person report every day for 60 days (A13)? 27 count, epsilon 27 in all",
            tries: TRIES,
            success: told_apart(&daily(), &[]),
            blind: 0.5,
            bound: Bound::NotHidden,
            exact: None,
            anew: None,
        },
    ]
}

#[test]
fn of_sixty_days_three_a_week_count() {
    let all = daily();
    let weeks = all
        .iter()
        .map(|own| own.week)
        .collect::<std::collections::BTreeSet<_>>();
    assert_eq!((all.len(), weeks.len()), (60, 9));
    assert_eq!(counted(&all), 9 * MOST_A_WEEK);
    // Within a quarter: nothing of it is in another release of the same product.
    assert!(all.iter().all(|own| own.week.thursday().month() >= 10));
}

#[test]
fn no_person_counts_more_often_than_caps_and_days_allow_whatever_they_tell() {
    // Five a day, of every kind, at one square: three of a kind and week count, and never more than were sent.
    let mut dice = Dice(13);
    for _ in 0..200 {
        let first = NaiveDate::from_ymd_opt(YEAR, 1, 1).unwrap();
        let all: Vec<_> = (0..5 * DAYS)
            .map(|n| Report {
                category: Category::ALL[dice.below(8) as usize],
                ..report(0, IsoWeek::of(first + Days::new(n / 5)))
            })
            .collect();
        let mut cap = Cap::default();
        let mut seen: BTreeMap<(Area, Category, IsoWeek), u32> = BTreeMap::new();
        for own in all.iter().filter(|own| cap.lets_through(own)) {
            *seen
                .entry((own.area.clone(), own.category, own.week))
                .or_default() += 1;
        }
        assert!(seen.values().all(|count| *count <= MOST_A_WEEK));
    }
}
