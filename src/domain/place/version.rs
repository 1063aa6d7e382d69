//! Which state of a place somebody has seen.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::domain::{Invalid, Place};

/// A digest of everything that is known of a place or in a survey: two states are the same exactly when their versions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version([u8; 16]);

impl Place {
    /// The version of this state.
    #[must_use]
    pub fn version(&self) -> Version {
        let cells = self.cells();
        let parts = cells.iter().flat_map(|(column, text)| [column, text]);
        Version::of(parts, self.origin.as_str())
    }
}

impl Version {
    /// The version of what is known as these parts and `last`.
    pub(in crate::domain) fn of(
        parts: impl IntoIterator<Item = impl AsRef<str>>,
        last: &str,
    ) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            // The length parts what would run together.
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.update(last.as_bytes());
        let digest = hasher.finalize();
        let mut own = [0; 16];
        own.copy_from_slice(&digest[..16]);
        Self(own)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Version {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = || Invalid::new("version", "must be 32 hexadecimal digits");
        if text.len() != 32 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(rule());
        }
        u128::from_str_radix(text, 16)
            .map(|number| Self(number.to_be_bytes()))
            .map_err(|error| Invalid::new("version", error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::random::Dice;

    #[test]
    fn a_version_changes_with_everything_that_is_known_and_comes_back_as_text() {
        let mut dice = Dice(3);
        for number in 0..100 {
            let place = dice.place(number);
            let version = place.version();
            assert_eq!(version, place.clone().version());
            assert_eq!(version.to_string().parse::<Version>().unwrap(), version);
            let mut other = place.clone();
            other.facts.seats = Some(other.facts.seats.map_or(1, |seats| seats ^ 1));
            assert_ne!(version, other.version());
        }
        assert!("x".parse::<Version>().is_err());
        assert!(
            "+0000000000000000000000000000000"
                .parse::<Version>()
                .is_err()
        );
    }
}
