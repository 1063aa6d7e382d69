//! `miteinander import`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::CitySettings;
use crate::domain::change::{CityChange, Districts};
use crate::domain::district::Boundary;
use crate::domain::place::Origin;
use crate::domain::trail::Author;
use crate::error::Error;
use crate::import::districts::{self, Naming};
use crate::import::reconcile::{self, Existing};
use crate::import::{Refused, places};
use crate::snapshot::Snapshot;
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Source {
    /// Districts from GeoJSON, in place of all there are
    Districts(DistrictOptions),
    /// Places from GeoJSON or CSV; those with a known id are changed, the others are new
    Places(PlaceOptions),
}

#[derive(Args)]
pub(super) struct Common {
    /// Say what would happen, and store nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct DistrictOptions {
    /// GeoJSON file with one polygon or multipolygon per district
    file: PathBuf,
    /// Property that holds the district's name
    #[arg(long, default_value = "name", value_name = "PROPERTY")]
    name_field: String,
    /// Property that holds the district's id; made from the name if not given
    #[arg(long, value_name = "PROPERTY")]
    id_field: Option<String>,
    /// Name of the city, for an empty data folder
    #[arg(long, value_name = "NAME")]
    city_name: Option<String>,
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub(super) struct PlaceOptions {
    /// GeoJSON or CSV file with one place per feature or row
    file: PathBuf,
    /// Field of the file that is let be; may be given several times
    #[arg(long, value_name = "FIELD")]
    ignore: Vec<String>,
    #[command(flatten)]
    common: Common,
}

pub(super) async fn run(place: &WhereKept, source: Source) -> Result<(), Failure> {
    match source {
        Source::Districts(options) => import_districts(place, &options).await,
        Source::Places(options) => import_places(place, &options).await,
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

/// What an import of districts did or would do.
#[derive(serde::Serialize)]
struct DistrictReport {
    city: String,
    districts: usize,
    replaced: usize,
    forgets_sample_places: bool,
    mended: Vec<String>,
}

impl std::fmt::Display for DistrictReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}: {} districts in place of {}",
            self.city, self.districts, self.replaced
        )?;
        if self.forgets_sample_places {
            write!(f, "\nthe sample places lie elsewhere and are left out")?;
        }
        if !self.mended.is_empty() {
            write!(
                f,
                "\noutlines that touched themselves, mended: {}",
                self.mended.join(", ")
            )?;
        }
        Ok(())
    }
}

async fn import_districts(place: &WhereKept, options: &DistrictOptions) -> Result<(), Failure> {
    let (name, bytes) = read_file(&options.file)?;
    let naming = Naming {
        id_field: options.id_field.clone(),
        name_field: options.name_field.clone(),
    };
    let found = districts::read(&name, &bytes, &naming, Boundary::Official)?;
    let (store, city) = open(place).await?;
    let before = city.as_ref().map(|city| city.snapshot());
    let is_elsewhere = before
        .as_deref()
        .is_some_and(|before| is_sample_elsewhere(before, &found.districts));
    let mut change = CityChange::by(Author::import("districts"));
    if is_elsewhere || before.is_none() {
        let stem = options
            .file
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let name = options.city_name.clone().or(stem).unwrap_or_default();
        change.settings = Some(CitySettings::named(&name).map_err(Error::from)?);
        change.forget_places = before.is_some();
    }
    let settings = change
        .settings
        .as_ref()
        .or(before.as_deref().map(Snapshot::settings));
    let said = DistrictReport {
        city: settings
            .map(|settings| settings.name.clone())
            .unwrap_or_default(),
        districts: found.districts.len(),
        replaced: before
            .as_deref()
            .map_or(0, |before| before.districts().len()),
        forgets_sample_places: is_elsewhere,
        mended: found.mended.iter().map(ToString::to_string).collect(),
    };
    change.districts = Some(Districts {
        districts: found.districts,
        quarters: Vec::new(),
    });
    if !options.common.dry_run {
        commit(store, city, change).await?;
    }
    report(&options.common, &said)
}

/// Whether the city there is sample data and no place of it lies in the new districts: then they are another city's.
fn is_sample_elsewhere(before: &Snapshot, districts: &[crate::domain::District]) -> bool {
    let lies_in = |own: &crate::snapshot::Located| {
        districts
            .iter()
            .any(|district| own.place.shape.touches_area(&district.area))
    };
    before.settings().sample && !before.places().iter().any(lies_in)
}

async fn import_places(place: &WhereKept, options: &PlaceOptions) -> Result<(), Failure> {
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

fn existing_places(snapshot: &Snapshot) -> HashMap<crate::domain::PlaceId, &crate::domain::Place> {
    snapshot
        .places()
        .iter()
        .map(|own| (own.place.id, &own.place))
        .collect()
}
