//! What the API document says about reports of how safe people feel.

use serde_json::{Map, Value, json};

use super::shapes::{
    boolean, date, described, feature, feature_collection, list, names, number, object, one_of,
    reference, string, whole,
};
use super::{Operation, PLAIN, staff};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::items::ITEMS_PARAMS;
use crate::api::safety_cells::SAFETY_PARAMS;
use crate::api::staff::{COUNTS_PARAMS, SENSITIVE_PARAMS};
use crate::domain::report::{Band, Category, DayType, Factor, Product, Wish};
use crate::safety::Group;

/// The paths that are read.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/safety/puzzle",
        id: "getPuzzle",
        summary: "A puzzle to solve before a report is sent: the number for which SHA-256 of puzzle, colon and number \
                  begins with so many noughts in binary",
        schema: "Puzzle",
        revisioned: false,
        failures: &[400, 404],
        ..SAFETY
    },
    Operation {
        path: "/api/safety/releases",
        id: "getReleases",
        summary: "Every frozen release of reports",
        schema: "Releases",
        ..SAFETY
    },
    Operation {
        path: "/api/safety/releases/{id}",
        id: "getRelease",
        summary: "One release, byte for byte as it was made; no class means none or too few",
        path_params: &[("id", "Product and period, such as cells-2025")],
        schema: "Release",
        failures: &[400, 404],
        ..SAFETY
    },
    Operation {
        path: "/api/collections/safety-cells/items",
        id: "getSafetyCells",
        summary: "Districts and merged squares of the newest releases by id, page by page: whole areas with their frozen classes",
        params: &[ITEMS_PARAMS, SAFETY_PARAMS],
        media_type: GEOJSON,
        schema: "SafetyCellCollection",
        ..SAFETY
    },
    Operation {
        path: "/api/collections/safety-cells/items/{feature}",
        id: "getSafetyCell",
        summary: "One area of the newest release of its product",
        path_params: &[("feature", "Product and area, such as districts-nord")],
        media_type: GEOJSON,
        schema: "SafetyCell",
        failures: &[400, 404],
        ..SAFETY
    },
];

/// The paths of those who keep order and those who prevent.
pub(super) const OF_STAFF: &[staff::Operation] = &[
    staff::Operation {
        path: "/api/staff/safety/counts",
        id: "getReportCounts",
        summary: "How many reports there are by district, part of the day, kind of day and group in twelve weeks, in classes; \
                  cells below the least are left out, and each look is written down",
        params: &[COUNTS_PARAMS],
        answer: (200, JSON, "ReportCounts"),
        failures: &[400, 404],
        ..staff::READ
    },
    staff::Operation {
        path: "/api/staff/safety/sensitive",
        id: "getSensitiveCounts",
        summary: "How many sensitive reports there are by district in the half-year before this one, in classes",
        params: &[SENSITIVE_PARAMS],
        answer: (200, JSON, "SensitiveCounts"),
        failures: &[400, 404],
        ..staff::READ
    },
];

const SAFETY: Operation = Operation {
    tag: "Safety",
    ..PLAIN
};

