//! Which of some places is the nearest, where their times are known already.

use rstar::RTree;

use super::{Field, Goal, GoalBox, NetworkTimes, Times, UNREACHED, boxes, decimetres};
use crate::walk::{DETOUR, Engine, Network};

impl Field<'_> {
    /// The number of the goal that the time of each of `squares` leads to; `times` are those to the same goals.
    #[must_use]
    pub fn nearest(&self, goals: &[&Goal], times: &Times, squares: &[usize]) -> Vec<Option<u32>> {
        let (by_network, by_line): (Vec<usize>, Vec<usize>) = squares
            .iter()
            .partition(|square| times.engines[**square] == Engine::Network);
        let mut nearest = vec![None; self.starts.locations.len()];
        let all = boxes(goals, |_| true);
        for square in by_line {
            nearest[square] = self.nearest_by_line(square, goals, &all, times);
        }
        if let Some(network) = self
            .walks
            .network
            .as_ref()
            .filter(|_| !by_network.is_empty())
        {
            if times.profile.wheels().is_some() {
                self.put_nearest_on_wheels(network, goals, times, &mut nearest);
            } else {
                self.put_nearest_by_network(network, goals, times, &by_network, &mut nearest);
            }
        }
        nearest
    }

    fn nearest_by_line(
        &self,
        square: usize,
        goals: &[&Goal],
        boxes: &RTree<GoalBox>,
        times: &Times,
    ) -> Option<u32> {
        let (at, known) = (self.starts.ends[square].at(), times.decimetres[square]);
        let near = boxes.nearest_neighbor_iter_with_distance_2([at.x, at.y]);
        let mut can_be =
            near.take_while(|(_, distance_2)| decimetres(distance_2.sqrt() * DETOUR) <= known);
        let found = can_be
            .find(|(near, _)| self.line_to(square, goals[near.data], times.profile) == Some(known));
        found.and_then(|(near, _)| u32::try_from(near.data).ok())
    }

    fn put_nearest_by_network(
        &self,
        network: &Network,
        goals: &[&Goal],
        times: &Times,
        squares: &[usize],
        nearest: &mut [Option<u32>],
    ) {
        let spots = self.starts.spots(network, times.profile);
        for (number, goal) in (0..).zip(goals) {
            let own = NetworkTimes::of(network, &[*goal], times.profile);
            for &square in squares {
                let time = spots[square].as_ref().map(|spot| own.to(spot));
                if nearest[square].is_none() && time == Some(times.decimetres[square]) {
                    nearest[square] = Some(number);
                }
            }
        }
    }

    fn put_nearest_on_wheels(
        &self,
        network: &Network,
        goals: &[&Goal],
        times: &Times,
        nearest: &mut [Option<u32>],
    ) {
        for (number, goal) in (0..).zip(goals) {
            let own = self.on_wheels(network, &[*goal], times.profile);
            let pairs = own.iter().zip(&times.decimetres).zip(&mut *nearest);
            for ((own, known), nearest) in pairs {
                if nearest.is_none() && own == known && *own != UNREACHED {
                    *nearest = Some(number);
                }
            }
        }
    }
}
