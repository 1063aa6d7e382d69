//! The rules of plain German that a program can check, on every text a reader of "einfach erklärt" gets:
//! those of `de-simple.ftl` and those of `de.ftl` that it leaves as they are.

use std::collections::BTreeMap;

use super::Language;
use crate::barrier_free::catalogue::{Catalogue, Sort, Text};

/// The most words of one statement; a colon ends one, as in "Wir wissen nicht: Wann ist offen?".
const MOST_WORDS: usize = 12;

/// The most letters of a word without a hyphen.
const MOST_LETTERS: usize = 12;

/// Long words of one piece that have no simpler one.
const LONG_WORDS: [&str; 2] = ["OpenStreetMap", "Schwierigkeiten"];

/// Words that stain people or places. In no German text at all.
const NEVER: [&str; 6] = [
    "brennpunkt",
    "hotspot",
    "gefahrenzone",
    "kriminalität",
    "täter",
    "randgruppe",
];

/// Genitives, abbreviations, clauses that join two statements, and words of offices.
const NOT_PLAIN: [&str; 20] = [
    " des ",
    " eines ",
    " z. b.",
    " bzw.",
    " usw.",
    " ca.",
    " min.",
    " inkl.",
    " ggf.",
    ", dass ",
    ", weil ",
    ", obwohl ",
    ", damit ",
    ", sodass ",
    ", sondern ",
    ";",
    " man ",
    " mittels ",
    " gemäß ",
    " bezüglich ",
];

/// The messages of one file, each with its lines joined and its branches parted by full stops.
fn messages(language: Language) -> BTreeMap<&'static str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    let mut key = "";
    for line in language.source().lines() {
        match line.split_once(" =") {
            _ if line.trim().is_empty() || line.starts_with('#') => {}
            Some((own, text)) if !line.starts_with(' ') => {
                key = own;
                messages.insert(own, text.trim().to_owned());
            }
            _ => {
                let branch = line.split_once(']').map_or("", |(_, text)| text);
                let own = messages.get_mut(key).expect("a line belongs to a message");
                own.push_str(". ");
                own.push_str(branch.trim());
            }
        }
    }
    messages
}

/// What a reader of plain German gets: everything but the desk of the city's people.
fn read_by_all() -> BTreeMap<&'static str, String> {
    let mut texts = messages(Language::De);
    texts.extend(messages(Language::Simple));
    let is_of_the_desk = |key: &str| {
        ["staff-", "reports-desk-", "role-", "trail-"]
            .iter()
            .any(|own| key.starts_with(own))
    };
    texts.retain(|key, _| !is_of_the_desk(key));
    texts
}

/// The text with one word in place of each value.
fn with_values(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, value)) = rest.split_once('{') {
        said += before;
        said += "Wert";
        rest = value.split_once('}').map_or("", |(_, rest)| rest);
    }
    said + rest
}

/// Every rule that `text` breaks.
fn complaints(text: &str) -> Vec<String> {
    let said = with_values(text);
    let mut complaints = Vec::new();
    for statement in said.split(['.', '!', '?', ':', '…']) {
        let words = statement.split_whitespace();
        let count = words.filter(|word| word.contains(char::is_alphanumeric));
        let count = count.count();
        if count > MOST_WORDS {
            complaints.push(format!("{count} words: {}", statement.trim()));
        }
    }
    let words = said.split(|letter: char| !letter.is_alphabetic());
    for word in words.filter(|word| !LONG_WORDS.contains(word)) {
        if word.chars().count() > MOST_LETTERS {
            complaints.push(format!("long word without hyphen: {word}"));
        }
    }
    let folded = format!(" {} ", said.to_lowercase());
    let found = NOT_PLAIN.iter().filter(|part| folded.contains(**part));
    complaints.extend(found.map(|part| format!("{part:?}")));
    let negated = folded.split_once(" nicht ");
    if negated.is_some_and(|(_, rest)| rest.contains(" sondern ")) {
        complaints.push("nicht … sondern".to_owned());
    }
    complaints
}

