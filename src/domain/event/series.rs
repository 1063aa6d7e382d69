//! The dates of one event as its schedule says them: the rule, what is added, left out and changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::domain::event::rule::{Clock, Ends, Repeats, Rule, Until};
use crate::domain::event::start::instant_of;
use crate::domain::event::{Event, EventStatus, Length, Occurrence, Schedule, Start};

/// No rule that counts its dates is followed for longer; none that comes true needs it.
const MOST_YEARS_COUNTED: u32 = 100;

/// Where a rule ends.
pub(super) enum LastByRule {
    /// There is no rule.
    Nothing,
    /// Its last date ends then, or a little earlier.
    Ends(DateTime<Utc>),
    /// It goes on for ever.
    Never,
}

/// What tells two dates of one event apart: two ways to write one instant are one date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl Key {
    fn of(start: Start, city: Tz) -> Self {
        match start {
            Start::Day(day) => Self::Day(day),
            Start::At { .. } => Self::At(start.instant(city)),
        }
    }
}

/// The schedule of one event, ready to be asked.
pub(super) struct Series<'a> {
    schedule: &'a Schedule,
    status: EventStatus,
    length: Option<Length>,
    city: Tz,
    except: BTreeSet<Key>,
    changes: BTreeMap<Key, usize>,
}

impl<'a> Series<'a> {
    pub(super) fn of(event: &'a Event, city: Tz) -> Self {
        let schedule = &event.schedule;
        let key = |start: Start| Key::of(start, city);
        let changes = schedule.changes.iter().enumerate();
        Self {
            schedule,
            status: event.status,
            length: schedule.length.or_else(|| whole_day(schedule.start)),
            city,
            except: schedule.except.iter().map(|own| key(*own)).collect(),
            changes: changes
                .map(|(slot, change)| (key(change.of), slot))
                .collect(),
        }
    }

    /// The dates between two instants that nobody changed, the first `limit` of each sort.
    pub(super) fn unchanged(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        limit: usize,
    ) -> Vec<Occurrence> {
        let as_occurrence = |start: Start| Occurrence {
            of: start,
            start,
            begins: start.instant(self.city),
            ends: self.length.map(|length| length.end(start, self.city)),
            status: self.status,
            change: None,
        };
        let is_wanted = |own: &Occurrence| own.meets(from, to) && !self.is_left_out(own.of);
        let repeated = self.repeated(from, to).map(as_occurrence);
        let repeated = repeated.filter(|own| is_wanted(own)).take(limit);
        let named = self
            .schedule
            .also
            .iter()
            .copied()
            .map(as_occurrence)
            .filter(|own| is_wanted(own));
        let mut found: Vec<_> = repeated.chain(named).collect();
        found.sort_unstable_by_key(|own| own.begins);
        found.dedup_by_key(|own| Key::of(own.of, self.city));
        found
    }

    /// The first date and what the rule makes of it; dates long before `from` may be left out.
    fn repeated(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Box<dyn Iterator<Item = Start> + '_> {
        let start = self.schedule.start;
        let Some(rule) = &self.schedule.rule else {
            return Box::new(std::iter::once(start));
        };
        let zone = self.schedule.zone().unwrap_or(self.city);
        let wall =
            |instant: DateTime<Utc>| zone.from_utc_datetime(&instant.naive_utc()).naive_local();
        // What began before and still goes on, and a day for whatever clocks do.
        let before = Days::new(self.length.map_or(0, |length| u64::from(length.days())) + 2);
        let seconds = TimeDelta::seconds(self.length.map_or(0, |length| length.seconds().into()));
        let begin = wall(from)
            .checked_sub_days(before)
            .and_then(|wall| wall.checked_sub_signed(seconds));
        let horizon = wall(to)
            .checked_add_days(Days::new(1))
            .unwrap_or(NaiveDateTime::MAX);
        let begin = begin.unwrap_or(NaiveDateTime::MIN);
        let walls = Repeats::new(rule, start.wall(), begin, horizon, self.clock());
        Box::new(walls.map(move |wall| start.with_wall(wall)))
    }

    /// Every date that was changed.
    pub(super) fn changed(&self) -> impl Iterator<Item = Occurrence> {
        let changes = self.schedule.changes.iter().enumerate();
        changes.map(|(slot, change)| Occurrence {
            of: change.of,
            start: change.start,
            begins: change.start.instant(self.city),
            ends: change
                .length
                .or_else(|| {
                    self.length
                        .filter(|_| change.start.is_day() == self.schedule.start.is_day())
                })
                .or_else(|| whole_day(change.start))
                .map(|length| length.end(change.start, self.city)),
            status: if self.status == EventStatus::Cancelled {
                self.status
            } else {
                change.status
            },
            change: Some(slot),
        })
    }

    fn is_left_out(&self, start: Start) -> bool {
        let key = Key::of(start, self.city);
        let day = Key::Day(start.date());
        self.changes.contains_key(&key) || self.except.contains(&key) || self.except.contains(&day)
    }

    /// The latest end of what the rule alone brings.
    pub(super) fn last_by_rule(&self) -> LastByRule {
        match &self.schedule.rule {
            None => LastByRule::Nothing,
            Some(rule) => self
                .last_of(rule)
                .map_or(LastByRule::Never, LastByRule::Ends),
        }
    }

    fn last_of(&self, rule: &Rule) -> Option<DateTime<Utc>> {
        let start = self.schedule.start;
        let last = match rule.ends()? {
            Ends::Count(_) => {
                let first = start.wall();
                let horizon = first.checked_add_months(Months::new(12 * MOST_YEARS_COUNTED))?;
                let mut walls = Repeats::new(rule, first, first, horizon, self.clock());
                walls.by_ref().last().unwrap_or(first)
            }
            Ends::Until(Until::Day(day)) => day.and_hms_opt(23, 59, 59)?,
            Ends::Until(Until::Wall(wall)) => wall,
            // A day more, on whatever clock, loses nothing.
            Ends::Until(Until::At(instant)) => {
                instant.naive_utc().checked_add_days(Days::new(1))?
            }
        };
        Some(self.end_of(start.with_wall(last)))
    }

    pub(super) fn end_of(&self, start: Start) -> DateTime<Utc> {
        let length = self
            .length
            .filter(|_| start.is_day() == self.schedule.start.is_day());
        let length = length.or_else(|| whole_day(start));
        length.map_or_else(
            || start.instant(self.city),
            |length| length.end(start, self.city),
        )
    }

    fn clock(&self) -> EventClock {
        EventClock {
            zone: self.schedule.zone(),
            city: self.city,
        }
    }
}

/// A day lasts a day where nobody says otherwise.
fn whole_day(start: Start) -> Option<Length> {
    start
        .is_day()
        .then(|| Length::new(1, 0).expect("a day is something"))
}

/// The clock of an event: its time zone, or whole days in the city.
struct EventClock {
    zone: Option<Tz>,
    city: Tz,
}

impl Clock for EventClock {
    fn shows(&self, wall: NaiveDateTime) -> bool {
        let local = self
            .zone
            .map(|zone| zone.from_local_datetime(&wall).earliest());
        local != Some(None)
    }

    fn is_after(&self, wall: NaiveDateTime, until: Until) -> bool {
        match (until, self.zone) {
            (Until::Day(day), _) => wall.date() > day,
            (Until::Wall(end), Some(_)) => wall > end,
            (Until::Wall(end), None) => wall.date() > end.date(),
            (Until::At(end), Some(zone)) => instant_of(wall, zone) > end,
            (Until::At(end), None) => wall.date() > end.with_timezone(&self.city).date_naive(),
        }
    }
}
