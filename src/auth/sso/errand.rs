//! What somebody who was sent to the provider has to bring back.

use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use sha2::{Digest, Sha256};

use crate::auth::token::Token;

/// Somebody on the way to the provider and back. The browser holds one secret in a cookie; state, nonce and the PKCE
/// verifier are digests of it, so that what stands in addresses (state, nonce, challenge) tells nothing about the rest,
/// and nobody can bring an answer home that another browser asked for (OpenID Connect Core 1.0, 15.5.2).
#[derive(Debug)]
pub struct Errand {
    secret: Token,
    back: String,
}

/// A longer way back is not worth a cookie that browsers would drop.
const MOST_BYTES: usize = 2_000;

impl Errand {
    /// A new one, which ends at `back`.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn begin(back: &str) -> Result<Self, getrandom::Error> {
        let back = if back.len() > MOST_BYTES { "" } else { back };
        Ok(Self {
            secret: Token::random()?,
            back: back.to_owned(),
        })
    }

    /// The one in a cookie, if it can be one.
    #[must_use]
    pub fn parse(cookie: &str) -> Option<Self> {
        let (secret, back) = cookie.split_once('.')?;
        let mut back = form_urlencoded::parse(back.as_bytes());
        Some(Self {
            secret: Token::parse(secret)?,
            back: back.next()?.0.into_owned(),
        })
    }

    /// What the cookie holds.
    #[must_use]
    pub fn cookie(&self) -> String {
        let back: String = form_urlencoded::byte_serialize(self.back.as_bytes()).collect();
        format!("{}.{back}", self.secret.secret())
    }

    /// Where it ends. A browser may hold anything in a cookie: to be checked like any address from outside.
    #[must_use]
    pub fn back(&self) -> &str {
        &self.back
    }

    /// What the answer has to name.
    #[must_use]
    pub fn state(&self) -> String {
        self.derived("state")
    }

    /// What the token has to name.
    pub(super) fn nonce(&self) -> String {
        self.derived("nonce")
    }

    /// What the code is redeemed with.
    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.derived("verifier"))
    }

    /// What says so beforehand.
    pub(super) fn challenge(&self) -> PkceCodeChallenge {
        PkceCodeChallenge::from_code_verifier_sha256(&self.verifier())
    }

    fn derived(&self, purpose: &str) -> String {
        let text = format!("miteinander sso {purpose} {}", self.secret.secret());
        format!("{:x}", Sha256::digest(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_errand_comes_back_out_of_its_cookie() {
        for back in [
            "/verwaltung",
            "/verwaltung/konten?lang=en&a=%20",
            "",
            "/ü;, \"x",
        ] {
            let errand = Errand::begin(back).unwrap();
            let cookie = errand.cookie();
            let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
            assert!(cookie.bytes().all(is_plain), "{cookie}");
            let read = Errand::parse(&cookie);
            if back.is_empty() {
                assert!(read.is_none_or(|own| own.back().is_empty()));
            } else {
                let read = read.unwrap();
                assert_eq!((read.back(), read.state()), (back, errand.state()));
            }
        }
        for cookie in [
            "",
            ".",
            "x.y",
            &"a".repeat(64),
            &format!("{}.", "g".repeat(64)),
        ] {
            assert!(Errand::parse(cookie).is_none(), "{cookie}");
        }
    }

    #[test]
    fn what_stands_in_addresses_does_not_tell_the_secret() {
        let (one, other) = (Errand::begin("/").unwrap(), Errand::begin("/").unwrap());
        let verifier = one.verifier();
        let all = [
            &one.state(),
            &one.nonce(),
            verifier.secret(),
            one.secret.secret(),
        ];
        for (at, text) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(text));
        }
        assert_ne!(one.state(), other.state());
        assert!(!format!("{one:?}").contains(one.secret.secret()));
    }
}
