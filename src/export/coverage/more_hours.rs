//! The best further hours, as numbers of the report.

use serde::Serialize;

use super::figures::Persons;
use super::place::NamedPlace;
use super::{AskedFacts, Provenance};
use crate::snapshot::{Coverage, CoverageQuestion, FoundHours, Snapshot};

/// The best further hours of places, and how sure that is. Numbers are persons times hours.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HoursReport {
    /// What was asked.
    pub asked: AskedFacts,
    /// How many hours of how many places there were to choose from.
    pub considered: usize,
    /// What to open, what reaches most first; fewer than wanted where more would reach nobody. Left out is what would add fewer
    /// than ten.
    pub hours: Vec<HourRow>,
    /// Persons times hours with something surely open within reach now.
    pub covered_before: Persons,
    /// The same with all these hours.
    pub covered_after: Persons,
    /// No choice of so many hours has more; in tens, rounded up.
    pub bound: Persons,
    /// Whether that is proven to be the best choice.
    pub is_proven: bool,
    /// Persons times hours in all.
    pub whole: Persons,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// One hour of one place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HourRow {
    /// The place.
    pub place: Option<NamedPlace>,
    /// The hour of the week, from 0 for Monday's first to 167.
    pub hour: u16,
    /// Residents it adds to those before it.
    pub added: Persons,
}

impl HoursReport {
    /// What was `found` for a question.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        question: &CoverageQuestion,
        found: &FoundHours,
        link: &str,
    ) -> Self {
        let siting = &found.siting;
        let hours = siting.sites.iter().filter_map(|own| {
            let (id, hour) = *found.candidates.get(own.site as usize)?;
            Some(HourRow {
                place: NamedPlace::of(city, id),
                hour,
                added: Persons::if_many(own.added)?,
            })
        });
        let hours: Vec<HourRow> = hours.collect();
        let added: u64 = hours.iter().map(|own| own.added.0).sum();
        Self {
            asked: AskedFacts::of(question, coverage.place_count(question)),
            considered: found.candidates.len(),
            hours,
            covered_before: Persons(found.covered_before),
            covered_after: Persons(found.covered_before + added),
            bound: Persons::tens_above(found.covered_before + siting.bound),
            is_proven: siting.is_proven(),
            whole: Persons(found.whole),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}
