//! What a resident says is missing or wrong. It goes to a queue, never straight to the map.

mod decision;
pub mod figures;
mod proposal;
mod queue;
pub mod screening;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

pub use decision::{Decision, Ground, Rejection, Removal, SuggestionAccepted};
pub use proposal::Proposal;
pub use queue::{Matter, QueueFilter, QueuePosition};
pub use screening::{Doubt, Withheld};

use crate::domain::staff::Role;
use crate::domain::words::{HoursText, Name, Remark, Words};
use crate::domain::{Catalogue, Fact, Invalid, KindId, Location, PlaceId};

/// The random identity of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SuggestionId(pub Uuid);

impl fmt::Display for SuggestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl FromStr for SuggestionId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match Uuid::try_parse(text) {
            Ok(uuid) => Ok(Self(uuid)),
            Err(_) => Err(Invalid::new("id", "must be a UUID")),
        }
    }
}

/// A word in passing, with no room for a life story.
pub type ShortRemark = Words<1000>;

/// What somebody said about a place that is missing, or about one that is wrong. Who, nobody knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The place that something is wrong with; none when a place is missing.
    pub about: Option<PlaceId>,
    /// Whether that place is said to be gone.
    pub is_gone: bool,
    /// Whether its barriers are said to have changed.
    pub barriers_changed: bool,
    /// Its right name.
    pub name: Option<Name>,
    /// What it is.
    pub kind: Option<KindId>,
    /// Where it is, in words.
    pub address: Option<Name>,
    /// Where it is, as shown on the map.
    pub location: Option<Location>,
    /// When it is open, in whatever words.
    pub opening_hours: Option<HoursText>,
    /// Whether it is free of charge.
    pub free: Fact,
    /// Whether one must buy something.
    pub consumption_required: Fact,
    /// Whether there is a toilet.
    pub toilets: Fact,
    /// Anything else.
    pub remark: Option<ShortRemark>,
}

impl Said {
    /// Every text somebody wrote.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let name = self.name.as_deref();
        let address = self.address.as_deref();
        let hours = self.opening_hours.as_deref();
        let remark = self.remark.as_deref();
        [name, address, hours, remark].into_iter().flatten()
    }

    /// Whether it names a place of refuge: such a word is not kept, whoever wrote it and why ever.
    #[must_use]
    pub fn is_blocked(&self, catalogue: &Catalogue) -> bool {
        self.texts().any(|text| catalogue.is_blocked_name(text))
    }

    /// Whether it says of a place that its barriers have changed, and nothing else that somebody would have to take over. A
    /// remark may stand beside it.
    #[must_use]
    pub fn is_report_alone(&self) -> bool {
        let rest = Self {
            barriers_changed: false,
            remark: None,
            ..self.clone()
        };
        self.about.is_some() && self.barriers_changed && rest.is_empty()
    }

    /// Whether anything at all is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            about: _,
            is_gone,
            barriers_changed,
            name: _,
            kind,
            address: _,
            location,
            opening_hours: _,
            free,
            consumption_required,
            toilets,
            remark: _,
        } = self;
        let facts = [free, consumption_required, toilets];
        self.texts().next().is_none()
            && kind.is_none()
            && location.is_none()
            && !is_gone
            && !barriers_changed
            && facts.iter().all(|fact| !fact.is_known())
    }
}

/// A suggestion in the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its identity.
    pub id: SuggestionId,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What was said, as far as anybody may see it.
    pub said: Said,
    /// Why nobody sees it, if so.
    pub withheld: Option<Withheld>,
    /// What became of it.
    pub state: Decision,
    /// The day that was decided.
    pub decided_on: Option<NaiveDate>,
    /// The role that decided.
    pub decided_by: Option<Role>,
    /// Why it was rejected, by name.
    pub ground: Option<Ground>,
    /// Why, in somebody's own words.
    pub reason: Option<Remark>,
    /// The place it became, or changed.
    pub place: Option<PlaceId>,
}

impl Suggestion {
    /// A suggestion that came just now.
    #[must_use]
    pub fn new(id: SuggestionId, received_on: NaiveDate, said: Said) -> Self {
        Self {
            id,
            received_on,
            said,
            withheld: None,
            state: Decision::Open,
            decided_on: None,
            decided_by: None,
            ground: None,
            reason: None,
            place: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_about_a_place_of_refuge_is_blocked_wherever_it_stands() {
        let catalogue = Catalogue::shipped();
        let text = "Das Frauenhaus in der Gasse 3";
        let said = [
            Said {
                name: text.parse().ok(),
                ..Said::default()
            },
            Said {
                address: text.parse().ok(),
                ..Said::default()
            },
            Said {
                opening_hours: text.parse().ok(),
                ..Said::default()
            },
            Said {
                remark: text.parse().ok(),
                ..Said::default()
            },
        ];
        assert!(said.iter().all(|said| said.is_blocked(catalogue)));
        let harmless = Said {
            name: "Frauencafé".parse().ok(),
            ..Said::default()
        };
        assert!(!harmless.is_blocked(catalogue));
    }

    #[test]
    fn nothing_said_is_nothing() {
        assert!(Said::default().is_empty());
        let about = Some(PlaceId(Uuid::from_u128(1)));
        assert!(
            Said {
                about,
                ..Said::default()
            }
            .is_empty()
        );
        assert!(
            !Said {
                is_gone: true,
                ..Said::default()
            }
            .is_empty()
        );
        assert!(
            !Said {
                free: Fact::No,
                ..Said::default()
            }
            .is_empty()
        );
    }
}
