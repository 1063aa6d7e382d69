//! Secrets that a browser holds, and what is kept of them.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::domain::account::TokenDigest;
use crate::domain::hexadecimal::hexadecimal;

/// A random secret of 256 bits in hexadecimal digits. Does not print itself.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new one from the machine's own randomness.
    ///
    /// # Errors
    /// When the machine has none to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// The one in a cookie, if it can be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_hex)).then(|| Self(text.to_owned()))
    }

    /// The secret itself, for the cookie alone.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What the store may know of it.
    #[must_use]
    pub fn digest(&self) -> TokenDigest {
        TokenDigest(hexadecimal(&Sha256::digest(self.0.as_bytes())))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_random_and_only_its_digest_is_kept() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_ne!(one.secret(), other.secret());
        assert_eq!(Token::parse(one.secret()).unwrap().digest(), one.digest());
        assert!(!one.digest().0.contains(one.secret()));
        assert_eq!(format!("{one:?}"), "Token(…)");
        for text in ["", "x", &"g".repeat(64), &"A".repeat(64), &"a".repeat(65)] {
            assert!(Token::parse(text).is_none(), "{text}");
        }
    }
}
