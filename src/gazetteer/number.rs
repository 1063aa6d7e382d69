//! House numbers as they are compared: `5`, `5a`, `5-7`, `12/1`.

use std::cmp::Ordering;

use crate::domain::address;

/// A house number, or the range of numbers of one house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    first: u32,
    /// The last number of a range, else the first.
    last: u32,
    /// Everything behind the first number, folded and without spaces.
    rest: Box<str>,
}

impl Number {
    /// Reads a number as the map or a person writes it; without any digit it is 0.
    pub(super) fn read(text: &str) -> Self {
        let words = address::words(text);
        let (first, mut rest) = split(words.first().map_or("", String::as_str));
        for word in words.iter().skip(1) {
            rest.push_str(word);
        }
        let is_range = text.contains(['-', '–']) && words.len() == 2;
        let end = words.get(1).filter(|_| is_range).map(|word| split(word).0);
        Self {
            first,
            last: end.filter(|end| *end > first).unwrap_or(first),
            rest: rest.into(),
        }
    }

    /// Whether it is the very number asked for.
    pub(super) fn is(&self, asked: &Self) -> bool {
        self.first == asked.first && self.rest == asked.rest
    }

    /// Whether the number asked for lies in this range, on its side of the street.
    pub(super) fn contains(&self, asked: &Self) -> bool {
        let is_one_side = (self.last - self.first).is_multiple_of(2);
        asked.rest.is_empty()
            && (self.first..=self.last).contains(&asked.first)
            && (!is_one_side || asked.first % 2 == self.first % 2)
    }

    /// Whether it goes on where the number asked for ends: `1` begins `12` and `1a`.
    pub(super) fn is_begun_by(&self, asked: &Self) -> bool {
        let mut begin = self.first;
        while begin > asked.first {
            begin /= 10;
        }
        let goes_on = asked.rest.is_empty() && begin == asked.first;
        let has_more_letters = self.first == asked.first && self.rest.starts_with(&*asked.rest);
        asked.first > 0 && (goes_on || has_more_letters) && !self.is(asked)
    }

    /// How far away it is: numbers between, then whether it is across the street, then whether it has letters.
    pub(super) fn gap(&self, asked: &Self) -> (u32, bool, bool) {
        let between = match asked.first {
            below if below < self.first => self.first - below,
            above => above.saturating_sub(self.last),
        };
        (
            between,
            self.first % 2 != asked.first % 2,
            !self.rest.is_empty(),
        )
    }

    pub(super) fn bytes(&self) -> usize {
        self.rest.len()
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |own: &Self| (own.first, own.last);
        key(self)
            .cmp(&key(other))
            .then_with(|| self.rest.cmp(&other.rest))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The number a word begins with, and the rest of the word. A number too large for a house is as large as can be.
fn split(word: &str) -> (u32, String) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    let number = if number.is_empty() {
        0
    } else {
        number.parse().unwrap_or(u32::MAX)
    };
    (number, rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(known: &str, asked: &str) -> bool {
        Number::read(known).is(&Number::read(asked))
    }

    #[test]
    fn a_number_is_the_same_however_its_letter_is_written() {
        assert!(is("5a", "5 A") && is("12/1", "12 1") && is("5-7", "5 - 7"));
        assert!(!is("5a", "5") && !is("5", "6") && !is("5", "5a"));
    }

    #[test]
    fn a_range_holds_the_numbers_of_its_side() {
        let contains =
            |known: &str, asked: &str| Number::read(known).contains(&Number::read(asked));
        assert!(contains("5-9", "7") && contains("5-8", "6"));
        assert!(!contains("5-9", "6") && !contains("5-9", "7a") && !contains("5/9", "7"));
        assert!(!contains("9-5", "7"), "a range that runs backwards is none");
    }

    #[test]
    fn the_nearest_number_is_on_the_same_side() {
        let asked = Number::read("11");
        let mut known = ["8", "10", "12", "13", "9b", "9"].map(Number::read);
        known.sort_by_key(|number| number.gap(&asked));
        assert_eq!(known[0], Number::read("10"));
        assert_eq!(Number::read("11b").gap(&asked).0, 0);
    }

    #[test]
    fn a_number_begins_longer_ones() {
        let begins =
            |known: &str, asked: &str| Number::read(known).is_begun_by(&Number::read(asked));
        assert!(begins("12", "1") && begins("1a", "1") && begins("100", "1"));
        assert!(
            !begins("1", "1") && !begins("21", "1") && !begins("12", "1a") && !begins("5", "x")
        );
    }

    #[test]
    fn no_number_is_too_large() {
        assert!(is("99999999999999999999", "4294967295"));
        assert_eq!(
            Number::read("").gap(&Number::read("99999999999")).0,
            u32::MAX
        );
    }
}
