//! One's own account: another password, and logging out everywhere else.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Desk, HOME};
use crate::auth::guard::OWN_ACCOUNT;
use crate::auth::password::{self, Line};
use crate::domain::account::{LEAST_LETTERS, MOST_LETTERS, Password};
use crate::domain::trail::Author;
use crate::error::Error;
use crate::pages::form::Fields;
use crate::store::{AccountChange, Hand};

/// `GET /verwaltung/konto`
pub(super) async fn show(desk: Desk) -> Response {
    answer(&desk, StatusCode::OK, None)
}

/// `POST /verwaltung/konto/passwort`
pub(super) async fn change_password(desk: Desk, headers: HeaderMap, body: Bytes) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match changed(&desk, &form).await {
        Ok(()) => {
            let next = if desk.session.account.must_change {
                HOME
            } else {
                OWN_ACCOUNT
            };
            desk.done(next, "staff-done-password")
        }
        Err(NotChanged::Wrong(field, said)) => {
            answer(&desk, StatusCode::BAD_REQUEST, Some(&(field, said)))
        }
        Err(NotChanged::Failed(error)) => desk.failed(&error),
    }
}

/// Why the password stays as it was.
enum NotChanged {
    /// A field is wrong, and what about it.
    Wrong(&'static str, String),
    /// The store or the hashing failed.
    Failed(Error),
}

impl From<Error> for NotChanged {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

async fn changed(desk: &Desk, form: &Fields) -> Result<(), NotChanged> {
    let account = &desk.session.account;
    if account.is_of_provider() {
        return Err(NotChanged::Wrong(
            "new-password",
            desk.text("staff-sso-no-password"),
        ));
    }
    let store = desk.city.store();
    let stored = store.account_named(&account.name).await?;
    let hash = stored.and_then(|(_, hash)| hash);
    if hash.is_some() {
        // Somebody who finds an open browser must not take the account over, nor guess at leisure.
        let key = crate::auth::log_in::key_of_account(account.id);
        let now = desk.city.now();
        if let Some(wait) = desk.city.attempts().wait(key, now) {
            let seconds = wait.num_seconds().max(1);
            let said = desk
                .language
                .text_with("staff-wait", [("seconds", seconds.into())]);
            return Err(NotChanged::Wrong("password", said));
        }
        desk.city.attempts().failed(key, now);
        if !password::is_right(form.typed("password").into(), hash, Line::Known).await? {
            return Err(NotChanged::Wrong(
                "password",
                desk.text("staff-password-wrong"),
            ));
        }
        desk.city.attempts().succeeded(key);
    }
    let new = form.typed("new-password");
    if new == form.typed("password") {
        return Err(NotChanged::Wrong(
            "new-password",
            desk.text("staff-password-same"),
        ));
    }
    if new != form.typed("again") {
        return Err(NotChanged::Wrong(
            "again",
            desk.text("staff-password-differs"),
        ));
    }
    let Ok(new) = Password::chosen(new, &account.name) else {
        return Err(NotChanged::Wrong("new-password", rule(desk)));
    };
    let change = AccountChange {
        password: Some((password::hash(new).await?, false)),
        ..AccountChange::default()
    };
    let by = Hand {
        author: Author::owner(account.id),
        at: desk.city.now(),
    };
    store
        .change_account(account.id, &change, Some(&desk.session.token), &by)
        .await?;
    Ok(())
}

fn rule(desk: &Desk) -> String {
    desk.language.text_with(
        "staff-password-rule",
        [
            ("least", LEAST_LETTERS.into()),
            ("most", MOST_LETTERS.into()),
        ],
    )
}

/// `POST /verwaltung/konto/ueberall-abmelden`
pub(super) async fn log_out_everywhere(desk: Desk) -> Response {
    let account = desk.session.account.id;
    match desk.city.store().end_sessions(account).await {
        Ok(()) => super::door::left(desk.language),
        Err(error) => desk.failed(&error),
    }
}

fn answer(desk: &Desk, status: StatusCode, wrong: Option<&(&'static str, String)>) -> Response {
    let account = &desk.session.account;
    let roles: Vec<_> = account
        .roles
        .iter()
        .map(|role| desk.text(&format!("role-{role}")))
        .collect();
    let content = html! {
        @if account.must_change { p.notice { (desk.text("staff-password-due")) } }
        dl.facts {
            dt { (desk.text("staff-field-name")) } dd { (account.name) }
            dt { (desk.text("staff-roles")) }
            dd { @if roles.is_empty() { (desk.text("staff-no-roles")) } @else { (roles.join(", ")) } }
        }
        h2 { (desk.text("staff-change-password")) }
        @if account.is_of_provider() {
            p { (desk.text("staff-sso-no-password")) }
        } @else {
            (password_form(desk, wrong))
        }
        h2 { (desk.text("staff-log-out-everywhere")) }
        p { (desk.text("staff-log-out-everywhere-about")) }
        form action=(desk.link("/verwaltung/konto/ueberall-abmelden")) method="post" {
            button.button.secondary type="submit" { (desk.text("staff-log-out-everywhere")) }
        }
    };
    desk.page(
        status,
        OWN_ACCOUNT,
        desk.text("staff-own-account"),
        &content,
    )
}

fn password_form(desk: &Desk, wrong: Option<&(&'static str, String)>) -> Markup {
    html! {
        p #rule.hint { (rule(desk)) }
        form.entry action=(desk.link("/verwaltung/konto/passwort")) method="post" {
            @if desk.session.account.has_password {
                (field(desk, "password", "current-password", wrong))
            }
            (field(desk, "new-password", "new-password", wrong))
            (field(desk, "again", "new-password", wrong))
            p { button.button type="submit" { (desk.text("staff-change-password")) } }
        }
    }
}

fn field(
    desk: &Desk,
    name: &str,
    complete: &str,
    wrong: Option<&(&'static str, String)>,
) -> Markup {
    let wrong = wrong
        .filter(|(field, _)| *field == name)
        .map(|(_, said)| said);
    let fault = wrong.map(|_| format!("{name}-fault"));
    html! {
        div.field {
            label for=(name) { (desk.text(&format!("staff-field-{name}"))) }
            @if let (Some(id), Some(said)) = (&fault, wrong) {
                p.fault id=(id) role="alert" { (said) }
            }
            input id=(name) type="password" name=(name) autocomplete=(complete) required
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[fault.as_deref()];
        }
    }
}
