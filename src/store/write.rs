//! Writing a change of the city: rows, audit trail and revision in one transaction.

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::QueryBuilder;

use crate::domain::PlaceId;
use crate::domain::change::{CityChange, OsmRecord, PlaceChange};
use crate::domain::trail::Action;
use crate::error::Error;
use crate::snapshot::Revision;
use crate::store::events::EventRow;
use crate::store::rows::{DistrictRow, PlaceRow, QuarterRow, json};
use crate::store::suggestions::accept_suggestion;
use crate::store::{Store, map, writing};

/// Rows per statement: seventeen values each stay below SQLite's limit of 32,766.
const CHUNK: usize = 1900;

/// One line of the trail without what all lines of a write share.
struct Line {
    position: i64,
    action: Action,
    subject: String,
    detail: String,
}

/// Runs `insert … values (…), (…)` for a list of rows in chunks.
macro_rules! insert_rows {
    ($tx:expr, $rows:expr, $insert:literal, $conflict:literal, |$values:ident, $row:ident| $bind:expr) => {
        for chunk in $rows.chunks(CHUNK) {
            let mut query = QueryBuilder::new($insert);
            query.push_values(chunk, |mut $values, $row| {
                $bind;
            });
            query.push($conflict);
            query.build().execute(&mut *$tx).await?;
        }
    };
}

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

/// Puts new districts and quarters in place of all old ones.
macro_rules! replace_districts {
    ($tx:expr, $all:expr) => {
        sqlx::query("delete from quarter").execute(&mut *$tx).await?;
        sqlx::query("delete from district").execute(&mut *$tx).await?;
        let rows: Vec<_> = $all.districts.iter().map(DistrictRow::of).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into district (id, name, area, population, population_year, population_estimated, boundary) ",
            "",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.name)
                .push_bind(&row.area)
                .push_bind(row.population)
                .push_bind(row.population_year)
                .push_bind(row.population_estimated)
                .push_bind(&row.boundary)
        );
        let rows: Vec<_> = $all.quarters.iter().map(QuarterRow::of).collect();
        insert_rows!(
            $tx,
            rows,
            "insert into quarter (id, name, district_id, area) ",
            "",
            |values, row| values
                .push_bind(&row.id)
                .push_bind(&row.name)
                .push_bind(&row.district_id)
                .push_bind(&row.area)
        );
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
        // PostgreSQL keeps microseconds: nanoseconds would not come back.
        let at = at.trunc_subsecs(6);
        let map = change.map.as_deref().map(map::parts_of).transpose()?;
        writing!(self, tx => {
            move_revision!(tx, number);
            if let Some(settings) = &change.settings {
                let statement = sqlx::query("update city set settings = $1 where one = 1");
                statement.bind(settings.to_toml()).execute(&mut *tx).await?;
            }
            if change.forget_places {
                sqlx::query("delete from event").execute(&mut *tx).await?;
                sqlx::query("delete from place_osm").execute(&mut *tx).await?;
                sqlx::query("delete from place").execute(&mut *tx).await?;
            }
            if let Some(all) = &change.districts {
                replace_districts!(tx, all);
            }
            if change.forget_places || map.is_some() {
                sqlx::query("delete from map_part").execute(&mut *tx).await?;
            }
            for (position, part) in (0_i64..).zip(map.iter().flatten()) {
                let statement = sqlx::query("insert into map_part (position, revision, data) values ($1, $2, $3)");
                statement.bind(position).bind(number + 1).bind(part).execute(&mut *tx).await?;
            }
            for id in &change.removed {
                let statement = sqlx::query("delete from place where id = $1");
                statement.bind(id.to_string()).execute(&mut *tx).await?;
            }
            put_places!(tx, change.places);
            for gone in &change.events_removed {
                let statement = sqlx::query("delete from event where id = $1");
                statement.bind(gone.id.to_string()).execute(&mut *tx).await?;
            }
            put_events!(tx, change.events);
            let records = osm_rows(change);
            insert_rows!(
                tx, records,
                "insert into place_osm (place_id, osm_id, tags) ",
                " on conflict (place_id) do update set osm_id = excluded.osm_id, tags = excluded.tags",
                |values, row| values.push_bind(&row.0).push_bind(&row.1).push_bind(&row.2)
            );
            if let Some(accepted) = &change.decided {
                accept_suggestion!(tx, accepted);
            }
            let (author, lines) = (change.author.to_string(), trail_lines(change));
            insert_rows!(
                tx, lines,
                "insert into trail (revision, position, at, author, action, subject, detail) ", "",
                |values, line| values.push_bind(number + 1).push_bind(line.position).push_bind(at).push_bind(&author)
                    .push_bind(line.action.as_str()).push_bind(&line.subject).push_bind(&line.detail)
            );
        });
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

fn trail_lines(change: &CityChange) -> Vec<Line> {
    let settings = change.settings.iter().map(|settings| {
        (
            Action::Changed,
            format!("city/{}", settings.id),
            settings.name.clone(),
        )
    });
    let forgotten = change.forget_places.then(|| {
        (
            Action::Removed,
            "places".to_owned(),
            "all places of the city before".to_owned(),
        )
    });
    let districts = change
        .districts
        .iter()
        .flat_map(|all| &all.districts)
        .map(|district| {
            (
                Action::Changed,
                format!("district/{}", district.id),
                district.name.to_string(),
            )
        });
    let places = change.places.iter().map(
        |PlaceChange {
             action,
             place,
             differs_in,
             ..
         }| {
            let detail = match action {
                Action::Changed => differs_in.join(", "),
                _ => place.name.to_string(),
            };
            (*action, format!("place/{}", place.id), detail)
        },
    );
    // Not even the trail keeps a name.
    let removed = change
        .removed
        .iter()
        .map(|id| (Action::Removed, format!("place/{id}"), String::new()));
    let events = change.events.iter().map(|change| {
        let event = &change.event;
        let detail = match change.action {
            Action::Changed => change.differs_in.join(", "),
            _ => event.title.to_string(),
        };
        (change.action, format!("event/{}", event.id), detail)
    });
    let events_removed = change.events_removed.iter().map(|gone| {
        (
            Action::Removed,
            format!("event/{}", gone.id),
            gone.title.to_string(),
        )
    });
    let map = change
        .map
        .iter()
        .map(|_| (Action::Changed, "map".to_owned(), String::new()));
    let decided = change.decided.iter().map(|accepted| {
        (
            Action::Changed,
            format!("suggestion/{}", accepted.id),
            "state".to_owned(),
        )
    });
    let lines = settings
        .chain(forgotten)
        .chain(districts)
        .chain(map)
        .chain(removed)
        .chain(places)
        .chain(events_removed)
        .chain(events)
        .chain(decided);
    (0..)
        .zip(lines)
        .map(|(position, (action, subject, detail))| Line {
            position,
            action,
            subject,
            detail,
        })
        .collect()
}
