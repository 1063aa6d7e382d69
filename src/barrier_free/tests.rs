//! The catalogue that comes with the program, its test vectors, and what must hold of every sheet.

mod catalogue;
mod properties;
mod vectors;

use std::sync::Arc;

use crate::barrier_free::catalogue::{Catalogue, KnownBy, Sort};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::sheet::Answer;
use crate::barrier_free::{Basis, Ratings, Sheet};
use crate::domain::KindId;
use crate::domain::audit::{Amount, Depth, Source, Unit};

pub const DRAFT: &str = include_str!("../../geodata/catalogue/criteria/lb-draft-1.toml");

pub const AUDITED: Basis = Basis {
    source: Source::Audit,
    depth: Depth::Full,
};

pub fn draft() -> Arc<Catalogue> {
    Arc::new(Catalogue::from_toml(DRAFT).unwrap())
}

pub fn kind(id: &str) -> KindId {
    id.parse().unwrap()
}

pub fn amount(value: f64, unit: Unit) -> Answer {
    Answer::Amount(Amount::new(value, unit).unwrap())
}

/// The first answer that meets a bound.
fn fitting(sort: &Sort, bound: crate::barrier_free::catalogue::Bound) -> Answer {
    let cells: Box<dyn Iterator<Item = i32>> = match sort {
        Sort::Amount(Unit::Count) => Box::new((0..=100_000).step_by(1000)),
        Sort::Amount(unit) => Box::new((0..=unit.most() * 1000).step_by(10)),
        Sort::YesNo => Box::new(0..2),
        Sort::Choice(choices) => Box::new(0..i32::try_from(choices.len()).unwrap()),
    };
    let mut met = cells.filter(|cell| bound.holds(*cell) == crate::barrier_free::Truth::Yes);
    let cell = met.next().expect("a bound can be met");
    match sort {
        Sort::Amount(unit) => Answer::Amount(Amount::from_thousandths(cell, *unit).unwrap()),
        Sort::YesNo => Answer::YesNo(cell == 1),
        Sort::Choice(choices) => {
            Answer::Choice(choices[usize::try_from(cell).unwrap()].id.as_str().into())
        }
    }
}

/// Everything is met and every condition holds.
pub fn all_met(catalogue: &Arc<Catalogue>) -> Sheet {
    let mut sheet = Sheet::empty(catalogue);
    for condition in catalogue.conditions() {
        if matches!(condition.known_by, KnownBy::Asking) {
            sheet
                .set_condition(condition.id.as_str(), Some(true))
                .unwrap();
        }
    }
    for criterion in catalogue.criteria() {
        for test in &criterion.standard[0] {
            let reading = &criterion.readings[test.slot - criterion.slots.start];
            let answer = fitting(&reading.sort, test.bound);
            let (criterion, reading) = (criterion.id.as_str(), reading.id.as_str());
            sheet.set(criterion, reading, Some(&answer)).unwrap();
        }
    }
    sheet
}

pub fn ratings(sheet: &Sheet, kind: KindId, basis: Basis) -> Ratings {
    Ratings::of(sheet.catalogue(), &Verdicts::of(sheet, kind), basis)
}
