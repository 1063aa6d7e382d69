//! How often somebody may guess a password: a few times freely, then after waits that double.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

/// So many failures cost nothing: people mistype.
const FREE: u32 = 5;

/// The first wait; each further failure doubles it.
const FIRST_WAIT: TimeDelta = TimeDelta::seconds(30);

/// The longest wait.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(1);

/// Failures are forgotten so long after the last one.
const MEMORY: TimeDelta = TimeDelta::hours(24);

/// More keys than this are not held: whoever fills them has used as many networks.
const MOST_KEYS: usize = 50_000;

/// Failures by key. What a key stands for is the caller's business; it must not be an address or a name.
#[derive(Debug, Default)]
pub struct Attempts {
    failures: HashMap<u64, Failures>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: DateTime<Utc>,
}

impl Failures {
    fn over_at(self) -> DateTime<Utc> {
        let Some(excess) = self.count.checked_sub(FREE) else {
            return self.last;
        };
        // 2^7 times half a minute is more than the longest wait.
        let wait = FIRST_WAIT * (1 << excess.min(7));
        self.last + wait.min(LONGEST_WAIT)
    }

    fn is_forgotten(self, now: DateTime<Utc>) -> bool {
        now - self.last > MEMORY
    }
}

impl Attempts {
    /// How long `key` has to wait before it may try again; none when it may.
    #[must_use]
    pub fn wait(&self, key: u64, now: DateTime<Utc>) -> Option<TimeDelta> {
        let failures = self.failures.get(&key)?;
        let wait = failures.over_at() - now;
        (wait > TimeDelta::zero() && !failures.is_forgotten(now)).then_some(wait)
    }

    /// Counts a failure of `key`.
    pub fn failed(&mut self, key: u64, now: DateTime<Utc>) {
        if self.failures.len() >= MOST_KEYS && !self.failures.contains_key(&key) {
            self.failures.retain(|_, own| !own.is_forgotten(now));
            if self.failures.len() >= MOST_KEYS {
                self.forget_half();
            }
        }
        let own = self.failures.entry(key).or_insert(Failures {
            count: 0,
            last: now,
        });
        if own.is_forgotten(now) {
            own.count = 0;
        }
        own.count = own.count.saturating_add(1);
        own.last = now;
    }

    /// Forgets the failures of `key`.
    pub fn succeeded(&mut self, key: u64) {
        self.failures.remove(&key);
    }

    /// Those who failed least often are forgotten first.
    fn forget_half(&mut self) {
        let mut counts: Vec<u32> = self.failures.values().map(|own| own.count).collect();
        let middle = counts.len() / 2;
        let (_, &mut limit, _) = counts.select_nth_unstable(middle);
        let above = self.failures.values().filter(|own| own.count > limit);
        let mut left = (MOST_KEYS / 2).saturating_sub(above.count());
        self.failures.retain(|_, own| {
            let stays = own.count > limit || (own.count == limit && left > 0);
            left -= usize::from(stays && own.count == limit);
            stays
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn failed(times: u32) -> Attempts {
        let mut attempts = Attempts::default();
        (0..times).for_each(|_| attempts.failed(1, at(0)));
        attempts
    }

    #[test]
    fn a_few_slips_cost_nothing_and_then_every_wait_is_twice_the_last() {
        assert_eq!(failed(4).wait(1, at(0)), None);
        let waits = [5, 6, 7, 8].map(|times| failed(times).wait(1, at(0)).unwrap().num_seconds());
        assert_eq!(waits, [30, 60, 120, 240]);
        assert_eq!(failed(1000).wait(1, at(0)), Some(LONGEST_WAIT));
        assert_eq!(failed(5).wait(1, at(31)), None);
    }

    #[test]
    fn failures_of_one_key_do_not_keep_another_out() {
        assert_eq!(failed(100).wait(2, at(0)), None);
    }

    #[test]
    fn who_succeeds_or_stays_away_for_a_day_begins_anew() {
        let mut attempts = failed(9);
        attempts.succeeded(1);
        assert_eq!(attempts.wait(1, at(0)), None);
        let mut attempts = failed(9);
        attempts.failed(1, at(25 * 3600));
        assert_eq!(attempts.wait(1, at(25 * 3600)), None);
    }

    #[test]
    fn however_many_keys_there_are_memory_is_bounded_and_the_worst_stay() {
        let mut attempts = failed(9);
        (2..200_000).for_each(|key| attempts.failed(key, at(1)));
        assert!(attempts.failures.len() <= MOST_KEYS);
        assert!(attempts.wait(1, at(2)).is_some());
    }
}
