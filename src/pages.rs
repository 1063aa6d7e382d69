//! HTML pages from the snapshot: the finder with its list, and one page per place.
//!
//! Everything that is text works without script; the islands of `web` add the map and answer faster.

mod app;
mod asked;
mod assets;
mod barriers;
mod changes;
mod counselling;
mod district;
mod events;
mod finder;
mod flow;
mod form;
mod frame;
mod messages;
mod need;
mod onsite;
mod place;
mod planning;
mod prevention;
mod problem;
mod question;
mod quiet;
mod results;
mod safety;
mod sheet;
mod staff;
mod start;
mod suggest;
mod way;
mod wording;

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::map_response_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

pub use assets::{Assets, accepts};
pub use changes::{MEDIA_TYPE as FEED_TYPE, NewsFilter, feed as news_feed};
pub use messages::Language;

use crate::auth::Paths;
use crate::city::City;
use crate::domain::base_map::Source;
use crate::gate::Shut;
use crate::query::Base;
use crate::snapshot::Snapshot;
use asked::Asked;
use question::{Question, Refused};
use sheet::Sheet;

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
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    // Our pages ask where somebody is when told to, and for nothing else that a browser guards.
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()",
        ),
    ),
];

/// Every page and asset on one screen.
#[must_use]
pub fn paths(city: Arc<City>) -> Paths {
    let sheets = Paths::new(Arc::clone(&city), staff::refused);
    let sheets = Sheet::ALL.into_iter().fold(sheets, |paths, own| {
        let answer = async move |State(city): State<Arc<City>>, RawQuery(query), base| {
            sheet(own, &city, query, base)
        };
        paths.get(own.path(), answer)
    });
    let pages = sheets
        .get("/", first_page)
        .get("/liste", list)
        .get("/orte/{slug}", place_page)
        .get("/stadtteile", districts)
        .get("/stadtteile/{id}", district_page)
        .get(barriers::criteria::PATH, barriers::criteria::current)
        .get(
            "/barrierefreiheit/kriterien/{version}",
            barriers::criteria::version,
        )
        .get("/weg/{slug}", way::serve)
        .get("/vorschlagen", suggest::show)
        .post("/vorschlagen", suggest::take)
        .get(suggest::THANKS, suggest::thanks)
        .get(events::PATH, events::serve)
        .get(counselling::PATH, counselling::serve)
        .get(prevention::PATH, prevention::serve)
        .get(onsite::PATH, onsite::serve)
        .get("/assets/{name}", assets::serve)
        .get("/sw.js", assets::serve_worker)
        .get("/app.webmanifest", app::serve);
    let pages = safety::add_paths(flow::add_paths(planning::add_paths(pages)));
    staff::add_paths(pages).map(|pages| pages.layer(map_response_with_state(city, secured)))
}

/// The pages as a router.
pub fn router(city: Arc<City>) -> Router {
    paths(city).into_router()
}

/// The finder with the answer to the question in its address.
async fn first_page(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    match ask(&city, &snapshot, query) {
        Ok(question) => page(StatusCode::OK, finder::render(&snapshot, &question)),
        Err(refused) => refused_page(&snapshot, &refused),
    }
}

/// The answer alone, for the browser to put in place of the one before.
async fn list(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    match ask(&city, &snapshot, query) {
        Ok(question) => page(StatusCode::OK, results::render(&snapshot, &question)),
        Err(refused) => page(StatusCode::BAD_REQUEST, results::render_refused(&refused)),
    }
}

/// A place on its own page, or alone for the panel beside the list (`fragment=panel`).
async fn place_page(
    State(city): State<Arc<City>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default(), &["lang", "need", "fragment"]) {
        Ok(asked) => asked,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let language = asked.language;
    let Some(located) = place::find(&snapshot, &slug) else {
        let content = if asked.is_panel {
            problem::no_such_place_panel(language)
        } else {
            problem::nothing_here(&snapshot, language, "place")
        };
        return page(StatusCode::NOT_FOUND, content);
    };
    let view = place::View {
        language,
        snapshot: &snapshot,
        located,
        needs: &asked.needs,
        at: city.now(),
    };
    if asked.is_panel {
        return page(StatusCode::OK, view.panel());
    }
    let own = place::slug(&located.place);
    if own != slug {
        let moved = place::address(&own, language, &asked.needs);
        return Redirect::temporary(&moved).into_response();
    }
    page(StatusCode::OK, view.page(&base))
}

/// All districts.
async fn districts(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    // The districts are told even when nobody knows how many suggestions there are.
    let figures = city.suggestion_figures().await;
    let figures =
        figures.inspect_err(|error| tracing::error!(%error, "suggestions are not counted"));
    let (today, figures) = (snapshot.date_at(city.now()), figures.ok());
    let content = district::overview(&snapshot, language, &base, today, figures.as_deref());
    page(StatusCode::OK, content)
}

