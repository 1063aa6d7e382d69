//! The figures of the README, measured on this machine in one run: `make bench`.
//!
//! `cargo bench -- near http` runs only the groups named. Nothing here passes or fails: it measures.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement prints, and stops where it cannot measure"
)]

mod addresses;
mod apart;
mod barrier_free;
mod coverage;
mod edit;
mod http;
mod import;
mod load;
mod memory;
mod near;
mod reports;
mod siting;
mod staff;
mod start;
mod synthetic;
mod table;
mod tiles;
mod walk;
mod way_to_2040;
mod ways;

use table::Table;

type Measure = fn(&mut Table);

fn main() {
    load::play_client();
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    let is_wanted = |group: &str| wanted.is_empty() || wanted.iter().any(|own| own == group);
    let mut table = Table::default();
    let groups: [(&str, Measure); 15] = [
        ("start", start::measure),
        ("near", near::measure),
        ("addresses", addresses::measure),
        ("http", http::measure),
        ("import", import::measure),
        ("walk", walk::measure),
        ("ways", ways::measure),
        ("coverage", coverage::measure),
        ("siting", siting::measure),
        ("barrier-free", barrier_free::measure),
        ("tiles", tiles::measure),
        ("edit", edit::measure),
        ("staff", staff::measure),
        ("reports", reports::measure),
        ("growth", near::measure_growth),
    ];
    for (name, measure) in groups {
        if is_wanted(name) {
            measure(&mut table);
        }
    }
}
