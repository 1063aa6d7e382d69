//! The features of a collection (OGC API Features Part 1: Core, 7.15 and 7.16).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Serialize;

use crate::api::answer::{GEOJSON, JSON, Key, revisioned, revisioned_bytes};
use crate::api::base::{Base, Link};
use crate::api::collections::Collection;
use crate::api::problem::Problem;
use crate::api::since::{self, Changes, SINCE_PARAMS, Since};
use crate::api::{audits, events, safety_cells};
use crate::city::City;
use crate::domain::{Bbox, District, DistrictId, PlaceId};
use crate::export::audits::AuditFeature;
use crate::export::events::EventFeature;
use crate::export::geojson::{DistrictFeature, PlaceFeature, json, place_collection};
use crate::export::safety::{SafetyArea, SafetyFeature, newest_areas};
use crate::query::{PLACE_PARAMS, Param, Params, PlaceQuery, Schema, TimeSpan};
use crate::snapshot::{Accessibility, HeldEvent, Located, Snapshot, Within};

/// What every collection can be asked.
pub const ITEMS_PARAMS: &[Param] = &[
    Param::optional(
        "bbox",
        Schema::Bbox,
        "Only features that touch this box: west,south,east,north in degrees.",
    ),
    Param::optional(
        "limit",
        Schema::Count(1, MOST, DEFAULT),
        "At most so many features; more than 10000 means 10000.",
    ),
];

/// How places are paged.
pub const PLACE_ITEMS_PARAMS: &[Param] = &[after(Schema::Uuid)];

/// What districts can be asked besides: their outlines have no time, so any is theirs.
pub const DISTRICT_PARAMS: &[Param] = &[
    after(Schema::DistrictId),
    Param::optional(
        "datetime",
        Schema::Text(80),
        "Accepted and without effect: districts have no validity.",
    ),
];

/// How a page is gone on from.
pub const fn after(id: Schema) -> Param {
    let description = "Go on after the feature with this id; the link `next` has it.";
    Param::optional("after", id, description)
}

/// The most features of a page.
pub const MOST: u32 = 10_000;
/// How many there are if nobody says.
pub const DEFAULT: u32 = 100;

/// What every page of features begins with.
#[derive(Serialize)]
pub struct Head {
    #[serde(rename = "type")]
    kind: &'static str,
    revision: i64,
    #[serde(rename = "numberMatched")]
    number_matched: usize,
    #[serde(rename = "numberReturned")]
    number_returned: usize,
    links: Vec<Link>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    changes: Option<Changes>,
}

impl Head {
    /// The beginning of the page at `page`.
    pub fn new(
        snapshot: &Snapshot,
        page: &Address<'_>,
        matched: usize,
        returned: usize,
        next: &[(&'static str, String)],
    ) -> Self {
        Self {
            kind: "FeatureCollection",
            revision: snapshot.revision().0,
            number_matched: matched,
            number_returned: returned,
            links: page.links(next),
            changes: None,
        }
    }

    /// The same for an answer to what changed.
    pub fn with(self, changes: Changes) -> Self {
        Self {
            changes: Some(changes),
            ..self
        }
    }
}

/// A page of features.
#[derive(Serialize)]
pub struct FeatureCollection<F> {
    #[serde(flatten)]
    pub head: Head,
    pub features: Vec<F>,
}

/// `GET /api/collections/{collection}/items`
pub async fn list(
    State(city): State<Arc<City>>,
    Path(collection): Path<String>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let page = Address {
        base: &base,
        uri: &uri,
    };
    match Collection::named(&collection)? {
        Collection::Places => places(&city, &page, &headers).await,
        Collection::Districts => districts(&city, &page, &headers),
        Collection::Events => events::items(&city, &page, &headers).await,
        Collection::Audits => audits::items(&city, &page, &headers),
        Collection::SafetyCells => safety_cells::items(&city, &page, &headers),
    }
}

async fn places(
    city: &City,
    address: &Address<'_>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let mut params = Params::parse(
        address.uri.query().unwrap_or_default(),
        &[ITEMS_PARAMS, PLACE_ITEMS_PARAMS, SINCE_PARAMS, PLACE_PARAMS],
    )?;
    if let Some(since) = Since::read(&mut params)? {
        return since::places(city, address, headers, since, params).await;
    }
    let within = params
        .take::<Bbox>("bbox")?
        .map_or(Within::Everywhere, Within::Box);
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<PlaceId>("after")?;
    let query = PlaceQuery::read(&mut params)?;
    let (snapshot, now) = (city.snapshot(), city.now());
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: query.is_about_now().then_some(now),
    };
    Ok(revisioned_bytes(&snapshot, &key, headers, GEOJSON, || {
        let filter = query.filter(now, snapshot.settings().timezone);
        let page = snapshot.find(&within, &filter, after, limit);
        let next = next(page.next);
        let head = Head::new(&snapshot, address, page.matched, page.places.len(), &next);
        place_collection(&snapshot, &head, page.places.iter().map(|own| (*own, None)))
    }))
}

