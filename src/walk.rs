//! Walking: how far it is on foot, and which way.
//!
//! Two engines answer. The [`Network`] of ways that OpenStreetMap draws, where one is imported; elsewhere the
//! [`BarrierLine`], a straight line with a detour factor that goes round rivers and railways. Circles lie: the
//! ground reached on foot is 40-50 % smaller than they suggest.

mod around;
mod build;
mod doors;
mod entries;
mod everywhere;
mod line;
mod measured;
mod missing;
mod nearest;
mod network;
mod outward;
mod profile;
mod route;
mod search;
mod snap;

pub use around::Around;
pub use line::{BarrierLine, DETOUR, LineEnd};
pub use measured::{MATCH_LIMIT_M, Stretch};
pub use missing::MissingFacts;
pub use nearest::nearest_point;
pub use network::Network;
pub use outward::Step;
pub use profile::Profile;
pub use route::{Leg, Route};
pub use search::Costs;
pub use snap::Spot;

use std::sync::Arc;

use crate::domain::LocalPlane;
use crate::domain::barrier::Barriers;
use crate::domain::choice::choice;

choice! {
    /// What told a walking time.
    Engine: "engine" {
        /// The network of ways.
        Network = "network",
        /// A straight line with a detour factor that goes round barriers.
        BarrierLine = "barrier_line",
        /// A straight line with a detour factor: nothing is known about barriers, and it promises too much.
        Line = "line",
    }
}

/// The engines that know how far it is on foot.
pub struct Walks {
    /// The network of ways, where one is imported.
    pub network: Option<Network>,
    /// Straight lines round the barriers, if any are known.
    pub line: Arc<BarrierLine>,
}

impl Walks {
    /// The engines of a city that nothing is drawn of.
    #[must_use]
    pub fn without_map(plane: LocalPlane) -> Self {
        Self {
            network: None,
            line: Arc::new(BarrierLine::build(plane, &Barriers::default())),
        }
    }
}

#[cfg(test)]
mod tests;
