//! What those who keep order, and those who prevent, may see of reports: whole cells of one table that is fixed beforehand,
//! none of them small (specification, C.8 R11, R13).
//!
//! There is no other way to count for staff. Who filters leaves rows out; nothing is ever counted anew, so no combination of
//! filters makes a cell that is smaller than the least. Numbers are told as classes and the weeks move on in steps, so that
//! two looks differ by more than one report or not at all.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::domain::report::{Band, Category, DayType, IsoWeek, Product, Report, Sensitivity};
use crate::safety::Class;
use crate::safety::release::Group;
use crate::safety::winsor::MOST_A_WEEK;

/// So many weeks are looked at together.
pub const WEEKS: u32 = 12;

/// The weeks that are looked at change every so many weeks.
pub const STEP_WEEKS: u32 = 4;

/// A cell with fewer reports is not shown.
pub const LEAST: u32 = 3;

/// A cell of sensitive reports with fewer is not shown.
pub const LEAST_SENSITIVE: u32 = 5;

/// The weeks that are looked at together: [`WEEKS`] whole ones that are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    last: IsoWeek,
}

impl Window {
    /// The newest on a day.
    #[must_use]
    pub fn on(today: NaiveDate) -> Self {
        let this_week = IsoWeek::of(today);
        let weeks_since_start = this_week.thursday().num_days_from_ce().div_euclid(7);
        let into_step = weeks_since_start.rem_euclid(i32::try_from(STEP_WEEKS).unwrap_or(1));
        Self {
            last: this_week.back(1 + into_step.unsigned_abs()),
        }
    }

    /// The first and the last week.
    #[must_use]
    pub fn ends(self) -> (IsoWeek, IsoWeek) {
        (self.last.back(WEEKS - 1), self.last)
    }

    fn has(self, week: IsoWeek) -> bool {
        let (first, last) = self.ends();
        (first..=last).contains(&week)
    }
}

/// Half a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfYear {
    /// The year.
    pub year: i32,
    /// Whether it begins in July.
    pub is_second: bool,
}

impl HalfYear {
    /// The last one that is over on a day.
    #[must_use]
    pub fn before(today: NaiveDate) -> Self {
        let is_second = today.month() <= 6;
        Self {
            year: today.year() - i32::from(is_second),
            is_second,
        }
    }

    /// 1 or 2.
    #[must_use]
    pub const fn half(self) -> u32 {
        if self.is_second { 2 } else { 1 }
    }

    fn has(self, week: IsoWeek) -> bool {
        let day = week.thursday();
        day.year() == self.year && (day.month() > 6) == self.is_second
    }
}

/// A cell of the table with enough reports in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<A> {
    /// The zone, or the district where a city has no zones.
    pub area: A,
    /// The part of the day.
    pub band: Band,
    /// The kind of day.
    pub daytype: DayType,
    /// What is counted together.
    pub group: Group,
    /// How many, as a class.
    pub reports: Class,
}

/// Everything that may be seen of the weeks of a window, but what is sensitive. `area_of` says where a report is counted; one
/// that is nowhere is not counted.
pub fn by_area<'a, A: Ord + Clone + std::hash::Hash>(
    window: Window,
    reports: impl IntoIterator<Item = &'a Report>,
    area_of: impl Fn(&Report) -> Option<A>,
) -> Vec<Row<A>> {
    let mut capped: HashMap<(A, Band, DayType, Category, IsoWeek), u32> = HashMap::new();
    let seen = reports.into_iter().filter(|own| window.has(own.week));
    for report in seen.filter(|own| own.category.sensitivity() != Sensitivity::Sensitive) {
        if let Some(area) = area_of(report) {
            let key = (area, report.band, report.day, report.category, report.week);
            *capped.entry(key).or_default() += 1;
        }
    }
    let mut counts: BTreeMap<(A, Band, DayType, Group), u32> = BTreeMap::new();
    for ((area, band, day, category, _), count) in capped {
        if let Some(group) = Product::Districts.group(category.sensitivity()) {
            *counts.entry((area, band, day, group)).or_default() += count.min(MOST_A_WEEK);
        }
    }
    let rows = counts
        .into_iter()
        .filter_map(|((area, band, daytype, group), count)| {
            let reports = shown(count, LEAST)?;
            Some(Row {
                area,
                band,
                daytype,
                group,
                reports,
            })
        });
    rows.collect()
}

