//! What was read off at one place, kept in the order of a catalogue.

mod carried;
mod json;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::barrier_free::Truth;
use crate::barrier_free::catalogue::{Catalogue, CriteriaSet, KnownBy, Sort, Test};
use crate::domain::Invalid;
use crate::domain::audit::{Amount, Equivalent};

/// The number that stands for what nobody has read off.
pub(super) const UNKNOWN: i32 = i32::MIN;

/// The answers to the readings and conditions of one version of the criteria. Whatever is not answered is unknown.
#[derive(Clone, Debug)]
pub struct Sheet {
    catalogue: Arc<Catalogue>,
    /// One number for each slot: thousandths, 0 and 1 for no and yes, the position of a choice, or [`UNKNOWN`].
    cells: Box<[i32]>,
    /// One answer for each condition that is asked for.
    conditions: Box<[Truth]>,
    /// Slots whose amount is an estimate.
    estimated: BTreeSet<usize>,
    /// Criteria by position that are met in another way.
    equivalents: BTreeMap<usize, Equivalent>,
}

/// What was read off.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// An amount.
    Amount(Amount),
    /// Yes or no.
    YesNo(bool),
    /// One of the choices, by its name.
    Choice(Box<str>),
}

impl Sheet {
    /// A sheet on which nothing stands yet.
    #[must_use]
    pub fn empty(catalogue: &Arc<Catalogue>) -> Self {
        Self {
            cells: vec![UNKNOWN; catalogue.slots()].into(),
            conditions: vec![Truth::Unknown; catalogue.conditions().len()].into(),
            estimated: BTreeSet::new(),
            equivalents: BTreeMap::new(),
            catalogue: Arc::clone(catalogue),
        }
    }

    /// The version of the criteria.
    #[must_use]
    pub const fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Notes what was read off; nothing takes it back.
    ///
    /// # Errors
    /// When the catalogue has no such reading, or it cannot be so. The field is the reading, such as `C14.steps`.
    pub fn set(
        &mut self,
        criterion: &str,
        reading: &str,
        answer: Option<&Answer>,
    ) -> Result<(), Invalid> {
        let field = || format!("{criterion}.{reading}");
        let Some((slot, own)) = self.catalogue.reading(criterion, reading) else {
            let rule = format!("is no reading of {}", self.catalogue.version);
            return Err(Invalid::new(field(), rule));
        };
        let cell = match (answer, &own.sort) {
            (None, _) => Ok(UNKNOWN),
            (Some(Answer::Amount(amount)), Sort::Amount(unit)) if amount.unit() == *unit => {
                Ok(amount.thousandths())
            }
            (Some(Answer::YesNo(yes)), Sort::YesNo) => Ok((*yes).into()),
            (Some(Answer::Choice(name)), Sort::Choice(choices)) => choices
                .iter()
                .zip(0..)
                .find(|(own, _)| own.id.as_str() == &**name)
                .map(|(_, at)| at)
                .ok_or(()),
            _ => Err(()),
        };
        let Ok(cell) = cell else {
            return Err(Invalid::new(field(), rule_of(&own.sort)));
        };
        self.cells[slot] = cell;
        self.estimated.remove(&slot);
        Ok(())
    }

    /// Marks an amount as estimated on the spot, or not.
    ///
    /// # Errors
    /// When it is no amount that was read off. The field is the reading.
    pub fn set_estimated(
        &mut self,
        criterion: &str,
        reading: &str,
        is_estimated: bool,
    ) -> Result<(), Invalid> {
        let known = self.catalogue.reading(criterion, reading);
        match known {
            Some((slot, own))
                if matches!(own.sort, Sort::Amount(_)) && self.cells[slot] != UNKNOWN =>
            {
                if is_estimated {
                    self.estimated.insert(slot);
                } else {
                    self.estimated.remove(&slot);
                }
                Ok(())
            }
            _ => Err(Invalid::new(
                format!("{criterion}.{reading}"),
                "only an amount that stands there can be an estimate",
            )),
        }
    }

