//! What people call a spot: streets with their houses, districts, settlements, places. Typo-tolerant and fast.
//!
//! Names are kept as keys ([`crate::domain::address::key`]) in one ordered map. A question is cut into every run of
//! its words that could be a name; what is left over has to be a house number, a postcode or a part of town.
//! What is found is ranked: as written, begun, with typos; nearer first where somebody says where they are.

mod amendment;
mod asked;
mod context;
mod keys;
mod leftover;
mod number;
mod search;
mod typos;

use std::collections::BTreeMap;

use crate::domain::address::{House, Street};
use crate::domain::choice::choice;
use crate::domain::{Corner, Location, PlaceId};

use context::{ContextId, Contexts};
use keys::{Keys, KeysBuilder};
use number::Number;

pub use amendment::{Amended, Amendment};
pub use asked::Asked;
pub use search::{Around, search};

choice! {
    /// What sort of spot was found.
    SpotKind: "kind" {
        /// A part of the city.
        District = "district",
        /// A town, a village, a postcode.
        Settlement = "settlement",
        /// A neighbourhood.
        Quarter = "quarter",
        /// A street or a square.
        Street = "street",
        /// A house number.
        House = "house",
        /// A place to meet.
        Place = "place",
    }
}

choice! {
    /// How well a spot fits the question, the best first.
    Quality: "quality" {
        /// Everything asked for is in it as written.
        Exact = "exact",
        /// It begins with what was asked for.
        Begun = "begun",
        /// It is written a little differently.
        Similar = "similar",
        /// A part of what was asked for is not in it.
        Partial = "partial",
    }
}

/// What became of the house number in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedNumber {
    /// None was asked for, or the very one was found.
    Met,
    /// The number asked for is not known; the spot is the nearest one that is.
    Nearest(Box<str>),
    /// The spot's number goes on where the one asked for ends, for somebody who is still typing.
    Begun,
    /// No number of the street is known; the spot is the street.
    NoneKnown(Box<str>),
}

/// A spot that fits a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its name, with the house number.
    pub name: String,
    /// What it is.
    pub kind: SpotKind,
    /// How well it fits.
    pub quality: Quality,
    /// What became of the house number.
    pub number: AskedNumber,
    /// Its postcode, if there is one for all of it.
    pub postcode: Option<Box<str>>,
    /// Its town, if that is known.
    pub town: Option<Box<str>>,
    /// Its part of town, if that is known.
    pub suburb: Option<Box<str>>,
    /// Where it is.
    pub location: Location,
    /// The place it is, if it is one.
    pub place: Option<PlaceId>,
}

/// A spot on its way into a gazetteer.
#[derive(Clone)]
pub struct NewSpot {
    /// Its name.
    pub name: Box<str>,
    /// Other names it is found by.
    pub also: Vec<Box<str>>,
    /// What it is.
    pub kind: SpotKind,
    /// Where it is; none where only single houses are known.
    pub corner: Option<Corner>,
    /// Its town.
    pub town: Option<Box<str>>,
    /// Its part of town.
    pub suburb: Option<Box<str>>,
    /// Its houses.
    pub houses: Vec<House>,
    /// The place it is.
    pub place: Option<PlaceId>,
}

impl NewSpot {
    /// A spot with a name and nothing more.
    #[must_use]
    pub fn named(name: &str, kind: SpotKind, corner: Corner) -> Self {
        Self {
            name: name.into(),
            also: Vec::new(),
            kind,
            corner: Some(corner),
            town: None,
            suburb: None,
            houses: Vec::new(),
            place: None,
        }
    }
}

impl From<&Street> for NewSpot {
    fn from(street: &Street) -> Self {
        let kind = if street.is_settlement {
            SpotKind::Settlement
        } else {
            SpotKind::Street
        };
        Self {
            town: street.town.clone(),
            suburb: street.suburb.clone(),
            houses: street.houses.clone(),
            ..Self::named(&street.name, kind, street.spot)
        }
    }
}

