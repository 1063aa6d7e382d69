//! What the API document says about coverage: its paths and the shapes of its answers.

use serde_json::{Map, Value, json};

use super::shapes::{
    boolean, date, described, list, names, nullable, number, numbers, object, one_of, reference,
    string, whole,
};
use super::{Operation, PLAIN, parameter};
use crate::api::answer::{GEOJSON, JSON};
use crate::api::coverage::{CSV, DISTRICT_PARAMS, HISTORY_PARAMS};
use crate::coverage::{AgeGroup, Failing, Level, Missing, Need};
use crate::domain::passage::WayField;
use crate::domain::residents::ResidentSource;
use crate::domain::{Boundary, Class, Fact};
use crate::query::{AT, COVERAGE_PARAMS};
use crate::walk::{Engine, Profile};

/// The paths that are read.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/coverage",
        id: "getCoverage",
        summary: "Who reaches a place to meet, district by district, with levels and reasons",
        params: &[COVERAGE_PARAMS, AT],
        schema: "CoverageReport",
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage.csv",
        id: "getCoverageTable",
        summary: "The same as a table for German spreadsheets: semicolons and decimal commas",
        params: &[COVERAGE_PARAMS, AT],
        media_type: CSV,
        schema: "Table",
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage.geojson",
        id: "getCoverageFeatures",
        summary: "The same with the outlines of the districts",
        params: &[COVERAGE_PARAMS, AT],
        media_type: GEOJSON,
        schema: "CoverageCollection",
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage/week",
        id: "getCoverageWeek",
        summary: "When something is open within reach, hour by hour of an ordinary week",
        params: &[COVERAGE_PARAMS, DISTRICT_PARAMS],
        schema: "CoverageWeek",
        failures: &[400, 404],
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage/history",
        id: "getCoverageHistory",
        summary: "How far the districts had come at the end of every quarter, and the goal",
        params: &[HISTORY_PARAMS],
        schema: "CoverageHistory",
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage/gaps",
        id: "getCoverageGaps",
        summary: "Where people live beyond reach: neighbouring squares taken together, none with fewer than ten people",
        params: &[COVERAGE_PARAMS, AT],
        media_type: GEOJSON,
        schema: "GapCollection",
        ..COVERAGE
    },
    Operation {
        path: "/api/coverage/missing",
        id: "getMissingFacts",
        summary: "The ten ways whose missing facts keep most people on wheels from getting there for certain",
        params: &[COVERAGE_PARAMS, AT, DISTRICT_PARAMS],
        schema: "MissingFacts",
        ..COVERAGE
    },
];

const COVERAGE: Operation = Operation {
    tag: "Coverage",
    ..PLAIN
};

/// Adds the questions that are sent.
pub(super) fn add_paths(paths: &mut Map<String, Value>) {
    let questions = [
        (
            "/api/coverage/what-if",
            "askWhatIf",
            "What would follow if places closed, opened, moved, or were open at other hours; nothing is stored",
            "WhatIfQuestion",
            "WhatIf",
        ),
        (
            "/api/coverage/siting",
            "askSites",
            "Where the next places would reach most people, with proof; nothing is stored",
            "SitingQuestion",
            "Sites",
        ),
        (
            "/api/coverage/siting/hours",
            "askHours",
            "Which further hours of which places would reach most people; nothing is stored",
            "HoursQuestion",
            "BestHours",
        ),
    ];
    for (path, id, summary, question, answer) in questions {
        paths.insert(
            path.to_owned(),
            json!({ "post": sent(id, summary, question, answer) }),
        );
    }
}

fn sent(id: &str, summary: &str, question: &str, answer: &str) -> Value {
    let content = |schema: &str| json!({ JSON: { "schema": reference(schema) } });
    // When something is open is what the last one asks about.
    let at = AT.iter().filter(|_| id != "askHours");
    let parameters = COVERAGE_PARAMS.iter().chain(at).map(parameter);
    let mut responses = Map::new();
    responses.insert(
        "200".into(),
        json!({ "description": summary, "content": content(answer) }),
    );
    for status in [400, 406, 413, 415, 429, 500, 503] {
        responses.insert(
            status.to_string(),
            json!({ "$ref": format!("#/components/responses/{status}") }),
        );
    }
    json!({
        "operationId": id, "tags": ["Coverage"], "summary": summary,
        "parameters": parameters.collect::<Vec<_>>(),
        "requestBody": { "required": true, "content": content(question) },
        "responses": responses,
    })
}

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = of_report();
    all.extend(of_places());
    all.extend(of_provenance());
    all.extend(super::scenarios::schemas());
    all
}

