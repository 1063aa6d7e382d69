//! The fields of the form for a place: one for each column that somebody of the city may say something about.

use crate::domain::place::{Access, Cost, OperatorType, Restriction, Status, Toilets};
use crate::domain::{Amenity, Topic};

/// How a field is filled in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A number of degrees.
    Degrees,
    /// The kind of a place.
    Kind,
    /// Any topics.
    Topics,
    /// Yes, no or unknown.
    Fact,
    /// One of some names, or nothing; the words are messages of this family.
    OneOf(&'static str, fn() -> Vec<&'static str>),
    /// The id of another place.
    Place,
    /// A shape drawn on the map, as GeoJSON.
    Shape,
}

/// One field: its column and how it is filled in.
pub(super) type Field = (&'static str, Input);

/// The fields in groups, each with the message of its heading.
pub(super) const GROUPS: [(&str, &[Field]); 6] = [
    (
        "staff-place-group-what",
        &[
            ("name", Input::Line),
            ("name_easy", Input::Line),
            ("kind", Input::Kind),
            ("operator", Input::Line),
            ("operator_type", Input::OneOf("operator", operator_types)),
        ],
    ),
    (
        "staff-place-group-where",
        &[
            ("lon", Input::Degrees),
            ("lat", Input::Degrees),
            ("geometry", Input::Shape),
            ("street", Input::Line),
            ("housenumber", Input::Line),
            ("postcode", Input::Line),
            ("city", Input::Line),
        ],
    ),
    (
        "staff-place-group-state",
        &[
            ("status", Input::OneOf("status", states)),
            ("valid_from", Input::Day),
            ("valid_to", Input::Day),
            ("status_reason", Input::Lines),
            ("relocated_to", Input::Place),
        ],
    ),
    (
        "staff-place-group-hours",
        &[
            ("opening_hours", Input::Lines),
            ("opening_hours_source", Input::Line),
        ],
    ),
    (
        "staff-place-group-use",
        &[
            ("access", Input::OneOf("access", accesses)),
            ("cost", Input::OneOf("cost", costs)),
            ("cost_text", Input::Line),
            ("consumption_required", Input::Fact),
            ("own_food_allowed", Input::Fact),
            (
                "audience_restriction",
                Input::OneOf("audience", restrictions),
            ),
            ("min_age", Input::Number),
            ("max_age", Input::Number),
            ("topics", Input::Topics),
            ("languages", Input::Line),
            ("bookable", Input::Fact),
        ],
    ),
    (
        "staff-place-group-equipment",
        &[
            ("seats", Input::Number),
            ("floor_area_m2", Input::Number),
            ("room_count", Input::Number),
            ("toilets", Input::OneOf("toilets", toilets)),
            ("eurokey", Input::Fact),
        ],
    ),
];

/// Fields after the amenities.
pub(super) const REMARKS: (&str, &[Field]) = (
    "staff-place-group-remarks",
    &[
        ("note_de", Input::Lines),
        ("note_en", Input::Lines),
        ("source", Input::Line),
        ("licence", Input::Line),
    ],
);

/// Every field, amenities included.
pub(super) fn all() -> impl Iterator<Item = Field> {
    let groups = GROUPS.iter().chain(std::iter::once(&REMARKS));
    let fields = groups.flat_map(|(_, fields)| fields.iter().copied());
    let amenities = Amenity::ALL.iter();
    fields.chain(amenities.map(|amenity| (amenity.as_str(), Input::Fact)))
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|own| name(*own)).collect()
}

fn states() -> Vec<&'static str> {
    names(Status::ALL, Status::as_str)
}

fn accesses() -> Vec<&'static str> {
    names(Access::ALL, Access::as_str)
}

fn costs() -> Vec<&'static str> {
    names(Cost::ALL, Cost::as_str)
}

fn restrictions() -> Vec<&'static str> {
    names(Restriction::ALL, Restriction::as_str)
}

fn toilets() -> Vec<&'static str> {
    names(Toilets::ALL, Toilets::as_str)
}

fn operator_types() -> Vec<&'static str> {
    names(OperatorType::ALL, OperatorType::as_str)
}

/// The names of all topics.
pub(super) fn topics() -> Vec<&'static str> {
    names(Topic::ALL, Topic::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::place::columns;

    /// What nobody types: who says so, and what comes from elsewhere.
    const NOT_TYPED: [&str; 8] = [
        "id",
        "last_verified_at",
        "verified_by_role",
        "named_district",
        "position_quality",
        "osm_id",
        "osm_wheelchair",
        "estimated",
    ];

    #[test]
    fn every_column_has_a_field_but_those_that_nobody_types() {
        let fields: BTreeSet<_> = all().map(|(column, _)| column).collect();
        assert_eq!(fields.len(), all().count());
        let columns: BTreeSet<_> = columns::all()
            .filter(|column| !NOT_TYPED.contains(column))
            .filter(|column| !column.starts_with("osm_"))
            .collect();
        assert_eq!(fields, columns);
    }
}
