//! The published list of all places that the way to 2040 is counted by. Without it the share could be made better by making
//! the list shorter.

use chrono::NaiveDate;
use serde::Serialize;

use crate::barrier_free::Truth;
use crate::barrier_free::course::Found;
use crate::domain::audit::{AuditId, CatalogueVersion, Depth};
use crate::domain::{Class, DistrictId, KindId, PlaceId};
use crate::export::coverage::Provenance;
use crate::snapshot::{Coverage, Listed, Snapshot};

/// The list, and what may belong to it.
#[derive(Clone, Debug, Serialize)]
pub struct ListReport {
    /// Places on the list, by district and name.
    pub listed: Vec<ListRow>,
    /// Places of which nobody knows whether they belong there.
    pub undecided: Vec<ListRow>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A place of the list.
#[derive(Clone, Debug, Serialize)]
pub struct ListRow {
    /// The place.
    pub place: PlaceId,
    /// What people call it.
    pub name: Box<str>,
    /// What sort of place it is.
    pub kind: KindId,
    /// Indoors or outdoors.
    pub cls: Class,
    /// Its district.
    pub district: Option<DistrictId>,
    /// What people call the district.
    pub district_name: Option<Box<str>>,
    /// Whether the city runs it: yes, no or unknown.
    pub municipal: &'static str,
    /// Whether it counts for a room and a place in every district.
    pub counted: &'static str,
    /// Its newest published audit.
    pub audit: Option<ListedAudit>,
    /// S1: whether people of no need are shut out.
    pub minimum: &'static str,
    /// S2: whether it is fully usable for everybody.
    pub standard: &'static str,
}

/// What is told of an audit in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ListedAudit {
    /// Its id.
    pub id: AuditId,
    /// Whether it came with the sample city and is made up: nobody was there.
    pub is_made_up: bool,
    /// The day somebody was there.
    pub audited_on: NaiveDate,
    /// How much was looked at.
    pub depth: Depth,
    /// The version of the criteria.
    pub criteria: CatalogueVersion,
    /// The last day on which it says something certain.
    pub holds_until: NaiveDate,
    /// Whether somebody has to look again: that is over, or enough reports of a change were accepted.
    pub re_audit_due: bool,
}

impl ListReport {
    /// The list of a city; `link` gives it again.
    #[must_use]
    pub fn new(city: &Snapshot, coverage: &Coverage<'_>, link: &str) -> Self {
        let list = coverage.barrier_list();
        let day = coverage.day();
        let rows = |all: &[Listed<'_>]| {
            let rows = all.iter().map(|own| ListRow::of(city, own, day));
            let mut rows: Vec<ListRow> = rows.collect();
            rows.sort_by_cached_key(ListRow::rank);
            rows
        };
        Self {
            listed: rows(&list.listed),
            undecided: rows(&list.undecided),
            provenance: Provenance::of(city, day, link),
        }
    }
}

impl ListRow {
    fn of(city: &Snapshot, own: &Listed<'_>, today: NaiveDate) -> Self {
        let place = &own.located.place;
        let district = city.district_of(own.located);
        let audited = own.located.audited();
        let found = audited.map(|own| Found::of(own.ratings()));
        let told = |of: fn(Found) -> Truth| found.map_or(NOT_AUDITED, |own| word(of(own)));
        Self {
            place: place.id,
            name: place.name.as_str().into(),
            kind: place.kind,
            cls: place.class(),
            district: district.map(|own| own.id.clone()),
            district_name: district.map(|own| own.name.as_str().into()),
            municipal: word(own.is_municipal),
            counted: word(own.is_counted),
            audit: audited.map(|own| ListedAudit {
                id: own.audit().id,
                is_made_up: own.audit().is_made_up(),
                audited_on: own.audit().audited_on,
                depth: own.audit().depth,
                criteria: own.audit().criteria.clone(),
                holds_until: own.audit().holds_until(),
                re_audit_due: !own.due(today).is_empty(),
            }),
            minimum: told(|own| own.minimum),
            standard: told(|own| own.standard),
        }
    }

    /// Districts first, what lies outside all of them last.
    fn rank(&self) -> (bool, Option<Box<str>>, Box<str>, PlaceId) {
        let district = self.district_name.clone();
        (district.is_none(), district, self.name.clone(), self.place)
    }
}

/// What a list says of a place that nobody has audited.
pub(super) const NOT_AUDITED: &str = "not_audited";

/// Yes, no or unknown.
pub(super) const fn word(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}
