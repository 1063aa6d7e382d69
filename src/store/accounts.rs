//! Accounts of the city's people.

mod row;

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;

use crate::domain::account::{Account, PasswordHash, TokenDigest};
use crate::domain::members::Members;
use crate::domain::staff::{AccountId, AccountName, Actor, Roles};
use crate::domain::trail::{Action, Author, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};
pub(super) use row::{AccountRow, account_columns};

/// Every account.
const SELECT: &str = concat!("select ", account_columns!(), " from account");

/// What changes at an account; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct AccountChange {
    /// Other roles.
    pub roles: Option<Roles>,
    /// Whether it may not be used.
    pub is_disabled: Option<bool>,
    /// Another password, and whether its owner has to choose a new one.
    pub password: Option<(PasswordHash, bool)>,
    /// Another name with the provider of single sign-on; the inner none takes it away.
    pub subject: Option<Option<String>>,
}

/// Who changes an account, and when.
#[derive(Clone, Debug)]
pub struct Hand {
    /// The author that the trail names.
    pub author: Author,
    /// The moment.
    pub at: DateTime<Utc>,
}

impl Hand {
    /// Somebody of the city, at a moment.
    #[must_use]
    pub fn of(actor: Actor, at: DateTime<Utc>) -> Self {
        Self {
            author: Author::staff(actor),
            at,
        }
    }

    fn entry(&self, action: Action, id: impl std::fmt::Display) -> NewEntry {
        NewEntry::new(&self.author, action, Subject::of("account", id))
    }
}

impl AccountChange {
    /// What the trail says of it: the members by name, their new values where they are no secret.
    fn members(&self) -> Members {
        let mut members = Members::new();
        let mut put =
            |name: &str, value: serde_json::Value| drop(members.insert(name.into(), value));
        if let Some(roles) = &self.roles {
            put("roles", roles.to_string().into());
        }
        if let Some(is_disabled) = self.is_disabled {
            put("is_disabled", is_disabled.into());
        }
        if self.password.is_some() {
            put("password", "changed".into());
        }
        if self.subject.is_some() {
            put("subject", "changed".into());
        }
        members
    }
}

/// Writes what changes at an account; how many there are of it.
macro_rules! update_account {
    ($tx:expr, $id:expr, $change:expr) => {{
        let change: &AccountChange = $change;
        let (hash, must_change) = change.password.clone().unzip();
        sqlx::query(
            "update account set roles = coalesce($1, roles), is_disabled = coalesce($2, is_disabled), \
             password = coalesce($3, password), must_change = coalesce($4, must_change), \
             subject = case when $5 then $6 else subject end where id = $7",
        )
        .bind(change.roles.as_ref().map(ToString::to_string))
        .bind(change.is_disabled)
        .bind(hash.map(|hash| hash.0))
        .bind(must_change)
        .bind(change.subject.is_some())
        .bind(change.subject.clone().flatten())
        .bind($id)
        .execute(&mut *$tx)
        .await?
        .rows_affected()
    }};
}

/// Ends every session of an account but the one that is `kept`, and forgets its browsers.
macro_rules! log_out {
    ($tx:expr, $id:expr, $kept:expr) => {
        sqlx::query("delete from staff_session where account_id = $1 and token <> $2")
            .bind($id)
            .bind($kept)
            .execute(&mut *$tx)
            .await?;
        sqlx::query("delete from known_browser where account_id = $1")
            .bind($id)
            .execute(&mut *$tx)
            .await?;
    };
}

impl Store {
    /// Adds an account; false when its name or subject is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_account(
        &self,
        account: &Account,
        password: Option<&PasswordHash>,
        by: &Hand,
    ) -> Result<bool, Error> {
        let roles = [("roles".to_owned(), account.roles.to_string().into())];
        let entry = NewEntry {
            after: Some(roles.into()),
            ..by.entry(Action::Added, account.id)
        };
        let added = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let added = sqlx::query(
                "insert into account (id, name, roles, password, must_change, is_disabled, subject, created_on) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
            )
            .bind(account.id.to_string())
            .bind(account.name.as_str())
            .bind(account.roles.to_string())
            .bind(password.map(|hash| &hash.0))
            .bind(account.must_change)
            .bind(account.is_disabled)
            .bind(&account.subject)
            .bind(account.created_on.to_string())
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if added == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            added
        });
        Ok(added == 1)
    }

    /// Every account by name.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let rows: Vec<AccountRow> = reading!(self, pool => {
            sqlx::query_as(SELECT).fetch_all(pool).await?
        });
        let mut accounts = Vec::with_capacity(rows.len());
        for row in rows {
            let (account, _) = row.try_into()?;
            accounts.push(account);
        }
        accounts.sort_unstable_by(|a: &Account, b| a.name.cmp(&b.name));
        Ok(accounts)
    }

    /// The account called `name` with the hash of its password.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn account_named(
        &self,
        name: &AccountName,
    ) -> Result<Option<(Account, Option<PasswordHash>)>, Error> {
        let row: Option<AccountRow> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" where name = ").push_bind(name.as_str());
            query.build_query_as().fetch_optional(pool).await?
        });
        row.map(TryInto::try_into).transpose()
    }

    /// The account that a provider of single sign-on calls `subject`.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn account_of_subject(&self, subject: &str) -> Result<Option<Account>, Error> {
        let row: Option<AccountRow> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" where subject = ").push_bind(subject);
            query.build_query_as().fetch_optional(pool).await?
        });
        let found: Option<(Account, _)> = row.map(TryInto::try_into).transpose()?;
        Ok(found.map(|(account, _)| account))
    }

    /// Changes an account; false when there is none. Another password and a disabled account end every session but
    /// `kept` and forget the browsers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_account(
        &self,
        id: AccountId,
        change: &AccountChange,
        kept: Option<&TokenDigest>,
        by: &Hand,
    ) -> Result<bool, Error> {
        let entry = NewEntry {
            after: Some(change.members()),
            ..by.entry(Action::Changed, id)
        };
        let id = id.to_string();
        let logs_out = change.password.is_some() || change.is_disabled == Some(true);
        let kept = kept.map_or("", |token| &token.0);
        let changed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let changed = update_account!(tx, &id, change);
            if changed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            if logs_out {
                log_out!(tx, &id, kept);
            }
            changed
        });
        Ok(changed == 1)
    }

    /// Takes an account away with its sessions; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_account(&self, id: AccountId, by: &Hand) -> Result<bool, Error> {
        let entry = by.entry(Action::Removed, id);
        let removed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let removed = sqlx::query("delete from account where id = $1")
                .bind(id.to_string())
                .execute(&mut *tx)
                .await?
                .rows_affected();
            if removed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            removed
        });
        Ok(removed == 1)
    }
}
