//! What proxies say of whom they ask for: believed from those that the operator named, and from nobody else.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use axum::http::header::{FORWARDED, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use ipnet::IpNet;

use crate::domain::Invalid;

const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// The proxies whose word counts, as networks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

/// How a client asked, by the word of a trusted proxy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forwarded {
    /// Whether it asked over TLS; none where no proxy said so.
    pub is_secure: Option<bool>,
    /// The host it asked for, not yet checked.
    pub host: Option<String>,
}

/// One proxy or a network of them: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proxy(IpNet);

impl FromStr for Proxy {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let one = || text.parse::<IpAddr>().map(IpNet::from).ok();
        let net = text.parse().ok().or_else(one);
        let rule = "must be an address or a network (10.0.0.1, 10.0.0.0/8, fd00::/8)";
        net.map(Self)
            .ok_or_else(|| Invalid::new("trusted-proxy", rule))
    }
}

impl FromIterator<Proxy> for Proxies {
    fn from_iter<T: IntoIterator<Item = Proxy>>(proxies: T) -> Self {
        Self(proxies.into_iter().map(|Proxy(net)| net.trunc()).collect())
    }
}

impl Proxies {
    /// No proxy at all.
    pub const NONE: Self = Self(Vec::new());

    /// Whether the word of whoever has this address counts.
    #[must_use]
    pub fn trust(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.0.iter().any(|net| net.contains(&ip))
    }

    /// The address of the client behind `peer` and how it asked. Each proxy adds whom it serves at the end of a list, and
    /// anybody may have begun it: so it is followed from its end, as far as those who wrote it are trusted.
    #[must_use]
    pub fn asked(&self, peer: IpAddr, headers: &HeaderMap) -> (IpAddr, Forwarded) {
        if !self.trust(peer) {
            return (peer, Forwarded::default());
        }
        let plain: Vec<_> = items(headers, &FOR)
            .map(|own| Hop::to(address(own)))
            .collect();
        let standard: Vec<_> = items(headers, &FORWARDED).map(Hop::read).collect();
        let (by_plain, by_standard) = (self.client(peer, &plain), self.client(peer, &standard));
        let (client, hop) = match (plain.is_empty(), standard.is_empty()) {
            (_, true) => by_plain,
            (true, _) => by_standard,
            // A proxy that writes one of the two lists lets the other pass, and the client wrote that.
            _ if by_plain.0 == by_standard.0 => by_standard,
            _ => (peer, None),
        };
        let is_secure = agreed(
            single(headers, &PROTO).and_then(is_https),
            hop.and_then(|hop| hop.is_secure),
        );
        let host = agreed(
            single(headers, &HOST).map(ToOwned::to_owned),
            hop.and_then(|hop| hop.host.clone()),
        );
        (client, Forwarded { is_secure, host })
    }

    /// The last address of a list that no trusted proxy has, with what was said of it.
    fn client<'a>(&self, peer: IpAddr, list: &'a [Hop]) -> (IpAddr, Option<&'a Hop>) {
        let mut found = (peer, None);
        for hop in list.iter().rev() {
            // A name that is hidden ends what is known.
            let Some(ip) = hop.from else { break };
            found = (ip, Some(hop));
            if !self.trust(ip) {
                break;
            }
        }
        found
    }
}

/// Takes out every header that only a proxy should write; whether there were any that name a client.
pub(super) fn take_out(headers: &mut HeaderMap) -> bool {
    let named = [FOR, FORWARDED].map(|name| headers.remove(name).is_some());
    for name in [PROTO, HOST] {
        headers.remove(name);
    }
    named.contains(&true)
}

/// One step of a request on its way here.
#[derive(Default)]
struct Hop {
    /// Whom the proxy served.
    from: Option<IpAddr>,
    is_secure: Option<bool>,
    host: Option<String>,
}

impl Hop {
    fn to(from: Option<IpAddr>) -> Self {
        Self {
            from,
            ..Self::default()
        }
    }

    /// One element of `Forwarded` (RFC 7239): `for="[2001:db8::1]:80";proto=https;host=example.org`.
    fn read(element: &str) -> Self {
        let mut hop = Self::default();
        for pair in split(element, ';') {
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            let value = value.trim().trim_matches('"');
            match name.trim().to_ascii_lowercase().as_str() {
                "for" => hop.from = address(value),
                "proto" => hop.is_secure = is_https(value),
                "host" => hop.host = Some(value.to_owned()),
                _ => {}
            }
        }
        hop
    }
}

/// An address with a port or without, in brackets or without.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|own| own.strip_suffix(']'));
    let ip = bare.unwrap_or(text).parse::<IpAddr>();
    let ip = ip.or_else(|_| text.parse::<SocketAddr>().map(|own| own.ip()));
    ip.ok().map(|ip| ip.to_canonical())
}

fn is_https(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "https" => Some(true),
        "http" => Some(false),
        _ => None,
    }
}

/// What two sources say, unless they differ.
fn agreed<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

/// The entries of a list that may stand in several headers of one name.
fn items<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let texts = headers.get_all(name).into_iter();
    // What is no text is an entry too: what stands before it must not pass for the last one.
    texts.flat_map(|own| split(own.to_str().unwrap_or("unreadable"), ','))
}

/// The value of a header that stands there once and is no list.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut all = headers.get_all(name).into_iter().map(HeaderValue::to_str);
    match (all.next(), all.next()) {
        (Some(Ok(text)), None) if !text.contains(',') => Some(text.trim()),
        _ => None,
    }
}

