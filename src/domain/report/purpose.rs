//! Why somebody of the city looks at counts of reports: written down before anything is shown (specification, C.8 R11).

use crate::domain::choice::choice;

choice! {
    /// What somebody looks at counts for.
    Purpose: "purpose" {
        /// Planning presence.
        Presence = "presence",
        /// Planning what is done about a place.
        Measures = "measures",
        /// Telling the council.
        Council = "council",
    }
}

choice! {
    /// What is looked at, as the trail calls it.
    Look: "look" {
        /// Counts by district, part of the day and kind of day.
        Counts = "safety-counts",
        /// Counts of what was done to people, by district and half-year.
        Sensitive = "safety-sensitive-counts",
    }
}
