//! From a file to a catalogue, or every rule that the file breaks, each with its line.

mod criterion;

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use toml::Spanned;
use toml::value::Datetime;

use super::criteria_set::{CriteriaSet, MOST_CRITERIA};
use super::file::{CatalogueFile, ConditionFile, Follows};
use super::probes::Probes;
use super::touched::Touched;
use super::{Bound, Catalogue, Condition, Criterion, KnownBy, Severity, Test, Text};
use crate::domain::audit::Key;
use crate::domain::{Invalid, Need};

/// The most conditions of a catalogue.
const MOST_CONDITIONS: usize = 32;

/// A rule that a file breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What breaks it, such as `C08.sources`.
    pub field: String,
    /// The rule.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            field,
            reason,
        } = self;
        write!(f, "line {line}, {field}: {reason}")
    }
}

/// Notes what is wrong while a file is read.
struct Builder<'a> {
    text: &'a str,
    faults: Vec<Fault>,
}

pub(super) fn catalogue(text: &str) -> Result<Catalogue, Vec<Fault>> {
    let mut builder = Builder {
        text,
        faults: Vec::new(),
    };
    let file = match toml::from_str::<CatalogueFile>(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            builder.fault(at, "catalogue", error.message());
            return Err(builder.faults);
        }
    };
    match builder.build(&file) {
        Some(catalogue) if builder.faults.is_empty() => Ok(catalogue),
        _ => Err(builder.faults),
    }
}

