//! Entries of older versions of the program, which had no numbers and no hashes.

use chrono::{DateTime, Utc};

use crate::domain::trail::chain::{Head, Written};
use crate::domain::trail::{Author, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::trail::append::{insert_written, keep_head, lock_trail, salt};
use crate::store::{Store, reading, writing};

impl Store {
    /// Gives the entries of older versions of the program, which had no numbers, their numbers and hashes. Of two programs
    /// that open a store together one does it.
    pub(in crate::store) async fn seal_old_trail(&self) -> Result<(), Error> {
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
