//! miteinander: a city's meeting places and the safety of its public space.
//!
//! The modules in reading order. What stands further down may use what stands above it, never the other
//! way round; a test keeps it so.

pub mod domain;
pub mod gazetteer;
pub mod index;
pub mod walk;

pub mod coverage;

pub mod barrier_free;

pub mod safety;

pub mod snapshot;

pub mod error;

pub mod outbound;

pub mod store;

pub mod reports;

pub mod city;

pub mod gate;
pub mod webhooks;

pub mod export;
pub mod import;
pub mod query;

pub mod auth;
pub mod editing;

pub mod pages;

pub mod api;
pub mod server;

pub mod cli;
