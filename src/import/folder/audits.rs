//! Published audits of a city's folder, `audits.json`: the built-in city has some, so that a first look shows what they say.
//! Nobody was on the spot for those: they say so (`made_up`), name no auditors, and every page calls them made up.

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
pub(super) struct File {
    #[serde(rename = "about")]
    _about: Option<String>,
    pub(super) audits: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    id: String,
    place: String,
    criteria: String,
    depth: Depth,
    source: Source,
    /// That nobody was on the spot has to be said: who forgets to name the auditors does not mean it.
    #[serde(default)]
    made_up: bool,
    #[serde(default)]
    auditors: Vec<Auditor>,
    audited_on: NaiveDate,
    published_on: NaiveDate,
    sheet: Value,
}

impl CityFolder {
    /// The published audits of `places` as of `today`; none where the folder has no file for them.
    ///
    /// # Errors
    /// Every audit that breaks a rule, with the rule.
    pub(super) fn audits(
        &self,
        places: &[Place],
        today: NaiveDate,
    ) -> Result<Vec<AuditChange>, Refused> {
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
            let entry = entry.checked(today);
            match entry.and_then(|own| own.published(&known, &criteria)) {
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
    /// Nothing was published before somebody was there or is published in days to come, and who was there is said.
    pub(super) fn checked(self, today: NaiveDate) -> Result<Self, Invalid> {
        if self.published_on < self.audited_on {
            let rule = format!("must not be before the audit ({})", self.audited_on);
            return Err(Invalid::new("published_on", rule));
        }
        if self.published_on > today {
            let rule = format!("must not be after today ({today})");
            return Err(Invalid::new("published_on", rule));
        }
        match (self.made_up, self.auditors.is_empty()) {
            (true, true) | (false, false) => Ok(self),
            (false, true) => Err(Invalid::new(
                "auditors",
                "must say who was on the spot; where nobody was, say \"made_up\": true",
            )),
            (true, false) => Err(Invalid::new(
                "made_up",
                "cannot be true where somebody was on the spot",
            )),
        }
    }

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
