//! Which addresses belong to the whole world: not those of this machine, of a house, or of nobody.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// First address and length of prefixes that are not public (IANA's registry of special addresses, RFC 6890).
const SPECIAL_V4: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Multicast, and what is kept for later up to the broadcast address.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The same within `2000::/3`, outside which no address is public.
const SPECIAL_V6: [(Ipv6Addr, u32); 4] = [
    // Protocol assignments; Teredo is among them.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    // 6to4: an IPv4 address in disguise.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether everybody in the world may reach it.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => inner(address).map_or_else(|| is_public_v6(address), is_public_v4),
    }
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let is_global = starts_with(address, Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
    let mut special = SPECIAL_V6.into_iter();
    is_global && !special.any(|(prefix, bits)| starts_with(address, prefix, bits))
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let mut special = SPECIAL_V4.into_iter();
    !special.any(|(prefix, bits)| (address.to_bits() ^ prefix.to_bits()) >> (32 - bits) == 0)
}

fn starts_with(address: Ipv6Addr, prefix: Ipv6Addr, bits: u32) -> bool {
    (address.to_bits() ^ prefix.to_bits()) >> (128 - bits) == 0
}

/// The IPv4 address that connecting to this one leads to: mapped (RFC 4291), or through a translator (RFC 6052).
fn inner(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let translated = Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0);
    if starts_with(address, translated, 96) {
        let [.., a, b, c, d] = address.octets();
        return Some(Ipv4Addr::new(a, b, c, d));
    }
    address.to_ipv4_mapped()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_a_house_is_public_in_whatever_notation() {
        for private in [
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.8",
            "198.19.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "3fff:fff::1",
            "4000::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "193.99.144.80",
            "223.255.255.255",
            "::ffff:193.99.144.80",
            "64:ff9b::c163:9050",
            "2001:200::1",
            "2a02:2e0:3fe:1001:302::",
            "2606:4700::1111",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }
}
