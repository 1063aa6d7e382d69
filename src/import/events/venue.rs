//! Which place a calendar means when it writes a location.

use std::collections::HashMap;

use crate::domain::folding::fold;
use crate::domain::place::{Address, Status};
use crate::domain::{LocalPlane, Location, Place, PlaceId};

/// A place as locations name it.
struct Named {
    id: PlaceId,
    name: String,
    /// Street and house number.
    address: Option<String>,
    at: Location,
}

/// The places of a city by what they are called.
pub struct Gazetteer {
    places: Vec<Named>,
    by_id: HashMap<PlaceId, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// By what the name begins with, before a bracket or a comma.
    by_short_name: HashMap<String, Vec<usize>>,
    by_address: HashMap<String, Vec<usize>>,
    city: String,
}

/// What a location means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This place.
    Place(PlaceId),
    /// One of several places.
    Several,
    /// No place that is known.
    Nothing,
}

/// A place whose coordinates lie farther than this from those of a calendar is another one (metres); positions are
/// estimates within 700 m.
const FAR_M: f64 = 1_500.0;

/// The most words an address has.
const MOST_WORDS: usize = 8;

impl Gazetteer {
    /// The places where something can be held, in the city of that name.
    #[must_use]
    pub fn new<'a>(places: impl IntoIterator<Item = &'a Place>, city: &str) -> Self {
        let mut own = Self {
            places: Vec::new(),
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            by_short_name: HashMap::new(),
            by_address: HashMap::new(),
            city: fold(city),
        };
        let in_use = places
            .into_iter()
            .filter(|own| own.lifecycle.status != Status::Closed);
        in_use.for_each(|place| own.add(place));
        own
    }

    fn add(&mut self, place: &Place) {
        let slot = self.places.len();
        let (name, address) = (
            fold(&place.name),
            place.facts.address.as_deref().and_then(street),
        );
        let short = fold(place.name.split(['(', ',']).next().unwrap_or_default());
        let put = |map: &mut HashMap<String, Vec<usize>>, key: &str| {
            if !key.is_empty() {
                map.entry(key.to_owned()).or_default().push(slot);
            }
        };
        put(&mut self.by_name, &name);
        put(&mut self.by_short_name, &short);
        put(&mut self.by_address, address.as_deref().unwrap_or_default());
        self.by_id.insert(place.id, slot);
        self.places.push(Named {
            id: place.id,
            name,
            address,
            at: place.shape.label(),
        });
    }

    /// Whether there is a place of this id.
    pub(super) fn has(&self, id: PlaceId) -> bool {
        self.by_id.contains_key(&id)
    }

    /// The place that `text` means, near `at` where the calendar says that too.
    pub(super) fn find(&self, text: &str, at: Option<Location>) -> Meant {
        let parts = text.split([',', '\n', ';', '(', ')', '|']);
        let parts: Vec<_> = parts.map(fold).collect();
        if parts.iter().any(|part| self.is_elsewhere(part)) {
            return Meant::Nothing;
        }
        let whole = vec![fold(text)];
        // The surest sign decides; a less sure one is only asked where there is none of the surer ones.
        let signs = [
            (&self.by_name, &whole),
            (&self.by_name, &parts),
            (&self.by_short_name, &whole),
            (&self.by_short_name, &parts),
            (&self.by_address, &runs_of_words(&whole[0])),
        ];
        for (map, keys) in signs {
            let slots = keys.iter().filter_map(|key| map.get(key)).flatten();
            let mut found: Vec<usize> = slots
                .copied()
                .filter(|slot| self.is_near(*slot, at))
                .collect();
            found.sort_unstable();
            found.dedup();
            match found.as_slice() {
                [] => {}
                [one] => return Meant::Place(self.places[*one].id),
                _ => return self.one_by_address(&whole[0], &found),
            }
        }
        Meant::Nothing
    }

    fn is_near(&self, slot: usize, at: Option<Location>) -> bool {
        at.is_none_or(|at| {
            let plane = LocalPlane::around(at);
            let own = plane.to_metres(self.places[slot].at);
            plane.to_metres(at).distance_to(own) <= FAR_M
        })
    }

    /// What of `text` is not the name or the address of the place: a room in it.
    pub(super) fn room(&self, text: &str, id: PlaceId) -> Option<String> {
        let place = &self.places[*self.by_id.get(&id)?];
        let is_known = |part: &str| {
            let part = fold(part);
            let is_postal = part.split_once(' ').is_some_and(|(code, town)| {
                code.bytes().all(|byte| byte.is_ascii_digit()) && has_words(town, &self.city)
            });
            let street = place.address.as_deref();
            part.is_empty()
                || part == self.city
                || is_postal
                || place.name.contains(&part)
                || street.is_some_and(|street| has_words(&part, street) || has_words(street, &part))
        };
        if fold(text) == place.name {
            return None;
        }
        let parts = text.split([',', '\n', ';']).map(str::trim);
        let rest: Vec<_> = parts.filter(|part| !is_known(part)).collect();
        (!rest.is_empty()).then(|| rest.join(", "))
    }

    /// Of several places the one whose address stands there too.
    fn one_by_address(&self, whole: &str, found: &[usize]) -> Meant {
        let by_address = found.iter().map(|slot| &self.places[*slot]).filter(|own| {
            let street = own.address.as_ref();
            street.is_some_and(|street| has_words(whole, street))
        });
        match by_address.collect::<Vec<_>>().as_slice() {
            [one] => Meant::Place(one.id),
            _ => Meant::Several,
        }
    }

    /// Whether a part of a location is a postcode with the name of another town.
    fn is_elsewhere(&self, part: &str) -> bool {
        let Some((postcode, town)) = part.split_once(' ') else {
            return false;
        };
        let is_postcode =
            matches!(postcode.len(), 4 | 5) && postcode.bytes().all(|byte| byte.is_ascii_digit());
        is_postcode && !has_words(town, &self.city)
    }
}

