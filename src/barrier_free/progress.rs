//! How far the city is on the way to 2040, and whether it gets there at this pace (specification, B.7).

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Gamma};

use crate::domain::Invalid;
use crate::domain::choice::choice;

/// The year by which the standard shall be met everywhere (goal 6.1.2).
pub const TARGET_YEAR: i32 = 2040;

/// The pace is that of so many full calendar years.
pub const PACE_YEARS: i32 = 3;

/// The ends of the interval: nine in ten.
const INTERVAL: (f64, f64) = (0.05, 0.95);

/// Later years are no forecast any more.
const LAST_YEAR: f64 = 2500.0;

choice! {
    /// What must be said beside the numbers, as the key of a text.
    Warning: "warning" {
        /// Easy cases are done first, so a straight line is optimistic.
        EasyFirst = "easy_first",
        /// At this pace no year can be named.
        NoYear = "no_year",
        /// At this pace it will be later than the goal.
        TooSlow = "too_slow",
        /// All places meet the standard.
        Reached = "reached",
        /// The year of the goal has passed.
        Missed = "missed",
        /// No place is on the list, so there is no share.
        NothingListed = "nothing_listed",
        /// The records begin later than the years that make the pace: what was reached before them is in no number.
        ShortRecord = "short_record",
        /// Of some places the first audit found so: perhaps they met the standard long before.
        FirstFound = "first_found",
    }
}

/// How many places there are and how far they are. The list of all of them is published, or a share could be made
/// better by shortening it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    all: u32,
    audited: u32,
    minimum: u32,
    standard: u32,
}

impl Counts {
    /// All places on the list; of them those that were audited; of these those that meet S1; of these S2.
    ///
    /// # Errors
    /// When a part is more than its whole. The field is the part.
    pub fn new(all: u32, audited: u32, minimum: u32, standard: u32) -> Result<Self, Invalid> {
        for (field, part, whole) in [
            ("audited", audited, all),
            ("minimum", minimum, audited),
            ("standard", standard, minimum),
        ] {
            if part > whole {
                let rule = format!("must be at most {whole}, not {part}");
                return Err(Invalid::new(field, rule));
            }
        }
        Ok(Self {
            all,
            audited,
            minimum,
            standard,
        })
    }

    /// The main indicator: the share of all places that meet the standard. Not audited is not meeting.
    #[must_use]
    pub fn share_total(&self) -> Option<f64> {
        share(self.standard, self.all)
    }

    /// The share of all places that meet the minimum.
    #[must_use]
    pub fn share_minimum(&self) -> Option<f64> {
        share(self.minimum, self.all)
    }

    /// The share of all places that were audited.
    #[must_use]
    pub fn share_audited(&self) -> Option<f64> {
        share(self.audited, self.all)
    }

    /// The share of the audited places that meet the standard.
    #[must_use]
    pub fn quality(&self) -> Option<f64> {
        share(self.standard, self.audited)
    }

    /// All places on the list.
    #[must_use]
    pub const fn all(&self) -> u32 {
        self.all
    }

    /// Those that were audited.
    #[must_use]
    pub const fn audited(&self) -> u32 {
        self.audited
    }

    /// Those that meet the minimum.
    #[must_use]
    pub const fn minimum(&self) -> u32 {
        self.minimum
    }

    /// Those that meet the standard.
    #[must_use]
    pub const fn standard(&self) -> u32 {
        self.standard
    }

    /// Places that are still to reach the standard.
    #[must_use]
    pub const fn rest(&self) -> u32 {
        self.all - self.standard
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// How many places newly reached the standard within [`PACE_YEARS`] full calendar years before today.
#[must_use]
pub fn newly_reached(days: impl IntoIterator<Item = NaiveDate>, today: NaiveDate) -> u32 {
    let years = today.year() - PACE_YEARS..today.year();
    let days = days.into_iter();
    let count = days.filter(|day| years.contains(&day.year())).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A value with the ends of its 90 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// The value; absent where it is beyond any forecast.
    pub value: Option<f64>,
    /// The lower end.
    pub low: Option<f64>,
    /// The upper end; absent where it is beyond any forecast.
    pub high: Option<f64>,
}

/// Whether the city gets there.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outlook {
    /// Places a year, with the Jeffreys interval of a Poisson count.
    pub rate_per_year: Estimate,
    /// The year in which all would meet the standard, as a number with a fraction; nothing where all do.
    pub year: Option<Estimate>,
    /// Places a year that it takes to get there by the target; nothing where all do, or where its year has passed.
    pub required_per_year: Option<f64>,
    /// What must be said beside it.
    pub warnings: Vec<Warning>,
}

impl Outlook {
    /// The outlook on a day for places of which `newly` reached the standard within `years` years (at least one).
    #[must_use]
    pub fn new(counts: &Counts, newly: u32, years: u32, today: NaiveDate) -> Self {
        let now = year_of(today);
        let rest = f64::from(counts.rest());
        let rate_per_year = rate(newly, years.max(1));
        let year = (rest > 0.0).then(|| {
            let at = |rate: Option<f64>| {
                rate.filter(|rate| *rate > 0.0)
                    .map(|rate| now + rest / rate)
                    .filter(|year| *year <= LAST_YEAR)
            };
            Estimate {
                value: at(rate_per_year.value),
                low: at(rate_per_year.high),
                high: at(rate_per_year.low),
            }
        });
        let left = f64::from(TARGET_YEAR) - now;
        let required_per_year = (rest > 0.0 && left > 0.0).then(|| rest / left);
        Self {
            warnings: warnings(counts, year, left),
            rate_per_year,
            year,
            required_per_year,
        }
    }
}

/// Places a year after `count` in `years`: Gamma(count + 1/2, 1/years), the Jeffreys interval of a Poisson count.
fn rate(count: u32, years: u32) -> Estimate {
    let years = f64::from(years);
    let gamma = Gamma::new(f64::from(count) + 0.5, years);
    let at = |share: f64| gamma.as_ref().ok().map(|own| own.inverse_cdf(share));
    Estimate {
        value: Some(f64::from(count) / years),
        low: at(INTERVAL.0),
        high: at(INTERVAL.1),
    }
}

fn warnings(counts: &Counts, year: Option<Estimate>, left: f64) -> Vec<Warning> {
    if counts.all == 0 {
        return vec![Warning::NothingListed];
    }
    let Some(estimate) = year else {
        return vec![Warning::Reached];
    };
    let mut warnings = vec![Warning::EasyFirst];
    match estimate.value {
        None => warnings.push(Warning::NoYear),
        Some(year) if year > f64::from(TARGET_YEAR) => warnings.push(Warning::TooSlow),
        Some(_) => {}
    }
    if left <= 0.0 {
        warnings.push(Warning::Missed);
    }
    warnings
}

/// The year with the part of it that has passed, 2026.0 on the first of January.
#[must_use]
pub fn year_of(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.year()) + f64::from(day.ordinal0()) / days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rounded(value: Option<f64>) -> String {
        format!("{:.1}", value.unwrap())
    }

