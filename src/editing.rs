//! What the people of the city do to its places: enter, change, confirm, take back. Pages and API both come here.
//!
//! An edit names the state it was made for. Where somebody else was faster nothing is written, and the one who comes
//! second is told what the place is like now.

mod bulk;
mod counselling;
mod focus_areas;
mod photos;
mod rules;
mod surveys;
mod table;
mod taking_back;
mod ways;

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

pub use bulk::{Hindrances, bulk};
pub use counselling::{keep_help_line, withdraw_help_line};
pub use focus_areas::{keep_focus_area, remove_focus_area};
pub use photos::take_photo;
pub use surveys::{confirm_survey, withdraw_survey};
pub use table::{NotTaken, take_table};
pub use taking_back::{entries_about, take_back};
pub use ways::{SentWay, measure_way, withdraw_way};

use crate::city::City;
use crate::domain::change::{CityChange, PlaceChange};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::suggestion::{SuggestionAccepted, SuggestionId};
use crate::domain::trail::Author;
use crate::domain::trail::undo::UndoRefused;
use crate::domain::{Invalid, Place, PlaceId};
use crate::error::Error;
use crate::import::places::edited;
use crate::import::record::Record;
use crate::snapshot::{Revision, Snapshot};

/// Why an edit is not written.
#[derive(Debug)]
pub enum NotWritten {
    /// Fields break rules.
    Rules(Vec<Invalid>),
    /// Somebody else was faster: this is the place now.
    Meanwhile(Box<Place>),
    /// Somebody else was faster: the survey is another now than the one that was seen.
    AnotherSurvey,
    /// Somebody else was faster: the measurement is another now than the one that was seen.
    AnotherMeasurement,
    /// Somebody else was faster: what is kept is another now than what was seen.
    AnotherState,
    /// There is no such place, or not any more.
    Unknown,
    /// Some of several places cannot be changed so.
    Several(Hindrances),
    /// What an entry of the trail did cannot be taken back.
    NotUndone(UndoRefused),
    /// The store failed, or the suggestion was decided by somebody else.
    Failed(Error),
}

impl From<Error> for NotWritten {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Vec<Invalid>> for NotWritten {
    fn from(rules: Vec<Invalid>) -> Self {
        Self::Rules(rules)
    }
}

/// An edit of one place.
#[derive(Clone)]
pub struct Edit {
    /// Who makes it.
    pub actor: Actor,
    /// What the fields are to say; what is not named stays.
    pub said: Record,
    /// Whether everything that is known was found to be right today.
    pub is_confirmed: bool,
    /// The suggestion of a resident that it follows.
    pub suggestion: Option<SuggestionId>,
}

/// Enters a new place.
///
/// # Errors
/// Why it is not written.
pub async fn add(city: &Arc<City>, edit: Edit) -> Result<PlaceId, NotWritten> {
    let id = PlaceId(Uuid::new_v4());
    let today = city.snapshot().date_at(city.now());
    let make = move |snapshot: &Snapshot| -> Result<CityChange, NotWritten> {
        let mut place = edited(id, None, edit.said.clone())?;
        rules::check(snapshot, None, &place, today)?;
        if edit.is_confirmed {
            rules::confirm(&mut place, edit.actor, today);
        }
        let mut change = by(edit.actor);
        change.places.push(PlaceChange::added(place));
        // A place that is new has had no barriers before.
        Ok(accepting(change, &edit, id, (today, false)))
    };
    city.act(make).await?;
    Ok(id)
}

/// Changes a place that is as it was when `seen`.
///
/// # Errors
/// Why nothing is written.
pub async fn change(
    city: &Arc<City>,
    id: PlaceId,
    seen: Version,
    edit: Edit,
) -> Result<Revision, NotWritten> {
    let today = city.snapshot().date_at(city.now());
    let suggestion = match edit.suggestion {
        Some(suggestion) => city.open_suggestion(suggestion).await?,
        None => None,
    };
    let barriers_changed = suggestion.is_some_and(|own| own.said.barriers_changed);
    let make = move |snapshot: &Snapshot| -> Result<CityChange, NotWritten> {
        let before = current(snapshot, id, seen)?;
        let mut after = edited(id, Some(before), edit.said.clone())?;
        rules::check(snapshot, Some(before), &after, today)?;
        if edit.is_confirmed {
            rules::confirm(&mut after, edit.actor, today);
        }
        let mut change = by(edit.actor);
        change.places.extend(PlaceChange::between(before, after));
        Ok(accepting(change, &edit, id, (today, barriers_changed)))
    };
    city.act(make).await
}

/// The place as it was seen; or what became of it.
fn current(snapshot: &Snapshot, id: PlaceId, seen: Version) -> Result<&Place, NotWritten> {
    let place = &snapshot.place(id).ok_or(NotWritten::Unknown)?.place;
    if place.version() == seen {
        Ok(place)
    } else {
        Err(NotWritten::Meanwhile(Box::new(place.clone())))
    }
}

fn by(actor: Actor) -> CityChange {
    CityChange::by(Author::staff(actor))
}

/// The change together with the suggestion that it follows, if it follows one.
fn accepting(
    change: CityChange,
    edit: &Edit,
    place: PlaceId,
    (on, barriers_changed): (NaiveDate, bool),
) -> CityChange {
    let accepted = |id| SuggestionAccepted {
        id,
        place,
        on,
        by: edit.actor.role,
        barriers_changed,
    };
    CityChange {
        decided: edit.suggestion.map(accepted),
        ..change
    }
}
