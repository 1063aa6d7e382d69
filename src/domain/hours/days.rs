//! Which days a rule is about: years, months and dates, weeks, weekdays.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, Month, MonthdayRange, WeekDayRange, WeekRange, Year, YearRange,
};

use crate::domain::calendar::easter_sunday;

/// Whether a date lies in the selector's years, dates and weeks (its weekdays are a question of their own).
pub(super) fn in_season(days: &DaySelector, date: NaiveDate) -> bool {
    any_or_none(&days.year, |years| in_years(years, date))
        && any_or_none(&days.monthday, |dates| in_dates(dates, date))
        && any_or_none(&days.week, |weeks| in_weeks(weeks, date))
}

/// An empty selector restricts nothing.
fn any_or_none<T>(selectors: &[T], matches: impl Fn(&T) -> bool) -> bool {
    selectors.is_empty() || selectors.iter().any(matches)
}

fn in_years(years: &YearRange, date: NaiveDate) -> bool {
    let (range, step) = years.into_parts();
    range.contains(&Year(date.year())) && (date.year() - **range.start()) % i32::from(step) == 0
}

/// Weeks are those of ISO 8601.
fn in_weeks(weeks: &WeekRange, date: NaiveDate) -> bool {
    let (range, step) = weeks.into_parts();
    let week = date.iso_week().week();
    let (first, last) = (u32::from(range.start().0), u32::from(range.end().0));
    (first..=last).contains(&week) && (week - first).is_multiple_of(u32::from(step))
}

/// Whether a date is one of the weekdays, the n-th of its month where that is asked; never true for holidays.
pub(super) fn is_weekday(weekdays: &WeekDayRange, date: NaiveDate) -> bool {
    let WeekDayRange::Fixed {
        range,
        offset,
        nth_from_start,
        nth_from_end,
    } = weekdays
    else {
        return false;
    };
    let date = date - TimeDelta::days(i64::from(*offset));
    let to_end = range.end().days_since(*range.start());
    let nth_day = usize::try_from(date.day0() / 7).unwrap_or(0);
    let nth_last_day = usize::try_from((days_in_month(date) - date.day()) / 7).unwrap_or(0);
    date.weekday().days_since(*range.start()) <= to_end
        && (nth_from_start[nth_day] || nth_from_end[nth_last_day])
}

fn days_in_month(date: NaiveDate) -> u32 {
    u32::from(date.num_days_in_month())
}

fn in_dates(dates: &MonthdayRange, date: NaiveDate) -> bool {
    match dates {
        MonthdayRange::Month { range, year: None } => {
            let (first, last) = (*range.start() as u32, *range.end() as u32);
            let month = date.month();
            if first <= last {
                (first..=last).contains(&month)
            } else {
                month >= first || month <= last
            }
        }
        MonthdayRange::Month {
            range,
            year: Some(year),
        } => months_of_year(range, **year).is_some_and(|r| r.contains(&date)),
        MonthdayRange::Date { start, end } => match start.0.year().or(end.0.year()) {
            Some(year) => between(*start, *end, *year).is_some_and(|range| range.contains(&date)),
            None => (date.year() - 1..=date.year() + 1)
                .any(|year| between(*start, *end, year).is_some_and(|range| range.contains(&date))),
        },
    }
}

/// "2026 Nov-Feb" runs into the next year.
fn months_of_year(range: &RangeInclusive<Month>, year: i32) -> Option<RangeInclusive<NaiveDate>> {
    let (first, last) = (*range.start(), *range.end());
    let end_year = if first <= last { year } else { year + 1 };
    let begin = NaiveDate::from_ymd_opt(year, first as u32, 1)?;
    let end = NaiveDate::from_ymd_opt(end_year, last as u32, 1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()?;
    Some(begin..=end)
}

/// The range that begins in `year`, where the text names no other.
fn between(
    start: (Date, DateOffset),
    end: (Date, DateOffset),
    year: i32,
) -> Option<RangeInclusive<NaiveDate>> {
    if start == end {
        let day = start.1.apply(exact(start.0, year)?);
        return Some(day..=day);
    }
    let begin = start.1.apply(not_before(start.0, year)?);
    let finish = |year| Some(end.1.apply(not_after(end.0, year)?));
    let same_year = finish(year)?;
    let end = if same_year < begin && end.0.year().is_none() {
        finish(year + 1)?
    } else {
        same_year
    };
    Some(begin..=end)
}

/// The date in a year (its own, where it has one); `None` where that year has no such date.
fn exact(date: Date, year: i32) -> Option<NaiveDate> {
    let year = date.year().map_or(year, |year| *year);
    match date {
        Date::Fixed { month, day, .. } => {
            NaiveDate::from_ymd_opt(year, month as u32, u32::from(day))
        }
        Date::Easter { .. } => easter_sunday(year),
        Date::Weekday {
            month, wday, nth, ..
        } if nth > 0 => {
            NaiveDate::from_weekday_of_month_opt(year, month as u32, wday, nth.unsigned_abs())
        }
        Date::Weekday {
            month, wday, nth, ..
        } => {
            let last = NaiveDate::from_ymd_opt(year, month as u32, 1)?
                .checked_add_months(Months::new(1))?
                .pred_opt()?;
            let back = u64::from(last.weekday().days_since(wday))
                + 7 * u64::from(nth.unsigned_abs().checked_sub(1)?);
            last.checked_sub_days(Days::new(back))
                .filter(|date| date.month() == last.month())
        }
    }
}

/// As [`exact`]; 30 February becomes 1 March.
fn not_before(date: Date, year: i32) -> Option<NaiveDate> {
    exact(date, year).or_else(|| last_of_month(date, year)?.succ_opt())
}

/// As [`exact`]; 30 February becomes the last of February.
fn not_after(date: Date, year: i32) -> Option<NaiveDate> {
    exact(date, year).or_else(|| last_of_month(date, year))
}

/// The last day of a fixed date's month.
fn last_of_month(date: Date, year: i32) -> Option<NaiveDate> {
    let Date::Fixed {
        month, year: own, ..
    } = date
    else {
        return None;
    };
    let first = NaiveDate::from_ymd_opt(own.map_or(year, |year| *year), month as u32, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// Offsets of dates beyond a year are a typing error, and would let a day depend on distant years.
const MAX_OFFSET_DAYS: u16 = 366;

/// Whether a selector has one meaning only and asks for nothing out of reach.
pub(super) fn is_plain(days: &DaySelector) -> bool {
    let near = |offset: i16| offset.unsigned_abs() <= MAX_OFFSET_DAYS;
    let weekdays = days.weekday.iter().all(|day| match day {
        WeekDayRange::Fixed { offset, .. } | WeekDayRange::Holiday { offset, .. } => near(*offset),
    });
    let dates = days.monthday.iter().all(|dates| match dates {
        // "2026 Nov-Feb" may end in either year.
        MonthdayRange::Month { range, year: None } => {
            days.year.is_empty() || range.start() <= range.end()
        }
        MonthdayRange::Month { .. } => true,
        MonthdayRange::Date { start, end } => near(start.1.day_offset) && near(end.1.day_offset),
    });
    weekdays && dates
}
