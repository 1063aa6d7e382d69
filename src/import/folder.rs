//! A city's own folder: `city.toml`, `districts.geojson`, and, if it has them, `quarters.geojson`,
//! `population.csv` and `places.geojson`.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::domain::change::{CityChange, Districts, PlaceChange};
use crate::domain::district::Boundary;
use crate::domain::place::{Origin, Place};
use crate::domain::trail::{Action, Author};
use crate::domain::{CitySettings, Invalid};
use crate::import::districts::{self, Naming};
use crate::import::{Complaints, Refused, places, record};

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

impl CityFolder {
    /// The settings of the city alone.
    ///
    /// # Errors
    /// When there is no `city.toml` or it breaks a rule.
    pub fn settings(&self) -> Result<CitySettings, Refused> {
        let bytes = self.need(SETTINGS)?;
        let text = record::utf8(SETTINGS, &bytes)?;
        CitySettings::from_toml(text).map_err(|invalid| Refused::file(SETTINGS, invalid.reason))
    }

    /// Everything the folder holds, as the first change of a new store.
    ///
    /// # Errors
    /// Every complaint about the first file that has any.
    pub fn read(&self) -> Result<CityChange, Refused> {
        let settings = self.settings()?;
        let (author, origin) = match self {
            Self::BuiltIn => (Author::built_in(), Origin::Sample),
            Self::Disk(_) => (Author::import("folder"), Origin::Local),
        };
        let districts = self.districts()?;
        let mut change = CityChange::by(author);
        let places = match self.file("places.geojson")? {
            Some(bytes) => places::read("places.geojson", &bytes, origin, &[], Uuid::new_v4)?,
            None => Vec::new(),
        };
        change.settings = Some(settings);
        change.districts = Some(districts);
        change.places = places.into_iter().map(added).collect();
        Ok(change)
    }

    fn districts(&self) -> Result<Districts, Refused> {
        const FILE: &str = "districts.geojson";
        let bytes = self.need(FILE)?;
        let mut districts =
            districts::read(FILE, &bytes, &Naming::default(), Boundary::Official)?.districts;
        if let Some(bytes) = self.file("population.csv")? {
            let figures = districts::read_population("population.csv", &bytes)?;
            let mut complaints = Complaints::about("population.csv");
            for (id, figure) in figures {
                match districts.iter_mut().find(|district| district.id == id) {
                    Some(district) => district.population = Some(figure),
                    None => complaints.add(
                        id.as_str(),
                        Invalid::new("district_id", "is no district of the city"),
                    ),
                }
            }
            complaints.or(())?;
        }
        let quarters = match self.file("quarters.geojson")? {
            Some(bytes) => districts::read_quarters("quarters.geojson", &bytes)?,
            None => Vec::new(),
        };
        Ok(Districts {
            districts,
            quarters,
        })
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

fn added(place: Place) -> PlaceChange {
    PlaceChange {
        action: Action::Added,
        place,
        osm: None,
        differs_in: Vec::new(),
    }
}

impl From<&Path> for CityFolder {
    fn from(path: &Path) -> Self {
        Self::Disk(path.to_owned())
    }
}

#[cfg(test)]
mod tests;
