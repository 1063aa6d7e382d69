//! Random events for tests: the same number always makes the same ones.

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::random::Dice;
use crate::domain::event::{
    Change, Demand, Effort, Engagement, Event, EventFacts, EventId, EventOrigin, EventStatus,
    Length, Schedule, Start, Uid, Venue,
};
use crate::domain::place::Cost;
use crate::domain::{PlaceId, Topic};

const ZONES: &[Tz] = &[
    Tz::Europe__Berlin,
    Tz::Europe__Berlin,
    Tz::America__New_York,
    Tz::UTC,
];

const RULES: &[&str] = &[
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=DAILY;COUNT=20",
    "FREQ=MONTHLY;BYDAY=1SA,-1SU",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6",
    "FREQ=WEEKLY;UNTIL=20270101T120000Z",
    "FREQ=WEEKLY;COUNT=3;BYDAY=MO,FR",
];

impl Dice {
    /// A start in the years around 2026, on a whole day if asked for.
    pub fn start(&mut self, is_day: bool) -> Start {
        let first: NaiveDateTime = "2025-06-01T00:00:00".parse().expect("a time");
        let day = first + Days::new(u64::from(self.below(700)));
        if is_day {
            return Start::Day(day.date());
        }
        let wall = day + TimeDelta::minutes(i64::from(self.below(96)) * 15);
        Start::At {
            wall,
            zone: self.pick(ZONES),
        }
    }

    /// An event at one of `places` or at a spot, about which nothing is known in so many of a hundred cases.
    pub fn event(&mut self, unknown_percent: u32, places: &[PlaceId]) -> Event {
        let uid: Uid = format!("{:016x}@example.org", self.number())
            .parse()
            .expect("a uid");
        Event {
            id: EventId::of(&uid),
            uid,
            source: self.text(),
            origin: self.pick(EventOrigin::ALL),
            title: self.text(),
            venue: self.venue(unknown_percent, places),
            status: self.pick(EventStatus::ALL),
            schedule: self.schedule(places),
            engagement: self.chance(30).then(|| Engagement {
                effort: self.pick_unless(unknown_percent, Effort::ALL),
                demand: self.pick_unless(unknown_percent, Demand::ALL),
            }),
            revised_at: DateTime::<Utc>::UNIX_EPOCH
                + TimeDelta::seconds(self.below(1 << 31).into()),
            sequence: self.below(9),
            facts: Box::new(self.event_facts(unknown_percent)),
        }
    }

    fn venue(&mut self, unknown_percent: u32, places: &[PlaceId]) -> Venue {
        Venue {
            place: (!places.is_empty() && self.chance(70)).then(|| self.pick(places)),
            spot: (!self.chance(unknown_percent)).then(|| self.text()),
            location: (!self.chance(unknown_percent)).then(|| self.location()),
        }
    }

    fn schedule(&mut self, places: &[PlaceId]) -> Schedule {
        let is_day = self.chance(20);
        let start = self.start(is_day);
        let length = match (is_day, self.below(3)) {
            (_, 0) => None,
            (true, days) => Length::new(days, 0).ok(),
            (false, days) => Length::new(days - 1, 5400).ok(),
        };
        let mut schedule = Schedule::once(start, length);
        schedule.rule = self
            .pick_unless(40, RULES)
            .map(|rule| rule.parse().expect("a rule"));
        schedule.also = (0..self.below(3)).map(|_| self.start(is_day)).collect();
        schedule.except = (0..self.below(3)).map(|_| self.start(true)).collect();
        schedule.changes = (0..self.below(3))
            .map(|_| Change {
                of: self.start(is_day),
                start: self.start(is_day),
                length,
                status: self.pick(EventStatus::ALL),
                title: self.chance(50).then(|| self.text()),
                venue: self.chance(50).then(|| self.venue(20, places)),
            })
            .collect();
        schedule
    }

    fn event_facts(&mut self, unknown_percent: u32) -> EventFacts {
        let some = |dice: &mut Self| !dice.chance(unknown_percent);
        EventFacts {
            summary: some(self).then(|| self.text()),
            topics: (0..self.below(4)).map(|_| self.pick(Topic::ALL)).collect(),
            languages: (0..self.below(3))
                .map(|_| {
                    self.pick(&["de", "en", "tr", "dgs"])
                        .parse()
                        .expect("a code")
                })
                .collect(),
            cost: self.pick_unless(unknown_percent, Cost::ALL),
            cost_text: some(self).then(|| self.text()),
            organiser: some(self).then(|| self.text()),
            url: some(self).then(|| "https://example.org/a?b=c".parse().expect("an address")),
        }
    }
}
