//! What shall be done first: whom a measure lets in, and the score with its parts (specification, B.6).

use serde::Serialize;

use crate::barrier_free::Truth;
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

/// A place as an audit found it, and as it would be if some criteria were met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Improved {
    /// As it is.
    pub before: Ratings,
    /// As it would be.
    pub after: Ratings,
}

impl Improved {
    /// What meeting `criteria` would change at a place with `verdicts`.
    #[must_use]
    pub fn of<'a>(
        catalogue: &Catalogue,
        verdicts: &Verdicts,
        basis: Basis,
        criteria: impl IntoIterator<Item = &'a CriterionId>,
    ) -> Self {
        let criteria: Vec<_> = criteria.into_iter().map(CriterionId::as_str).collect();
        let met = verdicts.with_met(catalogue, &criteria);
        Self {
            before: Ratings::of(catalogue, verdicts, basis),
            after: Ratings::of(catalogue, &met, basis),
        }
    }

    /// The needs for which something gets better.
    #[must_use]
    pub fn unblocked(&self) -> Vec<Unblocked> {
        let all = Need::ALL.iter().map(|need| Unblocked {
            need: *need,
            before: self.before.rated(*need).rating,
            after: self.after.rated(*need).rating,
        });
        all.filter(|own| own.steps() > 0).collect()
    }

    /// The needs for which the place can be used only then.
    #[must_use]
    pub fn newly_usable(&self) -> Vec<Need> {
        let all = self.unblocked().into_iter();
        let new = all.filter(|own| own.before == Rating::None);
        new.map(|own| own.need).collect()
    }

    /// Whether the place fails the minimum (S1) and would meet it. Where nobody knows whether it does, nothing is claimed, unless
    /// it would even meet the standard.
    #[must_use]
    pub fn newly_meets_minimum(&self) -> bool {
        match [self.before, self.after].map(|own| own.meets_minimum()) {
            [Truth::No, Truth::Yes] => true,
            [Truth::Unknown, Truth::Yes] => self.newly_meets_standard(),
            _ => false,
        }
    }

    /// Whether the place fails the standard (S2) and would meet it.
    #[must_use]
    pub fn newly_meets_standard(&self) -> bool {
        [self.before, self.after].map(|own| own.meets_standard()) == [Truth::No, Truth::Yes]
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
    Improved::of(catalogue, verdicts, basis, criteria).unblocked()
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
