//! One event as the components of a calendar: the series, and one more for each date that is not like the others.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::domain::event::{Change, Event, EventStatus, Length, Start, Venue};
use crate::domain::place::Address;
use crate::domain::words::Name;
use crate::export::icalendar::writer::Writer;
use crate::snapshot::{HeldEvent, Snapshot};

/// Writes an event with all its dates.
pub(super) fn write(writer: &mut Writer, snapshot: &Snapshot, held: &HeldEvent) {
    let event = &held.event;
    let city = snapshot.settings().timezone;
    let schedule = &event.schedule;
    begin(writer, event);
    starts(writer, "DTSTART", &[schedule.start]);
    lasts(writer, schedule.start, schedule.length, city);
    if let Some(rule) = &schedule.rule {
        writer.line("RRULE", rule.written_for(schedule.start, city));
    }
    starts(writer, "RDATE", &schedule.also);
    starts(writer, "EXDATE", &left_out(event, city));
    body(
        writer,
        snapshot,
        event,
        &event.title,
        &event.venue,
        event.status,
    );
    writer.line("END", "VEVENT");
    for change in &schedule.changes {
        changed(writer, snapshot, event, change);
    }
}

fn changed(writer: &mut Writer, snapshot: &Snapshot, event: &Event, change: &Change) {
    let city = snapshot.settings().timezone;
    begin(writer, event);
    let of = on_the_clock_of(change.of, event.schedule.start, city);
    starts(writer, "RECURRENCE-ID", &[of]);
    starts(writer, "DTSTART", &[change.start]);
    let is_alike = change.start.is_day() == event.schedule.start.is_day();
    let length = change.length.or(event.schedule.length.filter(|_| is_alike));
    lasts(writer, change.start, length, city);
    let title = change.title.as_ref().unwrap_or(&event.title);
    let venue = change.venue.as_ref().unwrap_or(&event.venue);
    let status = match event.status {
        EventStatus::Cancelled => EventStatus::Cancelled,
        _ => change.status,
    };
    body(writer, snapshot, event, title, venue, status);
    writer.line("END", "VEVENT");
}

