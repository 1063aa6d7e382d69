//! Scenarios of planners: what might change in the city, kept to be looked at again. Nothing of it is ever done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::catalogue::REFUGE;
use crate::domain::identity::told_as_uuid;
use crate::domain::note::Note;
use crate::domain::place::Toilets;
use crate::domain::staff::Role;
use crate::domain::words::{HoursText, Name};
use crate::domain::{Catalogue, Invalid, KindId, Location, PlaceId};

/// More changes than this are no scenario but another city.
pub const MOST_CHANGES: usize = 50;

/// More scenarios than this nobody finds again.
pub const MOST_SCENARIOS: usize = 200;

/// The most letters of a scenario's name.
pub const MOST_NAME_LETTERS: usize = 100;

/// The random identity of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ScenarioId(pub Uuid);

told_as_uuid!(ScenarioId: "scenario");

/// One change of a scenario, as programs write it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlannedChange {
    /// A place closes.
    Close(PlaceId),
    /// A closed or planned place opens as it is recorded.
    Reopen(PlaceId),
    /// A place opens.
    Open(PlannedPlace),
    /// A place moves.
    Move(PlannedMove),
    /// A place is open at other hours.
    Hours(PlannedHours),
    /// A place becomes fully usable in a wheelchair, with a toilet.
    BarrierFree(PlaceId),
}

impl PlannedChange {
    /// What somebody wrote in it.
    fn texts(&self) -> [Option<&str>; 2] {
        match self {
            Self::Open(own) => [own.name.as_deref(), own.opening_hours.as_deref()],
            Self::Hours(own) => [Some(&own.opening_hours), None],
            Self::Close(_) | Self::Reopen(_) | Self::Move(_) | Self::BarrierFree(_) => [None; 2],
        }
    }
}

/// A place that might be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "PlaceRecord", into = "PlaceRecord")]
pub struct PlannedPlace {
    /// What the scenario calls it.
    pub name: Option<Name>,
    /// What sort of place it would be.
    pub kind: KindId,
    /// Where it would be.
    pub location: Location,
    /// When it would be open.
    pub opening_hours: Option<HoursText>,
    /// How many seats it would have.
    pub seats: Option<u32>,
    /// How many square metres of floor or ground.
    pub floor_area_m2: Option<u32>,
    /// The best toilet it would have.
    pub toilets: Option<Toilets>,
}

/// A place somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "MoveRecord", into = "MoveRecord")]
pub struct PlannedMove {
    /// The place.
    pub id: PlaceId,
    /// Where it would be.
    pub to: Location,
}

/// A place at other hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedHours {
    /// The place.
    pub id: PlaceId,
    /// When it would be open.
    pub opening_hours: HoursText,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Name>,
    kind: KindId,
    lon: f64,
    lat: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    opening_hours: Option<HoursText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seats: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    floor_area_m2: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    toilets: Option<Toilets>,
}

impl TryFrom<PlaceRecord> for PlannedPlace {
    type Error = Invalid;

    fn try_from(own: PlaceRecord) -> Result<Self, Invalid> {
        Ok(Self {
            name: own.name,
            kind: own.kind,
            location: Location::from_lon_lat(own.lon, own.lat)?,
            opening_hours: own.opening_hours,
            seats: own.seats,
            floor_area_m2: own.floor_area_m2,
            toilets: own.toilets,
        })
    }
}

