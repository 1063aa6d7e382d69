//! What is drawn under the places, in the terms of the Shortbread schema for vector tiles (version 1.0).

use serde::{Deserialize, Serialize};

use crate::domain::corner::{Corner, Trace};

/// A thing that is drawn, with its outline as it was imported or as it was prepared for drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawn<O = Outline> {
    /// The layer it is drawn in.
    pub layer: Layer,
    /// What it is, the attribute `kind` of the schema.
    pub kind: Box<str>,
    /// Its name, if it has one that may be shown.
    pub name: Option<Box<str>>,
    /// The number of a road (`ref`).
    pub reference: Option<Box<str>>,
    /// How a line runs.
    pub course: Course,
    /// A slip road of a street, a siding of a railway.
    pub is_minor: bool,
    /// The first zoom it is drawn at.
    pub from_zoom: u8,
    /// Where it is.
    pub outline: O,
}

impl<O> Drawn<O> {
    /// The same thing with another outline.
    pub fn with_outline<P>(self, change: impl FnOnce(O) -> P) -> Drawn<P> {
        Drawn {
            layer: self.layer,
            kind: self.kind,
            name: self.name,
            reference: self.reference,
            course: self.course,
            is_minor: self.is_minor,
            from_zoom: self.from_zoom,
            outline: change(self.outline),
        }
    }
}

/// How a street, railway or river runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Course {
    /// On the ground.
    #[default]
    Ground,
    /// On a bridge.
    Bridge,
    /// Below the ground.
    Tunnel,
}

/// The layers of the schema that are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Layer {
    /// Land use and cover.
    Land,
    /// Lakes, rivers with two banks, basins.
    WaterPolygons,
    /// Rivers and brooks as lines.
    WaterLines,
    /// Grounds of schools, hospitals, car parks.
    Sites,
    /// Buildings.
    Buildings,
    /// Squares and other street areas.
    StreetPolygons,
    /// Streets and paths.
    Streets,
    /// Railways; the schema has them among the streets, with `rail` set.
    Railways,
    /// Names of settlements.
    PlaceLabels,
}

impl Layer {
    /// The name of the layer in a tile.
    #[must_use]
    pub const fn tile_name(self) -> &'static str {
        match self {
            Self::Land => "land",
            Self::WaterPolygons => "water_polygons",
            Self::WaterLines => "water_lines",
            Self::Sites => "sites",
            Self::Buildings => "buildings",
            Self::StreetPolygons => "street_polygons",
            Self::Streets | Self::Railways => "streets",
            Self::PlaceLabels => "place_labels",
        }
    }
}

/// The geometry of a drawn thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outline {
    /// A point.
    Point(Corner),
    /// A line.
    Line(Trace),
    /// Polygons, each an outer ring and its holes; the first corner of a ring is repeated at its end.
    Area(Vec<Vec<Trace>>),
}

impl Outline {
    /// All its corners.
    #[must_use]
    pub fn corners(&self) -> Box<dyn Iterator<Item = Corner> + '_> {
        match self {
            Self::Point(corner) => Box::new(std::iter::once(*corner)),
            Self::Line(trace) => Box::new(trace.0.iter().copied()),
            Self::Area(polygons) => Box::new(
                polygons
                    .iter()
                    .flatten()
                    .flat_map(|ring| ring.0.iter().copied()),
            ),
        }
    }
}
