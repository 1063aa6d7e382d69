//! The single dates of an event within a span of time.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::domain::event::series::{LastByRule, Series};
use crate::domain::event::start::instant_of;
use crate::domain::event::{Event, EventStatus, Start, Venue};
use crate::domain::words::Name;

/// One date of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The date as the series has it, which names it for ever (`RECURRENCE-ID`).
    pub of: Start,
    /// When it begins, on its own clock.
    pub start: Start,
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// The first instant after it; unknown where nobody has said how long it lasts.
    pub ends: Option<DateTime<Utc>>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Which change of the schedule makes it differ from the others.
    pub(super) change: Option<usize>,
}

impl Occurrence {
    /// Whether some of it lies between two instants, the second one excluded. Without a known end only its begin counts.
    #[must_use]
    pub fn meets(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        self.begins < to && !self.is_over(from)
    }

    /// Whether it has ended at `instant`. Without a known end it is over as soon as it has begun.
    #[must_use]
    pub fn is_over(&self, instant: DateTime<Utc>) -> bool {
        self.ends
            .map_or(self.begins < instant, |ends| ends <= instant)
    }

    /// Whether it begins at another time than the series says.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.of != self.start
    }
}

/// How far ahead the next dates are looked for, in steps: most series are weekly, few leave out years.
const LOOK_AHEAD_DAYS: [i64; 4] = [40, 400, 1_500, 4_500];

impl Event {
    /// Its dates that have some part between `from` and `to`, the latter excluded: the first `limit`, in order.
    ///
    /// `city` is the time zone in which a whole day begins and ends.
    #[must_use]
    pub fn occurrences(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        city: Tz,
        limit: usize,
    ) -> Vec<Occurrence> {
        let (from, to) = (within_reach(from), within_reach(to));
        let series = Series::of(self, city);
        let mut found: Vec<_> = series.unchanged(from, to, limit);
        found.extend(series.changed().filter(|own| own.meets(from, to)));
        found.sort_unstable_by_key(|own| (own.begins, own.of.wall()));
        found.truncate(limit);
        found
    }

    /// Its next `limit` dates that are not over at `from`, as far as they lie within a dozen years.
    #[must_use]
    pub fn next_occurrences(&self, from: DateTime<Utc>, city: Tz, limit: usize) -> Vec<Occurrence> {
        let mut found = Vec::new();
        for days in LOOK_AHEAD_DAYS {
            let to = within_reach(from) + TimeDelta::days(days);
            found = self.occurrences(from, to, city, limit);
            let is_all = !self.schedule.is_series() && !found.is_empty();
            if found.len() == limit || is_all {
                break;
            }
        }
        found
    }

    /// From when on and until when it can have dates: nothing begins before the first instant, and nothing is left
    /// after the second; none where it has no end.
    #[must_use]
    pub fn span(&self, city: Tz) -> (DateTime<Utc>, Option<DateTime<Utc>>) {
        let schedule = &self.schedule;
        let series = Series::of(self, city);
        let changed = schedule.changes.iter().map(|change| change.start);
        let named = schedule
            .also
            .iter()
            .copied()
            .chain(changed)
            .chain([schedule.start]);
        let first = named.clone().map(|start| start.instant(city)).min();
        let first = first.unwrap_or_else(|| schedule.start.instant(city));
        let last_by_rule = match series.last_by_rule() {
            LastByRule::Never => return (first, None),
            LastByRule::Nothing => None,
            LastByRule::Ends(instant) => Some(instant),
        };
        let alone = named.map(|start| series.end_of(start));
        let changed = series.changed().map(|own| own.ends.unwrap_or(own.begins));
        (first, alone.chain(changed).chain(last_by_rule).max())
    }

    /// What a date of it is called.
    #[must_use]
    pub fn title_of(&self, occurrence: &Occurrence) -> &Name {
        let change = occurrence
            .change
            .and_then(|slot| self.schedule.changes.get(slot));
        change
            .and_then(|change| change.title.as_ref())
            .unwrap_or(&self.title)
    }

    /// Where a date of it is held.
    #[must_use]
    pub fn venue_of(&self, occurrence: &Occurrence) -> &Venue {
        let change = occurrence
            .change
            .and_then(|slot| self.schedule.changes.get(slot));
        change
            .and_then(|change| change.venue.as_ref())
            .unwrap_or(&self.venue)
    }
}

/// Keeps an instant within the years that all clocks can show.
fn within_reach(instant: DateTime<Utc>) -> DateTime<Utc> {
    let year =
        |year| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| instant_of(day.into(), Tz::UTC));
    match (year(1800), year(3100)) {
        (Some(least), Some(most)) => instant.clamp(least, most),
        _ => instant,
    }
}

#[cfg(test)]
mod tests;
