//! Times against a plain Dijkstra, and what more time, speed and places do to coverage.

use super::*;
use crate::coverage::{Covered, Share, UNREACHED};
use crate::domain::random_ways::way;
use crate::domain::walkway::{Walkway, Walkways, WayFacts};
use crate::walk::{Costs, Profile, Spot, nearest_point};

/// Two towns apart, or one, or a single way; with steps, signals and ways beside each other.
fn odd_ways(dice: &mut Dice) -> Walkways {
    let side = 2 + dice.below(4);
    let mut ways = match dice.below(8) {
        0 => Walkways {
            nodes: Trace(vec![corner(0, 0), corner(700, 300)]),
            ways: vec![way(&[0, 1])],
            signals: Vec::new(),
        },
        // A way that leads back to its only node.
        1 => Walkways {
            nodes: Trace(vec![corner(0, 0), corner(500, 0), corner(0, 500)]),
            ways: vec![way(&[0, 1, 2, 0])],
            signals: Vec::new(),
        },
        _ => dice.town(corner(0, 0), side),
    };
    if dice.chance(30) {
        let first = u32::try_from(ways.nodes.0.len()).unwrap();
        let far = dice.town(corner(9_000, 0), side);
        ways.nodes.0.extend(&far.nodes.0);
        ways.ways.extend(far.ways.iter().map(|own| {
            let nodes: Vec<u32> = own.nodes.iter().map(|node| node + first).collect();
            way(&nodes)
        }));
    }
    let doubled: Vec<Walkway> = ways
        .ways
        .iter()
        .filter(|_| dice.chance(20))
        .cloned()
        .collect();
    ways.ways.extend(doubled);
    for own in &mut ways.ways {
        own.facts = WayFacts {
            steps: dice.chance(15),
            ..WayFacts::default()
        };
    }
    let nodes = u32::try_from(ways.nodes.0.len()).unwrap();
    ways.signals = (0..nodes).filter(|_| dice.chance(20)).collect();
    ways
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a distance is positive and small"
)]
fn whole(decimetres: f64) -> u32 {
    decimetres.round() as u32
}

/// Costs to every junction by the rule alone: the nearest junction not yet done, looked for among all.
fn plain_dijkstra(network: &Network, begins: &[(u32, u32)], profile: Profile) -> Vec<u32> {
    let half_signal_dm = whole(150.0 * profile.metres_per_second());
    let edges = network.bare_edges();
    let mut cost = vec![UNREACHED; network.junction_count()];
    let mut done = vec![false; cost.len()];
    for (junction, begin) in begins {
        let known = &mut cost[*junction as usize];
        *known = (*known).min(*begin);
    }
    loop {
        let open = (0..cost.len()).filter(|&at| !done[at] && cost[at] != UNREACHED);
        let Some(at) = open.min_by_key(|&at| cost[at]) else {
            return cost;
        };
        done[at] = true;
        for &(from, to, length, signals, facts) in &edges {
            if is_barred(facts, profile) {
                continue;
            }
            let through = cost[at] + length + u32::from(signals) * half_signal_dm;
            for (here, there) in [(from, to), (to, from)] {
                if here as usize == at {
                    cost[there as usize] = cost[there as usize].min(through);
                }
            }
        }
    }
}

/// Whether it is known that a way keeps somebody out.
fn is_barred(facts: WayFacts, profile: Profile) -> bool {
    let wheels = profile.wheels();
    wheels.is_some_and(|wheels| facts.certainty(wheels).is_none())
}

/// The two ways off a spot, in decimetres.
fn ends(network: &Network, spot: &Spot, profile: Profile) -> Vec<(u32, u32)> {
    let (from, to, length, _, facts) = network.bare_edges()[spot.edge() as usize];
    let [along, off] = [spot.along_m(), spot.off_m()].map(|own| whole(own * 10.0));
    if is_barred(facts, profile) {
        return Vec::new();
    }
    vec![(from, along + off), (to, length - along + off)]
}

