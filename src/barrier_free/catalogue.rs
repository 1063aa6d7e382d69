//! What an audit looks at, and what is good enough: one version of the criteria, checked and ready to be asked.
//!
//! A version is a data file, `geodata/catalogue/criteria/*.toml`, whose head says how it is written.

mod bound;
mod build;
mod criteria_set;
mod exchange;
mod file;
mod probes;
mod touched;
mod versions;

use std::ops::Range;

use chrono::NaiveDate;

pub use bound::Bound;
pub use build::Fault;
pub use criteria_set::CriteriaSet;
pub use exchange::{Exchange, Path, Step};
pub(super) use probes::{Held, Probes};
pub(super) use touched::Touching;
pub use versions::Catalogues;

use touched::Touched;

use crate::domain::audit::measure::CostClass;
use crate::domain::audit::{CatalogueVersion, CriterionId, Key, Unit};
use crate::domain::choice::choice;
use crate::domain::{Class, KindId, Need};

choice! {
    /// The step of a walk through a place at which a criterion is looked at.
    Area: "area" {
        /// On the way to it.
        Way = "way",
        /// At the door.
        Entrance = "entrance",
        /// On the way to the main room.
        Inside = "inside",
        /// In the lift.
        Lift = "lift",
        /// On the stairs.
        Stairs = "stairs",
        /// Where one stays.
        Stay = "stay",
        /// In the toilet.
        Wc = "wc",
        /// In an emergency.
        Safety = "safety",
        /// What one can learn beforehand and there.
        Information = "information",
    }
}

choice! {
    /// Which places a criterion is about.
    Where: "cls" {
        /// Rooms.
        Indoor = "indoor",
        /// Places outdoors.
        Outdoor = "outdoor",
        /// All places.
        Both = "both",
    }
}

impl Where {
    /// Whether it is about places of a class.
    #[must_use]
    pub const fn is_about(self, class: Class) -> bool {
        match self {
            Self::Both => true,
            Self::Indoor => matches!(class, Class::Room),
            Self::Outdoor => matches!(class, Class::Outdoor),
        }
    }
}

choice! {
    /// How much a barrier matters to a need.
    Severity: "severity" {
        /// One cannot get in or use the main room.
        Blocking = "blocking",
        /// One needs help, or loses something essential.
        Major = "major",
        /// It is less comfortable.
        Minor = "minor",
    }
}

choice! {
    /// How an auditor comes to know.
    Evidence: "evidence" {
        /// With an instrument.
        Measured = "measured",
        /// By looking or trying.
        Seen = "seen",
        /// By asking those who run the place.
        Asked = "asked",
        /// By reading a paper.
        Document = "document",
    }
}

choice! {
    /// Which of the two thresholds.
    Level: "of" {
        /// S2: good.
        Standard = "standard",
        /// S1: usable with limits.
        Minimum = "minimum",
    }
}

choice! {
    /// How well a threshold is known.
    Mark: "mark" {
        /// Found in a stored secondary source; the norm itself was not read.
        Verified = "verified",
        /// Plausible, not checked.
        Memory = "memory",
        /// A proposal, without another source.
        Proposed = "proposed",
    }
}

/// A name in three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// German.
    pub de: Box<str>,
    /// English.
    pub en: Box<str>,
    /// Plain German.
    pub de_simple: Box<str>,
}

/// A yes/no fact of a place on which criteria depend.
#[derive(Debug)]
pub struct Condition {
    /// Its name in files.
    pub id: Key,
    /// The question that asks for it.
    pub name: Text,
    /// How it comes to be known.
    pub known_by: KnownBy,
    /// What the exchange format calls it.
    pub exchange: Option<Path>,
}

/// How a condition comes to be known.
#[derive(Debug)]
pub enum KnownBy {
    /// The auditor is asked.
    Asking,
    /// Places of these kinds have it.
    Kind(Vec<KindId>),
    /// It follows from an answer, or does not hold where that criterion does not apply.
    Answer {
        /// The position of the criterion.
        criterion: usize,
        /// What must have been read off.
        test: Test,
    },
}

/// One thing that is read off for a criterion.
#[derive(Debug)]
pub struct Reading {
    /// Its name within the criterion.
    pub id: Key,
    /// What it is called, where a criterion has several.
    pub name: Option<Text>,
    /// What it can be.
    pub sort: Sort,
    /// What the exchange format calls it; empty where it has no word for it.
    pub exchange: Vec<Exchange>,
}

/// What a reading can be.
#[derive(Debug)]
pub enum Sort {
    /// An amount.
    Amount(Unit),
    /// Yes or no.
    YesNo,
    /// One of these.
    Choice(Vec<Choice>),
}

/// One of the things that a reading can be.
#[derive(Debug)]
pub struct Choice {
    /// Its name in files.
    pub id: Key,
    /// What it is called.
    pub name: Text,
}

