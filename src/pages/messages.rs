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
mod of_audits;
#[cfg(test)]
mod simple_german;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::domain::event::{Demand, Effort};
    use crate::domain::note::NoteFault;
    use crate::domain::place::{
        Access, Cost, OperatorType, Origin, OsmTag, PositionQuality, Restriction, Status, Toilets,
    };
    use crate::domain::staff::Role;
    use crate::domain::suggestion::{Decision, Doubt, Ground, Matter, Withheld};
    use crate::domain::{Amenity, Boundary, Fact, Need, Topic};
    use crate::snapshot::SpotSource;

    /// What the page of events lets one choose from.
    const ASKED: [&str; 6] = [
        "topics", "district", "place", "language", "effort", "demand",
    ];

    fn keys(language: Language) -> BTreeSet<&'static str> {
        let lines = language.source().lines();
        lines
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect()
    }

    /// The keys of one family.
    pub(super) fn of<T: ToString>(prefix: &str, members: &[T]) -> Vec<String> {
        let keys = members.iter();
        keys.map(|member| format!("{prefix}-{}", member.to_string()))
            .collect()
    }

    /// Messages whose keys are made from the members of a type.
    fn families() -> BTreeSet<String> {
        let days = ["mo", "tu", "we", "th", "fr", "sa", "su"];
        let said_otherwise = ["consumption-unknown", "own-food-unknown", "audience-age"];
        [
            of("topic", Topic::ALL),
            of("amenity", Amenity::ALL),
            of("status", Status::ALL),
            of("access", Access::ALL),
            of("cost", Cost::ALL),
            of("toilets", Toilets::ALL),
            of("audience", Restriction::ALL),
            of("origin", Origin::ALL),
            of("position", PositionQuality::ALL),
            of("operator", OperatorType::ALL),
            of("fact", Fact::ALL),
            of("consumption", Fact::ALL),
            of("own-food", Fact::ALL),
            of("day", &days),
            of("weekday", &days),
            of("cls", &["room", "outdoor"]),
            of("place-cls", &["room", "outdoor"]),
            of("osm-value", &["yes", "limited", "no", "designated"]),
            of("osm-tag", OsmTag::ALL),
            of("osm-tag", &["wheelchair"]),
            of("need", Need::ALL),
            of("walker", crate::walk::Profile::ALL),
            of("role", Role::ALL),
            of("staff-news", &news_kinds()),
            of("staff-state", Decision::ALL),
            of("staff-was", Decision::ALL),
            of("staff-matter", Matter::ALL),
            of("staff-ground", Ground::ALL),
            of("staff-withheld", Withheld::ALL),
            of("staff-withheld-about", Withheld::ALL),
            of("staff-doubt", Doubt::ALL),
            of("staff-doubt-about", Doubt::ALL),
            of("staff-spot", SpotSource::ALL),
            of("staff-note", NoteFault::ALL),
            super::of_audits::families(),
            of("role-about", Role::ALL),
            of("trail", crate::domain::trail::Action::ALL),
            of(
                "staff-place",
                &super::super::staff::place_columns().collect::<Vec<_>>(),
            ),
            of(
                "staff-field",
                &["name", "password", "new-password", "again"],
            ),
            of("language", &super::super::place::LANGUAGES),
            of("month", &(1..=12).collect::<Vec<_>>()),
            of("finder", &["now", "evening", "sunday"]),
            of("boundary", Boundary::ALL),
            of("district", &["room", "outdoor"]),
            of("problem", &["place", "district", "criteria"]),
            of(
                "problem",
                &["place-title", "district-title", "criteria-title"],
            ),
            of("problem", &["busy", "too-large", "too-many", "too-slow"]),
            of(
                "problem",
                &[
                    "busy-title",
                    "too-large-title",
                    "too-many-title",
                    "too-slow-title",
                ],
            ),
            of("rule", &["unknown", "repeated", "fragment"]),
            of("rule", &super::super::question::names().collect::<Vec<_>>()),
            of("rule", &super::super::events::names().collect::<Vec<_>>()),
            of("rule", &super::super::planning::names().collect::<Vec<_>>()),
            planning_families(),
            super::families::of_barriers(),
            super::super::staff::way_words(),
            super::super::planning::barriers_families(),
            super::super::staff::measures_families(),
            of("effort", Effort::ALL),
            of("demand", Demand::ALL),
            of("events-by", &ASKED),
            of("events-any", &ASKED),
        ]
        .into_iter()
        .flatten()
        .filter(|key| !said_otherwise.contains(&key.as_str()))
        .collect()
    }

    /// What the planner's pages say of the members of types.
    fn planning_families() -> Vec<String> {
        use crate::coverage::{AgeGroup, Failing, Level, Missing, Need};
        use crate::domain::residents::ResidentSource;
        use crate::walk::Engine;
        let families: [(&str, Vec<&str>); 11] = [
            ("level", Level::ALL.iter().map(|own| own.as_str()).collect()),
            ("step", vec!["1", "2", "3"]),
            ("need", Need::ALL.iter().map(|own| own.as_str()).collect()),
            ("holds", Fact::ALL.iter().map(|own| own.as_str()).collect()),
            (
                "missing",
                Missing::ALL.iter().map(|own| own.as_str()).collect(),
            ),
            ("failing", Failing::KEYS.to_vec()),
            (
                "ages",
                AgeGroup::ALL.iter().map(|own| own.as_str()).collect(),
            ),
            (
                "source",
                ResidentSource::ALL.iter().map(|own| own.as_str()).collect(),
            ),
            (
                "engine",
                Engine::ALL.iter().map(|own| own.as_str()).collect(),
            ),
            (
                "elsewhere",
                vec![Engine::BarrierLine.as_str(), Engine::Line.as_str()],
            ),
            ("sort", super::super::planning::SORTS.to_vec()),
        ];
        let all = families.into_iter().flat_map(|(name, members)| {
            let members = members.into_iter();
            members.map(move |own| format!("planning-{name}-{own}"))
        });
        let maps = ["room", "outdoor"].map(|own| format!("planning-map-{own}"));
        all.chain(maps).collect()
    }

    /// The sorts of news as messages call them.
    fn news_kinds() -> Vec<String> {
        let kinds = crate::domain::news::NewsKind::ALL.iter();
        kinds.map(|kind| kind.as_str().replace('.', "-")).collect()
    }

    fn is_about_messages(path: &Path) -> bool {
        let own = [
            "messages.rs",
            "simple_german.rs",
            "of_audits.rs",
            "families.rs",
        ];
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
        let (sources, families) = (sources(), families());
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
        let missing: Vec<_> = families()
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
