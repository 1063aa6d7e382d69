//! Places as a table that spreadsheets open: CSV with semicolons and a byte order mark, as German ones expect it.

use std::borrow::Cow;

use crate::domain::place::columns::{self, VERSION};
use crate::domain::{Place, cell};

/// Places as CSV, one row each, with every column there is. What is read back from it is the same.
#[must_use]
pub fn places_csv<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail, and every row has the same columns.
    let _ = writer.write_record(columns::all().chain([VERSION]));
    for place in places {
        let cells = place.cells();
        let version = place.version().to_string();
        let text = |column| cells.get(column).map_or("", String::as_str);
        let row = columns::all().map(|column| cell::written(text(column)));
        let _ = writer.write_record(row.chain([version.as_str().into()]).map(Cow::into_owned));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_begins_with_the_mark_and_its_columns() {
        let text = String::from_utf8(places_csv(std::iter::empty())).unwrap();
        assert!(text.starts_with("\u{feff}id;name;kind;"), "{text}");
    }
}
