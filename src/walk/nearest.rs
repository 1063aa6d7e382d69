//! Where a straight line to a place ends.

use geo::{Closest, ClosestPoint};

use crate::domain::{LocalPlane, Location, Metres, Shape};

/// The point of a shape that is nearest to `from`, and how far it is in metres; `from` itself inside an area.
#[must_use]
pub fn nearest_point(plane: &LocalPlane, from: Location, shape: &Shape) -> (Location, f64) {
    let at = plane.to_metres(from);
    let from_point = geo::Point::new(at.x, at.y);
    let closest = match shape {
        Shape::Point(location) => {
            return (*location, at.distance_to(plane.to_metres(*location)));
        }
        Shape::Line(line) => plane.project_all(line).closest_point(&from_point),
        Shape::Area(area) => plane.project_all(area).closest_point(&from_point),
    };
    let (Closest::Intersection(point) | Closest::SinglePoint(point)) = closest else {
        return (from, 0.0);
    };
    let degrees = plane.unproject(point.0);
    let location = Location::from_lon_lat(degrees.x, degrees.y).unwrap_or(from);
    (
        location,
        at.distance_to(Metres {
            x: point.x(),
            y: point.y(),
        }),
    )
}
