//! Addresses by what people type.
//!
//! What somebody looks for may be where they live: it is answered, and neither logged, counted nor kept.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::answer::{GEOJSON, Key, revisioned};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::{Invalid, Location, PlaceId};
use crate::gazetteer::{AskedNumber, Quality, SpotKind};
use crate::query::{Param, Params, Schema};
use crate::snapshot::NamedSpot;

/// What is typed, how many answers, and where one is.
pub const ADDRESS_PARAMS: &[Param] = &[
    Param::required(
        "q",
        Schema::Text(MOST_CHARACTERS),
        "What somebody typed: an address, a street, a district, a place; whole or begun, in any order.",
    ),
    Param::optional(
        "limit",
        Schema::Count(1, MOST, DEFAULT),
        "At most so many spots.",
    ),
    Param::optional(
        "lon",
        Schema::Number(-180.0, 180.0),
        "Longitude in degrees east (WGS 84): of what fits equally well the nearer comes first.",
    ),
    Param::optional(
        "lat",
        Schema::Number(-90.0, 90.0),
        "Latitude in degrees north (WGS 84), together with lon.",
    ),
];

const MOST: u32 = 50;
const DEFAULT: u32 = 8;

/// No address is longer.
const MOST_CHARACTERS: usize = 400;

#[derive(Serialize)]
struct Addresses {
    #[serde(rename = "type")]
    kind: &'static str,
    revision: i64,
    #[serde(rename = "numberReturned")]
    number_returned: usize,
    features: Vec<Feature>,
}

#[derive(Serialize)]
struct Feature {
    #[serde(rename = "type")]
    kind: &'static str,
    geometry: Value,
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    label: String,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    whereabouts: String,
    kind: SpotKind,
    quality: Quality,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_number: Option<Box<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceId>,
}

/// `GET /api/addresses`
pub async fn find(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[ADDRESS_PARAMS])?;
    let text = params
        .text("q")
        .ok_or_else(|| Invalid::new("q", "is missing"))?;
    if text.chars().count() > MOST_CHARACTERS {
        let rule = format!("must be at most {MOST_CHARACTERS} characters");
        return Err(Invalid::new("q", rule).into());
    }
    let limit = params.count("limit", DEFAULT, MOST)?;
    let near = near(&mut params)?;
    let snapshot = city.snapshot();
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        ..Key::default()
    };
    let mut answer = revisioned(&snapshot, &key, &headers, GEOJSON, || {
        let found = snapshot.find_spots(&text, near, limit);
        Addresses {
            kind: "FeatureCollection",
            revision: snapshot.revision().0,
            number_returned: found.len(),
            features: found.into_iter().map(feature).collect(),
        }
    });
    // No cache that several people share may keep what one of them looked for.
    let own_only = HeaderValue::from_static("private, no-cache");
    answer.headers_mut().insert(header::CACHE_CONTROL, own_only);
    Ok(answer)
}

fn near(params: &mut Params) -> Result<Option<Location>, Invalid> {
    match (params.number("lon")?, params.number("lat")?) {
        (Some(lon), Some(lat)) => Location::from_lon_lat(lon, lat).map(Some),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Invalid::new("lat", "must come with lon")),
        (None, Some(_)) => Err(Invalid::new("lon", "must come with lat")),
    }
}

fn feature(spot: NamedSpot) -> Feature {
    let (number, asked_number) = match &spot.number {
        AskedNumber::Met => (None, None),
        AskedNumber::Nearest(asked) => (Some("nearest"), Some(asked.clone())),
        AskedNumber::Begun => (Some("begun"), None),
        AskedNumber::NoneKnown(asked) => (Some("none_known"), Some(asked.clone())),
    };
    Feature {
        kind: "Feature",
        geometry: json!({ "type": "Point", "coordinates": [spot.location.lon(), spot.location.lat()] }),
        properties: Properties {
            label: spot.label(),
            name: spot.name,
            whereabouts: spot.whereabouts,
            kind: spot.kind,
            quality: spot.quality,
            asked_number,
            number,
            place: spot.place,
        },
    }
}
