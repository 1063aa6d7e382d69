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

    /// Keeps a city's own versions of the criteria, where they are not kept so already, each from a file. Audits keep the
    /// version they were made with, and every program on the same store has to know it.
    ///
    /// # Errors
    /// [`Error::CriteriaInUse`] when a file says something else under the name of a version that audits were made with, or
    /// what the store says.
    pub async fn keep_criteria(
        self: &Arc<Self>,
        files: Vec<(String, CriteriaText)>,
    ) -> Result<Revision, Error> {
        let used = self.store().criteria_of_audits().await?;
        let mut new = Vec::new();
        for (file, own) in files {
            let snapshot = self.snapshot();
            let known = snapshot.criteria().version(own.version.as_str());
            // What came with the program may stand in the folder too: it says the same.
            if known.is_some_and(|known| known.to_toml() == &*own.content) {
                continue;
            }
            if known.is_some() && used.contains(&own.version) {
                let version = own.version;
                return Err(Error::CriteriaInUse { file, version });
            }
            new.push(own);
        }
        let make = move |_: &Snapshot| {
            Ok::<_, Error>(CityChange {
                criteria: new.clone(),
                ..CityChange::by(Author::import("criteria"))
            })
        };
        self.act(make).await
    }
}
