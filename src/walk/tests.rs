//! The network against slow twins, and what must hold on any network.

mod certainty;
mod measured;

use crate::domain::random::Dice;
use crate::domain::random_ways::way;
use crate::domain::walkway::{Walkway, Walkways, WayFacts};
use crate::domain::{Corner, LocalPlane, Location, Trace};
use crate::walk::{Costs, Network, Profile, Spot};

fn plane() -> LocalPlane {
    LocalPlane::around(Location::from_lon_lat(9.19, 48.89).unwrap())
}

fn corner(x: i32, y: i32) -> Corner {
    Corner {
        lon: 9_190_000 + x,
        lat: 48_890_000 + y,
    }
}

fn location(x: i32, y: i32) -> Location {
    corner(x, y).location().unwrap()
}

/// The shortest ways by asking every edge again and again until nothing gets shorter.
fn slow_costs(network: &Network, spot: &Spot) -> Vec<u32> {
    let mut cost = vec![u32::MAX; network.junction_count()];
    let edges: Vec<_> = network.edges().collect();
    let (from, to, length) = edges[spot.edge as usize];
    cost[from as usize] = spot.off_dm + spot.along_dm;
    cost[to as usize] = cost[to as usize].min(spot.off_dm + length - spot.along_dm);
    loop {
        let before = cost.clone();
        for &(from, to, length) in &edges {
            let through = |at: u32| before[at as usize].saturating_add(length);
            cost[to as usize] = cost[to as usize].min(through(from));
            cost[from as usize] = cost[from as usize].min(through(to));
        }
        if cost == before {
            return cost;
        }
    }
}

fn somewhere(dice: &mut Dice, side: u32) -> Location {
    let mut coordinate = || i32::try_from(dice.below(side * 900)).unwrap();
    location(coordinate(), coordinate())
}

#[test]
fn costs_are_those_of_asking_every_edge_again_and_again() {
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let network = Network::build(plane(), &dice.town(corner(0, 0), 8)).unwrap();
        for _ in 0..5 {
            let Some(spot) = network.snap(somewhere(&mut dice, 8), Costs::DISTANCE) else {
                continue;
            };
            assert_eq!(
                network.costs_from(&[spot], Costs::DISTANCE),
                slow_costs(&network, &spot)
            );
        }
    }
}

#[test]
fn a_spot_lies_on_the_nearest_way() {
    let mut dice = Dice(7);
    let network = Network::build(plane(), &dice.town(corner(0, 0), 8)).unwrap();
    for _ in 0..200 {
        let location = somewhere(&mut dice, 8);
        let Some(spot) = network.snap(location, Costs::DISTANCE) else {
            continue;
        };
        let nearest = network.nearest_way_m(location);
        assert!(spot.off_m() >= nearest - 0.1);
        if network.is_mainland.iter().all(|is_mainland| *is_mainland) {
            assert!(
                (spot.off_m() - nearest).abs() < 0.1,
                "{} {nearest}",
                spot.off_m()
            );
        }
    }
}

#[test]
fn the_way_back_is_as_long_and_a_detour_never_shorter() {
    let mut dice = Dice(3);
    let network = Network::build(plane(), &dice.town(corner(0, 0), 8)).unwrap();
    let spots: Vec<_> = (0..24)
        .filter_map(|_| network.snap(somewhere(&mut dice, 8), Costs::DISTANCE))
        .collect();
    let cost = |a: &Spot, b: &Spot| network.cost_between(a, b, Costs::DISTANCE);
    for a in &spots {
        for b in &spots {
            assert_eq!(cost(a, b), cost(b, a));
            for c in spots.iter().take(6) {
                let (Some(direct), Some(first), Some(then)) = (cost(a, b), cost(a, c), cost(c, b))
                else {
                    continue;
                };
                assert!(direct <= first + then);
            }
        }
    }
}

