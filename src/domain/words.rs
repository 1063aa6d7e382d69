//! Short texts that people read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;

/// A trimmed text of 1 to `MAX` characters without control characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words<const MAX: usize>(Box<str>);

/// The name of a place or a district.
pub type Name = Words<200>;

/// Opening hours as somebody wrote them, understood or not.
pub type HoursText = Words<1000>;

/// A remark, a reason, a source.
pub type Remark = Words<2000>;

impl<const MAX: usize> Words<MAX> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> FromStr for Words<MAX> {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let length = text.chars().count();
        if length == 0 {
            Err(Invalid::new("text", "must not be empty"))
        } else if length > MAX {
            Err(Invalid::new(
                "text",
                format!("must be at most {MAX} characters, not {length}"),
            ))
        } else if text
            .chars()
            .any(|letter| letter.is_control() && letter != '\n')
        {
            Err(Invalid::new("text", "must not contain control characters"))
        } else {
            Ok(Self(text.into()))
        }
    }
}

impl<const MAX: usize> std::ops::Deref for Words<MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Words<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> fmt::Debug for Words<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<const MAX: usize> Serialize for Words<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Words<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_trimmed_and_bounded() {
        assert_eq!(" Treff ".parse::<Name>().unwrap().as_str(), "Treff");
        assert!("".parse::<Name>().is_err());
        assert!("\u{0}".parse::<Name>().is_err());
        assert!("ä".repeat(200).parse::<Name>().is_ok());
        assert!("ä".repeat(201).parse::<Name>().is_err());
    }
}
