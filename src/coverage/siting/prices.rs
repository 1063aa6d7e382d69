//! An upper bound by prices: what could be covered at most, without trying choices out.
//!
//! Every row pays each chosen site that reaches it a price, at most its weight, and counts at least what is left of its
//! weight. For given prices the best choice is plain: the sites that earn most. It covers no less than any choice can
//! (Lagrangian relaxation of the maximal covering problem: Galvão and `ReVelle` 1996), and good prices come within a few
//! thousandths of the truth. Prices are whole numbers, finer than weights, so that a bound is never wrong by rounding.

use super::cover::Cover;

/// Prices by row and what they say.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// What each row pays, in weight times the fineness.
    pub(super) of_rows: Vec<i64>,
    /// No choice covers more, in weight times the fineness.
    pub(super) bound: i64,
    /// No choice with each site covers more.
    pub(super) with: Vec<i64>,
    /// No choice without each site covers more.
    pub(super) without: Vec<i64>,
    /// How often each site was among the best earners lately, from 0 to 1.
    pub(super) often: Vec<f64>,
}

/// What is looked for: how many sites, and from where on a bound says enough.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    pub(super) sites: usize,
    /// Parts of one weight.
    pub(super) fineness: i64,
    /// A bound below this proves that nothing better is to be found here.
    pub(super) enough: i64,
    /// Rounds of bettering the prices.
    pub(super) rounds: u32,
}

/// Rounds without a better bound before steps become shorter.
const PATIENCE: u32 = 12;

/// How much of its last direction a step keeps (Camerini, Fratta and Maffioli 1975 deflect so, against zigzag).
const MEMORY: f64 = 0.9;

/// Weight of the newest choice in [`Prices::often`].
const FORGETTING: f64 = 0.08;

impl Prices {
    /// Half of its weight for every row.
    pub(super) fn first(cover: &Cover, fineness: i64) -> Self {
        let of_rows = cover.weights.iter().map(|weight| weight * fineness / 2);
        Self::of(cover, of_rows.collect())
    }

    pub(super) fn of(cover: &Cover, of_rows: Vec<i64>) -> Self {
        Self {
            of_rows,
            bound: i64::MAX,
            with: vec![i64::MAX; cover.site_count()],
            without: vec![i64::MAX; cover.site_count()],
            often: vec![0.0; cover.site_count()],
        }
    }

    /// Betters the prices round by round; `found` is told of each choice of sites met on the way and what it covers.
    pub(super) fn better(
        &mut self,
        cover: &Cover,
        aim: &mut Aim,
        mut found: impl FnMut(&[u32], i64) -> i64,
    ) {
        let mut market = Market::new(cover, aim, self.of_rows.clone());
        let (mut length, mut stale) = (1.0, 0);
        for _ in 0..aim.rounds {
            let covered = market.choose();
            aim.enough = found(market.best(), covered);
            for site in &mut self.often {
                *site *= 1.0 - FORGETTING;
            }
            for &site in market.best() {
                self.often[site as usize] += FORGETTING;
            }
            let bound = market.bound();
            market.judge(bound, &mut self.with, &mut self.without);
            if bound < self.bound {
                self.bound = bound;
                self.of_rows.clone_from(&market.prices);
                stale = 0;
            } else {
                stale += 1;
            }
            if self.bound < aim.enough {
                break;
            }
            if stale >= PATIENCE {
                stale = 0;
                length /= 2.0;
                if length < 0.002 {
                    break;
                }
            }
            market.step(bound - aim.enough, length);
        }
    }
}

/// One round after the other: who earns most at these prices, and whose prices to change.
struct Market<'a> {
    cover: &'a Cover,
    fineness: i64,
    sites: usize,
    prices: Vec<i64>,
    /// The sum of what rows keep of their weights.
    kept: i64,
    earned: Vec<i64>,
    /// The best earners come first.
    order: Vec<u32>,
    times: Vec<i32>,
    direction: Vec<f64>,
    /// The weight of each row: heavy rows step further.
    scale: Vec<f64>,
    /// What each row may pay.
    most: Vec<i64>,
}

