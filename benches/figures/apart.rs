//! Cities of several sizes, each measured in a process of its own, so that its memory is its own.

use std::path::Path;
use std::process::Command;

use crate::synthetic::city;
use crate::table::Table;

/// How a process is told how many places its city has.
const PLACES: &str = "MITEINANDER_BENCH_PLACES";

/// How a process is told to write its city into a folder, and no more.
const FILL: &str = "MITEINANDER_BENCH_FILL";

/// Has `run` measure a city of each of `counts` in a process that measures nothing but `group`.
pub fn measure(group: &str, counts: &[usize], table: &mut Table, run: fn(usize, &mut Table)) {
    if let Ok(count) = std::env::var(PLACES) {
        run(count.parse().unwrap(), table);
        return;
    }
    for count in counts {
        let own = std::env::current_exe().unwrap();
        let mut measuring = Command::new(own);
        measuring.arg(group).env(PLACES, count.to_string());
        let output = measuring.output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let rows = text.lines().skip(2).map(|row| {
            let cells = row.trim_matches(['|', ' ']).split(" | ");
            cells.map(str::to_owned).collect::<Vec<_>>()
        });
        for cells in rows.filter(|cells| cells.len() >= 2) {
            let target = cells.get(2).map_or("", String::as_str);
            table.row(&cells[0], &cells[1], target);
        }
    }
}

/// Writes a synthetic city in another process, whose memory is not ours.
pub fn fill(group: &str, runtime: &tokio::runtime::Runtime, folder: &Path, count: usize) {
    if let Some(folder) = std::env::var_os(FILL) {
        crate::load::store_city(runtime, Path::new(&folder), city(count));
        std::process::exit(0);
    }
    let own = std::env::current_exe().unwrap();
    let mut filling = Command::new(own);
    filling
        .arg(group)
        .env(FILL, folder)
        .env(PLACES, count.to_string());
    assert!(filling.output().unwrap().status.success());
}
