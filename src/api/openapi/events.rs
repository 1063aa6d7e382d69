//! What the API document says about events: their paths, and the shape of one as JSON schemas.

use serde_json::{Value, json};

use super::shapes::{
    boolean, described, feature, feature_collection, list, names, object, one_of, reference,
    string, whole,
};
use super::{Operation, PLAIN};
use crate::api::answer::GEOJSON;
use crate::api::changes::CHANGES_PARAMS;
use crate::api::events::EVENT_ITEMS_PARAMS;
use crate::api::items::ITEMS_PARAMS;
use crate::api::since::SINCE_PARAMS;
use crate::domain::Topic;
use crate::domain::event::{Demand, Effort, EventOrigin, EventStatus};
use crate::domain::place::Cost;
use crate::export::icalendar::MEDIA_TYPE;
use crate::pages::FEED_TYPE;
use crate::query::EVENT_PARAMS;

/// The paths that events are found at.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/api/collections/events/items",
        id: "getEvents",
        summary: "Events and offers by id, page by page",
        params: &[ITEMS_PARAMS, EVENT_ITEMS_PARAMS, SINCE_PARAMS, EVENT_PARAMS],
        media_type: GEOJSON,
        schema: "EventCollection",
        failures: &[400, 410],
        ..PLAIN
    },
    Operation {
        path: "/api/collections/events/items/{feature}",
        id: "getEvent",
        summary: "One event",
        path_params: &[("feature", "The id of the event (UUID)")],
        media_type: GEOJSON,
        schema: "Event",
        failures: &[400, 404],
        ..PLAIN
    },
    Operation {
        path: "/api/events.ics",
        id: "getCalendar",
        tag: "Calendars",
        summary: "What is on, as a calendar to subscribe to: everything with a date since 31 days ago",
        params: &[EVENT_PARAMS],
        media_type: MEDIA_TYPE,
        schema: "CalendarText",
        ..PLAIN
    },
    Operation {
        path: "/api/changes.atom",
        id: "getChanges",
        tag: "Changes",
        summary: "The newest changes of places and events, to subscribe to (Atom)",
        params: &[CHANGES_PARAMS],
        media_type: FEED_TYPE,
        schema: "FeedText",
        ..PLAIN
    },
    Operation {
        path: "/api/events/{file}",
        id: "getEventFile",
        tag: "Calendars",
        summary: "One event with all its dates, as a file for one's calendar",
        path_params: &[("file", "The id of the event (UUID), followed by .ics")],
        media_type: MEDIA_TYPE,
        schema: "CalendarText",
        failures: &[400, 404],
        ..PLAIN
    },
];

/// Every schema by name.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("EventCollection", feature_collection("EventFeature")),
        (
            "EventFeature",
            nowhere_too(feature("EventProperties", &json!({}))),
        ),
        (
            "Event",
            nowhere_too(feature(
                "EventProperties",
                &json!({ "revision": whole(), "links": list("Link") }),
            )),
        ),
        ("EventProperties", properties()),
        ("EventDate", date()),
        ("CalendarText", json!({ "type": "string" })),
        ("FeedText", json!({ "type": "string" })),
    ]
}

/// An event whose spot is not known has no geometry.
fn nowhere_too(mut feature: Value) -> Value {
    feature["properties"]["geometry"] =
        json!({ "nullable": true, "allOf": [reference("Geometry")] });
    feature
}

fn properties() -> Value {
    let required = [
        "title", "uid", "status", "all_day", "starts", "next", "source", "origin", "ics",
    ];
    let status = one_of(names(EventStatus::ALL, EventStatus::as_str));
    let topics = one_of(names(Topic::ALL, Topic::as_str));
    let engagement = object(
        &[],
        json!({
            "effort": one_of(names(Effort::ALL, Effort::as_str)),
            "demand": one_of(names(Demand::ALL, Demand::as_str)),
        }),
    );
    object(
        &required,
        json!({
            "title": string(),
            "uid": described(string(), "What calendars call it, for ever"),
            "status": status,
            "place": { "type": "string", "format": "uuid", "description": "The place it is held at" },
            "place_name": string(),
            "place_url": described(string(), "The page of the place"),
            "spot": described(string(), "The room in the place; without a place, the spot in words"),
            "district": described(string(), "The id of the district it is held in"),
            "all_day": boolean(),
            "timezone": described(string(), "The zone its times are meant in; none for whole days"),
            "starts": described(string(), "The first date: a day, or a time with the offset its zone has then"),
            "ends": described(string(), "The end of the first date; of whole days the last one. Absent is unknown"),
            "rrule": described(string(), "How it repeats (RFC 5545)"),
            "next": described(list("EventDate"), "The next five dates that are not over"),
            "engagement": described(engagement, "What it asks of helping hands; absent when it asks for none"),
            "summary": string(),
            "topics": { "type": "array", "items": topics },
            "languages": described(json!({ "type": "array", "items": string() }), "ISO 639-1, dgs (sign language) or de-leicht"),
            "cost": one_of(names(Cost::ALL, Cost::as_str)),
            "cost_text": string(),
            "organiser": described(string(), "The organisation behind it, never a person"),
            "url": described(string(), "Its own page"),
            "source": described(string(), "The calendar it came from"),
            "origin": one_of(names(EventOrigin::ALL, EventOrigin::as_str)),
            "revised_at": { "type": "string", "format": "date-time", "description": "When its source last changed it" },
            "ics": described(string(), "The event as a file for one's calendar"),
        }),
    )
}

fn date() -> Value {
    object(
        &["starts", "status"],
        json!({
            "starts": described(string(), "A day, or a time with the offset its zone has then"),
            "ends": described(string(), "Like the begin; of whole days the last one. Absent is unknown"),
            "status": one_of(names(EventStatus::ALL, EventStatus::as_str)),
            "moved": described(boolean(), "Whether it begins at another time than the series says"),
            "title": described(string(), "What it is called, if that differs"),
        }),
    )
}
