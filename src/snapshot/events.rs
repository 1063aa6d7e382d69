//! The events of a city, and the questions about them: by place, district, topic and time.

mod table;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::event::{Demand, Effort, Engagement, Event, Occurrence};
use crate::domain::place::Cost;
use crate::domain::words::Name;
use crate::domain::{Bbox, District, DistrictId, EventId, PlaceId, Topics};
use crate::snapshot::{Located, Snapshot};

pub(super) use table::{EventTable, Holding};

/// An event with what follows from where and when it is held.
#[derive(Clone)]
pub struct HeldEvent {
    /// The event itself.
    pub event: Event,
    /// The slot of its place.
    place: Option<u32>,
    /// The slot of its district.
    district: Option<u16>,
    /// Nothing of it begins before.
    first: DateTime<Utc>,
    /// Nothing of it is left after; none where it goes on for ever.
    pub(super) last: Option<DateTime<Utc>>,
}

/// A span of time; an open end is unbounded, the second one is excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeFrame {
    /// From this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Until before this instant.
    pub to: Option<DateTime<Utc>>,
}

/// What sort of events is asked for. Every member that is set narrows; a fact that is unknown never passes.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Held at this place.
    pub place: Option<PlaceId>,
    /// Held in this district.
    pub district: Option<DistrictId>,
    /// Held within this box.
    pub bbox: Option<Bbox>,
    /// Any of these topics; empty means every topic.
    pub topics: Topics,
    /// In this language.
    pub language: Option<Name>,
    /// Nobody has to pay.
    pub free: bool,
    /// Asks for helping hands.
    pub engagement: bool,
    /// Any of these; empty means all.
    pub efforts: Vec<Effort>,
    /// Any of these; empty means all.
    pub demands: Vec<Demand>,
}

/// One page of an answer.
pub struct EventPage<'a> {
    /// How many events match in all.
    pub matched: usize,
    /// The events of this page, by id.
    pub events: Vec<&'a HeldEvent>,
    /// Where the next page goes on, if there is one: after this event.
    pub next: Option<EventId>,
}

/// One date of an event.
pub struct Happening<'a> {
    /// The event.
    pub held: &'a HeldEvent,
    /// The date.
    pub occurrence: Occurrence,
}

/// The most dates that one event has in one answer: more often than daily for a year.
const MOST_DATES_EACH: usize = 400;

impl HeldEvent {
    /// Whether some of it may lie in `frame`, by its first and last instant.
    fn may_meet(&self, frame: TimeFrame) -> bool {
        frame.to.is_none_or(|to| self.first < to)
            && frame
                .from
                .zip(self.last)
                .is_none_or(|(from, last)| last >= from)
    }

    /// Whether it has a date in `frame`.
    fn meets(&self, frame: TimeFrame, city: Tz) -> bool {
        if !self.may_meet(frame) {
            return false;
        }
        let found = match (frame.from, frame.to) {
            (None, None) => return true,
            (Some(from), None) => self.event.next_occurrences(from.max(self.first), city, 1),
            (from, Some(to)) => {
                let from = from.unwrap_or(self.first);
                self.event.occurrences(from, to, city, 1)
            }
        };
        !found.is_empty()
    }
}

impl Snapshot {
    /// All events by id, past ones too.
    #[must_use]
    pub fn events(&self) -> impl ExactSizeIterator<Item = &HeldEvent> + Clone {
        self.events.all.iter().map(|own| &**own)
    }

