//! Which criteria touch a need, and how much they matter to it.

use super::criteria_set::CriteriaSet;
use super::{Criterion, Severity};
use crate::domain::Need;

/// The criteria that touch a need: blocking, major, minor.
pub(in crate::barrier_free) type Touching = [CriteriaSet; Severity::ALL.len()];

/// For each need, the criteria that touch it.
#[derive(Debug)]
pub(super) struct Touched([Touching; Need::ALL.len()]);

impl Touched {
    pub(super) fn by(criteria: &[Criterion]) -> Self {
        let of = |need: Need, severity: Severity| {
            CriteriaSet::of(criteria, |own| own.severity_for(need) == Some(severity))
        };
        let severities = [Severity::Blocking, Severity::Major, Severity::Minor];
        Self(std::array::from_fn(|at| {
            severities.map(|severity| of(Need::ALL[at], severity))
        }))
    }

    pub(super) const fn need(&self, need: Need) -> Touching {
        self.0[need as usize]
    }
}
