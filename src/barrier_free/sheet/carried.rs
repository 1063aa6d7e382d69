//! What an audit would say under another version of the criteria.

use std::sync::Arc;

use super::Sheet;
use crate::barrier_free::Truth;
use crate::barrier_free::catalogue::Catalogue;

impl Sheet {
    /// The answers to what another version asks for by the same names. What it cannot take (another unit, a choice that is
    /// gone) is unknown there; what only it asks for is unknown too.
    #[must_use]
    pub fn carried_to(&self, catalogue: &Arc<Catalogue>) -> Self {
        let mut carried = Self::empty(catalogue);
        for condition in catalogue.conditions() {
            let id = condition.id.as_str();
            let said = self.condition(id);
            if said != Truth::Unknown {
                // Nobody is asked where it follows from another answer by now.
                drop(carried.set_condition(id, Some(said == Truth::Yes)));
            }
        }
        for criterion in catalogue.criteria() {
            let of = criterion.id.as_str();
            for reading in &criterion.readings {
                let id = reading.id.as_str();
                let answer = self.answer(of, id);
                let is_taken = carried.set(of, id, answer.as_ref()).is_ok();
                if is_taken && self.is_estimated(of, id) {
                    drop(carried.set_estimated(of, id, true));
                }
            }
            let equivalent = self.equivalent(of).cloned();
            drop(carried.set_equivalent(of, equivalent));
        }
        carried
    }
}
