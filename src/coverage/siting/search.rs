//! The best choice of sites and its proof: prices bound what is left, and what they cannot decide is tried both ways.

use super::cover::Cover;
use super::picked::Picked;
use super::prices::{Aim, Prices};

/// What a search came to.
pub(super) struct Found {
    /// Names of the sites.
    pub(super) sites: Vec<u32>,
    pub(super) covered: i64,
    /// No choice covers more; what is covered itself where that is proven.
    pub(super) bound: i64,
    /// What was spent of the effort allowed.
    pub(super) spent: u64,
}

/// Rounds of prices at first, and where one more site has been decided.
const FIRST_ROUNDS: u32 = 200;
const LATER_ROUNDS: u32 = 30;

/// Where prices decide at least one site in so many, they are bettered again before a site is tried both ways.
const WORTH_ANOTHER_LOOK: usize = 10;

/// Bounds are counted in these parts of the whole weight, so that they are exact in a float too.
const FINEST: i64 = 1 << 50;

pub(super) struct Search {
    fineness: i64,
    best: Found,
    allowed: u64,
    /// The greatest bound of a part that was left because the effort was spent.
    left_open: i64,
}

/// A part of all choices: some sites are decided, the rest is open.
struct Part {
    cover: Cover,
    /// How many sites are still to be chosen.
    sites: usize,
    chosen: Vec<u32>,
    /// What the chosen ones cover.
    covered: i64,
    prices: Prices,
}

/// The best `sites` sites, with at most so much effort (numbers looked at).
pub(super) fn best(cover: &Cover, sites: usize, allowed: u64) -> Found {
    let whole: i64 = cover.weights.iter().sum();
    let fineness = (FINEST / whole.max(1)).max(1);
    let mut search = Search {
        fineness,
        best: Found {
            sites: Vec::new(),
            covered: 0,
            bound: 0,
            spent: 0,
        },
        allowed,
        left_open: 0,
    };
    let all = Part {
        prices: Prices::first(cover, fineness),
        cover: cover.clone(),
        sites,
        chosen: Vec::new(),
        covered: 0,
    };
    let mut picked = Picked::none(cover);
    picked.fill(sites);
    picked.improve();
    search.offer(&all, picked.chosen(), picked.covered());
    search.try_all(all, FIRST_ROUNDS);
    let mut best = search.best;
    best.bound = best.covered.max(search.left_open);
    best
}

impl Search {
    /// A bound below this leaves nothing better.
    fn enough(&self) -> i64 {
        (self.best.covered + 1) * self.fineness
    }

    fn offer(&mut self, part: &Part, sites: &[u32], covered: i64) {
        if part.covered + covered > self.best.covered {
            self.best.covered = part.covered + covered;
            self.best.sites.clone_from(&part.chosen);
            let names = sites.iter().map(|site| part.cover.names[*site as usize]);
            self.best.sites.extend(names);
        }
    }

    fn try_all(&mut self, mut part: Part, rounds: u32) {
        if part.cover.site_count() <= part.sites {
            let all: Vec<u32> = (0_u32..).take(part.cover.site_count()).collect();
            let covered = part.cover.weights.iter().sum();
            self.offer(&part, &all, covered);
            return;
        }
        if part.sites == 0 {
            self.offer(&part, &[], 0);
            return;
        }
        self.better_prices(&mut part, rounds);
        if self.is_decided(&part) {
            return;
        }
        if self.best.spent > self.allowed {
            self.left_open = self
                .left_open
                .max(part.covered + part.prices.bound / self.fineness);
            return;
        }
        if let Some(smaller) = self.fixed(&part) {
            let (before, now) = (part.cover.site_count(), smaller.cover.site_count());
            let is_worth_it = (before - now) * WORTH_ANOTHER_LOOK >= before;
            if is_worth_it || smaller.sites == 0 || now <= smaller.sites {
                return self.try_all(smaller, LATER_ROUNDS);
            }
            part = smaller;
        }
        let site = part.doubtful();
        let with = part.deciding(|other| (other == site).then_some(true));
        let without = part.deciding(|other| (other == site).then_some(false));
        drop(part);
        self.try_all(with, LATER_ROUNDS);
        self.try_all(without, LATER_ROUNDS);
    }

    /// Whether the part holds nothing better: by its bound, or because something better would need a site and do
    /// without it, or need more sites than may be chosen (each of the bounds of sites comes from other prices).
    fn is_decided(&self, part: &Part) -> bool {
        let enough = self.enough() - part.covered * self.fineness;
        let prices = &part.prices;
        let mut needed = 0;
        let mut sites = prices.with.iter().zip(&prices.without);
        let contradicts = sites.any(|(with, without)| {
            needed += usize::from(*without < enough);
            *without < enough && *with < enough
        });
        prices.bound < enough || contradicts || needed > part.sites
    }

