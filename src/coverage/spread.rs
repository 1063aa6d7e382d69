//! How long it takes residents: half of them, nine of ten.

use crate::coverage::reach::{Times, UNREACHED};
use crate::domain::residents::{Inhabited, MilliPersons};

/// Walking times of some residents, the shortest first, in decimetres of level ground; those for whom no way is known come
/// last with [`UNREACHED`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    times: Vec<(u32, u32)>,
    persons: MilliPersons,
}

impl Spread {
    /// Of all residents whose square `is_meant`.
    #[must_use]
    pub fn of(
        inhabited: &[Inhabited],
        times: &Times,
        is_meant: impl Fn(&Inhabited) -> bool,
    ) -> Self {
        let told = inhabited.iter().zip(times.decimetres());
        let meant = told.filter(|(own, _)| own.milli_persons > 0 && is_meant(own));
        let mut times: Vec<(u32, u32)> = meant
            .map(|(own, time)| (*time, own.milli_persons))
            .collect();
        times.sort_unstable();
        Self {
            persons: times.iter().map(|(_, own)| MilliPersons::from(*own)).sum(),
            times,
        }
    }

    /// So many percent of the residents need at most this time; none where nobody lives or where that many have no way.
    #[must_use]
    pub fn at_most(&self, percent: u32) -> Option<u32> {
        let needed = u128::from(self.persons) * u128::from(percent);
        let mut below = 0_u128;
        let found = self.times.iter().find(|(_, persons)| {
            below += u128::from(*persons) * 100;
            below >= needed
        });
        found
            .map(|(time, _)| *time)
            .filter(|time| *time != UNREACHED)
    }

    /// Each district's residents by its slot.
    #[must_use]
    pub fn by_district(inhabited: &[Inhabited], times: &Times, district_count: usize) -> Vec<Self> {
        let mut all = vec![Self::default(); district_count];
        for (own, time) in inhabited.iter().zip(times.decimetres()) {
            let slot = own.district.map(usize::from);
            if let Some(spread) = slot.and_then(|slot| all.get_mut(slot))
                && own.milli_persons > 0
            {
                spread.times.push((*time, own.milli_persons));
                spread.persons += MilliPersons::from(own.milli_persons);
            }
        }
        for own in &mut all {
            own.times.sort_unstable();
        }
        all
    }
}
