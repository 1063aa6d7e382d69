//! What filters ask about a place, packed so that thousands can be looked at quickly.

use crate::domain::audit::Rating;
use crate::domain::place::{Cost, Status, Toilets};
use crate::domain::{Class, Fact, KindId, Topics};
use crate::snapshot::Located;
use crate::snapshot::accessibility::Needs;

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
    /// Needs for which an audit found it usable, fully or with limits.
    pub usable: Needs,
    /// Needs for which an audit found it fully usable.
    pub fully_usable: Needs,
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
            usable: Needs::rated(located, &[Rating::Full, Rating::Partial]),
            fully_usable: Needs::rated(located, &[Rating::Full]),
        }
    }
}
