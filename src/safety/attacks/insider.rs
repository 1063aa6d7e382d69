//! Somebody of the city who may see counts: filters, days and the steps in which the weeks move on. Is there a report of her
//! in the row of nights in the north? These classes are true, not noisy: whoever knows all others sees a border that is
//! crossed, and the last row says how often.

use chrono::{Days, NaiveDate};

use super::membership::{CHANCE, guessed_right};
use super::table::{Bound, Row};
use super::world::{Dice, YEAR, her_week, report};
use crate::domain::report::{Band, IsoWeek, Report};
use crate::safety::Class;
use crate::safety::aggregate::{LEAST, Window, by_area};

const TRIES: u32 = 1_000;
const CONTROLS: u32 = 300;

/// What others told: in each of the weeks around hers, for each part of the day, none, one or two reports.
fn reports(number: u32, is_member: bool) -> Vec<Report> {
    let mut dice = Dice(u64::from(number) + 9_000);
    let mut all = Vec::new();
    for back in 0..40 {
        for band in Band::ALL {
            let told = IsoWeek::of(newest()).back(back);
            let count = dice.below(4) * u32::from(dice.below(3) == 0);
            all.extend((0..count.min(2)).map(|_| Report {
                band: *band,
                ..report(0, told)
            }));
        }
    }
    all.extend(is_member.then(|| report(0, her_week())));
    all
}

/// Long after her week.
fn newest() -> NaiveDate {
    NaiveDate::from_ymd_opt(YEAR, 12, 20).unwrap()
}

/// What is shown of the rows that a filter leaves, on a day.
fn shown(
    reports: &[Report],
    day: NaiveDate,
    is_wanted: impl Fn(Band) -> bool,
) -> Vec<(Band, Class)> {
    let rows = by_area(Window::on(day), reports, |_| Some("nord"));
    let wanted = rows.into_iter().filter(|own| is_wanted(own.band));
    wanted.map(|own| (own.band, own.reports)).collect()
}

fn middles(rows: &[(Band, Class)]) -> i64 {
    let middle = |class: &Class| i64::from(class.from + class.to.unwrap_or(class.from));
    rows.iter().map(|(_, class)| middle(class)).sum()
}

/// Naive: counts anew for each filter and each day, and hides what is below three.
fn counted(
    reports: &[Report],
    (first, last): (IsoWeek, IsoWeek),
    is_wanted: impl Fn(Band) -> bool,
) -> i64 {
    let inside = reports
        .iter()
        .filter(|own| (first..=last).contains(&own.week) && is_wanted(own.band));
    let count = i64::try_from(inside.count()).unwrap();
    if count >= LEAST.into() { count } else { 0 }
}

/// A day of each window in which her week may be, and of the one before and after.
fn days() -> impl Iterator<Item = NaiveDate> {
    let first = her_week().thursday() - Days::new(28);
    let days = (0..6).map(move |steps| first + Days::new(28 * steps));
    days.filter(|day| *day < newest())
}

/// What all filters together tell of nights: the whole less every other part of the day, and the row itself.
fn filters(number: u32, is_member: bool) -> i64 {
    let (reports, day) = (
        reports(number, is_member),
        her_week().thursday() + Days::new(40),
    );
    let whole = middles(&shown(&reports, day, |_| true));
    let others: i64 = Band::ALL
        .iter()
        .filter(|own| **own != Band::Night)
        .map(|band| middles(&shown(&reports, day, |own| own == *band)))
        .sum();
    let alone = middles(&shown(&reports, day, |own| own == Band::Night));
    assert_eq!(whole - others, alone, "no filter counts anew");
    alone
}

fn filters_of_naive(number: u32, is_member: bool) -> i64 {
    let mut reports = reports(number, false);
    // Of nights nobody else told anything: one report alone, which no single answer would show.
    reports.retain(|own| own.band != Band::Night);
    reports.extend(is_member.then(|| report(0, her_week())));
    let weeks = (her_week().back(11), her_week());
    let whole = counted(&reports, weeks, |_| true);
    let others = counted(&reports, weeks, |own| own != Band::Night);
    whole - others
}

