//! The tests of all criteria in a row, so written that a sheet is judged without a branch that depends on what was read off:
//! what a processor cannot foresee costs it more than looking at everything.

use super::criteria_set::CriteriaSet;
use super::{Bound, Condition, Criterion, Level, Test, Threshold, Where};
use crate::barrier_free::Truth;
use crate::barrier_free::sheet::UNKNOWN;
use crate::domain::Class;

/// For which criteria something holds, for which it does not, and for which nobody knows.
#[derive(Clone, Copy, Default)]
pub(in crate::barrier_free) struct Held {
    pub yes: CriteriaSet,
    pub no: CriteriaSet,
    pub unknown: CriteriaSet,
}

/// All that is asked to judge a sheet.
#[derive(Debug)]
pub(in crate::barrier_free) struct Probes {
    /// Of each level, the alternatives of each criterion.
    levels: [Box<[Alternatives]>; Level::ALL.len()],
    /// Every criterion.
    all: CriteriaSet,
    /// The criteria about places of each class.
    about: [CriteriaSet; Class::ALL.len()],
    /// The criteria that apply under no condition.
    unconditional: CriteriaSet,
    /// The criteria that apply under each condition.
    under: Box<[CriteriaSet]>,
}

/// Alternatives of which one is enough.
type Alternatives = Box<[Box<[Probe]>]>;

/// One test.
#[derive(Clone, Copy, Debug)]
struct Probe {
    slot: usize,
    low: i32,
    high: i32,
    /// Which of the first 32 numbers are good; of a range all are.
    choices: u32,
}

impl Probe {
    fn of(test: &Test) -> Self {
        let (low, high, choices) = match test.bound {
            Bound::Range { low, high } => (low, high, u32::MAX),
            Bound::Among(choices) => (0, i32::MAX, choices),
        };
        Self {
            slot: test.slot,
            low,
            high,
            choices,
        }
    }

    /// Whether what was read off is so, and whether it is not.
    #[inline]
    #[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
    fn asks(self, cells: &[i32]) -> (bool, bool) {
        let cell = cells[self.slot];
        let is_known = cell != UNKNOWN;
        let is_chosen = self.choices >> (cell & 31) & 1 == 1;
        let holds = (self.low <= cell) & (cell <= self.high) & is_chosen;
        (is_known & holds, is_known & !holds)
    }
}

impl Probes {
    pub(super) fn of(criteria: &[Criterion], conditions: &[Condition]) -> Self {
        let level = |of: fn(&Criterion) -> &Threshold| {
            let alternatives = |threshold: &Threshold| -> Alternatives {
                let tests = threshold.iter().map(|tests| tests.iter());
                tests.map(|own| own.map(Probe::of).collect()).collect()
            };
            criteria.iter().map(|own| alternatives(of(own))).collect()
        };
        let under = |at| CriteriaSet::of(criteria, |own| own.applies == Some(at));
        let about = |cls| CriteriaSet::of(criteria, |own| Where::is_about(own.cls, cls));
        Self {
            levels: [level(|own| &own.standard), level(|own| &own.minimum)],
            all: CriteriaSet::of(criteria, |_| true),
            about: std::array::from_fn(|at| about(Class::ALL[at])),
            unconditional: CriteriaSet::of(criteria, |own| own.applies.is_none()),
            under: (0..conditions.len()).map(under).collect(),
        }
    }

    /// The criteria whose threshold of a level is met by what was read off.
    pub(in crate::barrier_free) fn met(&self, level: Level, cells: &[i32]) -> Held {
        let (mut yes, mut no) = (CriteriaSet::default(), CriteriaSet::default());
        for alternatives in self.levels[level as usize].iter().rev() {
            let (mut is_met, mut is_failed) = (false, true);
            for alternative in alternatives {
                let (mut all, mut not_all) = (true, false);
                for probe in alternative {
                    let (holds, fails) = probe.asks(cells);
                    all &= holds;
                    not_all |= fails;
                }
                is_met |= all;
                is_failed &= not_all;
            }
            yes = yes.after(is_met);
            no = no.after(is_failed);
        }
        Held {
            yes,
            no,
            unknown: self.all & !(yes | no),
        }
    }

    /// The criteria that speak of something that there is at a place of a class where conditions hold so.
    pub(in crate::barrier_free) fn applying(&self, cls: Class, conditions: &[Truth]) -> Held {
        let about = self.about[cls as usize];
        let [mut yes, mut unknown] = [self.unconditional, CriteriaSet::default()];
        for (truth, under) in conditions.iter().zip(&self.under) {
            match truth {
                Truth::Yes => yes |= *under,
                Truth::Unknown => unknown |= *under,
                Truth::No => {}
            }
        }
        let (yes, unknown) = (yes & about, unknown & about);
        Held {
            yes,
            no: self.all & !(yes | unknown),
            unknown,
        }
    }
}
