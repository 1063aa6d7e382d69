//! What a place at any junction of the walk network would add: one look at all of them at once.

use super::lists::Lists;
use crate::walk::{Costs, Network, Spot};

/// For each row of people, the junctions within their reach. On foot the way there is as long as the way back, so these
/// are the junctions from which a place would reach them.
#[derive(Clone, Debug, Default)]
pub struct Catchments {
    junctions: usize,
    /// First junctions of stretches of consecutive numbers and what comes after their last ones, in turn: junctions are
    /// numbered so that neighbours follow each other.
    stretches: Lists,
}

impl Catchments {
    /// Searches outward from where each row lives (none where that is off the network) up to `limit_dm`.
    #[must_use]
    pub fn find(network: &Network, homes: &[Vec<Spot>], costs: Costs, limit_dm: u32) -> Self {
        let mut around = network.around(costs);
        let mut near = Vec::new();
        let lists = homes.iter().map(|spots| {
            near.clear();
            near.extend_from_slice(around.within(spots, limit_dm));
            near.sort_unstable();
            let mut ends = Vec::new();
            for &junction in &near {
                match ends.last_mut() {
                    Some(end) if *end == junction => *end += 1,
                    _ => ends.extend([junction, junction + 1]),
                }
            }
            ends
        });
        Self {
            stretches: lists.collect(),
            junctions: network.junction_count(),
        }
    }

    /// What a place at each junction would reach of the rows' `weights`, in their unit. Give 0 to those who are reached
    /// already.
    #[must_use]
    pub fn gains(&self, weights: &[u32]) -> Vec<u64> {
        // What changes from one junction to the next; wrapping sums come out right.
        let mut change = vec![0_u64; self.junctions + 1];
        for ((_, ends), weight) in self.stretches.all().zip(weights) {
            let weight = u64::from(*weight);
            if weight == 0 {
                continue;
            }
            for stretch in ends.chunks_exact(2) {
                let (begin, after) = (stretch[0] as usize, stretch[1] as usize);
                change[begin] = change[begin].wrapping_add(weight);
                change[after] = change[after].wrapping_sub(weight);
            }
        }
        change.truncate(self.junctions);
        let mut sum = 0_u64;
        for gain in &mut change {
            sum = sum.wrapping_add(*gain);
            *gain = sum;
        }
        change
    }

    /// The rows that a place at a junction would reach, for those junctions that are asked about.
    #[must_use]
    pub fn reaches(&self, junctions: &[u32]) -> Vec<Vec<u32>> {
        let mut order: Vec<(u32, usize)> = junctions.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let mut reaches = vec![Vec::new(); junctions.len()];
        for (row, ends) in self.stretches.all() {
            for stretch in ends.chunks_exact(2) {
                let first = order.partition_point(|(junction, _)| *junction < stretch[0]);
                let inside = order[first..].iter();
                for (_, asked) in inside.take_while(|(junction, _)| *junction < stretch[1]) {
                    reaches[*asked].push(row);
                }
            }
        }
        reaches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::Dice;
    use crate::domain::{Corner, LocalPlane, Location};
    use crate::walk::Profile;

    #[test]
    fn a_gain_is_the_weight_of_the_homes_that_a_search_from_the_junction_reaches() {
        for seed in 0..20 {
            let mut dice = Dice(seed);
            let (lon, lat) = (9_190_000, 48_890_000);
            let plane = LocalPlane::around(Location::from_lon_lat(9.19, 48.89).unwrap());
            let network = Network::build(plane, &dice.town(Corner { lon, lat }, 7)).unwrap();
            let costs = Costs::of(Profile::Older);
            let homes = (0..25).map(|_| {
                let mut off = || dice.between(-0.0005, 0.007);
                let home = Location::from_lon_lat(9.19 + off(), 48.89 + off()).unwrap();
                network.entries(home, costs)
            });
            let homes: Vec<Vec<Spot>> = homes.collect();
            let weights: Vec<u32> = homes.iter().map(|_| dice.below(3) * 1_000).collect();
            let limit_dm = dice.below(5_000);
            let catchments = Catchments::find(&network, &homes, costs, limit_dm);
            let gains = catchments.gains(&weights);
            let all: Vec<u32> = (0_u32..).take(network.junction_count()).collect();
            let reaches = catchments.reaches(&all);
            for &junction in &all {
                let cost_dm = network.costs_from_junction(junction, costs);
                let is_near = |spots: &Vec<Spot>| {
                    let cost = network.cost_at(&cost_dm, spots, costs);
                    cost.is_some_and(|cost| cost <= limit_dm)
                };
                let rows = (0_u32..).zip(&homes).filter(|(_, spots)| is_near(spots));
                let rows: Vec<u32> = rows.map(|(row, _)| row).collect();
                let weight = rows.iter().map(|row| u64::from(weights[*row as usize]));
                assert_eq!(gains[junction as usize], weight.sum::<u64>(), "seed {seed}");
                assert_eq!(reaches[junction as usize], rows, "seed {seed}");
            }
        }
    }
}
