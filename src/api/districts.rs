//! Which district a location is in.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;

use crate::api::answer::{JSON, Key, revisioned};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::{DistrictId, Invalid, Location};
use crate::query::{Param, Params, Schema};
use crate::snapshot::Snapshot;

/// The location asked about.
pub const LOCATION_PARAMS: &[Param] = &[
    Param::required(
        "lon",
        Schema::Number(-180.0, 180.0),
        "Longitude in degrees east (WGS 84).",
    ),
    Param::required(
        "lat",
        Schema::Number(-90.0, 90.0),
        "Latitude in degrees north (WGS 84).",
    ),
];

#[derive(Serialize)]
struct At<'a> {
    revision: i64,
    district: Option<Named<'a>>,
    quarter: Option<Named<'a>>,
    /// Metres to the nearest border of any district.
    border_distance_m: Option<f64>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a DistrictId,
    name: &'a str,
}

/// `GET /api/districts/at`
pub async fn at(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[LOCATION_PARAMS])?;
    let snapshot = city.snapshot();
    let location = location(&mut params, &snapshot)?;
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        ..Key::default()
    };
    Ok(revisioned(&snapshot, &key, &headers, JSON, || At {
        revision: snapshot.revision().0,
        district: snapshot.district_at(location).map(|own| Named {
            id: &own.id,
            name: &own.name,
        }),
        quarter: snapshot.quarter_at(location).map(|own| Named {
            id: &own.id,
            name: &own.name,
        }),
        border_distance_m: snapshot
            .border_distance_m(location)
            .map(|metres| (metres * 10.0).round() / 10.0),
    }))
}

/// Takes `lon` and `lat`. A location that lies in the city only when the two are swapped is refused.
///
/// # Errors
/// Names the parameter that is missing, no number, off the earth or swapped.
pub fn location(params: &mut Params, snapshot: &Snapshot) -> Result<Location, Invalid> {
    let mut degrees = |name| {
        params
            .number(name)?
            .ok_or_else(|| Invalid::new(name, "is missing"))
    };
    let (lon, lat) = (degrees("lon")?, degrees("lat")?);
    let location = Location::from_lon_lat(lon, lat)?;
    let is_here = |location| snapshot.bbox().is_some_and(|bbox| bbox.contains(location));
    let is_swapped = !is_here(location) && Location::from_lon_lat(lat, lon).is_ok_and(is_here);
    if is_swapped {
        return Err(Invalid::new(
            "lon",
            "and lat seem to be swapped: lon is east, lat is north",
        ));
    }
    Ok(location)
}
