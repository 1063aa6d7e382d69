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

    /// Whether the holiday falls on a date that is so many days from its year's Easter Sunday.
    fn falls_on(&self, date: NaiveDate, from_easter: Option<i64>) -> bool {
        match self.rule {
            YearlyDate::Fixed { month, day } => (date.month(), date.day()) == (month, day),
            YearlyDate::Easter { days } => from_easter == Some(i64::from(days)),
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

impl Holidays {
    /// The public holiday on a date: the inner `None` when it is none, the outer when no list is given.
    #[must_use]
    pub fn public_on(&self, date: NaiveDate) -> Option<Option<&PublicHoliday>> {
        let from_easter = easter_sunday(date.year()).map(|easter| (date - easter).num_days());
        let public = self.public.as_ref()?;
        Some(
            public
                .iter()
                .find(|holiday| holiday.falls_on(date, from_easter)),
        )
    }

    /// The school holidays on a date: the inner `None` when it is a school day, the outer before the first
    /// and after the last day listed.
    #[must_use]
    pub fn school_on(&self, date: NaiveDate) -> Option<Option<&SchoolHoliday>> {
        let school = self.school.as_ref()?;
        let first = school.iter().map(|holiday| holiday.from).min()?;
        let last = school.iter().map(|holiday| holiday.to).max()?;
        let listed = (first..=last).contains(&date);
        listed.then(|| {
            school
                .iter()
                .find(|holiday| (holiday.from..=holiday.to).contains(&date))
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(text: &str) -> Result<Holidays, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn easter_is_found_for_common_and_extreme_years() {
        // 22 March and 25 April are the earliest and latest possible; 1954, 1981 and 2049 are the rule's exceptions.
        let known = [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2024-03-31",
            "2026-04-05",
            "2027-03-28",
            "2049-04-18",
        ];
        for easter in known.map(date) {
            assert_eq!(easter_sunday(easter.year()), Some(easter));
        }
    }

    #[test]
    fn holidays_are_named() {
        let holidays = read(r#"public = [{ name = "Fronleichnam", easter = 60 }, { name = "Allerheiligen", on = "11-01" }]"#).unwrap();
        let name = |text| {
            holidays
                .public_on(date(text))
                .unwrap()
                .map(PublicHoliday::name)
        };
        assert_eq!(name("2026-06-04"), Some("Fronleichnam"));
        assert_eq!(name("2031-11-01"), Some("Allerheiligen"));
        assert_eq!(name("2026-06-05"), None);
    }

    #[test]
    fn what_a_city_does_not_list_is_unknown() {
        assert_eq!(Holidays::default().public_on(date("2026-01-01")), None);
        let holidays = read(r#"school = [{ name = "Herbst", from = "2026-10-26", to = "2026-10-31" }, { name = "Winter", from = "2026-12-23", to = "2027-01-09" }]"#).unwrap();
        let name = |text| {
            holidays
                .school_on(date(text))
                .map(|holiday| holiday.map(SchoolHoliday::name))
        };
        assert_eq!(name("2026-10-25"), None);
        assert_eq!(name("2026-10-26"), Some(Some("Herbst")));
        assert_eq!(name("2026-11-15"), Some(None));
        assert_eq!(name("2027-01-09"), Some(Some("Winter")));
        assert_eq!(name("2027-01-10"), None);
    }

    #[test]
    fn a_holiday_that_cannot_be_is_refused_with_its_name() {
        let refused = [
            (
                r#"public = [{ name = "Neujahr" }]"#,
                "holiday \"Neujahr\" needs either `on` (month-day) or `easter` (days from Easter Sunday)",
            ),
            (
                r#"public = [{ name = "Neujahr", on = "13-01" }]"#,
                "holiday \"Neujahr\" is on \"13-01\", which is not a month-day such as \"01-06\"",
            ),
            (
                r#"public = [{ name = "Neujahr", easter = 300 }]"#,
                "holiday \"Neujahr\" is 300 days from Easter Sunday; at most 100 are allowed",
            ),
            (
                r#"school = [{ name = "Herbst", from = "2026-10-31", to = "2026-10-26" }]"#,
                "school holiday \"Herbst\" ends on 2026-10-26, before it begins on 2026-10-31",
            ),
        ];
        for (text, error) in refused {
            assert_eq!(read(text), Err(error.to_owned()));
        }
    }
}
