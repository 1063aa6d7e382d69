//! `miteinander trail`: who changed what, at a terminal or as a table.

use std::fmt;
use std::io::Write;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::Args;
use futures_util::TryStreamExt;

use crate::cli::{Failure, WhereKept, plain, say};
use crate::domain::Invalid;
use crate::domain::trail::{About, Action, By, Page, TrailEntry, TrailFilter};
use crate::export::trail::{trail_header, trail_rows};

#[derive(Args)]
pub(super) struct Options {
    /// What the entries are about: one subject (`place/ID`, `map`), or all that begin so (`place/`, with the slash)
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<About>,
    /// Whose hand it was: a role such as `editor`, `import`, `built-in`, `command-line`, `single-sign-on`, or `owner`
    #[arg(long, value_name = "ROLE")]
    by: Option<By>,
    /// What was done: added, changed, closed, removed, redacted
    #[arg(long, value_name = "ACTION")]
    action: Option<Action>,
    /// From this day (UTC) or moment on, e.g. 2026-03-04 or 2026-03-04T15:00:00+01:00
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    from: Option<DateTime<Utc>>,
    /// Until just before this day or moment
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    until: Option<DateTime<Utc>>,
    /// From the entry before this number back
    #[arg(long, value_name = "NUMBER", conflicts_with = "after")]
    before: Option<i64>,
    /// From the entry after this number on, the oldest first
    #[arg(long, value_name = "NUMBER")]
    after: Option<i64>,
    /// At most so many entries; 50 at a terminal, otherwise all
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Print JSON: a list of entries with all they say
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print a table with a header line
    #[arg(long)]
    csv: bool,
}

/// How entries are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Lines,
    Json,
    Csv,
}

/// Lines at a terminal where nobody says how many.
const USUAL: u32 = 50;

pub(super) async fn run(place: &WhereKept, options: Options) -> Result<(), Failure> {
    let form = match (options.json, options.csv) {
        (true, _) => Form::Json,
        (_, true) => Form::Csv,
        _ => Form::Lines,
    };
    let page = match (options.before, options.after) {
        (Some(number), _) => Page::Before(number),
        (_, Some(number)) => Page::After(number),
        _ => Page::Newest,
    };
    let filter = TrailFilter {
        about: options.subject,
        by: options.by,
        action: options.action,
        from: options.from,
        until: options.until,
        page,
        limit: options.limit.or((form == Form::Lines).then_some(USUAL)),
    };
    let store = place.open().await?;
    let mut out = std::io::stdout().lock();
    // A reader that has seen enough is no failure, and no reason to go on.
    let mut is_read = begin(&mut out, form).is_ok();
    let mut pages = std::pin::pin!(store.trail_pages(filter));
    let mut is_first = true;
    while is_read && let Some(entries) = pages.try_next().await? {
        is_read = print(&mut out, form, &entries, is_first).is_ok();
        is_first = false;
    }
    drop(out);
    if form == Form::Json {
        say("]");
    }
    store.close().await;
    Ok(())
}

fn begin(out: &mut impl Write, form: Form) -> std::io::Result<()> {
    match form {
        Form::Lines => Ok(()),
        Form::Json => writeln!(out, "["),
        Form::Csv => out.write_all(&trail_header()),
    }
}

fn print(
    out: &mut impl Write,
    form: Form,
    entries: &[TrailEntry],
    is_first: bool,
) -> std::io::Result<()> {
    match form {
        Form::Lines => entries
            .iter()
            .try_for_each(|entry| writeln!(out, "{}", Line(entry))),
        Form::Csv => out.write_all(&trail_rows(entries)),
        Form::Json => entries.iter().enumerate().try_for_each(|(slot, entry)| {
            let comma = if is_first && slot == 0 { "" } else { "," };
            writeln!(out, "{comma}{}", serde_json::to_string(entry)?)
        }),
    }
}

/// An entry on one line.
struct Line<'a>(&'a TrailEntry);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = self.0;
        let at = own.at.format("%Y-%m-%d %H:%M:%S");
        let (author, subject) = (own.author.to_string(), own.subject.as_str());
        write!(
            f,
            "{}  {at}  {}  {}  {}",
            own.number,
            plain(&author),
            own.action,
            plain(subject)
        )?;
        if own.redacted {
            write!(f, "  (taken away)")?;
        } else if !own.detail.is_empty() {
            write!(f, "  {}", plain(&own.detail))?;
        }
        match own.undoes {
            Some(number) => write!(f, "  (takes back {number})"),
            None => Ok(()),
        }
    }
}

/// A moment with its offset, or the midnight (UTC) with which a day begins.
fn moment(text: &str) -> Result<DateTime<Utc>, Invalid> {
    let day = || text.parse::<NaiveDate>().ok();
    let midnight = || day().map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let moment = DateTime::parse_from_rfc3339(text).ok();
    moment.map(|moment| moment.to_utc()).or_else(midnight).ok_or_else(|| {
        Invalid::new("time", "must be a day such as 2026-03-04, or a moment with its offset such as 2026-03-04T15:00:00+01:00")
    })
}
