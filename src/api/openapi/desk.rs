//! What the API document says about the queue of suggestions and the surveys of districts.

use serde_json::{Value, json};

use super::shapes::{boolean, list, names, object, one_of, string};
use super::staff::{Operation, READ};
use crate::api::answer::JSON;
use crate::api::staff::PAGE_PARAMS;
use crate::domain::suggestion::{Decision, Ground};
use crate::query::QUEUE_PARAMS;

/// The paths of suggestions and surveys.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/staff/account",
        id: "getOwnAccount",
        summary: "Who is logged in, and in which roles",
        answer: (200, JSON, "OwnAccount"),
        failures: &[400],
        ..READ
    },
    Operation {
        path: "/api/staff/suggestions",
        id: "getSuggestions",
        summary: "What residents suggest: the oldest first, what is decided the latest first",
        params: &[QUEUE_PARAMS, PAGE_PARAMS],
        answer: (200, JSON, "Suggestions"),
        failures: &[400],
        ..READ
    },
    Operation {
        path: "/api/staff/suggestions/figures",
        id: "getSuggestionFigures",
        summary: "How many suggestions came, what became of them and how long that took",
        answer: (200, JSON, "SuggestionFigures"),
        failures: &[400],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/suggestions/{id}/reject",
        id: "rejectSuggestion",
        summary: "Reject a suggestion with a reason",
        body: Some((JSON, "Rejection")),
        answer: (200, JSON, "Suggestion"),
        failures: &[400, 404, 409, 415],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/suggestions/{id}/accept",
        id: "acceptReport",
        summary: "Accept a report that the barriers of a place have changed and nothing else: audits from before are then to be doubted",
        answer: (200, JSON, "Suggestion"),
        failures: &[400, 404, 409],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/suggestions/reject",
        id: "rejectSuggestions",
        summary: "Reject up to 500 suggestions for one reason",
        body: Some((JSON, "Rejections")),
        answer: (200, JSON, "Rejected"),
        failures: &[400, 415],
        ..READ
    },
    Operation {
        path: "/api/staff/surveys/{district}",
        id: "getSurvey",
        summary: "The survey of a district with its version in ETag",
        answer: (200, JSON, "Survey"),
        ..READ
    },
    Operation {
        method: "put",
        path: "/api/staff/surveys/{district}",
        id: "confirmSurvey",
        summary: "Confirm that a district is completely recorded; If-Match names the survey it replaces, where there is one",
        body: Some((JSON, "NewSurvey")),
        answer: (200, JSON, "Written"),
        failures: &[400, 404, 412, 415, 428],
        ..READ
    },
    Operation {
        method: "delete",
        path: "/api/staff/surveys/{district}",
        id: "withdrawSurvey",
        summary: "Take the confirmation back",
        is_versioned: true,
        answer: (200, JSON, "Written"),
        failures: &[400, 404, 412, 428],
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let day = || json!({ "type": "string", "format": "date" });
    let ids = || json!({ "type": "array", "items": string() });
    let ground = || one_of(names(Ground::ALL, Ground::as_str));
    vec![
        (
            "OwnAccount",
            json!({ "type": "object", "required": ["id", "name", "roles"],
                "properties": { "id": string(), "name": string(), "roles": ids() } }),
        ),
        (
            "Suggestions",
            json!({ "type": "object", "required": ["suggestions"],
                "properties": { "suggestions": list("Suggestion"), "next": string() } }),
        ),
        (
            "Suggestion",
            json!({ "type": "object", "required": ["id", "received_on", "state"], "properties": {
                "id": string(), "received_on": day(), "state": one_of(names(Decision::ALL, Decision::as_str)),
                "withheld": string(), "matter": string(), "place": string(), "place_name": string(), "is_gone": boolean(),
                "barriers_changed": boolean(),
                "name": string(), "kind": string(), "address": string(), "district": string(), "opening_hours": string(),
                "location": { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
            } }),
        ),
        (
            "SuggestionFigures",
            json!({ "type": "object", "required": ["states", "months", "quarters", "waiting"], "properties": {
                "states": { "type": "object" }, "waiting": { "type": "object" },
                "months": { "type": "array", "items": { "type": "object" } },
                "quarters": { "type": "array", "items": { "type": "object" } },
                "median_days": { "type": "integer", "nullable": true }, "p90_days": { "type": "integer", "nullable": true },
            } }),
        ),
        (
            "Rejection",
            json!({ "type": "object", "required": ["ground"], "properties": { "ground": ground(), "text": string() } }),
        ),
        (
            "Rejections",
            json!({ "type": "object", "required": ["ids", "ground"],
                "properties": { "ids": ids(), "ground": ground(), "text": string() } }),
        ),
        (
            "Rejected",
            object(
                &["rejected", "not_open"],
                json!({ "rejected": ids(), "not_open": ids() }),
            ),
        ),
        (
            "Survey",
            json!({ "type": "object", "required": ["district", "complete_since", "expires_on", "is_current"], "properties": {
                "district": string(), "complete_since": day(), "confirmed_by_role": string(),
                "note": string(), "expires_on": day(), "is_current": boolean(),
            } }),
        ),
        (
            "NewSurvey",
            json!({ "type": "object", "required": ["complete_since"],
                "properties": { "complete_since": day(), "note": string() } }),
        ),
    ]
}
