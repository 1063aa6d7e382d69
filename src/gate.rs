//! Who asks, as far as the server may know it, and how much of it one network may ask for.
//!
//! No address is kept, logged or handed on: behind this room a client is a number that a key makes of its network, and
//! the key is thrown away every day.

mod body;
mod forwarded;
mod headers;
mod held;
mod limiter;
mod network;
mod turn;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use chrono::TimeDelta;

use crate::domain::shared_network::SharedNetwork;
use crate::domain::staff::AccountId;

pub use body::{Ended, FILE_BYTES, Fate, SMALL_BYTES, most_bytes, watched};
pub use forwarded::{Forwarded, Proxies, Proxy};
pub use headers::{BARE_HEADERS, KEPT_TO_TLS, never_kept};
pub use held::{Hold, Holdings, NoRoom};
pub use limiter::{Class, Limiter, Rates, Shared};
pub use network::{DailyKey, Network, Peer};
pub use turn::{in_long_turn, in_turn};

/// Why a request is not let pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Its network has used up its allowance, or waits for too many answers.
    TooMany,
    /// All together wait for too many answers.
    Busy,
    /// Its body is longer than this path takes.
    TooLarge {
        /// What it takes, in bytes.
        most_bytes: usize,
    },
    /// Its body came too slowly.
    TooSlow,
}

/// What stands before every request.
#[derive(Debug)]
pub struct Gate {
    proxies: Proxies,
    limiter: Limiter,
    holdings: Arc<Holdings>,
    /// How long a body may take before it has to come at a least rate.
    pub patience: Duration,
    has_warned: AtomicBool,
}

impl Default for Gate {
    fn default() -> Self {
        Self::new(Proxies::default(), Rates::default())
    }
}

impl Gate {
    /// Believes `proxies` what they say of their clients, and allows each network so much.
    #[must_use]
    pub fn new(proxies: Proxies, rates: Rates) -> Self {
        Self {
            proxies,
            limiter: Limiter::new(rates),
            holdings: Arc::default(),
            patience: Duration::from_secs(10),
            has_warned: AtomicBool::new(false),
        }
    }

    /// Who asks, and what its proxy says about how it asked. The headers that say so are taken out of the request: what
    /// is not believed here must not be believed further in. More reports may come from networks that the city `registered`
    /// as shared.
    pub fn meet(
        self: &Arc<Self>,
        peer: Option<Peer>,
        headers: &mut HeaderMap,
        registered: &[SharedNetwork],
    ) -> (Client, Forwarded) {
        let asked = peer.map(|peer| self.proxies.asked(peer.ip(), headers));
        let was_named = forwarded::take_out(headers);
        if let Some(peer) = peer.filter(|peer| was_named && !self.proxies.trust(peer.ip())) {
            self.warn_of_a_proxy(peer);
        }
        let network = asked.as_ref().map(|(ip, _)| self.limiter.network(*ip));
        let shared = asked.as_ref();
        let shared = shared.and_then(|(ip, _)| self.limiter.shared(*ip, registered));
        let client = Client {
            network,
            shared,
            gate: Arc::clone(self),
        };
        (client, asked.map(|(_, said)| said).unwrap_or_default())
    }

    /// Behind a proxy that is not named all visitors are one network: whoever runs the server should know.
    fn warn_of_a_proxy(&self, peer: Peer) {
        // Anyone on the Internet may send such a header; only a machine nearby is likely to be a proxy.
        if peer.is_nearby() && !self.has_warned.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "a proxy that is not trusted adds X-Forwarded-For or Forwarded: name it with --trusted-proxy, or \
                 everybody behind it shares the allowance of one network"
            );
        }
    }

    /// How many reports of how safe somebody feels one network may send a day; none for no limit.
    #[must_use]
    pub fn reports_a_day(&self) -> Option<u32> {
        self.limiter.rates().reports.map(|own| own.times)
    }

    /// Room in memory for the answers that wait to be sent.
    #[must_use]
    pub fn holdings(&self) -> &Arc<Holdings> {
        &self.holdings
    }
}

/// Whoever sent a request. A handler takes it as an argument.
#[derive(Clone, Debug)]
pub struct Client {
    /// None where no connection is known: in tests that ask a router without one.
    network: Option<Network>,
    /// The shared network it asks from.
    shared: Option<Shared>,
    gate: Arc<Gate>,
}

impl Client {
    /// Takes one of what its network may do of a class. One that is not known is not limited.
    ///
    /// # Errors
    /// How long to wait, when its network has used up its allowance.
    pub fn take(&self, class: Class) -> Result<(), TimeDelta> {
        let limiter = &self.gate.limiter;
        if let (Class::Report, Some(shared)) = (class, self.shared) {
            return limiter.take_shared(shared);
        }
        self.network.map_or(Ok(()), |own| limiter.take(own, class))
    }

    /// Takes one of the reports that an account of the city may enter for others today, from wherever it does.
    ///
    /// # Errors
    /// How long to wait.
    pub fn take_entry(&self, account: AccountId) -> Result<(), TimeDelta> {
        self.gate.limiter.take_entry(account.0)
    }

    /// Its network, as today's number for it.
    #[must_use]
    pub fn network(&self) -> Option<Network> {
        self.network
    }

    /// Whoever sent the request of which these are the parts; none in a router without a gate.
    #[must_use]
    pub fn of(parts: &Parts) -> Option<&Self> {
        parts.extensions.get()
    }

    /// What stands before every request.
    #[must_use]
    pub fn gate(&self) -> &Arc<Gate> {
        &self.gate
    }
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let known = Self::of(parts).cloned();
        // Only a router that has no gate has none: it must not be served.
        known.ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
