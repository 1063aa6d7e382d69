//! The API document (OpenAPI 3.0), made from the same tables that requests are checked against.

mod audits;
mod barrier_free;
mod counselling;
mod coverage;
mod criteria;
mod desk;
mod events;
mod parameters;
mod safety;
mod scenarios;
mod schemas;
mod shapes;
mod staff;
mod ways;
mod webhooks;

use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::api::addresses::ADDRESS_PARAMS;
use crate::api::answer::{GEOJSON, JSON, tagged, text_tag};
use crate::api::collections::Collection;
use crate::api::districts::LOCATION_PARAMS;
use crate::api::items::{DISTRICT_PARAMS, ITEMS_PARAMS, PLACE_ITEMS_PARAMS};
use crate::api::near::NEAR_PARAMS;
use crate::api::problem::KINDS;
use crate::api::route::ROUTE_PARAMS;
use crate::api::since::SINCE_PARAMS;
use crate::api::style::STYLE_PARAMS;
use crate::api::tiles::{MVT, TILE_PARAMS};
use crate::query::{PLACE_PARAMS, Param};
use parameters::parameter;

/// One path with its one method, GET.
struct Operation {
    path: &'static str,
    id: &'static str,
    tag: &'static str,
    summary: &'static str,
    /// What stands between braces in the path, and what it means.
    path_params: &'static [(&'static str, &'static str)],
    params: &'static [&'static [Param]],
    media_type: &'static str,
    schema: &'static str,
    /// Whether the answer carries an `ETag` and may be 304.
    revisioned: bool,
    /// Whether there may be nothing to send, which is no failure: 204.
    may_be_empty: bool,
    /// Statuses of the failures it may answer with besides those every path may.
    failures: &'static [u16],
}

const PLAIN: Operation = Operation {
    path: "",
    id: "",
    tag: "Features",
    summary: "",
    path_params: &[],
    params: &[],
    media_type: JSON,
    schema: "",
    revisioned: true,
    may_be_empty: false,
    failures: &[400],
};

const COLLECTION: (&str, &str) = (
    "collection",
    "places, districts, events, audits or safety-cells",
);

const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api",
        id: "getLandingPage",
        summary: "The entrance, with links to everything else",
        schema: "Landing",
        ..PLAIN
    },
    Operation {
        path: "/api/conformance",
        id: "getConformance",
        summary: "Which classes of OGC API Features hold",
        schema: "Conformance",
        ..PLAIN
    },
    Operation {
        path: "/api/openapi.json",
        id: "getApiDocument",
        summary: "This document",
        media_type: OPENAPI,
        schema: "ApiDocument",
        failures: &[],
        ..PLAIN
    },
    Operation {
        path: "/api/collections",
        id: "getCollections",
        summary: "Which collections there are",
        schema: "Collections",
        ..PLAIN
    },
    Operation {
        path: "/api/collections/{collection}",
        id: "getCollection",
        summary: "One collection",
        path_params: &[COLLECTION],
        schema: "Collection",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/collections/places/items",
        id: "getPlaces",
        summary: "Meeting places by id, page by page",
        params: &[ITEMS_PARAMS, PLACE_ITEMS_PARAMS, SINCE_PARAMS, PLACE_PARAMS],
        media_type: GEOJSON,
        schema: "PlaceCollection",
        failures: &[400, 410],
        ..PLAIN
    },
    Operation {
        path: "/api/collections/districts/items",
        id: "getDistricts",
        summary: "Districts by id, page by page",
        params: &[ITEMS_PARAMS, DISTRICT_PARAMS],
        media_type: GEOJSON,
        schema: "DistrictCollection",
        ..PLAIN
    },
    Operation {
        path: "/api/collections/places/items/{feature}",
        id: "getPlace",
        summary: "One place",
        path_params: &[("feature", "The id of the place (UUID)")],
        media_type: GEOJSON,
        schema: "Place",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/collections/districts/items/{feature}",
        id: "getDistrict",
        summary: "One district",
        path_params: &[("feature", "The id of the district")],
        media_type: GEOJSON,
        schema: "District",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/places/near",
        id: "getPlacesNear",
        tag: "Nearby",
        summary: "The nearest places in use, nearest first",
        params: &[LOCATION_PARAMS, NEAR_PARAMS, PLACE_PARAMS],
        media_type: GEOJSON,
        schema: "NearCollection",
        ..PLAIN
    },
    Operation {
        path: "/api/route",
        id: "getRoute",
        tag: "Nearby",
        summary: "The way on foot from a location to a place",
        params: &[LOCATION_PARAMS, ROUTE_PARAMS],
        media_type: GEOJSON,
        schema: "Route",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/addresses",
        id: "getAddresses",
        tag: "Nearby",
        summary: "Addresses, streets, districts and places by what people type, the best first",
        params: &[ADDRESS_PARAMS],
        media_type: GEOJSON,
        schema: "AddressCollection",
        ..PLAIN
    },
    Operation {
        path: "/api/districts/at",
        id: "getDistrictAt",
        tag: "Nearby",
        summary: "Which district and quarter a location is in",
        params: &[LOCATION_PARAMS],
        schema: "DistrictAt",
        ..PLAIN
    },
    Operation {
        path: "/api/style.json",
        id: "getStyle",
        tag: "Map",
        summary: "The base map as a style for MapLibre",
        params: &[STYLE_PARAMS],
        schema: "Style",
        ..PLAIN
    },
    Operation {
        path: "/api/tiles/base/{z}/{x}/{y}",
        id: "getTile",
        tag: "Map",
        summary: "A vector tile of the base map in the Shortbread schema; 204 where nothing is drawn",
        path_params: &[
            ("z", "Zoom, 0 to 14"),
            ("x", "Column from the west"),
            ("y", "Row from the north, with the ending .mvt"),
        ],
        params: &[TILE_PARAMS],
        media_type: MVT,
        schema: "Tile",
        may_be_empty: true,
        ..PLAIN
    },
    Operation {
        path: "/health/live",
        id: "getLive",
        tag: "Operations",
        summary: "Whether the program runs",
        schema: "Live",
        revisioned: false,
        failures: &[],
        ..PLAIN
    },
    Operation {
        path: "/health/ready",
        id: "getReady",
        tag: "Operations",
        summary: "Whether the store answers, and which revision is served",
        schema: "Ready",
        revisioned: false,
        failures: &[],
        ..PLAIN
    },
];

