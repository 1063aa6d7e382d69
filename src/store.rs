//! The city on disk: SQLite embedded in the program, or a PostgreSQL database. Every statement is
//! written once and runs on both.
//!
//! A write is one transaction: rows, audit trail and revision together. On SQLite an acknowledged write
//! is on the disk (write-ahead log with `synchronous=FULL`); on PostgreSQL by its synchronous commit.

mod accounts;
mod audits;
mod counselling;
mod events;
mod level_history;
mod measured_ways;
mod news;
mod parts;
mod read;
mod refuges;
mod releases;
mod rows;
mod scenarios;
mod sessions;
mod since;
mod suggestions;
mod surveys;
mod trail;
mod views;
mod webhooks;
mod write;

use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant};

use sqlx::error::DatabaseError;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

pub use accounts::{AccountChange, Hand};

use crate::error::Error;
use crate::snapshot::Revision;

/// Where a city is kept.
#[derive(Clone)]
pub enum Store {
    /// An embedded file: one writer, several readers.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Connections that only read.
        reader: SqlitePool,
    },
    /// A server that several replicas may share.
    Postgres(PgPool),
}

/// Runs one body on whichever database is open, so that each statement is written once.
macro_rules! reading {
    ($store:expr, $pool:ident => $body:expr) => {
        match $store {
            $crate::store::Store::Sqlite { reader: $pool, .. } => $body,
            $crate::store::Store::Postgres($pool) => $body,
        }
    };
}

/// Runs one body in a transaction on whichever database is open; an error inside rolls everything back.
/// SQLite takes its write lock at the start: a reader that turns writer could fail at any time.
macro_rules! writing {
    ($store:expr, $tx:ident => $body:expr) => {
        match $store {
            $crate::store::Store::Sqlite { writer, .. } => {
                let mut $tx = writer.begin_with("BEGIN IMMEDIATE").await?;
                let done = $body;
                $tx.commit().await?;
                done
            }
            $crate::store::Store::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                let done = $body;
                $tx.commit().await?;
                done
            }
        }
    };
}

/// Runs one body in a transaction that sees one state of the database from its first read to its end.
macro_rules! at_one_revision {
    ($store:expr, $tx:ident => $body:expr) => {
        match $store {
            $crate::store::Store::Sqlite { reader, .. } => {
                let mut $tx = reader.begin().await?;
                $body
            }
            $crate::store::Store::Postgres(pool) => {
                let mut $tx = pool
                    .begin_with("begin isolation level repeatable read read only")
                    .await?;
                $body
            }
        }
    };
}

/// Runs `insert … values (…), (…)` for a list of rows in chunks.
macro_rules! insert_rows {
    ($tx:expr, $rows:expr, $insert:literal, $conflict:literal, |$values:ident, $row:ident| $bind:expr) => {
        for chunk in $rows.chunks($crate::store::CHUNK) {
            let mut query = sqlx::QueryBuilder::new($insert);
            query.push_values(chunk, |mut $values, $row| {
                $bind;
            });
            query.push($conflict);
            query.build().execute(&mut *$tx).await?;
        }
    };
}

use {at_one_revision, insert_rows};
pub(crate) use {reading, writing};

/// Rows per statement: seventeen values each stay below SQLite's limit of 32,766.
const CHUNK: usize = 1900;

/// The name of the channel on which replicas hear of new revisions.
const CHANNEL: &str = "miteinander_revision";

/// Migrations in order; never edited once shipped.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "city", include_str!("../migrations/0001_city.sql")),
    (2, "map", include_str!("../migrations/0002_map.sql")),
    (3, "event", include_str!("../migrations/0003_event.sql")),
    (
        4,
        "suggestion",
        include_str!("../migrations/0004_suggestion.sql"),
    ),
    (5, "trail", include_str!("../migrations/0005_trail.sql")),
    (6, "staff", include_str!("../migrations/0006_staff.sql")),
    (7, "desk", include_str!("../migrations/0007_desk.sql")),
    (8, "webhook", include_str!("../migrations/0008_webhook.sql")),
    (
        9,
        "residents",
        include_str!("../migrations/0009_residents.sql"),
    ),
    (
        10,
        "level_history",
        include_str!("../migrations/0010_level_history.sql"),
    ),
    (
        11,
        "scenario",
        include_str!("../migrations/0011_scenario.sql"),
    ),
    (12, "audit", include_str!("../migrations/0012_audit.sql")),
    (
        13,
        "barriers_changed",
        include_str!("../migrations/0013_barriers_changed.sql"),
    ),
    (
        14,
        "measured_way",
        include_str!("../migrations/0014_measured_way.sql"),
    ),
    (
        15,
        "safety_release",
        include_str!("../migrations/0015_safety_release.sql"),
    ),
    (
        16,
        "counselling",
        include_str!("../migrations/0016_counselling.sql"),
    ),
    (
        17,
        "audit_photo",
        include_str!("../migrations/0017_audit_photo.sql"),
    ),
];

