//! Logging in: a name and a password for a session.
//!
//! Who guesses has to wait, and nobody else: failures count by account together with the network they come from, so a
//! stranger cannot lock anybody out from afar; a browser that the account was used in before counts by itself, so not
//! even a colleague behind the same address can. An unknown name is answered like a wrong password, after the same while.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, LazyLock};

use chrono::TimeDelta;

use crate::auth::password::{self, Line};
use crate::auth::token::Token;
use crate::city::City;
use crate::domain::account::{Account, MOST_LETTERS, PasswordHash, TokenDigest};
use crate::domain::staff::{AccountId, AccountName, Role};
use crate::error::Error;

/// What somebody typed, and what their browser holds.
pub struct LogIn {
    /// The name.
    pub name: String,
    /// The password.
    pub password: Arc<str>,
    /// Where the request comes from: a number that says nothing else.
    pub network: u64,
    /// The token of the browser.
    pub browser: Option<Token>,
    /// The token of the session it had.
    pub before: Option<Token>,
    /// Whether passwords are for admins alone: everybody else comes in by single sign-on.
    pub is_for_admins: bool,
}

/// Why somebody is not logged in.
#[derive(Debug)]
pub enum NotIn {
    /// Name or password is wrong; which of them is not said.
    Wrong,
    /// Too many failures: the next attempt may come after a while.
    Wait(TimeDelta),
    /// The store or the hashing failed.
    Failed(Error),
}

impl From<Error> for NotIn {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// A session just begun: what the browser is to hold.
pub struct Begun {
    /// The account.
    pub account: Account,
    /// The token of the session.
    pub session: Token,
    /// The token of the browser.
    pub browser: Token,
}

/// Keys of attempts are made with a secret of this process: who reads its memory learns no name and no network.
static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// What failures of somebody who is logged in already, and is asked for the password again, count by.
#[must_use]
pub fn key_of_account(account: AccountId) -> u64 {
    KEYS.hash_one(("account", account))
}

/// Begins a session for a right name and password. The allowance of the network is `taken` only for a browser that the
/// account was never used in: strangers behind the same address must not keep those out who work there.
///
/// # Errors
/// Why not.
pub async fn log_in(
    city: &Arc<City>,
    typed: LogIn,
    taken: impl FnOnce() -> Result<(), TimeDelta>,
) -> Result<Begun, NotIn> {
    let name = typed.name.parse::<AccountName>().ok();
    let found = match &name {
        Some(name) => city.store().account_named(name).await?,
        None => None,
    };
    let account = found.as_ref().map(|(account, _)| account.id);
    let known = known_browser(city, account, typed.browser.as_ref()).await?;
    if known.is_none() {
        taken().map_err(NotIn::Wait)?;
    }
    let key = match &known {
        Some(browser) => KEYS.hash_one(("browser", &browser.0)),
        None => KEYS.hash_one((name.as_ref().map(AccountName::as_str), typed.network)),
    };
    if let Some(wait) = city.attempts().wait(key, city.now()) {
        return Err(NotIn::Wait(wait));
    }
    // Counted before the work: many attempts at once must not all begin before the first is found wrong.
    city.attempts().failed(key, city.now());
    let line = if known.is_some() {
        Line::Known
    } else {
        Line::Stranger
    };
    let (account, hash) = found.unzip();
    let is_right = is_password_of(hash.flatten(), typed.password, line).await?;
    let may = |account: &Account| {
        !account.is_disabled && (!typed.is_for_admins || account.roles.has(Role::Admin))
    };
    let account = account.filter(|account| is_right && may(account));
    let Some(account) = account else {
        return Err(NotIn::Wrong);
    };
    city.attempts().succeeded(key);
    Ok(begin(city, account, typed.before.as_ref(), typed.browser).await?)
}

/// The browser, where the account was used in it before.
async fn known_browser(
    city: &Arc<City>,
    account: Option<AccountId>,
    browser: Option<&Token>,
) -> Result<Option<TokenDigest>, Error> {
    let Some((account, browser)) = account.zip(browser) else {
        return Ok(None);
    };
    let digest = browser.digest();
    let is_known = city.store().knows_browser(account, &digest).await?;
    Ok(is_known.then_some(digest))
}

/// Whether a hash is that of what was typed; it takes as long where there is none.
async fn is_password_of(
    hash: Option<PasswordHash>,
    typed: Arc<str>,
    line: Line,
) -> Result<bool, Error> {
    let is_short_enough = typed.chars().count() <= MOST_LETTERS;
    let hash = hash.filter(|_| is_short_enough);
    let typed = if is_short_enough { typed } else { "".into() };
    password::is_right(typed, hash, line).await
}

/// Begins a session for an account whose owner has shown who they are; the token is a new one each time.
///
/// # Errors
/// What the store says.
pub async fn begin(
    city: &Arc<City>,
    account: Account,
    before: Option<&Token>,
    browser: Option<Token>,
) -> Result<Begun, Error> {
    let random = || Token::random().map_err(|error| Error::Unhashed(error.to_string()));
    let session = random()?;
    let browser = browser.map_or_else(random, Ok)?;
    let before = before.map(Token::digest);
    city.store()
        .begin_session(
            account.id,
            &session.digest(),
            before.as_ref(),
            &browser.digest(),
            city.now(),
        )
        .await?;
    Ok(Begun {
        account,
        session,
        browser,
    })
}
