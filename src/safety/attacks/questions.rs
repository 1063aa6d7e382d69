//! Questions of everybody: overlapping areas, days, words and levels, asked again and again. Is there a report of her in this
//! square? Nothing is known of the others.

use super::membership::{CHANCE, guessed_right, most};
use super::systems::{Anew, Exact, Frozen, System, Told, count};
use super::table::{Bound, Row};
use super::world::{Dice, SQUARES, TARGET, YEAR, ground, her_week, others, report, spread, square};
use crate::domain::report::{IsoWeek, Report, SafetyCell};
use crate::safety::release::tests::week;

/// Cities that are attacked.
const TRIES: u32 = 1_000;

/// Cities with a naive program that are.
const CONTROLS: u32 = 300;

/// How often a question is asked again.
const AGAIN: u32 = 600;

/// What one who asks finds out: one number, which is greater where the report is there.
type Attack = fn(&mut dyn System) -> i64;

const ATTACKS: [(&str, Attack); 6] = [
    ("two areas that differ by one square (A1)", two_areas),
    (
        "two days, before and after her report; consecutive releases (A2)",
        two_days,
    ),
    ("a merged area less the rest of it (A4)", merged_area),
    ("a district less its squares, level by level (A3)", levels),
    (
        "partitions of the city, with her square on either side",
        partitions,
    ),
    ("one question in other words", other_words),
];

/// The last day of which anything is asked: every release of the year is out.
fn end() -> IsoWeek {
    week(YEAR + 1, 20)
}

fn all() -> Vec<SafetyCell> {
    (0..SQUARES).map(square).collect()
}

fn without(squares: &[SafetyCell], gone: SafetyCell) -> Vec<SafetyCell> {
    squares.iter().copied().filter(|own| *own != gone).collect()
}

fn two_areas(system: &mut dyn System) -> i64 {
    let whole = system.mean(&all(), end(), AGAIN);
    rounded(whole - system.mean(&without(&all(), square(TARGET)), end(), AGAIN))
}

fn two_days(system: &mut dyn System) -> i64 {
    let after = system.mean(&all(), her_week(), AGAIN);
    let day = rounded(after - system.mean(&all(), her_week().back(1), AGAIN));
    // Releases come one after the other: the third quarter, in which she told it, and then the fourth with the year.
    let of_third = system.ask(&all(), week(YEAR, 50));
    let of_all = system.ask(&all(), end());
    let shown = |all: &[Told]| all.iter().flatten().map(|(from, _)| from).sum::<i64>();
    let releases = if of_all.len() > 1 {
        shown(&of_third) - shown(&of_all[2..4])
    } else {
        0
    };
    1_000 * day + releases
}

fn merged_area(system: &mut dyn System) -> i64 {
    let neighbours = [square(TARGET), square(TARGET - 1), square(TARGET - 4)];
    let whole = system.mean(&neighbours, end(), AGAIN);
    rounded(whole - system.mean(&without(&neighbours, square(TARGET)), end(), AGAIN))
}

fn levels(system: &mut dyn System) -> i64 {
    let south: Vec<_> = (6..SQUARES).map(square).collect();
    let row: Vec<_> = (8..SQUARES).map(square).collect();
    let above: Vec<_> = (6..8).map(square).collect();
    let rest: i64 = system.mean(&above, end(), AGAIN)
        + system.mean(&without(&row, square(TARGET)), end(), AGAIN);
    rounded(system.mean(&south, end(), AGAIN) - rest)
}

fn partitions(system: &mut dyn System) -> i64 {
    const PARTS: u32 = 12;
    let mut dice = Dice(3);
    let mut sum = 0;
    for _ in 0..PARTS {
        let side: Vec<_> = (0..TARGET)
            .filter(|_| dice.below(2) == 0)
            .chain([0, 1])
            .map(square)
            .collect();
        let with: Vec<_> = side.iter().copied().chain([square(TARGET)]).collect();
        sum += system.mean(&with, end(), AGAIN / PARTS) - system.mean(&side, end(), AGAIN / PARTS);
    }
    rounded(sum / i64::from(PARTS))
}