impl From<PlannedPlace> for PlaceRecord {
    fn from(own: PlannedPlace) -> Self {
        Self {
            name: own.name,
            kind: own.kind,
            lon: own.location.lon(),
            lat: own.location.lat(),
            opening_hours: own.opening_hours,
            seats: own.seats,
            floor_area_m2: own.floor_area_m2,
            toilets: own.toilets,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveRecord {
    id: PlaceId,
    lon: f64,
    lat: f64,
}

impl TryFrom<MoveRecord> for PlannedMove {
    type Error = Invalid;

    fn try_from(own: MoveRecord) -> Result<Self, Invalid> {
        Ok(Self {
            id: own.id,
            to: Location::from_lon_lat(own.lon, own.lat)?,
        })
    }
}

impl From<PlannedMove> for MoveRecord {
    fn from(own: PlannedMove) -> Self {
        Self {
            id: own.id,
            lon: own.to.lon(),
            lat: own.to.lat(),
        }
    }
}

/// What somebody plans: the changes with their name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioDraft {
    /// What it is called.
    pub name: Note,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// What changes, one after the other.
    pub changes: Vec<PlannedChange>,
}

impl ScenarioDraft {
    /// A scenario that keeps the limits.
    ///
    /// # Errors
    /// Names the member that breaks one.
    pub fn new(
        name: &str,
        note: Option<&str>,
        changes: Vec<PlannedChange>,
    ) -> Result<Self, Invalid> {
        if name.chars().count() > MOST_NAME_LETTERS {
            let rule = format!("must be at most {MOST_NAME_LETTERS} characters");
            return Err(Invalid::new("name", rule));
        }
        check_changes(&changes)?;
        let named =
            |field: &'static str| move |invalid: Invalid| Invalid::new(field, invalid.reason);
        Ok(Self {
            name: name.parse().map_err(named("name"))?,
            note: note
                .filter(|text| !text.trim().is_empty())
                .map(str::parse)
                .transpose()
                .map_err(named("note"))?,
            changes,
        })
    }
}

/// Checks that there are changes, not too many, and none that names a place of refuge.
///
/// # Errors
/// Says how many there may be, or that one names such a place.
pub fn check_changes(changes: &[PlannedChange]) -> Result<(), Invalid> {
    let texts = changes.iter().flat_map(PlannedChange::texts).flatten();
    if texts
        .into_iter()
        .any(|text| Catalogue::shipped().is_blocked_name(text))
    {
        return Err(Invalid::new("changes", REFUGE));
    }
    if (1..=MOST_CHANGES).contains(&changes.len()) {
        return Ok(());
    }
    let rule = format!("must be 1 to {MOST_CHANGES} changes, not {}", changes.len());
    Err(Invalid::new("changes", rule))
}

/// A scenario that is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scenario {
    /// Its identity.
    pub id: ScenarioId,
    /// What it is.
    #[serde(flatten)]
    pub draft: ScenarioDraft,
    /// The revision of the city that it was made for.
    pub made_for: i64,
    /// The role of whoever last wrote it.
    pub by: Role,
    /// When it was last written.
    pub at: DateTime<Utc>,
    /// How often it was written: 1, 2, 3 and so on.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<PlannedChange, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn every_change_is_written_as_it_is_read() {
        let id = "00000000-0000-4000-8000-000000000001";
        for text in [
            format!(r#"{{"close":"{id}"}}"#),
            format!(r#"{{"reopen":"{id}"}}"#),
            format!(r#"{{"barrier_free":"{id}"}}"#),
            format!(r#"{{"move":{{"id":"{id}","lon":9.2,"lat":48.9}}}}"#),
            format!(r#"{{"hours":{{"id":"{id}","opening_hours":"Mo-Fr 10:00-18:00"}}}}"#),
            r#"{"open":{"kind":"library","lon":9.2,"lat":48.9}}"#.to_owned(),
            r#"{"open":{"name":"Neu","kind":"park","lon":9.2,"lat":48.9,"seats":8,"toilets":"yes"}}"#.to_owned(),
        ] {
            let change = read(&text).unwrap();
            assert_eq!(serde_json::to_string(&change).unwrap(), text);
        }
    }

    #[test]
    fn a_change_nobody_can_make_is_refused() {
        for wrong in [
            r#"{"close":"x"}"#,
            r#"{"burn":"00000000-0000-4000-8000-000000000001"}"#,
            r#"{"open":{"kind":"castle","lon":9.2,"lat":48.9}}"#,
            r#"{"open":{"kind":"library","lon":999,"lat":48.9}}"#,
            r#"{"open":{"kind":"library","lon":9.2,"lat":48.9,"owner":"x"}}"#,
            r#"{"open":{"kind":"library","lat":48.9}}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_scenario_has_a_name_and_changes_and_names_nobody() {
        let close = PlannedChange::Close(PlaceId(Uuid::nil()));
        let draft = |name, note, count| ScenarioDraft::new(name, note, vec![close.clone(); count]);
        assert!(draft("Weststadt 2030", Some(""), 1).is_ok());
        assert_eq!(draft("", None, 1).unwrap_err().field, "name");
        let long = "x".repeat(101);
        let long = ScenarioDraft::new(&long, None, vec![close.clone()]);
        assert_eq!(long.unwrap_err().field, "name");
        assert_eq!(draft("x", None, 0).unwrap_err().field, "changes");
        assert_eq!(draft("x", None, 51).unwrap_err().field, "changes");
        let phone = draft("x", Some("Tel. 07141 910123"), 1);
        assert_eq!(phone.unwrap_err().field, "note");
    }
}
