//! Classes instead of numbers (specification, C.8 R3).

use serde::{Deserialize, Serialize};

/// The borders of classes; of them those hold that leave every class wide enough.
const BORDERS: [u32; 4] = [5, 10, 20, 50];

/// The least width of a class.
pub const LEAST_WIDTH: u32 = 5;

/// A span of counts, both ends included; the last one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Class {
    /// The least count in it.
    pub from: u32,
    /// The greatest; none in the last class.
    pub to: Option<u32>,
}

/// All classes of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes(Vec<Class>);

impl Classes {
    /// The classes of counts that are shown from `threshold` on: 5-9, 10-19, 20-49, 50 and more, as far as each is at least
    /// [`LEAST_WIDTH`] wide.
    #[must_use]
    pub fn from_threshold(threshold: u32) -> Self {
        let is_far = |border: &u32| *border >= threshold + LEAST_WIDTH;
        let borders: Vec<u32> = BORDERS.into_iter().filter(is_far).collect();
        let starts = std::iter::once(threshold).chain(borders.iter().copied());
        let ends = borders.iter().map(|border| Some(border - 1)).chain([None]);
        let classes = starts.zip(ends);
        Self(classes.map(|(from, to)| Class { from, to }).collect())
    }

    /// The class of a noisy count; none below the threshold.
    #[must_use]
    pub fn of(&self, noisy: i64) -> Option<Class> {
        let mut down = self.0.iter().rev();
        down.find(|class| i64::from(class.from) <= noisy).copied()
    }

    /// One by one, from the least.
    pub fn iter(&self) -> impl Iterator<Item = Class> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_leave_no_hole_and_none_is_narrow() {
        for threshold in 1..200 {
            let classes = Classes::from_threshold(threshold);
            let all: Vec<_> = classes.iter().collect();
            assert_eq!(all[0].from, threshold);
            for pair in all.windows(2) {
                assert_eq!(pair[0].to, Some(pair[1].from - 1));
                assert!(pair[1].from - pair[0].from >= LEAST_WIDTH);
            }
            assert_eq!(all.last().unwrap().to, None);
            assert_eq!(classes.of(i64::from(threshold) - 1), None);
            assert_eq!(classes.of(i64::from(threshold)), Some(all[0]));
        }
    }

    #[test]
    fn from_ten_on_the_classes_are_those_of_the_specification() {
        let starts: Vec<_> = Classes::from_threshold(10)
            .iter()
            .map(|own| own.from)
            .collect();
        assert_eq!(starts, [10, 20, 50]);
        let starts: Vec<_> = Classes::from_threshold(5)
            .iter()
            .map(|own| own.from)
            .collect();
        assert_eq!(starts, [5, 10, 20, 50]);
    }
}
