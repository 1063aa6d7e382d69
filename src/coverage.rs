//! Coverage: who reaches a place to meet, who does not, and what would change it.
//!
//! All of it is arithmetic over what is handed in: squares with their residents, places, rules, days. Persons are whole
//! thousandths and times whole decimetres, so that parts always make the whole and no sum depends on its order. What is
//! unknown never counts and never fails: it is told apart.

mod counting;
pub mod equity;
pub mod gaps;
mod history;
mod levels;
mod naming;
mod planned;
mod question;
mod reach;
mod regular;
pub mod siting;
mod spread;
mod standing;
mod week;
mod what_if;

pub use counting::{AgeGroup, Counting, Failing, Missing, Verdict, count};
pub use history::{DistrictPast, HistoryPoint, first_quarter, put_kept, reconstructed};
pub use levels::{
    CityIndicator, DistrictFacts, Judged, Judgement, Level, Levels, Need, Requirement, indicator,
};
pub use question::{Covered, Share};
pub use reach::{Field, Goal, Starts, Times, UNREACHED};
pub use regular::{HoursFigures, RegularWeek, ordinary_weeks};
pub use spread::Spread;
pub use standing::{Merits, Standing};
pub use week::{HOURS, HourOfWeek, WeekPicture, answers, week_picture};
pub use what_if::{Change, Consequence, DistrictChange, Moved, Plan, consequence};

#[cfg(test)]
mod tests;
