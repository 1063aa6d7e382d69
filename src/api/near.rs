//! The nearest places.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::NaiveTime;
use serde::Serialize;

use crate::api::answer::{GEOJSON, Key, revisioned_bytes};
use crate::api::districts::{LOCATION_PARAMS, location};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::place::Status;
use crate::export::geojson::{Way, place_collection};
use crate::query::{PLACE_PARAMS, PROFILE, Param, Params, PlaceQuery, Schema};
use crate::snapshot::Span;
use crate::walk::{Engine, Profile};

/// How far to look, and how many places to name; beside them stands where one is.
pub const NEAR_PARAMS: &[Param] = &[
    Param::optional(
        "within_m",
        Schema::Number(0.0, 100_000.0),
        "Only places whose nearest edge is at most so many metres away.",
    ),
    PROFILE,
    Param::optional(
        "limit",
        Schema::Count(1, MOST, DEFAULT),
        "At most so many places.",
    ),
];

const MOST: u32 = 200;
const DEFAULT: u32 = 20;
/// Beyond this nothing is near (metres).
const FARTHEST_M: f64 = 100_000.0;

/// Where people can meet today: what is asked for when no status is named.
const IN_USE: &[Status] = &[Status::Active, Status::Relocated];

#[derive(Serialize)]
struct NearHead {
    #[serde(rename = "type")]
    kind: &'static str,
    revision: i64,
    /// What told the walking times; places that no way of the network leads to name their own.
    engine: Engine,
    profile: Profile,
    #[serde(rename = "numberReturned")]
    number_returned: usize,
}

/// `GET /api/places/near`
pub async fn near(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(
        uri.query().unwrap_or_default(),
        &[LOCATION_PARAMS, NEAR_PARAMS, PLACE_PARAMS],
    )?;
    let snapshot = city.snapshot();
    let location = location(&mut params, &snapshot)?;
    let within_m = params.number("within_m")?.unwrap_or(FARTHEST_M);
    if !(0.0..=FARTHEST_M).contains(&within_m) {
        return Err(Invalid::new("within_m", "must be from 0 to 100000 metres").into());
    }
    let limit = params.count("limit", DEFAULT, MOST)?;
    let profile = params.take("profile")?.unwrap_or(Profile::Older);
    let query = PlaceQuery::read(&mut params)?;
    let is_about_use = !query.names_status();
    let query = query.with_default_status(IN_USE);
    let now = city.now();
    let timezone = snapshot.settings().timezone;
    let today = snapshot.date_at(now);
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        // Without a moment of its own the question is about today.
        moment: Some(if query.is_about_now() {
            now
        } else {
            today.and_time(NaiveTime::MIN).and_utc()
        }),
        ..Key::default()
    };
    Ok(revisioned_bytes(&snapshot, &key, &headers, GEOJSON, || {
        let mut filter = query.filter(now, timezone);
        if is_about_use && !filter.names_an_hour() {
            let today = Span {
                from: Some(today),
                to: Some(today),
            };
            filter.span = filter.span.or(Some(today));
        }
        let near = snapshot.near_on_foot(location, &filter, profile, within_m, limit);
        let head = NearHead {
            kind: "FeatureCollection",
            revision: snapshot.revision().0,
            engine: snapshot.engine_at(location, profile),
            profile,
            number_returned: near.len(),
        };
        let places = near.iter().map(|near| {
            (
                near.located,
                Some(Way {
                    distance_m: near.distance_m,
                    walk_s: near.walk_s,
                    engine: near.engine,
                }),
            )
        });
        place_collection(&snapshot, &head, places)
    }))
}
