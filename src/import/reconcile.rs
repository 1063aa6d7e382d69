//! What an import means for the places that are there: added, changed, gone, and likely the same thing twice.

use std::collections::{HashMap, HashSet};
use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::change::{CityChange, OsmRecord, PlaceChange};
use crate::domain::place::{Lifecycle, Origin, Place, PlaceId, Status};
use crate::domain::trail::Author;
use crate::domain::{LocalPlane, folding};
use crate::index::PlaceIndex;

/// One place as an import brings it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The place; its id is that of the place it is kept in step with, or a new one.
    pub place: Place,
    /// The object of OpenStreetMap behind it, if any.
    pub osm: Option<OsmRecord>,
}

/// What is there before the import.
pub struct Existing<'a> {
    /// All places, closed ones too.
    pub places: HashMap<PlaceId, &'a Place>,
    /// Their OpenStreetMap records.
    pub records: HashMap<PlaceId, OsmRecord>,
}

/// What an import did or would do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Reconciled {
    /// Names of new places.
    pub added: Vec<String>,
    /// Names of places that differ, with the members that do.
    pub changed: Vec<String>,
    /// Names of places that OpenStreetMap no longer knows; they are closed and stay in history.
    pub gone: Vec<String>,
    /// Names of places that were changed or taken away since the table was made, and stay as they are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed_since: Vec<String>,
    /// Names of places that the city has edited itself: its word stands.
    pub kept_local: Vec<String>,
    /// How many became places of refuge and are no longer stored.
    pub removed: usize,
    /// How many are as they were.
    pub unchanged: usize,
    /// Pairs that are likely the same thing; nothing is done about them.
    pub likely_duplicates: Vec<String>,
}

impl fmt::Display for Reconciled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = [
            ("added", &self.added),
            ("changed", &self.changed),
            ("gone", &self.gone),
            ("kept as the city edited them", &self.kept_local),
            ("likely duplicates", &self.likely_duplicates),
            (
                "changed or taken away since the table was made, and left as they are",
                &self.changed_since,
            ),
        ];
        writeln!(f, "unchanged: {}", self.unchanged)?;
        if self.removed > 0 {
            writeln!(
                f,
                "removed, as places of refuge are never kept: {}",
                self.removed
            )?;
        }
        let is_rare = |title: &str| title.starts_with("changed or taken away");
        for (title, names) in groups {
            if names.is_empty() && is_rare(title) {
                continue;
            }
            writeln!(f, "{title}: {}", names.len())?;
            for name in names.iter().take(EXAMPLES) {
                writeln!(f, "  {name}")?;
            }
            if names.len() > EXAMPLES {
                writeln!(f, "  … and {} more", names.len() - EXAMPLES)?;
            }
        }
        Ok(())
    }
}

/// How many names of each group are printed.
const EXAMPLES: usize = 10;

/// Why a place is closed that an import no longer brings.
const GONE_REASON: &str = "no longer in OpenStreetMap";

/// Brings a complete set of OpenStreetMap places together with what is there.
///
/// Places that came from OpenStreetMap and are not in `incoming` are closed as of `today`; places that the city
/// edited itself are never touched. What became one of the `shelters` (OpenStreetMap ids) is removed altogether.
#[must_use]
pub fn osm(
    existing: &Existing<'_>,
    incoming: Vec<Incoming>,
    shelters: &[String],
    today: NaiveDate,
) -> (CityChange, Reconciled) {
    let mut change = CityChange::by(Author::import("osm"));
    let mut report = Reconciled::default();
    let shelters: HashSet<&str> = shelters.iter().map(String::as_str).collect();
    let is_shelter = |id: &PlaceId| {
        let record = existing.records.get(id);
        record.is_some_and(|record| shelters.contains(record.osm_id.as_str()))
    };
    change.refuges = existing.places.keys().copied().filter(is_shelter).collect();
    change.refuges.sort_unstable();
    report.removed = change.refuges.len();
    let mut missing: HashMap<PlaceId, &Place> = existing.places.clone();
    missing.retain(|id, place| {
        place.origin == Origin::Osm
            && place.lifecycle.status != Status::Closed
            && existing.records.contains_key(id)
            && !is_shelter(id)
    });
    for incoming in incoming {
        missing.remove(&incoming.place.id);
        bring(existing, incoming, &mut change, &mut report);
    }
    let mut missing: Vec<_> = missing.into_values().collect();
    missing.sort_unstable_by_key(|place| place.id);
    for place in missing {
        report.gone.push(place.name.to_string());
        change.places.extend(close(place, today));
    }
    report.likely_duplicates = likely_duplicates(existing, &change);
    (change, report)
}

