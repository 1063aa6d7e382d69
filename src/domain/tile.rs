//! The squares a map is cut into: web Mercator, halved at each zoom, counted from the north-west corner.

use crate::domain::{Corner, Invalid};

/// The last zoom with tiles of its own; a map shown larger enlarges these.
pub const LAST_ZOOM: u8 = 14;

/// A tile that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TileId {
    z: u8,
    x: u32,
    y: u32,
}

impl TileId {
    /// The tile at zoom `z`, column `x`, row `y`.
    ///
    /// # Errors
    /// Names the number that lies beyond the last zoom, column or row.
    pub fn new(z: u8, x: u32, y: u32) -> Result<Self, Invalid> {
        if z > LAST_ZOOM {
            return Err(Invalid::new(
                "z",
                format!("must be from 0 to {LAST_ZOOM}, not {z}"),
            ));
        }
        let count = 1_u32 << z;
        for (field, number) in [("x", x), ("y", y)] {
            if number >= count {
                let last = count - 1;
                return Err(Invalid::new(
                    field,
                    format!("must be from 0 to {last} at zoom {z}, not {number}"),
                ));
            }
        }
        Ok(Self { z, x, y })
    }

    /// The zoom.
    #[must_use]
    pub const fn z(self) -> u8 {
        self.z
    }

    /// The column, from the west.
    #[must_use]
    pub const fn x(self) -> u32 {
        self.x
    }

    /// The row, from the north.
    #[must_use]
    pub const fn y(self) -> u32 {
        self.y
    }

    /// Whether the tile is shown larger at the zooms behind it, and so keeps every detail.
    #[must_use]
    pub const fn is_last(self) -> bool {
        self.z == LAST_ZOOM
    }

    /// Where a spot lies in the tile: 0 to 1 from west to east and from north to south, more outside of it.
    #[must_use]
    pub fn within(self, spot: WorldSpot) -> (f64, f64) {
        let count = f64::from(1_u32 << self.z);
        let share = |at: u32| f64::from(at) / WORLD * count;
        (
            share(spot.x) - f64::from(self.x),
            share(spot.y) - f64::from(self.y),
        )
    }

    /// The tile with a share of its side more on every side, on the world's square: west, north, east, south.
    #[must_use]
    pub fn around(self, share: f64) -> [f64; 4] {
        let side = WORLD / f64::from(1_u32 << self.z);
        let (x, y) = (f64::from(self.x), f64::from(self.y));
        [x - share, y - share, x + 1.0 + share, y + 1.0 + share].map(|at| at * side)
    }
}

/// The side of the world's square in its own steps of about 9 mm at the equator.
pub const WORLD: f64 = 4_294_967_296.0;

/// A spot on the world's square (EPSG:3857), counted in steps from its north-west corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldSpot {
    /// From west to east.
    pub x: u32,
    /// From north to south.
    pub y: u32,
}

impl From<Corner> for WorldSpot {
    fn from(corner: Corner) -> Self {
        // Beyond 85.05° the square ends; nobody lives there.
        let lat = (f64::from(corner.lat) / 1e6)
            .clamp(-85.051_128, 85.051_128)
            .to_radians();
        let x = f64::from(corner.lon) / 360e6 + 0.5;
        let y = 0.5 - lat.tan().asinh() / std::f64::consts::TAU;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast to whole numbers stays within their range"
        )]
        let steps = |share: f64| (share * WORLD).round() as u32;
        Self {
            x: steps(x),
            y: steps(y),
        }
    }
}

impl From<WorldSpot> for geo::Coord<f64> {
    fn from(spot: WorldSpot) -> Self {
        Self {
            x: spot.x.into(),
            y: spot.y.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_beyond_the_last_is_refused_by_the_number_that_is_wrong() {
        let wrong = |z, x, y| TileId::new(z, x, y).unwrap_err().field.to_string();
        assert_eq!(wrong(15, 0, 0), "z");
        assert_eq!(wrong(1, 2, 0), "x");
        assert_eq!(wrong(1, 0, 2), "y");
        assert!(TileId::new(14, 16_383, 16_383).is_ok());
    }

    #[test]
    fn the_middle_of_the_world_is_the_corner_of_four_tiles() {
        let tile = TileId::new(1, 1, 1).unwrap();
        assert_eq!(tile.within(Corner::default().into()), (0.0, 0.0));
        // The Brandenburg Gate, by the formulas of the OSM wiki ("Slippy map tilenames").
        let (x, y) = TileId::new(14, 8_800, 5_373)
            .unwrap()
            .within(WorldSpot::from(Corner {
                lon: 13_377_700,
                lat: 52_516_270,
            }));
        assert!(
            (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y),
            "{x} {y}"
        );
    }
}
