//! The squares one may report on, as people find them again: a mark on the map, and what lies in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::grid::grid_metres;
use crate::domain::place::Status;
use crate::domain::report::SafetyCell;
use crate::domain::{Class, DistrictId, Location};
use crate::gazetteer::{Gazetteer, SpotKind};
use crate::snapshot::frame::Frame;
use crate::snapshot::{Located, MapLayers, PlaceFilter, Snapshot};

/// So many names say where a square is; more are not read.
const MOST_NAMES: usize = 3;

/// Farther away nothing says where a square is, in metres.
const FARTHEST_M: f64 = 5_000.0;

/// A square, as people find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square<'a> {
    /// Its name in statistics, which is what is sent.
    pub cell: SafetyCell,
    /// The district most of it lies in.
    pub district: &'a DistrictId,
    /// Its column and row among all squares, e.g. `C7`: letters from the west, numbers from the north.
    pub mark: String,
    /// What is known to be there.
    pub landmark: Landmark<'a>,
}

/// What says where a square is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landmark<'a> {
    /// Places and streets in it, those nearest to its middle first.
    Within(Vec<&'a str>),
    /// The nearest place outside of it.
    Beside {
        /// What it is called.
        name: &'a str,
        /// Where the square lies, seen from there.
        towards: Compass,
        /// How far its middle is, in hundreds of metres.
        hectometres: u32,
    },
    /// Nothing near is known.
    Nothing,
}

/// One of eight directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compass {
    /// North.
    N,
    /// North-east.
    Ne,
    /// East.
    E,
    /// South-east.
    Se,
    /// South.
    S,
    /// South-west.
    Sw,
    /// West.
    W,
    /// North-west.
    Nw,
}

impl Compass {
    /// Every direction, from north on with the sun.
    pub const ALL: [Self; 8] = [
        Self::N,
        Self::Ne,
        Self::E,
        Self::Se,
        Self::S,
        Self::Sw,
        Self::W,
        Self::Nw,
    ];

    /// Its name in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::N => "n",
            Self::Ne => "ne",
            Self::E => "e",
            Self::Se => "se",
            Self::S => "s",
            Self::Sw => "sw",
            Self::W => "w",
            Self::Nw => "nw",
        }
    }

    /// The direction of a step so far to the east and the north.
    #[must_use]
    pub fn of(east: f64, north: f64) -> Self {
        let degrees = east.atan2(north).to_degrees().rem_euclid(360.0);
        // Each direction ends half an eighth behind itself.
        let ends = (0..8_u8).map(|eighth| f64::from(eighth).mul_add(45.0, 22.5));
        let found = ends.zip(Self::ALL).find(|(end, _)| degrees < *end);
        found.map_or(Self::N, |(_, own)| own)
    }
}

/// What squares are named after besides streets: squares, parks, playgrounds.
const LANDMARKS: Class = Class::Outdoor;

impl Snapshot {
    /// Every square one may report on, row by row from the north-west.
    #[must_use]
    pub fn safety_squares(&self) -> Vec<Square<'_>> {
        let ground = self.safety_ground();
        let (Some(north), Some(west)) = (
            ground.cells().map(|(cell, _)| cell.row).max(),
            ground.cells().map(|(cell, _)| cell.column).min(),
        ) else {
            return Vec::new();
        };
        let places = self.places_by_square();
        let squares = ground.cells().map(|(cell, district)| Square {
            cell,
            district,
            mark: format!("{}{}", letters(cell.column - west), north - cell.row + 1),
            landmark: self.landmark(cell, places.get(&cell).map_or(&[], Vec::as_slice)),
        });
        let mut squares: Vec<_> = squares.collect();
        squares.sort_by_key(|own| (std::cmp::Reverse(own.cell.row), own.cell.column));
        squares
    }

    /// The names of places in each square that are in use, the nearest to its middle first.
    fn places_by_square(&self) -> BTreeMap<SafetyCell, Vec<&str>> {
        let quiet: BTreeSet<SafetyCell> = self.settings().safety.quiet().collect();
        let landmarks = self.places().filter(|own| is_landmark(own));
        let spots = landmarks.map(|own| (own.place.name.as_str(), own.place.shape.label()));
        let mut named = by_square(spots);
        named.retain(|cell, _| !quiet.contains(cell));
        named
    }

    fn landmark<'a>(&'a self, cell: SafetyCell, places: &[&'a str]) -> Landmark<'a> {
        let streets = self.frame.streets_in(cell).iter().map(AsRef::as_ref);
        let mut names: Vec<&str> = places.to_vec();
        for street in streets {
            if !names.contains(&street) {
                names.push(street);
            }
        }
        names.truncate(MOST_NAMES);
        if names.is_empty() {
            self.beside(cell).unwrap_or(Landmark::Nothing)
        } else {
            Landmark::Within(names)
        }
    }

    fn beside(&self, cell: SafetyCell) -> Option<Landmark<'_>> {
        let middle = cell.middle()?;
        let filter = PlaceFilter {
            status: vec![Status::Active],
            class: Some(LANDMARKS),
            ..PlaceFilter::default()
        };
        let near = self.near(middle, &filter, FARTHEST_M, 1).pop()?;
        let (from, to) = (metres(near.located.place.shape.label()), metres(middle));
        let (east, north) = (to.x - from.x, to.y - from.y);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a distance within a city"
        )]
        let hectometres = (east.hypot(north) / 100.0).round().max(1.0) as u32;
        Some(Landmark::Beside {
            name: near.located.place.name.as_str(),
            towards: Compass::of(east, north),
            hectometres,
        })
    }
}

