//! The barrier-aware straight line: how far it is where no network of ways is known.
//!
//! Straight distance times a detour factor; a line that would run through a river, a railway or a main road goes
//! by way of the cheapest crossings instead. Between crossings the same rule holds.

use std::sync::OnceLock;

use geo::{Distance, Euclidean, Intersects};
use rstar::primitives::{GeomWithData, Line};
use rstar::{AABB, RTree};

use crate::domain::barrier::Barriers;
use crate::domain::fact::Fact;
use crate::domain::{LocalPlane, Location, Metres};
use crate::walk::Engine;
use crate::walk::profile::{Profile, SIGNAL_S};

/// How much longer a way is than the straight line (the pairs of DIN 18034-1 imply 1.14 to 1.33).
pub const DETOUR: f64 = 1.3;

/// So near to a crossing its own barrier stops nobody: crossings and courses are drawn by different hands (metres).
const CROSSING_REACH_M: f64 = 40.0;

/// A spot where a barrier is crossed on foot.
struct Gate {
    barrier: u32,
    at: Metres,
    signalled: bool,
}

/// Where no network is known: straight lines that go round what nobody walks across.
pub struct BarrierLine {
    plane: LocalPlane,
    /// Straight pieces of barriers, each with the number of its barrier.
    pieces: RTree<GeomWithData<Line<[f64; 2]>, u32>>,
    gates: Vec<Gate>,
    /// For each gate the gates that can be reached from it in a straight line, with the metres.
    between: Vec<Vec<(usize, f64)>>,
}

/// A location with the crossings in sight of it, which are looked for when they are first needed.
#[derive(Clone)]
pub struct LineEnd {
    end: End,
    gates: OnceLock<Vec<(usize, f64)>>,
}

impl LineEnd {
    /// Where it lies on the plane.
    #[must_use]
    pub fn at(&self) -> Metres {
        self.end.at
    }
}

/// An end of a straight line; a gate is not stopped by the barrier it crosses.
#[derive(Clone, Copy)]
struct End {
    at: Metres,
    gate_in: Option<u32>,
}

impl BarrierLine {
    /// The line engine for the barriers of a city. Crossings whose use on foot is unknown are no way.
    #[must_use]
    pub fn build(plane: LocalPlane, barriers: &Barriers) -> Self {
        let mut pieces = Vec::new();
        for (number, barrier) in (0_u32..).zip(&barriers.lines) {
            for pair in barrier.lines.iter().flat_map(|line| line.0.windows(2)) {
                let [from, to] = [pair[0], pair[1]].map(|corner| super::build::at(&plane, corner));
                pieces.push(GeomWithData::new(
                    Line::new([from.x, from.y], [to.x, to.y]),
                    number,
                ));
            }
        }
        let usable = barriers
            .crossings
            .iter()
            .filter(|own| own.pedestrian == Fact::Yes);
        let gates = usable.map(|crossing| Gate {
            barrier: crossing.barrier,
            at: super::build::at(&plane, crossing.corner),
            signalled: crossing.signalled,
        });
        let mut engine = Self {
            plane,
            pieces: RTree::bulk_load(pieces),
            gates: gates.collect(),
            between: Vec::new(),
        };
        engine.between = (0..engine.gates.len())
            .map(|gate| engine.gates_in_sight(engine.end_at(gate)))
            .collect();
        engine
    }

    /// The plane it is measured on.
    #[must_use]
    pub fn plane(&self) -> &LocalPlane {
        &self.plane
    }

    /// What this is: without a known barrier it is a plain line, and said to be.
    #[must_use]
    pub fn engine(&self) -> Engine {
        if self.pieces.size() > 0 {
            Engine::BarrierLine
        } else {
            Engine::Line
        }
    }

    /// An end of lines, to be asked about often.
    #[must_use]
    pub fn end(&self, location: Location) -> LineEnd {
        LineEnd {
            end: End {
                at: self.plane.to_metres(location),
                gate_in: None,
            },
            gates: OnceLock::new(),
        }
    }

    /// Seconds on foot between two locations; none where a barrier lies between them and no crossing is known.
    #[must_use]
    pub fn seconds(&self, from: Location, to: Location, profile: Profile) -> Option<f64> {
        self.seconds_between(&self.end(from), &self.end(to), profile)
    }

