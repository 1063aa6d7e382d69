//! `kill -9` in the middle of a thousand edits at once: every acknowledged one is there once, and none is there by half.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use futures_util::TryStreamExt;
use miteinander::city::{City, Clock};
use miteinander::domain::staff::Role;
use miteinander::domain::trail::{Page, Subject, TrailFilter};
use miteinander::domain::{Place, PlaceId};
use miteinander::snapshot::Snapshot;
use miteinander::store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

use crate::fixture::{Kept, begun, both_stores, place, place_id};
use crate::random::Dice;
use crate::server::Program;
use crate::staff::{HOST, Office};
use crate::trail;

/// How many edits are made at once: each gives one place another name.
const EDITS: u32 = 1000;

/// How many editors make them, each one after the other.
const EDITORS: u32 = 64;

/// After so many acknowledged edits the program is killed, within the time that two more take.
const ROUNDS: &[u32] = &[1, 40, 90, 200, 380, 600, 850];

/// An edit as it is sent: a place, the version it is made for, and the name it is to have.
#[derive(Clone)]
struct Edit {
    number: u32,
    request: String,
}

impl Edit {
    fn new(snapshot: &Snapshot, round: usize, number: u32, cookies: &str) -> Self {
        let id = place_of(number);
        let version = snapshot.place(id).unwrap().place.version();
        let name = name_in(round, number);
        let body = serde_json::json!({ "properties": { "name": name } }).to_string();
        let length = body.len();
        let request = format!(
            "PATCH /api/staff/places/{id} HTTP/1.1\r\nhost: {HOST}\r\nconnection: close\r\ncookie: {cookies}\r\n\
             sec-fetch-site: same-origin\r\nif-match: \"{version}\"\r\ncontent-type: application/merge-patch+json\r\n\
             content-length: {length}\r\n\r\n{body}"
        );
        Self { number, request }
    }

    /// Sends it; whether it was acknowledged before the program ended.
    async fn send(&self, address: &str) -> bool {
        let Ok(mut stream) = TcpStream::connect(address).await else {
            return false;
        };
        let mut answer = Vec::new();
        // However it ends: what counts is what has been said until then.
        let _ = stream.write_all(self.request.as_bytes()).await;
        let _ = stream.read_to_end(&mut answer).await;
        let answer = String::from_utf8_lossy(&answer);
        let is_stored = answer.starts_with("HTTP/1.1 200 ");
        assert!(is_stored || answer.is_empty(), "{answer}");
        is_stored
    }
}

fn place_of(number: u32) -> PlaceId {
    place_id(number.into())
}

fn name_in(round: usize, number: u32) -> String {
    format!("Ort {number} in Runde {round}")
}

/// Starts the program, sends all edits, and kills it when it has acknowledged so many and `moment` of the time of an edit
/// has passed since; all that it acknowledged.
async fn edit_and_kill(kept: &Kept, edits: &[Edit], most: u32, moment: f64) -> Vec<u32> {
    let mut program = Program::serve(kept.arguments(), "warn").await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let address: Arc<str> = program.address().into();
    for own in edits.chunks(EDITS.div_ceil(EDITORS) as usize) {
        let (tell, address, own) = (tell.clone(), Arc::clone(&address), own.to_vec());
        tokio::spawn(async move {
            for edit in own {
                if edit.send(&address).await {
                    tell.send(edit.number).unwrap();
                }
            }
        });
    }
    drop(tell);
    let (begin, mut acknowledged) = (Instant::now(), Vec::new());
    while let Some(number) = told.recv().await {
        acknowledged.push(number);
        if acknowledged.len() == most as usize {
            let usual = begin.elapsed() / most;
            tokio::time::sleep(usual.mul_f64(moment)).await;
            program.kill();
        }
    }
    acknowledged
}

/// The edits of a round that are in the city, each by the number of its place.
fn edits_in(snapshot: &Snapshot, round: usize) -> BTreeSet<u32> {
    let is_there = |number: &u32| {
        let place = &snapshot.place(place_of(*number)).unwrap().place;
        *place.name == name_in(round, *number)
    };
    (1..=EDITS).filter(is_there).collect()
}

/// The subjects of the entries of the trail after a number; each belongs to the next revision after `revision`.
async fn told_after(store: &Store, number: i64, revision: i64) -> Vec<Subject> {
    let filter = TrailFilter {
        page: Page::After(number),
        ..TrailFilter::default()
    };
    let pages: Vec<_> = store.trail_pages(filter).try_collect().await.unwrap();
    let told = (revision + 1..)
        .zip(pages.concat())
        .map(|(revision, entry)| {
            assert_eq!(
                entry.revision,
                Some(revision),
                "one entry for each revision"
            );
            entry.subject
        });
    told.collect()
}

async fn open(kept: &Kept) -> Arc<City> {
    City::open(kept.open().await, Clock::System).await.unwrap()
}

both_stores! {
    async fn acknowledged_edits_survive_the_end_of_their_program(kept: &Kept) {
        let places = (1..=EDITS).map(|number| place(number.into(), 9.2, 48.9));
        begun(kept, places).await.store().close().await;
        let mut city = open(kept).await;
        let cookies = Office::around(Arc::clone(&city)).cookies(&[Role::Editor]).await;
        let (mut stored, mut unheard, mut dice) = (0, 0, Dice(7));
        for (round, &most) in ROUNDS.iter().enumerate() {
            let before = city.snapshot();
            let entries = trail::whole(city.store()).await;
            city.store().close().await;
            let edits = (1..=EDITS).map(|number| Edit::new(&before, round, number, &cookies));
            let acknowledged = edit_and_kill(kept, &edits.collect::<Vec<_>>(), most, dice.between(0.0, 2.0)).await;
            assert!(acknowledged.len() >= most as usize, "{} of {most}", acknowledged.len());
            city = open(kept).await;
            let (after, revision) = (city.snapshot(), before.revision().0);
            let there = edits_in(&after, round);
            for number in &acknowledged {
                assert!(there.contains(number), "edit {number} of round {round} is lost");
            }
            // Every edit that is there has one revision and one entry, and nothing else has.
            let told = told_after(city.store(), entries, revision).await;
            assert_eq!(after.revision().0, revision + i64::try_from(told.len()).unwrap());
            let subjects: BTreeSet<_> = there.iter().map(|number| Subject::described::<Place>(place_of(*number))).collect();
            assert_eq!(told.len(), subjects.len(), "each is told once");
            assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), subjects);
            trail::whole(city.store()).await;
            stored += there.len();
            unheard += there.len() - acknowledged.len();
        }
        assert!(stored < ROUNDS.len() * EDITS as usize, "no round was cut off: a test of nothing");
        println!("{stored} stored, {unheard} of them not acknowledged any more");
    }
}
