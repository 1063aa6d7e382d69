//! The whole city at one revision, immutable, with its indexes. Every read is answered from here.

pub mod agreement;
mod doors;
mod events;
mod extent;
mod filter;
mod find;
mod ground;
mod locate;
mod look_alikes;
mod map;
mod on_foot;
mod openings;
mod rendering;
mod spots;
mod tile_shelf;
mod traits;

use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwapOption;
use chrono::{DateTime, NaiveDate, Utc};

pub use events::{EventFilter, EventPage, Happening, HeldEvent, TimeFrame};
pub use filter::{PlaceFilter, Span, WcNeed, Within};
pub use ground::{Form, Ground, Path, Thing};
pub use look_alikes::{LookAlike, SaidSpot, SpotSource};
pub use map::{MapLayers, Walks};
pub use on_foot::{OnFoot, Way};
pub use openings::{DayPart, HoursTable, Openings};
pub use spots::NamedSpot;
pub use tile_shelf::{PackedTile, TileShelf};

use crate::domain::calendar::Calendar;
use crate::domain::hours::Hours;
use crate::domain::place::Origin;
use crate::domain::{
    Bbox, Boundary, CityMap, CitySettings, District, DistrictId, Event, LocalPlane, Location,
    Place, PlaceId, Quarter,
};
use crate::gazetteer::Gazetteer;
use crate::index::{DistrictIndex, PlaceIndex};
use crate::snapshot::events::EventTable;
use crate::snapshot::rendering::{Rendering, RenderingBudget};
use crate::snapshot::traits::Traits;

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
    /// Its places, closed ones too.
    pub places: Vec<Place>,
    /// Its events and offers.
    pub events: Vec<Event>,
    /// The write that brought the drawn city, if there is one.
    pub map_revision: Option<Revision>,
    /// The drawn city, unless the reader knows it already.
    pub map: Option<CityMap>,
}

/// A place with what follows from where and when it is.
pub struct Located {
    /// The place itself.
    pub place: Place,
    /// Whether it lies within 25 m of a district's border and so serves both sides.
    pub near_border: bool,
    district: Option<u16>,
    hours: Option<u32>,
    folded_name: Box<str>,
    rendering: Rendering,
}

impl Located {
    /// The name as people search it: without case, accents and punctuation.
    #[must_use]
    pub fn folded_name(&self) -> &str {
        &self.folded_name
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

/// A city at one revision.
pub struct Snapshot {
    revision: Revision,
    lineage: Box<str>,
    settings: CitySettings,
    calendar: Arc<Calendar>,
    bbox: Option<Bbox>,
    has_osm_data: bool,
    districts: Vec<District>,
    district_index: DistrictIndex,
    quarters: Vec<Quarter>,
    /// By id, so that a position is also the order of every answer.
    places: Vec<Located>,
    /// What filters ask, by the same positions.
    traits: Vec<Traits>,
    place_index: PlaceIndex<Traits>,
    hours: HoursTable,
    renderings: RenderingBudget,
    /// Who is open at the minute asked for last: most questions are about now.
    openings: ArcSwapOption<Openings>,
    map: Option<Arc<MapLayers>>,
    without_map: Walks,
    doors: Option<doors::Doors>,
    /// Names of spots, made when somebody first asks for one.
    spots: OnceLock<Gazetteer>,
    events: EventTable,
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
        data.districts.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        data.places.sort_unstable_by_key(|place| place.id);
        let center = extent::center_of(&data);
        let plane = LocalPlane::around(center);
        let known = before.and_then(|before| before.map.clone());
        let map = match (data.map_revision, data.map.take()) {
            (Some(revision), Some(map)) => Some(Arc::new(MapLayers::build(revision, map, plane))),
            (Some(revision), None) => known.filter(|known| known.revision() == revision),
            (None, _) => None,
        };
        let calendar = Arc::new(data.settings.calendar(center));
        let bbox = extent::box_around(&data);
        let district_index = DistrictIndex::build(plane, &data.districts);
        let mut hours = HoursTable::new(Arc::clone(&calendar));
        let whereabouts = locate::whereabouts(&data.places, &data.districts, &district_index);
        let places = locate::all(data.places, whereabouts, &mut hours);
        let network = map.as_ref().and_then(|map| map.walks().network.as_ref());
        let doors = network.map(|network| doors::Doors::build(network, &places));
        let traits: Vec<_> = places
            .iter()
            .map(|own| Traits::of(&own.place, own.district, own.hours))
            .collect();
        let shapes = places.iter().map(|own| &own.place.shape);
        let place_index = PlaceIndex::build(plane, shapes.zip(traits.iter().copied()));
        let district_at = |location| district_index.district_at(&data.districts, location);
        let events = EventTable::build(data.events, &places, district_at, data.settings.timezone);
        let has_osm_data = data
            .districts
            .iter()
            .any(|own| own.boundary == Boundary::Osm)
            || places.iter().any(|own| own.place.origin == Origin::Osm)
            // Ways are drawn by nobody else.
            || network.is_some();
        Self {
            revision: data.revision,
            lineage: data.lineage,
            settings: data.settings,
            calendar,
            bbox,
            has_osm_data,
            districts: data.districts,
            district_index,
            quarters: data.quarters,
            places,
            traits,
            place_index,
            hours,
            renderings: RenderingBudget::default(),
            openings: ArcSwapOption::empty(),
            map,
            without_map: Walks::without_map(plane),
            doors,
            spots: OnceLock::new(),
            events,
        }
    }

    /// The revision every answer of this snapshot was computed from.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The random name of the store that the revision belongs to.
    #[must_use]
    pub fn lineage(&self) -> &str {
        &self.lineage
    }

    /// What the city says about itself.
    #[must_use]
    pub fn settings(&self) -> &CitySettings {
        &self.settings
    }

    /// The city's time zone and holidays.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The drawn city with what is computed from it; none before a map is imported.
    #[must_use]
    pub fn map(&self) -> Option<&MapLayers> {
        self.map.as_deref()
    }

    /// What knows how far it is on foot.
    #[must_use]
    pub fn walks(&self) -> &Walks {
        self.map().map_or(&self.without_map, MapLayers::walks)
    }

    /// The date in the city at an instant.
    #[must_use]
    pub fn date_at(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.settings.timezone).date_naive()
    }

