//! All that the public reaches of reports: a puzzle, and a slot to put one report in.

use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use crate::domain::report::Report;
use crate::error::Error;
use crate::reports::ledger::{bytes_of, corrupt, drawn};
use crate::reports::{Full, Intake, Reports, writing};
use crate::safety::challenge::{Challenges, Unsolved};

/// What stands before the reports. Nothing can be read through it.
pub struct Door {
    intake: Intake,
    challenges: Mutex<Challenges>,
}

impl Reports {
    /// Opens the door, with the key that all replicas share and puzzles of so many bits.
    ///
    /// # Errors
    /// When the database cannot be written to, or what is kept is no key.
    pub async fn door(&self, intake: Intake, bits: u32) -> Result<Door, Error> {
        let (text,): (String,) = writing!(self, tx => {
            let statement = "insert into puzzle (one, signing) values (1, $1) on conflict (one) do nothing";
            sqlx::query(statement).bind(drawn()?).execute(&mut *tx).await?;
            sqlx::query_as("select signing from puzzle where one = 1").fetch_one(&mut *tx).await?
        });
        let key = bytes_of(&text).ok_or_else(|| corrupt("puzzle", "1"))?;
        Ok(Door {
            intake,
            challenges: Mutex::new(Challenges::new(key, bits)),
        })
    }
}

impl Door {
    /// A puzzle, at a time in seconds.
    #[must_use]
    pub fn puzzle(&self, now_s: u64) -> String {
        self.challenges().puzzle(now_s, Uuid::new_v4().as_u128())
    }

    /// How hard puzzles are, in leading bits that are nought.
    #[must_use]
    pub fn bits(&self) -> u32 {
        self.challenges().bits()
    }

    /// Whether the solution of a puzzle would be taken.
    ///
    /// # Errors
    /// Why it would not be taken.
    pub fn check(&self, puzzle: &str, number: u64, now_s: u64) -> Result<(), Unsolved> {
        self.challenges().check(puzzle, number, now_s)
    }

    /// Takes the solution of a puzzle, once.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn solve(&self, puzzle: &str, number: u64, now_s: u64) -> Result<(), Unsolved> {
        self.challenges().solve(puzzle, number, now_s)
    }

    /// Keeps a report. When this returns, it is on the disk.
    ///
    /// # Errors
    /// When too many come at once or the disk refuses it.
    pub async fn put(&self, report: Report) -> Result<(), Full> {
        self.intake.put(report).await
    }

    fn challenges(&self) -> std::sync::MutexGuard<'_, Challenges> {
        self.challenges
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
