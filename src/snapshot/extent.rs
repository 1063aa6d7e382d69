//! Where a city is: its centre, and the rectangle around it.

use geo::{BoundingRect, Rect};

use crate::domain::{Bbox, CitySettings, District, Location, Place, Shape};

/// The centre that the settings name, else the middle of the districts.
pub(super) fn center_of(settings: &CitySettings, districts: &[District]) -> Option<Location> {
    let named = settings.center().ok().flatten();
    let areas = districts.iter();
    let around = || {
        areas
            .filter_map(|own| own.area.bounding_rect())
            .reduce(union)
    };
    named.or_else(|| around().and_then(middle))
}

/// The middle of all places, else the null island.
pub(super) fn middle_of(places: &[Place]) -> Location {
    let labels = places.iter().map(|place| place.shape.label());
    let around = labels
        .map(|label| label.point().bounding_rect())
        .reduce(union);
    around.and_then(middle).unwrap_or_default()
}

/// The rectangle around all districts and places.
pub(super) fn rect_around<'a>(
    districts: &[District],
    places: impl Iterator<Item = &'a Place>,
) -> Option<Rect<f64>> {
    let districts = districts.iter().map(District::bbox);
    let boxes = districts.chain(places.map(|place| place.shape.bbox()));
    boxes.flat_map(Bbox::rects).reduce(union)
}

/// Whether a shape reaches the edge of the rectangle around it and everything else.
pub(super) fn is_at_edge(extent: Rect<f64>, shape: &Shape) -> bool {
    let (low, high) = (extent.min(), extent.max());
    let is_at_edge = |own: Rect<f64>| {
        own.min().x <= low.x
            || own.min().y <= low.y
            || own.max().x >= high.x
            || own.max().y >= high.y
    };
    shape.bbox().rects().any(is_at_edge)
}

fn middle(rect: Rect<f64>) -> Option<Location> {
    let center = rect.center();
    Location::from_lon_lat(center.x, center.y).ok()
}

/// The smallest rectangle around two.
pub(super) fn union(a: Rect<f64>, b: Rect<f64>) -> Rect<f64> {
    Rect::new(
        geo::coord! { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) },
        geo::coord! { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) },
    )
}
