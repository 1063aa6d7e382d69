//! Segments between corners, taken apart into closed walks that do not cross each other.

use std::cmp::Ordering;

use crate::domain::Corner;

/// A segment between two corners, by their numbers.
struct Edge {
    ends: [usize; 2],
    inner: bool,
    used: bool,
}

/// Segments between corners. Corners are numbered from west to east.
pub(super) struct Graph {
    corners: Vec<Corner>,
    edges: Vec<Edge>,
    /// The edges at each corner.
    at: Vec<Vec<usize>>,
    /// Every corner before this one has no unused edge.
    westmost: usize,
}

impl Graph {
    /// A graph of segments, each with the role of its ways; no segment may come twice.
    pub(super) fn new(segments: impl Iterator<Item = (Corner, Corner, bool)>) -> Self {
        let segments: Vec<_> = segments.collect();
        let mut corners: Vec<Corner> = segments
            .iter()
            .flat_map(|&(from, to, _)| [from, to])
            .collect();
        corners.sort_unstable();
        corners.dedup();
        let number = |corner: &Corner| {
            corners
                .binary_search(corner)
                .expect("every end of a segment is a corner")
        };
        let edges: Vec<Edge> = segments
            .iter()
            .map(|(from, to, inner)| Edge {
                ends: [number(from), number(to)],
                inner: *inner,
                used: false,
            })
            .collect();
        let mut at = vec![Vec::with_capacity(2); corners.len()];
        for (index, edge) in edges.iter().enumerate() {
            for end in edge.ends {
                at[end].push(index);
            }
        }
        Self {
            corners,
            edges,
            at,
            westmost: 0,
        }
    }

    /// How many corners have an odd number of segments: there a ring stays open.
    pub(super) fn odd_corners(&self) -> usize {
        (0..self.corners.len())
            .filter(|&corner| self.unused(corner).count() % 2 == 1)
            .count()
    }

    /// Drops dead ends, and every connected part in which a corner stays odd even so.
    pub(super) fn drop_open_parts(&mut self) {
        for corner in 0..self.corners.len() {
            let mut end = corner;
            while let Some(edge) = self.only_edge(end) {
                self.edges[edge].used = true;
                end = self.other_end(edge, end);
            }
        }
        for corner in 0..self.corners.len() {
            if self.unused(corner).count() % 2 == 1 {
                self.drop_part(corner);
            }
        }
    }

    fn drop_part(&mut self, corner: usize) {
        let mut reached = vec![corner];
        while let Some(corner) = reached.pop() {
            let edges: Vec<usize> = self.unused(corner).collect();
            for edge in edges {
                self.edges[edge].used = true;
                reached.push(self.other_end(edge, corner));
            }
        }
    }

    /// Takes the next closed walk out of the graph: each corner with the role of the segment that leaves it.
    ///
    /// The walk starts at the westmost corner left, where the west is outside, and keeps the inside on
    /// its left hand: at each corner it takes the first segment clockwise from the one it came by. So it
    /// goes round one connected piece of ground and crosses neither itself nor any other walk.
    /// Every corner must have an even number of segments.
    pub(super) fn peel(&mut self) -> Option<Vec<(Corner, bool)>> {
        while self.westmost < self.corners.len() && self.unused(self.westmost).next().is_none() {
            self.westmost += 1;
        }
        let start = self.westmost;
        let first = self.southmost_edge(start)?;
        let mut walk = Vec::new();
        let (mut corner, mut edge) = (start, first);
        loop {
            self.edges[edge].used = true;
            walk.push((self.corners[corner], self.edges[edge].inner));
            let came_from = corner;
            corner = self.other_end(edge, corner);
            let home = (corner == start).then_some(first);
            edge = match self.next_clockwise(corner, came_from, home) {
                Some(next) if home != Some(next) => next,
                _ => return Some(walk),
            };
        }
    }

    /// The unused edge of a westmost corner that points furthest south.
    fn southmost_edge(&self, corner: usize) -> Option<usize> {
        let west = (-1, 0);
        self.unused(corner)
            .max_by(|a, b| clockwise(west, self.towards(corner, *a), self.towards(corner, *b)))
    }

    /// The first edge clockwise from the way back to `came_from`: an unused one, or the one that closes the walk.
    fn next_clockwise(
        &self,
        corner: usize,
        came_from: usize,
        home: Option<usize>,
    ) -> Option<usize> {
        let back = self.difference(corner, came_from);
        self.unused(corner)
            .chain(home)
            .min_by(|a, b| clockwise(back, self.towards(corner, *a), self.towards(corner, *b)))
    }

    fn unused(&self, corner: usize) -> impl Iterator<Item = usize> {
        let edges = self.at.get(corner).into_iter().flatten();
        edges.copied().filter(|&edge| !self.edges[edge].used)
    }

    /// The unused edge of a dead end.
    fn only_edge(&self, corner: usize) -> Option<usize> {
        let mut edges = self.unused(corner);
        edges.next().filter(|_| edges.next().is_none())
    }

    fn other_end(&self, edge: usize, end: usize) -> usize {
        let [from, to] = self.edges[edge].ends;
        if from == end { to } else { from }
    }

    fn towards(&self, corner: usize, edge: usize) -> (i64, i64) {
        self.difference(corner, self.other_end(edge, corner))
    }

    fn difference(&self, from: usize, to: usize) -> (i64, i64) {
        let (from, to) = (self.corners[from], self.corners[to]);
        (
            i64::from(to.lon) - i64::from(from.lon),
            i64::from(to.lat) - i64::from(from.lat),
        )
    }
}

/// Compares two directions by their clockwise angle from `zero`, greater than 0 and at most a full turn.
fn clockwise(zero: (i64, i64), a: (i64, i64), b: (i64, i64)) -> Ordering {
    half_turns(zero, a)
        .cmp(&half_turns(zero, b))
        // Within the same half turn the other one lies to the right.
        .then_with(|| cross(a, b).cmp(&0))
}

/// 0 for less than half a turn clockwise, 1 for half a turn, 2 for more, 3 for a full turn.
fn half_turns(zero: (i64, i64), direction: (i64, i64)) -> u8 {
    let dot =
        i128::from(zero.0) * i128::from(direction.0) + i128::from(zero.1) * i128::from(direction.1);
    match cross(zero, direction).cmp(&0) {
        Ordering::Less => 0,
        Ordering::Greater => 2,
        Ordering::Equal if dot < 0 => 1,
        Ordering::Equal => 3,
    }
}

/// Positive where `b` lies to the left of `a`.
fn cross(a: (i64, i64), b: (i64, i64)) -> i128 {
    i128::from(a.0) * i128::from(b.1) - i128::from(a.1) * i128::from(b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_sort_clockwise_with_the_way_back_last() {
        let north = (0, 1);
        let mut directions = [(0, 5), (-1, 0), (1, 0), (0, -1), (1, 1), (-1, 1), (1, -1)];
        directions.sort_by(|a, b| clockwise(north, *a, *b));
        assert_eq!(
            directions,
            [(1, 1), (1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 5)]
        );
    }
}
