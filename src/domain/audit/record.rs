//! An audit as it is kept while somebody works on it, and as it is published.

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::domain::audit::life::{AuditRevision, HOLDS_MONTHS, Move, Since, State};
use crate::domain::audit::{CatalogueVersion, Depth, Source};
use crate::domain::choice::choice;
use crate::domain::identity::told_as_uuid;
use crate::domain::note::Note;
use crate::domain::staff::Role;
use crate::domain::trail::{Action, Author, NewEntry, Subject};
use crate::domain::{Invalid, PlaceId};

/// What the trail calls an audit, before its id.
pub const AUDIT: &str = "audit";

/// The identity of an audit. Whoever begins it makes it, also without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AuditId(pub Uuid);

told_as_uuid!(AuditId: "audit");

choice! {
    /// Who was on the spot; never a name. Audits are best made in pairs: one measures, one judges the use.
    Auditor: "auditors" {
        /// Somebody of the city.
        City = "city",
        /// Somebody who lives with the need in question.
        Expert = "expert_by_experience",
        /// Somebody who gives their time.
        Volunteer = "volunteer",
        /// An office that the city has charged with it.
        Contractor = "contractor",
    }
}

/// What somebody writes down of an audit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditDraft {
    /// The place.
    pub place: PlaceId,
    /// The version of the criteria.
    pub criteria: CatalogueVersion,
    /// How much is looked at.
    pub depth: Depth,
    /// Who says it: an audit, or whoever runs the place.
    pub source: Source,
    /// Who was on the spot, each sort once.
    pub auditors: Vec<Auditor>,
    /// The day for which it is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
    /// The day on which somebody was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audited_on: Option<NaiveDate>,
    /// What was read off, as `barrier_free::Sheet` writes it.
    pub sheet: Value,
}

impl AuditDraft {
    /// Whether nothing was read off yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.sheet.as_object().is_none_or(serde_json::Map::is_empty)
    }

    /// What an audit must say before something is done with it on a day.
    ///
    /// # Errors
    /// Names what is missing or cannot be.
    pub fn check_for(&self, what: Move, today: NaiveDate) -> Result<(), Invalid> {
        let needs_people = matches!(what, Move::Schedule | Move::Complete | Move::Publish);
        if needs_people && self.auditors.is_empty() {
            return Err(Invalid::new("auditors", "must say who is on the spot"));
        }
        if what == Move::Schedule && self.planned_on.is_none() {
            return Err(Invalid::new(
                "planned_on",
                "must be the day it is planned for",
            ));
        }
        if matches!(what, Move::Complete | Move::Publish) {
            let day = self.audited_on;
            let day =
                day.ok_or_else(|| Invalid::new("audited_on", "must be the day of the audit"))?;
            if day > today {
                let rule = format!("must not be after today ({today})");
                return Err(Invalid::new("audited_on", rule));
            }
        }
        Ok(())
    }
}

/// An audit that is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audit {
    /// Its identity.
    pub id: AuditId,
    /// What it says.
    #[serde(flatten)]
    pub draft: AuditDraft,
    /// How far it is.
    pub state: State,
    /// Which revision is worked on.
    pub revision: AuditRevision,
    /// Why nobody is to see it any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Note>,
    /// The role of whoever last wrote it.
    pub by: Role,
    /// When it was last written.
    pub at: DateTime<Utc>,
    /// How often it was written: 1, 2, 3 and so on.
    pub version: i64,
}

impl Audit {
    /// Whether a revision of it was ever published.
    #[must_use]
    pub fn was_published(&self) -> bool {
        self.state == State::Published || self.revision > AuditRevision::FIRST
    }

    /// Whether nobody was on the spot: it came with the sample city as it is. Nobody completes an audit of one's own without
    /// saying who was there.
    #[must_use]
    pub fn is_made_up(&self) -> bool {
        self.state == State::Published && self.draft.auditors.is_empty()
    }

