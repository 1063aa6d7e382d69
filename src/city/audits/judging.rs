//! What an audit would say if it were published as it is.

use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::{Basis, Ratings, Sheet};
use crate::domain::audit::AuditDraft;
use crate::snapshot::Snapshot;

/// An audit with a verdict about each of its criteria.
#[derive(Debug)]
pub struct Judged {
    /// What was read off.
    pub sheet: Sheet,
    /// One verdict for each criterion.
    pub verdicts: Verdicts,
    /// What ratings stand on.
    pub basis: Basis,
}

impl Judged {
    /// What a draft says so far; none where its criteria or its place are not known here.
    #[must_use]
    pub fn of(snapshot: &Snapshot, draft: &AuditDraft) -> Option<Self> {
        let catalogue = snapshot.criteria().version(draft.criteria.as_str())?;
        let sheet = Sheet::from_json(catalogue, &draft.sheet).ok()?;
        let kind = snapshot.place(draft.place)?.place.kind;
        Some(Self {
            verdicts: Verdicts::of(&sheet, kind),
            sheet,
            basis: Basis {
                source: draft.source,
                depth: draft.depth,
            },
        })
    }

    /// What would follow for each need.
    #[must_use]
    pub fn ratings(&self) -> Ratings {
        Ratings::of(self.sheet.catalogue(), &self.verdicts, self.basis)
    }
}