/// The time from one location to the nearest goal, one goal after the other.
fn slow_time(walks: &Walks, from: Location, shapes: &[Shape], profile: Profile) -> u32 {
    let by_line = |shape: &Shape| {
        let (to, _) = nearest_point(&plane(), from, shape);
        let seconds = walks.line.seconds(from, to, profile)?;
        Some(whole(seconds * profile.metres_per_second() * 10.0))
    };
    let network = walks.network.as_ref();
    if let Some(network) = network.filter(|_| profile.wheels().is_some()) {
        return slow_time_on_wheels(network, from, shapes, profile);
    }
    let on = network.and_then(|network| Some((network, network.snap(from, Costs::of(profile))?)));
    let to = |shape: &Shape| {
        let Some((network, start)) = &on else {
            return by_line(shape);
        };
        if nearest_point(&plane(), from, shape).1 == 0.0 {
            return Some(0);
        }
        let doors = network.doors_of(shape);
        if doors.is_empty() {
            return by_line(shape);
        }
        let cost = plain_dijkstra(network, &ends(network, start, profile), profile);
        let costs = doors.iter().flat_map(|door| {
            let through = ends(network, door, profile).into_iter();
            let through = through.map(|(at, off)| cost[at as usize].saturating_add(off));
            let is_beside = door.edge() == start.edge() && !ends(network, door, profile).is_empty();
            let along = (door.along_m() - start.along_m()).abs() + door.off_m() + start.off_m();
            through.chain(is_beside.then_some(whole(along * 10.0)))
        });
        costs.min().filter(|cost| *cost != UNREACHED)
    };
    shapes.iter().filter_map(to).min().unwrap_or(UNREACHED)
}

/// The same for who needs wheels: from each entry that nothing known bars, on ways alone.
fn slow_time_on_wheels(
    network: &Network,
    from: Location,
    shapes: &[Shape],
    profile: Profile,
) -> u32 {
    let starts = network.entries(from, Costs::of(profile));
    let doors: Vec<Spot> = shapes
        .iter()
        .flat_map(|own| network.doors_of(own))
        .collect();
    let from_one = |start: &Spot| {
        let cost = plain_dijkstra(network, &ends(network, start, profile), profile);
        let costs = doors.iter().flat_map(|door| {
            let through = ends(network, door, profile).into_iter();
            let through = through.map(|(at, off)| cost[at as usize].saturating_add(off));
            let is_beside = door.edge() == start.edge() && !ends(network, door, profile).is_empty();
            let along = (door.along_m() - start.along_m()).abs() + door.off_m() + start.off_m();
            through.chain(is_beside.then_some(whole(along * 10.0)))
        });
        costs.min().unwrap_or(UNREACHED)
    };
    starts.iter().map(from_one).min().unwrap_or(UNREACHED)
}

#[test]
fn every_square_has_the_time_of_a_plain_search_on_a_thousand_networks() {
    let (mut reached, mut cut_off, mut by_line) = (0, 0, 0);
    for seed in 0..1_000 {
        let mut dice = Dice(seed);
        let network = Network::build(plane(), &odd_ways(&mut dice)).filter(|_| seed % 20 > 0);
        let bridges = [(500, Fact::Yes), (2_501, Fact::Yes)];
        let walks = walks(network, &river(&bridges));
        let inhabited = people(&mut dice, 6, 5, 2);
        let mut shapes: Vec<Shape> = (0..dice.below(4))
            .map(|_| Shape::Point(somewhere(&mut dice, 5)))
            .collect();
        if dice.chance(30) {
            // In the other town, where there is one.
            shapes = vec![Shape::Point(location(9_400, 400))];
        }
        if dice.chance(40) {
            shapes.push(Shape::Area(square(inhabited[0].location, 0.0006)));
        }
        let goals: Vec<Goal> = shapes
            .iter()
            .map(|own| Goal::at(&walks, own.clone()))
            .collect();
        let goals: Vec<&Goal> = goals.iter().collect();
        let profile = dice.pick(Profile::ALL);
        let times = with_field(&walks, &inhabited, |field| field.times(&goals, profile));
        for (own, (time, engine)) in inhabited
            .iter()
            .zip(times.decimetres().iter().zip(times.engines()))
        {
            let slow = slow_time(&walks, own.location, &shapes, profile);
            assert_eq!(*time, slow, "seed {seed}, {:?}", own.location);
            reached += usize::from(slow != UNREACHED);
            cut_off += usize::from(slow == UNREACHED && !shapes.is_empty());
            by_line += usize::from(*engine != crate::walk::Engine::Network);
        }
    }
    // The claim is about something.
    assert!(
        reached > 1_000 && cut_off > 30 && by_line > 500,
        "{reached} {cut_off} {by_line}"
    );
}

