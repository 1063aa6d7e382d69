//! What the fuzzers of `tests/fuzz` found worth keeping, read again by the compiler that everybody has.

use std::fs;
use std::path::Path;

use crate::fuzz_targets as targets;

/// Hands every file kept for a target to it.
fn replay(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in files {
        // A test that fails shows what was printed last.
        println!("{}", file.display());
        target(&fs::read(file).unwrap());
    }
}

#[test]
fn places_from_outside_are_taken_or_refused_and_come_back_unchanged() {
    replay("places", targets::places);
}

#[test]
fn outlines_and_figures_from_outside_are_taken_or_refused() {
    replay("districts", targets::districts);
}

#[test]
fn calendars_from_outside_are_taken_or_refused_and_come_back_unchanged() {
    replay("calendar", targets::calendar);
}

#[test]
fn opening_hours_from_outside_are_understood_or_unknown() {
    replay("hours", targets::hours);
}

#[test]
fn settings_from_outside_are_taken_or_refused() {
    replay("settings", targets::settings);
}

#[test]
fn extracts_from_outside_are_taken_or_refused() {
    replay("pbf", targets::pbf);
}

#[test]
fn requests_from_outside_are_answered_and_never_fail() {
    replay("requests", targets::requests);
}
