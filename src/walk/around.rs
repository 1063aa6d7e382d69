//! What lies within a limit, asked again and again from one spot after another.

use crate::walk::everywhere::Buckets;
use crate::walk::network::Network;
use crate::walk::search::{Costs, UNREACHED};
use crate::walk::snap::Spot;

/// Searches within a limit that share their memory.
pub struct Around<'a> {
    network: &'a Network,
    costs: Costs,
    cost_dm: Vec<u32>,
    touched: Vec<u32>,
}

impl Network {
    /// Gets ready to look around with `costs`.
    #[must_use]
    pub fn around(&self, costs: Costs) -> Around<'_> {
        Around {
            network: self,
            costs,
            cost_dm: vec![UNREACHED; self.junction_count()],
            touched: Vec::new(),
        }
    }
}

impl Around<'_> {
    /// The junctions that cost at most `limit_dm` decimetres from the first of `spots`; in no order.
    pub fn within(&mut self, spots: &[Spot], limit_dm: u32) -> &[u32] {
        for junction in self.touched.drain(..) {
            self.cost_dm[junction as usize] = UNREACHED;
        }
        let (network, costs) = (self.network, self.costs);
        let begins = spots.iter().flat_map(|spot| network.ways_off(spot, costs));
        let begins: Vec<(u32, u32)> = begins.filter(|(_, cost)| *cost <= limit_dm).collect();
        let mut buckets = Buckets::for_span(limit_dm);
        for (junction, cost) in begins {
            self.reach(&mut buckets, junction, cost);
        }
        let mut slot = 0;
        while buckets.is_waiting() {
            let mut at = 0;
            while let Some((cost, junction)) = buckets.look(slot, at) {
                at += 1;
                if cost != self.cost_dm[junction as usize] {
                    continue;
                }
                for hop in network.hops_from(junction) {
                    if let Some(step) = costs.of_hop(*hop)
                        && cost + step <= limit_dm
                    {
                        self.reach(&mut buckets, hop.to, cost + step);
                    }
                }
            }
            buckets.clear(slot, at);
            slot += 1;
        }
        &self.touched
    }

    fn reach(&mut self, buckets: &mut Buckets, junction: u32, cost: u32) {
        let known = &mut self.cost_dm[junction as usize];
        if cost < *known {
            if *known == UNREACHED {
                self.touched.push(junction);
            }
            *known = cost;
            buckets.put(cost, junction);
        }
    }
}
