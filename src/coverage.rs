//! Who reaches a meeting place, who does not, and what would help.

pub mod equity;
pub mod gaps;
pub mod siting;
