//! Where a report is about: a square of the official grid, 500 m wide, or a zone that the city has drawn.

use std::fmt;
use std::str::FromStr;

use crate::domain::grid::{GridCell, lon_lat};
use crate::domain::{Invalid, Location};

/// How wide a square is, in metres.
pub const WIDTH_M: f64 = 500.0;

/// How many squares of 100 m a square of 500 m has on a side.
const HECTARES: u32 = 5;

/// What the names of squares begin with: the projection and the width.
const PREFIX: &str = "CRS3035RES500mN";

/// A square of the grid EPSG:3035 that is 500 m wide, named as statistics name it: `CRS3035RES500mN2857500E4261000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafetyCell {
    /// Northing of its lower edge in steps of 500 m.
    pub row: u32,
    /// Easting of its left edge in steps of 500 m.
    pub column: u32,
}

impl SafetyCell {
    /// The square that a square of 100 m lies in.
    #[must_use]
    pub const fn of(cell: GridCell) -> Self {
        Self {
            row: cell.row / HECTARES,
            column: cell.column / HECTARES,
        }
    }

    /// The squares of 100 m that it is made of.
    pub fn hectares(self) -> impl Iterator<Item = GridCell> {
        let span = |step: u32| {
            let first = step.saturating_mul(HECTARES);
            first..first.saturating_add(HECTARES)
        };
        span(self.row)
            .flat_map(move |row| span(self.column).map(move |column| GridCell { row, column }))
    }

    /// The square that a spot lies in; none where the grid does not reach.
    #[must_use]
    pub fn at(location: Location) -> Option<Self> {
        GridCell::at(location).map(Self::of)
    }

    /// Its south-west corner on the grid, in metres (x = east, y = north).
    #[must_use]
    pub fn corner_m(self) -> geo::Coord<f64> {
        geo::Coord {
            x: f64::from(self.column) * WIDTH_M,
            y: f64::from(self.row) * WIDTH_M,
        }
    }

    /// Its middle on the earth; none for a square that lies off it.
    #[must_use]
    pub fn middle(self) -> Option<Location> {
        let geo::Coord { x, y } = self.corner_m();
        let degrees = lon_lat(geo::Coord {
            x: x + WIDTH_M / 2.0,
            y: y + WIDTH_M / 2.0,
        })?;
        Location::from_lon_lat(degrees.x, degrees.y).ok()
    }

    /// The four squares that share an edge with it.
    pub fn neighbours(self) -> impl Iterator<Item = Self> {
        [(1, 0), (0, 1), (-1, 0), (0, -1)]
            .into_iter()
            .filter_map(move |(up, right)| {
                Some(Self {
                    row: self.row.checked_add_signed(up)?,
                    column: self.column.checked_add_signed(right)?,
                })
            })
    }

    /// Its corners on the earth: south-west, south-east, north-east, north-west; none off it.
    #[must_use]
    pub fn corners(self) -> Option<[Location; 4]> {
        let corner = |up, right| {
            let [south_west, ..] = self.hectare(up, right).corners()?;
            Some(south_west)
        };
        Some([
            corner(0, 0)?,
            corner(0, HECTARES)?,
            corner(HECTARES, HECTARES)?,
            corner(HECTARES, 0)?,
        ])
    }

    /// The square of 100 m so many steps north and east of its south-western one.
    const fn hectare(self, up: u32, right: u32) -> GridCell {
        GridCell {
            row: self.row.saturating_mul(HECTARES).saturating_add(up),
            column: self.column.saturating_mul(HECTARES).saturating_add(right),
        }
    }
}

impl fmt::Display for SafetyCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let metres = |step: u32| u64::from(step) * 500;
        write!(f, "{PREFIX}{}E{}", metres(self.row), metres(self.column))
    }
}

impl FromStr for SafetyCell {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let (north, east) = text.strip_prefix(PREFIX)?.split_once('E')?;
            let cell = Self {
                row: steps(north)?,
                column: steps(east)?,
            };
            // One square, one name: no leading noughts, no signs.
            (cell.to_string() == text).then_some(cell)
        };
        read().ok_or_else(|| {
            let rule =
                "must name a square of 500 m of EPSG:3035 such as CRS3035RES500mN2857500E4261000";
            Invalid::new("cell_500", rule)
        })
    }
}

fn steps(metres: &str) -> Option<u32> {
    let metres: u32 = metres.parse().ok()?;
    (metres.is_multiple_of(500) && metres < 10_000_000).then_some(metres / 500)
}

/// The short name of a zone in the city's own list, e.g. `bahnhof-west`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneId(String);

impl ZoneId {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ZoneId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let is_plain =
            |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            let rule = "must be 1 to 40 small letters, digits and hyphens";
            Err(Invalid::new("zone", rule))
        }
    }
}

/// Where a report is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// A square of 500 m.
    Cell(SafetyCell),
    /// A zone of the city.
    Zone(ZoneId),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_square_has_one_name(row in 0_u32..20_000, column in 0_u32..20_000) {
            let cell = SafetyCell { row, column };
            prop_assert_eq!(cell.to_string().parse(), Ok(cell));
            prop_assert!(cell.hectares().all(|own| SafetyCell::of(own) == cell));
            prop_assert_eq!(cell.hectares().count(), 25);
        }

        #[test]
        fn the_middle_of_a_square_lies_in_it(row in 4_000_u32..8_000, column in 6_000_u32..11_000) {
            let cell = SafetyCell { row, column };
            prop_assert_eq!(cell.middle().and_then(SafetyCell::at), Some(cell));
        }

        #[test]
        fn no_text_is_read_as_a_square_of_another_name(text in "CRS3035RES500mN[+0-9]{0,9}E[ 0-9]{0,9}") {
            if let Ok(cell) = text.parse::<SafetyCell>() {
                prop_assert_eq!(cell.to_string(), text);
            }
        }
    }

    #[test]
    fn a_point_is_no_area() {
        for text in [
            "",
            "9.19,48.89",
            "CRS3035RES100mN2857500E4261000",
            "CRS3035RES500mN2857501E4261000",
        ] {
            assert!(text.parse::<SafetyCell>().is_err(), "{text}");
        }
        assert!("48.89".parse::<ZoneId>().is_err());
    }
}
