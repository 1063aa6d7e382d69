//! `miteinander check`.

use std::path::PathBuf;

use clap::Args;

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::import::folder::CityFolder;
use crate::snapshot::agreement::{self, Findings};
use crate::snapshot::{CityData, Revision, Snapshot};

#[derive(Args)]
pub(super) struct Options {
    /// Check the built-in city instead of what is stored
    #[arg(long, conflicts_with = "city")]
    built_in: bool,
    /// Check a city's own folder instead of what is stored
    #[arg(long, value_name = "DIR")]
    city: Option<PathBuf>,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let findings = match (options.built_in, &options.city) {
        (true, _) => of_folder(&CityFolder::BuiltIn)?,
        (_, Some(folder)) => of_folder(&CityFolder::Disk(folder.clone()))?,
        _ => {
            let city = City::open(place.open().await?, Clock::System).await?;
            agreement::findings(&city.snapshot())
        }
    };
    if options.json {
        say(serde_json::to_string_pretty(&findings)
            .map_err(|error| Failure::Said(error.to_string()))?);
    } else {
        say(&findings);
    }
    match findings.faults.len() {
        0 => Ok(()),
        count => Err(Failure::Said(format!("{count} things do not agree"))),
    }
}

fn of_folder(folder: &CityFolder) -> Result<Findings, Failure> {
    let mut findings = agreement::findings(&read_folder(folder)?);
    let complaints = folder.calendar_complaints()?;
    let told = complaints
        .iter()
        .map(|complaint| format!("left out of {complaint}"));
    findings.missing.extend(told);
    Ok(findings)
}

fn read_folder(folder: &CityFolder) -> Result<Snapshot, Failure> {
    let change = folder.read()?;
    let districts = change.districts.unwrap_or_default();
    Ok(Snapshot::build(CityData {
        events: change
            .events
            .into_iter()
            .map(|change| change.event)
            .collect(),
        map_revision: None,
        map: None,
        revision: Revision::default(),
        lineage: "".into(),
        settings: change
            .settings
            .ok_or_else(|| Failure::Said("the folder has no settings".into()))?,
        districts: districts.districts,
        quarters: districts.quarters,
        places: change
            .places
            .into_iter()
            .map(|change| change.place)
            .collect(),
    }))
}
