//! What opening hours come to in an ordinary week, and whether they hold all year by daylight.

use std::cell::OnceCell;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};

use crate::domain::calendar::{Calendar, Sun};
use crate::domain::coverage_rules::RoomRules;
use crate::domain::hours::{Answer, DayHours, Hours};
use crate::domain::{CoverageRules, Fact};

/// So far ahead is looked for weeks without holidays.
const LOOK_AHEAD_WEEKS: usize = 40;

/// Days from one look at the daylight to the next: within a year every day of the week has its turn in every season.
const DAYLIGHT_STEP_DAYS: usize = 8;

/// What is open in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    minutes: u32,
    days: u32,
    evening: bool,
    weekend: bool,
}

/// What is regularly open: of two ordinary weeks (without public or school holidays, an even and an odd one) whichever
/// offers less, so that what happens every other week is not counted as regular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegularWeek {
    sure: Sums,
    /// With the hours of which nobody knows whether they are open.
    perhaps: Sums,
}

impl RegularWeek {
    /// The regular week of some hours, seen from a day.
    #[must_use]
    pub fn of(hours: &Hours, calendar: &Calendar, day: NaiveDate, evening_from: u16) -> Self {
        let weeks = ordinary_weeks(calendar, day).map(|monday| {
            let week = hours.week(monday);
            let sums = |is_meant: fn(Answer) -> bool| Sums::of(&week, evening_from, is_meant);
            Self {
                sure: sums(|answer| answer == Answer::Open),
                perhaps: sums(|answer| matches!(answer, Answer::Open | Answer::Unknown)),
            }
        });
        let [first, second] = weeks;
        Self {
            sure: first.sure.least(second.sure),
            perhaps: first.perhaps.least(second.perhaps),
        }
    }

    /// Minutes surely open.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.sure.minutes
    }

    /// Days with surely open hours.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.sure.days
    }

    /// Whether it is open for so many hours.
    #[must_use]
    pub fn has_hours(&self, rules: &RoomRules) -> Fact {
        let needed = rules.hours_a_week * 60;
        at_least(self.sure.minutes, self.perhaps.minutes, needed)
    }

    /// Whether it is open on so many days.
    #[must_use]
    pub fn has_days(&self, rules: &RoomRules) -> Fact {
        at_least(self.sure.days, self.perhaps.days, rules.days_a_week)
    }

    /// Whether it is open on some evening.
    #[must_use]
    pub fn evening(&self) -> Fact {
        surely(self.sure.evening, self.perhaps.evening)
    }

    /// Whether it is open on a Saturday or Sunday.
    #[must_use]
    pub fn weekend(&self) -> Fact {
        surely(self.sure.weekend, self.perhaps.weekend)
    }
}

impl Sums {
    fn of(week: &[DayHours; 7], evening_from: u16, is_meant: fn(Answer) -> bool) -> Self {
        let mut sums = Self::default();
        for day in week {
            let evening = minute(day.date, evening_from);
            let mut intervals = day.intervals.iter();
            let open: Vec<_> = intervals
                .by_ref()
                .filter(|own| is_meant(own.answer))
                .collect();
            let minutes = open.iter().map(|own| (own.to - own.from).num_minutes());
            sums.minutes += u32::try_from(minutes.sum::<i64>()).unwrap_or(0);
            sums.days += u32::from(!open.is_empty());
            sums.evening |= open.iter().any(|own| own.to > evening);
            sums.weekend |= is_weekend(day.date) && !open.is_empty();
        }
        sums
    }

    fn least(self, other: Self) -> Self {
        Self {
            minutes: self.minutes.min(other.minutes),
            days: self.days.min(other.days),
            evening: self.evening && other.evening,
            weekend: self.weekend && other.weekend,
        }
    }
}

/// What the rules ask of some hours, each worked out once when it is first asked for.
pub struct HoursFigures<'a> {
    hours: &'a Hours,
    calendar: &'a Calendar,
    day: NaiveDate,
    evening_from: u16,
    week: OnceCell<RegularWeek>,
    daylight: OnceCell<Fact>,
}

impl<'a> HoursFigures<'a> {
    /// The figures of some hours, seen from a day.
    #[must_use]
    pub fn new(
        hours: &'a Hours,
        calendar: &'a Calendar,
        day: NaiveDate,
        rules: &CoverageRules,
    ) -> Self {
        Self {
            hours,
            calendar,
            day,
            evening_from: rules.room.evening_from,
            week: OnceCell::new(),
            daylight: OnceCell::new(),
        }
    }

