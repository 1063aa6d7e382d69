//! The test vectors of the specification (B.5), and rules of its text that they do not touch.

use std::sync::Arc;

use super::{AUDITED, DRAFT, all_met, amount, draft, kind, ratings};
use crate::barrier_free::catalogue::Catalogue;
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::priority::{Priority, unblocked};
use crate::barrier_free::rating::Reason;
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{Basis, Ratings, Sheet, Truth};
use crate::domain::Need;
use crate::domain::audit::measure::CostClass;
use crate::domain::audit::{CriterionId, Depth, Rating, Source, Unit, Verdict};

/// What is changed on a sheet on which everything is met: the criterion, the reading, what stands there.
type Change = (&'static str, &'static str, Option<Answer>);

fn cm(value: f64) -> Answer {
    amount(value, Unit::Centimetres)
}

fn percent(value: f64) -> Answer {
    amount(value, Unit::Percent)
}

fn count(value: f64) -> Answer {
    amount(value, Unit::Count)
}

fn yes(yes: bool) -> Answer {
    Answer::YesNo(yes)
}

fn choice(name: &str) -> Answer {
    Answer::Choice(name.into())
}

fn put(criterion: &'static str, reading: &'static str, answer: Answer) -> Change {
    (criterion, reading, Some(answer))
}

fn changed(changes: &[Change]) -> Sheet {
    let mut sheet = all_met(&draft());
    for (criterion, reading, answer) in changes {
        sheet.set(criterion, reading, answer.as_ref()).unwrap();
    }
    sheet
}

fn words(sheet: &Sheet, basis: Basis) -> Vec<&'static str> {
    let ratings = ratings(sheet, kind("library"), basis);
    ratings.iter().map(|(_, own)| own.rating.as_str()).collect()
}

fn step(steps: f64, height: f64, ramp: bool) -> Vec<Change> {
    vec![
        put("C14", "steps", count(steps)),
        put("C14", "max_step_cm", cm(height)),
        put("C14", "mobile_ramp", yes(ramp)),
    ]
}

#[test]
fn every_test_vector_of_the_specification_holds() {
    let c35 = |system: &str| put("C35", "system", choice(system));
    let unknown_loop: Vec<Change> =
        vec![("C35", "system", None), ("C35", "tested_within_12m", None)];
    // In the order of the needs: wheelchair, walking, blind, lowvision, deaf, hoh, cognitive.
    let vectors: [(&str, Vec<Change>, &str); 14] = [
        ("none", vec![], "full full full full full full full"),
        (
            "C14 one step 15 cm, no ramp",
            step(1.0, 15.0, false),
            "none partial full full full full full",
        ),
        (
            "C14 one step 6 cm",
            step(1.0, 6.0, false),
            "partial partial full full full full full",
        ),
        (
            "C14 one step 15 cm with mobile ramp",
            step(1.0, 15.0, true),
            "partial partial full full full full full",
        ),
        (
            "C18 door 84 cm",
            vec![put("C18", "width_cm", cm(84.0))],
            "partial partial full full full full full",
        ),
        (
            "C18 door 78 cm",
            vec![put("C18", "width_cm", cm(78.0))],
            "none partial full full full full full",
        ),
        (
            "C18 door unknown",
            vec![("C18", "width_cm", None)],
            "unknown partial full full full full full",
        ),
        (
            "C35 no hearing system",
            vec![c35("none")],
            "full full full full full partial full",
        ),
        (
            "C35 unknown",
            unknown_loop,
            "full full full full full unknown full",
        ),
        (
            "C35 none and C36 2.0 s",
            vec![c35("none"), put("C36", "t60_s", amount(2.0, Unit::Seconds))],
            "full full full full full none full",
        ),
        (
            "C15 ramp 8 %",
            vec![put("C15", "ramp_pct", percent(8.0))],
            "partial partial full full full full full",
        ),
        (
            "C15 ramp 12 %",
            vec![put("C15", "ramp_pct", percent(12.0))],
            "none partial full full full full full",
        ),
        (
            "C25 main room upstairs, no lift",
            vec![
                put("C25", "step_free", yes(false)),
                put("C25", "max_threshold_cm", cm(300.0)),
            ],
            "none partial full full full full full",
        ),
        (
            "C39 no WC (C40-C43 not applicable)",
            vec![put("C39", "wc", yes(false))],
            "partial full full full full full full",
        ),
    ];
    for (change, changes, expected) in vectors {
        let sheet = changed(&changes);
        assert_eq!(words(&sheet, AUDITED).join(" "), expected, "{change}");
    }
    let nothing = Sheet::empty(&draft());
    let all_unknown = ["unknown"; Need::ALL.len()];
    assert_eq!(words(&nothing, AUDITED), all_unknown, "nothing measured");
}