    #[test]
    fn the_example_of_the_specification_holds() {
        let counts = Counts::new(120, 60, 40, 18).unwrap();
        let outlook = Outlook::new(&counts, 18, 3, day("2026-01-01"));
        let rate = outlook.rate_per_year;
        assert_eq!(
            [rate.value, rate.low, rate.high].map(rounded),
            ["6.0", "4.0", "8.7"]
        );
        let year = outlook.year.unwrap();
        assert_eq!(
            [year.value, year.low, year.high].map(rounded),
            ["2043.0", "2037.7", "2051.4"]
        );
        assert_eq!(rounded(outlook.required_per_year), "7.3");
        assert_eq!(outlook.warnings, [Warning::EasyFirst, Warning::TooSlow]);
        assert_eq!(counts.share_total(), Some(0.15));
        assert_eq!(counts.share_audited(), Some(0.5));
        assert_eq!(counts.quality(), Some(0.3));
    }

    #[test]
    fn without_a_pace_no_year_is_named_but_the_interval_still_is() {
        let counts = Counts::new(10, 5, 5, 0).unwrap();
        let outlook = Outlook::new(&counts, 0, 3, day("2026-01-01"));
        let year = outlook.year.unwrap();
        assert_eq!((year.value, year.high), (None, None));
        assert!(year.low.unwrap() > 2026.0);
        assert!(outlook.warnings.contains(&Warning::NoYear));
    }

    #[test]
    fn what_is_reached_needs_no_pace_and_what_is_not_listed_has_no_share() {
        let done = Counts::new(4, 4, 4, 4).unwrap();
        let outlook = Outlook::new(&done, 1, 3, day("2026-05-01"));
        assert_eq!((outlook.year, outlook.required_per_year), (None, None));
        assert_eq!(outlook.warnings, [Warning::Reached]);
        let none = Counts::new(0, 0, 0, 0).unwrap();
        assert_eq!(none.share_total(), None);
        let outlook = Outlook::new(&none, 0, 3, day("2026-05-01"));
        assert_eq!(outlook.warnings, [Warning::NothingListed]);
    }

    #[test]
    fn after_the_target_nothing_is_required_any_more_and_it_is_said() {
        let counts = Counts::new(4, 4, 4, 1).unwrap();
        let outlook = Outlook::new(&counts, 3, 3, day("2040-01-01"));
        assert_eq!(outlook.required_per_year, None);
        assert!(outlook.warnings.contains(&Warning::Missed));
    }

    #[test]
    fn a_part_is_never_more_than_its_whole() {
        for (counts, field) in [
            ((1, 2, 0, 0), "audited"),
            ((3, 2, 3, 0), "minimum"),
            ((3, 2, 1, 2), "standard"),
        ] {
            let (all, audited, minimum, standard) = counts;
            let invalid = Counts::new(all, audited, minimum, standard).unwrap_err();
            assert_eq!(invalid.field, field);
        }
    }

    #[test]
    fn only_full_calendar_years_make_the_pace() {
        let days = ["2022-12-31", "2023-01-01", "2025-12-31", "2026-01-01"].map(day);
        assert_eq!(newly_reached(days, day("2026-08-01")), 2);
    }

    #[test]
    fn the_interval_holds_the_quantiles_of_known_gamma_distributions() {
        // Of Gamma(1/2, 1), half a chi-squared with one degree of freedom: 0.003932 / 2 and 3.841459 / 2.
        let none = rate(0, 1);
        assert!((none.low.unwrap() - 0.001_966_070).abs() < 1e-7);
        assert!((none.high.unwrap() - 1.920_729_4).abs() < 1e-6);
        for count in [1, 5, 50, 500] {
            let own = rate(count, 1);
            let (low, value, high) = (own.low, own.value, own.high);
            assert!(low < value && value < high, "{count}");
        }
    }
}
