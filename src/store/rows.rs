//! Rows as the database has them, and the domain values they stand for.

use chrono::NaiveDate;
use serde::Serialize;
use sqlx::FromRow;

use crate::domain::catalogue::Tags;
use crate::domain::change::Districts;
use crate::domain::place::Lifecycle;
use crate::domain::{
    CitySettings, District, Invalid, Location, Place, Population, Quarter, Shape, shape,
};
use crate::error::Error;

/// A place on its way into the database.
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
            opening_hours: place.opening_hours.as_ref().map(ToString::to_string),
            last_verified_at: place.last_verified_at.as_ref().map(ToString::to_string),
            origin: place.origin.to_string(),
            facts: json(&place.facts),
        }
    }
}

/// What stands between the values of a place in [`SELECT_PLACES`]; no value can contain it.
const SEPARATOR: char = '\u{1f}';

/// Every place as one text: joined in the database and parted here, because the driver hands over each column
/// of a row on its own, which costs more for a million places with thirteen each.
pub(super) const SELECT_PLACES: &str = "select id || '\u{1f}' || name || '\u{1f}' || kind || '\u{1f}' || status \
    || '\u{1f}' || coalesce(valid_from, '') || '\u{1f}' || coalesce(valid_to, '') \
    || '\u{1f}' || cast(lon as text) || '\u{1f}' || cast(lat as text) || '\u{1f}' || coalesce(shape, '') \
    || '\u{1f}' || coalesce(opening_hours, '') || '\u{1f}' || coalesce(last_verified_at, '') \
    || '\u{1f}' || origin || '\u{1f}' || facts from place";

/// The place that a text of [`SELECT_PLACES`] stands for.
///
/// # Errors
/// Names the place and the rule it breaks.
pub(super) fn place_from_text(text: &str) -> Result<Place, Error> {
    place(text).map_err(|invalid| Error::Corrupt {
        table: "place",
        id: text.split(SEPARATOR).next().unwrap_or_default().to_owned(),
        invalid,
    })
}

fn place(text: &str) -> Result<Place, Invalid> {
    let mut values = text.split(SEPARATOR);
    let mut next = |field| {
        values
            .next()
            .ok_or_else(|| Invalid::new(field, "is missing"))
    };
    let id = next("id")?.parse()?;
    let name = next("name")?.parse()?;
    let kind = next("kind")?.parse()?;
    let status = next("status")?.parse()?;
    let valid_from = date("valid_from", next("valid_from")?)?;
    let valid_to = date("valid_to", next("valid_to")?)?;
    let (lon, lat) = (degrees("lon", next("lon")?)?, degrees("lat", next("lat")?)?);
    let shape = match next("shape")? {
        "" => Shape::Point(Location::from_lon_lat(lon, lat)?),
        geojson => shape::geojson::read(from_json("shape", geojson)?)?.0,
    };
    let opening_hours = match next("opening_hours")? {
        "" => None,
        text => Some(text.parse()?),
    };
    Ok(Place {
        id,
        name,
        kind,
        lifecycle: Lifecycle::new(status, valid_from, valid_to)?,
        shape,
        opening_hours,
        last_verified_at: date("last_verified_at", next("last_verified_at")?)?,
        origin: next("origin")?.parse()?,
        facts: Box::new(from_json("facts", next("facts")?)?),
    })
}

/// The settings of the stored city.
///
/// # Errors
/// Names the rule they break.
pub(super) fn settings_from_text(text: &str) -> Result<CitySettings, Error> {
    CitySettings::from_toml(text).map_err(|invalid| Error::Corrupt {
        table: "city",
        id: "1".into(),
        invalid,
    })
}

/// Every district, in the columns of [`DistrictRow`].
pub(super) const SELECT_DISTRICTS: &str = "select id, name, area, population, population_year, population_estimated, boundary from district";

/// Every quarter, in the columns of [`QuarterRow`].
pub(super) const SELECT_QUARTERS: &str = "select id, name, district_id, area from quarter";

/// What the rows of districts and quarters stand for.
///
/// # Errors
/// Names the first one that breaks a rule.
pub(super) fn districts_of(
    districts: Vec<DistrictRow>,
    quarters: Vec<QuarterRow>,
) -> Result<Districts, Error> {
    let (districts, quarters) = (districts.into_iter(), quarters.into_iter());
    Ok(Districts {
        districts: districts
            .map(District::try_from)
            .collect::<Result<_, _>>()?,
        quarters: quarters.map(Quarter::try_from).collect::<Result<_, _>>()?,
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

pub(super) fn from_json<'a, T: serde::Deserialize<'a>>(
    field: &'static str,
    text: &'a str,
) -> Result<T, Invalid> {
    serde_json::from_str(text).map_err(|error| Invalid::new(field, error.to_string()))
}

/// A date; an empty text is none.
fn date(field: &'static str, text: &str) -> Result<Option<NaiveDate>, Invalid> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| {
        let rule = "must be a date such as 2026-01-31";
        Invalid::new(field, format!("{rule} ({error})"))
    })
}

fn degrees(field: &'static str, text: &str) -> Result<f64, Invalid> {
    text.parse()
        .map_err(|error| Invalid::new(field, format!("must be a number of degrees ({error})")))
}

pub(super) fn integer<T: TryFrom<i64>>(field: &'static str, value: i64) -> Result<T, Invalid> {
    value
        .try_into()
        .ok()
        .ok_or_else(|| Invalid::new(field, format!("{value} is out of range")))
}

/// A date that has to be there.
pub(super) fn day(field: &'static str, text: &str) -> Result<NaiveDate, Invalid> {
    text.parse()
        .map_err(|error| Invalid::new(field, format!("must be a date, not {text:?}: {error}")))
}
