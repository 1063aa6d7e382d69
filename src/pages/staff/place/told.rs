//! Members of a place and their values as a history tells them: in the words of the form.

use maud::{Markup, html};
use serde_json::Value;

use super::form;
use crate::domain::place::OsmTag;
use crate::domain::place::columns::GEOMETRY;
use crate::domain::plane::LocalPlane;
use crate::domain::staff::Role;
use crate::domain::trail::MemberChange;
use crate::domain::{KindId, Shape, shape};
use crate::pages::results::kind_name;
use crate::pages::staff::{Desk, trail};
use crate::pages::wording;

/// Below this many metres a distance is told to the metre.
const EXACT_BELOW_M: f64 = 995.0;

/// What a member is called: the name of its field, or what those call it who read the page.
pub(super) fn member(desk: &Desk, name: &str) -> String {
    if let Some(tag) = name.strip_prefix("osm_access.") {
        return osm_tag(desk, tag);
    }
    let column = column(name);
    match column {
        GEOMETRY => desk.text("staff-place-spot"),
        "last_verified_at" => desk.text("staff-place-checked"),
        "verified_by_role" => desk.text("staff-member-verified-by-role"),
        "origin" => desk.text("staff-member-origin"),
        "named_district" => desk.text("place-district"),
        "position_quality" => desk.text("staff-member-position-quality"),
        "estimated" => desk.text("staff-member-estimated"),
        "osm_wheelchair" => osm_tag(desk, "wheelchair"),
        "osm_id" => "OpenStreetMap".to_owned(),
        _ if form::has_label(column) => form::label(desk.language, column),
        _ => name.to_owned(),
    }
}

fn column(member: &str) -> &str {
    match member {
        "audience.restriction" => "audience_restriction",
        name => name.rsplit('.').next().unwrap_or(name),
    }
}

fn osm_tag(desk: &Desk, tag: &str) -> String {
    let is_known = tag == "wheelchair" || tag.parse::<OsmTag>().is_ok();
    let tag = if is_known {
        desk.text(&format!("osm-tag-{tag}"))
    } else {
        tag.to_owned()
    };
    format!("OpenStreetMap: {tag}")
}

/// What a member was and what it became.
pub(super) fn change(desk: &Desk, change: &MemberChange<'_>) -> Markup {
    if let (GEOMETRY, Some(before), Some(after)) = (change.member, change.before, change.after) {
        return html! { (moved(desk, before, after)) };
    }
    let side = |value| said(desk, change.member, value);
    html! { (side(change.before)) " → " (side(change.after)) }
}

/// How far a place went, rather than numbers that nobody can picture.
fn moved(desk: &Desk, before: &Value, after: &Value) -> String {
    let (Some(before), Some(after)) = (read_shape(before), read_shape(after)) else {
        return desk.text("staff-redrawn");
    };
    let ground = LocalPlane::around(before.label());
    let [from, to] = [&before, &after].map(|shape| ground.to_metres(shape.label()));
    let metres = from.distance_to(to);
    let distance = if metres < EXACT_BELOW_M {
        let exact = format!("{metres:.0}");
        desk.language
            .text_with("distance-m", [("metres", exact.into())])
    } else {
        wording::distance(desk.language, metres)
    };
    let are_points = [&before, &after].map(|shape| matches!(shape, Shape::Point(_)));
    match are_points {
        [true, true] => desk
            .language
            .text_with("staff-moved", [("distance", distance.into())]),
        _ => desk
            .language
            .text_with("staff-redrawn-moved", [("distance", distance.into())]),
    }
}

fn read_shape(value: &Value) -> Option<Shape> {
    let geometry = serde_json::from_value(value.clone()).ok()?;
    Some(shape::geojson::read(geometry).ok()?.0)
}

/// A value in words where there are words for it.
fn said(desk: &Desk, member: &str, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => desk.text("fact-unknown"),
        Some(Value::Bool(is_so)) => desk.text(if *is_so { "fact-yes" } else { "fact-no" }),
        Some(Value::Array(entries)) => {
            let entries = entries.iter().map(|own| said(desk, member, Some(own)));
            entries.collect::<Vec<_>>().join(", ")
        }
        Some(Value::String(text)) => in_words(desk, member, text),
        Some(value) if member == GEOMETRY => spot(value),
        Some(other) => trail::cut(&other.to_string()),
    }
}

fn spot(value: &Value) -> String {
    let at = read_shape(value).map(|shape| shape.label());
    at.map_or_else(
        || trail::cut(&value.to_string()),
        |at| format!("{:.5}, {:.5}", at.lat(), at.lon()),
    )
}

fn in_words(desk: &Desk, name: &str, text: &str) -> String {
    let column = column(name);
    let choices = form::options(desk.language, column);
    if let Some((_, said)) = choices.into_iter().find(|(own, _)| *own == text) {
        return said;
    }
    let named = |family: &str| desk.text(&format!("{family}-{text}"));
    match column {
        "kind" => text
            .parse::<KindId>()
            .map_or_else(|_| text.to_owned(), |kind| kind_name(desk.language, kind)),
        "origin" => named("origin"),
        "topics" => named("topic"),
        "position_quality" => named("position"),
        "estimated" => member(desk, text),
        "verified_by_role" if text.parse::<Role>().is_ok() => named("role"),
        "last_verified_at" | "valid_from" | "valid_to" => text
            .parse()
            .map_or_else(|_| text.to_owned(), |day| wording::date(desk.language, day)),
        "relocated_to" => desk
            .place(text)
            .map_or_else(|| text.to_owned(), |place| place.name.to_string()),
        _ => trail::cut(text),
    }
}