impl Builder<'_> {
    fn fault(&mut self, at: usize, field: impl Into<String>, reason: impl Into<String>) {
        let before = self.text.get(..at).unwrap_or_default();
        self.faults.push(Fault {
            line: before.matches('\n').count() + 1,
            field: field.into(),
            reason: reason.into(),
        });
    }

    /// A name, or nothing and a fault.
    fn name<T: FromStr<Err = Invalid>>(&mut self, own: &Spanned<String>, field: &str) -> Option<T> {
        let parsed = own.as_ref().parse();
        parsed
            .map_err(|invalid: Invalid| self.fault(own.span().start, field, invalid.reason))
            .ok()
    }

    /// A text that says something.
    fn words(&mut self, own: &Spanned<String>, field: &str) -> Box<str> {
        let text = own.as_ref().trim();
        if text.is_empty() {
            self.fault(own.span().start, field, "must not be empty");
        }
        text.into()
    }

    fn text(
        &mut self,
        de: &Spanned<String>,
        en: &Spanned<String>,
        de_simple: &Spanned<String>,
        of: &str,
    ) -> Text {
        Text {
            de: self.words(de, &format!("{of}.de")),
            en: self.words(en, &format!("{of}.en")),
            de_simple: self.words(de_simple, &format!("{of}.de_simple")),
        }
    }

    /// Complains of names that stand twice.
    fn once<'n>(&mut self, names: impl Iterator<Item = &'n Spanned<String>>, what: &str) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.as_ref().as_str()) {
                let reason = format!("stands twice among the {what}");
                self.fault(name.span().start, name.as_ref().clone(), reason);
            }
        }
    }

    fn build(&mut self, file: &CatalogueFile) -> Option<Catalogue> {
        let version = self.name(&file.version, "version");
        let since = self.day(&file.since);
        let conditions = || file.condition.iter().map(|own| &own.as_ref().id);
        self.once(conditions(), "conditions");
        let criteria_ids = file.criterion.iter().map(|own| &own.as_ref().id);
        self.once(criteria_ids, "criteria");
        if file.criterion.is_empty() {
            self.fault(0, "criterion", "must stand there at least once");
        }
        if file.criterion.len() > MOST_CRITERIA {
            let rule = format!("must stand there at most {MOST_CRITERIA} times");
            self.fault(0, "criterion", rule);
        }
        if file.condition.len() > MOST_CONDITIONS {
            let rule = format!("must stand there at most {MOST_CONDITIONS} times");
            self.fault(0, "condition", rule);
        }
        let known: Vec<&str> = conditions().map(|id| id.as_ref().as_str()).collect();
        let criteria = self.criteria(file, &known)?;
        let conditions = self.conditions(file, &criteria)?;
        let order = self.order(file, &conditions, &criteria);
        let unblocked = self.unblocked(file, &criteria);
        if criteria.len() > MOST_CRITERIA {
            return None;
        }
        Some(Catalogue {
            version: version?,
            since: since?,
            is_draft: file.draft,
            unblocked,
            core: CriteriaSet::of(&criteria, |own| own.is_core),
            touched: Touched::by(&criteria),
            probes: Probes::of(&criteria, &conditions),
            conditions,
            order,
            slots: criteria.last().map_or(0, |own| own.slots.end),
            criteria,
            text: self.text.into(),
        })
    }

    /// All criteria, or nothing where one of them cannot be read; the others are looked at all the same.
    fn criteria(&mut self, file: &CatalogueFile, conditions: &[&str]) -> Option<Vec<Criterion>> {
        let mut slot = 0;
        let read = file.criterion.iter().map(|own| {
            let criterion = self.criterion(own, conditions, slot)?;
            slot = criterion.slots.end;
            Some(criterion)
        });
        let all: Vec<_> = read.collect();
        all.into_iter().collect()
    }

    fn day(&mut self, own: &Spanned<Datetime>) -> Option<NaiveDate> {
        let date = own.as_ref().date.and_then(|date| {
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        });
        if date.is_none() {
            self.fault(
                own.span().start,
                "since",
                "must be a day, such as 2025-01-01",
            );
        }
        date
    }

    fn conditions(
        &mut self,
        file: &CatalogueFile,
        criteria: &[Criterion],
    ) -> Option<Vec<Condition>> {
        let read = |own: &Spanned<ConditionFile>| self.condition(own, criteria);
        let all: Vec<_> = file.condition.iter().map(read).collect();
        all.into_iter().collect()
    }

    fn condition(
        &mut self,
        own: &Spanned<ConditionFile>,
        criteria: &[Criterion],
    ) -> Option<Condition> {
        let file = own.as_ref();
        let of = file.id.as_ref();
        let id = self.name::<Key>(&file.id, of);
        let name = self.text(&file.de, &file.en, &file.de_simple, of);
        let known_by = match (&file.follows, &file.kinds) {
            (None, None) => Some(KnownBy::Asking),
            (Some(follows), None) => self.answer(follows, of, criteria),
            (None, Some(kinds)) => self.kinds(kinds, of),
            (Some(_), Some(_)) => {
                let rule = "follows either from an answer or from kinds, not from both";
                self.fault(own.span().start, of, rule);
                None
            }
        };
        let field = format!("{of}.a11yjson");
        let exchange = file.a11yjson.as_ref();
        Some(Condition {
            id: id?,
            name,
            known_by: known_by?,
            exchange: exchange.and_then(|path| self.name(path, &field)),
        })
    }

    fn kinds(&mut self, kinds: &Spanned<Vec<String>>, of: &str) -> Option<KnownBy> {
        let parsed: Result<Vec<_>, Invalid> =
            kinds.as_ref().iter().map(|kind| kind.parse()).collect();
        parsed
            .map_err(|invalid| {
                self.fault(kinds.span().start, format!("{of}.kinds"), invalid.reason);
            })
            .ok()
            .map(KnownBy::Kind)
    }

    fn answer(
        &mut self,
        own: &Spanned<Follows>,
        of: &str,
        criteria: &[Criterion],
    ) -> Option<KnownBy> {
        let (file, at, field) = (own.as_ref(), own.span().start, format!("{of}.follows"));
        let Some(criterion) = criteria
            .iter()
            .position(|it| it.id.as_str() == file.criterion)
        else {
            let rule = format!(
                "must name a criterion, and \"{}\" is none",
                file.criterion.escape_debug()
            );
            self.fault(at, field, rule);
            return None;
        };
        let target = &criteria[criterion];
        let Some(reading) = target
            .readings
            .iter()
            .position(|it| it.id.as_str() == file.reading)
        else {
            let rule = format!(
                "must name a reading of {}, and \"{}\" is none",
                target.id,
                file.reading.escape_debug()
            );
            self.fault(at, field, rule);
            return None;
        };
        let bound = Bound::parse(&file.is, &target.readings[reading].sort)
            .map_err(|reason| self.fault(at, field, reason))
            .ok()?;
        let slot = target.slots.start + reading;
        Some(KnownBy::Answer {
            criterion,
            test: Test { slot, bound },
        })
    }

    /// An order in which no condition comes before one that it follows from.
    fn order(
        &mut self,
        file: &CatalogueFile,
        conditions: &[Condition],
        criteria: &[Criterion],
    ) -> Vec<usize> {
        let before = |at: usize| match &conditions[at].known_by {
            KnownBy::Answer { criterion, .. } => criteria[*criterion].applies,
            _ => None,
        };
        // The longest way back from each; of those in a circle there is no end.
        let depth = |at: usize| {
            let way = std::iter::successors(Some(at), |at| before(*at));
            way.take(conditions.len() + 1).count()
        };
        for (at, own) in file.condition.iter().enumerate() {
            if depth(at) > conditions.len() {
                let rule = "depends on itself: conditions must not go in circles";
                self.fault(own.span().start, own.as_ref().id.as_ref().clone(), rule);
            }
        }
        let mut order: Vec<_> = (0..conditions.len()).collect();
        order.sort_by_key(|at| depth(*at));
        order
    }

    /// Every need has a criterion that blocks it, or a reason why not.
    fn unblocked(
        &mut self,
        file: &CatalogueFile,
        criteria: &[Criterion],
    ) -> [Option<(Box<str>, Box<str>)>; Need::ALL.len()] {
        let mut reasons = [const { None }; Need::ALL.len()];
        for need in Need::ALL {
            let blocks = |own: &Criterion| own.severity_for(*need) == Some(Severity::Blocking);
            let is_blocked = criteria.iter().any(blocks);
            let field = format!("profile.{need}");
            match file.profile.get(need) {
                None if !is_blocked => {
                    self.fault(0, field, "has no blocking criterion and no reason why not");
                }
                Some(own) if is_blocked => {
                    let rule = "has a blocking criterion, so the reason why not is wrong";
                    self.fault(own.span().start, field, rule);
                }
                Some(own) => {
                    let why = own.as_ref();
                    let (de, en) = (self.words(&why.de, &field), self.words(&why.en, &field));
                    reasons[*need as usize] = Some((de, en));
                }
                None => {}
            }
        }
        reasons
    }
}

#[cfg(test)]
mod tests;
