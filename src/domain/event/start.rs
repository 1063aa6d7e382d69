//! When something begins, on its own clock.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;

/// Years in which an event can be held.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// When something begins: on a day, or at what the clocks of a time zone show.
///
/// As text `2026-11-24` or `2026-11-24T18:00:00[Europe/Berlin]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// All day.
    Day(NaiveDate),
    /// At a wall time.
    At {
        /// What the clock shows.
        wall: NaiveDateTime,
        /// Which clock.
        zone: Tz,
    },
}

impl Start {
    /// The instant it means; a day begins at midnight in `city`.
    #[must_use]
    pub fn instant(self, city: Tz) -> DateTime<Utc> {
        match self {
            Self::Day(day) => instant_of(day.and_time(NaiveTime::MIN), city),
            Self::At { wall, zone } => instant_of(wall, zone),
        }
    }

    /// The date on its own clock.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.wall().date()
    }

    /// What its own clock shows; midnight for a day.
    #[must_use]
    pub fn wall(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::At { wall, .. } => wall,
        }
    }

    /// Whether it is a whole day.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// The same clock at another time.
    #[must_use]
    pub fn with_wall(self, wall: NaiveDateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(wall.date()),
            Self::At { zone, .. } => Self::At { wall, zone },
        }
    }

    /// The same, if it lies in a year that events are held in.
    ///
    /// # Errors
    /// Says which years these are.
    pub fn checked(self) -> Result<Self, Invalid> {
        if YEARS.contains(&self.date().year()) {
            Ok(self)
        } else {
            Err(Invalid::new(
                "start",
                "must lie in a year from 1900 to 2999",
            ))
        }
    }
}

/// The instant at which the clocks of `zone` show `wall`: the first one where that is lived twice, and an hour later
/// (by the clock before the change) where it is skipped (RFC 5545, 3.3.5).
pub(super) fn instant_of(wall: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    if let Some(instant) = zone.from_local_datetime(&wall).earliest() {
        return instant.to_utc();
    }
    // The clock before the change; no zone has ever skipped more than a day.
    let before = (1..=2).find_map(|days| {
        let wall = wall.checked_sub_days(Days::new(days))?;
        zone.from_local_datetime(&wall).latest()
    });
    let offset = before.map_or(0, |before| {
        (before.naive_local() - before.naive_utc()).num_seconds()
    });
    let utc = wall.checked_sub_signed(TimeDelta::seconds(offset));
    utc.unwrap_or(wall).and_utc()
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::At { wall, zone } => {
                write!(f, "{}[{}]", wall.format("%Y-%m-%dT%H:%M:%S"), zone.name())
            }
        }
    }
}

impl FromStr for Start {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = || {
            Invalid::new(
                "start",
                "must be a day, or a time with its zone such as 2026-11-24T18:00:00[Europe/Berlin]",
            )
        };
        let Some((wall, zone)) = text.split_once('[') else {
            return Self::Day(text.parse().ok().ok_or_else(rule)?).checked();
        };
        let wall = NaiveDateTime::parse_from_str(wall, "%Y-%m-%dT%H:%M:%S").ok();
        let zone = zone.strip_suffix(']').and_then(|zone| zone.parse().ok());
        let (wall, zone) = wall.zip(zone).ok_or_else(rule)?;
        Self::At { wall, zone }.checked()
    }
}

impl Serialize for Start {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn instant(text: &str) -> String {
        text.parse::<Start>().unwrap().instant(Berlin).to_rfc3339()
    }

    #[test]
    fn a_start_reads_as_it_is_written() {
        for text in [
            "2026-11-24",
            "2026-11-24T18:00:00[Europe/Berlin]",
            "2026-03-29T02:30:00[UTC]",
        ] {
            assert_eq!(text.parse::<Start>().unwrap().to_string(), text);
        }
        for wrong in [
            "",
            "2026-11-24T18:00:00",
            "2026-11-24T18:00:00[Europe/Atlantis]",
            "1899-12-31",
            "2026-02-30",
            "3000-01-01T00:00:00[UTC]",
            "+262142-01-01",
            "2026-11-24T18:00:00[UTC",
        ] {
            assert_eq!(
                wrong.parse::<Start>().unwrap_err().field,
                "start",
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_wall_time_lived_twice_is_its_first_pass_and_a_skipped_one_an_hour_later() {
        assert_eq!(
            instant("2026-10-25T02:30:00[Europe/Berlin]"),
            "2026-10-25T00:30:00+00:00"
        );
        assert_eq!(
            instant("2026-03-29T02:30:00[Europe/Berlin]"),
            "2026-03-29T01:30:00+00:00"
        );
        assert_eq!(instant("2026-03-29"), "2026-03-28T23:00:00+00:00");
        // Samoa had no 30 December 2011.
        assert_eq!(
            instant("2011-12-30T12:00:00[Pacific/Apia]"),
            "2011-12-30T22:00:00+00:00"
        );
    }
}