/// The same squares from the back, twice, or as what is left of the whole.
fn other_words(system: &mut dyn System) -> i64 {
    let rest = without(&all(), square(TARGET));
    let back = |squares: &[SafetyCell]| squares.iter().rev().copied().collect::<Vec<_>>();
    let twice = |squares: &[SafetyCell]| [squares, squares].concat();
    let words = [back(&all()), twice(&all()), all()];
    let whole: i64 = words
        .iter()
        .map(|own| system.mean(own, end(), AGAIN / 3))
        .sum();
    let words = [back(&rest), twice(&rest), rest];
    let less: i64 = words
        .iter()
        .map(|own| system.mean(own, end(), AGAIN / 3))
        .sum();
    rounded((whole - less) / 3)
}

/// Hundredths as a whole number.
fn rounded(hundredths: i64) -> i64 {
    (hundredths + 50).div_euclid(100)
}

/// A city of a number, with her report or without it.
fn reports(number: u32, is_member: bool) -> Vec<Report> {
    let mut dice = Dice(u64::from(number));
    let mut all = others(&mut dice, 5, 14);
    // Of the square she was in nobody else told anything, which only a farm's neighbour could know.
    all.retain(|own| own.area != report(TARGET, own.week).area);
    if is_member {
        all.push(report(TARGET, her_week()));
    }
    all
}

/// As many systems as there are tries, each around a city of its own.
fn systems<S: System>(tries: u32, make: impl Fn(Vec<Report>, u32) -> S) -> Vec<S> {
    let cities = (0..tries).map(|n| make(reports(n, n % 2 == 0), n));
    cities.collect()
}

fn success<S: System>(attack: Attack, systems: &mut [S]) -> f64 {
    let tries = u32::try_from(systems.len()).unwrap();
    guessed_right(tries, |_, n| attack(&mut systems[n as usize]))
}

pub(super) fn rows() -> Vec<Row> {
    let ground = ground();
    let seed = |n: u32| Dice(n.into()).seed();
    let mut frozen = systems(TRIES, |reports, n| Frozen::new(&reports, &ground, &seed(n)));
    let mut exact = systems(CONTROLS, |reports, _| Exact(reports));
    let mut anew = systems(CONTROLS, |reports, n| {
        Anew(reports, Dice(u64::from(n) << 32))
    });
    let row = |(attack, asked): (&'static str, Attack)| Row {
        attack,
        tries: TRIES,
        success: success(asked, &mut frozen),
        blind: 0.5,
        bound: Bound::Share {
            most: most(1),
            chance: CHANCE,
        },
        exact: Some(success(asked, &mut exact)),
        anew: Some(success(asked, &mut anew)),
    };
    let mut rows: Vec<_> = ATTACKS.map(row).into();
    rows.push(trilateration());
    rows
}

/// In which of all squares is her report? Boxes are halved around it by one who knows what others told.
fn trilateration() -> Row {
    let ground = ground();
    let found = |system: &mut dyn System, known: &[Report]| -> usize {
        let mut inside: Vec<usize> = (0..SQUARES).collect();
        while inside.len() > 1 {
            let half = inside.split_off(inside.len() / 2);
            let asked: Vec<_> = half.iter().copied().map(square).collect();
            let more = system.mean(&asked, end(), AGAIN) - 100 * count(known, &asked, end());
            if rounded(more) > 0 {
                inside = half;
            }
        }
        inside[0]
    };
    let guessed = |tries: u32, make: &dyn Fn(Vec<Report>, u64) -> Box<dyn System>| {
        let right = (0..tries).filter(|n| {
            let mut dice = Dice(u64::from(*n) + 77);
            let known = others(&mut dice, 5, 14);
            let at = dice.below(u32::try_from(SQUARES).unwrap()) as usize;
            let mut with = known.clone();
            with.extend(spread(at, 1));
            let number = dice.number();
            found(make(with, number).as_mut(), &known) == at
        });
        right.count() as f64 / f64::from(tries)
    };
    let squares = SQUARES as f64;
    // Her report in one square or in another: one less and one more.
    let whole = most(1) / (1.0 - most(1));
    let whole = whole * whole;
    Row {
        attack: "in which square is her report? Boxes halved around it (trilateration)",
        tries: TRIES,
        success: guessed(TRIES, &|reports, n| {
            Box::new(Frozen::new(&reports, &ground, &Dice(n).seed()))
        }),
        blind: 1.0 / squares,
        bound: Bound::Share {
            most: whole / (squares - 1.0 + whole),
            chance: CHANCE,
        },
        exact: Some(guessed(CONTROLS, &|reports, _| Box::new(Exact(reports)))),
        anew: Some(guessed(CONTROLS, &|reports, n| {
            Box::new(Anew(reports, Dice(n)))
        })),
    }
}
