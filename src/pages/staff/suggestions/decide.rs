//! Rejecting suggestions with a reason, and taking content away that nobody should keep.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Asked, PATH, found, list, one};
use crate::city::MOST_AT_ONCE;
use crate::domain::note::{MOST_LETTERS, Note};
use crate::domain::staff::Actor;
use crate::domain::suggestion::{Decision, Ground, Rejection, Removal, Suggestion, SuggestionId};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::pages::form::{Fields, select};
use crate::pages::staff::Desk;
use crate::pages::wording;

/// Where several are rejected at once.
pub(in crate::pages::staff) const SEVERAL: &str = "/verwaltung/vorschlaege/ablehnen";

/// A reason as it was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Reason {
    ground: String,
    text: String,
    /// The key of a message.
    wrong: Option<String>,
}

impl Reason {
    fn of(form: &Fields) -> Self {
        Self {
            ground: form.value("ground").to_owned(),
            text: form.value("text").to_owned(),
            wrong: None,
        }
    }

    fn wrong_with(self, message: impl Into<String>) -> Self {
        Self {
            wrong: Some(message.into()),
            ..self
        }
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.wrong.is_some()
    }

    /// What is wrong with it, in words.
    pub(super) fn wrong(&self, desk: &Desk) -> Markup {
        html! { @if let Some(wrong) = &self.wrong { p.notice role="alert" { (desk.text(wrong)) } } }
    }

    /// A reason from the list, and room for words of one's own.
    pub(super) fn fields(&self, desk: &Desk) -> Markup {
        let grounds: Vec<_> = Ground::ALL
            .iter()
            .map(|own| (own.as_str(), desk.text(&format!("staff-ground-{own}"))))
            .collect();
        html! {
            (select(desk.language, "ground", "staff-ground", "staff-ground-choose", &grounds, &self.ground))
            (self.note_field(desk, "text"))
        }
    }

    /// Room for words of one's own, under an id of its own.
    pub(super) fn note_field(&self, desk: &Desk, id: &str) -> Markup {
        let hint = format!("{id}-hint");
        html! {
            div.field {
                label for=(id) { (desk.text("staff-note")) }
                p.hint id=(hint) { (desk.text("staff-note-hint")) }
                textarea id=(id) name="text" rows="2" maxlength=(MOST_LETTERS) aria-describedby=(hint) { (self.text) }
            }
        }
    }

    fn note(&self) -> Result<Option<Note>, String> {
        if self.text.is_empty() {
            return Ok(None);
        }
        let note = Note::read(&self.text).map(Some);
        note.map_err(|fault| format!("staff-note-{fault}"))
    }

    /// The rejection it makes, or the key of what is wrong with it.
    fn rejection(&self, desk: &Desk, by: Actor) -> Result<Rejection, String> {
        let Ok(ground) = self.ground.parse::<Ground>() else {
            return Err("staff-ground-missing".to_owned());
        };
        match Rejection::new(ground, self.note()?, desk.today(), by) {
            Ok(rejection) => Ok(rejection),
            Err(_) => Err("staff-note-missing".to_owned()),
        }
    }
}

