//! A change of the city that is stored as one whole or not at all.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::SubsecRound;

use crate::domain::audit::{Audit, CatalogueVersion, PublishedAudit};
use crate::domain::catalogue::Tags;
use crate::domain::counselling::HelpLineChange;
use crate::domain::measured_way::{MeasuredWay, MeasuredWayChange, MeasuredWayId};
use crate::domain::members::Differences;
use crate::domain::place::Status;
use crate::domain::prevention::FocusAreaChange;
use crate::domain::released::ReleaseText;
use crate::domain::residents::Residents;
use crate::domain::suggestion::SuggestionAccepted;
use crate::domain::survey::Survey;
use crate::domain::trail::{Action, Author};
use crate::domain::{
    CityMap, CitySettings, District, DistrictId, Event, EventId, Place, PlaceId, Quarter,
};

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
    /// Places that turned out to be places of refuge: they go with what is held there, and nothing that was told of
    /// them stays, not even in the trail.
    pub refuges: Vec<PlaceId>,
    /// Places taken away. None may have events.
    pub places_removed: Vec<PlaceRemoval>,
    /// Places added, changed or closed.
    pub places: Vec<PlaceChange>,
    /// OpenStreetMap records that changed without changing their place.
    pub osm_records: Vec<(PlaceId, OsmRecord)>,
    /// Events added or changed. They come after the places they are held at.
    pub events: Vec<EventChange>,
    /// Events taken away, such as those that their calendar no longer has.
    pub events_removed: Vec<EventRemoval>,
    /// A new drawing of the city in place of the old one.
    pub map: Option<Arc<CityMap>>,
    /// Who lives where, in place of what was known of it.
    pub residents: Option<Arc<Residents>>,
    /// Surveys of districts confirmed or withdrawn.
    pub surveys: Vec<SurveyChange>,
    /// Audits that are published or withdrawn. The change is refused whole when one of them is another than it was before.
    pub audits: Vec<AuditChange>,
    /// Measurements of ways, new, different or withdrawn.
    pub measured_ways: Vec<MeasuredWayChange>,
    /// A city's own versions of the criteria, new or in place of those of the same name.
    pub criteria: Vec<CriteriaText>,
    /// Frozen releases of reports of how safe people feel. The change is refused whole when one of them was made before.
    pub releases: Vec<ReleaseText>,
    /// Lines of help, new, different or shown no more.
    pub help_lines: Vec<HelpLineChange>,
    /// Focus areas of prevention, new, different or gone.
    pub focus_areas: Vec<FocusAreaChange>,
    /// The resident's suggestion that this change follows. The change is refused whole when somebody else has decided on it.
    pub decided: Option<SuggestionAccepted>,
}

/// All districts of a city with their quarters.
#[derive(Clone, Debug, Default)]
pub struct Districts {
    /// The districts.
    pub districts: Vec<District>,
    /// The unofficial neighbourhoods.
    pub quarters: Vec<Quarter>,
}

/// The survey of a district, confirmed, confirmed anew or withdrawn.
#[derive(Clone, Debug)]
pub struct SurveyChange {
    /// The district.
    pub district: DistrictId,
    /// The survey that was there.
    pub before: Option<Survey>,
    /// The survey that is there afterwards.
    pub after: Option<Survey>,
}

/// An audit of which everybody sees something else afterwards: a new revision, or nothing any more.
#[derive(Clone, Debug)]
pub struct AuditChange {
    /// The audit as it is afterwards.
    pub after: Audit,
    /// The day it is published, or withdrawn.
    pub day: chrono::NaiveDate,
}

/// A version of the criteria as a city wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaText {
    /// Its name.
    pub version: CatalogueVersion,
    /// The file.
    pub content: Box<str>,
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
    /// The members that differ; none for a new place.
    pub differences: Differences,
    /// The number of the entry of the trail that this takes back.
    pub undoes: Option<i64>,
}

impl PlaceChange {
    /// A new place.
    #[must_use]
    pub fn added(place: Place) -> Self {
        Self {
            action: Action::Added,
            place,
            osm: None,
            differences: Differences::default(),
            undoes: None,
        }
    }

    /// A place that is known as `before`; nothing where it does not differ. Closing it is told as that.
    #[must_use]
    pub fn between(before: &Place, after: Place) -> Option<Self> {
        if *before == after {
            return None;
        }
        let differences = Differences::between(before, &after);
        let closed = |place: &Place| place.lifecycle.status == Status::Closed;
        let action = if closed(&after) && !closed(before) {
            Action::Closed
        } else {
            Action::Changed
        };
        (!differences.is_empty()).then(|| Self {
            action,
            differences,
            ..Self::added(after)
        })
    }
}

/// A place that is taken away and may be brought back.
#[derive(Clone, Debug)]
pub struct PlaceRemoval {
    /// The place as it was.
    pub place: Place,
    /// The number of the entry of the trail that this takes back.
    pub undoes: Option<i64>,
}

/// One event as it is after the change.
#[derive(Clone, Debug)]
pub struct EventChange {
    /// What happens to it.
    pub action: Action,
    /// The event as it is afterwards.
    pub event: Event,
    /// The members that differ; none for a new event.
    pub differences: Differences,
    /// The number of the entry of the trail that this takes back.
    pub undoes: Option<i64>,
}

