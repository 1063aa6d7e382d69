//! The lines of help and the focus areas of prevention that a city's folder holds.

use chrono::NaiveDate;

use crate::domain::Invalid;
use crate::domain::counselling::{HelpLineChange, read_lines};
use crate::domain::prevention::{FocusAreaChange, read_focus_areas};
use crate::import::folder::CityFolder;
use crate::import::{Complaints, Refused, record};

const COUNSELLING: &str = "counselling.toml";
const PREVENTION: &str = "prevention.toml";

impl CityFolder {
    /// The city's own lines of help.
    pub(super) fn help_lines(&self, today: NaiveDate) -> Result<Vec<HelpLineChange>, Refused> {
        let mut complaints = Complaints::about(COUNSELLING);
        let mut changes = Vec::new();
        for (id, line) in self.listed(COUNSELLING, read_lines)? {
            let name = line.name.to_string();
            match line.ordered(today) {
                Ok(line) => changes.push(HelpLineChange {
                    id,
                    before: None,
                    after: Some(line),
                }),
                Err(broken) => broken
                    .into_iter()
                    .for_each(|own| complaints.add(&name, own)),
            }
        }
        complaints.or(changes)
    }

    /// What the city works on; made up where the city is a sample.
    pub(super) fn focus_areas(
        &self,
        today: NaiveDate,
        is_sample: bool,
    ) -> Result<Vec<FocusAreaChange>, Refused> {
        let mut complaints = Complaints::about(PREVENTION);
        let mut changes = Vec::new();
        for (id, mut area) in self.listed(PREVENTION, read_focus_areas)? {
            let title = area.title.to_string();
            area.is_made_up |= is_sample;
            match area.checked(today) {
                Ok(area) => changes.push(FocusAreaChange {
                    id,
                    before: None,
                    after: Some(area),
                }),
                Err(broken) => broken
                    .into_iter()
                    .for_each(|own| complaints.add(&title, own)),
            }
        }
        complaints.or(changes)
    }

    /// What a file of the folder lists; nothing where there is no such file.
    fn listed<T>(
        &self,
        name: &str,
        read: fn(&str) -> Result<Vec<T>, Invalid>,
    ) -> Result<Vec<T>, Refused> {
        let Some(bytes) = self.file(name)? else {
            return Ok(Vec::new());
        };
        let text = record::utf8(name, &bytes)?;
        read(text).map_err(|invalid| Refused::file(&self.path_of(name), invalid.to_string()))
    }
}
