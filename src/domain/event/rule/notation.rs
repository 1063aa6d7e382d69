//! The text of a rule, as calendars write it.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::parts::{Parts, natural, refused, shown, signed};
use super::{ByDay, Ends, Frequency, Rule, Until};
use crate::domain::Invalid;

/// The most times a day that a rule begins something.
const MOST_TIMES: usize = 100;
/// The most dates that a rule counts.
const MOST_COUNT: u32 = 10_000;
/// The most periods between two dates.
const MOST_INTERVAL: u32 = 1_000;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

impl FromStr for Rule {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let parts = Parts::read(text)?;
        let frequency = parts.text("FREQ").ok_or_else(|| refused("must say FREQ"))?;
        let frequency: Frequency = frequency.to_ascii_uppercase().parse()?;
        let rule = Self {
            frequency,
            interval: parts.number("INTERVAL", 1, MOST_INTERVAL)?.unwrap_or(1),
            ends: ends(&parts)?,
            months: parts.list("BYMONTH", |text| natural(text, 1, 12))?,
            weeks: parts.list("BYWEEKNO", |text| signed(text, 53))?,
            year_days: parts.list("BYYEARDAY", |text| signed(text, 366))?,
            month_days: parts.list("BYMONTHDAY", |text| signed(text, 31))?,
            weekdays: parts.list("BYDAY", by_day)?,
            hours: parts.list("BYHOUR", |text| natural(text, 0, 23))?,
            minutes: parts.list("BYMINUTE", |text| natural(text, 0, 59))?,
            seconds: parts.list("BYSECOND", |text| natural(text, 0, 60))?,
            positions: parts.list("BYSETPOS", |text| signed(text, 366))?,
            week_start: parts
                .text("WKST")
                .map_or(Some(Weekday::Mon), weekday)
                .ok_or_else(|| refused("WKST must be a day such as MO"))?,
        };
        rule.check()?;
        Ok(rule)
    }
}

impl Rule {
    /// What RFC 5545 forbids, and what has too many times a day.
    fn check(&self) -> Result<(), Invalid> {
        let is = |frequency| self.frequency == frequency;
        let is_numbered = self.weekdays.iter().any(|own| own.ordinal != 0);
        let forbidden = [
            (
                !self.weeks.is_empty() && !is(Frequency::Yearly),
                "BYWEEKNO needs FREQ=YEARLY",
            ),
            (
                !self.year_days.is_empty() && !is(Frequency::Yearly),
                "BYYEARDAY needs FREQ=YEARLY",
            ),
            (
                !self.month_days.is_empty() && is(Frequency::Weekly),
                "BYMONTHDAY does not go with FREQ=WEEKLY",
            ),
            (
                is_numbered && !is(Frequency::Monthly) && !is(Frequency::Yearly),
                "BYDAY with a number needs FREQ=MONTHLY or YEARLY",
            ),
            (
                is_numbered && !self.weeks.is_empty(),
                "BYDAY with a number does not go with BYWEEKNO",
            ),
            (
                !self.positions.is_empty() && !self.has_parts(),
                "BYSETPOS needs another BY part",
            ),
        ];
        if let Some((_, rule)) = forbidden.iter().find(|(holds, _)| *holds) {
            return Err(refused(*rule));
        }
        let times = [&self.hours, &self.minutes, &self.seconds].map(|own| own.len().max(1));
        if times.iter().product::<usize>() > MOST_TIMES {
            return Err(refused(format!(
                "must not begin more than {MOST_TIMES} times a day"
            )));
        }
        Ok(())
    }

    fn has_parts(&self) -> bool {
        let signed = [&self.weeks, &self.year_days, &self.month_days];
        let natural = [&self.months, &self.hours, &self.minutes, &self.seconds];
        !self.weekdays.is_empty()
            || signed.iter().any(|own| !own.is_empty())
            || natural.iter().any(|own| !own.is_empty())
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let known = WEEKDAYS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text));
    known.map(|(_, weekday)| *weekday)
}

fn by_day(text: &str) -> Option<ByDay> {
    let (ordinal, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let ordinal = if ordinal.is_empty() {
        0
    } else {
        signed(ordinal, 53)?
    };
    let weekday = weekday(name)?;
    Some(ByDay { ordinal, weekday })
}

fn ends(parts: &Parts<'_>) -> Result<Option<Ends>, Invalid> {
    let count = parts.number("COUNT", 1, MOST_COUNT)?;
    match (count, parts.text("UNTIL")) {
        (Some(_), Some(_)) => Err(refused("must not have both COUNT and UNTIL")),
        (Some(count), None) => Ok(Some(Ends::Count(count))),
        (None, None) => Ok(None),
        (None, Some(text)) => {
            let rule = || {
                refused(format!(
                    "UNTIL must be a date or a time, not \"{}\"",
                    shown(text)
                ))
            };
            until(text)
                .map(|until| Some(Ends::Until(until)))
                .ok_or_else(rule)
        }
    }
}

fn until(text: &str) -> Option<Until> {
    let wall = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
    if let Some(utc) = text.strip_suffix(['Z', 'z']) {
        return Some(Until::At(wall(utc)?.and_utc()));
    }
    let day = || NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    wall(text)
        .map(Until::Wall)
        .or_else(|| day().map(Until::Day))
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.frequency)?;
        match self.ends {
            Some(Ends::Count(count)) => write!(f, ";COUNT={count}")?,
            Some(Ends::Until(Until::Day(day))) => write!(f, ";UNTIL={}", day.format("%Y%m%d"))?,
            Some(Ends::Until(Until::Wall(wall))) => {
                write!(f, ";UNTIL={}", wall.format("%Y%m%dT%H%M%S"))?;
            }
            Some(Ends::Until(Until::At(at))) => {
                write!(f, ";UNTIL={}", at.format("%Y%m%dT%H%M%SZ"))?;
            }
            None => {}
        }
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        let weekdays: Vec<_> = self.weekdays.iter().map(ToString::to_string).collect();
        write_list(f, "BYMONTH", &self.months)?;
        write_list(f, "BYWEEKNO", &self.weeks)?;
        write_list(f, "BYYEARDAY", &self.year_days)?;
        write_list(f, "BYMONTHDAY", &self.month_days)?;
        write_list(f, "BYDAY", &weekdays)?;
        write_list(f, "BYHOUR", &self.hours)?;
        write_list(f, "BYMINUTE", &self.minutes)?;
        write_list(f, "BYSECOND", &self.seconds)?;
        write_list(f, "BYSETPOS", &self.positions)?;
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", name_of(self.week_start))?;
        }
        Ok(())
    }
}

fn write_list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, list: &[T]) -> fmt::Result {
    for (position, entry) in list.iter().enumerate() {
        if position == 0 {
            write!(f, ";{name}={entry}")?;
        } else {
            write!(f, ",{entry}")?;
        }
    }
    Ok(())
}

fn name_of(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.num_days_from_monday() as usize].0
}

impl fmt::Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ordinal != 0 {
            write!(f, "{}", self.ordinal)?;
        }
        f.write_str(name_of(self.weekday))
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
