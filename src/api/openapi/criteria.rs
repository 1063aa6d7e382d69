//! What the API document says about the versions of the criteria.

use serde_json::{Value, json};

use super::audits::{rating, uuid};
use super::shapes::{boolean, date, described, names, object, one_of, string, whole};
use super::staff::{Operation, READ};
use crate::api::answer::JSON;
use crate::domain::Need;

/// The paths of auditors, planners and editors.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/staff/criteria",
        id: "getCriteria",
        summary: "All versions of the criteria, each with the number of published audits made with it",
        answer: (200, JSON, "CriteriaVersions"),
        failures: &[400],
        ..READ
    },
    Operation {
        path: "/api/staff/criteria/{version}/effects",
        id: "getCriteriaEffects",
        summary: "Which published audits a version would rate differently, and what it cannot take over",
        answer: (200, JSON, "CriteriaEffects"),
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("CriteriaVersions", versions()),
        ("CriteriaEffects", effects()),
    ]
}

fn versions() -> Value {
    let version = json!({
        "version": string(), "since": date(), "draft": boolean(),
        "current": described(boolean(), "Whether new audits use it"), "criteria": whole(),
        "core": described(whole(), "How many of them a quick check looks at"),
        "audits": described(whole(), "How many published audits that count were made with it"),
    });
    let required = [
        "version", "since", "draft", "current", "criteria", "core", "audits",
    ];
    let version = object(&required, version);
    let own = json!({ "revision": whole(), "versions": { "type": "array", "items": version } });
    object(&["revision", "versions"], own)
}

fn effects() -> Value {
    let rerated = object(
        &["need", "before", "after"],
        json!({ "need": one_of(names(Need::ALL, Need::as_str)), "before": rating(), "after": rating() }),
    );
    let reading = object(
        &["criterion", "reading"],
        json!({ "criterion": string(), "reading": string() }),
    );
    let array = |items: Value| json!({ "type": "array", "items": items });
    let effect = json!({
        "audit": uuid(), "criteria": described(string(), "The version it was made with"), "place": uuid(), "place_name": string(),
        "rerated": array(rerated),
        "uncarried": described(array(reading), "What was read off and is unknown in the other version"),
        "unasked": described(array(string()), "Criteria that ask for something that nobody was asked for"),
    });
    let required = [
        "audit",
        "criteria",
        "place",
        "place_name",
        "rerated",
        "uncarried",
        "unasked",
    ];
    let own = json!({
        "revision": whole(), "version": string(),
        "compared": described(whole(), "Published audits made with another version"),
        "unknown": described(whole(), "Audits of which nothing can be said: their version is not known any more"),
        "audits": array(object(&required, effect)),
    });
    object(
        &["revision", "version", "compared", "unknown", "audits"],
        own,
    )
}
