//! Places and districts as GeoJSON features (RFC 7946).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::domain::district::Boundary;
use crate::domain::place::{Facts, Origin, PlaceId, Status};
use crate::domain::shape::geojson::write_area;
use crate::domain::{Class, District, DistrictId, KindId, Shape, folding};
use crate::export::audits::PlaceAccessibility;
use crate::snapshot::{Located, Snapshot};
use crate::walk::Engine;

/// A place as a GeoJSON feature.
#[derive(Serialize)]
pub struct PlaceFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: PlaceId,
    geometry: &'a Shape,
    properties: PlaceProperties<'a>,
}

#[derive(Serialize)]
pub(super) enum FeatureType {
    Feature,
}

#[derive(Serialize)]
struct PlaceProperties<'a> {
    name: &'a str,
    kind: KindId,
    cls: Class,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a DistrictId>,
    near_border: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening_hours: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_verified_at: Option<NaiveDate>,
    origin: Origin,
    completeness: u8,
    url: PlaceUrl<'a>,
    accessibility: PlaceAccessibility<'a>,
    #[serde(flatten)]
    facts: &'a Facts,
}

impl<'a> PlaceFeature<'a> {
    /// The feature of a place.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, located: &'a Located) -> Self {
        let place = &located.place;
        Self {
            kind: FeatureType::Feature,
            id: place.id,
            geometry: &place.shape,
            properties: PlaceProperties {
                name: &place.name,
                kind: place.kind,
                cls: place.class(),
                status: place.lifecycle.status,
                valid_from: place.lifecycle.valid_from(),
                valid_to: place.lifecycle.valid_to(),
                district: snapshot.district_of(located).map(|district| &district.id),
                near_border: located.near_border,
                opening_hours: place.opening_hours.as_deref(),
                last_verified_at: place.last_verified_at,
                origin: place.origin,
                completeness: place.completeness_percent(),
                url: PlaceUrl(located),
                accessibility: PlaceAccessibility(located),
                facts: &place.facts,
            },
        }
    }
}

/// Most places take less than this as a feature.
const TYPICAL_BYTES: usize = 1024;

/// How far a place is from where one asked.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Straight distance in metres to the nearest edge.
    pub distance_m: f64,
    /// Seconds on foot; none where no way is known.
    pub walk_s: Option<f64>,
    /// What told the time.
    pub engine: Engine,
}

/// Writes a feature collection: the members of `head`, then `places`, each with the way to it where there is one.
///
/// Each place is put into words once per snapshot; after that it is only copied.
#[must_use]
pub fn place_collection<'a>(
    snapshot: &'a Snapshot,
    head: &impl Serialize,
    places: impl Iterator<Item = (&'a Located, Option<Way>)>,
) -> Vec<u8> {
    let head = json(head);
    let mut bytes = Vec::with_capacity(head.len() + places.size_hint().0 * TYPICAL_BYTES);
    bytes.extend_from_slice(&head);
    bytes.pop_if(|last| *last == b'}');
    bytes.extend_from_slice(b",\"features\":[");
    for (number, (located, way)) in places.enumerate() {
        if number > 0 {
            bytes.push(b',');
        }
        let render = || json(&PlaceFeature::new(snapshot, located));
        snapshot.rendered(located, render, |feature| match way {
            None => bytes.extend_from_slice(feature),
            Some(way) => {
                // `properties` is the last member, so a feature ends with its brace and its own.
                let open = feature.strip_suffix(b"}}").unwrap_or(feature);
                bytes.extend_from_slice(open);
                write_way(&mut bytes, way);
                bytes.extend_from_slice(b"}}");
            }
        });
    }
    bytes.extend_from_slice(b"]}");
    bytes
}

fn write_way(bytes: &mut Vec<u8>, way: Way) {
    // A tenth of a metre says more than any position here is known to.
    bytes.extend_from_slice(b",\"distance_m\":");
    write_tenths(bytes, way.distance_m);
    bytes.extend_from_slice(b",\"walk_s\":");
    match way.walk_s {
        Some(seconds) => write_tenths(bytes, seconds),
        None => bytes.extend_from_slice(b"null"),
    }
    bytes.extend_from_slice(b",\"walk_engine\":\"");
    bytes.extend_from_slice(way.engine.as_str().as_bytes());
    bytes.push(b'"');
}

/// Writes a number with one decimal; whole numbers are written faster than fractions.
fn write_tenths(bytes: &mut Vec<u8>, metres: f64) {
    use std::io::Write;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a distance on earth is positive and fits"
    )]
    let tenths = (metres * 10.0).round() as u64;
    write!(bytes, "{}.{}", tenths / 10, tenths % 10).expect("a vector takes all bytes");
}

/// A value as JSON text.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("domain values are plain data")
}

/// The address of a place's page: `/orte/<name>-<first eight digits of its id>`.
pub struct PlaceUrl<'a>(pub &'a Located);

impl std::fmt::Display for PlaceUrl<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let place = &self.0.place;
        write!(
            f,
            "/orte/{}-{}",
            folding::slug(&place.name),
            place.id.short()
        )
    }
}

impl Serialize for PlaceUrl<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A district as a GeoJSON feature.
#[derive(Serialize)]
pub struct DistrictFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: &'a DistrictId,
    bbox: [f64; 4],
    geometry: Ground<'a>,
    properties: DistrictProperties<'a>,
}

/// The ground of a district as a geometry.
pub(super) struct Ground<'a>(pub(super) &'a District);

impl Serialize for Ground<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_area(serializer, &self.0.area)
    }
}

#[derive(Serialize)]
struct DistrictProperties<'a> {
    id: &'a DistrictId,
    name: &'a str,
    boundary: Boundary,
    /// Where the name fits on a map.
    label: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population_year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population_estimated: Option<bool>,
    /// The day somebody of the city last confirmed that everything there is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    surveyed_on: Option<NaiveDate>,
    /// Whether that still says something.
    survey_current: bool,
}

impl<'a> DistrictFeature<'a> {
    /// The feature of a district, with what its survey says `today`.
    #[must_use]
    pub fn new(snapshot: &Snapshot, district: &'a District, today: NaiveDate) -> Self {
        let label = district.label();
        let survey = snapshot.survey(&district.id);
        Self {
            kind: FeatureType::Feature,
            id: &district.id,
            bbox: district.bbox().to_array(),
            geometry: Ground(district),
            properties: DistrictProperties {
                id: &district.id,
                name: &district.name,
                boundary: district.boundary,
                label: [label.lon(), label.lat()],
                population: district.population.map(|figure| figure.count),
                population_year: district.population.and_then(|figure| figure.year),
                population_estimated: district.population.map(|figure| figure.estimated),
                surveyed_on: survey.map(|own| own.complete_since),
                survey_current: survey.is_some_and(|own| own.is_current(today)),
            },
        }
    }
}
