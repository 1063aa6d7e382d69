//! What holds of every sheet, tried on many.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::{AUDITED, draft};
use crate::barrier_free::catalogue::{Bound, Catalogue, KnownBy, Sort, Test};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::rating::Ratings;
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{Basis, Sheet, Truth};
use crate::domain::audit::{Amount, Depth, Rating, Source, Unit, Verdict};
use crate::domain::random::Dice;
use crate::domain::{KindId, Need};

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(draft);

/// An answer near what the thresholds ask for.
fn answer(dice: &mut Dice, sort: &Sort, bounds: &[Bound]) -> Answer {
    match sort {
        Sort::YesNo => Answer::YesNo(dice.chance(70)),
        Sort::Choice(choices) => {
            let at = dice.below(u32::try_from(choices.len()).unwrap());
            Answer::Choice(choices[at as usize].id.as_str().into())
        }
        Sort::Amount(unit) => {
            let edges: Vec<i32> = bounds
                .iter()
                .flat_map(|bound| match bound {
                    Bound::Range { low, high } => [*low, *high],
                    Bound::Among(_) => [0, 0],
                })
                .filter(|edge| *edge != i32::MAX)
                .collect();
            let edge = if edges.is_empty() {
                0
            } else {
                dice.pick(&edges)
            };
            let steps = match unit {
                Unit::Count => [-2000, -1000, 0, 1000, 2000],
                _ => [-1000, -1, 0, 1, 1000],
            };
            let near = (edge + dice.pick(&steps)).clamp(0, unit.most() * 1000);
            Answer::Amount(Amount::from_thousandths(near, *unit).unwrap())
        }
    }
}

/// A sheet of which so many percent are unknown.
fn sheet(dice: &mut Dice, catalogue: &Arc<Catalogue>, unknown_percent: u32) -> Sheet {
    let mut sheet = Sheet::empty(catalogue);
    for condition in catalogue.conditions() {
        if matches!(condition.known_by, KnownBy::Asking) && !dice.chance(unknown_percent) {
            let holds = dice.chance(60);
            sheet
                .set_condition(condition.id.as_str(), Some(holds))
                .unwrap();
        }
    }
    for criterion in catalogue.criteria() {
        for (reading, slot) in criterion.readings.iter().zip(criterion.slots.clone()) {
            if dice.chance(unknown_percent) {
                continue;
            }
            let tests = criterion
                .standard
                .iter()
                .chain(&criterion.minimum)
                .flatten();
            let of_slot = tests.filter(|test| test.slot == slot);
            let bounds: Vec<_> = of_slot.map(|test| test.bound).collect();
            let answer = answer(dice, &reading.sort, &bounds);
            sheet
                .set(criterion.id.as_str(), reading.id.as_str(), Some(&answer))
                .unwrap();
        }
    }
    sheet
}

/// `sheet` with what `other` knows besides.
fn learned(sheet: &Sheet, other: &Sheet) -> Sheet {
    let mut more = sheet.clone();
    let catalogue = Arc::clone(sheet.catalogue());
    for (at, condition) in catalogue.conditions().iter().enumerate() {
        if sheet.asked(at) == Truth::Unknown && other.asked(at) != Truth::Unknown {
            let holds = other.asked(at) == Truth::Yes;
            more.set_condition(condition.id.as_str(), Some(holds))
                .unwrap();
        }
    }
    for criterion in catalogue.criteria() {
        for reading in &criterion.readings {
            let (criterion, reading) = (criterion.id.as_str(), reading.id.as_str());
            if sheet.answer(criterion, reading).is_none() {
                let answer = other.answer(criterion, reading);
                more.set(criterion, reading, answer.as_ref()).unwrap();
            }
        }
    }
    more
}

fn kinds() -> impl Strategy<Value = KindId> {
    prop::sample::select(vec!["library", "playground", "park", "community_garden"])
        .prop_map(|id| id.parse().unwrap())
}

fn ratings(sheet: &Sheet, kind: KindId, basis: Basis) -> Ratings {
    Ratings::of(sheet.catalogue(), &Verdicts::of(sheet, kind), basis)
}

/// What a threshold says, told by counting: the slow twin.
fn told(sheet: &Sheet, threshold: &[Box<[Test]>]) -> Truth {
    let of_tests = |tests: &[Test], truth| {
        let truths = tests.iter().map(|test| sheet.holds(*test));
        truths.filter(|own| *own == truth).count()
    };
    let all_hold = |tests: &[Test]| of_tests(tests, Truth::Yes) == tests.len();
    let none_fails = |tests: &[Test]| of_tests(tests, Truth::No) == 0;
    if threshold.iter().any(|tests| all_hold(tests)) {
        Truth::Yes
    } else if threshold.iter().any(|tests| none_fails(tests)) {
        Truth::Unknown
    } else {
        Truth::No
    }
}

