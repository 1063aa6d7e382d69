//! What a reading must be, and how a catalogue writes it: `>= 150`, `85 to 90`, `yes`, `loop | fm`.

use super::{Choice, Sort};
use crate::barrier_free::Truth;
use crate::barrier_free::sheet::UNKNOWN;
use crate::domain::audit::{Amount, Unit};

/// What a reading must be, in the numbers that a sheet keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// From the one to the other, both included, in thousandths.
    Range {
        /// The least.
        low: i32,
        /// The most.
        high: i32,
    },
    /// One of the choices whose bit is set.
    Among(u32),
}

impl Bound {
    /// Whether what was read off is so.
    #[inline]
    pub(in crate::barrier_free) const fn holds(self, cell: i32) -> Truth {
        if cell == UNKNOWN {
            return Truth::Unknown;
        }
        let holds = match self {
            Self::Range { low, high } => low <= cell && cell <= high,
            Self::Among(bits) => bits >> cell & 1 == 1,
        };
        if holds { Truth::Yes } else { Truth::No }
    }

    /// Reads what a catalogue says about a reading.
    ///
    /// # Errors
    /// The rule it breaks.
    pub(super) fn parse(text: &str, sort: &Sort) -> Result<Self, String> {
        match sort {
            Sort::Amount(unit) => range(text, *unit),
            Sort::YesNo => match text.trim() {
                "yes" => Ok(Self::Among(0b10)),
                "no" => Ok(Self::Among(0b01)),
                _ => Err(format!(
                    "must be yes or no, not \"{}\"",
                    text.escape_debug()
                )),
            },
            Sort::Choice(choices) => among(text, choices),
        }
    }
}

fn range(text: &str, unit: Unit) -> Result<Bound, String> {
    let odd = || {
        let rule = "must be written as \">= 1\", \"<= 1\", \"= 1\" or \"1 to 2\"";
        format!("{rule}, not \"{}\"", text.escape_debug())
    };
    let number = |part: &str| {
        let value: f64 = part.trim().parse().map_err(|_not_a_number| odd())?;
        let amount = Amount::new(value, unit).map_err(|invalid| invalid.reason)?;
        Ok::<_, String>(amount.thousandths())
    };
    let (low, high) = if let Some(least) = text.strip_prefix(">=") {
        (number(least)?, i32::MAX)
    } else if let Some(most) = text.strip_prefix("<=") {
        (0, number(most)?)
    } else if let Some(both) = text.strip_prefix('=') {
        (number(both)?, number(both)?)
    } else {
        let (least, most) = text.split_once(" to ").ok_or_else(odd)?;
        (number(least)?, number(most)?)
    };
    if low > high {
        return Err(format!(
            "must name the lesser first, not \"{}\"",
            text.escape_debug()
        ));
    }
    Ok(Bound::Range { low, high })
}

fn among(text: &str, choices: &[Choice]) -> Result<Bound, String> {
    let mut bits = 0;
    for name in text.split('|').map(str::trim) {
        let at = choices.iter().position(|own| own.id.as_str() == name);
        let Some(at) = at else {
            let all: Vec<_> = choices.iter().map(|own| own.id.as_str()).collect();
            let rule = format!("must name some of {}", all.join(", "));
            return Err(format!("{rule}, not \"{}\"", name.escape_debug()));
        };
        bits |= 1 << at;
    }
    Ok(Bound::Among(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_read_as_people_write_it() {
        let cm = Sort::Amount(Unit::Centimetres);
        for (text, low, high) in [
            (">= 150", 150_000, i32::MAX),
            ("<= 2.5", 0, 2_500),
            ("= 0", 0, 0),
            ("85 to 90", 85_000, 90_000),
        ] {
            assert_eq!(Bound::parse(text, &cm), Ok(Bound::Range { low, high }));
        }
        assert_eq!(Bound::parse("yes", &Sort::YesNo), Ok(Bound::Among(2)));
    }

    #[test]
    fn an_odd_bound_is_refused_with_its_rule() {
        let percent = Sort::Amount(Unit::Percent);
        for (text, sort, rule) in [
            ("150", &percent, "must be written as"),
            (">= x", &percent, "must be written as"),
            ("", &percent, "must be written as"),
            ("<= 101", &percent, "from 0 to 100"),
            ("9 to 3", &percent, "the lesser first"),
            ("true", &Sort::YesNo, "yes or no"),
        ] {
            let reason = Bound::parse(text, sort).unwrap_err();
            assert!(reason.contains(rule), "{text}: {reason}");
        }
    }

    #[test]
    fn both_ends_count_and_what_is_unknown_stays_so() {
        use Truth::{No, Unknown, Yes};
        let bound = Bound::Range { low: 10, high: 20 };
        let all = [9, 10, 20, 21, UNKNOWN].map(|cell| bound.holds(cell));
        assert_eq!(all, [No, Yes, Yes, No, Unknown]);
        assert_eq!(Bound::Among(0b101).holds(2), Yes);
        assert_eq!(Bound::Among(0b101).holds(1), No);
    }
}
