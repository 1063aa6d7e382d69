//! What changed since a revision: the collections of places and events for those who keep a copy.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;

use crate::api::answer::{GEOJSON, Key, revisioned, revisioned_bytes};
use crate::api::items::{Address, DEFAULT, FeatureCollection, Head, MOST};
use crate::api::problem::Problem;
use crate::city::{Changed, City};
use crate::domain::{EventId, Invalid, PlaceId};
use crate::export::events::EventFeature;
use crate::export::geojson::place_collection;
use crate::query::{Param, Params, Schema};
use crate::snapshot::{Revision, Snapshot};

/// How one asks for what changed.
pub const SINCE_PARAMS: &[Param] = &[
    Param::optional(
        SINCE,
        Schema::Whole,
        "Only what changed after this revision, closed features too; no filter may stand beside it, or what no longer fits would be missed. The answer says in `next_since` what to ask from next time and in `removed` what is gone; 410 when everything has to be read anew.",
    ),
    Param::optional(
        UNTIL,
        Schema::Whole,
        "The revision up to which the first page counted; the link `next` has it.",
    ),
];

const SINCE: &str = "since";
const UNTIL: &str = "until";

/// A span of revisions that is asked about.
pub struct Since {
    /// After this one.
    after: Revision,
    /// Up to this one, as the first page said; none on the first page.
    until: Option<Revision>,
}

/// What an answer says besides its features.
#[derive(Serialize)]
pub struct Changes {
    /// What to ask from next time.
    next_since: i64,
    /// The ids of those that are gone; on the first page.
    removed: Vec<String>,
}

impl Since {
    /// What a query asks, if it asks what changed.
    ///
    /// # Errors
    /// When something is no revision, or a filter stands beside it.
    pub fn read(params: &mut Params) -> Result<Option<Self>, Invalid> {
        let after = params.whole(SINCE)?.map(Revision);
        let until = params.whole(UNTIL)?.map(Revision);
        let Some(after) = after else {
            return match until {
                Some(_) => Err(Invalid::new(UNTIL, "stands only beside since")),
                None => Ok(None),
            };
        };
        let mut others = params.names();
        if let Some(other) = others.find(|name| !["limit", "after"].contains(name)) {
            let rule = "cannot stand beside since: what no longer fits would be missed";
            return Err(Invalid::new(other.to_owned(), rule));
        }
        match until {
            Some(until) if until < after => Err(Invalid::new(UNTIL, "must not be less than since")),
            _ => Ok(Some(Self { after, until })),
        }
    }

    /// What changed, and the city that it changed to: at least as far as what is asked about.
    async fn changed(&self, city: &City) -> Result<(Changed, Arc<Snapshot>), Problem> {
        if self.last() > city.snapshot().revision() {
            // Another replica may be ahead of this one.
            city.refresh().await?;
        }
        let snapshot = city.snapshot();
        if self.last() > snapshot.revision() {
            let rule = format!("must not be greater than {}", snapshot.revision().0);
            return Err(Invalid::new(SINCE, rule).into());
        }
        if self.after == Revision::default() {
            return Ok((all_of(&snapshot), snapshot));
        }
        match city.changed_since(self.after, &snapshot).await? {
            Some(changed) => Ok((changed, snapshot)),
            None => Err(Problem::read_anew(self.after.0)),
        }
    }

    fn last(&self) -> Revision {
        self.until.unwrap_or(self.after)
    }

    /// What the answer says besides: `gone` on its first page.
    fn told<I: ToString>(&self, snapshot: &Snapshot, gone: &[I], is_first: bool) -> Changes {
        let gone = gone.iter().filter(|_| is_first);
        Changes {
            next_since: self.until.unwrap_or(snapshot.revision()).0,
            removed: gone.map(ToString::to_string).collect(),
        }
    }
}

/// Everything changed since there was nothing.
fn all_of(snapshot: &Snapshot) -> Changed {
    let places = snapshot.places().map(|own| own.place.id);
    let events = snapshot.events().map(|own| own.event.id);
    Changed {
        places: places.collect(),
        events: events.collect(),
    }
}

/// One page of what is still there, and what is gone.
struct Portion<T, I> {
    matched: usize,
    page: Vec<T>,
    next: Option<I>,
    gone: Vec<I>,
}

/// Goes through `ids`, which are in order, with what `find` still knows of each.
fn portion<I: Copy + Ord, T: Copy>(
    ids: &[I],
    find: impl Fn(I) -> Option<T>,
    after: Option<I>,
    limit: usize,
) -> Portion<T, I> {
    let (mut here, mut gone) = (Vec::new(), Vec::new());
    for &id in ids {
        match find(id) {
            Some(found) => here.push((id, found)),
            None => gone.push(id),
        }
    }
    let begin = after.map_or(0, |after| here.partition_point(|(id, _)| *id <= after));
    let end = here.len().min(begin.saturating_add(limit));
    let last = here[begin..end].last().map(|(id, _)| *id);
    Portion {
        matched: here.len(),
        page: here[begin..end].iter().map(|(_, found)| *found).collect(),
        next: last.filter(|_| end < here.len()),
        gone,
    }
}

/// The places that changed.
///
/// # Errors
/// When a parameter breaks a rule, everything has to be read anew, or the store fails.
pub async fn places(
    city: &City,
    address: &Address<'_>,
    headers: &HeaderMap,
    since: Since,
    mut params: Params,
) -> Result<Response, Problem> {
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<PlaceId>("after")?;
    let (changed, snapshot) = since.changed(city).await?;
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: None,
    };
    Ok(revisioned_bytes(&snapshot, &key, headers, GEOJSON, || {
        let own = portion(&changed.places, |id| snapshot.place(id), after, limit);
        let told = since.told(&snapshot, &own.gone, after.is_none());
        let next = next(own.next, &told);
        let head = Head::new(&snapshot, address, own.matched, own.page.len(), &next).with(told);
        place_collection(
            &snapshot,
            &head,
            own.page.into_iter().map(|own| (own, None)),
        )
    }))
}

/// The events that changed, and those held at places that changed.
///
/// # Errors
/// When a parameter breaks a rule, everything has to be read anew, or the store fails.
pub async fn events(
    city: &City,
    address: &Address<'_>,
    headers: &HeaderMap,
    since: Since,
    mut params: Params,
) -> Result<Response, Problem> {
    let limit = params.count("limit", DEFAULT, MOST)?;
    let after = params.take::<EventId>("after")?;
    let (changed, snapshot) = since.changed(city).await?;
    let now = city.now();
    let key = Key {
        path_and_query: address.path_and_query(),
        base: address.base.as_str(),
        moment: Some(now),
    };
    Ok(revisioned(&snapshot, &key, headers, GEOJSON, || {
        let own = portion(&changed.events, |id| snapshot.event(id), after, limit);
        let told = since.told(&snapshot, &own.gone, after.is_none());
        let next = next(own.next, &told);
        let features = own.page.iter();
        FeatureCollection {
            head: Head::new(&snapshot, address, own.matched, own.page.len(), &next).with(told),
            features: features
                .map(|own| EventFeature::new(&snapshot, own, now))
                .collect::<Vec<_>>(),
        }
    }))
}

/// What the link to the next page says besides.
fn next<I: ToString>(after: Option<I>, changes: &Changes) -> Vec<(&'static str, String)> {
    let until = (UNTIL, changes.next_since.to_string());
    let after = after.map(|id| ("after", id.to_string()));
    after.map_or_else(Vec::new, |after| vec![until, after])
}
