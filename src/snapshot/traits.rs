//! What filters ask about a place, packed so that thousands can be looked at quickly.

use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::{Class, Fact, KindId, Topics};
use crate::snapshot::Located;

/// The part of a place that filters look at, in 24 bytes beside its neighbours'.
#[derive(Clone, Copy)]
pub(super) struct Traits {
    pub topics: Topics,
    /// The entry in the table of hours.
    pub hours: Option<u32>,
    pub kind: KindId,
    /// The slot of the district.
    pub district: Option<u16>,
    pub class: Class,
    pub status: Status,
    pub cost: Option<Cost>,
    pub consumption_required: Fact,
    pub toilets: Option<Toilets>,
}

impl Traits {
    pub(super) fn of(located: &Located) -> Self {
        let place = &located.place;
        let facts = &place.facts;
        Self {
            topics: facts.topics,
            hours: located.hours,
            kind: place.kind,
            district: located.district,
            class: place.class(),
            status: place.lifecycle.status,
            cost: facts.cost,
            consumption_required: facts.consumption_required,
            toilets: facts.toilets,
        }
    }
}
