//! What the program writes as a calendar, it reads back as the same events at the same times.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use miteinander::domain::event::{Event, EventOrigin, EventStatus};
use miteinander::domain::{CitySettings, Place};
use miteinander::export::icalendar;
use miteinander::import::events::{self, Context, Gazetteer};
use miteinander::snapshot::{CityData, Revision, Snapshot};

use crate::fixture::{place, settings, two_districts};
use crate::random::Dice;

const BERLIN: Tz = chrono_tz::Europe::Berlin;

fn city(settings: CitySettings, places: Vec<Place>, events: Vec<Event>) -> Snapshot {
    Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        map_revision: None,
        residents_revision: None,
        residents: None,
        map: None,
        revision: Revision(1),
        lineage: "test".into(),
        settings,
        districts: two_districts().districts,
        quarters: Vec::new(),
        places,
        events,
    })
}

/// Begin, end and state of every date in some years.
fn dates(event: &Event) -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>, EventStatus)> {
    let from = "2025-01-01T00:00:00Z".parse().unwrap();
    let to = "2029-01-01T00:00:00Z".parse().unwrap();
    let dates = event.occurrences(from, to, BERLIN, 10_000);
    dates
        .iter()
        .map(|own| (own.begins, own.ends, own.status))
        .collect()
}

#[test]
fn every_date_of_every_event_is_read_back() {
    let mut dice = Dice(20_261_124);
    let places = vec![place(1, 9.19, 48.9), place(2, 9.21, 48.9)];
    let ids: Vec<_> = places.iter().map(|place| place.id).collect();
    let mut written: Vec<_> = (0..300).map(|_| dice.event(30, &ids)).collect();
    written.sort_by_key(|event| event.id);
    let snapshot = city(settings(), places, written.clone());
    let held: Vec<_> = snapshot.events().collect();
    let text = icalendar::calendar(&snapshot, Some("Teststadt"), &held);
    let context = Context {
        source: "own".parse().unwrap(),
        origin: EventOrigin::Calendar,
        timezone: BERLIN,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new(snapshot.places().map(|own| &own.place), "Teststadt"),
    };
    let found = events::read("own.ics", &text, &context).unwrap();
    let told: Vec<_> = found.complaints.iter().map(ToString::to_string).collect();
    // Random texts hold what looks like markup; no time and no fact may be lost.
    assert_eq!(told, Vec::<String>::new());
    let mut read = found.events;
    read.sort_by_key(|event| event.id);
    assert_eq!(read.len(), written.len());
    let mut total = 0;
    for (read, written) in read.iter().zip(&written) {
        assert_eq!((read.id, &read.uid), (written.id, &written.uid));
        assert_eq!(dates(read), dates(written), "{written:#?}\n{read:#?}");
        assert_eq!(read.venue.place, written.venue.place);
        assert_eq!(
            (read.status, read.sequence, read.revised_at),
            (written.status, written.sequence, written.revised_at)
        );
        assert_eq!(read.facts.cost, written.facts.cost);
        assert_eq!(read.facts.topics, written.facts.topics);
        assert_eq!(read.facts.url, written.facts.url);
        let mut languages = written.facts.languages.clone();
        languages.dedup();
        assert_eq!(read.facts.languages.len().min(1), languages.len().min(1));
        if written.engagement.is_some() {
            assert_eq!(read.engagement, written.engagement);
        }
        total += dates(read).len();
    }
    assert!(total > 5_000, "{total}");
}

#[test]
fn the_built_in_calendar_is_read_back_the_same() {
    let change = miteinander::import::folder::CityFolder::BuiltIn
        .read()
        .unwrap();
    let places: Vec<_> = change
        .places
        .into_iter()
        .map(|change| change.place)
        .collect();
    let written: Vec<_> = change
        .events
        .into_iter()
        .map(|change| change.event)
        .collect();
    let settings = change.settings.unwrap();
    let name = settings.name.clone();
    let snapshot = city(settings, places, written);
    let held: Vec<_> = snapshot.events().collect();
    let text = icalendar::calendar(&snapshot, None, &held);
    let context = Context {
        source: "events".parse().unwrap(),
        origin: EventOrigin::Sample,
        timezone: BERLIN,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new(snapshot.places().map(|own| &own.place), &name),
    };
    let found = events::read("own.ics", &text, &context).unwrap();
    assert_eq!(found.complaints, []);
    let mut read = found.events;
    read.sort_by_key(|event| event.id);
    for (read, held) in read.iter().zip(&held) {
        let written = &held.event;
        assert_eq!(read.facts, written.facts, "{}", written.title);
        assert_eq!(read.schedule, written.schedule, "{}", written.title);
        assert_eq!(read.venue.place, written.venue.place);
        assert_eq!(
            (&read.title, &read.engagement),
            (&written.title, &written.engagement)
        );
    }
    assert_eq!(read.len(), held.len());
}
