//! Hashing passwords with Argon2id, where it holds up nobody else.

use std::sync::{Arc, LazyLock};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc};
use tokio::sync::Semaphore;

use crate::domain::account::{Password, PasswordHash};
use crate::error::Error;

/// Which line somebody stands in: strangers who guess must not keep those waiting who have been here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A browser that nobody has logged in from.
    Stranger,
    /// A browser that the account was used in before, or somebody who is logged in.
    Known,
}

/// Passwords being hashed at a time per line: each takes 19 MiB (the parameters of RFC 9106 that OWASP recommends)
/// and one core.
static STRANGERS: Semaphore = Semaphore::const_new(1);
static KNOWN: Semaphore = Semaphore::const_new(1);

/// The hash of a password nobody has: an unknown name takes as long as a wrong password.
static NOBODY: LazyLock<Option<PasswordHash>> =
    LazyLock::new(|| hashed("a password that nobody has").ok());

impl Line {
    async fn wait(self) -> tokio::sync::SemaphorePermit<'static> {
        let line = match self {
            Self::Stranger => &STRANGERS,
            Self::Known => &KNOWN,
        };
        line.acquire().await.expect("the line is never closed")
    }
}

/// The hash of a new password.
///
/// # Errors
/// When the machine has no randomness to give or the work was cut short.
pub async fn hash(password: Password) -> Result<PasswordHash, Error> {
    let _turn = Line::Known.wait().await;
    tokio::task::spawn_blocking(move || hashed(password.as_str())).await?
}

/// Whether `typed` is the password behind `hash`; without a hash never, after the same while.
///
/// # Errors
/// When the work was cut short.
pub async fn is_right(
    typed: Arc<str>,
    hash: Option<PasswordHash>,
    line: Line,
) -> Result<bool, Error> {
    let _turn = line.wait().await;
    let checking = tokio::task::spawn_blocking(move || {
        let real = hash.as_ref();
        let hash = real.or(NOBODY.as_ref());
        let hash = hash.and_then(|hash| phc::PasswordHash::new(&hash.0).ok());
        let fits = hash.is_some_and(|hash| {
            Argon2::default()
                .verify_password(typed.as_bytes(), &hash)
                .is_ok()
        });
        fits && real.is_some()
    });
    Ok(checking.await?)
}

fn hashed(password: &str) -> Result<PasswordHash, Error> {
    match Argon2::default().hash_password(password.as_bytes()) {
        Ok(hash) => Ok(PasswordHash(hash.to_string())),
        Err(error) => Err(Error::Unhashed(error.to_string())),
    }
}
