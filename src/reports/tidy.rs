//! Making the order of arrival unreadable.
//!
//! A page of a database file holds its rows in the order in which they were written, whatever their keys, and a log of changes
//! holds every write in turn. So after reports came in, the file is written anew in the order of its random keys, and the log
//! is emptied.

use sqlx::Executor;

use crate::error::Error;
use crate::reports::Reports;

/// Copies the reports of a server into a new table in the order of their keys: the old one remembered in which order, and in
/// which transaction, each of them came. The names of the constraint and its index are brought back, so that it can be done again.
const REWRITE: &str = "
    lock table report in access exclusive mode;
    create table report_next (like report including all);
    insert into report_next select * from report order by id;
    drop table report;
    alter table report_next rename to report;
    alter index report_next_pkey rename to report_pkey;
";

impl Reports {
    /// Writes everything anew in the order of random keys, and empties the log of changes.
    ///
    /// # Errors
    /// When the database cannot be written to; then nothing is lost, and the order stays readable until it is tried again.
    pub async fn tidy(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite(pool) => {
                pool.execute("vacuum").await?;
                pool.execute("pragma wal_checkpoint(truncate)").await?;
            }
            Self::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                tx.execute(REWRITE).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }
}
