//! Messages whose keys are made from the members of types of audits.

use super::tests::of;

/// What pages say of what audits find, and of the criteria.
pub(super) fn of_barriers() -> Vec<String> {
    use crate::barrier_free::catalogue::{Area, Mark, Severity};
    use crate::barrier_free::rating::Reason;
    use crate::domain::audit::{Auditor, Depth, Rating, Verdict};
    [
        of("rating", Rating::ALL),
        of("rating-why", Reason::ALL),
        of("verdict", Verdict::ALL),
        of("auditor", Auditor::ALL),
        of("depth", Depth::ALL),
        of("area", Area::ALL),
        of("severity", Severity::ALL),
        of("severity-about", Severity::ALL),
        of("mark", Mark::ALL),
        of("mark-about", Mark::ALL),
        of("criteria-only", &["indoor", "outdoor"]),
    ]
    .concat()
}
