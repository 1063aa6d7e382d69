//! Walking: how far it is on foot, and which way.
//!
//! Two engines answer. The [`Network`] of ways that OpenStreetMap draws, where one is imported; elsewhere the
//! [`BarrierLine`], a straight line with a detour factor that goes round rivers and railways. Circles lie: the
//! ground reached on foot is 40-50 % smaller than they suggest.

mod build;
mod network;
mod profile;
mod route;
mod search;
mod snap;

pub use network::Network;
pub use profile::Profile;
pub use route::{Leg, Route};
pub use search::Costs;
pub use snap::Spot;

#[cfg(test)]
mod tests;
