//! The ordered map and its automata against a plain look at every key.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::keys::{Fit, KeyOf, Keys, KeysBuilder};
use super::super::typos::{self, Typos};
use crate::domain::address;

/// The least typos with which `text` becomes some beginning of `key`: the textbook table of optimal string alignment.
fn typos_to_a_beginning(text: &str, key: &str) -> u8 {
    let beginnings = key.char_indices().map(|(at, _)| &key[..at]).chain([key]);
    let least = beginnings
        .map(|beginning| strsim::osa_distance(text, beginning))
        .min();
    u8::try_from(least.unwrap_or_default()).unwrap_or(u8::MAX)
}

/// The keys of names as they are made, by spot.
fn keys_of(names: &[String]) -> (Keys, Vec<(String, KeyOf)>) {
    let mut builder = KeysBuilder::default();
    let mut plain = Vec::new();
    for (spot, name) in (0..).zip(names) {
        builder.add(name, spot);
        let words = address::words(name);
        for begin in 0..words.len() {
            let is_ending = ["strasse", "weg"].contains(&words[begin].as_str());
            if begin == 0 || !is_ending || begin + 1 < words.len() {
                let of = KeyOf {
                    spot,
                    is_inner: begin > 0,
                };
                plain.push((words[begin..].concat(), of));
            }
        }
    }
    (builder.build(), plain)
}

/// The best fit of each spot that was handed over.
fn collected(ask: impl FnOnce(&mut dyn FnMut(&[u8], Fit, KeyOf) -> bool)) -> BTreeMap<KeyOf, Fit> {
    let mut found = BTreeMap::new();
    ask(&mut |_, fit, of| {
        let best = found.entry(of).or_insert(fit);
        *best = fit.min(*best);
        true
    });
    found
}

fn best(all: impl Iterator<Item = (KeyOf, Fit)>) -> BTreeMap<KeyOf, Fit> {
    collected(|take| {
        for (of, fit) in all {
            take(&[], fit, of);
        }
    })
}

proptest! {
    #[test]
    fn every_beginning_is_found_and_nothing_else(
        names in prop::collection::vec("[abst]{1,6}( [abst]{1,4}){0,2}( straße| weg)?", 0..30),
        text in "[abst]{1,6}",
    ) {
        let (keys, plain) = keys_of(&names);
        let found = collected(|take| keys.beginning_with(&text, take));
        let expected = plain.iter().filter(|(key, _)| key.starts_with(&text)).map(|(key, of)| {
            (*of, Fit { edits: 0, is_begun: key.len() > text.len() })
        });
        prop_assert_eq!(found, best(expected));
    }

    #[test]
    fn every_beginning_with_typos_is_found_and_nothing_else(
        names in prop::collection::vec("[abstü]{1,8}( [abst]{1,4}){0,2}( straße| weg)?", 0..30),
        text in "[abst]{3,9}",
        most in 1u8..=2,
    ) {
        let (keys, plain) = keys_of(&names);
        let found = collected(|take| keys.similar_to(&text, most, take));
        let expected = plain.iter().filter_map(|(key, of)| {
            // With two typos the first letter has to be right.
            if most > 1 && key.as_bytes().first() != text.as_bytes().first() {
                return None;
            }
            let edits = typos_to_a_beginning(&text, key);
            let is_begun = key.len() > text.len() + usize::from(most);
            (1..=most).contains(&edits).then_some((*of, Fit { edits, is_begun }))
        });
        prop_assert_eq!(found, best(expected));
    }

    #[test]
    fn a_word_has_the_typos_of_the_textbook(a in "[abc]{1,10}", b in "[abc]{1,10}") {
        let most = typos::allowed(&a);
        let edits = u8::try_from(strsim::osa_distance(&a, &b)).unwrap();
        prop_assert_eq!(Typos::whole(&a, most).in_text(&b), (edits <= most).then_some(edits));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        let found = super::names(&text);
        prop_assert!(found.len() <= 5);
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        super::names(&String::from_utf8_lossy(&bytes));
    }
}
