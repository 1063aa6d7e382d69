//! Settlements and how many people live in them: the map knows most figures by the settlement, not by the boundary around it.

use super::words::Reader;
use crate::domain::catalogue::Tags;
use crate::domain::words::Name;
use crate::domain::{Location, Population};

/// A city, town, village or part of one, as a point with a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    /// Its name.
    pub name: Name,
    /// Where its name stands on the map.
    pub location: Location,
    /// Its residents.
    pub population: Population,
}

impl Settlement {
    /// The settlement a tagged point is; none without a name or a figure.
    pub(super) fn of(tags: &Tags, location: Location) -> Option<Self> {
        tags.get("place")?;
        Some(Self {
            name: Reader::new(tags).first(&["name:de", "name"])?,
            location,
            population: population(tags)?,
        })
    }
}

/// The residents that tags tell, with the year where it is given.
pub(super) fn population(tags: &Tags) -> Option<Population> {
    let reader = Reader::new(tags);
    let year = reader
        .text("population:date")
        .and_then(|date| date.get(..4)?.parse().ok());
    Some(Population {
        count: reader.number("population")?,
        year: year.filter(|year| (1800..=2200).contains(year)),
        estimated: false,
    })
}
