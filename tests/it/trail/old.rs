//! Entries that older versions of the program wrote get their numbers and hashes once.

use std::str::FromStr;

use miteinander::domain::trail::Action;
use miteinander::store::Store;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

use super::{all, whole};
use crate::fixture::{Kept, both_stores, tamper};

/// What the last version before numbers and hashes made of a new database.
const OLD: [(i64, &str, &str); 4] = [
    (1, "city", include_str!("../../../migrations/0001_city.sql")),
    (2, "map", include_str!("../../../migrations/0002_map.sql")),
    (
        3,
        "event",
        include_str!("../../../migrations/0003_event.sql"),
    ),
    (
        4,
        "suggestion",
        include_str!("../../../migrations/0004_suggestion.sql"),
    ),
];

const A: &str = "insert into trail values (2, 0, '2026-03-04 14:00:00.123456+00:00', 'import:osm', 'added', 'place/a', 'Haus A')";
const B: &str = "insert into trail values (1, 1, '2026-03-03 14:00:00+00:00', 'built-in', 'added', 'place/b', 'Haus B')";
const C: &str = "insert into trail values (1, 0, '2026-03-03 14:00:00+00:00', 'built-in', 'changed', 'city/x', 'X')";
const HELD: &str = "insert into trail values (2, 1, '2026-03-04 14:00:00+00:00', 'import:events', 'added', 'event/e', 'Beratung')";
const GONE: &str = "insert into trail values (3, 0, '2026-03-05 14:00:00+00:00', 'import:osm', 'removed', 'place/a', '')";

/// A database of that version with these statements run on it.
async fn old_store(kept: &Kept, statements: &[&'static str]) {
    let migrations = OLD.map(|(version, name, sql)| {
        let sql = sqlx::SqlStr::from_static(sql);
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    });
    let migrator = Migrator {
        migrations: migrations.to_vec().into(),
        ..Migrator::DEFAULT
    };
    let store = match kept {
        Kept::Folder(folder) => {
            let file = SqliteConnectOptions::from_str("sqlite:")
                .unwrap()
                .filename(folder.path().join("city.sqlite"));
            let pool = SqlitePool::connect_with(file.create_if_missing(true))
                .await
                .unwrap();
            migrator.run(&pool).await.unwrap();
            Store::Sqlite {
                writer: pool.clone(),
                reader: pool,
            }
        }
        Kept::Server(database) => {
            let pool = sqlx::PgPool::connect(&database.url).await.unwrap();
            migrator.run(&pool).await.unwrap();
            Store::Postgres(pool)
        }
    };
    for statement in statements {
        tamper(&store, statement).await;
    }
    store.close().await;
}

both_stores! {
    async fn old_entries_stand_first_in_their_order_and_are_sealed_once(kept: &Kept) {
        old_store(kept, &[A, B, C]).await;
        let (one, other, third) = tokio::join!(kept.open(), kept.open(), kept.open());
        assert_eq!(whole(&one).await, 3);
        let entries = all(&other).await;
        let told: Vec<_> = entries
            .iter()
            .map(|own| (own.number, own.revision, own.author.to_string(), own.action, own.subject.as_str(), &*own.detail))
            .collect();
        let expected = [
            (1, Some(1), "built-in".to_owned(), Action::Changed, "city/x", "X"),
            (2, Some(1), "built-in".to_owned(), Action::Added, "place/b", "Haus B"),
            (3, Some(2), "import:osm".to_owned(), Action::Added, "place/a", "Haus A"),
        ];
        assert_eq!(told, expected);
        assert_eq!(entries[2].at.to_rfc3339(), "2026-03-04T14:00:00.123456+00:00");
        for store in [one, other, third] {
            store.close().await;
        }
        let again = kept.open().await;
        assert_eq!(whole(&again).await, 3);
        assert_eq!(all(&again).await, entries);
    }

    async fn names_of_refuges_that_older_versions_left_are_gone(kept: &Kept) {
        old_store(kept, &[A, B, HELD, GONE]).await;
        let store = kept.open().await;
        assert_eq!(whole(&store).await, 4);
        let details: Vec<_> = all(&store).await.iter().map(|own| own.detail.to_string()).collect();
        assert_eq!(details, ["Haus B", "", "", ""]);
    }

    async fn many_old_entries_are_sealed_in_pieces(kept: &Kept) {
        const MANY: &str = "insert into trail with recursive count(n) as (select 0 union all select n + 1 from count where n < 4999) \
            select n / 10, n % 10, '2026-03-04 14:00:00+00:00', 'built-in', 'added', 'place/' || n, 'Ort' from count";
        old_store(kept, &[MANY]).await;
        let store = kept.open().await;
        assert_eq!(whole(&store).await, 5000);
        let entries = all(&store).await;
        assert!((0..).zip(&entries).all(|(n, own)| own.subject.as_str() == format!("place/{n}")));
    }
}
