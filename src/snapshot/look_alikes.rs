//! Where something is that a resident suggests, and what is known already that may be the same thing.

use crate::domain::choice::choice;
use crate::domain::place::Status;
use crate::domain::suggestion::{Doubt, Said, Suggestion};
use crate::domain::{District, KindId, LocalPlane, Location, folding};
use crate::gazetteer::{AskedNumber, Quality, SpotKind};
use crate::snapshot::{Located, PlaceFilter, Snapshot};

/// What lies this near may be the same thing, whatever it is called (metres).
const SAME_SPOT_M: f64 = 100.0;

/// What is called alike may be the same thing within so many metres.
const SAME_NAME_M: f64 = 300.0;

/// A house number with a place this near is that place's (metres).
const SAME_HOUSE_M: f64 = 25.0;

/// More than so many say nothing.
const MOST: usize = 12;

/// So many places around a spot are looked at.
const MOST_AROUND: usize = 500;

choice! {
    /// How the spot of a suggestion is known.
    SpotSource: "spot" {
        /// Somebody pointed at it on the map.
        Picked = "picked",
        /// It is the spot of the place that the suggestion is about.
        Place = "place",
        /// It was looked up by the address.
        Address = "address",
    }
}

/// Where something is, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SaidSpot {
    /// Where.
    pub location: Location,
    /// How that is known.
    pub source: SpotSource,
}

/// Something that may be the same.
#[derive(Clone, Copy, Debug)]
pub struct LookAlike<T> {
    /// What it is.
    pub found: T,
    /// How far it is from the suggested spot (metres); none where one of the two spots is not known.
    pub distance_m: Option<f64>,
    /// Whether it is called alike.
    pub is_called_alike: bool,
}

impl Snapshot {
    /// Where the thing is that was suggested: the spot that was picked, that of the place it is about, or that of its address.
    #[must_use]
    pub fn spot_of(&self, said: &Said) -> Option<SaidSpot> {
        let spot = |source| move |location| SaidSpot { location, source };
        let picked = said.location.map(spot(SpotSource::Picked));
        let of_place = || {
            let place = said.about.and_then(|id| self.place(id))?;
            Some(spot(SpotSource::Place)(place.place.shape.label()))
        };
        let of_address = || {
            let found = self.find_spots(said.address.as_deref()?, None, 1);
            let found = found.first().filter(|found| {
                let is_a_house = found.kind == SpotKind::House
                    && matches!(found.number, AskedNumber::Met | AskedNumber::Nearest(_));
                let is_surely = matches!(found.quality, Quality::Exact | Quality::Similar);
                is_surely && (is_a_house || found.kind == SpotKind::Place)
            });
            found.map(|found| spot(SpotSource::Address)(found.location))
        };
        picked.or_else(of_place).or_else(of_address)
    }

    /// The district that the thing lies in.
    #[must_use]
    pub fn district_of_said(&self, said: &Said) -> Option<&District> {
        self.district_at(self.spot_of(said)?.location)
    }

    /// What sort of thing it is: as said, or as the place that it is about.
    #[must_use]
    pub fn kind_of_said(&self, said: &Said) -> Option<KindId> {
        let place = || said.about.and_then(|id| self.place(id));
        said.kind.or_else(|| place().map(|own| own.place.kind))
    }

