//! What everybody sees of audits: it changes with the city's revision, and replicas follow.

use std::sync::Arc;

use super::NotKept;
use crate::city::City;
use crate::domain::audit::Audit;
use crate::domain::change::{AuditChange, CityChange, CriteriaText};
use crate::domain::staff::Actor;
use crate::domain::trail::Author;
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

impl City {
    /// Publishes an audit, or withdraws it from the public.
    pub(super) async fn show(
        self: &Arc<Self>,
        after: Audit,
        actor: Actor,
    ) -> Result<Audit, NotKept> {
        let after = after.written(actor.role, self.now());
        let change = AuditChange {
            after: after.clone(),
            day: self.today(),
        };
        let make = move |snapshot: &Snapshot| {
            if snapshot.place(change.after.draft.place).is_none() {
                return Err(NotKept::Unknown);
            }
            Ok(CityChange {
                audits: vec![change.clone()],
                ..CityChange::by(Author::staff(actor))
            })
        };
        self.act(make).await?;
        Ok(after)
    }

    /// Keeps a city's own versions of the criteria, where they are not kept so already. Audits keep the version they were
    /// made with, and every program on the same store has to know it.
    ///
    /// # Errors
    /// What the store says.
    pub async fn keep_criteria(
        self: &Arc<Self>,
        texts: Vec<CriteriaText>,
    ) -> Result<Revision, Error> {
        let kept = self.store().criteria_texts().await?;
        let new: Vec<_> = texts
            .into_iter()
            .filter(|own| !kept.contains(own))
            .collect();
        let make = move |_: &Snapshot| {
            Ok::<_, Error>(CityChange {
                criteria: new.clone(),
                ..CityChange::by(Author::import("criteria"))
            })
        };
        self.act(make).await
    }
}
