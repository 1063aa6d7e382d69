//! Webhooks: which other programs are told of changes, and whether they listen.

use axum::body::Bytes;
use axum::extract::{Extension, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{Desk, trail};
use crate::domain::Invalid;
use crate::domain::news::NewsKind;
use crate::domain::staff::Actor;
use crate::domain::webhook::{Subscription, Webhook, WebhookId, WebhookState};
use crate::error::Error;
use crate::pages::form::Fields;
use crate::pages::wording;
use crate::store::Hand;
use crate::webhooks::{NotAdded, Telling};

/// Where the webhooks are.
pub(super) const PATH: &str = "/verwaltung/webhooks";

/// `GET /verwaltung/webhooks`
pub(super) async fn show(desk: Desk) -> Response {
    answer(&desk, StatusCode::OK, &Told::default()).await
}

/// What the page tells besides.
#[derive(Default)]
struct Told {
    /// A webhook just made: its secret is shown this once.
    new: Option<Webhook>,
    /// What is wrong with the form for a new one, at which field.
    wrong: Option<(&'static str, String)>,
    /// What was typed.
    typed: Fields,
    /// What became of a message that was sent to try it.
    tried: Option<String>,
}

/// `POST /verwaltung/webhooks`
pub(super) async fn add(
    desk: Desk,
    telling: Telling,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(subscription) = subscription(&form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(webhooks) = telling.0 else {
        return refused(
            &desk,
            form,
            StatusCode::CONFLICT,
            desk.text("staff-webhooks-off"),
        )
        .await;
    };
    let by = Hand::of(actor, desk.city.now());
    match webhooks.add(form.value("url"), subscription, &by).await {
        Ok(new) => {
            let told = Told {
                new: Some(new),
                ..Told::default()
            };
            answer(&desk, StatusCode::OK, &told).await
        }
        Err(NotAdded::Invalid(invalid)) if invalid.field != "url" => {
            StatusCode::BAD_REQUEST.into_response()
        }
        Err(NotAdded::Invalid(_)) => {
            let said = desk.text("staff-webhook-url-rule");
            refused(&desk, form, StatusCode::BAD_REQUEST, said).await
        }
        Err(NotAdded::TooMany) => {
            let said = desk.text("staff-webhooks-too-many");
            refused(&desk, form, StatusCode::CONFLICT, said).await
        }
        Err(NotAdded::Failed(error)) => desk.failed(&error),
    }
}

fn subscription(form: &Fields) -> Result<Subscription, Invalid> {
    let kinds = form.values("kind").iter().map(|kind| kind.parse());
    let districts = form.values("district").iter().map(|id| id.parse());
    Ok(Subscription {
        kinds: kinds.collect::<Result<_, _>>()?,
        districts: districts.collect::<Result<_, _>>()?,
    })
}

async fn refused(desk: &Desk, typed: Fields, status: StatusCode, said: String) -> Response {
    let told = Told {
        wrong: Some(("url", said)),
        typed,
        ..Told::default()
    };
    answer(desk, status, &told).await
}

/// `POST /verwaltung/webhooks/{id}`
pub(super) async fn change(
    desk: Desk,
    telling: Telling,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let wanted = form.as_ref().map(|form| form.value("do"));
    let (Ok(id), Some(wanted)) = (id.parse::<WebhookId>(), wanted) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let by = Hand::of(actor, desk.city.now());
    let store = desk.city.store();
    let (done, said) = match wanted {
        "pause" => (
            store.set_webhook_state(id, WebhookState::Paused, &by).await,
            "staff-done-webhook-changed",
        ),
        "go-on" => (
            store.set_webhook_state(id, WebhookState::Active, &by).await,
            "staff-done-webhook-changed",
        ),
        "remove" => (
            store.remove_webhook(id, &by).await,
            "staff-done-webhook-removed",
        ),
        "try" => return tried(&desk, telling, id).await,
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match done {
        Ok(true) => desk.done(PATH, said),
        Ok(false) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => desk.failed(&error),
    }
}

/// Sends a message that says nothing, and tells what became of it.
async fn tried(desk: &Desk, telling: Telling, id: WebhookId) -> Response {
    let webhook = match desk.city.store().webhook(id).await {
        Ok(Some(webhook)) => webhook,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return desk.failed(&error),
    };
    let said = match telling.0 {
        None => desk.text("staff-webhooks-off"),
        Some(webhooks) => match webhooks.ping(&webhook).await {
            Ok(()) => desk.text("staff-webhook-heard"),
            Err(reason) => desk.language.text_with(
                "staff-webhook-not-heard",
                [("reason", reason_in_words(desk, &reason).into())],
            ),
        },
    };
    let told = Told {
        tried: Some(said),
        ..Told::default()
    };
    answer(desk, StatusCode::OK, &told).await
}

async fn answer(desk: &Desk, status: StatusCode, told: &Told) -> Response {
    let listed: Result<_, Error> = async {
        let store = desk.city.store();
        Ok((store.webhooks().await?, store.last_entry().await?))
    }
    .await;
    let (webhooks, last) = match listed {
        Ok(listed) => listed,
        Err(error) => return desk.failed(&error),
    };
    let content = html! {
        p { (desk.text("staff-webhooks-about")) }
        @if let Some(new) = &told.new {
            div.notice.done role="status" {
                p { (desk.language.text_with("staff-webhook-secret", [("url", (*new.url).into())])) }
                p { code { (new.secret.0) } }
            }
        }
        @if let Some(tried) = &told.tried { p.notice role="status" { (tried) } }
        h2 { (desk.text("staff-webhooks-all")) }
        @if webhooks.is_empty() { p { (desk.text("staff-webhooks-none")) } }
        ul.accounts {
            @for webhook in &webhooks { li { (one(desk, webhook, last)) } }
        }
        h2 { (desk.text("staff-webhook-new")) }
        (form(desk, told))
    };
    desk.page(status, PATH, desk.text("staff-webhooks"), &content)
}

fn form(desk: &Desk, told: &Told) -> Markup {
    let wrong = told.wrong.as_ref().map(|(_, said)| said);
    let districts = desk.snapshot.districts();
    let is_chosen =
        |field: &str, value: &str| told.typed.values(field).iter().any(|own| own == value);
    html! {
        form.entry action=(desk.link(PATH)) method="post" {
            div.field {
                label for="url" { (desk.text("staff-webhook-url")) }
                p.hint #url-hint { (desk.text("staff-webhook-url-rule")) }
                @if let Some(wrong) = wrong { p.fault #url-fault role="alert" { (wrong) } }
                input id="url" type="url" name="url" value=(told.typed.value("url")) autocomplete="off" required
                    aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby=(if wrong.is_some() { "url-fault url-hint" } else { "url-hint" });
            }
            fieldset.roles {
                legend { (desk.text("staff-webhook-kinds")) " " span.hint { (desk.text("staff-webhook-all")) } }
                @for kind in NewsKind::ALL {
                    @let key = format!("kind-{kind}");
                    label.chip for=(key) {
                        input type="checkbox" id=(key) name="kind" value=(kind) checked[is_chosen("kind", kind.as_str())];
                        span { (kind_in_words(desk, *kind)) }
                    }
                }
            }
            fieldset.roles {
                legend { (desk.text("staff-webhook-districts")) " " span.hint { (desk.text("staff-webhook-all")) } }
                @for district in districts {
                    @let key = format!("district-{}", district.id);
                    label.chip for=(key) {
                        input type="checkbox" id=(key) name="district" value=(district.id) checked[is_chosen("district", district.id.as_str())];
                        span { (district.name) }
                    }
                }
            }
            p { button.button type="submit" { (desk.text("staff-webhook-add")) } }
        }
    }
}

fn kind_in_words(desk: &Desk, kind: NewsKind) -> String {
    desk.text(&format!("staff-news-{}", kind.as_str().replace('.', "-")))
}

fn one(desk: &Desk, webhook: &Webhook, last: i64) -> Markup {
    let path = desk.link(&format!("{PATH}/{}", webhook.id));
    let button = |what: &str, message: &str| {
        let said = desk.text(message);
        html! {
            button.button.secondary type="submit" name="do" value=(what) aria-label=(format!("{said}: {}", webhook.url)) { (said) }
        }
    };
    html! {
        h3.address { (webhook.url) }
        (state(desk, webhook, last))
        dl.facts {
            dt { (desk.text("staff-webhook-kinds")) } dd { (kinds(desk, webhook)) }
            dt { (desk.text("staff-webhook-districts")) } dd { (districts(desk, webhook)) }
            dt { (desk.text("staff-webhook-last")) }
            dd { @if let Some(at) = webhook.heard_at { (trail::moment(desk, at)) } @else { (desk.text("staff-webhook-never")) } }
        }
        form.buttons action=(path) method="post" {
            (button("try", "staff-webhook-try"))
            @if webhook.state == WebhookState::Active { (button("pause", "staff-webhook-pause")) }
            @else { (button("go-on", "staff-webhook-go-on")) }
            (button("remove", "staff-webhook-remove"))
        }
    }
}

/// Whether it hears everything, and if not, since when and why.
fn state(desk: &Desk, webhook: &Webhook, last: i64) -> Markup {
    let waiting = usize::try_from((last - webhook.through).max(0)).unwrap_or_default();
    let moment = |at: DateTime<Utc>| trail::moment(desk, at);
    let said = match (&webhook.trouble, webhook.state) {
        (Some(trouble), WebhookState::Active) => desk.language.text_with(
            "staff-webhook-in-trouble",
            [
                ("since", moment(trouble.since).into()),
                ("attempts", trouble.attempts.into()),
                ("next", moment(trouble.next_at).into()),
                ("reason", reason_in_words(desk, &trouble.reason).into()),
            ],
        ),
        (Some(trouble), WebhookState::GivenUp) => desk.language.text_with(
            "staff-webhook-given-up",
            [
                ("since", moment(trouble.since).into()),
                ("reason", reason_in_words(desk, &trouble.reason).into()),
            ],
        ),
        (_, WebhookState::Paused) => desk.text("staff-webhook-paused"),
        (None, _) => desk.text("staff-webhook-active"),
    };
    let class = if webhook.state == WebhookState::Active && webhook.trouble.is_none() {
        "hint"
    } else {
        "notice"
    };
    html! {
        p class=(class) {
            (said)
            @if waiting > 0 { " " (desk.language.text_with("staff-webhook-waiting", [("count", wording::number(waiting).into())])) }
        }
    }
}

/// What went wrong, in words.
fn reason_in_words(desk: &Desk, reason: &str) -> String {
    if let Some(status) = reason.strip_prefix("status ") {
        let status = status.to_owned();
        return desk
            .language
            .text_with("staff-webhook-status", [("status", status.into())]);
    }
    desk.text(match reason {
        "nameless" => "staff-webhook-nameless",
        "out-of-reach" => "staff-webhook-out-of-reach",
        "untrusted" => "staff-webhook-untrusted",
        "slow" => "staff-webhook-slow",
        "garbled" => "staff-webhook-garbled",
        _ => "staff-webhook-unreachable",
    })
}

fn kinds(desk: &Desk, webhook: &Webhook) -> String {
    let chosen = &webhook.subscription.kinds;
    if chosen.is_empty() {
        return desk.text("staff-all");
    }
    let names: Vec<_> = chosen
        .iter()
        .map(|kind| kind_in_words(desk, *kind))
        .collect();
    names.join(", ")
}

fn districts(desk: &Desk, webhook: &Webhook) -> String {
    let chosen = &webhook.subscription.districts;
    if chosen.is_empty() {
        return desk.text("staff-all");
    }
    let name = |id| {
        let found = desk.snapshot.district(id);
        found.map_or_else(|| id.to_string(), |own| own.name.to_string())
    };
    let names: Vec<_> = chosen.iter().map(name).collect();
    names.join(", ")
}
