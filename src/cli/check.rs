//! `miteinander check`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::counselling::KeptHelpLine;
use crate::domain::trail::chain::{Head, Verdict};
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
    /// An entry of the audit trail that was noted earlier, as this command prints the last one: it must still be there
    #[arg(long, value_name = "NUMBER:HASH", conflicts_with_all = ["built_in", "city"])]
    known: Option<Head>,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

/// What was found in the city, and in its trail where it is a stored one.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    findings: Findings,
    #[serde(skip_serializing_if = "Option::is_none")]
    trail: Option<Verdict>,
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let report = match (options.built_in, &options.city) {
        (true, _) => of_folder(&CityFolder::BuiltIn)?.into(),
        (_, Some(folder)) => of_folder(&CityFolder::Disk(folder.clone()))?.into(),
        _ => of_store(place, options.known.clone()).await?,
    };
    if options.json {
        say(serde_json::to_string_pretty(&report)
            .map_err(|error| Failure::Said(error.to_string()))?);
    } else {
        say(&report.findings);
        report.trail.iter().for_each(say);
    }
    let broken = report.trail.as_ref().map_or(0, Verdict::fault_count);
    match (report.findings.faults.len(), broken) {
        (0, 0) => Ok(()),
        (0, broken) => Err(Failure::Said(format!(
            "the audit trail is broken: {broken} faults"
        ))),
        (faults, 0) => Err(Failure::Said(format!("{faults} things do not agree"))),
        (faults, broken) => Err(Failure::Said(format!(
            "{faults} things do not agree, and the audit trail is broken: {broken} faults"
        ))),
    }
}

async fn of_store(place: &WhereKept, known: Option<Head>) -> Result<Report, Failure> {
    let store = place.open().await?;
    let city = City::open(store.clone(), Clock::System).await?;
    let trail = store.check_trail(known).await?;
    store.close().await;
    Ok(Report {
        findings: told(&city.snapshot()),
        trail: Some(trail),
    })
}

impl From<Findings> for Report {
    fn from(findings: Findings) -> Self {
        Self {
            findings,
            trail: None,
        }
    }
}

fn of_folder(folder: &CityFolder) -> Result<Findings, Failure> {
    folder.criteria()?;
    let mut findings = told(&read_folder(folder)?);
    folder.sample_plan()?;
    let complaints = folder.calendar_complaints()?;
    let told = complaints
        .iter()
        .map(|complaint| format!("left out of {complaint}"));
    findings.missing.extend(told);
    Ok(findings)
}

fn told(snapshot: &Snapshot) -> Findings {
    agreement::findings(snapshot, snapshot.date_at(Clock::System.now()))
}

fn read_folder(folder: &CityFolder) -> Result<Snapshot, Failure> {
    let change = folder.read()?;
    let districts = change.districts.unwrap_or_default();
    Ok(Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: change
            .help_lines
            .into_iter()
            .map(|own| KeptHelpLine {
                id: own.id,
                line: own.after,
            })
            .collect(),
        focus_areas: change
            .focus_areas
            .into_iter()
            .filter_map(|own| Some((own.id, own.after?)))
            .collect(),
        releases: Vec::new(),
        events: change
            .events
            .into_iter()
            .map(|change| change.event)
            .collect(),
        map_revision: None,
        map: None,
        residents_revision: change.residents.is_some().then(Revision::default),
        residents: change.residents.map(Arc::unwrap_or_clone),
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
