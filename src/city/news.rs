//! When each place and event last changed, and what changed of late: read from the trail when somebody first asks, followed
//! from then on, and held in memory, so that no stranger's question goes through the trail.

use std::collections::{HashMap, VecDeque};

use futures_util::TryStreamExt;

use super::City;
use crate::domain::news::News;
use crate::domain::trail::{Page, Subject, TrailEntry, TrailFilter};
use crate::domain::{Event, EventId, Place, PlaceId};
use crate::error::Error;
use crate::snapshot::{Revision, Snapshot};

/// So many pieces of news are held: the newest.
const HELD: usize = 10_000;

/// Entries read at a time.
const CHUNK: u32 = 1_000;

/// Subjects that everything may hang on: where one of them changed, no list of what changed is complete.
const ABOUT_ALL: [&str; 2] = ["city/", "district/"];

/// What happened, as far as it is held.
#[derive(Default)]
pub(super) struct Chronicle {
    /// The number of the last entry that was read.
    through: i64,
    /// The revision up to which everything was read.
    revision: i64,
    places: HashMap<PlaceId, i64>,
    events: HashMap<EventId, i64>,
    /// The last revision in which the city as a whole changed.
    about_all: i64,
    /// The oldest first.
    recent: VecDeque<News>,
}

/// What changed after a revision.
#[derive(Debug, Default)]
pub struct Changed {
    /// Places by id, those that are gone too.
    pub places: Vec<PlaceId>,
    /// Events by id, those that are gone too, and those held at a place that changed.
    pub events: Vec<EventId>,
}

impl City {
    /// What changed after `since` up to `snapshot` at least; none where the city as a whole changed, and everything is to
    /// be read anew.
    ///
    /// # Errors
    /// What the store says.
    pub async fn changed_since(
        &self,
        since: Revision,
        snapshot: &Snapshot,
    ) -> Result<Option<Changed>, Error> {
        let mut chronicle = self.chronicle.lock().await;
        chronicle.follow(self, snapshot.revision()).await?;
        let after = since.0;
        if chronicle.about_all > after {
            return Ok(None);
        }
        let newer = |(_, at): &(_, &i64)| **at > after;
        let places = chronicle.places.iter().filter(newer);
        let mut places: Vec<_> = places.map(|(id, _)| *id).collect();
        places.sort_unstable();
        let newer = |(_, at): &(_, &i64)| **at > after;
        let own = chronicle.events.iter().filter(newer).map(|(id, _)| *id);
        let is_moved = |place: Option<PlaceId>| {
            place.is_some_and(|place| places.binary_search(&place).is_ok())
        };
        let held = snapshot.events();
        let held = held.filter(|held| is_moved(held.event.venue.place));
        let mut events: Vec<_> = own.chain(held.map(|held| held.event.id)).collect();
        events.sort_unstable();
        events.dedup();
        Ok(Some(Changed { places, events }))
    }

    /// The newest `most` pieces of news up to `snapshot` that `is_wanted`, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub async fn news(
        &self,
        snapshot: &Snapshot,
        is_wanted: impl Fn(&News) -> bool,
        most: usize,
    ) -> Result<Vec<News>, Error> {
        let mut chronicle = self.chronicle.lock().await;
        chronicle.follow(self, snapshot.revision()).await?;
        let known = chronicle.recent.iter().rev();
        let known = known.filter(|news| news.revision <= snapshot.revision().0);
        Ok(known
            .filter(|news| is_wanted(news))
            .take(most)
            .cloned()
            .collect())
    }
}

impl Chronicle {
    /// Reads on until everything up to `wanted` is known. Where that breaks off, the next one goes on behind the last entry
    /// that was read.
    async fn follow(&mut self, city: &City, wanted: Revision) -> Result<(), Error> {
        if self.through == 0 {
            *self = Self::begin(city).await?;
        }
        if self.revision >= wanted.0 {
            return Ok(());
        }
        let filter = TrailFilter {
            page: Page::After(self.through),
            ..TrailFilter::default()
        };
        let mut pages = std::pin::pin!(city.store().trail_pages(filter));
        let mut newest = wanted.0;
        while let Some(page) = pages.try_next().await? {
            for entry in &page {
                self.take(entry);
                newest = newest.max(entry.revision.unwrap_or_default());
            }
        }
        // Only now: whoever asks may leave between two pages, in the middle of a revision. And a revision may have no
        // entry of its own.
        self.revision = self.revision.max(newest);
        Ok(())
    }

    /// Everything that the trail says today.
    async fn begin(city: &City) -> Result<Self, Error> {
        let known = city.store().last_changes().await?;
        let mut own = Self {
            through: known.through,
            revision: known.revision,
            ..Self::default()
        };
        for (subject, revision) in &known.subjects {
            own.note(subject, *revision);
        }
        let mut page = Page::Before(known.through.saturating_add(1));
        while own.recent.len() < HELD {
            let filter = TrailFilter {
                page,
                ..TrailFilter::newest(CHUNK)
            };
            let entries = city.store().trail(&filter).await?;
            let Some(last) = entries.last() else { break };
            page = Page::Before(last.number);
            let room = HELD - own.recent.len();
            for news in entries.iter().filter_map(News::of).take(room) {
                own.recent.push_front(news);
            }
        }
        Ok(own)
    }

    fn take(&mut self, entry: &TrailEntry) {
        self.through = entry.number;
        let Some(revision) = entry.revision else {
            return;
        };
        self.note(&entry.subject, revision);
        if let Some(news) = News::of(entry) {
            if self.recent.len() == HELD {
                self.recent.pop_front();
            }
            self.recent.push_back(news);
        }
        // Nothing is told any more of what turned out to be about a place of refuge.
        let redacted = entry.redacted_entries();
        if !redacted.is_empty() {
            self.recent.retain(|news| !redacted.contains(&news.number));
        }
    }

    fn note(&mut self, subject: &Subject, revision: i64) {
        if let Some(id) = subject.id_of::<Place>() {
            self.places.insert(id, revision);
        } else if let Some(id) = subject.id_of::<Event>() {
            self.events.insert(id, revision);
        } else {
            let text = subject.as_str();
            let is_about_all = ABOUT_ALL.iter().any(|kind| text.starts_with(kind));
            if is_about_all || text == "places" {
                self.about_all = self.about_all.max(revision);
            }
        }
    }
}
