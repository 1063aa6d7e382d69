//! Features of a GeoJSON file and rows of a CSV file as one thing: named fields and a geometry.

use std::collections::BTreeMap;

use geojson::{Feature, FeatureCollection, GeoJson, Geometry};
use serde_json::Value;

use crate::domain::Amenity;
use crate::domain::place::OsmTag;
use crate::domain::place::columns::{AUDIENCE, GEOMETRY};
use crate::domain::{Invalid, cell};
use crate::import::{Complaint, Refused};

/// One feature of a file, not yet checked.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number in the file, counted from 1, with its name if it has one.
    pub label: String,
    /// Its fields; members of an address, of amenities and of an audience stand beside the others.
    pub fields: BTreeMap<String, Value>,
    /// Its geometry, if it has one.
    pub geometry: Option<Geometry>,
    /// Whether it is the row of a table: what has no column there is not spoken of.
    pub is_row: bool,
}

impl Record {
    /// A record that speaks of nothing.
    #[must_use]
    pub fn saying_nothing() -> Self {
        Self::saying([])
    }

    /// A record that speaks of these fields alone.
    #[must_use]
    pub fn saying(fields: impl IntoIterator<Item = (String, Value)>) -> Self {
        Self {
            label: String::new(),
            fields: fields.into_iter().collect(),
            geometry: None,
            is_row: true,
        }
    }
}

/// What a change of one feature says: a GeoJSON feature, or the part of one that changes (RFC 7396: `null` takes a member
/// away, what is not named stays).
///
/// # Errors
/// When it is no object of that form.
pub fn of_patch(text: &str) -> Result<Record, Invalid> {
    let wrong = |reason: String| Invalid::new("body", reason);
    let value: Value =
        serde_json::from_str(text).map_err(|error| wrong(format!("must be JSON: {error}")))?;
    let Value::Object(mut body) = value else {
        return Err(wrong("must be a JSON object".to_owned()));
    };
    for name in ["type", "id", "bbox", "links", "revision"] {
        body.remove(name);
    }
    let geometry = match body.remove("geometry") {
        None => None,
        Some(geometry) => Some(
            serde_json::from_value::<Geometry>(geometry)
                .map_err(|error| Invalid::new(GEOMETRY, format!("is not GeoJSON: {error}")))?,
        ),
    };
    let properties = match body.remove("properties") {
        None | Some(Value::Null) => serde_json::Map::new(),
        Some(Value::Object(properties)) => properties,
        Some(_) => return Err(Invalid::new("properties", "must be a JSON object")),
    };
    if let Some(name) = body.keys().next() {
        return Err(Invalid::new(
            name.clone(),
            "is no member of a feature; there are geometry and properties",
        ));
    }
    let mut record = Record::saying(flat(properties));
    record.geometry = geometry;
    Ok(record)
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
const NESTED: [&str; 2] = ["address", "amenities"];

/// The columns of the members of an object that is taken away as a whole.
fn columns_of(group: &str) -> Vec<&'static str> {
    match group {
        "address" => vec!["street", "housenumber", "postcode", "city"],
        "audience" => vec![AUDIENCE, "min_age", "max_age"],
        "amenities" => Amenity::ALL.iter().map(|own| own.as_str()).collect(),
        "osm_access" => OsmTag::ALL.iter().map(|own| own.column()).collect(),
        _ => Vec::new(),
    }
}

