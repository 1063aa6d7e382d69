//! Moments and spans of time in a web address.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use crate::domain::Invalid;
use crate::snapshot::{Span, TimeFrame};

/// A moment: `now`, an instant with its offset, or a wall time in the city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    /// Whenever the question is asked.
    Now,
    /// An instant.
    At(DateTime<Utc>),
    /// What the clocks in the city show.
    Local(NaiveDateTime),
}

impl Moment {
    /// The instant that is meant. A wall time that is lived twice means its first pass; one that is skipped
    /// in spring means an hour later.
    #[must_use]
    pub fn resolve(self, now: DateTime<Utc>, timezone: Tz) -> DateTime<Utc> {
        match self {
            Self::Now => now,
            Self::At(instant) => instant,
            Self::Local(wall) => {
                let skipped = || {
                    timezone
                        .from_local_datetime(&(wall + chrono::TimeDelta::hours(1)))
                        .earliest()
                };
                let local = timezone
                    .from_local_datetime(&wall)
                    .earliest()
                    .or_else(skipped);
                local.map_or(now, |local| local.to_utc())
            }
        }
    }
}

impl std::str::FromStr for Moment {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        if text == "now" {
            return Ok(Self::Now);
        }
        let wall = |format| {
            let wall = NaiveDateTime::parse_from_str(text, format).ok();
            wall.filter(|wall| YEARS.contains(&wall.year()))
        };
        instant(text)
            .map(Self::At)
            .or_else(|| {
                wall("%Y-%m-%dT%H:%M")
                    .or_else(|| wall("%Y-%m-%dT%H:%M:%S"))
                    .map(Self::Local)
            })
            .ok_or_else(|| {
                let rule = "must be now, a local time such as 2026-01-31T18:30, one with an offset, part of a day such as 2026-01-31T18:00/24:00, evening or sunday";
                Invalid::new(
                    "open_at",
                    format!("{rule}, not \"{}\"", text.escape_debug()),
                )
            })
    }
}

/// A span of days: a moment, or `from/to` with `..` for an open end (OGC API Features, 7.15.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    from: Option<End>,
    to: Option<End>,
}

/// One end of a span: a day of the city, or an instant that lies on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl TimeSpan {
    /// The days in the city that are meant: which one an instant lies on depends on its time zone.
    #[must_use]
    pub fn days(self, timezone: Tz) -> Span {
        let day = |end| match end {
            End::Day(day) => day,
            End::At(instant) => instant.with_timezone(&timezone).date_naive(),
        };
        Span {
            from: self.from.map(day),
            to: self.to.map(day),
        }
    }

    /// The instants that are meant, where something is asked about that has a time of its own: a day from midnight to
    /// midnight in the city, an instant with the second it begins.
    #[must_use]
    pub fn frame(self, timezone: Tz) -> TimeFrame {
        let midnight = |day: NaiveDate| {
            let midnight = Moment::Local(day.and_time(NaiveTime::MIN));
            midnight.resolve(DateTime::UNIX_EPOCH, timezone)
        };
        let from = |end| match end {
            End::Day(day) => midnight(day),
            End::At(instant) => instant,
        };
        let to = |end| match end {
            End::Day(day) => midnight(day + Days::new(1)),
            End::At(instant) => instant + TimeDelta::seconds(1),
        };
        TimeFrame {
            from: self.from.map(from),
            to: self.to.map(to),
        }
    }
}

impl std::str::FromStr for TimeSpan {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (from, to) = match text.split_once('/') {
            None => {
                let end = end(text)?;
                (Some(end), Some(end))
            }
            Some((from, to)) => (open_end(from)?, open_end(to)?),
        };
        if from.is_none() && to.is_none() {
            return Err(Invalid::new("datetime", "must have a beginning or an end"));
        }
        if from.zip(to).is_some_and(|(from, to)| to.is_before(from)) {
            return Err(Invalid::new("datetime", "must not end before it begins"));
        }
        Ok(Self { from, to })
    }
}

impl End {
    /// Whether this end lies before `other` in every time zone.
    fn is_before(self, other: Self) -> bool {
        let next_day = |instant: DateTime<Utc>| instant.date_naive() + Days::new(1);
        match (self, other) {
            (Self::Day(own), Self::Day(other)) => own < other,
            (Self::At(own), Self::At(other)) => own < other,
            (Self::At(own), Self::Day(other)) => next_day(own) < other,
            (Self::Day(own), Self::At(other)) => own + Days::new(1) < other.date_naive(),
        }
    }
}

