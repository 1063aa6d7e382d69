//! Taking reports in: many that come at about the same time are one transaction, in an order drawn by lot.

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;
use uuid::Uuid;

use crate::domain::report::{IsoWeek, Period, Report};
use crate::error::Error;
use crate::reports::ledger::draw_seed;
use crate::reports::rows::ReportRow;
use crate::reports::{Reports, writing};

/// So many reports wait at most; who comes then is told to come again.
const MOST_WAITING: usize = 1024;

/// So many reports are one transaction at most: ten values each stay below SQLite's limit of 32,766.
const MOST_AT_ONCE: usize = 1000;

/// So long the first of a batch waits for others.
const GATHERING: Duration = Duration::from_millis(5);

/// So long after the first report that is not tidied yet the file is.
const TIDY_AFTER: Duration = Duration::from_secs(10);

/// The slot through which reports come in. It can do nothing else.
#[derive(Clone)]
pub struct Intake(mpsc::Sender<Waiting>);

/// Too many reports come at once; this one was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many reports come at once: this one was not taken, please send it again")]
pub struct Full;

struct Waiting {
    report: Report,
    done: oneshot::Sender<Result<(), Full>>,
}

impl Reports {
    /// Opens the slot. What comes in is written by a task of its own, which ends when every copy of the slot is gone.
    #[must_use]
    pub fn intake(&self) -> (Intake, tokio::task::JoinHandle<()>) {
        let (sender, receiver) = mpsc::channel(MOST_WAITING);
        let task = tokio::spawn(take_in(self.clone(), receiver));
        (Intake(sender), task)
    }

    async fn keep(&self, reports: &[Report]) -> Result<(), Error> {
        let ids = reports.iter().map(|_| Uuid::new_v4().simple().to_string());
        let mut rows: Vec<_> = ids
            .zip(reports)
            .map(|(id, own)| ReportRow::new(id, own))
            .collect();
        // By their random keys: an order that says nothing.
        rows.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        let mut periods: Vec<String> = reports.iter().flat_map(|own| periods(own.week)).collect();
        periods.sort_unstable();
        periods.dedup();
        writing!(self, tx => {
            for period in &periods {
                draw_seed!(tx, period);
            }
            let mut query = sqlx::QueryBuilder::new(
                "insert into report (id, area, category, band, daytype, iso_week, factors, wish, avoids, source) ",
            );
            query.push_values(&rows, |mut values, row| {
                values
                    .push_bind(&row.id)
                    .push_bind(&row.area)
                    .push_bind(&row.category)
                    .push_bind(&row.band)
                    .push_bind(&row.daytype)
                    .push_bind(&row.iso_week)
                    .push_bind(row.factors)
                    .push_bind(&row.wish)
                    .push_bind(row.avoids)
                    .push_bind(&row.source);
            });
            query.build().execute(&mut *tx).await?;
        });
        Ok(())
    }
}

impl Intake {
    /// Keeps one report. When this returns, it is on the disk.
    ///
    /// # Errors
    /// When too many come at once or the disk refuses it; then it is not kept.
    pub async fn put(&self, report: Report) -> Result<(), Full> {
        let (done, told) = oneshot::channel();
        self.0
            .try_send(Waiting { report, done })
            .map_err(|_waiting| Full)?;
        told.await.unwrap_or(Err(Full))
    }
}

/// Writes what comes until nobody can send any more.
async fn take_in(reports: Reports, mut receiver: mpsc::Receiver<Waiting>) {
    let mut tidy_at: Option<Instant> = None;
    loop {
        let due = tidy_at.unwrap_or_else(|| Instant::now() + TIDY_AFTER);
        tokio::select! {
            first = receiver.recv() => {
                let Some(first) = first else { break };
                write(&reports, gathered(first, &mut receiver).await).await;
                tidy_at.get_or_insert_with(|| Instant::now() + TIDY_AFTER);
            }
            () = tokio::time::sleep_until(due), if tidy_at.is_some() => {
                tidy_at = None;
                tidy(&reports).await;
            }
        }
    }
    if tidy_at.is_some() {
        tidy(&reports).await;
    }
}

async fn tidy(reports: &Reports) {
    if let Err(error) = reports.tidy().await {
        tracing::error!(%error, "reports could not be tidied");
    }
}

/// The first of a batch and those that come right behind it.
async fn gathered(first: Waiting, receiver: &mut mpsc::Receiver<Waiting>) -> Vec<Waiting> {
    let mut batch = vec![first];
    let until = Instant::now() + GATHERING;
    while batch.len() < MOST_AT_ONCE {
        match tokio::time::timeout_at(until, receiver.recv()).await {
            Ok(Some(next)) => batch.push(next),
            Ok(None) | Err(_) => break,
        }
    }
    batch
}

async fn write(reports: &Reports, batch: Vec<Waiting>) {
    let (all, told): (Vec<_>, Vec<_>) = batch.into_iter().map(|own| (own.report, own.done)).unzip();
    let kept = reports.keep(&all).await.map_err(|error| {
        tracing::error!(%error, "reports could not be kept");
        Full
    });
    for done in told {
        // Who went away meanwhile does not hear it; the report is kept all the same.
        let _ = done.send(kept);
    }
}

/// The quarter and the year of a week.
fn periods(week: IsoWeek) -> [String; 2] {
    let [quarter, year] = Period::of(week);
    [quarter.to_string(), year.to_string()]
}