/// A schema that may also be null: not known.
pub(super) fn or_null(mut schema: Value) -> Value {
    schema["nullable"] = json!(true);
    schema
}

/// An object all of whose members are there.
pub(super) fn whole_object(properties: Value) -> Value {
    let required: Vec<String> = properties
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect();
    let required: Vec<&str> = required.iter().map(String::as_str).collect();
    object(&required, properties)
}

pub(super) fn level() -> Value {
    one_of(names(Level::ALL, Level::as_str))
}

fn of_report() -> Vec<(&'static str, Value)> {
    let reach = ["rooms", "outdoors", "asked"];
    let mut city = json!({
        "districts": whole(), "at_least": list("CoverageStep"),
        "not_surveyed": described(whole(), "Districts of level U"),
        "persons": or_null(number()), "unplaced": or_null(number()), "persons_elsewhere": number(),
        "fairness": reference("CoverageFairness"),
        "elsewhere": described(whole_object(json!({
            "counted": list("CoveragePlace"), "for_ages": list("CoveragePlace"),
            "rejected": list("CoveragePlace"), "to_do": list("CoveragePlace"),
        })), "Places outside all districts"),
    });
    let mut row = json!({
        "id": string(), "name": string(), "level": level(), "reasons": list("CoverageReason"),
        "survey": nullable("CoverageSurvey"), "residents": reference("CoverageResidents"),
        "counted": list("CoveragePlace"), "for_ages": list("CoveragePlace"), "rejected": list("CoveragePlace"),
        "to_do": list("CoveragePlace"), "hinges": list("CoveragePlace"),
        "seat_hours_per_resident": or_null(number()), "seat_hours_by_distance": or_null(number()),
        "floor_m2": whole(), "floor_m2_per_1000": or_null(number()),
    });
    for name in reach {
        city[name] = reference("CoverageReach");
        row[name] = reference("CoverageReach");
    }
    let report = json!({
        "asked": reference("CoverageAsked"), "city": reference("CoverageCity"),
        "districts": list("CoverageDistrict"), "provenance": reference("CoverageProvenance"),
    });
    let feature = json!({
        "type": one_of(["Feature"]), "id": string(), "geometry": reference("Geometry"),
        "properties": reference("CoverageDistrict"),
    });
    let collection = json!({
        "type": one_of(["FeatureCollection"]), "asked": reference("CoverageAsked"), "city": reference("CoverageCity"),
        "provenance": reference("CoverageProvenance"), "features": list("CoverageFeature"),
    });
    vec![
        ("CoverageReport", whole_object(report)),
        ("CoverageCity", whole_object(city)),
        ("CoverageDistrict", whole_object(row)),
        ("CoverageFeature", whole_object(feature)),
        ("CoverageCollection", whole_object(collection)),
        (
            "CoverageStep",
            whole_object(json!({
                "level": level(), "districts": whole(), "persons": number(), "percent": or_null(number()),
            })),
        ),
        ("CoverageReach", reach_schema()),
        ("CoverageFairness", fairness()),
    ]
}

fn reach_schema() -> Value {
    let sure =
        whole_object(json!({ "proven": number(), "likely": number(), "possible": number() }));
    let members = json!({
        "persons": number(), "covered": number(), "beyond": number(),
        "unreached": described(number(), "Of those beyond: for whom no way is known"),
        "by_line": described(number(), "Whose time a line told, because no way is drawn there"),
        "percent": described(or_null(number()), "The covered share, rounded down; null is unknown"),
        "median_min": or_null(number()), "p90_min": or_null(number()),
    });
    let mut schema = whole_object(members);
    schema["properties"]["at_most"] = described(
        whole_object(json!({ "covered": number(), "percent": or_null(number()) })),
        "If every place counted of which something must be found out; left out where that is nobody more",
    );
    schema["properties"]["sure"] = described(
        sure,
        "For wheelchair and walker, where ways are drawn: how surely they get there",
    );
    schema
}

fn fairness() -> Value {
    let share = whole_object(json!({
        "id": string(), "name": string(), "seat_hours_per_resident": or_null(number()),
    }));
    whole_object(json!({
        "seat_hours": or_null(number()), "seat_hours_out_of_reach": or_null(number()),
        "rooms_of_unknown_size": whole(), "rooms_undecided": whole(), "least": or_null(share.clone()), "most": or_null(share),
        "min_max_ratio": or_null(number()), "p90_to_p10": or_null(number()), "mean_min": or_null(number()),
        "gini": or_null(number()),
    }))
}

