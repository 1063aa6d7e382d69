//! `A11yJSON` as a sheet of answers. Ratings are never taken over: they follow from what was read off, or are not known.
//! What the format cannot hold stands at its export.

use std::sync::Arc;

use serde_json::Value;

use crate::barrier_free::Sheet;
use crate::barrier_free::catalogue::{Bound, Catalogue, Path, Reading, Sort};
use crate::barrier_free::sheet::Answer;
use crate::domain::Invalid;
use crate::domain::audit::{Amount, Unit};

/// What was understood, and what was not.
#[derive(Debug)]
pub struct Found {
    /// The answers.
    pub sheet: Sheet,
    /// What stands where an answer is expected and cannot be one: the path and the rule.
    pub left_out: Vec<Invalid>,
}

/// One reading with the place where the format has it.
struct Target<'a> {
    criterion: &'a str,
    reading: &'a Reading,
    when: Option<Bound>,
}

/// Reads the member `accessibility` of a place.
///
/// # Errors
/// When it is no object.
pub fn read(catalogue: &Arc<Catalogue>, accessibility: &Value) -> Result<Found, Invalid> {
    if !accessibility.is_object() {
        return Err(Invalid::new("accessibility", "must be an object"));
    }
    let mut found = Found {
        sheet: Sheet::empty(catalogue),
        left_out: Vec::new(),
    };
    for condition in catalogue.conditions() {
        if let Some(path) = &condition.exchange {
            let said = found.noted(path, at(accessibility, path));
            if let Some(Value::Bool(holds)) = said {
                let set = found
                    .sheet
                    .set_condition(condition.id.as_str(), Some(*holds));
                found.note(path, set);
            }
        }
    }
    for (path, targets) in targets(catalogue) {
        if let Some(value) = found.noted(path, at(accessibility, path)) {
            let taken = found.take(value, &targets);
            found.note(path, taken);
        }
    }
    Ok(found)
}

/// The readings of each path; those that say the reading itself stand before those that say no more than yes or no of it.
fn targets(catalogue: &Catalogue) -> Vec<(&Path, Vec<Target<'_>>)> {
    let mut all: Vec<(&Path, Vec<Target<'_>>)> = Vec::new();
    for criterion in catalogue.criteria() {
        for reading in &criterion.readings {
            for own in &reading.exchange {
                let target = Target {
                    criterion: criterion.id.as_str(),
                    reading,
                    when: own.when,
                };
                match all.iter_mut().find(|(path, _)| **path == own.path) {
                    Some((_, targets)) => targets.push(target),
                    None => all.push((&own.path, vec![target])),
                }
            }
        }
    }
    all.sort_by_key(|(_, targets)| targets.iter().any(|own| own.when.is_some()));
    all
}

/// What stands where a path leads, if anything does. Null stands for what does not exist.
fn at<'a>(whole: &'a Value, path: &Path) -> Result<Option<&'a Value>, Invalid> {
    let mut value = whole;
    for step in path.steps() {
        let Some(next) = value.get(&*step.member) else {
            return Ok(None);
        };
        value = next;
        if let (true, Value::Array(list)) = (step.is_list, value) {
            if list.is_empty() {
                return Ok(None);
            }
            let Some(entry) = entry(list) else {
                let rule = format!(
                    "{} has several entries and none is the main one",
                    step.member
                );
                return Err(Invalid::new("", rule));
            };
            value = entry;
        } else if value.is_null() {
            return Ok((!step.is_list).then_some(value));
        }
    }
    Ok(Some(value))
}

/// The entry that the public uses: the only one, the main entrance, the toilet for wheelchairs.
fn entry(list: &[Value]) -> Option<&Value> {
    let is_main = |own: &&Value| {
        let flags = [
            "/properties/isMainEntrance",
            "/isMainEntrance",
            "/isAccessibleWithWheelchair",
        ];
        let flags = flags.iter().filter_map(|flag| own.pointer(flag));
        flags.into_iter().any(|flag| *flag == Value::Bool(true))
    };
    match list {
        [only] => Some(only),
        _ => list.iter().find(is_main),
    }
}

impl Found {
    fn note(&mut self, path: &Path, result: Result<(), Invalid>) {
        if let Err(invalid) = result {
            let members: Vec<_> = path.steps().iter().map(|step| &*step.member).collect();
            self.left_out
                .push(Invalid::new(members.join("."), invalid.reason));
        }
    }

    fn noted<'v>(
        &mut self,
        path: &Path,
        result: Result<Option<&'v Value>, Invalid>,
    ) -> Option<&'v Value> {
        match result {
            Ok(value) => value,
            Err(invalid) => {
                self.note(path, Err(invalid));
                None
            }
        }
    }

    /// Takes what stands at a path for the readings that it is about.
    fn take(&mut self, value: &Value, targets: &[Target<'_>]) -> Result<(), Invalid> {
        if targets.len() > 1 && *value == Value::Bool(true) {
            let rule = "is true, and does not say which of several things it means";
            return Err(Invalid::new("", rule));
        }
        for target in targets {
            let id = target.reading.id.as_str();
            let is_known = self.sheet.answer(target.criterion, id).is_some();
            let Some(answer) = answer(value, target, is_known)? else {
                continue;
            };
            self.sheet.set(target.criterion, id, Some(&answer))?;
            if value.get("operator").and_then(Value::as_str) == Some("~") {
                self.sheet.set_estimated(target.criterion, id, true)?;
            }
        }
        Ok(())
    }
}

