//! OpenStreetMap extracts (`.osm.pbf`), read into places and districts.

mod blocks;
mod error;
mod graph;
mod id;
mod nesting;
mod rings;

pub use error::OsmError;
pub use id::OsmId;
