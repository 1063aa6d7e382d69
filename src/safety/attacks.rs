//! Attacks on releases. Each is made twice: on what is published, where it must not succeed more often than the bound, and on
//! a naive variant, where it must, or the attack itself would be worth nothing.

use std::collections::BTreeMap;

use super::release::tests::{cell, ground, week};
use super::*;
use crate::domain::report::{
    Band, Category, DayType, Epsilon, Factors, Period, Product, Report, ReportSource,
};

/// Releases that are simulated.
const TRIES: u32 = 10_000;

fn report(category: Category) -> Report {
    Report {
        area: cell(2, 2),
        category,
        band: Band::Night,
        day: DayType::WeekendNight,
        week: week(2026, 40),
        factors: Factors::default(),
        wish: None,
        avoids: None,
        source: ReportSource::Web,
    }
}

/// So many reports of one kind at one spot, in so many weeks that all of them count.
fn others(count: u32) -> Vec<Report> {
    let at = |n: u32| Report {
        week: week(2026, 27 + n % 26),
        ..report(Category::Lonely)
    };
    (0..count).map(at).collect()
}

fn seed(n: u32) -> Seed {
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    Seed::new(bytes)
}

/// The two products in which a report about a feeling stands.
const STANDS_IN: [(Product, Period); 2] = [
    (
        Product::Districts,
        Period::Quarter {
            year: 2026,
            quarter: 4,
        },
    ),
    (Product::Cells, Period::Year(2026)),
];

/// All that is published of the two cells the report would fall into.
fn published(reports: &[Report], ground: &Ground, seed: &Seed) -> [Option<Class>; 2] {
    let areas = ["d1", "CRS3035RES500mN1000E1000"];
    let mut found = STANDS_IN.into_iter().zip(areas).map(|(what, area)| {
        let release = Release::new(what, reports, ground, Epsilon::DEFAULT, seed);
        let own = release.areas.into_iter().find(|own| own.area == area);
        own.unwrap().groups[&Group::Unsafe]
    });
    [found.next().unwrap(), found.next().unwrap()]
}

/// Whoever knows all other reports asks whether one more is among them, and guesses as well as can be guessed: by how often
/// each picture came up with it and without it.
fn guessed_right(mut look: impl FnMut(bool, u32) -> [Option<Class>; 2]) -> f64 {
    let mut pictures: BTreeMap<[Option<Class>; 2], [u32; 2]> = BTreeMap::new();
    for n in 0..TRIES {
        let is_member = n % 2 == 0;
        pictures.entry(look(is_member, n)).or_default()[usize::from(is_member)] += 1;
    }
    let right: u32 = pictures
        .values()
        .map(|[without, with]| without.max(with))
        .sum();
    f64::from(right) / f64::from(TRIES)
}

/// What differential privacy allows at most, with two points for chance.
fn bound() -> f64 {
    let whole = (2.0 * Epsilon::DEFAULT.value()).exp();
    whole / (1.0 + whole) + 0.02
}

#[test]
fn whoever_knows_all_other_reports_cannot_tell_whether_one_more_is_there() {
    let ground = ground();
    for known in [0, 4, 9, 10, 19, 49] {
        let without = others(known);
        let with: Vec<Report> = without
            .iter()
            .cloned()
            .chain([report(Category::Lonely)])
            .collect();
        let right = guessed_right(|is_member, n| {
            published(if is_member { &with } else { &without }, &ground, &seed(n))
        });
        assert!(
            right <= bound(),
            "{known} others: right in {right} of cases, {} allowed",
            bound()
        );
    }
}

#[test]
fn the_same_attack_breaks_exact_counts_from_five_on() {
    // Control: exact counts, hidden below five. Classes of one number each.
    let exact = |count: u32| {
        (count >= 5).then_some(Class {
            from: count,
            to: Some(count),
        })
    };
    for known in [4, 9, 10, 19, 49] {
        let right = guessed_right(|is_member, _| [exact(known + u32::from(is_member)); 2]);
        assert!(right >= 0.95, "{known} others: right in {right} of cases");
    }
}

#[test]
fn asking_again_and_again_tells_nothing_new() {
    let (ground, reports) = (ground(), others(12));
    let first = published(&reports, &ground, &seed(5));
    assert!((0..200).all(|_| published(&reports, &ground, &seed(5)) == first));
}

#[test]
fn asking_again_and_again_breaks_noise_that_is_drawn_anew() {
    // Control: noise per request. The mean of a few hundred answers is the count.
    let broken = (0..200_u32).filter(|n| {
        let count = 5 + n % 40;
        let answers = (0..1_000).map(|k| {
            f64::from(count) + {
                let noise = seed(*n)
                    .noise(&format!("request {k}"), count)
                    .discrete_laplace(Epsilon::DEFAULT);
                noise as f64
            }
        });
        (answers.sum::<f64>() / 1_000.0 - f64::from(count)).abs() < 0.5
    });
    assert!(broken.count() >= 190);
}
