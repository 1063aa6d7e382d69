//! How free of barriers a place is: the catalogue of criteria, what an audit found, and what follows from it for people with
//! seven needs, for what shall be done first, and for the way to 2040.
//!
//! Pure: what is read off goes in, verdicts and ratings come out. Whatever nobody has looked at is unknown, never met and
//! never failed.

pub mod ahead;
pub mod catalogue;
pub mod course;
pub mod decisive;
pub mod effects;
pub mod evaluate;
pub mod facts;
pub mod priority;
pub mod progress;
pub mod rating;
pub mod sheet;
pub mod truth;

pub use catalogue::{Catalogue, Catalogues};
pub use facts::KeyFacts;
pub use rating::{Basis, Rated, Ratings};
pub use sheet::Sheet;
pub use truth::Truth;

#[cfg(test)]
pub(crate) mod tests;