    fn better_prices(&mut self, part: &mut Part, rounds: u32) {
        let before = self.best.covered - part.covered;
        let mut aim = Aim {
            sites: part.sites,
            fineness: self.fineness,
            enough: (before + 1) * self.fineness,
            rounds,
        };
        let mut met = Met {
            most: before,
            ever: 0,
            sites: None,
            rounds: 0,
            spent: 0,
            exchanges: rounds == FIRST_ROUNDS,
        };
        let cover = &part.cover;
        part.prices.better(cover, &mut aim, |sites, covered| {
            met.look(cover, sites, covered);
            (met.most + 1) * self.fineness
        });
        self.best.spent += met.spent;
        if let Some(sites) = met.sites {
            self.offer(part, &sites, met.most);
        }
    }

    /// The part without the sites that prices decide; none where they decide nothing.
    fn fixed(&self, part: &Part) -> Option<Part> {
        let prices = &part.prices;
        let enough = self.enough() - part.covered * self.fineness;
        let fate = |site: u32| {
            if prices.with[site as usize] < enough {
                Some(false)
            } else {
                (prices.without[site as usize] < enough).then_some(true)
            }
        };
        let sites = 0..u32::try_from(part.cover.site_count()).unwrap_or(u32::MAX);
        let decides = sites.filter(|site| fate(*site).is_some()).count();
        (decides > 0).then(|| part.deciding(fate))
    }
}

impl Part {
    /// The site to try both ways: among the best earners now and then, and reaching many. Many matters more: what
    /// such a site decides moves the bound.
    fn doubtful(&self) -> u32 {
        let score = |site: u32| {
            let often = self.prices.often[site as usize];
            let rows = self.cover.rows_of.of(site).iter();
            let reached: i64 = rows.map(|row| self.cover.weights[*row as usize]).sum();
            (often * (1.0 - often)).max(0.0).sqrt().sqrt() * reached as f64
        };
        let sites = (0_u32..).take(self.cover.site_count());
        let scores = sites.map(|site| (site, score(site)));
        let most = scores.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        most.map_or(0, |(site, _)| site)
    }

    /// The part in which some sites are chosen (`true`) or out (`false`).
    fn deciding(&self, fate: impl Fn(u32) -> Option<bool>) -> Self {
        let sites = (0_u32..).take(self.cover.site_count());
        let fates: Vec<Option<bool>> = sites.map(fate).collect();
        let mut done = vec![false; self.cover.weights.len()];
        let mut chosen = self.chosen.clone();
        for (site, _) in (0_u32..)
            .zip(&fates)
            .filter(|(_, fate)| **fate == Some(true))
        {
            chosen.push(self.cover.names[site as usize]);
            for &row in self.cover.rows_of.of(site) {
                done[row as usize] = true;
            }
        }
        let rows = self.cover.weights.iter().zip(&done);
        let covered: i64 = rows
            .filter(|(_, done)| **done)
            .map(|(weight, _)| *weight)
            .sum();
        let is_free: Vec<bool> = fates.iter().map(Option::is_none).collect();
        let shrunk = self.cover.among(&is_free, &done);
        let mut of_rows = vec![0; shrunk.cover.weights.len()];
        for (row, now) in shrunk.row_now.iter().enumerate() {
            if let Some(now) = now {
                of_rows[*now as usize] += self.prices.of_rows[row];
            }
        }
        let newly = chosen.len() - self.chosen.len();
        let mut prices = Prices::of(&shrunk.cover, of_rows);
        for (often, was) in prices.often.iter_mut().zip(&shrunk.site_was) {
            *often = self.prices.often[*was as usize];
        }
        Self {
            sites: self.sites - newly,
            chosen,
            covered: self.covered + covered,
            prices,
            cover: shrunk.cover,
        }
    }
}

/// The choices met while prices are bettered.
struct Met {
    /// The most that is known to be coverable.
    most: i64,
    /// The most that best earners covered by themselves.
    ever: i64,
    sites: Option<Vec<u32>>,
    rounds: u32,
    spent: u64,
    /// Whether to look for better choices by exchanges.
    exchanges: bool,
}

impl Met {
    /// Near the best earners lie better choices that prices alone do not see: at first, exchanges look for them now and
    /// then.
    fn look(&mut self, cover: &Cover, sites: &[u32], covered: i64) {
        let round = (cover.sites_of.total() + cover.weights.len()) as u64;
        self.spent += round;
        self.rounds += 1;
        let is_better = covered > self.most || (covered > self.ever && self.rounds > 20);
        if !self.exchanges && covered > self.most {
            self.most = covered;
            self.sites = Some(sites.to_vec());
        }
        if !self.exchanges || (!is_better && !self.rounds.is_multiple_of(50)) {
            return;
        }
        self.ever = self.ever.max(covered);
        let mut picked = Picked::of(cover, sites);
        picked.improve();
        self.spent += 3 * round;
        if picked.covered() > self.most {
            self.most = picked.covered();
            self.sites = Some(picked.chosen().to_vec());
        }
    }
}
