//! Accounts of the city's people, their sessions, and the browsers they have used before.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};

use crate::domain::Invalid;
use crate::domain::account::{
    ABSOLUTE_LIMIT, Account, IDLE_LIMIT, PasswordHash, Session, TokenDigest,
};
use crate::domain::staff::{AccountId, AccountName, Roles};
use crate::error::Error;
use crate::store::{Store, reading, writing};

/// A browser is remembered for so long.
const BROWSER_DAYS: i64 = 365;

#[derive(sqlx::FromRow)]
struct AccountRow {
    id: String,
    name: String,
    roles: String,
    password: Option<String>,
    must_change: bool,
    is_disabled: bool,
    subject: Option<String>,
    created_on: String,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    began_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    #[sqlx(flatten)]
    account: AccountRow,
}

impl TryFrom<AccountRow> for (Account, Option<PasswordHash>) {
    type Error = Error;

    fn try_from(row: AccountRow) -> Result<Self, Error> {
        let corrupt = |invalid| Error::Corrupt {
            table: "account",
            id: row.id.clone(),
            invalid,
        };
        let created_on: NaiveDate = row.created_on.parse().map_err(|error| {
            corrupt(Invalid::new(
                "created_on",
                format!("must be a date: {error}"),
            ))
        })?;
        let account = Account {
            id: row.id.parse().map_err(corrupt)?,
            name: row.name.parse().map_err(corrupt)?,
            roles: row.roles.parse().map_err(corrupt)?,
            is_disabled: row.is_disabled,
            must_change: row.must_change,
            has_password: row.password.is_some(),
            subject: row.subject,
            created_on,
        };
        Ok((account, row.password.map(PasswordHash)))
    }
}

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

