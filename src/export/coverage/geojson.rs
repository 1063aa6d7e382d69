//! The report as GeoJSON: a feature for each district, with its row as properties.

use serde::Serialize;

use super::{AskedFacts, CityRow, CoverageReport, DistrictRow, Provenance};
use crate::domain::DistrictId;
use crate::export::geojson::{FeatureType, Ground};
use crate::snapshot::Snapshot;

/// The report as a feature collection.
#[derive(Serialize)]
pub struct CoverageCollection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    asked: &'a AskedFacts,
    city: &'a CityRow,
    provenance: &'a Provenance,
    features: Vec<DistrictFeature<'a>>,
}

#[derive(Serialize)]
struct DistrictFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: &'a DistrictId,
    geometry: Ground<'a>,
    properties: &'a DistrictRow,
}

/// The features of a report about `city`.
#[must_use]
pub fn district_features<'a>(
    city: &'a Snapshot,
    report: &'a CoverageReport,
) -> CoverageCollection<'a> {
    let features = report.districts.iter().filter_map(|row| {
        Some(DistrictFeature {
            kind: FeatureType::Feature,
            id: &row.id,
            geometry: Ground(city.district(&row.id)?),
            properties: row,
        })
    });
    CoverageCollection {
        kind: "FeatureCollection",
        asked: &report.asked,
        city: &report.city,
        provenance: &report.provenance,
        features: features.collect(),
    }
}
