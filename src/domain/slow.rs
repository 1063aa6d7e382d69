//! The slow and simple twins that fast answers are tested against.

use geo::{CoordsIter, LinesIter};

use crate::domain::{LocalPlane, Location, Metres, Shape};

/// Metres from `location` to the nearest edge of `shape`, 0 inside an area: every edge is looked at.
pub fn distance_m(plane: &LocalPlane, location: Location, shape: &Shape) -> f64 {
    let from = plane.to_metres(location);
    let nearest = |lines: Vec<geo::Line<f64>>| {
        let distances = lines.into_iter().map(|line| {
            let (start, end) = (plane.project(line.start), plane.project(line.end));
            segment_distance_m(from, start, end)
        });
        distances.fold(f64::INFINITY, f64::min)
    };
    match shape {
        Shape::Point(point) => from.distance_to(plane.to_metres(*point)),
        Shape::Line(line) => nearest(line.lines_iter().collect()),
        Shape::Area(area) if is_inside(location, area) => 0.0,
        Shape::Area(area) => nearest(area.lines_iter().collect()),
    }
}

fn segment_distance_m(from: Metres, start: geo::Coord<f64>, end: geo::Coord<f64>) -> f64 {
    let (along_x, along_y) = (end.x - start.x, end.y - start.y);
    let length_2 = along_x * along_x + along_y * along_y;
    let share = if length_2 == 0.0 {
        0.0
    } else {
        (((from.x - start.x) * along_x + (from.y - start.y) * along_y) / length_2).clamp(0.0, 1.0)
    };
    (from.x - start.x - share * along_x).hypot(from.y - start.y - share * along_y)
}

/// Whether a ray to the east crosses the rings of `area` an odd number of times. Not for locations on a ring.
pub fn is_inside(location: Location, area: &geo::MultiPolygon<f64>) -> bool {
    let (x, y) = (location.lon(), location.lat());
    let crossings = area.lines_iter().filter(|line| {
        let (low, high) = (line.start, line.end);
        (low.y > y) != (high.y > y) && x < (high.x - low.x) * (y - low.y) / (high.y - low.y) + low.x
    });
    crossings.count() % 2 == 1
}

/// Whether `location` is a corner of `area`.
pub fn is_corner(location: Location, area: &geo::MultiPolygon<f64>) -> bool {
    area.coords_iter()
        .any(|corner| corner == location.point().0)
}
