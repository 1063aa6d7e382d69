//! The whole city at one revision, immutable, with its indexes. Every read is answered from here.

mod accessibility;
mod after;
pub mod agreement;
mod barriers;
mod counselling;
mod coverage;
mod criteria;
mod doors;
mod events;
mod extent;
mod fairness;
mod filter;
mod find;
mod focus_areas;
mod frame;
mod ground;
mod lacks;
mod locate;
mod look_alikes;
mod map;
mod measured;
mod more_hours;
mod news;
mod on_foot;
mod openings;
mod pieces;
mod places;
mod released;
mod rendering;
mod residents;
mod safety_ground;
mod safety_squares;
mod scenario;
mod sites;
mod spots;
mod tile_shelf;
mod traits;
mod vicinity;

use std::sync::Arc;

use chrono::{DateTime, Utc};

pub use accessibility::Accessibility;
pub use barriers::{BarrierList, Listed};
pub use counselling::{Covered, Gap, GapRow, Offered, OfferedLine, Served, Times};
pub use coverage::{Coverage, CoverageQuestion, Reached};
pub use criteria::{AuditEffect, VersionEffects, VersionUse};
pub use events::{EventFilter, EventPage, Happening, HeldEvent, TimeFrame};
pub use fairness::Fairness;
pub use filter::{PlaceFilter, Span, WcNeed, Within};
pub use ground::{Form, Ground, Path, Thing};
pub use lacks::{FoundGaps, Sure, Sureness};
pub use look_alikes::{LookAlike, SaidSpot, SpotSource};
pub use map::{MapLayers, Walks};
pub use more_hours::FoundHours;
pub use on_foot::{OnFoot, Way};
pub use openings::{DayPart, HoursTable, Openings};
pub use places::Places;
pub use released::Released;
pub use safety_squares::{Compass, Landmark, Square};
pub use scenario::Scenario;
pub use sites::{FoundSites, Need};
pub use spots::NamedSpot;
pub use tile_shelf::{PackedTile, TileShelf};
pub use vicinity::{
    Gain, GainByDistrict, Gained, UsableWithin, VICINITY_MINUTES, VICINITY_PROFILE, Vicinity,
};

use crate::domain::audit::PublishedAudit;
use crate::domain::counselling::KeptHelpLine;
use crate::domain::hours::Hours;
use crate::domain::measured_way::MeasuredWay;
use crate::domain::members::Described;
use crate::domain::place::Origin;
use crate::domain::prevention::KeptFocusArea;
use crate::domain::released::ReleaseText;
use crate::domain::residents::Residents;
use crate::domain::survey::Survey;
use crate::domain::{Bbox, CityMap, CitySettings, District, Event, Place, PlaceId, Quarter};
use crate::index::PlaceIndex;
pub use crate::safety::Class as ReportClass;
use crate::snapshot::accessibility::Findings;
use crate::snapshot::coverage::{CoverageShelf, Squares};
use crate::snapshot::doors::Doors;
use crate::snapshot::events::{EventTable, Holding};
use crate::snapshot::frame::Frame;
use crate::snapshot::measured::MeasuredWays;
use crate::snapshot::places::PlaceTable;
use crate::snapshot::rendering::{Rendering, RenderingBudget};
use crate::snapshot::spots::OwnSpots;
use crate::snapshot::traits::Traits;
pub use crate::walk::Stretch;

/// The number of the last committed write; 0 is an empty store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub i64);

