//! What was measured on a stretch stands in for what is drawn there, and nowhere else.

use std::collections::BTreeMap;

use super::{corner, location, plane, somewhere};
use crate::domain::measured_way::{Evenness, Found, Pavement, WayReadings, WaySort};
use crate::domain::passage::{Certainty, Wheels};
use crate::domain::random::Dice;
use crate::domain::random_ways::way;
use crate::domain::walkway::{Surface, Walkways, WayFacts};
use crate::domain::{Location, Trace};
use crate::walk::{Costs, Network, Profile, Stretch};

const FINE: WayReadings = WayReadings {
    kerb_mm: Some(0),
    surface: Some(Pavement::Smooth),
    smoothness: Some(Evenness::Good),
    width_cm: Some(200),
    incline_per_mille: Some(20),
    steps: None,
    handrail: None,
};

fn readings(dice: &mut Dice) -> WayReadings {
    WayReadings {
        kerb_mm: dice.pick_unless(30, &[0, 20, 50, 120]),
        surface: dice.pick_unless(30, Pavement::ALL),
        smoothness: dice.pick_unless(30, Evenness::ALL),
        width_cm: dice.pick_unless(30, &[70, 85, 90, 200]),
        incline_per_mille: dice.pick_unless(30, &[0, 50, 90, 120]),
        steps: dice.pick_unless(90, &[0, 3]),
        handrail: None,
    }
}

fn found(readings: WayReadings) -> Found {
    Found {
        readings,
        is_unsure: false,
    }
}

/// A town in which something is drawn of every way; each way is one edge.
fn town(dice: &mut Dice) -> Walkways {
    let mut town = dice.town(corner(0, 0), 6);
    // The winding path has nodes that are no junctions; as one edge it is measured as one.
    for way in &mut town.ways {
        way.facts = WayFacts {
            off_street: dice.chance(50),
            kerb_mm: dice.pick_unless(50, &[0, 20, 120]),
            width_cm: dice.pick_unless(50, &[70, 150]),
            surface: dice.pick(&[Surface::Unknown, Surface::Smooth, Surface::Soft]),
            ..WayFacts::default()
        };
    }
    town
}

/// Everything a search asks of a network: what each edge is like, and each of its two directions.
fn asked(network: &Network) -> Vec<(u32, Vec<u32>, WayFacts)> {
    let hops_of = |edge: u32| {
        let hops = network.hops.iter().zip(&*network.hop_edges);
        let own = hops.filter(|(_, of)| **of == edge);
        own.map(|(hop, _)| hop.sureness()).collect()
    };
    let edges = 0..u32::try_from(network.edge_count()).unwrap();
    edges
        .map(|edge| {
            let sureness = network.edges[edge as usize].sureness.0;
            (sureness.into(), hops_of(edge), network.facts_of(edge))
        })
        .collect()
}

#[test]
fn what_is_measured_changes_its_own_stretch_alone_and_withdrawn_all_is_as_before() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let drawn = Network::build(plane(), &town(&mut dice)).unwrap();
        let count = u32::try_from(drawn.edge_count()).unwrap();
        let before = asked(&drawn);
        let mut all = BTreeMap::new();
        for _ in 0..=dice.below(5) {
            all.insert(dice.below(count), found(readings(&mut dice)));
        }
        let measured = drawn.with_found(all.clone());
        for (edge, (old, new)) in (0..).zip(before.iter().zip(asked(&measured))) {
            match all.get(&edge) {
                None => assert_eq!(*old, new, "edge {edge}"),
                Some(own) => assert_eq!(new.2, own.readings.over(&old.2)),
            }
            // Both directions say what the edge says.
            assert_eq!(new.1, [new.0, new.0], "edge {edge}");
        }
        // One withdrawn, then the rest: the order of what came in between leaves nothing behind.
        let first = all.keys().next().copied().unwrap();
        all.remove(&first);
        let fewer = measured.with_found(all.clone());
        assert_eq!(asked(&fewer), asked(&drawn.with_found(all)));
        assert_eq!(asked(&fewer.with_found(BTreeMap::new())), before);
    }
}

#[test]
fn a_network_with_measurements_is_the_one_drawn_as_measured() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let mut ways = town(&mut dice);
        let drawn = Network::build(plane(), &ways).unwrap();
        let mut all = BTreeMap::new();
        for edge in 0..u32::try_from(drawn.edge_count()).unwrap() {
            if dice.chance(30) {
                all.insert(edge, found(readings(&mut dice)));
            }
        }
        // Every way of the town is one edge, the edges in the order of the ways.
        let by_edge: Vec<u32> = drawn.edges.iter().map(|own| own.way).collect();
        let alone = |way: u32| by_edge.iter().filter(|own| **own == way).count() == 1;
        all.retain(|edge, _| alone(by_edge[*edge as usize]));
        for (edge, own) in &all {
            let facts = &mut ways.ways[by_edge[*edge as usize] as usize].facts;
            *facts = own.readings.over(facts);
        }
        let twin = Network::build(plane(), &ways).unwrap();
        let measured = drawn.with_found(all);
        for _ in 0..10 {
            let (from, to) = (somewhere(&mut dice, 6), somewhere(&mut dice, 6));
            for certainty in [Certainty::Possible, Certainty::Likely, Certainty::Proven] {
                let costs = Costs::sure(Profile::Wheelchair, certainty);
                let reach = |network: &Network| {
                    let spots = network.entries(from, costs);
                    let ends = network.entries(to, costs);
                    network.cost_at(&network.costs_from(&spots, costs), &ends, costs)
                };
                assert_eq!(reach(&measured), reach(&twin));
            }
        }
    }
}

