//! What the API document says about the paths of the city's people.

use serde_json::{Map, Value, json};

use super::shapes::{described, list, names, object, one_of, reference, string, whole};
use super::{desk, parameter, webhooks};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::staff::{TABLE_PARAMS, TRAIL_PARAMS};
use crate::auth::Who;
use crate::auth::access::who;
use crate::domain::trail::Action;
use crate::query::Param;

/// One method at one path.
#[derive(Clone, Copy)]
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    pub(super) params: &'static [&'static [Param]],
    /// Media type and schema of what is sent.
    pub(super) body: Option<(&'static str, &'static str)>,
    /// Status, media type and schema of the answer.
    pub(super) answer: (u16, &'static str, &'static str),
    /// Whether it needs the version that the change was made for.
    pub(super) is_versioned: bool,
    pub(super) failures: &'static [u16],
}

const PATCH: &str = "application/merge-patch+json";
const CSV: &str = "text/csv";

pub(super) const READ: Operation = Operation {
    method: "get",
    path: "",
    id: "",
    summary: "",
    params: &[],
    body: None,
    answer: (200, GEOJSON, "PlaceFeature"),
    is_versioned: false,
    failures: &[400, 404],
};

const OPERATIONS: &[Operation] = &[
    Operation {
        method: "post",
        path: "/api/staff/places",
        id: "addPlace",
        summary: "Enter a place",
        body: Some((GEOJSON, "PlaceEdit")),
        answer: (201, GEOJSON, "PlaceFeature"),
        failures: &[400, 413, 415],
        ..READ
    },
    Operation {
        path: "/api/staff/places/{id}",
        id: "getPlaceToEdit",
        summary: "A place with its version in ETag",
        ..READ
    },
    Operation {
        method: "patch",
        path: "/api/staff/places/{id}",
        id: "changePlace",
        summary: "Change what the body names, if the place is as If-Match says; null takes a member away",
        body: Some((PATCH, "PlaceEdit")),
        is_versioned: true,
        failures: &[400, 404, 412, 413, 415, 428],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/places/{id}/confirm",
        id: "confirmPlace",
        summary: "Say that everything known of a place is still right",
        is_versioned: true,
        failures: &[400, 404, 412, 428],
        ..READ
    },
    Operation {
        path: "/api/staff/places/{id}/history",
        id: "getHistory",
        summary: "Every change of a place, the newest first",
        answer: (200, JSON, "History"),
        ..READ
    },
    Operation {
        path: "/api/staff/places.csv",
        id: "getTable",
        summary: "All places as a table for a spreadsheet",
        answer: (200, CSV, "Table"),
        failures: &[400],
        ..READ
    },
    Operation {
        method: "put",
        path: "/api/staff/places.csv",
        id: "takeTable",
        summary: "Bring a table in: its rows that fit what is stored, or none if one breaks a rule; `changed_since` names those left out",
        params: &[TABLE_PARAMS],
        body: Some((CSV, "Table")),
        answer: (200, JSON, "TableReport"),
        failures: &[400, 409, 413],
        ..READ
    },
    Operation {
        path: "/api/staff/trail",
        id: "getTrail",
        summary: "Entries of the audit trail",
        params: &[TRAIL_PARAMS],
        answer: (200, JSON, "Trail"),
        failures: &[400],
        ..READ
    },
    Operation {
        path: "/api/staff/trail.csv",
        id: "getTrailTable",
        summary: "Entries of the audit trail as a table",
        params: &[TRAIL_PARAMS],
        answer: (200, CSV, "Table"),
        failures: &[400],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/trail/{number}/undo",
        id: "takeBack",
        summary: "Take back what an entry did to a place or an event",
        answer: (200, JSON, "Written"),
        failures: &[400, 404, 409],
        ..READ
    },
];

/// Puts every path of the staff beside the others.
pub(super) fn add_paths(paths: &mut Map<String, Value>) {
    let all = [
        OPERATIONS,
        webhooks::OPERATIONS,
        desk::OPERATIONS,
        super::scenarios::OPERATIONS,
        super::audits::OF_STAFF,
        super::audits::photos::OF_STAFF,
        super::criteria::OPERATIONS,
        super::ways::OF_STAFF,
        super::barrier_free::OF_STAFF,
        super::safety::OF_STAFF,
        super::counselling::OF_STAFF,
    ];
    for own in all.concat() {
        let item = paths.entry(own.path).or_insert_with(|| json!({}));
        item[own.method] = operation(&own);
    }
}

