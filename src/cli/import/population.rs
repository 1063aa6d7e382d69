//! `miteinander import population`.

use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use crate::cli::import::{Common, commit, open, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::change::CityChange;
use crate::domain::residents::{
    DistrictResidents, MilliPersons, PER_PERSON, PlacedResidents, ResidentSource,
};
use crate::domain::trail::Author;
use crate::domain::words::Name;
use crate::error::Error;
use crate::import::Refused;
use crate::import::residents::{self, Context, Input, Merged};
use crate::snapshot::Snapshot;

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// Census grid of 100 m, of 1 km or both (CSV); or the city's own blocks: GeoJSON polygons with `persons`, CSV with lon, lat, persons
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where the numbers are from: census, `city_statistics` or synthetic; by the kind of file if not given
    #[arg(long, value_name = "SOURCE", value_parser = counted)]
    source: Option<ResidentSource>,
    /// The year they are true for
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1800..=2200))]
    year: Option<i32>,
    /// Who asks to be named for them
    #[arg(long, value_name = "TEXT")]
    attribution: Option<String>,
    #[command(flatten)]
    common: Common,
}

/// A source that files may be of: an estimate is made by the program itself.
fn counted(text: &str) -> Result<ResidentSource, String> {
    match text.parse::<ResidentSource>() {
        Ok(source) if source.counts_persons() => Ok(source),
        _ => Err("must be census, city_statistics or synthetic".to_owned()),
    }
}

/// What an import of residents did or would do.
#[derive(Serialize)]
struct PopulationReport {
    city: String,
    source: ResidentSource,
    #[serde(flatten)]
    merged: Merged,
    /// People in all districts, and in squares outside them.
    persons: f64,
    outside_persons: f64,
    outside_cells: usize,
    districts: Vec<DistrictLine>,
    is_unchanged: bool,
}

#[derive(Serialize)]
struct DistrictLine {
    name: String,
    /// What the districts' squares are scaled to.
    official: Option<u32>,
    /// What the files count.
    counted: Option<f64>,
    factor: Option<f64>,
    /// People of the official figure for whom there is no square.
    unplaced: Option<f64>,
    withheld_cells: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<&'static str>,
}

/// Beyond these the files and the official figure are of different times or areas.
const LIKELY_FACTORS: std::ops::RangeInclusive<f64> = 0.8..=1.25;

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let (store, city) = open(place).await?;
    let city = city.ok_or(Error::NoCity)?;
    let before = city.snapshot();
    let found = read(&before, options)?;
    let placed = before.placing(&found.residents);
    let is_unchanged = before.stored_residents() == Some(&found.residents);
    let said = PopulationReport {
        city: before.settings().name.clone(),
        source: placed.source,
        persons: persons(placed.total()),
        outside_persons: persons(placed.outside_milli_persons),
        outside_cells: placed.outside_cells,
        districts: lines(&before, &placed),
        merged: found.merged,
        is_unchanged,
    };
    if !options.common.dry_run && !is_unchanged {
        let mut change = CityChange::by(Author::import("population"));
        change.residents = Some(Arc::new(found.residents));
        commit(store, Some(city), change).await?;
    }
    report(&options.common, &said)
}

fn read(before: &Snapshot, options: &Options) -> Result<residents::Found, Failure> {
    let names: Vec<String> = options
        .files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let inputs = options.files.iter().zip(&names).map(|(path, name)| {
        let file = File::open(path).map_err(|error| Refused::file(name, error.to_string()))?;
        Ok::<_, Refused>(Input {
            name,
            content: Box::new(BufReader::new(file)),
        })
    });
    let inputs = inputs.collect::<Result<_, _>>()?;
    let window = residents::window(before.districts(), before.bbox()).ok_or_else(|| {
        let reason =
            "the city has neither districts nor places in Europe to place people around: import them first";
        Refused::file(&names.join(" and "), reason)
    })?;
    let attribution = options.attribution.as_deref().map(str::parse::<Name>);
    let context = Context {
        window: &window,
        homes: before.map().map_or(&[][..], |map| &map.map().homes),
        source: options.source,
        year: options.year,
        attribution: attribution.transpose().map_err(Error::from)?,
    };
    Ok(residents::read(inputs, &context)?)
}

fn persons(milli_persons: MilliPersons) -> f64 {
    milli_persons as f64 / f64::from(PER_PERSON)
}

fn lines(before: &Snapshot, placed: &PlacedResidents) -> Vec<DistrictLine> {
    let both = before.districts().iter().zip(&placed.districts);
    let line = both.map(|(district, own)| DistrictLine {
        name: district.name.to_string(),
        official: district.population.map(|figure| figure.count),
        counted: own.counted.map(persons),
        factor: own.factor(),
        unplaced: own.unplaced.map(persons),
        withheld_cells: own.withheld_cells,
        warning: warning(own),
    });
    line.collect()
}

fn warning(own: &DistrictResidents) -> Option<&'static str> {
    let is_likely = own.factor().is_none_or(|own| LIKELY_FACTORS.contains(&own));
    match (own.unplaced, own.milli_persons) {
        (Some(_), _) => Some("no square to live in"),
        (None, None) => Some("nothing is known"),
        (None, Some(_)) if !is_likely => Some("of another time or area?"),
        _ => None,
    }
}

impl fmt::Display for PopulationReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: residents ({})", self.city, self.source)?;
        writeln!(f, "{}", self.merged)?;
        let (people, outside) = (self.persons, self.outside_persons);
        let (districts, cells) = (self.districts.len(), self.outside_cells);
        if districts == 0 {
            write!(
                f,
                "{outside:.0} people in {cells} squares; no districts are known"
            )?;
        } else {
            write!(f, "{people:.0} people in {districts} districts")?;
            if cells > 0 {
                write!(f, ", and {outside:.0} in {cells} squares around them")?;
            }
        }
        self.districts
            .iter()
            .try_for_each(|own| write!(f, "\n  {own}"))?;
        if self.is_unchanged {
            write!(f, "\nall of it is known already")?;
        }
        Ok(())
    }
}

impl fmt::Display for DistrictLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match self.counted {
            Some(counted) => write!(f, "{counted:.0} counted")?,
            None => write!(f, "none counted")?,
        }
        match (self.official, self.factor) {
            (Some(official), Some(factor)) => write!(f, ", times {factor:.3} to meet {official}")?,
            (Some(official), None) => write!(f, ", official figure {official}")?,
            (None, _) => write!(f, ", no official figure to meet")?,
        }
        if self.withheld_cells > 0 {
            write!(f, ", {} squares unknown", self.withheld_cells)?;
        }
        self.warning
            .iter()
            .try_for_each(|own| write!(f, " (! {own})"))
    }
}
