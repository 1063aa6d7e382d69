//! Questions as web addresses ask them: parameters parsed strictly, one table for what is accepted and
//! what the API document says.

mod event;
mod params;
mod place;
mod when;

pub use event::{EVENT_PARAMS, read_event_filter};
pub use params::{Param, Params, Schema};
pub use place::{PLACE_PARAMS, PlaceQuery};
pub use when::{Moment, TimeSpan};
