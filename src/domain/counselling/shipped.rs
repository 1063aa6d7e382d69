//! Lines in files: those of a whole country, which come with the program, and those of a city's folder.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::counselling::{HelpLine, HelpLineId, Scope};
use crate::domain::{CitySettings, Invalid};

/// Lines of one country, as `geodata/catalogue/counselling.toml` writes them.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1.
    pub code: String,
    /// Its lines, in the order of the file.
    pub lines: Vec<(HelpLineId, HelpLine)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    country: Option<String>,
    #[serde(default, rename = "line")]
    lines: Vec<toml::Table>,
}

static SHIPPED: LazyLock<Country> = LazyLock::new(|| {
    let text = include_str!("../../../geodata/catalogue/counselling.toml");
    let lines = read_lines(text).expect("the shipped lines are valid: a test reads them");
    let file: File = toml::from_str(text).expect("the same text");
    Country {
        code: file.country.unwrap_or_default(),
        lines,
    }
});

/// The lines that come with the program for the country that a city lies in; none for another country: a number that leads
/// nowhere is worse than none.
#[must_use]
pub fn shipped(city: &CitySettings) -> &'static [(HelpLineId, HelpLine)] {
    if city.lies_in(&SHIPPED.code) {
        &SHIPPED.lines
    } else {
        &[]
    }
}

/// The lines that a file holds, in its order.
///
/// # Errors
/// Names the line and the rule that it breaks.
pub fn read_lines(text: &str) -> Result<Vec<(HelpLineId, HelpLine)>, Invalid> {
    let broken = |at: &str, reason: String| Invalid::new(at.to_owned(), reason);
    let file: File = toml::from_str(text).map_err(|error| broken("file", error.to_string()))?;
    let mut lines: Vec<(HelpLineId, HelpLine)> = Vec::new();
    for (number, mut table) in (1..).zip(file.lines) {
        let at = format!("line {number}");
        let id = table.remove("id");
        let id = id
            .as_ref()
            .and_then(toml::Value::as_str)
            .unwrap_or_default();
        let id: HelpLineId = id
            .parse()
            .map_err(|invalid: Invalid| broken(&at, invalid.to_string()))?;
        let line: HelpLine = table
            .try_into()
            .map_err(|error: toml::de::Error| broken(&at, error.message().to_owned()))?;
        if lines.iter().any(|(own, _)| *own == id) {
            return Err(broken(&at, format!("{id} stands twice")));
        }
        if line.scope == Scope::National && file.country.is_none() {
            return Err(broken(
                &at,
                "scope: must be local in a city's folder".to_owned(),
            ));
        }
        lines.push((id, line));
    }
    Ok(lines)
}