/// Everything that is stored about a city, as read from the store.
pub struct CityData {
    /// The revision it was read at.
    pub revision: Revision,
    /// A random name of this store, so that revisions of two stores are never mistaken for each other.
    pub lineage: Box<str>,
    /// What the city says about itself.
    pub settings: CitySettings,
    /// Its districts.
    pub districts: Vec<District>,
    /// Its unofficial neighbourhoods.
    pub quarters: Vec<Quarter>,
    /// The surveys of its districts, at most one of each.
    pub surveys: Vec<Survey>,
    /// What is published of audits: of each the last revision.
    pub audits: Vec<PublishedAudit>,
    /// Its own versions of the criteria, beside those that come with the program.
    pub criteria: Vec<Box<str>>,
    /// What was measured on its ways.
    pub measured_ways: Vec<MeasuredWay>,
    /// Frozen releases of reports of how safe people feel.
    pub releases: Vec<ReleaseText>,
    /// Lines of help that it keeps beside those that come with the program.
    pub help_lines: Vec<KeptHelpLine>,
    /// What it works on so that things do not happen.
    pub focus_areas: Vec<KeptFocusArea>,
    /// Its places, closed ones too.
    pub places: Vec<Place>,
    /// Its events and offers.
    pub events: Vec<Event>,
    /// The write that brought the drawn city, if there is one.
    pub map_revision: Option<Revision>,
    /// The drawn city, unless the reader knows it already or it cannot be read any more.
    pub map: Option<CityMap>,
    /// The write that brought the residents, if there are any.
    pub residents_revision: Option<Revision>,
    /// Who lives where, unless the reader knows it already or it cannot be read any more.
    pub residents: Option<Residents>,
}

/// The writes that brought what a reader has already and need not read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The write that brought the drawn city.
    pub map: Option<Revision>,
    /// The write that brought the residents.
    pub residents: Option<Revision>,
}

/// A place with what follows from where and when it is.
#[derive(Clone)]
pub struct Located {
    /// The place itself.
    pub place: Place,
    /// Whether it lies within 25 m of a district's border and so serves both sides.
    pub near_border: bool,
    district: Option<u16>,
    hours: Option<u32>,
    folded_name: Box<str>,
    audited: Option<Arc<Accessibility>>,
    declared: Option<Arc<Accessibility>>,
    rendering: Rendering,
}

impl Located {
    /// The name as people search it: without case, accents and punctuation.
    #[must_use]
    pub fn folded_name(&self) -> &str {
        &self.folded_name
    }

    fn is_osm(&self) -> bool {
        self.place.origin == Origin::Osm
    }
}

/// A place and how far it is.
pub struct Near<'a> {
    /// The place.
    pub located: &'a Located,
    /// Straight distance in metres to the nearest edge, 0 inside.
    pub distance_m: f64,
}

/// One page of an answer.
pub struct Page<'a> {
    /// How many places match in all.
    pub matched: usize,
    /// The places of this page, by id.
    pub places: Vec<&'a Located>,
    /// Where the next page goes on, if there is one: after this place.
    pub next: Option<PlaceId>,
}

/// A city at one revision. A copy is cheap: it shares what stays.
#[derive(Clone)]
pub struct Snapshot {
    revision: Revision,
    frame: Arc<Frame>,
    /// The rectangle around all districts and places, in degrees.
    extent: Option<geo::Rect<f64>>,
    /// How many places come from OpenStreetMap.
    osm_places: usize,
    places: PlaceTable,
    findings: Findings,
    place_index: PlaceIndex<Traits>,
    hours: Arc<HoursTable>,
    renderings: Arc<RenderingBudget>,
    doors: Option<Arc<Doors>>,
    measured: MeasuredWays,
    spots: OwnSpots,
    events: EventTable,
    /// Where people live, and where they set out on foot.
    squares: Arc<Squares>,
    /// What was last worked out for a day.
    coverage: Arc<CoverageShelf>,
}

impl Snapshot {
    /// Sorts, locates and indexes what was read from the store.
    #[must_use]
    pub fn build(data: CityData) -> Self {
        Self::build_after(data, None)
    }

