//! What a city works on so that things do not happen (goal 6.4.2): focus areas, each with what is done and how far it is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::audit::Office;
use crate::domain::choice::choice;
use crate::domain::identity::told_as_uuid;
use crate::domain::members::{Members, flat, json};
use crate::domain::note::Note;
use crate::domain::place::Version;
use crate::domain::{DistrictId, Invalid};

/// What the trail calls a focus area, before its id.
pub const FOCUS_AREA: &str = "focus-area";

/// The most focus areas of a city.
pub const MOST_FOCUS_AREAS: usize = 200;

/// The most measures of one.
pub const MOST_MEASURES: usize = 30;

/// The most letters of a title.
pub const MOST_TITLE_LETTERS: usize = 100;

/// The random identity of a focus area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FocusAreaId(pub Uuid);

told_as_uuid!(FocusAreaId: "id");

choice! {
    /// How far something is.
    Stage: "state" {
        /// It is decided and has not begun.
        Planned = "planned",
        /// It is going on.
        Running = "running",
        /// It is done.
        Done = "done",
    }
}

/// Where something is worked on: the whole city where neither is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FocusGround {
    /// The district.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<DistrictId>,
    /// Part of it, or a zone across districts, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Note>,
}

impl FocusGround {
    /// Whether it is the whole city.
    #[must_use]
    pub const fn is_city(&self) -> bool {
        self.district.is_none() && self.zone.is_none()
    }
}

/// Something that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FocusMeasure {
    /// What.
    pub what: Note,
    /// How far it is.
    pub state: Stage,
    /// Since when it is so; of what is planned, when it begins.
    pub on: NaiveDate,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Note>,
}

/// A focus area of prevention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FocusArea {
    /// What it is called.
    pub title: Note,
    /// What it is about.
    pub about: Note,
    /// Where.
    #[serde(default, skip_serializing_if = "FocusGround::is_city")]
    pub ground: FocusGround,
    /// Since when it is worked on, or from when on it will be.
    pub since: NaiveDate,
    /// How far it is.
    pub state: Stage,
    /// What is done, in the order somebody chose.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "measure")]
    pub measures: Vec<FocusMeasure>,
    /// The office that answers for it; never a person.
    pub office: Office,
    /// Whether it was made up for a sample city.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_made_up: bool,
}

impl FocusArea {
    /// Checks what holds `today`.
    ///
    /// # Errors
    /// Every rule that is broken, with its field.
    pub fn checked(self, today: NaiveDate) -> Result<Self, Vec<Invalid>> {
        let mut broken = Vec::new();
        if self.title.as_str().chars().count() > MOST_TITLE_LETTERS {
            let rule = format!("must be at most {MOST_TITLE_LETTERS} characters");
            broken.push(Invalid::new("title", rule));
        }
        if self.measures.len() > MOST_MEASURES {
            let rule = format!("must be at most {MOST_MEASURES}");
            broken.push(Invalid::new("measure", rule));
        }
        let stages = self
            .measures
            .iter()
            .map(|own| ("measure", own.state, own.on));
        let stages = std::iter::once(("since", self.state, self.since)).chain(stages);
        for (field, state, on) in stages {
            if state != Stage::Planned && on > today {
                let rule = format!("must not be after today ({today}) unless it is planned");
                broken.push(Invalid::new(field, rule));
            }
        }
        if broken.is_empty() {
            Ok(self)
        } else {
            Err(broken)
        }
    }

    /// The version of this state.
    #[must_use]
    pub fn version(&self) -> Version {
        let members = self.members();
        let parts = members
            .iter()
            .flat_map(|(name, value)| [name.clone(), value.to_string()]);
        Version::of(parts, "")
    }

    /// What the trail tells of it: everything.
    #[must_use]
    pub fn members(&self) -> Members {
        flat(json(self), &["ground"])
    }
}

/// A focus area with its identity.
pub type KeptFocusArea = (FocusAreaId, FocusArea);

