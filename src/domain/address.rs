//! Streets with their house numbers, to be searched for.

use serde::{Deserialize, Serialize};

use crate::domain::corner::Corner;
use crate::domain::folding;

/// A street with its houses, or a settlement whose houses are numbered without streets.
///
/// Two streets of one name in two parts of a city are two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Street {
    /// Its name.
    pub name: Box<str>,
    /// Whether it is a settlement: its houses are numbered without streets.
    pub is_settlement: bool,
    /// The town, if the map says it.
    pub town: Option<Box<str>>,
    /// The part of town, if the map says it.
    pub suburb: Option<Box<str>>,
    /// A spot on it near its middle.
    pub spot: Corner,
    /// Its houses, as far as the map has their numbers.
    pub houses: Vec<House>,
}

/// A house number of a street.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// The number with its suffix, as the map writes it: `5`, `5a`, `5-7`.
    pub number: Box<str>,
    /// The postcode, if the map says it.
    pub postcode: Option<Box<str>>,
    /// Where it is.
    pub corner: Corner,
}

/// A name as it is compared and searched: [`words`] without the spaces between them.
///
/// ```
/// use miteinander::domain::address::key;
/// assert_eq!(key("Karl-Müller-Str."), key("karl mueller strasse"));
/// assert_eq!(key("St.-Martins-Pl. "), key("Sankt-Martins-Platz"));
/// ```
#[must_use]
pub fn key(name: &str) -> String {
    words(name).concat()
}

/// The words of a name: folded, umlauts by their first letter however they are written, common short forms spelled
/// out, letters and digits apart (`Hauptstr.5a` is `hauptstrasse` and `5a`).
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    // A full stop says that a word is short; folding would take it away.
    let marked = name.replace('.', ". ");
    let mut words = Vec::new();
    for part in marked.split_whitespace() {
        let is_short = part.ends_with('.');
        let folded = folding::fold(part);
        let mut parts = folded.split(' ').filter(|word| !word.is_empty()).peekable();
        while let Some(word) = parts.next() {
            let is_short = is_short && parts.peek().is_none();
            let apart = apart(word);
            let last = apart.len().saturating_sub(1);
            words.extend(
                apart
                    .into_iter()
                    .enumerate()
                    .map(|(at, piece)| spelled_out(&plain_vowels(piece), is_short && at == last)),
            );
        }
    }
    words
}

/// Letters before digits and digits with at most one letter behind them stand apart.
fn apart(word: &str) -> Vec<&str> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut pieces = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let end = if rest.starts_with(is_digit) {
            let digits = rest.find(|letter| !is_digit(letter)).unwrap_or(rest.len());
            let behind = &rest[digits..];
            let letters = behind.find(is_digit).unwrap_or(behind.len());
            let is_suffix = behind[..letters].chars().count() == 1;
            digits + if is_suffix { letters } else { 0 }
        } else {
            rest.find(is_digit).unwrap_or(rest.len())
        };
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    pieces
}

/// `ae`, `oe` and `ue` as `a`, `o` and `u`: people write umlauts in three ways. The beginning of a word stays the
/// beginning of the result, so that a word can be searched while it is typed.
fn plain_vowels(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut before = ' ';
    for letter in word.chars() {
        if !(letter == 'e' && matches!(before, 'a' | 'o' | 'u')) {
            plain.push(letter);
        }
        before = letter;
    }
    plain
}

fn spelled_out(word: &str, is_short: bool) -> String {
    match word {
        "str" => "strasse".to_owned(),
        "pl" if is_short => "platz".to_owned(),
        "sankt" => "st".to_owned(),
        _ => {
            let long = [("str", "strasse"), ("pl", "platz")];
            let ending = long
                .iter()
                .find(|(short, _)| is_short && word.ends_with(short));
            match ending {
                Some((short, long)) => format!("{}{long}", &word[..word.len() - short.len()]),
                None => word.to_owned(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_street_has_one_key_however_it_is_written() {
        for written in [
            "Karl-Müller-Straße",
            "KARL-MUELLER-STRASSE",
            "Karl Muller Str.",
            "karl-müller-str",
            "Karl-Müllerstr.",
            "  Karl  Müller\tStraße ",
        ] {
            assert_eq!(key(written), "karlmullerstrasse", "{written}");
        }
        assert_eq!(key("Marktpl."), "marktplatz");
        assert_eq!(key("Sankt-Luzi-Weg"), key("St. Luziweg"));
    }

    #[test]
    fn numbers_stand_apart_from_names_with_their_letter() {
        assert_eq!(words("Hauptstr.5a"), ["hauptstrasse", "5a"]);
        assert_eq!(words("Hauptstraße5"), ["hauptstrasse", "5"]);
        assert_eq!(words("5-7 B Q7,12"), ["5", "7", "b", "q", "7", "12"]);
        assert_eq!(
            words("Straße des 17. Juni"),
            ["strasse", "des", "17", "juni"]
        );
        assert_eq!(words("4bis"), ["4", "bis"]);
    }

    #[test]
    fn a_short_form_needs_its_full_stop_where_it_could_be_a_word() {
        assert_eq!(words("Am Str"), ["am", "strasse"]);
        assert_eq!(words("Hauptstr"), ["hauptstr"]);
        assert_eq!(words("Tempel"), ["tempel"]);
        assert_eq!(words("Am Pl."), ["am", "platz"]);
    }

    proptest! {
        #[test]
        fn any_text_has_words_without_spaces_and_they_have_themselves(text in "\\PC{0,40}") {
            for word in words(&text) {
                prop_assert!(!word.is_empty() && !word.contains(' '), "{word:?}");
            }
        }

        #[test]
        fn what_is_typed_letter_by_letter_stays_the_beginning(word in "[a-zäöüß]{1,20}", split in 0usize..20) {
            let begun: String = word.chars().take(split).collect();
            let (begun, whole) = (plain_vowels(&folding::fold(&begun)), plain_vowels(&folding::fold(&word)));
            prop_assert!(whole.starts_with(&begun), "{begun} {whole}");
        }
    }
}
