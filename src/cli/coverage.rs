//! `miteinander coverage`: the planner's table at a terminal. It asks as the API is asked, and prints the same report.

mod table;

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, say};
use crate::domain::DistrictId;
use crate::export::coverage::{CoverageReport, coverage_csv, district_features};
use crate::export::geojson::json;
use crate::query::{AT, COVERAGE_PARAMS, CoverageQuery, Params};
use crate::snapshot::Snapshot;

#[derive(Args)]
pub(super) struct Options {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// Who walks: adult, older, walker (with a walking aid), `child_6`, wheelchair
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    /// Within reach is what takes at most so many minutes; by the city's rules if left out
    #[arg(long, value_name = "MINUTES")]
    minutes: Option<String>,
    /// Only places surely open then: now, evening, sunday, or a time such as 2026-01-31T18:30
    #[arg(long, value_name = "WHEN")]
    at: Option<String>,
    /// Only rooms (room) or only places outdoors (outdoor)
    #[arg(long, value_name = "CLASS")]
    cls: Option<String>,
    /// Any of these kinds, separated by commas
    #[arg(long, value_name = "KINDS")]
    kind: Option<String>,
    /// Any of these topics, separated by commas
    #[arg(long, value_name = "TOPICS")]
    topics: Option<String>,
    /// Only places where nobody has to pay
    #[arg(long)]
    free: bool,
    /// Only places where nobody has to buy something
    #[arg(long)]
    no_consumption: bool,
    /// Only places that an audit found usable for all of these needs, separated by commas
    #[arg(long, value_name = "NEEDS")]
    usable_for: Option<String>,
    /// Only places that an audit found fully usable for all of these needs, separated by commas
    #[arg(long, value_name = "NEEDS")]
    fully_usable_for: Option<String>,
    /// Only places that count for a room and a place to meet in every district
    #[arg(long)]
    counted: bool,
    /// The day as of which places count, such as 2026-01-31; today if left out
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// Only this district, with the reasons for its level and what is to do
    #[arg(long, value_name = "ID")]
    district: Option<DistrictId>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A table to read
    Table,
    /// A table for spreadsheets
    Csv,
    /// The districts with their outlines
    Geojson,
    /// Everything, as the API answers it
    Json,
}

pub(super) async fn run(place: &WhereKept, options: Options) -> Result<(), Failure> {
    let query = options.query()?;
    let store = place.open().await?;
    let city = City::open(store.clone(), Clock::System).await?;
    let done = print(&city.snapshot(), &city, &query, &options);
    store.close().await;
    done
}

fn print(
    snapshot: &Snapshot,
    city: &City,
    query: &CoverageQuery,
    options: &Options,
) -> Result<(), Failure> {
    let now = city.now();
    let coverage = snapshot.coverage(query.day(snapshot, now));
    let question = query.question(snapshot, now);
    let link = format!("/api/coverage?{}", query.spelled_out(snapshot, now));
    let mut report = CoverageReport::new(snapshot, &coverage, &question, &link);
    if let Some(id) = &options.district {
        report.districts.retain(|own| own.id == *id);
        if report.districts.is_empty() {
            return Err(Failure::Said(format!("there is no district \"{id}\"")));
        }
    }
    match options.format {
        Form::Table => say(table::Shown {
            report: &report,
            is_detailed: options.district.is_some(),
        }),
        Form::Csv => write(&coverage_csv(&report)),
        Form::Geojson => write(&json(&district_features(snapshot, &report))),
        Form::Json => write(&json(&report)),
    }
    Ok(())
}

/// Writes bytes to standard output; a reader that went away is no failure.
fn write(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

impl Options {
    /// The question as a web address would ask it, so that both are read by the same rules.
    fn query(&self) -> Result<CoverageQuery, Failure> {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let texts = [
            ("profile", &self.profile),
            ("minutes", &self.minutes),
            ("at", &self.at),
            ("cls", &self.cls),
            ("kind", &self.kind),
            ("topics", &self.topics),
            ("usable_for", &self.usable_for),
            ("fully_usable_for", &self.fully_usable_for),
            ("date", &self.date),
        ];
        for (name, text) in texts {
            query.extend_pairs(text.iter().map(|text| (name, text)));
        }
        let flags = [
            ("free", self.free),
            ("no_consumption", self.no_consumption),
            ("counted", self.counted),
        ];
        let set = flags.iter().filter(|(_, is_set)| *is_set);
        query.extend_pairs(set.map(|(name, _)| (name, "true")));
        let params = Params::parse(&query.finish(), &[COVERAGE_PARAMS, AT]);
        let read = params.and_then(|mut params| CoverageQuery::read(&mut params));
        read.map_err(|invalid| Failure::Said(format!("--{} {}", invalid.field, invalid.reason)))
    }
}
