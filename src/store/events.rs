//! Events as rows.

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::FromRow;

use crate::domain::event::{Engagement, Event, Venue};
use crate::domain::{Invalid, Location};
use crate::error::Error;
use crate::store::rows::{from_json, integer, json};

/// Every event, in the columns of [`EventRow`].
pub(super) const SELECT_EVENTS: &str = "select id, uid, source, origin, title, place_id, spot, lon, lat, status, \
     engagement, effort, demand, revised_at, sequence, schedule, facts from event";

#[derive(FromRow)]
pub(super) struct EventRow {
    pub id: String,
    pub uid: String,
    pub source: String,
    pub origin: String,
    pub title: String,
    pub place_id: Option<String>,
    pub spot: Option<String>,
    pub lon: Option<f64>,
    pub lat: Option<f64>,
    pub status: String,
    pub engagement: bool,
    pub effort: Option<String>,
    pub demand: Option<String>,
    pub revised_at: DateTime<Utc>,
    pub sequence: i64,
    pub schedule: String,
    pub facts: String,
}

impl EventRow {
    pub(super) fn of(event: &Event) -> Self {
        let Venue {
            place,
            spot,
            location,
        } = &event.venue;
        let engagement = event.engagement.unwrap_or_default();
        Self {
            id: event.id.to_string(),
            uid: event.uid.to_string(),
            source: event.source.to_string(),
            origin: event.origin.to_string(),
            title: event.title.to_string(),
            place_id: place.as_ref().map(ToString::to_string),
            spot: spot.as_ref().map(ToString::to_string),
            lon: location.map(Location::lon),
            lat: location.map(Location::lat),
            status: event.status.to_string(),
            engagement: event.engagement.is_some(),
            effort: engagement.effort.as_ref().map(ToString::to_string),
            demand: engagement.demand.as_ref().map(ToString::to_string),
            // PostgreSQL keeps microseconds: nanoseconds would not come back.
            revised_at: event.revised_at.trunc_subsecs(6),
            sequence: event.sequence.into(),
            schedule: json(&event.schedule),
            facts: json(&event.facts),
        }
    }
}

impl TryFrom<EventRow> for Event {
    type Error = Error;

    fn try_from(row: EventRow) -> Result<Self, Error> {
        event(&row).map_err(|invalid| Error::Corrupt {
            table: "event",
            id: row.id.clone(),
            invalid,
        })
    }
}

fn event(row: &EventRow) -> Result<Event, Invalid> {
    let location = match row.lon.zip(row.lat) {
        Some((lon, lat)) => Some(Location::from_lon_lat(lon, lat)?),
        None => None,
    };
    let engagement = Engagement {
        effort: parsed(row.effort.as_deref())?,
        demand: parsed(row.demand.as_deref())?,
    };
    Ok(Event {
        id: row.id.parse()?,
        uid: row.uid.parse()?,
        source: row.source.parse()?,
        origin: row.origin.parse()?,
        title: row.title.parse()?,
        venue: Venue {
            place: parsed(row.place_id.as_deref())?,
            spot: parsed(row.spot.as_deref())?,
            location,
        },
        status: row.status.parse()?,
        schedule: from_json("schedule", &row.schedule)?,
        engagement: row.engagement.then_some(engagement),
        revised_at: row.revised_at,
        sequence: integer("sequence", row.sequence)?,
        facts: Box::new(from_json("facts", &row.facts)?),
    })
}

fn parsed<T: std::str::FromStr<Err = Invalid>>(text: Option<&str>) -> Result<Option<T>, Invalid> {
    text.map(str::parse).transpose()
}
