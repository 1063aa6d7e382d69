//! What nobody told and nobody released: reports made up for a sample city, and the frozen releases of them.
//!
//! A city that is no sample may have neither: what people told there is released by `miteinander release` alone.

use std::borrow::Cow;
use std::path::Path;

use super::{BuiltIn, CityFolder, built_in_folder};
use crate::domain::released::ReleaseText;
use crate::domain::report::Period;
use crate::domain::{CitySettings, Invalid};
use crate::import::{Complaints, Refused, record};
use crate::safety::{ReleaseFile, SamplePlan};

/// How the reports are made up.
const PLAN: &str = "sample_reports.toml";

/// The name of a file and what it holds.
type File = (String, Cow<'static, [u8]>);

/// Where the releases are.
const RELEASES: &str = "releases";

impl CityFolder {
    /// How reports are made up for the city; none where it has no such file.
    ///
    /// # Errors
    /// When the city is no sample, or the plan breaks a rule.
    pub fn sample_plan(&self) -> Result<Option<SamplePlan>, Refused> {
        let Some(bytes) = self.file(PLAN)? else {
            return Ok(None);
        };
        let path = self.path_of(PLAN);
        if !self.settings()?.sample {
            return Err(Refused::file(&path, ONLY_SAMPLES));
        }
        let text = record::utf8(&path, &bytes)?;
        let plan = SamplePlan::from_toml(text);
        plan.map(Some)
            .map_err(|invalid| Refused::file(&path, invalid.to_string()))
    }

    /// The releases that come with a sample city.
    pub(super) fn releases(&self, settings: &CitySettings) -> Result<Vec<ReleaseText>, Refused> {
        let mut complaints = Complaints::about(RELEASES);
        let mut releases = Vec::new();
        for (name, bytes) in self.release_files()? {
            match read(&bytes) {
                Ok(own) if settings.sample => releases.push(own),
                Ok(_) => complaints.add(&name, Invalid::new("sample", ONLY_SAMPLES)),
                Err(invalid) => complaints.add(&name, invalid),
            }
        }
        complaints.or(releases)
    }

    /// The files with their names, in order.
    fn release_files(&self) -> Result<Vec<File>, Refused> {
        let mut names: Vec<String> = match self {
            Self::BuiltIn => {
                let folder = format!("{}/{RELEASES}/", built_in_folder());
                let inside = BuiltIn::iter();
                inside
                    .filter_map(|path| path.strip_prefix(&folder).map(ToOwned::to_owned))
                    .collect()
            }
            Self::Disk(folder) => names_in(&folder.join(RELEASES))?,
        };
        names.retain(|name| Path::new(name).extension().is_some_and(|own| own == "json"));
        names.sort_unstable();
        let mut files = Vec::new();
        for name in names {
            if let Some(bytes) = self.file(&format!("{RELEASES}/{name}"))? {
                files.push((name, bytes));
            }
        }
        Ok(files)
    }
}

/// Why a city that is no sample has neither.
const ONLY_SAMPLES: &str = "is for a city with sample = true in its city.toml: reports and releases of others are never made up";

fn names_in(folder: &Path) -> Result<Vec<String>, Refused> {
    let refused =
        |error: std::io::Error| Refused::file(&folder.display().to_string(), error.to_string());
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(error)),
    };
    let name = |entry: Result<std::fs::DirEntry, std::io::Error>| {
        let entry = entry.map_err(refused)?;
        Ok(entry.file_name().to_string_lossy().into_owned())
    };
    entries.map(name).collect()
}

/// A release as its file has it, byte for byte.
fn read(bytes: &[u8]) -> Result<ReleaseText, Invalid> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_not_utf8| Invalid::new("encoding", "must be UTF-8"))?;
    let file: ReleaseFile =
        serde_json::from_str(text).map_err(|error| Invalid::new("json", error.to_string()))?;
    let period: Period = file.period.parse()?;
    if !file.is_sample {
        return Err(Invalid::new("is_sample", "must be true"));
    }
    if !file.product.is_for(period) || file.id != format!("{}-{period}", file.product) {
        let rule = "must be the product and a period that it is made for";
        return Err(Invalid::new("id", rule));
    }
    Ok(ReleaseText {
        product: file.product,
        period,
        content: text.into(),
    })
}
