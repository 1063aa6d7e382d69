//! A city's own folder: `city.toml`, `districts.geojson`, and, if it has them, `quarters.geojson`,
//! `population.csv`, `residents.csv`, `places.geojson`, `events.ics`, `barriers.geojson` with `crossings.geojson`,
//! `criteria/*.toml` with `audits.json`, `counselling.toml`, `prevention.toml`, and, in a sample city,
//! `sample_reports.toml` with `releases/*.json`.

mod audits;
mod criteria;
mod prevention;
mod sample;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::barrier::Barriers;
use crate::domain::change::{CityChange, Districts, EventChange, PlaceChange};
use crate::domain::district::{Boundary, District, DistrictId, Population, Quarter};
use crate::domain::event::EventOrigin;
use crate::domain::place::{Origin, Place};
use crate::domain::residents::{ResidentSource, Residents};
use crate::domain::trail::Author;
use crate::domain::{CityMap, CitySettings, Invalid};
use crate::import::districts::{self, Naming};
use crate::import::events::{self, Gazetteer};
use crate::import::{Complaint, Complaints, Refused, barriers, places, record, residents};

/// A folder with a city's files, on the disk or inside the program.
pub enum CityFolder {
    /// A folder on the disk.
    Disk(PathBuf),
    /// The city that came with the program.
    BuiltIn,
}

#[derive(rust_embed::Embed)]
#[folder = "geodata/"]
struct BuiltIn;

const SETTINGS: &str = "city.toml";
const QUARTERS: &str = "quarters.geojson";
const POPULATION: &str = "population.csv";
const RESIDENTS: &str = "residents.csv";
const EVENTS: &str = "events.ics";

impl CityFolder {
    /// The settings of the city alone.
    ///
    /// # Errors
    /// When there is no `city.toml` or it breaks a rule.
    pub fn settings(&self) -> Result<CitySettings, Refused> {
        let bytes = self.need(SETTINGS)?;
        let text = record::utf8(SETTINGS, &bytes)?;
        CitySettings::from_toml(text).map_err(|invalid| match &*invalid.field {
            SETTINGS => Refused::file(SETTINGS, invalid.reason),
            _ => Refused::file(SETTINGS, invalid.to_string()),
        })
    }

    /// Everything the folder holds, as the first change of a new store.
    ///
    /// # Errors
    /// Every complaint about every file.
    pub fn read(&self) -> Result<CityChange, Refused> {
        self.read_at(Utc::now())
    }

    /// The same at a moment.
    fn read_at(&self, now: DateTime<Utc>) -> Result<CityChange, Refused> {
        let (author, origin) = match self {
            Self::BuiltIn => (Author::built_in(), Origin::Sample),
            Self::Disk(_) => (Author::import("folder"), Origin::Local),
        };
        let mut complaints = Vec::new();
        let settings = noted(self.settings(), &mut complaints);
        let districts = noted(self.districts(), &mut complaints);
        let places = noted(self.places(origin), &mut complaints);
        let barriers = noted(self.barriers(), &mut complaints);
        let found = match (&settings, &places) {
            (Some(settings), Some(places)) => {
                noted(self.calendar(settings, places), &mut complaints)
            }
            _ => None,
        };
        let residents = match (&settings, &districts) {
            (Some(settings), Some(all)) => noted(self.residents(settings, all), &mut complaints),
            _ => None,
        };
        let audits = match (&settings, &places) {
            (Some(settings), Some(places)) => {
                let today = now.with_timezone(&settings.timezone).date_naive();
                noted(self.audits(places, today), &mut complaints)
            }
            _ => None,
        };
        let prevention = settings.as_ref().and_then(|settings| {
            let today = now.with_timezone(&settings.timezone).date_naive();
            let lines = noted(self.help_lines(today), &mut complaints);
            let areas = noted(self.focus_areas(today, settings.sample), &mut complaints);
            lines.zip(areas)
        });
        let releases = settings
            .as_ref()
            .and_then(|own| noted(self.releases(own), &mut complaints));
        if !complaints.is_empty() {
            return Err(Refused(complaints));
        }
        let mut change = CityChange::by(author);
        (change.help_lines, change.focus_areas) = prevention.unwrap_or_default();
        change.audits = audits.unwrap_or_default();
        change.releases = releases.unwrap_or_default();
        change.settings = settings;
        change.districts = districts;
        change.residents = residents.flatten().map(Arc::new);
        change.map = barriers
            .filter(|barriers| !barriers.lines.is_empty())
            .map(|barriers| {
                Arc::new(CityMap {
                    ground: barriers.drawn(),
                    barriers,
                    ..CityMap::default()
                })
            });
        change.places = places
            .into_iter()
            .flatten()
            .map(PlaceChange::added)
            .collect();
        let found = found.unwrap_or_default();
        for complaint in &found.complaints {
            tracing::warn!(%complaint, "left out of the calendar");
        }
        let events = found.events.into_iter();
        change.events = events.map(EventChange::added).collect();
        Ok(change)
    }

