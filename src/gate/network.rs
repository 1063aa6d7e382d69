//! The network an address belongs to, as a number that leads back to nobody.

use std::fmt;
use std::hash::Hasher;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::{Duration, Instant};

use ipnet::IpNet;
use siphasher::sip::SipHasher24;
use uuid::Uuid;

/// The other end of a connection. Printing it shows nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Peer(IpAddr);

impl Peer {
    /// The other end of a connection from `ip`; IPv4 written as IPv6 is IPv4.
    #[must_use]
    pub fn new(ip: IpAddr) -> Self {
        Self(ip.to_canonical())
    }

    /// Its address, for what must be decided at the door.
    #[must_use]
    pub fn ip(self) -> IpAddr {
        self.0
    }

    /// Whether it is this machine or one on the same private network.
    pub(super) fn is_nearby(self) -> bool {
        match self.0 {
            IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
            IpAddr::V6(ip) => {
                ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local()
            }
        }
    }
}

impl fmt::Debug for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Peer")
    }
}

/// What a key makes of a network: the same all day for the same network, and nothing that leads back to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(u64);

impl Network {
    /// The number.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Network")
    }
}

/// How long a key is used.
const DAY: Duration = Duration::from_hours(24);

/// The key of the day. It is random, kept in memory alone and thrown away after a day: then nobody, the city included, can
/// tell any more whether two of its numbers were the same network.
pub struct DailyKey {
    key: [u8; 16],
    since: Instant,
}

impl DailyKey {
    /// A new key.
    #[must_use]
    pub fn new(now: Instant) -> Self {
        Self {
            // A random UUID: 122 bits from the operating system.
            key: Uuid::new_v4().into_bytes(),
            since: now,
        }
    }

    /// Takes a new key when the day of this one is over, and says so.
    pub fn turn(&mut self, now: Instant) -> bool {
        let is_over = now.saturating_duration_since(self.since) >= DAY;
        if is_over {
            *self = Self::new(now);
        }
        is_over
    }

    /// The network of an address: its first 24 bits in IPv4, its first 48 in IPv6. These are the smallest networks that
    /// the Internet routes: nobody has many of them cheaply. Both hold some 256 households, which an allowance must serve.
    #[must_use]
    pub fn network(&self, ip: IpAddr) -> Network {
        let mut hasher = SipHasher24::new_with_key(&self.key);
        match ip.to_canonical() {
            IpAddr::V4(ip) => hasher.write(&(ip & Ipv4Addr::new(255, 255, 255, 0)).octets()),
            IpAddr::V6(ip) => {
                let first = Ipv6Addr::new(0xffff, 0xffff, 0xffff, 0, 0, 0, 0, 0);
                hasher.write(&(ip & first).octets());
            }
        }
        Network(hasher.finish())
    }

    /// The number of a network that the city registered as shared, however wide it is.
    #[must_use]
    pub fn shared(&self, net: IpNet) -> Network {
        self.of_bytes(b"shared", net.to_string().as_bytes())
    }

    /// The number of somebody of the city who enters reports for others.
    #[must_use]
    pub fn entering(&self, account: Uuid) -> Network {
        self.of_bytes(b"account", account.as_bytes())
    }

    /// What is counted like a network and is none: what it is makes its number another.
    fn of_bytes(&self, what: &[u8], bytes: &[u8]) -> Network {
        let mut hasher = SipHasher24::new_with_key(&self.key);
        hasher.write(what);
        hasher.write(bytes);
        Network(hasher.finish())
    }
}

impl fmt::Debug for DailyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DailyKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn neighbours_are_one_network_and_others_are_not() {
        let key = DailyKey::new(Instant::now());
        let is_one = |a: &str, b: &str| key.network(ip(a)) == key.network(ip(b));
        assert!(is_one("192.0.2.1", "192.0.2.254"));
        assert!(is_one("192.0.2.1", "::ffff:192.0.2.7"));
        assert!(is_one("2001:db8:1::1", "2001:db8:1:ffff::2"));
        assert!(!is_one("192.0.2.1", "192.0.3.1"));
        assert!(!is_one("2001:db8:1::1", "2001:db8:2::1"));
        assert!(!is_one("192.0.2.0", "2001:db8::"));
    }

    #[test]
    fn a_shared_network_is_none_of_those_in_it_and_accounts_are_told_apart() {
        let key = DailyKey::new(Instant::now());
        let shared = |text: &str| key.shared(text.parse().unwrap());
        assert_eq!(shared("192.0.2.0/24"), shared("192.0.2.0/24"));
        assert_ne!(shared("192.0.2.0/24"), shared("192.0.2.0/25"));
        assert_ne!(shared("192.0.2.0/24"), key.network(ip("192.0.2.1")));
        let account = |number| key.entering(Uuid::from_u128(number));
        assert_eq!(account(1), account(1));
        assert_ne!(account(1), account(2));
    }

    #[test]
    fn the_next_day_a_network_has_another_number() {
        let now = Instant::now();
        let mut key = DailyKey::new(now);
        let before = key.network(ip("192.0.2.1"));
        assert!(!key.turn(now + Duration::from_hours(23)));
        assert_eq!(key.network(ip("192.0.2.1")), before);
        assert!(key.turn(now + DAY));
        assert_ne!(key.network(ip("192.0.2.1")), before);
        assert!(!key.turn(now + DAY));
    }

    #[test]
    fn nothing_of_an_address_is_ever_printed() {
        let key = DailyKey::new(Instant::now());
        let own = ip("192.0.2.1");
        let printed = format!("{:?} {:?} {:?}", Peer::new(own), key.network(own), key);
        assert_eq!(printed, "Peer Network DailyKey");
    }
}
