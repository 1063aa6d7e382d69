//! Which spots have a name that fits, and what the rest of the question means for them.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Cost, Search, SpotId};
use crate::domain::Corner;
use crate::gazetteer::amendment::Rank;
use crate::gazetteer::keys::{Fit, KeyOf, Keys};
use crate::gazetteer::leftover::{Leftover, Words};
use crate::gazetteer::{Spot, SpotKind, typos};

/// So many spots are compared at most, whatever was asked; with typos, so many more.
const MOST_CANDIDATES: usize = 4_000;

/// So many of them are looked at closely.
const MOST_FINALISTS: usize = 100;

/// Only so many of the longest runs are looked up with typos.
const MOST_TYPO_RUNS: usize = 8;

/// Only so many of these with two typos: that takes longer.
const MOST_TWO_TYPO_RUNS: usize = 4;

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

/// A spot with what decides whether it is looked at closely.
struct Ranked {
    id: SpotId,
    rank: Rank,
    best: Best,
    metres: f64,
    kind: SpotKind,
    letters: usize,
}

/// A key of a spot that is new, and where it comes in the list of all.
struct NewKey {
    key: Vec<u8>,
    rank: Rank,
    fit: Fit,
    of: KeyOf,
}

/// Spots that may fit.
pub(super) struct Candidates<'a> {
    search: &'a Search<'a>,
    words: Words,
    best: HashMap<SpotId, Best>,
    looked_at: usize,
}

impl<'a> Candidates<'a> {
    /// Every spot whose name is in the question as written.
    pub(super) fn as_written(search: &'a Search<'a>) -> Self {
        let mut candidates = Self {
            search,
            words: Words::AS_WRITTEN,
            best: HashMap::new(),
            looked_at: 0,
        };
        for run in 0..search.runs.len() {
            candidates.collect(run, None);
        }
        candidates
    }

    /// Adds spots whose names are in the question with typos; what surrounds a name may have typos too from now on.
    pub(super) fn add_similar(&mut self) {
        self.words = Words::WITH_TYPOS;
        self.looked_at = 0;
        let words = &self.search.asked.words;
        let is_name = |word: &String| !word.starts_with(|letter: char| letter.is_ascii_digit());
        // Where a number stands at an end of a run, it is no part of a name.
        let named = self
            .search
            .runs
            .iter()
            .enumerate()
            .filter(|(_, run)| is_name(&words[run.begin]) && is_name(&words[run.end - 1]));
        let allowed = named.map(|(number, run)| (number, typos::allowed(&run.key)));
        let looked_up = allowed.filter(|(_, most)| *most > 0).take(MOST_TYPO_RUNS);
        let mut two = 0;
        for (run, most) in looked_up {
            two += usize::from(most > 1);
            self.collect(run, Some(1));
            if most > 1 && two <= MOST_TWO_TYPO_RUNS {
                self.collect(run, Some(2));
            }
        }
    }

    /// Looks a run up, as written or with at most so many typos.
    fn collect(&mut self, run: usize, most_typos: Option<u8>) {
        let search = self.search;
        let text = &search.runs[run].key;
        for (own, layer) in search.layers.iter().enumerate() {
            if layer.is_new() {
                continue;
            }
            // Spots that are new in a gazetteer come where they would if it were built anew: only so many are looked at.
            let mut new = self.new_after(own, text, most_typos).into_iter().peekable();
            let mut explained = [Vec::new(), Vec::new()];
            let put_old = |key: &[u8], fit, of: KeyOf| {
                let comes_first = |new: &NewKey| (&*new.key, new.rank) < (key, layer.rank(of.spot));
                while let Some(new) = new.next_if(comes_first) {
                    if !self.put(&mut explained[1], (own + 1, run), new.fit, new.of) {
                        return false;
                    }
                }
                layer.is_gone(of.spot) || self.put(&mut explained[0], (own, run), fit, of)
            };
            look_up(&layer.gazetteer.keys, text, most_typos, put_old);
            for new in new {
                self.put(&mut explained[1], (own + 1, run), new.fit, new.of);
            }
        }
    }

    /// What fits of the spots that are new in the gazetteer of a layer.
    fn new_after(&self, layer: usize, text: &str, most_typos: Option<u8>) -> Vec<NewKey> {
        let mut found = Vec::new();
        let new = self.search.layers.get(layer + 1);
        if let Some(new) = new.filter(|new| new.is_new()) {
            let put = |key: &[u8], fit, of: KeyOf| {
                let rank = new.rank(of.spot);
                let key = key.to_vec();
                found.push(NewKey { key, rank, fit, of });
                true
            };
            look_up(&new.gazetteer.keys, text, most_typos, put);
        }
        found
    }