#[test]
fn without_a_toilet_nothing_is_said_of_its_door() {
    let sheet = changed(&[put("C39", "wc", yes(false))]);
    let verdicts = Verdicts::of(&sheet, kind("library"));
    for id in ["C40", "C41", "C42", "C43"] {
        let at = sheet.catalogue().position(id).unwrap();
        assert_eq!(verdicts.at(at), Some(Verdict::NotApplicable), "{id}");
    }
}

#[test]
fn nowhere_is_a_place_rated_that_nobody_has_looked_at() {
    let nothing = Sheet::empty(&draft());
    for place in ["library", "playground", "park"] {
        for depth in Depth::ALL {
            let basis = Basis {
                depth: *depth,
                ..AUDITED
            };
            let own = ratings(&nothing, kind(place), basis);
            for (need, rated) in own.iter() {
                assert_eq!(rated.rating, Rating::Unknown, "{place} {depth} {need}");
                assert!(rated.is_incomplete || rated.reason == Reason::NothingApplies);
            }
            assert_eq!(own.meets_minimum(), Truth::Unknown);
            assert_eq!(own.meets_standard(), Truth::Unknown);
        }
    }
}

#[test]
fn a_playground_is_asked_for_its_play_and_a_library_is_not() {
    let sheet = all_met(&draft());
    let at = sheet.catalogue().position("C51").unwrap();
    let of = |place: &str| Verdicts::of(&sheet, kind(place)).at(at).unwrap();
    assert_eq!(of("playground"), Verdict::Met);
    assert_eq!(of("park"), Verdict::NotApplicable);
    assert_eq!(of("library"), Verdict::NotApplicable);
}

#[test]
fn what_is_met_in_another_way_counts_as_met_and_says_so() {
    let mut sheet = changed(&[put("C18", "width_cm", cm(78.0))]);
    let json = serde_json::json!({
        "reason": "Das Portal steht unter Denkmalschutz; der Nebeneingang ist gleichwertig.",
        "decided_by": "Untere Denkmalschutzbehörde",
    });
    let mut whole = sheet.to_json();
    whole["equivalents"] = serde_json::json!({ "C18": json });
    sheet = Sheet::from_json(sheet.catalogue(), &whole).unwrap();
    let verdicts = Verdicts::of(&sheet, kind("library"));
    let at = sheet.catalogue().position("C18").unwrap();
    assert_eq!(verdicts.at(at), Some(Verdict::MetByEquivalent));
    assert_eq!(words(&sheet, AUDITED)[0], "full");
    assert_eq!(
        ratings(&sheet, kind("library"), AUDITED).meets_standard(),
        Truth::Yes
    );
}

#[test]
fn a_quick_check_asks_for_the_core_alone_and_never_says_full() {
    let catalogue = draft();
    let full = all_met(&catalogue);
    let mut core = full.clone();
    for criterion in catalogue.criteria().iter().filter(|own| !own.is_core) {
        for reading in &criterion.readings {
            core.set(criterion.id.as_str(), reading.id.as_str(), None)
                .unwrap();
        }
    }
    let quick = Basis {
        depth: Depth::Quick,
        ..AUDITED
    };
    let own = ratings(&core, kind("library"), quick);
    for (need, rated) in own.iter() {
        assert_eq!(
            (rated.rating, rated.reason),
            (Rating::Partial, Reason::QuickCheckOnly),
            "{need}"
        );
    }
    // The same answers are not enough for a whole audit.
    assert!(words(&core, AUDITED).contains(&"unknown"));
    // What was read off besides counts all the same.
    core.set("C05", "kerb_type", Some(&choice("high"))).unwrap();
    let reason = ratings(&core, kind("library"), quick)
        .rated(Need::Blind)
        .reason;
    assert_eq!(reason, Reason::EssentialNotMet);
}

#[test]
fn those_who_run_a_place_never_make_it_full_and_openstreetmap_never_rates() {
    let sheet = all_met(&draft());
    let said = |source| Basis { source, ..AUDITED };
    assert_eq!(words(&sheet, said(Source::SelfDeclared)), ["partial"; 7]);
    assert_eq!(words(&sheet, said(Source::Osm)), ["unknown"; 7]);
}

