//! Which facts, if somebody recorded them, would let most people get there for certain.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::domain::Location;
use crate::domain::passage::{Certainty, WayField, Wheels};
use crate::domain::residents::{Inhabited, MilliPersons};
use crate::walk::network::Network;
use crate::walk::profile::Profile;
use crate::walk::search::{Costs, UNREACHED};
use crate::walk::snap::Spot;

/// A way whose unknown facts keep people from getting there for certain.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingFacts {
    /// Its name, if it has one.
    pub name: Option<Box<str>>,
    /// A spot on it.
    pub location: Location,
    /// What nobody has recorded.
    pub fields: Vec<WayField>,
    /// Those for whom this way is all that is unproven between home and the nearest place: they would get there for
    /// certain.
    pub alone: MilliPersons,
    /// All for whom it is one of the ways unproven.
    pub passing: MilliPersons,
}

/// A way, whom it keeps, and one of its edges.
#[derive(Clone, Copy)]
struct Tally {
    alone: MilliPersons,
    passing: MilliPersons,
    edge: u32,
}

impl Network {
    /// The cost from each home, given as its entries, to the nearest of `doors` in decimetres; `u32::MAX` where no way
    /// leads to any.
    #[must_use]
    pub fn costs_to(&self, homes: &[Vec<Spot>], doors: &[Spot], costs: Costs) -> Vec<u32> {
        let cost_dm = self.costs_from(doors, costs);
        let mut on_edge: BTreeMap<u32, Vec<&Spot>> = BTreeMap::new();
        for door in doors {
            on_edge.entry(door.edge).or_default().push(door);
        }
        let along = |home: &Spot| {
            let near = on_edge.get(&home.edge).into_iter().flatten();
            near.filter_map(|door| self.cost_along(door, home, costs))
                .min()
        };
        let nearest = homes.iter().map(|spots| {
            let straight = spots.iter().filter_map(along).min();
            let through = self.cost_at(&cost_dm, spots, costs);
            straight
                .into_iter()
                .chain(through)
                .min()
                .unwrap_or(UNREACHED)
        });
        nearest.collect()
    }

    /// The `most` ways whose missing facts would let most people get to the nearest of `doors` within `limit_dm` for
    /// certain. Looked at are those who get there possibly, from the first way they may use, but not for certain.
    #[must_use]
    pub fn missing_facts(
        &self,
        doors: &[Spot],
        residents: &[Inhabited],
        profile: Profile,
        limit_dm: u32,
        most: usize,
    ) -> Vec<MissingFacts> {
        let Some(wheels) = profile.wheels() else {
            return Vec::new();
        };
        let costs = Costs::of(profile);
        let proven = Costs::sure(profile, Certainty::Proven);
        let entries = |costs| {
            residents
                .iter()
                .map(move |own| self.entries(own.location, costs))
        };
        let homes: Vec<Vec<Spot>> = entries(proven).collect();
        let certain = self.costs_to(&homes, doors, proven);
        let trails = Trails::from(self, doors, costs);
        let mut tallies: BTreeMap<u32, Tally> = BTreeMap::new();
        for ((own, spots), certain) in residents.iter().zip(entries(costs)).zip(certain) {
            let unproven = spots.first().filter(|_| certain > limit_dm);
            let unproven = unproven.and_then(|spot| trails.unproven_to(spot, doors, limit_dm));
            let unproven = unproven.unwrap_or_default();
            let persons = MilliPersons::from(own.milli_persons);
            for (way, edge) in &unproven {
                let tally = tallies.entry(*way).or_insert(Tally {
                    alone: 0,
                    passing: 0,
                    edge: *edge,
                });
                tally.passing += persons;
                tally.alone += if unproven.len() == 1 { persons } else { 0 };
            }
        }
        let mut ranked: Vec<(u32, Tally)> = tallies.into_iter().collect();
        ranked.sort_by_key(|(_, tally)| Reverse((tally.alone, tally.passing)));
        let ranked = ranked.into_iter().take(most);
        ranked
            .filter_map(|(way, tally)| self.facts_missing_on(way, tally, wheels))
            .collect()
    }

    fn facts_missing_on(&self, way: u32, tally: Tally, wheels: Wheels) -> Option<MissingFacts> {
        let words = &self.ways[way as usize];
        Some(MissingFacts {
            name: words.name.clone(),
            location: self.middle_of(tally.edge)?,
            fields: self.facts_of(tally.edge).passable_by(wheels).missing,
            alone: tally.alone,
            passing: tally.passing,
        })
    }
}

/// The shortest ways from doors to everywhere, to be followed back.
struct Trails<'a> {
    network: &'a Network,
    costs: Costs,
    cost_dm: Vec<u32>,
    /// For each junction, the edge one comes by and the junction before; none before the first.
    came: Vec<(u32, Option<u32>)>,
}

impl<'a> Trails<'a> {
    fn from(network: &'a Network, doors: &[Spot], costs: Costs) -> Self {
        let mut trails = Self {
            network,
            costs,
            cost_dm: vec![UNREACHED; network.junction_count()],
            came: vec![(0, None); network.junction_count()],
        };
        let mut open = BinaryHeap::new();
        for door in doors {
            for (junction, cost) in network.ways_off(door, costs) {
                trails.reach(&mut open, junction, cost, (door.edge, None));
            }
        }
        while let Some(Reverse((cost, junction))) = open.pop() {
            if cost > trails.cost_dm[junction as usize] {
                continue;
            }
            for arc in network.arcs_of(junction) {
                if let Some(step) = costs.of_hop(arc.hop) {
                    let by = (arc.edge, Some(junction));
                    trails.reach(&mut open, arc.hop.to, cost.saturating_add(step), by);
                }
            }
        }
        trails
    }

    fn reach(
        &mut self,
        open: &mut BinaryHeap<Reverse<(u32, u32)>>,
        junction: u32,
        cost: u32,
        by: (u32, Option<u32>),
    ) {
        let known = &mut self.cost_dm[junction as usize];
        if cost < *known {
            *known = cost;
            self.came[junction as usize] = by;
            open.push(Reverse((cost, junction)));
        }
    }

    /// The unproven ways on the shortest way from a home to a door, each with one of its edges; none where that is farther
    /// than the limit.
    fn unproven_to(
        &self,
        home: &Spot,
        doors: &[Spot],
        limit_dm: u32,
    ) -> Option<BTreeMap<u32, u32>> {
        let network = self.network;
        let through = network.ways_off(home, self.costs).map(|(junction, off)| {
            let cost = self.cost_dm[junction as usize].saturating_add(off);
            (cost, Some(junction))
        });
        let along = doors
            .iter()
            .filter_map(|door| network.cost_along(door, home, self.costs));
        let all = along.map(|cost| (cost, None)).chain(through);
        let (_, first) = all.min().filter(|(cost, _)| *cost <= limit_dm)?;
        let mut unproven = BTreeMap::new();
        let mut note = |edge: u32| {
            if self.costs.sureness(network, edge) < Certainty::Proven as u8 {
                unproven.insert(network.edges[edge as usize].way, edge);
            }
        };
        note(home.edge);
        let mut next = first;
        while let Some(junction) = next {
            let (edge, before) = self.came[junction as usize];
            note(edge);
            next = before;
        }
        Some(unproven)
    }
}
