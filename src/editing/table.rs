//! A table of places that comes back from a spreadsheet.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::city::City;
use crate::domain::change::CityChange;
use crate::domain::place::Origin;
use crate::domain::place::columns::VERSION;
use crate::domain::staff::Actor;
use crate::domain::trail::Author;
use crate::error::Error;
use crate::import::places::{self, Onto};
use crate::import::reconcile::{self, Existing, Reconciled};
use crate::import::{Complaint, Refused};
use crate::snapshot::Snapshot;

/// So often is a table worked out anew when somebody writes meanwhile; then the refusal is told.
const MOST_REPEATS: usize = 5;

/// Why a table is not taken.
#[derive(Debug)]
pub enum NotTaken {
    /// Something in it is wrong: nothing is stored.
    Refused(Vec<Complaint>),
    /// The store failed.
    Failed(Error),
}

impl From<Error> for NotTaken {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Takes a CSV or GeoJSON file of places whole, or says everything that is wrong with it; with `is_trial` it is only
/// said what would happen.
///
/// # Errors
/// Why nothing is stored.
pub async fn take_table(
    city: &Arc<City>,
    actor: Actor,
    file: &str,
    bytes: Vec<u8>,
    is_trial: bool,
) -> Result<Reconciled, NotTaken> {
    let today = city.snapshot().date_at(city.now());
    let (file, bytes): (Arc<str>, Arc<[u8]>) = (file.into(), bytes.into());
    let mut repeats = 0;
    loop {
        let snapshot = city.snapshot();
        let made_for = snapshot.revision();
        let (file, bytes) = (Arc::clone(&file), Arc::clone(&bytes));
        // Reading a large table holds up nobody else.
        let reading =
            tokio::task::spawn_blocking(move || read(&snapshot, &file, &bytes, (actor, today)));
        let (change, told) = reading
            .await
            .map_err(Error::from)?
            .map_err(|Refused(complaints)| NotTaken::Refused(complaints))?;
        if is_trial {
            return Ok(told);
        }
        match city.apply(change, made_for).await {
            Err(Error::Outdated { .. }) if repeats < MOST_REPEATS => {
                repeats += 1;
                city.refresh().await?;
            }
            done => return Ok(done.map(|_| told)?),
        }
    }
}

fn read(
    snapshot: &Snapshot,
    file: &str,
    bytes: &[u8],
    (actor, today): (Actor, NaiveDate),
) -> Result<(CityChange, Reconciled), Refused> {
    let known = |id| snapshot.place(id).map(|own| &own.place);
    let Onto {
        places,
        changed_since,
        unversioned,
    } = places::read_onto(file, bytes, Origin::Local, &[], known, Uuid::new_v4)?;
    if !unversioned.is_empty() {
        return Err(Refused(vec![without_version(file, unversioned.len())]));
    }
    let elsewhere: Vec<_> = places
        .iter()
        .filter_map(|place| {
            let before = known(place.id);
            let broken = super::rules::check(snapshot, before, place, today).err()?;
            Some((place.name.to_string(), broken))
        })
        .flat_map(|(name, broken)| broken.into_iter().map(move |rule| (name.clone(), rule)))
        .map(|(feature, rule)| Complaint {
            file: file.to_owned(),
            feature,
            field: rule.field.into_owned(),
            reason: rule.reason,
        })
        .collect();
    if !elsewhere.is_empty() {
        return Err(Refused(elsewhere));
    }
    let places_now = snapshot.places();
    let existing = Existing {
        places: places_now.map(|own| (own.place.id, &own.place)).collect(),
        records: HashMap::new(),
    };
    let (mut change, mut told) = reconcile::local(&existing, places);
    change.author = Author::staff(actor);
    told.changed_since = changed_since;
    Ok((change, told))
}

/// Nobody can tell what a table would undo that does not say what it was made from.
fn without_version(file: &str, places: usize) -> Complaint {
    Complaint {
        file: file.to_owned(),
        feature: String::new(),
        field: VERSION.to_owned(),
        reason: format!(
            "is missing for {places} places that are known already: fetch the table anew and leave this column as it is"
        ),
    }
}
