//! Rows as the database has them, and the domain values they stand for.

use chrono::NaiveDate;
use serde::Serialize;
use sqlx::FromRow;

use crate::domain::catalogue::Tags;
use crate::domain::place::Lifecycle;
use crate::domain::{District, Invalid, Location, Place, Population, Quarter, Shape, shape};
use crate::error::Error;

#[derive(FromRow)]
pub(super) struct PlaceRow {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub status: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub lon: f64,
    pub lat: f64,
    pub shape: Option<String>,
    pub opening_hours: Option<String>,
    pub last_verified_at: Option<String>,
    pub origin: String,
    pub facts: String,
}

impl PlaceRow {
    pub(super) fn of(place: &Place) -> Self {
        let label = place.shape.label();
        let is_point = matches!(place.shape, Shape::Point(_));
        Self {
            id: place.id.to_string(),
            name: place.name.to_string(),
            kind: place.kind.to_string(),
            status: place.lifecycle.status.to_string(),
            valid_from: place
                .lifecycle
                .valid_from()
                .as_ref()
                .map(ToString::to_string),
            valid_to: place.lifecycle.valid_to().as_ref().map(ToString::to_string),
            lon: label.lon(),
            lat: label.lat(),
            shape: (!is_point).then(|| json(&place.shape)),
            opening_hours: place.opening_hours.as_deref().map(Into::into),
            last_verified_at: place.last_verified_at.as_ref().map(ToString::to_string),
            origin: place.origin.to_string(),
            facts: json(&place.facts),
        }
    }
}

impl TryFrom<PlaceRow> for Place {
    type Error = Error;

    fn try_from(row: PlaceRow) -> Result<Self, Error> {
        let id = row.id.clone();
        place(row).map_err(|invalid| Error::Corrupt {
            table: "place",
            id,
            invalid,
        })
    }
}

fn place(row: PlaceRow) -> Result<Place, Invalid> {
    let lifecycle = Lifecycle::new(
        row.status.parse()?,
        row.valid_from
            .map(|text| date("valid_from", &text))
            .transpose()?,
        row.valid_to
            .map(|text| date("valid_to", &text))
            .transpose()?,
    )?;
    let facts = from_json("facts", &row.facts)?;
    Ok(Place {
        id: row.id.parse()?,
        name: row.name.parse()?,
        kind: row.kind.parse()?,
        lifecycle,
        shape: match row.shape {
            None => Shape::Point(Location::from_lon_lat(row.lon, row.lat)?),
            Some(text) => shape::geojson::read(from_json("shape", &text)?)?.0,
        },
        opening_hours: row.opening_hours.map(Into::into),
        last_verified_at: row
            .last_verified_at
            .map(|text| date("last_verified_at", &text))
            .transpose()?,
        origin: row.origin.parse()?,
        facts: Box::new(facts),
    })
}

#[derive(FromRow)]
pub(super) struct DistrictRow {
    pub id: String,
    pub name: String,
    pub area: String,
    pub population: Option<i64>,
    pub population_year: Option<i64>,
    pub population_estimated: bool,
    pub boundary: String,
}

impl DistrictRow {
    pub(super) fn of(district: &District) -> Self {
        let population = district.population;
        Self {
            id: district.id.to_string(),
            name: district.name.to_string(),
            area: json(&Shape::Area(district.area.clone())),
            population: population.map(|figure| figure.count.into()),
            population_year: population.and_then(|figure| figure.year).map(Into::into),
            population_estimated: population.is_some_and(|figure| figure.estimated),
            boundary: district.boundary.to_string(),
        }
    }
}

impl TryFrom<DistrictRow> for District {
    type Error = Error;

    fn try_from(row: DistrictRow) -> Result<Self, Error> {
        district(&row).map_err(|invalid| Error::Corrupt {
            table: "district",
            id: row.id.clone(),
            invalid,
        })
    }
}

fn district(row: &DistrictRow) -> Result<District, Invalid> {
    let count = row
        .population
        .map(|count| integer("population", count))
        .transpose()?;
    let year = row
        .population_year
        .map(|year| integer("population_year", year))
        .transpose()?;
    Ok(District {
        id: row.id.parse()?,
        name: row.name.parse()?,
        area: shape::geojson::read_area(from_json("area", &row.area)?)?.area,
        population: count.map(|count| Population {
            count,
            year,
            estimated: row.population_estimated,
        }),
        boundary: row.boundary.parse()?,
    })
}

#[derive(FromRow)]
pub(super) struct QuarterRow {
    pub id: String,
    pub name: String,
    pub district_id: String,
    pub area: String,
}

impl QuarterRow {
    pub(super) fn of(quarter: &Quarter) -> Self {
        Self {
            id: quarter.id.to_string(),
            name: quarter.name.to_string(),
            district_id: quarter.district.to_string(),
            area: json(&Shape::Area(quarter.area.clone())),
        }
    }
}

impl TryFrom<QuarterRow> for Quarter {
    type Error = Error;

    fn try_from(row: QuarterRow) -> Result<Self, Error> {
        quarter(&row).map_err(|invalid| Error::Corrupt {
            table: "quarter",
            id: row.id.clone(),
            invalid,
        })
    }
}

fn quarter(row: &QuarterRow) -> Result<Quarter, Invalid> {
    Ok(Quarter {
        id: row.id.parse()?,
        name: row.name.parse()?,
        district: row.district_id.parse()?,
        area: shape::geojson::read_area(from_json("area", &row.area)?)?.area,
    })
}

/// Raw tags as the database has them.
pub(super) fn tags_from_json(text: &str) -> Result<Tags, Invalid> {
    from_json("tags", text)
}

pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("domain values are plain data")
}

fn from_json<'a, T: serde::Deserialize<'a>>(
    field: &'static str,
    text: &'a str,
) -> Result<T, Invalid> {
    serde_json::from_str(text).map_err(|error| Invalid::new(field, error.to_string()))
}

fn date(field: &'static str, text: &str) -> Result<NaiveDate, Invalid> {
    text.parse().map_err(|error| {
        Invalid::new(
            field,
            format!("must be a date such as 2026-01-31 ({error})"),
        )
    })
}

fn integer<T: TryFrom<i64>>(field: &'static str, value: i64) -> Result<T, Invalid> {
    value
        .try_into()
        .ok()
        .ok_or_else(|| Invalid::new(field, format!("{value} is out of range")))
}
