//! Whoever knows all other reports asks whether one more is among them: the strongest question there is.

use std::collections::BTreeMap;

use super::table::{Bound, Row};
use super::world::{Dice, YEAR};
use crate::domain::report::{Epsilon, Period, Product, Report};
use crate::safety::release::tests::week;
use crate::safety::{Class, Ground, Group, Release, Spot};

/// Releases that are simulated where one more of nine others crosses the threshold …
const TRIES: u32 = 10_000;

/// … and for each other number of others.
const FEWER: u32 = 2_000;

/// What chance adds at most, as the task is set.
pub(super) const CHANCE: f64 = 0.02;

/// How many others there are: nobody, and around each border of a class.
const KNOWN: [u32; 6] = [0, 4, 9, 10, 19, 49];

/// With so many others one more crosses the threshold.
const NEAR: u32 = 9;

/// All that is published of one report: its district in a quarter, its square in a year.
type Picture = [Option<Class>; 2];

/// One square in one district: nothing else that is published depends on the report.
pub(super) fn one_square() -> Ground {
    let spot = Spot {
        district: "d".parse().unwrap(),
        residents: Some(100),
        is_dominated: false,
    };
    let cell = super::world::square(0);
    Ground::new(&BTreeMap::from([(cell, spot)]), BTreeMap::new())
}

/// So many reports, all within the fourth quarter, in so many weeks that all of them count.
fn told(count: u32) -> Vec<Report> {
    let categories = [
        crate::domain::report::Category::Lonely,
        crate::domain::report::Category::NoWayOut,
    ];
    let at = |n: u32| Report {
        category: categories[n as usize / 26 % 2],
        ..super::world::report(0, week(YEAR, 40 + n % 13))
    };
    (0..count).map(at).collect()
}

pub(super) fn published(reports: &[Report], ground: &Ground, dice: &mut Dice) -> Picture {
    let quarter = Period::Quarter {
        year: YEAR,
        quarter: 4,
    };
    let seed = dice.seed();
    [
        (Product::Districts, quarter),
        (Product::Cells, Period::Year(YEAR)),
    ]
    .map(|what| {
        let release = Release::new(what, reports, ground, Epsilon::DEFAULT, &seed);
        release.areas[0].groups[&Group::Unsafe]
    })
}

/// How often one guesses rightly, who has learned from the first half of the tries what answers mean: `look` gives the answer
/// with the report, or without it.
pub(super) fn guessed_right<S: Ord>(tries: u32, mut look: impl FnMut(bool, u32) -> S) -> f64 {
    let mut seen: BTreeMap<S, [u32; 2]> = BTreeMap::new();
    let half = tries / 2;
    for n in 0..half {
        let is_member = n % 2 == 0;
        seen.entry(look(is_member, n)).or_default()[usize::from(is_member)] += 1;
    }
    let right = (half..tries).filter(|n| {
        let is_member = n % 2 == 0;
        let answer = look(is_member, *n);
        let guess = seen
            .get(&answer)
            .is_none_or(|[without, with]| with >= without);
        guess == is_member
    });
    right.count() as f64 / f64::from(tries - half)
}

/// What differential privacy allows for reports that count so often, in both products together.
pub(super) fn most(reports: u32) -> f64 {
    let whole = (f64::from(reports) * 2.0 * Epsilon::DEFAULT.value()).exp();
    whole / (1.0 + whole)
}

fn against_releases(known: u32, more: u32, tries: u32) -> f64 {
    let ground = one_square();
    let (without, with) = (told(known), told(known + more));
    let mut dice = Dice(u64::from(known) << 8 | u64::from(more));
    guessed_right(tries, |is_member, _| {
        let reports = if is_member { &with } else { &without };
        published(reports, &ground, &mut dice)
    })
}

fn against_exact(known: u32, more: u32) -> f64 {
    let shown = |count: u32| (count >= 5).then_some(count);
    guessed_right(1_000, |is_member, _| {
        shown(known + if is_member { more } else { 0 })
    })
}

/// The most and the least of several shares.
fn worst(all: impl Iterator<Item = f64>) -> f64 {
    all.fold(0.0, f64::max)
}

fn row(attack: &'static str, known: &[u32], more: u32) -> Row {
    let tries = |known: u32| if known == NEAR { TRIES } else { FEWER };
    let success = known
        .iter()
        .map(|own| against_releases(*own, more, tries(*own)));
    // Where even one more stays below five it is hidden in what is naive too.
    let naive = known.iter().filter(|own| **own + more >= 5);
    let naive = naive.map(|own| against_exact(*own, more));
    Row {
        attack,
        tries: known.iter().map(|own| tries(*own)).sum(),
        success: worst(success),
        blind: 0.5,
        bound: Bound::Share {
            most: most(more),
            chance: CHANCE,
        },
        exact: Some(naive.fold(1.0, f64::min)),
        anew: None,
    }
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row(
            "is her report among those I know? (worst of six numbers of others)",
            &KNOWN,
            1,
        ),
        row("the same for two reports of one person", &[NEAR], 2),
        row("the same for three, all that count in a week", &[NEAR], 3),
    ]
}
