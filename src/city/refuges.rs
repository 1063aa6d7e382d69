//! Places of refuge that came in under older rules.

use std::sync::Arc;

use crate::city::City;
use crate::domain::PlaceId;
use crate::domain::change::CityChange;
use crate::domain::members::Described;
use crate::domain::trail::Author;
use crate::error::Error;
use crate::snapshot::Snapshot;

impl City {
    /// Forgets places that the block list of today names, with what is held there and what the trail tells of them; how many
    /// they were. Nothing says which.
    ///
    /// # Errors
    /// What the store says.
    pub async fn forget_refuges(self: &Arc<Self>) -> Result<usize, Error> {
        let snapshot = self.snapshot();
        let found = tokio::task::spawn_blocking(move || refuges_in(&snapshot)).await?;
        if found.is_empty() {
            return Ok(0);
        }
        let count = found.len();
        let make = move |now: &Snapshot| -> Result<CityChange, Error> {
            let refuges = found.iter().copied();
            Ok(CityChange {
                refuges: refuges.filter(|id| now.place(*id).is_some()).collect(),
                ..CityChange::by(Author::built_in())
            })
        };
        self.act(make).await?;
        tracing::warn!(
            count,
            "places that are on the shelter block list were forgotten"
        );
        Ok(count)
    }
}

/// The places that name a place of refuge, by id.
fn refuges_in(snapshot: &Snapshot) -> Vec<PlaceId> {
    let places = snapshot.places().map(|own| &own.place);
    let named = places.filter(|own| own.names_a_refuge());
    named.map(|own| own.id).collect()
}
