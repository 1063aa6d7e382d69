//! The HTTP interface: every path on one screen.

mod addresses;
mod answer;
mod base;
mod collections;
mod districts;
mod events;
mod guarding;
mod health;
mod items;
mod landing;
mod near;
mod openapi;
mod problem;
mod route;
mod style;
mod tiles;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::cors::{Any, CorsLayer};

pub use openapi::document;
pub use tiles::Archive;

pub use crate::query::PublicUrl;

use crate::city::City;
use crate::guard::Guard;
use guarding::Gate;

/// Every path of the API.
pub fn router(city: Arc<City>) -> Router {
    let open_to_all_sites = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([axum::http::Method::GET]);
    Router::new()
        .route("/api", get(landing::landing))
        // Some clients put a slash behind the address they are given.
        .route("/api/", get(landing::landing))
        .route("/api/conformance", get(landing::conformance))
        .route("/api/openapi.json", get(openapi::serve))
        .route("/api/collections", get(collections::list))
        .route("/api/collections/{collection}", get(collections::one))
        .route("/api/collections/{collection}/items", get(items::list))
        .route(
            "/api/collections/{collection}/items/{feature}",
            get(items::one),
        )
        .route("/api/places/near", get(near::near))
        .route("/api/route", get(route::route))
        .route("/api/addresses", get(addresses::find))
        .route("/api/districts/at", get(districts::at))
        .route("/api/events.ics", get(events::feed))
        .route("/api/events/{file}", get(events::one))
        .route("/api/style.json", get(style::style))
        .route("/api/tiles/base/{z}/{x}/{y}", get(tiles::base))
        .layer(open_to_all_sites)
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .with_state(city)
}

/// The whole application: the API, and what stands around it.
pub fn app(city: Arc<City>) -> Router {
    within_limits(router(Arc::clone(&city)), city, Guard::default())
}

/// What stands around every path, pages included: the guard, compression, and a problem document for every failure
/// that has none of its own.
pub fn within_limits(router: Router, city: Arc<City>, guard: Guard) -> Router {
    let guard = Arc::new(guard);
    let gate = Gate { city, guard };
    router
        .fallback(problem::unknown_path)
        .layer(from_fn_with_state(gate.clone(), guarding::held))
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(1024)))
        // The guard has limits of its own for each path.
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn(problem::for_every_failure))
        .layer(from_fn_with_state(gate, guarding::guarded))
}
