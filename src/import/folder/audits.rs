//! Published audits of a city's folder, `audits.json`: the built-in city has some, so that a first look shows what they say.
//! Nobody was on the spot for those: they name no auditors, and every page says so.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::Value;

use super::CityFolder;
use crate::barrier_free::Sheet;
use crate::domain::audit::life::{AuditRevision, State};
use crate::domain::audit::{Audit, AuditDraft, Auditor, Depth, Source};
use crate::domain::change::AuditChange;
use crate::domain::staff::Role;
use crate::domain::{Invalid, Place, PlaceId};
use crate::import::{Complaint, Refused};

/// Its name in the folder.
const FILE: &str = "audits.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: Option<String>,
    audits: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    place: String,
    criteria: String,
    depth: Depth,
    source: Source,
    #[serde(default)]
    auditors: Vec<Auditor>,
    audited_on: NaiveDate,
    published_on: NaiveDate,
    sheet: Value,
}

impl CityFolder {
    /// The published audits of `places`; none where the folder has no file for them.
    ///
    /// # Errors
    /// Every audit that breaks a rule, with the rule.
    pub(super) fn audits(&self, places: &[Place]) -> Result<Vec<AuditChange>, Refused> {
        let Some(bytes) = self.file(FILE)? else {
            return Ok(Vec::new());
        };
        let name = self.path_of(FILE);
        let file: File = serde_json::from_slice(&bytes)
            .map_err(|error| Refused::file(&name, error.to_string()))?;
        let criteria = self.criteria()?;
        let known: BTreeSet<PlaceId> = places.iter().map(|own| own.id).collect();
        let mut complaints = Vec::new();
        let mut audits = Vec::new();
        for entry in file.audits {
            let id = entry.id.clone();
            match entry.published(&known, &criteria) {
                Ok(audit) => audits.push(audit),
                Err(invalid) => complaints.push(Complaint {
                    file: name.clone(),
                    feature: id,
                    field: invalid.field.into_owned(),
                    reason: invalid.reason,
                }),
            }
        }
        if complaints.is_empty() {
            Ok(audits)
        } else {
            Err(Refused(complaints))
        }
    }
}

impl Entry {
    fn published(
        self,
        known: &BTreeSet<PlaceId>,
        criteria: &crate::barrier_free::Catalogues,
    ) -> Result<AuditChange, Invalid> {
        let place: PlaceId = self.place.parse()?;
        if !known.contains(&place) {
            return Err(Invalid::new("place", "must be a place of the folder"));
        }
        if self.source == Source::Osm {
            return Err(Invalid::new("source", "must be audit or self_declared"));
        }
        let catalogue = criteria.version(&self.criteria);
        let catalogue = catalogue.ok_or_else(|| Invalid::new("criteria", "is not known"))?;
        let sheet = Sheet::from_json(&Arc::clone(catalogue), &self.sheet)?;
        let at = self.published_on.and_time(NaiveTime::MIN).and_utc();
        let draft = AuditDraft {
            place,
            criteria: catalogue.version.clone(),
            depth: self.depth,
            source: self.source,
            auditors: self.auditors,
            planned_on: None,
            audited_on: Some(self.audited_on),
            sheet: sheet.to_json(),
        };
        let after = Audit {
            id: self.id.parse()?,
            draft,
            state: State::Published,
            revision: AuditRevision::FIRST,
            withdrawn: None,
            by: Role::Auditor,
            at,
            version: 1,
        };
        Ok(AuditChange {
            after,
            day: self.published_on,
        })
    }
}
