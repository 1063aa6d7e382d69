//! What becomes of a suggestion.

use chrono::NaiveDate;

use crate::domain::choice::choice;
use crate::domain::note::Note;
use crate::domain::staff::{Actor, Role};
use crate::domain::suggestion::SuggestionId;
use crate::domain::{Invalid, PlaceId};

choice! {
    /// What became of a suggestion.
    Decision: "state" {
        /// Nobody has decided yet.
        Open = "open",
        /// It became a place, or changed one.
        Accepted = "accepted",
        /// It was refused.
        Rejected = "rejected",
        /// Its content was taken away; it only counts.
        Removed = "removed",
    }
}

/// That a suggestion became a place, or changed one. Written together with that place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestionAccepted {
    /// The suggestion.
    pub id: SuggestionId,
    /// The place.
    pub place: PlaceId,
    /// The day it was decided, in the city.
    pub on: NaiveDate,
    /// The role that decided.
    pub by: Role,
}

choice! {
    /// Why a suggestion is rejected.
    Ground: "ground" {
        /// The city knows it already, or another suggestion says the same.
        Known = "known",
        /// It is no place to meet.
        NoMeetingPlace = "no_meeting_place",
        /// It is a dwelling or private ground.
        Private = "private",
        /// It is not as somebody said: the city has looked.
        NotSo = "not_so",
        /// Nobody can tell what is meant.
        Unclear = "unclear",
        /// It is an advertisement or nonsense.
        Advertising = "advertising",
        /// Something else, which a note says.
        Other = "other",
    }
}

/// That suggestions are rejected, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The reason by its name.
    pub ground: Ground,
    /// In somebody's own words.
    pub note: Option<Note>,
    /// The day it was decided, in the city.
    pub on: NaiveDate,
    /// Who decided.
    pub by: Actor,
}

impl Rejection {
    /// A rejection. [`Ground::Other`] says nothing without a note.
    ///
    /// # Errors
    /// When the note is missing.
    pub fn new(
        ground: Ground,
        note: Option<Note>,
        on: NaiveDate,
        by: Actor,
    ) -> Result<Self, Invalid> {
        if ground == Ground::Other && note.is_none() {
            return Err(Invalid::new(
                "text",
                "must say why where the ground is other",
            ));
        }
        Ok(Self {
            ground,
            note,
            on,
            by,
        })
    }
}
