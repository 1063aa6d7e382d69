//! Residents' reports that the barriers of a place have changed. Somebody of the city decides whether one is plausible; only
//! then it counts, and audits from before are to be doubted.

use std::sync::Arc;

use crate::city::City;
use crate::domain::Invalid;
use crate::domain::change::CityChange;
use crate::domain::staff::Actor;
use crate::domain::suggestion::{Suggestion, SuggestionAccepted, SuggestionId};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

impl City {
    /// Accepts a report as plausible. Nothing of the place itself changes.
    ///
    /// # Errors
    /// [`Error::Decided`] when it is not open any more, [`Error::Invalid`] when it says anything else than that barriers have
    /// changed (a remark apart) or its place is gone, or what the store says.
    pub async fn accept_report(
        self: &Arc<Self>,
        actor: Actor,
        id: SuggestionId,
    ) -> Result<Revision, Error> {
        let own = self.open_suggestion(id).await?;
        let place = reported(own.as_ref().ok_or(Error::Decided(id))?)?;
        let decided = SuggestionAccepted {
            id,
            place,
            on: self.today(),
            by: actor.role,
            barriers_changed: true,
        };
        let make = move |snapshot: &Snapshot| {
            if snapshot.place(place).is_none() {
                return Err(Error::from(Invalid::new("place", "is no longer there")));
            }
            Ok(CityChange {
                decided: Some(decided),
                ..CityChange::by(Author::staff(actor))
            })
        };
        self.act(make).await
    }
}

/// The place of which a suggestion says that its barriers have changed. Where it says more, accepting it as it is
/// would close the rest unread.
fn reported(own: &Suggestion) -> Result<crate::domain::PlaceId, Invalid> {
    let place = own.said.about.filter(|_| own.said.is_report_alone());
    let rule =
        "must tell of changed barriers and of nothing else: accept it with the place as it becomes";
    place.ok_or_else(|| Invalid::new("suggestion", rule))
}
