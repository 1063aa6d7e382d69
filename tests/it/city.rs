//! Several programs on one store: what one writes, the others serve, and nothing is lost.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, EventChange, EventRemoval};
use miteinander::domain::{CitySettings, Place};
use miteinander::error::Error;
use miteinander::snapshot::{Located, Revision, Snapshot};

use crate::fixture::{
    Database, Kept, adding, beginning, begun, both_stores, place, place_id, rectangle, stored,
    tamper, two_districts, wednesday_afternoon,
};
use crate::random::Dice;

/// Longer than anything here takes; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

async fn open(kept: &Kept) -> Arc<City> {
    City::open(kept.open().await, Clock::Stopped(wednesday_afternoon()))
        .await
        .unwrap()
}

/// Looks again and again until `is_so`, and fails when that takes too long.
async fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let looking = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let found = tokio::time::timeout(PATIENCE, looking).await;
    assert!(found.is_ok(), "waited in vain until {what}");
}

/// Some places and events that are edited or new, with everything that is hard to store.
fn edits(dice: &mut Dice, snapshot: &Snapshot) -> CityChange {
    let ids: Vec<_> = snapshot.places().map(|own| own.place.id).collect();
    let mut edited = ids.clone();
    edited.retain(|_| dice.chance(5));
    edited.push(dice.place_id());
    let places = edited.into_iter().map(|id| Place {
        id,
        ..dice.place(50)
    });
    let mut change = adding(places.collect::<Vec<_>>());
    let mut event = dice.event(40, &ids);
    // A clock has more decimals than a store.
    event.revised_at = Utc::now();
    change.events.push(EventChange::added(event));
    let gone = snapshot.events().next().filter(|_| dice.chance(30));
    change.events_removed.extend(gone.map(|held| EventRemoval {
        event: held.event.clone(),
        undoes: None,
    }));
    change
}

/// Everything about the places and events of a city.
fn told(city: &Snapshot) -> String {
    let district = |own: &Located| city.district_of(own).map(|own| own.id.clone());
    let places = city.places().map(|own| {
        let place = (&own.place, own.near_border, own.folded_name());
        format!("{place:?} {:?}\n", district(own))
    });
    let events = city.events().map(|held| {
        let place = city.place_of(held).map(|own| own.place.id);
        let district = city.district_of_event(held).map(|own| &own.id);
        format!("{:?} {place:?} {district:?}\n", held.event)
    });
    let bounds = format!("{:?} {}\n", city.bbox(), city.has_osm_data());
    places.chain(events).chain([bounds]).collect()
}

/// Whether one snapshot was made from the other, and not read anew.
fn shares_districts(before: &Snapshot, after: &Snapshot) -> bool {
    std::ptr::eq(before.districts(), after.districts())
}

