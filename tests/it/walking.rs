//! Walking on real networks and through the API. Extracts that are not at hand are skipped, with the reason printed.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use miteinander::domain::{CityMap, LocalPlane, Location};
use miteinander::snapshot::{CityData, PlaceFilter, Revision, Snapshot};
use miteinander::walk::{Costs, Network, Profile};

use crate::fixture::settings;
use crate::osm::real;
use crate::random::Dice;

fn at(lon: f64, lat: f64) -> Location {
    Location::from_lon_lat(lon, lat).unwrap()
}

/// The drawn city of an extract.
fn drawn(name: &str) -> Option<CityMap> {
    real::extract(name).map(|(extract, _)| extract.map)
}

/// The shortest ways by a plain list of neighbours, as a textbook writes it.
fn textbook(network: &Network, source: u32) -> Vec<u32> {
    let mut neighbours = vec![Vec::new(); network.junction_count()];
    for (from, to, length) in network.edges() {
        neighbours[from as usize].push((to, length));
        neighbours[to as usize].push((from, length));
    }
    let mut costs = vec![u32::MAX; neighbours.len()];
    costs[source as usize] = 0;
    let mut open = BinaryHeap::from([Reverse((0, source))]);
    while let Some(Reverse((cost, here))) = open.pop() {
        if cost > costs[here as usize] {
            continue;
        }
        for &(to, length) in &neighbours[here as usize] {
            if cost + length < costs[to as usize] {
                costs[to as usize] = cost + length;
                open.push(Reverse((cost + length, to)));
            }
        }
    }
    costs
}

#[test]
fn real_networks_hang_together_and_their_ways_are_the_shortest() {
    for (name, center) in [
        ("kaiserslautern", at(7.769, 49.4433)),
        ("liechtenstein", at(9.5215, 47.1415)),
    ] {
        let Some(map) = drawn(name) else { continue };
        let network = Network::build(LocalPlane::around(center), &map.walkways).unwrap();
        let spot = network.snap(center, Costs::DISTANCE).unwrap();
        let ours = network.costs_from(&[spot], Costs::DISTANCE);
        let reached = ours.iter().filter(|cost| **cost != u32::MAX).count();
        assert!(
            reached * 10 > ours.len() * 9,
            "{name}: {reached} of {}",
            ours.len()
        );
        let (from, to, _) = network.edges().nth(spot.edge() as usize).unwrap();
        let slow = [textbook(&network, from), textbook(&network, to)];
        let to_ends = [ours[from as usize], ours[to as usize]];
        for (junction, cost) in ours
            .iter()
            .enumerate()
            .filter(|(_, cost)| **cost != u32::MAX)
        {
            let through = |end: usize| to_ends[end] + slow[end][junction];
            assert_eq!(
                *cost,
                through(0).min(through(1)),
                "{name}, junction {junction}"
            );
        }
    }
}

#[test]
fn the_nearest_places_on_foot_are_those_of_asking_for_the_way_to_each() {
    let Some((extract, _)) = real::extract("kaiserslautern") else {
        return;
    };
    let places = extract.objects.iter().enumerate().map(|(number, object)| {
        let id = uuid::Uuid::from_u128(number as u128 + 1);
        object.place(|_| miteinander::domain::PlaceId(id))
    });
    let city = Snapshot::build(CityData {
        surveys: Vec::new(),
        audits: Vec::new(),
        criteria: Vec::new(),
        measured_ways: Vec::new(),
        help_lines: Vec::new(),
        focus_areas: Vec::new(),
        releases: Vec::new(),
        events: Vec::new(),
        map_revision: Some(Revision(1)),
        residents_revision: None,
        residents: None,
        map: Some(extract.map.clone()),
        revision: Revision(1),
        lineage: "test".into(),
        settings: settings(),
        districts: Vec::new(),
        quarters: Vec::new(),
        places: places.collect(),
    });
    let mut dice = Dice(5);
    for _ in 0..12 {
        let from = at(dice.between(7.74, 7.79), dice.between(49.43, 49.45));
        let near = city.near_on_foot(from, &PlaceFilter::default(), Profile::Older, 1e5, 10);
        let times: Vec<f64> = near.iter().filter_map(|own| own.walk_s).collect();
        assert_eq!(times.len(), 10);
        assert!(times.is_sorted(), "{times:?}");
        let all = city.near_on_foot(from, &PlaceFilter::default(), Profile::Older, 1e5, 10_000);
        let ids = |found: &[miteinander::snapshot::OnFoot<'_>]| -> Vec<_> {
            found
                .iter()
                .take(10)
                .map(|own| own.located.place.id)
                .collect()
        };
        assert_eq!(ids(&near), ids(&all));
        assert!(
            near.iter()
                .all(|own| own.walk_s.unwrap() * 0.9 > own.distance_m * 0.98 - 1.0)
        );
    }
}
