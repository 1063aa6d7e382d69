//! A place as one row of a table: what an export writes, a form shows, and an import reads back.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::{Amenity, Place, Shape};

use super::OsmTag;

/// The cells of one row by column; what is not known has none.
pub type Cells = BTreeMap<String, String>;

/// The column of a shape that is no point: GeoJSON as text.
pub const GEOMETRY: &str = "geometry";

/// The column of the version the row was made from; no fact about the place.
pub const VERSION: &str = "version";

/// The column of who may come.
pub const AUDIENCE: &str = "audience_restriction";

/// Columns before the facts.
const FIRST: [&str; 11] = [
    "id",
    "name",
    "kind",
    "status",
    "valid_from",
    "valid_to",
    "lon",
    "lat",
    GEOMETRY,
    "opening_hours",
    "last_verified_at",
];

/// Columns of facts, but for those of amenities and of OpenStreetMap's own words.
const FACTS: [&str; 35] = [
    "access",
    "cost",
    "cost_text",
    "consumption_required",
    "own_food_allowed",
    "topics",
    AUDIENCE,
    "min_age",
    "max_age",
    "languages",
    "seats",
    "floor_area_m2",
    "room_count",
    "bookable",
    "toilets",
    "eurokey",
    "name_easy",
    "status_reason",
    "relocated_to",
    "street",
    "housenumber",
    "postcode",
    "city",
    "opening_hours_source",
    "verified_by_role",
    "operator",
    "operator_type",
    "source",
    "licence",
    "named_district",
    "position_quality",
    "osm_id",
    "osm_wheelchair",
    "note_de",
    "note_en",
];

/// Every column, in the order of a table.
pub fn all() -> impl Iterator<Item = &'static str> {
    let amenities = Amenity::ALL.iter().map(|amenity| amenity.as_str());
    let words = OsmTag::ALL.iter().map(|tag| tag.column());
    let columns = FIRST.into_iter().chain(FACTS);
    columns
        .chain(amenities)
        .chain(words)
        .chain(std::iter::once("estimated"))
}

impl Place {
    /// The place as a row.
    #[must_use]
    pub fn cells(&self) -> Cells {
        let mut cells = fact_cells(self);
        let mut put = |column: &str, text: String| drop(cells.insert(column.to_owned(), text));
        put("id", self.id.to_string());
        put("name", self.name.to_string());
        put("kind", self.kind.to_string());
        put("status", self.lifecycle.status.to_string());
        if let Some(day) = self.lifecycle.valid_from() {
            put("valid_from", day.to_string());
        }
        if let Some(day) = self.lifecycle.valid_to() {
            put("valid_to", day.to_string());
        }
        match &self.shape {
            Shape::Point(location) => {
                put("lon", location.lon().to_string());
                put("lat", location.lat().to_string());
            }
            shape => {
                let text = serde_json::to_string(shape).expect("a shape is plain data");
                put(GEOMETRY, text);
            }
        }
        if let Some(hours) = &self.opening_hours {
            put("opening_hours", hours.to_string());
        }
        if let Some(day) = self.last_verified_at {
            put("last_verified_at", day.to_string());
        }
        cells
    }
}

fn fact_cells(place: &Place) -> Cells {
    let facts = serde_json::to_value(&*place.facts).expect("facts are plain data");
    let Value::Object(facts) = facts else {
        return Cells::new();
    };
    let mut cells = Cells::new();
    for (member, value) in facts {
        match value {
            Value::Object(group) => {
                let named = group.into_iter().map(|(own, value)| {
                    let column = match (member.as_str(), own.as_str()) {
                        ("audience", "restriction") => AUDIENCE.to_owned(),
                        ("osm_access", tag) => format!("osm_{tag}"),
                        _ => own,
                    };
                    (column, text_of(&value))
                });
                cells.extend(named);
            }
            value => drop(cells.insert(member, text_of(&value))),
        }
    }
    cells
}

/// A value in a cell; a list with a semicolon between its entries, or as JSON where that would not come apart again.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(entries) => {
            let texts: Vec<_> = entries.iter().map(text_of).collect();
            let is_plain = |text: &String| !text.contains([',', ';']) && !text.starts_with('[');
            if texts.iter().all(is_plain) {
                texts.join(";")
            } else {
                value.to_string()
            }
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::random::Dice;

    #[test]
    fn every_cell_of_any_place_has_a_column_and_no_column_stands_twice() {
        let columns: BTreeSet<_> = all().collect();
        assert_eq!(columns.len(), all().count());
        let mut dice = Dice(7);
        let mut met = BTreeSet::new();
        for number in 0..400 {
            for column in dice.place(number % 101).cells().into_keys() {
                assert!(columns.contains(&*column), "no column {column}");
                met.insert(column);
            }
        }
        assert!(met.len() > columns.len() / 2, "{met:?}");
    }
}
