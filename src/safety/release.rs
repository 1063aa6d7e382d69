//! A release: made once, for a period that is over, out of noisy counts; classes only (specification, C.8 R2 to R4).
//!
//! Every report falls into exactly one cell of a product, and one report more or less changes its count by at most one
//! ([`Cap`]). With discrete Laplace noise of its own on each cell, a product is epsilon-differentially private for one report;
//! what follows from the noisy counts (threshold, class, share) cannot tell more. Every area is in it, whether anybody reported
//! there or not, so that no list of areas tells anything.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::choice::choice;
use crate::domain::report::{Epsilon, Period, Product, Report, SafetyCell, Sensitivity};
use crate::safety::winsor::Cap;
use crate::safety::{Class, Classes, Ground, Seed};

choice! {
    /// What is counted together.
    Group: "group" {
        /// People feel good.
        FeelGood = "feel_good",
        /// People feel unsafe.
        Unsafe = "unsafe",
        /// Too dark, or not cared for.
        DarkOrNeglected = "dark_or_neglected",
        /// Something was done to somebody.
        Sensitive = "sensitive",
    }
}

impl Product {
    /// What is counted together in it.
    #[must_use]
    pub const fn groups(self) -> &'static [Group] {
        match self {
            Self::Districts => &[Group::FeelGood, Group::Unsafe, Group::DarkOrNeglected],
            Self::Cells => &[Group::FeelGood, Group::Unsafe],
            Self::City => &[Group::Sensitive],
        }
    }

    /// Where something of a sensitivity is counted; none where it is not part of the product (R2).
    #[must_use]
    pub const fn group(self, sensitivity: Sensitivity) -> Option<Group> {
        match (self, sensitivity) {
            (Self::City, Sensitivity::Sensitive) => Some(Group::Sensitive),
            (Self::City, _) | (Self::Cells, Sensitivity::Sensitive) => None,
            (_, Sensitivity::Positive) => Some(Group::FeelGood),
            (Self::Districts, Sensitivity::Place) => Some(Group::DarkOrNeglected),
            (Self::Districts | Self::Cells, _) => Some(Group::Unsafe),
        }
    }
}

/// What everybody may know of one count: its class, or nothing.
pub type Shown = Option<Class>;

/// A released area with all its groups; good and bad always stand side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedArea {
    /// A district, the first square of a merged area, or `city`.
    pub area: String,
    /// The squares it is made of, where it is made of squares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub squares: Vec<String>,
    /// By group, in the order of [`Product::groups`].
    pub groups: BTreeMap<Group, Shown>,
}

/// What is published for a product and a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Every area, in order.
    pub areas: Vec<ReleasedArea>,
    /// About how many of a hundred reports stand in a class that is shown, in steps of ten, from the noisy counts; absent where
    /// these add up to nothing.
    pub visible_percent: Option<u32>,
}

impl Release {
    /// Counts and draws. Reports of other periods or of unknown areas count nowhere.
    #[must_use]
    pub fn new<'a>(
        (product, period): (Product, Period),
        reports: impl IntoIterator<Item = &'a Report>,
        ground: &Ground,
        epsilon: Epsilon,
        seed: &Seed,
    ) -> Self {
        let counts = counted((product, period), reports, ground);
        let classes = Classes::from_threshold(epsilon.threshold());
        let mut areas: BTreeMap<String, BTreeMap<Group, Shown>> = BTreeMap::new();
        let (mut all, mut shown) = (0_i64, 0_i64);
        for ((area, group), count) in counts {
            let label = format!("{product}|{period}|{area}|{group}");
            let noisy = i64::from(count) + seed.noise(&label, count).discrete_laplace(epsilon);
            let class = classes.of(noisy);
            all += noisy;
            shown += class.map_or(0, |_| noisy);
            areas.entry(area).or_default().insert(group, class);
        }
        let mut squares = squares(product, ground);
        let areas = areas.into_iter().map(|(area, groups)| ReleasedArea {
            squares: squares.remove(&area).unwrap_or_default(),
            area,
            groups,
        });
        Self {
            areas: areas.collect(),
            visible_percent: tens(shown, all),
        }
    }
}

/// The name of the one area of [`Product::City`].
const CITY: &str = "city";

/// How many reports fall into each cell; every cell is there.
fn counted<'a>(
    (product, period): (Product, Period),
    reports: impl IntoIterator<Item = &'a Report>,
    ground: &Ground,
) -> BTreeMap<(String, Group), u32> {
    let names: Vec<String> = match product {
        Product::Districts => ground.districts().iter().map(ToString::to_string).collect(),
        Product::Cells => ground.merged().keys().map(ToString::to_string).collect(),
        Product::City => vec![CITY.to_owned()],
    };
    let groups = product.groups();
    let cells = names
        .into_iter()
        .flat_map(|name| groups.iter().map(move |group| (name.clone(), *group)));
    let mut counts: BTreeMap<_, u32> = cells.map(|cell| (cell, 0)).collect();
    let mut cap = Cap::default();
    for report in reports.into_iter().filter(|own| period.has(own.week)) {
        let area = match product {
            Product::Districts => ground.district_of(&report.area).map(ToString::to_string),
            Product::Cells => ground.merged_of(&report.area).map(|own| own.to_string()),
            Product::City => ground.cell_of(&report.area).map(|_| CITY.to_owned()),
        };
        let cell = area.zip(product.group(report.category.sensitivity()));
        if let Some(count) = cell.and_then(|cell| counts.get_mut(&cell))
            && cap.lets_through(report)
        {
            *count += 1;
        }
    }
    counts
}

/// The squares of each area, by its name.
fn squares(product: Product, ground: &Ground) -> BTreeMap<String, Vec<String>> {
    if product != Product::Cells {
        return BTreeMap::new();
    }
    let named = |squares: Vec<SafetyCell>| squares.iter().map(ToString::to_string).collect();
    let merged = ground.merged().into_iter();
    merged
        .map(|(name, all)| (name.to_string(), named(all)))
        .collect()
}

fn tens(shown: i64, all: i64) -> Option<u32> {
    let all = all.max(shown);
    let percent = (all > 0).then(|| 100 * shown.max(0) / all)?;
    u32::try_from((percent + 5) / 10 * 10).ok()
}

#[cfg(test)]
pub(in crate::safety) mod tests;