    /// Notes whether a condition holds.
    ///
    /// # Errors
    /// When there is no such condition, or nobody is asked for it. The field is the condition.
    pub fn set_condition(&mut self, id: &str, holds: Option<bool>) -> Result<(), Invalid> {
        let all = self.catalogue.conditions();
        let Some(at) = all.iter().position(|own| own.id.as_str() == id) else {
            let rule = format!("is no condition of {}", self.catalogue.version);
            return Err(Invalid::new(id.to_owned(), rule));
        };
        if !matches!(all[at].known_by, KnownBy::Asking) {
            let rule = "follows from another answer and is not asked for";
            return Err(Invalid::new(id.to_owned(), rule));
        }
        self.conditions[at] = holds.map_or(Truth::Unknown, Truth::from);
        Ok(())
    }

    /// Notes that a criterion is met in another way, or takes that back.
    ///
    /// # Errors
    /// When there is no such criterion. The field is the criterion.
    pub fn set_equivalent(
        &mut self,
        criterion: &str,
        equivalent: Option<Equivalent>,
    ) -> Result<(), Invalid> {
        let Some(at) = self.catalogue.position(criterion) else {
            let rule = format!("is no criterion of {}", self.catalogue.version);
            return Err(Invalid::new(criterion.to_owned(), rule));
        };
        match equivalent {
            Some(equivalent) => self.equivalents.insert(at, equivalent),
            None => self.equivalents.remove(&at),
        };
        Ok(())
    }

    /// What was read off.
    #[must_use]
    pub fn answer(&self, criterion: &str, reading: &str) -> Option<Answer> {
        let (slot, own) = self.catalogue.reading(criterion, reading)?;
        let cell = self.cells[slot];
        match &own.sort {
            _ if cell == UNKNOWN => None,
            Sort::Amount(unit) => Amount::from_thousandths(cell, *unit).map(Answer::Amount),
            Sort::YesNo => Some(Answer::YesNo(cell == 1)),
            Sort::Choice(choices) => {
                let choice = choices.get(usize::try_from(cell).ok()?)?;
                Some(Answer::Choice(choice.id.as_str().into()))
            }
        }
    }

    /// Whether what was read off is as a test wants it.
    #[must_use]
    pub fn holds(&self, test: Test) -> Truth {
        test.bound.holds(self.cells[test.slot])
    }

    /// Whether a condition was said to hold, by its name; of those that follow from other answers nothing was said.
    #[must_use]
    pub fn condition(&self, id: &str) -> Truth {
        let all = self.catalogue.conditions().iter();
        let mut own = all.zip(&self.conditions);
        own.find(|(own, _)| own.id.as_str() == id)
            .map_or(Truth::Unknown, |(_, truth)| *truth)
    }

    /// Whether an amount was estimated on the spot, not measured.
    #[must_use]
    pub fn is_estimated(&self, criterion: &str, reading: &str) -> bool {
        let slot = self.catalogue.reading(criterion, reading);
        slot.is_some_and(|(slot, _)| self.estimated.contains(&slot))
    }

    /// In which other way a criterion is met.
    #[must_use]
    pub fn equivalent(&self, criterion: &str) -> Option<&Equivalent> {
        self.equivalents.get(&self.catalogue.position(criterion)?)
    }

    /// What the auditor said of a condition, by its position.
    pub(super) fn asked(&self, condition: usize) -> Truth {
        self.conditions[condition]
    }

    /// What was read off, slot by slot.
    pub(super) const fn cells(&self) -> &[i32] {
        &self.cells
    }

    /// The criteria that are met in another way.
    pub(super) fn equivalents(&self) -> CriteriaSet {
        let mut own = CriteriaSet::default();
        for at in self.equivalents.keys() {
            own |= CriteriaSet::one(*at, true);
        }
        own
    }
}

/// What a reading can be, in words.
fn rule_of(sort: &Sort) -> String {
    match sort {
        Sort::Amount(unit) => format!("must be a number from 0 to {} ({unit})", unit.most()),
        Sort::YesNo => "must be true or false".to_owned(),
        Sort::Choice(choices) => {
            let all: Vec<_> = choices.iter().map(|own| own.id.as_str()).collect();
            format!("must be one of {}", all.join(", "))
        }
    }
}
