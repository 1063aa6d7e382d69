//! What the API document says about measures.

use serde_json::{Value, json};

use super::{rating, uuid};
use crate::api::openapi::shapes::{described, names, object, one_of, string, whole};
use crate::domain::Need;
use crate::domain::audit::measure::{CostClass, Progress};

pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let sent = json!({
        "criteria": { "type": "array", "items": string(), "minItems": 1 }, "description": string(),
        "cost_class": one_of(names(CostClass::ALL, CostClass::as_str)), "owner": string(), "target_year": whole(),
        "status": one_of(names(Progress::ALL, Progress::as_str)),
        "reason": described(string(), "Why it was rejected"),
    });
    let unblocked = object(
        &["need", "before", "after"],
        json!({ "need": one_of(names(Need::ALL, Need::as_str)), "before": rating(), "after": rating() }),
    );
    let mut told = sent.as_object().cloned().unwrap_or_default();
    let more = json!({
        "id": uuid(), "audit": uuid(), "by": string(), "at": { "type": "string", "format": "date-time" },
        "version": whole(),
        "unblocked": described(json!({ "type": "array", "items": unblocked }), "The needs for which it makes the place better"),
    });
    told.extend(more.as_object().cloned().unwrap_or_default());
    let required = [
        "id",
        "audit",
        "criteria",
        "description",
        "status",
        "by",
        "at",
        "version",
    ];
    vec![
        ("NewMeasure", object(&["criteria", "description"], sent)),
        ("Measure", object(&required, Value::Object(told))),
    ]
}
