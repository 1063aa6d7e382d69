//! The best next sites, as numbers of the report.

use serde::Serialize;

use super::figures::{Percent, Persons};
use super::{AskedFacts, Provenance};
use crate::coverage::siting::{Alternative, Gain};
use crate::domain::Location;
use crate::snapshot::{Coverage, CoverageQuestion, FoundSites, Snapshot};

/// The best next sites, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SitesReport {
    /// What was asked; its places are those that are there already.
    pub asked: AskedFacts,
    /// How many sites there were to choose from.
    pub offered: usize,
    /// How many of them were looked at together: those that reach most by themselves.
    pub considered: usize,
    /// What to open, what reaches most first; fewer than wanted where more would reach nobody. Left out is what would add fewer
    /// than ten.
    pub sites: Vec<SiteRow>,
    /// Residents of districts within reach now.
    pub covered_before: Persons,
    /// Residents within reach with all these sites.
    pub covered_after: Persons,
    /// No choice of so many of the considered sites has more within reach; in tens, rounded up. None where persons were weighed
    /// by their need: the best choice then need not reach most.
    pub bound: Option<Persons>,
    /// Whether persons were weighed by their need.
    pub is_weighted: bool,
    /// Whether that is proven to be the best choice of the considered sites.
    pub is_proven: bool,
    /// All residents of districts.
    pub persons: Persons,
    /// Their share within reach before and after, rounded down.
    pub percent: [Option<Percent>; 2],
    /// Choices that differ in one site and reach nearly as much.
    pub alternatives: Vec<Exchange>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// One site.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SiteRow {
    /// Its number in what was sent, from 0; none where every junction was one.
    pub number: Option<usize>,
    /// What it was called.
    pub name: Option<Box<str>>,
    /// Longitude and latitude in degrees.
    pub location: [f64; 2],
    /// Residents it adds to those before it.
    pub added: Persons,
}

/// One site exchanged for another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exchange {
    /// Where the chosen one is.
    pub instead_of: [f64; 2],
    /// Where the other one is.
    pub location: [f64; 2],
    /// What the other one was called.
    pub name: Option<Box<str>>,
    /// Residents within reach then, in tens, rounded down.
    pub covered_after: Persons,
}

impl SitesReport {
    /// What was `found` for a question; `names` are those of the sites that were sent, if any were.
    #[must_use]
    pub fn new(
        city: &Snapshot,
        coverage: &Coverage<'_>,
        question: &CoverageQuestion,
        found: &FoundSites,
        names: Option<&[Option<Box<str>>]>,
        link: &str,
    ) -> Self {
        let siting = &found.siting;
        let of = |number: u32| number as usize;
        let at = |number: u32| {
            found
                .candidates
                .get(of(number))
                .copied()
                .map(degrees)
                .unwrap_or_default()
        };
        let name = |number: u32| names.and_then(|own| own.get(of(number))?.clone());
        let site = |own: &Gain| {
            Some(SiteRow {
                number: names.map(|_| of(own.site)),
                name: name(own.site),
                location: at(own.site),
                added: Persons::if_many(own.added)?,
            })
        };
        let sites: Vec<SiteRow> = siting.sites.iter().filter_map(site).collect();
        let exchange = |own: &Alternative| Exchange {
            instead_of: at(own.instead_of),
            location: at(own.site),
            name: name(own.site),
            covered_after: Persons::tens_below(found.covered_before + own.covered),
        };
        let added: u64 = sites.iter().map(|own| own.added.0).sum();
        let after = found.covered_before + added;
        Self {
            asked: AskedFacts::of(question, coverage.place_count(question)),
            offered: found.offered,
            considered: found.candidates.len(),
            sites,
            covered_before: Persons(found.covered_before),
            covered_after: Persons(after),
            bound: (!found.is_weighted)
                .then(|| Persons::tens_above(found.covered_before + siting.bound)),
            is_weighted: found.is_weighted,
            is_proven: siting.is_proven(),
            persons: Persons(found.persons),
            percent: [found.covered_before, after].map(|own| Percent::of(own, found.persons)),
            alternatives: siting.alternatives.iter().map(exchange).collect(),
            provenance: Provenance::of(city, coverage.day(), link),
        }
    }
}

fn degrees(location: Location) -> [f64; 2] {
    [location.lon(), location.lat()]
}
