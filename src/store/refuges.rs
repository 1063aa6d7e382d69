//! Forgetting places of refuge, in the city and in the trail.

use std::collections::BTreeSet;

use crate::domain::Event;
use crate::domain::trail::Subject;
use crate::store::Store;

/// Takes places of refuge away with what is held there, what residents said of them and what points there, and the content of every entry of the trail that tells of them:
/// those about them, those that name them, and all about an event that ever was held there.
macro_rules! forget_refuges {
    ($tx:expr, $change:expr, $at:expr, $replaced:expr) => {
        for id in $change.refuges.iter().map(ToString::to_string) {
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
            let held = held.iter().map(|event| $crate::domain::trail::Subject::from_stored(event));
            $replaced.events_of_refuges.extend(held);
            $crate::store::refuges::forget_suggestions!($tx, &id, ($at, $change.author), $replaced);
            $crate::store::refuges::forget_pointers!($tx, &id, $replaced);
        }
    };
}

/// Takes away what residents said of a place of refuge, or what became one.
macro_rules! forget_suggestions {
    ($tx:expr, $place:expr, ($at:expr, $by:expr), $replaced:expr) => {
        let statement = "select id, state from suggestion where state <> 'removed' and (about = $1 or place_id = $1)";
        let about: Vec<(String, String)> = sqlx::query_as(statement)
            .bind($place)
            .fetch_all(&mut *$tx)
            .await?;
        for (suggestion, state) in about {
            let suggestion = $crate::store::suggestions::id_of(&suggestion)?;
            let state = $crate::store::suggestions::state_of(suggestion, &state)?;
            let day = $at.date_naive();
            $crate::store::suggestions::empty_suggestion!($tx, suggestion, day, $by, None);
            $replaced.suggestions_of_refuges.push((suggestion, state));
        }
        let statement = sqlx::query("update suggestion set place_id = null where place_id = $1");
        statement.bind($place).execute(&mut *$tx).await?;
    };
}

/// Lets places no longer point to a place of refuge.
macro_rules! forget_pointers {
    ($tx:expr, $place:expr, $replaced:expr) => {
        let mut query = sqlx::QueryBuilder::new($crate::store::rows::SELECT_PLACES);
        query
            .push(" where facts like ")
            .push_bind(format!("%{}%", $place));
        let naming: Vec<String> = query.build_query_scalar().fetch_all(&mut *$tx).await?;
        for text in naming {
            let mut place = $crate::store::rows::place_from_text(&text)?;
            let points = place.facts.relocated_to.map(|other| other.to_string());
            if points.as_ref() == Some($place) {
                place.facts.relocated_to = None;
                sqlx::query("update place set facts = $1 where id = $2")
                    .bind($crate::store::rows::json(&place.facts))
                    .bind(place.id.to_string())
                    .execute(&mut *$tx)
                    .await?;
                $replaced.moved_to_refuges.insert(place.id);
            }
        }
    };
}

pub(super) use {forget_pointers, forget_refuges, forget_suggestions};

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
