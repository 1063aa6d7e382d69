//! Tiles made once per imported map and kept while there is room.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use crate::domain::tile::TileId;

/// Tiles of a city of 200,000 people take some 20 MB at all zooms together; a larger map is made anew beyond this.
const ROOM_BYTES: usize = 96 << 20;

/// What even an empty tile takes.
const ENTRY_BYTES: usize = 128;

/// A compressed tile; no bytes where nothing is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackedTile {
    /// The bytes.
    pub bytes: Arc<[u8]>,
    /// A number that tells them from others: worked out once, asked for with every answer.
    pub mark: u64,
}

impl From<Vec<u8>> for PackedTile {
    fn from(bytes: Vec<u8>) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self {
            mark: hasher.finish(),
            bytes: bytes.into(),
        }
    }
}

/// A tile that is made by whoever asks first; the others wait for it.
type Slot = Arc<OnceLock<PackedTile>>;

/// The tiles of one map.
#[derive(Default)]
pub struct TileShelf {
    slots: RwLock<HashMap<TileId, Slot>>,
    used_bytes: AtomicUsize,
}

impl TileShelf {
    /// The tile, if somebody asked for it before.
    #[must_use]
    pub fn known(&self, id: TileId) -> Option<PackedTile> {
        let slots = self.slots.read().unwrap_or_else(PoisonError::into_inner);
        slots.get(&id)?.get().cloned()
    }

    /// The tile that `make` makes, or made before.
    pub fn tile(&self, id: TileId, make: impl FnOnce() -> PackedTile) -> PackedTile {
        if self.used_bytes.load(Ordering::Relaxed) >= ROOM_BYTES {
            return self.known(id).unwrap_or_else(make);
        }
        let slot = {
            let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(slots.entry(id).or_default())
        };
        let tile = slot.get_or_init(|| {
            let tile = make();
            self.used_bytes
                .fetch_add(tile.bytes.len() + ENTRY_BYTES, Ordering::Relaxed);
            tile
        });
        tile.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(number: u32) -> TileId {
        TileId::new(14, number, 0).unwrap()
    }

    #[test]
    fn a_tile_is_made_once() {
        let shelf = TileShelf::default();
        assert!(shelf.known(tile(1)).is_none());
        let first = shelf.tile(tile(1), || vec![1].into());
        let second = shelf.tile(tile(1), || unreachable!("the tile is known"));
        assert_eq!(first, second);
        assert_eq!(shelf.known(tile(1)), Some(first));
    }

    #[test]
    fn a_full_shelf_makes_tiles_anew_and_keeps_none() {
        let shelf = TileShelf::default();
        shelf.tile(tile(1), || vec![0; ROOM_BYTES].into());
        shelf.tile(tile(2), || vec![2].into());
        assert!(shelf.known(tile(2)).is_none());
        assert!(shelf.known(tile(1)).is_some());
    }
}
