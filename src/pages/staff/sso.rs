//! Logging in by single sign-on: to the provider and back.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::Response;
use chrono::TimeDelta;
use maud::{Markup, html};

use super::door::{self, Door, is_of_the_desk};
use super::{language_of, link, see_other};
use crate::auth::cookie;
use crate::auth::sso::{Arrival, Errand, NotArrived, SingleSignOn};
use crate::auth::token::Token;
use crate::city::City;
use crate::domain::account::Account;
use crate::gate::{Class, Client, never_kept};
use crate::pages::messages::Language;
use crate::query::Base;

/// Where the way to the provider begins.
pub(super) const PATH: &str = "/anmelden/sso";

/// Where the provider sends somebody back to.
pub(super) const BACK: &str = "/anmelden/sso/zurueck";

/// What the address of the door says to somebody who logged out and still has a session with the provider.
pub(super) const LEFT: (&str, &str) = ("abgemeldet", "sso");

/// Single sign-on, where the operator has set it up.
#[derive(Clone)]
pub(super) struct Configured(Option<Arc<SingleSignOn>>);

/// What a request finds.
pub(super) fn of(parts: &Parts) -> Configured {
    Configured(parts.extensions.get::<Arc<SingleSignOn>>().cloned())
}

impl<S: Sync> FromRequestParts<S> for Configured {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(of(parts))
    }
}

impl Configured {
    /// Whether passwords are for admins alone.
    pub(super) fn is_only_way(&self) -> bool {
        self.0.as_ref().is_some_and(|own| own.is_only_way())
    }

    /// Whether an account has come from there.
    pub(super) fn knows(&self, account: &Account) -> bool {
        let subject = account.subject.as_deref();
        let own = self.0.as_ref().zip(subject);
        own.is_some_and(|(own, subject)| own.knows(subject))
    }

    /// The way to the provider, and from there to `back`.
    pub(super) fn button(&self, language: Language, back: Option<&str>) -> Markup {
        let back = back.map(|back| ("weiter", back));
        html! {
            @if self.0.is_some() {
                p { a.button href=(link(PATH, language, back.as_slice())) { (language.text("staff-sso-button")) } }
            }
        }
    }
}

/// `GET /anmelden/sso`
pub(super) async fn begin(State(city): State<Arc<City>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let language = language_of(query);
    let refused = |status, key: &str| refused(&city, &parts, language, status, &language.text(key));
    let Some(own) = of(&parts).0 else {
        return refused(StatusCode::NOT_FOUND, "staff-sso-none");
    };
    let Some(redirect) = outside(&parts, BACK) else {
        return refused(StatusCode::BAD_REQUEST, "staff-failed");
    };
    let back = door::back(query).unwrap_or_else(|| super::home(language));
    let errand = match Errand::begin(&back) {
        Ok(errand) => errand,
        Err(error) => {
            tracing::error!(%error, "nobody could log in");
            return refused(StatusCode::SERVICE_UNAVAILABLE, "staff-failed");
        }
    };
    match own.way_there(&errand, &redirect).await {
        Ok(address) => {
            let mut answer = never_kept(see_other(&address));
            let headers = answer.headers_mut();
            headers.insert(header::SET_COOKIE, cookie::begin_errand(&errand));
            answer
        }
        Err(_) => refused(StatusCode::SERVICE_UNAVAILABLE, "staff-sso-away"),
    }
}

/// An address of this server as the browser knows it; none for a caller that names no host.
fn outside(parts: &Parts, path: &str) -> Option<String> {
    let base = Base::of(parts).unwrap_or_default();
    let base = Some(base.as_str()).filter(|base| !base.is_empty());
    base.map(|base| format!("{base}{path}"))
}

/// `GET /anmelden/sso/zurueck`
pub(super) async fn end(State(city): State<Arc<City>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let errand = cookie::errand_of(&parts.headers);
    let back = errand.as_ref().map(|errand| errand.back().to_owned());
    let back = back.filter(|back| is_of_the_desk(back));
    let language = back
        .as_deref()
        .and_then(|back| back.split_once('?'))
        .map_or(Language::De, |(_, query)| language_of(query));
    let mut answer = match arrived(&city, &parts, errand).await {
        Ok(begun) => door::entered(&begun, back.as_deref(), language),
        Err(Refused::Because(status, key)) => {
            refused(&city, &parts, language, status, &language.text(key))
        }
        Err(Refused::Wait(wait)) => {
            let refused = |status, said: &str| refused(&city, &parts, language, status, said);
            door::waiting(refused, language, wait)
        }
    };
    let headers = answer.headers_mut();
    headers.append(header::SET_COOKIE, cookie::end_errand());
    never_kept(answer)
}

