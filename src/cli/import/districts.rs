//! `miteinander import districts`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::import::{Common, commit, forget_sample, new_city, open, read_file, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::District;
use crate::domain::change::{CityChange, Districts};
use crate::domain::district::Boundary;
use crate::domain::trail::Author;
use crate::import::districts::{self, Naming};
use crate::snapshot::{Located, Snapshot};

#[derive(Args)]
pub(in crate::cli) struct Options {
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

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
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
        change.settings = Some(new_city(options.city_name.as_deref(), None, &options.file)?);
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
        forget_sample(place, city.as_ref(), &change).await?;
        commit(store, city, change).await?;
    }
    report(&options.common, &said)
}

/// Whether the city there is sample data and no place of it lies in the new districts: then they are another city's.
fn is_sample_elsewhere(before: &Snapshot, districts: &[District]) -> bool {
    let lies_in = |own: &Located| {
        districts
            .iter()
            .any(|district| own.place.shape.touches_area(&district.area))
    };
    before.settings().sample && !before.places().any(lies_in)
}