fn street(address: &Address) -> Option<String> {
    let (street, number) = (address.street.as_ref()?, address.housenumber.as_ref()?);
    Some(fold(&format!("{} {}", street.as_str(), number.as_str())))
}

/// Every run of words of a folded text that may be an address.
fn runs_of_words(text: &str) -> Vec<String> {
    let words: Vec<_> = text.split(' ').collect();
    let lengths = 2..=MOST_WORDS.min(words.len());
    let runs = lengths.flat_map(|length| words.windows(length));
    runs.map(|run| run.join(" ")).collect()
}

/// Whether `words` stand in `text`, whole and in this order.
fn has_words(text: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {text} ").contains(&format!(" {words} "))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::Shape;
    use crate::domain::place::{Lifecycle, Origin};

    fn place(number: u128, name: &str, street: Option<(&str, &str)>) -> Place {
        let mut place = Place {
            id: PlaceId(Uuid::from_u128(number)),
            name: name.parse().unwrap(),
            kind: "library".parse().unwrap(),
            lifecycle: Lifecycle::default(),
            shape: Shape::Point(Location::from_lon_lat(9.2, 48.9).unwrap()),
            opening_hours: None,
            last_verified_at: None,
            origin: Origin::Local,
            facts: Box::default(),
        };
        place.facts.address = street.map(|(street, number)| {
            Box::new(Address {
                street: street.parse().ok(),
                housenumber: number.parse().ok(),
                ..Address::default()
            })
        });
        place
    }

    fn gazetteer() -> Gazetteer {
        let mut closed = place(9, "Altes Haus", None);
        closed.lifecycle = Lifecycle::new(Status::Closed, None, None).unwrap();
        let places = [
            place(
                1,
                "Stadtteilzentrum Nord (Café Mia)",
                Some(("Hauptstraße", "3")),
            ),
            place(2, "Marktplatz", None),
            place(3, "Bücherei", Some(("Wilhelmstraße", "9/1"))),
            place(4, "Treff", Some(("Gasse", "1"))),
            place(5, "Treff", Some(("Gasse", "10"))),
            closed,
        ];
        Gazetteer::new(&places, "Musterstadt")
    }

    fn found(text: &str) -> u128 {
        match gazetteer().find(text, None) {
            Meant::Place(id) => id.0.as_u128(),
            Meant::Several => 1000,
            Meant::Nothing => 0,
        }
    }

    #[test]
    fn a_location_means_the_place_of_its_name_or_its_address() {
        for (text, number) in [
            ("Stadtteilzentrum Nord (Café Mia)", 1),
            ("STADTTEILZENTRUM NORD", 1),
            ("Marktplatz", 2),
            ("Marktplatz, 71638 Musterstadt", 2),
            ("Bücherei, Lesesaal", 3),
            ("Buecherei\nWilhelmstraße 9/1", 3),
            ("Wilhelmstrasse 9/1, Musterstadt", 3),
            ("Treff, Gasse 10", 5),
            ("Treff, Gasse 1", 4),
        ] {
            assert_eq!(found(text), number, "{text}");
        }
    }

    #[test]
    fn what_is_neither_name_nor_address_is_a_room() {
        let gazetteer = gazetteer();
        let room = |text: &str| gazetteer.room(text, PlaceId(Uuid::from_u128(3)));
        assert_eq!(room("Bücherei, Lesesaal").as_deref(), Some("Lesesaal"));
        assert_eq!(
            room("Bücherei, Saal 2, 1. Stock").as_deref(),
            Some("Saal 2, 1. Stock")
        );
        assert_eq!(room("Bücherei"), None);
        assert_eq!(room("Bücherei, Wilhelmstraße 9/1, 71638 Musterstadt"), None);
    }

    #[test]
    fn a_location_that_is_not_sure_means_no_place() {
        for (text, number) in [
            ("Treff", 1000),
            ("", 0),
            ("Rathaus", 0),
            ("Marktplatz, 70173 Stuttgart", 0),
            ("Wilhelmstraße 9", 0),
            ("Hauptstraße 31", 0),
            ("Neuer Marktplatz Süd", 0),
            ("Altes Haus", 0),
        ] {
            assert_eq!(found(text), number, "{text}");
        }
    }

    #[test]
    fn a_place_far_from_the_coordinates_is_another_one() {
        let at = |lat| Location::from_lon_lat(9.2, lat).ok();
        assert_eq!(
            gazetteer().find("Marktplatz", at(48.905)),
            Meant::Place(PlaceId(Uuid::from_u128(2)))
        );
        assert_eq!(gazetteer().find("Marktplatz", at(48.95)), Meant::Nothing);
    }
}