/// How long a question to an unreachable server takes to fail.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How many rows the thread that reads the file may be ahead.
const ROWS_HANDED_OVER: usize = 4096;

/// How long a writer waits for another program that writes to the same file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a program that finds a new file locked waits before it tries again.
const LOCKED_PAUSE: Duration = Duration::from_millis(10);

/// SQLite's number for a file that another program holds.
const SQLITE_BUSY: u32 = 5;

impl Store {
    /// Opens the embedded database in the folder `data`, made when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made or the file is no database.
    pub async fn open_folder(data: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(data).map_err(|source| Error::File {
            path: data.display().to_string(),
            source,
        })?;
        Self::open_sqlite(SqliteConnectOptions::new().filename(data.join("city.sqlite"))).await
    }

    /// Opens the database at an address: `postgres://…` or `sqlite:FILE`.
    ///
    /// # Errors
    /// When the address is of another kind or the database cannot be reached.
    pub async fn open_address(address: &str) -> Result<Self, Error> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Self::open_postgres(PgConnectOptions::from_str(address)?).await;
        }
        if address.starts_with("sqlite:") {
            return Self::open_sqlite(SqliteConnectOptions::from_str(address)?).await;
        }
        // Only the scheme is repeated: the rest may be a password, and without a scheme all of it.
        let scheme = address.split_once("://").map(|(scheme, _)| scheme);
        let plain = scheme.filter(|own| own.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        Err(Error::DatabaseAddress(match plain {
            Some(scheme) => format!("\"{scheme}\""),
            None => "something else".to_owned(),
        }))
    }

    async fn open_sqlite(options: SqliteConnectOptions) -> Result<Self, Error> {
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // What is taken away for good must not linger in the file.
            .pragma("secure_delete", "on")
            .busy_timeout(BUSY_TIMEOUT)
            // Reading a whole city hands over a million rows: in large batches, or two threads wait on each other.
            .row_buffer_size(ROWS_HANDED_OVER);
        let writer = connect_writer(&options).await?;
        // Under the write lock: of two programs that find a new file together, the second must not make the tables again.
        let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
        migrator().run(&mut *tx).await?;
        tx.commit().await?;
        let reader = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_lazy_with(options.read_only(true).create_if_missing(false));
        let store = Self::Sqlite { writer, reader };
        store.begin_lineage().await?;
        store.seal_old_trail().await?;
        Ok(store)
    }

    async fn open_postgres(options: PgConnectOptions) -> Result<Self, Error> {
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options)
            .await?;
        migrator().run(&pool).await?;
        let store = Self::Postgres(pool);
        store.begin_lineage().await?;
        store.seal_old_trail().await?;
        Ok(store)
    }

    /// Gives a new store its random name; an old one keeps its own.
    async fn begin_lineage(&self) -> Result<(), Error> {
        let lineage = uuid::Uuid::new_v4().simple().to_string();
        writing!(self, tx => {
            sqlx::query("insert into city (one, lineage, revision) values (1, $1, 0) on conflict (one) do nothing")
                .bind(&lineage)
                .execute(&mut *tx)
                .await?;
        });
        Ok(())
    }

    /// The number of the last committed write.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn revision(&self) -> Result<Revision, Error> {
        let (number,): (i64,) = reading!(self, pool => {
            sqlx::query_as("select revision from city where one = 1").fetch_one(pool).await?
        });
        Ok(Revision(number))
    }

    /// The shared database that announces new revisions; none for an embedded one.
    #[must_use]
    pub fn announcer(&self) -> Option<(&PgPool, &'static str)> {
        match self {
            Self::Sqlite { .. } => None,
            Self::Postgres(pool) => Some((pool, CHANNEL)),
        }
    }

    /// Closes every connection; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, reader } => {
                reader.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// The one connection that writes. Of two programs that turn a new file into one with a write-ahead log at the same time,
/// SQLite tells one at once that it is locked, without the wait it is asked for: it tries again.
pub(crate) async fn connect_writer(options: &SqliteConnectOptions) -> Result<SqlitePool, Error> {
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None);
    let begin = Instant::now();
    loop {
        match pool.clone().connect_with(options.clone()).await {
            Err(error) if is_locked(&error) && begin.elapsed() < BUSY_TIMEOUT => {
                tokio::time::sleep(LOCKED_PAUSE).await;
            }
            done => return Ok(done?),
        }
    }
}

/// Whether another program holds the file.
fn is_locked(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    let code = code.and_then(|code| code.parse::<u32>().ok());
    // The lower byte is the kind of the failure, the upper ones tell of its place.
    code.is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.iter().map(|&(version, name, sql)| {
        Migration::new(
            version,
            name.into(),
            MigrationType::Simple,
            sqlx::SqlStr::from_static(sql),
            false,
        )
    });
    Migrator {
        migrations: migrations.collect(),
        ..Migrator::DEFAULT
    }
}
