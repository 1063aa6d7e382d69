//! What the API document says about audits: their paths, and the shapes of what is sent and answered.

mod measures;
pub(super) mod photos;

use serde_json::{Map, Value, json};

use super::shapes::{
    boolean, date, described, feature, feature_collection, list, names, number, object, one_of,
    reference, string, whole,
};
use super::staff::{Operation as StaffOperation, READ};
use super::{Operation, PLAIN};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::audits::{AUDIT_PARAMS, MEASUREMENTS_PARAMS};
use crate::api::coverage::CSV;
use crate::api::items::ITEMS_PARAMS;
use crate::api::staff::{DIFFERENCES_PARAMS, STAFF_AUDIT_PARAMS};
use crate::barrier_free::rating::Reason;
use crate::domain::Need;
use crate::domain::audit::life::{Due, Move, State};
use crate::domain::audit::{Auditor, Depth, Rating, Source, Verdict};
use crate::export::audits::NOT_CHECKED;

/// The paths that everybody reads.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/collections/audits/items",
        id: "getAudits",
        summary: "Published audits by id, page by page: of each place the newest, and the newest word of whoever runs it",
        params: &[ITEMS_PARAMS, AUDIT_PARAMS],
        media_type: GEOJSON,
        schema: "AuditCollection",
        ..PLAIN
    },
    Operation {
        path: "/api/collections/audits/items/{feature}",
        id: "getAudit",
        summary: "One published audit",
        path_params: &[("feature", "The id of the audit (UUID)")],
        media_type: GEOJSON,
        schema: "PublishedAudit",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/audits.csv",
        id: "getMeasurements",
        summary: "Every reading of published audits, for German spreadsheets: semicolons and decimal commas",
        params: &[MEASUREMENTS_PARAMS, AUDIT_PARAMS],
        media_type: CSV,
        schema: "Table",
        ..PLAIN
    },
    Operation {
        path: "/api/places/{id}/a11yjson",
        id: "getA11yJson",
        summary: "What the newest published audit says of a place, as A11yJSON (https://a11yjson.org)",
        path_params: &[("id", "The id of the place (UUID)")],
        schema: "A11yPlaceInfo",
        failures: &[400, 404],
        ..PLAIN
    },
];

/// The paths of auditors and planners.
pub(super) const OF_STAFF: &[StaffOperation] = &[
    StaffOperation {
        path: "/api/staff/audits",
        id: "getStaffAudits",
        summary: "All audits, the last written first, with what may be done with each next",
        params: &[STAFF_AUDIT_PARAMS],
        answer: (200, JSON, "StaffAudits"),
        failures: &[400],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/audits/{id}",
        id: "getStaffAudit",
        summary: "One audit with its version in ETag, its published revisions and its measures",
        answer: (200, JSON, "WholeAudit"),
        ..READ
    },
    StaffOperation {
        method: "put",
        path: "/api/staff/audits/{id}",
        id: "saveAudit",
        summary: "Send an audit whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing",
        body: Some((JSON, "NewAudit")),
        answer: (200, JSON, "StaffAudit"),
        failures: &[400, 404, 412, 413, 415, 428],
        ..READ
    },
    StaffOperation {
        method: "post",
        path: "/api/staff/audits/{id}/move",
        id: "moveAudit",
        summary: "Take an audit a step further, or back before it is published",
        body: Some((JSON, "AuditMove")),
        ..STEP
    },
    StaffOperation {
        method: "post",
        path: "/api/staff/audits/{id}/correct",
        id: "correctAudit",
        summary: "Begin a new revision of a published audit; what is published stays until the new one is",
        failures: &[400, 404, 412, 428],
        ..STEP
    },
    StaffOperation {
        method: "post",
        path: "/api/staff/audits/{id}/withdraw",
        id: "withdrawAudit",
        summary: "Withdraw an audit for a reason: nobody outside sees it any more",
        body: Some((JSON, "AuditWithdrawal")),
        ..STEP
    },
    StaffOperation {
        path: "/api/staff/audits/{id}/differences",
        id: "getAuditDifferences",
        summary: "What another audit of the same place says differently, answer by answer",
        params: &[DIFFERENCES_PARAMS],
        answer: (200, JSON, "AuditDifferences"),
        ..READ
    },
    StaffOperation {
        method: "put",
        path: "/api/staff/audits/{id}/measures/{measure}",
        id: "saveMeasure",
        summary: "Send a measure whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing",
        body: Some((JSON, "NewMeasure")),
        answer: (200, JSON, "Measure"),
        failures: &[400, 404, 412, 415, 428],
        ..READ
    },
];

