//! How much a release may say about one report: epsilon of differential privacy, as an exact fraction.

use std::fmt;
use std::str::FromStr;

use crate::domain::Invalid;

/// How likely a cell without a single report may be published all the same, at most.
const EMPTY_CELL_SHOWN: f64 = 0.005;

/// A privacy parameter in hundredths: from 0.01 to 4. With it, whatever is published is at most `e^epsilon` times as likely
/// with a given report as without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epsilon {
    hundredths: u32,
}

impl Epsilon {
    /// What holds where a city says nothing: a half.
    pub const DEFAULT: Self = Self { hundredths: 50 };

    /// The most that a city may set for one product.
    const MOST: u32 = 400;

    /// The parameter in hundredths.
    ///
    /// # Errors
    /// When it is nought or more than 4: the one publishes nothing, the other protects nobody.
    pub fn hundredths(hundredths: u32) -> Result<Self, Invalid> {
        if (1..=Self::MOST).contains(&hundredths) {
            Ok(Self { hundredths })
        } else {
            Err(refused())
        }
    }

    /// Its value.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// The parameter as numerator and denominator.
    #[must_use]
    pub const fn fraction(self) -> (u64, u64) {
        (self.hundredths as u64, 100)
    }

    /// The least noisy count that is shown: so high that an empty cell is shown with a probability of at most 0.5 %.
    ///
    /// With `q = e^-epsilon` the noise is at least `t` with probability `q^t / (1 + q)`.
    #[must_use]
    pub fn threshold(self) -> u32 {
        let q = (-self.value()).exp();
        let is_enough = |t: &u32| q.powf(f64::from(*t)) / (1.0 + q) <= EMPTY_CELL_SHOWN;
        (1..10_000).find(is_enough).unwrap_or(10_000)
    }
}

impl Default for Epsilon {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Display for Epsilon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl FromStr for Epsilon {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let is_plain = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
        if whole.len() != 1 || part.len() > 2 || !is_plain(whole) || !is_plain(part) {
            return Err(refused());
        }
        let hundredths = format!("{whole}{part:0<2}");
        Self::hundredths(hundredths.parse().unwrap_or(0))
    }
}

impl<'de> serde::Deserialize<'de> for Epsilon {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(d)?;
        // As it is written: 0.5, not what a float makes of it.
        value
            .to_string()
            .parse()
            .map_err(|invalid: Invalid| serde::de::Error::custom(invalid.reason))
    }
}

fn refused() -> Invalid {
    Invalid::new(
        "epsilon",
        "must be a number from 0.01 to 4 with at most two decimals",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_shows_from_ten_on_and_one_from_five() {
        assert_eq!(Epsilon::DEFAULT.threshold(), 10);
        assert_eq!("1".parse::<Epsilon>().unwrap().threshold(), 5);
    }

    #[test]
    fn an_empty_cell_is_shown_in_one_of_two_hundred_cases_at_most_and_a_lower_threshold_would_break_that()
     {
        for hundredths in 1..=400 {
            let epsilon = Epsilon::hundredths(hundredths).unwrap();
            let q = (-epsilon.value()).exp();
            let shown = |t: u32| q.powf(f64::from(t)) / (1.0 + q);
            let threshold = epsilon.threshold();
            assert!(shown(threshold) <= 0.005, "{epsilon}");
            assert!(threshold == 1 || shown(threshold - 1) > 0.005, "{epsilon}");
        }
    }

    #[test]
    fn what_protects_nobody_is_refused() {
        for text in [
            "", "0", "0.00", "4.01", "5", "-1", "0.555", "1e0", "+1", "inf", ".5",
        ] {
            assert!(text.parse::<Epsilon>().is_err(), "{text}");
        }
        assert_eq!("0.25".parse::<Epsilon>().unwrap().to_string(), "0.25");
    }
}
