//! Whether a place is in use, and since or until when.

use chrono::NaiveDate;

use crate::domain::Invalid;
use crate::domain::choice::choice;

choice! {
    /// The state of a place. Closed places stay in history.
    Status: "status" {
        /// Not there yet.
        Planned = "planned",
        /// In use.
        Active = "active",
        /// Closed for a time.
        TemporarilyClosed = "temporarily_closed",
        /// At another address for a time.
        Relocated = "relocated",
        /// Gone for good.
        Closed = "closed",
    }
}

impl Status {
    /// Whether people can meet there, hours permitting.
    #[must_use]
    pub const fn is_in_use(self) -> bool {
        matches!(self, Self::Active | Self::Relocated)
    }
}

/// A state and the days it holds, both included; an open end is not known or not bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifecycle {
    /// The state.
    pub status: Status,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
}

impl Lifecycle {
    /// A state with its first and last day.
    ///
    /// # Errors
    /// When the last day is before the first.
    pub fn new(
        status: Status,
        valid_from: Option<NaiveDate>,
        valid_to: Option<NaiveDate>,
    ) -> Result<Self, Invalid> {
        match (valid_from, valid_to) {
            (Some(from), Some(to)) if to < from => Err(Invalid::new(
                "valid_to",
                format!("must not be before valid_from ({from}), not {to}"),
            )),
            _ => Ok(Self {
                status,
                valid_from,
                valid_to,
            }),
        }
    }

    /// The first day, if it is known.
    #[must_use]
    pub const fn valid_from(&self) -> Option<NaiveDate> {
        self.valid_from
    }

    /// The last day, if it is known.
    #[must_use]
    pub const fn valid_to(&self) -> Option<NaiveDate> {
        self.valid_to
    }

    /// Whether it was in use on a day, as far as the records tell. What no record dates is taken to have been so always;
    /// a place that is closed for good was in use until its last day, if that is known.
    #[must_use]
    pub fn was_in_use(&self, day: NaiveDate) -> bool {
        self.then(day).is_in_use() && self.meets(Some(day), Some(day))
    }

    /// The state on a day between its first and its last: what is closed for good was in use then.
    #[must_use]
    pub fn then(&self, day: NaiveDate) -> Status {
        let is_before_its_end = self.valid_to.is_some_and(|last| day <= last);
        match self.status {
            Status::Closed if is_before_its_end => Status::Active,
            // Since when it is so the records say, and not what was before.
            status => status,
        }
    }

    /// Whether the validity shares a day with the span from `from` to `to`, open ends included.
    #[must_use]
    pub fn meets(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let starts_in_time = to.zip(self.valid_from).is_none_or(|(to, own)| own <= to);
        let ends_late_enough = from
            .zip(self.valid_to)
            .is_none_or(|(from, own)| own >= from);
        starts_in_time && ends_late_enough
    }
}

impl Default for Lifecycle {
    fn default() -> Self {
        Self {
            status: Status::Active,
            valid_from: None,
            valid_to: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 1, day)
    }

    #[test]
    fn a_place_does_not_end_before_it_begins() {
        assert!(Lifecycle::new(Status::Closed, day(2), day(1)).is_err());
        assert!(Lifecycle::new(Status::Closed, day(1), day(1)).is_ok());
    }

    #[test]
    fn a_place_closed_for_good_was_in_use_from_its_first_day_to_its_last() {
        let day = |own| day(own).unwrap();
        let life = Lifecycle::new(Status::Closed, Some(day(10)), Some(day(20))).unwrap();
        let in_use = (1..=31).filter(|own| life.was_in_use(day(*own)));
        assert_eq!(in_use.collect::<Vec<_>>(), (10..=20).collect::<Vec<_>>());
        let undated = Lifecycle::new(Status::Closed, Some(day(10)), None).unwrap();
        assert!((1..=31).all(|own| !undated.was_in_use(day(own))));
        let planned = Lifecycle::new(Status::Planned, None, Some(day(20))).unwrap();
        assert!(!planned.was_in_use(day(1)));
        assert!(Lifecycle::default().was_in_use(day(1)));
    }

    #[test]
    fn a_span_meets_a_validity_that_shares_a_day_with_it() {
        let life = Lifecycle::new(Status::Active, day(10), day(20)).unwrap();
        assert!(life.meets(day(20), None));
        assert!(life.meets(None, day(10)));
        assert!(!life.meets(day(21), None));
        assert!(!life.meets(None, day(9)));
        assert!(Lifecycle::default().meets(day(1), day(2)));
    }
}
