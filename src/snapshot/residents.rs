//! Who lives where in the city.

use std::sync::Arc;

use crate::domain::residents::{PlacedResidents, Residents, place};
use crate::domain::{District, Location};
use crate::snapshot::frame::Frame;
use crate::snapshot::{MapLayers, Revision, Snapshot};

/// The residents of a city, as they are stored and as they are placed.
pub(super) struct Dwelt {
    stored: Option<(Revision, Arc<Residents>)>,
    placed: Option<Arc<PlacedResidents>>,
}

impl Dwelt {
    /// Places what is stored, or else an estimate by the homes on the map, taking over what `before` has already.
    pub(super) fn build(
        stored: (Option<Revision>, Option<Residents>),
        map: Option<&MapLayers>,
        districts: &[District],
        district_at: impl Fn(Location) -> Option<u16>,
        before: Option<&Frame>,
    ) -> Self {
        let stored = match stored {
            (Some(revision), Some(residents)) => Some((revision, Arc::new(residents))),
            (Some(revision), None) => before.and_then(|before| before.dwelt.stored_at(revision)),
            (None, _) => None,
        };
        let as_before = before.filter(|before| {
            let basis = |own: &Option<(Revision, Arc<Residents>)>, map: Option<&MapLayers>| {
                let revision = own.as_ref().map(|(revision, _)| *revision);
                // The map says nothing where residents are stored.
                revision.map_or_else(
                    || (None, map.map(MapLayers::revision)),
                    |own| (Some(own), None),
                )
            };
            let known = basis(&before.dwelt.stored, before.map.as_deref());
            known == basis(&stored, map) && before.districts == districts
        });
        let placed = match (as_before, &stored) {
            (Some(before), _) => before.dwelt.placed.clone(),
            (None, Some((_, own))) => Some(Arc::new(place(own, districts, district_at))),
            (None, None) => map
                .and_then(|map| Residents::estimated(&map.map().homes))
                .map(|own| Arc::new(place(&own, districts, district_at))),
        };
        Self { stored, placed }
    }

    pub(super) fn placed(&self) -> Option<&PlacedResidents> {
        self.placed.as_deref()
    }

    fn stored_at(&self, revision: Revision) -> Option<(Revision, Arc<Residents>)> {
        let stored = self.stored.clone();
        stored.filter(|(own, _)| *own == revision)
    }
}

impl Snapshot {
    /// Who lives where, scaled to the districts' official figures; estimated by the homes on the map where nothing better is
    /// stored. None where there is neither: then it is unknown.
    #[must_use]
    pub fn residents(&self) -> Option<&PlacedResidents> {
        self.frame.dwelt.placed()
    }

    /// The write that brought the stored residents; none where there are none.
    #[must_use]
    pub fn residents_revision(&self) -> Option<Revision> {
        let stored = self.frame.dwelt.stored.as_ref();
        stored.map(|(revision, _)| *revision)
    }

    /// Who lives where as it is stored, if it is.
    #[must_use]
    pub fn stored_residents(&self) -> Option<&Residents> {
        let stored = self.frame.dwelt.stored.as_ref();
        stored.map(|(_, residents)| &**residents)
    }

    /// What `residents` would come to in the districts of this city.
    #[must_use]
    pub fn placing(&self, residents: &Residents) -> PlacedResidents {
        place(residents, self.districts(), |own| {
            self.frame.district_at(own)
        })
    }
}
