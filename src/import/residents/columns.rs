//! What the columns of a table are called, and how their values are read.

use crate::domain::Invalid;
use crate::domain::residents::{Count, MOST_PERSONS, PER_PERSON};

/// What people are counted in: the census, our own layouts, a city's spreadsheet.
pub(super) const PERSONS: [&str; 3] = ["persons", "einwohner", "population"];

/// Where the columns of a table stand, by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The name of a square.
    pub(super) id: Option<usize>,
    /// The middle of a square, in metres of the grid.
    pub(super) x: Option<usize>,
    pub(super) y: Option<usize>,
    /// A point on the earth.
    pub(super) lon: Option<usize>,
    pub(super) lat: Option<usize>,
    pub(super) persons: Option<usize>,
    pub(super) under_10: Option<usize>,
    pub(super) over_79: Option<usize>,
    /// Percent of all.
    pub(super) share_under_18: Option<usize>,
    pub(super) share_over_64: Option<usize>,
    /// What each is called in the file.
    pub(super) names: Vec<String>,
}

impl Columns {
    /// Reads the first line of a table.
    pub(super) fn of(header: &str, delimiter: u8) -> Self {
        let names = header.trim_end().split(char::from(delimiter));
        let names: Vec<String> = names
            .map(|name| name.trim().trim_matches('"').to_owned())
            .collect();
        let find = |known: &[&str]| {
            let is_known = |name: &String| known.iter().any(|own| own.eq_ignore_ascii_case(name));
            names.iter().position(is_known)
        };
        Self {
            id: find(&["GITTER_ID_100m", "GITTER_ID_1km", "grid_id"]),
            x: find(&["x_mp_100m", "x_mp_1km", "x"]),
            y: find(&["y_mp_100m", "y_mp_1km", "y"]),
            lon: find(&["lon"]),
            lat: find(&["lat"]),
            persons: find(&PERSONS),
            under_10: find(&["children_0_9"]),
            over_79: find(&["seniors_80plus"]),
            share_under_18: find(&["share_u18"]),
            share_over_64: find(&["share_65plus"]),
            names,
        }
    }

    /// Whether the rows are squares of the grid of which something is said.
    pub(super) fn is_grid(&self) -> bool {
        let said = [
            self.persons,
            self.under_10,
            self.over_79,
            self.share_under_18,
            self.share_over_64,
        ];
        self.id.is_some() && said.iter().any(Option::is_some)
    }

    /// Whether the rows are points with people.
    pub(super) fn is_points(&self) -> bool {
        self.lon.is_some() && self.lat.is_some() && self.persons.is_some()
    }
}

/// How files say that they do not say: nothing, dashes, and what stands for a number that must not be told.
const WITHHELD: [&str; 11] = ["", "-", "–", "—", "-1", "-1.0", "-9", "-9.0", "/", ".", "x"];

/// A value of a table as text, with the dash of Windows, which many tables of the census are full of.
pub(super) fn text(value: &[u8]) -> Result<&str, String> {
    match value.trim_ascii() {
        b"\x96" => Ok("–"),
        value => std::str::from_utf8(value).map_err(|error| format!("is not UTF-8: {error}")),
    }
}

/// How many people a value says; withheld where it says nothing.
pub(super) fn count(value: &[u8]) -> Result<Count, String> {
    let text = text(value)?;
    if WITHHELD.contains(&text) {
        return Ok(Count::Withheld);
    }
    match text.parse::<u32>() {
        Ok(persons) if persons <= MOST_PERSONS => Ok(Count::Given(persons * PER_PERSON)),
        _ => Err(format!(
            "must be a whole number of persons up to {MOST_PERSONS}, or empty, – or -1 where it is withheld, not \"{}\"",
            text.escape_debug()
        )),
    }
}

/// Percent as a part of one; none where it is withheld.
pub(super) fn share(value: &[u8]) -> Result<Option<f64>, String> {
    let text = text(value)?;
    if WITHHELD.contains(&text) {
        return Ok(None);
    }
    match text.replace(',', ".").parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => Ok(Some(percent / 100.0)),
        _ => Err(format!(
            "must be a number of percent from 0 to 100, or empty, – or -1 where it is withheld, not \"{}\"",
            text.escape_debug()
        )),
    }
}

/// A complaint about one column.
pub(super) fn wrong(columns: &Columns, column: usize, reason: String) -> Invalid {
    Invalid::new(columns.names[column].clone(), reason)
}
