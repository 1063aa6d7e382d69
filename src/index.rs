//! R-trees in metres: which places lie in a box or near a location, and which district a location is in.
//!
//! The trees know slots (positions in a list), not places: what a slot means is the snapshot's business.
//! Distances to areas and lines are to their nearest edge, 0 inside.

use std::ops::ControlFlow;

use geo::{Distance, Euclidean, Intersects};
use rstar::{
    AABB, Envelope as _, PointDistance, RStarInsertionStrategy, RTree, RTreeObject, RTreeParams,
};

use crate::domain::{Bbox, District, LocalPlane, Location, Metres, Shape};

/// The ground of one slot, in metres.
struct Ground<T> {
    slot: u32,
    tag: T,
    lower: [f64; 2],
    upper: [f64; 2],
    /// Absent for a point, whose box says everything.
    extent: Option<Box<geo::Geometry<f64>>>,
}

impl<T> Ground<T> {
    fn new(slot: u32, shape: &Shape, tag: T, plane: &LocalPlane) -> Self {
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
            tag,
            lower: corner(west, south),
            upper: corner(east, north),
            extent: extent.map(Box::new),
        }
    }
}

impl<T> RTreeObject for Ground<T> {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.lower, self.upper)
    }
}

impl<T> PointDistance for Ground<T> {
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

/// A tree of few levels: it is filled once, and a look reads neighbours that lie beside each other.
struct Wide;

impl RTreeParams for Wide {
    const MIN_SIZE: usize = 8;
    const MAX_SIZE: usize = 24;
    const REINSERTION_COUNT: usize = 7;
    type DefaultInsertionStrategy = RStarInsertionStrategy;
}

/// Where the places are. Beside its slot each has a tag: what is asked of every place that is looked at
/// lies next to its box, not somewhere else in memory.
pub struct PlaceIndex<T = ()> {
    plane: LocalPlane,
    tree: RTree<Ground<T>, Wide>,
}

impl<T> PlaceIndex<T> {
    /// An index of tagged shapes, whose slots are their positions; memory ends before the numbers do.
    pub fn build<'a>(plane: LocalPlane, shapes: impl IntoIterator<Item = (&'a Shape, T)>) -> Self {
        let slots = (0..=u32::MAX).zip(shapes);
        let grounds = slots
            .map(|(slot, (shape, tag))| Ground::new(slot, shape, tag, &plane))
            .collect();
        Self {
            plane,
            tree: RTree::bulk_load_with_params(grounds),
        }
    }

    /// The plane distances are measured on.
    #[must_use]
    pub fn plane(&self) -> &LocalPlane {
        &self.plane
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

    /// Slots at most `within_m` metres from `location`, with their distance, in no order.
    pub fn within(&self, location: Location, within_m: f64) -> impl Iterator<Item = (u32, f64)> {
        let Metres { x, y } = self.plane.to_metres(location);
        self.tree
            .locate_in_envelope_intersecting(self.square(location, within_m))
            .map(move |ground| (ground.slot, ground.distance_2(&[x, y]).sqrt()))
            .filter(move |&(_, distance_m)| distance_m <= within_m)
    }

    /// The `limit` slots nearest to `location` that pass and lie within `within_m` metres, nearest first;
    /// where distances are equal, the smaller slot.
    ///
    /// Looks into squares around the location, each sized by how many passed in the one before: asking whether
    /// a slot passes is much cheaper than ordering all slots by distance, most of which do not.
    pub fn nearest(
        &self,
        location: Location,
        limit: usize,
        within_m: f64,
        passes: impl Fn(u32, &T) -> bool,
    ) -> Vec<(u32, f64)> {
        let Metres { x, y } = self.plane.to_metres(location);
        let farthest_m = within_m.min(self.farthest_from(location));
        let mut reach_m = self.first_reach_m(limit).min(farthest_m);
        let mut found = Vec::with_capacity(4 * limit.min(MOST_AT_ONCE));
        loop {
            found.clear();
            let look = |ground: &Ground<T>| {
                // Beyond the reach something nearer may lie outside the square.
                if passes(ground.slot, &ground.tag) {
                    let distance_m = ground.distance_2(&[x, y]).sqrt();
                    if distance_m <= reach_m {
                        found.push((ground.slot, distance_m));
                    }
                }
                ControlFlow::<()>::Continue(())
            };
            let square = self.square(location, reach_m);
            let _ = self.tree.locate_in_envelope_intersecting_int(square, look);
            if found.len() >= limit || reach_m >= farthest_m {
                keep_nearest(&mut found, limit);
                return found;
            }
            reach_m = (reach_m * growth(found.len(), limit)).min(farthest_m);
        }
    }

    /// How far the first look goes (metres): a quarter of `limit` would lie there if places lay everywhere
    /// alike; where people are, they lie closer.
    fn first_reach_m(&self, limit: usize) -> f64 {
        let ground_m2 = self.tree.root().envelope().area();
        let wanted_m2 = ground_m2 * limit as f64 / self.tree.size().max(1) as f64;
        (wanted_m2.sqrt() / 4.0).max(SHORTEST_REACH_M)
    }

    fn square(&self, location: Location, reach_m: f64) -> AABB<[f64; 2]> {
        let Metres { x, y } = self.plane.to_metres(location);
        AABB::from_corners([x - reach_m, y - reach_m], [x + reach_m, y + reach_m])
    }

    /// Metres within which everything lies; 0 when there is nothing.
    fn farthest_from(&self, location: Location) -> f64 {
        if self.tree.size() == 0 {
            return 0.0;
        }
        let Metres { x, y } = self.plane.to_metres(location);
        let (low, high) = (
            self.tree.root().envelope().lower(),
            self.tree.root().envelope().upper(),
        );
        let reach = |at: f64, low: f64, high: f64| (at - low).abs().max((high - at).abs());
        // A metre more outweighs any rounding.
        reach(x, low[0], high[0]).hypot(reach(y, low[1], high[1])) + 1.0
    }
}

/// No look is shorter (metres): places this close lie around the same square.
const SHORTEST_REACH_M: f64 = 20.0;

/// Room is made for no more places than this before any is found.
const MOST_AT_ONCE: usize = 1000;

/// By how much to widen a look that found `found` of `limit`: enough for half as many again if places lie as
/// densely further out, at least by a half, at most fourfold.
fn growth(found: usize, limit: usize) -> f64 {
    let wanted = 1.5 * limit as f64 / found.max(1) as f64;
    wanted.sqrt().clamp(1.5, 4.0)
}

fn keep_nearest(found: &mut Vec<(u32, f64)>, limit: usize) {
    let order = |a: &(u32, f64), b: &(u32, f64)| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0));
    if limit < found.len() {
        if limit > 0 {
            found.select_nth_unstable_by(limit - 1, order);
        }
        found.truncate(limit);
    }
    found.sort_unstable_by(order);
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
    /// No city has more than the 65,536 that are looked at.
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

    /// Whether any border lies within `reach_m` metres of `location`.
    #[must_use]
    pub fn is_near_border(&self, location: Location, reach_m: f64) -> bool {
        let Metres { x, y } = self.plane.to_metres(location);
        let square = AABB::from_corners([x - reach_m, y - reach_m], [x + reach_m, y + reach_m]);
        self.borders
            .locate_in_envelope_intersecting(square)
            .any(|border| border.distance_2(&[x, y]) < reach_m * reach_m)
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