    /// The same between two ends that were made for this engine.
    #[must_use]
    pub fn seconds_between(&self, from: &LineEnd, to: &LineEnd, profile: Profile) -> Option<f64> {
        if self.is_open(from.end, to.end) {
            return Some(profile.seconds(from.at().distance_to(to.at()) * DETOUR));
        }
        self.seconds_over_gates(from, to, profile)
    }

    /// The cheapest way over crossings: Dijkstra over a few dozen of them.
    fn seconds_over_gates(&self, from: &LineEnd, to: &LineEnd, profile: Profile) -> Option<f64> {
        let waits = |gate: usize| {
            if self.gates[gate].signalled {
                SIGNAL_S
            } else {
                0.0
            }
        };
        let walk = |metres: f64| profile.seconds(metres * DETOUR);
        let mut best = vec![f64::INFINITY; self.gates.len()];
        for &(gate, metres) in self.gates_of(from) {
            best[gate] = walk(metres) + waits(gate);
        }
        let mut done = vec![false; self.gates.len()];
        loop {
            let open = (0..best.len()).filter(|&gate| !done[gate] && best[gate].is_finite());
            let Some(gate) = open.min_by(|&a, &b| best[a].total_cmp(&best[b])) else {
                break;
            };
            done[gate] = true;
            for &(next, metres) in &self.between[gate] {
                best[next] = best[next].min(best[gate] + walk(metres) + waits(next));
            }
        }
        let ends = self.gates_of(to).iter();
        ends.map(|&(gate, metres)| best[gate] + walk(metres))
            .min_by(f64::total_cmp)
            .filter(|seconds| seconds.is_finite())
    }

    fn gates_of<'a>(&self, end: &'a LineEnd) -> &'a [(usize, f64)] {
        end.gates.get_or_init(|| self.gates_in_sight(end.end))
    }

    fn end_at(&self, gate: usize) -> End {
        let Gate { barrier, at, .. } = self.gates[gate];
        End {
            at,
            gate_in: Some(barrier),
        }
    }

    fn gates_in_sight(&self, from: End) -> Vec<(usize, f64)> {
        let gates = (0..self.gates.len()).map(|gate| (gate, self.end_at(gate)));
        gates
            .filter(|(_, to)| self.is_open(from, *to))
            .map(|(gate, to)| (gate, from.at.distance_to(to.at)))
            .collect()
    }

    /// Whether no barrier lies on the straight line.
    fn is_open(&self, from: End, to: End) -> bool {
        let (a, b) = (coord(from.at), coord(to.at));
        let line = geo::Line::new(a, b);
        let around = AABB::from_corners([a.x, a.y], [b.x, b.y]);
        let mut crossed = self
            .pieces
            .locate_in_envelope_intersecting(around)
            .filter(|piece| line.intersects(&straight(piece.geom())));
        crossed.all(|piece| {
            let is_passed = |end: &End| {
                end.gate_in == Some(piece.data)
                    && distance_m(end.at, line, piece.geom()) <= CROSSING_REACH_M
            };
            is_passed(&from) || is_passed(&to)
        })
    }
}

fn coord(at: Metres) -> geo::Coord<f64> {
    geo::Coord { x: at.x, y: at.y }
}

fn straight(line: &Line<[f64; 2]>) -> geo::Line<f64> {
    geo::Line::new(
        geo::Coord {
            x: line.from[0],
            y: line.from[1],
        },
        geo::Coord {
            x: line.to[0],
            y: line.to[1],
        },
    )
}

