//! Rules that a place keeps towards the rest of the city, and what an edit owes to those who read it.

use chrono::NaiveDate;

use crate::domain::place::Status;
use crate::domain::staff::Actor;
use crate::domain::{Invalid, Place};
use crate::snapshot::Snapshot;

/// A place may lie so far outside the box around the city, in degrees (about 5 km): neighbours serve residents too.
const MARGIN_DEGREES: f64 = 0.05;

/// Checks a place that is new or was `before`, as somebody leaves it `today`.
///
/// # Errors
/// Every rule it breaks.
pub(super) fn check(
    snapshot: &Snapshot,
    before: Option<&Place>,
    after: &Place,
    today: NaiveDate,
) -> Result<(), Vec<Invalid>> {
    let mut broken = Vec::new();
    if before.is_none_or(|before| before.shape != after.shape) && is_elsewhere(snapshot, after) {
        broken.push(Invalid::new(
            "lon",
            "and lat lie outside the city; longitude is east, latitude is north",
        ));
    }
    let is_new_state = before.is_none_or(|before| before.lifecycle != after.lifecycle);
    if is_new_state {
        owes_date_and_reason(after, &mut broken);
    }
    let was_active = before.is_some_and(|before| before.lifecycle.status == Status::Active);
    if !was_active && is_over(after, today) {
        broken.push(Invalid::new(
            "valid_to",
            format!("must not be over with this status, as on {today}"),
        ));
    }
    // Where a place pointed before is not the fault of who changes something else.
    let pointed = before.and_then(|before| before.facts.relocated_to);
    let points = after.facts.relocated_to;
    if let Some(other) = points.filter(|_| points != pointed) {
        if other == after.id {
            broken.push(Invalid::new("relocated_to", "must be another place"));
        } else if snapshot.place(other).is_none() {
            broken.push(Invalid::new("relocated_to", "must be the id of a place"));
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(broken)
    }
}

/// Who closes or moves a place says since when, and why.
fn owes_date_and_reason(place: &Place, broken: &mut Vec<Invalid>) {
    let lifecycle = &place.lifecycle;
    let (field, has_date) = match lifecycle.status {
        Status::Active | Status::Planned => return,
        Status::Closed => ("valid_to", lifecycle.valid_to().is_some()),
        Status::TemporarilyClosed | Status::Relocated => {
            ("valid_from", lifecycle.valid_from().is_some())
        }
    };
    if !has_date {
        broken.push(Invalid::new(field, "is needed with this status"));
    }
    if place.facts.status_reason.is_none() {
        broken.push(Invalid::new("status_reason", "is needed with this status"));
    }
}

/// Whether a place is in use and its last day has passed: nobody would find it open.
fn is_over(place: &Place, today: NaiveDate) -> bool {
    let lifecycle = &place.lifecycle;
    lifecycle.status == Status::Active && lifecycle.valid_to().is_some_and(|last| last < today)
}

fn is_elsewhere(snapshot: &Snapshot, place: &Place) -> bool {
    let Some(city) = snapshot.bbox() else {
        return false;
    };
    let [west, south, east, north] = city.to_array();
    let at = place.shape.label();
    let is_within = |value: f64, low: f64, high: f64| {
        (low - MARGIN_DEGREES..=high + MARGIN_DEGREES).contains(&value)
    };
    !(is_within(at.lon(), west, east) && is_within(at.lat(), south, north))
}

/// Notes that somebody found everything right today.
pub(super) fn confirm(place: &mut Place, actor: Actor, today: NaiveDate) {
    place.last_verified_at = Some(today);
    place.facts.verified_by_role = actor.role.as_str().parse().ok();
}
