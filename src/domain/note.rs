//! What the city's people write beside what they decide. It stays, and others read it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::choice::choice;
use crate::domain::event::contact::without_contacts;
use crate::domain::suggestion::screening::{is_about_a_dwelling, may_name_a_person};
use crate::domain::words::Words;
use crate::domain::{Catalogue, Invalid};

/// The most characters of a note.
pub const MOST_LETTERS: usize = 500;

/// A text of 1 to [`MOST_LETTERS`] characters by which nobody can be found: no place of refuge, no telephone number or e-mail
/// address, nobody's name with a form of address before it, nobody's own dwelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Note(Words<MOST_LETTERS>);

choice! {
    /// The rule that a note breaks.
    NoteFault: "note" {
        /// It is empty, too long, or has characters nobody can read.
        Unreadable = "unreadable",
        /// It names a place of refuge.
        Refuge = "refuge",
        /// It has a telephone number or an e-mail address.
        Contact = "contact",
        /// It names a person.
        Person = "person",
        /// It tells where somebody lives.
        Dwelling = "dwelling",
    }
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// The rule it breaks.
    pub fn read(text: &str) -> Result<Self, NoteFault> {
        let Ok(words) = text.parse::<Words<MOST_LETTERS>>() else {
            return Err(NoteFault::Unreadable);
        };
        if Catalogue::shipped().is_blocked_name(text) {
            return Err(NoteFault::Refuge);
        }
        if without_contacts(text).is_some() {
            return Err(NoteFault::Contact);
        }
        if may_name_a_person(text) {
            return Err(NoteFault::Person);
        }
        // "It is a private house" is a reason; "my house" tells whose.
        if is_about_a_dwelling(text, true) {
            return Err(NoteFault::Dwelling);
        }
        Ok(Self(words))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Note {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::read(text).map_err(|fault| {
            let rule = match fault {
                NoteFault::Unreadable => {
                    return Invalid::new(
                        "text",
                        format!(
                            "must have 1 to {MOST_LETTERS} characters and no control characters"
                        ),
                    );
                }
                NoteFault::Refuge => "must not name a place of refuge",
                NoteFault::Contact => "must not have a telephone number or an e-mail address",
                NoteFault::Person => "must not name a person",
                NoteFault::Dwelling => "must not tell where somebody lives",
            };
            Invalid::new("text", rule)
        })
    }
}

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_a_note_nobody_can_be_found() {
        for (text, fault) in [
            ("", NoteFault::Unreadable),
            (" ", NoteFault::Unreadable),
            ("a\u{0}b", NoteFault::Unreadable),
            (&*"a".repeat(501), NoteFault::Unreadable),
            ("Das Frauenhaus liegt dort", NoteFault::Refuge),
            ("Ruf 07141 910 0 an", NoteFault::Contact),
            ("laut Frau Müller", NoteFault::Person),
            ("das ist meine Wohnung", NoteFault::Dwelling),
        ] {
            assert_eq!(Note::read(text), Err(fault), "{text}");
            assert_eq!(text.parse::<Note>().unwrap_err().field, "text");
        }
        for text in [
            "Das ist eine Privatwohnung.",
            "Gibt es schon: Bücherei",
            "ü",
        ] {
            assert_eq!(Note::read(text).unwrap().as_str(), text);
        }
    }
}
