//! What another version of the criteria would make of what was read off: ratings that would differ, and answers that it
//! cannot take.

use std::sync::Arc;

use serde::Serialize;

use crate::barrier_free::catalogue::{Catalogue, Severity};
use crate::barrier_free::evaluate::Verdicts;
use crate::barrier_free::{Basis, Ratings, Sheet};
use crate::domain::audit::{CriterionId, Key, Rating};
use crate::domain::{KindId, Need};

/// The rating for a need, under the version an audit was made with and under another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rerated {
    /// The need.
    pub need: Need,
    /// As it is.
    pub before: Rating,
    /// As it would be.
    pub after: Rating,
}

/// An answer that another version has no room for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Uncarried {
    /// The criterion.
    pub criterion: CriterionId,
    /// The reading.
    pub reading: Key,
}

/// What another version would make of one audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// Needs for which the rating would be another.
    pub rerated: Vec<Rerated>,
    /// What was read off and is unknown there.
    pub uncarried: Vec<Uncarried>,
    /// Criteria of which it asks more than was read off, or asks for the first time.
    pub unasked: Vec<CriterionId>,
}

impl Effect {
    /// What `other` would make of a sheet about a place of a kind. No audit is changed by it.
    #[must_use]
    pub fn of(sheet: &Sheet, other: &Arc<Catalogue>, kind: KindId, basis: Basis) -> Self {
        let carried = sheet.carried_to(other);
        let rated =
            |sheet: &Sheet| Ratings::of(sheet.catalogue(), &Verdicts::of(sheet, kind), basis);
        let (before, after) = (rated(sheet), rated(&carried));
        let rerated = before.iter().zip(after.iter());
        let rerated = rerated.map(|((need, before), (_, after))| Rerated {
            need,
            before: before.rating,
            after: after.rating,
        });
        Self {
            rerated: rerated.filter(|own| own.before != own.after).collect(),
            uncarried: uncarried(sheet, &carried),
            unasked: unasked(sheet, &carried),
        }
    }

    /// Whether anything would be rated differently.
    #[must_use]
    pub fn rates_differently(&self) -> bool {
        !self.rerated.is_empty()
    }
}

fn uncarried(sheet: &Sheet, carried: &Sheet) -> Vec<Uncarried> {
    let mut lost = Vec::new();
    for own in sheet.catalogue().criteria() {
        let id = own.id.as_str();
        for reading in &own.readings {
            let reading_id = reading.id.as_str();
            let was_read = sheet.answer(id, reading_id).is_some();
            if was_read && carried.answer(id, reading_id).is_none() {
                lost.push(Uncarried {
                    criterion: own.id.clone(),
                    reading: reading.id.clone(),
                });
            }
        }
    }
    lost
}

/// Criteria of the other version that matter to somebody and ask for what the sheet's own version did not ask.
fn unasked(sheet: &Sheet, carried: &Sheet) -> Vec<CriterionId> {
    let was_asked =
        |criterion: &str, reading: &str| sheet.catalogue().reading(criterion, reading).is_some();
    let matters = |severity: &[Option<Severity>]| severity.iter().any(Option::is_some);
    let all = carried.catalogue().criteria().iter();
    let asks_more = all.filter(|own| {
        let mut readings = own.readings.iter();
        matters(&own.severity)
            && readings.any(|reading| !was_asked(own.id.as_str(), reading.id.as_str()))
    });
    asks_more.map(|own| own.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barrier_free::tests::{AUDITED, DRAFT, all_met, draft, kind};

    /// The draft with other words in some places, as a version of its own.
    fn changed(changes: &[(&str, &str)]) -> Arc<Catalogue> {
        let text = DRAFT.replace("\"lb-draft-1\"", "\"lb-2\"");
        let text = changes.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        Arc::new(Catalogue::from_toml(&text).unwrap())
    }

    #[test]
    fn the_same_criteria_under_another_name_change_nothing() {
        let sheet = all_met(&draft());
        let effect = Effect::of(&sheet, &changed(&[]), kind("library"), AUDITED);
        let nothing = Effect {
            rerated: Vec::new(),
            uncarried: Vec::new(),
            unasked: Vec::new(),
        };
        assert_eq!(effect, nothing);
        assert!(!effect.rates_differently());
    }

    #[test]
    fn a_stricter_bound_is_told_with_the_rating_before_and_after() {
        let sheet = all_met(&draft());
        let stricter = changed(&[("width_cm = \">= 150\"", "width_cm = \">= 180\"")]);
        let effect = Effect::of(&sheet, &stricter, kind("library"), AUDITED);
        let wheelchair = Rerated {
            need: Need::Wheelchair,
            before: Rating::Full,
            after: Rating::Partial,
        };
        assert!(effect.rerated.contains(&wheelchair), "{effect:?}");
        assert!(effect.uncarried.is_empty());
    }

    #[test]
    fn what_was_read_off_and_has_no_place_any_more_is_named() {
        let sheet = all_met(&draft());
        let renamed = changed(&[
            ("id = \"stop_distance_m\"", "id = \"stop_m\""),
            ("stop_distance_m = \"<= 300\"", "stop_m = \"<= 300\""),
            ("stop_distance_m = \"<= 600\"", "stop_m = \"<= 600\""),
        ]);
        let effect = Effect::of(&sheet, &renamed, kind("library"), AUDITED);
        let told = effect.uncarried.iter();
        let told: Vec<_> = told
            .map(|own| format!("{}.{}", own.criterion, own.reading))
            .collect();
        assert_eq!(told, ["C09.stop_distance_m"]);
        assert_eq!(effect.unasked, ["C09".parse().unwrap()]);
    }
}
