//! The catalogues of criteria of a city's folder, beside those that came with the program.

use std::borrow::Cow;
use std::path::Path;

use super::{BuiltIn, CityFolder, built_in_folder};
use crate::barrier_free::Catalogues;
use crate::domain::change::CriteriaText;
use crate::import::{Refused, criteria, record};

/// Where those stand that came with the program.
const SHIPPED: &str = "catalogue/criteria/";

/// Where a city's own stand in its folder.
const OWN: &str = "criteria";

type File = (String, Cow<'static, [u8]>);

impl CityFolder {
    /// All versions of the criteria: what came with the program, and the city's own, which stand in place of those of the
    /// same name.
    ///
    /// # Errors
    /// Every rule that a file breaks, with its line.
    pub fn criteria(&self) -> Result<Catalogues, Refused> {
        let mut files = inside(SHIPPED);
        files.extend(self.own_criteria_files()?);
        criteria::read(files)
    }

    /// The city's own versions of the criteria as they are written, each with its file, to be kept beside its data.
    ///
    /// # Errors
    /// Every rule that a file breaks, with its line.
    pub fn own_criteria(&self) -> Result<Vec<(String, CriteriaText)>, Refused> {
        let mut texts = Vec::new();
        for (name, bytes) in self.own_criteria_files()? {
            let content = record::utf8(&name, &bytes)?.into();
            let catalogues = criteria::read(vec![(name.clone(), bytes.clone())])?;
            texts.extend(catalogues.iter().map(|own| {
                let text = CriteriaText {
                    version: own.version.clone(),
                    content: Box::clone(&content),
                };
                (name.clone(), text)
            }));
        }
        Ok(texts)
    }

    fn own_criteria_files(&self) -> Result<Vec<File>, Refused> {
        match self {
            Self::BuiltIn => Ok(inside(&format!("{}/{OWN}/", built_in_folder()))),
            Self::Disk(folder) => on_disk(&folder.join(OWN)),
        }
    }
}

/// The files inside the program whose path begins so.
fn inside(begin: &str) -> Vec<File> {
    let paths =
        BuiltIn::iter().filter(|path| path.starts_with(begin) && is_toml(Path::new(&**path)));
    let mut paths: Vec<_> = paths.collect();
    paths.sort();
    let read = |path: Cow<'static, str>| Some((path.to_string(), BuiltIn::get(&path)?.data));
    paths.into_iter().filter_map(read).collect()
}

/// The files of a folder, which need not be there.
fn on_disk(folder: &Path) -> Result<Vec<File>, Refused> {
    let refused = |path: &Path, error: &std::io::Error| {
        Refused::file(&path.display().to_string(), error.to_string())
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(folder, &error)),
    };
    let paths: Result<Vec<_>, _> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(|error| refused(folder, &error))?;
    paths.retain(|path| is_toml(path));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let bytes = std::fs::read(&path).map_err(|error| refused(&path, &error))?;
        Ok((path.display().to_string(), bytes.into()))
    };
    paths.into_iter().map(read).collect()
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}
