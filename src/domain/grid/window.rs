//! A part of the grid around a city.

use std::ops::RangeInclusive;

use super::{CELLS_PER_KILOMETRE, GridCell, KilometreCell, grid_metres, steps_between};
use crate::domain::Bbox;

/// A rectangle of whole square kilometres: a square of 1 km is in it with all its squares of 100 m or with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridWindow {
    rows: RangeInclusive<u32>,
    columns: RangeInclusive<u32>,
}

/// A side of a box is bent on the grid: so many points of it are looked at.
const POINTS_PER_SIDE: u32 = 32;

impl GridWindow {
    /// The window around `bbox` and everything within `margin_m` metres of it; none where the grid does not reach.
    #[must_use]
    pub fn around(bbox: Bbox, margin_m: f64) -> Option<Self> {
        let [west, south, east, north] = bbox.to_array();
        let along = (0..=POINTS_PER_SIDE).map(|step| f64::from(step) / f64::from(POINTS_PER_SIDE));
        let points = along.flat_map(|share| {
            let (lon, lat) = (
                west + share * (east - west),
                south + share * (north - south),
            );
            [(lon, south), (lon, north), (west, lat), (east, lat)]
        });
        let points: geo::MultiPoint<f64> = points
            .map(|(x, y)| geo::Point::from(grid_metres(geo::Coord { x, y })))
            .collect();
        let rect = geo::BoundingRect::bounding_rect(&points)?;
        Some(Self {
            rows: kilometres(rect.min().y - margin_m, rect.max().y + margin_m)?,
            columns: kilometres(rect.min().x - margin_m, rect.max().x + margin_m)?,
        })
    }

    /// Its squares of 100 m.
    pub fn cells(&self) -> impl Iterator<Item = GridCell> {
        let kilometres = self.rows.clone().flat_map(|row| {
            let columns = self.columns.clone();
            columns.map(move |column| KilometreCell { row, column })
        });
        kilometres.flat_map(KilometreCell::cells)
    }

    /// Whether the square of 100 m lies in it.
    #[must_use]
    pub fn has(&self, cell: GridCell) -> bool {
        self.has_kilometre(cell.kilometre())
    }

    /// Whether the square of 1 km lies in it.
    #[must_use]
    pub fn has_kilometre(&self, cell: KilometreCell) -> bool {
        self.rows.contains(&cell.row) && self.columns.contains(&cell.column)
    }
}

fn kilometres(low_m: f64, high_m: f64) -> Option<RangeInclusive<u32>> {
    let steps = steps_between(low_m, high_m)?;
    Some(steps.start() / CELLS_PER_KILOMETRE..=steps.end() / CELLS_PER_KILOMETRE)
}