    /// Keeps a way to fit if the spot has no better one; false when enough have been looked at. What a run leaves
    /// over means the same for all spots of one context.
    fn put(
        &mut self,
        explained: &mut Vec<Option<Cost>>,
        (layer, run): (usize, usize),
        fit: Fit,
        of: KeyOf,
    ) -> bool {
        if self.looked_at >= MOST_CANDIDATES {
            return false;
        }
        if explained.is_empty() {
            let contexts = &self.search.layers[layer].gazetteer.contexts;
            explained.resize(2 * contexts.len(), None);
        }
        self.looked_at += 1;
        let id = (layer, of.spot);
        let spot = self.search.spot(id);
        let place = 2 * spot.context.position() + usize::from(takes_number(spot));
        let left = explained[place].get_or_insert_with(|| {
            Cost::of_leftover(&explain(self.search, self.words, layer, run, spot))
        });
        let new = Best {
            cost: left.with_name(fit, of.is_inner),
            run,
            fit,
            is_inner: of.is_inner,
        };
        let best = self.best.entry(id).or_insert(new);
        if new.cost < best.cost {
            *best = new;
        }
        true
    }

    /// Those that may be among the best, with every word explained that the ground can explain; the best first.
    pub(super) fn finalists(&self) -> Vec<Finalist> {
        let ranked = self.best.iter().map(|(&id, &best)| self.ranked(id, best));
        let mut ranked: Vec<Ranked> = ranked.collect();
        if ranked.len() > MOST_FINALISTS {
            ranked.select_nth_unstable_by(MOST_FINALISTS, Ranked::compare);
            ranked.truncate(MOST_FINALISTS);
        }
        let finalists = ranked.into_iter().map(|Ranked { id, best, .. }| {
            let spot = self.search.spot(id);
            let mut left = explain(self.search, self.words, id.0, best.run, spot);
            self.explain_by_ground(&mut left, id);
            Finalist {
                id,
                cost: Cost::of_leftover(&left).with_name(best.fit, best.is_inner),
                left,
            }
        });
        let mut finalists: Vec<Finalist> = finalists.collect();
        finalists.sort_by_cached_key(|own| (own.cost, self.search.rank(own.id)));
        finalists
    }

    fn ranked(&self, id: SpotId, best: Best) -> Ranked {
        let spot = self.search.spot(id);
        Ranked {
            id,
            rank: self.search.rank(id),
            best,
            metres: self.search.metres_to(self.search.corner_of(id)),
            kind: spot.kind,
            letters: spot.name.len(),
        }
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

impl Ranked {
    fn compare(&self, other: &Self) -> Ordering {
        self.best
            .cost
            .cmp(&other.best.cost)
            .then_with(|| self.metres.total_cmp(&other.metres))
            .then_with(|| self.kind.cmp(&other.kind))
            .then_with(|| self.letters.cmp(&other.letters))
            .then_with(|| self.rank.cmp(&other.rank))
    }
}

/// Hands `take` every spot with a key that begins as `text` is written, or with at most so many typos.
fn look_up(
    keys: &Keys,
    text: &str,
    most_typos: Option<u8>,
    take: impl FnMut(&[u8], Fit, KeyOf) -> bool,
) {
    match most_typos {
        None => keys.beginning_with(text, take),
        Some(most) => keys.similar_to(text, most, take),
    }
}

fn explain(search: &Search<'_>, words: Words, layer: usize, run: usize, spot: &Spot) -> Leftover {
    let contexts = &search.layers[layer].gazetteer.contexts;
    let is_postcode = |word: &str| {
        let mut all = search.layers.iter();
        all.any(|own| own.has_postcode(word))
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

impl Cost {
    /// What the words around a name cost.
    fn of_leftover(left: &Leftover) -> Self {
        Self {
            unexplained: left.unexplained(),
            edits: left.typos(),
            is_begun: left.is_begun(),
            number: 0,
            aside: u8::from(left.lacks_postcode),
        }
    }

    /// The same with what the name itself costs.
    fn with_name(self, fit: Fit, is_inner: bool) -> Self {
        Self {
            edits: fit.edits.saturating_add(self.edits),
            is_begun: fit.is_begun || self.is_begun,
            aside: self.aside + u8::from(is_inner),
            ..self
        }
    }
}
