//! Every integration test: one binary, the real router, real databases.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may fail and speak; the lints only spare functions marked as tests, not their fixtures"
)]

/// Where the generator of random cities, which the unit tests share, finds the domain.
use miteinander::domain;

mod a11yjson;
mod addresses;
mod api;
mod architecture;
mod audits;
mod barrier_free;
mod built_in_city;
mod city;
mod cli;
mod cli_osm;
mod counselling;
mod coverage;
mod crash;
mod events;
mod exchange;
mod fixture;
mod flow;
mod fuzz;
#[path = "../fuzz/targets.rs"]
mod fuzz_targets;
mod gate;
mod koeln;
mod level_history;
mod no_refuge;
mod openapi;
mod opening_hours;
mod osm;
mod outbound;
mod pages;
mod pbf_writer;
mod postgres;
#[path = "../../src/domain/random.rs"]
mod random;
#[path = "../../src/domain/random_events.rs"]
mod random_events;
mod reports;
mod residents;
mod safety;
mod safety_attacks;
mod sample_releases;
mod server;
mod staff;
mod store;
mod suggestions;
mod surveys;
mod synthetic_residents;
mod trail;
mod walking;
mod ways;
mod webhooks;