const STEP: StaffOperation = StaffOperation {
    answer: (200, JSON, "StaffAudit"),
    is_versioned: true,
    failures: &[400, 404, 412, 415, 428],
    ..READ
};

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = of_what_is_published();
    all.extend(of_staff());
    all.extend(measures::schemas());
    all.extend(photos::schemas());
    all
}

pub(super) fn rating() -> Value {
    one_of(names(Rating::ALL, Rating::as_str))
}

/// An object with a member for each need.
fn by_need(value: &Value) -> Map<String, Value> {
    let needs = Need::ALL.iter().map(ToString::to_string);
    needs.map(|need| (need, value.clone())).collect()
}

pub(super) fn uuid() -> Value {
    json!({ "type": "string", "format": "uuid" })
}

/// What a place says of each need.
pub(super) fn accessibility() -> Value {
    let answers = [NOT_CHECKED]
        .into_iter()
        .chain(names(Rating::ALL, Rating::as_str));
    let mut members = by_need(&one_of(answers));
    let required: Vec<String> = members.keys().cloned().collect();
    let audited = [
        ("audit", uuid()),
        ("audited_on", date()),
        (
            "holds_until",
            described(
                date(),
                "The last day on which the audit says something certain",
            ),
        ),
        (
            "change_reports",
            described(whole(), "Accepted reports of a change since then"),
        ),
        ("depth", one_of(names(Depth::ALL, Depth::as_str))),
        (
            "incomplete",
            described(boolean(), "Whether something was not read off"),
        ),
        ("facts", reference("AuditFacts")),
    ];
    members.extend(audited.map(|(name, schema)| (name.to_owned(), schema)));
    let required: Vec<&str> = required.iter().map(String::as_str).collect();
    let own = object(&required, Value::Object(members));
    described(
        own,
        "What an audit on the spot found for each need; not_checked where nobody has looked",
    )
}

fn of_what_is_published() -> Vec<(&'static str, Value)> {
    let rated = object(
        &["rating", "reason", "incomplete"],
        json!({ "rating": rating(), "reason": one_of(names(Reason::ALL, Reason::as_str)), "incomplete": boolean() }),
    );
    let truth = || one_of(["yes", "no", "unknown"]);
    let properties = json!({
        "place": uuid(), "place_name": string(), "place_kind": string(), "place_url": string(), "district": string(),
        "source": one_of(names(Source::ALL, Source::as_str)), "depth": one_of(names(Depth::ALL, Depth::as_str)),
        "criteria": described(string(), "The version of the criteria"), "revision": whole(),
        "auditors": described(auditors(), "Who was on the spot; nobody where it is made up"),
        "made_up": described(boolean(), "Whether nobody was on the spot: it came with the sample city, and every value is invented"),
        "audited_on": date(), "published_on": date(), "holds_until": date(), "is_stale": boolean(),
        "change_reports": described(whole(), "How many reports of a change at the place since the audit the city has accepted"),
        "re_audit_due": described(json!({ "type": "array", "items": one_of(names(Due::ALL, Due::as_str)) }), "Why the place is to be audited again"),
        "facts": reference("AuditFacts"), "ratings": object(&[], Value::Object(by_need(&rated))),
        "meets_minimum": described(truth(), "S1: nobody is shut out"),
        "meets_standard": described(truth(), "S2: fully usable for every need"),
        "verdicts": { "type": "object", "additionalProperties": one_of(names(Verdict::ALL, Verdict::as_str)) },
        "sheet": reference("AuditSheet"),
    });
    let required = [
        "place",
        "place_name",
        "place_kind",
        "place_url",
        "source",
        "depth",
        "criteria",
        "revision",
        "auditors",
        "made_up",
        "audited_on",
        "published_on",
        "holds_until",
        "is_stale",
        "change_reports",
        "re_audit_due",
        "facts",
        "ratings",
        "meets_minimum",
        "meets_standard",
        "verdicts",
        "sheet",
    ];
    let facts = json!({
        "steps": described(number(), "Steps at the entrance"), "max_step_cm": number(), "mobile_ramp": boolean(),
        "door_cm": described(number(), "Clear width of the door"), "wc": described(boolean(), "A toilet for wheelchairs"),
    });
    vec![
        ("AuditCollection", feature_collection("AuditFeature")),
        ("AuditFeature", feature("AuditProperties", &json!({}))),
        (
            "PublishedAudit",
            feature(
                "AuditProperties",
                &json!({ "revision": whole(), "links": list("Link") }),
            ),
        ),
        ("AuditProperties", object(&required, properties)),
        ("AuditFacts", object(&[], facts)),
        ("AuditSheet", sheet()),
        (
            "A11yPlaceInfo",
            json!({ "type": "object", "description": "PlaceInfo of A11yJSON" }),
        ),
    ]
}

