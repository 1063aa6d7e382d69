//! The sheet for audits on site ("Vor Ort"): what a phone keeps to work without a network.
//!
//! The page holds criteria and places and nothing of anybody, so the browser may keep it. What an auditor writes down never
//! passes through it: that stays on the device until it is sent to the API.

mod criteria;
mod places;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::asked::Asked;
use super::frame::{Meta, Page, inert};
use super::messages::Language;
use super::question::kept;
use crate::city::City;
use crate::domain::audit::Auditor;
use crate::snapshot::Snapshot;

/// Where the sheet is.
pub(super) const PATH: &str = "/vor-ort";

/// `GET /vor-ort`
pub(super) async fn serve(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return super::refused_page(&snapshot, &refused),
    };
    let today = snapshot.date_at(city.now());
    let current = snapshot.criteria().current(today).version.as_str();
    let data = data(&snapshot, language, current);
    super::page(StatusCode::OK, render(&snapshot, language, &data))
}

/// Everything the sheet needs to know of the city.
fn data(snapshot: &Snapshot, language: Language, current: &str) -> Value {
    let catalogues: Vec<_> = snapshot
        .criteria()
        .iter()
        .map(|own| criteria::of(own, language))
        .collect();
    let listed = places::of(snapshot, language);
    json!({
        "current": current,
        "catalogues": catalogues,
        "auditors": Auditor::ALL,
        "kinds": places::kinds(language),
        "places": listed.places,
        "morePlaces": listed.left_out,
    })
}

fn render(snapshot: &Snapshot, language: Language, data: &Value) -> Markup {
    let title = language.text("onsite-title");
    let content = html! {
        main #content.text-page.onsite tabindex="-1" {
            h1 { (title) }
            p.hint { (language.text("onsite-about")) }
            div #onsite {
                noscript { p.notice { (language.text("onsite-needs-script")) } }
            }
            // Data, which no browser runs: the page's policy has nothing to refuse.
            script #onsite-data type="application/json" { (PreEscaped(inert(data))) }
        }
    };
    Page {
        language,
        snapshot,
        title: Some(title),
        class: "page",
        skips: &[("content", "skip-content")],
        translated: &|other| kept(PATH, other, &[]),
        meta: Meta::default(),
        content,
    }
    .render()
}
