//! On these pages people say where they feel well or unsafe (C.2). Their order is a rule: first whether somebody is in
//! danger, then what it is about, then the report. All of them are quiet pages.

mod defect;
mod doors;
mod filled;
mod form;
mod report;
mod squares;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

pub(super) use filled::Filled;
pub(super) use form::{Picture, Questions};

use super::asked::Asked;
use super::messages::Language;
use super::question::kept;
use super::quiet::{self, Quiet, START};
use crate::auth::Paths;
use crate::city::City;
use crate::snapshot::Snapshot;

/// What it is about.
const CONCERN: &str = "/umfeld/anliegen";

/// The report itself.
const REPORT: &str = "/umfeld/angaben";

/// Thanks.
const THANKS: &str = "/umfeld/danke";

/// Help and counselling, where something happened to somebody.
const HELP: &str = "/beratung";

/// The app of the emergency services for those who cannot speak or hear on the telephone.
const NORA: &str = "https://www.nora-notruf.de";

/// All pages of the flow.
pub(super) fn add_paths(pages: Paths) -> Paths {
    defect::add_paths(pages)
        .get(START, start)
        .get(CONCERN, concern)
        .get(REPORT, report::show)
        .post(REPORT, report::take)
        .get(THANKS, thanks)
}

/// The address of the first page of the flow.
pub(super) fn link(language: Language) -> String {
    kept(START, language, &[])
}

/// `GET /umfeld`: before anything else, whether somebody is in danger.
async fn start(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, START, |_, language| danger(language))
}

/// `GET /umfeld/anliegen`: the four doors.
async fn concern(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, CONCERN, doors::render)
}

/// `GET /umfeld/danke`: thanks, and nothing that leads back to what was said.
async fn thanks(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, THANKS, |_, language| {
        html! {
            h1 { (language.text("flow-thanks")) }
            p role="status" { (language.text("flow-thanks-kept")) }
            p { (language.text("flow-thanks-use")) }
            p { (language.text("flow-help-first")) " " a href=(kept(HELP, language, &[])) { (language.text("flow-door-happened-go")) } }
            p { a.button.secondary href=(kept(REPORT, language, &[])) { (language.text("flow-another")) } }
        }
    })
}

/// A page of which the address says the language and nothing else.
fn shown(
    city: &City,
    query: Option<String>,
    path: &str,
    content: impl FnOnce(&Snapshot, Language) -> Markup,
) -> Response {
    let snapshot = city.snapshot();
    match language_of(&snapshot, query) {
        Ok(language) => page(
            &snapshot,
            language,
            path,
            content(&snapshot, language),
            StatusCode::OK,
        ),
        Err(refused) => refused,
    }
}

/// The language that an address says, or the page that says what else of it is not understood.
#[expect(clippy::result_large_err, reason = "the answer of a handler")]
fn language_of(snapshot: &Snapshot, query: Option<String>) -> Result<Language, Response> {
    let asked = Asked::read(&query.unwrap_or_default(), &["lang"]);
    asked
        .map(|own| own.language)
        .map_err(|refused| quiet::refused(snapshot, &refused))
}

fn page(
    snapshot: &Snapshot,
    language: Language,
    path: &str,
    content: Markup,
    status: StatusCode,
) -> Response {
    let page = Quiet {
        language,
        snapshot,
        translated: &|other| kept(path, other, &[]),
        content,
    };
    page.answer(status)
}

/// The first screen.
fn danger(language: Language) -> Markup {
    html! {
        h1 { (language.text("flow-danger")) }
        p { (language.text("flow-danger-call")) }
        ul.calls {
            @for (number, message) in [("110", "flow-call-police"), ("112", "flow-call-rescue")] {
                li { a.button href=(format!("tel:{number}")) { strong { (number) } " " (language.text(message)) } }
            }
        }
        p {
            (language.text("flow-deaf")) " "
            a href=(NORA) rel="noreferrer" { (language.text("flow-nora")) }
        }
        p { a.button.secondary href=(kept(CONCERN, language, &[])) { (language.text("flow-no-danger")) } }
    }
}

/// The keys of the messages that are made from the names of parts.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    [doors::families(), form::families()].concat()
}
