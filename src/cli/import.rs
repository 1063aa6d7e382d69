//! `miteinander import`.

mod audits;
mod districts;
mod events;
mod osm;
mod places;
mod population;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use clap::{Args, Subcommand};

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::change::CityChange;
use crate::domain::{CitySettings, Place, PlaceId};
use crate::error::Error;
use crate::import::Refused;
use crate::snapshot::Snapshot;
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Source {
    /// Districts and places of any city from an OpenStreetMap extract (.osm.pbf)
    Osm(osm::Options),
    /// Districts from GeoJSON, in place of all there are
    Districts(districts::Options),
    /// Places from GeoJSON or CSV; those with a known id are changed, the others are new
    Places(places::Options),
    /// Events and offers from a calendar (.ics); unlike other files, one with a bad event keeps its good ones
    Events(events::Options),
    /// Audits for barriers as `A11yJSON`; each is in progress until an auditor publishes it
    Audits(audits::Options),
    /// Who lives where, from the census grid or the city's own blocks, in place of what was known of it
    Population(population::Options),
}

#[derive(Args)]
struct Common {
    /// Say what would happen, and store nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(place: &WhereKept, source: Source) -> Result<(), Failure> {
    match source {
        Source::Osm(options) => Box::pin(osm::run(place, &options)).await,
        Source::Districts(options) => districts::run(place, &options).await,
        Source::Places(options) => places::run(place, &options).await,
        Source::Events(options) => events::run(place, &options).await,
        Source::Audits(options) => audits::run(place, &options).await,
        Source::Population(options) => population::run(place, &options).await,
    }
}

/// The store with the city it holds, if it holds one.
async fn open(place: &WhereKept) -> Result<(Store, Option<Arc<City>>), Failure> {
    let store = place.open().await?;
    match City::open(store.clone(), Clock::System).await {
        Ok(city) => Ok((store, Some(city))),
        Err(Error::NoCity) => Ok((store, None)),
        Err(error) => Err(error.into()),
    }
}

/// Where `change` puts another city in place of a sample, what was made up for that goes first: whatever happens then, it is
/// in no other city.
async fn forget_sample(
    place: &WhereKept,
    city: Option<&Arc<City>>,
    change: &CityChange,
) -> Result<(), Failure> {
    let is_sample = city.is_some_and(|own| own.snapshot().settings().sample);
    if is_sample && change.forget_places {
        let reports = place.open_reports().await?;
        reports.forget_sample().await?;
        reports.close().await;
    }
    Ok(())
}

/// Commits `change`, made for `city` as it is now or for an empty store.
async fn commit(store: Store, city: Option<Arc<City>>, change: CityChange) -> Result<(), Failure> {
    match city {
        Some(city) => {
            let made_for = city.snapshot().revision();
            city.apply(change, made_for).await?;
        }
        None => drop(City::begin(store, change, Clock::System).await?),
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Refused::file(&name, error.to_string()))?;
    Ok((name, bytes))
}

fn report(
    common: &Common,
    report: &(impl serde::Serialize + std::fmt::Display),
) -> Result<(), Failure> {
    if common.json {
        say(serde_json::to_string_pretty(report)
            .map_err(|error| Failure::Said(error.to_string()))?);
    } else {
        say(report);
        say(if common.dry_run {
            "dry run: nothing was stored"
        } else {
            "stored"
        });
    }
    Ok(())
}

fn existing_places(snapshot: &Snapshot) -> HashMap<PlaceId, &Place> {
    snapshot
        .places()
        .map(|own| (own.place.id, &own.place))
        .collect()
}

/// Settings for a city that is new here: named by the caller, by the data, or after the file.
fn new_city(
    chosen: Option<&str>,
    found: Option<&str>,
    file: &Path,
) -> Result<CitySettings, Failure> {
    let stem = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().trim_end_matches(".osm").to_owned());
    let name = chosen
        .or(found)
        .map(str::to_owned)
        .or(stem)
        .unwrap_or_default();
    Ok(CitySettings::named(&name).map_err(Error::from)?)
}
