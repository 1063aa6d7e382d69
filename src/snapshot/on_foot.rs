//! The nearest places by the time it takes to walk there.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::{Location, PlaceId};
use crate::snapshot::doors::Doors;
use crate::snapshot::filter::Sieve;
use crate::snapshot::{Located, PlaceFilter, Snapshot};
use crate::walk::{Costs, Engine, Network, Profile, Route, Spot, nearest_point};

/// A place and how long it takes to walk there.
pub struct OnFoot<'a> {
    /// The place.
    pub located: &'a Located,
    /// Straight distance in metres to the nearest edge, 0 inside.
    pub distance_m: f64,
    /// Seconds on foot; none where no way is known.
    pub walk_s: Option<f64>,
    /// What said so.
    pub engine: Engine,
}

/// How one walks to a place.
pub enum Way {
    /// A route over the network of ways.
    Route(Route),
    /// Only a line is known.
    Line {
        /// Which line.
        engine: Engine,
        /// Seconds on foot.
        seconds: f64,
        /// Its two ends.
        ends: [Location; 2],
    },
}

impl Snapshot {
    /// The `limit` places that pass `filter`, lie within `within_m` metres of a straight line, and take the least
    /// time to walk to; places without a known way come last, by straight distance.
    #[must_use]
    pub fn near_on_foot(
        &self,
        location: Location,
        filter: &PlaceFilter,
        profile: Profile,
        within_m: f64,
        limit: usize,
    ) -> Vec<OnFoot<'_>> {
        let by_network = self.walks().network.as_ref().zip(self.doors.as_deref());
        let found = by_network.and_then(|(network, doors)| {
            let start = network.snap(location, Costs::of(profile))?;
            self.over_network(
                (network, doors, &start),
                location,
                filter,
                profile,
                within_m,
                limit,
            )
        });
        found.unwrap_or_else(|| self.over_line(location, filter, profile, within_m, limit))
    }

    /// The way from a location to a place; none where no way is known.
    #[must_use]
    pub fn way_to(&self, from: Location, located: &Located, profile: Profile) -> Option<Way> {
        let walks = self.walks();
        let shape = &located.place.shape;
        if let Some(network) = &walks.network {
            let ends = network.ways_in(shape);
            let is_on_it = |location| network.snap(location, Costs::of(profile)).is_some();
            // Where the map knows the ways and none leads there, a line would promise what is not.
            if is_on_it(from) && ends.iter().any(|end| is_on_it(*end)) {
                let end = network.quickest(from, &ends, profile)?;
                return network.route(from, end, profile).map(Way::Route);
            }
        }
        let (to, _) = nearest_point(self.place_index.plane(), from, shape);
        Some(Way::Line {
            engine: walks.line.engine(),
            seconds: walks.line.seconds(from, to, profile)?,
            ends: [from, to],
        })
    }

    /// The engine that answers for a location.
    #[must_use]
    pub fn engine_at(&self, location: Location, profile: Profile) -> Engine {
        let walks = self.walks();
        let is_on_network =
            |network: &Network| network.snap(location, Costs::of(profile)).is_some();
        if walks.network.as_ref().is_some_and(is_on_network) {
            Engine::Network
        } else {
            walks.line.engine()
        }
    }

    fn over_network(
        &self,
        (network, doors, start): (&Network, &Doors, &Spot),
        location: Location,
        filter: &PlaceFilter,
        profile: Profile,
        within_m: f64,
        limit: usize,
    ) -> Option<Vec<OnFoot<'_>>> {
        let sieve = Sieve::new(self, filter)?;
        let inside = |slot: u32| {
            let shape = &self.places.at(slot).place.shape;
            let (_, metres) = nearest_point(self.place_index.plane(), location, shape);
            (metres <= within_m).then_some(metres)
        };
        let passes =
            |slot: u32| sieve.passes(slot, self.places.traits(slot)) && inside(slot).is_some();
        let mut best = Best::new(limit);
        // Who stands in a park is there already.
        let around = self.nearest(location, limit, 0.0, |slot, traits| {
            sieve.passes(slot, traits)
        });
        for (slot, _) in around {
            best.put(slot, self.places.at(slot).place.id, 0);
        }
        network.walk_outward(start, Costs::of(profile), |step| {
            for door in doors.on_edge(step.edge()) {
                if let Some(cost) = step.cost_to(network, &door.spot)
                    && best.is_better(door.slot, cost)
                    && passes(door.slot)
                {
                    best.put(door.slot, self.places.at(door.slot).place.id, cost);
                }
            }
            best.is_settled(step.least_dm())
        });
        let ranked: Vec<(u32, u32)> = best.into_ranked().collect();
        let reached: HashSet<u32> = ranked.iter().map(|(_, slot)| *slot).collect();
        let mut found: Vec<OnFoot<'_>> = ranked
            .into_iter()
            .map(|(cost, slot)| OnFoot {
                located: self.places.at(slot),
                distance_m: inside(slot).unwrap_or_default(),
                walk_s: Some(profile.seconds(f64::from(cost) / 10.0)),
                engine: Engine::Network,
            })
            .collect();
        let is_aside = |slot: u32| !doors.has_door[slot as usize] && !reached.contains(&slot);
        found.extend(self.aside(location, filter, profile, within_m, limit, is_aside));
        if reached.len() < limit {
            let is_cut_off = |slot: u32| doors.has_door[slot as usize] && !reached.contains(&slot);
            let cut_off = self.aside(location, filter, profile, within_m, limit, is_cut_off);
            // The map knows ways at both ends and none between them: how long it takes is not known.
            found.extend(cut_off.into_iter().map(|own| OnFoot {
                walk_s: None,
                engine: Engine::Network,
                ..own
            }));
        }
        sort_by_time(&mut found);
        found.truncate(limit);
        Some(found)
    }

    /// Places that no way leads to as far as the map knows: by line.
    fn aside(
        &self,
        location: Location,
        filter: &PlaceFilter,
        profile: Profile,
        within_m: f64,
        limit: usize,
        is_aside: impl Fn(u32) -> bool,
    ) -> Vec<OnFoot<'_>> {
        let Some(sieve) = Sieve::new(self, filter) else {
            return Vec::new();
        };
        let near = self.nearest(location, limit, within_m, |slot, traits| {
            is_aside(slot) && sieve.passes(slot, traits)
        });
        near.into_iter()
            .map(|(slot, metres)| self.by_line(slot, metres, location, profile))
            .collect()
    }

    /// The line is never shorter than straight times its detour: what is farther in a straight line than the last
    /// place found cannot be nearer on foot.
    fn over_line(
        &self,
        location: Location,
        filter: &PlaceFilter,
        profile: Profile,
        within_m: f64,
        limit: usize,
    ) -> Vec<OnFoot<'_>> {
        let mut wanted = limit;
        loop {
            let mut found = self.aside(location, filter, profile, within_m, wanted, |_| true);
            let is_all = found.len() < wanted;
            let straight_m = found.last().map_or(0.0, |last| last.distance_m);
            sort_by_time(&mut found);
            found.truncate(limit);
            let last_s = found.last().map_or(Some(0.0), |last| last.walk_s);
            let beyond_s = profile.seconds(straight_m * crate::walk::DETOUR);
            if is_all || last_s.is_some_and(|last_s| last_s <= beyond_s) {
                return found;
            }
            wanted = wanted.saturating_mul(2).max(8);
        }
    }

    fn by_line(&self, slot: u32, distance_m: f64, from: Location, profile: Profile) -> OnFoot<'_> {
        let line = &self.walks().line;
        let located = self.places.at(slot);
        let (to, _) = nearest_point(self.place_index.plane(), from, &located.place.shape);
        OnFoot {
            located,
            distance_m,
            walk_s: line.seconds(from, to, profile),
            engine: line.engine(),
        }
    }
}

