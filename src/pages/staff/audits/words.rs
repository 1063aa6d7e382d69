//! What audits say, in words that the desk alone needs; all others are those of the public pages.

use serde_json::Value;

use crate::barrier_free::catalogue::{Catalogue, Criterion, Reading, Sort};
use crate::domain::audit::{Amount, Auditor};
use crate::pages::barriers::words::{amount, said};
use crate::pages::messages::Language;
use crate::pages::staff::Desk;

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
        "photo" => "staff-photo-rule",
        "shows_nobody" => "staff-photo-rule-nobody",
        _ => "staff-audit-rule-other",
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

/// A value of a sheet written as JSON, such as one side of a difference.
pub(super) fn value(language: Language, reading: Option<&Reading>, own: &Value) -> String {
    match (own, reading.map(|own| &own.sort)) {
        (Value::Null, _) => language.text("fact-unknown"),
        (Value::Bool(yes), _) => language.text(if *yes { "fact-yes" } else { "fact-no" }),
        (Value::Number(number), Some(Sort::Amount(unit))) => {
            let own = number.as_f64().and_then(|own| Amount::new(own, *unit).ok());
            own.map_or_else(|| number.to_string(), |own| amount(language, own))
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
