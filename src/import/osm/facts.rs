//! What tags say about a place. A fact is taken only where a tag says just that: what nobody said
//! stays unknown and is never written as "no".

use chrono::NaiveDate;

use super::words::{Reader, fitted};
use crate::domain::place::{
    Access, Address, Audience, Cost, Facts, OperatorType, OsmAccess, OsmTag, Restriction, Toilets,
};
use crate::domain::words::Name;
use crate::domain::{Amenities, Amenity, Fact, KindId};

/// The name of a place, and whether it was made up from its kind and street because it has none.
pub(super) fn name(reader: &Reader<'_>, kind: KindId) -> (Name, bool) {
    if let Some(name) = reader.first(&["name:de", "name"]) {
        return (name, false);
    }
    let label = kind.kind().de.as_str();
    let described = match reader.text("addr:street") {
        Some(street) => format!("{label}, {}", fitted(street, 100)),
        None => label.to_owned(),
    };
    let name = described.parse().or_else(|_| label.parse());
    (name.expect("the label of a kind is a name"), true)
}

/// The facts that tags tell.
pub(super) fn of(reader: &Reader<'_>) -> Facts {
    Facts {
        access: access(reader),
        cost: cost(reader),
        cost_text: reader.words("charge"),
        audience: audience(reader),
        toilets: toilets(reader),
        amenities: amenities(reader),
        address: address(reader).map(Box::new),
        operator: reader.words("operator"),
        operator_type: operator_type(reader),
        osm_wheelchair: reader.words("wheelchair"),
        osm_access: osm_access(reader),
        source: "OpenStreetMap".parse().ok(),
        licence: "ODbL-1.0".parse().ok(),
        ..Facts::default()
    }
}

fn osm_access(reader: &Reader<'_>) -> Option<Box<OsmAccess>> {
    let tags = OsmTag::ALL.iter();
    OsmAccess::of(tags.filter_map(|tag| Some((*tag, reader.first(tag.keys())?))))
}

/// When somebody last checked the whole entry on the spot; a check of one tag alone does not count.
pub(super) fn last_verified_at(reader: &Reader<'_>) -> Option<NaiveDate> {
    let text = reader.text("check_date")?;
    // A month without a day counts from its first day: rather too old than too fresh.
    let first_of_month = || NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .or_else(first_of_month)
}

fn access(reader: &Reader<'_>) -> Option<Access> {
    match reader.text("access")? {
        "yes" | "public" | "permissive" => Some(Access::Public),
        "members" => Some(Access::Members),
        _ => None,
    }
}

fn cost(reader: &Reader<'_>) -> Option<Cost> {
    match reader.text("fee") {
        Some("no") => Some(Cost::Free),
        Some("donation") => Some(Cost::Donation),
        Some("yes") => Some(Cost::Fee),
        // Whoever writes down a charge says that there is one.
        None if reader.text("charge").is_some() => Some(Cost::Fee),
        _ => None,
    }
}

fn audience(reader: &Reader<'_>) -> Option<Audience> {
    let (min_age, max_age) = (reader.number("min_age"), reader.number("max_age"));
    if min_age.is_none() && max_age.is_none() {
        return None;
    }
    let audience = Audience::new(Restriction::Age, min_age, max_age);
    if audience.is_err() {
        reader.refuse();
    }
    audience.ok()
}

fn toilets(reader: &Reader<'_>) -> Option<Toilets> {
    match (reader.text("toilets"), reader.text("toilets:wheelchair")) {
        (Some("no"), _) => Some(Toilets::None),
        (_, Some("yes" | "designated")) => Some(Toilets::Wheelchair),
        (Some("yes"), _) => Some(Toilets::Yes),
        _ => None,
    }
}

fn address(reader: &Reader<'_>) -> Option<Address> {
    let address = Address {
        street: reader.first(&["addr:street", "addr:place"]),
        housenumber: reader.words("addr:housenumber"),
        postcode: reader.words("addr:postcode"),
        city: reader.words("addr:city"),
    };
    (address != Address::default()).then_some(address)
}

/// `public` and `private` are left out: they do not say which public body or whether it is a business.
fn operator_type(reader: &Reader<'_>) -> Option<OperatorType> {
    match reader.text("operator:type")? {
        "municipal" | "municipality" | "city" | "communal" => Some(OperatorType::Municipal),
        "religious" | "church" => Some(OperatorType::Religious),
        "charitable" | "charity" | "welfare" => Some(OperatorType::Welfare),
        "association" | "club" => Some(OperatorType::Association),
        "business" | "commercial" => Some(OperatorType::Commercial),
        "initiative" | "community" => Some(OperatorType::Initiative),
        _ => None,
    }
}

fn amenities(reader: &Reader<'_>) -> Amenities {
    use Fact::{No, Unknown, Yes};
    let mut amenities = Amenities::default();
    let mut tell = |amenity, key, meaning: fn(&str) -> Fact| {
        if let Some(fact) = reader.text(key).map(meaning).filter(|fact| fact.is_known()) {
            amenities.set(amenity, fact);
        }
    };
    tell(Amenity::BabyChange, "changing_table", yes_or_no);
    tell(Amenity::DrinkingWater, "drinking_water", yes_or_no);
    tell(Amenity::Shade, "shade", yes_or_no);
    tell(Amenity::SeatsWithBackrest, "backrest", yes_or_no);
    // A roof shelters; no roof over the whole place does not mean that there is no shelter in it.
    tell(Amenity::RainShelter, "covered", |value| {
        if value == "yes" { Yes } else { Unknown }
    });
    tell(Amenity::RainShelter, "shelter", yes_or_no);
    tell(Amenity::LitAfterDark, "lit", |value| match value {
        "yes" | "24/7" | "sunset-sunrise" | "dusk-dawn" | "automatic" => Yes,
        "no" | "disused" => No,
        _ => Unknown,
    });
    tell(Amenity::Power, "power_supply", |value| match value {
        "no" => No,
        "unknown" | "intermittent" => Unknown,
        _ => Yes,
    });
    // Dogs may not come in: assistance dogs may all the same, or not.
    tell(Amenity::AssistanceDog, "dog", |value| match value {
        "yes" | "leashed" => Yes,
        _ => Unknown,
    });
    tell(Amenity::AssistanceDog, "assistance_dog", yes_or_no);
    // Other internet access need not be wireless, and a wireless one that costs is not meant.
    let is_paid = reader
        .text("internet_access:fee")
        .is_some_and(|fee| fee != "no");
    tell(Amenity::Wifi, "internet_access", |value| match value {
        "wlan" => Yes,
        "no" => No,
        _ => Unknown,
    });
    if is_paid {
        amenities.set(Amenity::Wifi, Unknown);
    }
    amenities
}

