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
pub(in crate::city) type KnownCourses = std::sync::Mutex<Option<(Revision, Arc<Courses>)>>;

impl City {
    /// What was said of each place from which day on, as `snapshot` knows its criteria and kinds.
    ///
    /// # Errors
    /// What the store says.
    pub async fn audit_courses(&self, snapshot: &Arc<Snapshot>) -> Result<Arc<Courses>, Error> {
        let revision = snapshot.revision();
        if let Some(known) = self.known_courses(revision) {
            return Ok(known);
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
        if let Ok(mut kept) = self.courses.lock() {
            *kept = Some((revision, Arc::clone(&courses)));
        }
        Ok(courses)
    }

    fn known_courses(&self, revision: Revision) -> Option<Arc<Courses>> {
        let kept = self.courses.lock().ok()?;
        let (known, courses) = kept.as_ref()?;
        (*known == revision).then(|| Arc::clone(courses))
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
