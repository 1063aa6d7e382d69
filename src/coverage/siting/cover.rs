//! Which site reaches whom: rows of people, and the sites that each of them could be reached from.
//!
//! What makes no difference is taken out first. People whom the same sites reach are one row; a site that reaches nobody
//! whom another does not reach as well is none. That, more than any clever search, makes exact answers cheap.

use std::collections::HashMap;

use super::lists::Lists;

/// A covering problem with nothing in it that makes no difference.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    /// What each row weighs; above 0.
    pub(super) weights: Vec<i64>,
    /// For each row, the sites that reach it; at least one.
    pub(super) sites_of: Lists,
    /// For each site, the rows it reaches.
    pub(super) rows_of: Lists,
    /// What each site is called outside.
    pub(super) names: Vec<u32>,
}

/// A smaller problem, what has been decided on the way there, and which row has become which.
pub(super) struct Shrunk {
    pub(super) cover: Cover,
    /// For each row of before, the row it is now; none where it is covered already or can no longer be.
    pub(super) row_now: Vec<Option<u32>>,
}

impl Cover {
    /// The problem as it is asked: rows with a weight, and for each site the rows it reaches.
    pub(super) fn whole(weights: Vec<i64>, rows_of: Lists) -> Self {
        Self {
            sites_of: rows_of.turned(weights.len()),
            names: (0_u32..).take(rows_of.count()).collect(),
            weights,
            rows_of,
        }
    }

    /// The same without what makes no difference.
    pub(super) fn reduced(&self) -> Self {
        let all = vec![true; self.names.len()];
        self.among(&all, &vec![false; self.weights.len()]).cover
    }

    /// How many sites there are.
    pub(super) fn site_count(&self) -> usize {
        self.names.len()
    }

    /// The same among those sites alone that `is_free`, without the rows that are `done`.
    pub(super) fn among(&self, is_free: &[bool], done: &[bool]) -> Shrunk {
        let mut is_free = is_free.to_vec();
        let mut shrunk = self.merged(&is_free, done);
        while shrunk.cover.drop_dominated(&mut is_free) {
            shrunk = self.merged(&is_free, done);
        }
        shrunk
    }

    /// Merges rows that the same free sites reach.
    fn merged(&self, is_free: &[bool], done: &[bool]) -> Shrunk {
        let mut number_now = vec![0_u32; is_free.len()];
        let mut names = Vec::new();
        for (site, _) in is_free.iter().enumerate().filter(|(_, free)| **free) {
            number_now[site] = u32::try_from(names.len()).unwrap_or(u32::MAX);
            names.push(self.names[site]);
        }
        let mut known: HashMap<Box<[u32]>, u32> = HashMap::new();
        let (mut weights, mut sites_of) = (Vec::<i64>::new(), Lists::default());
        let mut list = Vec::new();
        let mut row_now = vec![None; self.weights.len()];
        for (row, sites) in self.sites_of.all() {
            let weight = self.weights[row as usize];
            list.clear();
            let free = sites.iter().filter(|site| is_free[**site as usize]);
            list.extend(free.map(|site| number_now[*site as usize]));
            if list.is_empty() || weight <= 0 || done[row as usize] {
                continue;
            }
            let now = known.get(list.as_slice()).copied().unwrap_or_else(|| {
                let next = u32::try_from(weights.len()).unwrap_or(u32::MAX);
                known.insert(list.as_slice().into(), next);
                weights.push(0);
                sites_of.push(list.iter().copied());
                next
            });
            weights[now as usize] += weight;
            row_now[row as usize] = Some(now);
        }
        let rows_of = sites_of.turned(names.len());
        let cover = Self {
            weights,
            sites_of,
            rows_of,
            names,
        };
        Shrunk { cover, row_now }
    }

    /// Takes sites out of `is_free` (by their numbers before merging) whose rows another site reaches too; says whether any was.
    fn drop_dominated(&self, is_free: &mut [bool]) -> bool {
        let free: Vec<usize> = (0..is_free.len()).filter(|site| is_free[*site]).collect();
        let mut is_in = vec![false; self.weights.len()];
        let mut is_left = vec![true; self.site_count()];
        let mut some = false;
        for (site, rows) in self.rows_of.all() {
            if self.is_dominated(site, rows, &is_left, &mut is_in) {
                is_left[site as usize] = false;
                is_free[free[site as usize]] = false;
                some = true;
            }
        }
        some
    }

    /// Whether another site that is left reaches all of `rows`; only those can that reach its rarest row.
    fn is_dominated(&self, site: u32, rows: &[u32], left: &[bool], is_in: &mut [bool]) -> bool {
        let Some(rarest) = rows.iter().min_by_key(|row| self.sites_of.of(**row).len()) else {
            return true;
        };
        for &row in rows {
            is_in[row as usize] = true;
        }
        let mut others = self.sites_of.of(*rarest).iter();
        let found = others.any(|&other| {
            let theirs = self.rows_of.of(other);
            other != site
                && left[other as usize]
                && theirs.len() >= rows.len()
                && theirs.iter().filter(|row| is_in[**row as usize]).count() == rows.len()
        });
        for &row in rows {
            is_in[row as usize] = false;
        }
        found
    }
}
