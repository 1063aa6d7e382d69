//! A question as words, and the runs of them that may be a name.

use super::leftover::Words;
use crate::domain::address;

/// Words beyond these are not looked at: no address has more.
const MOST_WORDS: usize = 12;

/// A question longer than this is cut before anything else is done with it.
const MOST_CHARACTERS: usize = 400;

/// No name has more words that somebody would type.
const LONGEST_RUN: usize = 8;

/// What somebody looks for, cut into words.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub(super) words: Vec<String>,
}

/// Neighbouring words that may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its words, `begin..end`.
    pub(super) begin: usize,
    pub(super) end: usize,
    /// Their key.
    pub(super) key: String,
}

impl Asked {
    /// Reads what somebody typed: at most 400 characters and twelve words of it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text: String = text.chars().take(MOST_CHARACTERS).collect();
        let mut words = address::words(&text);
        words.truncate(MOST_WORDS);
        Self { words }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether one of the words may be one of `names`, begun or with typos.
    #[must_use]
    pub fn mentions<'n>(&self, mut names: impl Iterator<Item = &'n str>) -> bool {
        let fits = |name: &str| {
            let mut words = self.words.iter();
            words.any(|word| Words::WITH_TYPOS.fit(word, std::iter::once(name)).is_some())
        };
        names.any(fits)
    }

    /// Every run that may be a name, the longest first.
    pub(super) fn runs(&self) -> Vec<Run> {
        let count = self.words.len();
        let mut runs = Vec::new();
        for length in (1..=count.min(LONGEST_RUN)).rev() {
            for begin in 0..=count - length {
                self.add_runs(begin, begin + length, &mut runs);
            }
        }
        runs
    }

    /// A run whose last word may be a short form is a run in both forms.
    fn add_runs(&self, begin: usize, end: usize, runs: &mut Vec<Run>) {
        let key = self.words[begin..end].concat();
        let has_letter = key.contains(|letter: char| !letter.is_ascii_digit());
        if key.chars().count() < if has_letter { 2 } else { 3 } {
            return;
        }
        if let Some(stem) = key.strip_suffix("str").filter(|stem| !stem.is_empty()) {
            let key = format!("{stem}strasse");
            runs.push(Run { begin, end, key });
        }
        runs.push(Run { begin, end, key });
    }

    /// The words that a run leaves over, with their positions.
    pub(super) fn left_over(&self, run: &Run) -> impl Iterator<Item = (usize, &str)> {
        let inside = run.begin..run.end;
        let words = self.words.iter().map(String::as_str).enumerate();
        words.filter(move |(at, _)| !inside.contains(at))
    }
}
