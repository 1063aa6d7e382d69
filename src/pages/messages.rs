//! What people read, in their language: the Fluent files that the browser's build uses too.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::Invalid;

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// German.
    #[default]
    De,
    /// Plain German. People with learning difficulties have not checked it, so it may not be called
    /// "Leichte Sprache".
    Simple,
    /// English.
    En,
}

static GERMAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::De));
static SIMPLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Simple));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::En));

impl Language {
    /// Every language, the first one being the default.
    pub const ALL: [Self; 3] = [Self::De, Self::Simple, Self::En];

    /// The language tag (BCP 47), as addresses name it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Simple => "de-simple",
            Self::En => "en",
        }
    }

    /// The tag of the language a screen reader must speak: plain German is German, and not every voice knows
    /// the longer tag.
    #[must_use]
    pub const fn spoken(self) -> &'static str {
        match self {
            Self::De | Self::Simple => "de",
            Self::En => "en",
        }
    }

    /// The message `key`.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The message `key` with values put in.
    #[must_use]
    pub fn text_with<const N: usize>(
        self,
        key: &str,
        values: [(&'static str, FluentValue<'_>); N],
    ) -> String {
        self.format(key, Some(&values.into_iter().collect()))
    }

    /// One of two texts that data carries in both languages; the other one where only that is there.
    #[must_use]
    pub fn pick<T>(self, de: Option<T>, en: Option<T>) -> Option<T> {
        match self {
            Self::De | Self::Simple => de.or(en),
            Self::En => en.or(de),
        }
    }

    /// One of two texts of which data always carries both.
    #[must_use]
    pub fn either<T>(self, de: T, en: T) -> T {
        match self {
            Self::De | Self::Simple => de,
            Self::En => en,
        }
    }

    /// A missing message shows its key: a wrong word on a page is better than no page.
    fn format(self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        let bundle = match self {
            Self::De => &*GERMAN,
            Self::Simple => &*SIMPLE,
            Self::En => &*ENGLISH,
        };
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key, language = self.tag(), "a message is missing");
            return key.to_owned();
        };
        bundle
            .format_pattern(pattern, values, &mut Vec::new())
            .into_owned()
    }

    /// The text of the Fluent file. That of plain German holds only what it says otherwise than German.
    const fn source(self) -> &'static str {
        match self {
            Self::De => include_str!("../../web/messages/de.ftl"),
            Self::Simple => include_str!("../../web/messages/de-simple.ftl"),
            Self::En => include_str!("../../web/messages/en.ftl"),
        }
    }
}

impl std::str::FromStr for Language {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == text)
            .ok_or_else(|| {
                Invalid::new("lang", format!("must be de, de-simple or en, not {text:?}"))
            })
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.spoken().parse().expect("the tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Direction marks around values would end up in copied text and break searches on the page.
    bundle.set_use_isolating(false);
    if language == Language::Simple {
        bundle
            .add_resource(resource(Language::De))
            .expect("no message is defined twice: a test reads them");
        bundle.add_resource_overriding(resource(language));
    } else {
        bundle
            .add_resource(resource(language))
            .expect("no message is defined twice: a test reads them");
    }
    bundle
}

fn resource(language: Language) -> FluentResource {
    FluentResource::try_new(language.source().to_owned())
        .expect("the shipped messages are valid Fluent: a test reads them")
}

#[cfg(test)]
mod families;
#[cfg(test)]
mod simple_german;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn keys(language: Language) -> BTreeSet<&'static str> {
        let lines = language.source().lines();
        lines
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect()
    }

    fn is_about_messages(path: &Path) -> bool {
        let own = ["messages.rs", "simple_german.rs", "families.rs"];
        own.iter().any(|own| path.ends_with(own))
    }

    /// Everything quoted in the sources that render pages and in the list of the browser's keys.
    fn sources() -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut open = vec![
            root.join("src/pages.rs"),
            root.join("src/pages"),
            root.join("web/src/messages/keys.ts"),
            root.join("web/src/messages/onsite-keys.ts"),
        ];
        let mut sources = String::new();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(
                    std::fs::read_dir(&path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
            } else if !is_about_messages(&path) {
                sources += &std::fs::read_to_string(&path).unwrap();
            }
        }
        sources
    }

    #[test]
    fn german_and_english_say_the_same_things() {
        assert_eq!(keys(Language::De), keys(Language::En));
    }

    #[test]
    fn every_message_is_used() {
        let (sources, families) = (sources(), families::all());
        let is_quoted = |key: &str| {
            sources.contains(&format!("\"{key}\"")) || sources.contains(&format!("'{key}'"))
        };
        let unused: Vec<_> = keys(Language::De)
            .into_iter()
            .filter(|key| !families.contains(*key) && !is_quoted(key))
            .collect();
        assert_eq!(unused, Vec::<&str>::new());
    }

    #[test]
    fn every_member_of_a_type_has_a_word() {
        let keys = keys(Language::De);
        let missing: Vec<_> = families::all()
            .into_iter()
            .filter(|key| !keys.contains(key.as_str()))
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn every_message_the_pages_name_exists() {
        let keys = keys(Language::De);
        // Parameters of an address are taken as text too.
        let sources = sources().replace("params.text(", "");
        let named = sources
            .split("text(\"")
            .chain(sources.split("text_with(\""));
        for key in named.filter_map(|rest| rest.split('"').next()) {
            let is_key = !key.is_empty()
                && key
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '-');
            assert!(!is_key || keys.contains(key), "no message {key}");
        }
    }

    #[test]
    fn a_value_stands_in_the_sentence_without_invisible_marks() {
        let said = Language::De.text_with("hours-open-until", [("until", "18:00".into())]);
        assert_eq!(said, "Offen bis 18:00");
    }
}
