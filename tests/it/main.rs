//! Every integration test: one binary, the real router, real databases.

mod osm;
mod pages;
mod pbf_writer;
