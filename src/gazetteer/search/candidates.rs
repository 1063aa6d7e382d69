//! Which spots have a name that fits, and what the rest of the question means for them.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Cost, Search, SpotId};
use crate::domain::Corner;
use crate::gazetteer::context::ContextId;
use crate::gazetteer::keys::{Fit, KeyOf};
use crate::gazetteer::leftover::{Leftover, Words};
use crate::gazetteer::{Spot, SpotKind, typos};

/// So many spots are compared at most, whatever was asked; with typos, so many more.
const MOST_CANDIDATES: usize = 4_000;

/// So many of them are looked at closely.
const MOST_FINALISTS: usize = 100;

/// Only so many of the longest runs are looked up with typos.
const MOST_TYPO_RUNS: usize = 12;

/// Only so many of these with two typos: that takes longer.
const MOST_TWO_TYPO_RUNS: usize = 6;

/// A spot that may be among the best, with every word explained that can be.
pub(super) struct Finalist {
    pub(super) id: SpotId,
    pub(super) cost: Cost,
    pub(super) left: Leftover,
}

impl Finalist {
    /// Whether every word means something.
    pub(super) fn is_complete(&self) -> bool {
        self.cost.unexplained == 0
    }
}

/// The best way in which a spot fits.
#[derive(Clone, Copy)]
struct Best {
    cost: Cost,
    run: usize,
    fit: Fit,
    is_inner: bool,
}

/// Spots that may fit.
pub(super) struct Candidates<'a> {
    search: &'a Search<'a>,
    words: Words,
    best: HashMap<SpotId, Best>,
    /// What a run leaves over means the same for all spots of one context.
    explained: HashMap<(usize, usize, ContextId, bool), Leftover>,
    looked_at: usize,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(search: &'a Search<'a>, words: Words) -> Self {
        Self {
            search,
            words,
            best: HashMap::new(),
            explained: HashMap::new(),
            looked_at: 0,
        }
    }

    /// Looks up every run: as written, and with typos if words may have some.
    pub(super) fn collect(&mut self) {
        let search = self.search;
        for (number, run) in search.runs.iter().enumerate() {
            for (own, gazetteer) in search.gazetteers.iter().enumerate() {
                let put = |fit, of| self.put(own, number, fit, of);
                gazetteer.keys.beginning_with(&run.key, put);
            }
        }
        if self.words.may_have_typos() {
            self.looked_at = 0;
            self.collect_similar();
        }
    }

    fn collect_similar(&mut self) {
        let search = self.search;
        let is_name = |word: &String| !word.starts_with(|letter: char| letter.is_ascii_digit());
        let (mut all, mut two) = (0, 0);
        for (number, run) in search.runs.iter().enumerate() {
            let mut words = search.asked.words[run.begin..run.end].iter();
            let allowed = typos::allowed(&run.key);
            if allowed == 0 || !words.any(is_name) {
                continue;
            }
            all += 1;
            two += usize::from(allowed > 1);
            if all > MOST_TYPO_RUNS {
                return;
            }
            let most = if two > MOST_TWO_TYPO_RUNS { 1 } else { allowed };
            for (own, gazetteer) in search.gazetteers.iter().enumerate() {
                for most in 1..=most {
                    let put = |fit, of| self.put(own, number, fit, of);
                    gazetteer.keys.similar_to(&run.key, most, put);
                }
            }
        }
    }

    /// Keeps a way to fit if the spot has no better one; false when enough have been looked at.
    fn put(&mut self, gazetteer: usize, run: usize, fit: Fit, of: KeyOf) -> bool {
        self.looked_at += 1;
        let search = self.search;
        let id = (gazetteer, of.spot);
        let spot = search.spot(id);
        let words = self.words;
        let key = (gazetteer, run, spot.context, takes_number(spot));
        let left = self
            .explained
            .entry(key)
            .or_insert_with(|| explain(search, words, gazetteer, run, spot));
        let new = Best {
            cost: cost(fit, of.is_inner, left),
            run,
            fit,
            is_inner: of.is_inner,
        };
        let best = self.best.entry(id).or_insert(new);
        if new.cost < best.cost {
            *best = new;
        }
        self.looked_at < MOST_CANDIDATES
    }

    /// Those that may be among the best, with every word explained that the ground can explain.
    pub(super) fn finalists(mut self) -> Vec<Finalist> {
        let mut ranked: Vec<(SpotId, Best)> = self.best.drain().collect();
        if ranked.len() > MOST_FINALISTS {
            ranked.select_nth_unstable_by(MOST_FINALISTS, |a, b| self.compare(a, b));
            ranked.truncate(MOST_FINALISTS);
        }
        let finalists = ranked.into_iter().map(|(id, best)| {
            let spot = self.search.spot(id);
            let mut left = explain(self.search, self.words, id.0, best.run, spot);
            self.explain_by_ground(&mut left, id);
            Finalist {
                id,
                cost: cost(best.fit, best.is_inner, &left),
                left,
            }
        });
        let mut finalists: Vec<Finalist> = finalists.collect();
        finalists.sort_by_cached_key(|own| (own.cost, own.id));
        finalists
    }

    fn compare(&self, (a_id, a): &(SpotId, Best), (b_id, b): &(SpotId, Best)) -> Ordering {
        let metres = |id: &SpotId| self.search.metres_to(self.search.corner_of(*id));
        let (a_spot, b_spot) = (self.search.spot(*a_id), self.search.spot(*b_id));
        a.cost
            .cmp(&b.cost)
            .then_with(|| metres(a_id).total_cmp(&metres(b_id)))
            .then_with(|| a_spot.kind.cmp(&b_spot.kind))
            .then_with(|| a_spot.name.len().cmp(&b_spot.name.len()))
            .then_with(|| a_id.cmp(b_id))
    }

    /// A street may run through several parts of the city: those of its middle and of the house asked for count.
    fn explain_by_ground(&self, left: &mut Leftover, id: SpotId) {
        if left.is_certain() {
            return;
        }
        let house = left.number.as_deref();
        let house = house.and_then(|number| self.search.house_of(id, number));
        let corners = [self.search.corner_of(id), house];
        let locations = corners.into_iter().flatten().filter_map(Corner::location);
        let names: Vec<String> = locations.flat_map(self.search.around.words_at).collect();
        left.improve(self.search.asked, self.words, &names);
    }
}

fn explain(
    search: &Search<'_>,
    words: Words,
    gazetteer: usize,
    run: usize,
    spot: &Spot,
) -> Leftover {
    let contexts = &search.gazetteers[gazetteer].contexts;
    let is_postcode = |word: &str| {
        let mut all = search.gazetteers.iter();
        all.any(|own| own.contexts.has_postcode(word))
    };
    Leftover::of(
        search.asked,
        &search.runs[run],
        words,
        (contexts, contexts.get(spot.context)),
        &is_postcode,
        takes_number(spot),
    )
}

fn takes_number(spot: &Spot) -> bool {
    !spot.houses.is_empty() || spot.kind == SpotKind::Street
}

fn cost(fit: Fit, is_inner: bool, left: &Leftover) -> Cost {
    Cost {
        unexplained: left.unexplained(),
        edits: fit.edits.saturating_add(left.typos()),
        is_begun: fit.is_begun || left.is_begun(),
        number: 0,
        aside: u8::from(is_inner) + u8::from(left.lacks_postcode),
    }
}
