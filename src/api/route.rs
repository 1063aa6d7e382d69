//! The way on foot to a place.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::answer::{GEOJSON, Key, revisioned};
use crate::api::districts::{LOCATION_PARAMS, location};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::{Invalid, Location, PlaceId};
use crate::query::{PROFILE, Param, Params, Schema};
use crate::snapshot::Way;
use crate::walk::{Engine, Profile, Route};

/// Where to, and who walks.
pub const ROUTE_PARAMS: &[Param] = &[
    Param::required("to", Schema::Text(36), "The id of the place to walk to."),
    PROFILE,
];

#[derive(Serialize)]
struct RouteFeature {
    #[serde(rename = "type")]
    kind: &'static str,
    revision: i64,
    geometry: Value,
    properties: RouteProperties,
}

#[derive(Serialize)]
struct RouteProperties {
    engine: Engine,
    profile: Profile,
    seconds: f64,
    #[serde(flatten)]
    route: Option<RouteFacts>,
}

#[derive(Serialize)]
struct RouteFacts {
    metres: f64,
    flights_of_steps: usize,
    signals: usize,
    unlit_metres: f64,
    light_unknown_metres: f64,
    legs: Vec<LegFacts>,
}

#[derive(Serialize)]
struct LegFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Box<str>>,
    metres: f64,
    steps: bool,
}

/// `GET /api/route`
pub async fn route(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let query = uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[LOCATION_PARAMS, ROUTE_PARAMS])?;
    let snapshot = city.snapshot();
    let from = location(&mut params, &snapshot)?;
    let to: PlaceId = params
        .take("to")?
        .ok_or_else(|| Invalid::new("to", "is missing"))?;
    let profile = params.take("profile")?.unwrap_or(Profile::Older);
    let located = snapshot
        .place(to)
        .ok_or_else(|| Problem::unknown_feature("places", &to.to_string()))?;
    let way = snapshot
        .way_to(from, located, profile)
        .ok_or_else(|| Invalid::new("to", "no way on foot is known from there"))?;
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        ..Key::default()
    };
    Ok(revisioned(&snapshot, &key, &headers, GEOJSON, || {
        feature(snapshot.revision().0, profile, way)
    }))
}

fn feature(revision: i64, profile: Profile, way: Way) -> RouteFeature {
    let (engine, seconds, line, route) = match way {
        Way::Route(route) => {
            let line = coordinates(&route.line);
            (Engine::Network, route.seconds, line, Some(facts(route)))
        }
        Way::Line {
            engine,
            seconds,
            ends,
        } => (engine, seconds, coordinates(&ends), None),
    };
    RouteFeature {
        kind: "Feature",
        revision,
        geometry: json!({ "type": "LineString", "coordinates": line }),
        properties: RouteProperties {
            engine,
            profile,
            seconds: tenths(seconds),
            route,
        },
    }
}

fn facts(route: Route) -> RouteFacts {
    let legs = route.legs.into_iter().map(|leg| LegFacts {
        name: leg.name,
        metres: tenths(leg.metres),
        steps: leg.steps,
    });
    RouteFacts {
        metres: tenths(route.metres),
        flights_of_steps: route.flights_of_steps,
        signals: route.signals,
        unlit_metres: tenths(route.unlit_metres),
        light_unknown_metres: tenths(route.light_unknown_metres),
        legs: legs.collect(),
    }
}

fn coordinates(line: &[Location]) -> Vec<[f64; 2]> {
    line.iter().map(|at| [at.lon(), at.lat()]).collect()
}

fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
