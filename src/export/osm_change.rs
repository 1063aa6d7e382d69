//! What audits found, as tags that somebody may upload to OpenStreetMap: an osmChange file
//! (<https://wiki.openstreetmap.org/wiki/OsmChange>). It is never sent by us.
//!
//! Only what was audited on the spot is suggested; what those say who run a place, what is estimated or made up, and what holds
//! no longer is not. A mapper who edited the object on the day of the audit or after it knows better: such an object is left out
//! whole.

mod tags;
mod xml;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::audit::PublishedAudit;
use crate::domain::catalogue::Tags;
use crate::domain::osm_object::OsmObject;
use crate::domain::{Catalogue, PlaceId};
use crate::snapshot::{Accessibility, Located, Snapshot};

pub use tags::suggested_tags;
pub use xml::osm_change;

/// A published audit of a place that OpenStreetMap knows, with what it suggests.
#[derive(Debug)]
pub struct Suggested {
    /// The place.
    pub place: PlaceId,
    /// What OpenStreetMap calls it, such as `way/2`.
    pub osm_id: Box<str>,
    /// The day of the audit.
    pub audited_on: NaiveDate,
    /// Key and value.
    pub tags: BTreeMap<&'static str, String>,
}

/// Why nothing is suggested about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The extract does not have the object.
    NotInExtract,
    /// The extract keeps no version of it, and without one nobody can change it.
    NoVersion,
    /// A mapper edited it on the day of the audit or after it, or the extract does not say when.
    EditedSince,
    /// Its tags say that it is no place to meet any more.
    NoPlaceAnyMore,
    /// All of it is there already.
    NothingNew,
}

/// What published audits suggest `today`, by place.
#[must_use]
pub fn suggestions(city: &Snapshot, today: NaiveDate) -> Vec<Suggested> {
    let of_place = |located: &Located| {
        let (own, osm_id) = (located.audited()?, located.place.facts.osm_id.as_ref()?);
        let tags = of_audit(own).filter(|_| is_sure(own.audit(), today))?;
        (!tags.is_empty()).then(|| Suggested {
            place: located.place.id,
            osm_id: osm_id.to_string().into(),
            audited_on: own.audit().audited_on,
            tags,
        })
    };
    city.places().filter_map(of_place).collect()
}

fn of_audit(own: &Accessibility) -> Option<BTreeMap<&'static str, String>> {
    let (sheet, verdicts) = own.sheet().zip(own.verdicts())?;
    Some(suggested_tags(sheet, verdicts, own.audit().depth))
}

/// Whether somebody was on the spot, not too long ago, and nobody has told of a change since.
fn is_sure(audit: &PublishedAudit, today: NaiveDate) -> bool {
    !audit.is_made_up() && !audit.since().is_stale(today)
}

/// The object with what is suggested of it, or why it stays as it is.
///
/// # Errors
/// Why nothing is suggested.
pub fn changed(own: &Suggested, object: Option<&OsmObject>) -> Result<OsmObject, LeftOut> {
    let object = object.ok_or(LeftOut::NotInExtract)?;
    if object.version.is_none() {
        return Err(LeftOut::NoVersion);
    }
    let is_older = |edited: chrono::DateTime<chrono::Utc>| edited.date_naive() < own.audited_on;
    if !object.edited_at.is_some_and(is_older) {
        return Err(LeftOut::EditedSince);
    }
    let tags: Tags = object.tags.iter().cloned().collect();
    if Catalogue::shipped().kind_of(&tags).is_none() {
        return Err(LeftOut::NoPlaceAnyMore);
    }
    let new = own
        .tags
        .iter()
        .filter(|(key, value)| object.tag(key) != Some(value));
    let mut after = object.clone();
    let mut is_new = false;
    for (key, value) in new {
        after = after.with_tag(key, value);
        is_new = true;
    }
    is_new.then_some(after).ok_or(LeftOut::NothingNew)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::domain::audit::life::AuditRevision;
    use crate::domain::audit::{AuditId, Auditor, Depth, Source};

    #[test]
    fn what_is_made_up_doubted_or_too_old_is_not_sure() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let audit = PublishedAudit {
            id: AuditId(Uuid::nil()),
            revision: AuditRevision::FIRST,
            place: PlaceId(Uuid::nil()),
            criteria: "lb-draft-1".parse().unwrap(),
            depth: Depth::Full,
            source: Source::Audit,
            auditors: vec![Auditor::City],
            audited_on: day("2026-03-04"),
            published_on: day("2026-03-05"),
            sheet: json!({}),
            change_reports: 0,
        };
        let today = day("2026-11-28");
        assert!(is_sure(&audit, today));
        assert!(!is_sure(&audit, day("2036-03-04")));
        let doubted = PublishedAudit {
            change_reports: 1,
            ..audit.clone()
        };
        assert!(!is_sure(&doubted, today));
        let made_up = PublishedAudit {
            auditors: Vec::new(),
            ..audit
        };
        assert!(!is_sure(&made_up, today));
    }
}