/// The parts of a text between separators that do not stand in quotes.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    let parts = text.split(move |letter| {
        is_quoted ^= letter == '"';
        letter == separator && !is_quoted
    });
    parts.map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(list: &[&str]) -> Proxies {
        list.iter()
            .map(|own| own.parse::<Proxy>().unwrap())
            .collect()
    }

    fn asked(peer: &str, headers: &[(HeaderName, &str)]) -> (String, Forwarded) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, HeaderValue::from_str(value).unwrap());
        }
        let trusted = proxies(&["10.0.0.0/8", "fd00::1"]);
        let (ip, said) = trusted.asked(peer.parse().unwrap(), &map);
        (ip.to_string(), said)
    }

    fn client(peer: &str, list: &str) -> String {
        asked(peer, &[(FOR, list)]).0
    }

    #[test]
    fn nobody_is_believed_but_a_named_proxy() {
        for peer in ["192.0.2.1", "127.0.0.1", "fd00::2", "11.0.0.1"] {
            let lies = [
                (FOR, "198.51.100.1"),
                (PROTO, "https"),
                (HOST, "evil.example"),
                (FORWARDED, "for=198.51.100.1;proto=https;host=evil.example"),
            ];
            assert_eq!(asked(peer, &lies), (peer.to_owned(), Forwarded::default()));
        }
        assert_eq!(client("10.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(client("fd00::1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(client("::ffff:10.0.0.1", "198.51.100.1"), "198.51.100.1");
    }

    #[test]
    fn a_list_is_followed_from_its_end_as_far_as_its_writers_are_trusted() {
        for (list, found) in [
            ("1.1.1.1, 198.51.100.1", "198.51.100.1"),
            ("1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("10.0.0.3,10.0.0.2", "10.0.0.3"),
            ("198.51.100.1, unknown, 10.0.0.2", "10.0.0.2"),
            ("198.51.100.1, ,", "10.0.0.9"),
            ("", "10.0.0.9"),
            ("_hidden", "10.0.0.9"),
            ("1.1.1.1, 198.51.100.1:4711", "198.51.100.1"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("1.1.1.1 198.51.100.1", "10.0.0.9"),
        ] {
            assert_eq!(client("10.0.0.9", list), found, "{list}");
        }
        let two = asked("10.0.0.9", &[(FOR, "1.1.1.1"), (FOR, "198.51.100.1")]);
        assert_eq!(two.0, "198.51.100.1");
    }

    #[test]
    fn the_standard_header_says_the_same_and_more() {
        let text =
            r#"for=1.1.1.1, For="[2001:db8::1]:4711";Proto=https;host="treff.example.org";by=x"#;
        let said = Forwarded {
            is_secure: Some(true),
            host: Some("treff.example.org".into()),
        };
        let found = asked("10.0.0.9", &[(FORWARDED, text)]);
        assert_eq!(found, ("2001:db8::1".to_owned(), said));
        // What the client wrote before does not count, a comma in quotes parts nothing.
        let lie = r#"for=198.51.100.1;proto=https;host="a,b", for=192.0.2.7"#;
        let found = asked("10.0.0.9", &[(FORWARDED, lie)]);
        assert_eq!(found, ("192.0.2.7".to_owned(), Forwarded::default()));
    }

    #[test]
    fn where_two_headers_contradict_each_other_neither_is_believed() {
        let both = [
            (FOR, "192.0.2.7"),
            (FORWARDED, "for=198.51.100.1;host=x.example"),
        ];
        assert_eq!(
            asked("10.0.0.9", &both),
            ("10.0.0.9".to_owned(), Forwarded::default())
        );
        let alike = [
            (FOR, "192.0.2.7"),
            (FORWARDED, "for=192.0.2.7;proto=http"),
            (PROTO, "https"),
        ];
        assert_eq!(
            asked("10.0.0.9", &alike),
            ("192.0.2.7".to_owned(), Forwarded::default())
        );
        for twice in ["https, http", "ftp", ""] {
            let found = asked("10.0.0.9", &[(PROTO, twice)]).1;
            assert_eq!(found.is_secure, None, "{twice}");
        }
        assert_eq!(
            asked("10.0.0.9", &[(PROTO, "HTTPS")]).1.is_secure,
            Some(true)
        );
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        let trusted = proxies(&["192.0.2.77/24", "2001:db8::/32"]);
        assert!(trusted.trust("192.0.2.1".parse().unwrap()));
        assert!(trusted.trust("2001:db8::7".parse().unwrap()));
        assert!(!trusted.trust("192.0.3.1".parse().unwrap()));
        for wrong in ["", "proxy", "10.0.0.0/33", "10.0.0.1:80", "10.0.0.0/", "/8"] {
            let refused = wrong.parse::<Proxy>().unwrap_err();
            assert_eq!(refused.field, "trusted-proxy", "{wrong}");
        }
    }

    #[test]
    fn what_only_a_proxy_writes_is_taken_out() {
        let mut headers = HeaderMap::new();
        for name in [FOR, PROTO, HOST, FORWARDED] {
            headers.append(&name, HeaderValue::from_static("x"));
            headers.append(&name, HeaderValue::from_static("y"));
        }
        assert!(take_out(&mut headers));
        assert!(headers.is_empty());
        assert!(!take_out(&mut headers));
    }
}
