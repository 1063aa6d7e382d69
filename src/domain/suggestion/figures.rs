//! How the city deals with what residents say (indicator 6.1.4): how much comes in, what becomes of it, how long that takes.
//!
//! Only days and states are counted, for the whole city: a number by district would be so small that somebody could find
//! themselves in it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::domain::suggestion::Decision;

/// How many suggestions came on a day and met the same end on the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The day they came.
    pub received_on: NaiveDate,
    /// What became of them.
    pub state: Decision,
    /// The day that was decided.
    pub decided_on: Option<NaiveDate>,
    /// How many.
    pub count: u32,
}

/// The figures on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// How many there are by what became of them.
    pub states: States,
    /// The same by the month they came, the newest first.
    pub months: Vec<OfMonth>,
    /// The same by the quarter they came, the newest first.
    pub quarters: Vec<OfQuarter>,
    /// Days from coming to the decision: half of them were decided in so many days or fewer; none while nothing is decided.
    pub median_days: Option<u32>,
    /// The same of nine in ten.
    pub p90_days: Option<u32>,
    /// How many wait.
    pub waiting: Waiting,
}

/// How many there are by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct States {
    /// Nobody has decided yet.
    pub open: u32,
    /// They became places, or changed one.
    pub accepted: u32,
    /// They were refused.
    pub rejected: u32,
    /// Their content was taken away.
    pub removed: u32,
}

/// What came in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OfMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// What became of it.
    #[serde(flatten)]
    pub states: States,
}

/// What came in a quarter: so much is told to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OfQuarter {
    /// Its first day.
    pub begins_on: NaiveDate,
    /// How many came.
    pub received: u32,
    /// How many of them were decided on within [`SOON_DAYS`].
    pub decided_soon: u32,
    /// How many of them became part of the map.
    pub accepted: u32,
}

/// How many wait, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// The day the oldest came.
    pub oldest: Option<NaiveDate>,
    /// How many wait longer than two weeks.
    pub over_14_days: u32,
    /// How many wait longer than [`SOON_DAYS`].
    pub over_30_days: u32,
}

/// A decision within so many days is soon enough (indicator 6.1.4).
pub const SOON_DAYS: i64 = 30;

impl States {
    fn add(&mut self, state: Decision, count: u32) {
        let counted = match state {
            Decision::Open => &mut self.open,
            Decision::Accepted => &mut self.accepted,
            Decision::Rejected => &mut self.rejected,
            Decision::Removed => &mut self.removed,
        };
        *counted += count;
    }

    /// All of them.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.open + self.accepted + self.rejected + self.removed
    }
}

impl Figures {
    /// The figures `today` of everything that ever came.
    #[must_use]
    pub fn of(tallies: &[Tally], today: NaiveDate) -> Self {
        let mut states = States::default();
        let mut months = BTreeMap::<NaiveDate, States>::new();
        let mut quarters = BTreeMap::<NaiveDate, OfQuarter>::new();
        let mut days = BTreeMap::<i64, u32>::new();
        let mut waiting = Waiting::default();
        for own in tallies {
            states.add(own.state, own.count);
            let month = months.entry(month_of(own.received_on)).or_default();
            month.add(own.state, own.count);
            let taken = own.decided_on.map(|on| days_between(own.received_on, on));
            let begins_on = quarter_of(own.received_on);
            let quarter = quarters.entry(begins_on).or_insert(OfQuarter {
                begins_on,
                received: 0,
                decided_soon: 0,
                accepted: 0,
            });
            quarter.received += own.count;
            if own.state == Decision::Accepted {
                quarter.accepted += own.count;
            }
            if taken.is_some_and(|days| days <= SOON_DAYS) {
                quarter.decided_soon += own.count;
            }
            match taken {
                Some(taken) => *days.entry(taken).or_default() += own.count,
                None => waiting.add(own, today),
            }
        }
        Self {
            states,
            months: newest_first(months, |(month, states)| OfMonth { month, states }),
            quarters: newest_first(quarters, |(_, quarter)| quarter),
            median_days: quantile(&days, 1, 2),
            p90_days: quantile(&days, 9, 10),
            waiting,
        }
    }
}

impl Waiting {
    fn add(&mut self, own: &Tally, today: NaiveDate) {
        let age = days_between(own.received_on, today);
        self.oldest = Some(
            self.oldest
                .map_or(own.received_on, |day| day.min(own.received_on)),
        );
        if age > 14 {
            self.over_14_days += own.count;
        }
        if age > SOON_DAYS {
            self.over_30_days += own.count;
        }
    }
}

