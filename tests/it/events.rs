//! Events from the file to the store: read back the same, kept in step, and gone with their place.

mod cli;
mod odd_files;
mod round_trip;

use chrono::{DateTime, Utc};
use miteinander::domain::change::{CityChange, EventChange, EventRemoval};
use miteinander::domain::event::Event;
use miteinander::domain::trail::{Action, Author, TrailFilter};
use miteinander::domain::{EventId, PlaceId};
use miteinander::snapshot::{EventFilter, Known, Revision};

use crate::fixture::{
    adding, beginning, begun, both_stores, place, place_id, stored, tamper, wednesday_afternoon,
};
use crate::random::Dice;

fn bringing(events: impl IntoIterator<Item = Event>) -> CityChange {
    CityChange {
        events: events.into_iter().map(EventChange::added).collect(),
        ..CityChange::by(Author::import("events"))
    }
}

fn random_events(count: usize, places: &[PlaceId]) -> Vec<Event> {
    let mut dice = Dice(20_261_122);
    let mut events: Vec<_> = (0..count)
        .map(|number| dice.event(u32::try_from(number % 101).unwrap(), places))
        .collect();
    events.sort_by_key(|event| event.id);
    events
}

fn sorted(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| event.id);
    events
}

both_stores! {
    async fn events_with_everything_that_can_be_known_are_read_back_the_same(kept: &Kept) {
        let store = kept.open().await;
        let events = random_events(150, &[place_id(1), place_id(2)]);
        let change = CityChange {
            events: events.iter().cloned().map(EventChange::added).collect(),
            ..beginning([place(1, 9.19, 48.9), place(2, 9.21, 48.9)])
        };
        store.commit(&change, Revision(0), wednesday_afternoon()).await.unwrap();
        let read = sorted(stored(&kept.open().await).await.events);
        assert_eq!(read.len(), 150);
        for (read, written) in read.iter().zip(&events) {
            assert_eq!(read, written);
        }
    }

    async fn a_changed_event_replaces_itself_and_a_removed_one_is_gone_and_the_trail_says_so(kept: &Kept) {
        let store = kept.open().await;
        let events = random_events(2, &[]);
        store.commit(&beginning([]), Revision(0), wednesday_afternoon()).await.unwrap();
        store.commit(&bringing(events.clone()), Revision(1), wednesday_afternoon()).await.unwrap();
        let mut renamed = events[0].clone();
        renamed.title = "Neu".parse().unwrap();
        let change = CityChange {
            events: EventChange::between(&events[0], renamed.clone()).into_iter().collect(),
            events_removed: vec![EventRemoval { event: events[1].clone(), undoes: None }],
            ..CityChange::by(Author::import("events"))
        };
        store.commit(&change, Revision(2), wednesday_afternoon()).await.unwrap();
        assert_eq!(stored(&store).await.events, [renamed]);
        let trail = store.trail(&TrailFilter::newest(2)).await.unwrap();
        let told: Vec<_> = trail.iter().map(|line| (line.author.to_string(), line.action, line.subject.as_str(), &*line.detail)).collect();
        let subject = |id: EventId| format!("event/{id}");
        assert_eq!(
            told,
            [
                ("import:events".to_owned(), Action::Changed, &*subject(events[0].id), "title"),
                ("import:events".to_owned(), Action::Removed, &*subject(events[1].id), events[1].title.as_str()),
            ]
        );
    }

    async fn events_go_with_their_place_and_with_their_city(kept: &Kept) {
        let store = kept.open().await;
        let mut events = random_events(3, &[]);
        events[0].venue.place = Some(place_id(1));
        events[1].venue.place = Some(place_id(2));
        store.commit(&beginning([place(1, 9.19, 48.9), place(2, 9.21, 48.9)]), Revision(0), wednesday_afternoon()).await.unwrap();
        store.commit(&bringing(events.clone()), Revision(1), wednesday_afternoon()).await.unwrap();
        let refuge = CityChange { refuges: vec![place_id(1)], ..CityChange::by(Author::import("osm")) };
        store.commit(&refuge, Revision(2), wednesday_afternoon()).await.unwrap();
        assert_eq!(sorted(stored(&store).await.events), events[1..]);
        // Renaming a place takes nothing away.
        store.commit(&adding([place(2, 9.22, 48.9)]), Revision(3), wednesday_afternoon()).await.unwrap();
        assert_eq!(stored(&store).await.events.len(), 2);
        let other = CityChange { forget_places: true, ..beginning([]) };
        store.commit(&other, Revision(4), wednesday_afternoon()).await.unwrap();
        assert!(stored(&store).await.events.is_empty());
    }

    async fn an_event_at_a_place_that_is_not_there_is_refused_and_leaves_nothing(kept: &Kept) {
        let store = kept.open().await;
        store.commit(&beginning([]), Revision(0), wednesday_afternoon()).await.unwrap();
        let mut events = random_events(2, &[]);
        events[1].venue.place = Some(place_id(9));
        let refused = store.commit(&bringing(events), Revision(1), wednesday_afternoon()).await;
        assert!(refused.is_err());
        assert!(stored(&store).await.events.is_empty());
        assert_eq!(store.revision().await.unwrap(), Revision(1));
    }

    async fn a_stored_schedule_that_breaks_a_rule_is_named_and_not_served(kept: &Kept) {
        let store = kept.open().await;
        store.commit(&beginning([]), Revision(0), wednesday_afternoon()).await.unwrap();
        store.commit(&bringing(random_events(1, &[])), Revision(1), wednesday_afternoon()).await.unwrap();
        tamper(&store, "update event set schedule = '{\"start\":\"2026-02-30\"}'").await;
        let error = store.load(Known::default()).await.err().unwrap().to_string();
        assert!(error.contains("event") && error.contains("schedule"), "{error}");
    }

    async fn what_another_program_writes_is_found_by_the_running_city(kept: &Kept) {
        let city = begun(kept, [place(1, 9.19, 48.9)]).await;
        let other = kept.open().await;
        let mut events = random_events(1, &[place_id(1)]);
        events[0].venue.place = Some(place_id(1));
        other.commit(&bringing(events.clone()), Revision(1), wednesday_afternoon()).await.unwrap();
        city.refresh().await.unwrap();
        let snapshot = city.snapshot();
        let held = snapshot.event(events[0].id).unwrap();
        assert_eq!(snapshot.district_of_event(held).unwrap().id.as_str(), "west");
        let filter = EventFilter { place: Some(place_id(1)), ..EventFilter::default() };
        let (from, to): (DateTime<Utc>, DateTime<Utc>) = ("2020-01-01T00:00:00Z".parse().unwrap(), "2040-01-01T00:00:00Z".parse().unwrap());
        assert!(!snapshot.happenings(&filter, from, to).is_empty());
    }
}
