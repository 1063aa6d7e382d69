//! Places from a city's own GeoJSON or CSV file.

mod onto;

use std::collections::HashSet;

use uuid::Uuid;

pub use onto::{Onto, edited};

use crate::domain::catalogue::REFUGE;
use crate::domain::place::columns::{AUDIENCE, GEOMETRY, VERSION};
use crate::domain::place::{
    Address, Audience, Facts, Lifecycle, Origin, OsmAccess, OsmTag, Place, PlaceId, Restriction,
    Status,
};
use crate::domain::words::{HoursText, Name};
use crate::domain::{Amenities, Amenity, Catalogue, Fact, Invalid, Location, Shape, shape};
use crate::import::fields::Fields;
use crate::import::record::{self, Record};
use crate::import::{Complaints, Refused};

/// Members of our own exports that follow from others and are not read back.
const DERIVED: &[&str] = &[
    "cls",
    "district_name",
    "quarter",
    "quarter_name",
    "stale",
    "completeness",
    "origin",
    "open",
    "open_until",
    "opens",
    "distance_m",
    "walk_s",
    "walk_engine",
    "url",
    "accessibility",
    VERSION,
];

/// Places read from `bytes`; those without an `id` get one from `new_id`.
///
/// # Errors
/// Every complaint about the file: a wrong value, an unknown field that is not in `ignore`, a place that is
/// on the shelter block list, an id that stands twice.
pub fn read(
    file: &str,
    bytes: &[u8],
    origin: Origin,
    ignore: &[String],
    new_id: impl FnMut() -> Uuid,
) -> Result<Vec<Place>, Refused> {
    places_of(file, bytes, origin, ignore, Some, new_id)
}

/// The same for a city that knows some of the places: a row of a table with the id of a known place leaves as it is
/// what the table has no column for. A row that says which version it was made from is left out where the place is
/// another now, or no longer there: an old table undoes nothing that somebody did since, and brings back nothing that was
/// taken away.
///
/// # Errors
/// As of [`read`].
pub fn read_onto<'p>(
    file: &str,
    bytes: &[u8],
    origin: Origin,
    ignore: &[String],
    known: impl Fn(PlaceId) -> Option<&'p Place>,
    new_id: impl FnMut() -> Uuid,
) -> Result<Onto, Refused> {
    let mut told = Onto::default();
    let wanted = |record| told.wanted(record, &known);
    let places = places_of(file, bytes, origin, ignore, wanted, new_id)?;
    Ok(Onto { places, ..told })
}

