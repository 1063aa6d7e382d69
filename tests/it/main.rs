//! Every integration test: one binary, the real router, real databases.