/// The day before she told it and the day after, in the weeks that are looked at then.
fn before_and_after(number: u32, is_member: bool) -> i64 {
    let (before, after) = (reports(number, false), reports(number, is_member));
    let day = her_week().thursday();
    middles(&shown(&after, day + Days::new(1), |_| true))
        - middles(&shown(&before, day - Days::new(1), |_| true))
}

fn before_and_after_of_naive(number: u32, is_member: bool) -> i64 {
    let weeks = (her_week().back(11), her_week());
    counted(&reports(number, is_member), weeks, |_| true)
        - counted(&reports(number, false), weeks, |_| true)
}

/// What changes in the row of nights when her week comes among those that are looked at, and when it goes.
fn steps(reports: &[Report]) -> (i64, i64) {
    let mut seen: Vec<(Window, i64)> = days()
        .map(|day| {
            (
                Window::on(day),
                middles(&shown(reports, day, |own| own == Band::Night)),
            )
        })
        .collect();
    seen.dedup();
    let has_her = |(window, _): &(Window, i64)| {
        let (first, last) = window.ends();
        (first..=last).contains(&her_week())
    };
    let inside: Vec<usize> = (0..seen.len()).filter(|at| has_her(&seen[*at])).collect();
    let (first, last) = (inside[0], *inside.last().unwrap());
    let at = |slot: usize| seen.get(slot).map_or(0, |(_, told)| *told);
    (
        at(first) - first.checked_sub(1).map_or(0, at),
        at(last) - at(last + 1),
    )
}

/// Weeks that move on one by one, and exact counts: what comes is what the newest week brings, and hers is a quiet one.
fn steps_of_naive(number: u32, is_member: bool) -> i64 {
    let mut reports = reports(number, false);
    reports.retain(|own| own.week != her_week());
    reports.extend(is_member.then(|| report(0, her_week())));
    let before = (her_week().back(12), her_week().back(1));
    let with = (her_week().back(12), her_week());
    counted(&reports, with, |_| true) - counted(&reports, before, |_| true)
}

/// In how many cities one report more changes any class that is ever seen.
fn crossed() -> f64 {
    let changed = (0..TRIES).filter(|number| {
        let (without, with) = (reports(*number, false), reports(*number, true));
        days().any(|day| shown(&without, day, |_| true) != shown(&with, day, |_| true))
    });
    changed.count() as f64 / f64::from(TRIES)
}

pub(super) fn rows() -> Vec<Row> {
    let knows_all = f64::midpoint(1.0, crossed());
    let row = |attack, success, most, exact| Row {
        attack,
        tries: TRIES,
        success,
        blind: 0.5,
        bound: Bound::Share {
            most,
            chance: CHANCE,
        },
        exact: Some(exact),
        anew: None,
    };
    vec![
        row(
            "an insider subtracts filters from each other (A17)",
            guessed_right(TRIES, |is_member, n| filters(n, is_member)),
            knows_all,
            guessed_right(CONTROLS, |is_member, n| filters_of_naive(n, is_member)),
        ),
        row(
            "an insider looks the day before her report and the day after",
            guessed_right(TRIES, |is_member, n| before_and_after(n, is_member)),
            0.5,
            guessed_right(CONTROLS, |is_member, n| {
                before_and_after_of_naive(n, is_member)
            }),
        ),
        row(
            "an insider compares all windows, which move on by four weeks",
            guessed_right(TRIES, |is_member, n| steps(&reports(n, is_member))),
            knows_all,
            guessed_right(CONTROLS, |is_member, n| steps_of_naive(n, is_member)),
        ),
        Row {
            attack: "an insider who knows all other reports and looks every week",
            tries: TRIES,
            success: knows_all,
            blind: 0.5,
            bound: Bound::NotHidden,
            exact: None,
            anew: None,
        },
    ]
}
