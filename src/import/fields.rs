//! Taking the fields of a record one by one, collecting a complaint for each that is wrong.

use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::Invalid;
use crate::import::Complaints;
use crate::import::record::{Record, text_of};

/// The fields of one record on their way into a domain value.
pub(super) struct Fields<'a, 'b> {
    record: Record,
    complaints: &'a mut Complaints<'b>,
    is_fine: bool,
}

impl<'a, 'b> Fields<'a, 'b> {
    pub(super) fn of(record: Record, complaints: &'a mut Complaints<'b>) -> Self {
        Self {
            record,
            complaints,
            is_fine: true,
        }
    }

    /// Notes a complaint about this record.
    pub(super) fn complain(&mut self, invalid: Invalid) {
        self.is_fine = false;
        self.complaints.add(&self.record.label, invalid);
    }

    /// The value, or a complaint in its place.
    pub(super) fn checked<T>(&mut self, value: Result<T, Invalid>) -> Option<T> {
        value.map_err(|invalid| self.complain(invalid)).ok()
    }

    /// Takes a field as text, if it is there and not empty.
    pub(super) fn text(&mut self, field: &str) -> Option<String> {
        let value = self.record.fields.remove(field)?;
        self.checked(text_of(field, &value)).flatten()
    }

    /// Takes and parses a field, if it is there and not empty.
    pub(super) fn take<T: FromStr<Err = Invalid>>(&mut self, field: &'static str) -> Option<T> {
        let text = self.text(field)?;
        let parsed = text
            .parse()
            .map_err(|invalid: Invalid| Invalid::new(field, invalid.reason));
        self.checked(parsed)
    }

    /// Whether a field is there and not empty.
    pub(super) fn has(&self, field: &str) -> bool {
        self.record.fields.get(field).is_some_and(|value| {
            !value.is_null() && value.as_str().is_none_or(|text| !text.trim().is_empty())
        })
    }

    /// Takes a field that has to be there.
    pub(super) fn require<T: FromStr<Err = Invalid>>(&mut self, field: &'static str) -> Option<T> {
        if !self.has(field) {
            self.complain(Invalid::new(field, "is missing"));
            return None;
        }
        self.take(field)
    }

    /// Takes yes or no; left out is no.
    pub(super) fn flag(&mut self, field: &'static str) -> bool {
        match self.text(field).as_deref() {
            None | Some("no" | "false") => false,
            Some("yes" | "true") => true,
            Some(other) => {
                let reason = format!("must be yes or no, not \"{}\"", other.escape_debug());
                self.complain(Invalid::new(field, reason));
                false
            }
        }
    }

    /// Takes a whole number from 0 to the largest of its type.
    pub(super) fn number<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        let text = self.text(field)?;
        let parsed = text.parse::<T>();
        self.checked(parsed.ok().ok_or_else(|| {
            Invalid::new(
                field,
                format!(
                    "must be a whole number in range, not \"{}\"",
                    text.escape_debug()
                ),
            )
        }))
    }

    /// Takes a number of degrees.
    pub(super) fn degrees(&mut self, field: &'static str) -> Option<f64> {
        let text = self.text(field)?;
        let parsed = text.parse::<f64>();
        self.checked(parsed.ok().ok_or_else(|| {
            let rule = "must be a number of degrees with a decimal point";
            Invalid::new(field, format!("{rule}, not \"{}\"", text.escape_debug()))
        }))
    }

    /// Takes a date: a day, or the first day of a month or year.
    pub(super) fn date(&mut self, field: &'static str) -> Option<NaiveDate> {
        let text = self.text(field)?;
        let full = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        self.checked(full.parse().ok().ok_or_else(|| {
            let rule = "must be a date such as 2026-01-31, 2026-01 or 2026";
            Invalid::new(field, format!("{rule}, not \"{}\"", text.escape_debug()))
        }))
    }

    /// Takes a list: an array (also as text), or text separated by commas or semicolons.
    pub(super) fn list<T: FromStr<Err = Invalid>>(&mut self, field: &'static str) -> Vec<T> {
        let entries = match self.record.fields.remove(field) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(Value::String(text)) => entries_of(&text),
            Some(other) => vec![other],
        };
        let mut list = Vec::new();
        for entry in &entries {
            if let Some(text) = self.checked(text_of(field, entry)).flatten() {
                let parsed = text
                    .parse()
                    .map_err(|invalid: Invalid| Invalid::new(field, invalid.reason));
                list.extend(self.checked(parsed));
            }
        }
        list
    }

    /// Takes the geometry.
    pub(super) fn geometry(&mut self) -> Option<geojson::Geometry> {
        self.record.geometry.take()
    }

    /// Drops fields that may be there and say nothing new.
    pub(super) fn ignore<'f>(&mut self, fields: impl IntoIterator<Item = &'f str>) {
        for field in fields {
            self.record.fields.remove(field);
        }
    }

    /// The names of the fields not taken yet that say something.
    pub(super) fn left(&self) -> Vec<String> {
        let fields = self.record.fields.iter();
        let said = fields.filter(|(_, value)| !value.is_null());
        said.map(|(name, _)| name.clone()).collect()
    }

    /// Complains about every field that nobody took: a typo must not lose a fact silently.
    pub(super) fn refuse_the_rest(&mut self) {
        for field in self.left() {
            self.complain(Invalid::new(field, "is no field of this sort of file"));
        }
    }

    /// Whether no complaint was noted about this record.
    pub(super) fn is_fine(&self) -> bool {
        self.is_fine
    }
}

fn entries_of(text: &str) -> Vec<Value> {
    let array = text
        .starts_with('[')
        .then(|| serde_json::from_str(text).ok());
    array.flatten().unwrap_or_else(|| {
        let parts = text.split([',', ';']);
        parts.map(|part| part.trim().into()).collect()
    })
}
