//! How far a district has come with rooms and places to meet, quarter by quarter.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Serialize, Serializer};

use crate::domain::choice::choice;
use crate::domain::{DistrictId, Invalid, PlaceId};

choice! {
    /// What a district has, from what is not known to what is good for all.
    Level: "level" {
        /// Not completely recorded, and level 1 is not reached: nothing may be said to be missing.
        NotSurveyed = "U",
        /// Completely recorded, and a room or a place to meet is missing.
        Missing = "0",
        /// A counted room and a counted place to meet: the wording of goal 6.3.1.
        Present = "1",
        /// And most residents reach both on foot.
        Reachable = "2",
        /// And they are good for all: without barriers, in the evening, at the weekend, large enough.
        GoodForAll = "3",
    }
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearQuarter {
    year: i32,
    /// From 0 to 3.
    index: u8,
}

impl YearQuarter {
    /// The quarter that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let index = u8::try_from(day.month0() / 3).unwrap_or(3);
        Self {
            year: day.year(),
            index,
        }
    }

    /// The quarter before.
    #[must_use]
    pub const fn before(self) -> Self {
        match self.index {
            0 => Self {
                year: self.year - 1,
                index: 3,
            },
            index => Self {
                year: self.year,
                index: index - 1,
            },
        }
    }

    /// The quarter after.
    #[must_use]
    pub const fn after(self) -> Self {
        match self.index {
            3 => Self {
                year: self.year + 1,
                index: 0,
            },
            index => Self {
                year: self.year,
                index: index + 1,
            },
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(self.year, u32::from(self.index) * 3 + 1, 1);
        first.unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let next = self.after().first_day();
        next.pred_opt().unwrap_or(next)
    }
}

impl fmt::Display for YearQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.index + 1)
    }
}

impl std::str::FromStr for YearQuarter {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let parts = text.split_once("-Q").and_then(|(year, number)| {
            let is_form = year.len() == 4 && number.len() == 1;
            let (year, number): (i32, u8) = (year.parse().ok()?, number.parse().ok()?);
            (is_form && (1..=4).contains(&number)).then_some(Self {
                year,
                index: number - 1,
            })
        });
        parts.ok_or_else(|| {
            let rule = "must be a quarter such as 2026-Q3";
            Invalid::new(
                "quarter",
                format!("{rule}, not \"{}\"", text.escape_debug()),
            )
        })
    }
}

impl Serialize for YearQuarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a district had at the end of a quarter, as it was kept then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLevel {
    /// The quarter.
    pub quarter: YearQuarter,
    /// The district.
    pub district: DistrictId,
    /// Its level.
    pub level: Level,
    /// The counted rooms and places in it, by id.
    pub counted: Vec<PlaceId>,
    /// When it was written down: the first write or start after the quarter.
    pub kept_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_ends_where_the_next_begins() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let quarter = YearQuarter::of(day("2020-12-31"));
        assert_eq!(quarter.to_string(), "2020-Q4");
        assert_eq!(quarter.last_day(), day("2020-12-31"));
        assert_eq!(quarter.after().to_string(), "2021-Q1");
        assert_eq!(quarter.after().last_day(), day("2021-03-31"));
        let mut quarter = YearQuarter::of(day("1999-02-03"));
        for _ in 0..200 {
            assert_eq!(quarter.after().before(), quarter);
            assert_eq!(
                quarter.last_day().succ_opt(),
                Some(quarter.after().first_day())
            );
            assert_eq!(quarter.to_string().parse::<YearQuarter>(), Ok(quarter));
            quarter = quarter.after();
        }
        for wrong in ["2026-Q5", "2026-Q0", "26-Q1", "2026Q1", "2026-Q11", ""] {
            assert!(wrong.parse::<YearQuarter>().is_err(), "{wrong}");
        }
    }
}