/// `POST /verwaltung/vorschlaege/ablehnen`
pub(in crate::pages::staff) async fn reject_several(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let asked = Asked::read(&query.unwrap_or_default());
    let form = Fields::read(&headers, &body);
    let (Ok(asked), Some(form)) = (asked, form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let ids: Result<Vec<SuggestionId>, _> = form.values("id").iter().map(|id| id.parse()).collect();
    let Ok(ids) = ids else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let reason = Reason::of(&form);
    let rejection = if ids.is_empty() {
        Err("staff-choose-some".to_owned())
    } else if ids.len() > MOST_AT_ONCE as usize {
        Err("staff-choose-fewer".to_owned())
    } else {
        reason.rejection(&desk, actor)
    };
    let rejection = match rejection {
        Ok(rejection) => rejection,
        Err(wrong) => {
            let reason = reason.wrong_with(wrong);
            let typed = list::Typed { ids, reason };
            return list::answer(&desk, StatusCode::BAD_REQUEST, &asked, &typed).await;
        }
    };
    match desk.city.reject(&ids, &rejection).await {
        Ok(rejected) => {
            let done = if rejected.len() == ids.len() {
                "staff-done-rejected"
            } else {
                "staff-done-rejected-some"
            };
            crate::pages::staff::done_at(&asked.address(&desk, PATH, None), done)
        }
        Err(error) => desk.failed(&error),
    }
}

/// `POST /verwaltung/vorschlaege/{id}`
pub(in crate::pages::staff) async fn decide(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let own = match found(&desk, &id).await {
        Ok(own) => own,
        Err(answer) => return answer,
    };
    let reason = Reason::of(&form);
    match form.value("do") {
        "accept" => accept(&desk, actor, &own).await,
        "reject" => reject(&desk, actor, own, reason).await,
        "remove" => remove(&desk, actor, own, reason).await,
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// Only a report of changed barriers is accepted as it is; everything else is accepted with the place it becomes.
async fn accept(desk: &Desk, actor: Actor, own: &Suggestion) -> Response {
    match desk.city.accept_report(actor, own.id).await {
        Ok(_) => desk.done(PATH, "staff-done-report"),
        Err(Error::Decided(_)) => late(desk, own.id).await,
        Err(Error::Invalid(_)) => StatusCode::BAD_REQUEST.into_response(),
        Err(error) => desk.failed(&error),
    }
}

async fn reject(desk: &Desk, actor: Actor, own: Suggestion, reason: Reason) -> Response {
    let rejection = match reason.rejection(desk, actor) {
        Ok(rejection) => rejection,
        Err(wrong) => {
            let typed = one::Typed {
                rejecting: reason.wrong_with(wrong),
                ..one::Typed::default()
            };
            return one::answer(desk, StatusCode::BAD_REQUEST, &own, &typed).await;
        }
    };
    match desk.city.reject(&[own.id], &rejection).await {
        Ok(rejected) if rejected.is_empty() => late(desk, own.id).await,
        Ok(_) => desk.done(PATH, "staff-done-rejected"),
        Err(error) => desk.failed(&error),
    }
}

async fn remove(desk: &Desk, actor: Actor, own: Suggestion, reason: Reason) -> Response {
    let note = match reason.note() {
        Ok(Some(note)) => Ok(note),
        Ok(None) => Err("staff-note-missing".to_owned()),
        Err(wrong) => Err(wrong),
    };
    let note = match note {
        Ok(note) => note,
        Err(wrong) => {
            let typed = one::Typed {
                removing: reason.wrong_with(wrong),
                ..one::Typed::default()
            };
            return one::answer(desk, StatusCode::BAD_REQUEST, &own, &typed).await;
        }
    };
    let removal = Removal {
        reason: note,
        on: desk.today(),
        by: Author::staff(actor),
    };
    let removed = desk.city.remove_suggestion(own.id, &removal).await;
    match removed {
        Ok(true) => desk.done(PATH, "staff-done-content-removed"),
        Ok(false) => late(desk, own.id).await,
        Err(error) => desk.failed(&error),
    }
}

/// The suggestion as it is now, with the word that somebody else was faster.
async fn late(desk: &Desk, id: SuggestionId) -> Response {
    let typed = one::Typed {
        is_late: true,
        ..one::Typed::default()
    };
    match found(desk, &id.to_string()).await {
        Ok(own) => one::answer(desk, StatusCode::CONFLICT, &own, &typed).await,
        Err(answer) => answer,
    }
}

/// What was decided, when, by which role and why.
pub(super) fn decided(desk: &Desk, own: &Suggestion) -> Markup {
    let day = own.decided_on.map(|day| wording::date(desk.language, day));
    let place = own.place.and_then(|id| desk.snapshot.place(id));
    html! {
        (desk.text(&format!("staff-was-{}", own.state)))
        @if let Some(day) = day { " " (desk.language.text_with("staff-decided-on", [("day", day.into())])) }
        @if let Some(role) = own.decided_by { " (" (desk.text(&format!("role-{role}"))) ")" }
        @if let Some(ground) = own.ground { ": " (desk.text(&format!("staff-ground-{ground}"))) }
        @if let Some(reason) = &own.reason { " – " (reason.as_str()) }
        @match (own.state, own.place, place) {
            (Decision::Accepted, _, Some(place)) => {
                @let slug = crate::pages::place::slug(&place.place);
                ": " a href=(crate::pages::place::address(&slug, desk.language, &[])) { (place.place.name) }
            }
            (Decision::Accepted, Some(gone), None) => {
                ": " a href=(desk.link(&crate::pages::staff::place::history_path(gone))) { (desk.text("staff-place-gone")) }
            }
            _ => {}
        }
    }
}