/// A focus area that is new, different or gone.
#[derive(Clone, Debug)]
pub struct FocusAreaChange {
    /// Its identity.
    pub id: FocusAreaId,
    /// What was there.
    pub before: Option<FocusArea>,
    /// What is there afterwards.
    pub after: Option<FocusArea>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    focus_area: Vec<toml::Table>,
}

/// The focus areas that the file of a city's folder holds, in its order.
///
/// # Errors
/// Names the focus area and the rule that it breaks.
pub fn read_focus_areas(text: &str) -> Result<Vec<KeptFocusArea>, Invalid> {
    let broken = |at: &str, reason: String| Invalid::new(at.to_owned(), reason);
    let file: File = toml::from_str(text).map_err(|error| broken("file", error.to_string()))?;
    let mut areas: Vec<KeptFocusArea> = Vec::new();
    for (number, mut table) in (1..).zip(file.focus_area) {
        let at = format!("focus area {number}");
        let id = table.remove("id");
        let id = id
            .as_ref()
            .and_then(toml::Value::as_str)
            .unwrap_or_default();
        let id: FocusAreaId = id
            .parse()
            .map_err(|invalid: Invalid| broken(&at, invalid.to_string()))?;
        let area: FocusArea = table
            .try_into()
            .map_err(|error: toml::de::Error| broken(&at, error.message().to_owned()))?;
        if areas.iter().any(|(own, _)| *own == id) {
            return Err(broken(&at, format!("{id} stands twice")));
        }
        areas.push((id, area));
    }
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(more: &str) -> Result<FocusArea, Invalid> {
        let text = format!(
            "[[focus_area]]\nid = \"00000000-0000-4000-8000-000000000001\"\ntitle = \"Licht\"\nabout = \"Mehr Licht\"\n\
             since = \"2026-01-31\"\nstate = \"running\"\noffice = \"Ordnungsamt\"\n{more}\n"
        );
        Ok(read_focus_areas(&text)?.remove(0).1)
    }

    fn today() -> NaiveDate {
        "2026-03-04".parse().unwrap()
    }

    #[test]
    fn a_focus_area_is_read_told_and_kept() {
        let own = read(
            "ground = { district = \"mitte\", zone = \"Bahnhof\" }\n[[focus_area.measure]]\nwhat = \"Lampen\"\nstate = \"done\"\non = \"2026-02-01\"\nresult = \"heller\"",
        );
        let own = own.unwrap().checked(today()).unwrap();
        assert!(!own.ground.is_city());
        let told = serde_json::to_string(&own).unwrap();
        assert_eq!(serde_json::from_str::<FocusArea>(&told).unwrap(), own);
        let names: Vec<_> = own.members().into_keys().collect();
        assert_eq!(names[..3], ["about", "ground.district", "ground.zone"]);
        assert_ne!(own.version(), read("").unwrap().version());
        assert!(read("").unwrap().ground.is_city());
    }

    #[test]
    fn nobody_answers_by_name_and_nothing_runs_in_the_days_to_come() {
        for wrong in [
            "deputy = \"x\"",
            "ground = { lon = 9.2 }",
            "[[focus_area.measure]]\nwhat = \"Frau Müller fragen\"\nstate = \"done\"\non = \"2026-02-01\"",
            "[[focus_area.measure]]\nwhat = \"am Frauenhaus\"\nstate = \"done\"\non = \"2026-02-01\"",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        for (more, field) in [
            ("[[focus_area.measure]]\nwhat = \"x\"\nstate = \"done\"\non = \"2026-03-05\"", "measure"),
            (&*"[[focus_area.measure]]\nwhat = \"x\"\nstate = \"planned\"\non = \"2026-03-05\"\n".repeat(31), "measure"),
        ] {
            let broken = read(more).unwrap().checked(today()).unwrap_err();
            assert_eq!(broken[0].field, field);
        }
        let planned =
            "[[focus_area.measure]]\nwhat = \"x\"\nstate = \"planned\"\non = \"2027-03-05\"";
        assert!(read(planned).unwrap().checked(today()).is_ok());
    }
}
