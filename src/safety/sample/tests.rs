use std::collections::HashMap;

use super::*;
use crate::safety::release::tests::{ground, week};

const PLAN: &str = r#"
seed = "test"
per_week = 40
days = [4, 3, 1]

[[busy]]
name = "Bahnhof"
square = "CRS3035RES500mN1000E1000"
good = 0
bad = 60

[[answers]]
category = "feel_good"
share = 1
bands = [3, 4, 2, 0]
factors = []
wishes = []

[[answers]]
category = "dark"
share = 2
bands = [0, 0, 1, 1]
factors = ["lighting", "hedges"]
wishes = ["light"]
"#;

fn plan() -> SamplePlan {
    SamplePlan::from_toml(PLAN).unwrap()
}

fn quarter() -> Period {
    Period::Quarter {
        year: 2026,
        quarter: 3,
    }
}

#[test]
fn the_same_plan_makes_the_same_reports_and_another_seed_others() {
    let ground = ground();
    let made = |plan: &SamplePlan| plan.reports(week(2026, 40), &ground, false);
    assert_eq!(made(&plan()), made(&plan()));
    let other = SamplePlan::from_toml(&PLAN.replace("\"test\"", "\"other\"")).unwrap();
    assert_ne!(made(&plan()), made(&other));
    assert_ne!(
        made(&plan()),
        plan().reports(week(2026, 41), &ground, false)
    );
}

#[test]
fn it_keeps_to_its_weights() {
    let ground = ground();
    let all: Vec<Report> = (1..=52)
        .flat_map(|n| plan().reports(week(2026, n), &ground, false))
        .collect();
    assert!((30 * 52..=50 * 52).contains(&all.len()), "{}", all.len());
    let mut counts: HashMap<(Category, bool), usize> = HashMap::new();
    for own in &all {
        let is_busy = own.area == crate::safety::release::tests::cell(2, 2);
        *counts.entry((own.category, is_busy)).or_default() += 1;
        assert!(
            own.category == Category::FeelGood || matches!(own.band, Band::Evening | Band::Night)
        );
        assert!(own.band != Band::Night || own.category == Category::Dark);
    }
    let sum = |category| counts[&(category, true)] + counts[&(category, false)];
    // A third of what is told is good, and the bad is told of the busy square far more often than the good.
    assert!((all.len() * 28 / 100..all.len() * 39 / 100).contains(&sum(Category::FeelGood)));
    let share = |category| counts[&(category, true)] * 100 / sum(category);
    assert!(share(Category::Dark) > 20 && share(Category::FeelGood) < 10);
}

#[test]
fn its_releases_always_say_that_they_are_samples_and_count_only_what_it_makes_up() {
    let ground = ground();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
    for what in [
        (Product::Districts, quarter()),
        (Product::Cells, Period::Year(2025)),
    ] {
        let file = plan().release(what, (&ground, false), Epsilon::DEFAULT, day);
        assert!(file.is_sample);
        assert_eq!(
            file,
            plan().release(what, (&ground, false), Epsilon::DEFAULT, day)
        );
        let shown = file
            .areas
            .iter()
            .flat_map(|own| own.groups.values().flatten());
        assert!(shown.count() > 3);
    }
}

#[test]
fn what_the_city_does_not_take_is_not_made_up() {
    let text = PLAN.replace("\"dark\"", "\"hate\"");
    let plan = SamplePlan::from_toml(&text).unwrap();
    let is_hate = |own: &Report| own.category == Category::Hate;
    let made = |takes| plan.reports(week(2026, 40), &ground(), takes);
    assert!(!made(false).iter().any(is_hate));
    assert!(made(true).iter().any(is_hate));
}

#[test]
fn a_city_without_ground_has_no_reports() {
    assert!(plan().drafts(week(2026, 40), &Ground::default()).is_empty());
}

#[test]
fn a_plan_that_cannot_be_drawn_from_is_refused_by_field() {
    for (field, from, to) in [
        ("per_week", "per_week = 40", "per_week = 0"),
        ("days", "[4, 3, 1]", "[0, 0, 0]"),
        ("busy.square", "CRS3035RES500mN1000E1000", "Bahnhof"),
        ("busy.bad", "bad = 60", "bad = 60000"),
        ("answers.bands", "[0, 0, 1, 1]", "[0, 0, 0, 0]"),
        ("sample_reports.toml", "\"hedges\"", "\"people\""),
        ("sample_reports.toml", "seed =", "sead ="),
    ] {
        let refused = SamplePlan::from_toml(&PLAN.replace(from, to)).unwrap_err();
        assert_eq!(refused.field, field);
    }
}
