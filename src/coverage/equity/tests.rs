//! The measures against their definitions, written out person by person.

use super::{Decay, Supplier, TypicalTimes, concentration, extremes, gini, supply};
use crate::domain::random::Dice;

#[test]
fn typical_times_are_those_of_the_people_one_by_one() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let count = dice.below(20);
        let squares: Vec<(u32, u32)> = (0..count)
            .map(|_| (dice.pick(&[0, 3, 8, 8, 40, 100, u32::MAX]), dice.below(12)))
            .collect();
        let one_by_one = squares
            .iter()
            .flat_map(|(time, persons)| (0..*persons).map(|_| *time));
        let (mut near, far): (Vec<u32>, Vec<u32>) = one_by_one.partition(|time| *time != u32::MAX);
        near.sort_unstable();
        let Some(typical) = TypicalTimes::of(squares) else {
            assert!(near.is_empty());
            continue;
        };
        // Who gets nowhere walks longer than all others.
        let all = near.len() + far.len();
        let rank = |percent: usize| near.get((all * percent).div_ceil(100) - 1).copied();
        assert_eq!(
            (typical.p10, typical.median, typical.p90),
            (rank(10), rank(50), rank(90))
        );
        let mean = near.iter().map(|time| f64::from(*time)).sum::<f64>() / near.len() as f64;
        assert!((typical.mean - mean).abs() < 1e-9);
        assert_eq!(typical.unreached, far.len() as u64);
        assert_eq!(typical.reached, near.len() as u64);
    }
}

#[test]
fn all_shares_of_all_people_are_all_seat_hours_within_reach() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let persons: Vec<u32> = (0..15)
            .map(|_| dice.pick(&[0, 500, 12_345, 90_000]))
            .collect();
        let mut supplier = || {
            let squares = (0..15).map(|square| (square, dice.below(3_600)));
            Supplier {
                within: squares.filter(|(_, time)| *time <= 900).collect(),
                seat_hours: f64::from(dice.below(4_000)),
            }
        };
        let suppliers: Vec<Supplier> = (0..6).map(|_| supplier()).collect();
        let offered: f64 = suppliers.iter().map(|own| own.seat_hours).sum();
        for decay in [Decay::Plain, Decay::Gaussian] {
            let found = supply(&persons, &suppliers, 900, decay);
            let shares = persons.iter().zip(&found.per_resident);
            let used: f64 = shares
                .map(|(persons, share)| f64::from(*persons) / 1_000.0 * share)
                .sum();
            assert!(
                (used + found.out_of_reach - offered).abs() < 1e-6 * offered.max(1.0),
                "seed {seed}"
            );
        }
    }
}

#[test]
fn a_way_as_long_as_the_limit_counts_fully_without_decay_and_not_at_all_with_it() {
    let place = Supplier {
        seat_hours: 600.0,
        within: vec![(0, 0), (1, 900)],
    };
    let share =
        |decay| supply(&[1_000, 1_000], std::slice::from_ref(&place), 900, decay).per_resident;
    assert_eq!(share(Decay::Plain), [300.0, 300.0]);
    assert_eq!(share(Decay::Gaussian), [600.0, 0.0]);
}

#[test]
fn gini_is_half_the_mean_difference_between_two_people() {
    for seed in 0..100 {
        let mut dice = Dice(seed);
        let people: Vec<(u32, f64)> = (0..12)
            .map(|_| (dice.below(5), f64::from(dice.below(9))))
            .collect();
        let one_by_one = people
            .iter()
            .flat_map(|(count, value)| (0..*count).map(|_| *value));
        let all: Vec<f64> = one_by_one.collect();
        let sum: f64 = all.iter().sum();
        let Some(gini) = gini(people) else {
            assert!(sum <= 0.0);
            continue;
        };
        let pairs = all
            .iter()
            .flat_map(|a| all.iter().map(move |b| (a - b).abs()));
        let expected = pairs.sum::<f64>() / (2.0 * all.len() as f64 * sum);
        assert!(
            (gini - expected).abs() < 1e-9,
            "seed {seed}: {gini} {expected}"
        );
    }
}

#[test]
fn a_concentration_has_the_sign_of_who_has_more() {
    let index = |values: [f64; 3]| {
        let ranks = [1.0, 2.0, 3.0];
        concentration(
            values
                .into_iter()
                .zip(ranks)
                .map(|(value, rank)| (1_000, value, rank)),
        )
        .unwrap()
    };
    assert!(index([1.0, 2.0, 3.0]) > 0.1);
    assert!(index([3.0, 2.0, 1.0]) < -0.1);
    assert!(index([2.0, 2.0, 2.0]).abs() < 1e-12);
    // People of the same rank stand together: their order says nothing.
    let same = concentration([(1_000, 0.0, 1.0), (1_000, 9.0, 1.0)]).unwrap();
    assert!(same.abs() < 1e-12);
}

#[test]
fn districts_without_residents_are_no_extremes() {
    let found = extremes([
        (0, 1_000, 2.0),
        (0, 3_000, 6.0),
        (1, 2_000, 4.0),
        (2, 0, 0.0),
    ])
    .unwrap();
    assert_eq!((found.least, found.greatest), ((1, 4.0), (0, 5.0)));
    assert_eq!(found.ratio(), Some(0.8));
    assert_eq!(extremes([]), None);
}
