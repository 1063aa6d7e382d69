//! Room in memory for answers that are not sent yet. A client that asks and does not read holds its answer; so much of it
//! is lent to one network, and so much to all.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;

use super::network::Network;

/// So many bytes of answers one network holds at most: hundreds of pages at the same moment.
const MOST_OF_ONE: usize = 64 << 20;

/// So many bytes all hold together at most.
const MOST_OF_ALL: usize = 512 << 20;

/// What an answer takes beside its own bytes while it is compressed.
const BESIDE: usize = 256 << 10;

/// The answers that are held.
#[derive(Debug, Default)]
pub struct Holdings(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    all: usize,
    by_network: HashMap<Network, usize>,
}

/// Why an answer is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// Its network holds too much already.
    OfOne,
    /// All together hold too much.
    OfAll,
}

/// Room that is lent, given back when this is dropped.
#[derive(Debug)]
pub struct Hold {
    of: Arc<Holdings>,
    network: Network,
    bytes: usize,
}

impl Holdings {
    /// Room for an answer. Whoever holds nothing yet may hold one of any size.
    ///
    /// # Errors
    /// When there is none.
    pub fn lend(self: &Arc<Self>, network: Network, bytes: usize) -> Result<Hold, NoRoom> {
        let bytes = bytes.saturating_add(BESIDE);
        let mut held = self.held();
        let own = held.by_network.get(&network).copied().unwrap_or(0);
        if own > 0 && own.saturating_add(bytes) > MOST_OF_ONE {
            return Err(NoRoom::OfOne);
        }
        if held.all > 0 && held.all.saturating_add(bytes) > MOST_OF_ALL {
            return Err(NoRoom::OfAll);
        }
        held.all += bytes;
        held.by_network.insert(network, own + bytes);
        Ok(Hold {
            of: Arc::clone(self),
            network,
            bytes,
        })
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        // Counting goes on where a panic left it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hold {
    /// The bytes again; the room is given back when the last of them is sent.
    #[must_use]
    pub fn of(self, bytes: Bytes) -> Bytes {
        Bytes::from_owner(Lent { bytes, _hold: self })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut held = self.of.held();
        held.all -= self.bytes;
        let own = held.by_network.get(&self.network).copied().unwrap_or(0);
        match own - self.bytes {
            0 => drop(held.by_network.remove(&self.network)),
            left => drop(held.by_network.insert(self.network, left)),
        }
    }
}

/// Bytes and the room they take.
struct Lent {
    bytes: Bytes,
    _hold: Hold,
}

impl AsRef<[u8]> for Lent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::DailyKey;
    use std::time::Instant;

    fn networks() -> impl Iterator<Item = Network> {
        let key = DailyKey::new(Instant::now());
        (0..).map(move |number: u32| key.network(std::net::Ipv4Addr::from_bits(number << 8).into()))
    }

    #[test]
    fn a_network_holds_no_more_than_its_share_and_gets_it_back() {
        let holdings = Arc::new(Holdings::default());
        let mut networks = networks();
        let (own, other) = (networks.next().unwrap(), networks.next().unwrap());
        let lent: Vec<_> = std::iter::from_fn(|| holdings.lend(own, 1 << 20).ok()).collect();
        assert_eq!(lent.len(), MOST_OF_ONE / ((1 << 20) + BESIDE));
        assert_eq!(holdings.lend(own, 1 << 20).unwrap_err(), NoRoom::OfOne);
        assert!(holdings.lend(other, 1 << 20).is_ok());
        drop(lent);
        assert!(holdings.lend(own, MOST_OF_ALL).is_ok(), "one of any size");
        let held = holdings.held();
        assert_eq!((held.all, held.by_network.len()), (0, 0));
    }

    #[test]
    fn all_together_hold_no_more_than_there_is() {
        let holdings = Arc::new(Holdings::default());
        let big = MOST_OF_ONE - BESIDE;
        let lent: Vec<_> = networks()
            .map_while(|own| holdings.lend(own, big).ok())
            .collect();
        assert_eq!(lent.len(), MOST_OF_ALL / MOST_OF_ONE);
        let next = networks().nth(lent.len()).unwrap();
        assert_eq!(holdings.lend(next, big).unwrap_err(), NoRoom::OfAll);
    }

    #[test]
    fn the_room_is_given_back_with_the_last_byte() {
        let holdings = Arc::new(Holdings::default());
        let hold = holdings.lend(networks().next().unwrap(), 3).unwrap();
        let mut bytes = hold.of(Bytes::from_static(b"abc"));
        let sent = bytes.split_to(1);
        drop(sent);
        assert_eq!(holdings.held().all, 3 + BESIDE);
        drop(bytes);
        assert_eq!(holdings.held().all, 0);
    }
}
