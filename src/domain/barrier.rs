//! What nobody walks across, and where one can: rivers, railways, main roads, and their crossings.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::corner::{Corner, Trace};
use crate::domain::fact::Fact;

choice! {
    /// What a barrier is.
    BarrierKind: "kind" {
        /// A river or canal.
        River = "river",
        /// A railway.
        Railway = "railway",
        /// A motorway.
        Motorway = "motorway",
        /// A main road that is crossed only at its crossings.
        MainRoad = "main_road",
    }
}

/// A line nobody walks across.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Barrier {
    /// Its id in the city's files.
    pub id: Box<str>,
    /// Its name.
    pub name: Option<Box<str>>,
    /// What it is.
    pub kind: BarrierKind,
    /// Its course, in one or several pieces.
    pub lines: Vec<Trace>,
}

/// A spot where a barrier can be crossed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// The position of its barrier in [`Barriers::lines`].
    pub barrier: u32,
    /// Its name.
    pub name: Option<Box<str>>,
    /// Where it is.
    pub corner: Corner,
    /// Whether people on foot may use it. Unknown is no way: nobody is sent to a gate that may be shut.
    pub pedestrian: Fact,
    /// Whether one waits there for a signal.
    pub signalled: bool,
}

/// The barriers of a city with their crossings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Barriers {
    /// The barriers.
    pub lines: Vec<Barrier>,
    /// The crossings of all of them.
    pub crossings: Vec<Crossing>,
}
