//! Events as GeoJSON features (RFC 7946).

use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Serialize, Serializer};

use crate::domain::event::{Engagement, EventFacts, EventOrigin, EventStatus, Occurrence, Start};
use crate::domain::{DistrictId, EventId, Location, PlaceId, Shape};
use crate::export::geojson::{FeatureType, PlaceUrl};
use crate::snapshot::{HeldEvent, Snapshot};

/// How many of its next dates a feature names.
const NEXT_DATES: usize = 5;

/// An event as a GeoJSON feature.
#[derive(Serialize)]
pub struct EventFeature<'a> {
    #[serde(rename = "type")]
    kind: FeatureType,
    id: EventId,
    geometry: Option<Geometry<'a>>,
    properties: EventProperties<'a>,
}

/// Where it is held: the shape of its place, or the spot.
enum Geometry<'a> {
    Shape(&'a Shape),
    Point(Location),
}

impl Serialize for Geometry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Shape(shape) => shape.serialize(serializer),
            Self::Point(location) => Shape::Point(*location).serialize(serializer),
        }
    }
}

#[derive(Serialize)]
struct EventProperties<'a> {
    title: &'a str,
    uid: &'a str,
    status: EventStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_url: Option<PlaceUrl<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spot: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a DistrictId>,
    all_day: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    timezone: Option<&'static str>,
    starts: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rrule: Option<String>,
    next: Vec<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    engagement: Option<Engagement>,
    #[serde(flatten)]
    facts: &'a EventFacts,
    source: &'a str,
    origin: EventOrigin,
    #[serde(skip_serializing_if = "Option::is_none")]
    revised_at: Option<String>,
    ics: String,
}

/// One date of an event.
#[derive(Serialize)]
struct Date {
    starts: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    status: EventStatus,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    moved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

impl<'a> EventFeature<'a> {
    /// The feature of an event, with the dates that are not over at `now`.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, held: &'a HeldEvent, now: DateTime<Utc>) -> Self {
        let event = &held.event;
        let city = snapshot.settings().timezone;
        let place = snapshot.place_of(held);
        let schedule = &event.schedule;
        let geometry = match place {
            Some(located) => Some(Geometry::Shape(&located.place.shape)),
            None => event.venue.location.map(Geometry::Point),
        };
        let next = event.next_occurrences(now, city, NEXT_DATES);
        let end = schedule
            .length
            .map(|length| length.end(schedule.start, city));
        Self {
            kind: FeatureType::Feature,
            id: event.id,
            geometry,
            properties: EventProperties {
                title: &event.title,
                uid: &event.uid,
                status: event.status,
                place: event.venue.place,
                place_name: place.map(|located| located.place.name.as_str()),
                place_url: place.map(PlaceUrl),
                spot: event.venue.spot.as_deref(),
                district: snapshot.district_of_event(held).map(|own| &own.id),
                all_day: schedule.start.is_day(),
                timezone: schedule.zone().map(Tz::name),
                starts: begin(schedule.start, city),
                ends: end.and_then(|end| self::end(schedule.start, end, city)),
                rrule: schedule
                    .rule
                    .as_ref()
                    .map(|rule| rule.written_for(schedule.start, city).to_string()),
                next: next.iter().map(|own| date(held, own, city)).collect(),
                engagement: event.engagement,
                facts: &event.facts,
                source: &event.source,
                origin: event.origin,
                revised_at: (event.revised_at != DateTime::UNIX_EPOCH)
                    .then(|| event.revised_at.to_rfc3339_opts(SecondsFormat::Secs, true)),
                ics: ics_path(event.id),
            },
        }
    }
}

/// The address of an event as a file for one's calendar.
#[must_use]
pub fn ics_path(id: EventId) -> String {
    format!("/api/events/{id}.ics")
}

fn date(held: &HeldEvent, occurrence: &Occurrence, city: Tz) -> Date {
    let title = held.event.title_of(occurrence);
    Date {
        starts: begin(occurrence.start, city),
        ends: occurrence
            .ends
            .and_then(|ends| end(occurrence.start, ends, city)),
        status: occurrence.status,
        moved: occurrence.is_moved(),
        title: (*title != held.event.title).then(|| title.to_string()),
    }
}

/// A date, or a time with the offset its zone has then.
fn begin(start: Start, city: Tz) -> String {
    match start {
        Start::Day(day) => day.to_string(),
        Start::At { zone, .. } => in_zone(start.instant(city), zone),
    }
}

/// Like the begin; of whole days the last one.
fn end(start: Start, end: DateTime<Utc>, city: Tz) -> Option<String> {
    match start {
        Start::Day(_) => last_day(end, city).map(|day| day.to_string()),
        Start::At { zone, .. } => Some(in_zone(end, zone)),
    }
}

/// The last day of what ends with a midnight in `city`.
#[must_use]
pub fn last_day(end: DateTime<Utc>, city: Tz) -> Option<NaiveDate> {
    let next = end.with_timezone(&city).date_naive();
    next.checked_sub_days(Days::new(1))
}

fn in_zone(instant: DateTime<Utc>, zone: Tz) -> String {
    let local = zone.from_utc_datetime(&instant.naive_utc());
    local.to_rfc3339_opts(SecondsFormat::Secs, true)
}