/// A named spot.
struct Spot {
    name: Box<str>,
    kind: SpotKind,
    corner: Option<Corner>,
    context: ContextId,
    /// Its houses in the list of all, ascending by number.
    houses: std::ops::Range<u32>,
    place: Option<PlaceId>,
}

/// A numbered house of a spot.
struct Numbered {
    number: Number,
    label: Box<str>,
    postcode: Option<u16>,
    corner: Corner,
}

/// Names and where they are; built once, then only asked.
#[derive(Default)]
pub struct Gazetteer {
    keys: Keys,
    spots: Vec<Spot>,
    houses: Vec<Numbered>,
    contexts: Contexts,
    /// How many spots have houses of each postcode.
    postcode_spots: Vec<u32>,
}

impl Gazetteer {
    /// Puts spots in order.
    #[must_use]
    pub fn build(spots: impl IntoIterator<Item = NewSpot>) -> Self {
        let mut gazetteer = Self::default();
        let mut keys = KeysBuilder::default();
        for spot in spots {
            let Ok(position) = u32::try_from(gazetteer.spots.len()) else {
                break;
            };
            for name in std::iter::once(&spot.name).chain(&spot.also) {
                keys.add(name, position);
            }
            gazetteer.put(spot);
        }
        gazetteer.keys = keys.build();
        gazetteer.spots.shrink_to_fit();
        gazetteer.houses.shrink_to_fit();
        gazetteer
    }

    fn put(&mut self, spot: NewSpot) {
        let mut postcodes: BTreeMap<Box<str>, usize> = BTreeMap::new();
        for code in spot
            .houses
            .iter()
            .filter_map(|house| house.postcode.clone())
        {
            *postcodes.entry(code).or_default() += 1;
        }
        let postcodes: Vec<u16> = postcodes
            .into_keys()
            .filter_map(|code| self.contexts.postcode(&code))
            .collect();
        for code in postcodes.iter().map(|code| usize::from(*code)) {
            let count = self.postcode_spots.len().max(code + 1);
            self.postcode_spots.resize(count, 0);
            self.postcode_spots[code] += 1;
        }
        let begin = self.houses.len();
        for house in spot.houses {
            let postcode = house
                .postcode
                .and_then(|code| self.contexts.postcode(&code));
            self.houses.push(Numbered {
                number: Number::read(&house.number),
                label: house.number,
                postcode,
                corner: house.corner,
            });
        }
        self.houses[begin..].sort_by(|a, b| a.number.cmp(&b.number));
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        self.spots.push(Spot {
            name: spot.name,
            kind: spot.kind,
            corner: spot.corner,
            context: self.contexts.id(spot.town, spot.suburb, postcodes),
            houses: count(begin)..count(self.houses.len()),
            place: spot.place,
        });
    }

    fn houses_of(&self, spot: &Spot) -> &[Numbered] {
        &self.houses[spot.houses.start as usize..spot.houses.end as usize]
    }

    /// The first house of the first spot that has any, such as `Marktplatz 1`.
    #[must_use]
    pub fn example_address(&self) -> Option<String> {
        let spot = self.spots.iter().find(|spot| !spot.houses.is_empty())?;
        let house = self.houses_of(spot).first()?;
        Some(format!("{} {}", spot.name, house.label))
    }

    /// Every named street, settlement and the like that has a spot of its own: name, what it is, and where.
    pub fn named(&self) -> impl Iterator<Item = (&str, SpotKind, Location)> {
        self.spots.iter().filter_map(|own| {
            let location = own.corner?.location()?;
            Some((&*own.name, own.kind, location))
        })
    }

    /// How many named spots and how many house numbers there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.spots.len(), self.houses.len())
    }

    /// The memory it takes in bytes, about: what it owns on the heap, without the allocator's own share.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let spots = self
            .spots
            .iter()
            .map(|spot| size_of::<Spot>() + spot.name.len());
        let houses = self
            .houses
            .iter()
            .map(|own| size_of::<Numbered>() + own.label.len() + own.number.bytes());
        self.keys.bytes() + spots.sum::<usize>() + houses.sum::<usize>() + self.contexts.bytes()
    }
}

#[cfg(test)]
mod tests;
