//! What catalogues, criteria and readings are called.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::domain::Invalid;

/// Defines a name of letters, digits and a few signs.
macro_rules! name {
    ($(#[$meta:meta])* $name:ident, $field:literal, $most:literal, $signs:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Invalid;

            fn from_str(text: &str) -> Result<Self, Invalid> {
                let is_sign = |sign: char| sign.is_ascii_alphanumeric() || $signs.contains(sign);
                let begins = text.starts_with(|sign: char| sign.is_ascii_alphanumeric());
                if begins && text.len() <= $most && text.chars().all(is_sign) {
                    Ok(Self(text.into()))
                } else {
                    let rule = concat!("must be 1 to ", $most, " letters, digits and the signs ", $signs);
                    Err(Invalid::new($field, format!("{rule}, not \"{}\"", text.escape_debug())))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The name of a catalogue's version, such as `lb-draft-1`.
    CatalogueVersion, "version", 40, "-._"
}

name! {
    /// The name of a criterion, such as `C14`.
    CriterionId, "criterion", 16, "-._"
}

name! {
    /// The name of a reading, a choice or a condition, such as `width_cm`.
    Key, "id", 40, "_"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_letters_digits_and_few_signs() {
        assert_eq!("C14".parse::<CriterionId>().unwrap().as_str(), "C14");
        assert!("lb-draft-1".parse::<CatalogueVersion>().is_ok());
        for text in ["", "-a", "a b", "ä", "a/b", &"a".repeat(41)] {
            let invalid = text.parse::<CatalogueVersion>().unwrap_err();
            assert_eq!(invalid.field, "version", "{text}");
        }
    }
}
