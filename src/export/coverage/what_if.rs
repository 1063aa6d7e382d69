//! What would follow from a scenario, as numbers of the report.
//!
//! A scenario may be drawn around a single house. So numbers of persons between none and ten are not told here. Whoever asks
//! many times can still tell squares apart by differences: what is reckoned with are residents by squares as their source
//! publishes them, and nothing finer.

use geo::MultiPolygon;
use serde::{Serialize, Serializer};

use super::figures::{Minutes, Percent, Persons};
use super::{AskedFacts, Provenance, whole_city};
use crate::coverage::{Consequence, DistrictChange, Level, Moved};
use crate::domain::DistrictId;
use crate::domain::shape::geojson::write_area;
use crate::snapshot::{Coverage, CoverageQuestion, Scenario, Snapshot};

/// What would follow from a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhatIfReport {
    /// What was asked.
    pub asked: AskedFacts,
    /// Residents who lose what was within reach. As everywhere here: null means more than none and fewer than ten.
    pub losing: Option<Persons>,
    /// Residents who gain it.
    pub gaining: Option<Persons>,
    /// Those whose way becomes longer, and by how much.
    pub longer: MovedFigures,
    /// Those whose way becomes shorter, and by how much.
    pub shorter: MovedFigures,
    /// Those for whom no way is known any more.
    pub cut_off: Option<Persons>,
    /// Those for whom a way is known only then.
    pub newly_reached: Option<Persons>,
    /// The covered share of all residents before and after, rounded down.
    pub percent: [Option<Percent>; 2],
    /// Where people live beyond reach before and after, squares taken together as among the gaps; told if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gaps: Option<[GapArea; 2]>,
    /// How many districts have come to level 1, 2 and 3, before and after.
    pub at_least: [[usize; 3]; 2],
    /// The districts that are touched, by id; last what lies outside all of them.
    pub districts: Vec<DistrictConsequence>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// People whose way changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MovedFigures {
    /// How many.
    pub persons: Option<Persons>,
    /// By how many minutes on average; not told of few.
    pub mean_min: Option<Minutes>,
    /// By how many minutes at most for nine of ten; not told of few.
    pub p90_min: Option<Minutes>,
}

/// What would follow in a district.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DistrictConsequence {
    /// The district; none for what lies outside all of them.
    pub id: Option<DistrictId>,
    /// What people call it.
    pub name: Option<Box<str>>,
    /// Its level before and after.
    pub levels: Option<[Level; 2]>,
    /// Residents who lose what was within reach.
    pub losing: Option<Persons>,
    /// Residents who gain it.
    pub gaining: Option<Persons>,
    /// Residents whose way becomes longer or shorter.
    pub moved: Option<Persons>,
}

/// Where people live beyond reach, in WGS 84.
#[derive(Clone, Debug, PartialEq)]
pub struct GapArea(pub MultiPolygon<f64>);

impl Serialize for GapArea {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_area(serializer, &self.0)
    }
}

impl WhatIfReport {
    /// What follows from `scenario` for those who walk to the places of a question; `link` asks the same question without
    /// the scenario.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        scenario: &Scenario,
        question: &CoverageQuestion,
        with_gaps: bool,
        link: &str,
    ) -> Self {
        let found = coverage.what_if(scenario, question);
        let after = scenario.coverage();
        let reached = [coverage.reach(question), after.reach(question)];
        let steps = [coverage.levels(), after.levels()];
        let beyond = |own: &Coverage<'_>, reached| GapArea(own.gap_area(reached, question));
        let gaps = || [beyond(coverage, &reached[0]), beyond(&after, &reached[1])];
        Self {
            asked: AskedFacts::of(question, reached[1].places),
            gaps: with_gaps.then(gaps),
            losing: Persons::unless_few(found.losing),
            gaining: Persons::unless_few(found.gaining),
            longer: MovedFigures::of(&found.longer),
            shorter: MovedFigures::of(&found.shorter),
            cut_off: Persons::unless_few(found.cut_off),
            newly_reached: Persons::unless_few(found.newly_reached),
            percent: reached.map(|own| Percent::covered(&whole_city(city, &own.covered).0)),
            at_least: steps.map(|levels| crate::coverage::indicator(levels).at_least),
            districts: districts(city, &found),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}

impl MovedFigures {
    fn of(own: &Moved) -> Self {
        let persons = Persons::unless_few(own.persons);
        let told = persons.filter(|own| own.0 > 0);
        let minutes = |seconds: f64| told.and_then(|_| Minutes::from_seconds(seconds));
        Self {
            persons,
            mean_min: minutes(own.mean_s),
            p90_min: minutes(own.p90_s),
        }
    }
}

fn districts(city: &Snapshot, found: &Consequence) -> Vec<DistrictConsequence> {
    let told = |own: &DistrictChange| {
        let district = own
            .slot
            .and_then(|slot| city.districts().get(usize::from(slot)));
        DistrictConsequence {
            id: district.map(|own| own.id.clone()),
            name: district.map(|own| own.name.as_str().into()),
            levels: own.levels,
            losing: Persons::unless_few(own.losing),
            gaining: Persons::unless_few(own.gaining),
            moved: Persons::unless_few(own.moved),
        }
    };
    found.districts.iter().map(told).collect()
}
