//! What the API document says about the way to 2040: its paths and the shapes of its answers.

use serde_json::{Value, json};

use super::coverage::{or_null, whole_object};
use super::shapes::{
    boolean, date, described, list, names, number, object, one_of, reference, string, whole,
};
use super::staff::{Operation as StaffOperation, READ};
use super::{Operation, PLAIN};
use crate::api::answer::JSON;
use crate::api::coverage::CSV;
use crate::barrier_free::progress::Warning;
use crate::domain::audit::life::{Due, ToDo};
use crate::domain::audit::measure::{CostClass, Progress};
use crate::domain::audit::{Depth, Rating};
use crate::domain::{Class, Need};
use crate::export::barrier_free::Why;
use crate::query::MEASURE_PARAMS;

/// The paths that everybody reads.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/barrier-free",
        id: "getBarrierFreeProgress",
        summary: "How many places meet minimum and standard, by district and need, year by year, and whether 2040 is realistic",
        schema: "BarrierFreeProgress",
        ..BARRIERS
    },
    Operation {
        path: "/api/barrier-free/list",
        id: "getBarrierFreeList",
        summary: "All places that are counted, with the reason, and those of which nobody knows whether they belong there",
        schema: "BarrierFreeList",
        ..BARRIERS
    },
    Operation {
        path: "/api/barrier-free/list.csv",
        id: "getBarrierFreeTable",
        summary: "The same list as a table for German spreadsheets",
        media_type: CSV,
        schema: "Table",
        ..BARRIERS
    },
];

const BARRIERS: Operation = Operation {
    tag: "Barriers",
    ..PLAIN
};

/// The paths of planners and auditors.
pub(super) const OF_STAFF: &[StaffOperation] = &[
    StaffOperation {
        path: "/api/staff/measures",
        id: "getRankedMeasures",
        summary: "Measures by residents let in for their cost, with every part of the score, and those without a rank",
        params: &[MEASURE_PARAMS],
        answer: (200, JSON, "RankedMeasures"),
        ..READ
    },
    StaffOperation {
        path: "/api/staff/measures.csv",
        id: "getMeasuresTable",
        summary: "The same as a table for German spreadsheets",
        params: &[MEASURE_PARAMS],
        answer: (200, CSV, "Table"),
        ..READ
    },
    StaffOperation {
        method: "post",
        path: "/api/staff/retrofit",
        id: "askRetrofit",
        summary: "What would follow if all measures of a sort were carried out; nothing is stored",
        body: Some((JSON, "RetrofitQuestion")),
        answer: (200, JSON, "Retrofit"),
        failures: &[400, 404, 415],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/re-audits",
        id: "getReAudits",
        summary: "Where somebody has to look again and why, and where measures are open",
        answer: (200, JSON, "ReAudits"),
        failures: &[400],
        ..READ
    },
    StaffOperation {
        path: "/api/staff/re-audits.csv",
        id: "getReAuditsTable",
        summary: "Where somebody has to look again, as a table for German spreadsheets",
        answer: (200, CSV, "Table"),
        failures: &[400],
        ..READ
    },
];

/// Every schema by name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = of_progress();
    all.extend(of_list());
    all.extend(of_measures());
    all.extend(of_retrofit());
    all.extend(of_due());
    all
}

fn uuid() -> Value {
    json!({ "type": "string", "format": "uuid" })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every caller builds the items for this call"
)]
fn array(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every caller builds the items for this call"
)]
fn pair(of: Value) -> Value {
    json!({ "type": "array", "items": of, "minItems": 2, "maxItems": 2 })
}

fn need() -> Value {
    one_of(names(Need::ALL, Need::as_str))
}

fn rating() -> Value {
    one_of(names(Rating::ALL, Rating::as_str))
}

fn told() -> Value {
    described(
        whole_object(
            json!({ "value": or_null(number()), "low": or_null(number()), "high": or_null(number()) }),
        ),
        "With the ends of the 90 % interval; null is beyond any forecast",
    )
}

