//! What nobody walks across, and where one can: rivers, railways, main roads, and their crossings.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::corner::{Corner, Trace};
use crate::domain::fact::Fact;
use crate::domain::ground::{Course, Drawn, Layer, Outline};

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

impl Barrier {
    /// The barrier as a map draws it where nothing finer is known.
    fn drawn(&self) -> impl Iterator<Item = Drawn> {
        let (layer, kind) = match self.kind {
            BarrierKind::River => (Layer::WaterLines, "river"),
            BarrierKind::Railway => (Layer::Railways, "rail"),
            BarrierKind::Motorway => (Layer::Streets, "motorway"),
            BarrierKind::MainRoad => (Layer::Streets, "primary"),
        };
        self.lines.iter().map(move |trace| Drawn {
            layer,
            kind: kind.into(),
            name: self.name.clone(),
            reference: None,
            course: Course::Ground,
            is_minor: false,
            from_zoom: 0,
            outline: Outline::Line(trace.clone()),
        })
    }
}

/// The barriers of a city with their crossings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Barriers {
    /// The barriers.
    pub lines: Vec<Barrier>,
    /// The crossings of all of them.
    pub crossings: Vec<Crossing>,
}

impl Barriers {
    /// The barriers as a map draws them where nothing finer is known: a river, a railway, a main road.
    #[must_use]
    pub fn drawn(&self) -> Vec<Drawn> {
        self.lines.iter().flat_map(Barrier::drawn).collect()
    }
}
