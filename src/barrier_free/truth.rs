//! Yes, no, or not known: the logic of Kleene.

/// Whether something holds. In this order "and" is the lesser and "or" the greater of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not.
    No,
    /// Nobody knows.
    Unknown,
    /// It does.
    Yes,
}

impl Truth {
    /// Whether both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Whether one of the two holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether all hold; of none it is true.
    pub fn all(all: impl IntoIterator<Item = Self>) -> Self {
        let mut so_far = Self::Yes;
        for truth in all {
            so_far = so_far.and(truth);
            if so_far == Self::No {
                break;
            }
        }
        so_far
    }

    /// Whether any holds; of none it is not true.
    pub fn any(all: impl IntoIterator<Item = Self>) -> Self {
        let mut so_far = Self::No;
        for truth in all {
            so_far = so_far.or(truth);
            if so_far == Self::Yes {
                break;
            }
        }
        so_far
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_decides_only_where_nothing_else_does() {
        use Truth::{No, Unknown, Yes};
        for (all, and, or) in [
            (&[][..], Yes, No),
            (&[Yes, Unknown], Unknown, Yes),
            (&[No, Unknown], No, Unknown),
            (&[Yes, No], No, Yes),
            (&[Unknown], Unknown, Unknown),
            (&[Yes, Yes], Yes, Yes),
        ] {
            assert_eq!(Truth::all(all.iter().copied()), and, "{all:?}");
            assert_eq!(Truth::any(all.iter().copied()), or, "{all:?}");
        }
    }
}
