//! Messages about audits whose keys are made from the members of a type.

use crate::domain::audit::life::{Move, State};
use crate::domain::audit::measure::{CostClass, Progress};
use crate::domain::audit::{Auditor, Depth, Rating, Source, Verdict};

fn of<T: ToString>(name: &str, all: &[T]) -> Vec<String> {
    let all = all.iter().map(ToString::to_string);
    all.map(|own| format!("staff-{name}-{own}")).collect()
}

/// All of them.
pub(super) fn families() -> Vec<String> {
    [
        of("audit-state", State::ALL),
        of("audit-move", Move::ALL),
        of("audit-depth", Depth::ALL),
        of("audit-source", Source::ALL),
        of("auditor", Auditor::ALL),
        of("verdict", Verdict::ALL),
        of("rating", Rating::ALL),
        of("cost", CostClass::ALL),
        of("measure", Progress::ALL),
    ]
    .concat()
}
