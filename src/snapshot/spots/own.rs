//! Districts, quarters, places and their addresses by name: put in order once, and amended where an edit changes them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::domain::address::{self, House};
use crate::domain::place::{Place, Status};
use crate::domain::{District, PlaceId, shape};
use crate::gazetteer::{Amended, Amendment, Gazetteer, NewSpot, SpotKind};
use crate::snapshot::Snapshot;

/// So many places can be found by their names as if they were addresses; the list's own search finds all of them.
const MOST_PLACES: usize = 100_000;

/// So many places may be called otherwise before all names are put in order anew.
const MOST_TOUCHED: usize = 1_000;

/// The street of a house number as it is compared, and its town.
type StreetKey = (String, Option<Box<str>>);

/// What people call the spots of a snapshot. A copy shares everything.
#[derive(Clone, Default)]
pub(in crate::snapshot) struct OwnSpots {
    /// The names of this snapshot, or of one before it.
    base: Arc<OnceLock<Base>>,
    /// The places that were called otherwise or lay elsewhere then, each with the street it stood on.
    touched: Arc<BTreeMap<PlaceId, Option<StreetKey>>>,
    amendment: Arc<OnceLock<Amendment>>,
}

/// All names of one snapshot.
struct Base {
    gazetteer: Gazetteer,
    /// The places that are found by their own names, by id: they stand together in the gazetteer.
    places: Vec<PlaceId>,
    first_place: u32,
    /// The slots of the places on each street, by id. The streets stand behind the places, in this order.
    streets: BTreeMap<StreetKey, Street>,
}

struct Street {
    position: u32,
    slots: Vec<u32>,
}

impl OwnSpots {
    /// The spots after some places have changed, each given as it was before, if it was there.
    pub(in crate::snapshot) fn after<'a>(
        &self,
        changed: impl Iterator<Item = (PlaceId, Option<&'a Place>)>,
    ) -> Self {
        let mut changed = changed.peekable();
        if changed.peek().is_none() {
            return self.clone();
        }
        let Some(base) = self.base.get() else {
            // Nobody has asked yet: whoever does asks for all of them.
            return Self::default();
        };
        let mut touched = BTreeMap::clone(&self.touched);
        for (id, before) in changed {
            touched
                .entry(id)
                .or_insert_with(|| before.and_then(street_of));
        }
        // Beyond the limit of places the ones behind would move up.
        if touched.len() > MOST_TOUCHED || base.places.len() + touched.len() > MOST_PLACES {
            return Self::default();
        }
        Self {
            base: Arc::clone(&self.base),
            touched: Arc::new(touched),
            amendment: Arc::default(),
        }
    }
}

impl Snapshot {
    /// Districts, quarters, places and their addresses; put in order when they are first asked for.
    #[must_use]
    pub fn own_spots(&self) -> Amended<'_> {
        let base = self.spots.base.get_or_init(|| Base::of(self));
        let amend = || base.amend(self, &self.spots.touched);
        let is_amended = !self.spots.touched.is_empty();
        Amended {
            gazetteer: &base.gazetteer,
            amendment: is_amended.then(|| self.spots.amendment.get_or_init(amend)),
        }
    }
}

impl Base {
    fn of(snapshot: &Snapshot) -> Self {
        let districts = snapshot.districts().iter();
        let quarters = snapshot.quarters().iter();
        let district =
            |own: &District| NewSpot::named(&own.name, SpotKind::District, own.label().into());
        let mut spots: Vec<NewSpot> = districts.map(district).collect();
        spots.extend(quarters.map(|own| {
            let label = shape::label_of(&own.area);
            NewSpot::named(&own.name, SpotKind::Quarter, label.into())
        }));
        let first_place = position(spots.len());
        let shown = snapshot.places().map(|own| &own.place);
        spots.extend(shown.filter_map(place_spot).take(MOST_PLACES));
        let places: Vec<PlaceId> = spots.iter().filter_map(|spot| spot.place).collect();
        let mut streets: BTreeMap<StreetKey, Street> = BTreeMap::new();
        for slot in snapshot.places.slots() {
            if let Some(key) = street_of(&snapshot.places.at(slot).place) {
                let begun = || Street {
                    position: 0,
                    slots: Vec::new(),
                };
                streets.entry(key).or_insert_with(begun).slots.push(slot);
            }
        }
        for street in streets.values_mut() {
            street.position = position(spots.len());
            let members = street
                .slots
                .iter()
                .map(|slot| &snapshot.places.at(*slot).place);
            spots.extend(street_spot(members));
        }
        Self {
            gazetteer: Gazetteer::build(spots),
            places,
            first_place,
            streets,
        }
    }

