//! Audits as rows.

use chrono::{DateTime, SubsecRound, Utc};

use crate::domain::Invalid;
use crate::domain::audit::life::AuditRevision;
use crate::domain::audit::{Audit, AuditDraft, PublishedAudit};
use crate::error::Error;
use crate::store::rows::{day, integer, json};

/// An audit that is worked on.
#[derive(sqlx::FromRow)]
pub(in crate::store) struct AuditRow {
    pub(in crate::store) id: String,
    pub(in crate::store) place_id: String,
    pub(in crate::store) criteria: String,
    pub(in crate::store) depth: String,
    pub(in crate::store) source: String,
    pub(in crate::store) auditors: String,
    pub(in crate::store) planned_on: Option<String>,
    pub(in crate::store) audited_on: Option<String>,
    pub(in crate::store) sheet: String,
    pub(in crate::store) state: String,
    pub(in crate::store) revision: i64,
    pub(in crate::store) withdrawn: Option<String>,
    pub(in crate::store) by_role: String,
    pub(in crate::store) at: DateTime<Utc>,
    pub(in crate::store) version: i64,
}

impl AuditRow {
    pub(in crate::store) fn of(own: &Audit) -> Self {
        let draft = &own.draft;
        Self {
            id: own.id.to_string(),
            place_id: draft.place.to_string(),
            criteria: draft.criteria.to_string(),
            depth: draft.depth.to_string(),
            source: draft.source.to_string(),
            auditors: json(&draft.auditors),
            planned_on: draft.planned_on.map(|day| day.to_string()),
            audited_on: draft.audited_on.map(|day| day.to_string()),
            sheet: draft.sheet.to_string(),
            state: own.state.to_string(),
            revision: own.revision.number().into(),
            withdrawn: own.withdrawn.as_ref().map(ToString::to_string),
            by_role: own.by.to_string(),
            // PostgreSQL keeps no more.
            at: own.at.trunc_subsecs(6),
            version: own.version,
        }
    }

    pub(in crate::store) fn read(self) -> Result<Audit, Error> {
        let id = self.id.clone();
        self.audit().map_err(|invalid| Error::Corrupt {
            table: "audit",
            id,
            invalid,
        })
    }

    fn audit(self) -> Result<Audit, Invalid> {
        let a_day = |field, text: Option<String>| text.map(|text| day(field, &text)).transpose();
        Ok(Audit {
            id: self.id.parse()?,
            draft: AuditDraft {
                place: self.place_id.parse()?,
                criteria: self.criteria.parse()?,
                depth: self.depth.parse()?,
                source: self.source.parse()?,
                auditors: from_json("auditors", &self.auditors)?,
                planned_on: a_day("planned_on", self.planned_on)?,
                audited_on: a_day("audited_on", self.audited_on)?,
                sheet: from_json("sheet", &self.sheet)?,
            },
            state: self.state.parse()?,
            revision: revision(self.revision)?,
            withdrawn: self.withdrawn.map(|text| text.parse()).transpose()?,
            by: self.by_role.parse()?,
            at: self.at,
            version: self.version,
        })
    }
}

/// A published revision, with the place of its audit.
#[derive(sqlx::FromRow)]
pub(in crate::store) struct PublishedRow {
    audit_id: String,
    revision: i64,
    place_id: String,
    criteria: String,
    depth: String,
    source: String,
    auditors: String,
    audited_on: String,
    published_on: String,
    sheet: String,
    change_reports: i64,
}

impl PublishedRow {
    pub(in crate::store) fn read(self) -> Result<PublishedAudit, Error> {
        let id = self.audit_id.clone();
        self.published().map_err(|invalid| Error::Corrupt {
            table: "audit_publication",
            id,
            invalid,
        })
    }

    fn published(self) -> Result<PublishedAudit, Invalid> {
        Ok(PublishedAudit {
            id: self.audit_id.parse()?,
            revision: revision(self.revision)?,
            place: self.place_id.parse()?,
            criteria: self.criteria.parse()?,
            depth: self.depth.parse()?,
            source: self.source.parse()?,
            auditors: from_json("auditors", &self.auditors)?,
            audited_on: day("audited_on", &self.audited_on)?,
            published_on: day("published_on", &self.published_on)?,
            sheet: from_json("sheet", &self.sheet)?,
            change_reports: integer("change_reports", self.change_reports)?,
        })
    }
}

fn revision(number: i64) -> Result<AuditRevision, Invalid> {
    AuditRevision::new(u32::try_from(number).unwrap_or_default())
}

pub(super) fn from_json<T: serde::de::DeserializeOwned>(
    field: &'static str,
    text: &str,
) -> Result<T, Invalid> {
    serde_json::from_str(text).map_err(|error| Invalid::new(field, error.to_string()))
}
