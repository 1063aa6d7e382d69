//! What an extract holds: places and boundaries with their ground.

use std::fmt;

use geo::MultiPolygon;

use super::facts;
use super::id::OsmId;
use super::report::Report;
use super::settlements::Settlement;
use super::words::Reader;
use crate::domain::catalogue::Tags;
use crate::domain::place::{Lifecycle, Origin};
use crate::domain::words::Name;
use crate::domain::{CityMap, KindId, Place, PlaceId, Shape};

/// A place of the extract.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// Its name in OpenStreetMap.
    pub id: OsmId,
    /// What its tags say it is.
    pub kind: KindId,
    /// Where it is. Closed ways and multipolygons are areas, trails are lines.
    pub shape: Shape,
    /// Everything the map says about it.
    pub tags: Tags,
}

/// The ground inside an administrative boundary, as far as the extract has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    /// The whole outline is there.
    Closed(MultiPolygon<f64>),
    /// Parts of it are not, mostly because the extract cuts them off.
    Open,
    /// It is all there, but crosses itself.
    Invalid,
}

/// An administrative boundary of the extract.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary {
    /// Its name in OpenStreetMap.
    pub id: OsmId,
    /// Its `admin_level`: in Germany 4 is a state, 6 a county, 8 a municipality, 9 and 10 its parts.
    pub level: u8,
    /// Its name, German where there is one.
    pub name: Name,
    /// Its ground.
    pub outline: Outline,
    /// Everything the map says about it.
    pub tags: Tags,
}

/// Shelters of an extract: they can be removed by their ids, but nothing that is printed or logged names one.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Shelters(pub(super) Vec<OsmId>);

impl Shelters {
    /// Their ids as text, to be compared with what is stored.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

impl fmt::Debug for Shelters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} shelters", self.0.len())
    }
}

/// Places and boundaries of an extract, in the order of their ids, and what was odd about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Extract {
    /// Administrative boundaries of all levels.
    pub boundaries: Vec<Boundary>,
    /// Places.
    pub objects: Vec<Object>,
    /// Shelters, which are never stored or shown: named only so that an object that became one can be removed.
    pub shelters: Shelters,
    /// The ground, the ways for walking and the addresses.
    pub map: CityMap,
    /// Settlements of which the map tells how many people live there.
    pub settlements: Vec<Settlement>,
    /// What was found.
    pub report: Report,
}

impl Object {
    /// The object as a place, with the id that `id_of` gives it.
    ///
    /// Facts are taken only where a tag says just that; whatever is not said stays unknown.
    /// Values that are too long are cut, control characters are dropped.
    #[must_use]
    pub fn place(&self, mut id_of: impl FnMut(&OsmId) -> PlaceId) -> Place {
        let reader = Reader::new(&self.tags);
        let (name, is_estimated) = facts::name(&reader, self.kind);
        let mut facts = facts::of(&reader);
        facts.osm_id = self.id.to_string().parse().ok();
        if is_estimated {
            facts.estimated.extend("name".parse());
        }
        Place {
            id: id_of(&self.id),
            name,
            kind: self.kind,
            lifecycle: Lifecycle::default(),
            shape: self.shape.clone(),
            opening_hours: reader
                .text("opening_hours")
                .and_then(|text| text.parse().ok()),
            last_verified_at: facts::last_verified_at(&reader),
            origin: Origin::Osm,
            facts: Box::new(facts),
        }
    }

    /// Whether a value had to be cut or dropped to make a place of the object.
    pub(super) fn has_unusable_value(&self) -> bool {
        let reader = Reader::new(&self.tags);
        facts::name(&reader, self.kind);
        facts::of(&reader);
        reader.unusable() > 0
    }
}
