//! What was released of how safe people feel, as GeoJSON features: whole areas with their frozen classes. A filter leaves areas
//! out; nothing is ever counted anew (specification, C.8 R5).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use geo::MultiPolygon;
use serde::Serialize;

use crate::coverage::gaps::outline;
use crate::domain::grid::GridCell;
use crate::domain::report::{Product, SafetyCell};
use crate::domain::{DistrictId, Location, Shape};
use crate::export::geojson::FeatureType;
use crate::safety::release::{ReleasedArea, Shown};
use crate::safety::{Group, ReleaseFile};
use crate::snapshot::Snapshot;

/// The products that have areas on the earth.
const PRODUCTS: [Product; 2] = [Product::Cells, Product::Districts];

/// An area of the newest release of its product.
pub struct SafetyArea<'a> {
    /// Product and area, e.g. `districts-nord`: the same from release to release.
    pub id: String,
    /// The release.
    pub file: &'a ReleaseFile,
    /// What was released of the area.
    pub released: &'a ReleasedArea,
    /// Its ground.
    pub ground: MultiPolygon<f64>,
}

/// Every area of the newest releases, by id. An area whose ground this city does not know any more is left out.
#[must_use]
pub fn newest_areas(city: &Snapshot) -> Vec<SafetyArea<'_>> {
    let files = PRODUCTS.into_iter().filter_map(|own| newest(city, own));
    let areas = files.flat_map(|file| {
        let areas = file.areas.iter();
        areas.filter_map(move |released| {
            Some(SafetyArea {
                id: format!("{}-{}", file.product, released.area),
                file,
                released,
                ground: ground(city, file.product, released)?,
            })
        })
    });
    let mut areas: Vec<_> = areas.collect();
    areas.sort_by(|one, other| one.id.cmp(&other.id));
    areas
}

/// The newest release of a product that this program can read.
#[must_use]
pub fn newest(city: &Snapshot, product: Product) -> Option<&ReleaseFile> {
    let mut files = city.releases().iter().filter_map(|own| own.file.as_ref());
    files.rfind(|own| own.product == product)
}

/// The ground of a released area in degrees; none for one that is nowhere.
#[must_use]
pub fn ground(
    city: &Snapshot,
    product: Product,
    released: &ReleasedArea,
) -> Option<MultiPolygon<f64>> {
    match product {
        Product::Districts => {
            let id: DistrictId = released.area.parse().ok()?;
            city.district(&id).map(|own| own.area.clone())
        }
        Product::Cells | Product::City => {
            let squares = released.squares.iter().filter_map(|own| own.parse().ok());
            outline_of(&squares.collect::<Vec<_>>())
        }
    }
}

/// What squares cover, along their sides; none where there are none, or one of them lies off the earth.
fn outline_of(squares: &[SafetyCell]) -> Option<MultiPolygon<f64>> {
    let corners = squares.iter().map(|own| Some((*own, own.corners()?)));
    let corners: BTreeMap<SafetyCell, [Location; 4]> = corners.collect::<Option<_>>()?;
    // The rule for outlines counts in steps of any width.
    let step = |own: &SafetyCell| GridCell {
        row: own.row,
        column: own.column,
    };
    let steps: BTreeSet<GridCell> = squares.iter().map(step).collect();
    let of_step = |own: GridCell| {
        let square = SafetyCell {
            row: own.row,
            column: own.column,
        };
        corners[&square]
    };
    (!steps.is_empty()).then(|| outline::area(&steps, &of_step))
}

/// An area as a GeoJSON feature.
#[derive(Serialize)]
pub struct SafetyFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: &'a str,
    geometry: Shape,
    properties: SafetyProperties<'a>,
}

#[derive(Serialize)]
struct SafetyProperties<'a> {
    product: Product,
    period: &'a str,
    released_on: NaiveDate,
    is_sample: bool,
    /// The file it stands in.
    release: &'a str,
    area: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    squares: &'a [String],
    groups: &'a BTreeMap<Group, Shown>,
}

impl<'a> SafetyFeature<'a> {
    /// The feature of an area.
    #[must_use]
    pub fn new(own: &'a SafetyArea<'_>) -> Self {
        Self {
            kind: FeatureType::Feature,
            id: &own.id,
            geometry: Shape::Area(own.ground.clone()),
            properties: SafetyProperties {
                product: own.file.product,
                period: &own.file.period,
                released_on: own.file.released_on,
                is_sample: own.file.is_sample,
                release: &own.file.id,
                area: &own.released.area,
                squares: &own.released.squares,
                groups: &own.released.groups,
            },
        }
    }
}
