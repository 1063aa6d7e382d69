//! When a place is open: the OpenStreetMap `opening_hours` notation, evaluated on a city's calendar.
//!
//! Four answers, never a guess: open, closed, by appointment, unknown. A text that is not understood is kept
//! as it is and answers "unknown"; so does an hour that hangs on a holiday the city does not list, an open
//! end ("18:00+") and a remark without a state ("Küche").
//!
//! Meaning follows the [specification](https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification)
//! and, where that is silent, the `opening_hours.js` library; agreement is tested on real values.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::calendar::Calendar;

mod days;
mod notation;
mod plan;
mod rule;
mod span;

use plan::{DAY, Plan, Stretch};
use rule::Rules;

/// The longest text that is read, in bytes; OpenStreetMap allows 255 characters. A longer one is kept but not
/// understood, so that no text can make an answer slow.
pub const MAX_LENGTH: usize = 1_024;

/// How far an answer looks for the next change, in days: a year, so that a season's opening is found.
const LOOK_AHEAD_DAYS: u64 = 366;

/// The most rules that one look-ahead evaluates; texts of many rules look less far (never under two weeks).
const LOOK_AHEAD_RULES: u64 = 366 * 16;

/// Years outside of which nothing is said.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// The opening hours of a place. Cheap to clone and to share.
#[derive(Clone)]
pub struct Hours(Arc<Inner>);

struct Inner {
    raw: Box<str>,
    rules: Option<Rules>,
    calendar: Arc<Calendar>,
}

/// The answer for one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Surely open.
    Open,
    /// Surely closed.
    Closed,
    /// Open for those who have made an appointment.
    ByAppointment,
    /// The text does not say.
    Unknown,
}

/// The answer for one moment with its next change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Surely open.
    Open {
        /// The end of the surely open time; `None` when none is known within a year.
        until: Option<DateTime<Tz>>,
    },
    /// Surely closed.
    Closed {
        /// The next surely open moment; `None` when none is known within a year.
        opens: Option<DateTime<Tz>>,
    },
    /// Open for those who have made an appointment.
    ByAppointment,
    /// The text does not say.
    Unknown,
}

/// One stretch of a day in which a place is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Never [`Answer::Closed`].
    pub answer: Answer,
    /// Wall time of the beginning.
    pub from: NaiveDateTime,
    /// Wall time of the end; on the next day for a place that is open past midnight.
    pub to: NaiveDateTime,
}

/// The hours that begin on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    /// The day.
    pub date: NaiveDate,
    /// In order; empty when the place is closed all day. Unknown all day when the text is not understood.
    pub intervals: Vec<Interval>,
    /// The name of the public holiday, if it is one.
    pub holiday: Option<String>,
}

impl Hours {
    /// Reads an `opening_hours` text. Never fails: what is not understood is kept and answers "unknown".
    #[must_use]
    pub fn parse(raw: &str, calendar: &Arc<Calendar>) -> Self {
        let rules = (raw.len() <= MAX_LENGTH)
            .then(|| Rules::parse(raw))
            .flatten();
        Self(Arc::new(Inner {
            raw: raw.into(),
            rules,
            calendar: Arc::clone(calendar),
        }))
    }

