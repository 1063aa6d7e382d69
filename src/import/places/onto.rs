//! What is said of a place that is known already: what is named is as it says, everything else stays.

use serde_json::Value;

use super::place;
use crate::domain::Invalid;
use crate::domain::place::columns::{GEOMETRY, VERSION};
use crate::domain::place::{Origin, Place, PlaceId};
use crate::import::Complaints;
use crate::import::fields::Fields;
use crate::import::record::{self, Record};

/// What was read for a city that knows some of the places.
#[derive(Debug, Default, PartialEq)]
pub struct Onto {
    /// The places as they are to be.
    pub places: Vec<Place>,
    /// Names of places that were changed or taken away since the table was made, and are left as they are.
    pub changed_since: Vec<String>,
    /// Names of known places of which the file does not say which version it was made from: what somebody did since is
    /// overwritten.
    pub unversioned: Vec<String>,
}

impl Onto {
    /// The record as it is to be read, filled in from the place that is known; none where it is left out.
    pub(super) fn wanted<'p>(
        &mut self,
        record: Record,
        known: impl Fn(PlaceId) -> Option<&'p Place>,
    ) -> Option<Record> {
        let text = |field: &str| record.fields.get(field).and_then(Value::as_str);
        let seen = text(VERSION);
        let Some(id) = id_of(&record) else {
            return Some(record);
        };
        match (known(id), seen) {
            (None, None) => Some(record),
            (None, Some(_)) => {
                let name = text("name").unwrap_or(&record.label);
                self.changed_since.push(name.to_owned());
                None
            }
            (Some(before), Some(seen)) if seen != before.version().to_string() => {
                self.changed_since.push(before.name.to_string());
                None
            }
            (Some(before), seen) => {
                if seen.is_none() {
                    self.unversioned.push(before.name.to_string());
                }
                Some(if record.is_row {
                    onto(before, record)
                } else {
                    record
                })
            }
        }
    }
}

/// The place `id` as an edit by the city leaves it: what `said` speaks of is as it says (nothing said of a field that is
/// named is unknown), everything else as it was `before`.
///
/// # Errors
/// A complaint for each field that breaks a rule.
pub fn edited(
    id: PlaceId,
    before: Option<&Place>,
    mut said: Record,
) -> Result<Place, Vec<Invalid>> {
    if let Some(before) = before {
        said = onto(before, said);
    }
    said.fields.insert("id".to_owned(), id.to_string().into());
    let mut complaints = Complaints::about("");
    let mut fields = Fields::of(said, &mut complaints);
    let place = place(&mut fields, Origin::Local, &mut || id.0);
    match place {
        Some(place) => Ok(place),
        None => Err(complaints.into_invalid()),
    }
}

fn id_of(record: &Record) -> Option<PlaceId> {
    record.fields.get("id")?.as_str()?.parse().ok()
}

/// What `said` leaves out, filled in from the place as it is.
fn onto(before: &Place, mut said: Record) -> Record {
    let moves = ["lon", "lat", GEOMETRY].map(|column| said.fields.contains_key(column));
    let is_moved = said.geometry.is_some() || moves.contains(&true);
    let mut cells = before.cells();
    if is_moved {
        for column in ["lon", "lat", GEOMETRY] {
            cells.remove(column);
        }
    } else if let Some(shape) = cells.remove(GEOMETRY) {
        said.geometry = record::shape_in(&shape).ok();
    }
    for (column, text) in cells {
        said.fields.entry(column).or_insert_with(|| text.into());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Location, Shape};

    #[test]
    fn an_edit_says_which_field_breaks_which_rule_and_a_move_takes_an_area_away() {
        let mut before = crate::domain::random::Dice(5).place(1);
        before.name = "Treff".parse().unwrap();
        let said = |fields: &[(&str, Value)]| Record {
            label: String::new(),
            fields: fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            geometry: None,
            is_row: true,
        };
        let wrong = edited(
            before.id,
            Some(&before),
            said(&[
                ("kind", "sauna".into()),
                ("seats", "viele".into()),
                ("name", Value::Null),
            ]),
        );
        let wrong: Vec<_> = wrong
            .unwrap_err()
            .into_iter()
            .map(|own| own.field)
            .collect();
        assert_eq!(wrong, ["name", "kind", "seats"]);
        let moved = edited(
            before.id,
            Some(&before),
            said(&[("lon", "9.2".into()), ("lat", "48.9".into())]),
        );
        let moved = moved.unwrap();
        assert_eq!(
            moved.shape,
            Shape::Point(Location::from_lon_lat(9.2, 48.9).unwrap())
        );
        assert_eq!((moved.name, moved.facts), (before.name, before.facts));
    }
}
