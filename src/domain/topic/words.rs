//! The words that calendars use for topics.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::folding::fold;
use crate::domain::topic::Topic;

/// The shipped file of words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    #[serde(rename = "version")]
    _version: String,
    topics: BTreeMap<Topic, Words>,
}

/// The words for one topic, the first one of a language naming it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    de: Vec<String>,
    en: Vec<String>,
}

static SHIPPED: LazyLock<Vocabulary> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../geodata/catalogue/topics.toml"))
        .expect("the shipped words are valid: a test reads them")
});

static BY_WORD: LazyLock<HashMap<String, Topic>> = LazyLock::new(|| {
    let ids = Topic::ALL
        .iter()
        .map(|topic| (fold(topic.as_str()), *topic));
    let words = SHIPPED.topics.iter().flat_map(|(topic, words)| {
        let all = words.de.iter().chain(&words.en);
        all.map(|word| (fold(word), *topic))
    });
    words.chain(ids).collect()
});

impl Topic {
    /// The topic that a word of a calendar means: its own name, or one of the words that are commonly used for it.
    #[must_use]
    pub fn meant_by(word: &str) -> Option<Self> {
        BY_WORD.get(&fold(word)).copied()
    }

    /// Its name in a calendar: German for `de`, English for every other language.
    #[must_use]
    pub fn word(self, language: &str) -> &'static str {
        let words = SHIPPED.topics.get(&self);
        let named = words.and_then(|words| match language {
            "de" => words.de.first(),
            _ => words.en.first(),
        });
        named.map_or(self.as_str(), String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_word_in_both_languages_and_every_word_one_topic() {
        for topic in Topic::ALL {
            for language in ["de", "en"] {
                assert_eq!(Topic::meant_by(topic.word(language)), Some(*topic));
            }
        }
        let mut words: Vec<_> = SHIPPED
            .topics
            .values()
            .flat_map(|own| own.de.iter().chain(&own.en))
            .map(|word| fold(word))
            .collect();
        words.sort();
        let count = words.len();
        words.dedup();
        assert_eq!(words.len(), count, "a word stands twice");
    }

    #[test]
    fn words_are_understood_whatever_their_case_and_accents() {
        assert_eq!(Topic::meant_by("REPAIR CAFE"), Some(Topic::RepairMake));
        assert_eq!(Topic::meant_by("talk_coffee"), Some(Topic::TalkCoffee));
        assert_eq!(Topic::meant_by("Bewegung & Sport"), None);
        assert_eq!(Topic::meant_by("Verschiedenes"), None);
        assert_eq!(Topic::meant_by(""), None);
    }
}
