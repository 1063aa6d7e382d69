//! Where a city is: its centre, and the box around it.

use geo::BoundingRect;

use crate::domain::{Bbox, District, Location};
use crate::snapshot::CityData;

/// The centre the settings name, else the middle of the districts, else of the places, else the null island.
pub(super) fn center_of(data: &CityData) -> Location {
    let districts = data
        .districts
        .iter()
        .filter_map(|district| district.area.bounding_rect());
    let places = || {
        data.places
            .iter()
            .map(|place| place.shape.label().point().bounding_rect())
    };
    let middle = || {
        districts
            .reduce(union)
            .or_else(|| places().reduce(union))
            .map(geo::Rect::center)
    };
    data.settings
        .center()
        .ok()
        .flatten()
        .or_else(|| middle().and_then(|middle| Location::from_lon_lat(middle.x, middle.y).ok()))
        .unwrap_or_default()
}

/// The box around all districts and places.
pub(super) fn box_around(data: &CityData) -> Option<Bbox> {
    let districts = data.districts.iter().map(District::bbox);
    let places = data.places.iter().map(|place| place.shape.bbox());
    let rects = districts.chain(places).flat_map(Bbox::rects);
    rects.reduce(union).map(Bbox::around)
}

pub(super) fn union(a: geo::Rect<f64>, b: geo::Rect<f64>) -> geo::Rect<f64> {
    geo::Rect::new(
        geo::coord! { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) },
        geo::coord! { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) },
    )
}
