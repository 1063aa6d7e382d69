//! A network out of the ways of an import.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::walkway::{Walkway, Walkways};
use crate::domain::{Corner, LocalPlane, Metres};
use crate::walk::network::{Edge, Hop, Network, Sureness, WayWords};
use crate::walk::snap;

/// A part of the network with fewer junctions than this share of the largest part leads nowhere: a courtyard,
/// a platform whose stairs nobody drew.
const MAINLAND_SHARE: f64 = 0.05;

impl Network {
    /// The network of `walkways`, measured on `plane`; none where there is nothing to walk on.
    ///
    /// Nodes where nothing meets become corners of an edge. A way that names a node which does not exist is left out.
    #[must_use]
    pub fn build(plane: LocalPlane, walkways: &Walkways) -> Option<Self> {
        let nodes = &walkways.nodes.0;
        let is_sound = |way: &&Walkway| way.nodes.iter().all(|&node| (node as usize) < nodes.len());
        let ways: Vec<&Walkway> = walkways.ways.iter().filter(is_sound).collect();
        let junctions = Junctions::of(nodes, &ways);
        let mut drawing = Drawing {
            plane,
            walkways,
            junctions: &junctions,
            edges: Vec::new(),
            corners: Vec::new(),
        };
        for (number, way) in (0..).zip(&ways) {
            drawing.way(number, way);
        }
        let Drawing { edges, corners, .. } = drawing;
        if edges.is_empty() {
            return None;
        }
        let words = |way: &&Walkway| WayWords {
            name: way.name.clone(),
            facts: way.facts,
        };
        let words: Vec<WayWords> = ways.iter().map(words).collect();
        let (offsets, hops, hop_edges) = rows(junctions.count, &edges);
        let is_mainland = mainland(&offsets, &hops);
        let mut network = Self {
            plane,
            offsets: offsets.into(),
            longest_dm: hops.iter().map(|hop| hop.length_dm()).max().unwrap_or(0),
            most_half_signals: hops.iter().map(|hop| hop.half_signals()).max().unwrap_or(0),
            hops,
            hop_edges: hop_edges.into(),
            edges,
            corners: corners.into(),
            ways: words.into(),
            is_mainland: is_mainland.into(),
            segments: Arc::default(),
            found: BTreeMap::new(),
        };
        network.segments = Arc::new(snap::segments(&network));
        Some(network)
    }
}

/// The nodes where ways begin, end or meet, numbered along a Morton curve: neighbours lie beside each other in memory.
struct Junctions {
    /// For each node its number, or [`Junctions::NONE`].
    numbers: Vec<u32>,
    count: usize,
}

impl Junctions {
    const NONE: u32 = u32::MAX;

    fn of(nodes: &[Corner], ways: &[&Walkway]) -> Self {
        let mut uses = vec![0_u8; nodes.len()];
        for way in ways {
            for &node in &way.nodes {
                let uses = &mut uses[node as usize];
                *uses = uses.saturating_add(1);
            }
            for end in [way.nodes.first(), way.nodes.last()].into_iter().flatten() {
                uses[*end as usize] = u8::MAX;
            }
        }
        let found = (0_u32..).zip(&uses).filter(|(_, uses)| **uses > 1);
        let mut order: Vec<(u64, u32)> = found
            .map(|(node, _)| (morton(nodes[node as usize]), node))
            .collect();
        order.sort_unstable();
        let mut numbers = vec![Self::NONE; nodes.len()];
        for (number, (_, node)) in (0_u32..).zip(&order) {
            numbers[*node as usize] = number;
        }
        Self {
            numbers,
            count: order.len(),
        }
    }

    fn number(&self, node: u32) -> Option<u32> {
        Some(self.numbers[node as usize]).filter(|number| *number != Self::NONE)
    }
}

/// The bits of both coordinates in turn.
fn morton(corner: Corner) -> u64 {
    let spread = |value: i32| {
        let mut bits = u64::from(value.cast_unsigned() ^ 0x8000_0000);
        for (shift, mask) in [
            (16, 0x0000_ffff_0000_ffff),
            (8, 0x00ff_00ff_00ff_00ff),
            (4, 0x0f0f_0f0f_0f0f_0f0f),
            (2, 0x3333_3333_3333_3333),
            (1, 0x5555_5555_5555_5555),
        ] {
            bits = (bits | (bits << shift)) & mask;
        }
        bits
    };
    spread(corner.lon) | (spread(corner.lat) << 1)
}