fn by_counting(sheet: &Sheet, at: usize) -> Verdict {
    let criterion = &sheet.catalogue().criteria()[at];
    let minimum = told(sheet, &criterion.minimum);
    match (told(sheet, &criterion.standard), minimum) {
        (Truth::Yes, _) => Verdict::Met,
        (Truth::Unknown, _) | (Truth::No, Truth::Unknown) => Verdict::Unknown,
        (Truth::No, Truth::Yes) => Verdict::Limited,
        (Truth::No, Truth::No) => Verdict::NotMet,
    }
}

proptest! {
    #[test]
    fn a_verdict_that_is_decided_stays_whatever_else_becomes_known(seed: u64, unknown in 0..100_u32, kind in kinds()) {
        let mut dice = Dice(seed);
        let before = sheet(&mut dice, &CATALOGUE, unknown);
        let more = learned(&before, &sheet(&mut dice, &CATALOGUE, 40));
        let (old, new) = (Verdicts::of(&before, kind), Verdicts::of(&more, kind));
        for (old, new) in old.iter().zip(new.iter()) {
            prop_assert!(old == Verdict::Unknown || old == new, "{} became {}", old, new);
        }
    }

    #[test]
    fn knowing_more_never_turns_a_rating_into_its_opposite(seed: u64, unknown in 0..60_u32, kind in kinds()) {
        let mut dice = Dice(seed);
        let before = sheet(&mut dice, &CATALOGUE, unknown);
        let more = learned(&before, &sheet(&mut dice, &CATALOGUE, 20));
        let (old, new) = (ratings(&before, kind, AUDITED), ratings(&more, kind, AUDITED));
        for need in Need::ALL {
            let pair = (old.rated(*need).rating, new.rated(*need).rating);
            prop_assert!(!matches!(pair, (Rating::Full, Rating::None) | (Rating::None, Rating::Full)));
        }
    }

    #[test]
    fn full_stands_on_what_was_read_off(seed: u64, unknown in 0..40_u32, kind in kinds()) {
        let mut dice = Dice(seed);
        let own = sheet(&mut dice, &CATALOGUE, unknown);
        let verdicts = Verdicts::of(&own, kind);
        for (need, rated) in Ratings::of(&CATALOGUE, &verdicts, AUDITED).iter() {
            let touching = CATALOGUE.criteria().iter().zip(verdicts.iter());
            let essential = touching.filter(|(criterion, _)| {
                criterion.severity_for(need).is_some_and(|own| own.as_str() != "minor")
            });
            if rated.rating == Rating::Full {
                for (criterion, verdict) in essential {
                    prop_assert!(verdict.is_met() || verdict == Verdict::NotApplicable, "{need} {}", criterion.id);
                }
            }
        }
    }

    #[test]
    fn neither_a_quick_check_nor_the_operator_says_full(seed: u64, kind in kinds()) {
        let own = sheet(&mut Dice(seed), &CATALOGUE, 2);
        for basis in [
            Basis { source: Source::Audit, depth: Depth::Quick },
            Basis { source: Source::SelfDeclared, depth: Depth::Full },
        ] {
            for (_, rated) in ratings(&own, kind, basis).iter() {
                prop_assert_ne!(rated.rating, Rating::Full);
            }
        }
    }

    #[test]
    fn the_order_of_criteria_does_not_matter(seed: u64, unknown in 0..60_u32, kind in kinds()) {
        let (first, reversed) = (&*CATALOGUE, &*REVERSED);
        let one = sheet(&mut Dice(seed), first, unknown);
        let other = Sheet::from_json(reversed, &one.to_json()).unwrap();
        prop_assert_eq!(ratings(&one, kind, AUDITED), ratings(&other, kind, AUDITED));
        for (criterion, verdict) in first.criteria().iter().zip(Verdicts::of(&one, kind).iter()) {
            let at = reversed.position(criterion.id.as_str()).unwrap();
            prop_assert_eq!(Verdicts::of(&other, kind).at(at), Some(verdict));
        }
    }

    #[test]
    fn verdicts_are_those_of_the_slow_twin(seed: u64, unknown in 0..60_u32) {
        let own = sheet(&mut Dice(seed), &CATALOGUE, unknown);
        let kind: KindId = "library".parse().unwrap();
        for (at, verdict) in Verdicts::of(&own, kind).iter().enumerate() {
            if CATALOGUE.criteria()[at].applies.is_none() && verdict != Verdict::NotApplicable {
                prop_assert_eq!(verdict, by_counting(&own, at));
            }
        }
    }

    #[test]
    fn a_sheet_comes_back_from_its_json(seed: u64, unknown in 0..60_u32) {
        let own = sheet(&mut Dice(seed), &CATALOGUE, unknown);
        let back = Sheet::from_json(&CATALOGUE, &own.to_json()).unwrap();
        prop_assert_eq!(back.to_json(), own.to_json());
    }
}

/// The same catalogue with its criteria in the opposite order.
static REVERSED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    const BEGIN: &str = "\n[[criterion]]\n";
    let (head, rest) = super::DRAFT.split_once(BEGIN).unwrap();
    let mut parts: Vec<_> = rest.split(BEGIN).collect();
    parts.reverse();
    let text = format!("{head}{BEGIN}{}", parts.join(BEGIN));
    Arc::new(Catalogue::from_toml(&text).unwrap())
});
