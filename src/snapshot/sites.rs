//! Where the next places would reach most people.

use std::collections::HashMap;

use crate::coverage::siting::{Catchments, Effort, Question, Siting};
use crate::coverage::{Goal, UNREACHED};
use crate::domain::passage::Certainty;
use crate::domain::{Location, Shape};
use crate::snapshot::{Coverage, CoverageQuestion};
use crate::walk::{Costs, Network, Spot};

/// Looking for proof ends after so much work (about a second); what was found by then is told with its bound.
pub(super) const EFFORT: Effort = Effort(1_000_000_000);

/// Of all junctions of a city, so many that would reach most by themselves are looked at together.
const MOST_JUNCTIONS: usize = 1_000;

/// How much each person of a district counts; once, if nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Need(HashMap<u16, u32>);

impl Need {
    /// The need of districts by their slots.
    #[must_use]
    pub fn new(by_slot: impl IntoIterator<Item = (u16, u32)>) -> Self {
        Self(by_slot.into_iter().collect())
    }

    fn of(&self, district: Option<u16>) -> u32 {
        let known = district.and_then(|slot| self.0.get(&slot));
        known.copied().unwrap_or(1)
    }
}

/// The best sites of some.
pub struct FoundSites {
    /// Whether persons were weighed by their need: then no bound can be told in persons.
    pub is_weighted: bool,
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
        need: &Need,
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
        let offered = candidates.len();
        self.found(
            &weights,
            need,
            &reaches,
            candidates.to_vec(),
            (count, offered),
        )
    }

    /// The best `count` of all junctions of the network; none where there is no network.
    #[must_use]
    pub fn sites_anywhere(
        &self,
        question: &CoverageQuestion,
        need: &Need,
        count: usize,
    ) -> Option<FoundSites> {
        let network = self.snapshot.walks().network.as_ref()?;
        let weights = self.beyond(question);
        let costs = Costs::of(question.profile);
        let entries = self
            .field()
            .starts
            .entries(network, question.profile, Certainty::Possible);
        // Who is within reach already is nowhere: that saves looking for ways to them.
        let home = |(spots, weight): (&Vec<Spot>, &u32)| {
            if *weight > 0 {
                spots.clone()
            } else {
                Vec::new()
            }
        };
        let homes: Vec<Vec<Spot>> = entries.iter().zip(&weights).map(home).collect();
        let limit = question.minutes * question.profile.decimetres_a_minute();
        let catchments = Catchments::find(network, &homes, costs, limit);
        let best = best_junctions(&catchments.gains(&self.weighed(&weights, need)));
        let offered = network.junction_count();
        let located = located(network, &best);
        let junctions: Vec<u32> = located.iter().map(|(junction, _)| *junction).collect();
        let reaches = catchments.reaches(&junctions);
        let candidates = located.into_iter().map(|(_, location)| location).collect();
        Some(self.found(&weights, need, &reaches, candidates, (count, offered)))
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

    /// Persons times their need.
    fn weighed(&self, persons: &[u32], need: &Need) -> Vec<u32> {
        let squares = self.snapshot.inhabited().iter().zip(persons);
        squares
            .map(|(own, persons)| persons.saturating_mul(need.of(own.district)))
            .collect()
    }

    fn found(
        &self,
        persons_beyond: &[u32],
        need: &Need,
        reaches: &[Vec<u32>],
        candidates: Vec<Location>,
        (count, offered): (usize, usize),
    ) -> FoundSites {
        let sum = |all: &[u32]| all.iter().copied().map(u64::from).sum::<u64>();
        let inhabited = self.snapshot.inhabited().iter();
        let in_city = inhabited.filter(|own| self.snapshot.is_resident(own));
        let persons: u64 = in_city.map(|own| u64::from(own.milli_persons)).sum();
        let weights = self.weighed(persons_beyond, need);
        let question = Question {
            weights: &weights,
            reaches,
            sites: count,
            effort: EFFORT,
        };
        let mut siting = question.answer();
        let is_weighted = weights != persons_beyond;
        if is_weighted {
            tell_persons(&mut siting, persons_beyond, reaches);
        }
        FoundSites {
            siting,
            is_weighted,
            candidates,
            offered,
            covered_before: persons - sum(persons_beyond),
            persons,
        }
    }
}

/// Tells persons in place of persons times their need, of the same sites in the same order.
fn tell_persons(siting: &mut Siting, persons: &[u32], reaches: &[Vec<u32>]) {
    let mut left = persons.to_vec();
    let mut take = |site: u32| -> u64 {
        let rows = reaches[site as usize].iter();
        rows.map(|row| u64::from(std::mem::take(&mut left[*row as usize])))
            .sum()
    };
    for own in &mut siting.sites {
        own.added = take(own.site);
    }
    let chosen: Vec<u32> = siting.sites.iter().map(|own| own.site).collect();
    for own in &mut siting.alternatives {
        let mut left = persons.to_vec();
        let others = chosen.iter().filter(|site| **site != own.instead_of);
        let rows = others
            .chain([&own.site])
            .flat_map(|site| &reaches[*site as usize]);
        own.covered = rows
            .map(|row| u64::from(std::mem::take(&mut left[*row as usize])))
            .sum();
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
