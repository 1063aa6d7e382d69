//! A throw-away PostgreSQL server for the tests.
//!
//! [`fresh_database`] gives each test an empty database of its own. The first call starts one server
//! for the whole test process: no network port, a socket in a temporary folder, no wait for the disk.
//! A small shell process keeps that server and waits on a pipe from the test process. The pipe closes
//! however the tests end (normally, by a panic, by Ctrl-C, by `kill -9`), and then the keeper stops
//! the server and removes the folder.
//!
//! | variable | meaning |
//! |---|---|
//! | `TEST_POSTGRES_URL` | use this server, with a user that may create databases, instead of starting one |
//! | `PG_BIN_DIR` | folder of the server's programs; without it Debian's newest, then `pg_config --bindir` |
//! | `TEST_POSTGRES_FSYNC=on` | the started server waits for the disk, as a real one does |
//! | `CI=true` | a missing server fails the tests; otherwise they are skipped with a printed reason |

mod server;

use std::{
    process,
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

pub(crate) use server::say;
use sqlx::{AssertSqlSafe, Connection, PgConnection, postgres::PgConnectOptions};

/// An empty PostgreSQL database that is dropped with this value.
pub(crate) struct TestDatabase {
    /// What `--database` and [`sqlx::PgPool::connect`] take.
    pub(crate) url: String,
    name: String,
    admin: PgConnectOptions,
}

/// A new empty database, or `None`, with the reason printed once, when there is no PostgreSQL server here.
///
/// # Panics
/// When a server is here but does not start or refuses the new database, and, if `CI` is `true`, when there is none.
pub(crate) async fn fresh_database() -> Option<TestDatabase> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = server::url()?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("miteinander_test_{}_{number}", process::id());
    let admin = options(server);
    // A killed run with the same process id may have left this name on a server that outlives the tests.
    for statement in [
        format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"),
    ] {
        execute(&admin, statement)
            .await
            .expect("the test server makes a new database");
    }
    let url = with_database(server, &name);
    Some(TestDatabase { url, name, admin })
}

impl Drop for TestDatabase {
    /// Drops the database, closing connections that a failed test left open.
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let admin = self.admin.clone();
        // The test's own runtime cannot block inside a drop, hence a thread with one of its own.
        let dropped = thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map(|runtime| runtime.block_on(execute(&admin, statement)))
        });
        // A panic here would hide the failure of the test; a database that stays harms nobody.
        if !matches!(dropped.join(), Ok(Ok(Ok(())))) {
            say(&format!(
                "the test database {} could not be dropped",
                self.name
            ));
        }
    }
}

async fn execute(server: &PgConnectOptions, statement: String) -> sqlx::Result<()> {
    let mut connection = PgConnection::connect_with(server).await?;
    // Safe: the only variable part is a name made of letters and numbers above.
    sqlx::query(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await?;
    connection.close().await
}

fn options(url: &str) -> PgConnectOptions {
    url.parse()
        .expect("the test server's address is a postgres:// URL")
}

/// `url` with its database replaced; parameters after `?` stay.
fn with_database(url: &str, name: &str) -> String {
    let (base, parameters) = url
        .split_once('?')
        .map_or((url, String::new()), |(base, rest)| {
            (base, format!("?{rest}"))
        });
    let host_starts = base.find("://").map_or(0, |at| at + 3);
    let host_ends = base[host_starts..]
        .find('/')
        .map_or(base.len(), |at| host_starts + at);
    format!("{}/{name}{parameters}", &base[..host_ends])
}

mod tests {
    use super::*;

    /// Runs one statement in the database and returns its text values.
    async fn ask(database: &TestDatabase, statement: &'static str) -> Vec<String> {
        let mut connection = PgConnection::connect(&database.url)
            .await
            .expect("the database is open");
        sqlx::query_scalar(statement)
            .fetch_all(&mut connection)
            .await
            .expect("the statement is valid")
    }

    const TABLES: &str = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";

    #[tokio::test]
    async fn a_fresh_database_is_empty() {
        let Some(database) = fresh_database().await else {
            return;
        };
        assert_eq!(ask(&database, TABLES).await, Vec::<String>::new());
        assert_eq!(ask(&database, "SHOW server_encoding").await, ["UTF8"]);
    }

    #[tokio::test]
    async fn two_fresh_databases_are_independent() {
        let (Some(one), Some(other)) = (fresh_database().await, fresh_database().await) else {
            return;
        };
        ask(&one, "CREATE TABLE bench (id text)").await;
        assert_eq!(ask(&one, TABLES).await, ["bench"]);
        assert_eq!(ask(&other, TABLES).await, Vec::<String>::new());
    }

    #[tokio::test]
    async fn a_database_goes_with_its_value_even_while_in_use() {
        let Some(database) = fresh_database().await else {
            return;
        };
        let url = database.url.clone();
        let mut still_open = PgConnection::connect(&url)
            .await
            .expect("the database is open");
        drop(database);
        let error = PgConnection::connect(&url)
            .await
            .expect_err("the database is gone");
        assert!(error.to_string().contains("does not exist"), "{error}");
        assert!(still_open.ping().await.is_err());
    }

    #[test]
    fn only_the_database_of_a_url_is_replaced() {
        let cases = [
            (
                "postgres://a@%2Ftmp%2Fx/postgres",
                "postgres://a@%2Ftmp%2Fx/new",
            ),
            ("postgres://a:b@host:5433", "postgres://a:b@host:5433/new"),
            (
                "postgres://a@localhost/old?host=/run/pg",
                "postgres://a@localhost/new?host=/run/pg",
            ),
        ];
        for (url, expected) in cases {
            assert_eq!(with_database(url, "new"), expected);
        }
    }
}
