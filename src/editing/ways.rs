//! Writing down what was measured on a way, and withdrawing it.

use std::sync::Arc;

use super::{NotWritten, by};
use crate::city::City;
use crate::domain::change::CityChange;
use crate::domain::measured_way::{
    MOST_MEASURED_WAYS, MeasuredWay, MeasuredWayChange, MeasuredWayId, WayReadings, WaySort,
};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::{Invalid, Location};
use crate::snapshot::{Revision, Snapshot, Stretch};

/// A measurement as somebody sends it.
#[derive(Clone, Copy, Debug)]
pub struct SentWay {
    /// A spot on the stretch.
    pub location: Location,
    /// What the way looks like there.
    pub sort: WaySort,
    /// What was read off.
    pub readings: WayReadings,
    /// Whether something of it is an estimate.
    pub is_estimated: bool,
    /// The day on which somebody was there; today without it.
    pub measured_on: Option<chrono::NaiveDate>,
}

/// Writes a measurement down: a new one, or in place of the one that was `seen`. What is so already is nobody's loss.
///
/// # Errors
/// Why it is not written.
pub async fn measure_way(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (MeasuredWayId, Option<Version>),
    sent: SentWay,
) -> Result<Revision, NotWritten> {
    let today = city.snapshot().date_at(city.now());
    let rules = |invalid| NotWritten::Rules(vec![invalid]);
    let measured = MeasuredWay {
        id,
        location: sent.location,
        sort: sent.sort,
        readings: sent.readings.checked().map_err(rules)?,
        is_estimated: sent.is_estimated,
        measured_on: sent.measured_on.unwrap_or(today),
        by: actor.role,
    };
    let measured = measured.checked(today).map_err(rules)?;
    let make = move |snapshot: &Snapshot| {
        let before = snapshot.measured_way(id).map(|(own, _)| own);
        if before == Some(&measured) {
            return Ok(by(actor));
        }
        if before.map(MeasuredWay::version) != seen {
            return Err(NotWritten::AnotherMeasurement);
        }
        check(snapshot, before, &measured).map_err(rules)?;
        Ok(CityChange {
            measured_ways: vec![MeasuredWayChange {
                id,
                before: before.cloned(),
                after: Some(measured.clone()),
            }],
            ..by(actor)
        })
    };
    city.act(make).await
}

/// What a new measurement must keep to in this city.
fn check(
    snapshot: &Snapshot,
    before: Option<&MeasuredWay>,
    after: &MeasuredWay,
) -> Result<(), Invalid> {
    if before.is_none() && snapshot.measured_way_count() >= MOST_MEASURED_WAYS {
        let rule = format!("a city keeps at most {MOST_MEASURED_WAYS} measurements of ways");
        return Err(Invalid::new("id", rule));
    }
    // What stays where it was may lie where nothing is drawn any more.
    let is_moved =
        before.is_none_or(|own| own.location != after.location || own.sort != after.sort);
    match snapshot.stretch_at(after.location, after.sort) {
        Stretch::Nothing if is_moved => Err(Invalid::new(
            "location",
            format!("no way of the sort {} is drawn within 15 m", after.sort),
        )),
        Stretch::Several if is_moved => Err(Invalid::new(
            "location",
            "lies on several ways: choose a spot farther from the junction",
        )),
        _ => Ok(()),
    }
}

/// Withdraws the measurement that was `seen`: from now on the way is what it was before.
///
/// # Errors
/// Why it is not written.
pub async fn withdraw_way(
    city: &Arc<City>,
    actor: Actor,
    (id, seen): (MeasuredWayId, Option<Version>),
) -> Result<Revision, NotWritten> {
    let make = move |snapshot: &Snapshot| {
        let (before, _) = snapshot.measured_way(id).ok_or(NotWritten::Unknown)?;
        if seen != Some(before.version()) {
            return Err(NotWritten::AnotherMeasurement);
        }
        Ok(CityChange {
            measured_ways: vec![MeasuredWayChange {
                id,
                before: Some(before.clone()),
                after: None,
            }],
            ..by(actor)
        })
    };
    city.act(make).await
}