    /// The event with `id`.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&HeldEvent> {
        let all = &self.events.all;
        let slot = all.binary_search_by_key(&id, |own| own.event.id).ok()?;
        Some(&all[slot])
    }

    /// The place an event is held at.
    #[must_use]
    pub fn place_of(&self, held: &HeldEvent) -> Option<&Located> {
        held.place.map(|slot| self.places.at(slot))
    }

    /// The district an event is held in.
    #[must_use]
    pub fn district_of_event(&self, held: &HeldEvent) -> Option<&District> {
        held.district.map(|slot| self.district_in(slot))
    }

    /// The events that pass `filter` and have a date in `frame`: a page of at most `limit` by id, after `after`.
    #[must_use]
    pub fn find_events(
        &self,
        filter: &EventFilter,
        frame: TimeFrame,
        after: Option<EventId>,
        limit: usize,
    ) -> EventPage<'_> {
        let city = self.settings().timezone;
        let passing = self.passing(filter, frame);
        let matched: Vec<_> = passing.filter(|own| own.meets(frame, city)).collect();
        let begin = after.map_or(0, |after| {
            matched.partition_point(|own| own.event.id <= after)
        });
        let end = matched.len().min(begin.saturating_add(limit));
        let events = matched[begin..end].to_vec();
        EventPage {
            matched: matched.len(),
            next: events
                .last()
                .filter(|_| end < matched.len())
                .map(|own| own.event.id),
            events,
        }
    }

    /// Every date in a span, the second instant excluded, of the events that pass `filter`; in order of time.
    #[must_use]
    pub fn happenings(
        &self,
        filter: &EventFilter,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Vec<Happening<'_>> {
        let frame = TimeFrame {
            from: Some(from),
            to: Some(to),
        };
        let city = self.settings().timezone;
        let mut found = Vec::new();
        for held in self.passing(filter, frame) {
            let dates = held.event.occurrences(from, to, city, MOST_DATES_EACH);
            found.extend(
                dates
                    .into_iter()
                    .map(|occurrence| Happening { held, occurrence }),
            );
        }
        found.sort_by_key(|own| own.occurrence.begins);
        found
    }

    /// The first date after `end` of each event that passes `filter` and has none from `from` until then; in order of
    /// time, the first `limit`.
    #[must_use]
    pub fn later(
        &self,
        filter: &EventFilter,
        from: DateTime<Utc>,
        end: DateTime<Utc>,
        limit: usize,
    ) -> Vec<Happening<'_>> {
        let (city, frame) = (
            self.settings().timezone,
            TimeFrame {
                from: Some(end),
                to: None,
            },
        );
        let first = self.passing(filter, frame).filter_map(|held| {
            let is_sooner = !held.event.occurrences(from, end, city, 1).is_empty();
            let next = held.event.next_occurrences(end, city, 1);
            let occurrence = next.into_iter().next().filter(|_| !is_sooner)?;
            Some(Happening { held, occurrence })
        });
        let mut found: Vec<_> = first.collect();
        found.sort_by_key(|own| own.occurrence.begins);
        found.truncate(limit);
        found
    }

    /// The events that pass `filter` and may have a date in `frame`, by id.
    fn passing(&self, filter: &EventFilter, frame: TimeFrame) -> impl Iterator<Item = &HeldEvent> {
        let candidates = self.events.candidates(filter.place, frame.from);
        // A district that is not there has no events.
        let district = filter.district.as_ref().map(|id| self.district_slot(id));
        let held = candidates
            .into_iter()
            .map(|slot| &*self.events.all[slot as usize]);
        held.filter(move |own| {
            own.may_meet(frame)
                && district.is_none_or(|slot| slot.is_some() && own.district == slot)
                && passes(filter, &own.event)
                && filter.bbox.is_none_or(|bbox| self.is_in_box(own, bbox))
        })
    }

    fn is_in_box(&self, held: &HeldEvent, bbox: Bbox) -> bool {
        match self.place_of(held) {
            Some(located) => located.place.shape.touches_box(bbox),
            None => held
                .event
                .venue
                .location
                .is_some_and(|location| bbox.contains(location)),
        }
    }
}

fn passes(filter: &EventFilter, event: &Event) -> bool {
    let facts = &event.facts;
    let asks = event.engagement;
    (filter.topics.is_empty() || filter.topics.meets(facts.topics))
        && (!filter.free || facts.cost.is_some_and(Cost::is_free))
        && (!filter.engagement || asks.is_some())
        && filter
            .language
            .as_ref()
            .is_none_or(|language| facts.languages.contains(language))
        && is_any(
            &filter.efforts,
            asks.and_then(|Engagement { effort, .. }| effort),
        )
        && is_any(
            &filter.demands,
            asks.and_then(|Engagement { demand, .. }| demand),
        )
}

fn is_any<T: PartialEq>(wanted: &[T], own: Option<T>) -> bool {
    wanted.is_empty() || own.is_some_and(|own| wanted.contains(&own))
}

#[cfg(test)]
mod tests;
