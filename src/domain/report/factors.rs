//! What makes a place feel as it does: a set, so that no order can tell anything.

use crate::domain::report::answer::Factor;

/// A set of [`Factor`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Factors(u16);

impl Factors {
    /// The set as a number, one bit for each factor.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The set that a number stands for; none where a bit stands for nothing.
    #[must_use]
    pub fn from_bits(bits: u16) -> Option<Self> {
        let all = Factor::ALL.iter().copied().collect::<Self>();
        (bits & !all.0 == 0).then_some(Self(bits))
    }

    /// Whether `factor` is among them.
    #[must_use]
    pub const fn has(self, factor: Factor) -> bool {
        self.0 & (1 << factor as u16) != 0
    }

    /// One by one, in the order of [`Factor::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Factor> {
        let all = Factor::ALL.iter().copied();
        all.filter(move |factor| self.has(*factor))
    }
}

impl FromIterator<Factor> for Factors {
    fn from_iter<I: IntoIterator<Item = Factor>>(factors: I) -> Self {
        let bits = factors.into_iter();
        Self(bits.fold(0, |all, factor| all | 1 << factor as u16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_what_was_put_in_and_its_number_says_the_same() {
        let set: Factors = [Factor::Dirt, Factor::Lighting, Factor::Dirt]
            .into_iter()
            .collect();
        assert!(set.iter().eq([Factor::Lighting, Factor::Dirt]));
        assert_eq!(Factors::from_bits(set.bits()), Some(set));
    }

    #[test]
    fn a_number_with_a_bit_that_stands_for_nothing_is_no_set() {
        assert_eq!(Factors::from_bits(1 << Factor::ALL.len()), None);
    }
}
