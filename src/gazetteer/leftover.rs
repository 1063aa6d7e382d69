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
    /// Whether a postcode was asked for where none is known.
    pub(super) lacks_postcode: bool,
    /// Whether a postcode is only begun.
    begins_postcode: bool,
    /// How all other words, by their positions, fit where the spot is; nothing for a word that means nothing there.
    words: Vec<(usize, Option<WordFit>)>,
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
            let is_next = number_ends == Some(at);
            if left.take_postcode(word, (contexts, context), is_postcode) {
                continue;
            }
            if takes_number && left.take_number(word, is_next) {
                number_ends = Some(at + 1);
                continue;
            }
            let is_last = at + 1 == asked.words.len();
            if is_last && begins_postcode(word, contexts, context) {
                left.begins_postcode = true;
                continue;
            }
            if !FILLERS.contains(&word) {
                let names = context.words.iter().map(String::as_str);
                left.words.push((at, words.fit(word, names)));
            }
        }
        left
    }

    /// A postcode of the spot, or one that is known elsewhere while the spot has none.
    fn take_postcode(
        &mut self,
        word: &str,
        (contexts, context): (&Contexts, &Context),
        is_postcode: &dyn Fn(&str) -> bool,
    ) -> bool {
        let mut own = context.postcodes.iter();
        let has = own.any(|id| contexts.code(*id) == word);
        let lacks = !has && context.postcodes.is_empty() && is_postcode(word);
        self.lacks_postcode |= lacks;
        has || lacks
    }

    /// A house number, or what follows one: the letter of `5 a`, the second number of `5-7` and `12/1`.
    fn take_number(&mut self, word: &str, is_next: bool) -> bool {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let is_number =
            word.starts_with(|letter: char| letter.is_ascii_digit()) && digits <= MOST_DIGITS;
        match &mut self.number {
            None if is_number => self.number = Some(word.to_owned()),
            Some(number) if is_next && is_number => {
                number.push(' ');
                number.push_str(word);
            }
            Some(number) if is_next && word.chars().count() == 1 => number.push_str(word),
            _ => return false,
        }
        true
    }

    /// Explains words better by `names`, where these fit better.
    pub(super) fn improve(&mut self, asked: &Asked, words: Words, names: &[String]) {
        for (at, fit) in &mut self.words {
            let better = words.fit(&asked.words[*at], names.iter().map(String::as_str));
            *fit = match (*fit, better) {
                (Some(own), Some(better)) => Some(own.min(better)),
                (own, better) => own.or(better),
            };
        }
    }

    /// Whether every word means what it says, as far as one can see without the ground.
    pub(super) fn is_certain(&self) -> bool {
        let mut words = self.words.iter();
        words.all(|(_, fit)| *fit == Some(WordFit::Whole))
    }

    /// How many words mean nothing here.
    pub(super) fn unexplained(&self) -> usize {
        self.words.iter().filter(|(_, fit)| fit.is_none()).count()
    }

    /// Typos in the words that mean something.
    pub(super) fn typos(&self) -> u8 {
        let typos = self.words.iter().map(|(_, fit)| match fit {
            Some(WordFit::Similar(typos)) => *typos,
            _ => 0,
        });
        typos.fold(0, u8::saturating_add)
    }

    /// Whether one of the words is only begun.
    pub(super) fn is_begun(&self) -> bool {
        let mut words = self.words.iter();
        self.begins_postcode || words.any(|(_, fit)| *fit == Some(WordFit::Begun))
    }
}

fn begins_postcode(word: &str, contexts: &Contexts, context: &Context) -> bool {
    let mut codes = context.postcodes.iter().map(|id| contexts.code(*id));
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number && codes.any(|code| code.starts_with(word))
}
