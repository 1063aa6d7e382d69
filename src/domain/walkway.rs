//! The ways that may be walked, as OpenStreetMap draws them.

use serde::{Deserialize, Serialize};

use crate::domain::corner::Trace;

/// All ways for walking of a city and the nodes they share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Walkways {
    /// Where the nodes lie.
    pub nodes: Trace,
    /// The ways.
    pub ways: Vec<Walkway>,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walkway {
    /// Positions in [`Walkways::nodes`], in order; at least two.
    pub nodes: Vec<u32>,
    /// Its name, if it has one.
    pub name: Option<Box<str>>,
}
