//! The desk: pages for the people of the city, behind the guard.

mod account;
mod accounts;
mod audits;
mod check;
mod criteria;
mod done;
mod door;
mod due;
mod entering;
mod home;
mod measures;
mod place;
mod places;
mod prevention;
mod reports;
mod scenarios;
mod sso;
mod suggestions;
mod surveys;
mod table;
mod trail;
mod ways;
mod webhooks;

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::frame::{self, Meta, Page};
use super::messages::Language;
use super::question::address;
use crate::auth::guard::OWN_ACCOUNT;
use crate::auth::{Paths, Refusal, Who, access};
use crate::city::City;
use crate::domain::account::Session;
use crate::domain::{Invalid, Location};
use crate::error::Error;
use crate::snapshot::Snapshot;
use done::{DONE, HOURS_UNCLEAR};

/// The first page of the desk.
pub(super) const HOME: &str = "/verwaltung";

/// The pages of the desk that have a link: path, message. Who sees which follows from the table of access.
const SECTIONS: &[(&str, &str)] = &[
    (places::PATH, "staff-places"),
    (check::PATH, "staff-check"),
    (suggestions::PATH, "staff-suggestions"),
    (surveys::PATH, "staff-surveys"),
    (scenarios::PATH, "staff-scenarios"),
    (criteria::PATH, "staff-criteria"),
    (ways::PATH, "staff-ways"),
    (measures::PATH, "staff-measures"),
    (due::PATH, "staff-due"),
    (audits::PATH, "staff-audits"),
    (prevention::COUNSELLING, "staff-counsel"),
    (prevention::FOCUS_AREAS, "staff-focus"),
    (entering::PATH, "staff-entering"),
    (reports::PATH, "staff-reports"),
    (trail::PATH, "staff-trail"),
    (accounts::PATH, "staff-accounts"),
    (webhooks::PATH, "staff-webhooks"),
    (OWN_ACCOUNT, "staff-own-account"),
];

/// The columns of a place that have a message of their own.
#[cfg(test)]
pub(super) fn place_columns() -> impl Iterator<Item = String> {
    place::columns_with_messages()
}

/// What the form of a measured way calls its choices.
#[cfg(test)]
pub(super) fn way_words() -> Vec<String> {
    ways::words()
}

#[cfg(test)]
pub(super) use measures::families as measures_families;
#[cfg(test)]
pub(super) use prevention::families as prevention_families;
pub(super) use trail::hand_in as hand;

/// Adds every path of the desk.
pub(super) fn add_paths(paths: Paths) -> Paths {
    prevention::add_paths(audits::add_paths(paths))
        .get(door::PATH, door::show)
        .post(door::PATH, door::log_in)
        .post(door::OUT, door::log_out)
        .get(sso::PATH, sso::begin)
        .get(sso::BACK, sso::end)
        .get(HOME, home::show)
        .get(OWN_ACCOUNT, account::show)
        .post("/verwaltung/konto/passwort", account::change_password)
        .post(
            "/verwaltung/konto/ueberall-abmelden",
            account::log_out_everywhere,
        )
        .get(places::PATH, places::show)
        .post(places::PATH, places::change_several)
        .get(check::PATH, check::show)
        .post(check::PATH, check::still_right)
        .get(table::PATH, table::show)
        .post(table::PATH, table::take)
        .get(place::NEW, place::new)
        .post(place::NEW, place::add)
        .get("/verwaltung/orte/{id}", place::show)
        .post("/verwaltung/orte/{id}", place::change)
        .get("/verwaltung/orte/{id}/verlauf", place::history)
        .post("/verwaltung/orte/{id}/verlauf/{number}", place::take_back)
        .get("/verwaltung/stunden", place::look_at_hours)
        .get(entering::PATH, entering::show)
        .post(entering::PATH, entering::take)
        .get(trail::PATH, trail::show)
        .get(surveys::PATH, surveys::show)
        .post("/verwaltung/erhebung/{district}", surveys::change)
        .get(scenarios::PATH, scenarios::show)
        .post(scenarios::PATH, scenarios::keep)
        .post("/verwaltung/szenarien/{id}", scenarios::remove)
        .get(criteria::PATH, criteria::show)
        .get(measures::PATH, measures::show)
        .get(measures::RETROFIT, measures::show_retrofit)
        .get(due::PATH, due::show)
        .get(reports::PATH, reports::show)
        .get(suggestions::PATH, suggestions::show)
        .post(
            "/verwaltung/vorschlaege/ablehnen",
            suggestions::reject_several,
        )
        .get("/verwaltung/vorschlaege/{id}", suggestions::show_one)
        .post("/verwaltung/vorschlaege/{id}", suggestions::decide)
        .get(accounts::PATH, accounts::show)
        .post(accounts::PATH, accounts::add)
        .post("/verwaltung/konten/{id}", accounts::change)
        .get(ways::PATH, ways::show)
        .post(ways::PATH, ways::add)
        .get("/verwaltung/wege/{id}", ways::show_one)
        .post("/verwaltung/wege/{id}", ways::change)
        .get(webhooks::PATH, webhooks::show)
        .post(webhooks::PATH, webhooks::add)
        .post("/verwaltung/webhooks/{id}", webhooks::change)
}

