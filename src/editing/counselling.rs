//! Keeping lines of help, and showing them no more.

use std::sync::Arc;

use super::{NotWritten, by};
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::change::CityChange;
use crate::domain::counselling::{HelpLine, HelpLineChange, HelpLineId, MOST_HELP_LINES, Scope};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::snapshot::{Revision, Snapshot};

/// Keeps a line: a new one, or in place of the one that was `seen`. What is so already is nobody's loss.
///
/// # Errors
/// Why it is not written.
pub async fn keep_help_line(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (HelpLineId, Option<Version>),
    line: HelpLine,
) -> Result<Revision, NotWritten> {
    let snapshot = city.snapshot();
    let line = line.ordered(snapshot.date_at(city.now()))?;
    check_hours(&snapshot, &line).map_err(|invalid| NotWritten::Rules(vec![invalid]))?;
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.help_line(id).map(|own| &own.line);
        if before == Some(&line) {
            return Ok(by(actor));
        }
        if before.map(HelpLine::version) != seen {
            return Err(NotWritten::AnotherState);
        }
        check(snapshot, id, before, &line).map_err(|invalid| NotWritten::Rules(vec![invalid]))?;
        Ok(changed(actor, id, before.cloned(), Some(line.clone())))
    };
    city.act(make).await
}

/// Hours that nobody understands answer nobody who is in need.
fn check_hours(snapshot: &Snapshot, line: &HelpLine) -> Result<(), Invalid> {
    let is_understood = |text: &str| snapshot.read_hours(text).is_understood();
    if line.hours.as_deref().is_none_or(is_understood) {
        return Ok(());
    }
    let rule =
        "must be opening hours in the notation of OpenStreetMap, such as Mo-Fr 09:00-17:00 or 24/7";
    Err(Invalid::new("hours", rule))
}

/// What a line must keep to in this city.
fn check(
    snapshot: &Snapshot,
    id: HelpLineId,
    before: Option<&HelpLine>,
    line: &HelpLine,
) -> Result<(), Invalid> {
    if before.is_none() && snapshot.help_lines().len() >= MOST_HELP_LINES {
        let rule = format!("a city keeps at most {MOST_HELP_LINES} lines of help");
        return Err(Invalid::new("id", rule));
    }
    let hidden = snapshot.hidden_help_lines();
    let was_national = before.is_some_and(|own| own.scope == Scope::National)
        || hidden.iter().any(|(own, _)| *own == id);
    if line.scope == Scope::National && !was_national {
        let rule = "must be local: those of the whole country come with the program";
        return Err(Invalid::new("scope", rule));
    }
    Ok(())
}

/// Shows the line that was `seen` no more. One that comes with the program can be shown again.
///
/// # Errors
/// Why it is not written.
pub async fn withdraw_help_line(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (HelpLineId, Option<Version>),
) -> Result<Revision, NotWritten> {
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.help_line(id).ok_or(NotWritten::Unknown)?;
        if seen != Some(before.line.version()) {
            return Err(NotWritten::AnotherState);
        }
        Ok(changed(actor, id, Some(before.line.clone()), None))
    };
    city.act(make).await
}

fn changed(
    actor: Actor,
    id: HelpLineId,
    before: Option<HelpLine>,
    after: Option<HelpLine>,
) -> CityChange {
    CityChange {
        help_lines: vec![HelpLineChange { id, before, after }],
        ..by(actor)
    }
}
