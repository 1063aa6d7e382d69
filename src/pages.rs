//! HTML pages from the snapshot: the finder with its list, and one page per place.
//!
//! Everything that is text works without script; the islands of `web` add the map and answer faster.

mod assets;
mod finder;
mod frame;
mod messages;
mod place;
mod problem;
mod question;
mod results;
mod wording;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::Utc;
use maud::Markup;

use crate::snapshot::Snapshot;
use messages::Language;
use question::{Question, Refused};

/// Nothing comes from another host, nothing is written into the page by script, nobody may frame it.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; \
     font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

/// The headers that every page and every asset carries.
pub const SECURITY_HEADERS: [(HeaderName, HeaderValue); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CONTENT_SECURITY_POLICY),
    ),
    // An address may hold a position: it leaves the house with nobody.
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("geolocation=(self)"),
    ),
];

/// Where the pages read the city from.
pub trait CurrentCity: Clone + Send + Sync + 'static {
    /// The city as it is now.
    fn snapshot(&self) -> Arc<Snapshot>;
}

/// Every page and asset on one screen.
pub fn router<C: CurrentCity>() -> Router<C> {
    Router::new()
        .route("/", get(first_page::<C>))
        .route("/liste", get(list::<C>))
        .route("/orte/{slug}", get(place_page::<C>))
        .route("/assets/{name}", get(assets::serve))
        .layer(axum::middleware::map_response(secured))
}

type Pairs = Query<Vec<(String, String)>>;

/// The finder with the answer to the question in its address.
async fn first_page<C: CurrentCity>(State(city): State<C>, Query(pairs): Pairs) -> Response {
    let snapshot = city.snapshot();
    match ask(&snapshot, pairs) {
        Ok(question) => page(StatusCode::OK, &finder::render(&snapshot, &question)),
        Err(refused) => page(StatusCode::BAD_REQUEST, &finder::render_refused(&snapshot, &refused)),
    }
}

/// The answer alone, for the browser to put in place of the one before.
async fn list<C: CurrentCity>(State(city): State<C>, Query(pairs): Pairs) -> Response {
    let snapshot = city.snapshot();
    match ask(&snapshot, pairs) {
        Ok(question) => page(StatusCode::OK, &results::render(&snapshot, &question)),
        Err(refused) => page(StatusCode::BAD_REQUEST, &results::render_refused(&refused)),
    }
}

/// A place on its own page, or alone for the panel beside the list (`fragment=panel`).
async fn place_page<C: CurrentCity>(
    State(city): State<C>,
    Path(slug): Path<String>,
    Query(pairs): Pairs,
) -> Response {
    let snapshot = city.snapshot();
    let asked = match PlaceQuery::read(&pairs) {
        Ok(asked) => asked,
        Err(refused) => return page(StatusCode::BAD_REQUEST, &finder::render_refused(&snapshot, &refused)),
    };
    let language = asked.language;
    let Some(located) = place::find(&snapshot, &slug) else {
        let content = if asked.is_panel {
            problem::no_such_place_panel(language)
        } else {
            problem::no_such_place(&snapshot, language)
        };
        return page(StatusCode::NOT_FOUND, &content);
    };
    let view = place::View { language, snapshot: &snapshot, located, at: Utc::now() };
    if asked.is_panel {
        return page(StatusCode::OK, &view.panel());
    }
    let own = place::slug(&located.place);
    if own != slug {
        return Redirect::temporary(&place::address(&own, language)).into_response();
    }
    page(StatusCode::OK, &view.page())
}

/// What the address of a place may say besides its slug.
struct PlaceQuery {
    language: Language,
    is_panel: bool,
}

impl PlaceQuery {
    fn read(pairs: &[(String, String)]) -> Result<Self, Refused> {
        let mut asked = Self { language: question::language_of(pairs), is_panel: false };
        for (name, value) in pairs {
            let rule = match (name.as_str(), value.as_str()) {
                ("lang", language) if language.parse::<Language>().is_ok() => continue,
                ("fragment", "panel") => {
                    asked.is_panel = true;
                    continue;
                }
                ("lang", _) => "rule-lang",
                ("fragment", _) => "rule-fragment",
                _ => "rule-unknown",
            };
            return Err(Refused {
                language: asked.language,
                name: name.clone(),
                value: value.clone(),
                rule: rule.to_owned(),
            });
        }
        Ok(asked)
    }
}

fn ask(snapshot: &Snapshot, pairs: Vec<(String, String)>) -> Result<Question, Refused> {
    let question = Question::read(pairs, Utc::now())?;
    match &question.filter.district {
        Some(district) if snapshot.district(district).is_none() => Err(Refused {
            language: question.language,
            name: "district".to_owned(),
            value: district.to_string(),
            rule: "rule-district".to_owned(),
        }),
        _ => Ok(question),
    }
}

fn page(status: StatusCode, content: &Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        // "Open now" is only true now.
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (status, headers, content.0.clone()).into_response()
}

async fn secured(mut response: Response) -> Response {
    response.headers_mut().extend(SECURITY_HEADERS);
    response
}