fn open_end(text: &str) -> Result<Option<End>, Invalid> {
    if text.is_empty() || text == ".." {
        Ok(None)
    } else {
        end(text).map(Some)
    }
}

fn end(text: &str) -> Result<End, Invalid> {
    let day = text.parse::<NaiveDate>().ok();
    day.filter(|day| YEARS.contains(&day.year()))
        .map(End::Day)
        .or_else(|| instant(text).map(End::At))
        .ok_or_else(|| {
            let rule = "must be a date, a date and time with offset, or two of them joined by /";
            Invalid::new(
                "datetime",
                format!("{rule}, not \"{}\"", text.escape_debug()),
            )
        })
}

/// Years that RFC 3339 can write; beyond them a time zone's offset could lead out of what can be counted.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9998;

/// An RFC 3339 date and time. In a web address `+` stands for a space, so a space is taken for one.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(&text.replace(' ', "+"))
        .ok()
        .filter(|instant| YEARS.contains(&instant.year()))
        .map(|instant| instant.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    fn resolved(text: &str) -> String {
        let now = DateTime::UNIX_EPOCH;
        text.parse::<Moment>()
            .unwrap()
            .resolve(now, BERLIN)
            .to_rfc3339()
    }

    #[test]
    fn a_wall_time_is_meant_in_the_city() {
        assert_eq!(resolved("2026-01-31T18:30"), "2026-01-31T17:30:00+00:00");
        assert_eq!(
            resolved("2026-01-31T18:30:00Z"),
            "2026-01-31T18:30:00+00:00"
        );
        assert_eq!(
            resolved("2026-01-31T18:30:00 01:00"),
            "2026-01-31T17:30:00+00:00"
        );
        assert_eq!(resolved("now"), "1970-01-01T00:00:00+00:00");
    }

    #[test]
    fn a_skipped_wall_time_is_an_hour_later() {
        assert_eq!(resolved("2026-03-29T02:30"), "2026-03-29T01:30:00+00:00");
        assert_eq!(resolved("2026-10-25T02:30"), "2026-10-25T00:30:00+00:00");
    }

    #[test]
    fn spans_read_with_open_ends_and_refuse_nonsense() {
        let span = |text: &str| text.parse::<TimeSpan>().map(|span| span.days(BERLIN));
        assert_eq!(span("2026-01-01/..").unwrap().to, None);
        assert_eq!(
            span("2026-01-01T00:00:00Z").unwrap().from,
            "2026-01-01".parse().ok()
        );
        for wrong in [
            "../..",
            "2026-02-01/2026-01-01",
            "yesterday",
            "",
            "2026-13-01",
            "+262142-12-31",
            "-0001-01-01/..",
            "2026-01-01/2026-01-02/2026-01-03",
            "2026-02-01/2026-01-30T23:30:00Z",
        ] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_instant_lies_on_the_day_it_is_in_the_city() {
        let day = |text: &str| {
            text.parse::<TimeSpan>()
                .unwrap()
                .days(BERLIN)
                .from
                .unwrap()
                .to_string()
        };
        assert_eq!(day("2026-01-31T23:30:00Z"), "2026-02-01");
        assert_eq!(day("2026-02-01T00:30:00+01:00"), "2026-02-01");
        assert_eq!(day("2026-07-31T21:59:59Z"), "2026-07-31");
        // Before the city's midnight by the clock of Greenwich, but not before it in the city.
        assert!(
            "2026-02-01/2026-01-31T23:30:00Z"
                .parse::<TimeSpan>()
                .is_ok()
        );
    }

    #[test]
    fn a_day_is_framed_by_its_midnights_in_the_city() {
        let frame = |text: &str| {
            let frame = text.parse::<TimeSpan>().unwrap().frame(BERLIN);
            let shown = |end: Option<DateTime<Utc>>| end.map(|end| end.to_rfc3339());
            (shown(frame.from), shown(frame.to))
        };
        let text = |text: &str| Some(text.to_owned());
        // Of twenty-five hours.
        assert_eq!(
            frame("2026-10-25"),
            (
                text("2026-10-24T22:00:00+00:00"),
                text("2026-10-25T23:00:00+00:00")
            )
        );
        assert_eq!(
            frame("../2026-11-24T18:00:00Z"),
            (None, text("2026-11-24T18:00:01+00:00"))
        );
    }

    #[test]
    fn a_moment_beyond_all_calendars_is_refused() {
        for text in [
            "+262142-12-31T23:30",
            "-262143-01-01T00:00",
            "9999-12-31T23:30",
            "0000-01-01T00:00:00Z",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
