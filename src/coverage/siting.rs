//! Where the next places would reach most people: the best so many of given sites, with proof (maximal covering,
//! Church and `ReVelle` 1974).
//!
//! What a site is, only the asker knows: a school, a junction of the walk network, an evening hour of a place. Here it
//! is the set of people it would reach. Whoever is reached already weighs nothing.

mod cover;
mod gain;
pub(in crate::coverage) mod lists;
mod picked;
mod prices;
mod search;
#[cfg(test)]
mod tests;

pub use gain::Catchments;

use cover::Cover;
use picked::Picked;

/// A question for the best sites.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What reaching each row of people is worth: thousandths of a person, times their need where need counts; 0 for
    /// those who are reached already.
    pub weights: &'a [u32],
    /// For each site, the numbers of the rows it would reach. A number without a weight is nobody.
    pub reaches: &'a [Vec<u32>],
    /// How many sites are wanted.
    pub sites: usize,
    /// How hard to look for proof.
    pub effort: Effort,
}

/// How many numbers a search may look at before it says what it has. No clock: the same question has the same answer
/// on every machine. A thousand million take some seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort(pub u64);

impl Default for Effort {
    fn default() -> Self {
        Self(4_000_000_000)
    }
}

/// The best sites, and how sure that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Siting {
    /// What to open, what reaches most first. Fewer than wanted where more would reach nobody.
    pub sites: Vec<Gain>,
    /// What they reach together.
    pub covered: u64,
    /// No choice of so many sites reaches more.
    pub bound: u64,
    /// Choices that differ in one site and reach nearly as much, the nearest first.
    pub alternatives: Vec<Alternative>,
    /// What was spent of the effort.
    pub spent: Effort,
}

/// A site, and what it adds to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// Its number among the sites asked about.
    pub site: u32,
    /// What it adds.
    pub added: u64,
}

/// One site exchanged for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The chosen site that is not opened.
    pub instead_of: u32,
    /// The site that is opened in its place.
    pub site: u32,
    /// What all reach together then.
    pub covered: u64,
}

/// Alternatives reach at least this share of the best.
const NEARLY: f64 = 0.99;

/// No more alternatives than these are told.
const MOST_ALTERNATIVES: usize = 10;

impl Siting {
    /// Whether no other choice reaches more.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.covered == self.bound
    }

    /// How much more than this might be reached, as a share of the bound.
    #[must_use]
    pub fn gap(&self) -> f64 {
        (self.bound - self.covered) as f64 / self.bound.max(1) as f64
    }
}

impl Question<'_> {
    /// The answer: the best choice that was found, and the least upper bound that was proven.
    #[must_use]
    pub fn answer(&self) -> Siting {
        let known = u32::try_from(self.weights.len()).unwrap_or(u32::MAX);
        let lists = self.reaches.iter().map(|rows| {
            let mut rows: Vec<u32> = rows.iter().copied().filter(|row| *row < known).collect();
            rows.sort_unstable();
            rows.dedup();
            rows
        });
        let weights: Vec<i64> = self.weights.iter().copied().map(i64::from).collect();
        let whole = Cover::whole(weights, lists.collect());
        let found = search::best(&whole.reduced(), self.sites, self.effort.0);
        let (sites, picked) = in_order(&whole, &found.sites);
        Siting {
            sites,
            covered: found.covered.unsigned_abs(),
            bound: found.bound.unsigned_abs(),
            alternatives: alternatives(&picked),
            spent: Effort(found.spent),
        }
    }
}

/// The sites in the order in which each adds most to those before it.
fn in_order<'a>(whole: &'a Cover, sites: &[u32]) -> (Vec<Gain>, Picked<'a>) {
    let mut left = sites.to_vec();
    left.sort_unstable();
    let mut picked = Picked::none(whole);
    let mut order = Vec::new();
    while let Some(&site) = left
        .iter()
        .min_by_key(|site| std::cmp::Reverse(picked.adds(**site)))
    {
        left.retain(|other| *other != site);
        let added = picked.adds(site).unsigned_abs();
        if added > 0 {
            order.push(Gain { site, added });
            picked.add(site);
        }
    }
    (order, picked)
}

fn alternatives(picked: &Picked<'_>) -> Vec<Alternative> {
    let least = picked.covered() as f64 * NEARLY;
    let exchanges = picked
        .chosen()
        .iter()
        .flat_map(|out| picked.exchanges(*out));
    let mut near: Vec<Alternative> = exchanges
        .map(|exchange| (exchange, picked.covered() + exchange.change))
        .filter(|(_, covered)| *covered as f64 >= least)
        .map(|(exchange, covered)| Alternative {
            instead_of: exchange.out,
            site: exchange.into,
            covered: covered.unsigned_abs(),
        })
        .collect();
    near.sort_unstable_by_key(|own| (std::cmp::Reverse(own.covered), own.instead_of, own.site));
    near.truncate(MOST_ALTERNATIVES);
    near
}
