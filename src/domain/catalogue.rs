//! The kinds of places there are, what OpenStreetMap calls them, and what never becomes a place.
//!
//! The catalogue is a data file, `geodata/catalogue/kinds.toml`, shipped inside the program and read once.

mod shelter;
mod tag_rule;

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use shelter::ShelterBlock;
pub use tag_rule::{OsmRule, TagTest, Tags};

use crate::domain::Invalid;
use crate::domain::choice::choice;

/// What is said of what names a place of refuge; never what it is or where.
pub const REFUGE: &str = "is on the shelter block list: places of refuge are never stored";

choice! {
    /// Whether a kind of place is indoors, outdoors, or only something a place has.
    Class: "cls" {
        /// Indoors: a room.
        Room = "room",
        /// Outdoors: a place in the narrow sense.
        Outdoor = "outdoor",
        /// A feature of a place (bench, toilet), never a place of its own.
        Amenity = "amenity",
    }
}

choice! {
    /// Whether places of a kind may count for goal 6.3.1 (a room and a place to meet in every district).
    Counts: "counts" {
        /// They count when the counting rules hold.
        Yes = "yes",
        /// They count only when a person has confirmed that the conditions hold.
        Conditional = "cond",
        /// They never count.
        No = "no",
    }
}

/// One kind of place, e.g. a library or a playground.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its name in files and addresses.
    pub id: String,
    /// German label.
    pub de: String,
    /// English label.
    pub en: String,
    /// Further German names, for the search.
    #[serde(default)]
    pub de_all: Vec<String>,
    /// Indoors, outdoors, or a mere feature.
    pub cls: Class,
    /// Whether it may count for goal 6.3.1.
    pub counts: Counts,
    /// Why it counts or does not, in one English sentence.
    #[serde(default)]
    pub note: String,
    /// The Maki icon that stands for it.
    pub icon: String,
    /// What OpenStreetMap calls it; a matching rule with the highest priority decides.
    #[serde(default)]
    pub osm: Vec<OsmRule>,
}

/// Objects that never become places, whatever else they are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Skip {
    tags: Vec<TagTest>,
}

/// All kinds of places, in the order of the specification.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The version of the data file.
    pub version: String,
    #[serde(rename = "kind")]
    kinds: Vec<Kind>,
    skip: Skip,
    shelter_block: ShelterBlock,
}

static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
    toml::from_str(include_str!("../../geodata/catalogue/kinds.toml"))
        .expect("the shipped catalogue is valid: a test reads it")
});

impl Catalogue {
    /// The catalogue that comes with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Every kind, in the order of the specification.
    pub fn kinds(&self) -> impl Iterator<Item = (KindId, &Kind)> {
        (0..).map(KindId).zip(&self.kinds)
    }

    /// The kind of place that OpenStreetMap's `tags` describe, if any.
    ///
    /// Amenities, private ground and abandoned things are none, and nothing on the shelter block list ever is.
    #[must_use]
    pub fn kind_of(&self, tags: &Tags) -> Option<KindId> {
        if self.is_skipped(tags) || self.is_blocked(tags) {
            return None;
        }
        self.kinds()
            .filter(|(_, kind)| kind.cls != Class::Amenity)
            .filter_map(|(id, kind)| {
                let best = kind.osm.iter().filter(|rule| rule.matches(tags));
                best.map(|rule| rule.priority)
                    .max()
                    .map(|priority| (priority, id))
            })
            // On equal priority the kind that stands first in the catalogue wins.
            .max_by_key(|&(priority, id)| (priority, std::cmp::Reverse(id)))
            .map(|(_, id)| id)
    }

    /// Whether the tag `key=value` can be what makes an object a place.
    ///
    /// An object none of whose tags hint at a place has no [kind](Self::kind_of): millions of buildings
    /// and streets are told apart by this without looking at all their tags together.
    #[must_use]
    pub fn hints_at_place(&self, key: &str, value: &str) -> bool {
        self.kinds
            .iter()
            .filter(|kind| kind.cls != Class::Amenity)
            .flat_map(|kind| &kind.osm)
            .flat_map(|rule| &rule.all)
            .any(|test| test.is_met_by(key, value))
    }

    /// Whether `tags` describe a shelter that must never be stored or shown: by what they say it is, or by any of their texts.
    #[must_use]
    pub fn is_blocked(&self, tags: &Tags) -> bool {
        self.shelter_block.matches(tags)
    }

    /// Whether `text` names a shelter that must never be stored or shown. Everything that comes in asks here.
    ///
    /// How it is written does not matter: better one meeting place too many refused.
    #[must_use]
    pub fn is_blocked_name(&self, text: &str) -> bool {
        self.shelter_block.names(text)
    }

