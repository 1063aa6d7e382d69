//! Ground as SVG: degrees become units of a drawing, north up.

use std::fmt::Write as _;

use geo::{BoundingRect, Coord, LineString, MultiPolygon};

use crate::domain::plane::LocalPlane;
use crate::domain::{Bbox, Location};
use crate::snapshot::Snapshot;

/// How wide a drawing is, in its own units.
pub(in crate::pages) const WIDTH: f64 = 640.0;

/// No drawing is higher, so that it fits on a screen beside its table and on half a sheet of paper.
const MOST_HEIGHT: f64 = 760.0;

/// What is kept free around the ground.
const EDGE: f64 = 12.0;

/// Corners nearer to each other than this are one.
const FINEST: f64 = 0.6;

/// A piece of ground and the drawing it fills.
pub(in crate::pages) struct Canvas {
    plane: LocalPlane,
    west_m: f64,
    north_m: f64,
    units_per_metre: f64,
    /// How high the drawing is.
    pub(in crate::pages) height: f64,
    /// How wide the drawing is.
    pub(in crate::pages) width: f64,
}

impl Canvas {
    /// The drawing of a city; none of one without any ground. One without districts is as large as what lies in it and
    /// `areas`.
    pub(in crate::pages) fn of_city<'a>(
        city: &Snapshot,
        areas: impl Iterator<Item = &'a MultiPolygon<f64>>,
    ) -> Option<Self> {
        let boxes = city.districts().iter().map(crate::domain::District::bbox);
        let ground = boxes.map(Bbox::to_array).reduce(both);
        let without = || {
            let rects = areas.filter_map(BoundingRect::bounding_rect);
            let rects = rects.map(|own| [own.min().x, own.min().y, own.max().x, own.max().y]);
            rects.chain(city.bbox().map(Bbox::to_array)).reduce(both)
        };
        let [west, south, east, north] = ground.or_else(without)?;
        Self::of(west, south, east, north)
    }

    /// The drawing of a box.
    pub(in crate::pages) fn of_box(bbox: Bbox) -> Option<Self> {
        let [west, south, east, north] = bbox.to_array();
        Self::of(west, south, east, north)
    }

    fn of(west: f64, south: f64, east: f64, north: f64) -> Option<Self> {
        let middle = Location::from_lon_lat(west.midpoint(east), south.midpoint(north)).ok()?;
        let plane = LocalPlane::around(middle);
        let from = plane.project(Coord { x: west, y: north });
        let to = plane.project(Coord { x: east, y: south });
        let (wide_m, high_m) = ((to.x - from.x).max(1.0), (from.y - to.y).max(1.0));
        let inner = WIDTH - 2.0 * EDGE;
        let units_per_metre = (inner / wide_m).min((MOST_HEIGHT - 2.0 * EDGE) / high_m);
        Some(Self {
            plane,
            west_m: from.x,
            north_m: from.y,
            units_per_metre,
            width: WIDTH,
            height: high_m.mul_add(units_per_metre, 2.0 * EDGE),
        })
    }

    /// Where a spot lies in the drawing.
    pub(in crate::pages) fn at(&self, location: Location) -> (f64, f64) {
        self.project(location.point().0)
    }

    fn project(&self, degrees: Coord<f64>) -> (f64, f64) {
        let metres = self.plane.project(degrees);
        let x = (metres.x - self.west_m).mul_add(self.units_per_metre, EDGE);
        let y = (self.north_m - metres.y).mul_add(self.units_per_metre, EDGE);
        (x, y)
    }

    /// The outline of some ground, as the data of an SVG path.
    pub(in crate::pages) fn path(&self, area: &MultiPolygon<f64>) -> String {
        let mut data = String::new();
        let rings = area.iter();
        let rings = rings.flat_map(|own| std::iter::once(own.exterior()).chain(own.interiors()));
        rings.for_each(|ring| self.put(&mut data, ring));
        data
    }

    fn put(&self, data: &mut String, ring: &LineString<f64>) {
        let mut last: Option<(f64, f64)> = None;
        // The last corner is the first again, and Z leads back there.
        let corners = ring.0.split_last().map_or(&[][..], |(_, corners)| corners);
        for corner in corners {
            let (x, y) = self.project(*corner);
            let is_new = last.is_none_or(|(a, b)| (x - a).hypot(y - b) >= FINEST);
            if is_new {
                let command = if last.is_none() { 'M' } else { 'L' };
                // Writing to a string does not fail.
                let _ = write!(data, "{command}{x:.1} {y:.1}");
                last = Some((x, y));
            }
        }
        if last.is_some() {
            data.push('Z');
        }
    }
}

fn both(one: [f64; 4], other: [f64; 4]) -> [f64; 4] {
    [
        one[0].min(other[0]),
        one[1].min(other[1]),
        one[2].max(other[2]),
        one[3].max(other[3]),
    ]
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    #[test]
    fn north_is_up_and_a_square_stays_square() {
        let canvas = Canvas::of(9.0, 48.0, 9.1, 48.1).unwrap();
        let at = |lon, lat| canvas.at(Location::from_lon_lat(lon, lat).unwrap());
        let (west, north) = at(9.0, 48.1);
        let (east, south) = at(9.1, 48.0);
        assert!(west < east && north < south);
        // A degree of longitude is two thirds of one of latitude there.
        let ratio = (east - west) / (south - north);
        assert!(
            (ratio - 48.05_f64.to_radians().cos()).abs() < 0.001,
            "{ratio}"
        );
    }

    #[test]
    fn everything_of_the_box_lies_within_the_drawing() {
        let canvas = Canvas::of(9.0, 48.0, 9.3, 48.1).unwrap();
        let area = MultiPolygon(vec![polygon![
            (x: 9.0, y: 48.0), (x: 9.3, y: 48.0), (x: 9.3, y: 48.1), (x: 9.0, y: 48.0)
        ]]);
        let data = canvas.path(&area);
        let numbers = data
            .split(['M', 'L', 'Z', ' '])
            .filter(|own| !own.is_empty());
        let numbers: Vec<f64> = numbers.map(|own| own.parse().unwrap()).collect();
        assert_eq!(numbers.len(), 6, "{data}");
        for pair in numbers.chunks(2) {
            assert!((0.0..=canvas.width).contains(&pair[0]), "{data}");
            assert!((0.0..=canvas.height).contains(&pair[1]), "{data}");
        }
    }
}
