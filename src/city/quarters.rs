//! Writing down what each district had at the end of a quarter.

use chrono::NaiveTime;

use crate::city::City;
use crate::domain::level_history::{KeptLevel, YearQuarter};
use crate::error::Error;

impl City {
    /// Writes down the levels of the quarter that is over, if nobody has yet: called at the start, and by every write
    /// before it changes anything.
    ///
    /// # Errors
    /// What the store says; it is tried again at the next write.
    pub async fn keep_finished_quarter(&self) -> Result<(), Error> {
        let (snapshot, now) = (self.snapshot(), self.now());
        let quarter = YearQuarter::of(snapshot.date_at(now)).before();
        if *self.kept_quarter() == Some(quarter) {
            return Ok(());
        }
        let end = quarter.after().first_day().and_time(NaiveTime::MIN);
        let end = snapshot.calendar().instant(end).to_utc();
        if self.store.awaits_levels(quarter, end).await? {
            let levels = tokio::task::spawn_blocking(move || {
                let coverage = snapshot.coverage(quarter.last_day());
                let found = coverage.levels().districts.iter();
                let kept = snapshot.districts().iter().zip(found);
                let kept = kept.map(|(district, own)| KeptLevel {
                    quarter,
                    district: district.id.clone(),
                    level: own.level,
                    counted: own.counted.clone(),
                    kept_at: now,
                });
                kept.collect::<Vec<_>>()
            });
            self.store.keep_levels(&levels.await?).await?;
        }
        *self.kept_quarter() = Some(quarter);
        Ok(())
    }

    fn kept_quarter(&self) -> std::sync::MutexGuard<'_, Option<YearQuarter>> {
        let lock = self.kept_quarter.lock();
        lock.unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The same before a write, which goes on whatever comes of it.
pub(super) async fn keep_before_write(city: &City) {
    if let Err(error) = city.keep_finished_quarter().await {
        tracing::error!(%error, "the levels of the last quarter could not be written down");
    }
}
