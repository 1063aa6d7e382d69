//! The catalogue that comes with the program.

use sha2::Digest;

use super::{DRAFT, draft};
use crate::barrier_free::Catalogues;
use crate::barrier_free::catalogue::{Area, Catalogue, Level, Mark, Severity};
use crate::domain::Need;

#[test]
fn the_draft_has_57_criteria_and_30_of_them_are_the_core() {
    let catalogue = draft();
    assert_eq!(catalogue.version.as_str(), "lb-draft-1");
    assert!(catalogue.is_draft);
    assert_eq!(catalogue.criteria().len(), 57);
    let core = catalogue.criteria().iter().filter(|own| own.is_core);
    assert_eq!(core.count(), 30);
}

#[test]
fn criteria_that_audits_were_made_with_never_change_under_the_same_name() {
    // Whoever wants other criteria adds a file with another version and a later day: published audits keep what they were
    // judged by.
    let digest = crate::domain::hexadecimal::hexadecimal(&sha2::Sha256::digest(DRAFT));
    let shipped = "202abe8f228009946d0cd408b9e3040db6bb3fb56f392df25581cf124dfcbe3d";
    assert_eq!(digest, shipped, "lb-draft-1 is shipped");
}

#[test]
fn the_criteria_stand_in_the_order_of_a_walk() {
    let catalogue = draft();
    let areas: Vec<Area> = catalogue.criteria().iter().map(|own| own.area).collect();
    assert!(areas.is_sorted());
    let used = Area::ALL.iter().all(|area| areas.contains(area));
    assert!(used, "every step of the walk has a criterion");
}

#[test]
fn every_need_has_something_that_blocks_it_or_a_reason_why_not() {
    let catalogue = draft();
    for need in Need::ALL {
        let severities = || {
            catalogue
                .criteria()
                .iter()
                .map(|own| own.severity_for(*need))
        };
        let is_blocked = severities().any(|own| own == Some(Severity::Blocking));
        let reason = &catalogue.unblocked[*need as usize];
        assert_ne!(is_blocked, reason.is_some(), "{need}");
        assert!(
            severities().any(|own| own == Some(Severity::Major)),
            "{need}"
        );
    }
}

#[test]
fn every_threshold_tells_its_source_and_what_the_draft_proposes_is_marked() {
    let catalogue = draft();
    let mark = |criterion: &str, level, reading: &str| {
        let criterion = catalogue.criterion(criterion).unwrap();
        let source = criterion.source_of(level, &reading.parse().unwrap());
        source.unwrap().mark
    };
    assert_eq!(mark("C18", Level::Standard, "width_cm"), Mark::Verified);
    assert_eq!(mark("C20", Level::Standard, "force_n"), Mark::Memory);
    assert_eq!(mark("C08", Level::Standard, "width_cm"), Mark::Verified);
    assert_eq!(mark("C08", Level::Standard, "distance_m"), Mark::Proposed);
    assert_eq!(mark("C14", Level::Minimum, "max_step_cm"), Mark::Verified);
    assert_eq!(mark("C14", Level::Minimum, "mobile_ramp"), Mark::Proposed);
    assert_eq!(mark("C01", Level::Minimum, "width_cm"), Mark::Proposed);
}

#[test]
fn versions_stand_side_by_side_and_a_new_audit_uses_the_last_that_has_begun() {
    let other = |version: &str, since: &str| {
        let text = DRAFT
            .replacen("lb-draft-1", version, 1)
            .replacen("2025-01-01", since, 1);
        Catalogue::from_toml(&text).unwrap()
    };
    let day = |text: &str| text.parse().unwrap();
    let all = [other("two", "2027-01-01"), other("one", "2025-01-01")];
    let catalogues = Catalogues::new(all).unwrap();
    let current = |on: &str| catalogues.current(day(on)).version.to_string();
    assert_eq!(current("2026-12-31"), "one");
    assert_eq!(current("2027-01-01"), "two");
    assert_eq!(current("2020-01-01"), "one");
    assert!(catalogues.version("one").is_some());
    let own = Catalogues::new([other("one", "2025-01-01"), other("one", "2025-02-01")]).unwrap();
    assert_eq!(own.iter().count(), 1);
    assert_eq!(own.version("one").unwrap().since, day("2025-02-01"));
    let same = Catalogues::new([other("one", "2025-01-01"), other("two", "2025-01-01")]);
    assert_eq!(same.unwrap_err().field, "since");
    assert_eq!(Catalogues::new([]).unwrap_err().field, "version");
}
