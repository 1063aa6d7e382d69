//! What the API document says about measurements of ways: their paths, and the shapes of what is sent and answered.

use serde_json::{Value, json};

use super::coverage::or_null;
use super::shapes::{
    boolean, date, described, feature, list, names, number, object, one_of, reference, string,
    whole,
};
use super::staff::{Operation as StaffOperation, READ};
use super::{Operation, PLAIN};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::ways::MEASURED_WAYS_PARAMS;
use crate::domain::measured_way::{Evenness, Pavement, WayReadings, WaySort};
use crate::domain::staff::Role;

/// The paths that everybody reads.
pub(super) const OPERATIONS: &[Operation] = &[Operation {
    path: "/api/ways/measured",
    id: "getMeasuredWays",
    summary: "What the city measured on ways, and what that changes for wheels",
    media_type: GEOJSON,
    params: &[MEASURED_WAYS_PARAMS],
    schema: "MeasuredWays",
    ..PLAIN
}];

/// The paths of auditors and planners.
pub(super) const OF_STAFF: &[StaffOperation] = &[
    StaffOperation {
        path: "/api/staff/ways",
        id: "getStaffWays",
        summary: "All measurements of ways, those too that no drawn way matches",
        params: &[MEASURED_WAYS_PARAMS],
        answer: (200, JSON, "MeasuredWays"),
        failures: &[400],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/ways/{id}",
        id: "getStaffWay",
        summary: "One measurement with its version in ETag",
        answer: (200, JSON, "MeasuredWay"),
        ..READ
    },
    StaffOperation {
        method: "put",
        path: "/api/staff/ways/{id}",
        id: "saveWay",
        summary: "Send a measurement whole: a new one (201), or in place of the version in If-Match; sent twice it changes nothing",
        body: Some((JSON, "NewMeasuredWay")),
        answer: (200, JSON, "MeasuredWay"),
        failures: &[400, 404, 412, 415, 428],
        ..READ
    },
    StaffOperation {
        method: "delete",
        path: "/api/staff/ways/{id}",
        id: "withdrawWay",
        summary: "Withdraw a measurement: the way is what it was before",
        answer: (204, JSON, ""),
        is_versioned: true,
        failures: &[400, 404, 412, 428],
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let sort = || one_of(names(WaySort::ALL, WaySort::as_str));
    let sure = || {
        let two = json!({ "type": "array", "minItems": 2, "maxItems": 2,
            "items": one_of(["barred", "possible", "likely", "proven"]) });
        described(two, "How sure it is: as drawn, and as known now")
    };
    let stretch = json!({
        "name": string(), "length_m": number(), "wheelchair": sure(), "walker": sure(),
        "line": { "type": "array", "items": { "type": "array", "items": number() } },
    });
    let matched = described(
        one_of(["way", "nothing", "several"]),
        "Whether a drawn way of its sort lies there; unless it is one way, the measurement changes nothing",
    );
    let properties = json!({
        "sort": sort(), "readings": reference("WayReadings"), "estimated": boolean(), "measured_on": date(),
        "holds_until": described(date(), "The last day on which it may prove something; afterwards it still bars"),
        "by": one_of(names(Role::ALL, Role::as_str)), "matched": matched,
        "stretch": object(&["length_m", "wheelchair", "walker", "line"], stretch),
    });
    let required = [
        "sort",
        "readings",
        "estimated",
        "measured_on",
        "holds_until",
        "by",
        "matched",
    ];
    let all = json!({ "type": one_of(["FeatureCollection"]), "revision": whole(),
        "matched": described(whole(), "How many there are in all"),
        "next": described(or_null(string()), "Ask for those `after` this one next; null on the last page"),
        "features": list("MeasuredWay") });
    let sent = json!({
        "location": described(json!({ "type": "array", "items": number(), "minItems": 2, "maxItems": 2 }),
            "Longitude and latitude of a spot on the stretch, not on a junction"),
        "sort": sort(), "readings": reference("WayReadings"),
        "estimated": described(boolean(), "Whether something is an estimate: it may bar, and proves nothing"),
        "measured_on": described(date(), "Today, if left out"),
    });
    vec![
        (
            "MeasuredWays",
            object(&["type", "revision", "matched", "next", "features"], all),
        ),
        ("MeasuredWay", feature("MeasuredWayProperties", &json!({}))),
        ("MeasuredWayProperties", object(&required, properties)),
        (
            "NewMeasuredWay",
            object(&["location", "sort", "readings"], sent),
        ),
        ("WayReadings", readings()),
    ]
}

fn readings() -> Value {
    let mut members = json!({
        "surface": one_of(names(Pavement::ALL, Pavement::as_str)),
        "smoothness": one_of(names(Evenness::ALL, Evenness::as_str)),
        "handrail": described(boolean(), "Only where there are steps"),
    });
    for (name, most) in WayReadings::MOST {
        members[name] = json!({ "type": "integer", "minimum": 0, "maximum": most });
    }
    described(
        object(&[], members),
        "Of each reading the worst of the stretch between two junctions; what nobody looked at is left out",
    )
}
