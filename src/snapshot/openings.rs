//! Hours, one entry per distinct text, and which of them mean "open" at one minute or in part of a day.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use arc_swap::ArcSwapOption;
use chrono::{DateTime, NaiveDate, Timelike, Utc};

use crate::domain::calendar::Calendar;
use crate::domain::hours::{Answer, Hours};

/// The hours of a city's places, each distinct text read once: a million places share a few thousand texts.
pub struct HoursTable {
    calendar: Arc<Calendar>,
    entries: Vec<Arc<Hours>>,
    by_text: HashMap<Arc<str>, u32>,
    /// Who is open at the minute asked for last: most questions are about now.
    current: ArcSwapOption<Openings>,
}

impl Clone for HoursTable {
    fn clone(&self) -> Self {
        Self {
            calendar: Arc::clone(&self.calendar),
            entries: self.entries.clone(),
            by_text: self.by_text.clone(),
            current: ArcSwapOption::new(self.current.load_full()),
        }
    }
}

impl HoursTable {
    /// An empty table for a city.
    #[must_use]
    pub fn new(calendar: Arc<Calendar>) -> Self {
        Self {
            calendar,
            entries: Vec::new(),
            by_text: HashMap::new(),
            current: ArcSwapOption::empty(),
        }
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of a text, if it has been read.
    #[must_use]
    pub fn known_entry(&self, text: &str) -> Option<u32> {
        self.by_text.get(text).copied()
    }

    /// The entry of a text, read when it is new.
    pub fn entry(&mut self, text: &str) -> u32 {
        if let Some(entry) = self.known_entry(text) {
            return entry;
        }
        let entry = u32::try_from(self.entries.len()).expect("texts are kept in bounds");
        self.entries
            .push(Arc::new(Hours::parse(text, &self.calendar)));
        self.by_text.insert(text.into(), entry);
        entry
    }

    /// The hours of an entry.
    #[must_use]
    pub fn hours(&self, entry: u32) -> &Hours {
        &self.entries[entry as usize]
    }

    /// The openings of all entries at the minute of `instant`; each is worked out when it is first asked for, and
    /// kept until another minute is.
    #[must_use]
    pub fn openings_at(&self, instant: DateTime<Utc>) -> Arc<Openings> {
        let asked = Asked::At(minute_of(instant));
        let known = self.current.load_full().filter(|own| own.asked == asked);
        match known {
            Some(known) if known.answers.len() == self.entries.len() => known,
            known => {
                // What was worked out before a text came in still holds.
                let answered = known.iter().flat_map(|own| own.answers.iter());
                let openings = Arc::new(self.openings(asked, answered));
                self.current.store(Some(Arc::clone(&openings)));
                openings
            }
        }
    }

    /// The same for part of a day.
    #[must_use]
    pub fn openings_during(&self, part: DayPart) -> Openings {
        self.openings(Asked::During(part), [].iter())
    }

    fn openings<'a>(&self, asked: Asked, answered: impl Iterator<Item = &'a AtomicU8>) -> Openings {
        let answered = answered.map(|answer| answer.load(Ordering::Relaxed));
        let answers = answered.chain(std::iter::repeat(NOT_ASKED));
        Openings {
            asked,
            answers: answers
                .take(self.entries.len())
                .map(AtomicU8::new)
                .collect(),
        }
    }
}

/// Part of a day in which a place must be open for a while, by the wall clock of the city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayPart {
    /// The day.
    pub date: NaiveDate,
    /// Its first minute, counted from midnight.
    pub from_min: u16,
    /// The minute that ends it.
    pub to_min: u16,
    /// How many minutes without a break a place must be open in it.
    pub least_min: u16,
}

/// As addresses write it: `2026-01-31T18:00/24:00`.
impl fmt::Display for DayPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [self.from_min, self.to_min].map(|own| (own / 60, own % 60));
        let date = self.date;
        write!(
            f,
            "{date}T{:02}:{:02}/{:02}:{:02}",
            from.0, from.1, to.0, to.1
        )
    }
}

/// What the hours of a [`HoursTable`] answer at one minute, or about part of a day.
pub struct Openings {
    asked: Asked,
    answers: Box<[AtomicU8]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    At(DateTime<Utc>),
    During(DayPart),
}

const NOT_ASKED: u8 = u8::MAX;

impl Openings {
    /// Whether the hours of `entry` surely mean open.
    #[must_use]
    pub fn is_open(&self, table: &HoursTable, entry: u32) -> bool {
        // Two readers may both work an answer out; they find the same one.
        let answer = &self.answers[entry as usize];
        match answer.load(Ordering::Relaxed) {
            NOT_ASKED => {
                let open = self.asked.is_met(table.hours(entry));
                answer.store(u8::from(open), Ordering::Relaxed);
                open
            }
            known => known == 1,
        }
    }
}

impl Asked {
    fn is_met(self, hours: &Hours) -> bool {
        match self {
            Self::At(minute) => hours.answer(minute) == Answer::Open,
            Self::During(part) => {
                let longest = hours.longest_open(part.date, part.from_min..part.to_min);
                longest >= part.least_min.max(1)
            }
        }
    }
}

/// The start of the minute that `instant` lies in: opening hours are written in minutes.
fn minute_of(instant: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = chrono::TimeDelta::seconds(instant.second().into());
    let nanoseconds = chrono::TimeDelta::nanoseconds(instant.nanosecond().into());
    instant - seconds - nanoseconds
}
