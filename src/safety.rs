//! What may leave the reports of how safe people feel: frozen private releases for everybody, aggregates for a few of the city.
//!
//! Pure: the reports, the day and the randomness are arguments. Nothing here gives back a single report, and nothing counts
//! but [`release`] and [`aggregate`].

pub mod aggregate;
pub mod challenge;
pub mod class;
pub mod draft;
pub mod file;
pub mod ground;
pub mod noise;
pub mod release;
pub mod sample;
pub mod winsor;

pub use class::{Class, Classes};
pub use draft::Draft;
pub use file::ReleaseFile;
pub use ground::{Ground, Spot};
pub use noise::{Noise, Seed};
pub use release::{Group, Release};
pub use sample::SamplePlan;

#[cfg(test)]
mod attacks;