/// What a value says of a reading, or nothing.
fn answer(value: &Value, target: &Target<'_>, is_known: bool) -> Result<Option<Answer>, Invalid> {
    let odd = |rule: &str| Err(Invalid::new("", rule));
    match (target.when, value, &target.reading.sort) {
        (Some(_), Value::Bool(false), _) => Ok(None),
        (Some(bound), Value::Bool(true), sort) if !is_known => Ok(only(bound, sort)),
        (Some(_), Value::Bool(true), _) | (None, Value::Null, Sort::YesNo | Sort::Choice(_)) => {
            Ok(None)
        }
        (Some(_), _, _) | (None, _, Sort::YesNo) if !value.is_boolean() => {
            odd("must be true or false")
        }
        (None, Value::Bool(yes), Sort::YesNo) => Ok(Some(Answer::YesNo(*yes))),
        (None, Value::Null, Sort::Amount(Unit::Count)) => {
            Amount::new(0.0, Unit::Count).map(|none| Some(Answer::Amount(none)))
        }
        (None, Value::Null, _) => Ok(None),
        (None, _, Sort::Amount(unit)) => amount(value, *unit).map(|own| Some(Answer::Amount(own))),
        _ => odd("is not understood"),
    }
}

/// The one answer that a bound allows, if it is one.
fn only(bound: Bound, sort: &Sort) -> Option<Answer> {
    match (bound, sort) {
        (Bound::Range { low, high }, Sort::Amount(unit)) if low == high => {
            Amount::from_thousandths(low, *unit).map(Answer::Amount)
        }
        (Bound::Among(bits), Sort::Choice(choices)) if bits.is_power_of_two() => {
            let at = usize::try_from(bits.trailing_zeros()).ok()?;
            Some(Answer::Choice(choices.get(at)?.id.as_str().into()))
        }
        (Bound::Among(bits), Sort::YesNo) if bits.is_power_of_two() => {
            Some(Answer::YesNo(bits == 2))
        }
        _ => None,
    }
}

/// An amount as a number, as a quantity, or as a text such as "90 cm".
fn amount(value: &Value, unit: Unit) -> Result<Amount, Invalid> {
    let odd = |rule: &str| Invalid::new("", rule);
    if let (Value::Number(number), Unit::Count) = (value, unit) {
        return Amount::new(number.as_f64().unwrap_or(f64::NAN), unit);
    }
    let (number, own) = match value {
        Value::String(text) => {
            let text = text.trim();
            let end = text.find(|sign: char| !sign.is_ascii_digit() && sign != '.');
            let (number, own) = text.split_at(end.unwrap_or(text.len()));
            let number = number
                .parse()
                .map_err(|_no| odd("must begin with one number"))?;
            (number, own.trim())
        }
        Value::Object(quantity) => {
            let operator = quantity.get("operator").and_then(Value::as_str);
            if !matches!(operator, None | Some("=" | "==" | "~")) {
                return Err(odd("is a limit and no reading"));
            }
            let number = quantity.get("value").and_then(Value::as_f64);
            let number = number.ok_or_else(|| odd("must have a number as value"))?;
            let own = quantity.get("unit").and_then(Value::as_str);
            (number, own.unwrap_or_default())
        }
        _ => return Err(odd("must be a quantity with value and unit")),
    };
    Amount::new(number * factor(own, unit)?, unit)
}

/// How many of `unit` one of the units that is called so is.
fn factor(name: &str, unit: Unit) -> Result<f64, Invalid> {
    let metres = match name {
        "mm" | "millimeter" | "millimeters" => Some(0.001),
        "cm" | "centimeter" | "centimeters" => Some(0.01),
        "m" | "meter" | "meters" | "" => Some(1.0),
        _ => None,
    };
    let factor = match unit {
        Unit::Centimetres => metres.map(|own| own * 100.0),
        Unit::Metres => metres,
        Unit::Percent => matches!(name, "%" | "percent").then_some(1.0),
        Unit::Newton => matches!(name, "N" | "newton" | "Newton").then_some(1.0),
        Unit::Seconds => matches!(name, "s" | "second" | "seconds" | "").then_some(1.0),
        Unit::Ratio | Unit::Count => name.is_empty().then_some(1.0),
    };
    factor.ok_or_else(|| {
        let rule = format!(
            "must be in {unit} or a unit like it, not \"{}\"",
            name.escape_debug()
        );
        Invalid::new("", rule)
    })
}