fn counts() -> Value {
    json!({
        "all": whole(), "audited": whole(), "not_audited": whole(),
        "made_up": described(whole(), "Audited ones whose audit came with the sample city: nobody was there"),
        "minimum": described(whole(), "S1: nobody is shut out"),
        "minimum_unknown": described(whole(), "Audited, but not enough to say so"),
        "standard": described(whole(), "S2: fully usable for everybody"), "standard_unknown": whole(),
        "quick": whole(), "re_audit_due": described(whole(), "Too old, or enough reports of a change were accepted"),
        "expired": whole(), "reported": whole(), "share_total": or_null(number()),
        "share_minimum": or_null(number()), "share_audited": or_null(number()), "quality": or_null(number()),
    })
}

fn outlook() -> Value {
    whole_object(json!({
        "pace_years": pair(whole()),
        "newly_reached": described(whole(), "First found to meet the standard in those years, and meeting it still"),
        "first_found": described(whole(), "Those of them of which nobody had said before that they do not"),
        "rate_per_year": told(), "year": or_null(told()), "required_per_year": or_null(number()),
        "warnings": array(one_of(names(Warning::ALL, Warning::as_str))),
    }))
}

fn of_progress() -> Vec<(&'static str, Value)> {
    let mut district = counts();
    district["id"] = string();
    district["name"] = string();
    let needs = whole_object(json!({
        "need": need(), "full": whole(), "partial": whole(), "none": whole(), "unknown": whole(), "not_audited": whole(),
    }));
    let year = whole_object(json!({
        "year": whole(), "day": date(), "audited": whole(), "minimum": whole(), "standard": whole(),
    }));
    let ahead =
        whole_object(json!({ "year": whole(), "expected": told(), "required": or_null(number()) }));
    let obstacle = whole_object(json!({
        "criterion": string(), "de": string(), "de_simple": string(), "en": string(), "not_met": whole(), "limited": whole(),
        "opens": described(whole(), "Places that people of some need could use only then, if this alone were met"),
        "steps": whole(), "reaches_standard": whole(),
    }));
    let progress = json!({
        "target_year": whole(), "city": reference("BarrierFreeCounts"),
        "undecided": described(whole(), "Places of which nobody knows whether they belong on the list"),
        "districts": array(whole_object(district)), "elsewhere": reference("BarrierFreeCounts"),
        "needs": array(needs), "outlook": outlook(),
        "recorded_since": described(or_null(date()), "The first day on which any audit was published"),
        "history": described(array(year), "The places of today's list at the end of each year, by what was published then; and today"),
        "ahead": array(ahead), "obstacles": array(obstacle), "provenance": reference("CoverageProvenance"),
    });
    vec![
        ("BarrierFreeCounts", whole_object(counts())),
        ("BarrierFreeProgress", whole_object(progress)),
    ]
}

fn of_list() -> Vec<(&'static str, Value)> {
    let truth = || one_of(["yes", "no", "unknown"]);
    let verdict = || one_of(["yes", "no", "unknown", "not_audited"]);
    let audit = whole_object(json!({
        "id": uuid(), "audited_on": date(), "depth": one_of(names(Depth::ALL, Depth::as_str)), "criteria": string(),
        "is_made_up": described(boolean(), "It came with the sample city: nobody was there"),
        "holds_until": date(), "re_audit_due": described(boolean(), "Too old, or enough reports of a change were accepted"),
    }));
    let row = whole_object(json!({
        "place": uuid(), "name": string(), "kind": string(), "cls": one_of(names(Class::ALL, Class::as_str)),
        "district": or_null(string()), "district_name": or_null(string()),
        "municipal": described(truth(), "Whether the city runs it"),
        "counted": described(truth(), "Whether it counts for a room and a place in every district"),
        "audit": or_null(audit), "minimum": verdict(), "standard": verdict(),
    }));
    let all = json!({
        "listed": list("BarrierFreePlace"), "undecided": list("BarrierFreePlace"), "provenance": reference("CoverageProvenance"),
    });
    vec![
        ("BarrierFreePlace", row),
        ("BarrierFreeList", whole_object(all)),
    ]
}

/// Where a measure is.
fn place() -> Value {
    json!({
        "place": uuid(), "place_name": or_null(string()), "district": or_null(string()), "district_name": or_null(string()),
    })
}

fn with(mut one: Value, other: &Value) -> Value {
    for (name, schema) in other.as_object().into_iter().flatten() {
        one[name] = schema.clone();
    }
    one
}

