//! On these pages people say where they feel well or unsafe (C.2). Their order is a rule: first whether somebody is in
//! danger, then what it is about, then the report. All of them are quiet pages.

mod doors;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

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

/// Help and counselling, where something happened to somebody.
const HELP: &str = "/beratung";

/// The app of the emergency services for those who cannot speak or hear on the telephone.
const NORA: &str = "https://www.nora-notruf.de";

/// All pages of the flow.
pub(super) fn add_paths(pages: Paths) -> Paths {
    pages.get(START, start).get(CONCERN, concern)
}

/// `GET /umfeld`: before anything else, whether somebody is in danger.
async fn start(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, START, |_, language| danger(language))
}

/// `GET /umfeld/anliegen`: the four doors.
async fn concern(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    shown(&city, query, CONCERN, doors::render)
}

/// A page of which the address says the language and nothing else.
fn shown(
    city: &City,
    query: Option<String>,
    path: &str,
    content: impl FnOnce(&Snapshot, Language) -> Markup,
) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return quiet::refused(&snapshot, &refused),
    };
    let page = Quiet {
        language,
        snapshot: &snapshot,
        translated: &|other| kept(path, other, &[]),
        content: content(&snapshot, language),
    };
    page.answer(StatusCode::OK)
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
    doors::families()
}
