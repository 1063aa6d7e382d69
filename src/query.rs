//! Questions as web addresses ask them: parameters parsed strictly, one table for what is accepted and
//! what the API document says.

mod base;
mod coverage;
mod event;
mod measure;
mod open_at;
mod params;
mod place;
mod queue;
mod trail;
mod when;

pub use base::{Base, PublicUrl};
pub use coverage::{AT, COVERAGE_PARAMS, CoverageQuery, LONGEST_MIN, PROFILE, read_date};
pub use event::{EVENT_PARAMS, read_event_filter};
pub use measure::{MEASURE_PARAMS, measure_filter, measure_query};
pub use open_at::{OpenAt, Pick};
pub use params::{Param, Params, Schema};
pub use place::{NEEDS, PLACE_PARAMS, PlaceQuery, place_kinds};
pub use queue::{QUEUE_PARAMS, read_queue_filter};
pub use trail::{TRAIL_PARAMS, trail_filter};
pub use when::{Moment, TimeSpan};
