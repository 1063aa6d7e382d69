//! Numbers as the report tells them: the same digits in JSON, in tables and at the terminal.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::coverage::{Share, UNREACHED};
use crate::domain::residents::MilliPersons;
use crate::walk::Profile;

/// Thousandths of a person, told with three decimals at most, so that parts always make the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Persons(pub MilliPersons);

/// Thousandths of a whole: never rounded up, so that 100 % are all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u64);

/// Tenths of a minute: never rounded down, so that what is told as ten minutes is within ten minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u64);

/// Thousandths of anything else, rounded to the nearest; never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thousandths(pub u64);

/// Fewer persons than this are not told where they might be the people of one house, in thousandths.
const FEW: MilliPersons = 10_000;

impl Persons {
    /// Persons, unless they are more than none and fewer than ten.
    #[must_use]
    pub fn unless_few(persons: MilliPersons) -> Option<Self> {
        (persons == 0 || persons >= FEW).then_some(Self(persons))
    }

    /// Persons, if they are ten or more.
    #[must_use]
    pub fn if_many(persons: MilliPersons) -> Option<Self> {
        (persons >= FEW).then_some(Self(persons))
    }

    /// The next tens of persons that are as many or more.
    #[must_use]
    pub fn tens_above(persons: MilliPersons) -> Self {
        Self(persons.div_ceil(FEW) * FEW)
    }

    /// The next tens of persons that are as many or fewer.
    #[must_use]
    pub fn tens_below(persons: MilliPersons) -> Self {
        Self(persons / FEW * FEW)
    }
}

impl Percent {
    /// A part of a whole; none where there is no whole.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let tenths = (u128::from(part) * 1000).checked_div(u128::from(whole))?;
        u64::try_from(tenths).ok().map(Self)
    }

    /// The covered part of some residents; none where nobody is known to live.
    #[must_use]
    pub fn covered(share: &Share) -> Option<Self> {
        Self::of(share.covered, share.persons)
    }
}

impl Minutes {
    /// A time in decimetres of level ground (see [`crate::coverage::Times`]); none where no way is known.
    #[must_use]
    pub fn of(decimetres: u32, profile: Profile) -> Option<Self> {
        let a_minute = u64::from(profile.decimetres_a_minute());
        (decimetres != UNREACHED).then(|| Self((u64::from(decimetres) * 10).div_ceil(a_minute)))
    }

    /// A number of seconds, to the nearest tenth of a minute; none for what is negative or no number.
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Option<Self> {
        let tenths = (seconds / 6.0).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "looked at before; what is too large becomes the largest"
        )]
        (tenths.is_finite() && tenths >= 0.0).then_some(Self(tenths as u64))
    }
}

impl Thousandths {
    /// The nearest thousandth; none for what is negative or no number.
    #[must_use]
    pub fn nearest(number: f64) -> Option<Self> {
        let thousandths = (number * 1000.0).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "looked at before; what is too large becomes the largest"
        )]
        (thousandths.is_finite() && thousandths >= 0.0).then_some(Self(thousandths as u64))
    }

    /// A part of a whole, times `scale`; none where there is no whole.
    #[must_use]
    pub fn ratio(part: u64, whole: u64, scale: u64) -> Option<Self> {
        let scaled = u128::from(part) * u128::from(scale) * 1000 + u128::from(whole / 2);
        let thousandths = scaled.checked_div(u128::from(whole))?;
        u64::try_from(thousandths).ok().map(Self)
    }
}

/// Defines how a number of decimal parts is shown: as the shortest decimal, in JSON as that number.
macro_rules! decimal {
    ($name:ident, $digits:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let parts = 10_u64.pow($digits);
                let (whole, part) = (self.0 / parts, self.0 % parts);
                if part == 0 {
                    return f.pad(&whole.to_string());
                }
                let digits = format!("{part:0width$}", width = $digits);
                f.pad(&format!("{whole}.{}", digits.trim_end_matches('0')))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let parts = 10_u64.pow($digits);
                if self.0 % parts == 0 {
                    return serializer.serialize_u64(self.0 / parts);
                }
                serializer.serialize_f64(self.0 as f64 / parts as f64)
            }
        }
    };
}

decimal!(Persons, 3);
decimal!(Percent, 1);
decimal!(Minutes, 1);
decimal!(Thousandths, 3);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_same_digits_everywhere() {
        for (told, text) in [
            (Persons(0), "0"),
            (Persons(5), "0.005"),
            (Persons(12_340), "12.34"),
            (Persons(80_212_528_123), "80212528.123"),
            (Persons(1_000), "1"),
        ] {
            assert_eq!(told.to_string(), text);
            assert_eq!(serde_json::to_string(&told).unwrap(), text);
        }
        assert_eq!(format!("{:>6}|", Percent(803)), "  80.3|");
    }

    #[test]
    fn only_all_are_a_hundred_percent_and_nobody_is_no_percentage() {
        assert_eq!(Percent::of(999_999, 1_000_000), Some(Percent(999)));
        assert_eq!(Percent::of(7, 7), Some(Percent(1000)));
        assert_eq!(Percent::of(0, 0), None);
    }

    #[test]
    fn what_takes_longer_than_ten_minutes_is_told_as_more() {
        let minutes = |dm| Minutes::of(dm, Profile::Older).map(|own| own.to_string());
        assert_eq!(minutes(5400).as_deref(), Some("10"));
        assert_eq!(minutes(5401).as_deref(), Some("10.1"));
        assert_eq!(minutes(0).as_deref(), Some("0"));
        assert_eq!(minutes(UNREACHED), None);
    }

    #[test]
    fn a_ratio_is_rounded_to_the_nearest_thousandth() {
        let ratio = |part, whole| Thousandths::ratio(part, whole, 1);
        assert_eq!(ratio(2, 3), Some(Thousandths(667)));
        assert_eq!(ratio(1, 0), None);
        assert_eq!(Thousandths::nearest(1.0004), Some(Thousandths(1000)));
        assert_eq!(Thousandths::nearest(f64::NAN), None);
    }
}
