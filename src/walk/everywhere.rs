//! Costs to every junction at once, without a heap.
//!
//! Junctions wait in buckets of like cost, which are emptied in turn (Dial 1969, with buckets as wide as a short street
//! as in Meyer and Sanders 2003): within a bucket a junction may be looked at again, which costs less than order would.

use crate::walk::network::Network;
use crate::walk::search::{Costs, UNREACHED};
use crate::walk::snap::Spot;

/// The width of a bucket as a power of two, in decimetres: some 50 m, about the length of an edge.
const WIDTH_BITS: u32 = 9;

/// Junctions by the cost they were reached at, in a ring that turns with the search.
pub(super) struct Buckets {
    ring: Vec<Vec<(u32, u32)>>,
    waiting: usize,
}

impl Buckets {
    /// A ring for costs that are at most `span_dm` ahead of the search.
    pub(super) fn for_span(span_dm: u32) -> Self {
        let count = (span_dm >> WIDTH_BITS) as usize + 2;
        Self {
            ring: vec![Vec::new(); count.next_power_of_two()],
            waiting: 0,
        }
    }

    fn slot(&self, cost_dm: u32) -> usize {
        (cost_dm >> WIDTH_BITS) as usize & (self.ring.len() - 1)
    }

    pub(super) fn put(&mut self, cost_dm: u32, junction: u32) {
        let slot = self.slot(cost_dm);
        self.ring[slot].push((cost_dm, junction));
        self.waiting += 1;
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.waiting > 0
    }

    /// What waits at a position of a bucket.
    pub(super) fn look(&self, slot: usize, at: usize) -> Option<(u32, u32)> {
        self.ring[slot].get(at).copied()
    }

    /// Empties a bucket of which `seen` have been looked at.
    pub(super) fn clear(&mut self, slot: usize, seen: usize) {
        self.waiting -= seen;
        self.ring[slot].clear();
    }
}

impl Network {
    /// The cost to every junction from the nearest of `sources`, in decimetres; `u32::MAX` where no way leads.
    #[must_use]
    pub fn costs_from(&self, sources: &[Spot], costs: Costs) -> Vec<u32> {
        let spots = sources.iter();
        self.spread(
            spots.flat_map(|spot| self.ways_off(spot, costs)).collect(),
            costs,
        )
    }

    /// The cost at a spot, where `costs_dm` are those of [`Self::costs_from`] the same sources: through an end of its
    /// edge. Sources on the edge itself are not looked at.
    #[must_use]
    pub fn cost_through_ends(&self, spot: &Spot, costs_dm: &[u32], costs: Costs) -> Option<u32> {
        let through = self.ways_off(spot, costs);
        let through =
            through.map(|(junction, off)| costs_dm[junction as usize].saturating_add(off));
        through.min().filter(|cost| *cost != UNREACHED)
    }

    /// The cost between two spots of one edge, along it; none where they lie on different ones or it is barred.
    #[must_use]
    pub fn cost_along_edge(&self, from: &Spot, to: &Spot, costs: Costs) -> Option<u32> {
        let part = (from.edge == to.edge).then(|| from.along_dm.abs_diff(to.along_dm))?;
        let part = costs.of_part(self, from.edge, part)?;
        Some(part.saturating_add(from.off_dm).saturating_add(to.off_dm))
    }

    fn spread(&self, begins: Vec<(u32, u32)>, costs: Costs) -> Vec<u32> {
        let mut cost_dm = vec![UNREACHED; self.junction_count()];
        let farthest = begins.iter().map(|(_, cost)| *cost).max().unwrap_or(0);
        let mut buckets = Buckets::for_span(farthest.max(costs.of_longest(self)));
        for (junction, cost) in begins {
            let known = &mut cost_dm[junction as usize];
            if cost < *known {
                *known = cost;
                buckets.put(cost, junction);
            }
        }
        let mut slot = 0;
        while buckets.waiting > 0 {
            self.empty(&mut buckets, slot, &mut cost_dm, costs);
            slot = (slot + 1) & (buckets.ring.len() - 1);
        }
        cost_dm
    }

    /// The same from one junction.
    #[must_use]
    pub fn costs_from_junction(&self, junction: u32, costs: Costs) -> Vec<u32> {
        self.spread(vec![(junction, 0)], costs)
    }

    /// Where the search from `sources` begins: junctions, and the cost in decimetres to get there.
    #[must_use]
    pub fn begins(&self, sources: &[Spot]) -> Vec<(u32, u32)> {
        let spots = sources.iter();
        spots
            .flat_map(|spot| self.ways_off(spot, Costs::DISTANCE))
            .collect()
    }

    /// Looks at every junction of a bucket, those that come into it meanwhile too.
    fn empty(&self, buckets: &mut Buckets, slot: usize, cost_dm: &mut [u32], costs: Costs) {
        let mut at = 0;
        while let Some(&(cost, junction)) = buckets.ring[slot].get(at) {
            at += 1;
            if cost != cost_dm[junction as usize] {
                continue;
            }
            for hop in self.hops_from(junction) {
                let Some(step) = costs.of_hop(*hop) else {
                    continue;
                };
                let through = cost.saturating_add(step);
                let known = &mut cost_dm[hop.to as usize];
                if through < *known {
                    *known = through;
                    buckets.put(through, hop.to);
                }
            }
        }
        buckets.waiting -= at;
        buckets.ring[slot].clear();
    }
}