#[test]
fn a_route_is_as_long_as_the_search_says_and_its_line_as_long_as_the_route() {
    let plane = plane();
    let mut dice = Dice(11);
    let network = Network::build(plane, &dice.town(corner(0, 0), 8)).unwrap();
    let mut told = 0;
    for _ in 0..200 {
        let (a, b) = (somewhere(&mut dice, 8), somewhere(&mut dice, 8));
        let Some(route) = network.route(a, b, Profile::Adult) else {
            continue;
        };
        told += 1;
        let costs = Costs::of(Profile::Adult);
        let spots = (
            network.snap(a, costs).unwrap(),
            network.snap(b, costs).unwrap(),
        );
        let cost = network.cost_between(&spots.0, &spots.1, costs).unwrap();
        assert!((route.metres - f64::from(cost) / 10.0).abs() < 0.01);
        let drawn: f64 = route
            .line
            .windows(2)
            .map(|pair| {
                plane
                    .to_metres(pair[0])
                    .distance_to(plane.to_metres(pair[1]))
            })
            .sum();
        assert!(
            (drawn - route.metres).abs() < 0.2 * route.line.len() as f64,
            "{drawn} {}",
            route.metres
        );
    }
    assert!(told > 100, "{told}");
}

/// Two banks 100 m apart, joined by a bridge near and one far away.
fn river(with_near_bridge: bool) -> Network {
    let nodes = vec![
        corner(0, 0),
        corner(1000, 0),
        corner(20_000, 0),
        corner(0, 900),
        corner(1000, 900),
        corner(20_000, 900),
    ];
    let mut ways = vec![way(&[0, 1, 2]), way(&[3, 4, 5]), way(&[2, 5])];
    if with_near_bridge {
        ways.push(way(&[1, 4]));
    }
    Network::build(
        plane(),
        &Walkways {
            nodes: Trace(nodes),
            ways,
            signals: Vec::new(),
        },
    )
    .unwrap()
}

#[test]
fn without_its_bridge_the_way_over_a_river_is_the_way_round() {
    let metres = |network: &Network| {
        network
            .route(location(0, 0), location(0, 900), Profile::Adult)
            .unwrap()
            .metres
    };
    let (with, without) = (metres(&river(true)), metres(&river(false)));
    assert!((240.0..260.0).contains(&with), "{with}");
    assert!((3_000.0..3_050.0).contains(&without), "{without}");
}

#[test]
fn parts_of_an_edge_count() {
    let network = river(true);
    let route = network
        .route(location(200, 0), location(700, 0), Profile::Adult)
        .unwrap();
    let straight = plane()
        .to_metres(location(200, 0))
        .distance_to(plane().to_metres(location(700, 0)));
    assert!(
        (route.metres - straight).abs() < 0.2,
        "{} {straight}",
        route.metres
    );
}

#[test]
fn a_wheelchair_goes_round_steps_and_waiting_at_signals_takes_half_a_minute() {
    let nodes = vec![
        corner(0, 0),
        corner(500, 0),
        corner(1000, 0),
        corner(500, 700),
    ];
    let steps = WayFacts {
        steps: true,
        ..WayFacts::default()
    };
    let path = WayFacts {
        off_street: true,
        ..WayFacts::default()
    };
    let of = |nodes: &[u32], facts| Walkway {
        nodes: nodes.to_vec(),
        name: None,
        facts,
    };
    let ways = vec![of(&[0, 1, 2], steps), of(&[0, 3, 2], path)];
    let walkways = Walkways {
        nodes: Trace(nodes),
        ways,
        signals: vec![3],
    };
    let network = Network::build(plane(), &walkways).unwrap();
    let route = |profile| {
        network
            .route(location(0, 0), location(1000, 0), profile)
            .unwrap()
    };
    let (adult, wheelchair) = (route(Profile::Adult), route(Profile::Wheelchair));
    assert_eq!((adult.flights_of_steps, adult.signals), (1, 0));
    assert_eq!((wheelchair.flights_of_steps, wheelchair.signals), (0, 1));
    assert!(wheelchair.metres > adult.metres * 1.5);
    assert!((wheelchair.seconds - (wheelchair.metres / 1.0 + 30.0)).abs() < 0.01);
    assert!((adult.light_unknown_metres - adult.metres).abs() < 0.5);
}

#[test]
fn a_location_far_from_any_way_is_not_snapped() {
    assert_eq!(river(true).snap(location(0, -2_000), Costs::DISTANCE), None);
    assert!(
        river(true)
            .snap(location(0, -1_300), Costs::DISTANCE)
            .is_some()
    );
}

#[test]
fn a_way_that_names_no_node_is_left_out_and_no_ways_are_no_network() {
    assert!(Network::build(plane(), &Walkways::default()).is_none());
    let broken = Walkways {
        nodes: Trace(vec![corner(0, 0)]),
        ways: vec![way(&[0, 9])],
        signals: Vec::new(),
    };
    assert!(Network::build(plane(), &broken).is_none());
}
