//! Shapes as GeoJSON geometries (RFC 7946): WGS 84, longitude first, right-hand rule.

use geo::{LineString, MultiLineString, MultiPolygon, Polygon};
use geojson::{Geometry, GeometryValue};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::domain::shape::{CheckedArea, check_area, check_on_earth, rounded};
use crate::domain::{Invalid, Location, Shape};

/// A shape read from a GeoJSON geometry, and whether its rings had to be mended.
///
/// # Errors
/// Names `geometry` and the rule it breaks.
pub fn read(geometry: Geometry) -> Result<(Shape, bool), Invalid> {
    let type_name = geometry.value.type_name();
    match &geometry.value {
        GeometryValue::Point { coordinates } => match coordinates[..] {
            [lon, lat, ..] => Ok((Shape::Point(corner(lon, lat)?), false)),
            _ => Err(Invalid::new(
                "geometry",
                "a point needs a longitude and a latitude",
            )),
        },
        GeometryValue::LineString { .. } => {
            let line: LineString<f64> = convert(geometry)?;
            checked_line(MultiLineString::new(vec![line]))
        }
        GeometryValue::MultiLineString { .. } => checked_line(convert(geometry)?),
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => {
            let CheckedArea { area, mended } = read_area(geometry)?;
            Ok((Shape::Area(area), mended))
        }
        _ => Err(Invalid::new(
            "geometry",
            format!("must be a point, a line or an area, not a {type_name}"),
        )),
    }
}

/// An area read from a GeoJSON polygon or multipolygon.
///
/// # Errors
/// Names `geometry` when it is something else or breaks a rule.
pub fn read_area(geometry: Geometry) -> Result<CheckedArea, Invalid> {
    match geometry.value {
        GeometryValue::Polygon { .. } => {
            let polygon: Polygon<f64> = convert(geometry)?;
            check_area(MultiPolygon::new(vec![polygon]))
        }
        GeometryValue::MultiPolygon { .. } => check_area(convert(geometry)?),
        other => Err(Invalid::new(
            "geometry",
            format!(
                "must be a polygon or a multipolygon, not a {}",
                other.type_name()
            ),
        )),
    }
}

fn convert<T: TryFrom<Geometry, Error = geojson::Error>>(geometry: Geometry) -> Result<T, Invalid> {
    // Positions without two numbers are told apart here: the conversion itself would index past their end.
    if has_short_position(&geometry.value) {
        return Err(Invalid::new(
            "geometry",
            "every corner needs a longitude and a latitude",
        ));
    }
    T::try_from(geometry).map_err(|error| Invalid::new("geometry", error.to_string()))
}

fn has_short_position(value: &GeometryValue) -> bool {
    let short = |line: &Vec<geojson::Position>| line.iter().any(|position| position.len() < 2);
    match value {
        GeometryValue::LineString { coordinates } => short(coordinates),
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            coordinates.iter().any(short)
        }
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().any(short),
        _ => false,
    }
}

fn checked_line(line: MultiLineString<f64>) -> Result<(Shape, bool), Invalid> {
    if line.iter().any(|piece| piece.0.len() < 2) || line.0.is_empty() {
        return Err(Invalid::new("geometry", "a line needs two corners"));
    }
    check_on_earth(&line)?;
    Ok((Shape::Line(rounded(line)), false))
}

fn corner(lon: f64, lat: f64) -> Result<Location, Invalid> {
    Location::from_lon_lat(lon, lat).map_err(|invalid| {
        Invalid::new("geometry", format!("{} {}", invalid.field, invalid.reason))
    })
}

/// Writes a shape as a GeoJSON geometry with the six decimals it is kept at.
impl Serialize for Shape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Point(location) => write(serializer, "Point", &[location.lon(), location.lat()]),
            Self::Line(line) => match &line.0[..] {
                [one] => write(serializer, "LineString", &Corners(one)),
                many => write(serializer, "MultiLineString", &Each(many, Corners)),
            },
            Self::Area(area) => write_area(serializer, area),
        }
    }
}

/// Writes an area as a GeoJSON polygon, or a multipolygon where it has several parts.
///
/// # Errors
/// Only those of the serializer.
pub fn write_area<S: Serializer>(
    serializer: S,
    area: &MultiPolygon<f64>,
) -> Result<S::Ok, S::Error> {
    match &area.0[..] {
        [one] => write(serializer, "Polygon", &Rings(one)),
        many => write(serializer, "MultiPolygon", &Each(many, Rings)),
    }
}

fn write<S: Serializer>(
    serializer: S,
    kind: &str,
    coordinates: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct;
    let mut geometry = serializer.serialize_struct("Geometry", 2)?;
    geometry.serialize_field("type", kind)?;
    geometry.serialize_field("coordinates", coordinates)?;
    geometry.end()
}

struct Corners<'a>(&'a LineString<f64>);
struct Rings<'a>(&'a Polygon<f64>);
struct Each<'a, T, F>(&'a [T], F);

impl Serialize for Corners<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.coords().map(|corner| [corner.x, corner.y]))
    }
}

impl Serialize for Rings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rings = serializer.serialize_seq(Some(1 + self.0.interiors().len()))?;
        rings.serialize_element(&Corners(self.0.exterior()))?;
        for hole in self.0.interiors() {
            rings.serialize_element(&Corners(hole))?;
        }
        rings.end()
    }
}

impl<'a, T, W: Serialize, F: Fn(&'a T) -> W> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Shape, Invalid> {
        read(serde_json::from_str(text).unwrap()).map(|(shape, _)| shape)
    }

    #[test]
    fn every_sort_of_shape_survives_a_round_trip() {
        for text in [
            r#"{"type":"Point","coordinates":[9.1922,48.8975]}"#,
            r#"{"type":"LineString","coordinates":[[9.1,48.8],[9.2,48.9]]}"#,
            r#"{"type":"MultiLineString","coordinates":[[[9.1,48.8],[9.2,48.9]],[[9.3,48.8],[9.4,48.9]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.0],[9.1,48.1],[9.0,48.0]]]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[[[9.0,48.0],[9.1,48.0],[9.1,48.1],[9.0,48.0]]],[[[8.0,48.0],[8.1,48.0],[8.1,48.1],[8.0,48.0]]]]}"#,
        ] {
            assert_eq!(
                serde_json::to_string(&read_text(text).unwrap()).unwrap(),
                text
            );
        }
    }

    #[test]
    fn a_geometry_that_is_no_ground_is_refused_and_never_a_panic() {
        for text in [
            r#"{"type":"Point","coordinates":[9.1922,98.0]}"#,
            r#"{"type":"MultiPoint","coordinates":[[9.1,48.8]]}"#,
            r#"{"type":"LineString","coordinates":[[9.1,48.8]]}"#,
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[[9.0,48.0],[9.1,48.0]]]}"#,
            r#"{"type":"GeometryCollection","geometries":[]}"#,
        ] {
            assert_eq!(read_text(text).unwrap_err().field, "geometry", "{text}");
        }
    }
}
