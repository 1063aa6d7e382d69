//! Scenarios of planners.

use chrono::{DateTime, SubsecRound, Utc};

use crate::domain::Invalid;
use crate::domain::scenario::{MOST_SCENARIOS, Scenario, ScenarioDraft, ScenarioId};
use crate::domain::trail::{Action, NewEntry, Subject, written};
use crate::error::Error;
use crate::store::accounts::Hand;
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::{Store, reading, writing};

#[derive(sqlx::FromRow)]
struct ScenarioRow {
    id: String,
    name: String,
    note: Option<String>,
    changes: String,
    made_for: i64,
    by_role: String,
    at: DateTime<Utc>,
    version: i64,
}

impl ScenarioRow {
    fn of(own: &Scenario) -> Self {
        Self {
            id: own.id.to_string(),
            name: own.draft.name.to_string(),
            note: own.draft.note.as_ref().map(ToString::to_string),
            changes: serde_json::to_string(&own.draft.changes).expect("changes are plain data"),
            made_for: own.made_for,
            by_role: own.by.to_string(),
            // PostgreSQL keeps no more.
            at: own.at.trunc_subsecs(6),
            version: own.version,
        }
    }

    fn read(self) -> Result<Scenario, Error> {
        let corrupt = |invalid| Error::Corrupt {
            table: "scenario",
            id: self.id.clone(),
            invalid,
        };
        let changes = serde_json::from_str(&self.changes)
            .map_err(|error| corrupt(Invalid::new("changes", error.to_string())))?;
        let draft = ScenarioDraft::new(&self.name, self.note.as_deref(), changes);
        Ok(Scenario {
            id: self.id.parse().map_err(corrupt)?,
            draft: draft.map_err(corrupt)?,
            made_for: self.made_for,
            by: self.by_role.parse().map_err(corrupt)?,
            at: self.at,
            version: self.version,
        })
    }
}

/// What the trail says of a scenario: that it was written, and how it is called.
fn entry(by: &Hand, action: Action, own: &Scenario) -> NewEntry {
    let subject = Subject::of("scenario", own.id);
    NewEntry::new(&by.author, action, subject).saying(own.draft.name.to_string())
}

impl Store {
    /// Every scenario, the last written first.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn scenarios(&self) -> Result<Vec<Scenario>, Error> {
        let rows: Vec<ScenarioRow> = reading!(self, pool => {
            sqlx::query_as("select * from scenario order by at desc, id").fetch_all(pool).await?
        });
        rows.into_iter().map(ScenarioRow::read).collect()
    }

    /// The scenario with this id.
    ///
    /// # Errors
    /// When the database fails or the row breaks a rule.
    pub async fn scenario(&self, id: ScenarioId) -> Result<Option<Scenario>, Error> {
        let row: Option<ScenarioRow> = reading!(self, pool => {
            sqlx::query_as("select * from scenario where id = $1")
                .bind(id.to_string())
                .fetch_optional(pool)
                .await?
        });
        row.map(ScenarioRow::read).transpose()
    }

    /// Keeps a new scenario; false when there are too many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_scenario(&self, new: &Scenario, by: &Hand) -> Result<bool, Error> {
        let (row, entry) = (ScenarioRow::of(new), entry(by, Action::Added, new));
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let (count,): (i64,) =
                sqlx::query_as("select count(*) from scenario").fetch_one(&mut *tx).await?;
            if usize::try_from(count).unwrap_or(usize::MAX) >= MOST_SCENARIOS {
                return Ok(false);
            }
            sqlx::query(
                "insert into scenario (id, name, note, changes, made_for, by_role, at, version) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(&row.id)
            .bind(&row.name)
            .bind(&row.note)
            .bind(&row.changes)
            .bind(row.made_for)
            .bind(&row.by_role)
            .bind(row.at)
            .bind(row.version)
            .execute(&mut *tx)
            .await?;
            append_trail!(tx, head, [entry], None, &written(by.at));
        });
        Ok(true)
    }

    /// Puts `after` in place of the scenario with its id, if that has the version before; whether it had.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_scenario(&self, after: &Scenario, by: &Hand) -> Result<bool, Error> {
        let (row, entry) = (ScenarioRow::of(after), entry(by, Action::Changed, after));
        let changed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let changed = sqlx::query(
                "update scenario set name = $1, note = $2, changes = $3, made_for = $4, by_role = $5, at = $6, \
                 version = $7 where id = $8 and version = $7 - 1",
            )
            .bind(&row.name)
            .bind(&row.note)
            .bind(&row.changes)
            .bind(row.made_for)
            .bind(&row.by_role)
            .bind(row.at)
            .bind(row.version)
            .bind(&row.id)
            .execute(&mut *tx)
            .await?
            .rows_affected();
            if changed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            changed
        });
        Ok(changed == 1)
    }

    /// Takes a scenario away, if it still has this version; whether it had.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_scenario(&self, seen: &Scenario, by: &Hand) -> Result<bool, Error> {
        let entry = entry(by, Action::Removed, seen);
        let removed = writing!(self, tx => {
            let mut head = lock_trail!(tx);
            let removed = sqlx::query("delete from scenario where id = $1 and version = $2")
                .bind(seen.id.to_string())
                .bind(seen.version)
                .execute(&mut *tx)
                .await?
                .rows_affected();
            if removed == 1 {
                append_trail!(tx, head, [entry], None, &written(by.at));
            }
            removed
        });
        Ok(removed == 1)
    }
}