fn begin(writer: &mut Writer, event: &Event) {
    let revised = utc(event.revised_at);
    writer.line("BEGIN", "VEVENT");
    writer.text("UID", &event.uid);
    writer.line("DTSTAMP", &revised);
    writer.line("LAST-MODIFIED", &revised);
    writer.line("SEQUENCE", event.sequence);
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Writes a line per way to write a date: as a day, in UTC, in a zone.
fn starts(writer: &mut Writer, name: &str, starts: &[Start]) {
    let mut rest = starts;
    while let Some(first) = rest.first() {
        let same = rest
            .iter()
            .take_while(|own| way_of(own) == way_of(first))
            .count();
        let written: Vec<_> = rest[..same].iter().map(value_of).collect();
        writer.line(&format!("{name}{}", way_of(first)), written.join(","));
        rest = &rest[same..];
    }
}

fn way_of(start: &Start) -> String {
    match start {
        Start::Day(_) => ";VALUE=DATE".to_owned(),
        Start::At { zone, .. } if *zone == Tz::UTC => String::new(),
        Start::At { zone, .. } => format!(";TZID={}", zone.name()),
    }
}

fn value_of(start: &Start) -> String {
    match start {
        Start::Day(day) => day.format("%Y%m%d").to_string(),
        Start::At { wall, zone } if *zone == Tz::UTC => wall.format("%Y%m%dT%H%M%SZ").to_string(),
        Start::At { wall, .. } => wall.format("%Y%m%dT%H%M%S").to_string(),
    }
}

/// Writes the end: as a time where the length is one of the clock, as a duration where it counts days.
fn lasts(writer: &mut Writer, start: Start, length: Option<Length>, city: Tz) {
    let Some(length) = length else { return };
    match start {
        Start::Day(day) => {
            let end = day.checked_add_days(Days::new(length.days().max(1).into()));
            starts(writer, "DTEND", &[Start::Day(end.unwrap_or(day))]);
        }
        Start::At { zone, .. } if length.days() == 0 => {
            let end = zone.from_utc_datetime(&length.end(start, city).naive_utc());
            // An hour that is lived twice cannot be told by the clock.
            if zone
                .from_local_datetime(&end.naive_local())
                .single()
                .is_some()
            {
                let wall = end.naive_local();
                starts(writer, "DTEND", &[Start::At { wall, zone }]);
            } else {
                writer.line("DURATION", format_args!("PT{}S", length.seconds()));
            }
        }
        Start::At { .. } if length.seconds() == 0 => {
            writer.line("DURATION", format_args!("P{}D", length.days()));
        }
        Start::At { .. } => {
            writer.line(
                "DURATION",
                format_args!("P{}DT{}S", length.days(), length.seconds()),
            );
        }
    }
}

/// The dates that are left out, each written as the series writes it: some calendars only understand these.
fn left_out(event: &Event, city: Tz) -> Vec<Start> {
    let first = event.schedule.start;
    let mut dates = Vec::new();
    for &own in &event.schedule.except {
        match own {
            Start::Day(day) if !first.is_day() => dates.extend(dates_on(event, day, city)),
            own => dates.push(on_the_clock_of(own, first, city)),
        }
    }
    dates
}

/// The dates that a series would have on a day.
fn dates_on(event: &Event, day: NaiveDate, city: Tz) -> Vec<Start> {
    const MOST: usize = 100;
    let mut whole = event.clone();
    whole.schedule.except.clear();
    whole.schedule.changes.clear();
    let around = Start::Day(day).instant(city);
    let (from, to) = (around - TimeDelta::days(1), around + TimeDelta::days(2));
    let found = whole.occurrences(from, to, city, MOST);
    let starts = found
        .iter()
        .map(|own| on_the_clock_of(own.of, whole.schedule.start, city));
    starts.filter(|own| own.date() == day).collect()
}

/// The same date as the series writes its dates.
fn on_the_clock_of(date: Start, series: Start, city: Tz) -> Start {
    match (date, series) {
        (Start::At { zone, .. }, Start::At { zone: own, .. }) if zone != own => {
            let wall = own
                .from_utc_datetime(&date.instant(city).naive_utc())
                .naive_local();
            Start::At { wall, zone: own }
        }
        (Start::At { wall, .. }, Start::Day(_)) => Start::Day(wall.date()),
        (Start::Day(day), Start::At { wall, zone }) => Start::At {
            wall: day.and_time(wall.time()),
            zone,
        },
        _ => date,
    }
}

/// What an event says besides its time.
fn body(
    writer: &mut Writer,
    snapshot: &Snapshot,
    event: &Event,
    title: &Name,
    venue: &Venue,
    status: EventStatus,
) {
    let facts = &event.facts;
    writer.text("SUMMARY", title);
    if let Some(summary) = &facts.summary {
        writer.text("DESCRIPTION", summary);
    }
    location(writer, snapshot, venue);
    writer.line("STATUS", status.as_str().to_ascii_uppercase());
    let settings = snapshot.settings();
    let language = settings.languages.first().map_or("en", String::as_str);
    writer.texts(
        "CATEGORIES",
        facts.topics.iter().map(|topic| topic.word(language)),
    );
    if let Some(url) = &facts.url {
        writer.line("URL", url.as_str());
    }
    if let Some(cost) = facts.cost {
        writer.line("X-MITEINANDER-COST", cost);
    }
    if let Some(text) = &facts.cost_text {
        writer.text("X-MITEINANDER-COST-TEXT", text);
    }
    writer.texts(
        "X-MITEINANDER-LANGUAGES",
        facts.languages.iter().map(Name::as_str),
    );
    if let Some(organiser) = &facts.organiser {
        writer.text("X-MITEINANDER-ORGANISER", organiser);
    }
    if let Some(engagement) = event.engagement {
        writer.line("X-MITEINANDER-ENGAGEMENT", "TRUE");
        if let Some(effort) = engagement.effort {
            writer.line("X-MITEINANDER-EFFORT", effort);
        }
        if let Some(demand) = engagement.demand {
            writer.line("X-MITEINANDER-DEMAND", demand);
        }
    }
}

fn location(writer: &mut Writer, snapshot: &Snapshot, venue: &Venue) {
    let place = venue.place.and_then(|id| snapshot.place(id));
    let name = place.map(|located| located.place.name.to_string());
    let address = place.and_then(|located| located.place.facts.address.as_deref());
    let room = venue.spot.as_ref().map(ToString::to_string);
    let parts: Vec<_> = [name, room, address.and_then(postal)]
        .into_iter()
        .flatten()
        .collect();
    if !parts.is_empty() {
        writer.text("LOCATION", &parts.join(", "));
    }
    let at = place
        .map(|located| located.place.shape.label())
        .or(venue.location);
    if let Some(at) = at {
        writer.line("GEO", format_args!("{};{}", at.lat(), at.lon()));
    }
    if let Some(located) = place {
        writer.line("X-MITEINANDER-PLACE", located.place.id);
    }
}

fn postal(address: &Address) -> Option<String> {
    let line = |parts: [&Option<Name>; 2]| {
        let words: Vec<_> = parts.into_iter().flatten().map(Name::as_str).collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    let lines = [
        line([&address.street, &address.housenumber]),
        line([&address.postcode, &address.city]),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}
