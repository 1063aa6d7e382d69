//! When an event takes place: its first date, how long it lasts, how it repeats, and what is different on single dates.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::domain::Invalid;
use crate::domain::event::{EventStatus, Rule, Start, Venue};
use crate::domain::words::Name;

/// The most extra, left out or changed dates one event has.
pub const MOST_DATES: usize = 1_000;

/// How long something lasts: days of the calendar first, then seconds of the clock (RFC 5545, 3.3.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u32; 2]", into = "[u32; 2]")]
pub struct Length {
    days: u32,
    seconds: u32,
}

/// A year: an exhibition may take so long.
const MOST_DAYS: u32 = 366;

const DAY_SECONDS: u32 = 24 * 60 * 60;

impl Length {
    /// So many days and seconds.
    ///
    /// # Errors
    /// When it is nothing, or more than 366 days.
    pub fn new(days: u32, seconds: u32) -> Result<Self, Invalid> {
        let rule = |reason| Err(Invalid::new("duration", reason));
        if days == 0 && seconds == 0 {
            return rule("must be more than nothing");
        }
        if u64::from(days) * u64::from(DAY_SECONDS) + u64::from(seconds)
            > u64::from(MOST_DAYS) * u64::from(DAY_SECONDS)
        {
            return rule("must be at most 366 days");
        }
        Ok(Self { days, seconds })
    }

    /// Days of the calendar.
    #[must_use]
    pub const fn days(self) -> u32 {
        self.days
    }

    /// Seconds besides the days.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.seconds
    }

    /// The first instant after something that begins at `start` and lasts so long.
    #[must_use]
    pub fn end(self, start: Start, city: Tz) -> DateTime<Utc> {
        let days = Days::new(self.days.into());
        let wall = start.wall().checked_add_days(days);
        let begun = wall.map_or(start, |wall| start.with_wall(wall));
        let seconds = if start.is_day() { 0 } else { self.seconds };
        begun.instant(city) + TimeDelta::seconds(seconds.into())
    }
}

impl From<Length> for [u32; 2] {
    fn from(length: Length) -> Self {
        [length.days, length.seconds]
    }
}

impl TryFrom<[u32; 2]> for Length {
    type Error = Invalid;

    fn try_from([days, seconds]: [u32; 2]) -> Result<Self, Invalid> {
        Self::new(days, seconds)
    }
}

/// One date of a series that is not like the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The date as the series has it (`RECURRENCE-ID`).
    pub of: Start,
    /// When it begins instead; the same where only something else differs.
    pub start: Start,
    /// How long it lasts, if that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// What it is called, if that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// Where it is held, if that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
}

/// When an event takes place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The first date.
    pub start: Start,
    /// How long each date lasts; unknown where nobody has said. A day without it is that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// How it repeats (`RRULE`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Dates besides (`RDATE`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Start>,
    /// Dates left out (`EXDATE`); a day leaves out everything on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Start>,
    /// Dates that are not like the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

impl Schedule {
    /// A single date.
    #[must_use]
    pub fn once(start: Start, length: Option<Length>) -> Self {
        Self {
            start,
            length,
            rule: None,
            also: Vec::new(),
            except: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Whether there may be more than one date.
    #[must_use]
    pub fn is_series(&self) -> bool {
        self.rule.is_some() || !self.also.is_empty()
    }

    /// The time zone its dates are written in; none for days.
    #[must_use]
    pub fn zone(&self) -> Option<Tz> {
        match self.start {
            Start::Day(_) => None,
            Start::At { zone, .. } => Some(zone),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    #[test]
    fn days_follow_the_calendar_and_seconds_the_clock() {
        let start: Start = "2026-10-24T22:00:00[Europe/Berlin]".parse().unwrap();
        let end = |days, seconds| {
            Length::new(days, seconds)
                .unwrap()
                .end(start, Berlin)
                .to_rfc3339()
        };
        assert_eq!(end(1, 0), "2026-10-25T21:00:00+00:00");
        assert_eq!(end(0, 86_400), "2026-10-25T20:00:00+00:00");
        let day: Start = "2026-10-25".parse().unwrap();
        assert_eq!(
            Length::new(1, 0).unwrap().end(day, Berlin).to_rfc3339(),
            "2026-10-25T23:00:00+00:00"
        );
    }

    #[test]
    fn a_length_is_something_and_at_most_a_year() {
        assert!(Length::new(366, 0).is_ok());
        for (days, seconds) in [
            (0, 0),
            (366, 1),
            (u32::MAX, 0),
            (0, u32::MAX),
            (u32::MAX, u32::MAX),
        ] {
            assert!(Length::new(days, seconds).is_err());
        }
    }
}
