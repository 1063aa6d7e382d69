//! What becomes of a suggestion.

use chrono::NaiveDate;

use crate::domain::choice::choice;
use crate::domain::members::{Differences, Members};
use crate::domain::note::Note;
use crate::domain::staff::{Actor, Role};
use crate::domain::suggestion::SuggestionId;
use crate::domain::trail::{Action, Author, NewEntry, Subject};
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
    /// Whether it says that the place's barriers have changed: then audits of it from before are to be doubted.
    pub barriers_changed: bool,
}

impl SuggestionAccepted {
    /// What the trail says of it.
    pub(in crate::domain) fn entry(&self, author: &Author) -> NewEntry {
        let place = ("place_id", self.place.to_string());
        Decision::Open.entry(author, self.id, Decision::Accepted, Some(place))
    }
}

impl Decision {
    /// What the trail says of a suggestion that was in this state before: nothing of what it says itself.
    #[must_use]
    pub fn entry(
        self,
        author: &Author,
        id: SuggestionId,
        now: Self,
        also: Option<(&str, String)>,
    ) -> NewEntry {
        let state = |state: Self| ("state".to_owned(), state.as_str().into());
        let also = also.map(|(name, value)| (name.to_owned(), value.into()));
        let after: Members = [state(now)].into_iter().chain(also).collect();
        let differences = Differences::of(Members::from([state(self)]), after);
        NewEntry::new(author, Action::Changed, Subject::of("suggestion", id))
            .saying(differences.list())
            .telling(&differences)
    }
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

    /// What the trail says of a suggestion that is rejected so.
    #[must_use]
    pub fn entry(&self, id: SuggestionId) -> NewEntry {
        let ground = ("ground", self.ground.to_string());
        let author = Author::staff(self.by);
        Decision::Open.entry(&author, id, Decision::Rejected, Some(ground))
    }
}

/// That the content of a suggestion is taken away for good, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Why.
    pub reason: Note,
    /// The day, in the city.
    pub on: NaiveDate,
    /// Who does it.
    pub by: Author,
}
