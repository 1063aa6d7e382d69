//! The only time that a report has: the week in which it was told.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::Invalid;

/// A week by ISO 8601, e.g. `2026-W48`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    year: i32,
    week: u32,
}

impl IsoWeek {
    /// The week of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let week = day.iso_week();
        Self {
            year: week.year(),
            week: week.week(),
        }
    }

    /// Its Thursday, which decides the year and the quarter that the whole week belongs to.
    #[must_use]
    pub fn thursday(self) -> NaiveDate {
        NaiveDate::from_isoywd_opt(self.year, self.week, Weekday::Thu).unwrap_or_default()
    }

    /// So many weeks before; the same where the calendar begins.
    #[must_use]
    pub fn back(self, weeks: u32) -> Self {
        let day = self
            .thursday()
            .checked_sub_days(Days::new(7 * u64::from(weeks)));
        day.map_or(self, Self::of)
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromStr for IsoWeek {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let (year, week) = text.split_once("-W")?;
            let (year, week) = (year.parse().ok()?, week.parse().ok()?);
            NaiveDate::from_isoywd_opt(year, week, Weekday::Thu)?;
            let own = Self { year, week };
            ((1000..10_000).contains(&year) && own.to_string() == text).then_some(own)
        };
        read()
            .ok_or_else(|| Invalid::new("iso_week", "must be a week by ISO 8601 such as 2026-W48"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_that_of_its_thursday() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(IsoWeek::of(day(2027, 1, 3)).to_string(), "2026-W53");
        assert_eq!(IsoWeek::of(day(2026, 12, 31)).thursday(), day(2026, 12, 31));
        assert_eq!(IsoWeek::of(day(2027, 1, 6)).back(1).to_string(), "2026-W53");
    }

    #[test]
    fn what_is_no_week_is_refused() {
        for text in [
            "2026-W54",
            "2025-W53",
            "2026-W1",
            "2026-48",
            "-026-W01",
            "+2026-W01",
            "",
        ] {
            assert!(text.parse::<IsoWeek>().is_err(), "{text}");
        }
        assert_eq!(
            "2026-W48".parse::<IsoWeek>().unwrap().to_string(),
            "2026-W48"
        );
    }
}
