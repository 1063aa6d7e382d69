//! The parts of a city.

use std::fmt;

use geo::MultiPolygon;
use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::choice::choice;
use crate::domain::members::{Members, json};
use crate::domain::words::Name;
use crate::domain::{Bbox, Invalid, Location, Shape, folding, shape};

/// The name of a district in addresses and files, e.g. `ossweil`: lower-case letters, digits, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct DistrictId(Box<str>);

impl DistrictId {
    /// What an id looks like, as a regular expression for those who write one.
    pub const PATTERN: &str = "^[a-z0-9_-]{1,64}$";

    /// A district id made from a name.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self(folding::slug(name).into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for DistrictId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let fits = |letter: char| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_')
        };
        if (1..=64).contains(&text.len()) && text.chars().all(fits) {
            Ok(Self(text.into()))
        } else {
            Err(Invalid::new(
                "district",
                "must be 1 to 64 lower-case letters, digits, \"-\" or \"_\"",
            ))
        }
    }
}

impl<'de> Deserialize<'de> for DistrictId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

impl fmt::Display for DistrictId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

choice! {
    /// Where a district's outline comes from.
    Boundary: "boundary" {
        /// The city's own survey.
        Official = "official",
        /// A boundary relation of OpenStreetMap.
        Osm = "osm",
        /// Drawn for demonstration, not official.
        Demo = "demo",
    }
}

/// How many people live somewhere, in which year, and whether that is counted or estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// Residents with their main home there.
    pub count: u32,
    /// The year the figure is for, if it is known.
    pub year: Option<i32>,
    /// True when the figure is an estimate.
    pub estimated: bool,
}

/// An administrative part of the city (Stadtteil).
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Its name in addresses and files.
    pub id: DistrictId,
    /// Its name as people say it.
    pub name: Name,
    /// Its ground.
    pub area: MultiPolygon<f64>,
    /// Its residents, if the number is known.
    pub population: Option<Population>,
    /// Where the outline comes from.
    pub boundary: Boundary,
}

impl District {
    /// The box around the district.
    #[must_use]
    pub fn bbox(&self) -> Bbox {
        shape::bbox_of(&self.area)
    }

    /// A point inside to put the name on.
    #[must_use]
    pub fn label(&self) -> Location {
        shape::label_of(&self.area)
    }

    /// Everything that is known about it, named as in its GeoJSON feature; the ground as `geometry`.
    #[must_use]
    pub fn members(&self) -> Members {
        let mut members = Members::from([
            ("name".to_owned(), json(&self.name)),
            ("geometry".to_owned(), ground(&self.area)),
            ("boundary".to_owned(), json(&self.boundary)),
        ]);
        if let Some(figure) = self.population {
            let mut put = |name: &str, value| drop(members.insert(name.to_owned(), value));
            put("population", json(&figure.count));
            put("population_estimated", json(&figure.estimated));
            if let Some(year) = figure.year {
                put("population_year", json(&year));
            }
        }
        members
    }
}

fn ground(area: &MultiPolygon<f64>) -> serde_json::Value {
    json(&Shape::Area(area.clone()))
}

/// An unofficial neighbourhood inside a district, e.g. Schlösslesfeld in Ost.
#[derive(Clone, Debug, PartialEq)]
pub struct Quarter {
    /// Its name in addresses and files.
    pub id: DistrictId,
    /// Its name as people say it.
    pub name: Name,
    /// The district it belongs to.
    pub district: DistrictId,
    /// Its ground.
    pub area: MultiPolygon<f64>,
}

impl Quarter {
    /// Everything that is known about it; the ground as `geometry`.
    #[must_use]
    pub fn members(&self) -> Members {
        Members::from([
            ("name".to_owned(), json(&self.name)),
            ("district".to_owned(), json(&self.district)),
            ("geometry".to_owned(), ground(&self.area)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_id_is_a_plain_word() {
        assert_eq!(
            DistrictId::from_name("Grünbühl-Sonnenberg").as_str(),
            "gruenbuehl-sonnenberg"
        );
        assert!("../etc".parse::<DistrictId>().is_err());
        assert!("".parse::<DistrictId>().is_err());
    }
}
