//! Editing a running city: how long one edit takes until it is stored and served, and what readers notice of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use miteinander::city::{City, Clock};
use miteinander::domain::change::{CityChange, PlaceChange};
use miteinander::domain::place::Place;
use miteinander::domain::trail::Author;
use miteinander::domain::{PlaceId, Shape};
use miteinander::error::Error;
use miteinander::snapshot::Snapshot;
use miteinander::store::Store;
use tokio::runtime::Runtime;

use crate::synthetic::Dice;
use crate::table::{Sample, Table};
use crate::{apart, memory, near};

/// So many edits are made at once, by so many tasks.
const AT_ONCE: usize = 1000;
const TASKS: usize = 64;

pub fn measure(table: &mut Table) {
    apart::measure("edit", &[100_000, 1_000_000], table, edit);
}

fn edit(count: usize, table: &mut Table) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    apart::fill("edit", &runtime, folder.path(), count);
    let city = runtime.block_on(async {
        let store = Store::open_folder(folder.path()).await.unwrap();
        City::open(store, Clock::System).await.unwrap()
    });
    let row = |table: &mut Table, figure: &str, measured: &str, target| {
        table.row(&format!("{count} places: {figure}"), measured, target);
    };
    let before = memory::in_words(memory::peak_mb(std::process::id()));
    let mut dice = Dice(11);
    let edits = Sample::of(0..1000, |number| {
        runtime.block_on(one_edit(&city, number, &mut dice));
    });
    let target = if count == 100_000 {
        "p99 <= 50 ms"
    } else {
        "p99 < 1 s"
    };
    row(
        table,
        "one edit until it is stored and served",
        &edits.to_string(),
        target,
    );
    let after = memory::in_words(memory::peak_mb(std::process::id()));
    row(
        table,
        "peak memory before and after 1,000 edits",
        &format!("{before}; {after}"),
        "",
    );
    let taken = runtime.block_on(many_edits(&city));
    row(table, "1,000 edits at once", &format!("{taken:.2?}"), "");
    let (alone, beside) = (near_now(&city), near_beside_edits(&runtime, &city));
    let figure = "near with filters, nobody editing; while one edit follows another";
    row(table, figure, &format!("{alone}; {beside}"), "");
}

/// What people edit: a name, hours nobody else has, a spot elsewhere; and now and then a place is new.
fn edited(before: &Place, number: u32, dice: &mut Dice) -> PlaceChange {
    let mut place = before.clone();
    match number % 4 {
        0 => place.name = format!("Treffpunkt {number}").parse().unwrap(),
        1 => place.opening_hours = format!("Mo 10:00-18:00 \"{number}\"").parse().ok(),
        2 => place.shape = Shape::Point(dice.location()),
        _ => place.id = PlaceId(uuid::Uuid::new_v4()),
    }
    PlaceChange::between(before, place.clone()).unwrap_or_else(|| PlaceChange::added(place))
}

async fn one_edit(city: &Arc<City>, number: u32, dice: &mut Dice) {
    let snapshot = city.snapshot();
    let share = dice.below(u32::try_from(snapshot.places().len()).unwrap());
    let place = &snapshot.places().nth(share as usize).unwrap().place;
    let change = edited(place, number, dice);
    act(city, change).await;
}

async fn act(city: &Arc<City>, change: PlaceChange) {
    let make = move |_: &Snapshot| {
        Ok::<_, Error>(CityChange {
            places: vec![change.clone()],
            ..CityChange::by(Author::import("bench"))
        })
    };
    city.act(make).await.unwrap();
}

async fn many_edits(city: &Arc<City>) -> Duration {
    let snapshot = city.snapshot();
    let places: Vec<_> = snapshot
        .places()
        .take(AT_ONCE)
        .map(|own| own.place.clone())
        .collect();
    let begin = Instant::now();
    let tasks = places.chunks(AT_ONCE.div_ceil(TASKS)).map(|own| {
        let (city, own) = (Arc::clone(city), own.to_vec());
        tokio::spawn(async move {
            for place in own {
                act(&city, edited(&place, 0, &mut Dice(1))).await;
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    begin.elapsed()
}

fn near_now(city: &City) -> Sample {
    let filter = near::filter();
    near::asked(|location| {
        city.snapshot()
            .near(location, &filter, near::FAR_M, 20)
            .len()
    })
}

fn near_beside_edits(runtime: &Runtime, city: &Arc<City>) -> Sample {
    let is_over = Arc::new(AtomicBool::new(false));
    let (editing, stop) = (Arc::clone(city), Arc::clone(&is_over));
    let editor = runtime.spawn(async move {
        let mut dice = Dice(12);
        for number in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            one_edit(&editing, number, &mut dice).await;
        }
    });
    let sample = near_now(city);
    is_over.store(true, Ordering::Relaxed);
    runtime.block_on(editor).unwrap();
    sample
}