impl EventChange {
    /// A new event.
    #[must_use]
    pub fn added(event: Event) -> Self {
        Self {
            action: Action::Added,
            event,
            differences: Differences::default(),
            undoes: None,
        }
    }

    /// An event that is known as `before`; nothing where it does not differ.
    #[must_use]
    pub fn between(before: &Event, after: Event) -> Option<Self> {
        if *before == after {
            return None;
        }
        let differences = Differences::between(before, &after);
        (!differences.is_empty()).then(|| Self {
            action: Action::Changed,
            differences,
            ..Self::added(after)
        })
    }
}

/// An event that is taken away and may be brought back.
#[derive(Clone, Debug)]
pub struct EventRemoval {
    /// The event as it was.
    pub event: Event,
    /// The number of the entry of the trail that this takes back.
    pub undoes: Option<i64>,
}

/// The raw tags of the OpenStreetMap object a place came from.
#[derive(Clone, Debug, PartialEq)]
pub struct OsmRecord {
    /// The object, e.g. `way/123`.
    pub osm_id: String,
    /// All its tags as they are.
    pub tags: Tags,
}

/// What becomes of single places and events; everything else stays.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// What counts afterwards of the audits of places; of those not named here it stays.
    pub audits: BTreeMap<PlaceId, Vec<PublishedAudit>>,
    /// Places as they are afterwards; none where one is taken away.
    pub places: BTreeMap<PlaceId, Option<Place>>,
    /// Events as they are afterwards; none where one is taken away.
    pub events: BTreeMap<EventId, Option<Event>>,
    /// Measurements of ways as they are afterwards; none where one is withdrawn.
    pub measured_ways: BTreeMap<MeasuredWayId, Option<MeasuredWay>>,
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
            refuges: Vec::new(),
            places_removed: Vec::new(),
            places: Vec::new(),
            osm_records: Vec::new(),
            events: Vec::new(),
            events_removed: Vec::new(),
            map: None,
            residents: None,
            surveys: Vec::new(),
            audits: Vec::new(),
            measured_ways: Vec::new(),
            criteria: Vec::new(),
            releases: Vec::new(),
            help_lines: Vec::new(),
            focus_areas: Vec::new(),
            decided: None,
        }
    }

    /// Cuts every moment to the microseconds that all stores keep.
    pub fn cut_moments(&mut self) {
        for own in &mut self.events {
            own.event.revised_at = own.event.revised_at.trunc_subsecs(6);
        }
    }

    /// Those of the `stored` surveys whose district goes with this change: a district of another city is another one, even
    /// where it is called the same.
    #[must_use]
    pub fn surveys_that_go(&self, stored: Vec<Survey>) -> Vec<Survey> {
        let Some(new) = &self.districts else {
            return Vec::new();
        };
        let stays = |own: &Survey| {
            let mut districts = new.districts.iter();
            !self.forget_places && districts.any(|district| district.id == own.district)
        };
        stored.into_iter().filter(|own| !stays(own)).collect()
    }

    /// What becomes of single places and events; none where more than that changes.
    #[must_use]
    pub fn into_edits(self) -> Option<Edits> {
        let is_about_more = self.settings.is_some()
            || self.districts.is_some()
            || self.forget_places
            || self.map.is_some()
            || self.residents.is_some()
            || !self.surveys.is_empty()
            // What counts now of a place's audits is read from the store.
            || !self.audits.is_empty()
            || self.decided.is_some_and(|own| own.barriers_changed)
            || !self.criteria.is_empty()
            || !self.releases.is_empty()
            || !self.help_lines.is_empty()
            || !self.focus_areas.is_empty()
            // What must not be kept is read anew rather than passed over.
            || !self.refuges.is_empty();
        let places_gone = self.places_removed.into_iter();
        let places_gone = places_gone.map(|gone| (gone.place.id, None));
        let places = self.places.into_iter().map(|own| own.place);
        let places = places_gone.chain(places.map(|place| (place.id, Some(place))));
        let events_gone = self.events_removed.into_iter();
        let events_gone = events_gone.map(|gone| (gone.event.id, None));
        let events = self.events.into_iter().map(|own| own.event);
        let events = events_gone.chain(events.map(|event| (event.id, Some(event))));
        let measured = self.measured_ways.into_iter();
        let measured = measured.map(|own| (own.id, own.after));
        (!is_about_more).then(|| Edits {
            audits: BTreeMap::new(),
            places: places.collect(),
            events: events.collect(),
            measured_ways: measured.collect(),
        })
    }

    /// Whether the change does nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.settings.is_none()
            && self.districts.is_none()
            && !self.forget_places
            && self.refuges.is_empty()
            && self.places_removed.is_empty()
            && self.places.is_empty()
            && self.osm_records.is_empty()
            && self.events.is_empty()
            && self.events_removed.is_empty()
            && self.map.is_none()
            && self.residents.is_none()
            && self.surveys.is_empty()
            && self.audits.is_empty()
            && self.measured_ways.is_empty()
            && self.criteria.is_empty()
            && self.releases.is_empty()
            && self.help_lines.is_empty()
            && self.focus_areas.is_empty()
            && self.decided.is_none()
    }
}
