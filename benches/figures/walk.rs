//! Walking on real networks, beside what scipy makes of the very same edges where Python has it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use miteinander::domain::walkway::{Walkway, Walkways, WayFacts};
use miteinander::domain::{Corner, LocalPlane, Location, Trace};
use miteinander::import::osm::{Options, read};
use miteinander::walk::{Costs, Network, Profile, Spot};

use crate::synthetic::Dice;
use crate::table::{Sample, Table};

const SOURCES: usize = 60;
const PAIRS: usize = 10_000;

pub fn measure(table: &mut Table) {
    for (name, west, south, east, north) in [
        ("kaiserslautern", 7.72, 49.42, 7.82, 49.455),
        ("heidelberg-network", 8.64, 49.37, 8.74, 49.43),
        ("liechtenstein", 9.48, 47.05, 9.58, 47.26),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../shared/data/osm/{name}.osm.pbf"));
        if !path.exists() {
            println!("skipped: no {name}.osm.pbf to walk on");
            continue;
        }
        let map = read(&path, &Options::default()).unwrap().map;
        let middle =
            Location::from_lon_lat(f64::midpoint(west, east), f64::midpoint(south, north)).unwrap();
        let plane = LocalPlane::around(middle);
        let build = Sample::of(0..5, |_| Network::build(plane, &map.walkways));
        let network = Network::build(plane, &map.walkways).unwrap();
        let size = format!(
            "{} junctions, {} edges",
            network.junction_count(),
            network.edge_count()
        );
        table.row(
            &format!("walk network of {name} ({size}), ready to ask"),
            &build.to_string(),
            "<= 1.5 s for 300,000 nodes",
        );
        let mut dice = Dice(7);
        let mut spot = || loop {
            let at = Location::from_lon_lat(dice.between(west, east), dice.between(south, north))
                .unwrap();
            if let Some(spot) = network.snap(at, Costs::DISTANCE) {
                return (at, spot);
            }
        };
        let sources: Vec<Spot> = (0..SOURCES).map(|_| spot().1).collect();
        let nearest = Sample::of(0..400, |_| network.costs_from(&sources, Costs::DISTANCE));
        table.row(
            &format!("{name}: every junction to the nearest of {SOURCES} spots, one thread"),
            &nearest.to_string(),
            "<= 0.6 ms",
        );
        let ways: Vec<_> = (0..300).map(|_| (spot().0, spot().0)).collect();
        let routes = Sample::of(ways, |(from, to)| network.route(from, to, Profile::Older));
        table.row(
            &format!("{name}: one route, its words and its line"),
            &routes.to_string(),
            "<= 5 ms",
        );
        compare(table, name, &network, &sources, &mut dice);
    }
    for side in [71, 224, 708, 2_237] {
        grow(table, side);
    }
}

/// A town of square blocks with so many streets each way.
fn grid_town(side: u32, dice: &mut Dice) -> Walkways {
    let corner = |x: u32, y: u32, dice: &mut Dice| Corner {
        lon: 8_000_000 + i32::try_from(x * 900 + dice.below(400)).unwrap(),
        lat: 48_000_000 + i32::try_from(y * 600 + dice.below(300)).unwrap(),
    };
    let nodes = (0..side * side).map(|number| corner(number % side, number / side, dice));
    let street = |nodes: Vec<u32>| Walkway {
        nodes,
        name: None,
        facts: WayFacts::default(),
    };
    let across = (0..side).map(|y| street((0..side).map(|x| y * side + x).collect()));
    let along = (0..side).map(|x| street((0..side).map(|y| y * side + x).collect()));
    Walkways {
        nodes: Trace(nodes.collect()),
        ways: across.chain(along).collect(),
        signals: Vec::new(),
    }
}

/// One size of town, with as many places for its people as any other.
fn grow(table: &mut Table, side: u32) {
    let mut dice = Dice(u64::from(side));
    let walkways = grid_town(side, &mut dice);
    let plane = LocalPlane::around(Location::from_lon_lat(8.0, 48.0).unwrap());
    let begin = std::time::Instant::now();
    let network = Network::build(plane, &walkways).unwrap();
    let built = begin.elapsed();
    let edges = network.edge_count();
    let places = (0..=edges / 800).filter_map(|_| {
        let mut share = || f64::from(dice.below(side));
        let at = Location::from_lon_lat(8.0 + share() * 0.0009, 48.0 + share() * 0.0006).ok()?;
        network.snap(at, Costs::DISTANCE)
    });
    let places: Vec<Spot> = places.collect();
    let nearest = Sample::of(0..5, |_| network.costs_from(&places, Costs::DISTANCE));
    table.row(
        &format!(
            "grid town of {edges} edges and {} places: every junction to the nearest",
            places.len()
        ),
        &format!(
            "{:.1?} ({:.1} ns an edge), built in {built:.1?}",
            nearest.quantile(0.0),
            nearest.quantile(0.0).as_secs_f64() * 1e9 / edges as f64
        ),
        "linear",
    );
}

/// Hands the edges to scipy, and compares what both say about the same pairs of junctions.
fn compare(table: &mut Table, name: &str, network: &Network, sources: &[Spot], dice: &mut Dice) {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| std::fs::write(folder.path().join(file), text).unwrap();
    let mut edges = String::new();
    for (from, to, length_dm) in network.edges() {
        writeln!(edges, "{from},{to},{length_dm}").unwrap();
    }
    write("edges.csv", &edges);
    let mut starts = String::new();
    for (junction, cost_dm) in network.begins(sources) {
        writeln!(starts, "{junction},{cost_dm}").unwrap();
    }
    write("starts.csv", &starts);
    let ours = network.costs_from(sources, Costs::DISTANCE);
    write("nearest.csv", &lines(&ours));
    let count = u32::try_from(network.junction_count()).unwrap();
    let mut pairs = String::new();
    for _ in 0..PAIRS / 50 {
        let from = dice.below(count);
        let costs = network.costs_from_junction(from, Costs::DISTANCE);
        for _ in 0..50 {
            let to = dice.below(count);
            writeln!(pairs, "{from},{to},{}", costs[to as usize]).unwrap();
        }
    }
    write("pairs.csv", &pairs);
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/figures/peer_walk.py");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let answer = Command::new(python).arg(script).arg(folder.path()).output();
    match answer {
        Ok(said) if said.status.success() => {
            let said = String::from_utf8_lossy(&said.stdout).trim().to_owned();
            table.row(
                &format!("{name}: scipy on the same edges"),
                &said,
                "within 1 m",
            );
        }
        _ => println!("skipped: no Python with scipy to compare with (PYTHON=… names one)"),
    }
}

fn lines(numbers: &[u32]) -> String {
    let mut text = String::new();
    for number in numbers {
        writeln!(text, "{number}").unwrap();
    }
    text
}
