//! The same change for several places at once: for all of them, or for none.

use std::sync::Arc;

use super::{NotWritten, by, current, rules};
use crate::city::City;
use crate::domain::change::{CityChange, PlaceChange};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::{Invalid, PlaceId};
use crate::import::places::edited;
use crate::import::record::Record;
use crate::snapshot::{Revision, Snapshot};

/// Why a change of several places is not written.
#[derive(Debug, Default)]
pub struct Hindrances {
    /// Places that somebody else has changed meanwhile, or that are gone.
    pub meanwhile: Vec<PlaceId>,
    /// Rules that places would break.
    pub broken: Vec<(PlaceId, Invalid)>,
}

/// Makes `said` true of every place that is as it was when seen; saying nothing confirms that everything known of them
/// is still right.
///
/// # Errors
/// Why nothing is written.
pub async fn bulk(
    city: &Arc<City>,
    actor: Actor,
    seen: Vec<(PlaceId, Version)>,
    said: Record,
) -> Result<Revision, NotWritten> {
    let today = city.snapshot().date_at(city.now());
    let is_confirming = said.fields.is_empty();
    let make = move |snapshot: &Snapshot| -> Result<CityChange, NotWritten> {
        let (mut hindrances, mut change) = (Hindrances::default(), by(actor));
        for (id, version) in &seen {
            let Ok(before) = current(snapshot, *id, *version) else {
                hindrances.meanwhile.push(*id);
                continue;
            };
            if is_confirming {
                let mut after = before.clone();
                rules::confirm(&mut after, actor, today);
                change.places.extend(PlaceChange::between(before, after));
                continue;
            }
            let after = edited(*id, Some(before), said.clone());
            let after = after.and_then(|after| {
                rules::check(snapshot, Some(before), &after, today)?;
                Ok(after)
            });
            match after {
                Ok(after) => change.places.extend(PlaceChange::between(before, after)),
                Err(broken) => {
                    let broken = broken.into_iter().map(|rule| (*id, rule));
                    hindrances.broken.extend(broken);
                }
            }
        }
        if hindrances.meanwhile.is_empty() && hindrances.broken.is_empty() {
            Ok(change)
        } else {
            Err(NotWritten::Several(hindrances))
        }
    };
    city.act(make).await
}
