//! Sites that are chosen, what each further one would add, and exchanging one for another.

use super::cover::Cover;

/// A choice of sites that knows what every further site adds.
pub(super) struct Picked<'a> {
    cover: &'a Cover,
    /// For each row, how many chosen sites reach it.
    times: Vec<u32>,
    /// For each site, the weight of its rows that nobody reaches yet.
    adds: Vec<i64>,
    chosen: Vec<u32>,
    is_chosen: Vec<bool>,
    covered: i64,
}

/// A chosen site given up for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exchange {
    pub(super) out: u32,
    pub(super) into: u32,
    /// What the exchange changes in weight covered.
    pub(super) change: i64,
}

impl<'a> Picked<'a> {
    /// Nothing chosen.
    pub(super) fn none(cover: &'a Cover) -> Self {
        let sum = |rows: &[u32]| rows.iter().map(|row| cover.weights[*row as usize]).sum();
        Self {
            cover,
            times: vec![0; cover.weights.len()],
            adds: cover.rows_of.all().map(|(_, rows)| sum(rows)).collect(),
            chosen: Vec::new(),
            is_chosen: vec![false; cover.site_count()],
            covered: 0,
        }
    }

    /// These sites chosen.
    pub(super) fn of(cover: &'a Cover, sites: &[u32]) -> Self {
        let mut picked = Self::none(cover);
        for &site in sites {
            picked.add(site);
        }
        picked
    }

    pub(super) fn chosen(&self) -> &[u32] {
        &self.chosen
    }

    /// The weight of all rows that a chosen site reaches.
    pub(super) fn covered(&self) -> i64 {
        self.covered
    }

    /// What a site would add.
    pub(super) fn adds(&self, site: u32) -> i64 {
        self.adds[site as usize]
    }

    pub(super) fn add(&mut self, site: u32) {
        self.covered += self.adds[site as usize];
        self.chosen.push(site);
        self.is_chosen[site as usize] = true;
        for &row in self.cover.rows_of.of(site) {
            self.times[row as usize] += 1;
            if self.times[row as usize] == 1 {
                self.shift(row, -self.cover.weights[row as usize]);
            }
        }
    }

    fn remove(&mut self, site: u32) {
        self.chosen.retain(|other| *other != site);
        self.is_chosen[site as usize] = false;
        for &row in self.cover.rows_of.of(site) {
            self.times[row as usize] -= 1;
            if self.times[row as usize] == 0 {
                self.shift(row, self.cover.weights[row as usize]);
            }
        }
        self.covered -= self.adds[site as usize];
    }

    fn shift(&mut self, row: u32, by: i64) {
        for &site in self.cover.sites_of.of(row) {
            self.adds[site as usize] += by;
        }
    }

    /// Chooses what adds most, again and again, until there are `count` sites or nothing adds anything.
    pub(super) fn fill(&mut self, count: usize) {
        while self.chosen.len() < count {
            // Of equal ones the first.
            let sites = (0_u32..).zip(&self.adds);
            match sites.min_by_key(|(_, adds)| std::cmp::Reverse(**adds)) {
                Some((site, adds)) if *adds > 0 => self.add(site),
                _ => break,
            }
        }
    }

    /// For each site that is not chosen, the best exchange of `out` for it; in no order.
    pub(super) fn exchanges(&self, out: u32) -> impl Iterator<Item = Exchange> {
        let mut adds = self.adds.clone();
        let mut lost = 0;
        for &row in self.cover.rows_of.of(out) {
            if self.times[row as usize] == 1 {
                let weight = self.cover.weights[row as usize];
                lost += weight;
                for &site in self.cover.sites_of.of(row) {
                    adds[site as usize] += weight;
                }
            }
        }
        let sites = (0_u32..).zip(adds);
        let others = sites.filter(|(site, _)| !self.is_chosen[*site as usize]);
        others.map(move |(into, adds)| Exchange {
            out,
            into,
            change: adds - lost,
        })
    }

    /// Exchanges one site for another as long as that covers more.
    pub(super) fn improve(&mut self) {
        while let Some(better) = self.best_exchange() {
            self.remove(better.out);
            self.add(better.into);
        }
    }

    fn best_exchange(&self) -> Option<Exchange> {
        let all = self.chosen.iter().flat_map(|out| self.exchanges(*out));
        all.filter(|exchange| exchange.change > 0)
            .max_by_key(|exchange| exchange.change)
    }
}
