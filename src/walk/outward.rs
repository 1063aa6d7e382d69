//! A walk outward from one spot, edge by edge, that may stop when it has seen enough.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::domain::Location;
use crate::walk::network::Network;
use crate::walk::profile::Profile;
use crate::walk::search::Costs;
use crate::walk::snap::Spot;

/// An edge that the walk has come to.
pub struct Step<'a> {
    edge: u32,
    /// The junction it is entered from with its cost, or the spot the walk began at.
    from: Result<(u32, u32), &'a Spot>,
    costs: Costs,
}

impl Step<'_> {
    /// The number of the edge.
    #[must_use]
    pub fn edge(&self) -> u32 {
        self.edge
    }

    /// Nothing that comes later costs less than this, in decimetres.
    #[must_use]
    pub fn least_dm(&self) -> u32 {
        self.from.map_or(0, |(_, cost)| cost)
    }

    /// What it costs to walk to a spot on this edge, in decimetres.
    #[must_use]
    pub fn cost_to(&self, network: &Network, spot: &Spot) -> Option<u32> {
        let edge = network.edges[self.edge as usize];
        let (begin, part) = match self.from {
            Err(start) => (start.off_dm, start.along_dm.abs_diff(spot.along_dm)),
            Ok((junction, cost)) => {
                let on = (edge.from == junction).then_some(spot.along_dm);
                let back = (edge.to == junction).then_some(edge.length_dm - spot.along_dm);
                (cost, on.into_iter().chain(back).min()?)
            }
        };
        let part = self.costs.of_part(network, self.edge, part)?;
        Some(begin.saturating_add(part).saturating_add(spot.off_dm))
    }
}

impl Network {
    /// Walks outward from `start` in ascending order of cost; `look` sees every edge at each of its ends and says
    /// when it has seen enough.
    pub fn walk_outward(
        &self,
        start: &Spot,
        costs: Costs,
        mut look: impl FnMut(&Step<'_>) -> bool,
    ) {
        let first = Step {
            edge: start.edge,
            from: Err(start),
            costs,
        };
        if look(&first) {
            return;
        }
        // A few hundred junctions are enough as a rule: a map of those, not a table of all.
        let mut cost_dm: HashMap<u32, u32> = HashMap::new();
        let mut open = BinaryHeap::new();
        for (junction, cost) in self.ways_off(start, costs) {
            open.push(Reverse((cost, junction)));
            cost_dm
                .entry(junction)
                .and_modify(|known| *known = cost.min(*known))
                .or_insert(cost);
        }
        while let Some(Reverse((cost, junction))) = open.pop() {
            if cost_dm.get(&junction).is_some_and(|known| cost > *known) {
                continue;
            }
            for arc in self.arcs_of(junction) {
                if look(&Step {
                    edge: arc.edge,
                    from: Ok((junction, cost)),
                    costs,
                }) {
                    return;
                }
                let Some(step) = costs.of_hop(arc.hop) else {
                    continue;
                };
                let through = cost.saturating_add(step);
                let known = cost_dm.entry(arc.hop.to).or_insert(u32::MAX);
                if through < *known {
                    *known = through;
                    open.push(Reverse((through, arc.hop.to)));
                }
            }
        }
    }

    /// Which of several locations is reached first; none where no way leads to any.
    #[must_use]
    pub fn quickest(
        &self,
        from: Location,
        ends: &[Location],
        profile: Profile,
    ) -> Option<Location> {
        let costs = Costs::of(profile);
        let start = self.snap(from, costs)?;
        let spots: Vec<(Spot, Location)> = ends
            .iter()
            .filter_map(|end| Some((self.snap(*end, costs)?, *end)))
            .collect();
        let mut best: Option<(u32, Location)> = None;
        self.walk_outward(&start, costs, |step| {
            for (spot, end) in spots.iter().filter(|(spot, _)| spot.edge == step.edge()) {
                if let Some(cost) = step.cost_to(self, spot)
                    && best.is_none_or(|(least, _)| cost < least)
                {
                    best = Some((cost, *end));
                }
            }
            spots.is_empty() || best.is_some_and(|(least, _)| least <= step.least_dm())
        });
        best.map(|(_, end)| end)
    }
}
