//! What stays as it is while only places and events change: settings, districts, the drawn city.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, NaiveDate, Utc};

use geo::CoordsIter;
use sha2::{Digest, Sha256};

use crate::barrier_free::Catalogues;
use crate::domain::calendar::Calendar;
use crate::domain::prevention::KeptFocusArea;
use crate::domain::report::SafetyCell;
use crate::domain::survey::Survey;
use crate::domain::{
    Boundary, CitySettings, District, DistrictId, LocalPlane, Location, Place, Quarter,
};
use crate::index::DistrictIndex;
use crate::safety::Ground;
use crate::snapshot::counselling::Counselling;
use crate::snapshot::released::Released;
use crate::snapshot::residents::Dwelt;
use crate::snapshot::{CityData, MapLayers, Snapshot, Walks, extent, focus_areas};
use crate::walk::Network;

/// Settings, districts and the drawn city, with what is computed from them.
pub(super) struct Frame {
    pub(super) lineage: Box<str>,
    pub(super) settings: CitySettings,
    pub(super) calendar: Arc<Calendar>,
    /// Everything of this snapshot is measured on it.
    pub(super) plane: LocalPlane,
    /// Whether only the places say where the city is.
    pub(super) is_centred_on_places: bool,
    /// By id.
    pub(super) districts: Vec<District>,
    pub(super) district_index: DistrictIndex,
    pub(super) quarters: Vec<Quarter>,
    pub(super) surveys: BTreeMap<DistrictId, Survey>,
    pub(super) criteria: Catalogues,
    pub(super) releases: Vec<Released>,
    pub(super) counselling: Counselling,
    /// In the order in which they are told.
    pub(super) focus_areas: Vec<KeptFocusArea>,
    pub(super) map: Option<Arc<MapLayers>>,
    pub(super) dwelt: Dwelt,
    pub(super) without_map: Walks,
    /// See [`Snapshot::safety_ground`].
    pub(super) safety_ground: OnceLock<Ground>,
    /// See [`Snapshot::safety_squares`].
    pub(super) streets_by_square: OnceLock<BTreeMap<SafetyCell, Vec<Box<str>>>>,
    /// See [`Snapshot::boundary_version`].
    pub(super) boundary_version: OnceLock<Box<str>>,
}

impl Frame {
    /// Puts in order what `data` holds besides places and events, taking over a drawn city that `before` has already.
    pub(super) fn build(mut data: CityData, places: &[Place], before: Option<&Self>) -> Self {
        data.districts.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        let known_center = extent::center_of(&data.settings, &data.districts);
        let center = known_center.unwrap_or_else(|| extent::middle_of(places));
        let plane = LocalPlane::around(center);
        let known = before.and_then(|before| before.map.clone());
        let map = match (data.map_revision, data.map) {
            (Some(revision), Some(map)) => Some(Arc::new(MapLayers::build(revision, map, plane))),
            (Some(revision), None) => known.filter(|known| known.revision() == revision),
            (None, _) => None,
        };
        let surveys = data.surveys.into_iter();
        let district_index = DistrictIndex::build(plane, &data.districts);
        let stored = (data.residents_revision, data.residents);
        let at = |location| district_index.district_at(&data.districts, location);
        let dwelt = Dwelt::build(stored, map.as_deref(), &data.districts, at, before);
        let calendar = Arc::new(data.settings.calendar(center));
        Self {
            lineage: data.lineage,
            counselling: Counselling::build(data.help_lines, &data.settings, &calendar),
            focus_areas: focus_areas::in_order(data.focus_areas),
            calendar,
            settings: data.settings,
            plane,
            is_centred_on_places: known_center.is_none(),
            dwelt,
            district_index,
            districts: data.districts,
            quarters: data.quarters,
            surveys: surveys.map(|own| (own.district.clone(), own)).collect(),
            criteria: Catalogues::shipped_beside(&data.criteria),
            releases: data.releases.into_iter().map(Released::read).collect(),
            map,
            without_map: Walks::without_map(plane),
            safety_ground: OnceLock::new(),
            streets_by_square: OnceLock::new(),
            boundary_version: OnceLock::new(),
        }
    }

    /// The network of ways as it is drawn, where one is imported.
    pub(super) fn network(&self) -> Option<&Network> {
        self.map.as_ref()?.walks().network.as_ref()
    }

