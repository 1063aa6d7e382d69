//! An amount that was read off, with its unit.

use serde::{Serialize, Serializer};

use crate::domain::Invalid;
use crate::domain::choice::choice;

choice! {
    /// What an amount is counted in.
    Unit: "unit" {
        /// Centimetres.
        Centimetres = "cm",
        /// Metres, for distances on the way.
        Metres = "m",
        /// Percent: slopes and shares.
        Percent = "%",
        /// Newton: the force that opens a door.
        Newton = "N",
        /// Seconds: reverberation.
        Seconds = "s",
        /// A bare ratio, such as a contrast by Michelson.
        Ratio = "ratio",
        /// Whole things.
        Count = "count",
    }
}

impl Unit {
    /// More than this is a slip of the pen.
    #[must_use]
    pub const fn most(self) -> i32 {
        match self {
            Self::Centimetres | Self::Count => 10_000,
            Self::Metres => 100_000,
            Self::Percent => 100,
            Self::Newton => 1_000,
            Self::Seconds => 60,
            Self::Ratio => 1,
        }
    }
}

/// How finely amounts are kept: parts of a unit.
pub const PARTS: i32 = 1000;

/// An amount from 0 to [`Unit::most`], exact to a thousandth of its unit: 2.5 % is not more than 2.5 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    thousandths: i32,
    unit: Unit,
}

impl Amount {
    /// An amount as somebody gives it; what is finer than a thousandth is rounded.
    ///
    /// # Errors
    /// When it is no number from 0 to [`Unit::most`], or not whole where things are counted. The field is `value`.
    pub fn new(value: f64, unit: Unit) -> Result<Self, Invalid> {
        let most = unit.most();
        let thousandths = (value * f64::from(PARTS)).round();
        if !(0.0..=f64::from(most) * f64::from(PARTS)).contains(&thousandths) {
            let rule = format!("must be a number from 0 to {most} ({unit}), not {value}");
            return Err(Invalid::new("value", rule));
        }
        if unit == Unit::Count && value.fract() != 0.0 {
            return Err(Invalid::new(
                "value",
                format!("must be a whole number, not {value}"),
            ));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole, and checked above to be at most 100,000,000"
        )]
        Ok(Self {
            thousandths: thousandths as i32,
            unit,
        })
    }

    /// The amount that was kept as thousandths of `unit`, if it is one.
    #[must_use]
    pub const fn from_thousandths(thousandths: i32, unit: Unit) -> Option<Self> {
        let is_whole = thousandths % PARTS == 0 || !matches!(unit, Unit::Count);
        if 0 <= thousandths && thousandths <= unit.most() * PARTS && is_whole {
            Some(Self { thousandths, unit })
        } else {
            None
        }
    }

    /// Thousandths of the unit.
    #[must_use]
    pub const fn thousandths(self) -> i32 {
        self.thousandths
    }

    /// What it is counted in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// In units, as people write it.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.thousandths) / f64::from(PARTS)
    }
}

/// The bare number: the unit stands in the catalogue, beside the name of the reading.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.thousandths % PARTS == 0 {
            serializer.serialize_i32(self.thousandths / PARTS)
        } else {
            serializer.serialize_f64(self.value())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact_to_the_thousandth_and_comes_back() {
        for (value, unit, thousandths) in [
            (2.5, Unit::Percent, 2500),
            (0.28, Unit::Ratio, 280),
            (150.0, Unit::Centimetres, 150_000),
            (0.1 + 0.2, Unit::Ratio, 300),
        ] {
            let amount = Amount::new(value, unit).unwrap();
            assert_eq!(amount.thousandths(), thousandths);
            assert_eq!(Amount::from_thousandths(thousandths, unit), Some(amount));
            assert_eq!(Amount::new(amount.value(), unit).unwrap(), amount);
        }
    }

    #[test]
    fn nobody_reads_off_less_than_nothing_or_half_a_step() {
        for (value, unit) in [
            (-1.0, Unit::Centimetres),
            (f64::NAN, Unit::Metres),
            (f64::INFINITY, Unit::Metres),
            (100.1, Unit::Percent),
            (1.5, Unit::Count),
        ] {
            let invalid = Amount::new(value, unit).unwrap_err();
            assert_eq!(invalid.field, "value", "{value} {unit}");
        }
        assert_eq!(Amount::from_thousandths(-1000, Unit::Count), None);
        assert_eq!(Amount::from_thousandths(1500, Unit::Count), None);
    }
}
