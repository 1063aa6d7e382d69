//! Logging in and out.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use maud::{Markup, html};

use super::{Desk, HOME, language_of, link, place, see_other, sso};
use crate::auth::log_in::{Begun, LogIn, NotIn};
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
pub(super) const OUT: &str = guard::LOG_OUT;

/// The door, for somebody who wanted to read the page at `parts` and is led back to it.
pub(super) fn address(parts: &Parts, language: Language) -> String {
    let wanted = parts.uri.path_and_query().map(ToString::to_string);
    let can_be_read = parts.method.is_safe() || place::is_form(parts.uri.path());
    let wanted = wanted.filter(|_| can_be_read && parts.uri.path() != HOME);
    let back: Vec<_> = wanted.iter().map(|own| ("weiter", own.as_str())).collect();
    link(PATH, language, &back)
}

/// `GET /anmelden`
pub(super) async fn show(State(city): State<Arc<City>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let (language, back) = (language_of(query), back(query));
    if let Ok(Some(_)) = guard::session_of(&city, &parts).await {
        return see_other(&back.unwrap_or_else(|| link(HOME, language, &[])));
    }
    let left = sso::left(&parts, language).await;
    let door = Door {
        back: back.as_deref(),
        left: left.as_ref(),
        ..Door::at(&parts, language)
    };
    door.answer(&city, StatusCode::OK)
}

/// Where the way leads after logging in: only into the desk.
pub(super) fn back(query: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, wanted) = pairs.find(|(name, _)| name == "weiter")?;
    is_of_the_desk(&wanted).then(|| wanted.into_owned())
}

pub(super) fn is_of_the_desk(address: &str) -> bool {
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
    let refused = |status, said: &str| {
        let door = Door {
            back,
            name: &name,
            wrong: Some(said),
            ..Door::at(&parts, language)
        };
        door.answer(&city, status)
    };
    let base = Base::of(&parts).unwrap_or_default();
    if origin::of(&parts.headers, &base) != Origin::Here {
        return refused(StatusCode::FORBIDDEN, &language.text("staff-foreign"));
    }
    let client = Client::of(&parts);
    let network = client.and_then(Client::network);
    let typed = LogIn {
        name: name.clone(),
        password: form.typed("password").into(),
        network: network.map_or(0, Network::number),
        browser: cookie::browser_of(&parts.headers),
        before: cookie::session_of(&parts.headers),
        is_for_admins: sso::of(&parts).is_only_way(),
    };
    match log_in::log_in(&city, typed, || {
        client.map_or(Ok(()), |client| client.take(Class::LogIn))
    })
    .await
    {
        Ok(begun) => entered(&begun, back, language),
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
pub(super) fn waiting(
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

/// Into the desk, with a session that has just begun.
pub(super) fn entered(begun: &Begun, back: Option<&str>, language: Language) -> Response {
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

/// `POST /abmelden`
pub(super) async fn log_out(own: sso::Configured, desk: Desk) -> Response {
    if let Err(error) = desk.city.store().end_session(&desk.session.token).await {
        return desk.failed(&error);
    }
    if own.knows(&desk.session.account) {
        return left_for(&link(PATH, desk.language, &[sso::LEFT]));
    }
    left(desk.language)
}

/// Back at the door, without a session.
pub(super) fn left(language: Language) -> Response {
    left_for(&link(PATH, language, &[]))
}

fn left_for(address: &str) -> Response {
    let mut answer = see_other(address);
    answer
        .headers_mut()
        .insert(header::SET_COOKIE, cookie::end_session());
    answer
}

/// The page where one logs in.
pub(super) struct Door<'a> {
    pub(super) language: Language,
    pub(super) sso: sso::Configured,
    /// Where the way leads afterwards.
    pub(super) back: Option<&'a str>,
    /// The name that was typed.
    pub(super) name: &'a str,
    /// What is wrong, if something is.
    pub(super) wrong: Option<&'a str>,
    /// What is said to somebody who has just left, if anything.
    pub(super) left: Option<&'a Markup>,
}

impl Door<'_> {
    /// The door as it stands there for a request.
    pub(super) fn at(parts: &Parts, language: Language) -> Self {
        Self {
            language,
            sso: sso::of(parts),
            back: None,
            name: "",
            wrong: None,
            left: None,
        }
    }

    pub(super) fn answer(&self, city: &City, status: StatusCode) -> Response {
        let text = |key: &str| self.language.text(key);
        let content = html! {
            main #content.text-page.desk tabindex="-1" {
                h1 { (text("staff-log-in")) }
                @if let Some(wrong) = self.wrong { p.notice role="alert" { (wrong) } }
                @if let Some(left) = self.left { (left) }
                p { (text("staff-log-in-intro")) }
                (self.sso.button(self.language, self.back))
                @if self.sso.is_only_way() {
                    details {
                        summary { (text("staff-sso-password-admins")) }
                        (self.form())
                    }
                } @else {
                    (self.form())
                }
            }
        };
        let title = text("staff-log-in");
        let snapshot = city.snapshot();
        never_kept(super::page(
            &snapshot,
            self.language,
            status,
            PATH,
            title,
            content,
        ))
    }

    /// The form for name and password, with what was typed if it comes back.
    fn form(&self) -> Markup {
        html! {
            form.entry action=(link(PATH, self.language, &[])) method="post" {
                @if let Some(back) = self.back { input type="hidden" name="weiter" value=(back); }
                (field(self.language, "name", "text", self.name, "username"))
                (field(self.language, "password", "password", "", "current-password"))
                p { button.button type="submit" { (self.language.text("staff-log-in")) } }
            }
        }
    }
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