    /// The slot of the district that `location` lies in.
    pub(super) fn district_at(&self, location: Location) -> Option<u16> {
        self.district_index.district_at(&self.districts, location)
    }

    /// Whether any of it comes from OpenStreetMap.
    pub(super) fn has_osm_data(&self) -> bool {
        let is_osm = |own: &District| own.boundary == Boundary::Osm;
        // Ways are drawn by nobody else.
        self.districts.iter().any(is_osm) || self.network().is_some()
    }
}

impl Snapshot {
    /// The random name of the store that the revision belongs to.
    #[must_use]
    pub fn lineage(&self) -> &str {
        &self.frame.lineage
    }

    /// What the city says about itself.
    #[must_use]
    pub fn settings(&self) -> &CitySettings {
        &self.frame.settings
    }

    /// The city's time zone and holidays.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.frame.calendar
    }

    /// That a district is completely recorded, if somebody has confirmed it; see [`Survey::is_current`].
    #[must_use]
    pub fn survey(&self, district: &DistrictId) -> Option<&Survey> {
        self.frame.surveys.get(district)
    }

    /// The drawn city with what is computed from it; none before a map is imported.
    #[must_use]
    pub fn map(&self) -> Option<&MapLayers> {
        self.frame.map.as_deref()
    }

    /// What knows how far it is on foot, as far as it is drawn.
    pub(super) fn drawn_walks(&self) -> &Walks {
        self.map().map_or(&self.frame.without_map, MapLayers::walks)
    }

    /// The date in the city at an instant.
    #[must_use]
    pub fn date_at(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant
            .with_timezone(&self.frame.settings.timezone)
            .date_naive()
    }

    /// All districts by id.
    #[must_use]
    pub fn districts(&self) -> &[District] {
        &self.frame.districts
    }

    /// Twelve digits that are the same exactly as long as the districts and their outlines are.
    #[must_use]
    pub fn boundary_version(&self) -> &str {
        let version = || boundary_version(&self.frame.districts);
        self.frame.boundary_version.get_or_init(version)
    }

    /// The district with `id`.
    #[must_use]
    pub fn district(&self, id: &DistrictId) -> Option<&District> {
        self.district_slot(id).map(|slot| self.district_in(slot))
    }

    /// The district that `location` lies in; on a common border always the one with the smaller id.
    #[must_use]
    pub fn district_at(&self, location: Location) -> Option<&District> {
        let slot = self
            .frame
            .district_index
            .district_at(&self.frame.districts, location)?;
        Some(&self.frame.districts[usize::from(slot)])
    }

    /// Metres from `location` to the nearest border of any district; none without districts.
    #[must_use]
    pub fn border_distance_m(&self, location: Location) -> Option<f64> {
        self.frame.district_index.border_distance_m(location)
    }

    /// All unofficial neighbourhoods.
    #[must_use]
    pub fn quarters(&self) -> &[Quarter] {
        &self.frame.quarters
    }

    /// The unofficial neighbourhood that `location` lies in, the first by id where several do.
    #[must_use]
    pub fn quarter_at(&self, location: Location) -> Option<&Quarter> {
        let point = location.point();
        let around = self
            .quarters()
            .iter()
            .filter(|quarter| geo::Intersects::intersects(&quarter.area, &point));
        around.min_by(|a, b| a.id.cmp(&b.id))
    }

    pub(super) fn district_in(&self, slot: u16) -> &District {
        &self.frame.districts[usize::from(slot)]
    }

    /// The number of a district in the order of their ids; none where there is no such district.
    #[must_use]
    pub fn district_slot(&self, id: &DistrictId) -> Option<u16> {
        let districts = &self.frame.districts;
        let slot = districts.binary_search_by(|own| own.id.cmp(id)).ok()?;
        u16::try_from(slot).ok()
    }
}

fn boundary_version(districts: &[District]) -> Box<str> {
    let mut hasher = Sha256::new();
    for district in districts {
        let corners: Vec<geo::Coord<f64>> = district.area.coords_iter().collect();
        hasher.update(district.id.as_str());
        // Its length parts what would run together.
        hasher.update((corners.len() as u64).to_be_bytes());
        for corner in corners {
            hasher.update(corner.x.to_bits().to_be_bytes());
            hasher.update(corner.y.to_bits().to_be_bytes());
        }
    }
    let digest = hasher.finalize();
    let first = digest.iter().take(6);
    let number = first.fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    format!("{number:012x}").into()
}