/// A street along the south, a path two metres north of it, and steps down from the path.
fn street_and_path() -> Network {
    let corners = [
        (0, 0),
        (2_000, 0),
        (4_000, 0),
        (0, 20),
        (4_000, 20),
        (2_000, 20),
        (2_000, -500),
    ];
    let with = |nodes: &[u32], off_street, steps| {
        let mut own = way(nodes);
        own.facts = WayFacts {
            off_street,
            steps,
            ..WayFacts::default()
        };
        own
    };
    let ways = Walkways {
        nodes: Trace(corners.map(|(x, y)| corner(x, y)).to_vec()),
        ways: vec![
            with(&[0, 1, 2], false, false),
            with(&[3, 5, 4], true, false),
            with(&[1, 6], true, true),
        ],
        signals: Vec::new(),
    };
    Network::build(plane(), &ways).unwrap()
}

fn sort_of(network: &Network, at: Location, sort: WaySort) -> Option<WaySort> {
    match network.stretch_at(at, sort) {
        Stretch::Edge(edge) => Some(network.drawn_facts(edge).sort()),
        Stretch::Nothing | Stretch::Several => None,
    }
}

#[test]
fn the_sort_of_way_tells_the_pavement_from_the_street_beside_it() {
    let network = street_and_path();
    let between = location(1_000, 15);
    for sort in [WaySort::Street, WaySort::Path] {
        assert_eq!(sort_of(&network, between, sort), Some(sort));
    }
    // No steps are near; and beyond fifteen metres there is nothing to measure.
    assert_eq!(
        network.stretch_at(between, WaySort::Steps),
        Stretch::Nothing
    );
    let far = location(1_000, 300);
    assert_eq!(network.stretch_at(far, WaySort::Path), Stretch::Nothing);
}

#[test]
fn on_a_junction_no_stretch_is_meant() {
    let network = street_and_path();
    let junction = location(2_000, 0);
    assert_eq!(
        network.stretch_at(junction, WaySort::Street),
        Stretch::Several
    );
    // Steps meet the street there, and there is only one flight.
    assert_eq!(
        sort_of(&network, junction, WaySort::Steps),
        Some(WaySort::Steps)
    );
}

#[test]
fn a_spot_on_a_stretch_means_that_stretch_in_any_town() {
    let (mut told, mut silent) = (0, 0);
    for seed in 0..20 {
        let mut dice = Dice(seed);
        let network = Network::build(plane(), &town(&mut dice)).unwrap();
        for edge in 0..u32::try_from(network.edge_count()).unwrap() {
            let line = network.line_of(edge);
            let (a, b) = (line[0], line[1]);
            let middle = Location::from_lon_lat(
                f64::midpoint(a.lon(), b.lon()),
                f64::midpoint(a.lat(), b.lat()),
            );
            let sort = network.drawn_facts(edge).sort();
            match network.stretch_at(middle.unwrap(), sort) {
                Stretch::Edge(own) => {
                    assert_eq!(own, edge);
                    told += 1;
                }
                // Ways that cross without a junction.
                Stretch::Several => silent += 1,
                Stretch::Nothing => panic!("a spot lies on its way"),
            }
        }
    }
    assert!(told > 20 * silent, "{told} {silent}");
}

#[test]
fn an_estimate_moves_likely_and_not_proven() {
    let mut dice = Dice(5);
    let drawn = Network::build(plane(), &dice.town(corner(0, 0), 6)).unwrap();
    let all = |is_estimated| {
        let edges = 0..u32::try_from(drawn.edge_count()).unwrap();
        let found = Found {
            readings: FINE,
            is_unsure: is_estimated,
        };
        edges.map(|edge| (edge, found)).collect()
    };
    let count = |network: &Network, least| {
        let edges = 0..u32::try_from(network.edge_count()).unwrap();
        let sure = edges.filter(|edge| {
            let (_, known) = network.sureness_of(*edge, Wheels::Wheelchair);
            known >= Some(least)
        });
        sure.count()
    };
    let (estimated, measured) = (drawn.with_found(all(true)), drawn.with_found(all(false)));
    assert_eq!(count(&estimated, Certainty::Proven), 0);
    assert_eq!(count(&measured, Certainty::Proven), drawn.edge_count());
    assert_eq!(count(&estimated, Certainty::Likely), drawn.edge_count());
}
