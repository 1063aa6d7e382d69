//! How evenly the counted rooms are spread, as numbers of the report.

use serde::Serialize;

use super::figures::{Minutes, Thousandths};
use crate::coverage::equity::TypicalTimes;
use crate::domain::DistrictId;
use crate::snapshot::{Fairness, Snapshot};
use crate::walk::Profile;

/// How evenly the counted rooms are spread over the residents (domain A.5), at the speed of older people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FairnessFigures {
    /// Hours open in a week times seats, of all counted rooms together.
    pub seat_hours: Option<Thousandths>,
    /// Those of rooms that nobody gets to in time.
    pub seat_hours_out_of_reach: Option<Thousandths>,
    /// Counted rooms of which nobody knows the seats: they are in no sum.
    pub rooms_of_unknown_size: usize,
    /// Rooms that perhaps count: they are in no sum either, so sums are at least so much.
    pub rooms_undecided: usize,
    /// The district whose residents have least seat hours within reach; none where nobody has any or is known
    /// to live.
    pub least: Option<NamedShare>,
    /// The district whose residents have most.
    pub most: Option<NamedShare>,
    /// The least as a share of the most: 1 where all have the same; unknown where nobody has any.
    pub min_max_ratio: Option<Thousandths>,
    /// How many times longer one of ten residents walks to the nearest counted room than nine of ten do; unknown where one of
    /// ten gets to none.
    pub p90_to_p10: Option<Thousandths>,
    /// How long residents walk on average to the nearest counted room, those left out whom no way leads to one.
    pub mean_min: Option<Minutes>,
    /// The Gini coefficient of seat hours over residents: 0 where all have the same; unknown where nobody has any.
    pub gini: Option<Thousandths>,
}

/// What the residents of a district have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedShare {
    /// The district.
    pub id: DistrictId,
    /// What people call it.
    pub name: Box<str>,
    /// Seat hours for one resident and week.
    pub seat_hours_per_resident: Option<Thousandths>,
}

impl FairnessFigures {
    pub(super) fn of(city: &Snapshot, own: &Fairness) -> Self {
        let named = |(slot, share): (u16, f64)| {
            let district = city.districts().get(usize::from(slot))?;
            Some(NamedShare {
                id: district.id.clone(),
                name: district.name.as_str().into(),
                seat_hours_per_resident: Thousandths::nearest(share),
            })
        };
        let times = own.times.as_ref();
        let ratio = own.extremes.and_then(|own| own.ratio());
        let p90_to_p10 = times.and_then(TypicalTimes::p90_to_p10);
        // Where nobody has any, no district has least.
        let extremes = own.extremes.filter(|own| own.greatest.1 > 0.0);
        Self {
            seat_hours: Thousandths::nearest(own.seat_hours),
            seat_hours_out_of_reach: Thousandths::nearest(own.out_of_reach),
            rooms_of_unknown_size: own.rooms_of_unknown_size,
            rooms_undecided: own.rooms_undecided,
            least: extremes.and_then(|own| named(own.least)),
            most: extremes.and_then(|own| named(own.greatest)),
            min_max_ratio: ratio.and_then(Thousandths::nearest),
            p90_to_p10: p90_to_p10.and_then(Thousandths::nearest),
            mean_min: times
                .and_then(|own| Minutes::from_seconds(Profile::Older.seconds(own.mean / 10.0))),
            gini: own.gini.and_then(Thousandths::nearest),
        }
    }
}
