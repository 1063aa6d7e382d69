//! What becomes of suggestions, and how many there are of each.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::Invalid;
use crate::domain::note::Note;
use crate::domain::suggestion::figures::Tally;
use crate::domain::suggestion::{Decision, Rejection, Removal, SuggestionId};
use crate::domain::trail::written;
use crate::error::Error;
use crate::store::rows::{day, integer};
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

/// Notes in the transaction of a change that a suggestion became part of the city; fails when it is not open any more.
macro_rules! accept_suggestion {
    ($tx:expr, $accepted:expr) => {
        let accepted: &$crate::domain::suggestion::SuggestionAccepted = $accepted;
        let statement = sqlx::query(
            "update suggestion set state = 'accepted', decided_on = $1, decided_by = $2, place_id = $3 \
             where id = $4 and state = 'open'",
        );
        let noted = statement
            .bind(accepted.on.to_string())
            .bind(accepted.by.as_str())
            .bind(accepted.place.to_string())
            .bind(accepted.id.to_string())
            .execute(&mut *$tx)
            .await?;
        if noted.rows_affected() != 1 {
            return Err($crate::error::Error::Decided(accepted.id));
        }
    };
}

/// Takes the content of a suggestion away. When it was first decided on, and by whom, stays.
macro_rules! empty_suggestion {
    ($tx:expr, $id:expr, $on:expr, $by:expr, $reason:expr) => {
        let reason: Option<&str> = $reason;
        let statement = sqlx::query(
            "update suggestion set state = 'removed', decided_on = coalesce(decided_on, $1), \
             decided_by = coalesce(decided_by, $2), reason = $3, ground = null, about = null, is_gone = $4, \
             name = null, kind = null, address = null, lon = null, lat = null, opening_hours = null, \
             free = 'unknown', consumption_required = 'unknown', toilets = 'unknown', remark = null, \
             barriers_changed = (barriers_changed and place_id is not null) \
             where id = $5",
        );
        statement
            .bind($on.to_string())
            .bind($by.role().map($crate::domain::staff::Role::as_str))
            .bind(reason)
            .bind(false)
            .bind($id.to_string())
            .execute(&mut *$tx)
            .await?;
    };
}

pub(in crate::store) use {accept_suggestion, empty_suggestion};

impl Store {
    /// Rejects those of `ids` that are still open, with an entry of the trail for each, and returns them; the others stay as
    /// they are.
    ///
    /// # Errors
    /// When the database fails; nothing is rejected then.
    pub async fn reject_suggestions(
        &self,
        ids: &[SuggestionId],
        rejection: &Rejection,
        at: DateTime<Utc>,
    ) -> Result<Vec<SuggestionId>, Error> {
        let mut rejected = Vec::new();
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            for id in ids {
                let statement = sqlx::query(
                    "update suggestion set state = 'rejected', decided_on = $1, decided_by = $2, ground = $3, reason = $4 \
                     where id = $5 and state = 'open'",
                );
                let done = statement
                    .bind(rejection.on.to_string())
                    .bind(rejection.by.role.as_str())
                    .bind(rejection.ground.as_str())
                    .bind(rejection.note.as_ref().map(Note::as_str))
                    .bind(id.to_string())
                    .execute(&mut *tx)
                    .await?;
                if done.rows_affected() == 1 {
                    rejected.push(*id);
                }
            }
            let entries: Vec<_> = rejected.iter().map(|id| rejection.entry(*id)).collect();
            append_trail!(tx, head, entries, None, &written(at));
        });
        Ok(rejected)
    }

    /// Takes the content of a suggestion away for good and keeps why; false when there is none to take. When it was first
    /// decided on, and by whom, stays.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule; nothing is taken away then.
    pub async fn remove_suggestion(
        &self,
        id: SuggestionId,
        removal: &Removal,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let removed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let state: Option<String> = sqlx::query_scalar("select state from suggestion where id = $1")
                .bind(id.to_string())
                .fetch_optional(&mut *tx)
                .await?;
            let state = state.map(|state| state_of(id, &state)).transpose()?;
            let before = state.filter(|state| *state != Decision::Removed);
            if let Some(before) = before {
                empty_suggestion!(tx, id, removal.on, removal.by, Some(removal.reason.as_str()));
                let entries = [before.entry(&removal.by, id, Decision::Removed, None)];
                append_trail!(tx, head, entries, None, &written(at));
            }
            before.is_some()
        });
        Ok(removed)
    }

    /// How many suggestions came on which day, and what became of them when.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn suggestion_tallies(&self) -> Result<Vec<Tally>, Error> {
        let rows: Vec<(String, String, Option<String>, i64)> = reading!(self, pool => {
            let statement = "select received_on, state, decided_on, count(*) from suggestion \
                 group by received_on, state, decided_on";
            sqlx::query_as(statement).fetch_all(pool).await?
        });
        let rows = rows.into_iter();
        rows.map(|(received_on, state, decided_on, count)| {
            tally(&received_on, &state, decided_on, count).map_err(|invalid| Error::Corrupt {
                table: "suggestion",
                id: format!("of {received_on}"),
                invalid,
            })
        })
        .collect()
    }
}

/// The state that a row names.
pub(in crate::store) fn state_of(id: SuggestionId, text: &str) -> Result<Decision, Error> {
    text.parse().map_err(|invalid| Error::Corrupt {
        table: "suggestion",
        id: id.to_string(),
        invalid,
    })
}

fn tally(
    received_on: &str,
    state: &str,
    decided_on: Option<String>,
    count: i64,
) -> Result<Tally, Invalid> {
    let decided_on: Option<NaiveDate> = decided_on
        .map(|text| day("decided_on", &text))
        .transpose()?;
    Ok(Tally {
        received_on: day("received_on", received_on)?,
        state: state.parse()?,
        decided_on,
        count: integer("count", count)?,
    })
}
