//! Where reports of how safe people feel are kept: in a file of their own (SQLite) or a schema of their own (PostgreSQL), apart
//! from the city. Nothing here leads to a place, an account or a moment.
//!
//! Who may do what: [`Intake`] puts reports in and can do nothing else; [`Reports`] counts and releases, for the command line
//! and for staff. A report that was acknowledged is on the disk; the order in which reports came cannot be read from it once
//! they are [tidied](Reports::tidy).

mod counts;
mod door;
mod intake;
mod ledger;
mod rows;
mod tidy;

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use chrono::{Months, NaiveDate};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};

pub use counts::Counts;
pub use door::Door;
pub use intake::{Full, Intake};
pub use ledger::Ledger;

use crate::domain::report::{IsoWeek, Period, Report};
use crate::error::Error;
use crate::store::connect_writer;

/// Where reports are kept.
#[derive(Clone)]
pub enum Reports {
    /// A file, through its one connection.
    Sqlite(SqlitePool),
    /// A schema of a server that replicas share.
    Postgres(PgPool),
}

/// Runs one body in a transaction on whichever database is open; an error inside rolls everything back.
macro_rules! writing {
    ($reports:expr, $tx:ident => $body:expr) => {
        match $reports {
            $crate::reports::Reports::Sqlite(pool) => {
                let mut $tx = pool.begin_with("BEGIN IMMEDIATE").await?;
                let done = $body;
                $tx.commit().await?;
                done
            }
            $crate::reports::Reports::Postgres(pool) => {
                let mut $tx = pool.begin().await?;
                let done = $body;
                $tx.commit().await?;
                done
            }
        }
    };
}

/// Runs one body on whichever database is open.
macro_rules! reading {
    ($reports:expr, $pool:ident => $body:expr) => {
        match $reports {
            $crate::reports::Reports::Sqlite($pool) => $body,
            $crate::reports::Reports::Postgres($pool) => $body,
        }
    };
}

pub(crate) use {reading, writing};

/// Migrations in order; never edited once shipped.
const MIGRATIONS: &[(i64, &str, &str)] = &[(
    1,
    "report",
    include_str!("../migrations/safety/0001_report.sql"),
)];

/// What SQLite is told in place of the comment: rows lie in the order of their random keys, and nothing counts them.
const CLUSTERED: (&str, &str) = ("/* without rowid */", " without rowid");

/// The schema on PostgreSQL.
const SCHEMA: &str = "safety";

/// The file in a city's data folder.
const FILE: &str = "reports.sqlite";

/// How long a question to an unreachable server takes to fail.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a writer waits for another program that writes to the same file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// So many months a report is kept; after that only what was released of it stays.
pub const KEPT_MONTHS: u32 = 24;

/// The oldest week whose reports are kept on a day.
#[must_use]
pub fn oldest_kept(today: NaiveDate) -> IsoWeek {
    let since = today.checked_sub_months(Months::new(KEPT_MONTHS));
    IsoWeek::of(since.unwrap_or(NaiveDate::MIN))
}

impl Reports {
    /// Opens the file of reports in the folder `data`, made when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made or the file is no database.
    pub async fn open_folder(data: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(data).map_err(|source| Error::File {
            path: data.display().to_string(),
            source,
        })?;
        Self::open_sqlite(SqliteConnectOptions::new().filename(data.join(FILE))).await
    }

