//! Events and offers: what is held at a place, when, and who is asked to lend a hand.
//!
//! An offer is no place: it is held *at* one, with hours of its own that never extend the hours of the place. Nothing
//! here names a person; what can be reached is an organisation, by its web page.

pub mod contact;
mod members;
mod occurrence;
mod rule;
mod schedule;
mod series;
mod start;
mod web;

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use occurrence::Occurrence;
pub use rule::{Ends, Frequency, Rule, Until};
pub use schedule::{Change, Length, MOST_DATES, Schedule};
pub use start::Start;
pub use web::WebAddress;

use crate::domain::choice::choice;
use crate::domain::place::Cost;
use crate::domain::words::{Name, Remark, Words};
use crate::domain::{Invalid, Location, PlaceId, Topics};

/// What a calendar calls an event, for ever (RFC 5545, 3.8.4.7).
pub type Uid = Words<255>;

/// The identity of an event in addresses: made from its [`Uid`], so that it stays the same wherever it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub Uuid);

/// A random name of its own for ids that are made from others.
const EVENTS: Uuid = Uuid::from_u128(0x7d0c_52f4_9c0e_4b1b_8a5e_2f6d_31c7_94aa);

impl EventId {
    /// The id of the event that calendars call `uid`.
    #[must_use]
    pub fn of(uid: &Uid) -> Self {
        Self(Uuid::new_v5(&EVENTS, uid.as_bytes()))
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl std::str::FromStr for EventId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match Uuid::try_parse(text) {
            Ok(uuid) => Ok(Self(uuid)),
            Err(_) => Err(Invalid::new("id", "must be a UUID")),
        }
    }
}

choice! {
    /// Who looks after an event; an import never overwrites a local edit.
    EventOrigin: "origin" {
        /// Came with the built-in city.
        Sample = "sample",
        /// Came from a calendar and is kept in step with it.
        Calendar = "calendar",
        /// Entered or changed by the city itself.
        Local = "local",
    }
}

choice! {
    /// Whether an event takes place.
    EventStatus: "status" {
        /// It does.
        Confirmed = "confirmed",
        /// It is not yet sure.
        Tentative = "tentative",
        /// It does not, and whoever meant to come should know.
        Cancelled = "cancelled",
    }
}

choice! {
    /// How long one commits oneself.
    Effort: "effort" {
        /// Once.
        OneOff = "one_off",
        /// Now and then.
        Occasional = "occasional",
        /// At regular times.
        Regular = "regular",
        /// For good.
        Permanent = "permanent",
    }
}

choice! {
    /// How much it asks of one.
    Demand: "demand" {
        /// Anybody can do it.
        Easy = "easy",
        /// Some practice or an introduction helps.
        Moderate = "moderate",
        /// It needs training, a language, or patience.
        Demanding = "demanding",
    }
}

/// What those who lend a hand take on; a member that is not said is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Engagement {
    /// How long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// How much it asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demand: Option<Demand>,
}

/// Where an event is held, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Venue {
    /// The place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// The room within the place; without a place, the spot in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spot: Option<Name>,
    /// Where the spot is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

/// What else is known about an event; whatever is not said is unknown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventFacts {
    /// What happens, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Remark>,
    /// What people do there.
    #[serde(skip_serializing_if = "Topics::is_empty")]
    pub topics: Topics,
    /// Languages spoken: ISO 639-1, `dgs` (sign language) or `de-leicht`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Name>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// The cost in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_text: Option<Remark>,
    /// The organisation behind it, never a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organiser: Option<Name>,
    /// Its own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
}

/// An event or an offer, once or again and again.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its identity here.
    pub id: EventId,
    /// Its identity in calendars.
    pub uid: Uid,
    /// The calendar it came from.
    pub source: Name,
    /// Who looks after it.
    pub origin: EventOrigin,
    /// What it is called.
    pub title: Name,
    /// Where it is held.
    pub venue: Venue,
    /// Whether it takes place.
    pub status: EventStatus,
    /// When it takes place.
    pub schedule: Schedule,
    /// Whether it asks for helping hands, and what of them.
    pub engagement: Option<Engagement>,
    /// When its source last changed it.
    pub revised_at: DateTime<Utc>,
    /// How often its source has changed it.
    pub sequence: u32,
    /// Everything else.
    pub facts: Box<EventFacts>,
}