/// What every page of the desk knows: the city now, who asks, and in which language.
pub(super) struct Desk {
    city: Arc<City>,
    snapshot: Arc<Snapshot>,
    session: Session,
    language: Language,
    /// What was just done, as the address says after a form was sent: the key of a message.
    done: Option<&'static str>,
}

impl FromRequestParts<Arc<City>> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, city: &Arc<City>) -> Result<Self, Response> {
        // The guard put it there: without a guard there is no desk.
        let Some(session) = parts.extensions.get::<Session>().cloned() else {
            return Err(StatusCode::FORBIDDEN.into_response());
        };
        let query = parts.uri.query().unwrap_or_default();
        let value = |wanted: &str| {
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value)
        };
        let done = value("done");
        Ok(Self {
            city: Arc::clone(city),
            snapshot: city.snapshot(),
            session,
            language: language_of(query),
            done: DONE
                .iter()
                .copied()
                .find(|own| done.as_deref() == Some(own)),
        })
    }
}

/// The language an address asks for; the desk has no pages in plain German.
fn language_of(query: &str) -> Language {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let asked = pairs.find(|(name, _)| name == "lang");
    match asked.and_then(|(_, value)| value.parse().ok()) {
        Some(Language::En) => Language::En,
        _ => Language::De,
    }
}

impl Desk {
    fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    /// The day it is in the city.
    fn today(&self) -> NaiveDate {
        self.snapshot.date_at(self.city.now())
    }

    /// What an address says of the language, where it is not the usual one.
    fn language_said(&self) -> Option<(&'static str, String)> {
        language_said(self.language)
    }

    /// The address of a page of the desk in the language of this one.
    fn link(&self, path: &str) -> String {
        link(path, self.language, &[])
    }

