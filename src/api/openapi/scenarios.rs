//! The shapes of answers about weeks, quarters, gaps, scenarios and sites.

use serde_json::{Value, json};

use super::coverage::{level, or_null, whole_object};
use super::shapes::{
    boolean, date, described, list, number, numbers, object, one_of, reference, string, whole,
};
use super::staff::{Operation, READ};
use crate::api::answer::JSON;
use crate::domain::scenario::{MOST_CHANGES, MOST_NAME_LETTERS};
use crate::query::{AT, COVERAGE_PARAMS};

/// The paths of scenarios.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/staff/scenarios",
        id: "getScenarios",
        summary: "Scenarios of planners, the last written first",
        answer: (200, JSON, "Scenarios"),
        failures: &[400],
        ..READ
    },
    Operation {
        method: "post",
        path: "/api/staff/scenarios",
        id: "addScenario",
        summary: "Keep a scenario",
        body: Some((JSON, "NewScenario")),
        answer: (201, JSON, "Scenario"),
        failures: &[400, 409, 415],
        ..READ
    },
    Operation {
        path: "/api/staff/scenarios/{id}",
        id: "getScenario",
        summary: "One scenario, with its version in ETag",
        answer: (200, JSON, "Scenario"),
        ..READ
    },
    Operation {
        method: "put",
        path: "/api/staff/scenarios/{id}",
        id: "changeScenario",
        summary: "Put another in place of a scenario that is as If-Match says",
        body: Some((JSON, "NewScenario")),
        answer: (200, JSON, "Scenario"),
        is_versioned: true,
        failures: &[400, 404, 412, 415, 428],
        ..READ
    },
    Operation {
        method: "delete",
        path: "/api/staff/scenarios/{id}",
        id: "removeScenario",
        summary: "Take a scenario away that is as If-Match says",
        answer: (204, JSON, ""),
        is_versioned: true,
        failures: &[400, 404, 412, 428],
        ..READ
    },
    Operation {
        path: "/api/staff/scenarios/{id}/result",
        id: "getScenarioResult",
        summary: "What follows from a scenario for the city as it is now, and whether that has changed since",
        answer: (200, JSON, "WhatIf"),
        params: &[COVERAGE_PARAMS, AT],
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = of_time();
    all.extend(of_gaps());
    all.extend(of_what_if());
    all.extend(of_sites());
    all.extend(of_scenarios());
    all
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every caller builds the items for this call"
)]
fn array(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn three() -> Value {
    json!({ "type": "array", "items": whole(), "minItems": 3, "maxItems": 3 })
}

fn of_time() -> Vec<(&'static str, Value)> {
    let district = whole_object(json!({
        "id": string(), "name": string(), "persons": or_null(number()),
        "surely": array(number()), "surely_percent": array(or_null(number())),
        "perhaps": described(array(number()), "Of some places nobody knows the hours"),
        "perhaps_percent": array(or_null(number())),
    }));
    let week = json!({
        "asked": reference("CoverageAsked"), "monday": date(),
        "districts": described(array(district), "Each list has 168 hours from Monday's first"),
        "provenance": reference("CoverageProvenance"),
    });
    let quarter_district = whole_object(json!({
        "id": string(), "level": level(), "counted_rooms": whole(), "counted_outdoors": whole(),
        "rooms_in_use": whole(), "outdoors_in_use": whole(),
        "is_kept": described(boolean(), "Written down at the time; else worked out from today's records"),
    }));
    let quarter = whole_object(json!({
        "quarter": string(), "last_day": date(), "at_least": three(), "opened": list("CoveragePlace"),
        "closed": list("CoveragePlace"), "districts": array(quarter_district),
    }));
    let history = json!({
        "target": whole_object(json!({ "date": date(), "level": level(), "districts": whole() })),
        "quarters": array(quarter), "provenance": reference("CoverageProvenance"),
    });
    vec![
        ("CoverageWeek", whole_object(week)),
        ("CoverageHistory", whole_object(history)),
    ]
}

fn of_gaps() -> Vec<(&'static str, Value)> {
    let properties = whole_object(json!({
        "persons": number(), "district": or_null(string()), "district_name": or_null(string()), "label": numbers(2),
        "shares": array(whole_object(json!({ "district": or_null(string()), "persons": number() }))),
        "nearest": { "nullable": true, "allOf": [reference("CoveragePlace")] }, "nearest_min": or_null(number()),
    }));
    let feature = whole_object(json!({
        "type": one_of(["Feature"]), "id": whole(), "geometry": reference("Geometry"), "properties": properties,
    }));
    let collection = json!({
        "type": one_of(["FeatureCollection"]), "asked": reference("CoverageAsked"), "covered": number(),
        "remainder": described(number(), "Beyond reach, but too few together to be shown"),
        "provenance": reference("CoverageProvenance"), "features": array(feature),
    });
    vec![("GapCollection", whole_object(collection))]
}

fn of_what_if() -> Vec<(&'static str, Value)> {
    let few = || or_null(number());
    let pair = |of: Value| json!({ "type": "array", "items": of, "minItems": 2, "maxItems": 2 });
    let moved = || {
        whole_object(json!({
            "persons": few(), "mean_min": or_null(number()), "p90_min": or_null(number()),
        }))
    };
    let district = whole_object(json!({
        "id": or_null(string()), "name": or_null(string()), "levels": or_null(pair(level())),
        "losing": few(), "gaining": few(), "moved": few(),
    }));
    let mut answer = whole_object(json!({
        "asked": reference("CoverageAsked"),
        "losing": described(few(), "As everywhere here: null is more than none and fewer than ten"),
        "gaining": few(), "longer": moved(), "shorter": moved(), "cut_off": few(), "newly_reached": few(),
        "percent": pair(or_null(number())), "at_least": pair(three()), "districts": array(district),
        "provenance": reference("CoverageProvenance"),
    }));
    answer["properties"]["made_for"] =
        described(whole(), "The revision that a kept scenario was written for");
    answer["properties"]["data_changed"] =
        described(boolean(), "Whether the city has changed since");
    answer["properties"]["gaps"] = described(
        pair(reference("Geometry")),
        "Where people live beyond reach before and after; told if asked for",
    );
    let question = object(
        &["changes"],
        json!({ "changes": reference("Changes"), "gaps": boolean() }),
    );
    vec![
        ("WhatIfQuestion", question),
        ("WhatIf", answer),
        ("Changes", changes()),
    ]
}

fn changes() -> Value {
    let id = || json!({ "type": "string", "format": "uuid" });
    let open = object(
        &["kind", "lon", "lat"],
        json!({
            "name": string(), "kind": string(), "lon": number(), "lat": number(), "opening_hours": string(),
            "seats": whole(), "floor_area_m2": whole(), "toilets": string(),
        }),
    );
    let change = object(
        &[],
        json!({
            "close": id(), "reopen": id(), "barrier_free": id(), "open": open,
            "move": whole_object(json!({ "id": id(), "lon": number(), "lat": number() })),
            "hours": whole_object(json!({ "id": id(), "opening_hours": string() })),
        }),
    );
    let one = json!({ "allOf": [change], "minProperties": 1, "maxProperties": 1 });
    json!({ "type": "array", "items": one, "minItems": 1, "maxItems": MOST_CHANGES })
}

fn of_sites() -> Vec<(&'static str, Value)> {
    let spot = object(
        &["lon", "lat"],
        json!({ "lon": number(), "lat": number(), "name": string() }),
    );
    let candidates = json!({ "oneOf": [
        one_of(["nodes", "municipal"]), whole_object(json!({ "kinds": array(string()) })), array(spot),
    ] });
    let site = whole_object(json!({
        "number": or_null(whole()), "name": or_null(string()), "location": numbers(2),
        "added": described(number(), "Residents it adds to those before it; left out is what would add fewer than ten"),
    }));
    let exchange = whole_object(json!({
        "instead_of": numbers(2), "location": numbers(2), "name": or_null(string()), "covered_after": number(),
    }));
    let answer = json!({
        "asked": reference("CoverageAsked"), "offered": whole(), "considered": whole(), "sites": array(site),
        "covered_before": number(), "covered_after": number(),
        "bound": described(or_null(number()), "No choice of so many of the considered sites has more within reach; in tens, rounded up; null where persons were weighed by their need"),
        "is_proven": boolean(), "is_weighted": boolean(), "persons": number(),
        "percent": { "type": "array", "items": or_null(number()), "minItems": 2, "maxItems": 2 },
        "alternatives": array(exchange), "provenance": reference("CoverageProvenance"),
    });
    let question = json!({ "p": whole(), "candidates": candidates });
    let hour = whole_object(json!({
        "place": { "nullable": true, "allOf": [reference("CoveragePlace")] },
        "hour": described(whole(), "Of the week: 0 is Monday's first"), "added": number(),
    }));
    let best_hours = json!({
        "asked": reference("CoverageAsked"), "considered": whole(), "hours": array(hour), "covered_before": number(),
        "covered_after": number(), "bound": number(), "is_proven": boolean(),
        "whole": described(number(), "Persons times hours, as all sums here"), "provenance": reference("CoverageProvenance"),
    });
    let hours_question = json!({ "p": whole(), "hours": array(whole()) });
    vec![
        ("HoursQuestion", whole_object(hours_question)),
        ("BestHours", whole_object(best_hours)),
        ("SitingQuestion", whole_object(question)),
        ("Sites", whole_object(answer)),
    ]
}

fn of_scenarios() -> Vec<(&'static str, Value)> {
    let name = || json!({ "type": "string", "maxLength": MOST_NAME_LETTERS });
    let scenario = object(
        &[
            "id",
            "name",
            "changes",
            "made_for",
            "by",
            "at",
            "version",
            "revision",
            "data_changed",
        ],
        json!({
            "id": { "type": "string", "format": "uuid" }, "name": name(), "note": string(),
            "changes": reference("Changes"), "made_for": whole(), "by": string(),
            "at": { "type": "string", "format": "date-time" }, "version": whole(), "revision": whole(),
            "data_changed": described(boolean(), "Whether the city has changed since it was written"),
        }),
    );
    let new = object(
        &["name", "changes"],
        json!({ "name": name(), "note": or_null(string()), "changes": reference("Changes") }),
    );
    vec![
        (
            "Scenarios",
            whole_object(json!({ "scenarios": list("Scenario") })),
        ),
        ("Scenario", scenario),
        ("NewScenario", new),
    ]
}