impl<'a> Market<'a> {
    fn new(cover: &'a Cover, aim: &Aim, prices: Vec<i64>) -> Self {
        let mut market = Self {
            fineness: aim.fineness,
            sites: aim.sites.min(cover.site_count()),
            kept: 0,
            earned: vec![0; cover.site_count()],
            order: (0_u32..).take(cover.site_count()).collect(),
            times: vec![0; cover.weights.len()],
            direction: vec![0.0; cover.weights.len()],
            scale: cover.weights.iter().map(|weight| *weight as f64).collect(),
            most: cover
                .weights
                .iter()
                .map(|weight| weight * aim.fineness)
                .collect(),
            prices,
            cover,
        };
        market.add_up();
        market
    }

    fn best(&self) -> &[u32] {
        &self.order[..self.sites]
    }

    /// Chooses the best earners; says what they cover.
    fn choose(&mut self) -> i64 {
        if (1..self.order.len()).contains(&self.sites) {
            let earned = &self.earned;
            let key = |site: &u32| (std::cmp::Reverse(earned[*site as usize]), *site);
            self.order.select_nth_unstable_by_key(self.sites - 1, key);
        }
        self.times.fill(0);
        let mut covered = 0;
        for &site in &self.order[..self.sites] {
            for &row in self.cover.rows_of.of(site) {
                let times = &mut self.times[row as usize];
                if *times == 0 {
                    covered += self.cover.weights[row as usize];
                }
                *times += 1;
            }
        }
        covered
    }

    /// Lowers the bounds of choices with each site and without it: what the worst chosen site or the best other one
    /// earns would be missing or take its place.
    fn judge(&self, bound: i64, with: &mut [i64], without: &mut [i64]) {
        let (best, others) = self.order.split_at(self.sites);
        let earned = |site: &u32| self.earned[*site as usize];
        let last_in = best.iter().map(earned).min().unwrap_or(0);
        let first_out = others.iter().map(earned).max().unwrap_or(0);
        for ((with, without), own) in with.iter_mut().zip(without).zip(&self.earned) {
            *with = (*with).min(bound - (last_in - own).max(0));
            *without = (*without).min(bound - (own - first_out).max(0));
        }
    }

    fn bound(&self) -> i64 {
        let best = self.best().iter();
        self.kept + best.map(|site| self.earned[*site as usize]).sum::<i64>()
    }

    /// Lets rows that nobody reaches pay more and rows that several reach pay less, in proportion to their weight and so
    /// far that the bound might close the gap.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "prices stay between 0 and their weights"
    )]
    fn step(&mut self, gap: i64, length: f64) {
        let square = self.turn();
        if square == 0.0 {
            return;
        }
        let step = length * gap.max(self.fineness) as f64 / square;
        let rows = self.prices.iter_mut().zip(&self.direction);
        for ((price, direction), (scale, most)) in rows.zip(self.scale.iter().zip(&self.most)) {
            let change = step * direction * scale;
            *price = price.saturating_add(change as i64).clamp(0, *most);
        }
        self.add_up();
    }

    /// Turns the direction towards what the last choice calls for; gives the square of its length. Rows at an end of
    /// what they may pay stand still. Written without branches, which a processor could not foresee.
    fn turn(&mut self) -> f64 {
        let mut square = 0.0;
        let rows = self.direction.iter_mut().zip(&self.times);
        let ranges = self.prices.iter().zip(self.scale.iter().zip(&self.most));
        for ((direction, times), (price, (scale, most))) in rows.zip(ranges) {
            let slope = 1 - *times;
            let room = if slope > 0 { most - price } else { *price };
            let moves = f64::from(u8::from(room > 0) | u8::from(slope == 0));
            *direction = moves * (f64::from(slope) + MEMORY * *direction);
            square += *direction * *direction * scale;
        }
        square
    }

    /// What each site earns and what rows keep at these prices.
    fn add_up(&mut self) {
        let prices = &self.prices;
        for (earned, (_, rows)) in self.earned.iter_mut().zip(self.cover.rows_of.all()) {
            *earned = rows.iter().map(|row| prices[*row as usize]).sum();
        }
        self.kept = self.most.iter().sum::<i64>() - prices.iter().sum::<i64>();
    }
}
