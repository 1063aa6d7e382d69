//! Accounts: who may come in, and what for. A first password is made by the program, shown once, and has to be changed.

use axum::body::Bytes;
use axum::extract::{Extension, Path};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::Desk;
use crate::auth::accounts::{self, NewPassword};
use crate::domain::Invalid;
use crate::domain::account::Account;
use crate::domain::staff::{AccountId, AccountName, Actor, Role, Roles};
use crate::error::Error;
use crate::pages::form::Fields;
use crate::store::{AccountChange, Hand};

/// Where the accounts are.
pub(super) const PATH: &str = "/verwaltung/konten";

/// `GET /verwaltung/konten`
pub(super) async fn show(desk: Desk) -> Response {
    answer(&desk, StatusCode::OK, &Told::default()).await
}

/// What a page with the accounts tells besides.
#[derive(Default)]
struct Told {
    /// A first password, and whose: shown this once.
    first: Option<(AccountName, NewPassword)>,
    /// What is wrong with the form for a new account.
    wrong: Option<String>,
}

/// `POST /verwaltung/konten`
pub(super) async fn add(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(form) = Fields::read(&headers, &body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let wrong = |said: &str| Told {
        wrong: Some(desk.text(said)),
        ..Told::default()
    };
    let Ok(name) = form.value("name").parse::<AccountName>() else {
        return answer(&desk, StatusCode::BAD_REQUEST, &wrong("staff-name-rule")).await;
    };
    let Ok(roles) = roles(&form) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match accounts::add(
        &desk.city,
        name.clone(),
        roles,
        &Hand::of(actor, desk.city.now()),
    )
    .await
    {
        Ok(Some(first)) => {
            let told = Told {
                first: Some((name, first)),
                ..Told::default()
            };
            answer(&desk, StatusCode::OK, &told).await
        }
        Ok(None) => answer(&desk, StatusCode::CONFLICT, &wrong("staff-name-taken")).await,
        Err(error) => desk.failed(&error),
    }
}

fn roles(form: &Fields) -> Result<Roles, Invalid> {
    form.values("role")
        .iter()
        .map(|role| role.parse())
        .collect()
}

/// What is to be done with an account.
enum Wanted {
    Change(AccountChange),
    NewPassword,
    LogOut,
    Remove,
}

impl Wanted {
    fn read(form: &Fields) -> Option<Self> {
        Some(match form.value("do") {
            "roles" => Self::Change(AccountChange {
                roles: Some(roles(form).ok()?),
                ..AccountChange::default()
            }),
            "disable" => Self::disabling(true),
            "enable" => Self::disabling(false),
            "password" => Self::NewPassword,
            "log-out" => Self::LogOut,
            "remove" => Self::Remove,
            _ => return None,
        })
    }

    fn disabling(is_disabled: bool) -> Self {
        Self::Change(AccountChange {
            is_disabled: Some(is_disabled),
            ..AccountChange::default()
        })
    }

    /// Whether it would leave the one who does it outside.
    fn shuts_out(&self) -> bool {
        match self {
            Self::Change(change) => {
                change.is_disabled == Some(true)
                    || change
                        .roles
                        .as_ref()
                        .is_some_and(|roles| !roles.has(Role::Admin))
            }
            Self::Remove => true,
            Self::NewPassword | Self::LogOut => false,
        }
    }
}

/// `POST /verwaltung/konten/{id}`
pub(super) async fn change(
    desk: Desk,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form = Fields::read(&headers, &body);
    let wanted = form.as_ref().and_then(Wanted::read);
    let (Ok(id), Some(wanted)) = (id.parse::<AccountId>(), wanted) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if id == desk.session.account.id && wanted.shuts_out() {
        let told = Told {
            wrong: Some(desk.text("staff-own-account-stays")),
            ..Told::default()
        };
        return answer(&desk, StatusCode::CONFLICT, &told).await;
    }
    match done(&desk, &Hand::of(actor, desk.city.now()), id, wanted).await {
        Ok(Some(Done::Said(said))) => desk.done(PATH, said),
        Ok(Some(Done::First(name, first))) => {
            let told = Told {
                first: Some((name, first)),
                ..Told::default()
            };
            answer(&desk, StatusCode::OK, &told).await
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => desk.failed(&error),
    }
}

enum Done {
    Said(&'static str),
    First(AccountName, NewPassword),
}

/// Does what is wanted; none when there is no such account.
async fn done(
    desk: &Desk,
    by: &Hand,
    id: AccountId,
    wanted: Wanted,
) -> Result<Option<Done>, Error> {
    let store = desk.city.store();
    let all = store.accounts().await?;
    let Some(account) = all.into_iter().find(|account| account.id == id) else {
        return Ok(None);
    };
    Ok(Some(match wanted {
        Wanted::Change(change) => {
            store.change_account(id, &change, None, by).await?;
            Done::Said("staff-done-account-changed")
        }
        // Whoever comes through single sign-on would keep a way in when the provider shuts theirs.
        Wanted::NewPassword if account.is_of_provider() => return Ok(None),
        Wanted::NewPassword => {
            let first = accounts::reset_password(&desk.city, &account, by).await?;
            Done::First(account.name, first)
        }
        Wanted::LogOut => {
            store.end_sessions(id).await?;
            Done::Said("staff-done-account-changed")
        }
        Wanted::Remove => {
            store.remove_account(id, by).await?;
            Done::Said("staff-done-account-removed")
        }
    }))
}

async fn answer(desk: &Desk, status: StatusCode, told: &Told) -> Response {
    let accounts = match desk.city.store().accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return desk.failed(&error),
    };
    let content = html! {
        @if let Some((name, first)) = &told.first {
            div.notice.done role="status" {
                p { (desk.language.text_with("staff-first-password", [("name", name.as_str().into())])) }
                p { code { (first.secret()) } }
            }
        }
        @if let Some(wrong) = &told.wrong { p.notice role="alert" { (wrong) } }
        h2 { (desk.text("staff-account-new")) }
        form.entry action=(desk.link(PATH)) method="post" {
            div.field {
                label for="name" { (desk.text("staff-field-name")) }
                p.hint #name-hint { (desk.text("staff-name-rule")) }
                input id="name" type="text" name="name" autocomplete="off" required aria-describedby="name-hint";
            }
            (boxes(desk, "new", &Roles::default()))
            p { button.button type="submit" { (desk.text("staff-account-add")) } }
        }
        h2 { (desk.text("staff-accounts-all")) }
        ul.accounts {
            @for account in &accounts { li { (one(desk, account)) } }
        }
    };
    desk.page(status, PATH, desk.text("staff-accounts"), &content)
}

fn one(desk: &Desk, account: &Account) -> Markup {
    let path = desk.link(&format!("{PATH}/{}", account.id));
    let is_own = account.id == desk.session.account.id;
    let button = |what: &str, message: &str| {
        let said = desk.text(message);
        html! {
            button.button.secondary type="submit" name="do" value=(what) aria-label=(format!("{said}: {}", account.name)) { (said) }
        }
    };
    html! {
        h3 { (account.name) }
        p.hint {
            (desk.language.text_with("staff-account-since", [("day", crate::pages::wording::date(desk.language, account.created_on).into())]))
            @if account.is_disabled { " · " (desk.text("staff-account-disabled")) }
            @if account.must_change { " · " (desk.text("staff-account-must-change")) }
            @if account.subject.is_some() { " · " (desk.text("staff-account-sso")) }
        }
        form.entry action=(path) method="post" {
            (boxes(desk, &account.id.to_string(), &account.roles))
            p.buttons { (button("roles", "staff-account-save-roles")) }
        }
        form.buttons action=(path) method="post" {
            @if !account.is_of_provider() { (button("password", "staff-account-new-password")) }
            (button("log-out", "staff-account-log-out"))
            @if !is_own {
                @if account.is_disabled { (button("enable", "staff-account-enable")) }
                @else { (button("disable", "staff-account-disable")) }
                (button("remove", "staff-account-remove"))
            }
        }
    }
}

/// The roles to choose from.
fn boxes(desk: &Desk, id: &str, chosen: &Roles) -> Markup {
    html! {
        fieldset.roles {
            legend { (desk.text("staff-roles")) }
            @for role in Role::ALL {
                @let key = format!("{id}-{role}");
                label.chip for=(key) {
                    input type="checkbox" id=(key) name="role" value=(role) checked[chosen.has(*role)];
                    span { (desk.text(&format!("role-{role}"))) }
                }
            }
        }
    }
}
