//! Rating a hundred thousand audited places anew, as when a new version of the criteria comes.

use std::sync::Arc;

use miteinander::barrier_free::catalogue::{Catalogue, KnownBy, Sort};
use miteinander::barrier_free::evaluate::Verdicts;
use miteinander::barrier_free::sheet::Answer;
use miteinander::barrier_free::{Basis, Ratings, Sheet};
use miteinander::domain::KindId;
use miteinander::domain::audit::{Amount, Depth, Rating, Source};

use crate::synthetic::Dice;
use crate::table::{Sample, Table};

const PLACES: usize = 100_000;

pub fn measure(table: &mut Table) {
    let catalogue = catalogue();
    let mut dice = Dice(11);
    let kinds: [KindId; 3] = ["library", "park", "playground"].map(|id| id.parse().unwrap());
    let places: Vec<_> = (0..PLACES)
        .map(|at| (sheet(&mut dice, &catalogue), kinds[at % kinds.len()]))
        .collect();
    let basis = Basis {
        source: Source::Audit,
        depth: Depth::Full,
    };
    let rated = Sample::of(0..20, |_| {
        let ratings = places
            .iter()
            .map(|(sheet, kind)| Ratings::of(&catalogue, &Verdicts::of(sheet, *kind), basis));
        let full = |own: &Ratings| own.iter().any(|(_, own)| own.rating == Rating::Full);
        ratings.filter(full).count()
    });
    let count = catalogue.criteria().len();
    table.row(
        &format!("rating 100,000 places over {count} criteria for seven needs"),
        &rated.to_string(),
        "<= 100 ms",
    );
    crate::way_to_2040::measure(table);
}

/// The criteria that come with the program.
pub fn catalogue() -> Arc<Catalogue> {
    let text = include_str!("../../geodata/catalogue/criteria/lb-draft-1.toml");
    Arc::new(Catalogue::from_toml(text).unwrap())
}

/// An audit in which one answer of ten is missing.
pub fn sheet(dice: &mut Dice, catalogue: &Arc<Catalogue>) -> Sheet {
    let mut sheet = Sheet::empty(catalogue);
    for condition in catalogue.conditions() {
        if matches!(condition.known_by, KnownBy::Asking) {
            let holds = dice.below(100) < 60;
            sheet
                .set_condition(condition.id.as_str(), Some(holds))
                .unwrap();
        }
    }
    for criterion in catalogue.criteria() {
        for reading in &criterion.readings {
            if dice.below(100) < 10 {
                continue;
            }
            let answer = match &reading.sort {
                Sort::YesNo => Answer::YesNo(dice.below(100) < 80),
                Sort::Choice(choices) => {
                    let at = dice.next() % choices.len() as u64;
                    let choice = &choices[usize::try_from(at).unwrap()];
                    Answer::Choice(choice.id.as_str().into())
                }
                Sort::Amount(unit) => {
                    let most = u32::try_from(unit.most().min(200)).unwrap();
                    let value = f64::from(dice.below(most + 1));
                    Answer::Amount(Amount::new(value, *unit).unwrap())
                }
            };
            sheet
                .set(criterion.id.as_str(), reading.id.as_str(), Some(&answer))
                .unwrap();
        }
    }
    sheet
}