    /// What the trail says of it: how far it is, and never what it found.
    #[must_use]
    pub fn entry(&self, by: &Author, action: Action) -> NewEntry {
        let said = match self.withdrawn {
            Some(_) => "withdrawn".to_owned(),
            None => format!("{}, revision {}", self.state, self.revision.number()),
        };
        NewEntry::new(by, action, Subject::of(AUDIT, self.id)).saying(said)
    }

    /// The same, written by somebody at a moment.
    #[must_use]
    pub fn written(self, by: Role, at: DateTime<Utc>) -> Self {
        Self {
            by,
            at,
            version: self.version + 1,
            ..self
        }
    }
}

/// A revision of an audit that everybody sees; it never changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedAudit {
    /// The audit.
    pub id: AuditId,
    /// Its revision.
    pub revision: AuditRevision,
    /// The place.
    pub place: PlaceId,
    /// The version of the criteria.
    pub criteria: CatalogueVersion,
    /// How much was looked at.
    pub depth: Depth,
    /// Who says it.
    pub source: Source,
    /// Who was on the spot.
    pub auditors: Vec<Auditor>,
    /// The day of the audit.
    pub audited_on: NaiveDate,
    /// The day of its publication.
    pub published_on: NaiveDate,
    /// What was read off.
    pub sheet: Value,
    /// How many reports of a change at the place the city has accepted that came after the day of the audit. It is no part of
    /// what was published.
    #[serde(skip)]
    pub change_reports: u32,
}

impl PublishedAudit {
    /// What has happened to the place since, as far as the audit itself knows.
    #[must_use]
    pub const fn since(&self) -> Since {
        Since {
            audited_on: self.audited_on,
            implemented_on: None,
            rebuilt_on: None,
            change_reports: self.change_reports,
        }
    }

    /// Whether nobody was on the spot: what came with the sample city is made up, and has to be called so.
    #[must_use]
    pub fn is_made_up(&self) -> bool {
        self.auditors.is_empty()
    }

    /// The last day on which it says something certain.
    #[must_use]
    pub fn holds_until(&self) -> NaiveDate {
        let end = self
            .audited_on
            .checked_add_months(Months::new(HOLDS_MONTHS));
        end.unwrap_or(NaiveDate::MAX)
    }

    /// Whether it counts and not `other` about the same place: what somebody measured before what is made up, then the later
    /// on the spot, then the later in public.
    #[must_use]
    pub fn counts_before(&self, other: &Self) -> bool {
        let rank = |own: &Self| {
            let days = (own.audited_on, own.published_on);
            (!own.is_made_up(), days, own.revision, own.id)
        };
        rank(self) > rank(other)
    }
}

/// A revision that was ever published, and when its audit was withdrawn, if it was.
#[derive(Clone, Debug, PartialEq)]
pub struct OncePublished {
    /// What was published.
    pub audit: PublishedAudit,
    /// From then on nobody outside saw it.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> AuditDraft {
        AuditDraft {
            place: PlaceId(Uuid::nil()),
            criteria: "lb-draft-1".parse().unwrap(),
            depth: Depth::Quick,
            source: Source::Audit,
            auditors: vec![Auditor::City, Auditor::Expert],
            planned_on: None,
            audited_on: "2026-03-04".parse().ok(),
            sheet: serde_json::json!({}),
        }
    }

    #[test]
    fn what_is_completed_names_a_day_that_was_and_who_was_there() {
        let today = "2026-03-04".parse().unwrap();
        assert!(draft().check_for(Move::Complete, today).is_ok());
        let yesterday = "2026-03-03".parse().unwrap();
        let early = draft().check_for(Move::Publish, yesterday).unwrap_err();
        assert_eq!(early.field, "audited_on");
        let nobody = AuditDraft {
            auditors: Vec::new(),
            ..draft()
        };
        let nobody = nobody.check_for(Move::Complete, today).unwrap_err();
        assert_eq!(nobody.field, "auditors");
        let undated = draft().check_for(Move::Schedule, today).unwrap_err();
        assert_eq!(undated.field, "planned_on");
    }
}
