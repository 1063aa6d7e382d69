//! "Missing or wrong?": a form whose answers go to the city's queue. It asks for nothing about the person who
//! fills it in, works without script, and loses nothing of what was typed when something has to be mended.

mod draft;
mod form;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use super::Outside;
use super::messages::Language;
use super::question::{Refused, address};
use crate::auth::origin::{self, Origin};
use crate::city::{City, Taken};
use crate::domain::place::Place;
use crate::gate::{Class, Client, never_kept};
use crate::snapshot::{Located, Snapshot};
use draft::Draft;
use form::{Form, Trouble};

/// Where the form is.
const PATH: &str = "/vorschlagen";

/// Where those who sent it are thanked.
pub(super) const THANKS: &str = "/vorschlagen/danke";

/// The address of the form: for a place that is missing, or for what is wrong with one.
pub(super) fn link(language: Language, about: Option<&Place>) -> String {
    let about = about.map(|place| ("ort", super::place::slug(place)));
    let language = (language != Language::default()).then(|| ("lang", language.tag().to_owned()));
    address(PATH, about.into_iter().chain(language))
}

/// `GET /vorschlagen`
pub(super) async fn show(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => asked,
        Err(refused) => return super::refused_page(&snapshot, &refused),
    };
    let about = match asked.place(&snapshot) {
        Ok(about) => about,
        Err(NoSuchPlace) => return no_such_place(&snapshot, asked.language),
    };
    let form = Form {
        snapshot: &snapshot,
        language: asked.language,
        about,
        draft: &Draft::default(),
        trouble: None,
    };
    answer(StatusCode::OK, form.page())
}

/// `GET /vorschlagen/danke`
pub(super) async fn thanks(State(city): State<Arc<City>>, RawQuery(query): RawQuery) -> Response {
    let snapshot = city.snapshot();
    match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => answer(StatusCode::OK, form::thanks(&snapshot, asked.language)),
        Err(refused) => super::refused_page(&snapshot, &refused),
    }
}

/// `POST /vorschlagen`
pub(super) async fn take(
    State(city): State<Arc<City>>,
    RawQuery(query): RawQuery,
    Outside(base): Outside,
    client: Client,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let snapshot = city.snapshot();
    let asked = match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => asked,
        Err(refused) => return super::refused_page(&snapshot, &refused),
    };
    let about = match asked.place(&snapshot) {
        Ok(about) => about,
        Err(NoSuchPlace) => return no_such_place(&snapshot, asked.language),
    };
    let draft = Draft::read(&headers, &body);
    let trouble = match &draft {
        None => Trouble::Unreadable,
        Some(_) if origin::of(&headers, &base) == Origin::Elsewhere => Trouble::Foreign,
        Some(draft) => match pass_on(&city, &client, draft, about, &snapshot).await {
            Ok(()) => return thanked(asked.language),
            Err(trouble) => trouble,
        },
    };
    let (status, wait) = (trouble.status(), trouble.wait());
    let draft = draft.unwrap_or_default();
    let form = Form {
        snapshot: &snapshot,
        language: asked.language,
        about,
        draft: &draft,
        trouble: Some(trouble),
    };
    retrying_after(answer(status, form.page()), wait)
}

/// Puts what the form says into the queue; or says why that cannot be.
async fn pass_on(
    city: &Arc<City>,
    client: &Client,
    draft: &Draft,
    about: Option<&Located>,
    snapshot: &Snapshot,
) -> Result<(), Trouble> {
    let about = about.map(|own| own.place.id);
    let said = draft
        .said(about, snapshot.bbox())
        .map_err(Trouble::Faults)?;
    // Only programs fill in a field that nobody sees. They are thanked and forgotten.
    if draft.is_from_a_program() {
        return Ok(());
    }
    // Nobody may use up what the whole city may send.
    client.take(Class::Suggestion).map_err(Trouble::Busy)?;
    match city.suggest(said).await {
        Ok(Taken::Thanks) => Ok(()),
        Ok(Taken::TooMany(wait)) => Err(Trouble::Busy(wait)),
        Ok(Taken::Full) => Err(Trouble::Full),
        Err(error) => {
            tracing::error!(%error, "a suggestion could not be kept");
            Err(Trouble::Failed)
        }
    }
}

/// What the address of the form may say.
#[derive(Default)]
struct Asked {
    language: Language,
    about: Option<String>,
}

/// The place that something is wrong with is not there.
struct NoSuchPlace;

impl Asked {
    fn read(query: &str) -> Result<Self, Refused> {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match (&*name, value.parse()) {
                ("lang", Ok(language)) => asked.language = language,
                ("ort", _) => asked.about = Some(value.into_owned()),
                _ => {
                    let rule = if name == "lang" { "lang" } else { "unknown" };
                    return Err(Refused {
                        language: asked.language,
                        rule: format!("rule-{rule}"),
                        name: name.into_owned(),
                        value: value.into_owned(),
                    });
                }
            }
        }
        Ok(asked)
    }

    fn place<'a>(&self, snapshot: &'a Snapshot) -> Result<Option<&'a Located>, NoSuchPlace> {
        match &self.about {
            None => Ok(None),
            Some(slug) => super::place::find(snapshot, slug)
                .map(Some)
                .ok_or(NoSuchPlace),
        }
    }
}

fn no_such_place(snapshot: &Snapshot, language: Language) -> Response {
    let page = super::problem::nothing_here(snapshot, language, "place");
    super::page(StatusCode::NOT_FOUND, page)
}

/// Thanks, on a page of its own: loading it again sends nothing again.
fn thanked(language: Language) -> Response {
    let location = super::question::kept(THANKS, language, &[]);
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// A page with the form. No cache keeps what was typed. An older browser says where a form stood only to the same
/// site: without that, our own form would look like another's.
fn answer(status: StatusCode, content: maud::Markup) -> Response {
    let mut page = never_kept(super::page(status, content));
    page.headers_mut().insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    page
}

fn retrying_after(mut page: Response, wait: Option<TimeDelta>) -> Response {
    let seconds = wait.map(|wait| wait.num_seconds());
    if let Some(seconds) = seconds {
        page.headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    page
}
