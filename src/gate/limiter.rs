//! How much one network may ask for, counted in memory.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::network::{DailyKey, Network};
use crate::domain::allowance::{Allowance, Rate};
use crate::domain::shared_network::SharedNetwork;

/// What is counted by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A request like most.
    Read,
    /// One whose answer takes milliseconds.
    Costly,
    /// A resident's word on a place.
    Suggestion,
    /// A report of how safe somebody feels.
    Report,
    /// A report that somebody of the city enters for somebody else; counted by account.
    Entry,
    /// A try to log in.
    LogIn,
}

/// How much of each class one network may do; what is none is not limited.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Of [`Class::Read`].
    pub reads: Option<Rate>,
    /// Of [`Class::Costly`].
    pub costly: Option<Rate>,
    /// Of [`Class::Suggestion`].
    pub suggestions: Option<Rate>,
    /// Of [`Class::Report`].
    pub reports: Option<Rate>,
    /// Of [`Class::Entry`].
    pub entries: Option<Rate>,
    /// Of [`Class::LogIn`].
    pub log_ins: Option<Rate>,
}

impl Rates {
    /// A city's office has hundreds of people behind one address, a mobile network thousands: so many readers, each with a
    /// page and its map every few seconds, are still served. What a program asks for without end is not.
    pub const DEFAULT: Self = Self {
        reads: Some(Rate::a_minute(18_000)),
        costly: Some(Rate::a_minute(3_000)),
        suggestions: Some(Rate::an_hour(20)),
        reports: Some(Rate::under_one_key(5)),
        // A stack of sheets from an event, and far from enough to drown what people say themselves.
        entries: Some(Rate::under_one_key(200)),
        log_ins: Some(Rate::an_hour(240)),
    };

