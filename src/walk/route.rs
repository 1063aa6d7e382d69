//! The way to a place: its line, its length, and what one meets on it.

use crate::domain::fact::Fact;
use crate::domain::{Corner, Location};
use crate::walk::network::Network;
use crate::walk::profile::{Profile, SIGNAL_S};
use crate::walk::search::{Costs, Reach, UNREACHED};
use crate::walk::snap::Spot;

/// A stretch under one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// The name of the street or path; none where nobody has named it.
    pub name: Option<Box<str>>,
    /// Its length in metres.
    pub metres: f64,
    /// Whether it is steps.
    pub steps: bool,
}

/// A way on foot.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Its line from start to end, the way onto the network and off it included.
    pub line: Vec<Location>,
    /// Its length in metres.
    pub metres: f64,
    /// How long it takes, waiting at signals included.
    pub seconds: f64,
    /// Flights of steps.
    pub flights_of_steps: usize,
    /// Crossings with signals.
    pub signals: usize,
    /// Metres that are known to be without light after dark.
    pub unlit_metres: f64,
    /// Metres of which nobody has recorded whether they are lit.
    pub light_unknown_metres: f64,
    /// Stretches in order.
    pub legs: Vec<Leg>,
}

/// A part of an edge, walked from one point along it to another.
struct Part {
    edge: u32,
    from_dm: u32,
    to_dm: u32,
}

impl Part {
    fn metres(&self) -> f64 {
        f64::from(self.from_dm.abs_diff(self.to_dm)) / 10.0
    }
}

impl Network {
    /// The best way for a profile from one location to another; none where either is more than 150 m off any way,
    /// or no way leads there that is not known to be barred to the profile.
    #[must_use]
    pub fn route(&self, from: Location, to: Location, profile: Profile) -> Option<Route> {
        let costs = Costs::of(profile);
        let (begin, end) = (self.snap(from, costs)?, self.snap(to, costs)?);
        let target = self.edges[end.edge as usize];
        let mut left = if target.from == target.to { 1 } else { 2 };
        let reach = self.reach(&[begin], costs, UNREACHED - 1, |junction, _| {
            if junction == target.from || junction == target.to {
                left -= 1;
            }
            left == 0
        });
        let parts = self.parts(&reach, &begin, &end)?;
        Some(self.told(&parts, (from, &begin), (to, &end), profile))
    }

    /// The parts of edges between two spots, in order.
    fn parts(&self, reach: &Reach, begin: &Spot, end: &Spot) -> Option<Vec<Part>> {
        let (_, through) = reach.cost_to(self, end)?;
        let Some(mut junction) = through else {
            let (from_dm, to_dm) = (begin.along_dm, end.along_dm);
            return Some(vec![Part {
                edge: end.edge,
                from_dm,
                to_dm,
            }]);
        };
        let mut parts = vec![self.part_from(junction, end)];
        loop {
            let came_by = reach.came_by[junction as usize];
            let edge = self.edges[came_by as usize];
            if let Some(first) = self.is_first(reach, begin, junction) {
                parts.push(first);
                break;
            }
            let from = if edge.to == junction {
                edge.from
            } else {
                edge.to
            };
            let whole = if edge.to == junction {
                (0, edge.length_dm)
            } else {
                (edge.length_dm, 0)
            };
            parts.push(Part {
                edge: came_by,
                from_dm: whole.0,
                to_dm: whole.1,
            });
            junction = from;
        }
        parts.reverse();
        Some(parts)
    }

    /// The part of the spot's edge that begins at `junction`, the shorter one of a loop.
    fn part_from(&self, junction: u32, spot: &Spot) -> Part {
        let edge = self.edges[spot.edge as usize];
        let is_near_begin = spot.along_dm <= edge.length_dm - spot.along_dm;
        let from_begin = edge.from == junction && (edge.to != junction || is_near_begin);
        let from_dm = if from_begin { 0 } else { edge.length_dm };
        Part {
            edge: spot.edge,
            from_dm,
            to_dm: spot.along_dm,
        }
    }

