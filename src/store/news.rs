//! What the trail says of the city as a whole: when each thing in it last changed.

use crate::domain::trail::Subject;
use crate::error::Error;
use crate::store::{Store, at_one_revision};

/// When everything last changed, up to an entry of the trail.
#[derive(Debug)]
pub struct LastChanges {
    /// The number of the last entry that was looked at.
    pub through: i64,
    /// The city's revision then.
    pub revision: i64,
    /// Each subject with the revision of its last entry.
    pub subjects: Vec<(Subject, i64)>,
}

impl Store {
    /// When each subject of the trail last changed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_changes(&self) -> Result<LastChanges, Error> {
        let (through, revision, rows): (i64, i64, Vec<(String, i64)>) = at_one_revision!(self, tx => {
            let (through,): (i64,) =
                sqlx::query_as("select number from trail_head where one = 1").fetch_one(&mut *tx).await?;
            let (revision,): (i64,) =
                sqlx::query_as("select revision from city where one = 1").fetch_one(&mut *tx).await?;
            let rows = sqlx::query_as(
                "select subject, max(revision) from trail where revision is not null group by subject",
            )
            .fetch_all(&mut *tx)
            .await?;
            (through, revision, rows)
        });
        let subjects = rows.into_iter();
        Ok(LastChanges {
            through,
            revision,
            subjects: subjects
                .map(|(subject, revision)| (Subject::from_stored(&subject), revision))
                .collect(),
        })
    }

    /// The number of the last entry of the trail.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_entry(&self) -> Result<i64, Error> {
        let (number,): (i64,) = crate::store::reading!(self, pool => {
            sqlx::query_as("select number from trail_head where one = 1").fetch_one(pool).await?
        });
        Ok(number)
    }
}