    /// A page of the desk.
    fn page(&self, status: StatusCode, path: &str, title: String, content: &Markup) -> Response {
        let framed = html! {
            main #content.text-page.desk tabindex="-1" {
                (self.navigation(path))
                h1 { (title) }
                @if let Some(done) = self.done {
                    p.notice.done[done != HOURS_UNCLEAR] role="status" { (self.text(done)) }
                }
                (content)
            }
        };
        page(&self.snapshot, self.language, status, path, title, framed)
    }

    /// Whether somebody who is logged in may see a page.
    fn may(&self, path: &str) -> bool {
        match access::who(&axum::http::Method::GET, path) {
            Who::Everyone | Who::Staff => true,
            Who::Roles(roles) => self.session.account.roles.first_of(roles).is_some(),
            Who::Nobody => false,
        }
    }

    /// Where else one may go, and the way out.
    fn navigation(&self, path: &str) -> Markup {
        let home = (HOME, "staff-home");
        let sections = std::iter::once(home).chain(SECTIONS.iter().copied());
        html! {
            nav.desk-nav aria-label=(self.text("staff-nav")) {
                ul {
                    @for (own, message) in sections.filter(|(own, _)| self.may(own)) {
                        li {
                            a href=(self.link(own)) aria-current=[(own == path).then_some("page")] { (self.text(message)) }
                        }
                    }
                }
                form action=(self.link(door::OUT)) method="post" {
                    span { (self.session.account.name) }
                    button.button.secondary type="submit" { (self.text("staff-log-out")) }
                }
            }
        }
    }

    /// Room for a map of what the page lists; `here` is marked as the spot it is about.
    fn map(&self, here: Option<Location>) -> Markup {
        let here = here.map(|at| format!("{:.6},{:.6}", at.lon(), at.lat()));
        html! {
            div #list-map data-bounds=[frame::bounds(&self.snapshot)] data-here=[here] data-style=[frame::map_style(&self.snapshot)] {}
        }
    }

    /// The page for what failed and is not the caller's fault.
    fn failed(&self, error: &Error) -> Response {
        tracing::error!(%error, "a request of the desk failed");
        let content = html! { p role="alert" { (self.text("staff-failed")) } };
        let title = self.text("staff-home");
        self.page(StatusCode::SERVICE_UNAVAILABLE, HOME, title, &content)
    }

    /// The page for an address that asks for something that is not there to be asked.
    fn refused(&self, invalid: &Invalid, path: &str, title: &str) -> Response {
        let field = invalid.field.as_ref();
        let said = self
            .language
            .text_with("staff-not-asked", [("field", field.into())]);
        let content = html! { p.notice role="alert" { (said) } };
        self.page(StatusCode::BAD_REQUEST, path, self.text(title), &content)
    }

    /// Back to a page after a form was sent, which then says what was done.
    fn done(&self, path: &str, done: &'static str) -> Response {
        done_at(&self.link(path), done)
    }
}

/// Back to an address that may say more than its path, which then says what was done.
fn done_at(address: &str, done: &'static str) -> Response {
    let sign = if address.contains('?') { '&' } else { '?' };
    see_other(&format!("{address}{sign}done={done}"))
}

/// The address of the desk in a language.
pub(super) fn home(language: Language) -> String {
    link(HOME, language, &[])
}

/// An address with the language where it is not the usual one, and what else it says. What would lead to plain German
/// leads to German.
fn link(path: &str, language: Language, said: &[(&'static str, &str)]) -> String {
    let said = said
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()));
    address(path, said.chain(language_said(language)))
}

fn language_said(language: Language) -> Option<(&'static str, String)> {
    (language == Language::En).then(|| ("lang", language.tag().to_owned()))
}

fn see_other(location: &str) -> Response {
    match HeaderValue::try_from(location) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn page(
    snapshot: &Snapshot,
    language: Language,
    status: StatusCode,
    path: &str,
    title: String,
    content: Markup,
) -> Response {
    let markup = Page {
        language,
        snapshot,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| link(path, other, &[]),
        meta: Meta::default(),
        content,
    }
    .render();
    let mut answer = super::page(status, markup);
    // An older browser says where a form stood only to the same site: without that our own would look like another's.
    let policy = HeaderValue::from_static("same-origin");
    answer.headers_mut().insert(header::REFERRER_POLICY, policy);
    answer
}

/// What a page says to somebody whom the guard does not let through: who is not logged in is led to the door, and back
/// afterwards.
pub(super) fn refused(city: &City, refusal: Refusal, parts: &Parts) -> Response {
    let language = language_of(parts.uri.query().unwrap_or_default());
    let (status, said) = match refusal {
        Refusal::NotLoggedIn => return see_other(&door::address(parts, language)),
        Refusal::PasswordDue => return see_other(&link(OWN_ACCOUNT, language, &[])),
        Refusal::NotAllowed => (StatusCode::FORBIDDEN, "staff-not-allowed"),
        Refusal::Foreign => (StatusCode::FORBIDDEN, "staff-foreign"),
        Refusal::Failed(error) => {
            tracing::error!(%error, "a session could not be read");
            (StatusCode::SERVICE_UNAVAILABLE, "staff-failed")
        }
    };
    let content = html! {
        main #content.problem tabindex="-1" {
            p role="alert" { (language.text(said)) }
            a.button href=(link(HOME, language, &[])) { (language.text("staff-home")) }
        }
    };
    let title = language.text("staff-home");
    page(&city.snapshot(), language, status, HOME, title, content)
}
