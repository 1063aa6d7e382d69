//! How many connections each network has.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::gate::{DailyKey, Network, Peer, Proxies};

/// Everybody who is connected, by network.
pub(super) struct Crowd {
    most: usize,
    proxies: Proxies,
    counted: Mutex<Counted>,
}

struct Counted {
    key: DailyKey,
    by_network: HashMap<Network, usize>,
}

/// A connection that counts until this is dropped.
pub(super) struct Seat(Option<(Arc<Crowd>, Network)>);

impl Crowd {
    /// Lets each network have so many connections, and proxies as many as there are: everybody comes through them.
    pub(super) fn new(most: usize, proxies: Proxies) -> Arc<Self> {
        let counted = Counted {
            key: DailyKey::new(Instant::now()),
            by_network: HashMap::new(),
        };
        Arc::new(Self {
            most,
            proxies,
            counted: Mutex::new(counted),
        })
    }

    /// Room for one more; none when the network of `peer` has its share.
    pub(super) fn seat(self: &Arc<Self>, peer: Peer) -> Option<Seat> {
        if self.proxies.trust(peer.ip()) {
            return Some(Seat(None));
        }
        let mut counted = self.counted();
        // Who came yesterday leaves by yesterday's number.
        counted.key.turn(Instant::now());
        let network = counted.key.network(peer.ip());
        let own = counted.by_network.entry(network).or_default();
        if *own >= self.most {
            return None;
        }
        *own += 1;
        Some(Seat(Some((Arc::clone(self), network))))
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        // Counting goes on where a panic left it.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some((crowd, network)) = &self.0 else {
            return;
        };
        let mut counted = crowd.counted();
        if let Some(own) = counted.by_network.get_mut(network) {
            *own -= 1;
            if *own == 0 {
                counted.by_network.remove(network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::Proxy;

    fn peer(text: &str) -> Peer {
        Peer::new(text.parse().unwrap())
    }

    #[test]
    fn a_network_has_its_share_and_gets_it_back() {
        let crowd = Crowd::new(2, Proxies::NONE);
        let seats = [crowd.seat(peer("192.0.2.1")), crowd.seat(peer("192.0.2.2"))];
        assert!(seats.iter().all(Option::is_some));
        assert!(crowd.seat(peer("192.0.2.3")).is_none());
        assert!(crowd.seat(peer("198.51.100.1")).is_some());
        drop(seats);
        assert!(crowd.seat(peer("192.0.2.3")).is_some());
        assert!(crowd.counted().by_network.is_empty());
    }

    #[test]
    fn everybody_comes_through_a_proxy() {
        let proxies = ["192.0.2.0/24".parse::<Proxy>().unwrap()];
        let crowd = Crowd::new(0, proxies.into_iter().collect());
        assert!(crowd.seat(peer("192.0.2.1")).is_some());
        assert!(crowd.seat(peer("198.51.100.1")).is_none());
    }
}
