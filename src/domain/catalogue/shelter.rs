//! What is dropped on every way in so that nobody can be found there: shelters for people who flee from violence. This is the
//! one place that decides.

use regex::Regex;
use serde::Deserialize;

use super::{OsmRule, Tags};
use crate::domain::{Invalid, folding};

/// The section `[shelter_block]` of the catalogue.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Record")]
pub(super) struct ShelterBlock {
    tags: Vec<OsmRule>,
    /// One of the words, in a text that is [closed up](closed_up).
    words: Regex,
    not_after: Vec<String>,
    streets: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    tags: Vec<OsmRule>,
    name_contains: Vec<String>,
    not_after: Vec<String>,
    streets: Vec<String>,
}

impl TryFrom<Record> for ShelterBlock {
    type Error = Invalid;

    fn try_from(record: Record) -> Result<Self, Invalid> {
        let all = |words: Vec<String>| words.iter().map(|own| closed_up(own)).collect::<Vec<_>>();
        let words = all(record.name_contains);
        if words.iter().any(String::is_empty) {
            let rule = "must be words with letters";
            return Err(Invalid::new("name_contains", rule));
        }
        let words: Vec<_> = words.iter().map(|own| regex::escape(own)).collect();
        let words = Regex::new(&words.join("|"));
        Ok(Self {
            tags: record.tags,
            words: words.map_err(|error| Invalid::new("name_contains", error.to_string()))?,
            not_after: all(record.not_after),
            streets: all(record.streets),
        })
    }
}

/// Tags that name a street.
const OF_A_STREET: [&str; 2] = ["addr:street", "addr:place"];

impl ShelterBlock {
    /// Whether tags describe a shelter, or one of their texts names one.
    pub(super) fn matches(&self, tags: &Tags) -> bool {
        let is_street =
            tags.contains_key("highway") && tags.get("area").is_none_or(|area| area != "yes");
        let names = |(key, value): (&String, &String)| {
            if OF_A_STREET.contains(&key.as_str()) || (is_street && key.contains("name")) {
                self.names_beside_a_street(value)
            } else {
                self.names(value)
            }
        };
        self.tags.iter().any(|rule| rule.matches(tags)) || tags.iter().any(names)
    }

    /// Whether a text names a shelter.
    pub(super) fn names(&self, text: &str) -> bool {
        self.finds(text, |_| false)
    }

    /// Whether the name of a street says more of a shelter than that a street is called after one.
    pub(super) fn names_beside_a_street(&self, name: &str) -> bool {
        self.finds(name, |rest| {
            self.streets.iter().any(|own| rest.starts_with(own))
        })
    }

    /// Whether one of the words is in a text, and what follows it does not excuse it.
    fn finds(&self, text: &str, excuses: impl Fn(&str) -> bool) -> bool {
        clauses(text).any(|own| self.finds_in(&closed_up(own), &excuses))
    }

    fn finds_in(&self, text: &str, excuses: &impl Fn(&str) -> bool) -> bool {
        let mut from = 0;
        while let Some(found) = self.words.find_at(text, from) {
            let (before, after) = (&text[..found.start()], &text[found.end()..]);
            let is_another = self.not_after.iter().any(|own| before.ends_with(own));
            if !is_another && !excuses(after) {
                return true;
            }
            // Another word may begin within this one.
            let first = found.as_str().chars().next().map_or(1, char::len_utf8);
            from = found.start() + first;
        }
        false
    }
}

/// The parts of a text between signs with a blank beside them: "for women, homework club" names no house of women. A sign
/// without a blank parts nothing, nor does a dash: both would be ways in.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    let mut rest = text.chars().skip(1).chain([' ']);
    text.split(move |letter: char| {
        let after = rest.next().unwrap_or(' ');
        let is_beside_blank = before.is_whitespace() || after.is_whitespace();
        before = letter;
        is_beside_blank && SIGNS.contains(&letter)
    })
}

