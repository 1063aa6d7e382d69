//! Some of the criteria of a catalogue, as one number: what holds for all of them is worked out at once.

use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

/// The most criteria of a catalogue.
pub(in crate::barrier_free) const MOST_CRITERIA: usize = u128::BITS as usize;

/// Criteria by their position, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriteriaSet(u128);

impl CriteriaSet {
    /// A criterion by itself, or none.
    ///
    /// # Panics
    /// When the position is [`MOST_CRITERIA`] or more, which no catalogue has.
    #[inline]
    pub(in crate::barrier_free) const fn one(position: usize, is_in: bool) -> Self {
        Self((is_in as u128) << position)
    }

    /// Those of some criteria of which something is true.
    pub(in crate::barrier_free) fn of<T>(all: &[T], is_in: impl Fn(&T) -> bool) -> Self {
        let mut own = Self::default();
        for (at, criterion) in all.iter().enumerate() {
            own |= Self::one(at, is_in(criterion));
        }
        own
    }

    /// The same criteria one position further on, and another one before them.
    #[inline]
    pub(super) const fn after(self, is_in: bool) -> Self {
        Self(self.0 << 1 | is_in as u128)
    }

    /// Whether the criterion at a position is one of them.
    #[must_use]
    pub const fn contains(self, position: usize) -> bool {
        position < MOST_CRITERIA && self.0 >> position & 1 == 1
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
}

impl BitAnd for CriteriaSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for CriteriaSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for CriteriaSet {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// All that are not among them, those that a catalogue does not have too.
impl Not for CriteriaSet {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_up_to_the_last_criterion() {
        let own = CriteriaSet::one(0, true) | CriteriaSet::one(127, true);
        assert_eq!(own.len(), 2);
        assert!(own.contains(0) && own.contains(127) && !own.contains(1));
        assert!(!own.contains(128));
        assert!((own & !own).is_empty());
        assert!(CriteriaSet::one(5, false).is_empty());
    }
}
