//! What stands in the form for a place, where it comes from, and what two people made of it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fields::{self, Input};
use crate::domain::Place;
use crate::domain::place::columns::Cells;
use crate::import::record::Record;
use crate::pages::form::Fields;

/// What stands in each field by its column; an empty field has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed(Cells);

impl Typed {
    /// A form for a place as it is.
    pub(super) fn of(place: &Place) -> Self {
        Self::from_cells(&place.cells())
    }

    /// A form filled in with `cells`, as far as there are fields for them.
    pub(super) fn from_cells(cells: &Cells) -> Self {
        let known = fields::all().filter_map(|(column, _)| {
            let text = cells.get(column)?;
            Some((column.to_owned(), text.clone()))
        });
        Self(known.collect())
    }

    /// The form as it was sent.
    pub(super) fn sent(form: &Fields) -> Self {
        let mut typed = Self::default();
        for (column, input) in fields::all() {
            let text = match input {
                Input::Topics => form.values(column).join(";"),
                // As numbers are written in German.
                Input::Degrees => form.value(column).replace(',', "."),
                _ => form.value(column).to_owned(),
            };
            typed.put(column, text);
        }
        // A place is drawn or a point: what is drawn goes before.
        if typed.0.contains_key("geometry") {
            typed.0.remove("lon");
            typed.0.remove("lat");
        }
        typed
    }

    /// What an older form stood on, as it says itself; nothing where that cannot be read.
    pub(super) fn read_back(text: &str) -> Self {
        let cells: Cells = serde_json::from_str(text).unwrap_or_default();
        Self::from_cells(&cells)
    }

    /// All of it as text, to be read back.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// What stands in a field; empty where nothing does.
    pub(super) fn value(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    fn put(&mut self, column: &str, text: String) {
        if matches!(text.as_str(), "" | "unknown") {
            self.0.remove(column);
        } else {
            self.0.insert(column.to_owned(), text);
        }
    }

    /// What the fields say, for an edit: an empty one says that nothing is known.
    pub(super) fn said(&self) -> Record {
        let said = fields::all().map(|(column, _)| {
            let text = self.0.get(column).map(|text| Value::from(text.as_str()));
            (column.to_owned(), text.unwrap_or(Value::Null))
        });
        let geometry = self.0.get("geometry").map(String::as_str);
        Record {
            label: String::new(),
            geometry: geometry.and_then(|text| text.parse().ok()),
            fields: said.collect(),
            is_row: true,
        }
    }

    /// Whether something was drawn that is no shape.
    pub(super) fn has_broken_shape(&self) -> bool {
        let text = self.0.get("geometry");
        text.is_some_and(|text| text.parse::<geojson::Geometry>().is_err())
    }

    /// The columns in which two forms differ.
    fn differing<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'static str> {
        let columns = fields::all().map(|(column, _)| column);
        columns.filter(|column| self.value(column) != other.value(column))
    }
}

/// One field that somebody else has changed meanwhile.
#[derive(Debug, PartialEq)]
pub(super) struct Meanwhile {
    pub(super) column: &'static str,
    pub(super) before: String,
    pub(super) now: String,
    /// What was typed here, where that differs from both.
    pub(super) typed: Option<String>,
}

/// Brings together what was typed into a form that stood on `base` with the place as it is `now`: own changes stay
/// typed, everything else is as it is now; and what the others changed is told.
pub(super) fn together(base: &Typed, typed: &Typed, now: &Typed) -> (Typed, Vec<Meanwhile>) {
    let own: BTreeMap<_, _> = typed
        .differing(base)
        .map(|column| (column, typed.value(column)))
        .collect();
    let mut merged = now.clone();
    for (column, text) in &own {
        merged.put(column, (*text).to_owned());
    }
    let meanwhile = now.differing(base).map(|column| Meanwhile {
        column,
        before: base.value(column).to_owned(),
        now: now.value(column).to_owned(),
        typed: own
            .get(column)
            .filter(|text| **text != now.value(column))
            .map(|text| (*text).to_owned()),
    });
    let meanwhile = meanwhile.collect();
    (merged, meanwhile)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(cells: &[(&str, &str)]) -> Typed {
        let cells = cells.iter();
        Typed(
            cells
                .map(|(column, text)| ((*column).to_owned(), (*text).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn of_two_who_change_different_fields_nobody_loses() {
        let base = typed(&[("name", "Treff"), ("lon", "9.2"), ("opening_hours", "24/7")]);
        let mine = typed(&[("name", "Treff"), ("lon", "9.3"), ("opening_hours", "24/7")]);
        let now = typed(&[
            ("name", "Treff"),
            ("lon", "9.2"),
            ("opening_hours", "Mo 10:00-12:00"),
        ]);
        let (merged, meanwhile) = together(&base, &mine, &now);
        assert_eq!(
            merged,
            typed(&[
                ("name", "Treff"),
                ("lon", "9.3"),
                ("opening_hours", "Mo 10:00-12:00")
            ])
        );
        assert_eq!(meanwhile.len(), 1);
        assert_eq!(
            (meanwhile[0].column, &meanwhile[0].typed),
            ("opening_hours", &None)
        );
    }

    #[test]
    fn of_two_who_change_the_same_field_the_second_sees_both() {
        let base = typed(&[("seats", "10")]);
        let (merged, meanwhile) = together(&base, &typed(&[("seats", "12")]), &typed(&[]));
        assert_eq!(merged, typed(&[("seats", "12")]));
        assert_eq!(meanwhile[0].typed.as_deref(), Some("12"));
        assert_eq!((&*meanwhile[0].before, &*meanwhile[0].now), ("10", ""));
    }

    #[test]
    fn what_is_empty_or_unknown_says_that_nothing_is_known() {
        let place = crate::domain::random::Dice(9).place(3);
        let said = Typed::of(&place).said();
        assert_eq!(said.fields.len(), fields::all().count());
        let mut form = typed(&[("wifi", "yes")]);
        form.put("wifi", "unknown".to_owned());
        assert!(form.said().fields["wifi"].is_null());
    }

    #[test]
    fn a_form_for_a_place_that_is_sent_as_it_is_changes_nothing() {
        let mut dice = crate::domain::random::Dice(11);
        for number in 0..200 {
            let mut place = dice.place(number % 101);
            place.origin = crate::domain::place::Origin::Local;
            let said = Typed::of(&place).said();
            let after = crate::import::places::edited(place.id, Some(&place), said);
            assert_eq!(after.unwrap(), place);
        }
    }
}