    /// All districts by id.
    #[must_use]
    pub fn districts(&self) -> &[District] {
        &self.districts
    }

    /// The district with `id`.
    #[must_use]
    pub fn district(&self, id: &DistrictId) -> Option<&District> {
        self.district_slot(id)
            .map(|slot| &self.districts[usize::from(slot)])
    }

    /// The district that `location` lies in; on a common border always the one with the smaller id.
    #[must_use]
    pub fn district_at(&self, location: Location) -> Option<&District> {
        let slot = self.district_index.district_at(&self.districts, location)?;
        Some(&self.districts[usize::from(slot)])
    }

    /// Metres from `location` to the nearest border of any district; none without districts.
    #[must_use]
    pub fn border_distance_m(&self, location: Location) -> Option<f64> {
        self.district_index.border_distance_m(location)
    }

    /// All unofficial neighbourhoods.
    #[must_use]
    pub fn quarters(&self) -> &[Quarter] {
        &self.quarters
    }

    /// The unofficial neighbourhood that `location` lies in, the first by id where several do.
    #[must_use]
    pub fn quarter_at(&self, location: Location) -> Option<&Quarter> {
        let point = location.point();
        let around = self
            .quarters
            .iter()
            .filter(|quarter| geo::Intersects::intersects(&quarter.area, &point));
        around.min_by(|a, b| a.id.cmp(&b.id))
    }

    /// All places by id, closed ones too.
    #[must_use]
    pub fn places(&self) -> &[Located] {
        &self.places
    }

    /// The place with `id`.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Option<&Located> {
        self.slot_of(id).ok().map(|slot| &self.places[slot])
    }

    /// The places whose ids begin with these eight hexadecimal digits (see [`PlaceId::short`]): almost always one,
    /// but random ids share their beginning once in some 100,000 places.
    #[must_use]
    pub fn places_by_short_id(&self, short: &str) -> &[Located] {
        let is_plain = short.len() == 8 && short.bytes().all(|digit| digit.is_ascii_hexdigit());
        let Some(first) = u32::from_str_radix(short, 16).ok().filter(|_| is_plain) else {
            return &[];
        };
        let beginning = |own: &Located| own.place.id.0.as_fields().0;
        let begin = self.places.partition_point(|own| beginning(own) < first);
        let count = self.places[begin..].partition_point(|own| beginning(own) == first);
        &self.places[begin..begin + count]
    }

    /// The district a place belongs to: the one its marker lies in.
    #[must_use]
    pub fn district_of(&self, located: &Located) -> Option<&District> {
        located
            .district
            .map(|slot| &self.districts[usize::from(slot)])
    }

    /// The box around all districts and places; none for an empty city.
    #[must_use]
    pub fn bbox(&self) -> Option<Bbox> {
        self.bbox
    }

    /// Who is open at `instant`, to the minute.
    #[must_use]
    pub fn openings_at(&self, instant: DateTime<Utc>) -> Arc<Openings> {
        match self.openings.load_full() {
            Some(known) if known.are_at(instant) => known,
            _ => {
                let openings = Arc::new(self.hours.openings_at(instant));
                self.openings.store(Some(Arc::clone(&openings)));
                openings
            }
        }
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
        self.has_osm_data
    }

    /// What a place's opening hours mean, if it has any.
    #[must_use]
    pub fn hours_of(&self, located: &Located) -> Option<&Hours> {
        located.hours.map(|entry| self.hours.hours(entry))
    }

    fn district_slot(&self, id: &DistrictId) -> Option<u16> {
        let slot = self.districts.binary_search_by(|own| own.id.cmp(id)).ok()?;
        u16::try_from(slot).ok()
    }

    fn slot_of(&self, id: PlaceId) -> Result<usize, usize> {
        self.places.binary_search_by_key(&id, |own| own.place.id)
    }
}

#[cfg(test)]
mod tests;
