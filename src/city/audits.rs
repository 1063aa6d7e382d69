//! Audits on their way from the plan to the public.
//!
//! Whoever is on the spot makes the identity of an audit and sends the whole of it, as often as it takes: the same twice changes
//! nothing. Two people who audit one place have two audits, and both are kept.

mod comparing;
mod judging;
mod measures;
mod past;
mod photos;
mod publishing;
mod taking_in;

pub use comparing::Differing;
pub use judging::Judged;
pub(super) use past::KnownCourses;

use std::sync::Arc;

use super::City;
use crate::barrier_free::{Catalogue, Sheet};
use crate::domain::audit::life::{AuditRevision, Move, State};
use crate::domain::audit::{Audit, AuditDraft, AuditId, Auditor, Depth, Source};
use crate::domain::note::Note;
use crate::domain::staff::{Actor, Roles};
use crate::domain::{Invalid, PlaceId};
use crate::error::Error;
use crate::store::Hand;

/// Why an audit is not written.
#[derive(Debug)]
pub enum NotKept {
    /// Something breaks a rule.
    Rule(Invalid),
    /// There is no such audit or measure.
    Unknown,
    /// It is another than it was seen to be; or nobody said as what they had seen it.
    Meanwhile {
        /// Whether somebody said so.
        is_said: bool,
    },
    /// The store failed.
    Failed(Error),
}

impl From<Invalid> for NotKept {
    fn from(invalid: Invalid) -> Self {
        Self::Rule(invalid)
    }
}

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        match error {
            Error::OutdatedAudit(_) => Self::Meanwhile { is_said: true },
            other => Self::Failed(other),
        }
    }
}

/// An audit as somebody sends it.
#[derive(Clone, Debug)]
pub struct SentAudit {
    /// The place.
    pub place: PlaceId,
    /// The version of the criteria; without it that of the audit, or of a new one that which holds today.
    pub criteria: Option<String>,
    /// How much is looked at.
    pub depth: Depth,
    /// Who says it.
    pub source: Source,
    /// Who is on the spot.
    pub auditors: Vec<Auditor>,
    /// The day for which it is planned.
    pub planned_on: Option<chrono::NaiveDate>,
    /// The day on which somebody was there.
    pub audited_on: Option<chrono::NaiveDate>,
    /// What was read off, as [`Sheet::from_json`] reads it.
    pub sheet: serde_json::Value,
}

/// What became of an audit that was sent.
#[derive(Debug)]
pub struct SavedAudit {
    /// The audit.
    pub audit: Audit,
    /// Whether there was none before.
    pub is_new: bool,
}

