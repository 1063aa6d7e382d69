//! Audits that a file brings: kept in progress, so that an auditor looks at each before anybody else sees it.

use super::{NotKept, SentAudit};
use crate::city::City;
use crate::domain::audit::life::{AuditRevision, State};
use crate::domain::audit::{Audit, AuditId};
use crate::domain::staff::Role;
use crate::domain::trail::Author;
use crate::store::Hand;

impl City {
    /// An audit as a file brings it, checked against the criteria and the city.
    ///
    /// # Errors
    /// Which rule it breaks.
    pub fn audit_to_take_in(&self, id: AuditId, sent: SentAudit) -> Result<Audit, NotKept> {
        Ok(Audit {
            id,
            draft: self.draft(sent, None)?,
            state: State::InProgress,
            revision: AuditRevision::FIRST,
            withdrawn: None,
            by: Role::Admin,
            at: self.now(),
            version: 1,
        })
    }

    /// Keeps the audits that a file brings, all or none, and tells of each whether it is new; one that was taken in before stays
    /// as it is now.
    ///
    /// # Errors
    /// What the store says.
    pub async fn take_in_audits(&self, audits: &[Audit]) -> Result<Vec<bool>, NotKept> {
        let by = Hand {
            author: Author::import("audits"),
            at: self.now(),
        };
        Ok(self.store().add_audits(audits, &by).await?)
    }
}
