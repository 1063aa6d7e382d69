//! `miteinander import places`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use uuid::Uuid;

use crate::cli::import::{Common, commit, existing_places, open, read_file, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::place::Origin;
use crate::import::places;
use crate::import::reconcile::{self, Existing};

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// GeoJSON or CSV file with one place per feature or row
    file: PathBuf,
    /// Field of the file that is let be; may be given several times
    #[arg(long, value_name = "FIELD")]
    ignore: Vec<String>,
    #[command(flatten)]
    common: Common,
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let (name, bytes) = read_file(&options.file)?;
    let found = places::read(&name, &bytes, Origin::Local, &options.ignore, Uuid::new_v4)?;
    let (store, city) = open(place).await?;
    let Some(city) = city else {
        return Err(Failure::Said(
            "no city is loaded: import its districts or an OpenStreetMap extract first".into(),
        ));
    };
    let snapshot = city.snapshot();
    let records = store.osm_records().await?.into_iter().collect();
    let existing = Existing {
        places: existing_places(&snapshot),
        records,
    };
    let (change, said) = reconcile::local(&existing, found);
    if !options.common.dry_run {
        commit(store, Some(Arc::clone(&city)), change).await?;
    }
    report(&options.common, &said)
}