    /// What of the calendar cannot be taken as it stands. A calendar keeps its good events, so this is no reason to
    /// refuse the folder.
    ///
    /// # Errors
    /// When the folder has no settings or its places are wrong.
    pub fn calendar_complaints(&self) -> Result<Vec<Complaint>, Refused> {
        let (settings, places) = (self.settings()?, self.places(Origin::Local)?);
        Ok(self.calendar(&settings, &places)?.complaints)
    }

    fn calendar(
        &self,
        settings: &CitySettings,
        places: &[Place],
    ) -> Result<events::Found, Refused> {
        let Some(bytes) = self.file(EVENTS)? else {
            return Ok(events::Found::default());
        };
        let origin = match self {
            Self::BuiltIn => EventOrigin::Sample,
            Self::Disk(_) => EventOrigin::Calendar,
        };
        let context = events::Context {
            // The name that an import of the same file gives the calendar.
            source: "events".parse().expect("a short word is a name"),
            origin,
            timezone: settings.timezone,
            place: None,
            organiser: None,
            gazetteer: Gazetteer::new(places, &settings.name),
        };
        events::read(EVENTS, &bytes, &context)
    }

    fn residents(
        &self,
        settings: &CitySettings,
        all: &Districts,
    ) -> Result<Option<Residents>, Refused> {
        let Some(bytes) = self.file(RESIDENTS)? else {
            return Ok(None);
        };
        let path = self.path_of(RESIDENTS);
        let window = residents::window(&all.districts, None)
            .ok_or_else(|| Refused::file(&path, "needs districts in Europe to place people in"))?;
        let context = residents::Context {
            window: &window,
            homes: &[],
            // Nobody shall take the people of a sample for counted ones.
            source: settings.sample.then_some(ResidentSource::Synthetic),
            year: None,
            attribution: None,
        };
        let input = residents::Input {
            name: &path,
            content: Box::new(&*bytes),
        };
        residents::read(vec![input], &context).map(|found| Some(found.residents))
    }

    fn places(&self, origin: Origin) -> Result<Vec<Place>, Refused> {
        const FILE: &str = "places.geojson";
        match self.file(FILE)? {
            Some(bytes) => places::read(FILE, &bytes, origin, &[], Uuid::new_v4),
            None => Ok(Vec::new()),
        }
    }

    fn barriers(&self) -> Result<Barriers, Refused> {
        const BARRIERS: &str = "barriers.geojson";
        const CROSSINGS: &str = "crossings.geojson";
        let lines = match self.file(BARRIERS)? {
            Some(bytes) => barriers::read_barriers(BARRIERS, &bytes)?,
            None => Vec::new(),
        };
        match self.file(CROSSINGS)? {
            Some(bytes) => barriers::read_crossings(CROSSINGS, &bytes, lines),
            None => Ok(Barriers {
                lines,
                crossings: Vec::new(),
            }),
        }
    }

