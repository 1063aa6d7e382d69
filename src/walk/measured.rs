//! What was measured on the spot stands in for what is drawn: which stretch a measurement speaks of, and the network with it.

use std::collections::BTreeMap;

use crate::domain::Location;
use crate::domain::measured_way::{Found, WaySort};
use crate::domain::passage::{Certainty, Wheels};
use crate::domain::walkway::WayFacts;
use crate::walk::network::{Hop, Network, Sureness};

/// A measurement speaks of a way at most so far off (metres): as far as a telephone is wrong about where it is.
pub const MATCH_LIMIT_M: f64 = 15.0;

/// Ways of which one is not nearer by more than this are not told apart (metres).
const APART_M: f64 = 1.0;

/// What a measurement speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// This edge.
    Edge(u32),
    /// No way of its sort is drawn within [`MATCH_LIMIT_M`].
    Nothing,
    /// It lies about as near to one as to another, as on a junction.
    Several,
}

impl Network {
    /// The stretch that a measurement at a spot of a sort of way speaks of. What was measured of other ways plays no part: it
    /// is the drawing that is asked.
    #[must_use]
    pub fn stretch_at(&self, location: Location, sort: WaySort) -> Stretch {
        let at = self.plane.to_metres(location);
        let all = self
            .segments
            .nearest_neighbor_iter_with_distance_2([at.x, at.y]);
        let near = all
            .map(|(segment, distance_2)| (segment.data.edge, distance_2.sqrt()))
            .take_while(|(_, metres)| *metres <= MATCH_LIMIT_M + APART_M)
            .filter(|(edge, _)| self.drawn_facts(*edge).sort() == sort);
        let mut nearest: Option<(u32, f64)> = None;
        for (edge, metres) in near {
            match nearest {
                None if metres > MATCH_LIMIT_M => return Stretch::Nothing,
                None => nearest = Some((edge, metres)),
                Some((first, least)) if first != edge && metres - least <= APART_M => {
                    return Stretch::Several;
                }
                Some((_, least)) if metres - least > APART_M => break,
                Some(_) => {}
            }
        }
        nearest.map_or(Stretch::Nothing, |(edge, _)| Stretch::Edge(edge))
    }

    /// The same ways with what was `found` on some edges in place of what had been found before.
    #[must_use]
    pub fn with_found(&self, found: BTreeMap<u32, Found>) -> Self {
        let mut next = self.clone();
        for edge in self.found.keys().chain(found.keys()) {
            let drawn = next.drawn_facts(*edge);
            let sureness = match found.get(edge) {
                Some(own) => Sureness::with(|wheels| own.certainty(&drawn, wheels)),
                None => Sureness::of(&drawn),
            };
            next.set_sureness(*edge, sureness);
        }
        next.found = found;
        next
    }

    fn set_sureness(&mut self, number: u32, sureness: Sureness) {
        let edge = &mut self.edges[number as usize];
        edge.sureness = sureness;
        let edge = *edge;
        for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
            let row =
                self.offsets[from as usize] as usize..self.offsets[from as usize + 1] as usize;
            for at in row {
                if self.hop_edges[at] == number && self.hops[at].to == to {
                    self.hops[at] = Hop::new(to, &edge);
                }
            }
        }
    }

    /// What is drawn of an edge.
    pub(super) fn drawn_facts(&self, edge: u32) -> WayFacts {
        self.ways[self.edges[edge as usize].way as usize].facts
    }

    /// What is known of an edge: what was found there, and for the rest what is drawn.
    pub(super) fn facts_of(&self, edge: u32) -> WayFacts {
        let drawn = self.drawn_facts(edge);
        let found = self.found.get(&edge);
        found.map_or(drawn, |own| own.readings.over(&drawn))
    }

    /// How sure it is that `wheels` pass an edge: as it is drawn, and as it is known. None where it is barred.
    #[must_use]
    pub fn sureness_of(&self, edge: u32, wheels: Wheels) -> (Option<Certainty>, Option<Certainty>) {
        let drawn = self.drawn_facts(edge);
        let by_drawing = drawn.certainty(wheels);
        let found = self.found.get(&edge);
        let known = found.map_or(by_drawing, |own| own.certainty(&drawn, wheels));
        (by_drawing, known)
    }

    /// How a way is called and how long it is between its two junctions, in metres.
    #[must_use]
    pub fn name_and_length_m(&self, edge: u32) -> (Option<&str>, f64) {
        let own = &self.edges[edge as usize];
        let name = self.ways[own.way as usize].name.as_deref();
        (name, f64::from(own.length_dm) / 10.0)
    }

    /// A spot on an edge off its junctions, so that a measurement there means this edge and no other.
    pub(super) fn middle_of(&self, edge: u32) -> Option<Location> {
        let corners = self.corners_of(edge);
        let at = corners.len() / 2;
        let pair = [corners.get(at.checked_sub(1)?)?, corners.get(at)?];
        let [a, b] = pair.map(|corner| geo::Coord::from(*corner));
        Location::from_lon_lat(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y)).ok()
    }

    /// The corners of an edge, from one junction to the other.
    #[must_use]
    pub fn line_of(&self, edge: u32) -> Vec<Location> {
        let corners = self.corners_of(edge).iter();
        corners.filter_map(|corner| corner.location()).collect()
    }
}
