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

/// A smaller problem, and what its rows and sites were before.
pub(super) struct Shrunk {
    pub(super) cover: Cover,
    /// For each site that is left, its number before.
    pub(super) site_was: Vec<u32>,
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
        while shrunk.cover.drop_dominated(&shrunk.site_was, &mut is_free) {
            shrunk = self.merged(&is_free, done);
        }
        shrunk
    }

    /// Merges rows that the same free sites reach.
    fn merged(&self, is_free: &[bool], done: &[bool]) -> Shrunk {
        let mut number_now = vec![0_u32; is_free.len()];
        let mut site_was = Vec::new();
        for (site, _) in (0_u32..).zip(is_free).filter(|(_, free)| **free) {
            number_now[site as usize] = u32::try_from(site_was.len()).unwrap_or(u32::MAX);
            site_was.push(site);
        }
        // Two different lists that share their sum stay two rows; that costs a little and breaks nothing.
        let mut known: HashMap<u64, u32> = HashMap::new();
        let (mut weights, mut sites_of) = (Vec::<i64>::new(), Lists::default());
        let mut list = Vec::new();
        let mut row_now = vec![None; self.weights.len()];
        for (row, sites) in self.sites_of.all() {
            let weight = self.weights[row as usize];
            if weight <= 0 || done[row as usize] {
                continue;
            }
            list.clear();
            let free = sites.iter().filter(|site| is_free[**site as usize]);
            list.extend(free.map(|site| number_now[*site as usize]));
            if list.is_empty() {
                continue;
            }
            let next = u32::try_from(weights.len()).unwrap_or(u32::MAX);
            let mut now = *known.entry(sum(&list)).or_insert(next);
            if now == next || sites_of.of(now) != list {
                now = next;
                weights.push(0);
                sites_of.push(list.iter().copied());
            }
            weights[now as usize] += weight;
            row_now[row as usize] = Some(now);
        }
        let cover = Self {
            rows_of: sites_of.turned(site_was.len()),
            names: site_was
                .iter()
                .map(|was| self.names[*was as usize])
                .collect(),
            weights,
            sites_of,
        };
        Shrunk {
            cover,
            site_was,
            row_now,
        }
    }

    /// Takes sites out of `is_free` (by their numbers before merging) whose rows another site reaches too; says whether any was.
    fn drop_dominated(&self, site_was: &[u32], is_free: &mut [bool]) -> bool {
        let mut is_left = vec![true; self.site_count()];
        let mut some = false;
        for (site, rows) in self.rows_of.all() {
            if self.is_dominated(site, rows, &is_left) {
                is_left[site as usize] = false;
                is_free[site_was[site as usize] as usize] = false;
                some = true;
            }
        }
        some
    }

    /// Whether another site that is left reaches all of `rows`; only those can that reach its rarest row.
    fn is_dominated(&self, site: u32, rows: &[u32], is_left: &[bool]) -> bool {
        let Some(rarest) = rows.iter().min_by_key(|row| self.sites_of.of(**row).len()) else {
            return true;
        };
        let mut others = self.sites_of.of(*rarest).iter();
        others.any(|&other| {
            other != site && is_left[other as usize] && are_among(rows, self.rows_of.of(other))
        })
    }
}

/// Whether all numbers are among the others; both ascend.
fn are_among(numbers: &[u32], others: &[u32]) -> bool {
    let mut others = others.iter();
    numbers.len() <= others.len()
        && numbers
            .iter()
            .all(|number| others.find(|other| *other >= number) == Some(number))
}

/// A number that lists of the same sites share, and hardly any others.
fn sum(sites: &[u32]) -> u64 {
    sites.iter().fold(sites.len() as u64, |sum, site| {
        (sum.rotate_left(5) ^ u64::from(*site)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}
