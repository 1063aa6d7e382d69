//! What another program has written since, where it changed nothing but a few places, events and measurements of ways.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::QueryBuilder;

use crate::domain::change::Edits;
use crate::domain::measured_way::MeasuredWayId;
use crate::domain::trail::{Action, Subject};
use crate::domain::{Event, EventId, Place, PlaceId};
use crate::error::Error;
use crate::snapshot::Revision;
use crate::store::audits::{PublishedRow, SELECT_PUBLISHED};
use crate::store::events::{EventRow, SELECT_EVENTS};
use crate::store::measured_ways::{MeasuredWayRow, SELECT_MEASURED};
use crate::store::rows::{SELECT_PLACES, place_from_text};
use crate::store::{Store, at_one_revision};

/// So many entries of the trail are looked at; of a city where more has changed all is read anew.
const MOST_ENTRIES: u16 = 1_000;

/// What subjects begin with that are decided together with a change of the city and are told again with what they change:
/// the audit of a place with the place.
const BESIDE_THE_CITY: [&str; 2] = ["suggestion/", "audit/"];

/// Adds ` where id in (…)` to a query.
macro_rules! only {
    ($query:ident, $column:literal, $ids:expr) => {
        $query.push(concat!(" ", $column, " in ("));
        let mut all = $query.separated(", ");
        for id in $ids {
            all.push_bind(id.to_string());
        }
        $query.push(")");
    };
}

impl Store {
    /// What has become of single places and events since the revision `known` of the store called `lineage`, and the
    /// revision that led to. None where more has changed, or a place is gone: then the whole city is to be read.
    ///
    /// # Errors
    /// When the database fails or a row breaks a rule.
    pub async fn edits_since(
        &self,
        lineage: &str,
        known: Revision,
    ) -> Result<Option<(Edits, Revision)>, Error> {
        at_one_revision!(self, tx => {
            let (own_lineage, revision): (String, i64) =
                sqlx::query_as("select lineage, revision from city where one = 1").fetch_one(&mut *tx).await?;
            // The primary key leads from the newest entry back.
            let entries: Vec<Entry> =
                sqlx::query_as("select revision, action, subject from trail order by number desc limit $1")
                    .bind(i64::from(MOST_ENTRIES))
                    .fetch_all(&mut *tx)
                    .await?;
            let touched = Touched::between(known.0, revision, &entries).filter(|_| own_lineage == lineage);
            let Some(touched) = touched else { return Ok(None) };
            let mut edits = touched.as_gone();
            if !touched.places.is_empty() {
                let mut query = QueryBuilder::new(SELECT_PLACES);
                only!(query, "where id", &touched.places);
                let rows: Vec<String> = query.build_query_scalar().fetch_all(&mut *tx).await?;
                for text in rows {
                    let place = place_from_text(&text)?;
                    edits.places.insert(place.id, Some(place));
                }
                let mut query = QueryBuilder::new(SELECT_PUBLISHED);
                only!(query, "and a.place_id", &touched.places);
                let rows: Vec<PublishedRow> = query.build_query_as().fetch_all(&mut *tx).await?;
                edits.audits = touched.places.iter().map(|id| (*id, Vec::new())).collect();
                for row in rows {
                    let published = row.read()?;
                    edits.audits.entry(published.place).or_default().push(published);
                }
            }
            if !touched.events.is_empty() {
                let mut query = QueryBuilder::new(SELECT_EVENTS);
                only!(query, "where id", &touched.events);
                let rows: Vec<EventRow> = query.build_query_as().fetch_all(&mut *tx).await?;
                for row in rows {
                    let event = Event::try_from(row)?;
                    edits.events.insert(event.id, Some(event));
                }
            }
            if !touched.measured_ways.is_empty() {
                let mut query = QueryBuilder::new(SELECT_MEASURED);
                only!(query, "where id", &touched.measured_ways);
                let rows: Vec<MeasuredWayRow> = query.build_query_as().fetch_all(&mut *tx).await?;
                for row in rows {
                    let measured = row.read()?;
                    edits.measured_ways.insert(measured.id, Some(measured));
                }
            }
            // It may be one that must not be kept in memory either.
            let has_all = edits.places.values().all(Option::is_some);
            Ok(has_all.then_some((edits, Revision(revision))))
        })
    }
}

/// An entry of the trail: the revision it belongs to, if it changed the city, what was done, and to what.
type Entry = (Option<i64>, String, String);

/// What entries of the trail are about, where they are about nothing but places and events.
#[derive(Default)]
struct Touched {
    places: BTreeSet<PlaceId>,
    events: BTreeSet<EventId>,
    measured_ways: BTreeSet<MeasuredWayId>,
}

impl Touched {
    /// What was touched after the revision `known` until `now`, by the newest entries, the newest first; none where they
    /// do not tell all of it.
    fn between(known: i64, now: i64, entries: &[Entry]) -> Option<Self> {
        let mut touched = Self::default();
        let mut told = BTreeSet::new();
        let mut is_all = entries.len() < usize::from(MOST_ENTRIES);
        for (revision, action, subject) in entries {
            let Some(revision) = *revision else { continue };
            if revision <= known {
                is_all = true;
                break;
            }
            let subject = Subject::from_stored(subject);
            told.insert(revision);
            if *action == Action::Redacted.as_str() {
                return None;
            } else if let Some(place) = subject.id_of::<Place>() {
                touched.places.insert(place);
            } else if let Some(event) = subject.id_of::<Event>() {
                touched.events.insert(event);
            } else if let Some(way) = MeasuredWayId::of_subject(&subject) {
                touched.measured_ways.insert(way);
            } else if !BESIDE_THE_CITY
                .iter()
                .any(|kind| subject.as_str().starts_with(kind))
            {
                return None;
            }
        }
        // A write that told nothing changed something else.
        let is_all = is_all && told.into_iter().eq(known + 1..=now);
        is_all.then_some(touched)
    }

    /// Everything as if it were no longer there.
    fn as_gone(&self) -> Edits {
        Edits {
            audits: BTreeMap::new(),
            places: self.places.iter().map(|id| (*id, None)).collect(),
            events: self.events.iter().map(|id| (*id, None)).collect(),
            measured_ways: self.measured_ways.iter().map(|id| (*id, None)).collect(),
        }
    }
}
