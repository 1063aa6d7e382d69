//! What shall be done about barriers that an audit found.

use super::{NotKept, roles};
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::audit::measure::{KeptMeasure, Measure, Progress, Status};
use crate::domain::audit::{Audit, AuditId};
use crate::domain::staff::Actor;
use crate::store::Hand;

impl City {
    /// Keeps a measure as it is sent: a new one, or in place of the version that was `seen`; and whether it is new.
    ///
    /// # Errors
    /// Why it is not written.
    pub async fn save_measure(
        &self,
        actor: Actor,
        (audit, seen): (AuditId, Option<i64>),
        sent: Measure,
    ) -> Result<(KeptMeasure, bool), NotKept> {
        let own = self.store().audit(audit).await?.ok_or(NotKept::Unknown)?;
        self.check_aims(&own, &sent)?;
        let before = self.store().measure(sent.id).await?;
        if before.is_none() && own.withdrawn.is_some() {
            let rule = "is of an audit that was withdrawn: write it down at another";
            return Err(Invalid::new("measure", rule).into());
        }
        if let Some(before) = &before {
            if before.audit != audit {
                return Err(NotKept::Unknown);
            }
            if before.measure == sent {
                return Ok((before.clone(), false));
            }
            if seen != Some(before.version) {
                let is_said = seen.is_some();
                return Err(NotKept::Meanwhile { is_said });
            }
        }
        check_status(before.as_ref(), &sent, actor)?;
        let kept = KeptMeasure {
            audit,
            measure: sent,
            by: actor.role,
            at: self.now(),
            version: before.as_ref().map_or(1, |own| own.version + 1),
        };
        let by = Hand::of(actor, kept.at);
        if self.store().put_measure(&kept, &by).await? {
            Ok((kept, before.is_none()))
        } else {
            Err(NotKept::Meanwhile { is_said: true })
        }
    }

    /// Every criterion that a measure is to meet stands in the version that the audit was made with.
    fn check_aims(&self, audit: &Audit, sent: &Measure) -> Result<(), Invalid> {
        let catalogue = self.catalogue(audit.draft.criteria.as_str())?;
        let mut aims = sent.criteria.iter();
        match aims.find(|own| catalogue.criterion(own.as_str()).is_none()) {
            None => Ok(()),
            Some(unknown) => Err(Invalid::new(
                "criteria",
                format!("{unknown} is no criterion of {}", catalogue.version),
            )),
        }
    }
}

/// New measures are proposals; after that planners say how far they are. One that is carried out stays as it was written then:
/// its last writing says since when somebody has to look again.
fn check_status(before: Option<&KeptMeasure>, sent: &Measure, actor: Actor) -> Result<(), Invalid> {
    let known = before.map_or(&Status::PROPOSED, |own| &own.measure.status);
    if known.progress() == Progress::Implemented {
        let rule = "is implemented: such a measure is not changed any more";
        return Err(Invalid::new("status", rule));
    }
    if *known == sent.status {
        return Ok(());
    }
    known.after(sent.status.clone(), &roles(actor)).map(drop)
}
