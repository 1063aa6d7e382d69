//! The command line: what can be asked, and in which order things happen.

mod check;
mod coverage;
mod export;
mod import;
mod release;
mod serve;
mod suggestions;
mod trail;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::city::{City, Clock, Joined};
use crate::error::Error;
use crate::import::Refused;
use crate::import::folder::CityFolder;
use crate::reports::Reports;
use crate::store::Store;

/// A city's meeting places and the safety of its public space.
#[derive(Parser)]
#[command(name = "miteinander", version, about, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    place: WhereKept,
    #[command(subcommand)]
    command: Command,
}

/// Where the city is kept.
#[derive(Args)]
struct WhereKept {
    /// Folder of the embedded database; made when it is not there
    #[arg(
        long,
        global = true,
        env = "MITEINANDER_DATA",
        value_name = "DIR",
        default_value = "data"
    )]
    data: PathBuf,
    /// PostgreSQL database to use instead (`postgres://user:password@host/name`)
    #[arg(
        long,
        global = true,
        env = "MITEINANDER_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the map and the API; an empty data folder gets the built-in city, labelled as sample data
    Serve(Box<serve::Options>),
    /// Bring a file into the city: everything in it, or nothing and every reason why (of a calendar, its good events)
    #[command(subcommand)]
    Import(import::Source),
    /// Write what audits found into files for others
    #[command(subcommand)]
    Export(export::Target),
    /// Print who reaches a place to meet, district by district: the same numbers as the API
    Coverage(Box<coverage::Options>),
    /// Read what residents say is missing or wrong, and clear it
    #[command(subcommand)]
    Suggestions(suggestions::Command),
    /// Print who changed what: the newest entries of the audit trail, or those one asks for
    Trail(trail::Options),
    /// Freeze and publish what was reported in a period that is over: noise is drawn once, classes alone are told
    Release(release::Options),
    /// Keep the accounts of the city's people
    #[command(subcommand)]
    User(user::Command),
    /// Say whether everything here (districts, places, events) is valid and in agreement and the audit trail whole, and
    /// what is missing
    Check(check::Options),
}

/// Why a command ended without doing what was asked.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    City(#[from] Error),
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("{0}")]
    Said(String),
}

/// Runs the command line this program was started with.
///
/// Exit codes: 0 done, 1 refused or failed with a reason, 2 wrong usage.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    start_log();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error),
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Serve(options) => Box::pin(serve::run(&cli.place, *options)).await,
            Command::Import(source) => Box::pin(import::run(&cli.place, source)).await,
            Command::Export(target) => export::run(&cli.place, target).await,
            Command::Coverage(options) => coverage::run(&cli.place, *options).await,
            Command::Suggestions(command) => suggestions::run(&cli.place, command).await,
            Command::Trail(options) => trail::run(&cli.place, options).await,
            Command::Release(options) => release::run(&cli.place, options).await,
            Command::User(command) => user::run(&cli.place, command).await,
            Command::Check(options) => check::run(&cli.place, &options).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => fail(&failure),
    }
}

/// Warnings and failures go to standard error; `RUST_LOG` asks for more. No address of a caller is ever logged.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

#[expect(
    clippy::print_stderr,
    reason = "the reason of a failed command belongs on standard error"
)]
fn fail(reason: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("miteinander: {reason}");
    ExitCode::FAILURE
}

/// Writes a line to standard output; a reader that went away is no failure.
fn say(line: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// What a stranger wrote, on one line and without signs that turn a terminal's text around.
fn plain(text: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|letter| !turns(letter))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

impl WhereKept {
    async fn open_reports(&self) -> Result<Reports, Error> {
        match &self.database {
            Some(address) => Reports::open_address(address).await,
            None => Reports::open_folder(&self.data).await,
        }
    }

    async fn open(&self) -> Result<Store, Error> {
        match &self.database {
            Some(address) => Store::open_address(address).await,
            None => Store::open_folder(&self.data).await,
        }
    }

    /// The city kept here; an empty place gets the city of `folder`.
    async fn open_or_begin(&self, folder: &CityFolder, clock: Clock) -> Result<Joined, Failure> {
        let store = self.open().await?;
        match City::open(store.clone(), clock).await {
            Err(Error::NoCity) => Ok(City::begin_or_join(store, folder.read()?, clock).await?),
            opened => Ok(Joined {
                city: opened?,
                is_first: false,
            }),
        }
    }
}
