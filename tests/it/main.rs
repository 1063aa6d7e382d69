//! Every integration test: one binary, the real router, real databases.

mod osm;
mod pbf_writer;
