//! Sessions of the city's people, and the browsers they have used before.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use crate::domain::account::{ABSOLUTE_LIMIT, IDLE_LIMIT, Session, TokenDigest};
use crate::domain::staff::AccountId;
use crate::error::Error;
use crate::store::accounts::{AccountRow, account_columns};
use crate::store::{Store, reading, writing};

/// A browser is remembered for so long.
const BROWSER_DAYS: i64 = 365;

#[derive(sqlx::FromRow)]
struct SessionRow {
    began_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    #[sqlx(flatten)]
    account: AccountRow,
}

impl Store {
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
                .bind(at - TimeDelta::days(BROWSER_DAYS))
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
            sqlx::query_as(concat!(
                "select began_at, seen_at, ",
                account_columns!(),
                " from staff_session join account on id = account_id where token = $1",
            ))
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

    /// Whether any account has logged in before in the browser that holds `browser`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_browser_known(&self, browser: &TokenDigest) -> Result<bool, Error> {
        let found: Option<(String,)> = reading!(self, pool => {
            sqlx::query_as("select token from known_browser where token = $1 limit 1")
                .bind(&browser.0)
                .fetch_optional(pool)
                .await?
        });
        Ok(found.is_some())
    }
}