    fn of(&self, class: Class) -> Option<Rate> {
        match class {
            Class::Read => self.reads,
            Class::Costly => self.costly,
            Class::Suggestion => self.suggestions,
            Class::Report => self.reports,
            Class::Entry => self.entries,
            Class::LogIn => self.log_ins,
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// So many allowances are counted at most: seven eighths of 65,536, so that the table takes 3.2 MB and never more.
const MOST_COUNTED: usize = 57_344;

/// What each network has left.
#[derive(Debug)]
pub struct Limiter {
    rates: Rates,
    /// The clock of allowances: no clock of the wall, which may be set or stopped.
    began: Instant,
    counted: Mutex<Counted>,
}

#[derive(Debug)]
struct Counted {
    key: DailyKey,
    left: HashMap<(Network, Class), Allowance>,
    /// What shared networks have left of their reports: as many as a city registered, and never forgotten before the day ends.
    shared: HashMap<Network, Allowance>,
}

/// A shared network as today's number, with what may come from it in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    network: Network,
    per_day: u32,
}

impl Limiter {
    /// Allows every network so much.
    #[must_use]
    pub fn new(rates: Rates) -> Self {
        let began = Instant::now();
        let counted = Counted {
            key: DailyKey::new(began),
            left: HashMap::new(),
            shared: HashMap::new(),
        };
        Self {
            rates,
            began,
            counted: Mutex::new(counted),
        }
    }

    /// What every network is allowed.
    #[must_use]
    pub const fn rates(&self) -> &Rates {
        &self.rates
    }

    /// Today's number of an address's network.
    pub fn network(&self, ip: IpAddr) -> Network {
        let mut counted = self.counted();
        if counted.key.turn(Instant::now()) {
            // Yesterday's numbers mean nothing any more.
            counted.left.clear();
            counted.shared.clear();
        }
        counted.key.network(ip)
    }

    /// The narrowest of the networks that a city registered as shared in which an address lies.
    pub fn shared(&self, ip: IpAddr, registered: &[SharedNetwork]) -> Option<Shared> {
        let ip = ip.to_canonical();
        let around = registered.iter().filter(|own| own.net.contains(&ip));
        let own = around.max_by_key(|own| own.net.prefix_len())?;
        Some(Shared {
            network: self.counted().key.shared(own.net),
            per_day: own.per_day,
        })
    }

    /// Takes one of the reports that may come from a shared network today.
    ///
    /// # Errors
    /// How long to wait.
    pub fn take_shared(&self, own: Shared) -> Result<(), TimeDelta> {
        if self.rates.reports.is_none() {
            return Ok(());
        }
        let (rate, now) = (Rate::under_one_key(own.per_day), self.now());
        let mut counted = self.counted();
        let left = counted.shared.entry(own.network);
        left.or_insert_with(|| Allowance::full(rate, now))
            .take(rate, now)
    }

    /// Takes one of the reports that an account may enter today.
    ///
    /// # Errors
    /// How long to wait.
    pub fn take_entry(&self, account: Uuid) -> Result<(), TimeDelta> {
        let number = self.counted().key.entering(account);
        self.take(number, Class::Entry)
    }

    /// Takes one of what a network may do.
    ///
    /// # Errors
    /// How long to wait for the next one.
    pub fn take(&self, network: Network, class: Class) -> Result<(), TimeDelta> {
        self.take_at(network, class, self.now())
    }

    fn now(&self) -> DateTime<Utc> {
        let since = TimeDelta::from_std(self.began.elapsed()).unwrap_or(TimeDelta::MAX);
        DateTime::UNIX_EPOCH + since
    }

    fn take_at(&self, network: Network, class: Class, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        let Some(rate) = self.rates.of(class) else {
            return Ok(());
        };
        let mut counted = self.counted();
        if counted.left.len() >= MOST_COUNTED && !counted.left.contains_key(&(network, class)) {
            self.make_room(&mut counted.left, now);
        }
        let left = counted.left.entry((network, class));
        left.or_insert_with(|| Allowance::full(rate, now))
            .take(rate, now)
    }

    /// Forgets those who have asked for nothing for a while. Where most still ask, so many networks ask at once that
    /// counting each of them helps no more: then all begin anew, since nobody must be shut out by the others.
    fn make_room(&self, left: &mut HashMap<(Network, Class), Allowance>, now: DateTime<Utc>) {
        left.retain(|(_, class), own| {
            self.rates
                .of(*class)
                .is_some_and(|rate| !own.is_full(rate, now))
        });
        if left.len() > MOST_COUNTED / 2 {
            tracing::warn!("more networks ask at once than can be counted");
            left.clear();
        }
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        // Counting goes on where a panic left it.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn few() -> Limiter {
        Limiter::new(Rates {
            reads: Some(Rate::a_minute(3)),
            costly: Some(Rate::a_minute(1)),
            suggestions: None,
            ..Rates::DEFAULT
        })
    }

    fn network(limiter: &Limiter, number: u32) -> Network {
        limiter.network(Ipv4Addr::from_bits(number << 8).into())
    }

    #[test]
    fn a_network_uses_up_its_own_allowance_and_nobody_elses() {
        let limiter = few();
        let (own, other) = (network(&limiter, 1), network(&limiter, 2));
        for _ in 0..3 {
            assert_eq!(limiter.take_at(own, Class::Read, at(0)), Ok(()));
        }
        let wait = TimeDelta::seconds(20);
        assert_eq!(limiter.take_at(own, Class::Read, at(0)), Err(wait));
        assert_eq!(limiter.take_at(other, Class::Read, at(0)), Ok(()));
        assert_eq!(limiter.take_at(own, Class::Costly, at(0)), Ok(()));
        assert_eq!(limiter.take_at(own, Class::Read, at(20)), Ok(()));
    }

    #[test]
    fn from_a_shared_network_more_reports_come_and_no_more_than_registered() {
        let limiter = Limiter::new(Rates::DEFAULT);
        let registered = [("10.1.0.0/16", 60), ("10.1.2.0/24", 7)].map(|(net, per_day)| {
            let net = net.parse().unwrap();
            SharedNetwork { net, per_day }
        });
        let taken = |ip: &str, tries: u32| {
            let own = limiter.shared(ip.parse().unwrap(), &registered).unwrap();
            (0..tries)
                .filter(|_| limiter.take_shared(own).is_ok())
                .count()
        };
        assert_eq!(taken("10.1.2.9", 20), 7);
        // All of it together, and apart from the narrower one within it.
        assert_eq!(taken("10.1.3.1", 50), 50);
        assert_eq!(taken("::ffff:10.1.250.1", 50), 10);
        assert!(
            limiter
                .shared("10.2.0.1".parse().unwrap(), &registered)
                .is_none()
        );
    }

    #[test]
    fn an_account_enters_so_many_reports_a_day_wherever_it_sits() {
        let limiter = Limiter::new(Rates::DEFAULT);
        let taken = |number| {
            let entered = (0..300).filter(|_| limiter.take_entry(Uuid::from_u128(number)).is_ok());
            entered.count()
        };
        assert_eq!((taken(1), taken(2), taken(1)), (200, 200, 0));
    }

    #[test]
    fn what_has_no_rate_is_not_limited() {
        let limiter = few();
        let own = network(&limiter, 1);
        for _ in 0..10_000 {
            assert_eq!(limiter.take_at(own, Class::Suggestion, at(0)), Ok(()));
        }
    }

    #[test]
    fn a_hundred_thousand_networks_take_no_more_memory_than_said_and_shut_nobody_out() {
        let limiter = few();
        for number in 0..100_000 {
            let own = network(&limiter, number);
            assert_eq!(limiter.take_at(own, Class::Read, at(0)), Ok(()), "{number}");
        }
        let counted = limiter.counted();
        assert!(counted.left.len() <= MOST_COUNTED);
        // The table has a byte more for each of its slots, and an eighth of them are free.
        let slot = size_of::<((Network, Class), Allowance)>() + 1;
        let bytes = counted.left.capacity() / 7 * 8 * slot;
        assert!(bytes <= 3_300_000, "{bytes}");
    }

    #[test]
    fn room_is_made_by_forgetting_who_has_asked_for_nothing_for_a_while() {
        let limiter = few();
        let busy = network(&limiter, u32::MAX >> 8);
        let most = u32::try_from(MOST_COUNTED).unwrap();
        for number in 0..most - 1 {
            limiter
                .take_at(network(&limiter, number), Class::Read, at(0))
                .unwrap();
        }
        for _ in 0..3 {
            limiter.take_at(busy, Class::Read, at(100)).unwrap();
        }
        // One more than the table holds: the busy network is still known to have used up its share.
        limiter
            .take_at(network(&limiter, most), Class::Read, at(100))
            .unwrap();
        assert!(limiter.take_at(busy, Class::Read, at(100)).is_err());
        assert_eq!(limiter.counted().left.len(), 2);
    }
}
