//! How evenly places are spread over the people: typical times, supply within reach, and measures of difference (domain
//! A.5).

mod spread;
mod supply;

pub use spread::{Extremes, concentration, extremes, gini};
pub use supply::{Decay, Supplier, Supply, supply};

use crate::domain::residents::MilliPersons;

/// How long people walk to the nearest place. Who gets to none walks longer than all others, and is never averaged in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypicalTimes {
    /// Mean over people, in the unit of the times.
    pub mean: f64,
    /// Half of the people walk no longer; none where so many get nowhere.
    pub median: Option<u32>,
    /// Nine of ten people walk no longer; none likewise.
    pub p90: Option<u32>,
    /// One of ten people walks no longer; none likewise.
    pub p10: Option<u32>,
    /// Those of whom this is told.
    pub reached: MilliPersons,
    /// Those whom no way leads to any place.
    pub unreached: MilliPersons,
}

impl TypicalTimes {
    /// Of times in any unit (`u32::MAX`: no way) and the thousandths of persons who need them; none where nobody gets
    /// anywhere.
    #[must_use]
    pub fn of(times: impl IntoIterator<Item = (u32, u32)>) -> Option<Self> {
        let mut all: Vec<(u32, u32)> = times
            .into_iter()
            .filter(|(_, persons)| *persons > 0)
            .collect();
        all.sort_unstable_by_key(|(time, _)| *time);
        let persons = |all: &[(u32, u32)]| -> MilliPersons {
            all.iter()
                .map(|(_, persons)| MilliPersons::from(*persons))
                .sum()
        };
        let (near, far) = all.split_at(all.partition_point(|(time, _)| *time != u32::MAX));
        let (reached, unreached) = (persons(near), persons(far));
        if reached == 0 {
            return None;
        }
        let whole = reached + unreached;
        let products = near
            .iter()
            .map(|(time, persons)| u128::from(*time) * u128::from(*persons));
        let sum: u128 = products.sum();
        Some(Self {
            mean: sum as f64 / reached as f64,
            median: percentile(near, whole, 50),
            p90: percentile(near, whole, 90),
            p10: percentile(near, whole, 10),
            reached,
            unreached,
        })
    }

    /// How many times longer those walk whom one of ten exceeds than those whom nine of ten exceed; none where the latter
    /// are there already, and where the former get nowhere.
    #[must_use]
    pub fn p90_to_p10(&self) -> Option<f64> {
        let (near, far) = (self.p10.filter(|own| *own > 0)?, self.p90?);
        Some(f64::from(far) / f64::from(near))
    }
}

/// The least time that is enough for so many of a hundred; `sorted` by time.
fn percentile(sorted: &[(u32, u32)], all: MilliPersons, percent: u64) -> Option<u32> {
    let mut so_far: MilliPersons = 0;
    let mut enough = sorted.iter().filter(|(_, persons)| {
        so_far += MilliPersons::from(*persons);
        so_far * 100 >= all * percent
    });
    enough.next().map(|(time, _)| *time)
}

#[cfg(test)]
mod tests;