/// Adds the slot that reports come in by.
pub(super) fn add_paths(paths: &mut Map<String, Value>) {
    let kept = "It is kept. Nothing leads to it any more, not even for whoever sent it";
    let mut responses = Map::new();
    responses.insert("204".into(), json!({ "description": kept }));
    for status in [400, 403, 404, 406, 413, 415, 429, 500, 503] {
        let shared = json!({ "$ref": format!("#/components/responses/{status}") });
        responses.insert(status.to_string(), shared);
    }
    let post = json!({
        "operationId": "sendReport", "tags": ["Safety"],
        "summary": "Say how safe one feels somewhere: with no name, point or moment",
        "requestBody": { "required": true, "content": { JSON: { "schema": reference("SentReport") } } },
        "responses": responses,
    });
    paths.insert("/api/safety/reports".into(), json!({ "post": post }));
}

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let report = json!({
        "cell_500": described(string(), "A square of 500 m of EPSG:3035 in the city; this or zone"),
        "zone": described(string(), "A zone of the city"),
        "category": one_of(names(Category::ALL, Category::as_str)),
        "band": one_of(names(Band::ALL, Band::as_str)),
        "daytype": one_of(names(DayType::ALL, DayType::as_str)),
        "factors": { "type": "array", "items": one_of(names(Factor::ALL, Factor::as_str)), "maxItems": Factor::ALL.len() },
        "wish": one_of(names(Wish::ALL, Wish::as_str)),
        "avoid": described(boolean(), "Whether the person stays away from there"),
    });
    let group = json!({ "nullable": true, "allOf": [reference("ReportClass")] });
    let groups: Map<String, Value> = Group::ALL
        .iter()
        .map(|own| (own.to_string(), group.clone()))
        .collect();
    let release = json!({
        "id": string(), "product": one_of(names(Product::ALL, Product::as_str)), "period": string(),
        "released_on": date(), "is_sample": boolean(), "epsilon": number(), "threshold": whole(),
        "classes": list("ReportClass"),
        "visible_percent": { "type": "integer", "nullable": true },
        "areas": list("ReleasedArea"),
    });
    let required = [
        "id",
        "product",
        "period",
        "released_on",
        "is_sample",
        "epsilon",
        "threshold",
        "classes",
        "visible_percent",
        "areas",
    ];
    let mut all = vec![
        (
            "Puzzle",
            object(
                &["puzzle", "bits"],
                json!({ "puzzle": string(), "bits": whole() }),
            ),
        ),
        (
            "SentReport",
            object(
                &["report", "puzzle", "number"],
                json!({
                    "report": reference("Report"), "puzzle": string(), "number": whole(),
                }),
            ),
        ),
        ("Report", object(&["category", "band", "daytype"], report)),
        (
            "ReportClass",
            object(
                &["from", "to"],
                json!({
                    "from": whole(), "to": { "type": "integer", "nullable": true, "description": "null: and more" },
                }),
            ),
        ),
        ("Release", object(&required, release)),
        (
            "ReleasedArea",
            object(
                &["area", "groups"],
                json!({
                    "area": described(string(), "A district, the first square of a merged area, or city"),
                    "squares": { "type": "array", "items": string() },
                    "groups": object(&[], Value::Object(groups.clone())),
                }),
            ),
        ),
        (
            "Releases",
            object(&["releases"], json!({ "releases": list("ListedRelease") })),
        ),
        (
            "ListedRelease",
            object(
                &["id", "product", "period", "sha256", "link"],
                json!({
                    "id": string(), "product": one_of(names(Product::ALL, Product::as_str)), "period": string(),
                    "sha256": string(), "link": string(),
                }),
            ),
        ),
    ];
    all.extend(cells(groups));
    all.extend(of_staff());
    all
}

fn cells(groups: Map<String, Value>) -> Vec<(&'static str, Value)> {
    let products = [Product::Districts.as_str(), Product::Cells.as_str()];
    let required = [
        "product",
        "period",
        "released_on",
        "is_sample",
        "release",
        "area",
        "groups",
    ];
    let properties = json!({
        "product": one_of(products), "period": string(), "released_on": date(), "is_sample": boolean(),
        "release": described(string(), "The id of the release it stands in"), "area": string(),
        "squares": { "type": "array", "items": string() },
        "groups": described(object(&[], Value::Object(groups)), "null: none or too few"),
    });
    let alone = json!({ "revision": whole(), "links": list("Link") });
    vec![
        ("SafetyCellCollection", feature_collection("SafetyCell")),
        ("SafetyCell", feature("SafetyCellProperties", &alone)),
        ("SafetyCellProperties", object(&required, properties)),
    ]
}

fn of_staff() -> Vec<(&'static str, Value)> {
    vec![
        (
            "ReportCounts",
            object(
                &["from_week", "to_week", "least", "rows"],
                json!({
                    "from_week": string(), "to_week": string(), "least": whole(), "rows": list("ReportCount"),
                }),
            ),
        ),
        (
            "ReportCount",
            object(
                &["area", "band", "daytype", "group", "reports"],
                json!({
                    "area": described(string(), "A district"),
                    "band": one_of(names(Band::ALL, Band::as_str)),
                    "daytype": one_of(names(DayType::ALL, DayType::as_str)),
                    "group": one_of(names(Group::ALL, Group::as_str)),
                    "reports": reference("ReportClass"),
                }),
            ),
        ),
        (
            "SensitiveCounts",
            object(
                &["year", "half", "least", "districts"],
                json!({
                    "year": whole(), "half": whole(), "least": whole(),
                    "districts": { "type": "object", "additionalProperties": reference("ReportClass") },
                }),
            ),
        ),
    ]
}