fn auditors() -> Value {
    json!({ "type": "array", "items": one_of(names(Auditor::ALL, Auditor::as_str)) })
}

fn sheet() -> Value {
    let by_name = |value: Value| json!({ "type": "object", "additionalProperties": value });
    let value = json!({ "oneOf": [number(), boolean(), string()] });
    let texts = json!({ "type": "array", "items": string() });
    let equivalent = object(
        &["reason", "decided_by"],
        json!({ "reason": string(), "decided_by": string() }),
    );
    let own = json!({
        "conditions": by_name(boolean()), "readings": by_name(by_name(value)), "estimated": by_name(texts),
        "equivalents": by_name(equivalent),
    });
    described(
        object(&[], own),
        "What was read off, by criterion and reading; what is absent is unknown",
    )
}

/// The members that are sent and told.
fn draft() -> Map<String, Value> {
    let own = json!({
        "place": uuid(), "criteria": described(string(), "The version of the criteria; of a new audit today's if left out"),
        "depth": one_of(names(Depth::ALL, Depth::as_str)),
        "source": one_of([Source::Audit.as_str(), Source::SelfDeclared.as_str()]),
        "auditors": auditors(), "planned_on": date(), "audited_on": date(), "sheet": reference("AuditSheet"),
    });
    own.as_object().cloned().unwrap_or_default()
}

fn of_staff() -> Vec<(&'static str, Value)> {
    let moves = || one_of(names(Move::ALL, Move::as_str));
    let need_rated = object(
        &["need", "rating", "incomplete"],
        json!({ "need": one_of(names(Need::ALL, Need::as_str)), "rating": rating(), "incomplete": boolean() }),
    );
    let more = json!({
        "id": uuid(), "state": one_of(names(State::ALL, State::as_str)), "revision": whole(), "withdrawn": string(),
        "by": string(), "at": { "type": "string", "format": "date-time" }, "version": whole(),
        "moves": described(json!({ "type": "array", "items": moves() }), "What may be done next"),
        "ratings": described(json!({ "type": "array", "items": need_rated }), "What would follow if it were published as it is"),
    });
    let mut told = draft();
    told.extend(more.as_object().cloned().unwrap_or_default());
    let required = [
        "id", "place", "criteria", "depth", "source", "auditors", "sheet", "state", "revision",
        "by", "at", "version", "moves",
    ];
    let mut whole_audit = told.clone();
    whole_audit.insert("revisions".to_owned(), list("AuditRevision"));
    whole_audit.insert("measures".to_owned(), list("Measure"));
    whole_audit.insert("photos".to_owned(), list("Photo"));
    let mut revision = draft();
    let of_revision = json!({ "id": uuid(), "revision": whole(), "published_on": date() });
    revision.extend(of_revision.as_object().cloned().unwrap_or_default());
    let all_required: Vec<_> = required
        .iter()
        .copied()
        .chain(["revisions", "measures", "photos"])
        .collect();
    let any = json!({ "nullable": true, "oneOf": [number(), boolean(), string(), { "type": "array", "items": string() }] });
    let difference = object(
        &["at", "one", "other"],
        json!({ "at": described(string(), "Such as readings/C14/steps"), "one": any, "other": any }),
    );
    let differences = json!({ "one": uuid(), "other": uuid(), "differences": { "type": "array", "items": difference } });
    vec![
        (
            "NewAudit",
            object(&["place", "depth"], Value::Object(draft())),
        ),
        ("StaffAudit", object(&required, Value::Object(told))),
        (
            "WholeAudit",
            object(&all_required, Value::Object(whole_audit)),
        ),
        ("StaffAudits", object(&["audits"], staff_audits())),
        (
            "AuditRevision",
            object(&["id", "revision", "published_on"], Value::Object(revision)),
        ),
        ("AuditMove", object(&["move"], json!({ "move": moves() }))),
        (
            "AuditWithdrawal",
            object(&["reason"], json!({ "reason": string() })),
        ),
        (
            "AuditDifferences",
            object(&["one", "other", "differences"], differences),
        ),
    ]
}

fn staff_audits() -> Value {
    json!({ "audits": list("StaffAudit"), "more": boolean() })
}
