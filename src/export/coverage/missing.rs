//! Facts about ways that nobody has recorded and that would prove most, as the report tells them.

use serde::Serialize;

use super::figures::Persons;
use super::{AskedFacts, Provenance};
use crate::domain::DistrictId;
use crate::snapshot::{Coverage, CoverageQuestion, Snapshot};

/// The ways whose missing facts keep most people from getting there for certain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MissingReport {
    /// What was asked.
    pub asked: AskedFacts,
    /// The ways, the one first whose facts alone would prove most.
    pub ways: Vec<MissingWay>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// A way and what nobody has recorded about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MissingWay {
    /// Its name, if it has one.
    pub name: Option<Box<str>>,
    /// A spot on it: longitude and latitude in degrees.
    pub location: [f64; 2],
    /// The tags of OpenStreetMap that are missing.
    pub fields: Vec<&'static str>,
    /// Residents for whom this way is all that is unproven. Null means more than none and fewer than ten.
    pub alone: Option<Persons>,
    /// Residents for whom it is one of the ways unproven. Null likewise.
    pub passing: Option<Persons>,
}

impl MissingReport {
    /// The answer of a city, or of one of its districts, at most `most` ways; `link` gives it again.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        question: &CoverageQuestion,
        only: Option<&DistrictId>,
        most: usize,
        link: &str,
    ) -> Self {
        let found = coverage.missing_facts(question, only, most).into_iter();
        let ways = found.map(|own| MissingWay {
            name: own.name,
            location: [own.location.lon(), own.location.lat()],
            fields: own.fields.iter().map(|own| own.tag()).collect(),
            alone: Persons::unless_few(own.alone),
            passing: Persons::unless_few(own.passing),
        });
        Self {
            asked: AskedFacts::of(question, coverage.place_count(question)),
            ways: ways.collect(),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}