/// What ends a part of a sentence.
const SIGNS: [char; 12] = [',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '/', '|'];

/// A text as it is compared: folded, look-alikes as the letters they look like, umlauts without their second letter, and
/// nothing between the letters.
fn closed_up(text: &str) -> String {
    let letters = text.chars().map(latin_capital);
    let letters = letters.flat_map(char::to_lowercase);
    let plain: String = letters.map(looking_like).collect();
    let mut closed = String::with_capacity(plain.len());
    // Whoever leaves out the dots writes "Madchen"; whoever has none, "Maedchen".
    let mut may_be_umlaut = false;
    for letter in folding::fold(&plain).chars() {
        let letter = digit_as_letter(letter);
        if letter.is_whitespace() || (letter == 'e' && std::mem::take(&mut may_be_umlaut)) {
            continue;
        }
        may_be_umlaut = matches!(letter, 'a' | 'o' | 'u');
        closed.push(letter);
    }
    closed
}

/// The Latin letter that a letter looks like: wide ones, those of mathematics, and those of other alphabets.
fn looking_like(letter: char) -> char {
    let code = u32::from(letter);
    let latin = |offset: u32| char::from_u32(u32::from(b'a') + offset % 26).unwrap_or(letter);
    match code {
        0xFF21..=0xFF3A => return latin(code - 0xFF21),
        0xFF41..=0xFF5A => return latin(code - 0xFF41),
        // Bold, italic, script, double-struck and so on: thirteen alphabets of twice 26 letters.
        0x1D400..=0x1D6A3 => return latin(code - 0x1D400),
        0x24B6..=0x24CF => return latin(code - 0x24B6),
        0x24D0..=0x24E9 => return latin(code - 0x24D0),
        _ => {}
    }
    match letter {
        'а' | 'α' | '@' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | '€' => 'e',
        'ƒ' => 'f',
        'ɡ' | 'ğ' => 'g',
        'һ' | 'н' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'п' | 'η' | 'ո' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'г' => 'r',
        'ѕ' | '$' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' | 'и' | 'μ' => 'u',
        'ν' => 'v',
        'х' | 'χ' => 'x',
        'у' => 'y',
        other => other,
    }
}

/// The Latin letter that a Greek capital looks like, where its small letter looks like another.
const fn latin_capital(letter: char) -> char {
    match letter {
        'Η' => 'h',
        'Ν' => 'n',
        'Μ' => 'm',
        'Υ' => 'y',
        'Ζ' => 'z',
        other => other,
    }
}

/// The letter that a digit stands for where somebody writes it in place of one.
const fn digit_as_letter(letter: char) -> char {
    match letter {
        '0' => 'o',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Catalogue;

    #[test]
    fn however_it_is_written_a_shelter_is_told_by_its_name() {
        for name in [
            "Frauenhaus",
            "FRAUEN-HAUS West",
            "Das  Frauen haus",
            "Frauen\u{ad}haus",
            "Frau\u{200b}en\u{200d}haus",
            "F r a u e n h a u s",
            "F.r.a.u.e.n.h.a.u.s",
            "Frauenhäuser",
            "Frauenhaeuser",
            "Frauenha\u{308}user",
            "Frauenhauser",
            "Frаuеnhаus",
            "Ｆｒａｕｅｎｈａｕｓ",
            "𝐅𝐫𝐚𝐮𝐞𝐧𝐡𝐚𝐮𝐬",
            "ⓕⓡⓐⓤⓔⓝⓗⓐⓤⓢ",
            "Fr4uenh4us",
            "Fraue\u{300}nhaus",
            "Schutzhaus",
            "Frauen- und Kinderschutzhaus",
            "Schutzwohnung 3",
            "Zufluchtswohnung",
            "Mädchenzuflucht",
            "Maedchenzuflucht",
            "Madchenzuflucht",
            "Ma\u{308}dchen-Zuflucht",
            "Kinderschutzhaus",
            "women’s shelter",
            "Women's Refuge",
            "WOMENS  REFUGE",
            "Kadın Sığınma Evi",
            "kadin siginma evi",
            "Приют для женщин",
            "Tierschutzhaus und Frauenhaus",
            "Frauenhausgasse",
        ] {
            assert!(Catalogue::shipped().is_blocked_name(name), "{name}");
        }
    }

    #[test]
    fn what_only_sounds_like_one_is_none() {
        for name in [
            "Schutzhütte",
            "Tierheim",
            "Tierschutzhaus",
            "Naturschutz-Haus Nord",
            "Naturschutzgebiet",
            "Kinderschutzbund",
            "Frauenkirche",
            "Frauencafé",
            "Frauenberatung",
            "Frauen für Frauen e. V.",
            "Männerschuppen",
            "Mädchentreff",
            "Haus der Frauen",
            "Haus der Begegnung",
            "Wetterschutz",
            "Sonnenschutz",
            "Shelter",
            "",
            "日本",
        ] {
            assert!(!Catalogue::shipped().is_blocked_name(name), "{name}");
        }
    }

    #[test]
    fn a_street_may_be_called_after_one_and_lead_to_none() {
        let catalogue = Catalogue::shipped();
        for street in [
            "Frauenhausgasse",
            "Frauenhaus-Straße",
            "Frauenhausstr. 3",
            "Alter Frauenhausweg",
        ] {
            assert!(!catalogue.is_blocked_street(street), "{street}");
        }
        for street in [
            "Am Frauenhaus",
            "Beim Schutzhaus",
            "Frauenhaus",
            "Frauenhausgasse beim Frauenhaus",
        ] {
            assert!(catalogue.is_blocked_street(street), "{street}");
        }
    }

    #[test]
    fn tags_tell_it_whichever_of_them_does() {
        let is_blocked = |tags: &[(&str, &str)]| {
            let tags = tags.iter().map(|&(key, value)| (key.into(), value.into()));
            Catalogue::shipped().is_blocked(&tags.collect())
        };
        let facility = ("amenity", "social_facility");
        for tags in [
            [facility, ("social_facility", "shelter")],
            [facility, ("social_facility", "womens_refuge")],
            [facility, ("name:tr", "Kadın sığınma evi")],
            [facility, ("website", "https://frauenhaus.example.org")],
            [facility, ("note", "das ist das Frauenhaus")],
            [facility, ("operator:short", "Frauenhaus e. V.")],
            [("amenity", "women_shelter"), ("name", "Haus am See")],
            [("addr:street", "Am Frauenhaus"), ("addr:housenumber", "3")],
            [("highway", "residential"), ("name", "Am Frauenhaus")],
        ] {
            assert!(is_blocked(&tags), "{tags:?}");
        }
        for target in [
            "woman", "women", "female", "victim", "abused", "children", "family",
        ] {
            let tags = [
                ("social_facility", "shelter"),
                ("social_facility:for", target),
            ];
            assert!(is_blocked(&tags), "{target}");
        }
        for tags in [
            [
                ("social_facility", "shelter"),
                ("social_facility:for", "homeless"),
            ],
            [("amenity", "shelter"), ("shelter_type", "picnic_shelter")],
            [("amenity", "animal_shelter"), ("name", "Tierheim")],
            [
                ("addr:street", "Frauenhausgasse"),
                ("addr:housenumber", "3"),
            ],
            [("highway", "residential"), ("name", "Frauenhausgasse")],
        ] {
            assert!(!is_blocked(&tags), "{tags:?}");
        }
    }

    #[test]
    fn words_on_both_sides_of_a_sign_are_no_word() {
        for text in [
            "Treff für Frauen, Hausaufgabenhilfe",
            "Sport für Mädchen, Hausaufgabenhilfe",
            "Jugendschutz: Hausordnung",
            "Verbraucherschutz, Haushalt",
        ] {
            assert!(!Catalogue::shipped().is_blocked_name(text), "{text}");
        }
        for text in [
            "Frauen.haus",
            "Frauen – Haus",
            "Treff, Frauenhaus",
            "(Frauenhaus)",
        ] {
            assert!(Catalogue::shipped().is_blocked_name(text), "{text}");
        }
    }
}