/// Whole days, none where a clock went back in between.
fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days().max(0)
}

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).expect("every month has a first day")
}

fn quarter_of(day: NaiveDate) -> NaiveDate {
    let month = day.month0() / 3 * 3;
    month_of(day)
        .with_month0(month)
        .expect("every month has a first day")
}

fn newest_first<V, T>(all: BTreeMap<NaiveDate, V>, make: impl Fn((NaiveDate, V)) -> T) -> Vec<T> {
    all.into_iter().rev().map(make).collect()
}

/// The least number of days within which at least `part` of `whole` were decided (nearest rank).
fn quantile(days: &BTreeMap<i64, u32>, part: u64, whole: u64) -> Option<u32> {
    let total: u64 = days.values().copied().map(u64::from).sum();
    let rank = (total * part).div_ceil(whole);
    let mut counted = 0;
    let found = days.iter().find(|(_, count)| {
        counted += u64::from(**count);
        counted >= rank
    });
    found.and_then(|(days, _)| u32::try_from(*days).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn tally(received: &str, state: Decision, decided: Option<&str>, count: u32) -> Tally {
        Tally {
            received_on: day(received),
            state,
            decided_on: decided.map(day),
            count,
        }
    }

    #[test]
    fn suggestions_are_counted_by_state_month_and_quarter() {
        let figures = Figures::of(
            &[
                tally("2025-12-31", Decision::Accepted, Some("2026-01-30"), 2),
                tally("2026-01-01", Decision::Rejected, Some("2026-02-01"), 1),
                tally("2026-02-10", Decision::Open, None, 3),
                tally("2026-03-01", Decision::Removed, Some("2026-03-01"), 4),
            ],
            day("2026-03-04"),
        );
        let states = States {
            open: 3,
            accepted: 2,
            rejected: 1,
            removed: 4,
        };
        assert_eq!((figures.states, states.total()), (states, 10));
        let months: Vec<_> = figures
            .months
            .iter()
            .map(|own| (own.month.to_string(), own.states.total()))
            .collect();
        assert_eq!(
            months,
            [
                ("2026-03-01".to_owned(), 4),
                ("2026-02-01".to_owned(), 3),
                ("2026-01-01".to_owned(), 1),
                ("2025-12-01".to_owned(), 2)
            ]
        );
        // Thirty days are soon, thirty-one are not.
        let quarter = |begins_on, received, decided_soon, accepted| OfQuarter {
            begins_on: day(begins_on),
            received,
            decided_soon,
            accepted,
        };
        assert_eq!(
            figures.quarters,
            [
                quarter("2026-01-01", 8, 4, 0),
                quarter("2025-10-01", 2, 2, 2)
            ]
        );
    }

    #[test]
    fn those_that_wait_are_counted_by_how_long() {
        let open = |received, count| tally(received, Decision::Open, None, count);
        let figures = Figures::of(
            &[
                open("2026-02-02", 1),
                open("2026-02-01", 2),
                open("2026-02-18", 4),
                open("2026-02-17", 8),
            ],
            day("2026-03-04"),
        );
        let expected = Waiting {
            oldest: Some(day("2026-02-01")),
            over_14_days: 11,
            over_30_days: 2,
        };
        assert_eq!(figures.waiting, expected);
        assert_eq!((figures.median_days, figures.p90_days), (None, None));
    }

    proptest! {
        #[test]
        fn quantiles_are_those_of_all_days_in_a_row(days in proptest::collection::vec((0i64..90, 1u32..4), 1..20)) {
            let begin = day("2026-01-01");
            let tallies: Vec<_> = days.iter().map(|(taken, count)| Tally {
                received_on: begin,
                state: Decision::Accepted,
                decided_on: Some(begin + chrono::TimeDelta::days(*taken)),
                count: *count,
            }).collect();
            let mut row: Vec<i64> = days.iter().flat_map(|(taken, count)| vec![*taken; *count as usize]).collect();
            row.sort_unstable();
            let at = |part: usize, whole: usize| u32::try_from(row[(row.len() * part).div_ceil(whole) - 1]).ok();
            let figures = Figures::of(&tallies, begin);
            prop_assert_eq!(figures.median_days, at(1, 2));
            prop_assert_eq!(figures.p90_days, at(9, 10));
        }
    }
}
