//! How often something may happen: so many times in a span of time, a few of them at once.

use chrono::{DateTime, TimeDelta, Utc};

/// So many times in a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many times, and how many of them at once; 0 allows nothing.
    pub times: u32,
    /// The span.
    pub per: TimeDelta,
}

impl Rate {
    /// So many times an hour.
    #[must_use]
    pub const fn an_hour(times: u32) -> Self {
        let per = TimeDelta::hours(1);
        Self { times, per }
    }

    /// So many times and no more, until whoever counts begins anew: a day where networks are counted, whose key then turns.
    #[must_use]
    pub const fn under_one_key(times: u32) -> Self {
        let per = TimeDelta::days(36_500);
        Self { times, per }
    }

    /// So many times a minute.
    #[must_use]
    pub const fn a_minute(times: u32) -> Self {
        let per = TimeDelta::minutes(1);
        Self { times, per }
    }
}

/// What is left of an allowance. It fills up again evenly, as a bucket does under a tap.
#[derive(Clone, Debug)]
pub struct Allowance {
    left: f64,
    at: DateTime<Utc>,
}

impl Allowance {
    /// A full allowance.
    #[must_use]
    pub fn full(rate: Rate, now: DateTime<Utc>) -> Self {
        Self {
            left: f64::from(rate.times),
            at: now,
        }
    }

    /// Takes one time out of it.
    ///
    /// # Errors
    /// How long to wait for the next one, when there is none left.
    pub fn take(&mut self, rate: Rate, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        self.left = self.left_at(rate, now);
        self.at = now;
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let missing = (1.0 - self.left) / f64::from(rate.times.max(1));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a span of a rate has few seconds"
        )]
        let seconds = (missing * seconds(rate.per)).ceil() as i64;
        Err(TimeDelta::seconds(seconds.max(1)))
    }

    /// Whether it is as good as one that nobody has taken from.
    #[must_use]
    pub fn is_full(&self, rate: Rate, now: DateTime<Utc>) -> bool {
        self.left_at(rate, now) >= f64::from(rate.times)
    }

    fn left_at(&self, rate: Rate, now: DateTime<Utc>) -> f64 {
        // A clock that is set back fills nothing and takes nothing.
        let since = (now - self.at).max(TimeDelta::zero());
        let full = f64::from(rate.times);
        (self.left + seconds(since) / seconds(rate.per) * full).min(full)
    }
}

fn seconds(span: TimeDelta) -> f64 {
    span.num_milliseconds() as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn an_allowance_is_used_up_and_fills_evenly() {
        let rate = Rate::an_hour(60);
        let mut allowance = Allowance::full(rate, at(0));
        for _ in 0..60 {
            assert_eq!(allowance.take(rate, at(0)), Ok(()));
        }
        assert_eq!(allowance.take(rate, at(0)), Err(TimeDelta::seconds(60)));
        assert_eq!(allowance.take(rate, at(30)), Err(TimeDelta::seconds(30)));
        assert_eq!(allowance.take(rate, at(61)), Ok(()));
        assert!(allowance.take(rate, at(62)).is_err());
    }

    #[test]
    fn it_never_holds_more_than_one_span_of_it() {
        let rate = Rate::an_hour(2);
        let mut allowance = Allowance::full(rate, at(0));
        let taken = (0..5).flat_map(|_| allowance.take(rate, at(1_000_000)));
        assert_eq!(taken.count(), 2);
    }

    #[test]
    fn it_is_full_again_when_its_span_is_over() {
        let rate = Rate::a_minute(600);
        let mut allowance = Allowance::full(rate, at(0));
        for _ in 0..600 {
            assert_eq!(allowance.take(rate, at(0)), Ok(()));
        }
        assert_eq!(allowance.take(rate, at(0)), Err(TimeDelta::seconds(1)));
        assert!(!allowance.is_full(rate, at(59)));
        assert!(allowance.is_full(rate, at(60)));
    }

    #[test]
    fn a_clock_that_is_set_back_gives_nothing_away() {
        let rate = Rate::an_hour(1);
        let mut allowance = Allowance::full(rate, at(10_000));
        assert_eq!(allowance.take(rate, at(10_000)), Ok(()));
        assert!(allowance.take(rate, at(0)).is_err());
        assert!(allowance.take(rate, at(1)).is_err());
    }

    #[test]
    fn a_rate_of_nothing_allows_nothing() {
        let rate = Rate::an_hour(0);
        let mut allowance = Allowance::full(rate, at(0));
        assert!(allowance.take(rate, at(10_000)).is_err());
    }
}
