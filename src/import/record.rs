//! Features of a GeoJSON file and rows of a CSV file as one thing: named fields and a geometry.

use std::collections::BTreeMap;

use geojson::{Feature, FeatureCollection, GeoJson, Geometry};
use serde_json::Value;

use crate::domain::{Invalid, cell};
use crate::import::{Complaint, Refused};

/// One feature of a file, not yet checked.
pub struct Record {
    /// Its number in the file, counted from 1, with its name if it has one.
    pub label: String,
    /// Its fields; members of an address, of amenities and of an audience stand beside the others.
    pub fields: BTreeMap<String, Value>,
    /// Its geometry, if it has one.
    pub geometry: Option<Geometry>,
}

/// The records of a file: GeoJSON when it begins with `{`, CSV otherwise.
///
/// # Errors
/// When the file is neither, or not UTF-8, or a row has too many or too few values.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Record>, Refused> {
    let text = utf8(file, bytes)?;
    if text.trim_start().starts_with('{') {
        read_geojson(file, text)
    } else {
        read_csv(file, text)
    }
}

/// `bytes` as text, without the byte order mark that spreadsheets write.
pub(super) fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        let reason = format!("line {line} is not UTF-8 (perhaps Latin-1): save the file as UTF-8");
        Refused::file(file, reason)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn read_geojson(file: &str, text: &str) -> Result<Vec<Record>, Refused> {
    let features = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(FeatureCollection { features, .. })) => features,
        Ok(GeoJson::Feature(feature)) => vec![feature],
        Ok(GeoJson::Geometry(_)) => {
            return Err(Refused::file(
                file,
                "must be a FeatureCollection, not a bare geometry",
            ));
        }
        Err(error) => return Err(Refused::file(file, format!("is not GeoJSON: {error}"))),
    };
    Ok((1..)
        .zip(features)
        .map(|(number, feature)| record(number, feature))
        .collect())
}

/// Objects whose members have names of their own. Of any other object a member called `name` must not pass for the
/// feature's name.
const NESTED: [&str; 3] = ["address", "amenities", "audience"];

fn record(number: usize, feature: Feature) -> Record {
    let mut fields = BTreeMap::new();
    for (name, value) in feature.properties.into_iter().flatten() {
        match value {
            // In a table these are columns that say whose words they are.
            Value::Object(members) if name == "osm_access" => {
                let columns = members.into_iter();
                fields.extend(columns.map(|(tag, value)| (format!("osm_{tag}"), value)));
            }
            Value::Object(members) if NESTED.contains(&name.as_str()) => fields.extend(members),
            value => drop(fields.insert(name, value)),
        }
    }
    match feature.id {
        Some(geojson::feature::Id::String(id)) => drop(fields.insert("id".into(), id.into())),
        Some(geojson::feature::Id::Number(id)) => drop(fields.insert("id".into(), id.into())),
        None => {}
    }
    Record {
        label: label("feature", number, &fields),
        fields,
        geometry: feature.geometry,
    }
}

fn label(noun: &str, number: usize, fields: &BTreeMap<String, Value>) -> String {
    match fields.get("name").and_then(Value::as_str) {
        Some(name) => format!("{noun} {number} ({})", name.escape_debug()),
        None => format!("{noun} {number}"),
    }
}

fn read_csv(file: &str, text: &str) -> Result<Vec<Record>, Refused> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter_of(text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = reader
        .headers()
        .map_err(|error| Refused::file(file, error.to_string()))?
        .clone();
    if header.len() < 2 {
        return Err(Refused::file(
            file,
            "is neither GeoJSON nor CSV: the first line must name the columns, separated by , ; or tab",
        ));
    }
    let (mut records, mut complaints) = (Vec::new(), Vec::new());
    for (number, row) in (1..).zip(reader.records()) {
        match row {
            Ok(row) => records.push(csv_record(number, &header, &row)),
            Err(error) => complaints.push(Complaint {
                file: file.to_owned(),
                feature: format!("row {number}"),
                field: String::new(),
                reason: error.to_string(),
            }),
        }
    }
    if complaints.is_empty() {
        Ok(records)
    } else {
        Err(Refused(complaints))
    }
}

/// The separator that stands most often in the first line: German spreadsheets write semicolons.
fn delimiter_of(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    *b",;\t"
        .iter()
        .rev()
        .max_by_key(|separator| count(separator))
        .unwrap_or(&b',')
}

fn csv_record(number: usize, header: &csv::StringRecord, row: &csv::StringRecord) -> Record {
    let cells = header.iter().zip(row).filter(|(_, own)| !own.is_empty());
    let fields = cells
        .map(|(name, own)| (name.to_owned(), Value::from(cell::read(own))))
        .collect();
    Record {
        label: label("row", number, &fields),
        fields,
        geometry: None,
    }
}

/// A value as text; numbers and truth values as they are written, nothing for null and the empty text.
///
/// # Errors
/// When the value is a list or an object.
pub(crate) fn text_of(field: &str, value: &Value) -> Result<Option<String>, Invalid> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::String(text) => Ok(Some(text.trim().to_owned())),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(truth) => Ok(Some(if *truth { "yes" } else { "no" }.to_owned())),
        Value::Array(_) | Value::Object(_) => {
            Err(Invalid::new(field.to_owned(), "must be a single value"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_file_reads_with_its_mark_and_semicolons() {
        let records = read("x.csv", "\u{feff}name;lon;lat\nCafé;9.1;48.9\n".as_bytes()).unwrap();
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].fields["name"], "Café");
        assert_eq!(records[0].label, "row 1 (Café)");
    }

    #[test]
    fn a_text_that_was_kept_from_being_a_formula_is_read_as_it_was() {
        let records = read("x.csv", b"name,note\nA,'=1+1\nB,'s Hof\n").unwrap();
        assert_eq!(records[0].fields["note"], "=1+1");
        assert_eq!(records[1].fields["note"], "'s Hof");
    }

    #[test]
    fn a_latin_1_file_is_refused_with_its_line() {
        let refused = read("x.csv", b"name,lon\nA,1\nCaf\xe9,2\n").err().unwrap();
        assert!(
            refused.0[0].reason.contains("line 3 is not UTF-8"),
            "{refused}"
        );
    }

    #[test]
    fn every_ragged_row_is_named() {
        let refused = read("x.csv", b"a,b\n1\n1,2\n1,2,3\n").err().unwrap();
        let rows: Vec<_> = refused
            .0
            .iter()
            .map(|complaint| complaint.feature.as_str())
            .collect();
        assert_eq!(rows, ["row 1", "row 3"]);
    }

    #[test]
    fn what_is_neither_geojson_nor_csv_is_said_to_be_so() {
        for bytes in [&b""[..], b"hello", b"{\"type\":\"Topology\"}", b"{"] {
            assert!(read("x", bytes).is_err());
        }
    }

    #[test]
    fn nested_members_stand_beside_the_others() {
        let text = r#"{"type":"Feature","id":7,"geometry":null,"properties":{"name":"A","address":{"street":"B"},"meta":{"name":"C"}}}"#;
        let records = read("x.geojson", text.as_bytes()).unwrap();
        assert_eq!(records[0].fields["street"], "B");
        assert_eq!(records[0].fields["id"], 7);
        assert_eq!(records[0].fields["name"], "A");
    }
}
