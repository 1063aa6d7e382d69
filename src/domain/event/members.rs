//! An event as members.

use crate::domain::event::{Event, EventId, EventOrigin, Schedule, Uid, Venue, WebAddress};
use crate::domain::members::{Described, Members, flat, json, need, rest, take};
use crate::domain::{Catalogue, Invalid};

/// Members of the schedule: `start` with its clock, `length` in days and seconds, `rule`, and what differs on single dates.
const SCHEDULE: &[&str] = &["start", "length", "rule", "also", "except", "changes"];

impl Described for Event {
    type Id = EventId;

    const KIND: &'static str = "event";

    const IMPORT: &'static str = "events";

    const COMPANIONS: &'static [&'static str] = &["origin"];

    /// When and how often its calendar wrote it is no difference: many write the time of their export.
    const NOT_COMPARED: &'static [&'static str] = &["revised_at", "sequence"];

    fn id(&self) -> EventId {
        self.id
    }

    fn members(&self) -> Members {
        let mut members = flat(json(&*self.facts), &[]);
        members.extend(flat(json(&self.schedule), &[]));
        members.extend(flat(json(&self.venue), &[]));
        let mut put = |name: &str, value| drop(members.insert(name.to_owned(), value));
        put("uid", json(&self.uid));
        put("source", json(&self.source));
        put("origin", json(&self.origin));
        put("title", json(&self.title));
        put("status", json(&self.status));
        if let Some(engagement) = &self.engagement {
            put("engagement", json(engagement));
        }
        put("revised_at", json(&self.revised_at));
        put("sequence", json(&self.sequence));
        members
    }

    fn from_members(id: EventId, mut members: Members) -> Result<Self, Invalid> {
        let own = &mut members;
        let schedule = SCHEDULE.iter().filter_map(|name| own.remove_entry(*name));
        let schedule: Schedule = rest(schedule.collect())?;
        let uid: Uid = need(own, "uid")?;
        if EventId::of(&uid) != id {
            return Err(Invalid::new("uid", "is that of another event"));
        }
        Ok(Self {
            id,
            uid,
            source: need(own, "source")?,
            origin: need(own, "origin")?,
            title: need(own, "title")?,
            venue: Venue {
                place: take(own, "place")?,
                spot: take(own, "spot")?,
                location: take(own, "location")?,
            },
            status: need(own, "status")?,
            schedule,
            engagement: take(own, "engagement")?,
            revised_at: need(own, "revised_at")?,
            sequence: need(own, "sequence")?,
            facts: Box::new(rest(members)?),
        })
    }

    fn follows_import(&self) -> bool {
        self.origin == EventOrigin::Calendar
    }

    fn keep_by_city(&mut self) {
        self.origin = EventOrigin::Local;
    }

    /// What is held at a known place may speak of one: that place is public.
    fn names_a_refuge(&self) -> bool {
        let (facts, is_placed) = (&self.facts, self.venue.place.is_some());
        let always = [
            self.venue.spot.as_deref(),
            facts.organiser.as_deref(),
            facts.url.as_ref().map(WebAddress::as_str),
        ];
        let elsewhere = [
            Some(&*self.title),
            facts.summary.as_deref(),
            facts.cost_text.as_deref(),
        ];
        let changes = self.schedule.changes.iter();
        let titles = changes.clone().map(|own| own.title.as_deref());
        let spots = changes.map(|own| own.venue.as_ref()?.spot.as_deref());
        let elsewhere = elsewhere.into_iter().chain(titles);
        let elsewhere = elsewhere.filter(|_| !is_placed);
        let always = always.into_iter().chain(spots);
        let mut texts = always.chain(elsewhere).flatten();
        texts.any(|text| Catalogue::shipped().is_blocked_name(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::members::Differences;
    use crate::domain::place::PlaceId;
    use crate::domain::random::Dice;

    #[test]
    fn an_event_is_the_same_after_it_was_told_in_members_and_written_down() {
        let mut dice = Dice(44);
        let places: Vec<PlaceId> = (0..3).map(|_| dice.place_id()).collect();
        for number in 0..300 {
            let event = dice.event(number % 101, &places);
            let written = serde_json::to_string(&event.members()).unwrap();
            let read: Members = serde_json::from_str(&written).unwrap();
            assert_eq!(read, event.members());
            assert_eq!(Event::from_members(event.id, read).unwrap(), event);
        }
    }

    #[test]
    fn an_event_that_its_calendar_wrote_again_is_no_other() {
        let before = Dice(45).event(50, &[]);
        let mut after = before.clone();
        after.sequence += 1;
        after.revised_at += chrono::TimeDelta::seconds(1);
        assert!(Differences::between(&before, &after).is_empty());
        after.title = "Anders".parse().unwrap();
        assert_eq!(Differences::between(&before, &after).list(), "title");
    }
}
