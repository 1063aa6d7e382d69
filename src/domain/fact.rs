//! What is known, what is not, and what a place offers.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::choice::choice;

choice! {
    /// A three-valued fact. Unknown is never "fine" and never "missing".
    Fact: "fact" {
        /// Known to be so.
        Yes = "yes",
        /// Known not to be so.
        No = "no",
        /// Nobody has said.
        Unknown = "unknown",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the enum is made by a macro that knows no default"
)]
impl Default for Fact {
    fn default() -> Self {
        Self::Unknown
    }
}

impl Fact {
    /// Strong Kleene conjunction: one "no" decides, else one "unknown" leaves it open.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Strong Kleene disjunction: one "yes" decides, else one "unknown" leaves it open.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// Whether the fact is known to hold.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// Whether somebody has said anything.
    #[must_use]
    pub const fn is_known(self) -> bool {
        !matches!(self, Self::Unknown)
    }
}

choice! {
    /// Something a place may offer, each a three-valued fact.
    Amenity: "amenity" {
        /// A table for changing babies.
        BabyChange = "baby_change",
        /// Free drinking water.
        DrinkingWater = "drinking_water",
        /// Free wireless network.
        Wifi = "wifi",
        /// A socket to use.
        Power = "power",
        /// Heated in winter.
        Heating = "heating",
        /// Cool on a hot day.
        CoolInHeat = "cool_in_heat",
        /// Shade.
        Shade = "shade",
        /// Shelter from rain.
        RainShelter = "rain_shelter",
        /// Seats with a backrest.
        SeatsWithBackrest = "seats_with_backrest",
        /// Lit after dark.
        LitAfterDark = "lit_after_dark",
        /// Assistance dogs are welcome.
        AssistanceDog = "assistance_dog",
        /// A quiet room.
        QuietRoom = "quiet_room",
    }
}

/// The state of every [`Amenity`] of a place in eight bytes: two bits each, unknown by default.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Amenities {
    yes: u32,
    no: u32,
}

impl Amenities {
    /// What is known of `amenity`.
    #[must_use]
    pub const fn fact(self, amenity: Amenity) -> Fact {
        let bit = 1 << amenity as u32;
        match (self.yes & bit != 0, self.no & bit != 0) {
            (true, _) => Fact::Yes,
            (_, true) => Fact::No,
            _ => Fact::Unknown,
        }
    }

    /// Records `fact` for `amenity`.
    pub const fn set(&mut self, amenity: Amenity, fact: Fact) {
        let bit = 1 << amenity as u32;
        self.yes &= !bit;
        self.no &= !bit;
        match fact {
            Fact::Yes => self.yes |= bit,
            Fact::No => self.no |= bit,
            Fact::Unknown => {}
        }
    }

    /// The amenities somebody has said something about.
    pub fn known(self) -> impl Iterator<Item = (Amenity, Fact)> {
        Amenity::ALL
            .iter()
            .map(move |&amenity| (amenity, self.fact(amenity)))
            .filter(|(_, fact)| fact.is_known())
    }

    /// Whether nothing is known at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.yes | self.no == 0
    }
}

impl fmt::Debug for Amenities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.known()).finish()
    }
}

impl Serialize for Amenities {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (amenity, fact) in self.known() {
            map.serialize_entry(&amenity, &fact)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Amenities {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Facts;
        impl<'de> Visitor<'de> for Facts {
            type Value = Amenities;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object of amenities, each yes, no or unknown")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Amenities, A::Error> {
                let mut amenities = Amenities::default();
                while let Some((amenity, fact)) = map.next_entry()? {
                    amenities.set(amenity, fact);
                }
                Ok(amenities)
            }
        }
        deserializer.deserialize_map(Facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kleene_logic_never_turns_unknown_into_a_verdict() {
        use Fact::{No, Unknown, Yes};
        assert_eq!(Unknown.and(Yes), Unknown);
        assert_eq!(Unknown.and(No), No);
        assert_eq!(Unknown.or(No), Unknown);
        assert_eq!(Unknown.or(Yes), Yes);
        assert_eq!(Yes.and(Yes), Yes);
        assert_eq!(No.or(No), No);
    }

    #[test]
    fn what_nobody_said_stays_unknown() {
        let mut amenities = Amenities::default();
        amenities.set(Amenity::Wifi, Fact::No);
        assert_eq!(amenities.fact(Amenity::Wifi), Fact::No);
        assert_eq!(amenities.fact(Amenity::Shade), Fact::Unknown);
        amenities.set(Amenity::Wifi, Fact::Unknown);
        assert!(amenities.is_empty());
    }

    #[test]
    fn amenities_survive_a_round_trip_and_refuse_strangers() {
        let mut amenities = Amenities::default();
        amenities.set(Amenity::Power, Fact::Yes);
        amenities.set(Amenity::QuietRoom, Fact::No);
        let text = serde_json::to_string(&amenities).unwrap();
        assert_eq!(text, r#"{"power":"yes","quiet_room":"no"}"#);
        assert_eq!(serde_json::from_str::<Amenities>(&text).unwrap(), amenities);
        assert!(serde_json::from_str::<Amenities>(r#"{"sauna":"yes"}"#).is_err());
    }
}
