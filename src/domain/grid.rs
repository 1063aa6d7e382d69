//! The official grid of Europe's statistics: squares of 100 m on an equal-area projection (EPSG:3035).

use serde::{Deserialize, Serialize};

/// A square of the grid, 100 m wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GridCell {
    /// Northing of its lower edge in steps of 100 m.
    pub row: u32,
    /// Easting of its left edge in steps of 100 m.
    pub column: u32,
}

impl GridCell {
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
