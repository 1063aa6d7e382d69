//! A place to meet: where it is, what it is, and what is known about it.

pub mod columns;
mod facts;
mod lifecycle;
mod members;
mod osm_access;
mod version;

use std::fmt;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use facts::{
    Access, Address, Audience, Cost, Facts, OperatorType, PositionQuality, Restriction, Toilets,
};
pub use lifecycle::{Lifecycle, Status};
pub use osm_access::{OsmAccess, OsmTag};
pub use version::Version;

use crate::domain::choice::choice;
use crate::domain::words::{HoursText, Name};
use crate::domain::{Class, Invalid, KindId, Shape};

/// The random identity of a place (UUID version 4, never sequential).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceId(pub Uuid);

impl PlaceId {
    /// The first eight hexadecimal digits, which end a place's web address.
    #[must_use]
    pub fn short(self) -> String {
        format!("{:08x}", self.0.as_fields().0)
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl std::str::FromStr for PlaceId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match Uuid::try_parse(text) {
            Ok(uuid) => Ok(Self(uuid)),
            Err(_) => Err(Invalid::new("id", "must be a UUID")),
        }
    }
}

choice! {
    /// Who looks after an entry; a later import never overwrites a local edit.
    Origin: "origin" {
        /// Came with the built-in city.
        Sample = "sample",
        /// Came from OpenStreetMap and is kept in step with it.
        Osm = "osm",
        /// Entered or changed by the city itself.
        Local = "local",
    }
}

/// A place to meet, indoors or outdoors.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its identity.
    pub id: PlaceId,
    /// Its official name.
    pub name: Name,
    /// What sort of place it is.
    pub kind: KindId,
    /// Whether it is in use, and since or until when.
    pub lifecycle: Lifecycle,
    /// Where it is.
    pub shape: Shape,
    /// Public access hours in OpenStreetMap's `opening_hours` syntax, as written.
    pub opening_hours: Option<HoursText>,
    /// When somebody last confirmed the entry.
    pub last_verified_at: Option<NaiveDate>,
    /// Who looks after the entry.
    pub origin: Origin,
    /// Everything else that is known.
    pub facts: Box<Facts>,
}

/// After this many months without confirmation an entry is shown with "please check".
pub const STALE_AFTER_MONTHS: u32 = 12;

/// After this many months without confirmation an entry no longer counts for goal 6.3.1.
pub const OUTDATED_AFTER_MONTHS: u32 = 24;

impl Place {
    /// Indoors or outdoors.
    #[must_use]
    pub fn class(&self) -> Class {
        self.kind.kind().cls
    }

    /// Whether nobody has confirmed the entry for [`STALE_AFTER_MONTHS`].
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.is_unconfirmed_for(STALE_AFTER_MONTHS, today)
    }

    /// Whether nobody has confirmed the entry for [`OUTDATED_AFTER_MONTHS`].
    #[must_use]
    pub fn is_outdated(&self, today: NaiveDate) -> bool {
        self.is_unconfirmed_for(OUTDATED_AFTER_MONTHS, today)
    }

    fn is_unconfirmed_for(&self, months: u32, today: NaiveDate) -> bool {
        let limit = today.checked_sub_months(Months::new(months));
        match (self.last_verified_at, limit) {
            (Some(verified), Some(limit)) => verified < limit,
            _ => true,
        }
    }

    /// The share of twelve key facts that is known, in percent.
    #[must_use]
    pub fn completeness_percent(&self) -> u8 {
        let facts = &self.facts;
        let known = [
            self.opening_hours.is_some(),
            self.last_verified_at.is_some(),
            facts.access.is_some(),
            facts.cost.is_some(),
            facts.consumption_required.is_known(),
            facts.own_food_allowed.is_known(),
            !facts.topics.is_empty(),
            facts.address.is_some(),
            facts.seats.is_some(),
            facts.toilets.is_some(),
            facts.operator.is_some(),
            !facts.amenities.is_empty(),
        ];
        let count = known.iter().filter(|known| **known).count();
        u8::try_from(count * 100 / known.len()).expect("a share is at most 100")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(last_verified_at: Option<NaiveDate>) -> Place {
        Place {
            id: PlaceId(Uuid::from_u128(1)),
            name: "Treff".parse().unwrap(),
            kind: "library".parse().unwrap(),
            lifecycle: Lifecycle::default(),
            shape: Shape::Point(crate::domain::Location::from_lon_lat(9.19, 48.9).unwrap()),
            opening_hours: None,
            last_verified_at,
            origin: Origin::Local,
            facts: Box::default(),
        }
    }

    #[test]
    fn an_entry_nobody_confirmed_for_a_year_is_stale() {
        let day = |year, month| NaiveDate::from_ymd_opt(year, month, 15).unwrap();
        assert!(place(None).is_stale(day(2026, 11)));
        assert!(place(Some(day(2025, 10))).is_stale(day(2026, 11)));
        assert!(!place(Some(day(2025, 12))).is_stale(day(2026, 11)));
    }

    #[test]
    fn completeness_counts_only_what_is_known() {
        let mut place = place(None);
        assert_eq!(place.completeness_percent(), 0);
        place.facts.seats = Some(20);
        place.opening_hours = "24/7".parse().ok();
        place.facts.cost = Some(Cost::Free);
        assert_eq!(place.completeness_percent(), 25);
    }
}
