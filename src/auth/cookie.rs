//! The two cookies of the city's people. A resident never gets one.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::auth::token::Token;

/// Holds the token of the session. The prefix makes browsers refuse it without TLS (except on this machine itself), for
/// another host or for a part of the site (RFC 6265bis, 4.1.3).
const SESSION: &str = "__Host-sitzung";

/// Holds what says that the account was used in this browser before.
const BROWSER: &str = "__Host-browser";

const YEAR_S: u32 = 365 * 24 * 3600;

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

fn token_of(headers: &HeaderMap, name: &str) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).iter();
    let mut cookies = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'));
    cookies.find_map(|cookie| {
        let (own, value) = cookie.trim().split_once('=')?;
        (own == name).then(|| Token::parse(value)).flatten()
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

fn set(name: &str, value: &str, max_age_s: Option<u32>) -> HeaderValue {
    let age = max_age_s.map_or_else(String::new, |age| format!("; Max-Age={age}"));
    let cookie = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}");
    let mut cookie =
        HeaderValue::from_str(&cookie).expect("names and hexadecimal digits are plain text");
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
