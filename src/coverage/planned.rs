//! Changes as planners write them, made ready to be worked out.

use crate::coverage::what_if::{Change, Plan};
use crate::domain::place::Facts;
use crate::domain::scenario::{PlannedChange, PlannedPlace};

impl From<&PlannedChange> for Change {
    fn from(planned: &PlannedChange) -> Self {
        match planned {
            PlannedChange::Close(id) => Self::Close(*id),
            PlannedChange::Reopen(id) => Self::Reopen(*id),
            PlannedChange::Open(place) => Self::Open(Box::new(place.into())),
            PlannedChange::Move(own) => Self::Move(own.id, own.to),
            PlannedChange::Hours(own) => Self::Hours(own.id, own.opening_hours.clone()),
            PlannedChange::BarrierFree(id) => Self::MakeBarrierFree(*id),
        }
    }
}

impl From<&PlannedPlace> for Plan {
    fn from(planned: &PlannedPlace) -> Self {
        let kind = planned.kind.as_str().parse();
        let named = planned.name.clone().or_else(|| kind.ok());
        Self {
            // Ids of kinds are names too, so there always is one.
            name: named.expect("the id of a kind is a name"),
            kind: planned.kind,
            location: planned.location,
            hours: planned.opening_hours.clone(),
            facts: Facts {
                seats: planned.seats,
                floor_area_m2: planned.floor_area_m2,
                toilets: planned.toilets,
                ..Facts::default()
            },
        }
    }
}
