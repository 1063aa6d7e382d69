//! Lines joined into rings: the ground that member ways enclose, in whatever order, direction and
//! pieces they come.
//!
//! Roles are often missing or wrong, so geometry decides: what lies inside an odd number of rings is
//! ground. The segments of all ways form a graph. Where every corner has an even number of segments,
//! it falls apart into rings that touch each other at most in corners (see [`Graph::peel`]);
//! [`nesting`](super::nesting) then tells outer rings from holes.

use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;

use super::graph::Graph;
use super::nesting;
use crate::domain::Corner;

/// A connected piece of a way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Strand {
    /// Its corners in order.
    pub(super) corners: Vec<Corner>,
    /// Whether its role says that it bounds a hole.
    pub(super) inner: bool,
}

/// A closed line without a corner that comes twice; the first corner is not repeated at the end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ring {
    pub(super) corners: Vec<Corner>,
    /// Whether all its ways say that they bound a hole.
    pub(super) inner: bool,
}

/// What a set of strands encloses.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Assembly {
    /// The ground, not yet checked against the rules of [`check_area`](crate::domain::shape::check_area).
    pub(super) area: MultiPolygon<f64>,
    /// Corners at which a ring stays open.
    pub(super) loose_ends: usize,
    /// Whether a role contradicts the geometry.
    pub(super) wrong_roles: bool,
}

/// A line between two different corners, the smaller one first.
type Segment = (Corner, Corner);

/// How often a segment occurs, and whether all its ways say that they bound a hole.
#[derive(Clone, Copy)]
struct Tally {
    count: usize,
    inner: bool,
}

/// Joins `strands` into rings and the rings into an area.
///
/// `whole` says that no strand is missing. Where one is, or where a ring stays open, a ring that
/// is a hole by its role is not mistaken for ground because the ring around it is lost.
pub(super) fn assemble(strands: &[Strand], whole: bool) -> Assembly {
    let (mut graph, loose_ends) = even_graph(&tally(strands));
    let mut rings = Vec::new();
    while let Some(walk) = graph.peel() {
        split(&walk, &mut rings);
    }
    let nested = nesting::nest(rings, whole && loose_ends == 0);
    Assembly {
        area: nested.area,
        loose_ends,
        wrong_roles: nested.wrong_roles,
    }
}

/// Counts every segment. A way that comes twice, in either direction, counts once.
fn tally(strands: &[Strand]) -> BTreeMap<Segment, Tally> {
    let mut seen = BTreeSet::new();
    let mut tallies: BTreeMap<Segment, Tally> = BTreeMap::new();
    for strand in strands {
        let mut segments: Vec<Segment> = strand
            .corners
            .windows(2)
            .map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1])))
            .filter(|(from, to)| from != to)
            .collect();
        segments.sort_unstable();
        for segment in &segments {
            let tally = tallies.entry(*segment).or_insert(Tally {
                count: 0,
                inner: true,
            });
            tally.inner &= strand.inner;
        }
        if !seen.contains(&segments) {
            for segment in &segments {
                tallies
                    .get_mut(segment)
                    .expect("it was entered above")
                    .count += 1;
            }
            seen.insert(segments);
        }
    }
    tallies
}

/// A graph in which every corner has an even number of segments, and how many corners were loose before.
fn even_graph(tallies: &BTreeMap<Segment, Tally>) -> (Graph, usize) {
    let graph_of = |keep: fn(usize) -> bool| {
        let kept = tallies.iter().filter(|(_, tally)| keep(tally.count));
        Graph::new(kept.map(|((from, to), tally)| (*from, *to, tally.inner)))
    };
    // Two rings that share a border are one ground without it ...
    let mut graph = graph_of(|count| count % 2 == 1);
    let loose_ends = graph.odd_corners();
    if loose_ends == 0 {
        return (graph, 0);
    }
    // ... unless the border only comes twice because two ways lie upon each other.
    let once = graph_of(|count| count > 0);
    if once.odd_corners() == 0 {
        return (once, 0);
    }
    graph.drop_open_parts();
    (graph, loose_ends)
}

/// Splits a closed walk into rings wherever it comes back to a corner.
///
/// `walk` holds each corner with the role of the segment that leaves it.
fn split(walk: &[(Corner, bool)], rings: &mut Vec<Ring>) {
    let mut trail: Vec<(Corner, bool)> = Vec::with_capacity(walk.len());
    let mut position: BTreeMap<Corner, usize> = BTreeMap::new();
    for &(corner, inner) in walk {
        if let Some(&from) = position.get(&corner) {
            cut_off(&mut trail, &mut position, from, rings);
        }
        position.insert(corner, trail.len());
        trail.push((corner, inner));
    }
    cut_off(&mut trail, &mut position, 0, rings);
}

fn cut_off(
    trail: &mut Vec<(Corner, bool)>,
    position: &mut BTreeMap<Corner, usize>,
    from: usize,
    rings: &mut Vec<Ring>,
) {
    let ring: Vec<_> = trail.drain(from..).collect();
    for (corner, _) in &ring {
        position.remove(corner);
    }
    if ring.len() >= 3 {
        rings.push(Ring {
            inner: ring.iter().all(|(_, inner)| *inner),
            corners: ring.into_iter().map(|(corner, _)| corner).collect(),
        });
    }
}

/// Lines joined end to end where one begins or ends where the line before it does, in the order given.
pub(super) fn chain(strands: Vec<Strand>) -> Vec<Vec<Corner>> {
    let mut lines: Vec<Vec<Corner>> = Vec::new();
    for strand in strands {
        let mut next = strand.corners;
        next.dedup();
        if next.len() < 2 {
            continue;
        }
        if let Some(mut line) = lines.pop() {
            if line.first() == next.first() || line.first() == next.last() {
                line.reverse();
            }
            if line.last() == next.last() {
                next.reverse();
            }
            if line.last() == next.first() {
                line.extend_from_slice(&next[1..]);
                lines.push(line);
                continue;
            }
            lines.push(line);
        }
        lines.push(next);
    }
    lines
}

#[cfg(test)]
mod tests;
