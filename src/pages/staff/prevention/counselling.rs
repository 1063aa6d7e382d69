//! Lines of help at the desk: enter, change, show no more, and who finds no help.

mod form;
mod gaps;
mod typed;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::Desk;
use super::steps::steps;
use crate::domain::counselling::{HELP_LINE, HelpLine, HelpLineId, Scope};
use crate::domain::place::Version;
use crate::domain::staff::Actor;
use crate::domain::trail::Subject;
use crate::editing::{self, NotWritten};
use crate::pages::form::Fields;
use crate::pages::wording;
use crate::snapshot::OfferedLine;
use form::LineForm;
use typed::Typed;

pub(super) use gaps::{PATH as GAPS, show as show_gaps};

/// Where the lines are.
pub(in crate::pages::staff) const PATH: &str = "/verwaltung/beratung";

/// Where a new one is entered.
pub(super) const NEW: &str = "/verwaltung/beratung/neu";

/// `GET /verwaltung/beratung`
pub(super) async fn show(desk: Desk) -> Response {
    let today = desk.today();
    let (lines, hidden) = (
        desk.snapshot.help_lines(),
        desk.snapshot.hidden_help_lines(),
    );
    let mut lines: Vec<_> = lines.iter().collect();
    lines.sort_by_key(|own| !own.line.is_to_be_checked(today));
    let content = html! {
        p { (desk.text("staff-counsel-about")) }
        p.hint { (desk.text("staff-counsel-shelters")) }
        p.buttons {
            a.button href=(desk.link(NEW)) { (desk.text("staff-counsel-new")) }
            a.button.secondary href=(desk.link(GAPS)) { (desk.text("staff-gaps")) }
            a.button.secondary href=(desk.link(crate::pages::counselling::PATH)) { (desk.text("staff-counsel-public")) }
        }
        h2 { (desk.text("staff-counsel-all")) }
        @if lines.is_empty() { p.unknown { (desk.text("staff-counsel-none")) } }
        ul.accounts { @for own in lines { li { (entry(&desk, own)) } } }
        @if !hidden.is_empty() {
            h2 { (desk.text("staff-counsel-hidden")) }
            ul.plain {
                @for (id, line) in hidden { li { a href=(desk.link(&address(*id))) { (line.name.as_str()) } } }
            }
        }
    };
    desk.page(StatusCode::OK, PATH, desk.text("staff-counsel"), &content)
}

/// One entry of the list: what it is called, its number, and whether somebody should look.
fn entry(desk: &Desk, own: &OfferedLine) -> Markup {
    let line = &own.line;
    html! {
        h3 { a href=(desk.link(&address(own.id))) { (line.name.as_str()) } }
        p {
            @if let Some(phone) = &line.phone { (phone.as_str()) " · " }
            (desk.text(&format!("staff-counsel-scope-{}", line.scope)))
            @if own.is_as_shipped { " · " (desk.text("staff-counsel-shipped")) }
            @if let Some(checked) = &line.checked {
                " · " (desk.language.text_with("counsel-as-of", [("day", wording::date(desk.language, checked.on).into())]))
            }
            @if line.is_to_be_checked(desk.today()) { " " span.badge.stale { (desk.text("staff-counsel-check")) } }
        }
    }
}

/// `GET /verwaltung/beratung/neu`
pub(super) async fn new(desk: Desk) -> Response {
    let id = HelpLineId(Uuid::new_v4());
    new_one(&desk, StatusCode::OK, id, &Typed::default())
}

fn new_one(desk: &Desk, status: StatusCode, id: HelpLineId, typed: &Typed) -> Response {
    let form = LineForm {
        desk,
        typed,
        kept: None,
    };
    let content = html! {
        p { a href=(desk.link(PATH)) { (desk.text("staff-counsel-all")) } }
        (form.new_one(id))
    };
    desk.page(status, NEW, desk.text("staff-counsel-new"), &content)
}

/// `POST /verwaltung/beratung`: a new one. Its identity comes with the form, so that sent twice it is kept once.
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
    match written(&desk, actor, (id, None), Scope::Local, &mut typed).await {
        Ok(()) => desk.done(&address(id), "staff-done-kept"),
        Err(status) => new_one(&desk, status, id, &typed),
    }
}

/// `GET /verwaltung/beratung/{id}`
pub(super) async fn show_one(desk: Desk, Path(id): Path<String>) -> Response {
    match id.parse().ok().and_then(|id| known(&desk, id)) {
        Some(own) => one(&desk, StatusCode::OK, &own, &Typed::of(&own.line)).await,
        None => unknown(&desk),
    }
}

