//! Taking back what an entry of the trail did. That is a change like any other, with an entry of its own, and can be
//! taken back in turn.

use chrono::{DateTime, Utc};

use crate::domain::change::{CityChange, EventChange, EventRemoval, PlaceChange, PlaceRemoval};
use crate::domain::members::{Described, Members};
use crate::domain::trail::{Action, Author, Subject, TrailEntry};
use crate::domain::{Event, Invalid, Place, PlaceId};

/// How something is after an entry was taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undone<T> {
    /// It is so.
    Is(T),
    /// It is no longer there.
    Gone,
}

/// Why an entry cannot be taken back; nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefused {
    /// It is about something whose changes are not taken back one by one.
    #[error("entry {number}: nothing done to {subject} can be taken back")]
    NotHere {
        /// The entry.
        number: i64,
        /// What it is about.
        subject: Subject,
    },
    /// It does not say how things were: it comes from an older version of the program, or nothing may be kept of it.
    #[error("entry {0} does not say how things were before")]
    NothingKept(i64),
    /// Members have been changed again since.
    #[error("changed again since entry {number}: {}", .members.join(", "))]
    ChangedSince {
        /// The entry.
        number: i64,
        /// Which members.
        members: Vec<String>,
    },
    /// What was changed is no longer there.
    #[error("{0} is no longer there")]
    Gone(Subject),
    /// What was removed is there again.
    #[error("{0} is there again")]
    ThereAgain(Subject),
    /// An import would bring it again.
    #[error("{0} comes from an import, which would bring it again: close or cancel it instead")]
    ComesAgain(Subject),
    /// Something is held there, or another place points there.
    #[error("{0} has events, or another place has moved there: change that first")]
    InUse(Subject),
    /// The outcome would break a rule.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}

/// What `entry` did, taken back from something that is `now` like this, or not there. `is_last` says that no later entry
/// is about the same thing.
///
/// Every member goes back to what it was, if it still is what the entry made of it; otherwise nothing does. Who looks
/// after it goes back only where nothing was done since, so that no import overwrites another edit. What an import did
/// and the city takes back is the city's from then on: the next import would do it again.
///
/// # Errors
/// Says why not.
pub fn undo<T: Described>(
    entry: &TrailEntry,
    is_last: bool,
    now: Option<&T>,
) -> Result<Undone<T>, UndoRefused> {
    let subject = || entry.subject.clone();
    let not_here = || UndoRefused::NotHere {
        number: entry.number,
        subject: subject(),
    };
    let id = entry.subject.id_of::<T>().ok_or_else(not_here)?;
    match entry.action {
        Action::Added => {
            let now = now.ok_or_else(|| UndoRefused::Gone(subject()))?;
            let by_import = entry.author == Author::import(T::IMPORT);
            if by_import || now.follows_import() {
                return Err(UndoRefused::ComesAgain(subject()));
            }
            Ok(Undone::Gone)
        }
        Action::Removed => {
            let before = entry.before.clone();
            let before = before.ok_or(UndoRefused::NothingKept(entry.number))?;
            if now.is_some() {
                return Err(UndoRefused::ThereAgain(subject()));
            }
            checked(entry, T::from_members(id, before)?)
        }
        Action::Changed | Action::Closed => {
            let (Some(before), Some(after)) = (&entry.before, &entry.after) else {
                return Err(UndoRefused::NothingKept(entry.number));
            };
            let now = now.ok_or_else(|| UndoRefused::Gone(subject()))?;
            let mut members = now.members();
            put_back::<T>(entry.number, &mut members, before, after, is_last)?;
            checked(entry, T::from_members(id, members)?)
        }
        Action::Redacted | Action::Viewed => Err(not_here()),
    }
}

/// Puts the members of `before` and `after` back to what they were before.
fn put_back<T: Described>(
    number: i64,
    members: &mut Members,
    before: &Members,
    after: &Members,
    is_last: bool,
) -> Result<(), UndoRefused> {
    let names = before
        .keys()
        .chain(after.keys().filter(|name| !before.contains_key(*name)));
    let is_companion = |name: &&String| T::COMPANIONS.contains(&name.as_str());
    let (companions, own): (Vec<_>, Vec<_>) = names.partition(is_companion);
    let is_as_left = |name: &&String, members: &Members| members.get(*name) == after.get(*name);
    let mut moved: Vec<String> = own
        .iter()
        .filter(|name| !is_as_left(name, members))
        .map(ToString::to_string)
        .collect();
    if !moved.is_empty() {
        moved.sort_unstable();
        return Err(UndoRefused::ChangedSince {
            number,
            members: moved,
        });
    }
    let companions = companions
        .into_iter()
        .filter(|name| is_last && is_as_left(name, members))
        .collect::<Vec<_>>();
    for name in own.into_iter().chain(companions) {
        match before.get(name) {
            Some(value) => drop(members.insert(name.clone(), value.clone())),
            None => drop(members.remove(name)),
        }
    }
    Ok(())
}

