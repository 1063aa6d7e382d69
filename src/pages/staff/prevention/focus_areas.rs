//! Focus areas of prevention at the desk: enter, change, take away.

mod form;
mod typed;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::html;
use uuid::Uuid;

use super::Desk;
use super::steps::steps;
use crate::domain::place::Version;
use crate::domain::prevention::{FOCUS_AREA, FocusArea, FocusAreaId};
use crate::domain::staff::Actor;
use crate::domain::trail::Subject;
use crate::editing::{self, NotWritten};
use crate::pages::form::Fields;
use form::AreaForm;
use typed::Typed;

/// Where the focus areas are.
pub(in crate::pages::staff) const PATH: &str = "/verwaltung/praevention";

/// `GET /verwaltung/praevention`
pub(super) async fn show(desk: Desk) -> Response {
    let id = FocusAreaId(Uuid::new_v4());
    list(&desk, StatusCode::OK, id, &Typed::default())
}

/// All of them, and room for a new one.
fn list(desk: &Desk, status: StatusCode, id: FocusAreaId, typed: &Typed) -> Response {
    let areas = desk.snapshot.focus_areas();
    let form = AreaForm {
        desk,
        typed,
        kept: None,
    };
    let content = html! {
        p { (desk.text("staff-focus-about")) }
        p { a href=(desk.link(crate::pages::prevention::PATH)) { (desk.text("staff-focus-public")) } }
        details open[!typed.faults.is_empty() || areas.is_empty()] {
            summary { (desk.text("staff-focus-new")) }
            (form.new_one(id))
        }
        h2 { (desk.text("staff-focus-all")) }
        @if areas.is_empty() { p.unknown { (desk.text("staff-focus-none")) } }
        ul.accounts {
            @for (id, own) in areas {
                li {
                    h3 { a href=(desk.link(&address(*id))) { (own.title.as_str()) } }
                    p {
                        (desk.text(&format!("prevention-state-{}", own.state)))
                        " · " (desk.language.text_with("staff-focus-count", [("count", own.measures.len().into())]))
                        @if own.is_made_up { " " span.badge.stale { (desk.text("prevention-made-up")) } }
                    }
                }
            }
        }
    };
    desk.page(status, PATH, desk.text("staff-focus"), &content)
}

/// `POST /verwaltung/praevention`: a new one. Its identity comes with the form, so that sent twice it is kept once.
pub(super) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fields::read(&headers, &body);
    let id = fields.as_ref().and_then(|own| own.value("id").parse().ok());
    let (Some(fields), Some(id)) = (fields, id) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut typed = Typed::sent(&fields);
    match written(&desk, actor, (id, None), &mut typed).await {
        Ok(()) => desk.done(&address(id), "staff-done-kept"),
        Err(status) => list(&desk, status, id, &typed),
    }
}

/// `GET /verwaltung/praevention/{id}`
pub(super) async fn show_one(desk: Desk, Path(id): Path<String>) -> Response {
    let id = id.parse::<FocusAreaId>().ok();
    match id.and_then(|id| Some((id, desk.snapshot.focus_area(id)?))) {
        Some((id, own)) => one(&desk, StatusCode::OK, (id, own), &Typed::of(own)).await,
        None => unknown(&desk),
    }
}

/// `POST /verwaltung/praevention/{id}`: changed, or taken away.
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fields::read(&headers, &body);
    let (Ok(id), Some(fields)) = (id.parse::<FocusAreaId>(), fields) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(seen) = fields.value("seen").parse::<Version>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut typed = Typed::sent(&fields);
    let is_removal = fields.value("do") == "remove";
    let status = match fields.value("do") {
        "save" => match written(&desk, actor, (id, Some(seen)), &mut typed).await {
            Ok(()) => return desk.done(&address(id), "staff-done-kept"),
            Err(status) => status,
        },
        "remove" => match editing::remove_focus_area(&desk.city, actor, (id, Some(seen))).await {
            Ok(_) => return desk.done(PATH, "staff-done-gone"),
            Err(why) => hindered(why, &mut typed),
        },
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    // What the other one wrote stands in the city as it is now.
    let snapshot = desk.city.snapshot();
    let desk = Desk { snapshot, ..desk };
    let Some(own) = desk.snapshot.focus_area(id) else {
        return unknown(&desk);
    };
    if is_removal {
        // The button that takes away sends no fields.
        let mut kept = Typed::of(own);
        kept.faults = typed.faults;
        typed = kept;
    }
    one(&desk, status, (id, own), &typed).await
}

/// Keeps what was typed; or notes what is wrong with it, and says how the answer is called.
async fn written(
    desk: &Desk,
    actor: Actor,
    own: (FocusAreaId, Option<Version>),
    typed: &mut Typed,
) -> Result<(), StatusCode> {
    let area = typed.read().ok_or(StatusCode::BAD_REQUEST)?;
    let done = editing::keep_focus_area(&desk.city, actor, own, area).await;
    done.map(|_| ()).map_err(|why| hindered(why, typed))
}

/// Notes why it is not written.
fn hindered(why: NotWritten, typed: &mut Typed) -> StatusCode {
    match why {
        NotWritten::Rules(rules) => {
            for rule in rules {
                typed.fault(&format!("staff-focus-rule-{}", rule.field));
            }
            StatusCode::BAD_REQUEST
        }
        NotWritten::AnotherState => {
            typed.fault("staff-kept-meanwhile");
            StatusCode::CONFLICT
        }
        NotWritten::Failed(error) => {
            tracing::error!(%error, "a focus area could not be written");
            typed.fault("staff-failed");
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::NOT_FOUND,
    }
}

/// One focus area to be changed or taken away, with what was done before.
async fn one(
    desk: &Desk,
    status: StatusCode,
    (id, own): (FocusAreaId, &FocusArea),
    typed: &Typed,
) -> Response {
    let steps = match steps(desk, Subject::of(FOCUS_AREA, id)).await {
        Ok(steps) => steps,
        Err(failed) => return failed,
    };
    let kept = Typed::of(own);
    let form = AreaForm {
        desk,
        typed,
        kept: Some(&kept),
    };
    let content = html! {
        p { a href=(desk.link(PATH)) { (desk.text("staff-focus-all")) } }
        (form.known(id, own.version()))
        (steps)
    };
    desk.page(status, PATH, own.title.as_str().to_owned(), &content)
}

fn address(id: FocusAreaId) -> String {
    format!("{PATH}/{id}")
}

fn unknown(desk: &Desk) -> Response {
    let content = html! { p role="alert" { (desk.text("staff-focus-unknown")) } };
    let title = desk.text("staff-focus");
    desk.page(StatusCode::NOT_FOUND, PATH, title, &content)
}

/// The keys of the messages that are made from names of fields.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    typed::families().collect()
}
