//! The entrance of the API (OGC API Features Part 1: Core, 7.2 and 7.4).

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::json;

use crate::api::answer::{JSON, Key, revisioned};
use crate::api::base::Base;
use crate::api::problem::Problem;
use crate::city::City;
use crate::export::icalendar::MEDIA_TYPE;
use crate::query::Params;

/// The classes of the standard that every answer here follows.
const CONFORMS_TO: &[&str] = &[
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
];

/// `GET /api`
pub async fn landing(
    State(city): State<Arc<City>>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let name = &snapshot.settings().name;
    Ok(revisioned(
        &snapshot,
        &Key {
            path_and_query: "/api",
            base: base.as_str(),
            moment: None,
        },
        &headers,
        JSON,
        || {
            json!({
                "title": format!("miteinander: {name}"),
                "description": "Meeting places, districts, and what is held there. Unknown is never \"fine\" and never \"missing\".",
                "revision": snapshot.revision().0,
                "sample": snapshot.settings().sample,
                "links": [
                    base.link("/api", "self", JSON, "This document"),
                    base.link("/api/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.0", "The API document"),
                    base.link("/", "service-doc", "text/html", "The map"),
                    base.link("/api/conformance", "conformance", JSON, "Conformance classes"),
                    base.link("/api/collections", "data", JSON, "The collections"),
                    base.link("/api/events.ics", "alternate", MEDIA_TYPE, "What is on, as a calendar"),
                ],
            })
        },
    ))
}

/// `GET /api/conformance`
pub async fn conformance(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let key = Key {
        path_and_query: uri.path(),
        ..Key::default()
    };
    Ok(revisioned(
        &city.snapshot(),
        &key,
        &headers,
        JSON,
        || json!({ "conformsTo": CONFORMS_TO }),
    ))
}
