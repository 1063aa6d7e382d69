//! What a criterion touches, so written that the criteria of a place are counted for all needs and severities at once.

use super::{Criterion, Severity};
use crate::domain::Need;

/// One lane for each need and severity, and some to spare: a processor adds sixteen at a time.
const LANES: usize = 32;

/// The most criteria of a catalogue: no lane counts further.
pub(super) const MOST_CRITERIA: usize = u8::MAX as usize;

const _: () = assert!(Need::ALL.len() * Severity::ALL.len() <= LANES);

/// A number for each need and severity.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::barrier_free) struct Lanes([u8; LANES]);

impl Lanes {
    /// One where a criterion touches a need, by how much it matters.
    pub(super) fn touched_by(criterion: &Criterion) -> Self {
        let mut own = Self::default();
        for need in Need::ALL {
            if let Some(severity) = criterion.severity_for(*need) {
                own.0[lane(*need as usize, severity)] = 1;
            }
        }
        own
    }

    /// Adds lane by lane.
    #[inline]
    pub(in crate::barrier_free) fn add(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own = own.wrapping_add(*more);
        }
    }

    /// How many there are for a need, by its position, of a severity.
    #[inline]
    pub(in crate::barrier_free) fn count(&self, need: usize, severity: Severity) -> u32 {
        self.0[lane(need, severity)].into()
    }
}

const fn lane(need: usize, severity: Severity) -> usize {
    need * Severity::ALL.len() + severity as usize
}
