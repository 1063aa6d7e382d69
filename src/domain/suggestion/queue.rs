//! Which suggestions of the queue somebody looks at.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::choice::choice;
use crate::domain::suggestion::{Decision, Said, Suggestion, SuggestionId};
use crate::domain::{DistrictId, Invalid, KindId};

choice! {
    /// What a suggestion says.
    Matter: "matter" {
        /// A place is missing.
        Missing = "missing",
        /// Something is wrong with one.
        Wrong = "wrong",
        /// One is gone.
        Gone = "gone",
        /// The barriers of one have changed.
        Barriers = "barriers",
    }
}

impl Said {
    /// What is said: that a place is missing, wrong or gone, or that its barriers have changed.
    #[must_use]
    pub const fn matter(&self) -> Matter {
        match (self.about, self.is_gone) {
            (None, _) => Matter::Missing,
            (Some(_), true) => Matter::Gone,
            (Some(_), false) if self.barriers_changed => Matter::Barriers,
            (Some(_), false) => Matter::Wrong,
        }
    }
}

/// Which suggestions are looked at. Every member that is set narrows; what is not known of a suggestion never passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueFilter {
    /// What became of them.
    pub state: Decision,
    /// What they say.
    pub matter: Option<Matter>,
    /// The district of what they are about.
    pub district: Option<DistrictId>,
    /// What sort of place they are about.
    pub kind: Option<KindId>,
}

impl Default for QueueFilter {
    fn default() -> Self {
        Self {
            state: Decision::Open,
            matter: None,
            district: None,
            kind: None,
        }
    }
}

/// Where a page of the queue ended: the last suggestion on it, and the day it is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueuePosition {
    /// The day it came; of one that was decided on, the day of that.
    pub day: NaiveDate,
    /// Its id.
    pub id: SuggestionId,
}

impl QueuePosition {
    /// Where a page ends that ends with `last`.
    #[must_use]
    pub fn of(last: &Suggestion) -> Self {
        let decided = last.decided_on.filter(|_| last.state != Decision::Open);
        Self {
            day: decided.unwrap_or(last.received_on),
            id: last.id,
        }
    }
}

impl fmt::Display for QueuePosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.day, self.id)
    }
}

impl FromStr for QueuePosition {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = || {
            Invalid::new(
                "after",
                "must be the end of a page, as the link to the next one has it",
            )
        };
        let (day, id) = text.split_once('_').ok_or_else(rule)?;
        match (day.parse(), id.parse()) {
            (Ok(day), Ok(id)) => Ok(Self { day, id }),
            _ => Err(rule()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_page_comes_back_from_an_address_and_nothing_else_does() {
        let position = QueuePosition {
            day: "2026-03-04".parse().unwrap(),
            id: SuggestionId(uuid::Uuid::from_u128(7)),
        };
        assert_eq!(position.to_string().parse(), Ok(position));
        for wrong in [
            "",
            "_",
            "2026-03-04",
            "2026-03-04_7",
            "x_00000000-0000-0000-0000-000000000007",
        ] {
            assert!(wrong.parse::<QueuePosition>().is_err(), "{wrong}");
        }
    }
}
