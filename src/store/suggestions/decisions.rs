//! What becomes of suggestions, and how many there are of each.

use chrono::NaiveDate;

use super::day;
use crate::domain::Invalid;
use crate::domain::note::Note;
use crate::domain::staff::Role;
use crate::domain::suggestion::figures::Tally;
use crate::domain::suggestion::{Rejection, SuggestionId};
use crate::error::Error;
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

pub(in crate::store) use accept_suggestion;

impl Store {
    /// Rejects those of `ids` that are still open, and returns them; the others stay as they are.
    ///
    /// # Errors
    /// When the database fails; nothing is rejected then.
    pub async fn reject_suggestions(
        &self,
        ids: &[SuggestionId],
        rejection: &Rejection,
    ) -> Result<Vec<SuggestionId>, Error> {
        let mut rejected = Vec::new();
        writing!(self, tx => {
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
        });
        Ok(rejected)
    }

    /// Takes the content of a suggestion away for good and keeps why; false when there is none to take. `by` is the role
    /// that does it, none at a terminal. When it was first decided on, and by whom, stays.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_suggestion(
        &self,
        id: SuggestionId,
        reason: &Note,
        on: NaiveDate,
        by: Option<Role>,
    ) -> Result<bool, Error> {
        let removed = writing!(self, tx => {
            sqlx::query(
                "update suggestion set state = 'removed', decided_on = coalesce(decided_on, $1), \
                 decided_by = coalesce(decided_by, $5), reason = $2, ground = null, about = null, is_gone = $3, \
                 name = null, kind = null, address = null, lon = null, lat = null, opening_hours = null, \
                 free = 'unknown', consumption_required = 'unknown', toilets = 'unknown', remark = null \
                 where id = $4 and state <> 'removed'",
            )
            .bind(on.to_string())
            .bind(reason.as_str())
            .bind(false)
            .bind(id.to_string())
            .bind(by.map(Role::as_str))
            .execute(&mut *tx)
            .await?
            .rows_affected()
        });
        Ok(removed == 1)
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
        count: crate::store::rows::integer("count", count)?,
    })
}
