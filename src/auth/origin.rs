//! Whether a request that changes something comes from our own pages.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::query::Base;

/// Where a request comes from, by what the browser says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From a page of ours.
    Here,
    /// From another site, or from none.
    Elsewhere,
    /// It does not say: no browser of the last years.
    Unsaid,
}

/// Where a request with these `headers` comes from. Browsers put `Sec-Fetch-Site` and `Origin` themselves; no page can
/// change what they say.
#[must_use]
pub fn of(headers: &HeaderMap, base: &Base) -> Origin {
    if let Some(site) = headers.get("sec-fetch-site") {
        return here(site == "same-origin");
    }
    let host = |text: &str| {
        text.split_once("://")
            .map(|(_, host)| host.to_ascii_lowercase())
    };
    match headers.get(header::ORIGIN).map(HeaderValue::to_str) {
        None => Origin::Unsaid,
        Some(origin) => {
            let origin = origin.ok().and_then(host);
            here(origin.is_some() && origin == host(base.as_str()))
        }
    }
}

const fn here(is_here: bool) -> Origin {
    if is_here {
        Origin::Here
    } else {
        Origin::Elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(headers: &[(&'static str, &str)]) -> Origin {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    HeaderValue::from_str(value).unwrap(),
                )
            })
            .collect();
        let mut parts = axum::http::Request::new(()).into_parts().0;
        parts
            .headers
            .insert(header::HOST, HeaderValue::from_static("treff.example.org"));
        of(&headers, &Base::of(&parts).unwrap())
    }

    #[test]
    fn a_form_of_another_site_is_told_by_what_the_browser_says() {
        for here in [
            &[("sec-fetch-site", "same-origin"), ("origin", "null")][..],
            &[("origin", "https://treff.example.org")],
            &[("origin", "http://TREFF.example.org")],
        ] {
            assert_eq!(from(here), Origin::Here, "{here:?}");
        }
        assert_eq!(from(&[]), Origin::Unsaid);
        for foreign in [
            [
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://treff.example.org"),
            ],
            [
                ("sec-fetch-site", "same-site"),
                ("origin", "https://x.example.org"),
            ],
            [("sec-fetch-site", "none"), ("x", "y")],
            [
                ("origin", "https://treff.example.org.evil.test"),
                ("x", "y"),
            ],
            [("origin", "null"), ("x", "y")],
            [("origin", ""), ("x", "y")],
        ] {
            assert_eq!(from(&foreign), Origin::Elsewhere, "{foreign:?}");
        }
    }
}
