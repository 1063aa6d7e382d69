use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;

use super::*;
use crate::domain::random::Dice;
use crate::domain::{CitySettings, Place};
use crate::snapshot::{CityData, Revision};

fn city(places: Vec<Place>, events: Vec<Event>) -> Snapshot {
    Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        map_revision: None,
        map: None,
        residents_revision: None,
        residents: None,
        revision: Revision(1),
        lineage: "test".into(),
        settings: CitySettings::named("Musterstadt").unwrap(),
        districts: Dice(5).districts(3, 2),
        quarters: Vec::new(),
        places,
        events,
    })
}

fn random_city(events: usize) -> Snapshot {
    let mut dice = Dice(20_261_122);
    let places: Vec<_> = (0..20).map(|_| dice.place(50)).collect();
    let ids: Vec<_> = places.iter().map(|place| place.id).collect();
    let events = (0..events).map(|_| dice.event(40, &ids)).collect();
    city(places, events)
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// Filters of every sort, some of several.
fn filters(dice: &mut Dice, snapshot: &Snapshot) -> EventFilter {
    let places: Vec<_> = snapshot.places().map(|own| own.place.id).collect();
    let districts = snapshot.districts();
    let mut filter = EventFilter::default();
    match dice.below(8) {
        0 => filter.place = Some(dice.pick(&places)),
        1 => filter.district = Some(districts[dice.below(4) as usize].id.clone()),
        2 => filter.topics = "advice,language,talk_coffee".parse().unwrap(),
        3 => filter.language = "tr".parse().ok(),
        4 => filter.free = true,
        5 => filter.engagement = true,
        6 => filter.efforts = vec![Effort::OneOff, Effort::Permanent],
        _ => filter.bbox = "9.17,48.88,9.22,48.91".parse().ok(),
    }
    if dice.chance(30) {
        filter.free = true;
    }
    filter
}

/// The slow twin: every date of every event is looked at, and every filter asked of it.
fn scan(
    snapshot: &Snapshot,
    filter: &EventFilter,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, EventId)> {
    let mut found = Vec::new();
    for own in snapshot.events() {
        let event = &own.event;
        let place = event.venue.place.map(|id| snapshot.place(id).unwrap());
        let district = match place {
            Some(place) => snapshot.district_of(place),
            None => event
                .venue
                .location
                .and_then(|location| snapshot.district_at(location)),
        };
        let holds = filter.place.is_none_or(|id| event.venue.place == Some(id))
            && filter
                .district
                .as_ref()
                .is_none_or(|id| district.is_some_and(|own| own.id == *id))
            && (filter.topics.is_empty()
                || filter
                    .topics
                    .iter()
                    .any(|topic| event.facts.topics.iter().any(|own| own == topic)))
            && filter
                .language
                .as_ref()
                .is_none_or(|code| event.facts.languages.iter().any(|own| own == code))
            && (!filter.free || matches!(event.facts.cost, Some(Cost::Free | Cost::Donation)))
            && (!filter.engagement || event.engagement.is_some())
            && (filter.efforts.is_empty()
                || event
                    .engagement
                    .and_then(|own| own.effort)
                    .is_some_and(|own| filter.efforts.contains(&own)))
            && (filter.demands.is_empty()
                || event
                    .engagement
                    .and_then(|own| own.demand)
                    .is_some_and(|own| filter.demands.contains(&own)))
            && filter.bbox.is_none_or(|bbox| match place {
                Some(place) => place.place.shape.touches_box(bbox),
                None => event
                    .venue
                    .location
                    .is_some_and(|location| bbox.contains(location)),
            });
        if holds {
            let all = event.occurrences(
                instant("2020-01-01T00:00:00Z"),
                instant("2040-01-01T00:00:00Z"),
                Berlin,
                100_000,
            );
            found.extend(
                all.iter()
                    .filter(|date| date.meets(from, to))
                    .map(|date| (date.begins, event.id)),
            );
        }
    }
    found.sort();
    found
}

#[test]
fn what_the_indexes_find_is_what_looking_at_every_date_finds() {
    let snapshot = random_city(300);
    let mut dice = Dice(9);
    let mut total = 0;
    for _ in 0..60 {
        let filter = filters(&mut dice, &snapshot);
        let from = instant("2026-01-01T00:00:00Z") + TimeDelta::hours(dice.below(20_000).into());
        let to = from + TimeDelta::hours(i64::from(dice.below(600)));
        let found = snapshot.happenings(&filter, from, to);
        assert!(found.is_sorted_by_key(|own| own.occurrence.begins));
        let mut told: Vec<_> = found
            .iter()
            .map(|own| (own.occurrence.begins, own.held.event.id))
            .collect();
        told.sort();
        let expected = scan(&snapshot, &filter, from, to);
        assert_eq!(told, expected, "{filter:?} {from} {to}");
        total += told.len();

        let frame = TimeFrame {
            from: Some(from),
            to: Some(to),
        };
        let mut ids: Vec<_> = expected.iter().map(|(_, id)| *id).collect();
        ids.sort();
        ids.dedup();
        let page = snapshot.find_events(&filter, frame, None, usize::MAX);
        assert_eq!(
            page.events
                .iter()
                .map(|own| own.event.id)
                .collect::<Vec<_>>(),
            ids
        );
        assert_eq!(page.matched, ids.len());
    }
    assert!(total > 500, "{total}");
}

#[test]
fn pages_by_key_hold_every_event_once() {
    let snapshot = random_city(50);
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = snapshot.find_events(&EventFilter::default(), TimeFrame::default(), after, 7);
        assert_eq!(page.matched, 50);
        seen.extend(page.events.iter().map(|own| own.event.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(
        seen,
        snapshot
            .events()
            .map(|own| own.event.id)
            .collect::<Vec<_>>()
    );
    assert_eq!(
        snapshot.event(seen[3]).map(|own| own.event.id),
        Some(seen[3])
    );
}

#[test]
fn an_open_span_finds_what_comes_and_what_was() {
    let mut dice = Dice(1);
    let mut event = dice.event(0, &[]);
    event.schedule = crate::domain::event::Schedule::once("2026-05-01".parse().unwrap(), None);
    let snapshot = city(Vec::new(), vec![event]);
    let matched = |from: Option<&str>, to: Option<&str>| {
        let frame = TimeFrame {
            from: from.map(instant),
            to: to.map(instant),
        };
        snapshot
            .find_events(&EventFilter::default(), frame, None, 9)
            .matched
    };
    assert_eq!(matched(Some("2026-05-01T12:00:00Z"), None), 1);
    assert_eq!(matched(Some("2026-05-01T22:00:00Z"), None), 0);
    assert_eq!(matched(None, Some("2026-04-30T22:00:01Z")), 1);
    assert_eq!(matched(None, Some("2026-04-30T22:00:00Z")), 0);
}

#[test]
fn a_district_or_place_that_is_not_there_has_no_events() {
    let snapshot = random_city(20);
    let filter = EventFilter {
        district: "nirgends".parse().ok(),
        ..EventFilter::default()
    };
    assert_eq!(
        snapshot
            .find_events(&filter, TimeFrame::default(), None, 9)
            .matched,
        0
    );
    let filter = EventFilter {
        place: Some(PlaceId(uuid::Uuid::nil())),
        ..EventFilter::default()
    };
    assert_eq!(
        snapshot
            .find_events(&filter, TimeFrame::default(), None, 9)
            .matched,
        0
    );
}
