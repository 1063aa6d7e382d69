//! What people call a spot of the city, looked up by what they type.

mod of_map;
mod own;

use crate::domain::{Catalogue, DistrictId, Location, PlaceId, Quarter, address};
use crate::gazetteer::{Amended, Around, Asked, AskedNumber, Found, Quality, SpotKind};
use crate::snapshot::{MapLayers, Snapshot};

pub(super) use of_map::gazetteer_of;
pub(super) use own::OwnSpots;

/// A spot that fits what somebody typed.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSpot {
    /// Its name, with the house number.
    pub name: String,
    /// Where that is in words: postcode, town, part of town; may be empty.
    pub whereabouts: String,
    /// What it is.
    pub kind: SpotKind,
    /// How well it fits.
    pub quality: Quality,
    /// What became of the house number that was asked for.
    pub number: AskedNumber,
    /// Where it is.
    pub location: Location,
    /// The place it is, if it is one.
    pub place: Option<PlaceId>,
}

impl NamedSpot {
    /// Name and whereabouts: asking for it finds the spot again.
    #[must_use]
    pub fn label(&self) -> String {
        if self.whereabouts.is_empty() {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.whereabouts)
        }
    }
}

impl Snapshot {
    /// The `limit` spots that fit a text best: addresses, streets, districts, quarters, settlements, places.
    /// Of what fits equally well the one nearer to `near` comes first.
    #[must_use]
    pub fn find_spots(&self, text: &str, near: Option<Location>, limit: usize) -> Vec<NamedSpot> {
        // Whoever looks for a place of refuge finds no house, not even by a name that is spelt like one.
        if Catalogue::shipped().is_blocked_street(text) {
            return Vec::new();
        }
        let asked = Asked::read(text);
        let of_map = self.map().map(MapLayers::gazetteer);
        let of_map = of_map.into_iter().map(Amended::from);
        let gazetteers: Vec<Amended<'_>> = of_map.chain([self.own_spots()]).collect();
        let mentioned = Mentioned::of(self, &asked);
        let around = Around {
            near,
            plane: self.place_index.plane(),
            words_at: &|location| mentioned.words_at(self, location),
        };
        let found = crate::gazetteer::search(&gazetteers, &asked, &around, limit);
        found.into_iter().map(|own| self.named(own)).collect()
    }

    /// Something that [`Snapshot::find_spots`] finds, to show how one may ask: an address where any is known, otherwise a
    /// district.
    #[must_use]
    pub fn example_spot(&self) -> Option<String> {
        let address = self.map().and_then(|map| map.gazetteer().example_address());
        address.or_else(|| Some(self.districts().first()?.name.to_string()))
    }

    fn named(&self, found: Found) -> NamedSpot {
        let Found {
            name,
            kind,
            quality,
            number,
            location,
            place,
            ..
        } = found;
        let town = found.town.or_else(|| self.town_of(kind, &name, location));
        let code_and_town: Vec<&str> = [found.postcode.as_deref(), town.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let district = self.district_at(location).map(|own| &*own.name);
        let suburb = district.or(found.suburb.as_deref());
        let is_new = |text: &&str| *text != name && !code_and_town.contains(text);
        let town = code_and_town.join(" ");
        let parts = [Some(town.as_str()), suburb.filter(is_new)];
        let parts = parts.into_iter().flatten();
        let parts: Vec<&str> = parts
            .filter(|part| !part.is_empty() && *part != name)
            .collect();
        NamedSpot {
            whereabouts: parts.join(", "),
            name,
            kind,
            quality,
            number,
            location,
            place,
        }
    }

    /// What has no address but lies in a district lies in this city; of all else only the map knows the town.
    fn town_of(&self, kind: SpotKind, name: &str, location: Location) -> Option<Box<str>> {
        let has_none = matches!(
            kind,
            SpotKind::District | SpotKind::Quarter | SpotKind::Place
        );
        let city = self.settings().name.as_str();
        let is_here = has_none && city != name && self.district_at(location).is_some();
        is_here.then(|| city.into())
    }
}

/// The parts of the city that a question may mention, with the words of their names.
struct Mentioned<'a> {
    city: Vec<String>,
    districts: Vec<(&'a DistrictId, Vec<String>)>,
    quarters: Vec<(&'a Quarter, Vec<String>)>,
}

impl<'a> Mentioned<'a> {
    fn of(snapshot: &'a Snapshot, asked: &Asked) -> Self {
        let words_of = |name: &str| {
            let words = address::words(name);
            asked
                .mentions(words.iter().map(String::as_str))
                .then_some(words)
        };
        let districts = snapshot.districts().iter();
        let quarters = snapshot.quarters().iter();
        Self {
            city: words_of(&snapshot.settings().name).unwrap_or_default(),
            districts: districts
                .filter_map(|own| Some((&own.id, words_of(&own.name)?)))
                .collect(),
            quarters: quarters
                .filter_map(|own| Some((own, words_of(&own.name)?)))
                .collect(),
        }
    }

    /// The words of the city and of the mentioned parts that a location lies in.
    fn words_at(&self, snapshot: &Snapshot, location: Location) -> Vec<String> {
        let mut words = self.city.clone();
        if !self.districts.is_empty() {
            let district = snapshot.district_at(location).map(|own| &own.id);
            let own = self.districts.iter().find(|(id, _)| Some(*id) == district);
            words.extend(own.iter().flat_map(|(_, words)| words.iter().cloned()));
        }
        let point = location.point();
        let around = self
            .quarters
            .iter()
            .filter(|(quarter, _)| geo::Intersects::intersects(&quarter.area, &point));
        words.extend(around.flat_map(|(_, words)| words.iter().cloned()));
        words
    }
}