fn why() -> Value {
    one_of(names(Why::ALL, Why::as_str))
}

fn of_measures() -> Vec<(&'static str, Value)> {
    let unblocked = whole_object(json!({ "need": need(), "before": rating(), "after": rating() }));
    let gained = whole_object(json!({ "need": need(), "persons": or_null(number()) }));
    let priority = whole_object(json!({
        "residents": or_null(whole()), "steps": whole(), "cost_weight": or_null(whole()), "score": or_null(number()),
    }));
    let own = json!({
        "audit": uuid(), "id": uuid(), "criteria": array(string()), "description": string(),
        "cost_class": one_of(names(CostClass::ALL, CostClass::as_str)), "owner": string(), "target_year": whole(),
        "status": one_of(names(Progress::ALL, Progress::as_str)), "reason": string(), "by": string(),
        "at": { "type": "string", "format": "date-time" }, "version": whole(),
        "unblocked": array(unblocked), "priority": priority,
        "gained": described(array(gained), "Residents who newly have a usable place within reach; null is fewer than ten"),
        "gained_any": or_null(number()),
    });
    let members = with(place(), &own);
    let required = [
        "place",
        "audit",
        "id",
        "criteria",
        "description",
        "status",
        "by",
        "at",
        "version",
        "unblocked",
        "priority",
        "gained",
        "gained_any",
    ];
    let apart: Vec<&str> = required.iter().copied().chain(["why"]).collect();
    let without = with(members.clone(), &json!({ "why": why() }));
    let ranked = json!({
        "profile": string(), "minutes": whole(), "ranked": list("RankedMeasure"), "apart": list("UnrankedMeasure"),
        "left_out": whole(), "provenance": reference("CoverageProvenance"),
    });
    vec![
        ("RankedMeasure", object(&required, members)),
        ("UnrankedMeasure", object(&apart, without)),
        ("RankedMeasures", whole_object(ranked)),
    ]
}

fn of_retrofit() -> Vec<(&'static str, Value)> {
    let question = object(
        &[],
        json!({
            "districts": array(string()), "needs": array(need()),
            "cost_classes": array(one_of(names(CostClass::ALL, CostClass::as_str))),
            "statuses": described(array(one_of(names(Progress::ALL, Progress::as_str))), "If left out, all that are not closed"),
        }),
    );
    let cost = whole_object(json!({
        "at_least_eur": whole(), "at_most_eur": described(or_null(whole()), "Null is open"), "open_ended": whole(),
        "unknown": described(whole(), "Measures without a class: they are in no sum"),
    }));
    let apart = whole_object(with(place(), &json!({ "id": uuid(), "why": why() })));
    let both = || pair(reference("BarrierFreeCounts"));
    let district = whole_object(json!({ "id": string(), "name": string(), "counts": both() }));
    let gain =
        whole_object(json!({ "id": string(), "name": string(), "gained": or_null(number()) }));
    let of_need = whole_object(json!({
        "need": need(), "better": whole(), "usable": whole(), "gained": or_null(number()),
        "percent": pair(or_null(number())), "districts": array(gain),
    }));
    let answer = json!({
        "measures": whole(), "places": whole(),
        "places_off_list": described(whole(), "In the cost and in what residents gain, but in no count of places"), "apart": array(apart), "cost": cost, "city": both(),
        "districts": array(district), "profile": string(), "minutes": whole(), "needs": array(of_need),
        "outlook": pair(outlook()), "provenance": reference("CoverageProvenance"),
    });
    vec![
        ("RetrofitQuestion", question),
        ("Retrofit", whole_object(answer)),
    ]
}

fn of_due() -> Vec<(&'static str, Value)> {
    let due = with(
        place(),
        &json!({
            "audit": uuid(), "audited_on": date(), "holds_until": date(), "reasons": array(one_of(names(Due::ALL, Due::as_str))),
            "implemented_on": or_null(date()), "rebuilt_on": or_null(date()),
            "to_do": array(one_of(names(ToDo::ALL, ToDo::as_str))),
        }),
    );
    let open = with(place(), &json!({ "measures": whole() }));
    let all = json!({
        "due": array(whole_object(due)), "open": array(whole_object(open)),
        "provenance": reference("CoverageProvenance"),
    });
    vec![("ReAudits", whole_object(all))]
}
