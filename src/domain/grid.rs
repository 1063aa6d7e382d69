//! The official grid of Europe's statistics: squares of 100 m on an equal-area projection (EPSG:3035).

mod equal_area;
mod id;
mod window;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

pub use equal_area::{grid_metres, lon_lat};
pub use id::GridId;
pub use window::GridWindow;

use crate::domain::Location;

/// The width of a square in metres.
pub const CELL_M: f64 = 100.0;

/// How many squares of 100 m a kilometre has on a side.
const CELLS_PER_KILOMETRE: u32 = 10;

/// A square of the grid, 100 m wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GridCell {
    /// Northing of its lower edge in steps of 100 m.
    pub row: u32,
    /// Easting of its left edge in steps of 100 m.
    pub column: u32,
}

/// A square of the grid that is 1 km wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KilometreCell {
    /// Northing of its lower edge in kilometres.
    pub row: u32,
    /// Easting of its left edge in kilometres.
    pub column: u32,
}

impl GridCell {
    /// The square that `location` lies in; none where the grid does not reach, which is far from Europe.
    #[must_use]
    pub fn at(location: Location) -> Option<Self> {
        Self::at_metres(grid_metres(location.point().0))
    }

    /// The square that a point of the grid (x = east, y = north, in metres) lies in; a point on an edge belongs to the square
    /// north or east of it.
    #[must_use]
    pub fn at_metres(point: geo::Coord<f64>) -> Option<Self> {
        Some(Self {
            row: steps(point.y)?,
            column: steps(point.x)?,
        })
    }

    /// Its middle on the earth; none for a square that lies off it.
    #[must_use]
    pub fn middle(self) -> Option<Location> {
        let middle = |step: u32| (f64::from(step) + 0.5) * CELL_M;
        let geo::Coord { x, y } = lon_lat(geo::Coord {
            x: middle(self.column),
            y: middle(self.row),
        })?;
        Location::from_lon_lat(x, y).ok()
    }

    /// Its corners: south-west, south-east, north-east, north-west; none off the earth.
    #[must_use]
    pub fn corners(self) -> Option<[Location; 4]> {
        let rect = self.rect_m();
        let (low, high) = (rect.min(), rect.max());
        let corner = |x, y| {
            let geo::Coord { x, y } = lon_lat(geo::Coord { x, y })?;
            Location::from_lon_lat(x, y).ok()
        };
        Some([
            corner(low.x, low.y)?,
            corner(high.x, low.y)?,
            corner(high.x, high.y)?,
            corner(low.x, high.y)?,
        ])
    }

    /// Its ground on the grid, in metres.
    #[must_use]
    pub fn rect_m(self) -> geo::Rect<f64> {
        let corner = |row: u32, column: u32| geo::Coord {
            x: f64::from(column) * CELL_M,
            y: f64::from(row) * CELL_M,
        };
        geo::Rect::new(
            corner(self.row, self.column),
            corner(self.row.saturating_add(1), self.column.saturating_add(1)),
        )
    }

    /// The square of 1 km it is part of.
    #[must_use]
    pub fn kilometre(self) -> KilometreCell {
        KilometreCell {
            row: self.row / CELLS_PER_KILOMETRE,
            column: self.column / CELLS_PER_KILOMETRE,
        }
    }

    /// The eight squares around it.
    pub fn neighbours(self) -> impl Iterator<Item = Self> {
        let steps = (-1..=1).flat_map(|up| (-1..=1).map(move |right| (up, right)));
        let steps = steps.filter(|step| *step != (0, 0));
        steps.filter_map(move |(up, right)| {
            Some(Self {
                row: self.row.checked_add_signed(up)?,
                column: self.column.checked_add_signed(right)?,
            })
        })
    }
}

impl KilometreCell {
    /// The hundred squares it is made of, in order.
    pub fn cells(self) -> impl Iterator<Item = GridCell> {
        let span = |kilometre: u32| {
            let first = kilometre.saturating_mul(CELLS_PER_KILOMETRE);
            first..first.saturating_add(CELLS_PER_KILOMETRE)
        };
        span(self.row)
            .flat_map(move |row| span(self.column).map(move |column| GridCell { row, column }))
    }
}

/// The squares between two metres of one axis, edges included; none where the grid does not reach.
fn steps_between(low_m: f64, high_m: f64) -> Option<RangeInclusive<u32>> {
    Some(steps(low_m.max(0.0))?..=steps(high_m)?)
}

/// Whole steps of 100 m; none below the grid's origin or beyond anything on the earth.
fn steps(metres: f64) -> Option<u32> {
    /// No point of the projection lies farther from its origin: twice the earth's diameter.
    const MOST_M: f64 = 2.6e7;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be in range"
    )]
    (0.0..MOST_M)
        .contains(&metres)
        .then(|| (metres / CELL_M) as u32)
}

#[cfg(test)]
mod tests;
