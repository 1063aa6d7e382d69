//! What shall be done first: whom a measure lets in, and the score with its parts (specification, B.6).

use serde::Serialize;

use crate::barrier_free::catalogue::Catalogue;
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::rating::{Basis, Ratings};
use crate::domain::Need;
use crate::domain::audit::measure::CostClass;
use crate::domain::audit::{CriterionId, Rating};

/// What a measure changes for people of one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unblocked {
    /// The need.
    pub need: Need,
    /// The rating as it is.
    pub before: Rating,
    /// The rating as it would be.
    pub after: Rating,
}

impl Unblocked {
    /// How much better it gets: none to partial 2, partial to full 1. Of what is unknown nothing is claimed.
    #[must_use]
    pub const fn steps(self) -> u32 {
        match (self.before, self.after) {
            (Rating::None, Rating::Partial) => 2,
            (Rating::None, Rating::Full) => 3,
            (Rating::Partial, Rating::Full) => 1,
            _ => 0,
        }
    }
}

/// What meeting `criteria` would change at a place with `verdicts`: the needs for which something gets better.
#[must_use]
pub fn unblocked<'a>(
    catalogue: &Catalogue,
    verdicts: &Verdicts,
    basis: Basis,
    criteria: impl IntoIterator<Item = &'a CriterionId>,
) -> Vec<Unblocked> {
    let criteria: Vec<_> = criteria.into_iter().map(CriterionId::as_str).collect();
    let before = Ratings::of(catalogue, verdicts, basis);
    let after = Ratings::of(catalogue, &verdicts.with_met(catalogue, &criteria), basis);
    let all = Need::ALL.iter().map(|need| Unblocked {
        need: *need,
        before: before.rated(*need).rating,
        after: after.rated(*need).rating,
    });
    all.filter(|own| own.steps() > 0).collect()
}

/// The priority of a measure with everything that it is made of. A proposal: the parts are always shown beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Priority {
    /// Residents within 15 minutes on foot at the speed of older people; absent where nobody knows where people live.
    pub residents: Option<u32>,
    /// [`Unblocked::steps`] of all needs together.
    pub steps: u32,
    /// What the cost class divides by; absent where nobody has an idea of the cost.
    pub cost_weight: Option<u32>,
    /// Residents times steps by weight; absent where a part is.
    pub score: Option<f64>,
}

impl Priority {
    /// The priority that follows from its parts.
    #[must_use]
    pub fn new(residents: Option<u32>, unblocked: &[Unblocked], cost: Option<CostClass>) -> Self {
        let steps = unblocked.iter().map(|own| own.steps()).sum();
        let cost_weight = cost.map(CostClass::weight);
        let score = residents
            .zip(cost_weight)
            .map(|(residents, weight)| f64::from(residents) * f64::from(steps) / f64::from(weight));
        Self {
            residents,
            steps,
            cost_weight,
            score,
        }
    }
}