struct Drawing<'a> {
    plane: LocalPlane,
    walkways: &'a Walkways,
    junctions: &'a Junctions,
    edges: Vec<Edge>,
    corners: Vec<Corner>,
}

impl Drawing<'_> {
    /// Cuts a way into edges at its junctions; its ends always are some.
    fn way(&mut self, number: u32, way: &Walkway) {
        let mut begin = 0;
        for end in 1..way.nodes.len() {
            let to = self.junctions.number(way.nodes[end]);
            let from = self.junctions.number(way.nodes[begin]);
            if let (Some(from), Some(to)) = (from, to) {
                self.edge(number, way, &way.nodes[begin..=end], (from, to));
                begin = end;
            }
        }
    }

    fn edge(&mut self, number: u32, way: &Walkway, nodes: &[u32], (from, to): (u32, u32)) {
        let first_corner = u32::try_from(self.corners.len()).unwrap_or(u32::MAX);
        let known = &self.walkways.nodes.0;
        self.corners
            .extend(nodes.iter().map(|&node| known[node as usize]));
        let corners = &self.corners[first_corner as usize..];
        let metres: f64 = corners
            .windows(2)
            .map(|pair| at(&self.plane, pair[0]).distance_to(at(&self.plane, pair[1])))
            .sum();
        let half_signals = if way.facts.off_street {
            self.half_signals(nodes)
        } else {
            0
        };
        self.edges.push(Edge {
            from,
            to,
            length_dm: decimetres(metres),
            half_signals,
            sureness: Sureness::of(&way.facts),
            way: number,
            first_corner,
        });
    }

    /// A crossing lies on a footway and on the street: who walks along the street does not wait for it.
    fn half_signals(&self, nodes: &[u32]) -> u8 {
        let has_signals = |node: &u32| self.walkways.signals.binary_search(node).is_ok();
        let ends = [nodes.first(), nodes.last()].into_iter().flatten();
        let halves = 2 * nodes.iter().filter(|node| has_signals(node)).count()
            - ends.filter(|node| has_signals(node)).count();
        u8::try_from(halves).unwrap_or(u8::MAX)
    }
}

/// Where a corner lies on the plane.
pub(super) fn at(plane: &LocalPlane, corner: Corner) -> Metres {
    let geo::Coord { x, y } = plane.project(corner.into());
    Metres { x, y }
}

/// Whole decimetres.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on earth in decimetres fits, and a cast saturates"
)]
pub(super) fn decimetres(metres: f64) -> u32 {
    (metres * 10.0).round() as u32
}

/// The hops from each junction with their edges, row by row.
fn rows(count: usize, edges: &[Edge]) -> (Vec<u32>, Vec<Hop>, Vec<u32>) {
    let mut offsets = vec![0_u32; count + 1];
    for edge in edges {
        offsets[edge.from as usize + 1] += 1;
        offsets[edge.to as usize + 1] += 1;
    }
    for row in 1..offsets.len() {
        offsets[row] += offsets[row - 1];
    }
    let mut free = offsets.clone();
    let mut hops = vec![Hop::default(); edges.len() * 2];
    let mut hop_edges = vec![0; hops.len()];
    for (number, edge) in (0_u32..).zip(edges) {
        for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
            let slot = &mut free[from as usize];
            hops[*slot as usize] = Hop::new(to, edge);
            hop_edges[*slot as usize] = number;
            *slot += 1;
        }
    }
    (offsets, hops, hop_edges)
}

/// Which junctions belong to a large part of the network.
fn mainland(offsets: &[u32], hops: &[Hop]) -> Vec<bool> {
    let count = offsets.len() - 1;
    let mut part_of = vec![usize::MAX; count];
    let mut sizes = Vec::new();
    let mut open = Vec::new();
    for start in 0..count {
        if part_of[start] != usize::MAX {
            continue;
        }
        let part = sizes.len();
        sizes.push(0_usize);
        part_of[start] = part;
        open.push(start);
        while let Some(junction) = open.pop() {
            sizes[part] += 1;
            for hop in &hops[offsets[junction] as usize..offsets[junction + 1] as usize] {
                let to = hop.to as usize;
                if part_of[to] == usize::MAX {
                    part_of[to] = part;
                    open.push(to);
                }
            }
        }
    }
    let largest = sizes.iter().copied().max().unwrap_or(0) as f64;
    let is_large = |part: usize| sizes[part] as f64 >= largest * MAINLAND_SHARE;
    part_of.into_iter().map(is_large).collect()
}
