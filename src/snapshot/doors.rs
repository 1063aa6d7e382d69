//! Where one gets from the walk network into a place.

use std::collections::BTreeSet;

use geo::{CoordsIter, Densify, Euclidean, MultiLineString};

use crate::domain::{Location, Shape};
use crate::snapshot::places::PlaceTable;
use crate::walk::{Costs, Network, Spot};

/// A place has no more ways in than this.
const MOST_DOORS: usize = 48;

/// Edges of an area closer to each other than this are one way in (metres).
const DOOR_SPACING_M: f64 = 40.0;

/// A way from the network into a place.
#[derive(Clone)]
pub(super) struct Door {
    edge: u32,
    pub(super) slot: u32,
    pub(super) spot: Spot,
}

/// Where the places of a snapshot lie on the walk network.
pub(super) struct Doors {
    /// By edge.
    doors: Vec<Door>,
    /// Whether the place at a slot can be reached from the network at all.
    pub(super) has_door: Vec<bool>,
}

impl Doors {
    /// Snaps the ways into every place onto the network.
    pub(super) fn build(network: &Network, places: &PlaceTable) -> Self {
        let none = Self {
            doors: Vec::new(),
            has_door: Vec::new(),
        };
        none.after(network, places, &places.slots().collect())
    }

    /// The doors when the places at some slots are new, lie elsewhere, or are gone.
    pub(super) fn after(
        &self,
        network: &Network,
        places: &PlaceTable,
        moved: &BTreeSet<u32>,
    ) -> Self {
        let is_left = |door: &&Door| !moved.contains(&door.slot);
        let mut doors: Vec<Door> = self.doors.iter().filter(is_left).cloned().collect();
        let mut has_door = self.has_door.clone();
        has_door.resize(places.slot_count() as usize, false);
        for &slot in moved {
            let begin = doors.len();
            let place = &places.at(slot).place;
            if places.slot_of(place.id) == Some(slot) {
                doors.extend(doors_of(slot, &place.shape, network));
            }
            has_door[slot as usize] = doors.len() > begin;
        }
        doors.sort_by_key(|door| door.edge);
        Self { doors, has_door }
    }

    /// The doors on an edge.
    pub(super) fn on_edge(&self, edge: u32) -> &[Door] {
        let begin = self.doors.partition_point(|door| door.edge < edge);
        let count = self.doors[begin..].partition_point(|door| door.edge == edge);
        &self.doors[begin..begin + count]
    }
}

/// Where one gets from the network into the place at `slot`.
fn doors_of(slot: u32, shape: &Shape, network: &Network) -> impl Iterator<Item = Door> {
    let mut entered = BTreeSet::new();
    let spots = ways_in(shape, network).into_iter();
    let spots = spots.filter_map(|location| network.snap(location, Costs::DISTANCE));
    let apart = spots.filter(move |spot| {
        // Corners that come onto a way at about the same spot are one door.
        let along = (spot.along_m() / DOOR_SPACING_M).round().to_bits();
        entered.insert((spot.edge(), along))
    });
    apart.map(move |spot| Door {
        edge: spot.edge(),
        slot,
        spot,
    })
}

/// A point is entered where it is; ground is entered from all around.
pub(super) fn ways_in(shape: &Shape, network: &Network) -> Vec<Location> {
    let plane = network.plane();
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
