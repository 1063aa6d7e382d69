//! What residents need to know about a place. Whatever is not said is unknown, never "no".

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::place::{OsmAccess, PlaceId};
use crate::domain::words::{Name, Remark};
use crate::domain::{Amenities, Catalogue, Fact, Invalid, Topics};

choice! {
    /// How one gets in.
    Access: "access" {
        /// Walk in.
        Public = "public",
        /// Walk in at certain hours.
        DropInHours = "drop_in_hours",
        /// Free, but one must register.
        Registration = "registration",
        /// Members only.
        Members = "members",
        /// By appointment only.
        Appointment = "appointment",
    }
}

choice! {
    /// What it costs.
    Cost: "cost" {
        /// Nothing.
        Free = "free",
        /// What one likes to give.
        Donation = "donation",
        /// A fee.
        Fee = "fee",
    }
}

impl Cost {
    /// Whether nobody has to pay.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Free | Self::Donation)
    }
}

choice! {
    /// The best toilet there is.
    Toilets: "toilets" {
        /// None at all.
        None = "none",
        /// One; whether a wheelchair user can use it is not known.
        Yes = "yes",
        /// One for wheelchairs.
        Wheelchair = "wheelchair",
        /// One with a changing bench for adults ("Toilette für alle").
        ChangingPlace = "changing_place",
    }
}

impl Toilets {
    /// Whether there is any.
    #[must_use]
    pub const fn is_available(self) -> bool {
        !matches!(self, Self::None)
    }

    /// Whether a wheelchair user can use it.
    #[must_use]
    pub const fn is_for_wheelchairs(self) -> bool {
        matches!(self, Self::Wheelchair | Self::ChangingPlace)
    }
}

choice! {
    /// A limit on who may come: a fact of access, not a target group.
    Restriction: "audience_restriction" {
        /// Everybody may come.
        None = "none",
        /// Only people of a certain age.
        Age = "age",
        /// Only people of a certain gender.
        Gender = "gender",
        /// Only members.
        Membership = "membership",
        /// Something else.
        Other = "other",
    }
}

choice! {
    /// What sort of organisation runs a place.
    OperatorType: "operator_type" {
        /// The city.
        Municipal = "municipal",
        /// A religious community.
        Religious = "religious",
        /// A welfare organisation.
        Welfare = "welfare",
        /// An association.
        Association = "association",
        /// A housing company.
        HousingCompany = "housing_company",
        /// A business.
        Commercial = "commercial",
        /// An initiative of residents.
        Initiative = "initiative",
    }
}

choice! {
    /// How well the position is known.
    PositionQuality: "position_quality" {
        /// Surveyed or mapped to a few metres.
        Survey = "survey",
        /// Estimated from an address or landmark, about 200 m.
        Address = "address",
        /// The middle of a neighbourhood only, about 700 m.
        Quarter = "quarter",
    }
}

/// Who may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// The limit.
    pub restriction: Restriction,
    /// Youngest age in years, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u8>,
    /// Oldest age in years, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u8>,
}

impl Audience {
    /// A limit with its ages.
    ///
    /// # Errors
    /// When the oldest age is below the youngest.
    pub fn new(
        restriction: Restriction,
        min_age: Option<u8>,
        max_age: Option<u8>,
    ) -> Result<Self, Invalid> {
        match (min_age, max_age) {
            (Some(min), Some(max)) if max < min => Err(Invalid::new(
                "max_age",
                format!("must not be below min_age ({min}), not {max}"),
            )),
            _ => Ok(Self {
                restriction,
                min_age,
                max_age,
            }),
        }
    }
}

/// A postal address, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<Name>,
    /// House number with its suffix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub housenumber: Option<Name>,
    /// Postcode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Name>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Name>,
}

