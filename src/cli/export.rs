//! `miteinander export`: what audits found, as files for others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::error::Error;
use crate::export::a11yjson;
use crate::export::audits::measurements_csv;
use crate::export::osm_change::{self, LeftOut, Suggested};
use crate::import::Refused;
use crate::import::osm::{OsmId, whole_objects};
use crate::snapshot::Snapshot;

#[derive(Subcommand)]
pub(super) enum Target {
    /// Every reading of published audits, as a table for German spreadsheets
    Audits(File),
    /// What published audits say of places, as `A11yJSON`: a list of `PlaceInfo`
    A11yjson(File),
    /// Tags that published audits suggest for OpenStreetMap, as an osmChange file to look through and upload by hand:
    /// nothing is sent
    OsmChanges(OsmOptions),
}

#[derive(Args)]
pub(super) struct File {
    /// Where to write it; without it to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct OsmOptions {
    /// A fresh extract (.osm.pbf) with the objects as they are now, versions and times of edits included: a change must send
    /// an object back whole
    #[arg(long, value_name = "FILE")]
    extract: PathBuf,
    /// Where to write it
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(place: &WhereKept, target: Target) -> Result<(), Failure> {
    let city = City::open(place.open().await?, Clock::System).await?;
    let snapshot = city.snapshot();
    match target {
        Target::Audits(file) => {
            let all: Vec<_> = snapshot.audits(None).collect();
            written(file.output.as_deref(), &measurements_csv(all.iter()))
        }
        Target::A11yjson(file) => {
            let text = format!("{:#}\n", Value::Array(place_infos(&snapshot)));
            written(file.output.as_deref(), text.as_bytes())
        }
        Target::OsmChanges(options) => {
            osm_changes(&snapshot, &options, snapshot.date_at(city.now()))
        }
    }
}

fn place_infos(city: &Arc<Snapshot>) -> Vec<Value> {
    let infos = city.places().filter_map(|located| {
        let (sheet, ratings) = located
            .truly_audited()
            .and_then(|own| own.sheet().zip(own.ratings()))?;
        let said = a11yjson::accessibility(sheet, ratings);
        Some(a11yjson::place_info(&located.place, &said))
    });
    infos.collect()
}

fn osm_changes(city: &Snapshot, options: &OsmOptions, today: NaiveDate) -> Result<(), Failure> {
    let suggested = osm_change::suggestions(city, today);
    let id = |own: &Suggested| own.osm_id.parse::<OsmId>().ok();
    let wanted: BTreeSet<OsmId> = suggested.iter().filter_map(id).collect();
    let name = options.extract.display().to_string();
    let objects = whole_objects(&options.extract, &wanted)
        .map_err(|error| Refused::file(&name, error.to_string()))?;
    let mut changed = Vec::new();
    let mut left_out: BTreeMap<LeftOut, usize> = BTreeMap::new();
    for own in &suggested {
        let object = id(own).and_then(|id| objects.get(&id));
        match osm_change::changed(own, object) {
            Ok(object) => changed.push(object),
            Err(why) => *left_out.entry(why).or_default() += 1,
        }
    }
    written(
        Some(&options.output),
        osm_change::osm_change(&changed).as_bytes(),
    )?;
    report(options, changed.len(), &left_out);
    Ok(())
}

fn report(options: &OsmOptions, changed: usize, left_out: &BTreeMap<LeftOut, usize>) {
    let reasons = left_out
        .iter()
        .map(|(why, count)| (json!(why).as_str().unwrap_or_default().to_owned(), *count));
    let reasons: BTreeMap<String, usize> = reasons.collect();
    if options.json {
        say(json!({ "suggested": changed, "left_out": reasons }));
        return;
    }
    let file = options.output.display();
    say(format_args!(
        "{file}: changes of {changed} objects suggested; look at each before you upload it"
    ));
    for (why, count) in reasons {
        say(format_args!(
            "  left out: {count} ({})",
            why.replace('_', " ")
        ));
    }
}

fn written(output: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::Write;
    let Some(path) = output else {
        // A reader that went away is no failure.
        let _ = std::io::stdout().write_all(bytes);
        return Ok(());
    };
    let done = std::fs::write(path, bytes).map_err(|source| Error::File {
        path: path.display().to_string(),
        source,
    });
    Ok(done?)
}
