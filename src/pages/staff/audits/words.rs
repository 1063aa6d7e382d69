//! What audits say, in words.

use maud::{Markup, html};
use serde_json::Value;

use crate::barrier_free::catalogue::{Catalogue, Criterion, Reading, Sort, Text};
use crate::barrier_free::sheet::Answer;
use crate::domain::audit::{Auditor, Unit, Verdict};
use crate::pages::messages::Language;
use crate::pages::staff::Desk;

/// One of the texts of a catalogue; the desk has no plain German.
pub(super) fn said(language: Language, text: &Text) -> &str {
    language.either(&text.de, &text.en)
}

/// The message of the rule that a field breaks.
pub(super) fn rule(field: &str) -> &'static str {
    match field {
        "auditors" => "staff-audit-rule-auditors",
        "planned_on" => "staff-audit-rule-planned",
        "audited_on" => "staff-audit-rule-audited",
        "state" | "move" => "staff-audit-rule-state",
        "reason" | "text" => "staff-audit-rule-reason",
        "criteria" => "staff-audit-rule-criteria",
        "description" => "staff-audit-rule-description",
        "owner" | "decided_by" => "staff-audit-rule-owner",
        "target_year" => "staff-audit-rule-year",
        "status" => "staff-audit-rule-status",
        _ => "staff-audit-rule-other",
    }
}

/// A verdict with a mark that is no colour.
pub(super) fn verdict(language: Language, own: Verdict) -> Markup {
    let mark = match own {
        Verdict::Met => "✓",
        Verdict::MetByEquivalent => "≈",
        Verdict::Limited => "◐",
        Verdict::NotMet => "✕",
        Verdict::Unknown => "?",
        Verdict::NotApplicable => "–",
    };
    html! {
        span.verdict.(own) {
            span.mark-sign aria-hidden="true" { (mark) } " " (language.text(&format!("verdict-{own}")))
        }
    }
}

/// Who was on the spot, by role.
pub(super) fn auditors(desk: &Desk, all: &[Auditor]) -> String {
    let all = all.iter().map(|own| desk.text(&format!("auditor-{own}")));
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        desk.text("fact-unknown")
    } else {
        all.join(", ")
    }
}

/// A number as the language writes it, to the thousandth.
fn amount(language: Language, value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match language {
        Language::En => text.to_owned(),
        Language::De | Language::Simple => text.replace('.', ","),
    }
}

fn with_unit(language: Language, value: f64, unit: Unit) -> String {
    let number = amount(language, value);
    match unit {
        Unit::Count | Unit::Ratio => number,
        _ => format!("{number} {unit}"),
    }
}

/// What was read off.
pub(super) fn answer(language: Language, reading: &Reading, answer: &Answer) -> String {
    match (answer, &reading.sort) {
        (Answer::Amount(own), _) => with_unit(language, own.value(), own.unit()),
        (Answer::YesNo(yes), _) => language.text(if *yes { "fact-yes" } else { "fact-no" }),
        (Answer::Choice(id), Sort::Choice(choices)) => {
            let own = choices.iter().find(|own| own.id.as_str() == &**id);
            own.map_or_else(
                || id.to_string(),
                |own| said(language, &own.name).to_owned(),
            )
        }
        (Answer::Choice(id), _) => id.to_string(),
    }
}

/// A value of a sheet written as JSON, such as one side of a difference.
pub(super) fn value(language: Language, reading: Option<&Reading>, own: &Value) -> String {
    match (own, reading.map(|own| &own.sort)) {
        (Value::Null, _) => language.text("fact-unknown"),
        (Value::Bool(yes), _) => language.text(if *yes { "fact-yes" } else { "fact-no" }),
        (Value::Number(number), Some(Sort::Amount(unit))) => {
            with_unit(language, number.as_f64().unwrap_or_default(), *unit)
        }
        (Value::String(id), Some(Sort::Choice(choices))) => {
            let own = choices.iter().find(|own| own.id.as_str() == id);
            own.map_or_else(|| id.clone(), |own| said(language, &own.name).to_owned())
        }
        (Value::Array(all), _) => {
            let all = all.iter().map(|own| value(language, None, own));
            all.collect::<Vec<_>>().join(", ")
        }
        (Value::String(text), _) => text.clone(),
        (other, _) => other.to_string(),
    }
}

/// The name of a criterion with its number.
pub(super) fn criterion(language: Language, own: &Criterion) -> String {
    format!("{} {}", own.id, said(language, &own.name))
}

/// Where something stands on a sheet (`readings/C14/steps`): in words, and the reading it is about.
pub(super) fn place_on_sheet<'a>(
    language: Language,
    catalogue: &'a Catalogue,
    at: &str,
) -> (String, Option<&'a Reading>) {
    let mut parts = at.split('/');
    let (part, of, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let known = of.and_then(|of| catalogue.criterion(of));
    let Some(own) = known else {
        let mut conditions = catalogue.conditions().iter();
        let condition = conditions.find(|own| Some(own.id.as_str()) == of);
        return match condition {
            Some(own) => (said(language, &own.name).to_owned(), None),
            None => (at.to_owned(), None),
        };
    };
    let name = criterion(language, own);
    let reading = rest.and_then(|rest| own.readings.iter().find(|it| it.id.as_str() == rest));
    let detail = match part {
        "readings" => reading
            .and_then(|it| it.name.as_ref())
            .map(|name| said(language, name).to_owned()),
        "estimated" => Some(language.text("staff-audit-estimated")),
        _ => Some(language.text("staff-audit-equivalent")),
    };
    match detail {
        Some(detail) => (format!("{name}: {detail}"), reading),
        None => (name, reading),
    }
}
