//! Events: their collection, and calendars to subscribe to or to take one event from.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::api::answer::{GEOJSON, Key, revisioned, revisioned_bytes};
use crate::api::items::{
    Address, DEFAULT, FeatureCollection, Head, ITEMS_PARAMS, MOST, after, next,
};
use crate::api::problem::Problem;
use crate::api::since::{self, SINCE_PARAMS, Since};
use crate::city::City;
use crate::domain::{Bbox, EventId, Invalid};
use crate::export::events::EventFeature;
use crate::export::icalendar::{self, MEDIA_TYPE};
use crate::query::{EVENT_PARAMS, Param, Params, Schema, TimeSpan, read_event_filter};
use crate::snapshot::{EventFilter, HeldEvent, Snapshot, TimeFrame};

/// How events are paged, and when they are held.
pub const EVENT_ITEMS_PARAMS: &[Param] = &[
    after(Schema::Uuid),
    Param::optional(
        "datetime",
        Schema::Text(80),
        "Held then: a date, a time, or an interval such as 2026-11-23/2026-11-29; all events when left out, past ones too.",
    ),
];

/// Calendars of residents show a little of what was.
const DAYS_BACK: i64 = 31;

/// `GET /api/collections/events/items`
pub async fn items(
    city: &City,
    address: &Address<'_>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(
        address.uri.query().unwrap_or_default(),
        &[ITEMS_PARAMS, EVENT_ITEMS_PARAMS, SINCE_PARAMS, EVENT_PARAMS],
    )?;
    if let Some(since) = Since::read(&mut params)? {
        return since::events(city, address, headers, since, params).await;
    }
    let bbox = params.take::<Bbox>("bbox")?;
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<EventId>("after")?;
    let span = params.take::<TimeSpan>("datetime")?;
    let filter = EventFilter {
        bbox,
        ..read_event_filter(&mut params)?
    };
    let (snapshot, now) = (city.snapshot(), city.now());
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        // Every feature names its next dates.
        moment: Some(now),
    };
    Ok(revisioned(&snapshot, &key, headers, GEOJSON, || {
        let timezone = snapshot.settings().timezone;
        let frame = span.map_or_else(TimeFrame::default, |span| span.frame(timezone));
        let page = snapshot.find_events(&filter, frame, after, limit);
        let next = next(page.next);
        let features = page
            .events
            .iter()
            .map(|own| EventFeature::new(&snapshot, own, now));
        FeatureCollection {
            head: Head::new(&snapshot, address, page.matched, page.events.len(), &next),
            features: features.collect::<Vec<_>>(),
        }
    }))
}

/// `GET /api/events.ics`
pub async fn feed(
    State(city): State<Arc<City>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(uri.query().unwrap_or_default(), &[EVENT_PARAMS])?;
    let filter = read_event_filter(&mut params)?;
    let snapshot = city.snapshot();
    check_names(&snapshot, &filter)?;
    let today = snapshot
        .date_at(city.now())
        .and_time(NaiveTime::MIN)
        .and_utc();
    let key = Key {
        path_and_query: uri.path_and_query().map_or("", |all| all.as_str()),
        // What is long over falls out with the days, never with the minutes.
        moment: Some(today),
        ..Key::default()
    };
    Ok(revisioned_bytes(
        &snapshot,
        &key,
        &headers,
        MEDIA_TYPE,
        || {
            let events = since(&snapshot, &filter, today - TimeDelta::days(DAYS_BACK));
            let name = name_of(&snapshot, &filter);
            icalendar::calendar(&snapshot, Some(&name), &events)
        },
    ))
}

/// `GET /api/events/{file}`
pub async fn one(
    State(city): State<Arc<City>>,
    Path(file): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let snapshot = city.snapshot();
    let id = file.strip_suffix(".ics").and_then(|id| id.parse().ok());
    let held = id.and_then(|id| snapshot.event(id));
    let held = held.ok_or_else(|| Problem::unknown_feature("events", &file))?;
    let key = Key {
        path_and_query: uri.path(),
        ..Key::default()
    };
    let mut answer = revisioned_bytes(&snapshot, &key, &headers, MEDIA_TYPE, || {
        icalendar::calendar(&snapshot, None, &[held])
    });
    let name = format!("attachment; filename=\"{}.ics\"", held.event.id);
    let disposition = HeaderValue::from_str(&name).expect("an id is plain");
    answer
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, disposition);
    Ok(answer)
}

/// A calendar of a place or district that is not there would stay empty for ever, and nobody would know why.
fn check_names(snapshot: &Snapshot, filter: &EventFilter) -> Result<(), Invalid> {
    let rule = |field, what: &str| Err(Invalid::new(field, format!("is no {what} of this city")));
    if filter.place.is_some_and(|id| snapshot.place(id).is_none()) {
        return rule("place", "place");
    }
    match &filter.district {
        Some(id) if snapshot.district(id).is_none() => rule("district", "district"),
        _ => Ok(()),
    }
}

fn since<'a>(
    snapshot: &'a Snapshot,
    filter: &EventFilter,
    from: DateTime<Utc>,
) -> Vec<&'a HeldEvent> {
    let frame = TimeFrame {
        from: Some(from),
        to: None,
    };
    snapshot.find_events(filter, frame, None, usize::MAX).events
}

/// What a calendar is called in the list of calendars of those who subscribe to it.
fn name_of(snapshot: &Snapshot, filter: &EventFilter) -> String {
    let place = filter.place.and_then(|id| snapshot.place(id));
    let district = filter
        .district
        .as_ref()
        .and_then(|id| snapshot.district(id));
    match (place, district) {
        (Some(place), _) => place.place.name.to_string(),
        (None, Some(district)) => format!("{}, {}", snapshot.settings().name, district.name),
        (None, None) => snapshot.settings().name.clone(),
    }
}
