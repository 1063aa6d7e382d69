//! From a location to the nearest way: onto an edge, not to a junction, so that the parts of edges count.

use rstar::RTree;
use rstar::primitives::{GeomWithData, Line};

use crate::domain::{LocalPlane, Location, Metres};
use crate::walk::build::{at, decimetres};
use crate::walk::network::Network;
use crate::walk::search::Costs;

/// Farther than this from any way, the network says nothing (metres).
pub(super) const SNAP_LIMIT_M: f64 = 150.0;

/// A straight piece of an edge, with the edge and how far along it the piece begins.
pub(super) type Segment = GeomWithData<Line<[f64; 2]>, Piece>;

/// Which part of which edge a segment is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) edge: u32,
    /// Its number among the pieces of the edge.
    pub(super) number: u32,
    /// Metres along the edge to where it begins.
    pub(super) begin_m: f64,
}

/// A spot on the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub(super) edge: u32,
    /// The piece of the edge it lies on.
    pub(super) piece: u32,
    /// How far along its edge it lies, in decimetres; at most the edge's length.
    pub(super) along_dm: u32,
    /// How far off the way the location is, in decimetres.
    pub(super) off_dm: u32,
    /// Where it lies on the plane.
    pub(super) at: Metres,
}

impl Spot {
    /// The edge it lies on.
    #[must_use]
    pub fn edge(&self) -> u32 {
        self.edge
    }

    /// How far along its edge it lies, in metres.
    #[must_use]
    pub fn along_m(&self) -> f64 {
        f64::from(self.along_dm) / 10.0
    }

    /// How far the location is from the way, in metres.
    #[must_use]
    pub fn off_m(&self) -> f64 {
        f64::from(self.off_dm) / 10.0
    }
}

impl Network {
    /// The nearest spot within 150 m that is not barred by `costs`. A part of the network that leads nowhere is
    /// taken only where nothing else is within reach.
    #[must_use]
    pub fn snap(&self, location: Location, costs: Costs) -> Option<Spot> {
        let from = self.plane.to_metres(location);
        let point = [from.x, from.y];
        let limit_2 = SNAP_LIMIT_M * SNAP_LIMIT_M;
        let near = self
            .segments
            .nearest_neighbor_iter_with_distance_2(point)
            .take_while(|(_, distance_2)| *distance_2 <= limit_2);
        let mut island = None;
        for (segment, _) in near {
            if costs.bar(self, segment.data.edge) {
                continue;
            }
            let edge = &self.edges[segment.data.edge as usize];
            if self.is_mainland[edge.from as usize] {
                return Some(self.spot(segment, from));
            }
            island = island.or(Some(segment));
        }
        island.map(|segment| self.spot(segment, from))
    }

    pub(super) fn spot(&self, segment: &Segment, from: Metres) -> Spot {
        let line = segment.geom();
        let nearest = line.nearest_point(&[from.x, from.y]);
        let begin = Metres {
            x: line.from[0],
            y: line.from[1],
        };
        let on = Metres {
            x: nearest[0],
            y: nearest[1],
        };
        let length_dm = self.edges[segment.data.edge as usize].length_dm;
        Spot {
            edge: segment.data.edge,
            piece: segment.data.number,
            along_dm: decimetres(segment.data.begin_m + begin.distance_to(on)).min(length_dm),
            off_dm: decimetres(from.distance_to(on)),
            at: on,
        }
    }

    /// How far a straight line is from the nearest way within the limit, in metres; a twin for tests.
    #[cfg(test)]
    pub(super) fn nearest_way_m(&self, location: Location) -> f64 {
        use rstar::PointDistance;
        let from = self.plane.to_metres(location);
        let point = [from.x, from.y];
        let distances = self
            .segments
            .iter()
            .map(|segment| segment.distance_2(&point));
        distances.fold(f64::INFINITY, f64::min).sqrt()
    }
}

/// All straight pieces of all edges.
pub(super) fn segments(network: &Network) -> RTree<Segment> {
    let plane: &LocalPlane = &network.plane;
    let count = u32::try_from(network.edges.len()).unwrap_or(u32::MAX);
    let mut all = Vec::with_capacity(network.corners.len());
    for edge in 0..count {
        let mut begin_m = 0.0;
        for (number, pair) in (0_u32..).zip(network.corners_of(edge).windows(2)) {
            let (from, to) = (at(plane, pair[0]), at(plane, pair[1]));
            let line = Line::new([from.x, from.y], [to.x, to.y]);
            all.push(Segment::new(
                line,
                Piece {
                    edge,
                    number,
                    begin_m,
                },
            ));
            begin_m += from.distance_to(to);
        }
    }
    RTree::bulk_load(all)
}