/// `POST /verwaltung/beratung/{id}`: changed, or shown no more.
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fields::read(&headers, &body);
    let (Ok(id), Some(fields)) = (id.parse::<HelpLineId>(), fields) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let seen = fields.value("seen");
    let Ok(seen) = (!seen.is_empty())
        .then(|| seen.parse::<Version>())
        .transpose()
    else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(before) = known(&desk, id) else {
        return unknown(&desk);
    };
    let mut typed = Typed::sent(&fields);
    let status = match fields.value("do") {
        "save" => match written(&desk, actor, (id, seen), before.line.scope, &mut typed).await {
            Ok(()) => return desk.done(&address(id), "staff-done-kept"),
            Err(status) => status,
        },
        "withdraw" => match editing::withdraw_help_line(&desk.city, actor, (id, seen)).await {
            Ok(_) => return desk.done(PATH, "staff-done-gone"),
            Err(why) => {
                // The button that withdraws sends no fields.
                typed = Typed::of(&before.line);
                hindered(why, &mut typed)
            }
        },
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    // What the other one wrote stands in the city as it is now.
    let snapshot = desk.city.snapshot();
    let desk = Desk { snapshot, ..desk };
    match known(&desk, id) {
        Some(now) => one(&desk, status, &now, &typed).await,
        None => unknown(&desk),
    }
}

/// Keeps what was typed; or notes what is wrong with it, and says how the answer is called.
async fn written(
    desk: &Desk,
    actor: Actor,
    own: (HelpLineId, Option<Version>),
    scope: Scope,
    typed: &mut Typed,
) -> Result<(), StatusCode> {
    let line = typed.read(scope).ok_or(StatusCode::BAD_REQUEST)?;
    let done = editing::keep_help_line(&desk.city, actor, own, line).await;
    done.map(|_| ()).map_err(|why| hindered(why, typed))
}

/// Notes why it is not written.
fn hindered(why: NotWritten, typed: &mut Typed) -> StatusCode {
    match why {
        NotWritten::Rules(rules) => {
            typed.break_rules(&rules);
            StatusCode::BAD_REQUEST
        }
        NotWritten::AnotherState => {
            typed.fault("staff-kept-meanwhile");
            StatusCode::CONFLICT
        }
        NotWritten::Failed(error) => {
            tracing::error!(%error, "a line of help could not be written");
            typed.fault("staff-failed");
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::NOT_FOUND,
    }
}

/// A line that is offered, or one that comes with the program and is not shown.
struct Known {
    id: HelpLineId,
    line: HelpLine,
    /// Whether it is shown.
    is_shown: bool,
}

fn known(desk: &Desk, id: HelpLineId) -> Option<Known> {
    if let Some(own) = desk.snapshot.help_line(id) {
        return Some(Known {
            id,
            line: own.line.clone(),
            is_shown: true,
        });
    }
    let mut hidden = desk.snapshot.hidden_help_lines().iter();
    let (_, line) = hidden.find(|(own, _)| *own == id)?;
    Some(Known {
        id,
        line: HelpLine::clone(line),
        is_shown: false,
    })
}

/// One line to be changed or withdrawn, with what was done before.
async fn one(desk: &Desk, status: StatusCode, own: &Known, typed: &Typed) -> Response {
    let steps = match steps(desk, Subject::of(HELP_LINE, own.id)).await {
        Ok(steps) => steps,
        Err(failed) => return failed,
    };
    let kept = Typed::of(&own.line);
    let form = LineForm {
        desk,
        typed,
        kept: Some(&kept),
    };
    let version = own.is_shown.then(|| own.line.version());
    let content = html! {
        p { a href=(desk.link(PATH)) { (desk.text("staff-counsel-all")) } }
        @if !own.is_shown { p.notice { (desk.text("staff-counsel-not-shown")) } }
        (form.known(own.id, version))
        (steps)
    };
    desk.page(status, PATH, own.line.name.to_string(), &content)
}

fn address(id: HelpLineId) -> String {
    format!("{PATH}/{id}")
}

fn unknown(desk: &Desk) -> Response {
    let content = html! { p role="alert" { (desk.text("staff-counsel-unknown")) } };
    let title = desk.text("staff-counsel");
    desk.page(StatusCode::NOT_FOUND, PATH, title, &content)
}

/// The keys of the messages that are made from names of fields and types.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let scopes = Scope::ALL.iter();
    let scopes = scopes.map(|own| format!("staff-counsel-scope-{own}"));
    scopes
        .chain(typed::families())
        .chain(gaps::families())
        .collect()
}
