//! R-trees in metres: which places lie in a box or near a location, and which district a location is in.
//!
//! The trees know slots (positions in a list), not places: what a slot means is the snapshot's business.
//! Distances to areas and lines are to their nearest edge, 0 inside.

mod districts;
mod part;
mod places;

pub use districts::DistrictIndex;
pub use places::PlaceIndex;

#[cfg(test)]
mod tests;
