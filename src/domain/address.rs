//! House numbers and streets, to be searched for.

use serde::{Deserialize, Serialize};

use crate::domain::corner::Corner;

/// A house number, or a whole street.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The street, or the settlement where houses are numbered without streets.
    pub street: Box<str>,
    /// The house number; none for the street itself.
    pub house_number: Option<Box<str>>,
    /// The postcode, if the map says it.
    pub postcode: Option<Box<str>>,
    /// The town or part of town, if the map says it.
    pub locality: Option<Box<str>>,
    /// Where it is.
    pub corner: Corner,
}