impl Store {
    /// Adds an account; false when its name or subject is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_account(
        &self,
        account: &Account,
        password: Option<&PasswordHash>,
    ) -> Result<bool, Error> {
        let added = writing!(self, tx => {
            sqlx::query(
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
            .rows_affected()
        });
        Ok(added == 1)
    }

    /// Every account by name.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let rows: Vec<AccountRow> = reading!(self, pool => {
            sqlx::query_as(
                "select id, name, roles, password, must_change, is_disabled, subject, created_on from account",
            )
            .fetch_all(pool)
            .await?
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
            sqlx::query_as(
                "select id, name, roles, password, must_change, is_disabled, subject, created_on from account \
                 where name = $1",
            )
            .bind(name.as_str())
            .fetch_optional(pool)
            .await?
        });
        row.map(TryInto::try_into).transpose()
    }

    /// The account that a provider of single sign-on calls `subject`.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn account_of_subject(&self, subject: &str) -> Result<Option<Account>, Error> {
        let row: Option<AccountRow> = reading!(self, pool => {
            sqlx::query_as(
                "select id, name, roles, password, must_change, is_disabled, subject, created_on from account \
                 where subject = $1",
            )
            .bind(subject)
            .fetch_optional(pool)
            .await?
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
    ) -> Result<bool, Error> {
        let id = id.to_string();
        let (hash, must_change) = change.password.clone().unzip();
        let logs_out = change.password.is_some() || change.is_disabled == Some(true);
        let kept = kept.map_or("", |token| &token.0);
        let changed = writing!(self, tx => {
            let changed = sqlx::query(
                "update account set roles = coalesce($1, roles), is_disabled = coalesce($2, is_disabled), \
                 password = coalesce($3, password), must_change = coalesce($4, must_change), \
                 subject = case when $5 then $6 else subject end where id = $7",
            )
            .bind(change.roles.as_ref().map(ToString::to_string))
            .bind(change.is_disabled)
            .bind(hash.as_ref().map(|hash| &hash.0))
            .bind(must_change)
            .bind(change.subject.is_some())
            .bind(change.subject.clone().flatten())
            .bind(&id)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if logs_out {
                sqlx::query("delete from staff_session where account_id = $1 and token <> $2")
                    .bind(&id)
                    .bind(kept)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("delete from known_browser where account_id = $1")
                    .bind(&id)
                    .execute(&mut *tx)
                    .await?;
            }
            changed
        });
        Ok(changed == 1)
    }

    /// Takes an account away with its sessions; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_account(&self, id: AccountId) -> Result<bool, Error> {
        let removed = writing!(self, tx => {
            sqlx::query("delete from account where id = $1")
                .bind(id.to_string())
                .execute(&mut *tx)
                .await?
                .rows_affected()
        });
        Ok(removed == 1)
    }

    /// Begins a session of `account` in place of the one the browser had, and remembers the browser by `browser`.
    /// Sessions that are over, and browsers not seen for a year, go on this occasion.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_session(
        &self,
        account: AccountId,
        token: &TokenDigest,
        before: Option<&TokenDigest>,
        browser: &TokenDigest,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let (id, at) = (account.to_string(), at.trunc_subsecs(6));
        writing!(self, tx => {
            sqlx::query("delete from staff_session where token = $1 or began_at < $2 or seen_at < $3")
                .bind(before.map_or("", |token| &token.0))
                .bind(at - ABSOLUTE_LIMIT)
                .bind(at - IDLE_LIMIT)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from known_browser where began_at < $1")
                .bind(at - chrono::TimeDelta::days(BROWSER_DAYS))
                .execute(&mut *tx)
                .await?;
            sqlx::query("insert into staff_session (token, account_id, began_at, seen_at) values ($1, $2, $3, $3)")
                .bind(&token.0)
                .bind(&id)
                .bind(at)
                .execute(&mut *tx)
                .await?;
            sqlx::query(
                "insert into known_browser (token, account_id, began_at) values ($1, $2, $3) \
                 on conflict (token) do update set account_id = excluded.account_id, began_at = excluded.began_at",
            )
            .bind(&browser.0)
            .bind(&id)
            .bind(at)
            .execute(&mut *tx)
            .await?;
        });
        Ok(())
    }

    /// The session kept by `token`, over or not, with its account as it is now.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn session(&self, token: &TokenDigest) -> Result<Option<Session>, Error> {
        let row: Option<SessionRow> = reading!(self, pool => {
            sqlx::query_as(
                "select s.began_at, s.seen_at, a.id, a.name, a.roles, a.password, a.must_change, a.is_disabled, \
                 a.subject, a.created_on from staff_session s join account a on a.id = s.account_id where s.token = $1",
            )
            .bind(&token.0)
            .fetch_optional(pool)
            .await?
        });
        row.map(|row| {
            let (account, _) = row.account.try_into()?;
            Ok(Session {
                token: token.clone(),
                account,
                began_at: row.began_at,
                seen_at: row.seen_at,
            })
        })
        .transpose()
    }

    /// Notes that a session is used.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_session(&self, token: &TokenDigest, at: DateTime<Utc>) -> Result<(), Error> {
        writing!(self, tx => {
            sqlx::query("update staff_session set seen_at = $1 where token = $2")
                .bind(at.trunc_subsecs(6))
                .bind(&token.0)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// Ends one session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_session(&self, token: &TokenDigest) -> Result<(), Error> {
        writing!(self, tx => {
            sqlx::query("delete from staff_session where token = $1")
                .bind(&token.0)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// Ends every session of an account and forgets its browsers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_sessions(&self, account: AccountId) -> Result<(), Error> {
        let id = account.to_string();
        writing!(self, tx => {
            sqlx::query("delete from staff_session where account_id = $1")
                .bind(&id)
                .execute(&mut *tx)
                .await?;
            sqlx::query("delete from known_browser where account_id = $1")
                .bind(&id)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// Whether `account` has logged in before in the browser that holds `browser`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn knows_browser(
        &self,
        account: AccountId,
        browser: &TokenDigest,
    ) -> Result<bool, Error> {
        let found: Option<(String,)> = reading!(self, pool => {
            sqlx::query_as("select token from known_browser where token = $1 and account_id = $2")
                .bind(&browser.0)
                .bind(account.to_string())
                .fetch_optional(pool)
                .await?
        });
        Ok(found.is_some())
    }
}