impl City {
    /// Keeps an audit as it is sent: a new one, or in place of the version that was `seen`. What is so already is nobody's
    /// loss, whatever was seen.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn save_audit(
        &self,
        actor: Actor,
        (id, seen): (AuditId, Option<i64>),
        sent: SentAudit,
    ) -> Result<SavedAudit, NotKept> {
        let Some(before) = self.store().audit(id).await? else {
            let draft = self.draft(sent, None)?;
            let state = if draft.is_blank() {
                State::Planned
            } else {
                State::Planned.after(Move::Begin, &roles(actor))?
            };
            return self.begin_audit(actor, id, (draft, state)).await;
        };
        let draft = self.draft(sent, Some(&before))?;
        if draft == before.draft {
            return Ok(SavedAudit {
                audit: before,
                is_new: false,
            });
        }
        check_seen(&before, seen)?;
        let state = state_after_saving(&before, &draft, actor)?;
        let is_step = state != before.state
            || draft.planned_on != before.draft.planned_on
            || draft.auditors != before.draft.auditors;
        let after = Audit {
            draft,
            state,
            ..before
        };
        self.write(after, actor, is_step).await.map(saved)
    }

    /// Plans an audit, and schedules it in the same step where day and people are said. Sent twice it is planned once.
    ///
    /// # Errors
    /// Why it is not written; another one under the same identity is [`NotKept::Meanwhile`].
    pub async fn plan_audit(
        &self,
        actor: Actor,
        id: AuditId,
        sent: SentAudit,
    ) -> Result<SavedAudit, NotKept> {
        let draft = self.draft(sent, None)?;
        let is_complete = draft.check_for(Move::Schedule, self.today()).is_ok();
        let state = if is_complete {
            State::Planned.after(Move::Schedule, &roles(actor))?
        } else {
            State::Planned
        };
        match self.store().audit(id).await? {
            None => self.begin_audit(actor, id, (draft, state)).await,
            Some(before) if before.draft == draft => Ok(saved(before)),
            Some(_) => Err(NotKept::Meanwhile { is_said: false }),
        }
    }

    async fn begin_audit(
        &self,
        actor: Actor,
        id: AuditId,
        (draft, state): (AuditDraft, State),
    ) -> Result<SavedAudit, NotKept> {
        let audit = Audit {
            id,
            draft,
            state,
            revision: AuditRevision::FIRST,
            withdrawn: None,
            by: actor.role,
            at: self.now(),
            version: 1,
        };
        let by = Hand::of(actor, self.now());
        if !self.store().add_audit(&audit, &by).await? {
            // Sent twice at the same moment: whoever sends it again finds the other.
            return Err(NotKept::Meanwhile { is_said: true });
        }
        Ok(SavedAudit {
            audit,
            is_new: true,
        })
    }

    /// Takes an audit a step further.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn move_audit(
        self: &Arc<Self>,
        actor: Actor,
        (id, seen): (AuditId, Option<i64>),
        what: Move,
    ) -> Result<Audit, NotKept> {
        let before = self.audit_seen(id, seen).await?;
        let state = before.state.after(what, &roles(actor))?;
        before.draft.check_for(what, self.today())?;
        let after = Audit { state, ..before };
        if what == Move::Publish {
            return self.show(after, actor).await;
        }
        self.write(after, actor, true).await
    }

    /// Begins a new revision of a published audit. What is published stays until the new one is.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn correct_audit(
        &self,
        actor: Actor,
        (id, seen): (AuditId, Option<i64>),
    ) -> Result<Audit, NotKept> {
        let before = self.audit_seen(id, seen).await?;
        let (revision, state) = before.revision.correction_of(before.state)?;
        let after = Audit {
            state,
            revision,
            ..before
        };
        self.write(after, actor, true).await
    }

    /// Withdraws an audit, for a reason: nobody outside sees it any more, and nothing is done with it.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn withdraw_audit(
        self: &Arc<Self>,
        actor: Actor,
        (id, seen): (AuditId, Option<i64>),
        reason: Note,
    ) -> Result<Audit, NotKept> {
        let before = self.audit_seen(id, seen).await?;
        let is_public = before.was_published();
        let after = Audit {
            withdrawn: Some(reason),
            ..before
        };
        if is_public {
            return self.show(after, actor).await;
        }
        self.write(after, actor, true).await
    }

    async fn write(&self, after: Audit, actor: Actor, is_step: bool) -> Result<Audit, NotKept> {
        let after = after.written(actor.role, self.now());
        let by = Hand::of(actor, self.now());
        if self.store().change_audit(&after, &by, is_step).await? {
            Ok(after)
        } else {
            Err(NotKept::Meanwhile { is_said: true })
        }
    }

    /// An audit that may still be changed, as somebody has seen it.
    async fn audit_seen(&self, id: AuditId, seen: Option<i64>) -> Result<Audit, NotKept> {
        let own = self.store().audit(id).await?.ok_or(NotKept::Unknown)?;
        check_seen(&own, seen)?;
        Ok(own)
    }

    /// What was sent, checked against the criteria and the city.
    fn draft(&self, sent: SentAudit, before: Option<&Audit>) -> Result<AuditDraft, NotKept> {
        let snapshot = self.snapshot();
        if before.is_some_and(|own| own.draft.place != sent.place) {
            return Err(Invalid::new("place", "an audit stays with its place").into());
        }
        if snapshot.place(sent.place).is_none() {
            return Err(Invalid::new("place", "must be a place of the city").into());
        }
        if sent.source == Source::Osm {
            let rule = "must be audit or self_declared: nobody audits tags";
            return Err(Invalid::new("source", rule).into());
        }
        let catalogue = match (&sent.criteria, before) {
            (Some(version), _) => self.catalogue(version)?,
            (None, Some(own)) => self.catalogue(own.draft.criteria.as_str())?,
            (None, None) => Arc::clone(snapshot.criteria().current(self.today())),
        };
        let mut auditors = sent.auditors;
        auditors.sort_unstable();
        auditors.dedup();
        Ok(AuditDraft {
            place: sent.place,
            criteria: catalogue.version.clone(),
            depth: sent.depth,
            source: sent.source,
            auditors,
            planned_on: sent.planned_on,
            audited_on: sent.audited_on,
            sheet: read_sheet(&catalogue, &sent.sheet)?.to_json(),
        })
    }

    fn catalogue(&self, version: &str) -> Result<Arc<Catalogue>, Invalid> {
        let snapshot = self.snapshot();
        let known = snapshot.criteria().version(version).cloned();
        known.ok_or_else(|| {
            let all: Vec<_> = snapshot
                .criteria()
                .iter()
                .map(|own| own.version.to_string())
                .collect();
            Invalid::new("criteria", format!("must be one of {}", all.join(", ")))
        })
    }

    pub(super) fn today(&self) -> chrono::NaiveDate {
        self.snapshot().date_at(self.now())
    }
}

/// Whether an audit may still be changed by somebody who has seen a version of it.
fn check_seen(own: &Audit, seen: Option<i64>) -> Result<(), NotKept> {
    if seen != Some(own.version) {
        let is_said = seen.is_some();
        return Err(NotKept::Meanwhile { is_said });
    }
    if own.withdrawn.is_some() {
        return Err(Invalid::new("state", "was withdrawn: begin another audit").into());
    }
    Ok(())
}

/// What somebody may write into an audit, and how far it is then: whoever notes the first answer begins it.
fn state_after_saving(before: &Audit, draft: &AuditDraft, actor: Actor) -> Result<State, Invalid> {
    match before.state {
        State::Completed => Err(Invalid::new("state", "is completed: reopen it first")),
        State::Published => Err(Invalid::new(
            "state",
            "is published and never changes: begin a correction first",
        )),
        State::InProgress if !Move::Begin.roles().contains(&actor.role) => {
            Err(Invalid::new("state", "is in progress: auditors write it"))
        }
        State::InProgress => Ok(State::InProgress),
        planned if draft.is_blank() => Ok(planned),
        planned => planned.after(Move::Begin, &roles(actor)),
    }
}

fn read_sheet(catalogue: &Arc<Catalogue>, value: &serde_json::Value) -> Result<Sheet, Invalid> {
    Sheet::from_json(catalogue, value)
        .map_err(|invalid| Invalid::new(format!("sheet.{}", invalid.field), invalid.reason))
}

pub(super) fn roles(actor: Actor) -> Roles {
    [actor.role].into_iter().collect()
}

const fn saved(audit: Audit) -> SavedAudit {
    SavedAudit {
        audit,
        is_new: false,
    }
}
