//! What the API document says about lines of help.

use serde_json::{Map, Value, json};

use super::shapes::{boolean, date, described, list, names, object, one_of, string, whole};
use super::staff::{Operation as StaffOperation, READ};
use super::{Operation, PLAIN};
use crate::api::answer::JSON;
use crate::api::counselling::HELP_PARAMS;
use crate::domain::Fact;
use crate::domain::counselling::{HelpNeed, Scope, Tongue};

/// The paths that everybody reads.
pub(super) const OPERATIONS: &[Operation] = &[Operation {
    path: "/api/counselling",
    id: "getHelpLines",
    tag: "Safety",
    summary: "Lines of help and counselling; what is absent is unknown",
    params: &[HELP_PARAMS],
    schema: "HelpLines",
    ..PLAIN
}];

/// The paths of those who prevent.
pub(super) const OF_STAFF: &[StaffOperation] = &[
    StaffOperation {
        path: "/api/staff/counselling",
        id: "getStaffHelpLines",
        summary: "All lines of help, those too that come with the program and are not shown",
        answer: (200, JSON, "StaffHelpLines"),
        failures: &[400],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/counselling/{id}",
        id: "getStaffHelpLine",
        summary: "One line with its version in ETag",
        answer: (200, JSON, "StaffHelpLine"),
        ..READ
    },
    StaffOperation {
        method: "put",
        path: "/api/staff/counselling/{id}",
        id: "saveHelpLine",
        summary: "Send a line whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing",
        body: Some((JSON, "NewHelpLine")),
        answer: (200, JSON, "StaffHelpLine"),
        failures: &[400, 404, 412, 415, 428],
        ..READ
    },
    StaffOperation {
        method: "delete",
        path: "/api/staff/counselling/{id}",
        id: "withdrawHelpLine",
        summary: "Show a line no more; one that comes with the program can be sent again",
        answer: (204, JSON, ""),
        is_versioned: true,
        failures: &[400, 404, 412, 428],
        ..READ
    },
];

const REQUIRED: [&str; 4] = ["name", "scope", "needs", "source"];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let consent = object(&["by", "on"], json!({ "by": string(), "on": date() }));
    let address = object(
        &["postal", "consent"],
        json!({ "postal": string(), "consent": described(consent, "Which office agreed in writing that the address is published, and when") }),
    );
    let sent = with(members(), &[("address", address)]);
    let staff = with(sent.clone(), &[("id", string()), ("is_shown", boolean())]);
    let public = object(&["postal"], json!({ "postal": string() }));
    let everybody = [
        ("id", string()),
        ("address", public),
        ("tel", described(string(), "The telephone number as a link")),
        (
            "speaks",
            described(fact(), "Whether the language that was asked for is spoken"),
        ),
    ];
    let id_and: Vec<&str> = REQUIRED.into_iter().chain(["id"]).collect();
    let lines = |schema| json!({ "revision": whole(), "lines": list(schema) });
    vec![
        (
            "HelpLines",
            object(&["revision", "lines"], lines("HelpLine")),
        ),
        (
            "StaffHelpLines",
            object(&["revision", "lines"], lines("StaffHelpLine")),
        ),
        (
            "HelpLine",
            object(&id_and, Value::Object(with(members(), &everybody))),
        ),
        ("StaffHelpLine", object(&id_and, Value::Object(staff))),
        ("NewHelpLine", object(&REQUIRED, Value::Object(sent))),
    ]
}

fn with(mut members: Map<String, Value>, more: &[(&str, Value)]) -> Map<String, Value> {
    let more = more.iter();
    members.extend(more.map(|(name, value)| ((*name).to_owned(), value.clone())));
    members
}

fn fact() -> Value {
    one_of(names(Fact::ALL, Fact::as_str))
}

/// What everybody may know of a line.
fn members() -> Map<String, Value> {
    let some = |names: Vec<&'static str>| json!({ "type": "array", "items": one_of(names) });
    let room = ["step_free", "wide_doors", "wheelchair_toilet"];
    let room: Map<String, Value> = room
        .map(|own| (own.to_owned(), fact()))
        .into_iter()
        .collect();
    let members = json!({
        "name": string(), "scope": one_of(names(Scope::ALL, Scope::as_str)),
        "needs": some(names(HelpNeed::ALL, HelpNeed::as_str)),
        "phone": string(), "free": fact(), "anonymous": fact(),
        "hours": described(string(), "When somebody answers the telephone, in the notation of OpenStreetMap"),
        "languages": described(some(names(Tongue::ALL, Tongue::as_str)), "Those that are known; others may be spoken too"),
        "languages_complete": described(boolean(), "Whether no other language is spoken"),
        "foreign_languages": described(whole(), "How many the source counts without naming each"),
        "sign_language": fact(), "easy_language": fact(),
        "web": string(), "chat": string(), "email": string(),
        "room": object(&[], Value::Object(room)),
        "remark": string(), "source": string(),
        "checked": object(&["on", "by"], json!({ "on": date(), "by": string() })),
    });
    match members {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
