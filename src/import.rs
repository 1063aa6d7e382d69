//! Files become domain values, or every complaint about them at once. Nothing is stored here.

pub mod a11yjson;
pub mod barriers;
pub mod criteria;
pub mod districts;
pub mod events;
mod fields;
pub mod folder;
pub mod osm;
pub mod photo;
pub mod places;
pub mod reconcile;
pub mod record;
pub mod residents;

use std::fmt;

use serde::Serialize;

use crate::domain::Invalid;

/// Why one field of one feature of one file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// The file, as the caller named it.
    pub file: String,
    /// The feature: its number in the file, counted from 1, and its name if it has one; empty for the whole file.
    pub feature: String,
    /// The field; empty for the whole feature.
    pub field: String,
    /// The rule it breaks.
    pub reason: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for part in [&self.feature, &self.field] {
            if !part.is_empty() {
                write!(f, ", {part}")?;
            }
        }
        write!(f, ": {}", self.reason)
    }
}

/// A file that was refused, with everything that is wrong with it. Nothing of it was stored.
#[derive(Debug, thiserror::Error)]
pub struct Refused(pub Vec<Complaint>);

impl Refused {
    /// A file refused as a whole.
    #[must_use]
    pub fn file(file: &str, reason: impl Into<String>) -> Self {
        Self(vec![Complaint {
            file: file.to_owned(),
            feature: String::new(),
            field: String::new(),
            reason: reason.into(),
        }])
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        let noun = if count == 1 {
            "complaint"
        } else {
            "complaints"
        };
        write!(f, "{count} {noun}, nothing was stored:")?;
        self.0
            .iter()
            .try_for_each(|complaint| write!(f, "\n  {complaint}"))
    }
}

/// Complaints about one file while it is read.
pub(crate) struct Complaints<'a> {
    file: &'a str,
    list: Vec<Complaint>,
    /// How many more there were.
    untold: usize,
}

/// Nobody reads more, and a file must not fill the memory with them.
const MOST_COMPLAINTS: usize = 10_000;

impl<'a> Complaints<'a> {
    pub(crate) fn about(file: &'a str) -> Self {
        Self {
            file,
            list: Vec::new(),
            untold: 0,
        }
    }

    pub(crate) fn add(&mut self, feature: &str, invalid: Invalid) {
        if self.list.len() >= MOST_COMPLAINTS {
            self.untold += 1;
            return;
        }
        self.list.push(Complaint {
            file: self.file.to_owned(),
            feature: feature.to_owned(),
            field: invalid.field.into_owned(),
            reason: invalid.reason,
        });
    }

    /// `values` if there is no complaint.
    pub(crate) fn or<T>(self, values: T) -> Result<T, Refused> {
        if self.list.is_empty() {
            Ok(values)
        } else {
            Err(Refused(self.into_list()))
        }
    }

    /// All of them without where they were found.
    pub(crate) fn into_invalid(self) -> Vec<Invalid> {
        let list = self.into_list().into_iter();
        list.map(|own| Invalid::new(own.field, own.reason))
            .collect()
    }

    /// All of them, with one more that counts those for which there was no room.
    pub(crate) fn into_list(mut self) -> Vec<Complaint> {
        if self.untold > 0 {
            self.list.push(Complaint {
                file: self.file.to_owned(),
                feature: String::new(),
                field: String::new(),
                reason: format!("and {} more complaints", self.untold),
            });
        }
        self.list
    }
}
