//! Barriers and their crossings from a city's folder.

use std::collections::HashMap;

use geojson::GeometryValue;

use crate::domain::barrier::{Barrier, Barriers, Crossing};
use crate::domain::catalogue::REFUGE;
use crate::domain::fact::Fact;
use crate::domain::words::Name;
use crate::domain::{Catalogue, Corner, Invalid, Location, Trace};
use crate::import::fields::Fields;
use crate::import::{Complaints, Refused, record};

/// Reads barriers from GeoJSON lines with `id`, `kind` and `name`; other properties are the city's own.
///
/// # Errors
/// Every complaint about the file.
pub fn read_barriers(file: &str, bytes: &[u8]) -> Result<Vec<Barrier>, Refused> {
    let mut complaints = Complaints::about(file);
    let mut barriers: Vec<Barrier> = Vec::new();
    for record in record::read(file, bytes)? {
        let mut fields = Fields::of(record, &mut complaints);
        let id = fields.require::<Name>("id");
        let kind = fields.require("kind");
        let name = name(&mut fields);
        let lines = lines(&mut fields);
        let (Some(id), Some(kind), Some(lines)) = (id, kind, lines) else {
            continue;
        };
        if barriers.iter().any(|own| *own.id == *id) {
            fields.complain(Invalid::new("id", format!("{id} stands twice in the file")));
        }
        barriers.push(Barrier {
            id: id.as_str().into(),
            name: name.map(|name| name.as_str().into()),
            kind,
            lines,
        });
    }
    complaints.or(barriers)
}

/// Reads the crossings of `lines` from GeoJSON points, each of which names its barrier in `barrier`.
///
/// # Errors
/// Every complaint about the file.
pub fn read_crossings(file: &str, bytes: &[u8], lines: Vec<Barrier>) -> Result<Barriers, Refused> {
    let numbers: HashMap<&str, u32> = lines.iter().map(|own| &*own.id).zip(0..).collect();
    let mut complaints = Complaints::about(file);
    let mut crossings = Vec::new();
    for record in record::read(file, bytes)? {
        let mut fields = Fields::of(record, &mut complaints);
        let barrier = fields.require::<Name>("barrier").and_then(|id| {
            let number = numbers.get(id.as_str()).copied();
            let unknown = || Invalid::new("barrier", format!("{id} is no barrier of the city"));
            fields.checked(number.ok_or_else(unknown))
        });
        let name = name(&mut fields);
        let pedestrian = fields.take("pedestrian").unwrap_or(Fact::Unknown);
        let signalled = fields.flag("signalled");
        let corner = point(&mut fields);
        let (Some(barrier), Some(corner)) = (barrier, corner) else {
            continue;
        };
        crossings.push(Crossing {
            barrier,
            name: name.map(|name| name.as_str().into()),
            corner,
            pedestrian,
            signalled,
        });
    }
    complaints.or(Barriers { lines, crossings })
}

/// The name of a barrier or a crossing, which leads to no place of refuge.
fn name(fields: &mut Fields<'_, '_>) -> Option<Name> {
    let name = fields.take::<Name>("name")?;
    if Catalogue::shipped().is_blocked_street(&name) {
        fields.complain(Invalid::new("name", REFUGE));
        return None;
    }
    Some(name)
}

fn point(fields: &mut Fields<'_, '_>) -> Option<Corner> {
    let corner = match fields.geometry().map(|geometry| geometry.value) {
        Some(GeometryValue::Point { coordinates }) => corner(coordinates.as_slice()),
        _ => Err(Invalid::new("geometry", "must be a Point")),
    };
    fields.checked(corner)
}

fn lines(fields: &mut Fields<'_, '_>) -> Option<Vec<Trace>> {
    let read = match fields.geometry().map(|geometry| geometry.value) {
        Some(GeometryValue::LineString { coordinates }) => vec![coordinates],
        Some(GeometryValue::MultiLineString { coordinates }) => coordinates,
        _ => Vec::new(),
    };
    let trace = |line: &Vec<geojson::Position>| {
        let corners = line.iter().map(|position| corner(position.as_slice()));
        corners.collect::<Result<Vec<_>, _>>().map(Trace)
    };
    let lines = if read.iter().all(|line| line.len() > 1) && !read.is_empty() {
        read.iter().map(trace).collect()
    } else {
        Err(Invalid::new(
            "geometry",
            "must be a LineString or MultiLineString of two points or more",
        ))
    };
    fields.checked(lines)
}

fn corner(position: &[f64]) -> Result<Corner, Invalid> {
    let [lon, lat, ..] = position else {
        return Err(Invalid::new("geometry", "must have longitude and latitude"));
    };
    Location::from_lon_lat(*lon, *lat).map(Corner::from)
}
