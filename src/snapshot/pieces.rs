//! A list in pieces: a copy of it shares every piece until one of the two changes something there.

use std::ops::Index;
use std::sync::Arc;

/// Entries in a piece. A million entries are 4,000 pieces to count a copy of; a change copies one piece.
const PIECE: usize = 256;

/// A list of at most as many entries as 32 bits can number.
pub(super) struct Pieces<T> {
    /// All full but the last.
    pieces: Vec<Arc<[T]>>,
    len: u32,
}

impl<T> Clone for Pieces<T> {
    fn clone(&self) -> Self {
        Self {
            pieces: self.pieces.clone(),
            len: self.len,
        }
    }
}

impl<T> FromIterator<T> for Pieces<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let mut list = Self {
            pieces: Vec::new(),
            len: 0,
        };
        list.fill(entries.into_iter());
        list
    }
}

impl<T> Pieces<T> {
    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// Adds further pieces; the last one there must be full.
    fn fill(&mut self, mut entries: impl Iterator<Item = T>) {
        loop {
            let piece: Arc<[T]> = entries.by_ref().take(PIECE).collect();
            if piece.is_empty() {
                return;
            }
            self.len += u32::try_from(piece.len()).expect("a piece is short");
            self.pieces.push(piece);
        }
    }
}

impl<T: Clone> Pieces<T> {
    /// The entry at `slot`, to be changed: here, and in no other copy.
    pub(super) fn entry_mut(&mut self, slot: u32) -> &mut T {
        let slot = slot as usize;
        &mut Arc::make_mut(&mut self.pieces[slot / PIECE])[slot % PIECE]
    }

    /// Adds entries at the end.
    pub(super) fn extend(&mut self, entries: impl IntoIterator<Item = T>) {
        let is_full = |piece: &Arc<[T]>| piece.len() == PIECE;
        let last = self.pieces.pop_if(|piece| !is_full(piece));
        let begun = last.as_deref().unwrap_or_default();
        self.len -= u32::try_from(begun.len()).expect("a piece is short");
        self.fill(begun.iter().cloned().chain(entries));
    }
}

impl<T> Index<u32> for Pieces<T> {
    type Output = T;

    fn index(&self, slot: u32) -> &T {
        let slot = slot as usize;
        &self.pieces[slot / PIECE][slot % PIECE]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_changes_leaves_the_list_it_came_from_as_it_was() {
        for count in [0, 1, 255, 256, 257, 1000] {
            let list: Pieces<u32> = (0..count).collect();
            assert_eq!(list.len(), count);
            let mut copy = list.clone();
            copy.extend(count..count + 300);
            copy.extend([]);
            for slot in [0, count + 1, count + 299] {
                *copy.entry_mut(slot) += 10_000;
            }
            assert!((0..count).all(|slot| list[slot] == slot));
            let changed = |slot| {
                if [0, count + 1, count + 299].contains(&slot) {
                    slot + 10_000
                } else {
                    slot
                }
            };
            assert_eq!(copy.len(), count + 300);
            assert!((0..count + 300).all(|slot| copy[slot] == changed(slot)));
        }
    }
}