#[test]
fn three_missing_comforts_are_a_limit_and_two_are_not() {
    let no = |criterion, reading| put(criterion, reading, yes(false));
    // All three are minors for blind people.
    let two = [no("C45", "concept"), no("C48", "web_ok")];
    let three = [&two[..], &[no("C43", "alarm")]].concat();
    let blind = |changes: &[Change]| {
        let own = ratings(&changed(changes), kind("library"), AUDITED);
        own.rated(Need::Blind)
    };
    assert_eq!(blind(&two).rating, Rating::Full);
    assert_eq!(
        (blind(&three).rating, blind(&three).reason),
        (Rating::Partial, Reason::ComfortsMissing)
    );
}

#[test]
fn a_ramp_lets_wheelchairs_in_and_the_score_shows_its_parts() {
    let sheet = changed(&step(1.0, 15.0, false));
    let verdicts = Verdicts::of(&sheet, kind("library"));
    let aim: CriterionId = "C14".parse().unwrap();
    let gained = unblocked(sheet.catalogue(), &verdicts, AUDITED, [&aim]);
    let parts: Vec<_> = gained.iter().map(|own| (own.need, own.steps())).collect();
    assert_eq!(parts, [(Need::Wheelchair, 3), (Need::Walking, 1)]);
    let priority = Priority::new(Some(600), &gained, Some(CostClass::B));
    assert_eq!((priority.steps, priority.cost_weight), (4, Some(3)));
    assert_eq!(priority.score, Some(800.0));
    assert_eq!(Priority::new(None, &gained, Some(CostClass::B)).score, None);
    assert_eq!(Priority::new(Some(600), &gained, None).score, None);
    let other: CriterionId = "C18".parse().unwrap();
    assert!(unblocked(sheet.catalogue(), &verdicts, AUDITED, [&other]).is_empty());
}

#[test]
fn a_new_version_rates_an_old_audit_by_what_it_still_asks_for() {
    let sheet = changed(&[put("C18", "width_cm", cm(84.0))]);
    let newer = |old: &str, new: &str| {
        assert!(DRAFT.contains(old), "{old}");
        let catalogue = Catalogue::from_toml(&DRAFT.replacen(old, new, 1)).unwrap();
        sheet.carried_to(&Arc::new(catalogue))
    };
    let same = newer("lb-draft-1", "lb-draft-2");
    assert_eq!(same.to_json(), sheet.to_json());
    assert_eq!(words(&same, AUDITED)[0], "partial");
    let stricter = newer("width_cm = \">= 80\"", "width_cm = \">= 85\"");
    assert_eq!(words(&stricter, AUDITED)[0], "none");
    // In another unit the old number says nothing.
    let other_unit = newer(
        "id = \"force_n\", unit = \"N\"",
        "id = \"force_n\", unit = \"s\"",
    );
    assert_eq!(other_unit.answer("C20", "force_n"), None);
}

#[test]
fn a_toilet_that_is_to_be_built_is_not_yet_known_to_be_wide_enough() {
    let catalogue = draft();
    let mut sheet = all_met(&catalogue);
    sheet.set("C39", "wc", Some(&yes(false))).unwrap();
    let verdicts = Verdicts::of(&sheet, kind("library"));
    let at = |own: &Verdicts, id: &str| own.at(catalogue.position(id).unwrap()).unwrap();
    let toilet = ["C40", "C41", "C42", "C43"];
    let built = verdicts.with_met(&catalogue, &["C39"]);
    assert_eq!(at(&built, "C39"), Verdict::Met);
    for id in toilet {
        assert_eq!(at(&verdicts, id), Verdict::NotApplicable, "{id}");
        assert_eq!(at(&built, id), Verdict::Unknown, "{id}");
    }
    let ratings = Ratings::of(&catalogue, &built, AUDITED);
    assert_ne!(ratings.meets_standard(), Truth::Yes);
    let planned = verdicts.with_met(&catalogue, &["C39", "C40", "C41", "C42", "C43"]);
    assert!(toilet.iter().all(|id| at(&planned, id) == Verdict::Met));
    let ratings = Ratings::of(&catalogue, &planned, AUDITED);
    assert_eq!(ratings.meets_standard(), Truth::Yes);
    // What does not depend on it stays as it was.
    let others = built.iter().zip(verdicts.iter()).enumerate();
    let changed = others.filter(|(_, (after, before))| after != before);
    let changed = changed.map(|(at, _)| catalogue.criteria()[at].id.to_string());
    let changed: Vec<_> = changed.collect();
    assert_eq!(changed, ["C39", "C40", "C41", "C42", "C43"]);
}
