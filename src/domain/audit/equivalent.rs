//! That a criterion's aim is reached in another way than the catalogue says.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::Invalid;
use crate::domain::note::Note;
use crate::domain::words::Words;

/// The office or role that decided, such as "Untere Denkmalschutzbehörde"; never a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Office(Words<100>);

impl Office {
    /// Its name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Office {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let words = text
            .parse::<Words<100>>()
            .map_err(|invalid| Invalid::new("decided_by", invalid.reason))?;
        if text.parse::<Note>().is_err() {
            return Err(Invalid::new(
                "decided_by",
                "must be an office or a role, and tell nobody's name, number or home",
            ));
        }
        Ok(Self(words))
    }
}

impl<'de> Deserialize<'de> for Office {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// That a criterion counts as met: in another way, for a written reason, decided by somebody who may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Equivalent {
    /// How the aim is reached, and why not as the catalogue says.
    pub reason: Note,
    /// Who decided.
    pub decided_by: Office,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_decides_and_no_person() {
        assert!("Untere Denkmalschutzbehörde".parse::<Office>().is_ok());
        for text in ["", "Frau Müller", "amt@example.org", &"a".repeat(101)] {
            let invalid = text.parse::<Office>().unwrap_err();
            assert_eq!(invalid.field, "decided_by", "{text}");
        }
    }
}
