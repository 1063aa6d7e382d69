//! The HTTP interface: every path on one screen.

mod addresses;
mod answer;
mod audits;
mod barrier_free;
mod base;
mod changes;
mod collections;
mod counselling;
mod coverage;
mod districts;
mod events;
mod gating;
mod health;
mod items;
mod landing;
mod near;
mod openapi;
mod problem;
mod route;
mod safety;
mod safety_cells;
mod since;
mod staff;
mod style;
mod tiles;
mod ways;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::cors::{Any, CorsLayer};

pub use openapi::document;
pub use tiles::Archive;

pub use crate::query::PublicUrl;

use crate::auth::Paths;
use crate::city::City;
use crate::gate::Gate;
use gating::Keeper;

/// Every path of the API.
#[must_use]
pub fn paths(city: Arc<City>) -> Paths {
    let open_to_all_sites = CorsLayer::new()
        .allow_origin(Any)
        // What is sent is a long question: nobody is known by a cookie here, and nothing is stored.
        .allow_methods([axum::http::Method::GET, axum::http::Method::POST])
        .allow_headers([axum::http::header::CONTENT_TYPE]);
    let open = Paths::new(city, problem::refused)
        .get("/api", landing::landing)
        // Some clients put a slash behind the address they are given.
        .get("/api/", landing::landing)
        .get("/api/conformance", landing::conformance)
        .get("/api/openapi.json", openapi::serve)
        .get("/api/collections", collections::list)
        .get("/api/collections/{collection}", collections::one)
        .get("/api/collections/{collection}/items", items::list)
        .get("/api/collections/{collection}/items/{feature}", items::one)
        .get("/api/places/near", near::near)
        .get("/api/places/{id}/a11yjson", audits::a11yjson)
        .get("/api/audits.csv", audits::table)
        .get("/api/route", route::route)
        .get("/api/ways/measured", ways::measured)
        .get("/api/safety/puzzle", safety::puzzle)
        .post("/api/safety/reports", safety::report)
        .get("/api/safety/releases", safety::releases)
        .get("/api/safety/releases/{id}", safety::release)
        .get("/api/counselling", counselling::lines)
        .get("/api/addresses", addresses::find)
        .get("/api/districts/at", districts::at)
        .get("/api/events.ics", events::feed)
        .get("/api/events/{file}", events::one)
        .get("/api/changes.atom", changes::feed)
        .get("/api/style.json", style::style)
        .get("/api/tiles/base/{z}/{x}/{y}", tiles::base);
    let open = coverage::add_paths(open);
    let open = barrier_free::add_paths(open)
        .map(|open| open.layer(open_to_all_sites))
        .get("/health/live", health::live)
        .get("/health/ready", health::ready);
    staff::add_paths(open)
}

/// The API as a router.
pub fn router(city: Arc<City>) -> Router {
    paths(city).into_router()
}

/// The whole application: the API, and what stands around it.
pub fn app(city: Arc<City>) -> Router {
    within_limits(router(Arc::clone(&city)), city, Gate::default())
}

/// What stands around every path, pages included: the gate, compression, and a problem document for every failure
/// that has none of its own.
pub fn within_limits(router: Router, city: Arc<City>, gate: Gate) -> Router {
    let gate = Arc::new(gate);
    let keeper = Keeper { city, gate };
    router
        .fallback(problem::unknown_path)
        .layer(from_fn_with_state(keeper.clone(), gating::held))
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(1024)))
        // The gate has limits of its own for each path.
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn(problem::for_every_failure))
        .layer(from_fn_with_state(keeper, gating::gated))
}