/// One district.
async fn district_page(
    State(city): State<Arc<City>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
) -> Response {
    let snapshot = city.snapshot();
    let language = match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => asked.language,
        Err(refused) => return refused_page(&snapshot, &refused),
    };
    let id = id.parse().ok();
    match id.and_then(|id| snapshot.district(&id)) {
        Some(found) => page(
            StatusCode::OK,
            district::render(
                &snapshot,
                found,
                language,
                &base,
                snapshot.date_at(city.now()),
            ),
        ),
        None => page(
            StatusCode::NOT_FOUND,
            problem::nothing_here(&snapshot, language, "district"),
        ),
    }
}

/// One of the pages that every public service owes.
fn sheet(sheet: Sheet, city: &City, query: Option<String>, Outside(base): Outside) -> Response {
    let snapshot = city.snapshot();
    match Asked::read(&query.unwrap_or_default(), &["lang"]) {
        Ok(asked) => page(
            StatusCode::OK,
            sheet.render(&snapshot, asked.language, &base),
        ),
        Err(refused) => refused_page(&snapshot, &refused),
    }
}

/// Says which part of an address cannot be answered.
fn refused_page(snapshot: &Snapshot, refused: &Refused) -> Response {
    page(
        StatusCode::BAD_REQUEST,
        finder::render_refused(snapshot, refused),
    )
}

/// What people read whom the gate is shut to; `query` may name their language.
#[must_use]
pub fn shut(snapshot: &Snapshot, query: &str, shut: Shut) -> Response {
    let (status, what) = problem::of(shut);
    let content = problem::nothing_here(snapshot, language_in(query), what);
    let mut answer = page(status, content);
    for (name, value) in SECURITY_HEADERS {
        answer.headers_mut().insert(name, value);
    }
    answer
}

/// The same for whoever asked for `uri`: a quiet page stays quiet when it cannot be had.
#[must_use]
pub fn shut_at(snapshot: &Snapshot, uri: &Uri, shut: Shut) -> Response {
    let query = uri.query().unwrap_or_default();
    if quiet::covers(uri.path()) {
        return quiet::shut(snapshot, language_in(query), problem::of(shut));
    }
    self::shut(snapshot, query, shut)
}

/// What people read in place of a document for programs, where something failed below a quiet path: there is no such page, it
/// takes no such request, or it is our fault.
#[must_use]
pub fn failed_at(snapshot: &Snapshot, uri: &Uri, status: StatusCode) -> Option<Response> {
    let what = if status.is_server_error() {
        "busy"
    } else {
        "page"
    };
    let language = language_in(uri.query().unwrap_or_default());
    quiet::covers(uri.path()).then(|| quiet::shut(snapshot, language, (status, what)))
}

fn language_in(query: &str) -> Language {
    let named = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang");
    named
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or_default()
}

/// What the public calls this server, as far as it is known: a page can do without.
struct Outside(Base);

impl<S: Sync> FromRequestParts<S> for Outside {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Base::of(parts).unwrap_or_default()))
    }
}

fn ask(city: &City, snapshot: &Snapshot, query: Option<String>) -> Result<Question, Refused> {
    let timezone = snapshot.settings().timezone;
    let question = Question::read(&query.unwrap_or_default(), city.now(), timezone)?;
    match &question.filter.district {
        Some(district) if snapshot.district(district).is_none() => Err(question.refuse("district")),
        _ => Ok(question.settled(snapshot)),
    }
}

fn page(status: StatusCode, content: Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        // "Open now" is only true now, and the address may say where somebody is.
        (header::CACHE_CONTROL, "private, no-cache"),
    ];
    (status, headers, content.0).into_response()
}

async fn secured(State(city): State<Arc<City>>, mut response: Response) -> Response {
    let has_own_policy = response
        .headers()
        .contains_key(header::CONTENT_SECURITY_POLICY);
    for (name, value) in SECURITY_HEADERS {
        // The page of a form says itself how much its own site may know of it.
        response.headers_mut().entry(name).or_insert(value);
    }
    if has_own_policy {
        return response;
    }
    let snapshot = city.snapshot();
    let base_map = snapshot.settings().base_map.as_ref();
    if let Some(Source::Style { hosts, .. }) = base_map.map(|own| &own.source) {
        let policy = CONTENT_SECURITY_POLICY
            .replace(
                "connect-src 'self'",
                &format!("connect-src 'self' {}", hosts.join(" ")),
            )
            .replace(
                "img-src 'self'",
                &format!("img-src 'self' {}", hosts.join(" ")),
            );
        if let Ok(policy) = HeaderValue::try_from(policy) {
            response
                .headers_mut()
                .insert(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
    response
}