/// The places of those records that are `wanted`, as that leaves them.
fn places_of(
    file: &str,
    bytes: &[u8],
    origin: Origin,
    ignore: &[String],
    wanted: impl FnMut(Record) -> Option<Record>,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<Vec<Place>, Refused> {
    let mut complaints = Complaints::about(file);
    let mut places = Vec::new();
    let mut ids = HashSet::new();
    for record in record::read(file, bytes)?.into_iter().filter_map(wanted) {
        let mut fields = Fields::of(record, &mut complaints);
        fields.ignore(ignore.iter().map(String::as_str));
        let Some(place) = place(&mut fields, origin, &mut new_id) else {
            continue;
        };
        if ids.insert(place.id) {
            places.push(place);
        } else {
            fields.complain(Invalid::new(
                "id",
                format!("{} stands twice in the file", place.id),
            ));
        }
    }
    complaints.or(places)
}

fn place(fields: &mut Fields, origin: Origin, new_id: &mut impl FnMut() -> Uuid) -> Option<Place> {
    let name = fields.require::<Name>("name");
    let id = fields.take("id").unwrap_or_else(|| PlaceId(new_id()));
    let kind = fields.require("kind");
    let lifecycle = lifecycle(fields);
    let shape = shape(fields);
    let opening_hours = fields.take("opening_hours");
    let last_verified_at = fields.date("last_verified_at");
    let facts = facts(fields);
    fields.ignore(DERIVED.iter().copied());
    // Where it is a text, it was read with the row.
    fields.ignore([GEOMETRY]);
    fields.refuse_the_rest();
    let is_blocked = |text: &str| Catalogue::shipped().is_blocked_name(text);
    let hours = opening_hours.as_ref().map(HoursText::as_str);
    if name.as_deref().is_some_and(is_blocked)
        || hours.is_some_and(is_blocked)
        || facts.names_a_refuge()
    {
        fields.complain(Invalid::new("name", REFUGE));
    }
    fields.is_fine().then_some(Place {
        id,
        name: name?,
        kind: kind?,
        lifecycle: lifecycle?,
        shape: shape?,
        opening_hours,
        last_verified_at,
        origin,
        facts: Box::new(facts),
    })
}

fn lifecycle(fields: &mut Fields) -> Option<Lifecycle> {
    let status = fields.take("status").unwrap_or(Status::Active);
    let (from, to) = (fields.date("valid_from"), fields.date("valid_to"));
    fields.checked(Lifecycle::new(status, from, to))
}

fn shape(fields: &mut Fields) -> Option<Shape> {
    let corner = (fields.degrees("lon"), fields.degrees("lat"));
    let shape = match (fields.geometry(), corner) {
        (Some(geometry), _) => shape::geojson::read(geometry).map(|(shape, _)| shape),
        (None, (Some(lon), Some(lat))) => Location::from_lon_lat(lon, lat).map(Shape::Point),
        (None, _) => Err(Invalid::new(
            GEOMETRY,
            "is missing (in CSV: the columns lon and lat)",
        )),
    };
    fields.checked(shape)
}

fn facts(fields: &mut Fields) -> Facts {
    Facts {
        access: fields.take("access"),
        cost: fields.take("cost"),
        cost_text: fields.take("cost_text"),
        consumption_required: fields.take("consumption_required").unwrap_or_default(),
        own_food_allowed: fields.take("own_food_allowed").unwrap_or_default(),
        topics: fields.list("topics").into_iter().collect(),
        audience: audience(fields),
        languages: fields.list("languages"),
        seats: fields.number("seats"),
        floor_area_m2: fields.number("floor_area_m2"),
        room_count: fields.number("room_count"),
        bookable: fields.take("bookable").unwrap_or_default(),
        toilets: fields.take("toilets"),
        eurokey: fields.take("eurokey").unwrap_or_default(),
        amenities: amenities(fields),
        name_easy: fields.take("name_easy"),
        status_reason: fields.take("status_reason"),
        relocated_to: fields.take("relocated_to"),
        address: address(fields),
        opening_hours_source: fields.take("opening_hours_source"),
        verified_by_role: fields.take("verified_by_role"),
        operator: fields.take("operator"),
        operator_type: fields.take("operator_type"),
        source: fields.take("source"),
        licence: fields.take("licence"),
        named_district: named_district(fields),
        position_quality: fields.take("position_quality"),
        osm_id: fields.take("osm_id"),
        osm_wheelchair: fields.take("osm_wheelchair"),
        osm_access: osm_access(fields),
        estimated: fields.list("estimated"),
        note_de: fields.take("note_de"),
        note_en: fields.take("note_en"),
    }
}

/// The district that the source names. In our own exports, which say `near_border`, the member `district` is where
/// the place lies, and what the source named stands beside it.
fn named_district(fields: &mut Fields) -> Option<Name> {
    if fields.has("near_border") {
        fields.ignore(["district", "near_border"]);
    }
    let named = fields.take("named_district");
    let district = fields.take("district");
    named.or(district)
}

fn audience(fields: &mut Fields) -> Option<Audience> {
    let named = fields.take("restriction");
    let restriction = fields.take(AUDIENCE).or(named);
    let (min_age, max_age) = (fields.number("min_age"), fields.number("max_age"));
    let restriction: Restriction = match restriction {
        Some(restriction) => restriction,
        None if min_age.is_some() || max_age.is_some() => Restriction::Age,
        None => return None,
    };
    fields.checked(Audience::new(restriction, min_age, max_age))
}

fn address(fields: &mut Fields) -> Option<Box<Address>> {
    let address = Address {
        street: fields.take("street"),
        housenumber: fields.take("housenumber"),
        postcode: fields.take("postcode"),
        city: fields.take("city"),
    };
    (address != Address::default()).then(|| Box::new(address))
}

fn osm_access(fields: &mut Fields) -> Option<Box<OsmAccess>> {
    let tags = OsmTag::ALL.iter();
    OsmAccess::of(tags.filter_map(|tag| Some((*tag, fields.take(tag.column())?))))
}

fn amenities(fields: &mut Fields) -> Amenities {
    let mut amenities = Amenities::default();
    for &amenity in Amenity::ALL {
        amenities.set(
            amenity,
            fields.take(amenity.as_str()).unwrap_or(Fact::Unknown),
        );
    }
    amenities
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_csv(text: &str) -> Result<Vec<Place>, Refused> {
        read("x.csv", text.as_bytes(), Origin::Local, &[], Uuid::new_v4)
    }

    #[test]
    fn every_complaint_of_a_file_is_told_at_once() {
        let refused = read_csv(
            "name,kind,lon,lat,seats,sauna\nA,sauna,9.1,98,many,yes\n,library,9.1,48.9,,\n",
        );
        let complaints = refused.unwrap_err().0;
        let told: Vec<_> = complaints
            .iter()
            .map(|c| (c.feature.as_str(), c.field.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("row 1 (A)", "kind"),
                ("row 1 (A)", "lat"),
                ("row 1 (A)", "seats"),
                ("row 1 (A)", "sauna"),
                ("row 2", "name"),
            ]
        );
    }

    #[test]
    fn what_a_file_does_not_say_is_unknown() {
        let places =
            read_csv("name;kind;lon;lat;wifi;topics\nA;library;9.1;48.9;;talk_coffee,self_help\n")
                .unwrap();
        assert_eq!(places[0].facts.amenities.fact(Amenity::Wifi), Fact::Unknown);
        assert_eq!(places[0].facts.topics.iter().count(), 2);
        assert_eq!(places[0].lifecycle.status, Status::Active);
    }

    #[test]
    fn a_table_changes_what_it_has_columns_for_and_leaves_the_rest() {
        let mut dice = crate::domain::random::Dice(5);
        for number in 0..200 {
            let before = dice.place(number % 101);
            let text = format!("id;seats;wifi\n{};12;\n", before.id);
            let known = |id| (id == before.id).then_some(&before);
            let read = read_onto(
                "x",
                text.as_bytes(),
                before.origin,
                &[],
                known,
                Uuid::new_v4,
            );
            let mut expected = before.clone();
            expected.facts.seats = Some(12);
            expected.facts.amenities.set(Amenity::Wifi, Fact::Unknown);
            assert_eq!(read.unwrap().places, [expected]);
        }
    }

    #[test]
    fn a_shelter_is_refused_without_its_position() {
        let refused =
            read_csv("name,kind,lon,lat\nFrauenhaus Nord,library,9.123456,48.9\n").unwrap_err();
        assert!(refused.to_string().contains("block list"));
        assert!(!refused.to_string().contains("9.123456"));
    }

    #[test]
    fn an_id_that_stands_twice_is_refused() {
        let id = Uuid::new_v4();
        let refused = read_csv(&format!(
            "id,name,kind,lon,lat\n{id},A,park,9,48\n{id},B,park,9,48\n"
        ));
        assert!(refused.unwrap_err().0[0].reason.contains("twice"));
    }
}