fn sort_by_time(found: &mut [OnFoot<'_>]) {
    let time = |own: &OnFoot<'_>| own.walk_s.unwrap_or(f64::INFINITY);
    found.sort_by(|a, b| {
        let by_distance = || a.distance_m.total_cmp(&b.distance_m);
        let by_id = || a.located.place.id.cmp(&b.located.place.id);
        time(a)
            .total_cmp(&time(b))
            .then_with(by_distance)
            .then_with(by_id)
    });
}

/// The cheapest slots so far; of equally cheap ones those with the smallest ids.
struct Best {
    limit: usize,
    costs: HashMap<u32, u32>,
    ranked: BTreeSet<(u32, PlaceId, u32)>,
}

impl Best {
    fn new(limit: usize) -> Self {
        Self {
            limit,
            costs: HashMap::new(),
            ranked: BTreeSet::new(),
        }
    }

    fn is_better(&self, slot: u32, cost: u32) -> bool {
        self.costs.get(&slot).is_none_or(|known| cost < *known)
    }

    fn put(&mut self, slot: u32, id: PlaceId, cost: u32) {
        if let Some(known) = self.costs.insert(slot, cost) {
            self.ranked.remove(&(known, id, slot));
        }
        self.ranked.insert((cost, id, slot));
        if self.ranked.len() > self.limit {
            self.ranked.pop_last();
        }
    }

    /// Whether nothing that costs at least `least` can change the answer.
    fn is_settled(&self, least: u32) -> bool {
        let is_full = self.ranked.len() >= self.limit;
        is_full && self.ranked.last().is_none_or(|(cost, ..)| *cost <= least)
    }

    fn into_ranked(self) -> impl Iterator<Item = (u32, u32)> {
        let ranked = self.ranked.into_iter();
        ranked.map(|(cost, _, slot)| (cost, slot))
    }
}
