//! `miteinander import places`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use uuid::Uuid;

use crate::cli::import::{Common, commit, existing_places, open, read_file, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::Location;
use crate::domain::place::{Origin, Place};
use crate::import::places::{self, Onto};
use crate::import::reconcile::{self, Existing};
use crate::import::{Complaint, Refused};
use crate::snapshot::Snapshot;

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// GeoJSON or CSV file with one place per feature or row. A feature with a known id replaces the whole place; a
    /// row with a known id changes what the table has columns for, an empty cell meaning unknown
    file: PathBuf,
    /// Field of the file that is let be; may be given several times
    #[arg(long, value_name = "FIELD")]
    ignore: Vec<String>,
    #[command(flatten)]
    common: Common,
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let (name, bytes) = read_file(&options.file)?;
    let (store, city) = open(place).await?;
    let Some(city) = city else {
        return Err(Failure::Said(
            "no city is loaded: import its districts or an OpenStreetMap extract first".into(),
        ));
    };
    let snapshot = city.snapshot();
    let known = |id| snapshot.place(id).map(|own| &own.place);
    let Onto {
        places: found,
        changed_since,
        // Who imports at a terminal may mean to overwrite.
        unversioned: _,
    } = places::read_onto(
        &name,
        &bytes,
        Origin::Local,
        &options.ignore,
        known,
        Uuid::new_v4,
    )?;
    refuse_swapped(&found, &snapshot, &name)?;
    let records = store.osm_records().await?.into_iter().collect();
    let existing = Existing {
        places: existing_places(&snapshot),
        records,
    };
    let (change, mut said) = reconcile::local(&existing, found);
    said.changed_since = changed_since;
    if !options.common.dry_run {
        commit(store, Some(Arc::clone(&city)), change).await?;
    }
    report(&options.common, &said)
}

/// Longitude and latitude are easily swapped, and 48.9, 9.2 is a place on earth too: but not in the city.
fn refuse_swapped(found: &[Place], snapshot: &Snapshot, file: &str) -> Result<(), Refused> {
    let is_here = |location| snapshot.bbox().is_some_and(|bbox| bbox.contains(location));
    let is_swapped = |place: &&Place| {
        let label = place.shape.label();
        !is_here(label) && Location::from_lon_lat(label.lat(), label.lon()).is_ok_and(is_here)
    };
    let complaint = |place: &Place| Complaint {
        file: file.to_owned(),
        feature: place.name.to_string(),
        field: "lon".to_owned(),
        reason: "and lat seem to be swapped: lon is east, lat is north".to_owned(),
    };
    let complaints: Vec<_> = found.iter().filter(is_swapped).map(complaint).collect();
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(Refused(complaints))
    }
}