fn operation(own: &Operation) -> Value {
    let in_path = own.path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        let schema = match name {
            "id" => json!({ "type": "string", "format": "uuid" }),
            _ => string(),
        };
        Some(json!({ "name": name, "in": "path", "required": true, "schema": schema }))
    });
    let version = own.is_versioned.then(|| {
        json!({ "name": "If-Match", "in": "header", "required": true, "schema": string(),
            "description": "The version the change was made for, as ETag told it" })
    });
    let params = in_path
        .chain(version)
        .chain(own.params.iter().copied().flatten().map(parameter));
    let mut operation = json!({
        "operationId": own.id, "tags": ["Staff"], "summary": own.summary,
        "description": who_may(own), "security": [{ "session": [] }],
        "parameters": params.collect::<Vec<_>>(), "responses": responses(own),
    });
    if let Some((media_type, schema)) = own.body {
        operation["requestBody"] =
            json!({ "required": true, "content": { media_type: { "schema": reference(schema) } } });
    }
    operation
}

fn who_may(own: &Operation) -> String {
    let method = own.method.to_uppercase();
    let method = axum::http::Method::from_bytes(method.as_bytes()).unwrap_or_default();
    match who(&method, own.path) {
        Who::Roles(roles) => {
            let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
            format!("For {}.", names.join(", "))
        }
        Who::Staff => "For everybody who is logged in.".to_owned(),
        Who::Everyone | Who::Nobody => String::new(),
    }
}

fn responses(own: &Operation) -> Value {
    let (status, media_type, schema) = own.answer;
    let mut responses = Map::new();
    let mut done = json!({ "description": own.summary });
    if !schema.is_empty() {
        done["content"] = json!({ media_type: { "schema": reference(schema) } });
    }
    responses.insert(status.to_string(), done);
    for status in own
        .failures
        .iter()
        .copied()
        .chain([401, 403, 406, 413, 500, 503])
    {
        responses.insert(
            status.to_string(),
            json!({ "$ref": format!("#/components/responses/{status}") }),
        );
    }
    Value::Object(responses)
}

/// How the people of the city are known.
pub(super) fn security() -> Value {
    json!({ "session": { "type": "apiKey", "in": "cookie", "name": "__Host-sitzung",
        "description": "Log in at /anmelden. What changes something must say in Origin or Sec-Fetch-Site that it comes from this site." } })
}

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let texts = || json!({ "type": "array", "items": string() });
    vec![
        (
            "PlaceEdit",
            json!({ "type": "object", "properties": {
                "type": one_of(["Feature"]),
                "geometry": reference("Geometry"),
                "properties": described(json!({ "type": "object" }), "Members as in PlaceProperties; null takes one away"),
            } }),
        ),
        ("Table", json!({ "type": "string" })),
        (
            "Written",
            object(&["revision"], json!({ "revision": whole() })),
        ),
        (
            "TableReport",
            object(
                &["added", "changed", "unchanged"],
                json!({
                    "added": texts(), "changed": texts(), "gone": texts(), "changed_since": texts(), "kept_local": texts(),
                    "removed": whole(), "unchanged": whole(), "likely_duplicates": texts(),
                }),
            ),
        ),
        (
            "History",
            object(
                &["subject", "steps"],
                json!({ "subject": string(), "steps": list("HistoryStep") }),
            ),
        ),
        (
            "HistoryStep",
            json!({ "type": "object", "required": ["number", "at", "by", "action", "changes"], "properties": {
                "number": whole(), "at": { "type": "string", "format": "date-time" }, "by": string(),
                "action": one_of(names(Action::ALL, Action::as_str)),
                "changes": { "type": "array", "items": { "type": "object" } },
            } }),
        ),
        (
            "Trail",
            object(&["entries"], json!({ "entries": list("TrailEntry") })),
        ),
        (
            "TrailEntry",
            json!({ "type": "object", "required": ["number", "at", "author", "action", "subject", "hash"], "properties": {
                "number": whole(), "revision": whole(), "at": { "type": "string", "format": "date-time" }, "author": string(),
                "action": one_of(names(Action::ALL, Action::as_str)), "subject": string(), "hash": string(),
            } }),
        ),
    ]
}
