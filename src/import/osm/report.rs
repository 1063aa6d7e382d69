//! What was found in an extract, and what was wrong with it.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::id::OsmId;

/// How many objects are named as examples of each finding.
const EXAMPLES: usize = 5;

/// Something odd about an object of the extract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Left out: the outline of an area does not close.
    NotClosed,
    /// Left out: no corner of it, or none of its members, is in the file.
    NoGeometry,
    /// Left out: its outline crosses itself, or encloses nothing.
    InvalidArea,
    /// Left out: a relation that is neither an area nor a route.
    OtherRelation,
    /// Left out: a way that outlines the same place as the relation it belongs to.
    SameAsRelation,
    /// Left out: a boundary without a level between 1 and 12 or without a name.
    UnnamedBoundary,
    /// Kept in part: some of its nodes are not in the file.
    MissingNodes,
    /// Kept in part: some of its members are not in the file.
    MissingMembers,
    /// Kept in part: one of its rings does not close.
    PartlyClosed,
    /// Kept: outer or inner roles are missing or contradict the outline.
    WrongRoles,
    /// Kept: its outline touched itself and was mended.
    Mended,
    /// Kept: drawn as a point only, although its kind covers ground.
    PointOnly,
    /// Kept: far from the other objects.
    FarAway,
    /// Kept: a value was too long or held control characters, and was cut or dropped.
    UnusableValue,
}

impl Finding {
    /// Whether the object was left out because of it.
    #[must_use]
    pub const fn is_loss(self) -> bool {
        matches!(
            self,
            Self::NotClosed
                | Self::NoGeometry
                | Self::InvalidArea
                | Self::OtherRelation
                | Self::SameAsRelation
                | Self::UnnamedBoundary
        )
    }

    const fn text(self) -> &'static str {
        match self {
            Self::NotClosed => "outline does not close",
            Self::NoGeometry => "none of its nodes or members is in the file",
            Self::InvalidArea => "outline crosses itself or encloses nothing",
            Self::OtherRelation => "relation that is neither an area nor a route",
            Self::SameAsRelation => "way that outlines the same place as its relation",
            Self::UnnamedBoundary => "boundary without a name or a level from 1 to 12",
            Self::MissingNodes => "some of its nodes are not in the file",
            Self::MissingMembers => "some of its members are not in the file",
            Self::PartlyClosed => "one of its rings does not close",
            Self::WrongRoles => "outer or inner roles missing or wrong",
            Self::Mended => "outline touched itself, mended",
            Self::PointOnly => "drawn as a point, although its kind covers ground",
            Self::FarAway => "far away from the other places",
            Self::UnusableValue => "value too long or with control characters, cut or dropped",
        }
    }
}

/// How often something was found, with the first few objects it was found at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// How many objects.
    pub count: usize,
    /// The first few of them.
    pub examples: Vec<OsmId>,
}

/// How many boundaries of one level were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Level {
    /// Boundaries whose outline closes.
    pub closed: usize,
    /// Boundaries whose outline does not, mostly because the extract cuts them.
    pub open: usize,
}

/// How many addresses came through, and why others did not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AddressReport {
    /// Streets, and settlements whose houses are numbered without streets.
    pub streets: usize,
    /// House numbers that can be searched for, each once in its street.
    pub houses: usize,
    /// Objects with a house number.
    pub objects: usize,
    /// Left out: no street and no settlement is said.
    pub without_street: usize,
    /// Left out: none of their corners is in the file.
    pub without_geometry: usize,
    /// Left out: the number is none.
    pub unreadable: usize,
    /// Left out: the number is there already, mostly a shop in a house.
    pub repeated: usize,
}

impl fmt::Display for AddressReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            streets,
            houses,
            objects,
            ..
        } = self;
        writeln!(
            f,
            "addresses: {houses} house numbers in {streets} streets, from {objects} objects"
        )?;
        for (count, text) in [
            (
                self.repeated,
                "numbers left out: there already in the same street",
            ),
            (
                self.without_street,
                "objects left out: no street and no settlement is said",
            ),
            (
                self.without_geometry,
                "objects left out: none of their corners is in the file",
            ),
            (self.unreadable, "objects left out: the number is none"),
        ] {
            if count > 0 {
                writeln!(f, "  {count:>6}  {text}")?;
            }
        }
        Ok(())
    }
}

/// What was found in an extract, and what was wrong with it. Its `Display` is a summary for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Nodes in the file.
    pub nodes: u64,
    /// Ways in the file.
    pub ways: u64,
    /// Relations in the file.
    pub relations: u64,
    /// Places found, by the id of their kind.
    pub places: BTreeMap<&'static str, usize>,
    /// Administrative boundaries found, by their level.
    pub boundaries: BTreeMap<u8, Level>,
    /// Shelters that were dropped. Nothing else is ever said about them.
    pub shelters: usize,
    /// Nodes whose coordinates lie off the earth; treated as missing.
    pub nodes_off_earth: u64,
    /// Tags that were dropped because they were overlong or held control characters.
    pub tags_dropped: usize,
    /// House numbers and streets.
    pub addresses: AddressReport,
    /// What was odd.
    pub findings: BTreeMap<Finding, Found>,
}

impl Report {
    /// Records that something was found at an object.
    pub(super) fn note(&mut self, finding: Finding, id: OsmId) {
        let found = self.findings.entry(finding).or_default();
        found.count += 1;
        if found.examples.len() < EXAMPLES {
            found.examples.push(id);
        }
    }

    /// How many objects have a finding.
    #[must_use]
    pub fn count(&self, finding: Finding) -> usize {
        self.findings.get(&finding).map_or(0, |found| found.count)
    }

    /// Places of all kinds.
    #[must_use]
    pub fn place_count(&self) -> usize {
        self.places.values().sum()
    }

    fn write_findings(&self, f: &mut fmt::Formatter<'_>, title: &str, losses: bool) -> fmt::Result {
        let mut findings = self
            .findings
            .iter()
            .filter(|(finding, _)| finding.is_loss() == losses)
            .peekable();
        if findings.peek().is_some() {
            writeln!(f, "{title}:")?;
        }
        for (finding, Found { count, examples }) in findings {
            let examples: Vec<String> = examples.iter().map(ToString::to_string).collect();
            let more = if *count > EXAMPLES { ", …" } else { "" };
            writeln!(
                f,
                "  {count:>6}  {} ({}{more})",
                finding.text(),
                examples.join(", ")
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            nodes,
            ways,
            relations,
            ..
        } = self;
        writeln!(f, "read: {nodes} nodes, {ways} ways, {relations} relations")?;
        if self.nodes > 0 && self.ways == 0 {
            writeln!(f, "there is not a single way in it: is the file whole?")?;
        }
        writeln!(f, "places: {}", self.place_count())?;
        for (kind, count) in &self.places {
            writeln!(f, "  {count:>6}  {kind}")?;
        }
        for (level, Level { closed, open }) in &self.boundaries {
            writeln!(
                f,
                "boundaries of level {level}: {closed} closed, {open} not closed"
            )?;
        }
        write!(f, "{}", self.addresses)?;
        self.write_findings(f, "left out", true)?;
        self.write_findings(f, "kept, but look at", false)?;
        for (count, text) in [
            (
                self.shelters,
                "shelters dropped: they are never stored or shown",
            ),
            (self.tags_dropped, "unreadable tags dropped"),
            (
                usize::try_from(self.nodes_off_earth).unwrap_or(usize::MAX),
                "nodes off the earth ignored",
            ),
        ] {
            if count > 0 {
                writeln!(f, "{count} {text}")?;
            }
        }
        Ok(())
    }
}
