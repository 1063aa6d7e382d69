//! What keeps most places from the standard: criteria of published audits, by how many places would be better if each alone
//! were met.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::barrier_free::catalogue::Text;
use crate::barrier_free::priority::Unblocked;
use crate::domain::audit::{CriterionId, Verdict};
use crate::snapshot::{Listed, Snapshot};

/// A criterion that places on the list do not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The criterion.
    pub criterion: CriterionId,
    /// What it is called in German.
    pub de: Box<str>,
    /// In plain German.
    pub de_simple: Box<str>,
    /// In English.
    pub en: Box<str>,
    /// Audited places that do not even meet the minimum of it.
    pub not_met: u32,
    /// Audited places that meet only the minimum of it.
    pub limited: u32,
    /// Places that would let people in who cannot use them now, if this alone were met.
    pub opens: u32,
    /// Steps that all places and needs would gain, if this alone were met (see `measures`).
    pub steps: u32,
    /// Places that would meet the standard, if this alone were met.
    pub reaches_standard: u32,
}

/// All criteria that some listed place does not meet: those that would gain most come first.
pub(super) fn of(city: &Snapshot, listed: &[Listed<'_>]) -> Vec<Obstacle> {
    let mut all: BTreeMap<CriterionId, Obstacle> = BTreeMap::new();
    for own in listed.iter().filter_map(|own| own.located.audited()) {
        let Some((sheet, verdicts)) = own.sheet().zip(own.verdicts()) else {
            continue;
        };
        for (criterion, verdict) in sheet.catalogue().criteria().iter().zip(verdicts.iter()) {
            let (not_met, limited) = (verdict == Verdict::NotMet, verdict == Verdict::Limited);
            if !not_met && !limited {
                continue;
            }
            let known = all.entry(criterion.id.clone());
            let known = known.or_insert_with(|| named(city, &criterion.id, &criterion.name));
            known.not_met += u32::from(not_met);
            known.limited += u32::from(limited);
            if let Some(improved) = own.improved([&criterion.id]) {
                let steps = improved.unblocked().into_iter().map(Unblocked::steps);
                known.steps += steps.sum::<u32>();
                known.opens += u32::from(!improved.newly_usable().is_empty());
                known.reaches_standard += u32::from(improved.newly_meets_standard());
            }
        }
    }
    let mut all: Vec<Obstacle> = all.into_values().collect();
    // Equal ones stay in the order of the catalogue.
    all.sort_by_key(|own| std::cmp::Reverse((own.steps, own.opens, own.not_met, own.limited)));
    all
}

/// A criterion by the name that the newest version gives it which has it.
fn named(city: &Snapshot, id: &CriterionId, known: &Text) -> Obstacle {
    let versions = city.criteria().iter();
    let names = versions.filter_map(|own| Some(&own.criterion(id.as_str())?.name));
    let name = names.last().unwrap_or(known);
    Obstacle {
        criterion: id.clone(),
        de: name.de.clone(),
        de_simple: name.de_simple.clone(),
        en: name.en.clone(),
        not_met: 0,
        limited: 0,
        opens: 0,
        steps: 0,
        reaches_standard: 0,
    }
}
