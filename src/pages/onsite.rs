//! The sheet for audits on site ("Vor Ort"): what a phone keeps to work without a network.
//!
//! The page holds criteria and places and nothing of anybody, so the browser may keep it. What an auditor writes down never
//! passes through it: that stays on the device until it is sent to the API.

mod criteria;
mod places;

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::asked::Asked;
use super::frame::{Meta, Page, inert};
use super::messages::Language;
use super::question::kept;
use crate::city::City;
use crate::domain::audit::Auditor;
use crate::gate::{Shut, in_turn};
use crate::snapshot::{Revision, Snapshot};

/// Where the sheet is.
pub(super) const PATH: &str = "/vor-ort";

/// `GET /vor-ort`
pub(super) async fn serve(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return super::refused_page(&snapshot, &refused),
    };
    let today = snapshot.date_at(city.now());
    let own = Arc::clone(&snapshot);
    match in_turn(move || written(&own, language, today)).await {
        Ok(Some(text)) => answered(&headers, &text),
        _ => super::shut(&snapshot, "", Shut::Busy),
    }
}

/// The page as it is sent, or that the browser has it already.
fn answered(headers: &HeaderMap, text: &Arc<str>) -> Response {
    let Ok(tag) = HeaderValue::from_str(&tag_of(text)) else {
        return super::page(StatusCode::OK, PreEscaped(text.to_string()));
    };
    let known = headers.get(header::IF_NONE_MATCH);
    let known = known.and_then(|own| own.to_str().ok()).unwrap_or_default();
    let is_known = known
        .split(',')
        .any(|own| own.trim().as_bytes() == tag.as_bytes());
    let mut answer = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        super::page(StatusCode::OK, PreEscaped(text.to_string()))
    };
    let private = HeaderValue::from_static("private, no-cache");
    answer.headers_mut().insert(header::CACHE_CONTROL, private);
    answer.headers_mut().insert(header::ETAG, tag);
    answer
}

/// A weak tag (a page may be compressed or not) of everything that stands in it.
fn tag_of(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// What a page was made of: store, revision, language, day.
type Made = (String, Revision, Language, NaiveDate);

/// The pages that were last made: one for each language, and as many of the day or the revision before.
static KEPT: Mutex<VecDeque<(Made, Arc<str>)>> = Mutex::new(VecDeque::new());

/// So many of them.
const MOST_KEPT: usize = 6;

/// The page, made when somebody first asks for it.
fn written(snapshot: &Snapshot, language: Language, today: NaiveDate) -> Arc<str> {
    let lineage = snapshot.lineage().to_owned();
    let made = (lineage, snapshot.revision(), language, today);
    let known = KEPT.lock().ok().and_then(|kept| {
        let mut kept = kept.iter();
        kept.find(|(own, _)| *own == made)
            .map(|(_, text)| Arc::clone(text))
    });
    if let Some(known) = known {
        return known;
    }
    let current = snapshot.criteria().current(today).version.as_str();
    let data = data(snapshot, language, current);
    let text: Arc<str> = render(snapshot, language, &data).into_string().into();
    if let Ok(mut kept) = KEPT.lock() {
        kept.truncate(MOST_KEPT - 1);
        kept.push_front((made, Arc::clone(&text)));
    }
    text
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
