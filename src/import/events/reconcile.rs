//! What a calendar means for the events that are there: added, changed, gone.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::domain::change::{CityChange, EventChange, EventRemoval};
use crate::domain::event::{Event, EventId, EventOrigin};
use crate::domain::trail::Author;
use crate::import::Complaint;
use crate::import::events::{Context, Found};

/// What an import of a calendar did or would do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Reconciled {
    /// The calendar's name.
    pub source: String,
    /// Titles of new events.
    pub added: Vec<String>,
    /// Titles of events that differ, with the members that do.
    pub changed: Vec<String>,
    /// Titles of events that the calendar no longer has.
    pub gone: Vec<String>,
    /// Titles of events that the city has edited itself: its word stands.
    pub kept_local: Vec<String>,
    /// How many are as they were.
    pub unchanged: usize,
    /// Titles of events that are held at no place of the city.
    pub at_no_place: Vec<String>,
    /// What could not be taken as it stands.
    pub complaints: Vec<Complaint>,
}

/// How many lines of each group are printed.
const EXAMPLES: usize = 20;

impl fmt::Display for Reconciled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let complaints: Vec<_> = self.complaints.iter().map(ToString::to_string).collect();
        let groups = [
            ("added", &self.added),
            ("changed", &self.changed),
            ("gone", &self.gone),
            ("kept as the city edited them", &self.kept_local),
            ("at no place of the city", &self.at_no_place),
            ("complaints; everything else was taken", &complaints),
        ];
        writeln!(
            f,
            "calendar: {}\nunchanged: {}",
            self.source, self.unchanged
        )?;
        for (title, lines) in groups {
            writeln!(f, "{title}: {}", lines.len())?;
            for line in lines.iter().take(EXAMPLES) {
                writeln!(f, "  {line}")?;
            }
            if lines.len() > EXAMPLES {
                writeln!(
                    f,
                    "  … and {} more (all of them with --json)",
                    lines.len() - EXAMPLES
                )?;
            }
        }
        Ok(())
    }
}

/// Brings the events of a calendar together with those that are there.
///
/// What the calendar no longer has is taken away if it would still have had a date at `now` or later; what is over
/// stays. Events that the city edited itself, and those of other calendars, are never touched.
#[must_use]
pub fn reconcile<'a>(
    existing: impl IntoIterator<Item = &'a Event>,
    found: Found,
    context: &Context,
    now: DateTime<Utc>,
) -> (CityChange, Reconciled) {
    let existing: std::collections::BTreeMap<EventId, &Event> = existing
        .into_iter()
        .map(|event| (event.id, event))
        .collect();
    let mut change = CityChange::by(Author::import("events"));
    let mut report = Reconciled {
        source: context.source.to_string(),
        complaints: found.complaints,
        ..Reconciled::default()
    };
    let mut seen: BTreeSet<EventId> = found.unreadable;
    for event in found.events {
        seen.insert(event.id);
        if event.venue.place.is_none() {
            report.at_no_place.push(event.title.to_string());
        }
        put(
            existing.get(&event.id).copied(),
            event,
            context,
            &mut change,
            &mut report,
        );
    }
    let own = existing
        .values()
        .filter(|event| event.origin != EventOrigin::Local && event.source == context.source);
    for event in own {
        let is_gone = !seen.contains(&event.id) && has_a_future(event, now, context.timezone);
        if is_gone || found.refused.contains(&event.id) {
            report.gone.push(event.title.to_string());
            change.events_removed.push(EventRemoval {
                event: (*event).clone(),
                undoes: None,
            });
        }
    }
    (change, report)
}

/// Adds `event`, or replaces the one that was there if it differs.
fn put(
    before: Option<&Event>,
    event: Event,
    context: &Context,
    change: &mut CityChange,
    report: &mut Reconciled,
) {
    let Some(before) = before else {
        report.added.push(event.title.to_string());
        change.events.push(EventChange::added(event));
        return;
    };
    if before.origin == EventOrigin::Local {
        report.kept_local.push(before.title.to_string());
        return;
    }
    if before.source != context.source {
        report.complaints.push(Complaint {
            file: report.source.clone(),
            feature: event.title.to_string(),
            field: "UID".to_owned(),
            reason: format!(
                "is already that of an event of the calendar {}; it is left out",
                before.source
            ),
        });
        return;
    }
    let Some(changed) = EventChange::between(before, event) else {
        report.unchanged += 1;
        return;
    };
    let (title, members) = (&changed.event.title, changed.differences.list());
    report.changed.push(format!("{title} ({members})"));
    change.events.push(changed);
}

fn has_a_future(event: &Event, now: DateTime<Utc>, city: Tz) -> bool {
    let (_, last) = event.span(city);
    last.is_none_or(|last| last >= now)
}

#[cfg(test)]
mod tests;
