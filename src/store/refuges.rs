//! Forgetting places of refuge, in the city and in the trail.

use std::collections::BTreeSet;

use crate::domain::Event;
use crate::domain::trail::Subject;
use crate::store::Store;

/// Takes places of refuge away with what is held there, and the content of every entry of the trail that tells of them:
/// those about them, those that name them, and all about an event that ever was held there.
macro_rules! forget_refuges {
    ($tx:expr, $places:expr, $replaced:expr) => {
        for id in $places.iter().map(ToString::to_string) {
            let held: Vec<String> =
                sqlx::query_scalar("select 'event/' || id from event where place_id = $1 order by id")
                    .bind(&id)
                    .fetch_all(&mut *$tx)
                    .await?;
            let naming: Vec<(i64, String)> = sqlx::query_as(
                "select number, subject from trail where salt is not null and action <> 'redacted' \
                 and (subject = 'place/' || $1 or before like $2 or after like $2)",
            )
            .bind(&id)
            .bind(format!("%{id}%"))
            .fetch_all(&mut *$tx)
            .await?;
            let (mut numbers, events) = $crate::store::refuges::told_of(naming, &held);
            for event in events {
                let statement = "select number from trail where subject = $1 and salt is not null";
                let about: Vec<i64> = sqlx::query_scalar(statement)
                    .bind(event)
                    .fetch_all(&mut *$tx)
                    .await?;
                numbers.extend(about);
            }
            for number in numbers {
                let statement = "update trail set detail = '', before = null, after = null, salt = null \
                                 where number = $1";
                sqlx::query(statement).bind(number).execute(&mut *$tx).await?;
                $replaced.redacted.push(number);
            }
            let statement = sqlx::query("delete from place where id = $1");
            statement.bind(&id).execute(&mut *$tx).await?;
            let held = held.iter().map(|event| Subject::from_stored(event));
            $replaced.events_of_refuges.extend(held);
        }
    };
}

pub(super) use forget_refuges;

impl Store {
    /// Folds SQLite's write-ahead log into the file and empties it: what was taken away would stay in it for a while.
    pub(super) async fn fold_log(&self) {
        let Self::Sqlite { writer, .. } = self else {
            return;
        };
        let folded = sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(writer);
        match folded.await {
            Ok((0, _, _)) => {}
            Ok::<(i64, i64, i64), _>(_) => {
                tracing::warn!("what was taken away stays in the log while the file is read");
            }
            Err(error) => {
                tracing::warn!(%error, "what was taken away stays in the log for a while");
            }
        }
    }
}

/// The entries that name a place of refuge, and the events that are held there or were: all about these goes too.
pub(super) fn told_of(
    naming: Vec<(i64, String)>,
    held: &[String],
) -> (BTreeSet<i64>, BTreeSet<String>) {
    let mut numbers = BTreeSet::new();
    let mut events: BTreeSet<_> = held.iter().cloned().collect();
    for (number, subject) in naming {
        numbers.insert(number);
        if Subject::from_stored(&subject).id_of::<Event>().is_some() {
            events.insert(subject);
        }
    }
    (numbers, events)
}