/// How far from an end of `line` it meets a piece of a barrier, in metres.
fn distance_m(end: Metres, line: geo::Line<f64>, piece: &Line<[f64; 2]>) -> f64 {
    use geo::line_intersection::{LineIntersection, line_intersection};
    match line_intersection(line, straight(piece)) {
        Some(LineIntersection::SinglePoint { intersection, .. }) => end.distance_to(Metres {
            x: intersection.x,
            y: intersection.y,
        }),
        // A line along the barrier: how near it comes.
        _ => Euclidean.distance(&geo::Point(coord(end)), &straight(piece)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::barrier::{Barrier, BarrierKind, Crossing};
    use crate::domain::{Corner, Trace};

    fn corner(x: i32, y: i32) -> Corner {
        Corner {
            lon: 9_190_000 + x,
            lat: 48_890_000 + y,
        }
    }

    fn location(x: i32, y: i32) -> Location {
        corner(x, y).location().unwrap()
    }

    /// A river and a railway side by side, both running east.
    fn town(bridges: &[(i32, Fact)], signalled: bool) -> BarrierLine {
        let barrier = |id: &str, kind, y| Barrier {
            id: id.into(),
            name: None,
            kind,
            lines: vec![Trace(vec![
                corner(-30_000, y),
                corner(0, y),
                corner(30_000, y),
            ])],
        };
        let lines = vec![
            barrier("river", BarrierKind::River, 0),
            barrier("rails", BarrierKind::Railway, 2_000),
        ];
        let crossing = |barrier, x, y, pedestrian| Crossing {
            barrier,
            name: None,
            corner: corner(x, y),
            pedestrian,
            signalled,
        };
        let mut crossings: Vec<_> = bridges
            .iter()
            .map(|&(x, foot)| crossing(0, x, 0, foot))
            .collect();
        crossings.push(crossing(1, 4_000, 2_000, Fact::Yes));
        let plane = LocalPlane::around(location(0, 0));
        BarrierLine::build(plane, &Barriers { lines, crossings })
    }

    fn minutes(engine: &BarrierLine, from: (i32, i32), to: (i32, i32)) -> Option<f64> {
        let (from, to) = (location(from.0, from.1), location(to.0, to.1));
        engine
            .seconds(from, to, Profile::Adult)
            .map(|seconds| seconds / 60.0)
    }

    #[test]
    fn on_one_bank_it_is_the_straight_line_with_its_detour() {
        let engine = town(&[(0, Fact::Yes)], false);
        let plane = LocalPlane::around(location(0, 0));
        let straight = plane
            .to_metres(location(0, -1_000))
            .distance_to(plane.to_metres(location(3_000, -1_000)));
        let found = minutes(&engine, (0, -1_000), (3_000, -1_000)).unwrap();
        assert!((found - straight * 1.3 / 1.3 / 60.0).abs() < 1e-9);
    }

    #[test]
    fn without_its_bridge_the_way_over_a_river_is_the_way_round() {
        let both = town(&[(0, Fact::Yes), (20_000, Fact::Yes)], false);
        let far = town(&[(20_000, Fact::Yes)], false);
        let none = town(&[], false);
        let over = |engine: &BarrierLine| minutes(engine, (0, -1_000), (0, 1_000));
        assert!(over(&both).unwrap() * 5.0 < over(&far).unwrap());
        assert_eq!(over(&none), None);
    }

    #[test]
    fn a_crossing_of_which_nobody_knows_is_no_way() {
        let unknown = town(&[(0, Fact::Unknown), (20_000, Fact::Yes)], false);
        let far = town(&[(20_000, Fact::Yes)], false);
        let over = |engine: &BarrierLine| minutes(engine, (0, -1_000), (0, 1_000));
        assert_eq!(over(&unknown), over(&far));
    }

    #[test]
    fn two_barriers_in_a_row_take_two_crossings_and_signals_take_their_time() {
        let quick = minutes(&town(&[(0, Fact::Yes)], false), (0, -1_000), (0, 3_000)).unwrap();
        let slow = minutes(&town(&[(0, Fact::Yes)], true), (0, -1_000), (0, 3_000)).unwrap();
        assert!((slow - quick - 1.0).abs() < 1e-9, "{quick} {slow}");
    }

    proptest! {
        #[test]
        fn it_is_never_nearer_than_the_straight_line_and_the_same_back(
            ax in -20_000..20_000, ay in -9_000..9_000, bx in -20_000..20_000, by in -9_000..9_000,
        ) {
            let engine = town(&[(0, Fact::Yes), (9_000, Fact::Yes)], false);
            let plane = LocalPlane::around(location(0, 0));
            let straight_m = plane.to_metres(location(ax, ay)).distance_to(plane.to_metres(location(bx, by)));
            let there = engine.seconds(location(ax, ay), location(bx, by), Profile::Older).unwrap();
            let back = engine.seconds(location(bx, by), location(ax, ay), Profile::Older).unwrap();
            prop_assert!((there - back).abs() < 1e-6);
            prop_assert!(there >= Profile::Older.seconds(straight_m * DETOUR) - 1e-6);
            let faster = engine.seconds(location(ax, ay), location(bx, by), Profile::Adult).unwrap();
            prop_assert!(faster <= there);
        }
    }
}