const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.0";

/// The whole document.
#[must_use]
pub fn document() -> Value {
    let mut paths: Map<_, _> = OPERATIONS
        .iter()
        .chain(events::OPERATIONS)
        .chain(audits::OPERATIONS)
        .chain(ways::OPERATIONS)
        .chain(barrier_free::OPERATIONS)
        .chain(coverage::OPERATIONS)
        .chain(safety::OPERATIONS)
        .chain(counselling::OPERATIONS)
        .map(|own| (own.path.to_owned(), json!({ "get": operation(own) })))
        .collect();
    coverage::add_paths(&mut paths);
    safety::add_paths(&mut paths);
    staff::add_paths(&mut paths);
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": "miteinander",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "A city's meeting places, districts and events as OGC API Features. A fact that is absent is unknown: never \"no\".",
            "license": { "name": "EUPL-1.2", "url": "https://spdx.org/licenses/EUPL-1.2.html" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schemas::all(), "responses": failure_responses(), "securitySchemes": staff::security() },
    })
}

fn operation(own: &Operation) -> Value {
    let in_path = own.path_params.iter().map(|(name, description)| {
        let mut schema = json!({ "type": "string" });
        if *name == COLLECTION.0 {
            schema["enum"] = json!(Collection::ALL.iter().map(|own| own.id()).collect::<Vec<_>>());
        }
        json!({ "name": name, "in": "path", "required": true, "description": description, "schema": schema })
    });
    let in_query = own.params.iter().copied().flatten().map(parameter);
    json!({
        "operationId": own.id,
        "tags": [own.tag],
        "summary": own.summary,
        "parameters": in_path.chain(in_query).collect::<Vec<_>>(),
        "responses": responses(own),
    })
}

fn responses(own: &Operation) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{}", own.schema) });
    let mut done =
        json!({ "description": own.summary, "content": { own.media_type: { "schema": schema } } });
    let mut responses = Map::new();
    if own.revisioned {
        done["headers"] = json!({ "ETag": { "description": "Revision and question", "schema": { "type": "string" } } });
        responses.insert(
            "304".into(),
            json!({ "description": "Unchanged since the ETag in If-None-Match" }),
        );
    }
    responses.insert("200".into(), done);
    if own.may_be_empty {
        responses.insert("204".into(), json!({ "description": "There is nothing" }));
    }
    for status in own
        .failures
        .iter()
        .copied()
        .chain([406, 413, 429, 500, 503])
    {
        responses.insert(
            status.to_string(),
            json!({ "$ref": format!("#/components/responses/{status}") }),
        );
    }
    Value::Object(responses)
}

/// One response per status that a failure may have, with the types it may name.
fn failure_responses() -> Value {
    let mut responses = Map::new();
    for (_, _, status) in KINDS {
        let same = KINDS.iter().filter(|(_, _, other)| other == status);
        let titles: Vec<_> = same
            .map(|(kind, title, _)| format!("{title} (`{kind}`)"))
            .collect();
        responses.insert(
            status.as_u16().to_string(),
            json!({
                "description": titles.join(", "),
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            }),
        );
    }
    Value::Object(responses)
}

/// `GET /api/openapi.json`
pub async fn serve(headers: HeaderMap) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());
    // Two programs of one version may still differ in their document, so the text decides.
    static TAG: LazyLock<HeaderValue> = LazyLock::new(|| text_tag(&TEXT));
    tagged(TAG.clone(), &headers, OPENAPI, || TEXT.as_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_in_the_document_leads_somewhere() {
        fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
            match value {
                Value::Object(members) => {
                    found.extend(members.get("$ref").and_then(Value::as_str));
                    members
                        .values()
                        .for_each(|member| references(member, found));
                }
                Value::Array(entries) => entries.iter().for_each(|entry| references(entry, found)),
                _ => {}
            }
        }
        let document = document();
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 20);
        for reference in found {
            assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
        }
    }
}
