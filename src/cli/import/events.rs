//! `miteinander import events`.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Utc;
use clap::Args;

use crate::cli::import::{Common, commit, open, read_file, report};
use crate::cli::{Failure, WhereKept};
use crate::domain::PlaceId;
use crate::domain::event::EventOrigin;
use crate::domain::words::Name;
use crate::error::Error;
use crate::import::Refused;
use crate::import::events::reconcile::{Reconciled, reconcile};
use crate::import::events::{self, Context, Found, Gazetteer};
use crate::snapshot::Snapshot;

#[derive(Args)]
pub(in crate::cli) struct Options {
    /// Calendar file (.ics). What of it cannot be read is told with its event, field and reason; the rest is taken
    file: PathBuf,
    /// Place at which everything is held whose LOCATION is no place of the city; that becomes the room
    #[arg(long, value_name = "ID")]
    place: Option<PlaceId>,
    /// Name of the calendar; the file's name if not given. A later file of the same name replaces this one: coming
    /// events that it no longer has are taken away
    #[arg(long, value_name = "NAME")]
    source: Option<Name>,
    /// Organisation behind events that name none (X-MITEINANDER-ORGANISER); ORGANIZER is never read
    #[arg(long, value_name = "NAME")]
    organiser: Option<Name>,
    /// Take away the coming events that the file no longer has, even if they are many or all
    #[arg(long)]
    remove_missing: bool,
    #[command(flatten)]
    common: Common,
}

pub(super) async fn run(place: &WhereKept, options: &Options) -> Result<(), Failure> {
    let (name, bytes) = read_file(&options.file)?;
    let (store, city) = open(place).await?;
    let Some(city) = city else {
        return Err(Failure::Said(
            "no city is loaded: import its districts or an OpenStreetMap extract first".into(),
        ));
    };
    let snapshot = city.snapshot();
    let context = context(&snapshot, options)?;
    let found = events::read(&name, &bytes, &context)?;
    let is_empty = found.events.is_empty();
    refuse_an_unreadable_calendar(&found, &name)?;
    let existing = snapshot.events().map(|own| &own.event);
    let (change, said) = reconcile(existing, found, &context, Utc::now());
    if !options.remove_missing && !options.common.dry_run {
        refuse_a_thin_calendar(&said, is_empty, &name)?;
    }
    if !options.common.dry_run {
        commit(store, Some(Arc::clone(&city)), change).await?;
    }
    report(&options.common, &said)
}

fn context(snapshot: &Snapshot, options: &Options) -> Result<Context, Failure> {
    let settings = snapshot.settings();
    let places = snapshot.places().map(|own| &own.place);
    if let Some(id) = options.place
        && snapshot.place(id).is_none()
    {
        return Err(Failure::Said(format!(
            "--place: {id} is no place of {}",
            settings.name
        )));
    }
    let stem = || {
        let stem = options
            .file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let source = stem.parse::<Name>();
        source.map_err(|invalid| Failure::City(Error::Invalid(invalid)))
    };
    Ok(Context {
        source: options.source.clone().map_or_else(stem, Ok)?,
        origin: EventOrigin::Calendar,
        timezone: settings.timezone,
        place: options.place,
        organiser: options.organiser.clone(),
        gazetteer: Gazetteer::new(places, &settings.name),
    })
}

/// Of a calendar whose events are all bad nothing is to be kept: that is a refused file.
fn refuse_an_unreadable_calendar(found: &Found, file: &str) -> Result<(), Failure> {
    let (in_file, _) = found.counted;
    if !found.events.is_empty() || in_file == 0 {
        return Ok(());
    }
    if found.complaints.is_empty() {
        return Err(Refused::file(file, "has no event that can be taken").into());
    }
    Err(Refused(found.complaints.clone()).into())
}

/// Fewer vanish every day, as dates pass.
const FEW: usize = 10;

/// Coming events are not taken away in masses because a file is cut short.
fn refuse_a_thin_calendar(said: &Reconciled, is_empty: bool, file: &str) -> Result<(), Failure> {
    let (gone, stays) = (said.gone.len(), said.unchanged + said.changed.len());
    if gone == 0 || !is_empty && (gone < FEW || gone <= stays) {
        return Ok(());
    }
    let reason = format!(
        "{gone} of {} coming events of the calendar {} are not in it, perhaps because it is cut short: look at \
         --dry-run, then say --remove-missing if they are really gone",
        gone + stays,
        said.source
    );
    Err(Refused::file(file, reason).into())
}
