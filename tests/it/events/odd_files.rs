//! A hundred and fifty calendars written to break readers: each is read, and what is left out is told.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono_tz::Europe::Berlin;
use miteinander::domain::event::EventOrigin;
use miteinander::import::events::{self, Context, Found, Gazetteer};

use crate::random::Dice;

const FOLDER: &str = "../shared/data/ics/icalendar-tests";

fn context() -> Context {
    Context {
        source: "odd".parse().unwrap(),
        origin: EventOrigin::Calendar,
        timezone: Berlin,
        place: None,
        organiser: None,
        gazetteer: Gazetteer::new([], "Musterstadt"),
    }
}

/// The files by name, or the reason why there are none.
fn files() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    if !folder.is_dir() {
        println!("skipped: {FOLDER} is not there");
        return None;
    }
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    Some(files)
}

/// How many events a file begins.
fn begun(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes).to_uppercase();
    let lines = text.split(['\n', '\r']).map(str::trim);
    lines
        .filter(|line| line.trim_start_matches('\u{feff}') == "BEGIN:VEVENT")
        .count()
}

#[test]
fn every_file_survives_and_every_event_is_taken_or_complained_about() {
    let Some(files) = files() else { return };
    let (mut taken, mut left_out, mut complaints, mut refused) = (0, 0, 0, 0);
    for (name, bytes) in &files {
        let found = match events::read(name, bytes, &context()) {
            Ok(found) => found,
            Err(reason) => {
                assert_eq!(begun(bytes), 0, "{name}: {reason}");
                refused += 1;
                continue;
            }
        };
        assert_eq!(found.counted.0, begun(bytes), "{name}");
        for complaint in &found.complaints {
            assert_eq!(&complaint.file, name);
            assert!(
                !complaint.reason.is_empty() && complaint.reason.len() < 400,
                "{complaint}"
            );
        }
        let missing = found.counted.0 - found.counted.1;
        let told: std::collections::BTreeSet<_> = found
            .complaints
            .iter()
            .map(|own| own.feature.as_str())
            .filter(|own| !own.is_empty())
            .collect();
        assert!(
            told.len() >= missing,
            "{name}: {missing} left out, told of {told:?}"
        );
        taken += found.counted.1;
        left_out += missing;
        complaints += found.complaints.len();
        answers_in_no_time(name, &found);
    }
    println!(
        "{} files, {refused} no calendars; {taken} events taken, {left_out} left out, {complaints} complaints",
        files.len()
    );
    assert_eq!(files.len(), 150);
    assert!(taken >= 80, "{taken}");
}

/// Dates of any event, however it repeats, are found at once.
fn answers_in_no_time(name: &str, found: &Found) {
    let from = "2026-11-22T00:00:00Z".parse().unwrap();
    let to = "2027-11-22T00:00:00Z".parse().unwrap();
    let begin = Instant::now();
    for event in &found.events {
        assert!(event.occurrences(from, to, Berlin, 400).len() <= 400);
        assert!(event.next_occurrences(from, Berlin, 5).len() <= 5);
        let (first, last) = event.span(Berlin);
        assert!(last.is_none_or(|last| first <= last), "{name}");
    }
    let each = begin.elapsed() / u32::try_from(found.events.len().max(1)).unwrap();
    assert!(each < Duration::from_millis(500), "{name}: {each:?}");
}

#[test]
fn no_address_of_a_person_is_left_in_what_is_taken() {
    let Some(files) = files() else { return };
    for (name, bytes) in &files {
        let Ok(found) = events::read(name, bytes, &context()) else {
            continue;
        };
        for event in &found.events {
            let texts = [
                event.title.as_str(),
                event.facts.summary.as_deref().unwrap_or_default(),
                event.venue.spot.as_deref().unwrap_or_default(),
            ];
            assert!(
                !texts
                    .iter()
                    .any(|text| text.contains('@') && text.contains(".com")),
                "{name}: {texts:?}"
            );
            assert_eq!(event.facts.organiser, None, "{name}");
        }
    }
}

#[test]
fn a_file_read_twice_is_the_same_twice() {
    let Some(files) = files() else { return };
    for (name, bytes) in &files {
        let read = || {
            events::read(name, bytes, &context())
                .ok()
                .map(|found| (found.events, found.complaints))
        };
        assert_eq!(read(), read(), "{name}");
    }
}

#[test]
fn random_damage_to_a_calendar_does_no_harm() {
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/ludwigsburg/events.ics");
    let good = std::fs::read(good).unwrap();
    let pieces: [&[u8]; 12] = [
        b"\r\n",
        b"\n ",
        b":",
        b";",
        b"=",
        b",",
        b"\xff",
        b"\0",
        b"END:VEVENT\r\n",
        b"BEGIN:VEVENT\r\n",
        b"99999999",
        "🙂".as_bytes(),
    ];
    let mut dice = Dice(150);
    let mut taken = 0;
    for _ in 0..300 {
        let mut bytes = good.clone();
        for _ in 0..=dice.below(20) {
            let at = dice.below(u32::try_from(bytes.len()).unwrap()) as usize;
            if dice.chance(50) {
                let end = bytes.len().min(at + dice.below(60) as usize);
                bytes.drain(at..end);
            } else {
                let piece = dice.pick(&pieces);
                bytes.splice(at..at, piece.iter().copied());
            }
        }
        let Ok(found) = events::read("damaged.ics", &bytes, &context()) else {
            continue;
        };
        assert!(found.counted.1 <= found.counted.0);
        answers_in_no_time("damaged.ics", &found);
        taken += found.events.len();
    }
    assert!(taken > 3_000, "most of each file is still read: {taken}");
}

#[test]
fn a_file_cut_anywhere_does_no_harm() {
    let Some(files) = files() else { return };
    for (name, bytes) in files.iter().filter(|(_, bytes)| bytes.len() < 3_000) {
        for end in (0..bytes.len()).step_by(7) {
            if let Ok(found) = events::read(name, &bytes[..end], &context()) {
                assert!(found.counted.1 <= found.counted.0);
            }
        }
    }
}
