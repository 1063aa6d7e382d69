//! The ways that may be walked, as OpenStreetMap draws them, with what decides who can walk them.

use serde::{Deserialize, Serialize};

use crate::domain::corner::Trace;
use crate::domain::fact::Fact;

/// All ways for walking of a city and the nodes they share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Walkways {
    /// Where the nodes lie.
    pub nodes: Trace,
    /// The ways, each between nodes that it shares with others.
    pub ways: Vec<Walkway>,
    /// Positions in `nodes` of crossings of a street that have signals, ascending.
    pub signals: Vec<u32>,
}

/// One way. One-way rules of traffic do not bind those who walk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walkway {
    /// Positions in [`Walkways::nodes`], in order; at least two.
    pub nodes: Vec<u32>,
    /// Its name, if it has one.
    pub name: Option<Box<str>>,
    /// What is known about walking on it.
    pub facts: WayFacts,
}

/// What is known about a way; what nobody has recorded is unknown, never good or bad.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayFacts {
    /// Whether it is apart from traffic: a footway or path, not a street.
    pub off_street: bool,
    /// Whether it is a flight of steps.
    pub steps: bool,
    /// Whether it crosses water or other ways on a bridge.
    pub bridge: bool,
    /// Whether it is lit after dark.
    pub lit: Fact,
    /// Whether the steps have a handrail.
    pub handrail: Fact,
    /// Whether a wheelchair can use it, as somebody on the spot judged.
    pub wheelchair: Fact,
    /// Slope in per mille of its length, without direction.
    pub incline_per_mille: Option<u16>,
    /// Clear width in centimetres.
    pub width_cm: Option<u16>,
    /// Height of the kerb in millimetres; 0 is flush.
    pub kerb_mm: Option<u16>,
    /// What it is made of.
    pub surface: Surface,
    /// How even it is.
    pub smoothness: Smoothness,
}

/// What a way is made of, as far as wheels are concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Surface {
    /// Nobody has recorded it.
    #[default]
    Unknown,
    /// Asphalt, concrete, smooth plates.
    Smooth,
    /// Paving stones.
    Paved,
    /// Cobbles and setts.
    Cobbled,
    /// Gravel, fine or coarse.
    Gravel,
    /// Earth, grass, sand.
    Soft,
}

/// How even a way is, in three steps of `smoothness=*`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Smoothness {
    /// Nobody has recorded it.
    #[default]
    Unknown,
    /// Excellent or good: every wheelchair.
    Good,
    /// Intermediate: wheelchairs and strollers with care.
    Intermediate,
    /// Bad or worse: not for wheelchairs.
    Bad,
}