    /// The same, taking over what `before` made of a drawn city that has not changed since.
    #[must_use]
    pub fn build_after(mut data: CityData, before: Option<&Self>) -> Self {
        data.places.sort_unstable_by_key(|place| place.id);
        let places = std::mem::take(&mut data.places);
        let mut events = std::mem::take(&mut data.events);
        // What older rules let in is told to nobody.
        events.retain(|own| !own.names_a_refuge());
        let audits = std::mem::take(&mut data.audits);
        let measured = std::mem::take(&mut data.measured_ways);
        let revision = data.revision;
        let frame = Frame::build(data, &places, before.map(|before| &*before.frame));
        let extent = extent::rect_around(&frame.districts, places.iter());
        let findings = Findings::build(audits, &frame.criteria);
        let mut hours = HoursTable::new(Arc::clone(&frame.calendar));
        let places = PlaceTable::build(locate::all(places, &frame, &findings, &mut hours));
        let doors = frame
            .network()
            .map(|network| Doors::build(network, &places));
        let grounds = places.iter().map(|own| (&own.place.shape, Traits::of(own)));
        let place_index = PlaceIndex::build(frame.plane, grounds);
        Self {
            revision,
            extent,
            osm_places: places.iter().filter(|own| own.is_osm()).count(),
            place_index,
            hours: Arc::new(hours),
            renderings: Arc::default(),
            doors: doors.map(Arc::new),
            measured: MeasuredWays::build(measured, frame.map.as_deref()),
            spots: OwnSpots::default(),
            events: EventTable::build(events, &Holding::of(&frame, &places)),
            places,
            findings,
            squares: Arc::default(),
            coverage: Arc::default(),
            frame: Arc::new(frame),
        }
    }

    /// The revision every answer of this snapshot was computed from.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// All places by id, closed ones too.
    #[must_use]
    pub fn places(&self) -> Places<'_> {
        self.places.iter()
    }

    /// The place with `id`.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Option<&Located> {
        self.places.slot_of(id).map(|slot| self.places.at(slot))
    }

    /// The places whose ids begin with these eight hexadecimal digits (see [`PlaceId::short`]), by id: almost always
    /// one, but random ids share their beginning once in some 100,000 places.
    #[must_use]
    pub fn places_by_short_id(&self, short: &str) -> Vec<&Located> {
        let is_plain = short.len() == 8 && short.bytes().all(|digit| digit.is_ascii_hexdigit());
        let first = u32::from_str_radix(short, 16).ok().filter(|_| is_plain);
        first.map_or_else(Vec::new, |first| self.places.beginning_with(first))
    }

    /// The district a place belongs to: the one its marker lies in.
    #[must_use]
    pub fn district_of(&self, located: &Located) -> Option<&District> {
        located.district.map(|slot| self.district_in(slot))
    }

    /// The box around all districts and places; none for an empty city.
    #[must_use]
    pub fn bbox(&self) -> Option<Bbox> {
        self.extent.map(Bbox::around)
    }

    /// Who is open at `instant`, to the minute.
    #[must_use]
    pub fn openings_at(&self, instant: DateTime<Utc>) -> Arc<Openings> {
        self.hours.openings_at(instant)
    }

    /// Hands `use_bytes` what `render` makes of a place; made once per place and kept while there is room.
    pub fn rendered<R>(
        &self,
        located: &Located,
        render: impl FnOnce() -> Vec<u8>,
        use_bytes: impl FnOnce(&[u8]) -> R,
    ) -> R {
        located.rendering.with(&self.renderings, render, use_bytes)
    }

    /// Whether anything here comes from OpenStreetMap, whose licence (`ODbL` 1.0, 4.3) asks to be named.
    #[must_use]
    pub fn has_osm_data(&self) -> bool {
        self.frame.has_osm_data() || self.osm_places > 0
    }

    /// What a place's opening hours mean, if it has any.
    #[must_use]
    pub fn hours_of(&self, located: &Located) -> Option<&Hours> {
        located.hours.map(|entry| self.hours.hours(entry))
    }
}

#[cfg(test)]
mod tests;
