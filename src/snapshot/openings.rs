//! Hours, one entry per distinct text, and which of them mean "open" at one minute.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use chrono::{DateTime, Timelike, Utc};

use crate::domain::calendar::Calendar;
use crate::domain::hours::{Answer, Hours};

/// The hours of a city's places, each distinct text read once: a million places share a few thousand texts.
pub struct HoursTable {
    calendar: Arc<Calendar>,
    entries: Vec<Hours>,
    by_text: HashMap<Box<str>, u32>,
}

impl HoursTable {
    /// An empty table for a city.
    #[must_use]
    pub fn new(calendar: Arc<Calendar>) -> Self {
        Self {
            calendar,
            entries: Vec::new(),
            by_text: HashMap::new(),
        }
    }

    /// The entry of a text, read when it is new.
    pub fn entry(&mut self, text: &str) -> u32 {
        if let Some(&entry) = self.by_text.get(text) {
            return entry;
        }
        let entry = u32::try_from(self.entries.len()).expect("fewer texts than places");
        self.entries.push(Hours::parse(text, &self.calendar));
        self.by_text.insert(text.into(), entry);
        entry
    }

    /// The hours of an entry.
    #[must_use]
    pub fn hours(&self, entry: u32) -> &Hours {
        &self.entries[entry as usize]
    }

    /// The openings of all entries at the minute of `instant`; each is worked out when it is first asked for.
    #[must_use]
    pub fn openings_at(&self, instant: DateTime<Utc>) -> Openings {
        let not_asked = self.entries.iter().map(|_| AtomicU8::new(NOT_ASKED));
        Openings {
            minute: minute_of(instant),
            answers: not_asked.collect(),
        }
    }
}

/// What the hours of a [`HoursTable`] answer at one minute.
pub struct Openings {
    minute: DateTime<Utc>,
    answers: Box<[AtomicU8]>,
}

const NOT_ASKED: u8 = u8::MAX;

impl Openings {
    /// Whether these are the openings at the minute of `instant`.
    #[must_use]
    pub fn are_at(&self, instant: DateTime<Utc>) -> bool {
        self.minute == minute_of(instant)
    }

    /// Whether the hours of `entry` surely mean open.
    #[must_use]
    pub fn is_open(&self, table: &HoursTable, entry: u32) -> bool {
        // Two readers may both work an answer out; they find the same one.
        let answer = &self.answers[entry as usize];
        match answer.load(Ordering::Relaxed) {
            NOT_ASKED => {
                let open = table.hours(entry).answer(self.minute) == Answer::Open;
                answer.store(u8::from(open), Ordering::Relaxed);
                open
            }
            known => known == 1,
        }
    }
}

/// The start of the minute that `instant` lies in: opening hours are written in minutes.
fn minute_of(instant: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = chrono::TimeDelta::seconds(instant.second().into());
    let nanoseconds = chrono::TimeDelta::nanoseconds(instant.nanosecond().into());
    instant - seconds - nanoseconds
}
