use chrono_tz::Europe::Berlin;

use super::*;
use crate::domain::event::{EventStatus, Schedule, Venue};
use crate::domain::trail::Action;
use crate::import::events::Gazetteer;

fn context(source: &str) -> Context {
    Context {
        source: source.parse().unwrap(),
        origin: EventOrigin::Calendar,
        timezone: Berlin,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new([], "Musterstadt"),
    }
}

fn event(uid: &str, day: &str) -> Event {
    let uid = uid.parse().unwrap();
    Event {
        id: EventId::of(&uid),
        title: format!("Termin {uid}").parse().unwrap(),
        uid,
        source: "treff".parse().unwrap(),
        origin: EventOrigin::Calendar,
        venue: Venue::default(),
        status: EventStatus::Confirmed,
        schedule: Schedule::once(day.parse().unwrap(), None),
        engagement: None,
        revised_at: DateTime::UNIX_EPOCH,
        sequence: 0,
        facts: Box::default(),
    }
}

fn run(existing: &[Event], found: Found, source: &str) -> (CityChange, Reconciled) {
    let now = "2026-11-22T14:00:00Z".parse().unwrap();
    reconcile(existing, found, &context(source), now)
}

fn finding(events: &[Event]) -> Found {
    Found {
        events: events.to_vec(),
        ..Found::default()
    }
}

#[test]
fn the_same_calendar_again_changes_nothing() {
    let events = [event("a", "2026-12-01"), event("b", "2026-12-02")];
    let mut again = events.clone();
    // Written anew today, says the calendar.
    again[0].revised_at = "2026-11-22T13:00:00Z".parse().unwrap();
    again[0].sequence = 7;
    let (change, report) = run(&events, finding(&again), "treff");
    assert!(change.is_empty());
    assert_eq!(
        (report.unchanged, report.added.len(), report.gone.len()),
        (2, 0, 0)
    );
}

#[test]
fn new_and_changed_events_are_brought_and_say_in_what_they_differ() {
    let before = event("a", "2026-12-01");
    let mut after = before.clone();
    after.schedule = Schedule::once("2026-12-03".parse().unwrap(), None);
    after.status = EventStatus::Cancelled;
    let (change, report) = run(
        &[before],
        finding(&[after, event("b", "2026-12-02")]),
        "treff",
    );
    assert_eq!(report.changed, ["Termin a (start, status)"]);
    assert_eq!(report.added, ["Termin b"]);
    let actions: Vec<_> = change
        .events
        .iter()
        .map(|own| (own.action, own.differences.list()))
        .collect();
    assert_eq!(
        actions,
        [
            (Action::Changed, "start, status".to_owned()),
            (Action::Added, String::new())
        ]
    );
}

#[test]
fn coming_events_that_vanish_are_taken_away_and_past_ones_stay() {
    let mut elsewhere = event("d", "2026-12-04");
    elsewhere.source = "verein".parse().unwrap();
    let existing = [
        event("past", "2026-11-20"),
        event("today", "2026-11-22"),
        event("coming", "2026-12-02"),
        elsewhere,
    ];
    let (change, report) = run(&existing, finding(&[]), "treff");
    let mut gone = report.gone.clone();
    gone.sort();
    assert_eq!(gone, ["Termin coming", "Termin today"]);
    assert_eq!(change.events_removed.len(), 2);
}

#[test]
fn the_citys_own_word_stands() {
    let mut local = event("a", "2026-12-01");
    local.origin = EventOrigin::Local;
    let mut theirs = event("a", "2026-12-24");
    theirs.title = "Anders".parse().unwrap();
    let (change, report) = run(std::slice::from_ref(&local), finding(&[theirs]), "treff");
    assert!(change.is_empty());
    assert_eq!(report.kept_local, ["Termin a"]);
    let (change, report) = run(&[local], finding(&[]), "treff");
    assert!(change.is_empty() && report.gone.is_empty());
}

#[test]
fn an_event_of_another_calendar_is_left_to_it_and_told() {
    let (change, report) = run(
        &[event("a", "2026-12-01")],
        finding(&[event("a", "2026-12-24")]),
        "verein",
    );
    assert!(change.is_empty());
    assert!(
        report.complaints[0]
            .reason
            .contains("of the calendar treff"),
        "{:?}",
        report.complaints
    );
}

#[test]
fn what_cannot_be_read_stays_as_it_was_and_what_is_refused_goes_even_if_it_is_over() {
    let existing = [
        event("unreadable", "2026-12-01"),
        event("refused", "2026-11-01"),
    ];
    let found = Found {
        unreadable: [existing[0].id].into(),
        refused: [existing[1].id].into(),
        ..Found::default()
    };
    let (change, _) = run(&existing, found, "treff");
    let gone: Vec<_> = change
        .events_removed
        .iter()
        .map(|own| own.event.id)
        .collect();
    assert_eq!(gone, [existing[1].id]);
}

#[test]
fn a_report_names_a_few_of_many() {
    let events: Vec<_> = (0..40)
        .map(|number| event(&format!("e{number}"), "2026-12-01"))
        .collect();
    let (_, report) = run(&[], finding(&events), "treff");
    let said = report.to_string();
    assert!(
        said.starts_with("calendar: treff\nunchanged: 0\nadded: 40\n  Termin e0\n"),
        "{said}"
    );
    assert!(said.contains("… and 20 more"), "{said}");
}
