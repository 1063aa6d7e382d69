//! A sheet as JSON, the one form in which it comes in and is kept:
//!
//! ```json
//! { "conditions": { "ramp_exists": true },
//!   "readings": { "C14": { "steps": 1, "max_step_cm": 15 } },
//!   "estimated": { "C12": ["contrast_k"] },
//!   "equivalents": { "C18": { "reason": "…", "decided_by": "…" } } }
//! ```
//!
//! What is absent or null is unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Answer, Sheet, rule_of};
use crate::barrier_free::Truth;
use crate::barrier_free::catalogue::{Catalogue, Criterion, Reading, Sort};
use crate::domain::Invalid;
use crate::domain::audit::{Amount, Equivalent};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Parts {
    conditions: BTreeMap<String, Option<bool>>,
    readings: BTreeMap<String, BTreeMap<String, Value>>,
    estimated: BTreeMap<String, Vec<String>>,
    equivalents: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    reason: String,
    decided_by: String,
}

impl Sheet {
    /// The sheet that `value` describes.
    ///
    /// # Errors
    /// The first member that breaks a rule, such as `readings.C14.steps`.
    pub fn from_json(catalogue: &Arc<Catalogue>, value: &Value) -> Result<Self, Invalid> {
        let parts = Parts::deserialize(value)
            .map_err(|error| Invalid::new("answers", error.to_string()))?;
        let mut sheet = Self::empty(catalogue);
        for (id, holds) in parts.conditions {
            within("conditions", sheet.set_condition(&id, holds))?;
        }
        for (criterion, readings) in &parts.readings {
            for (reading, value) in readings {
                within("readings", sheet.put(criterion, reading, value))?;
            }
        }
        for (criterion, readings) in &parts.estimated {
            for reading in readings {
                within("estimated", sheet.set_estimated(criterion, reading, true))?;
            }
        }
        for (criterion, words) in parts.equivalents {
            within("equivalents", sheet.put_equivalent(&criterion, &words))?;
        }
        Ok(sheet)
    }

    fn put(&mut self, criterion: &str, reading: &str, value: &Value) -> Result<(), Invalid> {
        let field = || format!("{criterion}.{reading}");
        let known = self.catalogue.reading(criterion, reading);
        let sort = known.map(|(_, own)| &own.sort);
        let answer = match (value, sort) {
            (Value::Null, _) | (_, None) => None,
            (Value::Bool(yes), Some(_)) => Some(Answer::YesNo(*yes)),
            (Value::String(name), Some(_)) => Some(Answer::Choice(name.as_str().into())),
            (Value::Number(number), Some(Sort::Amount(unit))) => {
                let amount = Amount::new(number.as_f64().unwrap_or(f64::NAN), *unit)
                    .map_err(|invalid| Invalid::new(field(), invalid.reason))?;
                Some(Answer::Amount(amount))
            }
            (_, Some(sort)) => return Err(Invalid::new(field(), rule_of(sort))),
        };
        self.set(criterion, reading, answer.as_ref())
    }

    fn put_equivalent(&mut self, criterion: &str, words: &Words) -> Result<(), Invalid> {
        let broken = |field: &str, invalid: Invalid| {
            Invalid::new(format!("{criterion}.{field}"), invalid.reason)
        };
        let equivalent = Equivalent {
            reason: words
                .reason
                .parse()
                .map_err(|invalid| broken("reason", invalid))?,
            decided_by: words
                .decided_by
                .parse()
                .map_err(|invalid| broken("decided_by", invalid))?,
        };
        self.set_equivalent(criterion, Some(equivalent))
    }

    /// Everything that stands on it; what is unknown is absent.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut readings = Map::new();
        let mut estimated = Map::new();
        for criterion in self.catalogue.criteria() {
            let (own, guesses) = self.told(criterion);
            if !own.is_empty() {
                readings.insert(criterion.id.to_string(), own.into());
            }
            if !guesses.is_empty() {
                estimated.insert(criterion.id.to_string(), guesses.into());
            }
        }
        let conditions = self.catalogue.conditions().iter().zip(&self.conditions);
        let conditions: Map<_, _> = conditions
            .filter(|(_, truth)| **truth != Truth::Unknown)
            .map(|(own, truth)| (own.id.to_string(), (*truth == Truth::Yes).into()))
            .collect();
        let equivalents = self.equivalents.iter();
        let equivalents: Map<_, _> = equivalents
            .map(|(at, own)| (self.catalogue.criteria()[*at].id.to_string(), json!(own)))
            .collect();
        let parts = [
            ("conditions", conditions),
            ("readings", readings),
            ("estimated", estimated),
            ("equivalents", equivalents),
        ];
        let parts = parts.into_iter().filter(|(_, part)| !part.is_empty());
        parts
            .map(|(name, part)| (name.to_owned(), Value::from(part)))
            .collect()
    }

    /// What was read off for a criterion, and what of it was estimated.
    fn told(&self, criterion: &Criterion) -> (Map<String, Value>, Vec<Value>) {
        let mut own = Map::new();
        let mut guesses = Vec::new();
        for Reading { id, .. } in &criterion.readings {
            let value = match self.answer(criterion.id.as_str(), id.as_str()) {
                None => continue,
                Some(Answer::Amount(amount)) => json!(amount),
                Some(Answer::YesNo(yes)) => yes.into(),
                Some(Answer::Choice(name)) => String::from(name).into(),
            };
            own.insert(id.to_string(), value);
            if self.is_estimated(criterion.id.as_str(), id.as_str()) {
                guesses.push(id.to_string().into());
            }
        }
        (own, guesses)
    }
}

/// What is wrong, with the part it stands in.
fn within<T>(part: &str, result: Result<T, Invalid>) -> Result<T, Invalid> {
    result.map_err(|invalid| Invalid::new(format!("{part}.{}", invalid.field), invalid.reason))
}
