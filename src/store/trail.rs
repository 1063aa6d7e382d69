//! The audit trail as rows: written only through one door, read in pages, checked from end to end.

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use futures_util::stream::{self, Stream};
use sqlx::{Database, Encode, QueryBuilder, Type};

use crate::domain::trail::chain::{Check, Head, Verdict, Written};
use crate::domain::trail::{
    About, Author, NewEntry, Page, Subject, TrailEntry, TrailFilter, written,
};
use crate::error::Error;
use crate::store::{Store, at_one_revision, reading, writing};

/// Every column, in the order of [`Written`].
type Row = (
    i64,
    Option<i64>,
    String,
    String,
    String,
    String,
    Option<i64>,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    String,
);

const SELECT: &str = "select number, revision, at, author, action, subject, undoes, detail, before, after, salt, \
     digest, hash from trail";

/// Takes the turn to write to the trail, and returns its last entry: whoever comes second waits until the transaction of the
/// first has ended. Comes before everything else in a transaction.
macro_rules! lock_trail {
    ($tx:expr) => {{
        let statement =
            "update trail_head set number = number where one = 1 returning number, hash";
        let (number, hash) = sqlx::query_as(statement).fetch_one(&mut *$tx).await?;
        $crate::domain::trail::chain::Head { number, hash }
    }};
}

/// Puts new entries behind `head`, which becomes the last of them. `revision` is the city's, if it changes; `at` the moment
/// as the trail writes it.
macro_rules! append_trail {
    ($tx:expr, $head:expr, $entries:expr, $revision:expr, $at:expr) => {
        for chunk in $entries.chunks($crate::store::CHUNK) {
            let seal = |entry| $head.seal(entry, $revision, $at, $crate::store::trail::salt());
            let rows: Vec<_> = chunk.iter().map(seal).collect();
            $crate::store::trail::insert_written!($tx, rows);
        }
        $crate::store::trail::keep_head!($tx, $head);
    };
}

macro_rules! insert_written {
    ($tx:expr, $rows:expr) => {
        $crate::store::insert_rows!(
            $tx,
            $rows,
            "insert into trail (number, revision, at, author, action, subject, undoes, detail, before, after, salt, digest, \
             hash) ",
            "",
            |values, row| values
                .push_bind(row.number)
                .push_bind(row.revision)
                .push_bind(&row.at)
                .push_bind(&row.author)
                .push_bind(&row.action)
                .push_bind(&row.subject)
                .push_bind(row.undoes)
                .push_bind(&row.detail)
                .push_bind(&row.before)
                .push_bind(&row.after)
                .push_bind(&row.salt)
                .push_bind(&row.digest)
                .push_bind(&row.hash)
        );
    };
}

macro_rules! keep_head {
    ($tx:expr, $head:expr) => {
        let statement = sqlx::query("update trail_head set number = $1, hash = $2 where one = 1");
        statement
            .bind($head.number)
            .bind(&$head.hash)
            .execute(&mut *$tx)
            .await?;
    };
}

pub(super) use {append_trail, insert_written, keep_head, lock_trail};

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
        let rows: Vec<Row> = reading!(self, pool => {
            let mut query = QueryBuilder::new(SELECT);
            push_filter(&mut query, filter);
            query.build_query_as().fetch_all(pool).await?
        });
        rows.into_iter().map(entry).collect()
    }

    /// The entries that `filter` asks for, page by page, so that no more than a page is held at a time. Its limit is
    /// that of all pages together, none where it is 0.
    pub fn trail_pages(
        &self,
        filter: TrailFilter,
    ) -> impl Stream<Item = Result<Vec<TrailEntry>, Error>> + Send + use<> {
        let left = if filter.limit == 0 {
            u32::MAX
        } else {
            filter.limit
        };
        stream::try_unfold(
            (self.clone(), filter, left),
            |(store, mut filter, left)| async move {
                filter.limit = left.min(PAGE);
                let page = if left == 0 {
                    Vec::new()
                } else {
                    store.trail(&filter).await?
                };
                let Some(last) = page.last() else {
                    return Ok(None);
                };
                filter.page = match filter.page {
                    Page::After(_) => Page::After(last.number),
                    Page::Newest | Page::Before(_) => Page::Before(last.number),
                };
                let left = left - u32::try_from(page.len()).unwrap_or(left).min(left);
                Ok(Some((page, (store, filter, left))))
            },
        )
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
            let mut rows = query.build_query_as::<Row>().fetch(&mut *tx);
            while let Some(row) = rows.try_next().await? {
                check.read(&in_columns(row));
            }
            drop(rows);
            sqlx::query_as("select number, hash from trail_head where one = 1").fetch_optional(&mut *tx).await?
        });
        let head = head.map(|(number, hash)| Head { number, hash });
        Ok(check.end(&head.unwrap_or_default()))
    }

    /// Gives the entries of older versions of the program, which had no numbers, their numbers and hashes. Of two programs
    /// that open a store together one does it.
    pub(super) async fn seal_old_trail(&self) -> Result<(), Error> {
        let (waiting,): (i64,) = reading!(self, pool => {
            sqlx::query_as("select count(*) from (select 1 from trail_unsealed limit 1) as waiting")
                .fetch_one(pool)
                .await?
        });
        if waiting == 0 {
            return Ok(());
        }
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            loop {
                let rows: Vec<Unsealed> = sqlx::query_as(SELECT_UNSEALED).fetch_all(&mut *tx).await?;
                let Some(last) = rows.last() else { break };
                let delete = sqlx::query("delete from trail_unsealed where (revision, position) <= ($1, $2)");
                delete.bind(last.revision).bind(last.position).execute(&mut *tx).await?;
                let sealed = rows.into_iter().map(|row| row.sealed(&mut head));
                let sealed = sealed.collect::<Result<Vec<_>, _>>()?;
                insert_written!(tx, sealed);
            }
            keep_head!(tx, head);
        });
        Ok(())
    }
}