fn square(middle: Location, half: f64) -> geo::MultiPolygon<f64> {
    let (lon, lat) = (middle.lon(), middle.lat());
    let rect = geo::Rect::new((lon - half, lat - half), (lon + half, lat + half));
    crate::domain::shape::check_area(rect.to_polygon().into())
        .unwrap()
        .area
}

fn covered(
    walks: &Walks,
    inhabited: &[Inhabited],
    places: &[Location],
    profile: Profile,
    minutes: u32,
) -> Covered {
    let goals = goals(walks, places);
    let goals: Vec<&Goal> = goals.iter().collect();
    let times = with_field(walks, inhabited, |field| field.times(&goals, profile));
    Covered::of(inhabited, 2, &times, times.limit_dm(minutes))
}

#[test]
fn more_time_more_speed_and_more_places_never_cover_fewer() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let network = Network::build(plane(), &odd_ways(&mut dice)).filter(|_| seed % 3 > 0);
        let walks = walks(network, &river(&[(500, Fact::Yes)]));
        let inhabited = people(&mut dice, 40, 5, 2);
        let places: Vec<Location> = (0..4).map(|_| somewhere(&mut dice, 5)).collect();
        let covered = |places: &[Location], profile, minutes| {
            covered(&walks, &inhabited, places, profile, minutes)
        };
        let grows = |less: &Covered, more: &Covered| {
            let shares = |own: &Covered| [&own.districts[..], &[own.elsewhere]].concat();
            let mut pairs = shares(less).into_iter().zip(shares(more));
            pairs.all(|(less, more)| less.covered <= more.covered)
        };
        let some = covered(&places[..3], Profile::Older, 6);
        assert!(grows(&some, &covered(&places[..3], Profile::Older, 7)));
        assert!(
            grows(&some, &covered(&places, Profile::Older, 6)),
            "a place more"
        );
        let by_speed = [Profile::Child, Profile::Older, Profile::Adult];
        for pair in by_speed
            .map(|profile| covered(&places, profile, 6))
            .windows(2)
        {
            assert!(grows(&pair[0], &pair[1]), "seed {seed}");
        }
        for own in some.districts.iter().chain([&some.elsewhere]) {
            assert_eq!(own.covered + own.beyond(), own.persons);
        }
        let persons: u64 = inhabited
            .iter()
            .map(|own| u64::from(own.milli_persons))
            .sum();
        assert_eq!(some.city().persons + some.elsewhere.persons, persons);
    }
}

#[test]
fn a_circle_covers_no_fewer_than_the_line_round_a_river_and_a_bridge_more_never_fewer() {
    let mut differ = 0;
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let inhabited = people(&mut dice, 60, 4, 2);
        let places: Vec<Location> = (0..3).map(|_| somewhere(&mut dice, 4)).collect();
        let with = |barriers: &Barriers| {
            let walks = walks(None, barriers);
            covered(&walks, &inhabited, &places, Profile::Older, 8).city()
        };
        let circle = with(&Barriers::default());
        let two = with(&river(&[(500, Fact::Yes), (3_001, Fact::Yes)]));
        let one = with(&river(&[(500, Fact::Yes), (3_001, Fact::Unknown)]));
        let none = with(&river(&[]));
        for (more, less) in [(circle, two), (two, one), (one, none)] {
            assert!(more.covered >= less.covered, "seed {seed}");
            differ += usize::from(more.covered > less.covered);
        }
        let nothing = covered(
            &walks(None, &river(&[])),
            &inhabited,
            &[],
            Profile::Older,
            8,
        )
        .city();
        assert_eq!((nothing.covered, nothing.unreached), (0, nothing.persons));
    }
    assert!(differ > 50, "{differ}");
}

#[test]
fn nobody_living_anywhere_is_no_error_and_no_share() {
    let walks = walks(None, &Barriers::default());
    let none = covered(&walks, &[], &[location(0, 0)], Profile::Older, 10);
    assert_eq!(none.city(), Share::default());
    assert_eq!(
        (none.city().percent(), none.city().is_at_least(0)),
        (None, None)
    );
}

#[test]
fn within_ten_minutes_is_to_the_decimetre() {
    let walks = walks(None, &Barriers::default());
    let times = with_field(&walks, &[], |field| field.times(&[], Profile::Older));
    // 0.9 m/s for 600 s.
    assert_eq!(times.limit_dm(10), 5_400);
    for profile in Profile::ALL {
        let metres = f64::from(profile.decimetres_a_minute()) / 10.0;
        assert!((profile.seconds(metres) - 60.0).abs() < 1e-9, "{profile}");
    }
}