both_stores! {
    async fn a_store_without_a_city_is_said_to_have_none(kept: &Kept) {
        let opened = City::open(kept.open().await, Clock::System).await;
        assert!(matches!(opened, Err(Error::NoCity)));
    }

    async fn a_write_is_in_the_next_read_of_the_same_program(kept: &Kept) {
        let city = begun(kept, [place(1, 9.2, 48.9)]).await;
        let before = city.snapshot();
        let revision = city.apply(adding([place(2, 9.2, 48.9)]), before.revision()).await.unwrap();
        assert_eq!(revision, Revision(2));
        assert_eq!(city.snapshot().revision(), revision);
        assert!(city.snapshot().place(place_id(2)).is_some());
        // Who took the city before still sees it as it was.
        assert!(before.place(place_id(2)).is_none());
    }

    async fn what_is_served_after_an_edit_is_what_another_program_reads(kept: &Kept) {
        let mut dice = Dice(20_261_127);
        let city = begun(kept, (0..40).map(|_| dice.place(50))).await;
        for number in 0..20 {
            let before = city.snapshot();
            let change = edits(&mut dice, &before);
            let made = Arc::new(change);
            let revision = city.act(move |_| Ok::<_, Error>(CityChange::clone(&made))).await.unwrap();
            let (served, read) = (city.snapshot(), open(kept).await.snapshot());
            assert!(shares_districts(&before, &served));
            assert_eq!(revision, Revision(2 + number));
            assert_eq!(served.revision(), revision);
            assert_eq!(told(&served), told(&read));
        }
    }

    async fn edits_of_another_program_are_followed_without_reading_the_whole_city(kept: &Kept) {
        let mut dice = Dice(20_261_128);
        let one = begun(kept, (0..40).map(|_| dice.place(50))).await;
        let other = open(kept).await;
        for _ in 0..10 {
            for _ in 0..dice.below(4) {
                let (change, seen) = (edits(&mut dice, &one.snapshot()), one.snapshot().revision());
                one.apply(change, seen).await.unwrap();
            }
            let before = other.snapshot();
            other.refresh().await.unwrap();
            let after = other.snapshot();
            assert_eq!(after.revision(), one.snapshot().revision());
            assert_eq!(told(&after), told(&open(kept).await.snapshot()));
            assert!(shares_districts(&before, &after));
        }
        // What is more than single places and events is read as a whole, with the edits beside it.
        let mut elsewhere = two_districts();
        elsewhere.districts[0].area = rectangle(9.2, 48.85, 9.3, 48.95);
        let more = [
            CityChange { districts: Some(elsewhere), ..edits(&mut dice, &one.snapshot()) },
            CityChange { settings: CitySettings::named("Neustadt").ok(), ..adding([]) },
            CityChange { refuges: vec![one.snapshot().places().next().unwrap().place.id], ..adding([]) },
        ];
        for change in more {
            let before = other.snapshot();
            one.apply(change, one.snapshot().revision()).await.unwrap();
            other.refresh().await.unwrap();
            assert_eq!(told(&other.snapshot()), told(&one.snapshot()));
            assert!(!shares_districts(&before, &other.snapshot()));
        }
    }

    async fn more_entries_than_are_looked_at_are_not_taken_for_all(kept: &Kept) {
        let one = begun(kept, [place(1, 9.2, 48.9)]).await;
        let other = open(kept).await;
        let before = other.snapshot();
        for first in [10, 5_000] {
            let change = adding((first..first + 1_200).map(|number| place(number, 9.2, 48.9)));
            one.apply(change, one.snapshot().revision()).await.unwrap();
        }
        other.refresh().await.unwrap();
        assert_eq!(other.snapshot().places().len(), 2_401);
        assert!(!shares_districts(&before, &other.snapshot()));
    }

    async fn a_write_of_one_program_is_seen_by_another_when_it_looks(kept: &Kept) {
        let one = begun(kept, [place(1, 9.2, 48.9)]).await;
        let other = open(kept).await;
        one.apply(adding([place(2, 9.2, 48.9)]), Revision(1)).await.unwrap();
        assert!(other.snapshot().place(place_id(2)).is_none());
        other.refresh().await.unwrap();
        assert!(other.snapshot().place(place_id(2)).is_some());
        assert_eq!(other.snapshot().lineage(), one.snapshot().lineage());
        // Nothing new: the same snapshot is served on, not an equal one.
        let served = other.snapshot();
        other.refresh().await.unwrap();
        assert!(Arc::ptr_eq(&served, &other.snapshot()));
    }

    async fn a_follower_serves_what_another_program_wrote(kept: &Kept) {
        let one = begun(kept, []).await;
        let other = open(kept).await;
        let following = tokio::spawn(Arc::clone(&other).follow());
        for number in 1..=3 {
            one.apply(adding([place(number, 9.2, 48.9)]), one.snapshot().revision()).await.unwrap();
            eventually("the write is followed", || other.snapshot().place(place_id(number)).is_some()).await;
        }
        following.abort();
    }

    async fn of_two_writers_at_once_one_is_told_and_nothing_is_lost(kept: &Kept) {
        let one = begun(kept, []).await;
        let other = open(kept).await;
        let mut stored_numbers = Vec::new();
        for round in 0..10u128 {
            one.refresh().await.unwrap();
            other.refresh().await.unwrap();
            let seen = one.snapshot().revision();
            let (mine, yours) = (1000 + round, 2000 + round);
            let (a, b) = tokio::join!(
                one.apply(adding([place(mine, 9.2, 48.9)]), seen),
                other.apply(adding([place(yours, 9.2, 48.9)]), seen),
            );
            let winner = match (a, b) {
                (Ok(_), Err(Error::Outdated { .. })) => mine,
                (Err(Error::Outdated { .. }), Ok(_)) => yours,
                (a, b) => panic!("{a:?} and {b:?}"),
            };
            stored_numbers.push(place_id(winner));
        }
        stored_numbers.sort();
        let places: Vec<_> = stored(one.store()).await.places.iter().map(|own| own.id).collect();
        assert_eq!(places, stored_numbers);
    }

    async fn a_write_whose_caller_leaves_is_finished_and_published(kept: &Kept) {
        let city = begun(kept, []).await;
        for number in 1..=20u32 {
            let before = city.snapshot().revision();
            let apply = city.apply(adding([place(number.into(), 9.2, 48.9)]), before);
            // The caller gives up at its first, second, third … pause.
            let mut apply = Box::pin(apply);
            for _ in 0..=number % 4 {
                let once = std::future::poll_fn(|context| {
                    let _ = apply.as_mut().poll(context);
                    std::task::Poll::Ready(())
                });
                once.await;
                tokio::task::yield_now().await;
            }
            drop(apply);
            eventually("the write is published", || city.snapshot().revision() > before).await;
            assert!(city.snapshot().place(place_id(number.into())).is_some());
        }
        assert_eq!(stored(city.store()).await.places.len(), 20);
    }

    async fn an_import_that_finds_the_store_filled_meanwhile_says_so(kept: &Kept) {
        City::begin(kept.open().await, beginning([place(1, 9.2, 48.9)]), Clock::System).await.unwrap();
        let late = City::begin(kept.open().await, beginning([place(2, 9.2, 48.9)]), Clock::System).await;
        assert!(matches!(late, Err(Error::Outdated { expected: 0, found: 1 })));
    }

    async fn of_two_programs_that_begin_together_both_serve_the_same_city(kept: &Kept) {
        let (a, b) = tokio::join!(
            City::begin_or_join(kept.open().await, beginning([place(1, 9.2, 48.9)]), Clock::System),
            City::begin_or_join(kept.open().await, beginning([place(2, 9.2, 48.9)]), Clock::System),
        );
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_ne!(a.is_first, b.is_first);
        let (a, b) = (a.city.snapshot(), b.city.snapshot());
        assert_eq!(a.revision(), Revision(1));
        assert_eq!(a.places().len(), 1);
        assert!(a.places().map(|own| &own.place).eq(b.places().map(|own| &own.place)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_hears_of_a_write_without_asking() {
    let Some(kept) = Kept::new(Database::Postgres).await else {
        return;
    };
    let one = begun(&kept, []).await;
    let other = open(&kept).await;
    let following = tokio::spawn(Arc::clone(&other).follow());
    // It polls every two seconds in any case; ten writes that are each seen within one poll would take twenty.
    let begin = std::time::Instant::now();
    for number in 1..=10 {
        one.apply(
            adding([place(number, 9.2, 48.9)]),
            one.snapshot().revision(),
        )
        .await
        .unwrap();
        eventually("the write is heard of", || {
            other.snapshot().place(place_id(number)).is_some()
        })
        .await;
    }
    assert!(
        begin.elapsed() < Duration::from_secs(10),
        "{:?}",
        begin.elapsed()
    );
    following.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_whose_connections_are_cut_follows_again() {
    let Some(kept) = Kept::new(Database::Postgres).await else {
        return;
    };
    let one = begun(&kept, []).await;
    let other = open(&kept).await;
    let following = tokio::spawn(Arc::clone(&other).follow());
    for number in 1..=3 {
        tamper(
            one.store(),
            "select pg_terminate_backend(pid) from pg_stat_activity \
             where datname = current_database() and pid <> pg_backend_pid()",
        )
        .await;
        let made_for = one.snapshot().revision();
        one.apply(adding([place(number, 9.2, 48.9)]), made_for)
            .await
            .unwrap();
        eventually("the write is followed", || {
            other.snapshot().place(place_id(number)).is_some()
        })
        .await;
    }
    following.abort();
}
