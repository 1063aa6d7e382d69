//! A tree of places that lie together, and the cutting of many places into such parts.

use std::sync::Arc;

use geo::{Distance, Euclidean};
use rstar::{
    AABB, Envelope as _, PointDistance, RStarInsertionStrategy, RTree, RTreeObject, RTreeParams,
    SelectionFunction,
};

use crate::domain::{LocalPlane, Shape};

/// No part is filled with more: copying one takes some fifty microseconds, and a million places are 500 parts.
const MOST_AT_FIRST: usize = 2048;

/// A part that grows beyond this is cut in two.
const MOST: usize = 2 * MOST_AT_FIRST;

/// A box in metres.
pub(super) type Around = AABB<[f64; 2]>;

/// The ground of one slot, in metres.
#[derive(Clone)]
pub(super) struct Ground<T> {
    pub(super) slot: u32,
    pub(super) tag: T,
    lower: [f64; 2],
    upper: [f64; 2],
    /// Absent for a point, whose box says everything.
    extent: Option<Arc<geo::Geometry<f64>>>,
}

impl<T> Ground<T> {
    pub(super) fn new(slot: u32, shape: &Shape, tag: T, plane: &LocalPlane) -> Self {
        let around = around(shape, plane);
        let extent = match shape {
            Shape::Point(_) => None,
            Shape::Line(line) => Some(geo::Geometry::MultiLineString(plane.project_all(line))),
            Shape::Area(area) => Some(geo::Geometry::MultiPolygon(plane.project_all(area))),
        };
        Self {
            slot,
            tag,
            lower: around.lower(),
            upper: around.upper(),
            extent: extent.map(Arc::new),
        }
    }
}

/// The box around a shape.
pub(super) fn around(shape: &Shape, plane: &LocalPlane) -> Around {
    let [west, south, east, north] = shape.bbox().to_array();
    let corner = |lon, lat| {
        let at = plane.project(geo::Coord { x: lon, y: lat });
        [at.x, at.y]
    };
    AABB::from_corners(corner(west, south), corner(east, north))
}

impl<T> RTreeObject for Ground<T> {
    type Envelope = Around;

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

/// A tree of few levels: it is seldom changed, and a look reads neighbours that lie beside each other.
#[derive(Clone)]
pub(super) struct Wide;

impl RTreeParams for Wide {
    const MIN_SIZE: usize = 8;
    const MAX_SIZE: usize = 24;
    const REINSERTION_COUNT: usize = 7;
    type DefaultInsertionStrategy = RStarInsertionStrategy;
}

/// Places that lie together. A copy shares the tree until one of the two changes.
pub(super) struct Part<T> {
    /// The box around all of them.
    pub(super) around: Around,
    pub(super) tree: Arc<RTree<Ground<T>, Wide>>,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self {
            around: self.around,
            tree: Arc::clone(&self.tree),
        }
    }
}

impl<T> Part<T> {
    fn of(grounds: Vec<Ground<T>>) -> Self {
        let tree = RTree::bulk_load_with_params(grounds);
        Self {
            around: tree.root().envelope(),
            tree: Arc::new(tree),
        }
    }

    /// How much ground (square metres) the box would gain by a new place in `around`, then how much it has.
    pub(super) fn fit(&self, around: &Around) -> (f64, f64) {
        let area = self.around.area();
        (self.around.merged(around).area() - area, area)
    }

    /// Whether the ground of `slot`, which has this box, is here.
    pub(super) fn has(&self, slot: u32, around: Around) -> bool {
        let wanted = Wanted { slot, around };
        self.around.contains_envelope(&around)
            && self
                .tree
                .locate_with_selection_function(wanted)
                .next()
                .is_some()
    }
}

impl<T: Clone> Part<T> {
    /// Adds the ground of a slot.
    pub(super) fn put(&mut self, ground: Ground<T>) {
        let tree = Arc::make_mut(&mut self.tree);
        tree.insert(ground);
        self.around = tree.root().envelope();
    }

    /// Takes the ground of a slot out, which has this box.
    pub(super) fn take(&mut self, slot: u32, around: Around) {
        let tree = Arc::make_mut(&mut self.tree);
        tree.remove_with_selection_function(Wanted { slot, around });
        self.around = tree.root().envelope();
    }

    /// The part cut in two where it has grown too large; none where it has not.
    pub(super) fn cut(&self) -> Option<Vec<Self>> {
        let is_large = self.tree.size() > MOST;
        is_large.then(|| parts_of(self.tree.iter().cloned().collect()))
    }
}

/// One slot of a tree, looked for where it can be.
struct Wanted {
    slot: u32,
    around: Around,
}

impl<T> SelectionFunction<Ground<T>> for Wanted {
    fn should_unpack_parent(&self, parent: &Around) -> bool {
        parent.contains_envelope(&self.around)
    }

    fn should_unpack_leaf(&self, leaf: &Ground<T>) -> bool {
        leaf.slot == self.slot
    }
}

/// Cuts places into parts, halving along the longer side of the ground until each is small enough.
pub(super) fn parts_of<T>(mut grounds: Vec<Ground<T>>) -> Vec<Part<T>> {
    if grounds.len() <= MOST_AT_FIRST {
        let is_any = !grounds.is_empty();
        return is_any.then(|| Part::of(grounds)).into_iter().collect();
    }
    let around = around_all(grounds.iter().map(Ground::envelope));
    let (lower, upper) = (around.lower(), around.upper());
    let axis = usize::from(upper[1] - lower[1] > upper[0] - lower[0]);
    let middle = grounds.len() / 2;
    let along = |ground: &Ground<T>| ground.lower[axis] + ground.upper[axis];
    grounds.select_nth_unstable_by(middle, |a, b| along(a).total_cmp(&along(b)));
    let rest = grounds.split_off(middle);
    let mut parts = parts_of(grounds);
    parts.extend(parts_of(rest));
    parts
}

/// The box around all boxes; an empty one where there is none.
pub(super) fn around_all(boxes: impl Iterator<Item = Around>) -> Around {
    boxes.fold(AABB::new_empty(), |all, own| all.merged(&own))
}
