//! Making accounts: somebody gets a first password that the program makes up, and has to choose another one with it.

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

use crate::auth::password;
use crate::auth::token::Token;
use crate::city::City;
use crate::domain::account::{Account, Password};
use crate::domain::staff::{AccountId, AccountName, Roles};
use crate::error::Error;
use crate::store::{AccountChange, Hand};

/// A password made up by the program, to be shown once. Does not print itself.
pub struct NewPassword(String);

impl NewPassword {
    /// One that the account may have.
    fn for_account(name: &AccountName) -> Result<(Self, Password), Error> {
        loop {
            let first = Self::random()?;
            // By chance it may say the name of the account, or one letter too often.
            if let Ok(chosen) = Password::chosen(first.secret(), name) {
                return Ok((first, chosen));
            }
        }
    }

    /// Twenty random letters and digits in groups: 80 bits.
    fn random() -> Result<Self, Error> {
        let token = Token::random().map_err(|error| Error::Unhashed(error.to_string()))?;
        let digits = &token.secret()[..20];
        let groups: Vec<_> = (0..5)
            .map(|group| &digits[4 * group..4 * group + 4])
            .collect();
        Ok(Self(groups.join("-")))
    }

    /// The password itself.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// Adds an account and returns its first password; none when its name is taken.
///
/// # Errors
/// What the store or the hashing says.
pub async fn add(
    city: &Arc<City>,
    name: AccountName,
    roles: Roles,
    by: &Hand,
) -> Result<Option<NewPassword>, Error> {
    let (first, chosen) = NewPassword::for_account(&name)?;
    let hash = password::hash(chosen).await?;
    let account = Account {
        id: AccountId(Uuid::new_v4()),
        name,
        roles,
        is_disabled: false,
        must_change: true,
        has_password: true,
        subject: None,
        created_on: city.snapshot().date_at(city.now()),
    };
    let is_added = city.store().add_account(&account, Some(&hash), by).await?;
    Ok(is_added.then_some(first))
}

/// Gives an account another first password; every session of it ends.
///
/// # Errors
/// What the store or the hashing says.
pub async fn reset_password(
    city: &Arc<City>,
    account: &Account,
    by: &Hand,
) -> Result<NewPassword, Error> {
    let (first, chosen) = NewPassword::for_account(&account.name)?;
    let change = AccountChange {
        password: Some((password::hash(chosen).await?, true)),
        ..AccountChange::default()
    };
    city.store()
        .change_account(account.id, &change, None, by)
        .await?;
    Ok(first)
}
