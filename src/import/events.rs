//! Events from a calendar file (iCalendar, RFC 5545).
//!
//! Unlike other files, a calendar with a bad event keeps its good ones: calendars are written by many programs, and a
//! city cannot mend them. What is readable is taken; each thing that is not is complained about.
//!
//! No person is taken over: neither `ATTENDEE` nor `ORGANIZER` nor `CONTACT` is ever looked at, private events are left
//! out, and texts lose their e-mail addresses and telephone numbers before they become values.

mod assemble;
mod components;
mod draft;
mod facts;
mod lines;
pub mod reconcile;
mod text;
mod timing;
mod uid;
mod values;
mod venue;
mod zones;

use std::collections::BTreeSet;

use chrono_tz::Tz;

pub use venue::Gazetteer;

use crate::domain::event::{Event, EventId, EventOrigin, EventStatus, Uid};
use crate::domain::words::Name;
use crate::domain::{Invalid, PlaceId};
use crate::import::events::components::Parts;
use crate::import::events::draft::{Draft, Drafts, Outcome};
use crate::import::events::zones::Zones;
use crate::import::{Complaint, Complaints, Refused};

/// Larger files are no calendars of events.
const MOST_BYTES: usize = 32 << 20;

/// What a calendar is read for.
pub struct Context {
    /// What the calendar is called: the events of one name are kept in step with its file.
    pub source: Name,
    /// Who looks after its events.
    pub origin: EventOrigin,
    /// Where times without a zone are meant.
    pub timezone: Tz,
    /// Where events are held that name no place of the city.
    pub place: Option<PlaceId>,
    /// The organisation behind events that name none.
    pub organiser: Option<Name>,
    /// The places of the city.
    pub gazetteer: Gazetteer,
}

/// What was found in a calendar.
#[derive(Debug, Default)]
pub struct Found {
    /// Its events.
    pub events: Vec<Event>,
    /// What could not be taken as it stands.
    pub complaints: Vec<Complaint>,
    /// Events that are in the file but cannot be read: what is stored of them may stay.
    pub unreadable: BTreeSet<EventId>,
    /// Events that must not be stored, not even as they were.
    pub refused: BTreeSet<EventId>,
    /// How many events and single changed dates the file has, and how many of them were taken.
    pub counted: (usize, usize),
}

/// Reads a calendar.
///
/// # Errors
/// When the file is too large or no calendar at all.
pub fn read(file: &str, bytes: &[u8], context: &Context) -> Result<Found, Refused> {
    if bytes.len() > MOST_BYTES {
        let reason = format!(
            "is larger than {} MiB, which no calendar of events is",
            MOST_BYTES >> 20
        );
        return Err(Refused::file(file, reason));
    }
    let mut complaints = Complaints::about(file);
    let parts = components::read(bytes, &mut complaints);
    if parts.events.is_empty() && !is_calendar(bytes) {
        return Err(Refused::file(
            file,
            "is no calendar: it has neither BEGIN:VCALENDAR nor BEGIN:VEVENT",
        ));
    }
    let mut found = Found::default();
    let mut taken = drafts(&parts, context, &mut complaints, &mut found);
    if parts.is_cancelling() {
        for draft in &mut taken {
            draft.status = EventStatus::Cancelled;
        }
    }
    found.events = assemble::assemble(taken, context, &mut complaints);
    // A series of which one date must not be stored is not stored.
    found
        .events
        .retain(|event| !found.refused.contains(&event.id));
    found.complaints = complaints.into_list();
    Ok(found)
}

/// The events that can be taken, each on its own; the others are noted in `found`.
fn drafts(
    parts: &Parts,
    context: &Context,
    complaints: &mut Complaints<'_>,
    found: &mut Found,
) -> Vec<Draft> {
    let mut drafts = Drafts {
        context,
        zones: Zones::new(&parts.zones, context.timezone),
        complaints,
        no_topics: BTreeSet::new(),
    };
    let mut taken: Vec<Draft> = Vec::new();
    let id = |uid: Option<Uid>| uid.map(|uid| EventId::of(&uid));
    for component in &parts.events {
        match drafts.read(component) {
            Outcome::Taken(draft) => taken.push(*draft),
            Outcome::Unreadable(uid) => found.unreadable.extend(id(uid)),
            Outcome::Refused(uid) => found.refused.extend(id(uid)),
        }
    }
    found.counted = (parts.events.len(), taken.len());
    let no_topics = std::mem::take(&mut drafts.no_topics);
    tell_of_categories(no_topics, complaints);
    taken
}

/// Whether the file says that it is one, in its first lines.
fn is_calendar(bytes: &[u8]) -> bool {
    let mut first = lines::lines(bytes).flatten().take(20);
    first.any(|line| line.name == "BEGIN" && line.value.trim().eq_ignore_ascii_case("VCALENDAR"))
}

/// The most words of categories that are repeated.
const MOST_WORDS: usize = 20;

/// Once for the whole file: words that stand in every event would be told as often.
fn tell_of_categories(words: BTreeSet<String>, complaints: &mut Complaints<'_>) {
    if words.is_empty() {
        return;
    }
    let count = words.len();
    let shown = words.into_iter().take(MOST_WORDS);
    let shown: Vec<String> = shown
        .map(|word| word.chars().take(40).flat_map(char::escape_debug).collect())
        .collect();
    let more = count.saturating_sub(MOST_WORDS);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    let reason = format!("these words mean no topic here: {}{more}", shown.join(", "));
    complaints.add("", Invalid::new("CATEGORIES", reason));
}

#[cfg(test)]
mod tests;
