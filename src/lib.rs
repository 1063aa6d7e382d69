//! miteinander: a city's meeting places and the safety of its public space.

pub mod domain;
pub mod index;
pub mod pages;
pub mod snapshot;
