//! The HTTP interface: every path on one screen.

mod addresses;
mod answer;
mod base;
mod collections;
mod districts;
mod events;
mod health;
mod items;
mod landing;
mod near;
mod openapi;
mod problem;
mod route;
mod staff;
mod style;
mod tiles;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::cors::{Any, CorsLayer};
use tower_http::limit::RequestBodyLimitLayer;

pub use openapi::document;
pub use tiles::Archive;

pub use crate::query::PublicUrl;

use crate::auth::Paths;
use crate::city::City;

/// No path takes a body yet; what is larger than this is refused unread.
const BODY_LIMIT_BYTES: usize = 64 * 1024;

/// Every path of the API.
#[must_use]
pub fn paths(city: Arc<City>) -> Paths {
    let open_to_all_sites = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([axum::http::Method::GET]);
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
        .get("/api/route", route::route)
        .get("/api/addresses", addresses::find)
        .get("/api/districts/at", districts::at)
        .get("/api/events.ics", events::feed)
        .get("/api/events/{file}", events::one)
        .get("/api/style.json", style::style)
        .get("/api/tiles/base/{z}/{x}/{y}", tiles::base)
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
    within_limits(router(city))
}

/// What stands around every path, pages included: limits, compression, and a problem document for every
/// failure that has none of its own.
pub fn within_limits(router: Router) -> Router {
    router
        .fallback(problem::unknown_path)
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(1024)))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT_BYTES))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn(problem::for_every_failure))
}
