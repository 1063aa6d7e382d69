//! Gaps on random grids: everybody is counted once, and the outline covers the squares and nothing else.

use std::collections::BTreeSet;

use geo::{Area, Contains, Validation};

use super::{FEWEST, Ways, gaps};
use crate::domain::Location;
use crate::domain::grid::GridCell;
use crate::domain::random::Dice;
use crate::domain::residents::Inhabited;

const SIDE: u32 = 12;

fn at(row: f64, column: f64) -> Location {
    Location::from_lon_lat(9.0 + column / 1_000.0, 48.0 + row / 1_000.0).unwrap()
}

fn corners(cell: GridCell) -> [Location; 4] {
    let (row, column) = (f64::from(cell.row), f64::from(cell.column));
    [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)].map(|(up, right)| at(row + up, column + right))
}

fn town(dice: &mut Dice) -> (Vec<Inhabited>, Vec<u32>, Vec<Option<u32>>) {
    let cells = (0..SIDE * SIDE).map(|number| GridCell {
        row: number / SIDE,
        column: number % SIDE,
    });
    let cells = cells.filter(|_| dice.chance(85)).collect::<Vec<_>>();
    let residents = cells.iter().map(|&cell| Inhabited {
        cell,
        location: at(f64::from(cell.row) + 0.5, f64::from(cell.column) + 0.5),
        district: dice.pick_unless(20, &[0, 1, 2]),
        milli_persons: dice.pick(&[0, 900, 3_333, 4_001, 9_999, 12_000, 80_017]),
    });
    let residents: Vec<_> = residents.collect();
    let times: Vec<u32> = residents
        .iter()
        .map(|_| dice.pick(&[1, 5, 9, 10, 11, 30, u32::MAX]))
        .collect();
    let nearest = times
        .iter()
        .map(|time| (*time != u32::MAX).then(|| dice.below(4)));
    let nearest = nearest.collect();
    (residents, times, nearest)
}

#[test]
fn covered_gaps_and_remainder_are_all_residents_and_no_gap_has_fewer_than_ten() {
    for seed in 0..300 {
        let (residents, times, nearest) = town(&mut Dice(seed));
        let ways = Ways {
            times: &times,
            nearest: &nearest,
            limit: 10,
        };
        let found = gaps(&residents, ways, corners);
        let shown: u64 = found.gaps.iter().map(|gap| gap.milli_persons).sum();
        let all: u64 = residents
            .iter()
            .map(|own| u64::from(own.milli_persons))
            .sum();
        assert_eq!(found.covered + shown + found.remainder, all, "seed {seed}");
        assert!(found.gaps.iter().all(|gap| gap.milli_persons >= FEWEST));
        assert!(
            found
                .gaps
                .is_sorted_by(|a, b| a.milli_persons >= b.milli_persons)
        );
        for gap in &found.gaps {
            assert!(
                gap.nearest
                    .is_none_or(|(_, time)| time > 10 && time != u32::MAX)
            );
        }
    }
}

#[test]
fn the_area_of_a_gap_is_its_squares_and_no_others_and_gaps_do_not_touch() {
    for seed in 0..300 {
        let (residents, times, nearest) = town(&mut Dice(seed));
        let ways = Ways {
            times: &times,
            nearest: &nearest,
            limit: 10,
        };
        let found = gaps(&residents, ways, corners);
        let mut squares = BTreeSet::new();
        for gap in &found.gaps {
            assert!(gap.area.is_valid(), "seed {seed}: {:?}", gap.area);
            let inside = residents
                .iter()
                .zip(&times)
                .filter(|(own, _)| gap.area.contains(&own.location.point()));
            let mut persons = 0;
            let mut count = 0;
            for (own, time) in inside {
                // A square without people may lie in a hole, never inside.
                assert!(*time > 10 && own.milli_persons > 0, "seed {seed}");
                assert!(
                    squares.insert(own.cell),
                    "seed {seed}: a square in two gaps"
                );
                persons += u64::from(own.milli_persons);
                count += 1;
            }
            assert_eq!(persons, gap.milli_persons, "seed {seed}");
            let area = gap.area.unsigned_area() * 1e6;
            assert!(
                (area - f64::from(count)).abs() < 0.01,
                "seed {seed}: {area} {count}"
            );
        }
    }
}

#[test]
fn nobody_is_in_no_gap_and_a_few_people_alone_are_only_counted() {
    let none = Ways {
        times: &[],
        nearest: &[],
        limit: 10,
    };
    assert_eq!(gaps(&[], none, corners), super::Gaps::default());
    let few = Inhabited {
        cell: GridCell { row: 5, column: 5 },
        location: at(5.5, 5.5),
        district: Some(1),
        milli_persons: 9_999,
    };
    let ways = Ways {
        times: &[u32::MAX],
        nearest: &[None],
        limit: 10,
    };
    let found = gaps(&[few], ways, corners);
    assert_eq!(
        (found.gaps.len(), found.covered, found.remainder),
        (0, 0, 9_999)
    );
}
