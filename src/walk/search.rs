//! The shortest ways from one or several spots to everywhere within a limit (Dijkstra).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::domain::passage::Certainty;
use crate::walk::network::{Edge, Hop, Network, Sureness};
use crate::walk::profile::{Profile, SIGNAL_S};
use crate::walk::snap::Spot;

/// What it costs to walk, in decimetres on level ground: waiting is counted as the ground one would have covered.
#[derive(Clone, Copy, Debug)]
pub struct Costs {
    half_signal_dm: u32,
    /// Which bits of an edge's sureness count, and how much they must say at least; 0 for those who pass anywhere.
    shift: u8,
    least: u8,
}

impl Costs {
    /// The costs of a profile on all ways that are not known to be barred to it.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        Self::sure(profile, Certainty::Possible)
    }

    /// The costs of a profile on those ways alone that are at least as sure to be passable. Who needs no wheels passes
    /// everywhere.
    #[must_use]
    pub fn sure(profile: Profile, certainty: Certainty) -> Self {
        let wheels = profile.wheels();
        Self {
            half_signal_dm: super::build::decimetres(SIGNAL_S / 2.0 * profile.metres_per_second()),
            shift: wheels.map_or(0, Sureness::shift),
            least: wheels.map_or(0, |_| certainty as u8),
        }
    }

    /// Distance alone, for those who climb stairs and do not wait.
    pub const DISTANCE: Self = Self {
        half_signal_dm: 0,
        shift: 0,
        least: 0,
    };

    pub(super) fn of_hop(self, hop: Hop) -> Option<u32> {
        let is_open = hop.sureness() >> self.shift & 3 >= u32::from(self.least);
        is_open.then(|| hop.length_dm() + hop.half_signals() * self.half_signal_dm)
    }

    /// What the longest hop of a network costs.
    pub(super) fn of_longest(self, network: &Network) -> u32 {
        network.longest_dm + network.most_half_signals * self.half_signal_dm
    }

    /// What a part of an edge costs: its share of the waiting is left out, because where on the edge one waits
    /// is not known.
    pub(super) fn of_part(self, network: &Network, edge: u32, part_dm: u32) -> Option<u32> {
        (!self.bar(network, edge)).then_some(part_dm)
    }

    /// Whether an edge cannot be used at all.
    pub(super) fn bar(self, network: &Network, edge: u32) -> bool {
        self.sureness(network, edge) < self.least
    }

    /// The number of the certainty with which an edge can be passed; the highest for those who pass anywhere.
    pub(super) fn sureness(self, network: &Network, edge: u32) -> u8 {
        if self.least == 0 {
            return Certainty::Proven as u8;
        }
        network.edges[edge as usize].sureness.0 >> self.shift & 3
    }

    /// The same walking with another certainty.
    pub(super) fn at_least(self, certainty: Certainty) -> Self {
        let least = if self.least == 0 { 0 } else { certainty as u8 };
        Self { least, ..self }
    }

    /// How sure a way must be.
    pub(super) fn certainty(self) -> Certainty {
        match self.least {
            3 => Certainty::Proven,
            2 => Certainty::Likely,
            _ => Certainty::Possible,
        }
    }
}

/// No way leads there.
pub(super) const UNREACHED: u32 = u32::MAX;

/// Costs from the sources to every junction, and over which edge one comes.
pub(super) struct Reach {
    pub(super) cost_dm: Vec<u32>,
    pub(super) came_by: Vec<u32>,
    costs: Costs,
    sources: Vec<Spot>,
}

impl Network {
    /// Searches outward from `sources` up to `limit_dm`, until `enough` says stop: it is asked with each
    /// junction and its cost, in ascending order of cost.
    pub(super) fn reach(
        &self,
        sources: &[Spot],
        costs: Costs,
        limit_dm: u32,
        mut enough: impl FnMut(u32, u32) -> bool,
    ) -> Reach {
        let mut cost_dm = vec![UNREACHED; self.junction_count()];
        let mut came_by = vec![UNREACHED; self.junction_count()];
        let mut open = BinaryHeap::new();
        for spot in sources {
            for (junction, cost) in self.ways_off(spot, costs) {
                if cost < cost_dm[junction as usize] {
                    cost_dm[junction as usize] = cost;
                    came_by[junction as usize] = spot.edge;
                    open.push(Reverse((cost, junction)));
                }
            }
        }
        while let Some(Reverse((cost, junction))) = open.pop() {
            if cost > cost_dm[junction as usize] {
                continue;
            }
            if cost > limit_dm || enough(junction, cost) {
                break;
            }
            for arc in self.arcs_of(junction) {
                let Some(step) = costs.of_hop(arc.hop) else {
                    continue;
                };
                let (to, through) = (arc.hop.to, cost.saturating_add(step));
                if through < cost_dm[to as usize] {
                    cost_dm[to as usize] = through;
                    came_by[to as usize] = arc.edge;
                    open.push(Reverse((through, to)));
                }
            }
        }
        Reach {
            cost_dm,
            came_by,
            costs,
            sources: sources.to_vec(),
        }
    }

    /// The two ends of a spot's edge and what it costs to get there from the location that was snapped.
    pub(super) fn ways_off(&self, spot: &Spot, costs: Costs) -> impl Iterator<Item = (u32, u32)> {
        let edge: Edge = self.edges[spot.edge as usize];
        let back = costs.of_part(self, spot.edge, spot.along_dm);
        let on = costs.of_part(self, spot.edge, edge.length_dm - spot.along_dm);
        let off_dm = spot.off_dm;
        [(edge.from, back), (edge.to, on)]
            .into_iter()
            .filter_map(move |(junction, part)| Some((junction, part? + off_dm)))
    }

    /// The cost of the best way between two spots in decimetres, both ways off the network counted.
    #[must_use]
    pub fn cost_between(&self, from: &Spot, to: &Spot, costs: Costs) -> Option<u32> {
        let target = self.edges[to.edge as usize];
        let mut left = if target.from == target.to { 1 } else { 2 };
        let reach = self.reach(&[*from], costs, UNREACHED - 1, |junction, _| {
            if junction == target.from || junction == target.to {
                left -= 1;
            }
            left == 0
        });
        reach.cost_to(self, to).map(|(cost, _)| cost)
    }
}

impl Reach {
    /// The cost to a spot, and the junction one comes through; none where the edge of a source is the spot's own.
    pub(super) fn cost_to(&self, network: &Network, spot: &Spot) -> Option<(u32, Option<u32>)> {
        let through = network
            .ways_off(spot, self.costs)
            .filter_map(|(junction, off)| {
                let cost = self.cost_dm[junction as usize];
                (cost != UNREACHED).then(|| (cost.saturating_add(off), Some(junction)))
            });
        let along = self
            .sources
            .iter()
            .filter(|source| source.edge == spot.edge);
        let along = along.filter_map(|source| {
            let part = source.along_dm.abs_diff(spot.along_dm);
            let part = self.costs.of_part(network, spot.edge, part)?;
            Some((part + source.off_dm + spot.off_dm, None))
        });
        along.chain(through).min_by_key(|(cost, _)| *cost)
    }
}
