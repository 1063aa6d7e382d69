//! Writing a change of the city: rows, audit trail and revision in one transaction.

mod whole;

use chrono::{DateTime, Utc};

use crate::domain::change::{CityChange, OsmRecord};
use crate::domain::survey::Survey;
use crate::domain::trail::{Replaced, written};
use crate::domain::{Invalid, PlaceId};
use crate::error::Error;
use crate::snapshot::Revision;
use crate::store::audits::{put_audits, put_criteria};
use crate::store::counselling::{put_focus_areas, put_help_lines};
use crate::store::events::EventRow;
use crate::store::measured_ways::put_measured_ways;
use crate::store::parts::{Replacement, parts_of, replace_parts};
use crate::store::refuges::forget_refuges;
use crate::store::releases::put_releases;
use crate::store::rows::{
    DistrictRow, PlaceRow, QuarterRow, SELECT_DISTRICTS, SELECT_QUARTERS, districts_of, json,
    settings_from_text,
};
use crate::store::suggestions::accept_suggestion;
use crate::store::surveys::{SELECT_SURVEYS, SurveyRow, put_surveys};
use crate::store::trail::append::{append_trail, lock_trail};
use crate::store::write::whole::{replace_districts, replace_whole, replaced};
use crate::store::{Store, insert_rows, writing};

/// Counts the revision on if it is still the expected one, and fails otherwise.
macro_rules! move_revision {
    ($tx:expr, $expected:expr) => {
        let moved =
            sqlx::query("update city set revision = revision + 1 where one = 1 and revision = $1")
                .bind($expected)
                .execute(&mut *$tx)
                .await?;
        if moved.rows_affected() != 1 {
            let (found,): (i64,) = sqlx::query_as("select revision from city where one = 1")
                .fetch_one(&mut *$tx)
                .await?;
            return Err(Error::Outdated {
                expected: $expected,
                found,
            });
        }
    };
}

/// Takes one place away, unless something is held there or audited: that would go without a word.
macro_rules! remove_place {
    ($tx:expr, $id:expr) => {
        let statement = "delete from place where id = $1 and not exists (select 1 from event where place_id = $1) \
             and not exists (select 1 from audit where place_id = $1)";
        let gone = sqlx::query(statement).bind($id.to_string()).execute(&mut *$tx).await?;
        if gone.rows_affected() != 1 {
            let rule = format!("{} is not there, or something is held there, or it has audits", $id);
            return Err(Invalid::new("place", rule).into());
        }
    };
}

/// Takes single events and places away.
macro_rules! take_away {
    ($tx:expr, $change:expr) => {
        for gone in &$change.events_removed {
            let statement = sqlx::query("delete from event where id = $1");
            statement
                .bind(gone.event.id.to_string())
                .execute(&mut *$tx)
                .await?;
        }
        for gone in &$change.places_removed {
            remove_place!($tx, gone.place.id);
        }
    };
}

/// Adds places, or replaces those with the same id.
macro_rules! put_places {
    ($tx:expr, $places:expr) => {
        let rows: Vec<_> = $places.iter().map(|change| PlaceRow::of(&change.place)).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into place (id, name, kind, status, valid_from, valid_to, lon, lat, shape, opening_hours, \
             last_verified_at, origin, facts) ",
            " on conflict (id) do update set name = excluded.name, kind = excluded.kind, status = excluded.status, \
             valid_from = excluded.valid_from, valid_to = excluded.valid_to, lon = excluded.lon, \
             lat = excluded.lat, shape = excluded.shape, opening_hours = excluded.opening_hours, \
             last_verified_at = excluded.last_verified_at, origin = excluded.origin, facts = excluded.facts",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.name)
                .push_bind(&row.kind)
                .push_bind(&row.status)
                .push_bind(&row.valid_from)
                .push_bind(&row.valid_to)
                .push_bind(row.lon)
                .push_bind(row.lat)
                .push_bind(&row.shape)
                .push_bind(&row.opening_hours)
                .push_bind(&row.last_verified_at)
                .push_bind(&row.origin)
                .push_bind(&row.facts)
        );
    };
}

