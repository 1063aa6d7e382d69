//! Rings told apart into outer rings and holes by where they lie.

use geo::{LineString, MultiPolygon, Polygon};

use super::rings::Ring;
use crate::domain::Corner;

/// An area made of rings.
pub(super) struct Nested {
    pub(super) area: MultiPolygon<f64>,
    /// Whether a ring is the opposite of what its role says.
    pub(super) wrong_roles: bool,
}

/// A ring with the box around it.
struct Boxed {
    ring: Ring,
    min: Corner,
    max: Corner,
}

/// Makes an area of rings that do not cross: a ring inside an even number of others is an outer
/// ring, the others are holes.
///
/// Where `whole` does not hold, a ring with the role of a hole that lies in no outer ring is left out:
/// its outer ring is what is missing.
pub(super) fn nest(rings: Vec<Ring>, whole: bool) -> Nested {
    let rings: Vec<Boxed> = rings.into_iter().filter_map(boxed).collect();
    let around: Vec<Vec<usize>> = (0..rings.len())
        .map(|inside| {
            let others = (0..rings.len()).filter(|&outside| outside != inside);
            others
                .filter(|&outside| rings[outside].contains(&rings[inside]))
                .collect()
        })
        .collect();
    let mut wrong_roles = false;
    let mut polygons = Vec::new();
    for (outer, Boxed { ring, .. }) in rings.iter().enumerate() {
        let depth = around[outer].len();
        wrong_roles |= ring.inner != (depth % 2 == 1);
        if depth % 2 == 1 || (ring.inner && !whole) {
            continue;
        }
        let is_hole =
            |hole: &usize| around[*hole].len() == depth + 1 && around[*hole].contains(&outer);
        let holes = (0..rings.len()).filter(is_hole);
        let holes = holes.map(|hole| line(&rings[hole].ring)).collect();
        polygons.push(Polygon::new(line(ring), holes));
    }
    Nested {
        area: MultiPolygon::new(polygons),
        wrong_roles,
    }
}

fn boxed(ring: Ring) -> Option<Boxed> {
    let lons = || ring.corners.iter().map(|corner| corner.lon);
    let lats = || ring.corners.iter().map(|corner| corner.lat);
    let min = Corner {
        lon: lons().min()?,
        lat: lats().min()?,
    };
    let max = Corner {
        lon: lons().max()?,
        lat: lats().max()?,
    };
    Some(Boxed { ring, min, max })
}

impl Boxed {
    /// Whether `other` lies inside. The rings may touch in corners, so the middle of a segment is looked at.
    fn contains(&self, other: &Self) -> bool {
        let box_fits = self.min.lon <= other.min.lon
            && self.min.lat <= other.min.lat
            && self.max.lon >= other.max.lon
            && self.max.lat >= other.max.lat;
        box_fits && self.contains_middle_of(other.ring.corners[0], other.ring.corners[1])
    }

    /// Even-odd rule in whole numbers: all coordinates are doubled, so that the middle is exact.
    fn contains_middle_of(&self, from: Corner, to: Corner) -> bool {
        let (x, y) = (
            i128::from(from.lon) + i128::from(to.lon),
            i128::from(from.lat) + i128::from(to.lat),
        );
        let doubled = |corner: Corner| (2 * i128::from(corner.lon), 2 * i128::from(corner.lat));
        let corners = &self.ring.corners;
        let crossings = (0..corners.len()).filter(|&index| {
            let (ax, ay) = doubled(corners[index]);
            let (bx, by) = doubled(corners[(index + 1) % corners.len()]);
            // Does the segment cross the ray from the middle to the east?
            let side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            (ay > y) != (by > y) && (side > 0) == (by > ay)
        });
        crossings.count() % 2 == 1
    }
}

fn line(ring: &Ring) -> LineString<f64> {
    let closed = ring.corners.iter().chain(ring.corners.first());
    closed.map(|corner| geo::Coord::from(*corner)).collect()
}
