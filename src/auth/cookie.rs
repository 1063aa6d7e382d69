//! The cookies of the city's people. A resident never gets one.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::auth::sso::Errand;
use crate::auth::token::Token;

/// Holds the token of the session. The prefix makes browsers refuse it without TLS (except on this machine itself), for
/// another host or for a part of the site (RFC 6265bis, 4.1.3).
const SESSION: &str = "__Host-sitzung";

/// Holds what says that the account was used in this browser before.
const BROWSER: &str = "__Host-browser";

/// Holds what somebody brings back from the provider of single sign-on.
const ERRAND: &str = "__Host-sso";

const YEAR_S: u32 = 365 * 24 * 3600;

/// Longer than a log-in with the provider takes, second factor and all.
const ERRAND_S: u32 = 15 * 60;

/// The token of the session, if the request has one.
#[must_use]
pub fn session_of(headers: &HeaderMap) -> Option<Token> {
    token_of(headers, SESSION)
}

/// The token of the browser, if the request has one.
#[must_use]
pub fn browser_of(headers: &HeaderMap) -> Option<Token> {
    token_of(headers, BROWSER)
}

/// What the request brings back from the provider of single sign-on, if anything.
#[must_use]
pub fn errand_of(headers: &HeaderMap) -> Option<Errand> {
    value_of(headers, ERRAND, Errand::parse)
}

fn token_of(headers: &HeaderMap, name: &str) -> Option<Token> {
    value_of(headers, name, Token::parse)
}

fn value_of<T>(headers: &HeaderMap, name: &str, read: fn(&str) -> Option<T>) -> Option<T> {
    let lines = headers.get_all(header::COOKIE).iter();
    let mut cookies = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'));
    cookies.find_map(|cookie| {
        let (own, value) = cookie.trim().split_once('=')?;
        (own == name).then(|| read(value)).flatten()
    })
}

/// What makes the browser hold a session.
#[must_use]
pub fn begin_session(token: &Token) -> HeaderValue {
    set(SESSION, token.secret(), None)
}

/// What makes the browser forget its session.
#[must_use]
pub fn end_session() -> HeaderValue {
    set(SESSION, "", Some(0))
}

/// What makes the browser hold its own token.
#[must_use]
pub fn remember_browser(token: &Token) -> HeaderValue {
    set(BROWSER, token.secret(), Some(YEAR_S))
}

/// What makes the browser hold what it is sent to the provider of single sign-on with.
#[must_use]
pub fn begin_errand(errand: &Errand) -> HeaderValue {
    set(ERRAND, &errand.cookie(), Some(ERRAND_S))
}

/// What makes the browser forget it.
#[must_use]
pub fn end_errand() -> HeaderValue {
    set(ERRAND, "", Some(0))
}

fn set(name: &str, value: &str, max_age_s: Option<u32>) -> HeaderValue {
    let age = max_age_s.map_or_else(String::new, |age| format!("; Max-Age={age}"));
    let cookie = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}");
    let mut cookie = HeaderValue::from_str(&cookie)
        .expect("names, hexadecimal digits and what is percent-encoded are plain text");
    cookie.set_sensitive(true);
    cookie
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_comes_back_among_others() {
        let token = Token::random().unwrap();
        let mut headers = HeaderMap::new();
        let line = format!("a=b; {SESSION}={}; c", token.secret());
        headers.insert(header::COOKIE, HeaderValue::from_str(&line).unwrap());
        assert_eq!(session_of(&headers).unwrap().digest(), token.digest());
        assert!(browser_of(&headers).is_none());
    }

    #[test]
    fn no_script_and_no_other_site_gets_the_cookie() {
        let cookie = begin_session(&Token::random().unwrap());
        let text = cookie.to_str().unwrap();
        for part in [
            "; Secure",
            "; HttpOnly",
            "; SameSite=Lax",
            "; Path=/",
            "__Host-",
        ] {
            assert!(text.contains(part), "{text}");
        }
        assert!(!text.contains("Domain"));
        assert_eq!(format!("{cookie:?}"), "Sensitive");
    }
}