/// Brings a file of the city's own places together with what is there; places not in it stay as they are.
#[must_use]
pub fn local(existing: &Existing<'_>, incoming: Vec<Place>) -> (CityChange, Reconciled) {
    let mut change = CityChange::by(Author::import("places"));
    let mut report = Reconciled::default();
    for place in incoming {
        put(
            existing.places.get(&place.id).copied(),
            place,
            None,
            &mut change,
            &mut report,
        );
    }
    report.likely_duplicates = likely_duplicates(existing, &change);
    (change, report)
}

/// One OpenStreetMap place: its record always follows, the place only where the city has not edited it.
fn bring(
    existing: &Existing<'_>,
    incoming: Incoming,
    change: &mut CityChange,
    report: &mut Reconciled,
) {
    let Incoming { mut place, osm } = incoming;
    let before = existing.places.get(&place.id).copied();
    let record_is_new = osm.as_ref() != existing.records.get(&place.id);
    if let Some(edited) = before.filter(|before| before.origin == Origin::Local) {
        report.kept_local.push(edited.name.to_string());
        if record_is_new {
            change
                .osm_records
                .extend(osm.map(|record| (edited.id, record)));
        }
        return;
    }
    if let Some(before) = before.filter(|before| before.lifecycle.status != Status::Closed) {
        // OpenStreetMap does not say since when: what the city knows stays.
        place.lifecycle = before.lifecycle;
    }
    let (id, count) = (place.id, change.places.len());
    let record = osm.filter(|_| record_is_new);
    put(before, place, record.clone(), change, report);
    let place_was_unchanged = change.places.len() == count;
    if place_was_unchanged {
        change.osm_records.extend(record.map(|record| (id, record)));
    }
}

/// Adds `place`, or replaces the one that was there if it differs.
fn put(
    before: Option<&Place>,
    place: Place,
    osm: Option<OsmRecord>,
    change: &mut CityChange,
    report: &mut Reconciled,
) {
    let Some(before) = before else {
        report.added.push(place.name.to_string());
        change.places.push(PlaceChange {
            osm,
            ..PlaceChange::added(place)
        });
        return;
    };
    let Some(changed) = PlaceChange::between(before, place) else {
        report.unchanged += 1;
        return;
    };
    let (name, members) = (&changed.place.name, changed.differences.list());
    report.changed.push(format!("{name} ({members})"));
    change.places.push(PlaceChange { osm, ..changed });
}

/// The closing of a place that is not closed yet.
fn close(place: &Place, today: NaiveDate) -> Option<PlaceChange> {
    let mut closed = place.clone();
    let since = place.lifecycle.valid_from().filter(|since| *since <= today);
    closed.lifecycle = Lifecycle::new(Status::Closed, since, Some(today))
        .expect("it does not end before it began");
    closed.facts.status_reason = GONE_REASON.parse().ok();
    PlaceChange::between(place, closed)
}

/// Two places of the same class with the same name this near are likely one thing mapped twice (metres).
const SAME_THING_M: f64 = 100.0;

/// Pairs of open places with the same name and class within 100 m, as they stand after `change`.
fn likely_duplicates(existing: &Existing<'_>, change: &CityChange) -> Vec<String> {
    let mut after: HashMap<PlaceId, &Place> = existing.places.clone();
    after.extend(
        change
            .places
            .iter()
            .map(|change| (change.place.id, &change.place)),
    );
    after.retain(|_, place| place.lifecycle.status != Status::Closed);
    let mut places: Vec<_> = after.into_values().collect();
    places.sort_unstable_by_key(|place| place.id);
    let Some(first) = places.first() else {
        return Vec::new();
    };
    let index = PlaceIndex::build(
        LocalPlane::around(first.shape.label()),
        places.iter().map(|place| (&place.shape, ())),
    );
    let names: Vec<_> = places
        .iter()
        .map(|place| folding::fold(&place.name))
        .collect();
    let mut pairs = Vec::new();
    for (slot, place) in places.iter().enumerate() {
        let near = index.within(place.shape.label(), SAME_THING_M);
        for (other, metres) in near.map(|(other, metres)| (other as usize, metres)) {
            // Each pair once; a name given for want of one says nothing.
            let same = other > slot
                && names[other] == names[slot]
                && places[other].class() == place.class()
                && !is_unnamed(place);
            if same {
                pairs.push(format!(
                    "{} ({} and {}, {metres:.0} m apart)",
                    place.name,
                    source(place),
                    source(places[other])
                ));
            }
        }
    }
    pairs
}

fn is_unnamed(place: &Place) -> bool {
    place
        .facts
        .estimated
        .iter()
        .any(|member| member.as_str() == "name")
}

fn source(place: &Place) -> String {
    place
        .facts
        .osm_id
        .as_ref()
        .map_or_else(|| place.id.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests;
