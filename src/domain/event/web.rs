//! The address of a page on the web.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;

/// An `http` or `https` address that one can follow; never one that names a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(Box<str>);

/// Longer addresses carry more than an address.
const MOST_BYTES: usize = 500;

impl WebAddress {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebAddress {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let refuse = |rule: &str| Err(Invalid::new("url", rule));
        let Some((scheme, rest)) = text.split_once("://") else {
            return refuse("must begin with http:// or https://");
        };
        if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
            return refuse("must begin with http:// or https://");
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() || host.contains('@') {
            return refuse("must name a host and no user");
        }
        let is_odd = |letter: char| {
            letter.is_whitespace() || letter.is_control() || "\"<>\\^`{|}".contains(letter)
        };
        if text.len() > MOST_BYTES || text.contains(is_odd) {
            return refuse("must be at most 500 bytes without spaces and quotes");
        }
        Ok(Self(text.into()))
    }
}

impl Serialize for WebAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WebAddress {
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
    fn only_pages_of_the_web_can_be_followed() {
        for good in [
            "https://example.org",
            "HTTP://example.org/a?b=c#d",
            "https://ä.example/ü",
        ] {
            assert_eq!(good.parse::<WebAddress>().unwrap().as_str(), good);
        }
        for wrong in [
            "",
            "example.org",
            "mailto:a@example.org",
            "javascript://a",
            "https://",
            "https:///a",
            "https://user@example.org",
            "https://a b",
            "https://a\"b",
            "data:text/html,x",
            &format!("https://a/{}", "x".repeat(500)),
        ] {
            assert_eq!(
                wrong.parse::<WebAddress>().unwrap_err().field,
                "url",
                "{wrong}"
            );
        }
    }
}