    /// Opens what belongs to a city's database at an address: a schema of its own there, or a file beside its file.
    ///
    /// # Errors
    /// When the address is of another kind or the database cannot be reached.
    pub async fn open_address(address: &str) -> Result<Self, Error> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Self::open_postgres(PgConnectOptions::from_str(address)?).await;
        }
        let city = SqliteConnectOptions::from_str(address)?;
        let mut beside = city.get_filename().to_path_buf().into_os_string();
        beside.push(".reports");
        Self::open_sqlite(SqliteConnectOptions::new().filename(beside)).await
    }

    async fn open_sqlite(options: SqliteConnectOptions) -> Result<Self, Error> {
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // What is taken away must not linger in the file, nor what is sorted in a file of the system.
            .pragma("secure_delete", "on")
            .pragma("temp_store", "memory")
            .busy_timeout(BUSY_TIMEOUT);
        let pool = connect_writer(&options).await?;
        // Under the write lock: of two programs that find a new file together, the second must not make the tables again.
        let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
        migrator(true).run(&mut *tx).await?;
        tx.commit().await?;
        let reports = Self::Sqlite(pool);
        reports.tidy().await?;
        Ok(reports)
    }

    async fn open_postgres(options: PgConnectOptions) -> Result<Self, Error> {
        let pool = PgPoolOptions::new()
            .max_connections(4)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.options([("search_path", SCHEMA)]))
            .await?;
        let create = "create schema if not exists safety";
        match sqlx::query(create).execute(&pool).await {
            // Two replicas began together: the other was faster.
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {}
            done => {
                done?;
            }
        }
        migrator(false).run(&pool).await?;
        Ok(Self::Postgres(pool))
    }

    /// Takes away what was told in weeks before `oldest`, and every seed of periods that had ended by then; says how many
    /// reports went.
    ///
    /// # Errors
    /// When the database cannot be written to.
    pub async fn forget_before(&self, oldest: IsoWeek) -> Result<u64, Error> {
        let [quarter, year] = Period::of(oldest);
        let gone = writing!(self, tx => {
            // A year is four letters, a quarter seven: each is compared with its own kind.
            let statement = sqlx::query(
                "delete from seed where period < case when length(period) = 4 then $1 else $2 end",
            );
            statement.bind(year.to_string()).bind(quarter.to_string()).execute(&mut *tx).await?;
            let statement = sqlx::query("delete from report where iso_week < $1");
            statement.bind(oldest.to_string()).execute(&mut *tx).await?.rows_affected()
        });
        if gone > 0 {
            self.tidy().await?;
        }
        Ok(gone)
    }

    /// Takes all reports, seeds and releases of a sample city away, in whose place another city comes: nobody shall take what
    /// was made up for what people told there.
    ///
    /// # Errors
    /// When the database cannot be written to.
    pub async fn forget_sample(&self) -> Result<(), Error> {
        writing!(self, tx => {
            for statement in ["delete from report", "delete from seed", "delete from release"] {
                sqlx::query(statement).execute(&mut *tx).await?;
            }
        });
        self.tidy().await
    }

    /// Every report, in the order of ids that mean nothing: for counting in [`crate::safety`], and for nothing else.
    ///
    /// # Errors
    /// When the database cannot be read or holds what is no report.
    pub async fn all(&self) -> Result<Vec<Report>, Error> {
        let rows: Vec<rows::ReportRow> = reading!(self, pool => {
            sqlx::query_as(rows::SELECT).fetch_all(pool).await?
        });
        rows.into_iter().map(Report::try_from).collect()
    }

    /// Closes every connection; what was still to be tidied is.
    pub async fn close(&self) {
        if let Err(error) = self.tidy().await {
            tracing::warn!(%error, "reports could not be tidied");
        }
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

fn migrator(is_sqlite: bool) -> Migrator {
    let migrations = MIGRATIONS.iter().map(|&(version, name, sql)| {
        let (comment, words) = CLUSTERED;
        let sql = if is_sqlite {
            sql.replace(comment, words)
        } else {
            sql.to_owned()
        };
        let sql = sqlx::AssertSqlSafe(sql);
        Migration::new(
            version,
            name.into(),
            MigrationType::Simple,
            sqlx::SqlSafeStr::into_sql_str(sql),
            false,
        )
    });
    Migrator {
        migrations: migrations.collect(),
        ..Migrator::DEFAULT
    }
}
