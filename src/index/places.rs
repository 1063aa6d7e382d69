//! Where the places are.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use rstar::{AABB, Envelope as _, PointDistance};

use super::part::{Around, Ground, Part, around, around_all, parts_of};
use crate::domain::{Bbox, LocalPlane, Location, Metres, Shape};

/// Where the places are. Beside its slot each has a tag: what is asked of every place that is looked at
/// lies next to its box, not somewhere else in memory.
///
/// A copy is cheap: it shares the trees of all parts of the ground where nothing changes.
pub struct PlaceIndex<T = ()> {
    plane: LocalPlane,
    parts: Vec<Part<T>>,
    /// The box around all of them.
    around: Around,
    count: usize,
}

impl<T> Clone for PlaceIndex<T> {
    fn clone(&self) -> Self {
        Self {
            plane: self.plane,
            parts: self.parts.clone(),
            around: self.around,
            count: self.count,
        }
    }
}

impl<T> PlaceIndex<T> {
    /// An index of tagged shapes, whose slots are their positions; memory ends before the numbers do.
    pub fn build<'a>(plane: LocalPlane, shapes: impl IntoIterator<Item = (&'a Shape, T)>) -> Self {
        let slots = (0..=u32::MAX).zip(shapes);
        let grounds: Vec<_> = slots
            .map(|(slot, (shape, tag))| Ground::new(slot, shape, tag, &plane))
            .collect();
        let (count, parts) = (grounds.len(), parts_of(grounds));
        Self {
            plane,
            around: around_all(parts.iter().map(|part| part.around)),
            parts,
            count,
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
            self.grounds_in(around)
                .map(|ground| ground.slot)
                .collect::<Vec<_>>()
        })
    }

    /// Slots at most `within_m` metres from `location`, with their distance, in no order.
    pub fn within(&self, location: Location, within_m: f64) -> impl Iterator<Item = (u32, f64)> {
        let Metres { x, y } = self.plane.to_metres(location);
        self.grounds_in(self.square(location, within_m))
            .map(move |ground| (ground.slot, ground.distance_2(&[x, y]).sqrt()))
            .filter(move |&(_, distance_m)| distance_m <= within_m)
    }

    /// The `limit` slots nearest to `location` that pass and lie within `within_m` metres, nearest first;
    /// where distances are equal, the one that `order` puts first.
    ///
    /// Looks into squares around the location, each sized by how many passed in the one before: asking whether
    /// a slot passes is much cheaper than ordering all slots by distance, most of which do not.
    pub fn nearest(
        &self,
        location: Location,
        limit: usize,
        within_m: f64,
        passes: impl Fn(u32, &T) -> bool,
        order: impl Fn(u32, u32) -> Ordering,
    ) -> Vec<(u32, f64)> {
        let Metres { x, y } = self.plane.to_metres(location);
        let farthest_m = within_m.min(self.farthest_from(location));
        let mut reach_m = self.first_reach_m(limit).min(farthest_m);
        let mut found = Vec::with_capacity(4 * limit.min(MOST_AT_ONCE));
        loop {
            found.clear();
            let mut look = |ground: &Ground<T>| {
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
            for part in self.parts_in(square) {
                let _ = part
                    .tree
                    .locate_in_envelope_intersecting_int(square, &mut look);
            }
            if found.len() >= limit || reach_m >= farthest_m {
                keep_nearest(&mut found, limit, order);
                return found;
            }
            reach_m = (reach_m * growth(found.len(), limit)).min(farthest_m);
        }
    }

    fn parts_in(&self, around: Around) -> impl Iterator<Item = &Part<T>> {
        let parts = self.parts.iter();
        parts.filter(move |part| part.around.intersects(&around))
    }

    fn grounds_in(&self, around: Around) -> impl Iterator<Item = &Ground<T>> {
        self.parts_in(around)
            .flat_map(move |part| part.tree.locate_in_envelope_intersecting(around))
    }

    /// How far the first look goes (metres): a quarter of `limit` would lie there if places lay everywhere
    /// alike; where people are, they lie closer.
    fn first_reach_m(&self, limit: usize) -> f64 {
        let ground_m2 = self.around.area();
        let wanted_m2 = ground_m2 * limit as f64 / self.count.max(1) as f64;
        (wanted_m2.sqrt() / 4.0).max(SHORTEST_REACH_M)
    }

    fn square(&self, location: Location, reach_m: f64) -> Around {
        let Metres { x, y } = self.plane.to_metres(location);
        AABB::from_corners([x - reach_m, y - reach_m], [x + reach_m, y + reach_m])
    }

    /// Metres within which everything lies; 0 when there is nothing.
    fn farthest_from(&self, location: Location) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        let Metres { x, y } = self.plane.to_metres(location);
        let (low, high) = (self.around.lower(), self.around.upper());
        let reach = |at: f64, low: f64, high: f64| (at - low).abs().max((high - at).abs());
        // A metre more outweighs any rounding.
        reach(x, low[0], high[0]).hypot(reach(y, low[1], high[1])) + 1.0
    }
}

impl<T: Clone> PlaceIndex<T> {
    /// Adds the shape of a new slot.
    pub fn put(&mut self, slot: u32, shape: &Shape, tag: T) {
        let ground = Ground::new(slot, shape, tag, &self.plane);
        let around = around(shape, &self.plane);
        let by_fit = |a: &(usize, (f64, f64)), b: &(usize, (f64, f64))| {
            let (a, b) = (a.1, b.1);
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        };
        let fits = self.parts.iter().map(|part| part.fit(&around));
        match fits.enumerate().min_by(by_fit) {
            None => self.parts = parts_of(vec![ground]),
            Some((best, _)) => {
                self.parts[best].put(ground);
                if let Some(cut) = self.parts[best].cut() {
                    self.parts.swap_remove(best);
                    self.parts.extend(cut);
                }
            }
        }
        self.count += 1;
        self.around.merge(&around);
    }

    /// Takes a slot out whose shape is, or was until now, `shape`.
    pub fn take(&mut self, slot: u32, shape: &Shape) {
        let around = around(shape, &self.plane);
        let mut parts = self.parts.iter();
        let Some(own) = parts.position(|part| part.has(slot, around)) else {
            return;
        };
        self.parts[own].take(slot, around);
        if self.parts[own].tree.size() == 0 {
            self.parts.swap_remove(own);
        }
        self.count -= 1;
        self.around = around_all(self.parts.iter().map(|part| part.around));
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

fn keep_nearest(found: &mut Vec<(u32, f64)>, limit: usize, order: impl Fn(u32, u32) -> Ordering) {
    let order = |a: &(u32, f64), b: &(u32, f64)| a.1.total_cmp(&b.1).then_with(|| order(a.0, b.0));
    if limit < found.len() {
        if limit > 0 {
            found.select_nth_unstable_by(limit - 1, order);
        }
        found.truncate(limit);
    }
    found.sort_unstable_by(order);
}
