//! What is released, and for which time.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::Invalid;
use crate::domain::choice::choice;
use crate::domain::report::IsoWeek;

/// So many days after its end a period may be released at the earliest (R4).
pub const WAIT_DAYS: u64 = 30;

choice! {
    /// A table that is released.
    Product: "product" {
        /// Districts, every quarter of a year.
        Districts = "districts",
        /// Squares of 500 m, every year.
        Cells = "cells",
        /// What was done to people, for the whole city and a year (goal 6.4.3).
        City = "city",
    }
}

impl Product {
    /// Whether this product is made for such a period.
    #[must_use]
    pub const fn is_for(self, period: Period) -> bool {
        matches!(
            (self, period),
            (Self::Districts, Period::Quarter { .. }) | (Self::Cells | Self::City, Period::Year(_))
        )
    }
}

/// A calendar year or a quarter of one. A week belongs to that of its Thursday, so no two periods of a product overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year.
    Year(i32),
    /// A quarter, 1 to 4, of a year.
    Quarter {
        /// The year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
}

impl Period {
    /// The quarter and the year that a week belongs to.
    #[must_use]
    pub fn of(week: IsoWeek) -> [Self; 2] {
        let day = week.thursday();
        let quarter = day.month0() / 3 + 1;
        let year = day.year();
        [Self::Quarter { year, quarter }, Self::Year(year)]
    }

    /// Whether a report of `week` belongs to it.
    #[must_use]
    pub fn has(self, week: IsoWeek) -> bool {
        Self::of(week).contains(&self)
    }

    /// Every week that belongs to it, in order.
    #[must_use]
    pub fn weeks(self) -> Vec<IsoWeek> {
        let (Self::Year(year) | Self::Quarter { year, .. }) = self;
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let days = (0..54).filter_map(|week| first?.checked_add_days(Days::new(7 * week)));
        days.map(IsoWeek::of).filter(|own| self.has(*own)).collect()
    }

    /// The first day on which it may be released: its last week has ended and [`WAIT_DAYS`] have passed.
    #[must_use]
    pub fn release_from(self) -> NaiveDate {
        let (year, month) = match self {
            Self::Year(year) | Self::Quarter { year, quarter: 4 } => (year + 1, 1),
            Self::Quarter { year, quarter } => (year, 3 * quarter + 1),
        };
        let next = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX);
        // The week of its last Thursday may reach three days into the next period.
        let free = next.checked_add_days(Days::new(3 + WAIT_DAYS));
        free.unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

impl FromStr for Period {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let period = match text.split_once("-Q") {
                None => Self::Year(text.parse().ok()?),
                Some((year, quarter)) => Self::Quarter {
                    year: year.parse().ok()?,
                    quarter: quarter.parse().ok()?,
                },
            };
            let is_one = match period {
                Self::Year(year) => (1000..10_000).contains(&year),
                Self::Quarter { year, quarter } => {
                    (1000..10_000).contains(&year) && (1..=4).contains(&quarter)
                }
            };
            (is_one && period.to_string() == text).then_some(period)
        };
        read().ok_or_else(|| {
            Invalid::new(
                "period",
                "must be a year such as 2026 or a quarter such as 2026-Q3",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_week_belongs_to_one_quarter_and_one_year() {
        let mut day = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        while day.year() < 2031 {
            let week = IsoWeek::of(day);
            let years = (2019..2032).filter(|year| Period::Year(*year).has(week));
            let all = years
                .clone()
                .flat_map(|year| (1..=4).map(move |quarter| Period::Quarter { year, quarter }));
            assert_eq!(
                (years.count(), all.filter(|own| own.has(week)).count()),
                (1, 1),
                "{day}"
            );
            day = day + Days::new(1);
        }
    }

    #[test]
    fn the_weeks_of_a_year_are_those_of_its_quarters() {
        for year in 2020..2031 {
            let all = Period::Year(year).weeks();
            assert!((52..=53).contains(&all.len()), "{year}");
            let quarters = (1..=4).flat_map(|quarter| Period::Quarter { year, quarter }.weeks());
            assert!(quarters.eq(all.iter().copied()), "{year}");
            assert!(all.is_sorted() && all.iter().all(|own| Period::Year(year).has(*own)));
        }
    }

    #[test]
    fn a_period_is_released_thirty_days_after_its_last_week_at_the_earliest() {
        for text in [
            "2026", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2024-Q1", "2028",
        ] {
            let period: Period = text.parse().unwrap();
            let from = period.release_from();
            let last = (0..400)
                .map(|back| from - Days::new(back))
                .find(|day| period.has(IsoWeek::of(*day)));
            assert!((from - last.unwrap()).num_days() >= 30, "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "", "26", "2026-Q5", "2026-Q0", "2026-Q01", "2026Q1", "+2026", "2026-07",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
