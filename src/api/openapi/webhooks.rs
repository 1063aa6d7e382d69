//! What the API document says about webhooks.

use serde_json::{Value, json};

use super::shapes::{boolean, described, list, names, object, one_of, string, whole};
use super::staff::{Operation, READ};
use crate::api::answer::JSON;
use crate::domain::DistrictId;
use crate::domain::news::NewsKind;
use crate::domain::webhook::WebhookState;

/// The paths of webhooks.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/staff/webhooks",
        id: "getWebhooks",
        summary: "Which programs are told of changes, and whether they listen",
        answer: (200, JSON, "Webhooks"),
        failures: &[400],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/webhooks",
        id: "addWebhook",
        summary: "Tell a program of changes from now on; only this answer holds the secret that messages are signed with",
        body: Some((JSON, "NewWebhook")),
        answer: (201, JSON, "Webhook"),
        failures: &[400, 409, 415],
        ..READ
    },
    Operation {
        path: "/api/staff/webhooks/{id}",
        id: "getWebhook",
        summary: "One webhook",
        answer: (200, JSON, "Webhook"),
        ..READ
    },
    Operation {
        method: "delete",
        path: "/api/staff/webhooks/{id}",
        id: "removeWebhook",
        summary: "Tell a program nothing any more",
        answer: (204, JSON, ""),
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/webhooks/{id}/pause",
        id: "pauseWebhook",
        summary: "Tell a program nothing for the time being",
        answer: (200, JSON, "Webhook"),
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/webhooks/{id}/resume",
        id: "resumeWebhook",
        summary: "Go on telling a program where it stopped",
        answer: (200, JSON, "Webhook"),
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/webhooks/{id}/ping",
        id: "pingWebhook",
        summary: "Send a message that says nothing, and say whether it arrived",
        answer: (200, JSON, "Ping"),
        failures: &[400, 404, 409],
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let moment = || json!({ "type": "string", "format": "date-time" });
    let kinds = json!({ "type": "array", "items": one_of(names(NewsKind::ALL, NewsKind::as_str)) });
    let kinds = described(kinds, "Which sorts of news; empty means all");
    let district = json!({ "type": "string", "pattern": DistrictId::PATTERN });
    let districts = json!({ "type": "array", "items": district });
    let districts = described(districts, "From which districts; empty means all");
    let url = described(string(), "https://, or http:// on the machine itself");
    let trouble = object(
        &["since", "attempts", "next_at", "reason"],
        json!({ "since": moment(), "attempts": whole(), "next_at": moment(), "reason": string() }),
    );
    vec![
        (
            "Webhooks",
            object(&["webhooks"], json!({ "webhooks": list("Webhook") })),
        ),
        (
            "NewWebhook",
            object(
                &["url"],
                json!({ "url": url, "kinds": kinds, "districts": districts }),
            ),
        ),
        (
            "Webhook",
            object(
                &[
                    "id",
                    "url",
                    "kinds",
                    "districts",
                    "created_on",
                    "state",
                    "through",
                ],
                json!({
                    "id": { "type": "string", "format": "uuid" }, "url": url, "kinds": kinds, "districts": districts,
                    "created_on": { "type": "string", "format": "date" },
                    "state": one_of(names(WebhookState::ALL, WebhookState::as_str)),
                    "through": described(whole(), "The number of the last entry of the trail that it need not hear of any more"),
                    "heard_at": described(moment(), "When it last took something"),
                    "trouble": described(trouble, "That it does not answer"),
                    "secret": described(string(), "What messages are signed with; only when it is made"),
                }),
            ),
        ),
        (
            "Ping",
            object(
                &["heard"],
                json!({ "heard": boolean(), "reason": string() }),
            ),
        ),
    ]
}
