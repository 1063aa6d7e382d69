//! What residents say is missing or wrong: the queue, one suggestion beside what is known, and the decision.

mod compare;
mod decide;
mod list;
mod one;

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

pub(super) use decide::{decide, reject_several};

use super::Desk;
use crate::domain::Invalid;
use crate::domain::suggestion::{Decision, QueueFilter, QueuePosition, Suggestion, SuggestionId};
use crate::pages::question::address;
use crate::pages::wording;
use crate::query::{Param, Params, QUEUE_PARAMS, Schema, read_queue_filter};
use crate::snapshot::Snapshot;

/// Where the queue is.
pub(super) const PATH: &str = "/verwaltung/vorschlaege";

/// What the address of the queue may say besides which suggestions it shows.
const PAGE_PARAMS: &[Param] = &[
    Param::optional("after", Schema::Text(60), "Where the page before ended."),
    Param::optional("lang", Schema::Text(9), "The language of the page."),
    Param::optional("done", Schema::Text(60), "What was just done."),
];

/// Which suggestions a page shows.
#[derive(Default)]
struct Asked {
    filter: QueueFilter,
    after: Option<QueuePosition>,
}

impl Asked {
    fn read(query: &str) -> Result<Self, Invalid> {
        let mut params = Params::parse(query, &[QUEUE_PARAMS, PAGE_PARAMS])?;
        Ok(Self {
            filter: read_queue_filter(&mut params)?,
            after: params.take("after")?,
        })
    }

    /// The address of the same suggestions at `path`, from `after` on.
    fn address(&self, desk: &Desk, path: &str, after: Option<QueuePosition>) -> String {
        let QueueFilter {
            state,
            matter,
            district,
            kind,
        } = &self.filter;
        let state = (*state != Decision::Open).then(|| ("state", state.to_string()));
        let matter = matter.map(|own| ("matter", own.to_string()));
        let district = district.as_ref().map(|own| ("district", own.to_string()));
        let kind = kind.map(|own| ("kind", own.to_string()));
        let after = after.map(|own| ("after", own.to_string()));
        let said = [state, matter, district, kind, after];
        address(path, said.into_iter().flatten().chain(desk.language_said()))
    }
}

/// `GET /verwaltung/vorschlaege`
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Response {
    match Asked::read(&query.unwrap_or_default()) {
        Ok(asked) => list::answer(&desk, StatusCode::OK, &asked, &list::Typed::default()).await,
        Err(invalid) => desk.refused(&invalid, PATH, "staff-suggestions"),
    }
}

/// `GET /verwaltung/vorschlaege/{id}`
pub(super) async fn show_one(desk: Desk, Path(id): Path<String>) -> Response {
    match found(&desk, &id).await {
        Ok(own) => one::answer(&desk, StatusCode::OK, &own, &one::Typed::default()).await,
        Err(answer) => answer,
    }
}

/// The suggestion with the id of an address.
async fn found(desk: &Desk, id: &str) -> Result<Suggestion, Response> {
    let id = id.parse::<SuggestionId>().ok();
    let found = match id {
        Some(id) => desk.city.store().suggestion(id).await,
        None => Ok(None),
    };
    match found {
        Ok(Some(own)) => Ok(own),
        Ok(None) => {
            let content = html! { p { (desk.text("staff-suggestion-none")) } };
            let title = desk.text("staff-suggestions");
            Err(desk.page(StatusCode::NOT_FOUND, PATH, title, &content))
        }
        Err(error) => Err(desk.failed(&error)),
    }
}

/// Where one suggestion is.
pub(super) fn path_of(id: SuggestionId) -> String {
    format!("{PATH}/{id}")
}

/// What a suggestion is called in a list: as somebody said, or by the place it is about.
fn title(desk: &Desk, snapshot: &Snapshot, own: &Suggestion) -> String {
    if own.withheld.is_some() {
        return desk.text("staff-suggestion-withheld");
    }
    if own.state == Decision::Removed {
        return desk.text("staff-suggestion-removed");
    }
    let place = own.said.about.map(|id| snapshot.place(id));
    match (place, own.said.name.as_deref()) {
        (Some(Some(place)), _) => place.place.name.to_string(),
        (Some(None), _) => desk.text("staff-suggestion-place-gone"),
        (None, Some(name)) => name.to_owned(),
        (None, None) => desk.text("staff-suggestion-nameless"),
    }
}

/// What it says, when it came and how long it waits.
fn facts(desk: &Desk, own: &Suggestion) -> Markup {
    let day = wording::date(desk.language, own.received_on);
    let days = (desk.today() - own.received_on).num_days().max(0);
    html! {
        @if own.withheld.is_none() && own.state != Decision::Removed {
            (desk.text(&format!("staff-matter-{}", own.said.matter()))) " · "
        }
        (desk.language.text_with("staff-received", [("day", day.into())]))
        @if own.state == Decision::Open {
            " · " (desk.language.text_with("staff-waits", [("days", days.into())]))
        }
    }
}
