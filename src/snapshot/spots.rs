//! What people call a spot of the city, looked up by what they type.

use std::collections::BTreeMap;

use crate::domain::address::{self, House, Street};
use crate::domain::ground::{Layer, Outline};
use crate::domain::place::{Place, Status};
use crate::domain::{CityMap, Corner, DistrictId, Location, PlaceId, Quarter, shape};
use crate::gazetteer::{Around, Asked, AskedNumber, Found, Gazetteer, NewSpot, Quality, SpotKind};
use crate::snapshot::{MapLayers, Snapshot};

/// So many places can be found by their names as if they were addresses; the list's own search finds all of them.
const MOST_PLACES: usize = 100_000;

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
        let asked = Asked::read(text);
        let of_map = self.map().map(MapLayers::gazetteer);
        let gazetteers: Vec<&Gazetteer> = of_map.into_iter().chain([self.own_spots()]).collect();
        let mentioned = Mentioned::of(self, &asked);
        let around = Around {
            near,
            plane: self.place_index.plane(),
            words_at: &|location| mentioned.words_at(self, location),
        };
        let found = crate::gazetteer::search(&gazetteers, &asked, &around, limit);
        found.into_iter().map(|own| self.named(own)).collect()
    }

    /// Districts, quarters, places and their addresses; put in order when they are first asked for.
    #[must_use]
    pub fn own_spots(&self) -> &Gazetteer {
        self.spots
            .get_or_init(|| Gazetteer::build(self.spots_of_city()))
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

    fn spots_of_city(&self) -> Vec<NewSpot> {
        let districts = self
            .districts()
            .iter()
            .map(|own| NewSpot::named(&own.name, SpotKind::District, own.label().into()));
        let quarters = self.quarters().iter().map(|own| {
            NewSpot::named(
                &own.name,
                SpotKind::Quarter,
                shape::label_of(&own.area).into(),
            )
        });
        let shown = self.places().map(|own| &own.place);
        let shown = shown.filter(|place| place.lifecycle.status != Status::Closed);
        let mut spots: Vec<NewSpot> = districts.chain(quarters).collect();
        spots.extend(shown.clone().filter_map(place_spot).take(MOST_PLACES));
        spots.extend(addresses_of(shown));
        spots
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

/// A place by its name; one that nobody named is no address.
fn place_spot(place: &Place) -> Option<NewSpot> {
    let facts = &place.facts;
    let is_named = !facts.estimated.iter().any(|field| field.as_str() == "name");
    let address = facts.address.as_ref();
    let street = address.and_then(|own| own.street.as_ref().filter(|_| own.housenumber.is_none()));
    (is_named || street.is_some()).then(|| NewSpot {
        // A street without a number leads to the place itself: nothing else is known of it.
        also: street
            .map(|street| street.as_str().into())
            .into_iter()
            .collect(),
        place: Some(place.id),
        ..NewSpot::named(&place.name, SpotKind::Place, place.shape.label().into())
    })
}

/// The house numbers of places, by street and town. Where the streets themselves run is not known.
fn addresses_of<'a>(places: impl Iterator<Item = &'a Place>) -> impl Iterator<Item = NewSpot> {
    let mut streets: BTreeMap<(String, Option<&str>), NewSpot> = BTreeMap::new();
    for place in places {
        let Some(address) = &place.facts.address else {
            continue;
        };
        let (Some(street), Some(number)) = (&address.street, &address.housenumber) else {
            continue;
        };
        let town = address.city.as_deref();
        let corner = place.shape.label().into();
        let key = (address::key(street), town);
        let spot = streets.entry(key).or_insert_with(|| NewSpot {
            corner: None,
            town: town.map(Into::into),
            ..NewSpot::named(street, SpotKind::Street, corner)
        });
        spot.houses.push(House {
            number: number.as_str().into(),
            postcode: address.postcode.as_deref().map(Into::into),
            corner,
        });
    }
    streets.into_values()
}

/// The streets, settlements, parts of towns and postcodes of a drawn city.
pub(super) fn gazetteer_of(map: &CityMap) -> Gazetteer {
    let streets = map.streets.iter().map(NewSpot::from);
    let settlements = map.ground.iter().filter_map(|drawn| {
        let kind = match &*drawn.kind {
            _ if drawn.layer != Layer::PlaceLabels => return None,
            "suburb" | "quarter" | "neighbourhood" => SpotKind::Quarter,
            _ => SpotKind::Settlement,
        };
        let Outline::Point(corner) = drawn.outline else {
            return None;
        };
        Some(NewSpot::named(drawn.name.as_deref()?, kind, corner))
    });
    Gazetteer::build(streets.chain(settlements).chain(areas_of(&map.streets)))
}

/// What houses name beside their street, as spots: the house nearest to the middle of all that name it.
fn areas_of(streets: &[Street]) -> impl Iterator<Item = NewSpot> {
    let mut areas: BTreeMap<(SpotKind, String), Vec<Corner>> = BTreeMap::new();
    for street in streets {
        for house in &street.houses {
            if let Some(code) = &house.postcode {
                let town = street.town.as_deref().unwrap_or_default();
                let name = format!("{code} {town}").trim().to_owned();
                let area = areas.entry((SpotKind::Settlement, name)).or_default();
                area.push(house.corner);
            }
            if let Some(suburb) = &street.suburb {
                let area = areas
                    .entry((SpotKind::Quarter, suburb.to_string()))
                    .or_default();
                area.push(house.corner);
            }
        }
    }
    areas.into_iter().filter_map(|((kind, name), corners)| {
        Some(NewSpot::named(&name, kind, nearest_to_middle(&corners)?))
    })
}

fn nearest_to_middle(corners: &[Corner]) -> Option<Corner> {
    let count = i64::try_from(corners.len())
        .ok()
        .filter(|count| *count > 0)?;
    let middle = |side: fn(&Corner) -> i32| {
        corners
            .iter()
            .map(|corner| i64::from(side(corner)))
            .sum::<i64>()
            / count
    };
    let (lon, lat) = (middle(|own| own.lon), middle(|own| own.lat));
    let gap = |own: &&Corner| (i64::from(own.lon) - lon).abs() + (i64::from(own.lat) - lat).abs();
    corners.iter().min_by_key(gap).copied()
}
