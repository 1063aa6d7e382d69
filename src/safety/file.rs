//! A release as everybody can read it, with the parameters it was made with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::report::{Epsilon, Period, Product};
use crate::safety::release::ReleasedArea;
use crate::safety::{Class, Classes, Release};

/// The file of a release. It is written once and never again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleaseFile {
    /// Product and period, e.g. `cells-2025`.
    pub id: String,
    /// What was released.
    pub product: Product,
    /// For which time, e.g. `2025` or `2025-Q3`.
    pub period: String,
    /// The day on which it was made.
    pub released_on: NaiveDate,
    /// Whether the reports were made up for a sample city.
    #[serde(default)]
    pub is_sample: bool,
    /// How much it may say about one report.
    pub epsilon: f64,
    /// The least noisy count that is shown.
    pub threshold: u32,
    /// The classes that counts are told in.
    pub classes: Vec<Class>,
    /// About how many of a hundred reports stand in a class that is shown, in steps of ten.
    pub visible_percent: Option<u32>,
    /// Every area, whether anybody reported there or not. No class means none or too few.
    pub areas: Vec<ReleasedArea>,
}

impl ReleaseFile {
    /// The file of a release made on a day.
    #[must_use]
    pub fn new(
        (product, period): (Product, Period),
        release: Release,
        epsilon: Epsilon,
        (released_on, is_sample): (NaiveDate, bool),
    ) -> Self {
        let threshold = epsilon.threshold();
        Self {
            id: format!("{product}-{period}"),
            product,
            period: period.to_string(),
            released_on,
            is_sample,
            epsilon: epsilon.value(),
            threshold,
            classes: Classes::from_threshold(threshold).iter().collect(),
            visible_percent: release.visible_percent,
            areas: release.areas,
        }
    }

    /// The text that is published, byte for byte.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("names and numbers are JSON"))
    }
}
