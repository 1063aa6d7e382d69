//! How often something may happen: so many times an hour, a few of them at once.

use chrono::{DateTime, TimeDelta, Utc};

/// What is left of an allowance. It fills up again evenly, as a bucket does under a tap.
#[derive(Clone, Debug)]
pub struct Allowance {
    per_hour: u32,
    left: f64,
    at: DateTime<Utc>,
}

impl Allowance {
    /// A full allowance of `per_hour` times an hour.
    #[must_use]
    pub fn of(per_hour: u32, now: DateTime<Utc>) -> Self {
        Self {
            per_hour,
            left: f64::from(per_hour),
            at: now,
        }
    }

    /// Takes one time out of it.
    ///
    /// # Errors
    /// How long to wait for the next one, when there is none left.
    pub fn take(&mut self, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        // A clock that is set back fills nothing and takes nothing.
        let since = (now - self.at).max(TimeDelta::zero());
        let hours = since.num_milliseconds() as f64 / 3_600_000.0;
        let full = f64::from(self.per_hour);
        self.left = (self.left + hours * full).min(full);
        self.at = now;
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let missing_hours = (1.0 - self.left) / full.max(1.0);
        #[expect(clippy::cast_possible_truncation, reason = "an hour has few seconds")]
        let seconds = (missing_hours * 3600.0).ceil() as i64;
        Err(TimeDelta::seconds(seconds.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn an_allowance_is_used_up_and_fills_evenly() {
        let mut allowance = Allowance::of(60, at(0));
        for _ in 0..60 {
            assert_eq!(allowance.take(at(0)), Ok(()));
        }
        assert_eq!(allowance.take(at(0)), Err(TimeDelta::seconds(60)));
        assert_eq!(allowance.take(at(30)), Err(TimeDelta::seconds(30)));
        assert_eq!(allowance.take(at(61)), Ok(()));
        assert!(allowance.take(at(62)).is_err());
    }

    #[test]
    fn it_never_holds_more_than_an_hour_of_it() {
        let mut allowance = Allowance::of(2, at(0));
        assert!((0..5).flat_map(|_| allowance.take(at(1_000_000))).count() == 2);
    }

    #[test]
    fn a_clock_that_is_set_back_gives_nothing_away() {
        let mut allowance = Allowance::of(1, at(10_000));
        assert_eq!(allowance.take(at(10_000)), Ok(()));
        assert!(allowance.take(at(0)).is_err());
        assert!(allowance.take(at(1)).is_err());
    }
}
