//! What became of a place: who did what to it, and how to take it back.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{form, path};
use crate::domain::staff::Actor;
use crate::domain::trail::undo::UndoRefused;
use crate::domain::trail::{Action, Step, Subject, history as steps_of};
use crate::domain::{Place, PlaceId};
use crate::editing::{self, NotWritten};
use crate::pages::staff::{Desk, trail};

/// `GET /verwaltung/orte/{id}/verlauf`
pub(in crate::pages::staff) async fn history(desk: Desk, Path(id): Path<String>) -> Response {
    match id.parse() {
        Ok(id) => answer(&desk, id, StatusCode::OK, None).await,
        Err(_) => desk.no_such_place(),
    }
}

/// `POST /verwaltung/orte/{id}/verlauf/{number}`
pub(in crate::pages::staff) async fn take_back(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path((id, number)): Path<(String, String)>,
) -> Response {
    let (Ok(id), Ok(number)) = (id.parse::<PlaceId>(), number.parse::<i64>()) else {
        return desk.no_such_place();
    };
    match desk.city.store().trail_entry(number).await {
        Ok(Some(entry)) if entry.subject == Subject::described::<Place>(id) => {}
        Ok(_) => return desk.no_such_place(),
        Err(error) => return desk.failed(&error),
    }
    match editing::take_back(&desk.city, actor, number).await {
        Ok(_) => desk.done(&format!("{}/verlauf", path(id)), "staff-done-taken-back"),
        Err(NotWritten::NotUndone(refused)) => {
            let said = said(&desk, &refused);
            answer(&desk, id, StatusCode::CONFLICT, Some(said)).await
        }
        Err(NotWritten::Failed(error)) => desk.failed(&error),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Why it stays, in the language of the page.
fn said(desk: &Desk, refused: &UndoRefused) -> String {
    let language = desk.language;
    match refused {
        UndoRefused::ChangedSince { members, .. } => {
            let labels: Vec<_> = members.iter().map(|own| member(desk, own)).collect();
            language.text_with("staff-undo-since", [("members", labels.join(", ").into())])
        }
        UndoRefused::ComesAgain(_) => desk.text("staff-undo-again"),
        UndoRefused::InUse(_) => desk.text("staff-undo-in-use"),
        UndoRefused::NotHere { .. }
        | UndoRefused::NothingKept(_)
        | UndoRefused::Gone(_)
        | UndoRefused::ThereAgain(_)
        | UndoRefused::Invalid(_) => desk.text("staff-undo-not"),
    }
}

/// What a member is called: the name of its field.
fn member(desk: &Desk, name: &str) -> String {
    let column = match name {
        "audience.restriction" => "audience_restriction",
        name => name.rsplit('.').next().unwrap_or(name),
    };
    if form::has_label(column) {
        form::label(desk.language, column)
    } else {
        name.to_owned()
    }
}

async fn answer(desk: &Desk, id: PlaceId, status: StatusCode, said: Option<String>) -> Response {
    let subject = Subject::described::<Place>(id);
    let entries = match editing::entries_about(&desk.city, &subject).await {
        Ok(entries) => entries,
        Err(error) => return desk.failed(&error),
    };
    let place = desk.snapshot.place(id).map(|own| &own.place);
    if entries.is_empty() && place.is_none() {
        return desk.no_such_place();
    }
    let title = match place {
        Some(place) => place.name.to_string(),
        None => desk.text("staff-place-gone"),
    };
    let steps = steps_of(&subject, &entries);
    let content = html! {
        @if let Some(said) = said { p.notice role="alert" { (said) } }
        @if place.is_some() {
            p.buttons { a.button.secondary href=(desk.link(&path(id))) { (desk.text("staff-place-edit")) } }
        }
        @if steps.is_empty() { p { (desk.text("staff-history-none")) } }
        ol.steps { @for step in &steps { li { (one(desk, id, step)) } } }
    };
    let title = desk
        .language
        .text_with("staff-history-of", [("name", title.into())]);
    desk.page(status, &format!("{}/verlauf", path(id)), title, &content)
}

fn one(desk: &Desk, id: PlaceId, step: &Step<'_>) -> Markup {
    let back = desk.text("staff-take-back");
    let can_be_undone = !step.redacted && step.action != Action::Redacted;
    html! {
        p {
            strong { (desk.text(&format!("trail-{}", step.action))) } " "
            (trail::moment(desk, step.at)) ", " (trail::hand(desk, step.by))
            @if let Some(number) = step.undoes { " · " (desk.language.text_with("staff-undoes", [("number", number.into())])) }
            span.hint { " (" (desk.language.text_with("staff-entry-number", [("number", step.number.into())])) ")" }
        }
        @if !step.changes.is_empty() {
            dl.facts {
                @for change in &step.changes {
                    dt { (member(desk, change.member)) }
                    dd { (trail::value(desk, change.before)) " → " (trail::value(desk, change.after)) }
                }
            }
        }
        @if can_be_undone {
            form action=(desk.link(&format!("{}/verlauf/{}", path(id), step.number))) method="post" {
                button.button.secondary type="submit" aria-label=(format!("{back}: {}", step.number)) { (back) }
            }
        }
    }
}
