//! All that the public reaches of reports: a puzzle, and a slot to put one report in.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::domain::allowance::{Allowance, Rate};
use crate::domain::report::Report;
use crate::error::Error;
use crate::reports::ledger::{bytes_of, corrupt, drawn};
use crate::reports::{Full, Intake, Reports, writing};
use crate::safety::challenge::{Challenges, Unsolved};

/// What stands before the reports. Nothing can be read through it.
pub struct Door {
    intake: Intake,
    challenges: Mutex<Challenges>,
    /// The clock of [`PLAIN`]: no clock of the wall.
    began: Instant,
    plain: Mutex<Allowance>,
}

/// So many reports an hour are taken from all browsers together that run no script and so solve no puzzle. A flood through
/// this slot is one report a minute, and who has script is not hindered by it.
const PLAIN: Rate = Rate::an_hour(60);

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
            began: Instant::now(),
            plain: Mutex::new(Allowance::full(PLAIN, DateTime::UNIX_EPOCH)),
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

    /// Whether [`Door::pass_plain`] would let a report pass now.
    ///
    /// # Errors
    /// How long to wait.
    pub fn would_pass_plain(&self) -> Result<(), TimeDelta> {
        let left = self.plain.lock().unwrap_or_else(PoisonError::into_inner);
        left.clone().take(PLAIN, self.now())
    }

    /// Lets a report pass that comes without a puzzle, from a browser without script.
    ///
    /// # Errors
    /// How long to wait, when as many came as are taken in an hour.
    pub fn pass_plain(&self) -> Result<(), TimeDelta> {
        let mut left = self.plain.lock().unwrap_or_else(PoisonError::into_inner);
        left.take(PLAIN, self.now())
    }

    fn now(&self) -> DateTime<Utc> {
        let since = TimeDelta::from_std(self.began.elapsed()).unwrap_or(TimeDelta::MAX);
        DateTime::UNIX_EPOCH + since
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
