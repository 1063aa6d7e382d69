//! The building blocks of JSON schemas.

use serde_json::{Value, json};

pub(super) fn feature_collection(feature: &str) -> Value {
    object(
        &[
            "type",
            "revision",
            "numberMatched",
            "numberReturned",
            "links",
            "features",
        ],
        json!({
            "type": one_of(["FeatureCollection"]), "revision": whole(), "numberMatched": whole(),
            "numberReturned": whole(), "links": list("Link"), "features": list(feature),
            "next_since": described(whole(), "What to ask from next time; only where it was asked what changed"),
            "removed": described(json!({ "type": "array", "items": string() }), "The ids of those that are gone; likewise"),
        }),
    )
}

pub(super) fn feature(properties: &str, more: &Value) -> Value {
    let mut members = json!({
        "type": one_of(["Feature"]), "id": string(),
        "geometry": reference("Geometry"), "properties": reference(properties),
    });
    let more = more.as_object().into_iter().flatten();
    for (name, schema) in more {
        members[name] = schema.clone();
    }
    object(&["type", "id", "geometry", "properties"], members)
}

/// An object that has these members and no others.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every caller builds the members for this call"
)]
pub(super) fn object(required: &[&str], properties: Value) -> Value {
    let mut object =
        json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

pub(super) fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(name).collect()
}

pub(super) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Value {
    json!({ "type": "string", "enum": names.into_iter().collect::<Vec<_>>() })
}

pub(super) fn described(mut schema: Value, description: &str) -> Value {
    schema["description"] = json!(description);
    schema
}

pub(super) fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

pub(super) fn nullable(schema: &str) -> Value {
    json!({ "nullable": true, "allOf": [reference(schema)] })
}

pub(super) fn list(schema: &str) -> Value {
    json!({ "type": "array", "items": reference(schema) })
}

pub(super) fn numbers(count: usize) -> Value {
    json!({ "type": "array", "items": number(), "minItems": count, "maxItems": count })
}

pub(super) fn string() -> Value {
    json!({ "type": "string" })
}

pub(super) fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

pub(super) fn number() -> Value {
    json!({ "type": "number" })
}

pub(super) fn whole() -> Value {
    json!({ "type": "integer" })
}

pub(super) fn boolean() -> Value {
    json!({ "type": "boolean" })
}
