//! The graph of ways: junctions in Morton order, edges with their shape, arcs row by row.

use std::collections::BTreeMap;
use std::sync::Arc as Shared;

use rstar::RTree;

use crate::domain::measured_way::Found;
use crate::domain::passage::{Certainty, Wheels};
use crate::domain::walkway::WayFacts;
use crate::domain::{Corner, LocalPlane, Location};
use crate::walk::snap::Segment;

/// A way between two junctions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) length_dm: u32,
    /// Passages of a crossing with signals, in halves: each of the two sides of a crossing counts one.
    pub(super) half_signals: u8,
    /// How sure it is that a wheelchair passes, and below it two bits for a walking frame; see [`Sureness`].
    pub(super) sureness: Sureness,
    /// The way it is a part of.
    pub(super) way: u32,
    /// Where its corners begin in [`Network::corners`]; they end where those of the next edge begin.
    pub(super) first_corner: u32,
}

/// One direction of an edge in eight bytes: where it leads, and what walking it takes. A search over a whole city is
/// as fast as these come into the processor.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hop {
    pub(super) to: u32,
    /// From the low end: 23 bits of decimetres (839 km; no edge is longer), 5 bits of half signals, 4 bits of
    /// [`Sureness`].
    packed: u32,
}

impl Hop {
    const LENGTH_BITS: u32 = 23;
    const SIGNAL_BITS: u32 = 5;

    pub(super) fn new(to: u32, edge: &Edge) -> Self {
        let length = edge.length_dm.min((1 << Self::LENGTH_BITS) - 1);
        let signals = u32::from(edge.half_signals).min((1 << Self::SIGNAL_BITS) - 1);
        let sureness = u32::from(edge.sureness.0) << (Self::LENGTH_BITS + Self::SIGNAL_BITS);
        Self {
            to,
            packed: length | signals << Self::LENGTH_BITS | sureness,
        }
    }

    pub(super) fn length_dm(self) -> u32 {
        self.packed & ((1 << Self::LENGTH_BITS) - 1)
    }

    pub(super) fn half_signals(self) -> u32 {
        self.packed >> Self::LENGTH_BITS & ((1 << Self::SIGNAL_BITS) - 1)
    }

    /// The bits of [`Sureness`], from the low end.
    pub(super) fn sureness(self) -> u32 {
        self.packed >> (Self::LENGTH_BITS + Self::SIGNAL_BITS)
    }
}

/// How sure it is that an edge can be passed: two bits for a walking frame, above them two for a wheelchair, each the
/// number of a [`Certainty`](crate::domain::passage::Certainty), or 0 where it is barred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sureness(pub(super) u8);

impl Sureness {
    pub(super) fn of(facts: &WayFacts) -> Self {
        Self::with(|wheels| facts.certainty(wheels))
    }

    /// As sure as `certainty` says, none where it is barred.
    pub(super) fn with(certainty: impl Fn(Wheels) -> Option<Certainty>) -> Self {
        let bits = |wheels| certainty(wheels).map_or(0, |sure| (sure as u8) << Self::shift(wheels));
        Self(bits(Wheels::Wheelchair) | bits(Wheels::Walker))
    }

    /// Where the bits for `wheels` begin.
    pub(super) const fn shift(wheels: Wheels) -> u8 {
        match wheels {
            Wheels::Walker => 0,
            Wheels::Wheelchair => 2,
        }
    }
}

/// One direction of an edge, and which edge it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) hop: Hop,
    pub(super) edge: u32,
}

/// What a way says of all its edges.
#[derive(Clone, Debug)]
pub(super) struct WayWords {
    pub(super) name: Option<Box<str>>,
    pub(super) facts: WayFacts,
}

/// Ways that may be walked. Lengths are whole decimetres, so that sums never depend on their order. A copy shares what is drawn,
/// and has its own of what may be found out about it.
#[derive(Clone)]
pub struct Network {
    pub(super) plane: LocalPlane,
    /// Where the hops from each junction begin, and one more entry for the end.
    pub(super) offsets: Shared<[u32]>,
    pub(super) hops: Vec<Hop>,
    pub(super) longest_dm: u32,
    pub(super) most_half_signals: u32,
    /// The edge of each hop.
    pub(super) hop_edges: Shared<[u32]>,
    pub(super) edges: Vec<Edge>,
    pub(super) corners: Shared<[Corner]>,
    pub(super) ways: Shared<[WayWords]>,
    /// For each junction, whether its part of the network is large enough to get anywhere.
    pub(super) is_mainland: Shared<[bool]>,
    pub(super) segments: Shared<RTree<Segment>>,
    /// What was measured on the spot, by edge.
    pub(super) found: BTreeMap<u32, Found>,
}

impl Network {
    /// The plane it is measured on.
    #[must_use]
    pub fn plane(&self) -> &LocalPlane {
        &self.plane
    }

    /// How many junctions there are.
    #[must_use]
    pub fn junction_count(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// How many edges there are.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// Every edge as its two junctions and its length in decimetres.
    pub fn edges(&self) -> impl Iterator<Item = (u32, u32, u32)> {
        self.edges
            .iter()
            .map(|edge| (edge.from, edge.to, edge.length_dm))
    }

    /// Every edge as a slow twin wants it: its junctions, its length in decimetres, its half signals, and what is known of its
    /// way.
    #[cfg(test)]
    pub(crate) fn bare_edges(&self) -> Vec<(u32, u32, u32, u8, WayFacts)> {
        let numbered = (0..).zip(&self.edges);
        let bare = |(number, edge): (u32, &Edge)| {
            (
                edge.from,
                edge.to,
                edge.length_dm,
                edge.half_signals,
                self.facts_of(number),
            )
        };
        numbered.map(bare).collect()
    }

    pub(super) fn hops_from(&self, junction: u32) -> &[Hop] {
        let at = junction as usize;
        &self.hops[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }

    pub(super) fn arcs_of(&self, junction: u32) -> impl Iterator<Item = Arc> {
        let begin = self.offsets[junction as usize] as usize;
        let hops = self.hops_from(junction).iter();
        let numbered = hops.zip(&self.hop_edges[begin..]);
        numbered.map(|(hop, edge)| Arc {
            hop: *hop,
            edge: *edge,
        })
    }

    /// Where each junction is; none where no way begins or ends.
    #[must_use]
    pub fn junction_locations(&self) -> Vec<Option<Location>> {
        let mut locations = vec![None; self.junction_count()];
        for (number, (from, to, _)) in (0..).zip(self.edges()) {
            let corners = self.corners_of(number);
            let ends = [(from, corners.first()), (to, corners.last())];
            for (junction, corner) in ends {
                locations[junction as usize] = corner.and_then(|own| own.location());
            }
        }
        locations
    }

    pub(super) fn corners_of(&self, edge: u32) -> &[Corner] {
        let at = edge as usize;
        let end = self.edges.get(at + 1);
        let end = end.map_or(self.corners.len(), |next| next.first_corner as usize);
        &self.corners[self.edges[at].first_corner as usize..end]
    }
}
