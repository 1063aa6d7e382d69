//! Who answers for a city's site: what its imprint, its privacy notice and its accessibility statement name.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::Invalid;
use crate::domain::words::{Name, Remark};

/// The section `[contact]` of a `city.toml`. Every line may be missing; the pages then say that it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// The body that runs the site.
    pub publisher: Option<Name>,
    /// Who speaks for it, as an office rather than a person where the law allows it.
    pub represented_by: Option<Name>,
    /// Its postal address.
    pub address: Option<Remark>,
    /// Its telephone number.
    pub phone: Option<Name>,
    /// Its e-mail address.
    pub email: Option<Email>,
    /// Where barriers of the site are reported.
    pub accessibility: Option<Email>,
    /// Who settles disputes about barriers.
    pub arbitration: Option<Remark>,
    /// The data protection officer.
    pub data_protection: Option<Remark>,
    /// The authority that watches over data protection.
    pub data_protection_authority: Option<Remark>,
}

/// An e-mail address that can be written into a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Name);

impl Email {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl std::str::FromStr for Email {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = || {
            Invalid::new(
                "email",
                "must be an e-mail address such as treff@example.org",
            )
        };
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_+@".contains(letter);
        let (user, host) = text.split_once('@').ok_or_else(rule)?;
        let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        if user.is_empty() || !is_host || host.contains('@') || !text.chars().all(is_plain) {
            return Err(rule());
        }
        Ok(Self(text.parse()?))
    }
}

impl Serialize for Email {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|invalid: Invalid| de::Error::custom(format!("{text:?} {}", invalid.reason)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_cannot_be_linked_is_refused() {
        for good in ["a@b.de", "treff+web@stadt.example.org"] {
            assert_eq!(good.parse::<Email>().unwrap().as_str(), good);
        }
        for wrong in [
            "",
            "a",
            "@b.de",
            "a@b",
            "a@.de",
            "a@b.",
            "a@b@c.de",
            "a b@c.de",
            "a@b.de?subject=x",
            "a@b.de\n",
            "ä@b.de",
        ] {
            assert!(wrong.parse::<Email>().is_err(), "{wrong}");
        }
    }
}
