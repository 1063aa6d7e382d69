//! What is drawn under the places, in the terms of the Shortbread schema for vector tiles (version 1.0).

use serde::{Deserialize, Serialize};

use crate::domain::corner::{Corner, Trace};

/// A thing that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// The layer it is drawn in.
    pub layer: Layer,
    /// What it is, the attribute `kind` of the schema.
    pub kind: Box<str>,
    /// Its name, if it has one that may be shown.
    pub name: Option<Box<str>>,
    /// Where it is.
    pub outline: Outline,
}

/// The layers of the schema that we fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Layer {
    /// Lakes, rivers with two banks, basins.
    WaterPolygons,
    /// Rivers and brooks as lines.
    WaterLines,
    /// Land use and cover.
    Land,
    /// Grounds of schools, hospitals, car parks.
    Sites,
    /// Buildings.
    Buildings,
    /// Streets, paths and railways.
    Streets,
    /// Squares and other street areas.
    StreetPolygons,
    /// Names of settlements.
    PlaceLabels,
}

/// The geometry of a drawn thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outline {
    /// A point.
    Point(Corner),
    /// A line.
    Line(Trace),
    /// Polygons, each an outer ring and its holes; rings are closed without repeating the first corner.
    Area(Vec<Vec<Trace>>),
}