    /// The regular week.
    #[must_use]
    pub fn week(&self) -> RegularWeek {
        let week = || RegularWeek::of(self.hours, self.calendar, self.day, self.evening_from);
        *self.week.get_or_init(week)
    }

    /// Whether they hold from sunrise to sunset all year.
    #[must_use]
    pub fn daylight(&self) -> Fact {
        let daylight = || in_daylight(self.hours, self.calendar, self.day);
        *self.daylight.get_or_init(daylight)
    }
}

/// Whether hours hold from sunrise to sunset all the year from `day`; unknown where the sun is.
#[must_use]
pub fn in_daylight(hours: &Hours, calendar: &Calendar, day: NaiveDate) -> Fact {
    let days = day.iter_days().take(366).step_by(DAYLIGHT_STEP_DAYS);
    days.map(|day| {
        let sun = |event| calendar.sun_minutes(day, event);
        let (Some(rise), Some(set)) = (sun(Sun::Rise), sun(Sun::Set)) else {
            return Fact::Unknown;
        };
        let [rise, set] = [rise, set].map(|own| midnight(day) + TimeDelta::minutes(own.into()));
        covers(&hours.day_hours(day), rise, set)
    })
    .fold(Fact::Yes, Fact::and)
}

/// Whether a day's hours leave no minute out between two moments.
fn covers(day: &DayHours, from: NaiveDateTime, to: NaiveDateTime) -> Fact {
    let (mut at, mut known) = (from, Fact::Yes);
    for own in &day.intervals {
        let is_ours = own.from <= at && own.to > at && at < to;
        let says = match own.answer {
            Answer::Open => Fact::Yes,
            Answer::Unknown => Fact::Unknown,
            Answer::Closed | Answer::ByAppointment => continue,
        };
        if is_ours {
            at = own.to;
            known = known.and(says);
        }
    }
    if at >= to { known } else { Fact::No }
}

/// The Mondays of two weeks without a holiday that stand for all: the next two in a row of which one has an even number
/// and one an odd one, so that what happens every other week, or once a month, is in one of them at most. Where there are
/// none, the next week without a holiday, and the one after it with the other sort of number.
#[must_use]
pub fn ordinary_weeks(calendar: &Calendar, day: NaiveDate) -> [NaiveDate; 2] {
    let this = day.week(Weekday::Mon).checked_first_day().unwrap_or(day);
    let is_free = |date| {
        calendar.is_public_holiday(date) == Some(true)
            || calendar.is_school_holiday(date) == Some(true)
    };
    let is_ordinary = |monday: &NaiveDate| !monday.iter_days().take(7).any(is_free);
    let is_even = |monday: NaiveDate| monday.iso_week().week().is_multiple_of(2);
    let mut pairs = this.iter_weeks().take(LOOK_AHEAD_WEEKS).map(|monday| {
        let later = monday.iter_weeks().skip(1);
        let mut other = later.filter(|own| is_even(*own) != is_even(monday));
        [monday, other.next().unwrap_or(monday)]
    });
    let all = pairs.clone();
    let is_in_a_row = |[first, second]: &[NaiveDate; 2]| (*second - *first).num_days() == 7;
    let found = pairs.find(|own| is_in_a_row(own) && own.iter().all(is_ordinary));
    let first_alone = || all.clone().find(|own| is_ordinary(&own[0]));
    found
        .or_else(first_alone)
        .or_else(|| all.clone().next())
        .unwrap_or([this; 2])
}

/// The instant at half past an hour of the week that begins on `monday`; 0 is Monday's first hour.
pub(super) fn half_past(calendar: &Calendar, monday: NaiveDate, hour: u16) -> DateTime<Utc> {
    let wall = midnight(monday) + TimeDelta::minutes(i64::from(hour) * 60 + 30);
    calendar.instant(wall).to_utc()
}

fn at_least(sure: u32, perhaps: u32, needed: u32) -> Fact {
    surely(sure >= needed, perhaps >= needed)
}

fn surely(sure: bool, perhaps: bool) -> Fact {
    match (sure, perhaps) {
        (true, _) => Fact::Yes,
        (false, true) => Fact::Unknown,
        (false, false) => Fact::No,
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    NaiveDateTime::from(date)
}

fn minute(date: NaiveDate, minute: u16) -> NaiveDateTime {
    midnight(date) + TimeDelta::minutes(minute.into())
}
