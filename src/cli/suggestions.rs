//! `miteinander suggestions`: what residents say is missing or wrong, read and cleared at a terminal.

use chrono::Utc;
use clap::{Args, Subcommand};

use crate::city::{City, Clock};
use crate::cli::{Failure, WhereKept, plain, say};
use crate::domain::Invalid;
use crate::domain::note::Note;
use crate::domain::suggestion::{Decision, Removal, SuggestionId};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::export::suggestions::SuggestionRecord;
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
    reason: Note,
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
    let records = suggestions.iter();
    let records: Vec<_> = records
        .map(|own| SuggestionRecord::of(own, city.as_deref()))
        .collect();
    if options.json {
        say(serde_json::to_string_pretty(&records)
            .map_err(|error| Failure::Said(error.to_string()))?);
        return Ok(());
    }
    let count = records.len();
    for record in records {
        say(Line(record));
    }
    say(format_args!("suggestions: {count}"));
    Ok(())
}

async fn remove(store: &Store, options: &Remove) -> Result<(), Failure> {
    let now = Utc::now();
    let removal = Removal {
        reason: options.reason.clone(),
        on: now.date_naive(),
        by: Author::command_line(),
    };
    if store.remove_suggestion(options.id, &removal, now).await? {
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

/// A suggestion as it is printed.
struct Line<'a>(SuggestionRecord<'a>);

impl std::fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let own = &self.0;
        write!(f, "{}  {}  {}", own.id, own.received_on, own.state)?;
        match (own.place_name, own.place) {
            (Some(name), _) => write!(f, "  about {}", plain(name))?,
            (None, Some(id)) => write!(f, "  about {id}")?,
            (None, None) => {}
        }
        if own.is_gone {
            write!(f, "  is gone")?;
        }
        if own.barriers_changed {
            write!(f, "  its barriers have changed")?;
        }
        if let Some(why) = own.withheld {
            write!(f, "\n    withheld: {why}")?;
        }
        let location = own.location.map(|[lon, lat]| format!("{lon},{lat}"));
        for (label, text) in [
            ("name", own.name),
            ("kind", own.kind),
            ("address", own.address),
            ("lon,lat", location.as_deref()),
            ("hours", own.opening_hours),
            ("remark", own.remark),
            ("reason", own.reason),
        ] {
            if let Some(text) = text {
                write!(f, "\n    {label}: {}", plain(text))?;
            }
        }
        let facts = [
            ("free", own.free),
            ("consumption", own.consumption_required),
            ("toilets", own.toilets),
        ];
        for (label, fact) in facts.into_iter().filter(|(_, fact)| fact.is_known()) {
            write!(f, "\n    {label}: {fact}")?;
        }
        Ok(())
    }
}