    /// The text as it was given.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.0.raw
    }

    /// Whether the text was understood.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.0.rules.is_some()
    }

    /// Whether the text says what holds on public holidays. One that does not was perhaps written with an ordinary
    /// week in mind; by the notation it holds on holidays too.
    #[must_use]
    pub fn names_public_holidays(&self) -> bool {
        let rules = self.0.rules.as_ref();
        rules.is_some_and(Rules::names_public_holidays)
    }

    /// The answer at a moment, without looking for its next change.
    #[must_use]
    pub fn answer(&self, at: DateTime<Utc>) -> Answer {
        let wall = self.0.calendar.wall_clock(at);
        match &self.0.rules {
            Some(rules) if YEARS.contains(&wall.year()) => {
                plan::answer_at(&self.day(rules, wall.date()), minute_of_day(wall))
            }
            _ => Answer::Unknown,
        }
    }

    /// The answer at a moment, and when it changes.
    #[must_use]
    pub fn state(&self, at: DateTime<Utc>) -> Opening {
        let wall = self.0.calendar.wall_clock(at);
        let Some(rules) = self
            .0
            .rules
            .as_ref()
            .filter(|_| YEARS.contains(&wall.year()))
        else {
            return Opening::Unknown;
        };
        let today = self.day(rules, wall.date());
        match plan::answer_at(&today, minute_of_day(wall)) {
            Answer::Open => Opening::Open {
                until: self.first(rules, wall, |answer| answer != Answer::Open),
            },
            Answer::Closed => Opening::Closed {
                opens: self.first(rules, wall, |answer| answer == Answer::Open),
            },
            Answer::ByAppointment => Opening::ByAppointment,
            Answer::Unknown => Opening::Unknown,
        }
    }

    /// How many minutes of a stretch of one day the place is surely open without a break, the longest of them;
    /// `within` counts minutes of the wall clock from the midnight that begins the day.
    #[must_use]
    pub fn longest_open(&self, date: NaiveDate, within: Range<u16>) -> u16 {
        match &self.0.rules {
            Some(rules) if YEARS.contains(&date.year()) => {
                plan::longest_open(&self.day(rules, date), within)
            }
            _ => 0,
        }
    }

    /// The hours that begin on each of seven days, for a table of the week.
    #[must_use]
    pub fn week(&self, from: NaiveDate) -> [DayHours; 7] {
        let days = [0, 1, 2, 3, 4, 5, 6];
        days.map(|offset| self.day_hours(from.checked_add_days(Days::new(offset)).unwrap_or(from)))
    }

    /// The hours that begin on a day.
    #[must_use]
    pub fn day_hours(&self, date: NaiveDate) -> DayHours {
        let plan = match &self.0.rules {
            Some(rules) if YEARS.contains(&date.year()) => rules.plan(date, &self.0.calendar),
            _ => Plan::unknown(),
        };
        let at = |minutes: u16| {
            let midnight = NaiveDateTime::from(date);
            midnight
                .checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
                .unwrap_or(NaiveDateTime::MAX)
        };
        let intervals = plan.stretches().iter().map(|stretch| Interval {
            answer: stretch.answer,
            from: at(stretch.from),
            to: at(stretch.to),
        });
        let holiday = self.0.calendar.public_holiday(date).map(ToOwned::to_owned);
        DayHours {
            date,
            intervals: intervals.collect(),
            holiday,
        }
    }

    /// Everything not closed between a day's midnights: its own plan and what yesterday's has past midnight.
    fn day(&self, rules: &Rules, date: NaiveDate) -> Vec<Stretch> {
        let calendar = &self.0.calendar;
        let yesterday = date.pred_opt().map(|date| rules.plan(date, calendar));
        plan::within_day(&rules.plan(date, calendar), yesterday.as_ref())
    }

    /// The first moment after `wall` whose answer is wanted, within the look-ahead.
    fn first(
        &self,
        rules: &Rules,
        wall: NaiveDateTime,
        wanted: impl Fn(Answer) -> bool,
    ) -> Option<DateTime<Tz>> {
        let days = (LOOK_AHEAD_RULES / rules.len()).clamp(14, LOOK_AHEAD_DAYS);
        let calendar = &self.0.calendar;
        let mut yesterday = rules.plan(wall.date().pred_opt()?, calendar);
        for date in wall.date().iter_days().take(usize::try_from(days).ok()?) {
            let today = rules.plan(date, calendar);
            let begin = if date == wall.date() {
                minute_of_day(wall)
            } else {
                0
            };
            let day = plan::within_day(&today, Some(&yesterday));
            if let Some(minute) = plan::first_from(&day, begin, &wanted) {
                return Some(
                    calendar
                        .instant(NaiveDateTime::from(date) + TimeDelta::minutes(i64::from(minute))),
                );
            }
            yesterday = today;
        }
        None
    }
}

impl fmt::Debug for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hours").field(&self.raw()).finish()
    }
}

/// Equal when the texts are: a process has one calendar for a city.
impl PartialEq for Hours {
    fn eq(&self, other: &Self) -> bool {
        self.raw() == other.raw()
    }
}

impl Eq for Hours {}

fn minute_of_day(wall: NaiveDateTime) -> u16 {
    u16::try_from(wall.num_seconds_from_midnight() / 60)
        .map_or(DAY - 1, |minute| minute.min(DAY - 1))
}

#[cfg(test)]
mod tests;