fn of_places() -> Vec<(&'static str, Value)> {
    let reason = json!({
        "need": one_of(names(Need::ALL, Need::as_str)), "level": level(),
        "holds": one_of(names(Fact::ALL, Fact::as_str)), "found": number(), "needed": or_null(number()),
        "unit": one_of(["places", "persons", "square_metres"]),
        "undecided": described(whole(), "Places of which something must be found out first"),
    });
    let failing = object(
        &["reason"],
        json!({
            "reason": one_of(Failing::KEYS.iter().copied()),
            "found": described(json!({}), "What was found, and what is needed"),
        }),
    );
    let place = object(
        &["id", "name", "kind", "cls"],
        json!({
            "id": { "type": "string", "format": "uuid" }, "name": string(), "kind": string(),
            "cls": one_of(names(Class::ALL, Class::as_str)),
            "ages": described(one_of(names(AgeGroup::ALL, AgeGroup::as_str)), "Only in for_ages"),
            "reasons": { "type": "array", "items": failing, "description": "Only in rejected" },
            "missing": { "type": "array", "items": one_of(names(Missing::ALL, Missing::as_str)), "description": "Only in to_do; last_verified_at where nobody has confirmed the place, or nobody within verified_within_months" },
        }),
    );
    let survey = json!({ "complete_since": date(), "expires_on": date(), "is_current": boolean() });
    let residents = json!({
        "persons": or_null(number()), "official": or_null(whole()), "official_year": or_null(whole()),
        "official_is_estimated": boolean(), "counted": or_null(number()), "unplaced": or_null(number()),
        "inhabited_squares": whole(), "withheld_squares": whole(),
    });
    vec![
        ("CoverageReason", whole_object(reason)),
        ("CoveragePlace", place),
        ("CoverageSurvey", whole_object(survey)),
        ("CoverageResidents", whole_object(residents)),
    ]
}

fn of_provenance() -> Vec<(&'static str, Value)> {
    let engine = || one_of(names(Engine::ALL, Engine::as_str));
    let asked = json!({
        "profile": one_of(names(Profile::ALL, Profile::as_str)), "minutes": whole(),
        "at": or_null(json!({ "type": "string", "format": "date-time" })),
        "during": described(
            json!({ "type": "array", "items": { "type": "string" } }),
            "Parts of days such as 2026-01-31T18:00/24:00 in each of which places must surely be open",
        ),
        "cls": or_null(one_of(names(Class::ALL, Class::as_str))),
        "kinds": { "type": "array", "items": string() }, "topics": { "type": "array", "items": string() },
        "free": boolean(), "no_consumption": boolean(), "counted": boolean(),
        "usable_for": { "type": "array", "items": string() }, "fully_usable_for": { "type": "array", "items": string() },
        "places": described(whole(), "How many places that are"),
    });
    let basis = whole_object(json!({
        "source": one_of(names(ResidentSource::ALL, ResidentSource::as_str)), "year": or_null(whole()),
        "attribution": or_null(string()), "withheld_squares": whole(), "coarse_squares": whole(),
    }));
    let provenance = json!({
        "city": string(), "is_sample": boolean(), "revision": whole(), "lineage": string(), "date": date(),
        "boundaries": { "type": "array", "items": one_of(names(Boundary::ALL, Boundary::as_str)) },
        "boundary_version": string(), "engine": engine(), "engine_elsewhere": engine(),
        "residents": or_null(basis), "rules": { "type": "object" },
        "link": described(string(), "Gives this answer again, as long as the data stay as they are"),
    });
    vec![
        ("CoverageAsked", whole_object(asked)),
        ("CoverageProvenance", whole_object(provenance)),
        ("MissingFacts", missing()),
    ]
}

fn missing() -> Value {
    let fields = WayField::ALL.iter().map(|own| own.tag());
    let way = whole_object(json!({
        "name": or_null(string()), "location": numbers(2),
        "fields": { "type": "array", "items": one_of(fields) },
        "alone": described(or_null(number()), "For whom this way is all that is unproven; null is fewer than ten"),
        "passing": or_null(number()),
    }));
    whole_object(json!({
        "asked": reference("CoverageAsked"), "ways": { "type": "array", "items": way },
        "provenance": reference("CoverageProvenance"),
    }))
}
