//! The years to come, if it goes on as it did: what is expected, how sure that is, and what the goal would take.

use chrono::NaiveDate;
use serde::Serialize;

use crate::barrier_free::progress::{Counts, Estimate, Outlook, TARGET_YEAR, year_of};

/// So many years beyond the goal are looked at, so that it is seen by how much it may be missed.
pub const BEYOND_GOAL_YEARS: i32 = 10;

/// How many places meet the standard at the end of a year to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ahead {
    /// The year.
    pub year: i32,
    /// At the pace of the past, with its interval; never more than there are.
    pub expected: Estimate,
    /// If it went in a straight line from today to the goal.
    pub required: f64,
}

/// The years from the one that `today` is in to some years beyond the goal.
#[must_use]
pub fn ahead(counts: &Counts, outlook: &Outlook, today: NaiveDate) -> Vec<Ahead> {
    let now = year_of(today);
    let (all, standard) = (f64::from(counts.all()), f64::from(counts.standard()));
    let years = chrono::Datelike::year(&today)..=TARGET_YEAR + BEYOND_GOAL_YEARS;
    let at = |rate: Option<f64>, left: f64| rate.map(|rate| (standard + rate * left).min(all));
    let rate = outlook.rate_per_year;
    // The goal may be over, or reached.
    let required = outlook.required_per_year.or(Some(f64::INFINITY));
    years
        .map(|year| {
            let left = f64::from(year + 1) - now;
            Ahead {
                year,
                expected: Estimate {
                    value: at(rate.value, left),
                    low: at(rate.low, left),
                    high: at(rate.high, left),
                },
                required: at(required, left).unwrap_or(all),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(counts: &Counts, newly: u32, today: &str) -> Vec<Ahead> {
        let today = today.parse().unwrap();
        ahead(counts, &Outlook::new(counts, newly, 3, today), today)
    }

    #[test]
    fn the_goal_is_met_when_its_year_begins_and_the_pace_of_the_example_reaches_it_in_2043() {
        let counts = Counts::new(120, 60, 40, 18).unwrap();
        let all = years(&counts, 18, "2026-01-01");
        let of = |year: i32| all.iter().find(|own| own.year == year).unwrap();
        assert!((of(2039).required - 120.0).abs() < 1e-9);
        assert!(of(2038).required < 120.0);
        assert_eq!(of(2026).expected.value, Some(24.0));
        assert_eq!(of(2041).expected.value, Some(114.0));
        assert_eq!(of(2042).expected.value, Some(120.0));
        assert_eq!(of(2037).expected.high, Some(120.0));
        assert!(of(2050).expected.low.unwrap() < 120.0);
        assert_eq!(all.last().unwrap().year, TARGET_YEAR + BEYOND_GOAL_YEARS);
    }

    #[test]
    fn nothing_is_expected_beyond_all_and_the_ends_of_the_interval_are_in_order() {
        for (all, standard, newly) in [(0, 0, 0), (3, 3, 3), (50, 2, 0), (50, 49, 30)] {
            let counts = Counts::new(all, standard, standard, standard).unwrap();
            for own in years(&counts, newly, "2026-11-28") {
                let [low, value, high] =
                    [own.expected.low, own.expected.value, own.expected.high].map(Option::unwrap);
                assert!(low <= high && value <= high, "{own:?}");
                assert!(
                    high <= f64::from(all) && own.required <= f64::from(all),
                    "{own:?}"
                );
                assert!(
                    value >= f64::from(standard) && low >= f64::from(standard),
                    "{own:?}"
                );
            }
        }
    }

    #[test]
    fn after_the_goal_all_that_is_left_is_required_at_once() {
        let counts = Counts::new(10, 10, 10, 4).unwrap();
        let all = years(&counts, 3, "2041-03-01");
        assert!(all.iter().all(|own| (own.required - 10.0).abs() < 1e-9));
    }
}
