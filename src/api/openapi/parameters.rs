//! Parameters of query strings as the API document describes them.

use serde_json::{Value, json};

use crate::domain::DistrictId;
use crate::query::{Param, Schema};

/// One parameter of a query string.
pub(super) fn parameter(param: &Param) -> Value {
    let (schema, style) = parameter_schema(param.schema);
    let mut parameter = json!({
        "name": param.name, "in": "query", "required": param.required,
        "description": param.description, "schema": schema,
    });
    if let Some(style) = style {
        parameter["style"] = json!(style);
        parameter["explode"] = json!(false);
    }
    parameter
}

/// The JSON schema of a parameter, and how its list is written.
fn parameter_schema(schema: Schema) -> (Value, Option<&'static str>) {
    match schema {
        Schema::Text(most) => (json!({ "type": "string", "maxLength": most }), None),
        Schema::DistrictId => (
            json!({ "type": "string", "pattern": DistrictId::PATTERN }),
            None,
        ),
        Schema::OneOf(names) => (json!({ "type": "string", "enum": names() }), None),
        Schema::ListOf(names) => (
            json!({ "type": "array", "items": { "type": "string", "enum": names() } }),
            Some("form"),
        ),
        Schema::Flag => (json!({ "type": "boolean", "default": false }), None),
        Schema::Number(least, most) => (
            json!({ "type": "number", "minimum": least, "maximum": most }),
            None,
        ),
        Schema::Count(least, most, default) => (
            json!({ "type": "integer", "minimum": least, "maximum": most, "default": default }),
            None,
        ),
        Schema::Bbox => {
            let numbers = json!({ "type": "array", "minItems": 4, "maxItems": 6, "items": { "type": "number" } });
            (numbers, Some("form"))
        }
        Schema::Uuid => (json!({ "type": "string", "format": "uuid" }), None),
        Schema::Whole => (
            json!({ "type": "integer", "format": "int64", "minimum": 0 }),
            None,
        ),
        Schema::Between(least, most) => (
            json!({ "type": "integer", "minimum": least, "maximum": most }),
            None,
        ),
        Schema::Date => (json!({ "type": "string", "format": "date" }), None),
    }
}
