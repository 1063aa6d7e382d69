//! What the public was told of audits in the past: read from the store when somebody first asks at a revision, and held until
//! the next.

use std::sync::Arc;

use crate::barrier_free::course::{Courses, Found, Shown};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::{Basis, Ratings, Sheet};
use crate::city::City;
use crate::domain::audit::PublishedAudit;
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

/// What was last worked out, and for which revision.
///
/// Whoever asks while somebody reads waits for what that gives.
pub(in crate::city) type KnownCourses = tokio::sync::Mutex<Option<(Revision, Arc<Courses>)>>;

impl City {
    /// What was said of each place from which day on, as `snapshot` knows its criteria and kinds.
    ///
    /// # Errors
    /// What the store says.
    pub async fn audit_courses(&self, snapshot: &Arc<Snapshot>) -> Result<Arc<Courses>, Error> {
        let revision = snapshot.revision();
        let mut kept = self.courses.lock().await;
        if let Some((_, known)) = kept.as_ref().filter(|(own, _)| *own == revision) {
            return Ok(Arc::clone(known));
        }
        let all = self.store().once_published().await?;
        let own = Arc::clone(snapshot);
        let work = move || {
            let shown = all.into_iter().map(|once| Shown {
                withdrawn_on: once.withdrawn_at.map(|at| own.date_at(at)),
                audit: once.audit,
            });
            Courses::of(shown, |audit| found(&own, audit))
        };
        let courses = Arc::new(tokio::task::spawn_blocking(work).await?);
        // Whoever still asks about an older revision takes nothing from those who ask about the newest.
        if kept.as_ref().is_none_or(|(own, _)| *own < revision) {
            *kept = Some((revision, Arc::clone(&courses)));
        }
        drop(kept);
        Ok(courses)
    }
}

/// What a revision says of its place, whatever counts now.
fn found(snapshot: &Snapshot, audit: &PublishedAudit) -> Found {
    let ratings = || {
        let catalogue = snapshot.criteria().version(audit.criteria.as_str())?;
        let sheet = Sheet::from_json(catalogue, &audit.sheet).ok()?;
        let kind = snapshot.place(audit.place)?.place.kind;
        let basis = Basis {
            source: audit.source,
            depth: audit.depth,
        };
        let verdicts = Verdicts::of(&sheet, kind);
        Some(Ratings::of(sheet.catalogue(), &verdicts, basis))
    };
    Found::of(ratings().as_ref())
}
