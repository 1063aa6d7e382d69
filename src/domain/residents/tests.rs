use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::district::{Boundary, District, Population};
use crate::domain::random::Dice;

fn district(name: &str, count: Option<u32>) -> District {
    let square = geo::Rect::new((9.0, 48.0), (9.1, 48.1)).to_polygon();
    District {
        id: name.parse().unwrap(),
        name: name.parse().unwrap(),
        area: square.into(),
        population: count.map(|count| Population {
            count,
            year: None,
            estimated: false,
        }),
        boundary: Boundary::Official,
    }
}

fn square(column: u32, count: Count) -> ResidentCell {
    ResidentCell {
        cell: GridCell {
            row: 28_577,
            column,
        },
        count,
        ages: Ages::default(),
        is_coarse: false,
    }
}

fn residents(source: ResidentSource, cells: Vec<ResidentCell>) -> Residents {
    Residents {
        source,
        year: Some(2022),
        attribution: None,
        cells,
    }
}

/// The district by the hundred of the column: 42,600 is the first one.
fn by_column(location: Location) -> Option<u16> {
    let column = GridCell::at(location).unwrap().column;
    let slot = column.checked_sub(42_600)? / 100;
    u16::try_from(slot).ok().filter(|slot| *slot < 4)
}

#[test]
fn every_district_sums_to_its_figure_and_nobody_is_dropped_without_a_word() {
    let districts = [
        district("a", Some(100)),
        district("b", None),
        district("c", Some(50)),
        district("d", None),
    ];
    let cells = vec![
        square(42_500, Count::Given(2_000)),
        square(42_601, Count::Given(1_000)),
        square(42_602, Count::Given(1_000)),
        square(42_603, Count::Given(1_000)),
        square(42_604, Count::Given(0)),
        square(42_605, Count::Withheld),
        square(42_701, Count::Given(7_000)),
        square(42_801, Count::Withheld),
        square(42_901, Count::Withheld),
    ];
    let placed = place(
        &residents(ResidentSource::Census, cells),
        &districts,
        by_column,
    );
    let own = |slot: u16| {
        let all = placed.inhabited.iter();
        let all = all.filter(move |own| own.district == Some(slot));
        all.map(|own| own.milli_persons).collect::<Vec<_>>()
    };
    assert_eq!(own(0), [33_334, 33_333, 33_333]);
    assert_eq!(own(1), [7_000]);
    assert_eq!(placed.districts[0].milli_persons, Some(100_000));
    assert_eq!(placed.districts[0].withheld_cells, 1);
    assert_eq!(placed.districts[1].factor(), Some(1.0));
    // Fifty people whose squares are withheld are nowhere, and said to be.
    assert_eq!(placed.districts[2].unplaced, Some(50_000));
    assert_eq!(placed.districts[2].milli_persons, None);
    // Of a district that only says "withheld" nothing is known: not zero.
    assert_eq!(placed.districts[3].milli_persons, None);
    assert_eq!(
        (placed.outside_cells, placed.outside_milli_persons),
        (1, 2_000)
    );
    assert_eq!((placed.total(), placed.unplaced()), (107_000, 50_000));
    assert_eq!(placed.withheld_cells, 3);
    assert_eq!(placed.inhabited[0].district, None);
}

#[test]
fn an_estimate_invents_nobody_where_no_figure_is_known() {
    let homes = [42_500, 42_601, 42_701].map(|column| Homes {
        cell: GridCell {
            row: 28_577,
            column,
        },
        floor_m2: 500,
        buildings: 3,
    });
    let estimate = Residents::estimated(&homes).unwrap();
    let districts = [district("a", Some(9)), district("b", None)];
    let placed = place(&estimate, &districts, |own| {
        by_column(own).filter(|slot| *slot < 2)
    });
    assert_eq!(placed.inhabited.len(), 1);
    assert_eq!(placed.inhabited[0].milli_persons, 9_000);
    assert_eq!(placed.districts[1], DistrictResidents::default());
    assert_eq!((placed.outside_cells, placed.total()), (0, 9_000));
    assert_eq!(Residents::estimated(&[]), None);
}

