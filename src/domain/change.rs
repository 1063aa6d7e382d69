//! A change of the city that is stored as one whole or not at all.

use std::sync::Arc;

use chrono::SubsecRound;

use crate::domain::catalogue::Tags;
use crate::domain::trail::{Action, Author};
use crate::domain::words::Name;
use crate::domain::{CityMap, CitySettings, District, Event, EventId, Place, Quarter};

/// Everything one write does. An empty change writes nothing and makes no revision.
#[derive(Clone, Debug)]
pub struct CityChange {
    /// The hand behind it.
    pub author: Author,
    /// New settings: another city, or the same one with other settings.
    pub settings: Option<CitySettings>,
    /// New districts and quarters in place of all old ones.
    pub districts: Option<Districts>,
    /// Whether all places and events that were there before go with the city they belonged to.
    pub forget_places: bool,
    /// Places that must not be kept, not even in history, such as one that became a place of refuge.
    pub removed: Vec<crate::domain::PlaceId>,
    /// Places added, changed or closed.
    pub places: Vec<PlaceChange>,
    /// OpenStreetMap records that changed without changing their place.
    pub osm_records: Vec<(crate::domain::PlaceId, OsmRecord)>,
    /// Events added or changed. They come after the places they are held at.
    pub events: Vec<EventChange>,
    /// Events that their calendar no longer has.
    pub events_removed: Vec<EventRemoval>,
    /// A new drawing of the city in place of the old one.
    pub map: Option<Arc<CityMap>>,
}

/// All districts of a city with their quarters.
#[derive(Clone, Debug, Default)]
pub struct Districts {
    /// The districts.
    pub districts: Vec<District>,
    /// The unofficial neighbourhoods.
    pub quarters: Vec<Quarter>,
}

/// One place as it is after the change.
#[derive(Clone, Debug)]
pub struct PlaceChange {
    /// What happens to it.
    pub action: Action,
    /// The place as it is afterwards.
    pub place: Place,
    /// The object of OpenStreetMap it is kept in step with, if any.
    pub osm: Option<OsmRecord>,
    /// Names of the members that differ, for the audit trail; empty for a new place.
    pub differs_in: Vec<&'static str>,
}

/// One event as it is after the change.
#[derive(Clone, Debug)]
pub struct EventChange {
    /// What happens to it.
    pub action: Action,
    /// The event as it is afterwards.
    pub event: Event,
    /// Names of the members that differ, for the audit trail; empty for a new event.
    pub differs_in: Vec<&'static str>,
}

impl EventChange {
    /// A new event.
    #[must_use]
    pub fn added(event: Event) -> Self {
        Self {
            action: Action::Added,
            event,
            differs_in: Vec::new(),
        }
    }
}

/// An event that is taken away.
#[derive(Clone, Debug)]
pub struct EventRemoval {
    /// Which one.
    pub id: EventId,
    /// What it was called, for the audit trail.
    pub title: Name,
}

/// The raw tags of the OpenStreetMap object a place came from.
#[derive(Clone, Debug, PartialEq)]
pub struct OsmRecord {
    /// The object, e.g. `way/123`.
    pub osm_id: String,
    /// All its tags as they are.
    pub tags: Tags,
}

impl CityChange {
    /// A change by `author` that does nothing yet.
    #[must_use]
    pub fn by(author: Author) -> Self {
        Self {
            author,
            settings: None,
            districts: None,
            forget_places: false,
            removed: Vec::new(),
            places: Vec::new(),
            osm_records: Vec::new(),
            events: Vec::new(),
            events_removed: Vec::new(),
            map: None,
        }
    }

    /// Cuts every moment to the microseconds that all stores keep.
    pub fn cut_moments(&mut self) {
        for own in &mut self.events {
            own.event.revised_at = own.event.revised_at.trunc_subsecs(6);
        }
    }

    /// Whether the change does nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.settings.is_none()
            && self.districts.is_none()
            && !self.forget_places
            && self.removed.is_empty()
            && self.places.is_empty()
            && self.osm_records.is_empty()
            && self.events.is_empty()
            && self.events_removed.is_empty()
            && self.map.is_none()
    }
}
