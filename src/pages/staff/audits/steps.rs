//! What may be done with an audit next: one form for each step.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::list::Planned;
use super::one::Typed;
use super::{found, hindrance, path_of, sheet_of};
use crate::city::{NotKept, SentAudit};
use crate::domain::Invalid;
use crate::domain::audit::Audit;
use crate::domain::audit::life::{Move, State};
use crate::domain::note::MOST_LETTERS;
use crate::domain::staff::{Actor, Role};
use crate::pages::form::Fields;
use crate::pages::staff::Desk;

/// `POST /verwaltung/begehungen/{id}`
pub(in crate::pages::staff) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let version = form
        .as_ref()
        .and_then(|own| own.value("version").parse().ok());
    let (Some(form), Some(version)) = (form, version) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let own = match found(&desk, &id).await {
        Ok(own) => own,
        Err(page) => return page,
    };
    match done(&desk, actor, &own, version, &form).await {
        Ok(_) => desk.done(&path_of(own.id), "staff-done-audit"),
        Err(why) => match hindrance(&desk, why) {
            Ok((status, wrong)) => {
                let typed = Typed {
                    wrong,
                    measure: None,
                    fields: form,
                };
                super::one::answer(&desk, &own, status, Some(&typed)).await
            }
            Err(page) => *page,
        },
    }
}

async fn done(
    desk: &Desk,
    actor: Actor,
    own: &Audit,
    version: i64,
    form: &Fields,
) -> Result<Audit, NotKept> {
    let (city, seen) = (&desk.city, (own.id, Some(version)));
    match form.value("do") {
        "plan" => {
            let sent = planned(own, form)?;
            let saved = city.save_audit(actor, seen, sent).await;
            saved.map(|saved| saved.audit)
        }
        "correct" if actor.role == Role::Auditor => city.correct_audit(actor, seen).await,
        "correct" => Err(Invalid::new("state", "is corrected by auditors").into()),
        "withdraw" => {
            let reason = form.value("reason").parse();
            let reason =
                reason.map_err(|invalid: Invalid| Invalid::new("reason", invalid.reason))?;
            city.withdraw_audit(actor, seen, reason).await
        }
        what => city.move_audit(actor, seen, what.parse()?).await,
    }
}

/// The audit with another plan; what was read off stays.
fn planned(own: &Audit, form: &Fields) -> Result<SentAudit, Invalid> {
    let said = Planned::read(form)?;
    let draft = own.draft.clone();
    Ok(SentAudit {
        place: draft.place,
        criteria: Some(draft.criteria.to_string()),
        depth: said.depth,
        source: draft.source,
        auditors: said.auditors,
        planned_on: said.day,
        audited_on: draft.audited_on,
        sheet: draft.sheet,
    })
}

/// A form for everything that whoever asks may do now.
pub(super) fn forms(desk: &Desk, own: &Audit, typed: Option<&Typed>) -> Markup {
    if own.withdrawn.is_some() {
        return html! {};
    }
    let roles = &desk.session.account.roles;
    let is_auditor = roles.has(Role::Auditor);
    let is_on_site = matches!(
        own.state,
        State::Planned | State::Scheduled | State::InProgress
    );
    // Whoever begins on the spot does so on the sheet.
    let moves = own.state.moves(roles).filter(|what| *what != Move::Begin);
    html! {
        section {
            h2 { (desk.text("staff-audit-next")) }
            div.buttons {
                @if is_on_site && is_auditor {
                    a.button href=(sheet_of(desk, own.id)) { (desk.text("staff-audit-on-site")) }
                }
                @for what in moves { (button(desk, own, what.as_str(), &format!("staff-audit-move-{what}"))) }
                @if own.state == State::Published && is_auditor {
                    (button(desk, own, "correct", "staff-audit-correct"))
                }
            }
            @if matches!(own.state, State::Planned | State::Scheduled) { (plan(desk, own)) }
            (withdraw(desk, own, typed))
        }
    }
}

fn button(desk: &Desk, own: &Audit, what: &str, said: &str) -> Markup {
    html! {
        form action=(desk.link(&path_of(own.id))) method="post" {
            input type="hidden" name="version" value=(own.version);
            button.button.secondary type="submit" name="do" value=(what) { (desk.text(said)) }
        }
    }
}

fn plan(desk: &Desk, own: &Audit) -> Markup {
    let draft = &own.draft;
    let known = desk.snapshot.criteria();
    let criteria = known.version(draft.criteria.as_str());
    let criteria = criteria.unwrap_or_else(|| known.current(desk.today()));
    html! {
        details {
            summary { (desk.text("staff-audit-plan-change")) }
            form.entry action=(desk.link(&path_of(own.id))) method="post" {
                input type="hidden" name="version" value=(own.version);
                (Planned::fields(desk, criteria, draft.depth, draft.planned_on, &draft.auditors))
                p { button.button type="submit" name="do" value="plan" { (desk.text("staff-audit-plan-keep")) } }
            }
        }
    }
}

fn withdraw(desk: &Desk, own: &Audit, typed: Option<&Typed>) -> Markup {
    let typed = typed.filter(|own| own.fields.value("do") == "withdraw");
    let reason = typed.map_or("", |own| own.fields.typed("reason"));
    html! {
        details open[typed.is_some()] {
            summary { (desk.text("staff-audit-withdraw")) }
            form.entry action=(desk.link(&path_of(own.id))) method="post" {
                input type="hidden" name="version" value=(own.version);
                p { (desk.text("staff-audit-withdraw-about")) }
                div.field {
                    label for="reason" { (desk.text("staff-audit-reason")) }
                    p.hint #reason-hint { (desk.text("staff-note-hint")) }
                    textarea #reason name="reason" rows="2" maxlength=(MOST_LETTERS) required aria-describedby="reason-hint" { (reason) }
                }
                p { button.button.secondary type="submit" name="do" value="withdraw" { (desk.text("staff-audit-withdraw")) } }
            }
        }
    }
}
