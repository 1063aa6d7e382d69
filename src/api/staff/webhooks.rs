//! Webhooks through the API.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, Path, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{json_of, nothing_asked};
use crate::api::problem::Problem;
use crate::city::City;
use crate::domain::staff::Actor;
use crate::domain::webhook::{MOST_WEBHOOKS, Subscription, Webhook, WebhookId, WebhookState};
use crate::domain::{DistrictId, Invalid};
use crate::store::Hand;
use crate::webhooks::{NotAdded, Telling};

/// What somebody sends to add one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    url: String,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    districts: Vec<String>,
}

impl New {
    fn subscription(&self) -> Result<Subscription, Invalid> {
        let kinds = self.kinds.iter().map(|kind| kind.parse());
        let districts = self.districts.iter().map(|id| id.parse::<DistrictId>());
        let districts = districts.collect::<Result<_, _>>();
        Ok(Subscription {
            kinds: kinds.collect::<Result<_, _>>()?,
            districts: districts.map_err(|own| Invalid::new("districts", own.reason))?,
        })
    }
}

/// `GET /api/staff/webhooks`
pub(in crate::api) async fn list(
    State(city): State<Arc<City>>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let webhooks = city.store().webhooks().await?;
    Ok(axum::Json(json!({ "webhooks": webhooks })).into_response())
}

/// `POST /api/staff/webhooks`: the answer alone holds the secret.
pub(in crate::api) async fn add(
    State(city): State<Arc<City>>,
    telling: Telling,
    Extension(actor): Extension<Actor>,
    parts: Parts,
    body: Bytes,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let new: New = json_of(&parts.headers, &body)?;
    let subscription = new.subscription()?;
    let webhooks = telling.0.ok_or_else(Problem::tells_nobody)?;
    let added = webhooks
        .add(&new.url, subscription, &Hand::of(actor, city.now()))
        .await;
    let webhook = added.map_err(|reason| match reason {
        NotAdded::Invalid(invalid) => invalid.into(),
        NotAdded::TooMany => Problem::too_many_webhooks(MOST_WEBHOOKS),
        NotAdded::Failed(error) => Problem::from(error),
    })?;
    let place = format!("/api/staff/webhooks/{}", webhook.id);
    let mut told = told(&webhook);
    told["secret"] = json!(webhook.secret.0);
    let headers = [(header::LOCATION, place)];
    Ok((StatusCode::CREATED, headers, axum::Json(told)).into_response())
}

fn told(webhook: &Webhook) -> Value {
    serde_json::to_value(webhook).expect("names, numbers and times are plain data")
}

async fn found(city: &City, id: &str) -> Result<Webhook, Problem> {
    let unknown = || Problem::unknown_feature("webhooks", id);
    let Ok(own) = id.parse::<WebhookId>() else {
        return Err(unknown());
    };
    city.store().webhook(own).await?.ok_or_else(unknown)
}

/// `GET /api/staff/webhooks/{id}`
pub(in crate::api) async fn show(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let webhook = found(&city, &id).await?;
    Ok(axum::Json(told(&webhook)).into_response())
}

/// `DELETE /api/staff/webhooks/{id}`
pub(in crate::api) async fn remove(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let webhook = found(&city, &id).await?;
    let store = city.store();
    store
        .remove_webhook(webhook.id, &Hand::of(actor, city.now()))
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /api/staff/webhooks/{id}/pause`
pub(in crate::api) async fn pause(
    city: State<Arc<City>>,
    actor: Extension<Actor>,
    id: Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    set_state(city, actor, id, &parts, WebhookState::Paused).await
}

/// `POST /api/staff/webhooks/{id}/resume`: goes on where it stopped.
pub(in crate::api) async fn resume(
    city: State<Arc<City>>,
    actor: Extension<Actor>,
    id: Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    set_state(city, actor, id, &parts, WebhookState::Active).await
}

async fn set_state(
    State(city): State<Arc<City>>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    parts: &Parts,
    state: WebhookState,
) -> Result<Response, Problem> {
    nothing_asked(parts)?;
    let webhook = found(&city, &id).await?;
    let by = Hand::of(actor, city.now());
    city.store()
        .set_webhook_state(webhook.id, state, &by)
        .await?;
    let webhook = found(&city, &id).await?;
    Ok(axum::Json(told(&webhook)).into_response())
}

/// `POST /api/staff/webhooks/{id}/ping`: whether a message arrives.
pub(in crate::api) async fn ping(
    State(city): State<Arc<City>>,
    telling: Telling,
    Path(id): Path<String>,
    parts: Parts,
) -> Result<Response, Problem> {
    nothing_asked(&parts)?;
    let webhook = found(&city, &id).await?;
    let webhooks = telling.0.ok_or_else(Problem::tells_nobody)?;
    let answer = match webhooks.ping(&webhook).await {
        Ok(()) => json!({ "heard": true }),
        Err(reason) => json!({ "heard": false, "reason": reason }),
    };
    Ok(axum::Json(answer).into_response())
}
