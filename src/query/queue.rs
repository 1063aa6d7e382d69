//! Which suggestions are asked for: the same parameters for the desk and its API.

use crate::domain::suggestion::{Decision, Matter, QueueFilter};
use crate::domain::{DistrictId, Invalid, KindId};
use crate::query::place::place_kinds;
use crate::query::{Param, Params, Schema};

/// The parameters that narrow the queue of suggestions.
pub const QUEUE_PARAMS: &[Param] = &[
    Param::optional(
        "state",
        Schema::OneOf(states),
        "What became of them; open when left out.",
    ),
    Param::optional(
        "matter",
        Schema::OneOf(matters),
        "Whether a place is said to be missing, wrong or gone.",
    ),
    Param::optional(
        "district",
        Schema::DistrictId,
        "The id of the district; a suggestion whose spot is not known is in none.",
    ),
    Param::optional(
        "kind",
        Schema::OneOf(place_kinds),
        "The kind, as said or as of the place it is about.",
    ),
];

fn states() -> Vec<&'static str> {
    Decision::ALL.iter().map(|state| state.as_str()).collect()
}

fn matters() -> Vec<&'static str> {
    Matter::ALL.iter().map(|matter| matter.as_str()).collect()
}

/// Takes the parameters of [`QUEUE_PARAMS`].
///
/// # Errors
/// Names the first parameter that breaks a rule, and the rule.
pub fn read_queue_filter(params: &mut Params) -> Result<QueueFilter, Invalid> {
    Ok(QueueFilter {
        state: params.take("state")?.unwrap_or(Decision::Open),
        matter: params.take::<Matter>("matter")?,
        district: params.take::<DistrictId>("district")?,
        kind: params.take::<KindId>("kind")?,
    })
}