    /// Places that may be the one suggested, those called alike first, then the nearest. Closed ones count: somebody may have
    /// seen one open again.
    #[must_use]
    pub fn look_alikes(&self, said: &Said) -> Vec<LookAlike<&Located>> {
        let name = said.name.as_deref().map(folding::fold);
        let alike = |own: &Located| {
            let name = name.as_deref();
            name.is_some_and(|name| are_alike(name, own.folded_name()))
        };
        let everything = PlaceFilter::default();
        let mut found: Vec<_> = if let Some(spot) = self.spot_of(said) {
            let around = self.near(spot.location, &everything, SAME_NAME_M, MOST_AROUND);
            let around = around.into_iter().map(|near| LookAlike {
                found: near.located,
                distance_m: Some(near.distance_m),
                is_called_alike: alike(near.located),
            });
            around
                .filter(|own| own.is_called_alike || own.distance_m <= Some(SAME_SPOT_M))
                .collect()
        } else {
            let places = self.places();
            let same = places.filter(|own| Some(own.folded_name()) == name.as_deref());
            same.map(|found| LookAlike {
                found,
                distance_m: None,
                is_called_alike: true,
            })
            .collect()
        };
        found.retain(|own| Some(own.found.place.id) != said.about);
        // They are in the order of their distance; where that is not known, in that of their ids.
        found.sort_by_key(|own| !own.is_called_alike);
        found.truncate(MOST);
        found
    }

    /// Those of `others` that may mean the same thing as `own`: the same place, the same spot or the same name.
    #[must_use]
    pub fn suggestions_alike<'a>(
        &self,
        own: &Suggestion,
        others: &'a [Suggestion],
    ) -> Vec<LookAlike<&'a Suggestion>> {
        let spot = self.spot_of(&own.said).map(|spot| spot.location);
        let name = own.said.name.as_deref().map(folding::fold);
        let alike = |other: &'a Suggestion| {
            let said = &other.said;
            let other_name = said.name.as_deref().map(folding::fold);
            let names = name.as_deref().zip(other_name.as_deref());
            // Of hundreds of others none is looked up by its address.
            let place = said.about.and_then(|id| self.place(id));
            let other_spot = said
                .location
                .or_else(|| place.map(|own| own.place.shape.label()));
            let distance_m = spot.zip(other_spot).map(|(a, b)| {
                let ground = LocalPlane::around(a);
                ground.to_metres(a).distance_to(ground.to_metres(b))
            });
            let is_same = match distance_m {
                Some(metres) => {
                    let is_called_alike = names.is_some_and(|(a, b)| are_alike(a, b));
                    metres <= SAME_SPOT_M || (is_called_alike && metres <= SAME_NAME_M)
                }
                None => names.is_some_and(|(a, b)| a == b),
            };
            let is_about_the_same = said.about.is_some() && said.about == own.said.about;
            (other.id != own.id && (is_same || is_about_the_same)).then(|| LookAlike {
                found: other,
                distance_m,
                is_called_alike: names.is_some_and(|(a, b)| are_alike(a, b)),
            })
        };
        let mut found: Vec<_> = others.iter().filter_map(alike).collect();
        found.sort_by_key(|own| !own.is_called_alike);
        found.truncate(MOST);
        found
    }

    /// What is doubtful about a suggestion: its words, and a house number where no place is known.
    #[must_use]
    pub fn doubts_about(&self, said: &Said) -> Vec<Doubt> {
        let mut doubts = said.doubts();
        let has_number = said.about.is_none() && said.proposal().address.is_some();
        let known = PlaceFilter {
            status: Status::ALL
                .iter()
                .copied()
                .filter(|own| *own != Status::Closed)
                .collect(),
            ..PlaceFilter::default()
        };
        let has_place = |spot: SaidSpot| {
            let near = self.near(spot.location, &known, SAME_HOUSE_M, 1);
            !near.is_empty()
        };
        if has_number && !self.spot_of(said).is_some_and(has_place) {
            doubts.push(Doubt::HouseNumber);
        }
        doubts
    }
}

/// Whether two folded names are likely those of one thing: one has all words of the other, or few letters differ.
pub(super) fn are_alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let (mut few, mut many) = (words(a), words(b));
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    let closed_up = |text: &str| text.replace(' ', "");
    few.iter().all(|word| many.contains(word))
        || strsim::normalized_damerau_levenshtein(&closed_up(a), &closed_up(b)) >= ALIKE
}

/// The share of letters that stay the same between names that are alike.
const ALIKE: f64 = 0.8;
