//! A rule followed from date to date.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Ends, Rule, Until};

/// The wall times that a rule means, in order, from a given one on.
///
/// Ends at the latest with `horizon`: a rule that never comes true ends there too.
pub(in crate::domain::event) struct Repeats<'a, C> {
    rule: &'a Rule,
    first: NaiveDateTime,
    horizon: NaiveDateTime,
    period: Option<NaiveDate>,
    /// The rest of the period, the next one last.
    coming: Vec<NaiveDateTime>,
    /// How many dates are left to count.
    left: Option<u32>,
    has_begun: bool,
    clock: C,
}

/// What a rule has to know of the event's clock.
pub(in crate::domain::event) trait Clock {
    /// Whether the clock ever shows `wall`.
    fn shows(&self, wall: NaiveDateTime) -> bool;
    /// Whether `wall` lies after `until`.
    fn is_after(&self, wall: NaiveDateTime, until: Until) -> bool;
}

impl<'a, C: Clock> Repeats<'a, C> {
    /// Every date of something that first begins at `first`; those before `begin` may be left out.
    pub(in crate::domain::event) fn new(
        rule: &'a Rule,
        first: NaiveDateTime,
        begin: NaiveDateTime,
        horizon: NaiveDateTime,
        clock: C,
    ) -> Self {
        let origin = rule.period_of(first.date());
        let (left, skipped) = match rule.ends {
            // Counting has to begin at the beginning.
            Some(Ends::Count(count)) => (Some(count), 0),
            _ => (
                None,
                rule.periods_to(origin, begin.date()) / rule.interval * rule.interval,
            ),
        };
        Self {
            rule,
            first,
            horizon,
            period: rule.period_after(origin, skipped),
            coming: Vec::new(),
            left,
            has_begun: false,
            clock,
        }
    }

    /// The next time that the rule alone means, `first` left aside.
    fn next_by_rule(&mut self) -> Option<NaiveDateTime> {
        loop {
            if let Some(wall) = self.coming.pop() {
                if wall > self.first && self.clock.shows(wall) {
                    return Some(wall);
                }
                continue;
            }
            let period = self
                .period
                .filter(|period| *period <= self.horizon.date())?;
            self.coming = self.times_of(period);
            self.period = self.rule.period_after(period, self.rule.interval);
        }
    }

    /// Everything the rule means in one period, the last one first.
    fn times_of(&self, period: NaiveDate) -> Vec<NaiveDateTime> {
        let times = self.rule.times(self.first.time());
        let days = self.rule.days_of(period, self.first.date());
        let walls = days
            .iter()
            .flat_map(|day| times.iter().map(|time| day.and_time(*time)));
        let mut walls: Vec<_> = walls.collect();
        if !self.rule.positions.is_empty() {
            walls = at_positions(&walls, &self.rule.positions);
        }
        walls.reverse();
        walls
    }

    fn is_over(&self, wall: NaiveDateTime) -> bool {
        let is_after_end = match self.rule.ends {
            Some(Ends::Until(until)) => self.clock.is_after(wall, until),
            _ => false,
        };
        is_after_end || wall > self.horizon
    }
}

impl<C: Clock> Iterator for Repeats<'_, C> {
    type Item = NaiveDateTime;

    fn next(&mut self) -> Option<NaiveDateTime> {
        if self.left == Some(0) {
            return None;
        }
        // The first date is always one, whether the rule means it or not (RFC 5545, 3.8.5.3).
        let wall = if self.has_begun {
            self.next_by_rule()?
        } else {
            self.has_begun = true;
            self.first
        };
        if self.is_over(wall) && wall != self.first {
            self.period = None;
            self.coming.clear();
            return None;
        }
        self.left = self.left.map(|left| left.saturating_sub(1));
        Some(wall)
    }
}

/// Those of `walls` that stand at one of `positions`, counted from either end; in order.
fn at_positions(walls: &[NaiveDateTime], positions: &[i32]) -> Vec<NaiveDateTime> {
    let slot = |position: i32| match usize::try_from(position) {
        Ok(position) => position.checked_sub(1),
        Err(_) => walls.len().checked_sub(position.unsigned_abs() as usize),
    };
    let found = positions
        .iter()
        .filter_map(|position| walls.get(slot(*position)?));
    let mut found: Vec<_> = found.copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}
