//! Which places have to be looked at again, and where measures are open: worked out from published audits and measures, and
//! stored nowhere (specification, B.6).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::measures::PlacedAt;
use crate::domain::PlaceId;
use crate::domain::audit::AuditId;
use crate::domain::audit::life::{Due, Since, ToDo};
use crate::domain::audit::measure::{PlacedMeasure, Progress, Status};
use crate::export::coverage::Provenance;
use crate::snapshot::{Located, Snapshot};

/// What is to be done at places with a published audit.
#[derive(Clone, Debug, Serialize)]
pub struct DueReport {
    /// Places to be looked at again: by district, what was audited first comes first.
    pub due: Vec<DueRow>,
    /// Places where a measure is neither carried out nor rejected.
    pub open: Vec<OpenRow>,
    /// Where the rows come from.
    pub provenance: Provenance,
}

/// A place to be looked at again.
#[derive(Clone, Debug, Serialize)]
pub struct DueRow {
    /// The place.
    #[serde(flatten)]
    pub at: PlacedAt,
    /// Its newest published audit.
    pub audit: AuditId,
    /// The day somebody was there.
    pub audited_on: NaiveDate,
    /// The last day on which it says something certain.
    pub holds_until: NaiveDate,
    /// Why somebody has to look again.
    pub reasons: Vec<Due>,
    /// When a measure was last carried out there.
    pub implemented_on: Option<NaiveDate>,
    /// Since when it is in use again, or there.
    pub rebuilt_on: Option<NaiveDate>,
    /// What is to be done there.
    pub to_do: Vec<ToDo>,
}

/// A place with open measures.
#[derive(Clone, Debug, Serialize)]
pub struct OpenRow {
    /// The place.
    #[serde(flatten)]
    pub at: PlacedAt,
    /// How many.
    pub measures: usize,
}

impl DueReport {
    /// What is to be done on a day, given all measures; `link` gives it again.
    #[must_use]
    pub fn new(city: &Snapshot, measures: &[PlacedMeasure], today: NaiveDate, link: &str) -> Self {
        let mut by_place: BTreeMap<PlaceId, Vec<&PlacedMeasure>> = BTreeMap::new();
        for own in measures.iter().filter(|own| !own.is_withdrawn) {
            by_place.entry(own.place).or_default().push(own);
        }
        let (mut due, mut open) = (Vec::new(), Vec::new());
        for located in city.places() {
            let id = located.place.id;
            let measures = by_place.get(&id).map_or(&[][..], Vec::as_slice);
            due.extend(DueRow::of(city, located, measures, today));
            let is_open = |own: &&&PlacedMeasure| !status(own).is_closed();
            let count = measures.iter().filter(is_open).count();
            if count > 0 && located.audited().is_some() {
                open.push(OpenRow {
                    at: PlacedAt::of(city, id),
                    measures: count,
                });
            }
        }
        due.sort_by_cached_key(|own: &DueRow| (own.at.rank(), own.audited_on, own.at.place));
        open.sort_by_cached_key(|own: &OpenRow| (own.at.rank(), own.at.place));
        Self {
            due,
            open,
            provenance: Provenance::of(city, today, link),
        }
    }
}

impl DueRow {
    /// None where nobody has to look again. A place that is closed is looked at when it opens.
    fn of(
        city: &Snapshot,
        located: &Located,
        measures: &[&PlacedMeasure],
        today: NaiveDate,
    ) -> Option<Self> {
        let audit = located.audited()?.audit();
        if !located.place.lifecycle.was_in_use(today) {
            return None;
        }
        let done = measures.iter();
        let done = done.filter(|own| status(own).progress() == Progress::Implemented);
        let since = Since {
            audited_on: audit.audited_on,
            implemented_on: done.map(|own| city.date_at(own.kept.at)).max(),
            rebuilt_on: located.place.lifecycle.valid_from(),
            change_reports: audit.change_reports,
        };
        let reasons = since.due(today);
        let later = |day: &NaiveDate| *day > audit.audited_on;
        (!reasons.is_empty()).then(|| Self {
            at: PlacedAt::of(city, located.place.id),
            audit: audit.id,
            audited_on: audit.audited_on,
            holds_until: audit.holds_until(),
            reasons,
            implemented_on: since.implemented_on.filter(later),
            rebuilt_on: since.rebuilt_on.filter(later),
            to_do: since.to_do(measures.iter().map(|own| status(own)), today),
        })
    }
}

fn status(own: &PlacedMeasure) -> &Status {
    &own.kept.measure.status
}

impl PlacedAt {
    /// By district, what lies outside all of them last.
    fn rank(&self) -> (bool, Option<Box<str>>) {
        (self.district.is_none(), self.district_name.clone())
    }
}