fn districts(city: &City, address: &Address<'_>, headers: &HeaderMap) -> Result<Response, Problem> {
    let mut params = Params::parse(
        address.uri.query().unwrap_or_default(),
        &[ITEMS_PARAMS, DISTRICT_PARAMS],
    )?;
    let bbox = params.take::<Bbox>("bbox")?;
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<DistrictId>("after")?;
    params.take::<TimeSpan>("datetime")?;
    let snapshot = city.snapshot();
    let today = snapshot.date_at(city.now());
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: Some(start_of(today)),
    };
    Ok(revisioned(&snapshot, &key, headers, GEOJSON, || {
        let touches = |bbox: Bbox, area| {
            bbox.rects()
                .any(|rect| geo::Intersects::intersects(area, &rect))
        };
        let all = snapshot.districts().iter();
        let matched: Vec<_> = all
            .filter(|own| bbox.is_none_or(|bbox| touches(bbox, &own.area)))
            .collect();
        let rest = matched
            .iter()
            .filter(|own| after.as_ref().is_none_or(|after| own.id > *after));
        let page: Vec<_> = rest.clone().take(limit).collect();
        let has_more = rest.count() > page.len();
        let next = next(page.last().filter(|_| has_more).map(|own| &own.id));
        FeatureCollection {
            head: Head::new(&snapshot, address, matched.len(), page.len(), &next),
            features: page
                .iter()
                .map(|own| DistrictFeature::new(&snapshot, own, today))
                .collect(),
        }
    }))
}

/// What the link to the page after the feature `after` says.
pub fn next<I: ToString>(after: Option<I>) -> Vec<(&'static str, String)> {
    let after = after.map(|id| ("after", id.to_string()));
    after.into_iter().collect()
}

