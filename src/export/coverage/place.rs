//! Places as the report names them: what counts, what does not and why, and what must be found out.

use serde::Serialize;

use crate::coverage::{AgeGroup, Failing, Missing, Standing, Verdict};
use crate::domain::{Class, KindId, PlaceId};
use crate::snapshot::Snapshot;

/// A place by its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedPlace {
    /// Its id.
    pub id: PlaceId,
    /// What people call it.
    pub name: Box<str>,
    /// What sort of place it is.
    pub kind: KindId,
    /// Indoors or outdoors.
    pub cls: Class,
}

/// A place that would count were it not for some ages only.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgedPlace {
    /// The place.
    #[serde(flatten)]
    pub place: NamedPlace,
    /// The ages it is for.
    pub ages: AgeGroup,
}

/// A place that does not count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RejectedPlace {
    /// The place.
    #[serde(flatten)]
    pub place: NamedPlace,
    /// Every condition that is known not to hold.
    pub reasons: Vec<Failing>,
}

/// A place of which something must be found out before it counts or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UndecidedPlace {
    /// The place.
    #[serde(flatten)]
    pub place: NamedPlace,
    /// Every field that must be found out.
    pub missing: Vec<Missing>,
}

/// The places of a district, each in one of the lists, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PlaceLists {
    /// Those that count.
    pub counted: Vec<NamedPlace>,
    /// Those that would count but for the ages they are for.
    pub for_ages: Vec<AgedPlace>,
    /// Those that do not count.
    pub rejected: Vec<RejectedPlace>,
    /// Those to find something out about: the to-do list of a district.
    pub to_do: Vec<UndecidedPlace>,
}

impl PlaceLists {
    /// How many counted places of a class there are.
    #[must_use]
    pub fn counted_of(&self, class: Class) -> usize {
        let own = self.counted.iter().filter(|own| own.cls == class);
        own.count()
    }

    pub(super) fn put(&mut self, city: &Snapshot, standing: &Standing) {
        let Some(place) = NamedPlace::of(city, standing.id) else {
            return;
        };
        let counting = &standing.counting;
        match counting.verdict() {
            Verdict::Counts => self.counted.push(place),
            Verdict::ForAges(ages) => self.for_ages.push(AgedPlace { place, ages }),
            Verdict::DoesNot => self.rejected.push(RejectedPlace {
                place,
                reasons: counting.failing.clone(),
            }),
            Verdict::Unknown => self.to_do.push(UndecidedPlace {
                place,
                missing: counting.missing.clone(),
            }),
        }
    }

    pub(super) fn sort(&mut self) {
        let key = |own: &NamedPlace| (own.cls, own.name.clone(), own.id);
        self.counted.sort_by_cached_key(key);
        self.for_ages.sort_by_cached_key(|own| key(&own.place));
        self.rejected.sort_by_cached_key(|own| key(&own.place));
        self.to_do.sort_by_cached_key(|own| key(&own.place));
    }
}

impl NamedPlace {
    /// The place with this id, if it is known.
    #[must_use]
    pub fn of(city: &Snapshot, id: PlaceId) -> Option<Self> {
        let place = &city.place(id)?.place;
        Some(Self {
            id,
            name: place.name.as_str().into(),
            kind: place.kind,
            cls: place.class(),
        })
    }
}