/// How many sensitive reports there are by area in a half-year, for prevention alone.
pub fn sensitive<'a, A: Ord + Clone + std::hash::Hash>(
    half_year: HalfYear,
    reports: impl IntoIterator<Item = &'a Report>,
    area_of: impl Fn(&Report) -> Option<A>,
) -> BTreeMap<A, Class> {
    let mut capped: HashMap<(A, Category, IsoWeek), u32> = HashMap::new();
    for report in reports.into_iter().filter(|own| half_year.has(own.week)) {
        if report.category.sensitivity() == Sensitivity::Sensitive
            && let Some(area) = area_of(report)
        {
            *capped
                .entry((area, report.category, report.week))
                .or_default() += 1;
        }
    }
    let mut counts: BTreeMap<A, u32> = BTreeMap::new();
    for ((area, ..), count) in capped {
        *counts.entry(area).or_default() += count.min(MOST_A_WEEK);
    }
    let shown = counts
        .into_iter()
        .filter_map(|(area, count)| Some((area, shown(count, LEAST_SENSITIVE)?)));
    shown.collect()
}

/// The one place where staff's counts become visible: as a class, and not below the least.
fn shown(count: u32, least: u32) -> Option<Class> {
    const STARTS: [u32; 5] = [3, 5, 10, 20, 50];
    let starts = STARTS.into_iter().filter(|start| *start > least);
    let starts: Vec<u32> = std::iter::once(least).chain(starts).collect();
    let at = starts.iter().rposition(|start| *start <= count)?;
    Some(Class {
        from: starts[at],
        to: starts.get(at + 1).map(|next| next - 1),
    })
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::safety::release::tests::{reports, week};

    proptest! {
        #[test]
        fn no_cell_that_is_shown_has_fewer_than_three_reports(all in reports(60)) {
            let window = Window::on(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap());
            let rows = by_area(window, &all, |own| Some(own.area.clone()));
            for row in rows {
                let inside = all.iter().filter(|own| {
                    let is_group = Product::Districts.group(own.category.sensitivity()) == Some(row.group);
                    own.area == row.area && own.band == row.band && own.day == row.daytype && is_group
                        && own.category.sensitivity() != Sensitivity::Sensitive && window.has(own.week)
                });
                prop_assert!(inside.count() >= LEAST as usize);
            }
        }

        #[test]
        fn what_is_sensitive_is_never_in_the_table_of_zones(all in reports(60)) {
            let window = Window::on(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap());
            let is_plain = |own: &&Report| own.category.sensitivity() != Sensitivity::Sensitive;
            let plain: Vec<Report> = all.iter().filter(is_plain).cloned().collect();
            let area = |own: &Report| Some(own.area.clone());
            prop_assert_eq!(by_area(window, &all, area), by_area(window, &plain, area));
        }
    }

    #[test]
    fn the_weeks_are_twelve_that_are_over_and_move_in_steps_of_four() {
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let windows: Vec<_> = (0..200)
            .map(|day| start + Days::new(day))
            .map(|day| (day, Window::on(day)))
            .collect();
        for (day, window) in &windows {
            let (first, last) = window.ends();
            assert_eq!((last.thursday() - first.thursday()).num_weeks(), 11);
            let back = (*day - last.thursday()).num_days();
            assert!((4..=31).contains(&back), "{day}: {last}");
        }
        let mut kinds: Vec<_> = windows.iter().map(|(_, own)| own.last).collect();
        kinds.dedup();
        assert!(
            kinds
                .windows(2)
                .all(|pair| (pair[1].thursday() - pair[0].thursday()).num_weeks() == 4)
        );
    }

    #[test]
    fn the_half_year_that_is_told_is_over() {
        for (year, month, told) in [
            (2026, 1, (2025, 2)),
            (2026, 6, (2025, 2)),
            (2026, 7, (2026, 1)),
            (2026, 12, (2026, 1)),
        ] {
            let half = HalfYear::before(NaiveDate::from_ymd_opt(year, month, 15).unwrap());
            assert_eq!((half.year, half.half()), told, "{year}-{month}");
        }
    }

    #[test]
    fn a_neighbour_who_reports_a_hundred_times_in_a_week_counts_three_times() {
        let mut one = proptest::strategy::ValueTree::current(
            &reports(1)
                .new_tree(&mut proptest::test_runner::TestRunner::deterministic())
                .unwrap(),
        )
        .pop()
        .unwrap();
        (one.category, one.week) = (Category::Dark, week(2026, 40));
        let all = vec![one; 100];
        let window = Window::on(NaiveDate::from_ymd_opt(2026, 11, 28).unwrap());
        let rows = by_area(window, &all, |own| Some(own.area.clone()));
        assert_eq!(
            rows[0].reports,
            Class {
                from: 3,
                to: Some(4)
            }
        );
    }
}
