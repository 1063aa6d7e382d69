//! The sheet in the browser judges while somebody measures: it must say what the server will say. Sheets with answers around
//! every threshold are judged here, and the browser's own tests judge the same ones (`web/src/onsite/verdict.test.ts`).

use std::path::Path;
use std::sync::Arc;

use miteinander::barrier_free::catalogue::{Bound, Criterion, KnownBy, Sort};
use miteinander::barrier_free::evaluate::Verdicts;
use miteinander::barrier_free::sheet::Answer;
use miteinander::barrier_free::{Catalogues, Sheet};
use miteinander::domain::KindId;
use miteinander::domain::audit::{Amount, Equivalent, Unit};
use serde_json::{Value, json};

use super::desk::data_of;
use crate::fixture::{Database, Kept};
use crate::staff::Office;

/// The file that both sides read.
const FILE: &str = "web/src/onsite/agreement.json";

const SHEETS: usize = 40;

/// Numbers that only look random: the file must not change by itself.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % sides as u64).unwrap()
    }
}

/// Amounts at every threshold of a reading, and just beside it.
fn around(of: &Criterion, slot: usize, unit: Unit) -> Vec<Amount> {
    let step = if unit == Unit::Count { 1000 } else { 10 };
    let tests = of.standard.iter().chain(&of.minimum).flatten();
    let ends = tests
        .filter(|test| test.slot == slot)
        .flat_map(|test| match test.bound {
            Bound::Range { low, high } => vec![low, high],
            Bound::Among(_) => Vec::new(),
        });
    let all = ends.flat_map(|end| [end.saturating_sub(step), end, end.saturating_add(step)]);
    let all = all.filter_map(|cell| Amount::from_thousandths(cell, unit));
    all.chain([Amount::new(1.0, unit).unwrap()]).collect()
}

fn answer(dice: &mut Dice, of: &Criterion, at: usize) -> Answer {
    match &of.readings[at].sort {
        Sort::Amount(unit) => {
            let all = around(of, of.slots.start + at, *unit);
            Answer::Amount(all[dice.roll(all.len())])
        }
        Sort::YesNo => Answer::YesNo(dice.roll(2) == 1),
        Sort::Choice(choices) => {
            Answer::Choice(choices[dice.roll(choices.len())].id.as_str().into())
        }
    }
}

fn sheet(dice: &mut Dice) -> Sheet {
    let catalogues = Catalogues::shipped();
    let catalogue = Arc::clone(catalogues.iter().next().unwrap());
    let mut sheet = Sheet::empty(&catalogue);
    for condition in catalogue.conditions() {
        let is_asked = matches!(condition.known_by, KnownBy::Asking);
        if is_asked && dice.roll(4) > 0 {
            let holds = dice.roll(3) > 0;
            sheet
                .set_condition(condition.id.as_str(), Some(holds))
                .unwrap();
        }
    }
    for own in catalogue.criteria() {
        for (at, reading) in own.readings.iter().enumerate() {
            if dice.roll(6) > 0 {
                let answer = answer(dice, own, at);
                let set = sheet.set(own.id.as_str(), reading.id.as_str(), Some(&answer));
                set.unwrap();
            }
        }
        if dice.roll(12) == 0 {
            let equivalent = Equivalent {
                reason: "Denkmal".parse().unwrap(),
                decided_by: "Denkmalamt".parse().unwrap(),
            };
            let set = sheet.set_equivalent(own.id.as_str(), Some(equivalent));
            set.unwrap();
        }
    }
    sheet
}

fn judged(dice: &mut Dice, kind: &str) -> Value {
    let kind: KindId = kind.parse().unwrap();
    let sheet = sheet(dice);
    let verdicts = Verdicts::of(&sheet, kind);
    json!({ "kind": kind.as_str(), "sheet": sheet.to_json(), "verdicts": verdicts.iter().collect::<Vec<_>>() })
}

#[tokio::test]
async fn the_sheets_that_the_browser_judges_too_are_judged_as_the_file_says() {
    let kept = Kept::new(Database::Sqlite).await.unwrap();
    let office = Office::open(&kept).await;
    let data = data_of(&office.get("/vor-ort?lang=en", "").await.text);
    let mut dice = Dice(57);
    let kinds = ["library", "playground", "square", "culture_centre"];
    let cases = (0..SHEETS).map(|at| judged(&mut dice, kinds[at % kinds.len()]));
    let cases: Vec<_> = cases.collect();
    let told =
        json!({ "catalogue": data["catalogues"][0], "kinds": data["kinds"], "cases": cases });
    let told = format!("{told}\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == told,
        "{FILE} is stale: run `UPDATE_SNAPSHOTS=1 cargo test agreement`"
    );
}