/// Everything else that is known about a place; members that are not known are absent in files and answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    /// How one gets in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// The cost in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_text: Option<Remark>,
    /// Whether one must buy something; unknown is treated as yes where places are counted.
    #[serde(skip_serializing_if = "is_unknown")]
    pub consumption_required: Fact,
    /// Whether one may bring food.
    #[serde(skip_serializing_if = "is_unknown")]
    pub own_food_allowed: Fact,
    /// What people do there.
    #[serde(skip_serializing_if = "Topics::is_empty")]
    pub topics: Topics,
    /// Who may come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Languages spoken: ISO 639-1, `dgs` (sign language) or `de-leicht`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Name>,
    /// Seats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Floor area in square metres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor_area_m2: Option<u32>,
    /// Rooms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room_count: Option<u32>,
    /// Whether groups can book it.
    #[serde(skip_serializing_if = "is_unknown")]
    pub bookable: Fact,
    /// The best toilet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub toilets: Option<Toilets>,
    /// Whether the toilet opens with the Eurokey.
    #[serde(skip_serializing_if = "is_unknown")]
    pub eurokey: Fact,
    /// Three-valued amenities.
    #[serde(skip_serializing_if = "Amenities::is_empty")]
    pub amenities: Amenities,
    /// The name in easy language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_easy: Option<Name>,
    /// Why it has the status it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<Remark>,
    /// Where it moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relocated_to: Option<PlaceId>,
    /// Postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Box<Address>>,
    /// Where the hours come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_hours_source: Option<Remark>,
    /// The role that last confirmed the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_by_role: Option<Name>,
    /// The organisation that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<Name>,
    /// What sort of organisation that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_type: Option<OperatorType>,
    /// What the facts rest on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Remark>,
    /// Licence of the facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Name>,
    /// The district the source names; the ground decides, this is only checked against it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_district: Option<Name>,
    /// How well the position is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position_quality: Option<PositionQuality>,
    /// The object of OpenStreetMap it came from, e.g. `way/123`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub osm_id: Option<Name>,
    /// OpenStreetMap's own word on wheelchair access, never verified by the city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub osm_wheelchair: Option<Name>,
    /// OpenStreetMap's words on other needs, never verified by the city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub osm_access: Option<Box<OsmAccess>>,
    /// Names of the members above whose values are estimates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub estimated: Vec<Name>,
    /// A remark in German.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_de: Option<Remark>,
    /// A remark in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_en: Option<Remark>,
}

impl Facts {
    /// Whether any text among them names a place of refuge.
    #[must_use]
    pub fn names_a_refuge(&self) -> bool {
        let address = self.address.as_deref();
        let part = |own: fn(&Address) -> &Option<Name>| address.and_then(|all| own(all).as_ref());
        let names = [
            self.name_easy.as_ref(),
            self.operator.as_ref(),
            self.named_district.as_ref(),
            self.verified_by_role.as_ref(),
            self.licence.as_ref(),
            part(|all| &all.housenumber),
            part(|all| &all.city),
        ];
        let remarks = [
            &self.note_de,
            &self.note_en,
            &self.status_reason,
            &self.source,
            &self.cost_text,
            &self.opening_hours_source,
        ];
        let lists = self.languages.iter().chain(&self.estimated);
        let names = names.into_iter().flatten().chain(lists).map(Name::as_str);
        let remarks = remarks.into_iter().flatten().map(Remark::as_str);
        let catalogue = Catalogue::shipped();
        let street = part(|all| &all.street);
        names
            .chain(remarks)
            .any(|text| catalogue.is_blocked_name(text))
            || street.is_some_and(|name| catalogue.is_blocked_street(name))
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes by reference"
)]
const fn is_unknown(fact: &Fact) -> bool {
    !fact.is_known()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_absent_and_comes_back_unknown() {
        let facts = Facts {
            seats: Some(20),
            own_food_allowed: Fact::No,
            ..Facts::default()
        };
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(text, r#"{"own_food_allowed":"no","seats":20}"#);
        let back: Facts = serde_json::from_str(&text).unwrap();
        assert_eq!(back, facts);
        assert_eq!(back.consumption_required, Fact::Unknown);
    }

    #[test]
    fn ages_are_in_order() {
        assert!(Audience::new(Restriction::Age, Some(27), Some(10)).is_err());
        assert!(Audience::new(Restriction::Age, Some(10), Some(27)).is_ok());
    }
}
