//! miteinander: a city's meeting places and the safety of its public space.
//!
//! The modules in reading order; each uses only those above it, save that `error` is used by all below the line.

pub mod domain;
pub mod index;
pub mod snapshot;

pub mod city;
pub mod error;
pub mod store;

pub mod import;
