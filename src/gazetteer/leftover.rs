//! What the words of a question mean that are not the name itself: house number, postcode, part of town.

use super::asked::{Asked, Run};
use super::context::{Context, Contexts};
use super::typos::{self, Typos};

/// Words that people put between the parts of an address.
const FILLERS: [&str; 6] = ["bei", "hausnummer", "in", "nahe", "nr", "nummer"];

/// A house number has no more digits.
const MOST_DIGITS: usize = 4;

/// What became of the words that a name leaves over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Leftover {
    /// The house number that was asked for.
    pub(super) number: Option<String>,
    /// Positions of words that mean nothing here.
    pub(super) unexplained: Vec<usize>,
    /// Typos in the words that mean something.
    pub(super) edits: u8,
    /// Whether one of them is only begun.
    pub(super) is_begun: bool,
    /// Whether a postcode was asked for where none is known.
    pub(super) lacks_postcode: bool,
}

/// How a word fits one of the words of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordFit {
    Whole,
    Begun,
    Similar(u8),
}

/// Compares the words of a question with names of towns and their parts.
#[derive(Clone, Copy)]
pub(super) struct Words {
    may_have_typos: bool,
}

impl Words {
    /// As written only.
    pub(super) const AS_WRITTEN: Self = Self {
        may_have_typos: false,
    };

    /// With typos too.
    pub(super) const WITH_TYPOS: Self = Self {
        may_have_typos: true,
    };

    /// Whether typos are looked for.
    pub(super) fn may_have_typos(self) -> bool {
        self.may_have_typos
    }

    /// The best fit of a word among `names`.
    pub(super) fn fit<'n>(
        self,
        word: &str,
        names: impl Iterator<Item = &'n str>,
    ) -> Option<WordFit> {
        let most = if self.may_have_typos {
            typos::allowed(word)
        } else {
            0
        };
        let typos = Typos::whole(word, most);
        let fit = |name: &str| {
            if name == word {
                return Some(WordFit::Whole);
            }
            if name.starts_with(word) && word.len() > 1 {
                return Some(WordFit::Begun);
            }
            typos.in_text(name).map(WordFit::Similar)
        };
        names.filter_map(fit).min()
    }
}

impl Leftover {
    /// Explains what `run` leaves over by the context of a spot, which may have houses.
    pub(super) fn of(
        asked: &Asked,
        run: &Run,
        words: Words,
        (contexts, context): (&Contexts, &Context),
        is_postcode: &dyn Fn(&str) -> bool,
        takes_number: bool,
    ) -> Self {
        let mut left = Self::default();
        let mut number_ends = None;
        for (at, word) in asked.left_over(run) {
            if word.starts_with(|letter: char| letter.is_ascii_digit()) {
                let is_last = at + 1 == asked.words.len();
                if left.take_postcode(word, (contexts, context), is_postcode) {
                    continue;
                }
                let digits = word.bytes().filter(u8::is_ascii_digit).count();
                match &mut left.number {
                    None if takes_number && digits <= MOST_DIGITS => {
                        left.number = Some(word.to_owned());
                        number_ends = Some(at + 1);
                        continue;
                    }
                    // The second number of 5-7 or 12/1.
                    Some(number) if number_ends == Some(at) && digits <= MOST_DIGITS => {
                        *number += &format!(" {word}");
                        number_ends = Some(at + 1);
                        continue;
                    }
                    _ => {}
                }
                if is_last && begins_postcode(word, contexts, context) {
                    left.is_begun = true;
                    continue;
                }
            } else if let Some(number) = &mut left.number
                && number_ends == Some(at)
                && word.chars().count() == 1
            {
                // The letter of 5 a.
                number.push_str(word);
                number_ends = Some(at + 1);
                continue;
            }
            left.take_word(at, word, words, context.words.iter().map(String::as_str));
        }
        left
    }

    fn take_postcode(
        &mut self,
        word: &str,
        (contexts, context): (&Contexts, &Context),
        is_postcode: &dyn Fn(&str) -> bool,
    ) -> bool {
        let has = context
            .postcodes
            .iter()
            .any(|id| contexts.code(*id) == word);
        let lacks = !has && context.postcodes.is_empty() && is_postcode(word);
        self.lacks_postcode |= lacks;
        has || lacks
    }

    /// Explains a word by one of `names`, or keeps it as unexplained.
    pub(super) fn take_word<'n>(
        &mut self,
        at: usize,
        word: &str,
        words: Words,
        names: impl Iterator<Item = &'n str>,
    ) {
        match words.fit(word, names) {
            Some(WordFit::Whole) => {}
            Some(WordFit::Begun) => self.is_begun = true,
            Some(WordFit::Similar(edits)) => self.edits = self.edits.saturating_add(edits),
            None if FILLERS.contains(&word) => {}
            None => self.unexplained.push(at),
        }
    }
}

fn begins_postcode(word: &str, contexts: &Contexts, context: &Context) -> bool {
    let mut codes = context.postcodes.iter().map(|id| contexts.code(*id));
    codes.any(|code| code.starts_with(word))
}
