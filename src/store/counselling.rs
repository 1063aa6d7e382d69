//! Lines of help, and focus areas of prevention, as rows.

use serde::de::DeserializeOwned;

use crate::domain::counselling::KeptHelpLine;
use crate::domain::prevention::KeptFocusArea;
use crate::domain::{Catalogue, Invalid};
use crate::error::Error;

/// Every line that the city keeps, in the columns of [`HelpLineRow`].
pub(super) const SELECT_HELP_LINES: &str = "select id, line from counselling";

/// Every focus area, in the columns of [`FocusAreaRow`].
pub(super) const SELECT_FOCUS_AREAS: &str = "select id, content from focus_area";

/// A line as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct HelpLineRow {
    id: String,
    line: Option<String>,
}

/// A focus area as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct FocusAreaRow {
    id: String,
    content: String,
}

/// Puts lines in place of what was there. One that is shown no more stays as a row without content: it may come with the program.
macro_rules! put_help_lines {
    ($tx:expr, $changes:expr) => {
        for own in &$changes {
            let line = own.after.as_ref().map($crate::store::rows::json);
            let statement = "insert into counselling (id, line) values ($1, $2) \
                             on conflict (id) do update set line = excluded.line";
            sqlx::query(statement)
                .bind(own.id.to_string())
                .bind(line)
                .execute(&mut *$tx)
                .await?;
        }
    };
}

/// Puts focus areas in place of what was there, and takes those away that go.
macro_rules! put_focus_areas {
    ($tx:expr, $changes:expr) => {
        for own in &$changes {
            let statement = sqlx::query("delete from focus_area where id = $1");
            statement
                .bind(own.id.to_string())
                .execute(&mut *$tx)
                .await?;
            if let Some(after) = &own.after {
                sqlx::query("insert into focus_area (id, content) values ($1, $2)")
                    .bind(own.id.to_string())
                    .bind($crate::store::rows::json(after))
                    .execute(&mut *$tx)
                    .await?;
            }
        }
    };
}

pub(super) use {put_focus_areas, put_help_lines};

impl HelpLineRow {
    /// The line; none where a list of places of refuge that is newer than the line refuses it.
    pub(super) fn read(self) -> Result<Option<KeptHelpLine>, Error> {
        let line = self.line.as_deref();
        let read = || -> Result<KeptHelpLine, Invalid> {
            Ok(KeptHelpLine {
                id: self.id.parse()?,
                line: line.map(|text| json("line", text)).transpose()?,
            })
        };
        unless_refused(read(), line.unwrap_or_default())
            .map_err(|invalid| corrupt("counselling", &self.id, invalid))
    }
}

impl FocusAreaRow {
    /// The focus area; none where a list of places of refuge that is newer refuses it.
    pub(super) fn read(self) -> Result<Option<KeptFocusArea>, Error> {
        let read = || -> Result<KeptFocusArea, Invalid> {
            Ok((self.id.parse()?, json("content", &self.content)?))
        };
        unless_refused(read(), &self.content)
            .map_err(|invalid| corrupt("focus_area", &self.id, invalid))
    }
}

fn json<T: DeserializeOwned>(field: &'static str, text: &str) -> Result<T, Invalid> {
    serde_json::from_str(text).map_err(|error| Invalid::new(field, error.to_string()))
}

/// A row that cannot be read because it names a place of refuge is left out: the rest of the city must be there.
fn unless_refused<T>(read: Result<T, Invalid>, text: &str) -> Result<Option<T>, Invalid> {
    match read {
        Err(_) if Catalogue::shipped().is_blocked_name(text) => Ok(None),
        read => read.map(Some),
    }
}

fn corrupt(table: &'static str, id: &str, invalid: Invalid) -> Error {
    Error::Corrupt {
        table,
        id: id.to_owned(),
        invalid,
    }
}
