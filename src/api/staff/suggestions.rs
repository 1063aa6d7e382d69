//! The queue of suggestions for programs of the city.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::{json_of, nothing_asked};
use crate::api::problem::Problem;
use crate::city::{City, MOST_AT_ONCE};
use crate::domain::Invalid;
use crate::domain::staff::Actor;
use crate::domain::suggestion::{QueuePosition, Rejection, Suggestion, SuggestionId};
use crate::error::Error;
use crate::export::suggestions::SuggestionRecord;
use crate::query::{Param, Params, QUEUE_PARAMS, Schema, read_queue_filter};
use crate::snapshot::Snapshot;

/// How the queue is paged.
pub(in crate::api) const PAGE_PARAMS: &[Param] = &[
    Param::optional(
        "after",
        Schema::Text(60),
        "Go on where the page before ended; its member `next` says where.",
    ),
    Param::optional(
        "limit",
        Schema::Count(1, MOST_AT_ONCE, DEFAULT),
        "At most so many suggestions; more than 500 means 500.",
    ),
];

/// How many suggestions there are if nobody says.
const DEFAULT: u32 = 100;

#[derive(Serialize)]
struct Page<'a> {
    suggestions: Vec<SuggestionRecord<'a>>,
    /// What `after` has to say for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// `GET /api/staff/suggestions`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    let query = parts.uri.query().unwrap_or_default();
    let mut params = Params::parse(query, &[QUEUE_PARAMS, PAGE_PARAMS])?;
    let filter = read_queue_filter(&mut params)?;
    let after = params.take::<QueuePosition>("after")?;
    let limit = params.count("limit", DEFAULT, MOST_AT_ONCE)?;
    let limit = u32::try_from(limit).unwrap_or(MOST_AT_ONCE);
    let snapshot = city.snapshot();
    let page = city.queue(&snapshot, &filter, after, limit).await?;
    let records = page.suggestions.iter();
    Ok(axum::Json(&Page {
        suggestions: records
            .map(|own| SuggestionRecord::of(own, Some(&snapshot)))
            .collect(),
        next: page.next.map(|position| position.to_string()),
    })
    .into_response())
}

/// `GET /api/staff/suggestions/figures`
pub(in crate::api) async fn figures(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    Ok(axum::Json(&*city.suggestion_figures().await?).into_response())
}

/// Why something is rejected.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    ground: String,
    #[serde(default)]
    text: Option<String>,
}

impl Reason {
    fn rejection(&self, city: &City, snapshot: &Snapshot, by: Actor) -> Result<Rejection, Invalid> {
        let note = self.text.as_deref().map(str::parse).transpose()?;
        Rejection::new(self.ground.parse()?, note, snapshot.date_at(city.now()), by)
    }
}

/// `POST /api/staff/suggestions/{id}/reject`
pub(in crate::api) async fn reject(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let own = found(&city, &id).await?;
    let reason: Reason = json_of(&headers, &bytes)?;
    let snapshot = city.snapshot();
    let rejection = reason.rejection(&city, &snapshot, actor)?;
    if city.reject(&[own.id], &rejection).await?.is_empty() {
        return Err(Error::Decided(own.id).into());
    }
    let own = found(&city, &id).await?;
    Ok(axum::Json(SuggestionRecord::of(&own, Some(&snapshot))).into_response())
}

/// `POST /api/staff/suggestions/{id}/accept`: only a report of changed barriers is accepted as it is.
pub(in crate::api) async fn accept(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let own = found(&city, &id).await?;
    city.accept_report(actor, own.id).await?;
    let own = found(&city, &id).await?;
    Ok(axum::Json(SuggestionRecord::of(&own, Some(&city.snapshot()))).into_response())
}

async fn found(city: &City, id: &str) -> Result<Suggestion, Problem> {
    let known = match id.parse::<SuggestionId>() {
        Ok(id) => city.store().suggestion(id).await?,
        Err(_) => None,
    };
    known.ok_or_else(|| Problem::unknown_feature("suggestions", id))
}

/// Several at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Several {
    ids: Vec<String>,
    ground: String,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Serialize)]
struct Rejected {
    rejected: Vec<SuggestionId>,
    /// Those that somebody had decided on already, or that are not there.
    not_open: Vec<SuggestionId>,
}

/// `POST /api/staff/suggestions/reject`
pub(in crate::api) async fn reject_several(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let Several { ids, ground, text } = json_of(&headers, &bytes)?;
    if ids.is_empty() || ids.len() > MOST_AT_ONCE as usize {
        let rule = format!("must be 1 to {MOST_AT_ONCE}, not {}", ids.len());
        return Err(Invalid::new("ids", rule).into());
    }
    let ids = ids.iter().map(|id| id.parse());
    let ids: Vec<SuggestionId> = ids
        .collect::<Result<_, Invalid>>()
        .map_err(|invalid| Invalid::new("ids", invalid.reason))?;
    let reason = Reason { ground, text };
    let rejection = reason.rejection(&city, &city.snapshot(), actor)?;
    let rejected = city.reject(&ids, &rejection).await?;
    let not_open = ids
        .into_iter()
        .filter(|id| !rejected.contains(id))
        .collect();
    Ok(axum::Json(Rejected { rejected, not_open }).into_response())
}