/// Adds events, or replaces those with the same id.
macro_rules! put_events {
    ($tx:expr, $events:expr) => {
        let rows: Vec<_> = $events.iter().map(|change| EventRow::of(&change.event)).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into event (id, uid, source, origin, title, place_id, spot, lon, lat, status, engagement, effort, \
             demand, revised_at, sequence, schedule, facts) ",
            " on conflict (id) do update set uid = excluded.uid, source = excluded.source, origin = excluded.origin, \
             title = excluded.title, place_id = excluded.place_id, spot = excluded.spot, lon = excluded.lon, \
             lat = excluded.lat, status = excluded.status, engagement = excluded.engagement, \
             effort = excluded.effort, demand = excluded.demand, revised_at = excluded.revised_at, \
             sequence = excluded.sequence, schedule = excluded.schedule, facts = excluded.facts",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.uid)
                .push_bind(&row.source)
                .push_bind(&row.origin)
                .push_bind(&row.title)
                .push_bind(&row.place_id)
                .push_bind(&row.spot)
                .push_bind(row.lon)
                .push_bind(row.lat)
                .push_bind(&row.status)
                .push_bind(row.engagement)
                .push_bind(&row.effort)
                .push_bind(&row.demand)
                .push_bind(row.revised_at)
                .push_bind(row.sequence)
                .push_bind(&row.schedule)
                .push_bind(&row.facts)
        );
    };
}

/// Adds OpenStreetMap records, or replaces those of the same place.
macro_rules! put_records {
    ($tx:expr, $rows:expr) => {
        let rows = $rows;
        insert_rows!(
            $tx,
            rows,
            "insert into place_osm (place_id, osm_id, tags) ",
            " on conflict (place_id) do update set osm_id = excluded.osm_id, tags = excluded.tags",
            |values, row| values.push_bind(&row.0).push_bind(&row.1).push_bind(&row.2)
        );
    };
}

impl Store {
    /// Commits `change`, made for the city as it was at `expected`, and returns the new revision.
    ///
    /// # Errors
    /// [`Error::Outdated`] when another writer was faster, [`Error::Decided`] when the suggestion it follows is not open any
    /// more, or what the database says; nothing is written then.
    pub async fn commit(
        &self,
        change: &CityChange,
        expected: Revision,
        at: DateTime<Utc>,
    ) -> Result<Revision, Error> {
        if change.is_empty() {
            return Ok(expected);
        }
        let number = expected.0;
        let wholes = [
            Replacement {
                delete: "delete from map_part",
                insert: "insert into map_part (position, revision, data) values ($1, $2, $3)",
                parts: change.map.as_deref().map(parts_of).transpose()?,
            },
            Replacement {
                delete: "delete from residents_part",
                insert: "insert into residents_part (position, revision, data) values ($1, $2, $3)",
                parts: change.residents.as_deref().map(parts_of).transpose()?,
            },
        ];
        writing!(self, tx => {
            let mut head = lock_trail!(tx);
            move_revision!(tx, number);
            let mut replaced = replaced!(tx, change);
            forget_refuges!(tx, change, at, replaced);
            replace_whole!(tx, change, replaced);
            replace_parts!(tx, &wholes, number + 1, forget: change.forget_places);
            take_away!(tx, change);
            put_places!(tx, change.places);
            put_events!(tx, change.events);
            put_records!(tx, osm_rows(change));
            put_audits!(tx, change.audits);
            put_measured_ways!(tx, change.measured_ways);
            put_criteria!(tx, change.criteria);
            put_releases!(tx, change.releases);
            put_help_lines!(tx, change.help_lines);
            put_focus_areas!(tx, change.focus_areas);
            if let Some(accepted) = &change.decided {
                accept_suggestion!(tx, accepted);
            }
            append_trail!(tx, head, change.entries(&replaced), Some(number + 1), &written(at));
        });
        if !change.refuges.is_empty() {
            self.fold_log().await;
        }
        self.announce().await;
        Ok(Revision(number + 1))
    }
}

impl Store {
    /// Tells the other replicas; a lost announcement is made up for by their polling.
    async fn announce(&self) {
        if let Some((pool, channel)) = self.announcer() {
            let told = sqlx::query("select pg_notify($1, '')")
                .bind(channel)
                .execute(pool)
                .await;
            if let Err(error) = told {
                tracing::warn!(%error, "the new revision could not be announced");
            }
        }
    }
}

fn osm_rows(change: &CityChange) -> Vec<(String, String, String)> {
    let row = |id: PlaceId, record: &OsmRecord| {
        (id.to_string(), record.osm_id.clone(), json(&record.tags))
    };
    let with_place = change
        .places
        .iter()
        .filter_map(|change| Some((change.place.id, change.osm.as_ref()?)));
    let alone = change.osm_records.iter().map(|(id, record)| (*id, record));
    with_place
        .chain(alone)
        .map(|(id, record)| row(id, record))
        .collect()
}
