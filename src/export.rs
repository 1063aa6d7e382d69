//! Domain values become files and answers.

pub mod geojson;
pub mod tile;
