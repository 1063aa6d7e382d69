//! An account as a row.

use chrono::NaiveDate;

use crate::domain::Invalid;
use crate::domain::account::{Account, PasswordHash};
use crate::error::Error;

/// The columns of an [`AccountRow`]; in a join no other table may have one of these.
macro_rules! account_columns {
    () => {
        "id, name, roles, password, must_change, is_disabled, subject, created_on"
    };
}

pub(in crate::store) use account_columns;

#[derive(sqlx::FromRow)]
pub(in crate::store) struct AccountRow {
    id: String,
    name: String,
    roles: String,
    password: Option<String>,
    must_change: bool,
    is_disabled: bool,
    subject: Option<String>,
    created_on: String,
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