    fn districts(&self) -> Result<Districts, Refused> {
        let mut complaints = Vec::new();
        let districts = noted(self.outlines(), &mut complaints);
        let quarters = noted(self.quarters(), &mut complaints);
        let figures = noted(self.population(), &mut complaints);
        let mut all = Districts {
            districts: districts.unwrap_or_default(),
            quarters: quarters.unwrap_or_default(),
        };
        // Whether the files agree can only be said of files that can be read.
        if complaints.is_empty() {
            let agreed = put_figures(&mut all.districts, figures.unwrap_or_default());
            noted(agreed, &mut complaints);
            noted(check_quarters(&all), &mut complaints);
        }
        if complaints.is_empty() {
            Ok(all)
        } else {
            Err(Refused(complaints))
        }
    }

    fn outlines(&self) -> Result<Vec<District>, Refused> {
        const FILE: &str = "districts.geojson";
        let bytes = self.need(FILE)?;
        let found = districts::read(FILE, &bytes, &Naming::default(), Boundary::Official)?;
        Ok(found.districts)
    }

    fn quarters(&self) -> Result<Vec<Quarter>, Refused> {
        match self.file(QUARTERS)? {
            Some(bytes) => districts::read_quarters(QUARTERS, &bytes),
            None => Ok(Vec::new()),
        }
    }

    fn population(&self) -> Result<BTreeMap<DistrictId, Population>, Refused> {
        match self.file(POPULATION)? {
            Some(bytes) => districts::read_population(POPULATION, &bytes),
            None => Ok(BTreeMap::new()),
        }
    }

    fn need(&self, name: &str) -> Result<Cow<'static, [u8]>, Refused> {
        self.file(name)?.ok_or_else(|| {
            Refused::file(
                &self.path_of(name),
                "is not there; a city's folder needs it",
            )
        })
    }

    fn file(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Refused> {
        match self {
            Self::BuiltIn => Ok(BuiltIn::get(&self.path_of(name)).map(|file| file.data)),
            Self::Disk(folder) => match std::fs::read(folder.join(name)) {
                Ok(bytes) => Ok(Some(bytes.into())),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(Refused::file(&self.path_of(name), error.to_string())),
            },
        }
    }

    fn path_of(&self, name: &str) -> String {
        match self {
            Self::Disk(folder) => folder.join(name).display().to_string(),
            Self::BuiltIn => format!("{}/{name}", built_in_folder()),
        }
    }
}

/// The one folder with a `city.toml` among the files inside the program.
fn built_in_folder() -> String {
    BuiltIn::iter()
        .find_map(|path| path.strip_suffix("/city.toml").map(ToOwned::to_owned))
        .expect("the program is built with a city: a test reads it")
}

/// The value, or its complaints among `complaints`.
fn noted<T>(read: Result<T, Refused>, complaints: &mut Vec<Complaint>) -> Option<T> {
    read.map_err(|refused| complaints.extend(refused.0)).ok()
}

/// Gives each district its figure.
fn put_figures(
    districts: &mut [District],
    figures: BTreeMap<DistrictId, Population>,
) -> Result<(), Refused> {
    let mut complaints = Complaints::about(POPULATION);
    for (id, figure) in figures {
        match districts.iter_mut().find(|district| district.id == id) {
            Some(district) => district.population = Some(figure),
            None => complaints.add(
                id.as_str(),
                Invalid::new("district_id", "is no district of the city"),
            ),
        }
    }
    complaints.or(())
}

fn check_quarters(all: &Districts) -> Result<(), Refused> {
    let mut complaints = Complaints::about(QUARTERS);
    for quarter in &all.quarters {
        if !all.districts.iter().any(|own| own.id == quarter.district) {
            let reason = format!("{} is no district of the city", quarter.district);
            complaints.add(quarter.id.as_str(), Invalid::new("district", reason));
        }
    }
    complaints.or(())
}

impl From<&Path> for CityFolder {
    fn from(path: &Path) -> Self {
        Self::Disk(path.to_owned())
    }
}

#[cfg(test)]
mod tests;
