//! A version of the criteria for the sheet: what is asked, how it is measured, and what is good enough.

use serde_json::{Value, json};

use crate::barrier_free::catalogue::{
    Bound, Catalogue, Condition, Criterion, KnownBy, Reading, Sort, Test, Text, Threshold,
};
use crate::domain::audit::Key;
use crate::pages::messages::Language;

/// One version in a language.
pub(super) fn of(catalogue: &Catalogue, language: Language) -> Value {
    let own = Version {
        catalogue,
        language,
    };
    let conditions = catalogue.conditions().iter();
    let criteria = catalogue.criteria().iter();
    json!({
        "version": catalogue.version,
        "conditions": conditions.map(|it| own.condition(it)).collect::<Vec<_>>(),
        "criteria": criteria.map(|it| own.criterion(it)).collect::<Vec<_>>(),
    })
}

struct Version<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

impl Version<'_> {
    fn said<'a>(&self, text: &'a Text) -> &'a str {
        match self.language {
            Language::De => &text.de,
            Language::En => &text.en,
            Language::Simple => &text.de_simple,
        }
    }

    fn condition(&self, own: &Condition) -> Value {
        let (kinds, follows) = match &own.known_by {
            KnownBy::Asking => (None, None),
            KnownBy::Kind(kinds) => {
                let kinds = kinds.iter().map(|kind| kind.as_str());
                (Some(kinds.collect::<Vec<_>>()), None)
            }
            KnownBy::Answer { criterion, test } => {
                let of = &self.catalogue.criteria()[*criterion];
                let follows = json!({ "criterion": of.id, "test": test_of(of, *test) });
                (None, Some(follows))
            }
        };
        json!({ "id": own.id.as_str(), "name": self.said(&own.name), "kinds": kinds, "follows": follows })
    }

    fn criterion(&self, own: &Criterion) -> Value {
        let applies = own.applies.map(|at| &self.catalogue.conditions()[at].id);
        let readings = own.readings.iter();
        json!({
            "id": own.id, "area": own.area, "cls": own.cls, "core": own.is_core,
            "applies": applies.map(Key::as_str),
            "name": self.said(&own.name),
            "hint": self.language.either(&own.hint.0, &own.hint.1),
            "evidence": own.evidence,
            "readings": readings.map(|it| self.reading(it)).collect::<Vec<_>>(),
            "standard": threshold(own, &own.standard),
            "minimum": threshold(own, &own.minimum),
        })
    }

    fn reading(&self, own: &Reading) -> Value {
        let name = own.name.as_ref().map(|name| self.said(name));
        match &own.sort {
            Sort::Amount(unit) => {
                json!({ "id": own.id.as_str(), "name": name, "unit": unit, "most": unit.most() })
            }
            Sort::YesNo => json!({ "id": own.id.as_str(), "name": name, "unit": "yes_no" }),
            Sort::Choice(choices) => {
                let choices = choices.iter();
                let choices =
                    choices.map(|it| json!({ "id": it.id.as_str(), "name": self.said(&it.name) }));
                let choices: Vec<_> = choices.collect();
                json!({ "id": own.id.as_str(), "name": name, "unit": "choice", "choices": choices })
            }
        }
    }
}

/// Alternatives, each with everything that must hold in it.
fn threshold(of: &Criterion, own: &Threshold) -> Vec<Vec<Value>> {
    let alternatives = own.iter();
    alternatives
        .map(|all| all.iter().map(|test| test_of(of, *test)).collect())
        .collect()
}

/// What a reading of a criterion must be: between two amounts in thousandths, or one of these.
fn test_of(of: &Criterion, test: Test) -> Value {
    let reading = &of.readings[test.slot - of.slots.start];
    match (test.bound, &reading.sort) {
        (Bound::Range { low, high }, _) => {
            let high = Some(high).filter(|high| *high != i32::MAX);
            json!({ "reading": reading.id.as_str(), "low": low, "high": high })
        }
        (Bound::Among(bits), Sort::Choice(choices)) => {
            let among = choices.iter().enumerate();
            let among = among.filter(|(at, _)| bits >> at & 1 == 1);
            let among: Vec<_> = among.map(|(_, it)| it.id.as_str()).collect();
            json!({ "reading": reading.id.as_str(), "among": among })
        }
        (Bound::Among(bits), _) => {
            let among: Vec<_> = [false, true]
                .into_iter()
                .filter(|yes| bits >> u32::from(*yes) & 1 == 1)
                .collect();
            json!({ "reading": reading.id.as_str(), "among": among })
        }
    }
}
