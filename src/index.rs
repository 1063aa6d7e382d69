//! R-trees in metres: which places lie in a box or near a location, and which district a location is in.
//!
//! The trees know slots (positions in a list), not places: what a slot means is the snapshot's business.
//! Distances to areas and lines are to their nearest edge, 0 inside.

use geo::{Distance, Euclidean, Intersects};
use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::domain::{Bbox, District, LocalPlane, Location, Metres, Shape};

/// The ground of one slot, in metres.
struct Ground {
    slot: u32,
    lower: [f64; 2],
    upper: [f64; 2],
    /// Absent for a point, whose box says everything.
    extent: Option<Box<geo::Geometry<f64>>>,
}

impl Ground {
    fn new(slot: u32, shape: &Shape, plane: &LocalPlane) -> Self {
        let [west, south, east, north] = shape.bbox().to_array();
        let corner = |lon, lat| {
            let at = plane.project(geo::Coord { x: lon, y: lat });
            [at.x, at.y]
        };
        let extent = match shape {
            Shape::Point(_) => None,
            Shape::Line(line) => Some(geo::Geometry::MultiLineString(plane.project_all(line))),
            Shape::Area(area) => Some(geo::Geometry::MultiPolygon(plane.project_all(area))),
        };
        Self {
            slot,
            lower: corner(west, south),
            upper: corner(east, north),
            extent: extent.map(Box::new),
        }
    }
}

impl RTreeObject for Ground {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.lower, self.upper)
    }
}

impl PointDistance for Ground {
    fn distance_2(&self, point: &[f64; 2]) -> f64 {
        match &self.extent {
            None => self.envelope().distance_2(point),
            Some(extent) => {
                let metres = Euclidean.distance(&geo::Point::from(*point), &**extent);
                metres * metres
            }
        }
    }
}

/// Where the places are.
pub struct PlaceIndex {
    plane: LocalPlane,
    tree: RTree<Ground>,
}

impl PlaceIndex {
    /// An index of `shapes`, whose slots are their positions.
    ///
    /// # Panics
    /// With more than 4,294,967,295 shapes.
    pub fn build<'a>(plane: LocalPlane, shapes: impl IntoIterator<Item = &'a Shape>) -> Self {
        let slots = (0..=u32::MAX).zip(shapes);
        let grounds = slots
            .map(|(slot, shape)| Ground::new(slot, shape, &plane))
            .collect();
        Self {
            plane,
            tree: RTree::bulk_load(grounds),
        }
    }

    /// Slots that may touch `bbox`, in no order: every one that does, and a few at its edge that do not.
    pub fn candidates_in(&self, bbox: Bbox) -> impl Iterator<Item = u32> {
        bbox.rects().flat_map(|rect| {
            // A metre more on each side outweighs any rounding of the projection.
            let low = self.plane.project(rect.min());
            let high = self.plane.project(rect.max());
            let around =
                AABB::from_corners([low.x - 1.0, low.y - 1.0], [high.x + 1.0, high.y + 1.0]);
            self.tree
                .locate_in_envelope_intersecting(around)
                .map(|ground| ground.slot)
                .collect::<Vec<_>>()
        })
    }

    /// All slots by their straight distance from `location` in metres, nearest first, found one by one.
    pub fn by_distance(&self, location: Location) -> impl Iterator<Item = (u32, f64)> {
        let Metres { x, y } = self.plane.to_metres(location);
        self.tree
            .nearest_neighbor_iter_with_distance_2([x, y])
            .map(|(ground, distance_2)| (ground.slot, distance_2.sqrt()))
    }
}

/// Which district a location is in, and how near the border it is.
pub struct DistrictIndex {
    plane: LocalPlane,
    envelopes: RTree<Envelope>,
    borders: RTree<rstar::primitives::Line<[f64; 2]>>,
}

struct Envelope {
    slot: u16,
    degrees: AABB<[f64; 2]>,
}

impl RTreeObject for Envelope {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.degrees
    }
}

impl DistrictIndex {
    /// An index of `districts`, whose slots are their positions.
    ///
    /// # Panics
    /// With more than 65,535 districts.
    #[must_use]
    pub fn build(plane: LocalPlane, districts: &[District]) -> Self {
        let envelopes = (0..=u16::MAX).zip(districts).map(|(slot, district)| {
            let [west, south, east, north] = district.bbox().to_array();
            Envelope {
                slot,
                degrees: AABB::from_corners([west, south], [east, north]),
            }
        });
        let borders = districts
            .iter()
            .flat_map(|district| geo::LinesIter::lines_iter(&district.area))
            .map(|line| {
                let (from, to) = (plane.project(line.start), plane.project(line.end));
                rstar::primitives::Line::new([from.x, from.y], [to.x, to.y])
            });
        Self {
            plane,
            envelopes: RTree::bulk_load(envelopes.collect()),
            borders: RTree::bulk_load(borders.collect()),
        }
    }

    /// The slot of the district that `location` lies in.
    ///
    /// A location on a common border belongs to the district that comes first in `districts`,
    /// the list this index was built from: always the same one.
    #[must_use]
    pub fn district_at(&self, districts: &[District], location: Location) -> Option<u16> {
        let point = location.point();
        self.envelopes
            .locate_in_envelope_intersecting(AABB::from_point([point.x(), point.y()]))
            .map(|envelope| envelope.slot)
            .filter(|&slot| districts[usize::from(slot)].area.intersects(&point))
            .min()
    }

    /// Metres to the nearest border of any district; none without districts.
    #[must_use]
    pub fn border_distance_m(&self, location: Location) -> Option<f64> {
        let Metres { x, y } = self.plane.to_metres(location);
        let border = self.borders.nearest_neighbor([x, y])?;
        Some(border.distance_2(&[x, y]).sqrt())
    }
}

#[cfg(test)]
mod tests;
