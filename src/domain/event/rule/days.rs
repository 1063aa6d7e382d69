//! Which days of one period a rule means.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{ByDay, Frequency, Rule};

impl Rule {
    /// The first day of the period that `date` lies in.
    pub(super) fn period_of(&self, date: NaiveDate) -> NaiveDate {
        match self.frequency {
            Frequency::Daily => date,
            Frequency::Weekly => week_of(date, self.week_start),
            Frequency::Monthly => date.with_day(1).unwrap_or(date),
            Frequency::Yearly => NaiveDate::from_ymd_opt(date.year(), 1, 1).unwrap_or(date),
        }
    }

    /// The first day of the period `count` periods after the one that begins with `period`.
    pub(super) fn period_after(&self, period: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self.frequency {
            Frequency::Daily => period.checked_add_days(Days::new(count.into())),
            Frequency::Weekly => period.checked_add_days(Days::new(7 * u64::from(count))),
            Frequency::Monthly => period.checked_add_months(Months::new(count)),
            Frequency::Yearly => period.checked_add_months(Months::new(count.checked_mul(12)?)),
        }
    }

    /// How many periods lie between the one that begins with `period` and the one that `date` lies in; 0 before it.
    pub(super) fn periods_to(&self, period: NaiveDate, date: NaiveDate) -> u32 {
        let days = (date - period).num_days();
        let months = 12 * i64::from(date.year() - period.year()) + i64::from(date.month())
            - i64::from(period.month());
        let count = match self.frequency {
            Frequency::Daily => days,
            Frequency::Weekly => days.div_euclid(7),
            Frequency::Monthly => months,
            Frequency::Yearly => months.div_euclid(12),
        };
        u32::try_from(count.max(0)).unwrap_or(u32::MAX)
    }

    /// The days of the period that begins with `period`, of something that first begins on `first`, in order.
    pub(super) fn days_of(&self, period: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let next = self.period_after(period, 1).unwrap_or(NaiveDate::MAX);
        let all = period.iter_days().take_while(|day| *day < next);
        all.filter(|day| self.means(*day, first)).collect()
    }

    /// Whether `day` fits every part of the rule; what the rule leaves open is as on the `first` day.
    fn means(&self, day: NaiveDate, first: NaiveDate) -> bool {
        (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.weeks.is_empty() || self.is_in_weeks(day))
            && (self.year_days.is_empty()
                || is_counted(&self.year_days, day.ordinal(), year_days(day)))
            && (self.month_days.is_empty()
                || is_counted(&self.month_days, day.day(), month_days(day)))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|own| self.is_on(*own, day)))
            && self.fits_the_first(day, first)
    }

    fn fits_the_first(&self, day: NaiveDate, first: NaiveDate) -> bool {
        if !self.weekdays.is_empty() || !self.month_days.is_empty() || !self.year_days.is_empty() {
            return true;
        }
        match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == first.weekday(),
            Frequency::Monthly => day.day() == first.day(),
            Frequency::Yearly if !self.weeks.is_empty() => day.weekday() == first.weekday(),
            Frequency::Yearly => {
                day.day() == first.day()
                    && (!self.months.is_empty() || day.month() == first.month())
            }
        }
    }

    fn is_on(&self, own: ByDay, day: NaiveDate) -> bool {
        if own.weekday != day.weekday() {
            return false;
        }
        if own.ordinal == 0 {
            return true;
        }
        // In a year the number counts through the year, unless the rule names months.
        let is_in_year = self.frequency == Frequency::Yearly && self.months.is_empty();
        let (number, length) = if is_in_year {
            (day.ordinal(), year_days(day))
        } else {
            (day.day(), month_days(day))
        };
        let nth = (number - 1) / 7 + 1;
        let nth_last = (length - number) / 7 + 1;
        own.ordinal == signed(nth) || own.ordinal == -signed(nth_last)
    }

    fn is_in_weeks(&self, day: NaiveDate) -> bool {
        let week = week_of(day, self.week_start);
        // A week belongs to the year that has most of it.
        let year = week.checked_add_days(Days::new(3)).unwrap_or(week).year();
        let first_of = |year| {
            let fourth = NaiveDate::from_ymd_opt(year, 1, 4)?;
            Some(week_of(fourth, self.week_start))
        };
        let (Some(first), Some(next)) = (first_of(year), first_of(year + 1)) else {
            return false;
        };
        let weeks_to = |from: NaiveDate, to: NaiveDate| {
            u32::try_from((to - from).num_days() / 7).unwrap_or_default()
        };
        is_counted(
            &self.weeks,
            weeks_to(first, week) + 1,
            weeks_to(first, next),
        )
    }
}

/// Whether `wanted` names the `number`th of `length`, counted from either end.
fn is_counted(wanted: &[i32], number: u32, length: u32) -> bool {
    wanted.contains(&signed(number)) || wanted.contains(&(signed(number) - signed(length) - 1))
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The first day of the week that `date` lies in.
fn week_of(date: NaiveDate, begin: Weekday) -> NaiveDate {
    let days = date.weekday().days_since(begin);
    date.checked_sub_days(Days::new(days.into()))
        .unwrap_or(date)
}

fn year_days(day: NaiveDate) -> u32 {
    if day.leap_year() { 366 } else { 365 }
}

fn month_days(day: NaiveDate) -> u32 {
    day.num_days_in_month().into()
}
