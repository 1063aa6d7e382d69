//! What this server is called from outside: links in answers begin with it.

use std::str::FromStr;
use std::sync::Arc;

use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::Authority;

use crate::domain::Invalid;
use crate::gate::Forwarded;

/// Scheme, host and port under which the public reaches the server, as the operator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(Arc<str>);

impl FromStr for PublicUrl {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let rule = |reason: &'static str| Invalid::new("public-url", reason);
        let (scheme, rest) = text
            .split_once("://")
            .filter(|(scheme, _)| matches!(*scheme, "http" | "https"))
            .ok_or_else(|| rule("must begin with http:// or https://"))?;
        // The pages live at the root of their host, so there is no path to put before theirs.
        let host = host(rest.strip_suffix('/').unwrap_or(rest))
            .ok_or_else(|| rule("must be a host with or without a port, and no path"))?;
        Ok(Self(format!("{scheme}://{host}").into()))
    }
}

impl PublicUrl {
    /// Whether the public asks over TLS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// What links in the answer to one request begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(Arc<str>);

impl Base {
    /// The text before the path: `https://example.org`, or nothing for a caller that named no host.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The operator's word; without one, what a trusted proxy says of how it was asked; without that, the host that
    /// the caller used.
    ///
    /// # Errors
    /// When the host is given twice or is none.
    pub fn of(parts: &Parts) -> Result<Self, Invalid> {
        if let Some(PublicUrl(url)) = parts.extensions.get() {
            return Ok(Self(Arc::clone(url)));
        }
        let forwarded = parts.extensions.get::<Forwarded>();
        let mut named = parts.headers.get_all(HOST).iter();
        let proxied = forwarded.and_then(|said| said.host.as_deref());
        let asked = match (proxied, parts.uri.authority(), named.next(), named.next()) {
            (Some(proxied), ..) => proxied,
            (_, _, _, Some(_)) => return Err(Invalid::new("host", "is given twice")),
            // A host in the request line outranks the header (RFC 9112, 3.2.2).
            (_, Some(authority), _, _) => authority.as_str(),
            (_, None, Some(header), _) => header.to_str().unwrap_or_default(),
            (_, None, None, _) => return Ok(Self("".into())),
        };
        let is_secure = forwarded.and_then(|said| said.is_secure) == Some(true);
        let scheme = if is_secure { "https" } else { "http" };
        match host(asked) {
            Some(host) => Ok(Self(format!("{scheme}://{host}").into())),
            None => Err(Invalid::new(
                "host",
                "must be a host with or without a port",
            )),
        }
    }
}

/// `text` if it is a name or an address, with a port or without, in lower case: no user, no odd character.
fn host(text: &str) -> Option<String> {
    let authority: Authority = text.parse().ok().filter(|_| text.len() <= MOST_BYTES)?;
    let is_address = |own: &str| own.parse::<std::net::Ipv6Addr>().is_ok();
    let is_plain =
        |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'.' | b'-' | b'_');
    let host = authority.host();
    let fits = match host.strip_prefix('[').and_then(|own| own.strip_suffix(']')) {
        Some(address) => is_address(address),
        None => !host.is_empty() && host.bytes().all(is_plain),
    };
    let port = match text.get(host.len()..)?.strip_prefix(':') {
        None => text.len() == host.len(),
        Some(port) => port.parse::<u16>().is_ok(),
    };
    (fits && port && text.starts_with(host)).then(|| text.to_ascii_lowercase())
}

/// A name has at most 253 (RFC 1035), a port five more after its colon.
const MOST_BYTES: usize = 259;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address_with_a_port_or_without() {
        for good in [
            "example.org",
            "a_b-c.example:8080",
            "127.0.0.1:1",
            "[::1]:80",
            "[2001:db8::1]",
        ] {
            assert_eq!(host(good).as_deref(), Some(good));
        }
        assert_eq!(host("Example.ORG").as_deref(), Some("example.org"));
        let long = format!("{}.org", "a".repeat(300));
        for wrong in [
            "",
            ":80",
            "a b",
            "a/b",
            "user@example.org",
            "example.org:x",
            "example.org:65536",
            "a\"b",
            "example.org:",
            "[::1",
            "[x]",
            "[::1]x",
            "::1",
            "a?b",
            "a#b",
            "a,b",
            "ä.example",
            &long,
        ] {
            assert_eq!(host(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_public_url_has_a_scheme_and_a_host_and_no_more() {
        let url = |text: &str| text.parse::<PublicUrl>().map(|url| url.0.to_string());
        for good in ["https://treff.example.org", "http://10.0.0.1:8080"] {
            assert_eq!(url(good).as_deref(), Ok(good));
            assert_eq!(url(&format!("{good}/")).as_deref(), Ok(good));
        }
        for wrong in [
            "treff.example.org",
            "ftp://a",
            "https://",
            "https://a/b",
            "https://a?b",
            "https://u@a",
            "javascript://a",
        ] {
            assert_eq!(url(wrong).unwrap_err().field, "public-url", "{wrong}");
        }
    }
}