fn yes_or_no(value: &str) -> Fact {
    match value {
        "yes" => Fact::Yes,
        "no" => Fact::No,
        _ => Fact::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Tags;

    fn tags(tags: &[(&str, &str)]) -> Tags {
        tags.iter()
            .map(|&(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    }

    fn facts(list: &[(&str, &str)]) -> Facts {
        of(&Reader::new(&tags(list)))
    }

    #[test]
    fn what_no_tag_says_stays_unknown() {
        let said = facts(&[
            ("leisure", "park"),
            ("capacity", "40"),
            ("dog", "no"),
            ("covered", "no"),
        ]);
        let nothing = Facts {
            source: "OpenStreetMap".parse().ok(),
            licence: "ODbL-1.0".parse().ok(),
            ..Facts::default()
        };
        assert_eq!(said, nothing);
    }

    #[test]
    fn facts_are_what_the_tags_say() {
        let said = facts(&[
            ("access", "permissive"),
            ("fee", "no"),
            ("toilets", "yes"),
            ("toilets:wheelchair", "yes"),
            ("changing_table", "no"),
            ("lit", "sunset-sunrise"),
            ("dog", "leashed"),
            ("internet_access", "wlan"),
            ("wheelchair", "limited"),
            ("audio_loop", "yes"),
            ("hearing_loop", "no"),
            ("min_age", "6"),
            ("max_age", "12"),
            ("operator", "Stadt Musterstadt"),
            ("operator:type", "municipal"),
            ("addr:street", "Hauptstraße"),
        ]);
        assert_eq!(said.access, Some(Access::Public));
        assert_eq!(said.cost, Some(Cost::Free));
        assert_eq!(said.toilets, Some(Toilets::Wheelchair));
        assert_eq!(said.amenities.fact(Amenity::BabyChange), Fact::No);
        assert_eq!(said.amenities.fact(Amenity::LitAfterDark), Fact::Yes);
        assert_eq!(said.amenities.fact(Amenity::AssistanceDog), Fact::Yes);
        assert_eq!(said.amenities.fact(Amenity::Wifi), Fact::Yes);
        assert_eq!(said.amenities.known().count(), 4);
        assert_eq!(said.osm_wheelchair.as_deref(), Some("limited"));
        let access = said.osm_access.unwrap();
        let words: Vec<_> = access.iter().map(|(tag, word)| (tag, &**word)).collect();
        assert_eq!(
            words,
            [
                (OsmTag::ToiletsWheelchair, "yes"),
                (OsmTag::HearingLoop, "no")
            ]
        );
        let ages = said
            .audience
            .map(|audience| (audience.min_age, audience.max_age));
        assert_eq!(ages, Some((Some(6), Some(12))));
        assert_eq!(said.operator_type, Some(OperatorType::Municipal));
        assert_eq!(said.address.unwrap().street.as_deref(), Some("Hauptstraße"));
    }

    #[test]
    fn what_costs_is_neither_free_nor_free_wireless() {
        let said = facts(&[
            ("charge", "2 EUR"),
            ("internet_access", "wlan"),
            ("internet_access:fee", "customers"),
        ]);
        assert_eq!(said.cost, Some(Cost::Fee));
        assert_eq!(said.cost_text.as_deref(), Some("2 EUR"));
        assert_eq!(said.amenities.fact(Amenity::Wifi), Fact::Unknown);
    }

    #[test]
    fn a_place_without_a_name_is_called_by_its_kind_and_street() {
        let playground = "playground".parse().unwrap();
        let called = |list: &[(&str, &str)]| {
            let (name, is_estimated) = name(&Reader::new(&tags(list)), playground);
            (name.as_str().to_owned(), is_estimated)
        };
        assert_eq!(called(&[]), ("Spielplatz".to_owned(), true));
        assert_eq!(
            called(&[("addr:street", "Weststraße")]),
            ("Spielplatz, Weststraße".to_owned(), true)
        );
        assert_eq!(
            called(&[("name", "Aire de jeux"), ("name:de", "Spielplatz am Bach")]),
            ("Spielplatz am Bach".to_owned(), false)
        );
    }

    #[test]
    fn only_a_date_of_a_check_is_a_verification() {
        let verified = |list: &[(&str, &str)]| last_verified_at(&Reader::new(&tags(list)));
        assert_eq!(
            verified(&[("check_date", "2024-05-17")]),
            NaiveDate::from_ymd_opt(2024, 5, 17)
        );
        assert_eq!(
            verified(&[("check_date", "2024-05")]),
            NaiveDate::from_ymd_opt(2024, 5, 1)
        );
        assert_eq!(verified(&[("check_date", "soon")]), None);
        assert_eq!(
            verified(&[("check_date:opening_hours", "2024-05-17")]),
            None
        );
    }
}