/// What one reading must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// Which reading, among all of the catalogue.
    pub slot: usize,
    /// What it must be.
    pub bound: Bound,
}

/// Alternatives of which one is enough; in one of them everything must hold.
pub type Threshold = Box<[Box<[Test]>]>;

/// Where a threshold comes from.
#[derive(Debug)]
pub struct Source {
    /// Of which level.
    pub of: Level,
    /// Of which readings; empty means all for which no other source stands.
    pub readings: Vec<Key>,
    /// How well it is known.
    pub mark: Mark,
    /// What it is.
    pub text: Box<str>,
}

/// One barrier.
#[derive(Debug)]
pub struct Criterion {
    /// Its name.
    pub id: CriterionId,
    /// Where on the walk it is looked at.
    pub area: Area,
    /// Which places it is about.
    pub cls: Where,
    /// The position of the condition without which it does not apply.
    pub applies: Option<usize>,
    /// Whether the quick check has it.
    pub is_core: bool,
    /// What it is called.
    pub name: Text,
    /// How it is measured, in German and in English.
    pub hint: (Box<str>, Box<str>),
    /// How an auditor comes to know.
    pub evidence: Evidence,
    /// How much it matters to each need, in the order of [`Need::ALL`].
    pub severity: [Option<Severity>; Need::ALL.len()],
    /// What is read off.
    pub readings: Vec<Reading>,
    /// The slots of its readings.
    pub slots: Range<usize>,
    /// S2.
    pub standard: Threshold,
    /// S1; without alternatives there is nothing between met and not met.
    pub minimum: Threshold,
    /// Where the thresholds come from.
    pub sources: Vec<Source>,
    /// The keys of OpenStreetMap that speak of it.
    pub osm: Vec<Box<str>>,
    /// What the usual measure costs, where that is known.
    pub cost: Option<CostClass>,
}

impl Criterion {
    /// How much it matters to a need; nothing if it does not touch it.
    #[must_use]
    pub fn severity_for(&self, need: Need) -> Option<Severity> {
        self.severity[need as usize]
    }

    /// Where the threshold of a reading comes from.
    #[must_use]
    pub fn source_of(&self, level: Level, reading: &Key) -> Option<&Source> {
        let of_level = || self.sources.iter().filter(|source| source.of == level);
        of_level()
            .find(|source| source.readings.contains(reading))
            .or_else(|| of_level().find(|source| source.readings.is_empty()))
    }
}

/// One version of the criteria.
#[derive(Debug)]
pub struct Catalogue {
    /// Its name.
    pub version: CatalogueVersion,
    /// The day from which new audits use it.
    pub since: NaiveDate,
    /// Whether the city has still to adopt it.
    pub is_draft: bool,
    /// Why a need has no blocking criterion (German, English), in the order of [`Need::ALL`].
    pub unblocked: [Option<(Box<str>, Box<str>)>; Need::ALL.len()],
    conditions: Vec<Condition>,
    /// Conditions in an order in which none follows from one that comes later.
    order: Vec<usize>,
    criteria: Vec<Criterion>,
    /// The criteria of the quick check.
    core: CriteriaSet,
    touched: Touched,
    probes: Probes,
    slots: usize,
    /// The file it was read from.
    text: Box<str>,
}

impl Catalogue {
    /// Reads a version.
    ///
    /// # Errors
    /// Every rule it breaks, each with its line.
    pub fn from_toml(text: &str) -> Result<Self, Vec<Fault>> {
        build::catalogue(text)
    }

    /// The file it was read from.
    #[must_use]
    pub fn to_toml(&self) -> &str {
        &self.text
    }

    /// The criteria, in the order of a walk through a place.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// The conditions, in the order of the file.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The position of a criterion.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|own| own.id.as_str() == id)
    }

    /// A criterion by its name.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|own| own.id.as_str() == id)
    }

    /// The criteria of the quick check.
    #[must_use]
    pub(super) const fn core(&self) -> CriteriaSet {
        self.core
    }

    /// The criteria that touch a need, by how much they matter to it.
    #[must_use]
    pub(super) const fn touching(&self, need: Need) -> Touching {
        self.touched.need(need)
    }

    /// The tests of all criteria.
    #[must_use]
    pub(super) const fn probes(&self) -> &Probes {
        &self.probes
    }

    /// How many readings all criteria have together.
    #[must_use]
    pub(super) const fn slots(&self) -> usize {
        self.slots
    }

    /// Positions of conditions, none before one that it follows from.
    #[must_use]
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    /// The reading of a slot and the criterion it belongs to.
    #[must_use]
    pub fn reading(&self, criterion: &str, reading: &str) -> Option<(usize, &Reading)> {
        let own = self.criterion(criterion)?;
        let at = own
            .readings
            .iter()
            .position(|it| it.id.as_str() == reading)?;
        Some((own.slots.start + at, &own.readings[at]))
    }
}
