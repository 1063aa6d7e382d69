//! Domain values become files and answers.

pub mod a11yjson;
pub mod audits;
pub mod barrier_free;
pub mod counselling;
pub mod coverage;
pub mod criteria;
pub mod events;
pub mod geojson;
pub mod icalendar;
pub mod measured_ways;
pub mod osm_change;
pub mod safety;
pub mod suggestions;
pub mod table;
pub mod tile;
pub mod trail;
