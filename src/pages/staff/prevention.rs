//! Those who prevent: lines of help, who finds none, and what the city works on so that things do not happen.

mod counselling;
mod focus_areas;
mod steps;

use super::Desk;
use crate::auth::Paths;

pub(super) use counselling::PATH as COUNSELLING;
pub(super) use focus_areas::PATH as FOCUS_AREAS;

/// Adds every path of theirs.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths
        .get(counselling::PATH, counselling::show)
        .post(counselling::PATH, counselling::add)
        .get(counselling::NEW, counselling::new)
        .get(counselling::GAPS, counselling::show_gaps)
        .get("/verwaltung/beratung/{id}", counselling::show_one)
        .post("/verwaltung/beratung/{id}", counselling::change)
        .get(focus_areas::PATH, focus_areas::show)
        .post(focus_areas::PATH, focus_areas::add)
        .get("/verwaltung/praevention/{id}", focus_areas::show_one)
        .post("/verwaltung/praevention/{id}", focus_areas::change)
}

/// The keys of the messages that are made from names of fields and types.
#[cfg(test)]
pub(in crate::pages) fn families() -> Vec<String> {
    [counselling::families(), focus_areas::families()].concat()
}
