//! Readings and thresholds as people say them: "84 cm", "mindestens 90 cm", "1 Stufe, 6 cm hoch".

use crate::barrier_free::KeyFacts;
use crate::barrier_free::Sheet;
use crate::barrier_free::catalogue::{Bound, Catalogue, Criterion, Reading, Sort, Text, Threshold};
use crate::barrier_free::sheet::Answer;
use crate::domain::audit::{Amount, Unit};
use crate::pages::messages::Language;

/// A name that data carries in three languages.
pub(in crate::pages) fn said(language: Language, text: &Text) -> &str {
    match language {
        Language::De => &text.de,
        Language::Simple => &text.de_simple,
        Language::En => &text.en,
    }
}

/// An amount with its unit.
pub(in crate::pages) fn amount(language: Language, amount: Amount) -> String {
    let number = number(language, amount.value());
    let key = match amount.unit() {
        Unit::Centimetres => "amount-cm",
        Unit::Metres => "amount-m",
        Unit::Percent => "amount-percent",
        Unit::Newton => "amount-newton",
        Unit::Seconds => "amount-seconds",
        Unit::Ratio | Unit::Count => return number,
    };
    language.text_with(key, [("number", number.into())])
}

/// What a reading is given in.
pub(in crate::pages) fn unit(language: Language, sort: &Sort) -> String {
    let key = match sort {
        Sort::Amount(Unit::Centimetres) => "unit-cm",
        Sort::Amount(Unit::Metres) => "unit-m",
        Sort::Amount(Unit::Percent) => "unit-percent",
        Sort::Amount(Unit::Newton) => "unit-newton",
        Sort::Amount(Unit::Seconds) => "unit-seconds",
        Sort::Amount(Unit::Ratio) => "unit-ratio",
        Sort::Amount(Unit::Count) => "unit-count",
        Sort::YesNo => "unit-yes-no",
        Sort::Choice(_) => "unit-choice",
    };
    language.text(key)
}

fn number(language: Language, value: f64) -> String {
    let plain = value.to_string();
    language.either(plain.replace('.', ","), plain)
}

/// What was read off.
pub(in crate::pages) fn answer(language: Language, reading: &Reading, answer: &Answer) -> String {
    match (answer, &reading.sort) {
        (Answer::Amount(own), _) => amount(language, *own),
        (Answer::YesNo(true), _) => language.text("fact-yes"),
        (Answer::YesNo(false), _) => language.text("fact-no"),
        (Answer::Choice(id), Sort::Choice(choices)) => {
            let choice = choices.iter().find(|own| own.id.as_str() == &**id);
            choice.map_or_else(
                || id.to_string(),
                |own| said(language, &own.name).to_owned(),
            )
        }
        (Answer::Choice(id), _) => id.to_string(),
    }
}

/// A threshold as alternatives, of which one is enough; each a list of what must hold together.
pub(in crate::pages) fn threshold(
    language: Language,
    criterion: &Criterion,
    threshold: &Threshold,
) -> Vec<Vec<String>> {
    let alternative = |tests: &[crate::barrier_free::catalogue::Test]| {
        let tests = tests.iter().filter_map(|test| {
            let at = test.slot.checked_sub(criterion.slots.start)?;
            let reading = criterion.readings.get(at)?;
            let bound = bound(language, &reading.sort, test.bound);
            Some(match &reading.name {
                Some(name) => format!("{}: {bound}", said(language, name)),
                None => bound,
            })
        });
        tests.collect()
    };
    threshold.iter().map(|own| alternative(own)).collect()
}

fn bound(language: Language, sort: &Sort, bound: Bound) -> String {
    match (bound, sort) {
        (Bound::Range { low, high }, Sort::Amount(unit)) => range(language, *unit, low, high),
        (Bound::Among(bits), Sort::Choice(choices)) => {
            let among = choices.iter().enumerate();
            let among = among.filter(|(at, _)| bits >> at & 1 == 1);
            let names: Vec<_> = among.map(|(_, own)| said(language, &own.name)).collect();
            names.join(&format!(" {} ", language.text("threshold-or")))
        }
        (Bound::Among(0b01), _) => language.text("fact-no"),
        _ => language.text("fact-yes"),
    }
}

