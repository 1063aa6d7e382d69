use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::report::{
    Area, Band, Category, DayType, Factors, IsoWeek, ReportSource, SafetyCell,
};
use crate::safety::Spot;

pub(in crate::safety) fn week(year: i32, week: u32) -> IsoWeek {
    IsoWeek::of(NaiveDate::from_isoywd_opt(year, week, Weekday::Thu).unwrap())
}

pub(in crate::safety) fn cell(row: u32, column: u32) -> Area {
    Area::Cell(SafetyCell { row, column })
}

/// Six by six squares in three districts, a hundred residents each.
pub(in crate::safety) fn ground() -> Ground {
    let all = (0..36).map(|n| {
        let (row, column) = (n / 6, n % 6);
        let spot = Spot {
            district: format!("d{}", row / 2).parse().unwrap(),
            residents: Some(100),
            is_dominated: false,
        };
        (SafetyCell { row, column }, spot)
    });
    Ground::new(&all.collect(), BTreeMap::new())
}

pub(in crate::safety) fn reports(most: usize) -> impl Strategy<Value = Vec<Report>> {
    let one = (
        (0_u32..6, 0_u32..6),
        select(Category::ALL),
        select(Band::ALL),
        select(DayType::ALL),
        36_u32..50,
    );
    let one = one.prop_map(|((row, column), category, band, day, at)| Report {
        area: cell(row, column),
        category,
        band,
        day,
        week: week(2026, at),
        factors: Factors::default(),
        wish: None,
        avoids: None,
        source: ReportSource::Web,
    });
    prop::collection::vec(one, 1..=most)
}

fn all_periods() -> [(Product, Period); 4] {
    let quarter = |quarter| Period::Quarter {
        year: 2026,
        quarter,
    };
    [
        (Product::Districts, quarter(3)),
        (Product::Districts, quarter(4)),
        (Product::Cells, Period::Year(2026)),
        (Product::City, Period::Year(2026)),
    ]
}

proptest! {
    #[test]
    fn one_report_more_changes_one_count_of_a_product_by_one_or_none(all in reports(80)) {
        let ground = ground();
        let (_, others) = all.split_last().unwrap();
        for what in all_periods() {
            let (with, without) = (counted(what, &all, &ground), counted(what, others, &ground));
            prop_assert_eq!(with.len(), without.len());
            let distance: u32 = with.iter().map(|(cell, count)| count.abs_diff(without[cell])).sum();
            prop_assert!(distance <= 1);
        }
    }

    #[test]
    fn a_report_counts_in_one_quarter_and_one_year(one in reports(1)) {
        let ground = ground();
        let sum = |what| counted(what, &one, &ground).values().sum::<u32>();
        let [q3, q4, cells, city] = all_periods().map(sum);
        prop_assert_eq!(q3 + q4, 1);
        prop_assert_eq!(cells + city, 1);
    }

    #[test]
    fn the_order_of_reports_makes_no_difference(all in reports(80)) {
        let ground = ground();
        let mut back = all.clone();
        back.reverse();
        for what in all_periods() {
            prop_assert_eq!(counted(what, &all, &ground), counted(what, &back, &ground));
        }
    }

    #[test]
    fn every_area_is_there_with_all_its_groups_whatever_was_reported(all in reports(80)) {
        let ground = ground();
        for (product, period) in all_periods() {
            let seed = Seed::new([1; 32]);
            let made = |reports: &[Report]| Release::new((product, period), reports, &ground, Epsilon::DEFAULT, &seed);
            let (full, empty) = (made(&all), made(&[]));
            let names = |own: &Release| own.areas.iter().map(|own| own.area.clone()).collect::<Vec<_>>();
            prop_assert_eq!(names(&full), names(&empty));
            for area in full.areas {
                prop_assert!(area.groups.keys().eq(product.groups()));
            }
        }
    }

    #[test]
    fn made_again_it_is_the_same(all in reports(80), seed in any::<[u8; 32]>()) {
        let ground = ground();
        for what in all_periods() {
            let made = || Release::new(what, &all, &ground, Epsilon::DEFAULT, &Seed::new(seed));
            prop_assert_eq!(made(), made());
        }
    }
}

#[test]
fn something_sensitive_is_in_no_square_and_in_the_district_under_unsafe() {
    assert_eq!(Product::Cells.group(Sensitivity::Sensitive), None);
    assert_eq!(
        Product::Districts.group(Sensitivity::Sensitive),
        Some(Group::Unsafe)
    );
}

#[test]
fn an_empty_cell_is_published_in_one_of_two_hundred_cases_at_most() {
    let ground = ground();
    let what = (Product::Cells, Period::Year(2026));
    let (mut shown, mut all) = (0_u32, 0_u32);
    for n in 0..400_u32 {
        let mut seed = [0; 32];
        seed[..4].copy_from_slice(&n.to_be_bytes());
        let release = Release::new(what, &[], &ground, Epsilon::DEFAULT, &Seed::new(seed));
        for class in release.areas.iter().flat_map(|own| own.groups.values()) {
            all += 1;
            shown += u32::from(class.is_some());
        }
    }
    // 28,800 draws; three standard deviations above 0.42 %.
    assert!(shown * 1000 <= all * 54 / 10, "{shown} of {all}");
}
