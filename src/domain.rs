//! What a city is: locations, districts, places, hours. No I/O, no clock, no randomness.
//!
//! Every value that can be wrong is parsed here once ([`Invalid`] names the field and the rule);
//! the rest of the program never checks again.

pub(crate) mod choice;

pub mod account;
pub mod address;
pub mod allowance;
pub mod attempts;
pub mod audit;
pub mod barrier;
pub mod base_map;
pub mod bbox;
pub mod calendar;
pub mod catalogue;
pub mod cell;
pub mod change;
pub mod city;
pub mod city_map;
pub mod contact;
pub mod corner;
pub mod counselling;
pub mod coverage_rules;
pub mod defect_service;
pub mod district;
pub mod event;
pub mod fact;
pub mod folding;
pub mod grid;
pub mod ground;
pub mod hexadecimal;
pub mod hours;
mod identity;
pub mod invalid;
pub mod level_history;
pub mod location;
pub mod measured_way;
pub mod members;
pub mod need;
pub mod news;
pub mod note;
pub mod osm_object;
pub mod passage;
pub mod place;
pub mod plane;
pub mod prevention;
pub mod released;
pub mod report;
pub mod residents;
pub mod safety_rules;
pub mod scenario;
pub mod shape;
pub mod shared_network;
pub mod single_sign_on;
pub mod staff;
pub mod suggestion;
pub mod survey;
pub mod tile;
pub mod topic;
pub mod trail;
pub mod walkway;
pub mod webhook;
pub mod words;

#[cfg(test)]
pub(crate) mod random;
#[cfg(test)]
pub(crate) mod random_events;
#[cfg(test)]
pub(crate) mod random_ways;
#[cfg(test)]
pub(crate) mod slow;

pub use bbox::Bbox;
pub use catalogue::{Catalogue, Class, Kind, KindId};
pub use city::CitySettings;
pub use city_map::CityMap;
pub use corner::{Corner, Trace};
pub use coverage_rules::CoverageRules;
pub use district::{Boundary, District, DistrictId, Population, Quarter};
pub use event::{Event, EventId};
pub use fact::{Amenities, Amenity, Fact};
pub use invalid::Invalid;
pub use location::Location;
pub use need::Need;
pub use place::{Place, PlaceId};
pub use plane::{LocalPlane, Metres};
pub use shape::{CheckedArea, Shape};
pub use topic::{Topic, Topics};
