//! Telephone numbers that one can dial.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Invalid;

/// A telephone number as people write it: digits in groups, dialled from any telephone of the country. Never one that costs
/// more than a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(Box<str>);

/// Numbers that begin like this cost extra, or lead to a company that connects for money.
const COSTLY: [&str; 6] = ["0900", "0190", "0137", "0180", "012", "118"];

/// More characters are no number.
const MOST_CHARACTERS: usize = 30;

impl Phone {
    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is dialled: digits alone, with a `+` before the number of a country.
    #[must_use]
    pub fn dialled(&self) -> String {
        dialled(&self.0)
    }
}

/// Digits alone; of `+49 (0) 7141` the nought in brackets is not dialled.
fn dialled(text: &str) -> String {
    let text = if text.starts_with('+') {
        text.replacen("(0)", "", 1)
    } else {
        text.to_owned()
    };
    let is_dialled = |letter: &char| letter.is_ascii_digit() || *letter == '+';
    text.chars().filter(is_dialled).collect()
}

impl FromStr for Phone {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refuse = |rule: &str| Err(Invalid::new("phone", rule));
        // Whoever copies a number brings unbreakable spaces.
        let words: Vec<_> = text.split(char::is_whitespace).collect();
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let text = words.join(" ");
        let is_plain = |letter: char| letter.is_ascii_digit() || " /-()+".contains(letter);
        let pluses = text.matches('+').count();
        if text.is_empty() || text.len() > MOST_CHARACTERS || !text.chars().all(is_plain) {
            return refuse("must be a number of digits, such as 07141 910-0");
        }
        if pluses > 1 || (pluses == 1 && !text.starts_with('+')) {
            return refuse("must have its + at the beginning, if it has one");
        }
        let dialled = dialled(&text);
        let digits = dialled.trim_start_matches('+').len();
        if COSTLY.iter().any(|own| dialled.starts_with(own)) {
            return refuse("must not be a number that costs extra");
        }
        let fits = if dialled.starts_with("11") {
            (3..=6).contains(&digits)
        } else {
            dialled.starts_with(['0', '+']) && (6..=15).contains(&digits)
        };
        if !fits {
            return refuse("must begin with 0 or +, or be a short number such as 116 016");
        }
        Ok(Self(text.into()))
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|invalid: Invalid| {
            serde::de::Error::custom(format!("phone {}", invalid.reason))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_people_read_it_and_dialled_as_telephones_do() {
        for (typed, written, dialled) in [
            ("116 016", "116 016", "116016"),
            ("0800  22 55 530", "0800 22 55 530", "08002255530"),
            (" 07141/910-2345 ", "07141/910-2345", "071419102345"),
            ("(07141) 910\u{a0}2345", "(07141) 910 2345", "071419102345"),
            ("+49 (0) 7141 9100", "+49 (0) 7141 9100", "+4971419100"),
            ("112", "112", "112"),
        ] {
            let phone: Phone = typed.parse().unwrap();
            assert_eq!(
                (phone.as_str(), phone.dialled().as_str()),
                (written, dialled)
            );
        }
    }

    #[test]
    fn what_nobody_can_dial_or_what_costs_extra_is_refused() {
        for wrong in [
            "",
            "anrufen",
            "910 2345",
            "11",
            "1160167",
            "07141 9102345 ext 3",
            "07141+910",
            "++49 7141 910",
            "0900 123456",
            "0137 1234567",
            "0180 5 123456",
            "11833",
            "0123456789012345",
            "07141\n910;rm",
        ] {
            assert!(wrong.parse::<Phone>().is_err(), "{wrong}");
        }
    }
}
