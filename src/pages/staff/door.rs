//! Logging in and out.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use maud::{Markup, html};

use super::{Desk, HOME, language_of, link, see_other};
use crate::auth::log_in::{LogIn, NotIn};
use crate::auth::origin::{self, Origin};
use crate::auth::{cookie, guard, log_in};
use crate::city::City;
use crate::gate::{Class, Client, Network, never_kept};
use crate::pages::form::Fields;
use crate::pages::messages::Language;
use crate::query::Base;

/// Where one logs in.
pub(super) const PATH: &str = "/anmelden";

/// Where one logs out.
pub(super) const OUT: &str = "/abmelden";

/// The door, for somebody who wanted to read the page at `parts` and is led back to it.
pub(super) fn address(parts: &Parts, language: Language) -> String {
    let wanted = parts.uri.path_and_query().map(ToString::to_string);
    let wanted = wanted.filter(|_| parts.method.is_safe() && parts.uri.path() != HOME);
    let back: Vec<_> = wanted.iter().map(|own| ("weiter", own.as_str())).collect();
    link(PATH, language, &back)
}

/// `GET /anmelden`
pub(super) async fn show(State(city): State<Arc<City>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let (language, back) = (language_of(query), back(query));
    match guard::session_of(&city, &parts).await {
        Ok(Some(_)) => see_other(&back.unwrap_or_else(|| link(HOME, language, &[]))),
        _ => door(&city, language, back.as_deref(), StatusCode::OK, "", None),
    }
}

/// Where the way leads after logging in: only into the desk.
fn back(query: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, wanted) = pairs.find(|(name, _)| name == "weiter")?;
    is_of_the_desk(&wanted).then(|| wanted.into_owned())
}

fn is_of_the_desk(address: &str) -> bool {
    let rest = address.strip_prefix(HOME);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

/// `POST /anmelden`
pub(super) async fn log_in(State(city): State<Arc<City>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let language = language_of(parts.uri.query().unwrap_or_default());
    let form = match form(&parts, body).await {
        Ok(form) => form,
        Err(answer) => return answer,
    };
    let back = Some(form.value("weiter")).filter(|own| is_of_the_desk(own));
    let name = form.value("name").to_owned();
    let refused = |status, said: &str| door(&city, language, back, status, &name, Some(said));
    let base = Base::of(&parts).unwrap_or_default();
    if origin::of(&parts.headers, &base) != Origin::Here {
        return refused(StatusCode::FORBIDDEN, &language.text("staff-foreign"));
    }
    let client = Client::of(&parts);
    let network = client.and_then(Client::network);
    if let Some(Err(wait)) = client.map(|client| client.take(Class::LogIn)) {
        return waiting(refused, language, wait);
    }
    let typed = LogIn {
        name: name.clone(),
        password: form.typed("password").into(),
        network: network.map_or(0, Network::number),
        browser: cookie::browser_of(&parts.headers),
        before: cookie::session_of(&parts.headers),
    };
    match log_in::log_in(&city, typed).await {
        Ok(begun) => {
            let home = link(HOME, language, &[]);
            let mut answer = see_other(back.unwrap_or(&home));
            let cookies = [
                cookie::begin_session(&begun.session),
                cookie::remember_browser(&begun.browser),
            ];
            for cookie in cookies {
                answer.headers_mut().append(header::SET_COOKIE, cookie);
            }
            answer
        }
        Err(NotIn::Wrong) => refused(StatusCode::UNAUTHORIZED, &language.text("staff-wrong")),
        Err(NotIn::Wait(wait)) => waiting(refused, language, wait),
        Err(NotIn::Failed(error)) => {
            tracing::error!(%error, "nobody could log in");
            refused(
                StatusCode::SERVICE_UNAVAILABLE,
                &language.text("staff-failed"),
            )
        }
    }
}

/// The door, with how long to wait.
fn waiting(
    refused: impl FnOnce(StatusCode, &str) -> Response,
    language: Language,
    wait: TimeDelta,
) -> Response {
    let seconds = wait.num_seconds().max(1);
    let said = language.text_with("staff-wait", [("seconds", seconds.into())]);
    let mut answer = refused(StatusCode::TOO_MANY_REQUESTS, &said);
    let headers = answer.headers_mut();
    headers.insert(header::RETRY_AFTER, seconds.into());
    answer
}

async fn form(parts: &Parts, body: Body) -> Result<Fields, Response> {
    // The gate has cut it off where it was too long or too slow, and says so itself.
    let unread = |_| StatusCode::BAD_REQUEST.into_response();
    let body = to_bytes(body, usize::MAX).await.map_err(unread)?;
    Fields::read(&parts.headers, &body).ok_or_else(|| StatusCode::BAD_REQUEST.into_response())
}

/// `POST /abmelden`
pub(super) async fn log_out(desk: Desk) -> Response {
    if let Err(error) = desk.city.store().end_session(&desk.session.token).await {
        return desk.failed(&error);
    }
    left(desk.language)
}

/// Back at the door, without a session.
pub(super) fn left(language: Language) -> Response {
    let mut answer = see_other(&link(PATH, language, &[]));
    answer
        .headers_mut()
        .insert(header::SET_COOKIE, cookie::end_session());
    answer
}

/// The form, with what is wrong if it comes back.
fn door(
    city: &City,
    language: Language,
    back: Option<&str>,
    status: StatusCode,
    name: &str,
    wrong: Option<&str>,
) -> Response {
    let content = html! {
        main #content.text-page.desk tabindex="-1" {
            h1 { (language.text("staff-log-in")) }
            @if let Some(wrong) = wrong { p.notice role="alert" { (wrong) } }
            p { (language.text("staff-log-in-intro")) }
            form.entry action=(link(PATH, language, &[])) method="post" {
                @if let Some(back) = back { input type="hidden" name="weiter" value=(back); }
                (field(language, "name", "text", name, "username"))
                (field(language, "password", "password", "", "current-password"))
                p { button.button type="submit" { (language.text("staff-log-in")) } }
            }
        }
    };
    let title = language.text("staff-log-in");
    never_kept(super::page(
        &city.snapshot(),
        language,
        status,
        PATH,
        title,
        content,
    ))
}

fn field(language: Language, name: &str, kind: &str, value: &str, complete: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (language.text(&format!("staff-field-{name}"))) }
            input id=(name) type=(kind) name=(name) value=(value) autocomplete=(complete) required;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_nowhere_but_to_the_desk() {
        for good in ["/verwaltung", "/verwaltung/konten?lang=en", "/verwaltung?x"] {
            assert!(is_of_the_desk(good));
        }
        for bad in [
            "",
            "/",
            "//evil.test/verwaltung",
            "https://evil.test/verwaltung",
            "/verwaltungx",
            "/verwaltung.evil.test",
            "javascript:alert(1)",
        ] {
            assert!(!is_of_the_desk(bad), "{bad}");
        }
    }
}
