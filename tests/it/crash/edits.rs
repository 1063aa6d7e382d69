//! `kill -9` in the middle of a thousand edits at once: every acknowledged one is there once, and none is there by half.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;

use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, PlaceChange};
use miteinander::domain::trail::{Author, TrailFilter};
use miteinander::error::Error;
use miteinander::snapshot::Snapshot;
use miteinander::store::Store;

use crate::fixture::{Kept, begun, both_stores, place, place_id};

/// How many edits are made at once: each gives one place a name and counts in another.
const EDITS: u32 = 1000;

/// How many tasks make them.
const TASKS: u32 = 64;

/// After so many acknowledged edits the program is killed; the last round may end by itself.
const ROUNDS: &[u32] = &[1, 70, 333, 720, 985, EDITS];

/// How the program that edits is told where its city is kept, and which round it is.
const DATABASE: &str = "MITEINANDER_TEST_DATABASE";
const ROUND: &str = "MITEINANDER_TEST_ROUND";

/// The place that every edit counts in.
const COUNTER: u128 = 0;

fn name_in(round: usize, number: u32) -> String {
    format!("Ort {number} in Runde {round}")
}

/// One edit by somebody of the city. It is made of the city as it is when its turn comes.
async fn edit(city: &Arc<City>, round: usize, number: u32) -> Result<(), Error> {
    let make = move |snapshot: &Snapshot| {
        let known = |number| &snapshot.place(place_id(number)).unwrap().place;
        let (own_before, counter_before) = (known(number.into()), known(COUNTER));
        let (mut own, mut counter) = (own_before.clone(), counter_before.clone());
        own.name = name_in(round, number).parse().unwrap();
        counter.facts.seats = Some(counter.facts.seats.unwrap_or(0) + 1);
        Ok::<_, Error>(CityChange {
            places: [
                PlaceChange::between(own_before, own),
                PlaceChange::between(counter_before, counter),
            ]
            .into_iter()
            .flatten()
            .collect(),
            ..CityChange::by(Author::import("edits"))
        })
    };
    city.act(make).await.map(drop)
}

/// Not a test: the program that is killed. It makes all edits at once and says of each when it is stored.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "is started by the test below"]
async fn the_program_that_edits() {
    let Ok(database) = std::env::var(DATABASE) else {
        return;
    };
    let round = std::env::var(ROUND).unwrap().parse().unwrap();
    let store = match database.strip_prefix("folder:") {
        Some(folder) => Store::open_folder(folder.as_ref()).await,
        None => Store::open_address(&database).await,
    };
    let city = City::open(store.unwrap(), Clock::System).await.unwrap();
    let editing = (0..TASKS).map(|task| {
        let city = Arc::clone(&city);
        tokio::spawn(async move {
            for number in (1..=EDITS).filter(|number| number % TASKS == task) {
                edit(&city, round, number).await.unwrap();
                println!("stored {number}");
            }
        })
    });
    for task in editing.collect::<Vec<_>>() {
        task.await.unwrap();
    }
}

/// Starts the program and kills it when it has said "stored" so many times; all that it said.
fn edit_and_kill(kept: &Kept, round: usize, most: u32) -> Vec<u32> {
    let database = match kept {
        Kept::Folder(folder) => format!("folder:{}", folder.path().display()),
        Kept::Server(database) => database.url.clone(),
    };
    let mut editing = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::edits::the_program_that_edits"])
        .args(["--ignored", "--nocapture"])
        .env(DATABASE, database)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stored = Vec::new();
    for line in BufReader::new(editing.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        // The harness may have begun the line; the kill may have cut it off, but not between its digits.
        let Some((_, number)) = line.split_once("stored ") else {
            continue;
        };
        stored.push(number.parse().unwrap());
        if stored.len() == most as usize {
            editing.kill().unwrap();
        }
    }
    editing.wait().unwrap();
    stored
}

/// The edits of a round that are in the city, each by the number of its place.
fn edits_in(snapshot: &Snapshot, round: usize) -> Vec<u32> {
    let is_there = |number: &u32| {
        let place = &snapshot.place(place_id((*number).into())).unwrap().place;
        *place.name == name_in(round, *number)
    };
    (1..=EDITS).filter(is_there).collect()
}

/// How often the trail tells of each subject since a revision; that each revision is one whole edit.
async fn told_since(store: &Store, revision: i64, until: i64) -> HashMap<String, u32> {
    let entries = store.trail(&TrailFilter::newest(3 * EDITS)).await.unwrap();
    let new: Vec<_> = entries
        .iter()
        .filter(|entry| entry.revision > Some(revision))
        .collect();
    let mut told = HashMap::new();
    for (number, pair) in (revision + 1..).zip(new.rchunks_exact(2)) {
        assert!(
            pair.iter().all(|entry| entry.revision == Some(number)),
            "revision {number} is one edit"
        );
        assert!(
            pair.iter()
                .any(|entry| entry.subject.as_str() == format!("place/{}", place_id(COUNTER)))
        );
        for entry in pair {
            *told.entry(entry.subject.to_string()).or_default() += 1;
        }
    }
    assert_eq!(
        i64::try_from(new.len()).unwrap(),
        2 * (until - revision),
        "no revision is left out"
    );
    told
}

both_stores! {
    async fn acknowledged_edits_survive_the_end_of_their_program(kept: &Kept) {
        let places = (0..=EDITS).map(|number| place(number.into(), 9.2, 48.9));
        begun(kept, places).await.store().close().await;
        let (mut stored_in_all, mut cut_off) = (0, 0);
        let mut revision = 1;
        for (round, &most) in ROUNDS.iter().enumerate() {
            let acknowledged = edit_and_kill(kept, round, most);
            assert!(acknowledged.len() >= most as usize, "{} of {most}", acknowledged.len());
            let city = City::open(kept.open().await, Clock::System).await.unwrap();
            let snapshot = city.snapshot();
            let there = edits_in(&snapshot, round);
            for number in acknowledged {
                assert!(there.contains(&number), "edit {number} is lost in round {round}");
            }
            stored_in_all += there.len();
            cut_off += EDITS as usize - there.len();
            let counter = &snapshot.place(place_id(COUNTER)).unwrap().place;
            assert_eq!(counter.facts.seats.map(|count| count as usize), Some(stored_in_all), "each counts once");
            let told = told_since(city.store(), revision, snapshot.revision().0).await;
            assert_eq!(told.len(), there.len() + 1, "one entry for each edit, and the counter's");
            for number in &there {
                assert_eq!(told[&format!("place/{}", place_id((*number).into()))], 1);
            }
            crate::trail::whole(city.store()).await;
            revision = snapshot.revision().0;
            city.store().close().await;
        }
        assert_eq!(revision, 1 + i64::try_from(stored_in_all).unwrap());
        assert!(cut_off > 0, "a test of nothing");
        println!("{stored_in_all} stored, {cut_off} cut off");
    }
}
