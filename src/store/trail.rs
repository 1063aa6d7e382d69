//! The audit trail as rows: written only through one door, read in pages, checked from end to end.

pub(super) mod append;
mod old;
mod question;

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use futures_util::stream::{self, Stream};
use sqlx::{ColumnIndex, Decode, FromRow, QueryBuilder, Row, Type};

use crate::domain::trail::chain::{Check, Head, Verdict, Written};
use crate::domain::trail::{NewEntry, Page, TrailEntry, TrailFilter, written};
use crate::error::Error;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::trail::question::push_filter;
use crate::store::{Store, at_one_revision, reading, writing};

/// Every entry, in the columns of [`Written`].
const SELECT: &str = "select number, revision, at, author, action, subject, undoes, detail, before, after, salt, \
     digest, hash from trail";

/// Entries per page where all of them are read one page after the other.
const PAGE: u32 = 1000;

impl Store {
    /// Puts `entries` about what changes no city (accounts, decisions) into the trail, on disk when this returns.
    ///
    /// # Errors
    /// When the database fails; nothing is written then.
    pub async fn record(&self, entries: &[NewEntry], at: DateTime<Utc>) -> Result<(), Error> {
        if entries.is_empty() {
            return Ok(());
        }
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            append_trail!(tx, head, entries, None, &written(at));
        });
        Ok(())
    }

    /// The entries that `filter` asks for, in the order of its page.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn trail(&self, filter: &TrailFilter) -> Result<Vec<TrailEntry>, Error> {
        let rows: Vec<Written> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            push_filter(&mut query, filter);
            query.build_query_as().fetch_all(pool).await?
        });
        rows.into_iter().map(entry).collect()
    }

    /// The entries that `filter` asks for, page by page, so that no more than a page is held at a time. Its limit is
    /// that of all pages together.
    pub fn trail_pages(
        &self,
        filter: TrailFilter,
    ) -> impl Stream<Item = Result<Vec<TrailEntry>, Error>> + Send + use<> {
        stream::try_unfold((self.clone(), filter), |(store, mut left)| async move {
            let most = left.limit.map_or(PAGE, |most| most.min(PAGE));
            let asked = TrailFilter {
                limit: Some(most),
                ..left.clone()
            };
            let page = store.trail(&asked).await?;
            let Some(last) = page.last() else {
                return Ok(None);
            };
            left.limit = left.limit.map(|limit| limit - most);
            left.page = match left.page {
                Page::After(_) => Page::After(last.number),
                Page::Newest | Page::Before(_) => Page::Before(last.number),
            };
            Ok(Some((page, (store, left))))
        })
    }

    /// One entry by its number, if there is one.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn trail_entry(&self, number: i64) -> Result<Option<TrailEntry>, Error> {
        let filter = TrailFilter {
            page: Page::After(number.saturating_sub(1)),
            ..TrailFilter::newest(1)
        };
        let found = self.trail(&filter).await?;
        Ok(found.into_iter().find(|entry| entry.number == number))
    }

    /// Goes through the whole trail, one entry at a time, and says whether its chain holds; `known` is an entry that was
    /// noted elsewhere, to be looked for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn check_trail(&self, known: Option<Head>) -> Result<Verdict, Error> {
        let mut check = Check::looking_for(known);
        let head: Option<(i64, String)> = at_one_revision!(self, tx => {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" order by number");
            let mut rows = query.build_query_as::<Written>().fetch(&mut *tx);
            while let Some(row) = rows.try_next().await? {
                check.read(&row);
            }
            drop(rows);
            sqlx::query_as("select number, hash from trail_head where one = 1").fetch_optional(&mut *tx).await?
        });
        let head = head.map(|(number, hash)| Head { number, hash });
        Ok(check.end(&head.unwrap_or_default()))
    }
}

fn entry(row: Written) -> Result<TrailEntry, Error> {
    let id = row.number.to_string();
    TrailEntry::try_from(row).map_err(|invalid| Error::Corrupt {
        table: "trail",
        id,
        invalid,
    })
}

impl<'r, R: Row> FromRow<'r, R> for Written
where
    &'static str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self {
            number: row.try_get("number")?,
            revision: row.try_get("revision")?,
            at: row.try_get("at")?,
            author: row.try_get("author")?,
            action: row.try_get("action")?,
            subject: row.try_get("subject")?,
            undoes: row.try_get("undoes")?,
            detail: row.try_get("detail")?,
            before: row.try_get("before")?,
            after: row.try_get("after")?,
            salt: row.try_get("salt")?,
            digest: row.try_get("digest")?,
            hash: row.try_get("hash")?,
        })
    }
}
