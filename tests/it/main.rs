//! Every integration test: one binary, the real router, real databases.

mod openapi;
mod osm;
mod pages;
mod pbf_writer;
