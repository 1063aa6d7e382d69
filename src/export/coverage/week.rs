//! When something is open within reach, hour by hour, as numbers of the report.

use chrono::NaiveDate;
use serde::Serialize;

use super::figures::{Percent, Persons};
use super::{AskedFacts, Provenance};
use crate::coverage::{HourOfWeek, ordinary_weeks};
use crate::domain::residents::MilliPersons;
use crate::domain::{District, DistrictId};
use crate::snapshot::{Coverage, CoverageQuestion, Snapshot};

/// When something is open within reach.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekReport {
    /// What was asked.
    pub asked: AskedFacts,
    /// The Monday of the two weeks without holidays that stand for all.
    pub monday: NaiveDate,
    /// The districts, by id, or the one that was asked for.
    pub districts: Vec<DistrictWeek>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// The week of a district. Each list has 168 hours, from Monday's first to Sunday's last.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistrictWeek {
    /// Its id.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// Its residents; none where nobody is known to live.
    pub persons: Option<Persons>,
    /// Residents with something surely open within reach.
    pub surely: Vec<Persons>,
    /// Their share, rounded down; unknown where nobody is known to live.
    pub surely_percent: Vec<Option<Percent>>,
    /// Residents with something open or perhaps open: of some places nobody knows the hours.
    pub perhaps: Vec<Persons>,
    /// Their share, rounded down.
    pub perhaps_percent: Vec<Option<Percent>>,
}

impl WeekReport {
    /// The answer of a city to a question, for all districts or one; `link` gives it again.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        question: &CoverageQuestion,
        only: Option<&DistrictId>,
        link: &str,
    ) -> Self {
        let picture = coverage.week(question);
        let all = city.districts().iter().enumerate();
        let meant = all.filter(|(_, own)| only.is_none_or(|id| *id == own.id));
        let districts = meant
            .map(|(slot, own)| DistrictWeek::of(own, picture.persons[slot], &picture.hours[slot]));
        Self {
            asked: AskedFacts::of(question, coverage.place_count(question)),
            monday: ordinary_weeks(city.calendar(), coverage.day())[0],
            districts: districts.collect(),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}

impl DistrictWeek {
    fn of(district: &District, persons: MilliPersons, hours: &[HourOfWeek]) -> Self {
        let persons_of = |part: fn(&HourOfWeek) -> MilliPersons| {
            hours.iter().map(|own| Persons(part(own))).collect()
        };
        let percent_of = |part: fn(&HourOfWeek) -> MilliPersons| {
            let hours = hours.iter();
            hours.map(|own| Percent::of(part(own), persons)).collect()
        };
        Self {
            id: district.id.clone(),
            name: district.name.as_str().into(),
            persons: (persons > 0).then_some(Persons(persons)),
            surely: persons_of(|own| own.surely),
            surely_percent: percent_of(|own| own.surely),
            perhaps: persons_of(|own| own.perhaps),
            perhaps_percent: percent_of(|own| own.perhaps),
        }
    }
}
