//! The best sites on synthetic towns and on a real network, beside what spopt makes of the very same towns where Python
//! has it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use miteinander::coverage::siting::{Catchments, Effort, Question, Siting};
use miteinander::domain::{LocalPlane, Location};
use miteinander::import::osm::{Options, read};
use miteinander::walk::{Costs, Network, Profile};

use crate::synthetic::Dice;
use crate::table::{Sample, Table};

/// Side of a synthetic town in metres.
const SIDE_M: f64 = 10_000.0;

/// People and sites in a town, half of them around twelve centres.
struct Town {
    weights: Vec<u32>,
    reaches: Vec<Vec<u32>>,
}

impl Town {
    fn new(seed: u64, rows: u32, sites: u32, radius_m: f64) -> Self {
        let mut dice = Dice(seed);
        let centres: Vec<_> = (0..12).map(|_| somewhere(&mut dice)).collect();
        let homes: Vec<_> = (0..rows).map(|_| near_one(&mut dice, &centres)).collect();
        let places: Vec<_> = (0..sites).map(|_| near_one(&mut dice, &centres)).collect();
        let reaches = places.iter().map(|place| {
            let rows = (0_u32..).zip(&homes);
            let inside =
                rows.filter(|(_, home)| (place.0 - home.0).hypot(place.1 - home.1) <= radius_m);
            inside.map(|(row, _)| row).collect()
        });
        Self {
            reaches: reaches.collect(),
            weights: (0..rows).map(|_| 1_000 + dice.below(60_000)).collect(),
        }
    }

    fn ask(&self, sites: usize, effort: Effort) -> Siting {
        let (weights, reaches) = (&self.weights, &self.reaches);
        Question {
            weights,
            reaches,
            sites,
            effort,
        }
        .answer()
    }
}

fn somewhere(dice: &mut Dice) -> (f64, f64) {
    (dice.between(0.0, SIDE_M), dice.between(0.0, SIDE_M))
}

fn near_one(dice: &mut Dice, centres: &[(f64, f64)]) -> (f64, f64) {
    if dice.below(2) == 0 {
        return somewhere(dice);
    }
    let centre = centres[dice.below(12) as usize];
    let mut off = || (0..3).map(|_| dice.between(-0.5, 0.5)).sum::<f64>() * SIDE_M * 0.12;
    let (x, y) = (centre.0 + off(), centre.1 + off());
    (x.clamp(0.0, SIDE_M), y.clamp(0.0, SIDE_M))
}

pub fn measure(table: &mut Table) {
    for (radius_m, label) in [
        (500.0, "three in ten reached"),
        (800.0, "half reached, hard"),
    ] {
        let towns: Vec<Town> = (0..6)
            .map(|seed| Town::new(seed, 5_000, 500, radius_m))
            .collect();
        let mut open = 0;
        let times = Sample::of(&towns, |town| {
            open += usize::from(!town.ask(15, Effort::default()).is_proven());
        });
        table.row(
            &format!("best 15 of 500 sites for 5,000 rows within {radius_m} m ({label}), 6 towns, {open} unproven"),
            &format!("{times}"),
            "<= 0.6 s",
        );
    }
    let large = Town::new(1, 100_000, 1_000, 400.0);
    let begin = Instant::now();
    let siting = large.ask(20, Effort(40_000_000_000));
    table.row(
        &format!(
            "best 20 of 1,000 sites for 100,000 rows within 400 m (gap {:.3} %)",
            siting.gap() * 100.0
        ),
        &format!("{:.1?}", begin.elapsed()),
        "proven <= 60 s",
    );
    beside_spopt(table);
    every_junction(table);
}

/// Hands 20 towns to spopt, and compares what both reach.
fn beside_spopt(table: &mut Table) {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..20_u64 {
        let town = if seed == 0 {
            Town::new(9, 5_000, 500, 500.0)
        } else {
            Town::new(seed, 1_500, 150, 700.0)
        };
        let begin = Instant::now();
        let siting = town.ask(15, Effort::default());
        let seconds = begin.elapsed().as_secs_f64();
        let mut text = format!("15 {} {seconds}\n", siting.covered);
        for weight in &town.weights {
            write!(text, "{weight} ").unwrap();
        }
        text.push('\n');
        for rows in &town.reaches {
            for row in rows {
                write!(text, "{row} ").unwrap();
            }
            text.push('\n');
        }
        std::fs::write(folder.path().join(format!("{seed:02}.txt")), text).unwrap();
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/figures/peer_siting.py");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    match Command::new(python).arg(script).arg(folder.path()).output() {
        Ok(said) if said.status.success() => {
            let said = String::from_utf8_lossy(&said.stdout).trim().to_owned();
            table.row(
                "spopt on 20 of the same towns",
                &said,
                ">= 30x, same optimum",
            );
        }
        _ => println!("skipped: no Python with spopt to compare with (PYTHON=… names one)"),
    }
}

/// What a place at any junction would add, on a real network with homes on a grid of 100 m.
fn every_junction(table: &mut Table) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/osm/heidelberg-network.osm.pbf");
    if !path.exists() {
        println!("skipped: no heidelberg-network.osm.pbf to open places on");
        return;
    }
    let map = read(&path, &Options::default()).unwrap().map;
    let plane = LocalPlane::around(Location::from_lon_lat(8.69, 49.40).unwrap());
    let network = Network::build(plane, &map.walkways).unwrap();
    let costs = Costs::of(Profile::Older);
    let grid = (0..66).flat_map(|row| (0..72).map(move |column| (row, column)));
    let homes = grid.filter_map(|(row, column)| {
        let lon = 8.64 + f64::from(column) * 0.1 / 72.0;
        let spots = network.entries(
            Location::from_lon_lat(lon, 49.37 + f64::from(row) * 0.06 / 66.0).ok()?,
            costs,
        );
        (!spots.is_empty()).then_some(spots)
    });
    let homes: Vec<_> = homes.collect();
    let mut dice = Dice(3);
    let weights: Vec<u32> = homes.iter().map(|_| dice.below(90_000)).collect();
    // 15 minutes at 0.9 m/s.
    let find = || Catchments::find(&network, &homes, costs, 8_100);
    let cold = Sample::of(0..5, |_| find().gains(&weights));
    let size = format!(
        "{} junctions, {} homes",
        network.junction_count(),
        homes.len()
    );
    table.row(
        &format!("gain of every junction as the next site ({size}), cold"),
        &cold.to_string(),
        "<= 500 ms",
    );
    let known = find();
    let warm = Sample::of(0..40, |_| known.gains(&weights));
    table.row("the same, warm", &warm.to_string(), "<= 40 ms");
}