#[test]
fn plain_german_keeps_the_rules_that_can_be_counted() {
    let broken: Vec<_> = read_by_all()
        .into_iter()
        .map(|(key, text)| (key, complaints(&text)))
        .filter(|(_, complaints)| !complaints.is_empty())
        .collect();
    assert!(
        broken.is_empty(),
        "say these plainly in de-simple.ftl: {broken:#?}"
    );
}

#[test]
fn the_criteria_of_audits_keep_the_rules_too() {
    let text = include_str!("../../../geodata/catalogue/criteria/lb-draft-1.toml");
    let catalogue = Catalogue::from_toml(text).expect("a catalogue that a test reads");
    let mut texts: Vec<&Text> = catalogue.conditions().iter().map(|own| &own.name).collect();
    for criterion in catalogue.criteria() {
        texts.push(&criterion.name);
        for reading in &criterion.readings {
            texts.extend(&reading.name);
            if let Sort::Choice(choices) = &reading.sort {
                texts.extend(choices.iter().map(|own| &own.name));
            }
        }
    }
    let broken: Vec<_> = texts
        .into_iter()
        .map(|own| (&own.de_simple, complaints(&own.de_simple)))
        .filter(|(_, complaints)| !complaints.is_empty())
        .collect();
    assert!(broken.is_empty(), "say these plainly: {broken:#?}");
}

#[test]
fn the_rules_find_what_breaks_them() {
    for broken in [
        "Das ist ein Satz mit sehr vielen Wörtern und noch ein paar Wörtern mehr.",
        "Die Öffnungszeitentafel",
        "Die Farbe des Ortes",
        "Das ist nicht gut sondern schlecht.",
        "Kommen Sie, weil es gut ist.",
    ] {
        assert_eq!(complaints(broken).len(), 1, "{broken}");
    }
    for plain in [
        "Wir wissen nicht: Wann ist offen?",
        "{ $shown } von { $total } Orten",
    ] {
        assert_eq!(complaints(plain), Vec::<String>::new());
    }
}

#[test]
fn plain_german_says_only_what_german_says_and_says_it_otherwise() {
    let german = messages(Language::De);
    for (key, text) in messages(Language::Simple) {
        let in_german = german.get(key);
        assert!(in_german.is_some(), "de.ftl has no {key}");
        assert_ne!(in_german, Some(&text), "de.ftl says {key} already");
    }
}

#[test]
fn plain_german_names_the_same_values() {
    let values = |text: &str| {
        let rests = text.split('$').skip(1);
        let names = rests.filter_map(|rest| rest.split([' ', '}']).next());
        names
            .map(ToOwned::to_owned)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let german = messages(Language::De);
    for (key, text) in messages(Language::Simple) {
        assert_eq!(values(&text), values(&german[key]), "{key}");
    }
}

#[test]
fn what_is_left_out_of_plain_german_is_said_in_german() {
    let [simple, german] = [Language::Simple, Language::De];
    assert_eq!(simple.text("site-name"), "Orte zum Treffen");
    assert_eq!(simple.text("finder-submit"), german.text("finder-submit"));
}

#[test]
fn no_german_text_stains_a_place_or_takes_a_name_it_has_not_earned() {
    for language in [Language::De, Language::Simple] {
        for (key, text) in messages(language) {
            let folded = text.to_lowercase();
            // The one sentence that says what reports do not show (specification, C.8 R14).
            let is_fixed = key == "safety-perception";
            for word in NEVER
                .into_iter()
                .filter(|own| !(is_fixed && *own == "kriminalität"))
            {
                assert!(!folded.contains(word), "{key}: {word}");
            }
            // A place may offer it; this site may not claim it.
            let is_offer = key == "language-de-leicht";
            assert!(is_offer || !folded.contains("leichte sprache"), "{key}");
        }
    }
    for (key, text) in messages(Language::Simple) {
        assert!(!text.to_lowercase().contains("barrierefrei"), "{key}");
    }
}