    /// The part of the start's edge that leads to `junction`, if that is how one got there.
    fn is_first(&self, reach: &Reach, begin: &Spot, junction: u32) -> Option<Part> {
        if reach.came_by[junction as usize] != begin.edge {
            return None;
        }
        let part = self.part_from(junction, begin);
        let cost = part.from_dm.abs_diff(part.to_dm) + begin.off_dm;
        (cost == reach.cost_dm[junction as usize]).then_some(Part {
            from_dm: part.to_dm,
            to_dm: part.from_dm,
            ..part
        })
    }

    fn told(
        &self,
        parts: &[Part],
        (from, begin): (Location, &Spot),
        (to, end): (Location, &Spot),
        profile: Profile,
    ) -> Route {
        let sum = |wanted: &dyn Fn(&Part) -> bool| -> f64 {
            parts
                .iter()
                .filter(|part| wanted(part))
                .map(Part::metres)
                .sum()
        };
        let halves: usize = parts.iter().map(|part| self.half_signals(part)).sum();
        let metres = sum(&|_| true) + begin.off_m() + end.off_m();
        let waiting_s = halves as f64 * SIGNAL_S / 2.0;
        let legs = self.legs(parts);
        Route {
            line: self.line(parts, (from, begin), (to, end)),
            metres,
            seconds: profile.seconds(metres) + waiting_s,
            flights_of_steps: legs.iter().filter(|leg| leg.steps).count(),
            signals: halves.div_ceil(2),
            unlit_metres: sum(&|part| self.facts_of(part.edge).lit == Fact::No),
            light_unknown_metres: sum(&|part| self.facts_of(part.edge).lit == Fact::Unknown),
            legs,
        }
    }

    /// Parts of an edge wait at none of its signals, as in the search.
    fn half_signals(&self, part: &Part) -> usize {
        let edge = self.edges[part.edge as usize];
        let is_whole = part.from_dm.abs_diff(part.to_dm) == edge.length_dm;
        if is_whole {
            usize::from(edge.half_signals)
        } else {
            0
        }
    }

    fn legs(&self, parts: &[Part]) -> Vec<Leg> {
        let mut legs: Vec<Leg> = Vec::new();
        for part in parts {
            let words = &self.ways[self.edges[part.edge as usize].way as usize];
            let steps = self.facts_of(part.edge).steps;
            match legs.last_mut() {
                Some(leg) if leg.name == words.name && leg.steps == steps => {
                    leg.metres += part.metres();
                }
                _ => legs.push(Leg {
                    name: words.name.clone(),
                    metres: part.metres(),
                    steps,
                }),
            }
        }
        legs
    }

    fn line(
        &self,
        parts: &[Part],
        (from, begin): (Location, &Spot),
        (to, end): (Location, &Spot),
    ) -> Vec<Location> {
        let on_plane = |spot: &Spot| {
            let at = self.plane.unproject(geo::Coord {
                x: spot.at.x,
                y: spot.at.y,
            });
            Location::from_lon_lat(at.x, at.y).ok()
        };
        let mut line = vec![from];
        line.extend(on_plane(begin));
        for part in parts {
            line.extend(
                self.corners_between(part)
                    .iter()
                    .filter_map(|corner| corner.location()),
            );
        }
        line.extend(on_plane(end));
        line.push(to);
        line.dedup();
        line
    }

    /// The corners of an edge that lie between the ends of a part, in walking order.
    fn corners_between(&self, part: &Part) -> Vec<Corner> {
        let (low, high) = (part.from_dm.min(part.to_dm), part.from_dm.max(part.to_dm));
        let corners = self.corners_of(part.edge);
        let length_dm = self.edges[part.edge as usize].length_dm;
        let mut walked_m = 0.0;
        let mut last = None;
        let mut between = Vec::new();
        for (number, corner) in corners.iter().enumerate() {
            let here = super::build::at(&self.plane, *corner);
            walked_m += last.map_or(0.0, |last: crate::domain::Metres| last.distance_to(here));
            last = Some(here);
            // The end is where the edge's length says: decimetres are rounded once per edge.
            let is_end = number + 1 == corners.len();
            let along_dm = if is_end {
                length_dm
            } else {
                super::build::decimetres(walked_m)
            };
            if (low..=high).contains(&along_dm) {
                between.push(*corner);
            }
        }
        if part.from_dm > part.to_dm {
            between.reverse();
        }
        between
    }
}
