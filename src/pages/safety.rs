//! How safe people feel, as everybody may see it: what was released, and nothing else. No page here asks for a report, and none
//! counts anything.

mod areas;
mod asked;
mod card;
mod map;
mod measures;
mod page;
mod transparency;
mod words;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::planning::answered;
use super::{Outside, page as answer, refused_page};
use crate::auth::Paths;
use crate::city::City;
use crate::gate::Client;
use asked::Asked;

pub(super) use card::render as card;
pub(super) use words::class as class_words;
#[cfg(test)]
pub(super) use words::families;

/// Where the page is.
pub(super) const PATH: &str = "/sicherheit";

/// Where it says how it is made.
pub(super) const TRANSPARENCY: &str = "/sicherheit/transparenz";

/// Where people say how they feel somewhere.
const REPORT: &str = "/umfeld";

/// Where people find help.
const HELP: &str = "/beratung";

/// Adds the paths of these pages.
pub(super) fn add_paths(paths: Paths) -> Paths {
    paths.get(PATH, show).get(TRANSPARENCY, show_transparency)
}

/// `GET /sicherheit`
async fn show(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default(), &snapshot) {
        Ok(asked) => asked,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let own = Arc::clone(&snapshot);
    let work = move || page::render(&own, &asked, &base);
    answered(&snapshot, StatusCode::OK, work).await
}

/// `GET /sicherheit/transparenz`
async fn show_transparency(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
    client: Client,
) -> Response {
    let snapshot = city.snapshot();
    match super::Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => {
            let a_day = client.gate().reports_a_day();
            let content = transparency::render(&snapshot, asked.language, a_day, &base);
            answer(StatusCode::OK, content)
        }
        Err(refused) => refused_page(&snapshot, &refused),
    }
}
