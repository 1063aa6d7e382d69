//! An account of somebody of the city, and the session of one who has logged in. No password is ever here, only its hash.

use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use crate::domain::Invalid;
use crate::domain::staff::{AccountId, AccountName, Roles};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// What its owner types to log in.
    pub name: AccountName,
    /// What its owner may do.
    pub roles: Roles,
    /// Whether it may not be used for the time being.
    pub is_disabled: bool,
    /// Whether its owner has to choose another password first: somebody else knows this one.
    pub must_change: bool,
    /// Whether it has a password; without one it is used through single sign-on alone.
    pub has_password: bool,
    /// What the provider of single sign-on calls it.
    pub subject: Option<String>,
    /// The day it was made.
    pub created_on: NaiveDate,
}

impl Account {
    /// Whether it is used through single sign-on alone: it gets no password on a page, or its owner would keep a way in
    /// that the provider cannot shut.
    #[must_use]
    pub fn is_of_provider(&self) -> bool {
        self.subject.is_some() && !self.has_password
    }
}

/// The Argon2id hash of a password in PHC notation. Does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// A password that keeps the rules. Does not print itself.
pub struct Password(String);

/// A password has at least so many characters.
pub const LEAST_LETTERS: usize = 12;

/// Longer passwords are refused: hashing them would be work for nothing.
pub const MOST_LETTERS: usize = 200;

impl Password {
    /// A new password for the account called `name`: long rather than odd (NIST SP 800-63B, 5.1.1).
    ///
    /// # Errors
    /// Which rule it breaks.
    pub fn chosen(text: &str, name: &AccountName) -> Result<Self, Invalid> {
        let rule = |reason: String| Err(Invalid::new("password", reason));
        let letters = text.chars().count();
        let kinds = text
            .chars()
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        if letters < LEAST_LETTERS {
            return rule(format!("must have at least {LEAST_LETTERS} characters"));
        }
        if letters > MOST_LETTERS {
            return rule(format!("must have at most {MOST_LETTERS} characters"));
        }
        if kinds < 5 {
            return rule("must have at least five different characters".to_owned());
        }
        if text.to_lowercase().contains(name.as_str()) {
            return rule("must not contain the name of the account".to_owned());
        }
        Ok(Self(text.to_owned()))
    }

    /// The text, to be hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The SHA-256 of a secret that a browser holds, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDigest(pub String);

/// Somebody who has logged in.
#[derive(Clone, Debug)]
pub struct Session {
    /// The digest it is kept by.
    pub token: TokenDigest,
    /// The account, as it is now.
    pub account: Account,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub seen_at: DateTime<Utc>,
}

/// A session that nobody uses for so long is over.
pub const IDLE_LIMIT: TimeDelta = TimeDelta::hours(1);

/// A session is over so long after it began, however much it is used.
pub const ABSOLUTE_LIMIT: TimeDelta = TimeDelta::hours(12);

/// How exactly it is noted when a session was last used: not every request needs a write.
pub const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

impl Session {
    /// Whether it still holds at `now`.
    #[must_use]
    pub fn holds_at(&self, now: DateTime<Utc>) -> bool {
        !self.account.is_disabled
            && now - self.seen_at < IDLE_LIMIT
            && now - self.began_at < ABSOLUTE_LIMIT
    }

    /// Whether it is time to note that it is used.
    #[must_use]
    pub fn is_to_be_noted(&self, now: DateTime<Utc>) -> bool {
        now - self.seen_at >= SEEN_EVERY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_says_nothing_about_its_account() {
        let name = "frida".parse().unwrap();
        let chosen = |text: &str| Password::chosen(text, &name).map(|_| ());
        assert!(chosen("Regen auf dem Marktplatz").is_ok());
        for text in [
            "",
            "kurz",
            "elfzeichen!",
            "aaaaaaaaaaaaaaaaaaaa",
            "abababababababab",
            "meine-FRIDA-2026",
            &"lang und länger".repeat(20),
        ] {
            assert_eq!(chosen(text).unwrap_err().field, "password", "{text}");
        }
    }

    #[test]
    fn a_session_ends_when_it_is_left_alone_and_in_any_case_in_the_evening() {
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        let session = |seen| Session {
            token: TokenDigest(String::new()),
            account: Account {
                id: AccountId(uuid::Uuid::nil()),
                name: "frida".parse().unwrap(),
                roles: Roles::default(),
                is_disabled: false,
                must_change: false,
                has_password: true,
                subject: None,
                created_on: NaiveDate::default(),
            },
            began_at: at(0),
            seen_at: at(seen),
        };
        assert!(session(0).holds_at(at(59)));
        assert!(!session(0).holds_at(at(60)));
        assert!(session(700).holds_at(at(719)));
        assert!(!session(719).holds_at(at(720)));
        let mut disabled = session(0);
        disabled.account.is_disabled = true;
        assert!(!disabled.holds_at(at(1)));
    }

    #[test]
    fn no_secret_prints_itself() {
        let name = "frida".parse().unwrap();
        let password = Password::chosen("Regen auf dem Marktplatz", &name).unwrap();
        let hash = PasswordHash("$argon2id$v=19$geheim".to_owned());
        let printed = format!("{password:?} {hash:?}");
        assert!(!printed.contains("Regen") && !printed.contains("geheim"));
    }
}
