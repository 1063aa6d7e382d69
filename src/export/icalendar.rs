//! Events as a calendar (iCalendar, RFC 5545), for the calendars of residents.
//!
//! The same city always gives the same bytes: nothing is taken from a clock.

mod event;
mod writer;
mod zone;

use std::collections::BTreeMap;

use chrono::Datelike;
use chrono_tz::Tz;

use crate::domain::event::Start;
use crate::export::icalendar::writer::Writer;
use crate::snapshot::{HeldEvent, Snapshot};

/// Media type of calendars (RFC 5545, 8.1).
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// A calendar of `events`. One with a name is meant to be subscribed to.
#[must_use]
pub fn calendar(snapshot: &Snapshot, name: Option<&str>, events: &[&HeldEvent]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.line("BEGIN", "VCALENDAR");
    writer.line("VERSION", "2.0");
    writer.line("PRODID", "-//miteinander//events//EN");
    writer.line("CALSCALE", "GREGORIAN");
    // No X-WR-TIMEZONE: some readers take it for the zone of times in UTC too, and a series would change its hour.
    if let Some(name) = name {
        writer.text("NAME", name);
        writer.text("X-WR-CALNAME", name);
        writer.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
        writer.line("X-PUBLISHED-TTL", "PT12H");
    }
    for (zone, first_year) in zones(events) {
        zone::write(&mut writer, zone, first_year);
    }
    for held in events {
        event::write(&mut writer, snapshot, held);
    }
    writer.line("END", "VCALENDAR");
    writer.into_bytes()
}

/// The zones that times are written in, by name, each with the year of its first date.
fn zones(events: &[&HeldEvent]) -> Vec<(Tz, i32)> {
    let mut zones: BTreeMap<&str, (Tz, i32)> = BTreeMap::new();
    for held in events {
        let schedule = &held.event.schedule;
        let changed = schedule.changes.iter().map(|change| change.start);
        let starts = changed
            .chain([schedule.start])
            .chain(schedule.also.iter().copied());
        for start in starts {
            let Start::At { wall, zone } = start else {
                continue;
            };
            if zone != Tz::UTC {
                let (_, year) = zones.entry(zone.name()).or_insert((zone, wall.year()));
                *year = wall.year().min(*year);
            }
        }
    }
    zones.into_values().collect()
}