fn range(language: Language, unit: Unit, low: i32, high: i32) -> String {
    let said = |thousandths| {
        let own = Amount::from_thousandths(thousandths, unit);
        own.map(|own| amount(language, own)).unwrap_or_default()
    };
    if low == high {
        return said(low);
    }
    if high == i32::MAX {
        return language.text_with("threshold-least", [("amount", said(low).into())]);
    }
    if low <= 0 {
        return language.text_with("threshold-most", [("amount", said(high).into())]);
    }
    let both = [("low", said(low).into()), ("high", said(high).into())];
    language.text_with("threshold-between", both)
}

/// The three facts that come first: label and words; none where nobody has read it off.
pub(in crate::pages) fn key_facts(
    language: Language,
    facts: KeyFacts,
    sheet: Option<&Sheet>,
) -> [(&'static str, Option<String>); 3] {
    let estimated =
        |criterion, reading| sheet.is_some_and(|own| own.is_estimated(criterion, reading));
    let marked = |said: String, is_estimated: bool| {
        if is_estimated {
            format!("{said} ({})", language.text("barriers-estimated"))
        } else {
            said
        }
    };
    let centimetres =
        |value: f64| language.text_with("amount-cm", [("number", number(language, value).into())]);
    let height = facts
        .max_step_cm
        .map(|height| marked(centimetres(height), estimated("C14", "max_step_cm")));
    let door = facts.door_cm.map(|width| {
        let width = marked(centimetres(width), estimated("C18", "width_cm"));
        language.text_with("barriers-door-width", [("width", width.into())])
    });
    [
        ("barriers-steps", steps(language, facts, height)),
        ("barriers-door", door),
        ("barriers-wc", wc(language, facts, sheet)),
    ]
}

fn steps(language: Language, facts: KeyFacts, height: Option<String>) -> Option<String> {
    let steps = facts.steps?;
    let has_height = facts.max_step_cm.is_some_and(|height| height > 0.0);
    let height = height.filter(|_| has_height);
    let with = |key: &str, height: String| language.text_with(key, [("height", height.into())]);
    if steps == 0.0 {
        return Some(match height {
            Some(height) => with("barriers-threshold", height),
            None => language.text("barriers-no-steps"),
        });
    }
    let count = number(language, steps);
    let count = match count.as_str() {
        "1" => language.text("barriers-one-step"),
        _ => language.text_with("barriers-some-steps", [("count", count.into())]),
    };
    let ramp = facts.mobile_ramp.map(|is_there| {
        language.text(if is_there {
            "barriers-mobile-ramp"
        } else {
            "barriers-no-mobile-ramp"
        })
    });
    let height = height.map(|height| with("barriers-step-height", height));
    let parts = [Some(count), height, ramp];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn wc(language: Language, facts: KeyFacts, sheet: Option<&Sheet>) -> Option<String> {
    if !facts.wc? {
        return Some(language.text("barriers-wc-no"));
    }
    let there = language.text("barriers-wc-yes");
    match sheet.and_then(|own| own.answer("C39", "distance_m")) {
        Some(Answer::Amount(far)) if far.thousandths() > 0 => {
            let far = amount(language, far);
            let far = language.text_with("barriers-wc-distance", [("distance", far.into())]);
            Some(format!("{there}, {far}"))
        }
        _ => Some(there),
    }
}

/// How many criteria a quick check looks at.
pub(in crate::pages) fn core_count(catalogue: &Catalogue) -> usize {
    let core = catalogue.criteria().iter().filter(|own| own.is_core);
    core.count()
}