fn checked<T: Described>(entry: &TrailEntry, mut thing: T) -> Result<Undone<T>, UndoRefused> {
    if thing.names_a_refuge() {
        let rule = crate::domain::catalogue::REFUGE;
        return Err(Invalid::new("name", rule).into());
    }
    if entry.author.is_import() {
        thing.keep_by_city();
    }
    Ok(Undone::Is(thing))
}

/// The change by `author` that takes back what `entry` did to a place that is `now` like this, or not there. `is_in_use`
/// says that something is held there or another place points there, `has_place` which places there are.
///
/// # Errors
/// Says why not.
pub fn place(
    author: &Author,
    entry: &TrailEntry,
    is_last: bool,
    now: Option<&Place>,
    is_in_use: bool,
    has_place: impl Fn(PlaceId) -> bool,
) -> Result<CityChange, UndoRefused> {
    let undoes = Some(entry.number);
    let mut change = CityChange::by(author.clone());
    let undone = undo(entry, is_last, now)?;
    if let Undone::Is(place) = &undone {
        points_somewhere(place, now, has_place)?;
    }
    match (undone, now) {
        (Undone::Gone, _) if is_in_use => {
            return Err(UndoRefused::InUse(entry.subject.clone()));
        }
        (Undone::Gone, now) => {
            let place = now.cloned().into_iter();
            change.places_removed = place.map(|place| PlaceRemoval { place, undoes }).collect();
        }
        (Undone::Is(place), None) => change.places.push(PlaceChange {
            undoes,
            ..PlaceChange::added(place)
        }),
        (Undone::Is(place), Some(now)) => {
            let back = PlaceChange::between(now, place);
            change
                .places
                .extend(back.map(|back| PlaceChange { undoes, ..back }));
        }
    }
    Ok(change)
}

/// That a place does not point anew to one that is not there.
fn points_somewhere(
    place: &Place,
    now: Option<&Place>,
    has_place: impl Fn(PlaceId) -> bool,
) -> Result<(), UndoRefused> {
    let pointed = now.and_then(|now| now.facts.relocated_to);
    let points = place.facts.relocated_to;
    match points.filter(|to| pointed != Some(*to) && !has_place(*to)) {
        Some(gone) => Err(UndoRefused::Gone(Subject::described::<Place>(gone))),
        None => Ok(()),
    }
}

/// The change by `author` at the moment `at` that takes back what `entry` did to an event that is `now` like this, or not
/// there. `has_place` says which places there are.
///
/// # Errors
/// Says why not.
pub fn event(
    author: &Author,
    entry: &TrailEntry,
    is_last: bool,
    (now, at): (Option<&Event>, DateTime<Utc>),
    has_place: impl Fn(PlaceId) -> bool,
) -> Result<CityChange, UndoRefused> {
    let undoes = Some(entry.number);
    let mut change = CityChange::by(author.clone());
    match (undo(entry, is_last, now)?, now) {
        (Undone::Gone, now) => {
            let event = now.cloned().into_iter();
            change.events_removed = event.map(|event| EventRemoval { event, undoes }).collect();
        }
        (Undone::Is(mut event), now) => {
            // Those who have it in their calendar learn of it by this (RFC 5545, 3.8.7.4).
            event.sequence = event.sequence.saturating_add(1);
            event.revised_at = at;
            if let Some(place) = event.venue.place.filter(|place| !has_place(*place)) {
                return Err(UndoRefused::Gone(Subject::described::<Place>(place)));
            }
            let back = match now {
                None => Some(EventChange::added(event)),
                Some(now) => EventChange::between(now, event),
            };
            change
                .events
                .extend(back.map(|back| EventChange { undoes, ..back }));
        }
    }
    Ok(change)
}

#[cfg(test)]
mod tests;