    /// What has changed since in a snapshot where only some places were touched.
    fn amend(
        &self,
        snapshot: &Snapshot,
        touched: &BTreeMap<PlaceId, Option<StreetKey>>,
    ) -> Amendment {
        let now = touched.keys().filter_map(|id| snapshot.place(*id));
        let now: Vec<&Place> = now.map(|own| &own.place).collect();
        // Every street that a touched place stood on then or stands on now, with those that do now.
        let then = touched
            .values()
            .flatten()
            .map(|key| (key.clone(), Vec::new()));
        let mut streets: BTreeMap<StreetKey, Vec<&Place>> = then.collect();
        for &place in &now {
            if let Some(key) = street_of(place) {
                streets.entry(key).or_default().push(place);
            }
        }
        let gone_places = touched
            .keys()
            .filter_map(|id| self.places.binary_search(id).ok());
        let gone_places = gone_places.map(|found| self.first_place + position(found));
        let gone_streets = streets.keys().filter_map(|key| self.streets.get(key));
        let gone_streets = gone_streets.map(|street| street.position);
        let new_places = now.iter().filter_map(|place| {
            let before = self.places.partition_point(|id| *id < place.id);
            Some((self.first_place + position(before), place_spot(place)?))
        });
        let new_streets = streets.iter().filter_map(|(key, came)| {
            let known = self.streets.get(key).into_iter();
            let known = known.flat_map(|street| &street.slots);
            let known = known.map(|slot| &snapshot.places.at(*slot).place);
            let stayed = known.filter(|place| !touched.contains_key(&place.id));
            let mut members: Vec<&Place> = stayed.chain(came.iter().copied()).collect();
            members.sort_by_key(|place| place.id);
            Some((self.position_of(key), street_spot(members.into_iter())?))
        });
        let gone = gone_places.chain(gone_streets).collect();
        self.gazetteer.amend(gone, new_places.chain(new_streets))
    }

    /// The position of a street, or of the first one behind it.
    fn position_of(&self, key: &StreetKey) -> u32 {
        let behind = self.streets.range(key..).next();
        let end = || position(self.gazetteer.counts().0);
        behind.map_or_else(end, |(_, street)| street.position)
    }
}

fn position(count: usize) -> u32 {
    u32::try_from(count).expect("a city has fewer names than numbers of 32 bits")
}

fn is_shown(place: &Place) -> bool {
    place.lifecycle.status != Status::Closed
}

/// A place by its name; one that nobody named is no address.
fn place_spot(place: &Place) -> Option<NewSpot> {
    let facts = &place.facts;
    let is_named = !facts.estimated.iter().any(|field| field.as_str() == "name");
    let address = facts.address.as_ref();
    let street = address.and_then(|own| own.street.as_ref().filter(|_| own.housenumber.is_none()));
    let is_found = is_shown(place) && (is_named || street.is_some());
    is_found.then(|| NewSpot {
        // A street without a number leads to the place itself: nothing else is known of it.
        also: street
            .map(|street| street.as_str().into())
            .into_iter()
            .collect(),
        place: Some(place.id),
        ..NewSpot::named(&place.name, SpotKind::Place, place.shape.label().into())
    })
}

/// The street that a place has a house number of.
fn street_of(place: &Place) -> Option<StreetKey> {
    let address = place.facts.address.as_ref().filter(|_| is_shown(place))?;
    let street = address
        .street
        .as_ref()
        .filter(|_| address.housenumber.is_some())?;
    Some((
        address::key(street),
        address.city.as_deref().map(Into::into),
    ))
}

/// A street by the house numbers of its places. Where the street itself runs is not known.
fn street_spot<'a>(places: impl Iterator<Item = &'a Place>) -> Option<NewSpot> {
    let mut spot: Option<NewSpot> = None;
    for place in places {
        let corner = place.shape.label().into();
        let Some(address) = &place.facts.address else {
            continue;
        };
        let (Some(street), Some(number)) = (&address.street, &address.housenumber) else {
            continue;
        };
        let spot = spot.get_or_insert_with(|| NewSpot {
            corner: None,
            town: address.city.as_deref().map(Into::into),
            ..NewSpot::named(street, SpotKind::Street, corner)
        });
        spot.houses.push(House {
            number: number.as_str().into(),
            postcode: address.postcode.as_deref().map(Into::into),
            corner,
        });
    }
    spot
}
