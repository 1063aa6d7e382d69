//! How something repeats: the recurrence rules of RFC 5545 (3.3.10), from day to year.
//!
//! Rules are followed on the clocks of the event, never on instants, so that "Tuesdays at 18:00" is 18:00 in summer
//! and winter. A rule that repeats within a day by hours, minutes or seconds is refused: nobody offers that, and it
//! could be without end.

mod days;
mod notation;
mod parts;
mod repeats;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

pub(super) use repeats::{Clock, Repeats};

use crate::domain::choice::choice;
use crate::domain::event::Start;

choice! {
    /// The period in which a rule repeats.
    Frequency: "FREQ" {
        /// Every day.
        Daily = "DAILY",
        /// Every week.
        Weekly = "WEEKLY",
        /// Every month.
        Monthly = "MONTHLY",
        /// Every year.
        Yearly = "YEARLY",
    }
}

/// The last moment at which a date of a rule may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// To the end of a day on the event's own clock.
    Day(NaiveDate),
    /// A time on the event's own clock.
    Wall(NaiveDateTime),
    /// An instant.
    At(DateTime<Utc>),
}

impl Until {
    fn written_for(self, start: Start, city: Tz) -> Self {
        let day = match self {
            Self::Day(day) => day,
            Self::Wall(wall) => wall.date(),
            Self::At(instant) => instant.with_timezone(&city).date_naive(),
        };
        match (start, self) {
            (Start::Day(_), _) => Self::Day(day),
            (Start::At { .. }, Self::At(instant)) => Self::At(instant),
            (Start::At { .. }, Self::Wall(wall)) => Self::At(start.with_wall(wall).instant(city)),
            (Start::At { .. }, Self::Day(_)) => {
                let last = day.and_hms_opt(23, 59, 59).unwrap_or_default();
                Self::At(start.with_wall(last).instant(city))
            }
        }
    }
}

/// How a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// After so many dates, the first one included.
    Count(u32),
    /// Not after this.
    Until(Until),
}

/// A day of the week; with a number the so-many-th of its month or year, from the end where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ByDay {
    /// 0 means every one.
    ordinal: i32,
    weekday: Weekday,
}

/// A recurrence rule. As text the value of an `RRULE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    frequency: Frequency,
    interval: u32,
    ends: Option<Ends>,
    months: Vec<u32>,
    weeks: Vec<i32>,
    year_days: Vec<i32>,
    month_days: Vec<i32>,
    weekdays: Vec<ByDay>,
    hours: Vec<u32>,
    minutes: Vec<u32>,
    seconds: Vec<u32>,
    positions: Vec<i32>,
    week_start: Weekday,
}

impl Rule {
    /// The period in which it repeats.
    #[must_use]
    pub const fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// Every so many periods.
    #[must_use]
    pub const fn interval(&self) -> u32 {
        self.interval
    }

    /// How it ends, if it does.
    #[must_use]
    pub const fn ends(&self) -> Option<Ends> {
        self.ends
    }

    /// The days of the week, where the rule is no more than every so many weeks on these days.
    #[must_use]
    pub fn plain_weekdays(&self) -> Option<Vec<Weekday>> {
        let is_plain = self.frequency == Frequency::Weekly
            && self.months.is_empty()
            && self.hours.is_empty()
            && self.minutes.is_empty()
            && self.positions.is_empty();
        is_plain.then(|| self.weekdays.iter().map(|own| own.weekday).collect())
    }

    /// The same rule with its end as RFC 5545 (3.3.10) wants it for something that first begins at `start`: a day for
    /// days, and an instant for times.
    #[must_use]
    pub fn written_for(&self, start: Start, city: Tz) -> Self {
        let ends = self.ends.map(|ends| match ends {
            Ends::Until(until) => Ends::Until(until.written_for(start, city)),
            Ends::Count(count) => Ends::Count(count),
        });
        Self {
            ends,
            ..self.clone()
        }
    }

    /// The times of a day at which something that first begins at `first` begins.
    fn times(&self, first: NaiveTime) -> Vec<NaiveTime> {
        use chrono::Timelike;
        let or = |own: &[u32], first: u32| {
            if own.is_empty() {
                vec![first]
            } else {
                own.to_vec()
            }
        };
        let seconds = or(&self.seconds, first.second());
        let minutes = or(&self.minutes, first.minute());
        let mut times = Vec::new();
        for hour in or(&self.hours, first.hour()) {
            for minute in &minutes {
                // A leap second (60) is on no clock.
                let at = seconds
                    .iter()
                    .filter_map(|second| NaiveTime::from_hms_opt(hour, *minute, *second));
                times.extend(at);
            }
        }
        times.sort_unstable();
        times
    }
}

#[cfg(test)]
mod tests;