    /// The same of the name of a street, which may be called after a house that stood there centuries ago: "Frauenhausgasse"
    /// leads nobody to one, "Am Frauenhaus" may.
    #[must_use]
    pub fn is_blocked_street(&self, name: &str) -> bool {
        self.shelter_block.names_beside_a_street(name)
    }

    fn is_skipped(&self, tags: &Tags) -> bool {
        self.skip.tags.iter().any(|test| test.matches(tags))
    }
}

/// A kind of the shipped catalogue; as text its id, e.g. `library`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(u16);

impl KindId {
    /// What the catalogue says about the kind.
    #[must_use]
    pub fn kind(self) -> &'static Kind {
        &Catalogue::shipped().kinds[usize::from(self.0)]
    }

    /// The kind's name in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        &self.kind().id
    }

    /// The kind's position in the catalogue.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl std::str::FromStr for KindId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let mut places = Catalogue::shipped()
            .kinds()
            .filter(|(_, kind)| kind.cls != Class::Amenity);
        places
            .find(|(_, kind)| kind.id == text)
            .map(|(id, _)| id)
            .ok_or_else(|| {
                let rule = "must be a kind of the catalogue, such as library or playground";
                Invalid::new("kind", format!("{rule}, not \"{}\"", text.escape_debug()))
            })
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for KindId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for KindId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(tags: &[(&str, &str)]) -> Option<&'static str> {
        let tags = tags.iter().map(|&(key, value)| (key.into(), value.into()));
        Catalogue::shipped()
            .kind_of(&tags.collect())
            .map(KindId::as_str)
    }

    #[test]
    fn every_kind_has_its_own_id_and_finds_itself() {
        for (id, kind) in Catalogue::shipped().kinds() {
            if kind.cls != Class::Amenity {
                assert_eq!(kind.id.parse::<KindId>().unwrap(), id);
            }
        }
    }

    #[test]
    fn the_more_specific_kind_wins() {
        assert_eq!(
            kind_of(&[("amenity", "community_centre")]),
            Some("neighbourhood_centre")
        );
        assert_eq!(
            kind_of(&[
                ("amenity", "community_centre"),
                ("community_centre", "youth_centre")
            ]),
            Some("youth_centre")
        );
        assert_eq!(
            kind_of(&[
                ("amenity", "community_centre"),
                ("name", "Mehrgenerationenhaus West")
            ]),
            Some("multigen_house")
        );
    }

    #[test]
    fn a_paid_park_is_an_attraction_and_not_a_park() {
        assert_eq!(kind_of(&[("leisure", "park")]), Some("park"));
        assert_eq!(
            kind_of(&[("leisure", "park"), ("fee", "yes")]),
            Some("fee_attraction")
        );
    }

    #[test]
    fn what_is_private_abandoned_or_only_a_cafe_is_no_place() {
        assert_eq!(
            kind_of(&[("leisure", "playground"), ("access", "private")]),
            None
        );
        assert_eq!(kind_of(&[("amenity", "cafe")]), None);
        assert_eq!(kind_of(&[("amenity", "bench")]), None);
        assert_eq!(kind_of(&[]), None);
    }

    #[test]
    fn every_rule_is_hinted_at_by_a_tag_that_is_there() {
        let catalogue = Catalogue::shipped();
        assert!(catalogue.hints_at_place("sport", "tennis; boules"));
        assert!(catalogue.hints_at_place("club", "anything"));
        assert!(!catalogue.hints_at_place("building", "yes"));
        assert!(!catalogue.hints_at_place("amenity", "bench"));
        for rule in catalogue.kinds.iter().flat_map(|kind| &kind.osm) {
            assert!(
                rule.all.iter().any(|test| !test.is_negated()),
                "{rule:?} would match objects without any hint"
            );
        }
    }

    #[test]
    fn one_value_of_a_list_is_enough() {
        assert_eq!(
            kind_of(&[("leisure", "pitch"), ("sport", "tennis;soccer")]),
            Some("ball_court")
        );
    }

    #[test]
    fn a_shelter_never_becomes_a_place() {
        assert_eq!(
            kind_of(&[
                ("amenity", "community_centre"),
                ("name", "Frauenhaus Musterstadt")
            ]),
            None
        );
        let tags = [
            ("amenity", "social_facility"),
            ("social_facility", "shelter"),
            ("social_facility:for", "woman"),
        ];
        let tags = tags.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert!(Catalogue::shipped().is_blocked(&tags.into()));
        assert!(Catalogue::shipped().is_blocked_name("Frauen- und Kinderschutzhaus"));
        assert!(!Catalogue::shipped().is_blocked_name("Frauenkirche"));
    }
}