/// An entry of an older version of the program.
#[derive(sqlx::FromRow)]
struct Unsealed {
    revision: i64,
    position: i64,
    at: DateTime<Utc>,
    author: String,
    action: String,
    subject: String,
    detail: String,
}

const SELECT_UNSEALED: &str = "select revision, position, at, author, action, subject, detail from trail_unsealed \
     order by revision, position limit 1900";

impl Unsealed {
    fn sealed(self, head: &mut Head) -> Result<Written, Error> {
        let action = self.action.parse().map_err(|invalid| Error::Corrupt {
            table: "trail_unsealed",
            id: format!("{}, {}", self.revision, self.position),
            invalid,
        })?;
        let (author, subject) = (
            Author::from_stored(&self.author),
            Subject::from_stored(&self.subject),
        );
        let entry = NewEntry::new(&author, action, subject).saying(self.detail);
        Ok(head.seal(&entry, Some(self.revision), &written(self.at), salt()))
    }
}

/// What makes the digest of an entry's content say nothing without it.
pub(super) fn salt() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

fn in_columns(row: Row) -> Written {
    let (
        number,
        revision,
        at,
        author,
        action,
        subject,
        undoes,
        detail,
        before,
        after,
        salt,
        digest,
        hash,
    ) = row;
    Written {
        number,
        revision,
        at,
        author,
        action,
        subject,
        undoes,
        detail,
        before,
        after,
        salt,
        digest,
        hash,
    }
}

fn entry(row: Row) -> Result<TrailEntry, Error> {
    let id = row.0.to_string();
    TrailEntry::try_from(in_columns(row)).map_err(|invalid| Error::Corrupt {
        table: "trail",
        id,
        invalid,
    })
}

/// Adds what `filter` asks for to a query.
fn push_filter<D>(query: &mut QueryBuilder<D>, filter: &TrailFilter)
where
    D: Database,
    for<'q> String: Encode<'q, D> + Type<D>,
    for<'q> i64: Encode<'q, D> + Type<D>,
    for<'q> i32: Encode<'q, D> + Type<D>,
{
    // A condition that is always met: the others all begin alike.
    query.push(" where number > ");
    query.push_bind(match filter.page {
        Page::After(number) => number,
        _ => i64::MIN,
    });
    if let Page::Before(number) = filter.page {
        query.push(" and number < ").push_bind(number);
    }
    match &filter.about {
        Some(About::One(subject)) => {
            query.push(" and subject = ").push_bind(subject.to_string());
        }
        Some(About::Beginning(text)) => push_beginning(query, "subject", text),
        None => {}
    }
    if let Some(by) = filter.by {
        push_beginning(query, "author", &by.prefix());
    }
    if let Some(action) = filter.action {
        query.push(" and action = ").push_bind(action.to_string());
    }
    if let Some(from) = filter.from {
        query.push(" and at >= ").push_bind(written(from));
    }
    if let Some(until) = filter.until {
        query.push(" and at < ").push_bind(written(until));
    }
    query.push(match filter.page {
        Page::After(_) => " order by number limit ",
        _ => " order by number desc limit ",
    });
    query.push_bind(i64::from(filter.limit));
}

/// Asks that a column begin with `text`, whose letters mean only themselves.
fn push_beginning<D>(query: &mut QueryBuilder<D>, column: &'static str, text: &str)
where
    D: Database,
    for<'q> String: Encode<'q, D> + Type<D>,
    for<'q> i32: Encode<'q, D> + Type<D>,
{
    let length = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
    query.push(format_args!(" and substr({column}, 1, "));
    query
        .push_bind(length)
        .push(") = ")
        .push_bind(text.to_owned());
}
