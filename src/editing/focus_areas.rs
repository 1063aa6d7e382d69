//! Keeping focus areas of prevention, and taking them away.

use std::sync::Arc;

use super::{NotWritten, by};
use crate::city::City;
use crate::domain::Invalid;
use crate::domain::change::CityChange;
use crate::domain::place::Version;
use crate::domain::prevention::{FocusArea, FocusAreaChange, FocusAreaId, MOST_FOCUS_AREAS};
use crate::domain::staff::Actor;
use crate::snapshot::{Revision, Snapshot};

/// Keeps a focus area: a new one, or in place of the one that was `seen`. What is so already is nobody's loss.
///
/// # Errors
/// Why it is not written.
pub async fn keep_focus_area(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (FocusAreaId, Option<Version>),
    area: FocusArea,
) -> Result<Revision, NotWritten> {
    let area = area.checked(city.snapshot().date_at(city.now()))?;
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.focus_area(id);
        // What was made up for a sample city stays so, whoever saves it again.
        let area = FocusArea {
            is_made_up: area.is_made_up || before.is_some_and(|own| own.is_made_up),
            ..area.clone()
        };
        if before == Some(&area) {
            return Ok(by(actor));
        }
        if before.map(FocusArea::version) != seen {
            return Err(NotWritten::AnotherState);
        }
        check(snapshot, before, &area).map_err(|invalid| NotWritten::Rules(vec![invalid]))?;
        Ok(changed(actor, id, before.cloned(), Some(area.clone())))
    };
    city.act(make).await
}

/// What a focus area must keep to in this city.
fn check(snapshot: &Snapshot, before: Option<&FocusArea>, area: &FocusArea) -> Result<(), Invalid> {
    if before.is_none() && snapshot.focus_areas().len() >= MOST_FOCUS_AREAS {
        let rule = format!("a city keeps at most {MOST_FOCUS_AREAS} focus areas");
        return Err(Invalid::new("id", rule));
    }
    let district = area.ground.district.as_ref();
    // A district that is gone since may stay where it was.
    let was_so = before.is_some_and(|own| own.ground == area.ground);
    if district.is_some_and(|id| snapshot.district(id).is_none()) && !was_so {
        return Err(Invalid::new("district", "is no district of the city"));
    }
    Ok(())
}

/// Takes away the focus area that was `seen`.
///
/// # Errors
/// Why it is not written.
pub async fn remove_focus_area(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (FocusAreaId, Option<Version>),
) -> Result<Revision, NotWritten> {
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.focus_area(id).ok_or(NotWritten::Unknown)?;
        if seen != Some(before.version()) {
            return Err(NotWritten::AnotherState);
        }
        Ok(changed(actor, id, Some(before.clone()), None))
    };
    city.act(make).await
}

fn changed(
    actor: Actor,
    id: FocusAreaId,
    before: Option<FocusArea>,
    after: Option<FocusArea>,
) -> CityChange {
    CityChange {
        focus_areas: vec![FocusAreaChange { id, before, after }],
        ..by(actor)
    }
}
