//! Holidays as a city's folder writes them: public ones by rule, school ones by date.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;
use thiserror::Error;

/// Why a calendar cannot be made of what a city's folder says.
#[derive(Debug, Error, PartialEq)]
pub enum CalendarError {
    /// A public holiday names neither a date nor a distance from Easter, or both.
    #[error("holiday \"{0}\" needs either `on` (month-day) or `easter` (days from Easter Sunday)")]
    Rule(String),
    /// A public holiday's `on` is not a date of a leap year.
    #[error("holiday \"{name}\" is on \"{on}\", which is not a month-day such as \"01-06\"")]
    MonthDay {
        /// The holiday's name.
        name: String,
        /// The text given.
        on: String,
    },
    /// A public holiday lies too far from Easter Sunday to belong to its year.
    #[error("holiday \"{name}\" is {days} days from Easter Sunday; at most 100 are allowed")]
    Easter {
        /// The holiday's name.
        name: String,
        /// The distance given.
        days: i16,
    },
    /// A school holiday ends before it begins.
    #[error("school holiday \"{name}\" ends on {to}, before it begins on {from}")]
    Backwards {
        /// The holiday's name.
        name: String,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A longitude or latitude out of range.
    #[error("location {lon}, {lat} is not a longitude and latitude in degrees")]
    Location {
        /// Degrees east.
        lon: f64,
        /// Degrees north.
        lat: f64,
    },
}

/// A public holiday that returns every year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "HolidayEntry")]
pub struct PublicHoliday {
    name: String,
    rule: YearlyDate,
}

/// When in the year a public holiday falls.
#[derive(Clone, Copy, Debug, PartialEq)]
enum YearlyDate {
    /// Always the same month and day.
    Fixed { month: u32, day: u32 },
    /// A number of days after (or before) Easter Sunday.
    Easter { days: i16 },
}

/// A public holiday as `city.toml` writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayEntry {
    name: String,
    on: Option<String>,
    easter: Option<i16>,
}

impl TryFrom<HolidayEntry> for PublicHoliday {
    type Error = CalendarError;

    fn try_from(entry: HolidayEntry) -> Result<Self, CalendarError> {
        let HolidayEntry { name, on, easter } = entry;
        match (on, easter) {
            (Some(on), None) => Self::on(name, &on),
            (None, Some(days)) => Self::from_easter(name, days),
            _ => Err(CalendarError::Rule(name)),
        }
    }
}

impl PublicHoliday {
    /// A holiday on the same day of every year; `on` is `MM-DD`.
    ///
    /// # Errors
    /// When `on` is not a day of a leap year.
    pub fn on(name: impl Into<String>, on: &str) -> Result<Self, CalendarError> {
        let name = name.into();
        // 2000 is a leap year, so that 29 February is accepted.
        match NaiveDate::parse_from_str(&format!("2000-{on}"), "%Y-%m-%d") {
            Ok(date) => Ok(Self {
                name,
                rule: YearlyDate::Fixed {
                    month: date.month(),
                    day: date.day(),
                },
            }),
            Err(_) => Err(CalendarError::MonthDay {
                name,
                on: on.to_owned(),
            }),
        }
    }

    /// A holiday a number of `days` after Easter Sunday (before it, when negative).
    ///
    /// # Errors
    /// When it lies more than 100 days away.
    pub fn from_easter(name: impl Into<String>, days: i16) -> Result<Self, CalendarError> {
        let name = name.into();
        if days.unsigned_abs() > 100 {
            return Err(CalendarError::Easter { name, days });
        }
        Ok(Self {
            name,
            rule: YearlyDate::Easter { days },
        })
    }

    /// The holiday's name, as the city writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the holiday falls on a date.
    #[must_use]
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        match self.rule {
            YearlyDate::Fixed { month, day } => (date.month(), date.day()) == (month, day),
            YearlyDate::Easter { days } => easter_sunday(date.year())
                .is_some_and(|easter| (date - easter).num_days() == i64::from(days)),
        }
    }
}

/// One stretch of school holidays, both days included.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "SchoolEntry")]
pub struct SchoolHoliday {
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

/// School holidays as `city.toml` writes them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchoolEntry {
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

impl TryFrom<SchoolEntry> for SchoolHoliday {
    type Error = CalendarError;

    fn try_from(entry: SchoolEntry) -> Result<Self, CalendarError> {
        let SchoolEntry { name, from, to } = entry;
        if to < from {
            return Err(CalendarError::Backwards { name, from, to });
        }
        Ok(Self { name, from, to })
    }
}

impl SchoolHoliday {
    /// The name, as the city writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first day without school.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.from
    }

    /// The last day without school.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.to
    }

    /// Whether a date lies in this stretch.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// The `[holidays]` table of a city's folder. A missing list means that the city does not say.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Public holidays, by rule.
    pub public: Option<Vec<PublicHoliday>>,
    /// School holidays, by date. Known from the first day listed to the last one, unknown outside.
    pub school: Option<Vec<SchoolHoliday>>,
}

/// Easter Sunday of a Gregorian year (anonymous Gregorian algorithm, Meeus/Jones/Butcher).
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let year_in_cycle = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * year_in_cycle + century - century / 4 - moon_shift + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let correction = (year_in_cycle + 11 * epact + 22 * to_sunday) / 451;
    // Days after 22 March, the earliest Easter.
    let days = epact + to_sunday - 7 * correction;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(u64::try_from(days).ok()?))
}
