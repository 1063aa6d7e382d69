//! Where the next places would reach most people.

use crate::coverage::siting::{Catchments, Effort, Question, Siting};
use crate::coverage::{Goal, UNREACHED};
use crate::domain::{Location, Shape};
use crate::snapshot::{Coverage, CoverageQuestion};
use crate::walk::{Costs, Network, Spot};

/// Looking for proof ends after so much work (about a second); what was found by then is told with its bound.
pub(super) const EFFORT: Effort = Effort(1_000_000_000);

/// Of all junctions of a city, so many that would reach most by themselves are looked at together.
const MOST_JUNCTIONS: usize = 1_000;

/// The best sites of some.
pub struct FoundSites {
    /// What was found; sites are numbers of `candidates`.
    pub siting: Siting,
    /// The sites that were looked at.
    pub candidates: Vec<Location>,
    /// How many there were to choose from, before only those were taken that reach most by themselves.
    pub offered: usize,
    /// Residents within reach already, in thousandths.
    pub covered_before: u64,
    /// All residents, in thousandths.
    pub persons: u64,
}

impl Coverage<'_> {
    /// The best `count` of some sites for whoever does not get to the places of a question in time.
    #[must_use]
    pub fn sites(
        &self,
        question: &CoverageQuestion,
        candidates: &[Location],
        count: usize,
    ) -> FoundSites {
        let weights = self.beyond(question);
        let walks = self.snapshot.walks();
        let reaches: Vec<Vec<u32>> = candidates
            .iter()
            .map(|location| {
                let goal = Goal::at(walks, Shape::Point(*location));
                let times = self.field().times(&[&goal], question.profile);
                let limit = times.limit_dm(question.minutes);
                let times = (0_u32..).zip(times.decimetres());
                let near = times.filter(|(_, time)| **time <= limit);
                near.map(|(square, _)| square).collect()
            })
            .collect();
        self.found(
            &weights,
            &reaches,
            candidates.to_vec(),
            count,
            candidates.len(),
        )
    }

    /// The best `count` of all junctions of the network; none where there is no network.
    #[must_use]
    pub fn sites_anywhere(&self, question: &CoverageQuestion, count: usize) -> Option<FoundSites> {
        let network = self.snapshot.walks().network.as_ref()?;
        let weights = self.beyond(question);
        let costs = Costs::of(question.profile);
        let home = |(own, weight): (&crate::domain::residents::Inhabited, &u32)| {
            let spot = (*weight > 0).then(|| network.snap(own.location, costs));
            spot.flatten().into_iter().collect::<Vec<Spot>>()
        };
        let homes: Vec<Vec<Spot>> = self
            .snapshot
            .inhabited()
            .iter()
            .zip(&weights)
            .map(home)
            .collect();
        let limit = question.minutes * question.profile.decimetres_a_minute();
        let catchments = Catchments::find(network, &homes, costs, limit);
        let best = best_junctions(&catchments.gains(&weights));
        let offered = network.junction_count();
        let located = located(network, &best);
        let junctions: Vec<u32> = located.iter().map(|(junction, _)| *junction).collect();
        let reaches = catchments.reaches(&junctions);
        let candidates = located.into_iter().map(|(_, location)| location).collect();
        Some(self.found(&weights, &reaches, candidates, count, offered))
    }

    /// What reaching each square is worth: its people, unless they are within reach already.
    fn beyond(&self, question: &CoverageQuestion) -> Vec<u32> {
        let times = self.reach(question).times;
        let limit = times.limit_dm(question.minutes);
        let squares = self.snapshot.inhabited().iter().zip(times.decimetres());
        let weight = |(own, time): (&crate::domain::residents::Inhabited, &u32)| {
            let is_in_city = self.snapshot.is_resident(own);
            if is_in_city && (*time == UNREACHED || *time > limit) {
                own.milli_persons
            } else {
                0
            }
        };
        squares.map(weight).collect()
    }

    fn found(
        &self,
        weights: &[u32],
        reaches: &[Vec<u32>],
        candidates: Vec<Location>,
        count: usize,
        offered: usize,
    ) -> FoundSites {
        let beyond: u64 = weights.iter().copied().map(u64::from).sum();
        let inhabited = self.snapshot.inhabited().iter();
        let in_city = inhabited.filter(|own| self.snapshot.is_resident(own));
        let persons: u64 = in_city.map(|own| u64::from(own.milli_persons)).sum();
        let question = Question {
            weights,
            reaches,
            sites: count,
            effort: EFFORT,
        };
        FoundSites {
            siting: question.answer(),
            candidates,
            offered,
            covered_before: persons - beyond,
            persons,
        }
    }
}

/// The junctions that would reach most by themselves, the best first.
fn best_junctions(gains: &[u64]) -> Vec<u32> {
    let numbered = (0_u32..).zip(gains).filter(|(_, gain)| **gain > 0);
    let mut all: Vec<(u64, u32)> = numbered.map(|(junction, gain)| (*gain, junction)).collect();
    all.sort_unstable_by_key(|(gain, junction)| (std::cmp::Reverse(*gain), *junction));
    all.truncate(MOST_JUNCTIONS);
    all.into_iter().map(|(_, junction)| junction).collect()
}

/// Where junctions are.
fn located(network: &Network, junctions: &[u32]) -> Vec<(u32, Location)> {
    let places = network.junction_locations();
    let located = junctions.iter().filter_map(|junction| {
        let location = places.get(*junction as usize).copied().flatten()?;
        Some((*junction, location))
    });
    located.collect()
}
