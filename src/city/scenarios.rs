//! Scenarios that planners keep.

use uuid::Uuid;

use super::City;
use crate::domain::scenario::{Scenario, ScenarioDraft, ScenarioId};
use crate::domain::staff::Actor;
use crate::error::Error;
use crate::store::Hand;

impl City {
    /// Keeps a scenario for the city as it is now; none where no more are kept.
    ///
    /// # Errors
    /// [`Error`] where the store fails.
    pub async fn keep_scenario(
        &self,
        actor: Actor,
        draft: ScenarioDraft,
    ) -> Result<Option<Scenario>, Error> {
        let scenario = Scenario {
            id: ScenarioId(Uuid::new_v4()),
            draft,
            made_for: self.snapshot().revision().0,
            by: actor.role,
            at: self.now(),
            version: 1,
        };
        let by = Hand::of(actor, scenario.at);
        let is_kept = self.store().add_scenario(&scenario, &by).await?;
        Ok(is_kept.then_some(scenario))
    }
}