impl Frame {
    /// The streets of a square, the nearest to its middle first.
    fn streets_in(&self, cell: SafetyCell) -> &[Box<str>] {
        let all = self.streets_by_square.get_or_init(|| {
            let gazetteer = self.map.as_deref().map(MapLayers::gazetteer);
            let named = gazetteer.into_iter().flat_map(Gazetteer::named);
            let streets = named.filter(|(_, kind, _)| *kind == SpotKind::Street);
            let streets = by_square(streets.map(|(name, _, at)| (name, at)));
            let owned = |names: Vec<&str>| names.into_iter().map(Into::into).collect();
            streets
                .into_iter()
                .map(|(cell, names)| (cell, owned(names)))
                .collect()
        });
        all.get(&cell).map_or(&[], Vec::as_slice)
    }
}

/// Whether a square may be named after a place: it is in use, and everybody goes there. A square that is named after a youth
/// centre or a house of prayer points at those who go there (R10, R14).
fn is_landmark(own: &Located) -> bool {
    let is_in_use = own.place.lifecycle.status == Status::Active;
    is_in_use && own.place.kind.kind().cls == LANDMARKS
}

/// Names by the square they lie in, each once, the nearest to its middle first and no more than are read.
fn by_square<'a>(
    spots: impl Iterator<Item = (&'a str, Location)>,
) -> BTreeMap<SafetyCell, Vec<&'a str>> {
    let mut all: BTreeMap<SafetyCell, Vec<(f64, &str)>> = BTreeMap::new();
    for (name, location) in spots {
        if let Some(cell) = SafetyCell::at(location) {
            let distance = from_middle(cell, location);
            all.entry(cell).or_default().push((distance, name));
        }
    }
    let ordered = |mut spots: Vec<(f64, &'a str)>| {
        spots.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(other.1)));
        let mut names: Vec<&str> = Vec::new();
        for (_, name) in spots {
            if names.len() < MOST_NAMES && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    all.into_iter()
        .map(|(cell, spots)| (cell, ordered(spots)))
        .collect()
}

fn metres(location: Location) -> geo::Coord<f64> {
    grid_metres(location.point().0)
}

fn from_middle(cell: SafetyCell, location: Location) -> f64 {
    use crate::domain::report::area::WIDTH_M;
    let (corner, spot) = (cell.corner_m(), metres(location));
    (spot.x - corner.x - WIDTH_M / 2.0).hypot(spot.y - corner.y - WIDTH_M / 2.0)
}

/// A column as letters: A to Z, then AA.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        let letter = u8::try_from(column % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_on_after_z() {
        let named = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters);
        assert_eq!(named, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_direction_is_the_nearest_of_eight() {
        for (east, north, towards) in [
            (0.0, 1.0, Compass::N),
            (1.0, 1.0, Compass::Ne),
            (1.0, 0.1, Compass::E),
            (0.0, -1.0, Compass::S),
            (-1.0, -1.0, Compass::Sw),
            (-0.1, 1.0, Compass::N),
            (-1.0, 1.0, Compass::Nw),
        ] {
            assert_eq!(Compass::of(east, north), towards, "{east} {north}");
        }
    }
}
