//! Where one gets from the walk network into the places of a snapshot.

use std::collections::BTreeSet;

use crate::snapshot::places::PlaceTable;
use crate::walk::{Network, Spot};

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
                let spots = network.doors_of(&place.shape).into_iter();
                doors.extend(spots.map(|spot| Door {
                    edge: spot.edge(),
                    slot,
                    spot,
                }));
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

    /// The spots where one gets into each place, by slot.
    pub(super) fn by_slot(&self) -> Vec<Vec<Spot>> {
        let mut spots = vec![Vec::new(); self.has_door.len()];
        for door in &self.doors {
            spots[door.slot as usize].push(door.spot);
        }
        spots
    }
}