/// What somebody is told who does not come in.
enum Refused {
    /// A status and the key of a message.
    Because(StatusCode, &'static str),
    /// Too many of this network try to log in: the next may after a while.
    Wait(TimeDelta),
}

async fn arrived(
    city: &Arc<City>,
    parts: &Parts,
    errand: Option<Errand>,
) -> Result<crate::auth::log_in::Begun, Refused> {
    let refused = |status, key| Err(Refused::Because(status, key));
    let Some(own) = of(parts).0 else {
        return refused(StatusCode::NOT_FOUND, "staff-sso-none");
    };
    let query = parts.uri.query().unwrap_or_default();
    let value = |wanted: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value)
    };
    // Before anything else of the answer is looked at: was it this browser that asked?
    let errand = errand.filter(|errand| value("state").as_deref() == Some(&errand.state()));
    let (Some(errand), Some(redirect)) = (errand, outside(parts, BACK)) else {
        return refused(StatusCode::BAD_REQUEST, "staff-sso-stale");
    };
    if value("iss").is_some_and(|issuer| !own.is_issuer(&issuer)) {
        return refused(StatusCode::BAD_REQUEST, "staff-sso-untrusted");
    }
    let Some(code) = value("code") else {
        // Somebody pressed "cancel" there, or may not use this program.
        return refused(StatusCode::FORBIDDEN, "staff-sso-denied");
    };
    // From here on it costs the provider something too.
    let browser = cookie::browser_of(&parts.headers);
    if !is_of_staff(city, browser.as_ref()).await?
        && let Some(Err(wait)) = Client::of(parts).map(|client| client.take(Class::LogIn))
    {
        return Err(Refused::Wait(wait));
    }
    let arrival = Arrival {
        errand,
        code: code.into_owned(),
        redirect,
        before: cookie::session_of(&parts.headers),
        browser,
    };
    own.arrive(city, arrival).await.or_else(|reason| {
        let (status, key) = match reason {
            NotArrived::Away => (StatusCode::SERVICE_UNAVAILABLE, "staff-sso-away"),
            NotArrived::Stale => (StatusCode::BAD_REQUEST, "staff-sso-stale"),
            NotArrived::Untrusted => (StatusCode::BAD_GATEWAY, "staff-sso-untrusted"),
            NotArrived::NoRole => (StatusCode::FORBIDDEN, "staff-sso-no-role"),
            NotArrived::Disabled => (StatusCode::FORBIDDEN, "staff-sso-disabled"),
            NotArrived::Failed(error) => {
                tracing::error!(%error, "nobody could log in");
                (StatusCode::SERVICE_UNAVAILABLE, "staff-failed")
            }
        };
        refused(status, key)
    })
}

/// Whether somebody of the city has logged in before in this browser: strangers behind the same address must not keep it out.
async fn is_of_staff(city: &Arc<City>, browser: Option<&Token>) -> Result<bool, Refused> {
    let Some(browser) = browser else {
        return Ok(false);
    };
    let known = city.store().is_browser_known(&browser.digest()).await;
    known.map_err(|error| {
        tracing::error!(%error, "nobody could log in");
        Refused::Because(StatusCode::SERVICE_UNAVAILABLE, "staff-failed")
    })
}

/// The door, and why it stays closed.
fn refused(
    city: &City,
    parts: &Parts,
    language: Language,
    status: StatusCode,
    said: &str,
) -> Response {
    let door = Door {
        wrong: Some(said),
        ..Door::at(parts, language)
    };
    door.answer(city, status)
}

/// What the door says to somebody who has just logged out here: the provider's own session goes on, and ends only there.
pub(super) async fn left(parts: &Parts, language: Language) -> Option<Markup> {
    let query = parts.uri.query().unwrap_or_default();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(name, value)| (&**name, &**value) == LEFT)?;
    let own = of(parts).0?;
    let way_out = match outside(parts, door::PATH) {
        Some(redirect) => own.way_out(&redirect).await,
        None => None,
    };
    Some(html! {
        div.notice role="status" {
            p { (language.text("staff-sso-left")) }
            @if let Some(way_out) = way_out {
                p { a.button.secondary href=(way_out) { (language.text("staff-sso-leave")) } }
            }
        }
    })
}
