//! What changed since a revision, for those who keep a copy.

use std::collections::BTreeMap;

use miteinander::domain::Event;
use miteinander::domain::change::{
    CityChange, EventChange, EventRemoval, PlaceChange, PlaceRemoval,
};
use miteinander::domain::trail::Author;

use super::*;
use crate::fixture::{adding, both_stores, place_id, tamper, two_districts};
use crate::random::Dice;

const PLACES: &str = "/api/collections/places/items";
const EVENTS: &str = "/api/collections/events/items";

impl TestCity {
    async fn write(&self, change: CityChange) {
        let before = self.city.snapshot().revision();
        self.city.apply(change, before).await.unwrap();
    }

    /// Sets the seats of a place.
    async fn seat(&self, number: u128, seats: u32) {
        let before = self
            .city
            .snapshot()
            .place(place_id(number))
            .unwrap()
            .place
            .clone();
        let mut after = before.clone();
        after.facts.seats = Some(seats);
        self.write(places(PlaceChange::between(&before, after)))
            .await;
    }

    async fn since(&self, revision: i64) -> Value {
        let answer = self.get(&format!("{PLACES}?since={revision}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()
    }
}

fn places(changes: impl IntoIterator<Item = PlaceChange>) -> CityChange {
    CityChange {
        places: changes.into_iter().collect(),
        ..CityChange::by(Author::import("places"))
    }
}

fn ids(json: &Value) -> Vec<String> {
    let features = json["features"].as_array().unwrap().iter();
    features
        .map(|own| own["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn only_what_changed_after_the_revision_is_answered_and_what_is_gone_is_named() {
    let city = TestCity::with((1..=5).map(|number| place(number, 9.19, 48.9))).await;
    city.seat(2, 10).await;
    let after_two = city.since(2).await;
    assert_eq!(
        (ids(&after_two).len(), &after_two["next_since"]),
        (0, &Value::from(2))
    );
    city.seat(4, 10).await;
    let mut closed = place(3, 9.19, 48.9);
    let day = |text: &str| Some(text.parse().unwrap());
    closed.lifecycle = Lifecycle::new(Status::Closed, None, day("2026-03-01")).unwrap();
    city.write(places(PlaceChange::between(&place(3, 9.19, 48.9), closed)))
        .await;
    let removal = PlaceRemoval {
        place: place(5, 9.19, 48.9),
        undoes: None,
    };
    city.write(CityChange {
        places_removed: vec![removal],
        ..CityChange::by(Author::command_line())
    })
    .await;
    let answer = city.since(2).await;
    assert_eq!(
        ids(&answer),
        [3, 4].map(|number| place_id(number).to_string())
    );
    assert_eq!(
        answer["removed"],
        serde_json::json!([place_id(5).to_string()])
    );
    assert_eq!(
        (&answer["next_since"], &answer["revision"]),
        (&Value::from(5), &Value::from(5))
    );
    assert_eq!(answer["numberMatched"], 2);
    assert_eq!(answer["features"][0]["properties"]["status"], "closed");
    assert_eq!(ids(&city.since(0).await).len(), 4);
    // Whoever asks something else hears nothing of it.
    let usual = city.get(PLACES).await.json();
    assert!(usual.get("next_since").is_none() && usual.get("removed").is_none());
}

#[tokio::test]
async fn pages_count_up_to_the_revision_of_the_first_however_the_city_goes_on() {
    let city = TestCity::with((1..=5).map(|number| place(number, 9.19, 48.9))).await;
    for number in 1..=4 {
        city.seat(number, 10).await;
    }
    let first = city.get(&format!("{PLACES}?since=1&limit=2")).await;
    assert_eq!(
        (ids(&first.json()).len(), &first.json()["next_since"]),
        (2, &Value::from(5))
    );
    city.seat(1, 20).await;
    city.seat(5, 20).await;
    let second = city.get(&first.link("next").unwrap()).await;
    assert_eq!(second.json()["next_since"], 5);
    let third = city.get(&second.link("next").unwrap()).await;
    assert_eq!(
        (third.json()["next_since"].as_i64(), third.link("next")),
        (Some(5), None)
    );
    let later = city.since(5).await;
    assert_eq!(
        ids(&later),
        [1, 5].map(|number| place_id(number).to_string())
    );
}

#[tokio::test]
async fn what_would_be_missed_or_cannot_be_is_refused_by_name() {
    let city = TestCity::with([place(1, 9.19, 48.9)]).await;
    city.seat(1, 10).await;
    for (query, field) in [
        ("since=1&kind=library", "kind"),
        ("since=1&bbox=9,48,10,49", "bbox"),
        ("since=1&district=west", "district"),
        ("since=3", "since"),
        ("since=9223372036854775807", "since"),
        ("since=9223372036854775808", "since"),
        ("since=-1", "since"),
        ("since=x", "since"),
        ("since=1&until=3", "since"),
        ("since=2&until=1", "until"),
        ("until=2", "until"),
        ("since=1&limit=0", "limit"),
    ] {
        let answer = city.get(&format!("{PLACES}?{query}")).await;
        answer.problem(400, "/problems/invalid-value", Some(field));
    }
    let answer = city
        .get(&format!("{EVENTS}?since=1&datetime=2026-03-04"))
        .await;
    answer.problem(400, "/problems/invalid-value", Some("datetime"));
    let answer = city.get("/api/collections/districts/items?since=1").await;
    answer.problem(400, "/problems/invalid-value", Some("since"));
}

#[tokio::test]
async fn where_the_city_itself_changed_everything_is_to_be_read_anew() {
    let city = TestCity::with([place(1, 9.19, 48.9)]).await;
    city.seat(1, 10).await;
    assert_eq!(ids(&city.since(1).await).len(), 1);
    let mut districts = two_districts();
    districts.districts[0].area = rectangle(9.2, 48.85, 9.26, 48.95);
    city.write(CityChange {
        districts: Some(districts),
        ..CityChange::by(Author::import("districts"))
    })
    .await;
    for path in [PLACES, EVENTS] {
        let answer = city.get(&format!("{path}?since=2")).await;
        answer.problem(410, "/problems/read-anew", None);
    }
    assert_eq!(ids(&city.since(3).await).len(), 0);
    assert_eq!(ids(&city.since(0).await).len(), 1);
}

/// A copy that somebody keeps.
#[derive(Default)]
struct Mirror {
    features: BTreeMap<String, Value>,
    since: i64,
}

impl Mirror {
    async fn follow(&mut self, city: &TestCity, path: &str) {
        let mut next = Some(format!("{path}?since={}&limit=3", self.since));
        while let Some(address) = next {
            let answer = city.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            let json = answer.json();
            for feature in json["features"].as_array().unwrap() {
                let id = feature["id"].as_str().unwrap().to_owned();
                self.features.insert(id, feature.clone());
            }
            for gone in json["removed"].as_array().unwrap() {
                self.features.remove(gone.as_str().unwrap());
            }
            self.since = json["next_since"].as_i64().unwrap();
            next = answer.link("next");
        }
    }

    async fn assert_is(&self, city: &TestCity, path: &str) {
        let all = city.get(&format!("{path}?limit=10000")).await.json();
        let all = all["features"].as_array().unwrap().iter();
        let all: BTreeMap<_, _> = all
            .map(|own| (own["id"].as_str().unwrap().to_owned(), own.clone()))
            .collect();
        assert_eq!(self.features, all);
    }
}

fn removal(event: Event) -> EventRemoval {
    EventRemoval {
        event,
        undoes: None,
    }
}

/// Some change of a city: of a place or an event, new, different or gone.
fn some_change(dice: &mut Dice, city: &City) -> CityChange {
    let snapshot = city.snapshot();
    let mut change = CityChange::by(Author::import("places"));
    let all: Vec<_> = snapshot.places().map(|own| own.place.clone()).collect();
    let events: Vec<_> = snapshot.events().map(|own| own.event.clone()).collect();
    let any = |dice: &mut Dice, count: usize| dice.below(u32::try_from(count).unwrap()) as usize;
    match dice.below(6) {
        1 if !events.is_empty() => {
            let gone = events[any(dice, events.len())].clone();
            change.events_removed.push(removal(gone));
        }
        2 if !all.is_empty() => {
            let place = all[any(dice, all.len())].clone();
            if events.iter().all(|own| own.venue.place != Some(place.id)) {
                change.places_removed.push(PlaceRemoval {
                    place,
                    undoes: None,
                });
            }
        }
        3 if !all.is_empty() => {
            let before = &all[any(dice, all.len())];
            let after = Place {
                id: before.id,
                ..dice.place(50)
            };
            change.places.extend(PlaceChange::between(before, after));
        }
        4 => {
            let ids: Vec<_> = all.iter().map(|own| own.id).collect();
            change.events.push(EventChange::added(dice.event(50, &ids)));
        }
        5 if !events.is_empty() => {
            let before = &events[any(dice, events.len())];
            let mut after = before.clone();
            after.title = dice.text();
            change.events.extend(EventChange::between(before, after));
        }
        _ => change.places.push(PlaceChange::added(dice.place(50))),
    }
    change
}

both_stores! {
    async fn a_copy_that_asks_what_changed_is_the_city_whatever_happens(kept: &Kept) {
        let city = begun(kept, []).await;
        let app = miteinander::api::app(Arc::clone(&city));
        let kept = Kept::new(Database::Sqlite).await.unwrap();
        let city = TestCity { city, app, _kept: kept };
        let mut dice = Dice(50);
        let (mut places, mut events) = (Mirror::default(), Mirror::default());
        places.since = 1;
        events.since = 1;
        for _ in 0..25 {
            for _ in 0..=dice.below(4) {
                city.write(some_change(&mut dice, &city.city)).await;
            }
            places.follow(&city, PLACES).await;
            places.assert_is(&city, PLACES).await;
            events.follow(&city, EVENTS).await;
            events.assert_is(&city, EVENTS).await;
        }
        assert!(places.features.len() > 5 && events.features.len() > 3);
        // A copy begun anew by another replica is the same.
        let other = City::open(city.city.store().clone(), miteinander::city::Clock::Stopped(city.city.now()));
        let other = other.await.unwrap();
        let app = miteinander::api::app(Arc::clone(&other));
        let other = TestCity { city: other, app, _kept: Kept::new(Database::Sqlite).await.unwrap() };
        places.follow(&other, PLACES).await;
        places.assert_is(&other, PLACES).await;
    }
}

#[tokio::test]
async fn a_replica_that_lags_behind_catches_up_before_it_answers() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let ahead = begun(&kept, [place(1, 9.19, 48.9)]).await;
    let clock = miteinander::city::Clock::Stopped(ahead.now());
    let behind = City::open(kept.open().await, clock).await.unwrap();
    let revision = ahead
        .apply(adding([place(2, 9.19, 48.9)]), ahead.snapshot().revision())
        .await
        .unwrap();
    let app = miteinander::api::app(Arc::clone(&behind));
    let behind = TestCity {
        city: behind,
        app,
        _kept: kept,
    };
    let answer = behind.since(revision.0).await;
    assert_eq!(answer["next_since"], 2);
}

both_stores! {
    async fn a_reading_of_what_changed_that_breaks_off_midway_loses_nothing(kept: &Kept) {
        let city = begun(kept, []).await;
        let before = city.snapshot();
        let none = city.changed_since(before.revision(), &before).await.unwrap().unwrap();
        assert_eq!(none.places.len(), 0);
        let many = adding((1..=2_500).map(|number| place(number, 9.19, 48.9)));
        city.apply(many, before.revision()).await.unwrap();
        let now = city.snapshot();
        // The last page cannot be read; those before it were.
        tamper(city.store(), "update trail set action = 'torn' where number = (select max(number) from trail)").await;
        assert!(city.changed_since(before.revision(), &now).await.is_err());
        tamper(city.store(), "update trail set action = 'added' where action = 'torn'").await;
        let changed = city.changed_since(before.revision(), &now).await.unwrap().unwrap();
        assert_eq!(changed.places.len(), 2_500);
    }
}
