//! Where one gets from the walk network into a place.

use std::collections::BTreeSet;

use geo::{CoordsIter, Densify, Euclidean, MultiLineString};

use crate::domain::{Location, Shape};
use crate::walk::network::Network;
use crate::walk::search::Costs;
use crate::walk::snap::Spot;

/// A place has no more ways in than this.
const MOST_DOORS: usize = 48;

/// Edges of an area closer to each other than this are one way in (metres).
const DOOR_SPACING_M: f64 = 40.0;

impl Network {
    /// Where one gets from the network into a place.
    #[must_use]
    pub fn doors_of(&self, shape: &Shape) -> Vec<Spot> {
        let mut entered = BTreeSet::new();
        let spots = self.ways_in(shape).into_iter();
        let spots = spots.filter_map(|location| self.snap(location, Costs::DISTANCE));
        let apart = spots.filter(|spot| {
            // Corners that come onto a way at about the same spot are one door.
            let along = (spot.along_m() / DOOR_SPACING_M).round().to_bits();
            entered.insert((spot.edge(), along))
        });
        apart.collect()
    }

    /// A point is entered where it is; ground is entered from all around.
    #[must_use]
    pub fn ways_in(&self, shape: &Shape) -> Vec<Location> {
        let plane = &self.plane;
        let edges = match shape {
            Shape::Point(location) => return vec![*location],
            Shape::Line(line) => plane.project_all(line),
            Shape::Area(area) => {
                let rings = area.iter().map(|polygon| polygon.exterior().clone());
                plane.project_all(&MultiLineString::new(rings.collect()))
            }
        };
        // A long side is entered along its whole length, a crooked one no oftener than a straight one.
        let line = Euclidean.densify(&edges, DOOR_SPACING_M);
        let mut last: Option<geo::Coord<f64>> = None;
        let mut spaced: Vec<Location> = Vec::new();
        for at in line.coords_iter() {
            let is_apart =
                last.is_none_or(|last| (at - last).x.hypot((at - last).y) >= DOOR_SPACING_M * 0.75);
            let degrees = plane.unproject(at);
            if is_apart && let Ok(location) = Location::from_lon_lat(degrees.x, degrees.y) {
                last = Some(at);
                spaced.push(location);
            }
        }
        let step = spaced.len().div_ceil(MOST_DOORS).max(1);
        spaced.into_iter().step_by(step).collect()
    }
}