#[test]
fn ages_grow_with_the_people_of_their_square() {
    let mut own = square(42_601, Count::Given(10_000));
    own.ages.under_18 = Some(2_000);
    let census = residents(ResidentSource::Census, vec![own]);
    let placed = place(&census, &[district("a", Some(15))], |_| Some(0));
    assert_eq!(placed.ages[0].under_18, Some(3_000));
    assert_eq!(placed.ages[0].over_64, None);
}

#[test]
fn a_figure_too_large_for_its_squares_is_said_to_be_in_none() {
    let census = residents(
        ResidentSource::Census,
        vec![square(42_601, Count::Given(1))],
    );
    let placed = place(&census, &[district("a", Some(u32::MAX))], |_| Some(0));
    assert_eq!(placed.unplaced(), u64::from(u32::MAX) * 1_000);
    assert!(placed.inhabited.is_empty());
}

#[test]
fn nothing_is_divided_among_nobody() {
    assert_eq!(apportion(3, &[]), None);
    assert_eq!(apportion(3, &[0, 0]), None);
    assert_eq!(apportion(0, &[0, 0]), Some(vec![0, 0]));
    assert_eq!(apportion(4, &[0, 1, 1, 1, 0]), Some(vec![0, 2, 1, 1, 0]));
    let most = apportion(u64::MAX, &[u64::MAX, u64::MAX]).unwrap();
    assert_eq!(most, [u64::MAX / 2 + 1, u64::MAX / 2]);
}

proptest! {
    #[test]
    fn parts_make_the_whole_and_lie_within_one_of_their_share(
        whole in 0..10_000_000_u64, weights in prop::collection::vec(0..100_000_u64, 1..50),
    ) {
        let sum: u64 = weights.iter().sum();
        prop_assume!(sum > 0);
        let parts = apportion(whole, &weights).unwrap();
        prop_assert_eq!(parts.iter().sum::<u64>(), whole);
        for (part, weight) in parts.iter().zip(&weights) {
            let share = *weight as f64 * whole as f64 / sum as f64;
            prop_assert!((*part as f64 - share).abs() < 1.0 + 1e-6);
            prop_assert!(*weight > 0 || *part == 0);
        }
    }

    #[test]
    fn whatever_the_squares_each_figure_is_met_or_reported(seed: u64) {
        let mut dice = Dice(seed);
        let figures: Vec<Option<u32>> =
            (0..4).map(|_| (dice.below(3) > 0).then(|| dice.below(20_000))).collect();
        let names = ["a", "b", "c", "d"];
        let districts: Vec<District> =
            names.iter().zip(&figures).map(|(name, count)| district(name, *count)).collect();
        let mut cells = BTreeMap::new();
        for _ in 0..dice.below(60) {
            let column = 42_500 + dice.below(600);
            let count = match dice.below(4) {
                0 => Count::Withheld,
                1 => Count::Given(0),
                _ => Count::Given(dice.below(300_000)),
            };
            cells.insert(column, square(column, count));
        }
        let census = residents(ResidentSource::Census, cells.into_values().collect());
        let placed = place(&census, &districts, by_column);
        for (slot, own) in (0_u16..).zip(&placed.districts) {
            let people = placed.inhabited.iter().filter(|own| own.district == Some(slot));
            let sum: u64 = people.map(|own| u64::from(own.milli_persons)).sum();
            prop_assert_eq!(sum, own.milli_persons.unwrap_or_default());
            if let Some(figure) = figures[usize::from(slot)] {
                let told = own.milli_persons.or(own.unplaced);
                prop_assert_eq!(told, Some(u64::from(figure) * 1_000));
            }
        }
        prop_assert!(placed.inhabited.is_sorted_by(|a, b| a.cell < b.cell));
        prop_assert!(placed.inhabited.iter().all(|own| own.milli_persons > 0));
        let all: u64 = placed.inhabited.iter().map(|own| u64::from(own.milli_persons)).sum();
        prop_assert_eq!(all, placed.total() + placed.outside_milli_persons);
        prop_assert_eq!(placed.ages.len(), placed.inhabited.len());
    }
}
