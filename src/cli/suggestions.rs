//! `miteinander suggestions`: what residents say is missing or wrong, read and cleared at a terminal.

use chrono::{NaiveDate, Utc};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, plain, say};
use crate::domain::suggestion::{Decision, Suggestion, SuggestionId};
use crate::domain::words::Remark;
use crate::domain::{Fact, Invalid, Location, PlaceId};
use crate::error::Error;
use crate::snapshot::Snapshot;
use crate::store::Store;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Print the suggestions nobody has decided on, the oldest first
    List(List),
    /// Take away what a suggestion says for good; only its day and the reason stay
    Remove(Remove),
}

#[derive(Args)]
pub(super) struct List {
    /// Also those that were decided on
    #[arg(long)]
    all: bool,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Remove {
    /// Its id, as the list prints it
    id: SuggestionId,
    /// Why; is kept, so name nobody
    #[arg(long, value_name = "TEXT")]
    reason: Remark,
}

/// A suggestion as it is printed.
#[derive(Serialize)]
struct Line<'a> {
    id: SuggestionId,
    received_on: NaiveDate,
    state: Decision,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_name: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_gone: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening_hours: Option<&'a str>,
    #[serde(skip_serializing_if = "is_unknown")]
    free: Fact,
    #[serde(skip_serializing_if = "is_unknown")]
    consumption_required: Fact,
    #[serde(skip_serializing_if = "is_unknown")]
    toilets: Fact,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes by reference"
)]
const fn is_unknown(fact: &Fact) -> bool {
    !fact.is_known()
}

pub(super) async fn run(place: &WhereKept, command: Command) -> Result<(), Failure> {
    let store = place.open().await?;
    match command {
        Command::List(options) => list(&store, &options).await?,
        Command::Remove(options) => remove(&store, &options).await?,
    }
    store.close().await;
    Ok(())
}

async fn list(store: &Store, options: &List) -> Result<(), Failure> {
    let mut suggestions = store.suggestions().await?;
    suggestions.retain(|own| options.all || own.state == Decision::Open);
    // Names are worth having; without a city the ids say as much.
    let city = match City::open(store.clone(), Clock::System).await {
        Ok(city) => Some(city.snapshot()),
        Err(Error::NoCity) => None,
        Err(error) => return Err(error.into()),
    };
    let lines: Vec<Line<'_>> = suggestions
        .iter()
        .map(|own| Line::of(own, city.as_deref()))
        .collect();
    if options.json {
        say(serde_json::to_string_pretty(&lines)
            .map_err(|error| Failure::Said(error.to_string()))?);
        return Ok(());
    }
    for line in &lines {
        say(line);
    }
    say(format_args!("suggestions: {}", lines.len()));
    Ok(())
}

async fn remove(store: &Store, options: &Remove) -> Result<(), Failure> {
    let today = Utc::now().date_naive();
    if store
        .remove_suggestion(options.id, &options.reason, today)
        .await?
    {
        say(format_args!("removed {}", options.id));
        Ok(())
    } else {
        let rule = format!(
            "no suggestion that still says something has the id {}",
            options.id
        );
        Err(Error::from(Invalid::new("id", rule)).into())
    }
}

impl<'a> Line<'a> {
    fn of(own: &'a Suggestion, city: Option<&'a Snapshot>) -> Self {
        let said = &own.said;
        let about = said.about.zip(city).and_then(|(id, city)| city.place(id));
        Self {
            id: own.id,
            received_on: own.received_on,
            state: own.state,
            place: said.about,
            place_name: about.map(|own| own.place.name.as_str()),
            is_gone: said.is_gone,
            name: said.name.as_deref(),
            kind: said.kind.map(crate::domain::KindId::as_str),
            address: said.address.as_deref(),
            location: said.location.map(|at: Location| [at.lon(), at.lat()]),
            opening_hours: said.opening_hours.as_deref(),
            free: said.free,
            consumption_required: said.consumption_required,
            toilets: said.toilets,
            remark: said.remark.as_deref(),
            decided_on: own.decided_on,
            reason: own.reason.as_deref(),
        }
    }
}

impl std::fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}  {}  {}", self.id, self.received_on, self.state)?;
        match (self.place_name, self.place) {
            (Some(name), _) => write!(f, "  about {}", plain(name))?,
            (None, Some(id)) => write!(f, "  about {id}")?,
            (None, None) => {}
        }
        if self.is_gone {
            write!(f, "  is gone")?;
        }
        let location = self.location.map(|[lon, lat]| format!("{lon},{lat}"));
        for (label, text) in [
            ("name", self.name),
            ("kind", self.kind),
            ("address", self.address),
            ("lon,lat", location.as_deref()),
            ("hours", self.opening_hours),
            ("remark", self.remark),
            ("reason", self.reason),
        ] {
            if let Some(text) = text {
                write!(f, "\n    {label}: {}", plain(text))?;
            }
        }
        let facts = [
            ("free", self.free),
            ("consumption", self.consumption_required),
            ("toilets", self.toilets),
        ];
        for (label, fact) in facts.into_iter().filter(|(_, fact)| fact.is_known()) {
            write!(f, "\n    {label}: {fact}")?;
        }
        Ok(())
    }
}