/// Properties as fields: members of the objects that have columns of their own stand beside the others.
fn flat(properties: serde_json::Map<String, Value>) -> BTreeMap<String, Value> {
    let mut fields = BTreeMap::new();
    for (name, value) in properties {
        match (name.as_str(), value) {
            // In a table these are columns that say whose words they are.
            ("osm_access", Value::Object(members)) => {
                let columns = members.into_iter();
                fields.extend(columns.map(|(tag, value)| (format!("osm_{tag}"), value)));
            }
            ("audience", Value::Object(members)) => {
                fields.extend(
                    members
                        .into_iter()
                        .map(|(name, value)| match name.as_str() {
                            "restriction" => (AUDIENCE.to_owned(), value),
                            _ => (name, value),
                        }),
                );
            }
            (group, Value::Object(members)) if NESTED.contains(&group) => fields.extend(members),
            (group, Value::Null) if !columns_of(group).is_empty() => {
                let columns = columns_of(group).into_iter();
                fields.extend(columns.map(|column| (column.to_owned(), Value::Null)));
            }
            (_, value) => drop(fields.insert(name, value)),
        }
    }
    fields
}

fn record(number: usize, feature: Feature) -> Record {
    let mut fields = flat(feature.properties.unwrap_or_default());
    match feature.id {
        Some(geojson::feature::Id::String(id)) => drop(fields.insert("id".into(), id.into())),
        Some(geojson::feature::Id::Number(id)) => drop(fields.insert("id".into(), id.into())),
        None => {}
    }
    Record {
        label: label("feature", number, &fields),
        fields,
        geometry: feature.geometry,
        is_row: false,
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
        let mut complaint = |field, reason| {
            complaints.push(Complaint {
                file: file.to_owned(),
                feature: format!("row {number}"),
                field,
                reason,
            });
        };
        match row {
            Ok(row) => match csv_record(number, &header, &row) {
                Ok(record) => records.push(record),
                Err(invalid) => complaint(invalid.field.into_owned(), invalid.reason),
            },
            Err(error) => complaint(String::new(), error.to_string()),
        }
    }
    if complaints.is_empty() {
        Ok(records)
    } else {
        Err(Refused(complaints))
    }
}

/// The separator that stands most often in the first line: German spreadsheets write semicolons.
pub(super) fn delimiter_of(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    *b",;\t"
        .iter()
        .rev()
        .max_by_key(|separator| count(separator))
        .unwrap_or(&b',')
}

fn csv_record(
    number: usize,
    header: &csv::StringRecord,
    row: &csv::StringRecord,
) -> Result<Record, Invalid> {
    // An empty cell says that nothing is known; a column that is not there says nothing.
    let value = |own: &str| match own {
        "" => Value::Null,
        text => cell::read(text).into(),
    };
    let cells = header.iter().zip(row);
    let fields: BTreeMap<String, Value> = cells
        .map(|(name, cell)| (name.to_owned(), value(cell)))
        .collect();
    let geometry = fields.get(GEOMETRY).and_then(Value::as_str).map(shape_in);
    Ok(Record {
        label: label("row", number, &fields),
        geometry: geometry.transpose()?,
        fields,
        is_row: true,
    })
}

/// A shape as text in a cell.
pub(super) fn shape_in(cell: &str) -> Result<Geometry, Invalid> {
    cell.parse::<Geometry>()
        .map_err(|error| Invalid::new(GEOMETRY, format!("is not GeoJSON: {error}")))
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
    fn a_change_names_what_it_changes_and_null_takes_away() {
        let text = r#"{"geometry":{"type":"Point","coordinates":[9.2,48.9]},"properties":{"seats":null,"address":null,"amenities":{"wifi":"no"},"audience":{"restriction":"age"}}}"#;
        let record = of_patch(text).unwrap();
        assert!(record.geometry.is_some());
        assert!(record.fields["seats"].is_null() && record.fields["street"].is_null());
        assert_eq!(record.fields["wifi"], "no");
        assert_eq!(record.fields["audience_restriction"], "age");
        assert!(!record.fields.contains_key("name"));
        for (wrong, field) in [
            ("", "body"),
            ("[]", "body"),
            ("{\"properties\":3}", "properties"),
            ("{\"geometry\":{}}", "geometry"),
            ("{\"name\":\"A\"}", "name"),
        ] {
            assert_eq!(of_patch(wrong).err().unwrap().field, field, "{wrong}");
        }
    }

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
