//! Walking: how far it is on foot, and which way.
//!
//! Two engines answer. The [`Network`] of ways that OpenStreetMap draws, where one is imported; elsewhere the
//! [`BarrierLine`], a straight line with a detour factor that goes round rivers and railways. Circles lie: the
//! ground reached on foot is 40-50 % smaller than they suggest.

mod around;
mod build;
mod entries;
mod everywhere;
mod line;
mod missing;
mod network;
mod outward;
mod profile;
mod route;
mod search;
mod snap;

pub use around::Around;
pub use line::{BarrierLine, DETOUR};
pub use missing::MissingFacts;
pub use network::Network;
pub use outward::Step;
pub use profile::Profile;
pub use route::{Leg, Route};
pub use search::Costs;
pub use snap::Spot;

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

#[cfg(test)]
mod tests;
