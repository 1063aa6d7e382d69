//! Where people come onto the network when it is not sure which ways they can use.
//!
//! Who may have to go farther to a way they can use must not seem better off for it. So three rules, such that whoever
//! gets somewhere for certain gets there whatever the unknown facts turn out to be, and whoever really gets there does so
//! possibly.

use crate::domain::Location;
use crate::domain::passage::Certainty;
use crate::walk::network::Network;
use crate::walk::search::{Costs, UNREACHED};
use crate::walk::snap::{SNAP_LIMIT_M, Segment, Spot};

/// A way counts as an entry if it is at most so much farther off than the nearest of all ways (metres).
const FARTHER_M: f64 = 50.0;

impl Network {
    /// The spots where somebody may come onto the network, nearest first; none where it is more than 150 m off.
    ///
    /// Of the ways about as near as the nearest that are not known to be barred: for certain the first one, if it is
    /// proven; likely the first likely one; possibly each up to the first proven one. Those who need no wheels have one
    /// entry, the one of [`Network::snap`].
    #[must_use]
    pub fn entries(&self, location: Location, costs: Costs) -> Vec<Spot> {
        let certainty = costs.certainty();
        let open = costs.at_least(Certainty::Possible);
        let mut spots = Vec::new();
        for segment in self.near(location, open) {
            let edge = segment.data.edge;
            let sure = open.sureness(self, edge);
            let is_first_look = spots.is_empty();
            if sure >= certainty as u8 && !spots.iter().any(|spot: &Spot| spot.edge == edge) {
                spots.push(self.spot(segment, self.plane.to_metres(location)));
            }
            let is_decided = match certainty {
                Certainty::Proven => is_first_look,
                Certainty::Likely => !spots.is_empty(),
                Certainty::Possible => sure == Certainty::Proven as u8,
            };
            if is_decided {
                break;
            }
        }
        spots
    }

    /// The ways near a location that are not barred, nearest first; those that lead nowhere come last.
    fn near(&self, location: Location, costs: Costs) -> Vec<&Segment> {
        let from = self.plane.to_metres(location);
        let mut limit_m = SNAP_LIMIT_M;
        let mut is_first = true;
        let (mut mainland, mut islands) = (Vec::new(), Vec::new());
        let all = self
            .segments
            .nearest_neighbor_iter_with_distance_2([from.x, from.y]);
        for (segment, distance_2) in all {
            if distance_2 > limit_m * limit_m {
                break;
            }
            let edge = &self.edges[segment.data.edge as usize];
            let is_mainland = self.is_mainland[edge.from as usize];
            if is_mainland && std::mem::take(&mut is_first) {
                limit_m = limit_m.min(distance_2.sqrt() + FARTHER_M);
            }
            if costs.bar(self, segment.data.edge) {
                continue;
            }
            if is_mainland {
                mainland.push(segment);
            } else {
                islands.push(segment);
            }
        }
        mainland.extend(islands);
        mainland
    }

    /// What it costs to get to the first of `spots`, given the cost to every junction, in decimetres; none where no way
    /// leads there. A source on the edge of a spot itself is for the caller to look at: see [`Network::cost_along`].
    #[must_use]
    pub fn cost_at(&self, cost_dm: &[u32], spots: &[Spot], costs: Costs) -> Option<u32> {
        let ways = spots.iter().flat_map(|spot| self.ways_off(spot, costs));
        let reached = ways.filter(|(junction, _)| cost_dm[*junction as usize] != UNREACHED);
        reached
            .map(|(junction, off)| cost_dm[junction as usize].saturating_add(off))
            .min()
    }

    /// What it costs from one spot to another on the same edge without leaving it, in decimetres.
    #[must_use]
    pub fn cost_along(&self, from: &Spot, to: &Spot, costs: Costs) -> Option<u32> {
        if from.edge != to.edge {
            return None;
        }
        let part = costs.of_part(self, from.edge, from.along_dm.abs_diff(to.along_dm))?;
        Some(part + from.off_dm + to.off_dm)
    }
}