/// `GET /api/collections/{collection}/items/{feature}`
pub async fn one(
    State(city): State<Arc<City>>,
    Path((collection, feature)): Path<(String, String)>,
    base: Base,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (snapshot, now) = (city.snapshot(), city.now());
    let today = snapshot.date_at(now);
    let collection = Collection::named(&collection)?;
    Params::parse(uri.query().unwrap_or_default(), &[])?;
    let key = Key {
        path_and_query: uri.path(),
        base: base.as_str(),
        moment: match collection {
            Collection::Places | Collection::SafetyCells => None,
            Collection::Districts | Collection::Audits => Some(start_of(today)),
            // An event names its next dates.
            Collection::Events => Some(now),
        },
    };
    let address = Address {
        base: &base,
        uri: &uri,
    };
    let found = match collection {
        Collection::Places => place(&snapshot, &feature).map(Found::Place),
        Collection::Districts => district(&snapshot, &feature).map(Found::District),
        Collection::Events => event(&snapshot, &feature).map(Found::Event),
        Collection::Audits => audit(&snapshot, &feature).map(Found::Audit),
        Collection::SafetyCells => {
            let mut all = newest_areas(&snapshot).into_iter();
            all.find(|own| own.id == feature).map(Found::SafetyArea)
        }
    };
    let found = found.ok_or_else(|| Problem::unknown_feature(collection.id(), &feature))?;
    Ok(revisioned_bytes(
        &snapshot,
        &key,
        &headers,
        GEOJSON,
        || match found {
            Found::Place(own) => alone(
                PlaceFeature::new(&snapshot, own),
                &snapshot,
                &address,
                collection,
            ),
            Found::District(own) => alone(
                DistrictFeature::new(&snapshot, own, today),
                &snapshot,
                &address,
                collection,
            ),
            Found::Event(own) => alone(
                EventFeature::new(&snapshot, own, now),
                &snapshot,
                &address,
                collection,
            ),
            Found::Audit(own) => alone(
                AuditFeature::new(&snapshot, own, today),
                &snapshot,
                &address,
                collection,
            ),
            Found::SafetyArea(own) => {
                alone(SafetyFeature::new(&own), &snapshot, &address, collection)
            }
        },
    ))
}

/// A moment that stands for the whole day: surveys and audits expire at its end.
pub(super) fn start_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// A feature by the id in its address.
enum Found<'a> {
    Place(&'a Located),
    District(&'a District),
    Event(&'a HeldEvent),
    Audit((&'a Located, &'a Accessibility)),
    SafetyArea(SafetyArea<'a>),
}

fn district<'a>(snapshot: &'a Snapshot, id: &str) -> Option<&'a District> {
    snapshot.district(&id.parse().ok()?)
}

fn event<'a>(snapshot: &'a Snapshot, id: &str) -> Option<&'a HeldEvent> {
    snapshot.event(id.parse().ok()?)
}

fn audit<'a>(snapshot: &'a Snapshot, id: &str) -> Option<(&'a Located, &'a Accessibility)> {
    snapshot.audit(id.parse().ok()?)
}

fn place<'a>(snapshot: &'a Snapshot, id: &str) -> Option<&'a Located> {
    snapshot.place(id.parse().ok()?)
}

/// A feature that stands alone, with its revision and links.
#[derive(Serialize)]
struct Alone<F> {
    #[serde(flatten)]
    feature: F,
    revision: i64,
    links: [Link; 2],
}

fn alone<F: Serialize>(
    feature: F,
    snapshot: &Snapshot,
    address: &Address<'_>,
    collection: Collection,
) -> Vec<u8> {
    let (base, path) = (address.base, address.uri.path());
    let parent = format!("/api/collections/{}", collection.id());
    json(&Alone {
        feature,
        revision: snapshot.revision().0,
        links: [
            base.link(path, "self", GEOJSON, "This feature"),
            base.link(&parent, "collection", JSON, "Its collection"),
        ],
    })
}

/// Where an answer is found, seen from outside.
pub struct Address<'a> {
    pub base: &'a Base,
    pub uri: &'a Uri,
}

impl Address<'_> {
    pub fn path_and_query(&self) -> &str {
        self.uri.path_and_query().map_or("", |all| all.as_str())
    }

    /// A link to this page, and to the one that goes on with `next` where it says something.
    fn links(&self, next: &[(&'static str, String)]) -> Vec<Link> {
        let link = |path: &str, rel, title| self.base.link(path, rel, GEOJSON, title);
        let mut links = vec![link(self.path_and_query(), "self", "This page")];
        if !next.is_empty() {
            let kept = form_urlencoded::parse(self.uri.query().unwrap_or_default().as_bytes())
                .filter(|(name, _)| !next.iter().any(|(own, _)| own == name));
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(kept)
                .extend_pairs(next)
                .finish();
            let path = format!("{}?{query}", self.uri.path());
            links.push(link(&path, "next", "The next page"));
        }
        links
    }
}
